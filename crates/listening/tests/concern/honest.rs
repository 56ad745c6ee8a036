//! What was said is never thrown away in silence, and what was missed stays missed.

use axum::http::StatusCode;
use listening::concern::{self, State};
use listening::promise::Step;
use listening::{check_back, conversation};
use people::contact;
use stage::Stage;

use crate::{act, found, stage, told};

/// The path of the link in the newest letter to Alice.
fn link(stage: &Stage) -> String {
    let letter = stage.letter_to("alice@harbour.example").unwrap();
    letter
        .lines()
        .find(|line| line.contains("/check-back/"))
        .unwrap()
        .split("localhost:7300")
        .nth(1)
        .unwrap()
        .to_owned()
}

#[tokio::test]
async fn words_that_come_too_late_are_shown_again_and_not_thanked_for() {
    let stage = stage();
    let id = told(&stage, "The door was open.", "shortfall").id;
    act(&stage, &stage.cast.sam, &id, &[("act", "answer"), ("words", "It is mended.")]).await.done();
    stage.forward_seconds(14 * 86_400 + 3_600);
    let path = link(&stage);
    let (alice, more) = (stage.cast.alice.me.clone(), id.clone());
    stage.write(&alice, move |work| conversation::hear(work, &more, "And the window, too.")).unwrap();
    let form = [("helped", "no"), ("words", "No, the door was open again.")];
    let refused = stage.post(&stage.cast.visitor, &path, &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("No, the door was open again."), "{}", refused.text);
    assert!(refused.says(&format!("/portal/concerns/{id}")), "{}", refused.text);
}

#[tokio::test]
async fn a_no_that_is_sent_twice_counts_once() {
    let stage = stage();
    let id = told(&stage, "The door was open.", "shortfall").id;
    act(&stage, &stage.cast.sam, &id, &[("act", "answer"), ("words", "It is mended.")]).await.done();
    stage.forward_seconds(14 * 86_400 + 3_600);
    let (path, form) = (link(&stage), [("helped", "no"), ("words", "It is not.")]);
    for _ in 0..2 {
        let sent = stage.post(&stage.cast.visitor, &path, &form).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    }
    assert_eq!(found(&stage, &id).round, 2);
}

#[tokio::test]
async fn whether_it_helped_is_heard_only_after_an_answer() {
    let stage = stage();
    let id = told(&stage, "The door was open.", "shortfall").id;
    let ines = stage.cast.ines.me.clone();
    let refused = stage.write(&ines, {
        let id = id.clone();
        move |work| check_back::answer(work, &id, &check_back::Feedback::of(check_back::Helped::Yes, None))
    });
    assert!(refused.is_err());
}

#[tokio::test]
async fn who_left_is_written_to_no_more() {
    let stage = stage();
    let id = told(&stage, "The door was open.", "shortfall").id;
    let before = stage.letter_to("alice@harbour.example").unwrap();
    let alice = ground::Id::known(stage.cast.alice.me.actor.id.clone());
    stage.write(&stage.cast.ines.me, move |work| contact::leave(work, &alice)).unwrap();
    act(&stage, &stage.cast.sam, &id, &[("act", "answer"), ("words", "It is mended.")]).await.done();
    assert_eq!(stage.letter_to("alice@harbour.example").unwrap(), before);
}

#[tokio::test]
async fn who_acknowledges_or_closes_says_so_by_letter() {
    let stage = stage();
    let id = told(&stage, "The door was open.", "shortfall").id;
    let path = format!("/concerns/{id}/acknowledgement");
    stage.post(&stage.cast.sam, &path, &[("version", "0")]).await.done();
    assert!(stage.letter_to("alice@harbour.example").unwrap().contains("sees to it"));
    act(&stage, &stage.cast.sam, &id, &[("act", "answer"), ("words", "It is mended.")]).await.done();
    act(&stage, &stage.cast.sam, &id, &[("act", "close"), ("words", "You told me by telephone that it is well.")])
        .await
        .done();
    let letter = stage.letter_to("alice@harbour.example").unwrap();
    assert!(letter.contains("by telephone") && !letter.contains("heard nothing"), "{letter}");
    let praise = told(&stage, "Omar was kind to my mother.", "praise").id;
    let path = format!("/concerns/{praise}/acknowledgement");
    stage.post(&stage.cast.sam, &path, &[("version", "0")]).await.done();
    assert!(stage.letter_to("alice@harbour.example").unwrap().contains("Thank you for your kind words"));
}

#[tokio::test]
async fn what_was_missed_stays_missed_whatever_comes_after() {
    let stage = stage();
    let id = told(&stage, "The lobby was empty.", "serious").id;
    stage.app.clock.forward_seconds(10 * 86_400);
    let case = |stage: &Stage| stage.read(&stage.cast.ines.me, |work| concern::rows::case(work, &id)).unwrap();
    let ask = {
        let id = id.clone();
        move |work: &mut people::Work<'_>| conversation::ask_back(work, &id, None, "Which day?")
    };
    stage.write(&stage.cast.ines.me, ask).unwrap();
    let asked = case(&stage);
    let late = asked.owed(Step::Answer).unwrap();
    assert!(late.is_late(stage.app.clock.now()), "it waits, and was missed before");
    assert_eq!(asked.concern.next_step, Step::FollowUp, "what comes next is to ask again");
    let sort = {
        let id = id.clone();
        move |work: &mut people::Work<'_>| {
            concern::sort(work, &id, None, (concern::Category::Coverage, agreement::contract::Severity::S4))
        }
    };
    stage.write(&stage.cast.ines.me, sort).unwrap();
    let now = stage.app.clock.now().plus_seconds(1);
    let missed =
        case(&stage).promises.iter().filter(|promise| promise.step == Step::Answer && promise.is_late(now)).count();
    assert!(missed >= 1, "to sort it down does not unsay it");
    let share = stage.read(&stage.cast.ines.me, |work| {
        listening::facts::answered_in_time(work, None, now.plus_seconds(-30 * 86_400))
    });
    let share = share.unwrap();
    assert_eq!((share.count, share.of), (0, share.of));
    assert!(share.of >= 1);
}

#[tokio::test]
async fn asked_again_they_have_as_long_again() {
    let stage = stage();
    let id = told(&stage, "Somebody was rude.", "shortfall").id;
    act(&stage, &stage.cast.sam, &id, &[("act", "ask_back"), ("words", "On which day was that?")]).await.done();
    let due = |stage: &Stage| found(stage, &id).next_due_at.unwrap();
    let first = due(&stage);
    stage.app.clock.forward_seconds(first.seconds_since(stage.app.clock.now()) + 3_600);
    let again = {
        let id = id.clone();
        move |work: &mut people::Work<'_>| conversation::say(work, &id, None, "Do you remember the day?")
    };
    stage.write(&stage.cast.sam.me, again).unwrap();
    assert!(due(&stage) > stage.app.clock.now());
    assert_eq!(found(&stage, &id).state, State::Waiting);
}

#[tokio::test]
async fn after_the_gravest_we_ask_a_second_time() {
    let stage = stage();
    let id = told(&stage, "A man with a knife was let in.", "danger").id;
    act(&stage, &stage.cast.sam, &id, &[("act", "answer"), ("words", "The door is locked now.")]).await.done();
    stage.forward_seconds(8 * 86_400);
    let case = stage.read(&stage.cast.ines.me, |work| concern::rows::case(work, &id)).unwrap();
    let asked: Vec<_> = case.promises.iter().filter(|promise| promise.step == Step::CheckBack).collect();
    assert_eq!(asked.len(), 2);
    assert!(asked.iter().all(|promise| promise.kept_at.is_some() && promise.kept_at <= promise.due_at), "{asked:?}");
}

#[tokio::test]
async fn no_clock_writes_on_the_protected_path() {
    let stage = stage();
    let id = told(&stage, "Sam pushed my son.", "danger").id;
    let (maya, sam) = (stage.cast.maya.me.actor.id.clone(), stage.cast.sam.me.actor.id.clone());
    let form = [("protected_owner", maya.as_str()), ("about", sam.as_str()), ("version", "0")];
    stage.post(&stage.cast.maya, &format!("/concerns/{id}/protection"), &form).await.done();
    act(&stage, &stage.cast.maya, &id, &[("act", "answer"), ("words", "I will call you today.")]).await.done();
    stage.forward_seconds(40 * 86_400);
    assert!(stage.letter_to("alice@harbour.example").unwrap().contains("I will call you today."));
    assert_eq!(found(&stage, &id).state, State::Answered);
}

#[tokio::test]
async fn what_is_late_asks_for_a_reason_that_whoever_told_us_reads() {
    let stage = stage();
    let id = told(&stage, "The lobby was empty at six.", "serious").id;
    let path = format!("/concerns/{id}");
    let reason = format!("{path}/late-reason");
    let asks = "Late, and nobody said why";
    assert!(!stage.get(&stage.cast.sam, &path).await.says(asks), "nothing is late yet");
    let form = [("version", "0"), ("late_reason", "Our night desk was not staffed.")];
    let too_soon = stage.post(&stage.cast.sam, &reason, &form).await;
    assert_eq!(too_soon.status, StatusCode::UNPROCESSABLE_ENTITY);
    stage.forward_seconds(2 * 3_600);
    assert!(stage.get(&stage.cast.sam, &path).await.says(asks), "the acknowledgement is");
    let empty = stage.post(&stage.cast.sam, &reason, &[("version", "0"), ("late_reason", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    stage.post(&stage.cast.sam, &reason, &form).await.done();
    let page = stage.get(&stage.cast.sam, &path).await;
    assert!(page.says("Our night desk was not staffed.") && !page.says(asks), "{}", page.text);
    assert!(stage.letter_to("alice@harbour.example").unwrap().contains("Our night desk was not staffed."));
    let twice = stage.post(&stage.cast.sam, &reason, &[("version", "1"), ("late_reason", "Another.")]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY, "the reason was said");
    assert!(stage.post(&stage.cast.nora, &reason, &form).await.status == StatusCode::NOT_FOUND, "out of reach");
    // It is acknowledged, and then the answer is late too: that has a reason of its own.
    act(&stage, &stage.cast.sam, &id, &[("act", "say"), ("words", "I look into it.")]).await.done();
    stage.forward_seconds(5 * 86_400);
    assert!(stage.get(&stage.cast.sam, &path).await.says(asks));
}
