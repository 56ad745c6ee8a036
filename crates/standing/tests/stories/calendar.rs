//! The calendar feed: a secret address, read by a program without a session.

use agreement::contract::{self, Approvals, NewContract, Promises, Renewal};
use ground::{Day, Id};
use people::staff;
use stage::{Stage, Who};
use standing::renewal::{self, NewOutlook};

use crate::stage;

fn signed(stage: &Stage) -> Id<contract::Contract> {
    let new = NewContract {
        client_id: stage.cast.harbour.clone(),
        starts_on: Day::new(2026, 1, 1).unwrap(),
        ends_on: Day::new(2027, 3, 31),
        notice_days: 30,
        renewal: Renewal::Automatic,
        promises: Promises::default(),
        approvals: Approvals::default(),
    };
    let id = stage.write(&stage.cast.ines.me, move |work| contract::sign(work, &new)).unwrap();
    let outlook = NewOutlook {
        value_cents: Some(12_345),
        currency: "EUR".to_owned(),
        renews_months: 12,
        review_on: Day::new(2026, 12, 24),
        words: "Nobody but us reads this.".to_owned(),
    };
    let contract = id.clone();
    stage.write(&stage.cast.maya.me, move |work| renewal::change(work, &contract, &outlook, 0)).unwrap();
    stage.run_jobs();
    id
}

/// Somebody makes an address: its path.
async fn made(stage: &Stage, who: &Who) -> String {
    let page = stage.post(who, "/me/calendar", &[]).await;
    assert_eq!(page.headers["cache-control"], "no-store");
    let path = page.between("/calendar/", "<").unwrap_or_else(|| panic!("no address: {}", page.text));
    format!("/calendar/{path}")
}

#[tokio::test]
async fn a_calendar_reads_what_comes_up_without_signing_in() {
    let stage = stage();
    let (maya, visitor) = (&stage.cast.maya, &stage.cast.visitor);
    let id = signed(&stage);
    assert!(stage.get(maya, "/me/calendar").await.says("There is no address"));
    let path = made(&stage, maya).await;
    let page = stage.get(maya, "/me/calendar").await;
    assert!(page.says("There is an address since") && !page.says(&path), "it is shown once: {}", page.text);
    let feed = stage.get(visitor, &path).await;
    assert_eq!(feed.status, 200);
    assert_eq!(feed.headers["content-type"], "text/calendar; charset=utf-8");
    for said in [
        "SUMMARY:Last day for notice: Harbour Lofts",
        "DTSTART;VALUE=DATE:20270301",
        "SUMMARY:The term ends: Harbour Lofts",
        "DTSTART;VALUE=DATE:20270331",
        "SUMMARY:Review: Harbour Lofts",
        "DTSTART;VALUE=DATE:20261224",
        "SUMMARY:Review meeting: Harbour Lofts",
        "SUMMARY:Renewal pack: Harbour Lofts",
    ] {
        assert!(feed.says(said), "{said}: {}", feed.text);
    }
    assert_eq!(feed.text.matches("BEGIN:VEVENT").count(), 5, "{}", feed.text);
    assert!(feed.text.replace("\r\n ", "").contains(&format!("UID:notice-{id}@")), "{}", feed.text);
    assert!(!feed.says("123") || !feed.says("EUR"), "{}", feed.text);
    assert!(!feed.says("Nobody but us"), "{}", feed.text);
    // A feed that is read again says the same, but for when it was written.
    let again = stage.get(visitor, &path).await;
    assert_eq!(feed.text, again.text);
}

#[tokio::test]
async fn a_supervisor_reads_their_own_tasks_alone() {
    let stage = stage();
    signed(&stage);
    let sams = made(&stage, &stage.cast.sam).await;
    let feed = stage.get(&stage.cast.visitor, &sams).await;
    assert_eq!(feed.text.matches("BEGIN:VEVENT").count(), 2, "{}", feed.text);
    assert!(!feed.says("Last day for notice"), "{}", feed.text);
    let noras = made(&stage, &stage.cast.nora).await;
    let feed = stage.get(&stage.cast.visitor, &noras).await;
    assert!(feed.status == 200 && !feed.says("BEGIN:VEVENT"), "{}", feed.text);
    for who in [&stage.cast.omar, &stage.cast.alice] {
        assert_eq!(stage.get(who, "/me/calendar").await.status, 403);
    }
}

#[tokio::test]
async fn an_address_that_is_no_longer_good_leads_nowhere() {
    let stage = stage();
    let (maya, visitor) = (&stage.cast.maya, &stage.cast.visitor);
    let first = made(&stage, maya).await;
    let second = made(&stage, maya).await;
    assert_eq!(stage.get(visitor, &first).await.status, 404, "the one before it is good no longer");
    assert_eq!(stage.get(visitor, &second).await.status, 200);
    for wrong in
        ["/calendar/x.ics", "/calendar/.ics", "/calendar/x", second.trim_end_matches(".ics"), "/calendar/%00.ics"]
    {
        assert_eq!(stage.get(visitor, wrong).await.status, 404, "{wrong}");
    }
    stage.post(maya, "/me/calendar/revocation", &[]).await.done();
    stage.post(maya, "/me/calendar/revocation", &[]).await.done();
    assert_eq!(stage.get(visitor, &second).await.status, 404);
    let third = made(&stage, maya).await;
    assert_eq!(stage.get(visitor, &third).await.status, 200);
    let left = Id::known(maya.me.actor.id.clone());
    stage.write(&stage.cast.ines.me, move |work| staff::leave(work, &left)).unwrap();
    assert_eq!(stage.get(visitor, &third).await.status, 404, "whoever left reads no more");
}

#[tokio::test]
async fn one_cannot_try_addresses_for_ever() {
    let stage = stage();
    let (maya, visitor) = (&stage.cast.maya, &stage.cast.visitor);
    let path = made(&stage, maya).await;
    let mut statuses = Vec::new();
    for number in 0..31 {
        statuses.push(stage.get(visitor, &format!("/calendar/{number}.ics")).await.status.as_u16());
    }
    assert_eq!(statuses[29..], [404, 429]);
    assert_eq!(stage.get(visitor, &path).await.status, 429);
    stage.app.clock.forward_seconds(900);
    for _ in 0..120 {
        assert_eq!(stage.get(visitor, &path).await.status, 200);
    }
    assert_eq!(stage.get(visitor, &path).await.status, 429);
}
