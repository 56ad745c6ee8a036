//! The whole way of what Alice tells us, as the portal shows it.

use axum::http::StatusCode;

use crate::{back, found, says, stage, tells};

#[tokio::test]
async fn alice_tells_is_asked_back_says_no_and_then_yes() {
    let stage = stage();
    let (alice, sam) = (&stage.cast.alice, &stage.cast.sam);
    let path = tells(&stage, alice, &stage.cast.gate, "The gate was left open again.").await;
    let number = found(&stage, &crate::id_of(&path)).number;
    let page = stage.get(alice, &path).await;
    assert!(page.says("The gate was left open again.") && page.says(&number), "{}", page.text);
    assert!(
        page.says("aria-current=\"step\">We say that we heard it</li>")
            && page.says("Not due yet")
            && page.says("Sam Okonjo"),
        "{}",
        page.text
    );
    assert!(page.says("22 Nov 2026"), "what was promised stands there with its day and zone");
    assert!(stage.letter_to(alice.email).unwrap().contains(&path), "the letter leads to the portal");
    let home = stage.get(alice, "/portal").await;
    assert!(home.says("Nothing waits for you") && home.says("In our hands") && home.says(&path), "{}", home.text);

    says(&stage, sam, &path, ("ask_back", "Which evening was it?")).await;
    let home = stage.get(alice, "/portal").await;
    assert!(home.says("One thing waits for you") && home.says("We asked you something."), "{}", home.text);
    let page = stage.get(alice, &path).await;
    assert!(page.says("Our answer waits for yours") && page.says("Waits for your reply"), "{}", page.text);
    let reply = [("words", "On Friday, at nine."), ("once", "reply")];
    stage.post(alice, &format!("{path}/messages"), &reply).await.done();
    assert!(stage.get(alice, "/portal").await.says("Nothing waits for you"));

    says(&stage, sam, &path, ("answer", "The lock is mended.")).await;
    let home = stage.get(alice, "/portal").await;
    assert!(home.says("We answered. Did it help?") && home.says("The lock is mended."), "{}", home.text);
    let no = [("helped", "no"), ("helped_words", "It stood open last night."), ("once", "no")];
    stage.post(alice, &format!("{path}/check-back"), &no).await.done();
    let page = stage.get(alice, &path).await;
    assert!(page.says("Opened again") && page.says("It stood open last night."), "{}", page.text);
    let home = stage.get(alice, "/portal").await;
    assert!(home.says("It did not help"), "the first page hides no failure: {}", home.text);

    stage.app.clock.forward_seconds(3_600);
    says(&stage, sam, &path, ("answer", "There is a new lock, and we check it each night.")).await;
    let home = stage.get(alice, "/portal").await;
    assert!(!home.says("It did not help"), "nobody has said yet whether the new answer helped");
    stage.post(alice, &format!("{path}/check-back"), &[("helped", "yes"), ("once", "yes")]).await.done();
    let page = stage.get(alice, &path).await;
    assert!(page.says("Closed</li>") && page.says("For 30 days"), "{}", page.text);
    let home = stage.get(alice, "/portal").await;
    assert!(home.says("Recently closed") && home.says("It helped"), "{}", home.text);
    assert!(home.says("2/2"), "both answers came in time: {}", home.text);
}

#[tokio::test]
async fn a_late_promise_is_said_to_be_late() {
    let stage = stage();
    let alice = &stage.cast.alice;
    let path = tells(&stage, alice, &stage.cast.gate, "Nobody was at the desk.").await;
    stage.forward_seconds(6 * 86_400);
    let page = stage.get(alice, &path).await;
    assert!(page.says("badge late") && page.says("Late by"), "{}", page.text);
    assert!(stage.get(alice, "/portal").await.says("0/1"), "a late answer that is still owed counts");
    let reason = path.replace("/portal", "") + "/late-reason";
    let form = [("version", "0"), ("late_reason", "Two of our people were ill.")];
    stage.post(&stage.cast.sam, &reason, &form).await.done();
    assert!(stage.get(alice, &path).await.says("Why: Two of our people were ill."));
    says(&stage, &stage.cast.sam, &path, ("answer", "Relief was late. We are sorry.")).await;
    let page = stage.get(alice, &path).await;
    assert!(page.says("Late by 4 d"), "kept, and late: {}", page.text);
    assert!(stage.get(alice, "/portal").await.says("0/1"));
}

#[tokio::test]
async fn silence_is_unknown_and_a_closed_concern_is_opened_again_for_thirty_days() {
    let stage = stage();
    let alice = &stage.cast.alice;
    let path = tells(&stage, alice, &stage.cast.gate, "The lamps are dark.").await;
    says(&stage, &stage.cast.sam, &path, ("answer", "New lamps were ordered.")).await;
    stage.forward_seconds(29 * 86_400);
    let (alice, sam) = (&back(&stage, alice), &back(&stage, &stage.cast.sam));
    let page = stage.get(alice, &path).await;
    assert!(page.says("unknown whether it helped"), "{}", page.text);
    assert!(page.says("<li>You say whether it helped</li>"), "nobody said so, so it is not claimed: {}", page.text);
    let reopen = [("reopen_words", "They are still dark."), ("once", "again")];
    stage.post(alice, &format!("{path}/reopening"), &reopen).await.done();
    let page = stage.get(alice, &path).await;
    assert!(page.says("Opened again") && page.says("They are still dark."), "{}", page.text);
    says(&stage, sam, &path, ("answer", "They are bright.")).await;
    stage.post(alice, &format!("{path}/check-back"), &[("helped", "yes")]).await.done();
    stage.app.clock.forward_seconds(31 * 86_400);
    let alice = &back(&stage, alice);
    let refused = stage.post(alice, &format!("{path}/reopening"), &[("reopen_words", "Dark again.")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("more than 30 days ago"), "{}", refused.text);
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost() {
    let stage = stage();
    let alice = &stage.cast.alice;
    let path = tells(&stage, alice, &stage.cast.gate, "Who has the key?").await;
    let empty = stage.post(alice, &format!("{path}/messages"), &[("words", " ")]).await;
    assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && empty.says("words-error"), "{}", empty.text);
    says(&stage, &stage.cast.sam, &path, ("answer", "The desk has it.")).await;
    let form = [("helped", "maybe"), ("helped_words", "I was not there.")];
    let wrong = stage.post(alice, &format!("{path}/check-back"), &form).await;
    assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.says("I was not there."), "{}", wrong.text);
}
