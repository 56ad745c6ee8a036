//! Ladders, through the front door.

use agreement::contract::Severity;
use axum::http::StatusCode;
use calling::ladder::{Rung, Step, rows};
use stage::Stage;

use crate::stage;

/// The rungs for a shortfall that waits for its answer at the gate, or at the terrace.
fn rungs(stage: &Stage, at_gate: bool) -> Vec<String> {
    let site = if at_gate { stage.cast.gate.clone() } else { stage.cast.terrace.clone() };
    let ladder = stage.app.db.read_here(move |connection| rows::of(connection, &site)).unwrap();
    ladder.rungs(Severity::S3, Step::Answer).iter().map(Rung::text).collect()
}

fn one(version: &'static str, minutes: &'static str) -> [(&'static str, &'static str); 5] {
    [("version", version), ("whom_0", "owner"), ("minutes_0", minutes), ("point_0", "after_due"), ("by_0", "push")]
}

#[tokio::test]
async fn a_site_stands_over_the_organization_and_that_over_the_usual() {
    let stage = stage();
    let (maya, gate) = (&stage.cast.maya, format!("/sites/{}/ladder", stage.cast.gate));
    let usual = rungs(&stage, true);
    assert_eq!(usual.len(), 5);
    stage.post(maya, "/ladder/S3/answer", &one("0", "10")).await.done();
    assert_eq!((rungs(&stage, true), rungs(&stage, false)), (ten_minutes(), ten_minutes()));
    let page = stage.get(maya, &gate).await;
    assert!(page.says("Changed for all sites") && page.says("10 minutes after it was due: its owner"), "{}", page.text);
    stage.post(maya, &format!("{gate}/S3/answer"), &one("0", "20")).await.done();
    assert_eq!(rungs(&stage, true), ["owner after_due 1200 push"]);
    assert_eq!(rungs(&stage, false), ["owner after_due 600 push"]);
    assert!(stage.get(maya, &gate).await.says("Of this site"));
    stage.post(maya, &format!("{gate}/S3/answer/usual"), &[("version", "1")]).await.done();
    assert_eq!(rungs(&stage, true), ["owner after_due 600 push"]);
    stage.post(maya, "/ladder/S3/answer/usual", &[("version", "1")]).await.done();
    assert_eq!(rungs(&stage, true), usual);
}

#[tokio::test]
async fn of_two_who_change_it_the_second_looks_again() {
    let stage = stage();
    stage.post(&stage.cast.maya, "/ladder/S3/answer", &one("0", "10")).await.done();
    let second = stage.post(&stage.cast.ines, "/ladder/S3/answer", &one("0", "30")).await;
    assert_eq!(second.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(second.says("Somebody else changed this meanwhile") && second.says("value=\"30\""), "{}", second.text);
    assert_eq!(rungs(&stage, true), ["owner after_due 600 push"]);
    stage.post(&stage.cast.ines, "/ladder/S3/answer/usual", &[("version", "1")]).await.done();
    let third = stage.post(&stage.cast.maya, "/ladder/S3/answer", &one("1", "30")).await;
    assert_eq!(third.status, StatusCode::UNPROCESSABLE_ENTITY, "also when it was made as usual meanwhile");
    stage.post(&stage.cast.maya, "/ladder/S3/answer", &one("2", "30")).await.done();
}

#[tokio::test]
async fn what_makes_no_ladder_is_shown_again_with_what_was_typed() {
    let stage = stage();
    let empty = stage.post(&stage.cast.maya, "/ladder/S1/acknowledge", &[("version", "0")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.says("somebody is called at once"), "{}", empty.text);
    let mut form = one("0", "10").to_vec();
    form.extend([("whom_4", "owner"), ("minutes_4", "5"), ("point_4", "after_due"), ("by_4", "letter")]);
    let order = stage.post(&stage.cast.maya, "/ladder/S3/answer", &form).await;
    assert_eq!(order.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(order.says("href=\"#minutes_4\"") && order.says("name=\"whom_6\""), "{}", order.text);
    stage.post(&stage.cast.maya, "/ladder/S3/answer", &[("version", "0")]).await.done();
    assert!(rungs(&stage, true).is_empty());
    assert!(stage.get(&stage.cast.maya, "/ladder").await.says("Nobody is called."));
}

#[tokio::test]
async fn what_there_is_no_ladder_for_is_not_found() {
    let stage = stage();
    for path in ["/ladder/S9/answer", "/ladder/S1/check_back", "/sites/x/ladder", "/sites/x/ladder/S1/answer"] {
        assert_eq!(stage.get(&stage.cast.maya, path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(stage.get(&stage.cast.sam, "/ladder").await.status, StatusCode::FORBIDDEN);
    let nowhere = format!("/sites/{}/ladder/S1/answer", uuid_of_nothing());
    assert_eq!(stage.post(&stage.cast.maya, &nowhere, &one("0", "1")).await.status, StatusCode::NOT_FOUND);
}

fn ten_minutes() -> Vec<String> {
    vec!["owner after_due 600 push".to_owned()]
}

fn uuid_of_nothing() -> String {
    ground::Id::<()>::fresh().to_string()
}
