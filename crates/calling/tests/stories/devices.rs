//! Devices that take what is pushed, and quiet hours, through the front door.

use axum::http::StatusCode;
use calling::device::rows;
use calling::{Note, reach_by_push};
use ground::{Id, entry, job};
use people::staff;
use people::work::Work;
use serde_json::json;
use stage::{Browser, Stage, Who};

use crate::stage;

/// Pushes a note to somebody, as a verb does; says whether it reached them so.
fn push(stage: &Stage, to: &Who, urgent: bool) -> bool {
    let id = Id::known(to.me.actor.id.clone());
    let pushed = stage.write(&people::Me::system(), move |work: &mut Work<'_>| {
        let member = staff::rows::find(work.connection, &id)?;
        let title = if urgent { "push-title-urgent" } else { "push-title" };
        let (about_id, about, path) = ("018f4e7c", "7K2Q-M4DX", "/concerns/018f4e7c");
        let note = Note { about_id, title, about, site: "Harbour Gate", path, urgent, can_be_heard: urgent };
        let reached = reach_by_push(work, &member, &note)?;
        work.done(entry::Deed("concern.told_staff"), "018f4e7c", (None, &json!({})), reached)
    });
    let pushed = pushed.unwrap();
    stage.run_jobs();
    pushed
}

/// The names of somebody's devices.
fn devices(stage: &Stage, who: &Who) -> Vec<String> {
    let id = Id::known(who.me.actor.id.clone());
    let found = stage.app.db.read_here(move |connection| rows::of_staff(connection, &id)).unwrap();
    found.into_iter().map(|device| device.id.to_string()).collect()
}

#[tokio::test]
async fn a_browser_takes_what_is_pushed_and_reads_a_number_and_a_site() {
    let stage = stage();
    let (sam, browser) = (&stage.cast.sam, Browser::open());
    assert!(!push(&stage, sam, false), "there is no device yet");
    let key = stage.get(sam, "/push/key").await;
    assert_eq!(key.text.len(), 87, "65 bytes in base64: {}", key.text);
    stage.switch_on(sam, &browser).await.done();
    assert!(push(&stage, sam, false));
    let pushed = browser.pushed();
    assert_eq!(pushed.len(), 1);
    assert_eq!(pushed[0].title(), "A promise needs you");
    let payload = &pushed[0].payload;
    assert_eq!((&payload["web_push"], &payload["notification"]["tag"]), (&json!(8030), &json!("018f4e7c")));
    assert_eq!(payload["notification"]["body"], "7K2Q-M4DX, Harbour Gate");
    assert_eq!(payload["notification"]["navigate"], "http://localhost:7300/concerns/018f4e7c");
    assert_eq!(
        (pushed[0].header("urgency"), pushed[0].header("content-encoding")),
        (Some("normal"), Some("aes128gcm"))
    );
    push(&stage, sam, true);
    assert!(payload["notification"].get("actions").is_none(), "this one is not to be heard");
    let urgent = &browser.pushed()[1];
    let shown = &urgent.payload["notification"];
    assert_eq!((&shown["actions"][0]["action"], &shown["data"]["about"]), (&json!("heard"), &json!("018f4e7c")));
    assert_eq!(shown["data"]["staff"], json!(sam.me.actor.id));
    assert_eq!((urgent.header("urgency"), urgent.header("ttl")), (Some("high"), Some("3600")));
    assert_eq!(urgent.header("topic"), pushed[0].header("topic"), "a newer one takes the place of an older one");
    assert!(stage.get(sam, "/me/alerts").await.says("Last reached"));
}

#[tokio::test]
async fn it_is_pushed_in_the_language_of_the_reader() {
    let stage = stage();
    let browser = Browser::open();
    stage.switch_on(&stage.cast.nora, &browser).await.done();
    stage.post(&stage.cast.nora, "/me", &[("language", "es")]).await.done();
    push(&stage, &stage.cast.nora, false);
    assert_eq!(browser.pushed()[0].title(), "Un compromiso le necesita");
    assert_eq!(browser.pushed()[0].payload["notification"]["lang"], "es");
}

#[tokio::test]
async fn a_test_is_sent_to_ones_own_device_and_it_is_removed() {
    let stage = stage();
    let (sam, browser) = (&stage.cast.sam, Browser::open());
    stage.switch_on(sam, &browser).await.done();
    let device = devices(&stage, sam).remove(0);
    for deed in ["test", "removal"] {
        let foreign = stage.post(&stage.cast.nora, &format!("/me/devices/{device}/{deed}"), &[]).await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND);
    }
    stage.post(sam, &format!("/me/devices/{device}/test"), &[]).await.done();
    stage.run_jobs();
    assert_eq!(browser.pushed()[0].title(), "This is a test");
    stage.post(sam, &format!("/me/devices/{device}/removal"), &[]).await.done();
    assert!(devices(&stage, sam).is_empty() && !push(&stage, sam, false));
}

#[tokio::test]
async fn a_browser_that_another_person_uses_is_theirs() {
    let stage = stage();
    let browser = Browser::open();
    stage.switch_on(&stage.cast.sam, &browser).await.done();
    stage.switch_on(&stage.cast.sam, &browser).await.done();
    assert_eq!(devices(&stage, &stage.cast.sam).len(), 1, "one browser is one device");
    stage.switch_on(&stage.cast.nora, &browser).await.done();
    assert!(devices(&stage, &stage.cast.sam).is_empty());
    assert_eq!(devices(&stage, &stage.cast.nora).len(), 1);
}

#[tokio::test]
async fn a_browser_that_wants_nothing_any_more_is_removed_and_written_down() {
    for status in ["410 Gone", "404 Not Found"] {
        let stage = stage();
        let browser = Browser::open();
        stage.switch_on(&stage.cast.sam, &browser).await.done();
        let device = devices(&stage, &stage.cast.sam).remove(0);
        browser.answers_next(status, "");
        push(&stage, &stage.cast.sam, false);
        assert!(devices(&stage, &stage.cast.sam).is_empty() && browser.pushed().is_empty());
        let entries = stage.app.db.read_here(move |connection| entry::rows::of_subject(connection, &device)).unwrap();
        let last = entries.last().unwrap();
        assert_eq!((last.deed.as_str(), last.by_kind.as_str()), ("device.removed", "system"));
    }
}

#[tokio::test]
async fn a_busy_push_service_is_asked_again_when_it_says() {
    let stage = stage();
    let browser = Browser::open();
    stage.switch_on(&stage.cast.sam, &browser).await.done();
    browser.answers_next("429 Too Many Requests", "retry-after: 300\r\n");
    push(&stage, &stage.cast.sam, false);
    stage.app.clock.forward_seconds(290);
    stage.run_jobs();
    assert!(browser.pushed().is_empty(), "not before");
    stage.app.clock.forward_seconds(10);
    stage.run_jobs();
    assert_eq!(browser.pushed().len(), 1);
}

#[tokio::test]
async fn what_a_push_service_refuses_is_seen_by_administrators() {
    let stage = stage();
    let browser = Browser::open();
    stage.switch_on(&stage.cast.sam, &browser).await.done();
    browser.answers_next("400 Bad Request", "");
    push(&stage, &stage.cast.sam, false);
    let trouble = stage.app.db.read_here(|connection| job::in_trouble(connection, 10)).unwrap();
    let error = trouble[0].last_error.as_deref().unwrap();
    assert!(trouble[0].kind == "push.send" && error.contains("400") && !error.contains("127.0.0.1"), "{error}");
}

#[tokio::test]
async fn no_browser_makes_us_ask_something_of_our_own_network() {
    let stage = stage();
    let browser = Browser::open();
    for endpoint in
        ["https://10.0.0.7/x", "https://169.254.169.254/x", "http://push.example/x", "file:///etc/passwd", ""]
    {
        let form = [("endpoint", endpoint), ("p256dh", browser.p256dh.as_str()), ("auth", browser.auth.as_str())];
        let refused = stage.post(&stage.cast.sam, "/me/devices", &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{endpoint}");
    }
    assert!(devices(&stage, &stage.cast.sam).is_empty());
    let contact = stage.switch_on(&stage.cast.alice, &browser).await;
    assert_eq!(contact.status, StatusCode::FORBIDDEN, "a contact takes letters");
}

#[tokio::test]
async fn in_quiet_hours_only_the_gravest_is_pushed() {
    let stage = stage();
    let (sam, browser) = (&stage.cast.sam, Browser::open());
    stage.switch_on(sam, &browser).await.done();
    // It is six in the morning.
    let quiet = [("quiet_from", "22:00"), ("quiet_until", "06:30"), ("quiet_zone", "America/Chicago")];
    stage.post(sam, "/me/quiet", &quiet).await.done();
    let page = stage.get(sam, "/me/alerts").await;
    assert!(page.says("value=\"22:00\"") && page.says("value=\"06:30\""), "{}", page.text);
    assert!(!push(&stage, sam, false) && push(&stage, sam, true));
    let titles: Vec<String> = browser.pushed().iter().map(|pushed| pushed.title().to_owned()).collect();
    assert_eq!(titles, ["Safety now: a promise needs you"]);
    stage.app.clock.forward_seconds(30 * 60);
    assert!(push(&stage, sam, false), "at half past six it is over");
    let wrong = stage.post(sam, "/me/quiet", &[("quiet_from", "22:00"), ("quiet_until", "")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    stage.post(sam, "/me/quiet", &[("quiet_from", ""), ("quiet_until", ""), ("quiet_zone", "x")]).await.done();
    stage.app.clock.forward_seconds(20 * 3_600);
    assert!(push(&stage, sam, false), "nobody has quiet hours any more");
}
