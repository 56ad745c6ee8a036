//! What is new, in one letter at a chosen time; and nothing when nothing is.

use axum::http::StatusCode;
use ground::letter;
use stage::Stage;

use crate::{back, says, stage, tells};

const DAY: i64 = 86_400;

/// The words of every digest that was written to an address, the newest first.
fn digests(stage: &Stage, to: &str) -> Vec<String> {
    let all = stage.app.db.read_here(|connection| letter::newest(connection, 1_000)).unwrap();
    all.into_iter()
        .filter(|letter| letter.kind == "digest.written" && letter.to_address == to)
        .map(|letter| letter.words)
        .collect()
}

#[tokio::test]
async fn a_client_reads_once_a_week_what_is_new_and_nothing_when_nothing_is() {
    let stage = stage();
    stage.run_jobs();
    let alice = &stage.cast.alice;
    let path = tells(&stage, alice, &stage.cast.gate, "The gate was left open again.").await;
    says(&stage, &stage.cast.sam, &path, ("say", "I look into it tonight.")).await;
    says(&stage, &stage.cast.sam, &path, ("note", "Ask Omar who had the key.")).await;
    // It is Sunday; the week of a client begins on Monday at eight.
    stage.forward_seconds(25 * 3_600);
    assert!(digests(&stage, alice.email).is_empty(), "not before its hour");
    // The clock looks every five minutes.
    stage.forward_seconds(3_600 + 300);
    let letter = digests(&stage, alice.email).remove(0);
    assert!(letter.contains("The gate was left open again.") && letter.contains("Harbour Gate"), "{letter}");
    assert!(letter.contains("We said: I look into it tonight."), "{letter}");
    assert!(!letter.contains("Omar"), "what staff say to staff is nobody else's: {letter}");
    assert!(letter.contains("/portal") && letter.contains("/digest"), "{letter}");
    assert!(digests(&stage, stage.cast.olaf.email).is_empty(), "of another client's concerns nobody hears");
    // A note alone is no news, and neither is that nothing happened.
    says(&stage, &back(&stage, &stage.cast.sam), &path, ("answer", "The lock is mended.")).await;
    stage.forward_seconds(7 * DAY);
    assert_eq!(digests(&stage, alice.email).len(), 2);
    says(&stage, &back(&stage, &stage.cast.sam), &path, ("note", "It was the cleaner.")).await;
    let waits = digests(&stage, alice.email).remove(0);
    assert!(waits.contains("This waits for you:"), "we asked whether it helped: {waits}");
}

#[tokio::test]
async fn staff_read_each_morning_what_is_late_and_due_without_a_word_of_what_was_said() {
    let stage = stage();
    stage.run_jobs();
    let sam = &stage.cast.sam;
    stage.forward_seconds(2 * 3_600);
    assert!(digests(&stage, sam.email).is_empty(), "nothing is due");
    tells(&stage, &stage.cast.alice, &stage.cast.gate, "The gate was left open again.").await;
    stage.forward_seconds(DAY);
    let letter = digests(&stage, sam.email).remove(0);
    assert!(letter.contains("Harbour Gate") && letter.contains("/queue"), "{letter}");
    assert!(!letter.contains("left open"), "{letter}");
    assert!(digests(&stage, stage.cast.nora.email).is_empty(), "it is at none of her sites");
    assert!(digests(&stage, stage.cast.omar.email).is_empty(), "officers have none");
}

#[tokio::test]
async fn one_chooses_when_and_switches_it_off() {
    let stage = stage();
    stage.run_jobs();
    let alice = &stage.cast.alice;
    let page = stage.get(alice, "/digest").await;
    assert!(page.says("Every week") && page.says("23 Nov 2026, 08:00 CST"), "{}", page.text);
    let wrong = [("rhythm", "daily"), ("weekday", "1"), ("hour", "6"), ("zone", "Nowhere/Else")];
    let refused = stage.post(alice, "/digest", &wrong).await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.says("Nowhere/Else"), "{}", refused.text);
    let daily = [("rhythm", "daily"), ("weekday", "1"), ("hour", "18"), ("zone", "Europe/Madrid")];
    stage.post(alice, "/digest", &daily).await.done();
    assert!(stage.get(alice, "/digest").await.says("22 Nov 2026, 18:00 CET"));
    tells(&stage, alice, &stage.cast.gate, "The gate was left open again.").await;
    stage.forward_seconds(6 * 3_600);
    assert_eq!(digests(&stage, alice.email).len(), 1);
    let never = [("rhythm", "never"), ("weekday", "1"), ("hour", "18"), ("zone", "Europe/Madrid")];
    stage.post(alice, "/digest", &never).await.done();
    tells(&stage, alice, &stage.cast.gate, "And again.").await;
    stage.forward_seconds(9 * DAY);
    assert_eq!(digests(&stage, alice.email).len(), 1);
    assert!(stage.get(&stage.cast.visitor, "/digest").await.status == StatusCode::SEE_OTHER, "it is for members");
}
