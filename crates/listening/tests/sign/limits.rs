//! The same report twice, and too many of them.

use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use ground::throttle::{self, Limit};

use crate::{concerns, form, hung, hung_at, photo, stage, tell};

const HOME: [u8; 4] = [192, 0, 2, 1];
const ELSEWHERE: [u8; 4] = [192, 0, 2, 2];

#[tokio::test]
async fn the_same_form_sent_again_has_the_same_receipt() {
    let stage = stage();
    let path = hung(&stage).await;
    let (kept, shown) = (photo(), [("words", "Gate open"), ("urgency", "serious"), ("once", "a-form-of-this-page")]);
    let send = |address, fields: &[(&str, &str)]| {
        let request = form(&path, address, fields, &[&kept]);
        async { stage.send(&stage.cast.visitor, request).await.leads_to() }
    };
    let first = send(HOME, &shown).await;
    // The phone left the building's network meanwhile, and hours went by.
    stage.app.clock.forward_seconds(7_200);
    assert_eq!(send(ELSEWHERE, &shown).await, first);
    assert_eq!(concerns(&stage).len(), 1);
    let corrected = [("words", "Gate open, and a man inside"), shown[1], shown[2]];
    assert_ne!(send(HOME, &corrected).await, first, "other words in the same form are not lost");
    assert_eq!(concerns(&stage).len(), 2);
}

#[tokio::test]
async fn two_presses_at_once_are_one_report() {
    let stage = stage();
    let path = hung(&stage).await;
    let fields = [("words", "Gate open"), ("urgency", "serious"), ("once", "a-form-of-this-page")];
    let send = |address| stage.send(&stage.cast.visitor, form(&path, address, &fields, &[]));
    let (one, two, three) = tokio::join!(send(HOME), send(HOME), send(ELSEWHERE));
    assert_eq!(one.leads_to(), two.leads_to());
    assert_eq!(one.leads_to(), three.leads_to());
    assert_eq!(concerns(&stage).len(), 1);
}

#[tokio::test]
async fn the_same_words_from_the_same_place_are_one_report_for_two_minutes() {
    let stage = stage();
    let (path, roof) = (hung(&stage).await, hung_at(&stage, "Roof").await);
    let first = tell(&stage, &path, HOME, "Gate open").await.leads_to();
    stage.app.clock.forward_seconds(119);
    assert_eq!(tell(&stage, &path, HOME, "Gate open").await.leads_to(), first);
    assert_ne!(tell(&stage, &roof, HOME, "Gate open").await.leads_to(), first);
    assert_ne!(tell(&stage, &path, ELSEWHERE, "Gate open").await.leads_to(), first);
    stage.app.clock.forward_seconds(2);
    assert_ne!(tell(&stage, &path, HOME, "Gate open").await.leads_to(), first);
}

#[tokio::test]
async fn the_twenty_first_report_of_an_address_waits_and_keeps_its_words() {
    let stage = stage();
    let path = hung(&stage).await;
    for n in 0..20 {
        tell(&stage, &path, HOME, &format!("Report {n}")).await.done();
    }
    let next = tell(&stage, &path, HOME, "The next, with many words").await;
    assert_eq!(next.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(next.says("The next, with many words</textarea>") && next.says("tel:911"), "{}", next.text);
    let wait: i64 = next.headers[RETRY_AFTER].to_str().unwrap().parse().unwrap();
    // A report that was received is still answered with its receipt.
    tell(&stage, &path, HOME, "Report 19").await.done();
    tell(&stage, &path, ELSEWHERE, "Report 0").await.done();
    stage.app.clock.forward_seconds(wait);
    tell(&stage, &path, HOME, "The next, with many words").await.done();
    assert_eq!(concerns(&stage).len(), 22);
}

#[tokio::test]
async fn a_flooded_site_still_hears_who_has_told_us_nothing_yet() {
    let stage = stage();
    let path = hung(&stage).await;
    let (gate, now) = (stage.cast.gate.clone(), stage.app.clock.now());
    let limit = Limit { purpose: "sign.report by site", times: 120, window_seconds: 600 };
    let flood = move |connection: &mut _| {
        (0..130).try_for_each(|_| throttle::count(connection, limit, gate.as_str(), now).map(|_| ()))
    };
    stage.app.db.write_here(flood).unwrap();
    tell(&stage, &path, HOME, "The first from here").await.done();
    let second = tell(&stage, &path, HOME, "The second from here").await;
    assert_eq!(second.status, StatusCode::TOO_MANY_REQUESTS);
    tell(&stage, &path, ELSEWHERE, "Another first").await.done();
    assert_eq!(concerns(&stage).len(), 2);
}

#[tokio::test]
async fn three_hundred_reports_of_an_address_are_enough_for_a_day() {
    let stage = stage();
    let path = hung(&stage).await;
    let now = stage.app.clock.now();
    let limit = Limit { purpose: "sign.report by address and day", times: 300, window_seconds: 86_400 };
    let told = move |connection: &mut _| {
        (0..299).try_for_each(|_| throttle::count(connection, limit, "192.0.2.1", now).map(|_| ()))
    };
    stage.app.db.write_here(told).unwrap();
    tell(&stage, &path, HOME, "The last of the day").await.done();
    assert_eq!(tell(&stage, &path, HOME, "One more").await.status, StatusCode::TOO_MANY_REQUESTS);
    stage.app.clock.forward_seconds(86_400);
    tell(&stage, &path, HOME, "One more").await.done();
}

#[tokio::test]
async fn twenty_messages_are_enough_for_an_hour() {
    let stage = stage();
    let path = hung(&stage).await;
    let tracked = format!("{}/messages", tell(&stage, &path, HOME, "Gate open").await.leads_to());
    for n in 0..20 {
        let page = stage.post(&stage.cast.visitor, &tracked, &[("words", &format!("And {n}"))]).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text);
    }
    let page = stage.post(&stage.cast.visitor, &tracked, &[("words", "And again")]).await;
    assert!(page.status == StatusCode::TOO_MANY_REQUESTS && page.says("And again</textarea>"), "{}", page.text);
    assert!(page.headers.contains_key(RETRY_AFTER));
}
