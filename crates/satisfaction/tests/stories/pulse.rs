//! Two questions behind a sign: answered by anybody, read by staff, and kept apart from clients.

use axum::http::StatusCode;
use ground::throttle;

use crate::*;

/// A sign in the lobby of the gate: its code.
async fn hung(stage: &Stage) -> String {
    let list = format!("/sites/{}/signs", stage.cast.gate);
    stage.post(&stage.cast.sam, &list, &[("place", "Lobby")]).await.done();
    let page = stage.get(&stage.cast.sam, &list).await;
    page.between("href=\"/q/", "\"").unwrap()
}

async fn answers(stage: &Stage, code: &str, form: &[(&str, &str)]) -> stage::Page {
    stage.post(&stage.cast.visitor, &format!("/q/{code}/pulse"), form).await
}

async fn read(stage: &Stage, who: &Who) -> stage::Page {
    stage.get(who, &format!("/sites/{}/pulse", stage.cast.gate)).await
}

#[tokio::test]
async fn a_visitor_answers_and_a_supervisor_reads_it() {
    let stage = stage();
    let (sam, visitor, code) = (&stage.cast.sam, &stage.cast.visitor, hung(&stage).await);
    assert!(read(&stage, sam).await.says("Nobody answered in this time"));
    let sign = stage.get(visitor, &format!("/q/{code}")).await;
    assert!(sign.says(&format!("/q/{code}/pulse")), "{}", sign.text);
    let page = stage.get(visitor, &format!("/q/{code}/pulse?lang=es")).await;
    assert!(page.says("Su visita de hoy") && page.says("No trat\u{e9} con ning\u{fa}n guardia"), "{}", page.text);
    assert_eq!(page.headers.get("set-cookie"), None);
    let given = answers(&stage, &code, &[("safe", "5"), ("treated", ""), ("comment", "<b>Calm & bright.</b>")]).await;
    let thanks = stage.get(visitor, given.headers["location"].to_str().unwrap()).await;
    assert!(thanks.says("Thank you.") && !thanks.says("name=\"safe\""), "{}", thanks.text);
    let page = read(&stage, sam).await;
    assert!(page.says("Single answers: 5") && page.says("2026-11-22") && page.says("Lobby"), "{}", page.text);
    assert!(!page.says("<b>Calm") && page.says("Calm"), "{}", page.text);
    let file = stage.get(sam, &format!("/sites/{}/pulse.csv", stage.cast.gate)).await;
    let line = file.text.lines().nth(1).unwrap();
    assert_eq!(line, format!("2026-11-22,{code},Lobby,5,,en,<b>Calm & bright.</b>"));
}

#[tokio::test]
async fn five_answers_become_figures() {
    let stage = stage();
    let code = hung(&stage).await;
    for safe in ["5", "4", "4", "4", "1"] {
        answers(&stage, &code, &[("safe", safe), ("treated", "3")]).await.done();
    }
    let page = read(&stage, &stage.cast.sam).await;
    // Wilson's interval of 4 of 5 is 0.376 to 0.964; Student's of these five is 3.6 -+ 1.88.
    assert!(page.says("4 of 5 (80 %, between 38 % and 96 %)"), "{}", page.text);
    assert!(page.says("3.6 (between 1.7 and 5.0)"), "{}", page.text);
    assert!(page.says("3.0; all the same"), "{}", page.text);
}

#[tokio::test]
async fn it_is_no_voice_of_a_client_and_the_record_holds_no_answer() {
    let stage = stage();
    let code = hung(&stage).await;
    answers(&stage, &code, &[("safe", "1"), ("comment", "A dark corner.")]).await.done();
    let satisfaction = stage.get(&stage.cast.ines, "/satisfaction").await;
    assert!(satisfaction.says("0 of 0") && !satisfaction.says("A dark corner."), "{}", satisfaction.text);
    let record =
        stage.read(&stage.cast.ines.me, |work| ground::entry::rows::of_subject(work.connection, &code)).unwrap();
    let given: Vec<_> = record.iter().filter(|entry| entry.deed == "pulse.given").collect();
    assert_eq!(given.len(), 1);
    let told = format!("{given:?}");
    assert!(!told.contains("dark corner") && !told.contains("safe"), "{told}");
}

#[tokio::test]
async fn one_of_ours_who_answers_is_not_named() {
    let stage = stage();
    let code = hung(&stage).await;
    stage.post(&stage.cast.omar, &format!("/q/{code}/pulse"), &[("safe", "5")]).await.done();
    let record =
        stage.read(&stage.cast.ines.me, |work| ground::entry::rows::of_subject(work.connection, &code)).unwrap();
    let told = format!("{:?}", record.iter().find(|entry| entry.deed == "pulse.given").unwrap());
    assert!(!told.contains("Omar"), "{told}");
}

#[tokio::test]
async fn comments_are_found_by_what_they_are_about() {
    let stage = stage();
    let (sam, code) = (&stage.cast.sam, hung(&stage).await);
    for words in ["The gate stood open.", "<i>Thank you</i>, the guard at the gate was polite.", "Hm."] {
        answers(&stage, &code, &[("comment", words)]).await.done();
    }
    let page = read(&stage, sam).await;
    assert!(page.says("no figure of satisfaction") && page.says("Hm."), "{}", page.text);
    assert!(page.says("2 of 3") && page.says("theme=access-control#comments"), "{}", page.text);
    let of = |theme: &str| format!("/sites/{}/pulse?theme={theme}", stage.cast.gate);
    let praise = stage.get(sam, &of("praise")).await;
    assert!(praise.says("polite") && !praise.says("stood open") && !praise.says("<i>"), "{}", praise.text);
    assert!(praise.says("2 of 3"), "the table stays whole: {}", praise.text);
    let odd = stage.get(sam, &of("%3Cscript%3E")).await;
    assert!(odd.says("Hm.") && !odd.says("<script>&"), "a theme that is none is no filter");
    let none = stage.get(sam, &of("cost")).await;
    assert_eq!((none.status.as_u16(), none.says("polite")), (200, false));
}

#[tokio::test]
async fn each_reads_what_is_within_their_reach() {
    let stage = stage();
    assert_eq!(read(&stage, &stage.cast.omar).await.status, 403);
    assert_eq!(read(&stage, &stage.cast.alice).await.status, 403);
    let yard = format!("/sites/{}/pulse", stage.cast.yard);
    assert_eq!(stage.get(&stage.cast.sam, &yard).await.status, 404);
    assert_eq!(stage.get(&stage.cast.sam, &format!("{yard}.csv")).await.status, 404);
}

#[tokio::test]
async fn what_cannot_be_taken_is_said_and_kept_in_the_form() {
    let stage = stage();
    let code = hung(&stage).await;
    let nothing = answers(&stage, &code, &[("safe", ""), ("treated", ""), ("comment", "")]).await;
    assert!(nothing.status == 422 && nothing.says("Nothing was answered"), "{}", nothing.text);
    let long = "<script>alert(1)</script>".repeat(800);
    let page = answers(&stage, &code, &[("safe", "2"), ("comment", &long)]).await;
    assert!(page.status == 422 && !page.says("<script>alert"), "{}", page.status);
    assert!(page.says("value=\"2\" checked"), "{}", page.text);
    assert_eq!(answers(&stage, &code, &[("safe", "9")]).await.status, 422);
    assert!(read(&stage, &stage.cast.sam).await.says("Nobody answered in this time"));
}

#[tokio::test]
async fn a_sign_that_hangs_no_more_asks_nothing() {
    let stage = stage();
    let code = hung(&stage).await;
    answers(&stage, &code, &[("safe", "4")]).await.done();
    stage.post(&stage.cast.sam, &format!("/signs/{code}/retirement"), &[]).await.done();
    let gone = stage.get(&stage.cast.visitor, &format!("/q/{code}/pulse")).await;
    assert!(gone.status == 404 && gone.says("no longer in use"), "{}", gone.text);
    assert_eq!(answers(&stage, &code, &[("safe", "4")]).await.status, 404);
    assert_eq!(answers(&stage, "NOSUCHCODE", &[("safe", "4")]).await.status, 404);
    assert!(read(&stage, &stage.cast.sam).await.says("Single answers: 4"), "what was answered there stays");
}

#[tokio::test]
async fn the_same_form_sent_again_is_one_answer() {
    let stage = stage();
    let code = hung(&stage).await;
    let form = [("safe", "4"), ("once", "a-form-of-this-page")];
    let first = answers(&stage, &code, &form).await.leads_to();
    assert_eq!(answers(&stage, &code, &form).await.leads_to(), first);
    assert!(read(&stage, &stage.cast.sam).await.says("Single answers: 4<"), "one of them counts");
    let other = answers(&stage, &code, &[("safe", "1"), form[1]]).await;
    assert!(other.status == 422 && other.says("sent before"), "{}", other.text);
}

#[tokio::test]
async fn many_answers_from_one_address_wait() {
    let stage = stage();
    let code = hung(&stage).await;
    for _ in 0..10 {
        answers(&stage, &code, &[("safe", "1")]).await.done();
    }
    let page = answers(&stage, &code, &[("safe", "1"), ("comment", "Once more.")]).await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(page.headers.get("retry-after").is_some() && page.says("Once more."), "{}", page.text);
    stage.app.clock.forward_seconds(600);
    answers(&stage, &code, &[("safe", "1")]).await.done();
}

#[tokio::test]
async fn a_site_that_is_flooded_takes_no_more_that_day() {
    let stage = stage();
    let code = hung(&stage).await;
    let (gate, now) = (stage.cast.gate.clone(), stage.app.clock.now());
    let full = throttle::Limit { purpose: "pulse.give by site and day", times: 1_000, window_seconds: 86_400 };
    let count = move |connection: &mut _| {
        (0..1_000).try_for_each(|_| throttle::count(connection, full, gate.as_str(), now).map(|_| ()))
    };
    stage.app.db.write_here(count).unwrap();
    assert_eq!(answers(&stage, &code, &[("safe", "1")]).await.status, StatusCode::TOO_MANY_REQUESTS);
    stage.app.clock.forward_seconds(86_400);
    answers(&stage, &code, &[("safe", "1")]).await.done();
}
