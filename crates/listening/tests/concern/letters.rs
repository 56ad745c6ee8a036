//! What is written about a concern, to whom, and what happens when it does not arrive.

use axum::http::StatusCode;
use ground::config::Said;
use ground::letter::{self, Class, Letter, unwanted};
use stage::Stage;

use crate::{act, found, stage, stage_with, told};

const ALICE: &str = "alice@harbour.example";

fn letters_to(stage: &Stage, address: &str) -> Vec<Letter> {
    let mut all = stage.app.db.read_here(|connection| letter::newest(connection, 1_000)).unwrap();
    all.retain(|letter| letter.to_address == address);
    all.reverse();
    all
}

fn switch_off(stage: &Stage, address: &'static str, class: Class) {
    let now = stage.app.clock.now();
    let save = move |connection: &mut _| unwanted::save(connection, address, class, false, now);
    stage.app.db.write_here(save).unwrap();
}

#[tokio::test]
async fn all_letters_about_a_concern_are_one_conversation_with_its_number() {
    let stage = stage();
    let raised = told(&stage, "The gate was left open again.", "shortfall");
    stage.app.clock.forward_seconds(60);
    act(&stage, &stage.cast.sam, &raised.id, &[("act", "answer"), ("words", "It is mended.")]).await.done();
    let [received, answer] = letters_to(&stage, ALICE).try_into().unwrap();
    let subject = format!("[{}] The gate was left open again.", raised.number);
    assert_eq!((received.subject.as_str(), answer.subject.as_str()), (subject.as_str(), subject.as_str()));
    let said = |letter: &Letter| letter.auto_submitted.clone();
    assert_eq!((said(&received).as_deref(), said(&answer)), (Some("auto-replied"), None), "Sam wrote the answer");
    assert!(answer.follows.unwrap().ends_with(&received.message_id));
    assert_eq!((received.from_name.as_str(), received.class), (answer.from_name.as_str(), Class::Concerns));
    assert!(!received.from_name.is_empty() && !answer.words.contains("reply to this letter"), "no mail comes in");
}

#[tokio::test]
async fn letters_invite_to_reply_where_mail_comes_in() {
    let stage = stage_with(Said { mail_address: Some("care@guards.example".to_owned()), ..Said::default() });
    told(&stage, "The gate was left open again.", "shortfall");
    assert!(stage.letter_to(ALICE).unwrap().contains("Or simply reply to this letter."));
}

#[tokio::test]
async fn the_links_of_the_question_choose_an_answer_and_send_none() {
    let stage = stage();
    let id = told(&stage, "Nobody greets the residents.", "shortfall").id;
    act(&stage, &stage.cast.sam, &id, &[("act", "answer"), ("words", "We spoke with the team.")]).await.done();
    stage.forward_seconds(15 * 86_400);
    let question = letters_to(&stage, ALICE).pop().unwrap();
    assert_eq!(question.class, Class::Questions);
    let links: Vec<&str> = question.words.lines().filter_map(|line| line.split("localhost:7300").nth(1)).collect();
    assert_eq!(links.len(), 3, "{}", question.words);
    for (link, helped) in links.iter().zip(["yes", "partly", "no"]) {
        assert!(link.ends_with(&format!("?helped={helped}")), "{link}");
        let page = stage.get(&stage.cast.visitor, link).await;
        let chosen = format!("value=\"{helped}\"");
        let (_, after) = page.text.split_once(&chosen).unwrap();
        assert!(after.split_once('>').unwrap().0.contains("checked"), "{helped}: {}", page.text);
        assert_eq!(page.text.matches(" checked").count(), 1);
    }
    assert_eq!(found(&stage, &id).state, listening::concern::State::Answered, "a scanner follows every link");
    let odd = links[0].replace("=yes", "=%22%3E%3Cscript%3E");
    assert!(!stage.get(&stage.cast.visitor, &odd).await.says("<script>"));
    stage.post(&stage.cast.visitor, links[0], &[("helped", "yes")]).await.done();
    assert_eq!(found(&stage, &id).state, listening::concern::State::Closed);
}

#[tokio::test]
async fn who_wants_no_letters_gets_none_and_a_danger_is_told_all_the_same() {
    let stage = stage();
    switch_off(&stage, ALICE, Class::Concerns);
    switch_off(&stage, stage.cast.sam.email, Class::Alerts);
    let id = told(&stage, "The lobby was empty at six.", "serious").id;
    act(&stage, &stage.cast.sam, &id, &[("act", "answer"), ("words", "We look into it.")]).await.done();
    told(&stage, "The lobby is empty again.", "serious");
    stage.forward_seconds(4 * 86_400);
    let classes = |address: &str| letters_to(&stage, address).iter().map(|letter| letter.class).collect::<Vec<_>>();
    assert!(!classes(ALICE).contains(&Class::Concerns), "{:?}", classes(ALICE));
    assert_eq!(classes(stage.cast.sam.email), []);
    assert!(classes(stage.cast.maya.email).contains(&Class::Alerts), "others are told");
    told(&stage, "A man with a knife was let in.", "danger");
    stage.forward_seconds(60);
    let told = letters_to(&stage, stage.cast.sam.email);
    assert!(told.len() == 1 && told[0].class == Class::Essential, "whatever he wants");
    assert!(told[0].words.contains("Say that it was heard"), "{}", told[0].words);
}

#[tokio::test]
async fn a_letter_that_does_not_arrive_is_seen_and_the_account_managers_are_told() {
    let stage = stage();
    let id = told(&stage, "The intercom buzzes all night.", "shortfall").id;
    stage.app.clock.forward_seconds(60);
    act(&stage, &stage.cast.sam, &id, &[("act", "answer"), ("words", "A technician comes tomorrow.")]).await.done();
    let page = format!("/concerns/{id}");
    stage.run_jobs();
    assert!(!stage.get(&stage.cast.sam, &page).await.says("did not arrive"));
    let (letter_id, now) = (letters_to(&stage, ALICE).pop().unwrap().id, stage.app.clock.now());
    let failed = move |connection: &mut _| {
        letter::delivery_failed(connection, &letter_id, true, "550 5.1.1 <alice@harbour.example> unknown", now)
    };
    stage.app.db.write_here(failed).unwrap();
    stage.run_jobs();
    let shown = stage.get(&stage.cast.sam, &page).await;
    assert!(shown.says("did not arrive: there is no such address"), "{}", shown.text);
    let told = letters_to(&stage, stage.cast.maya.email).pop().unwrap();
    assert_eq!((told.kind.as_str(), told.class), ("alert.came_back", Class::Alerts));
    assert!(told.words.contains(&page) && !told.words.contains("intercom") && !told.words.contains("alice"));
    let history = stage.get(&stage.cast.sam, &format!("{page}/history")).await;
    assert!(history.says("Noted that a letter did not arrive"), "{}", history.text);
    let before = letters_to(&stage, stage.cast.maya.email).len();
    act(&stage, &stage.cast.sam, &id, &[("act", "say"), ("words", "He is on his way.")]).await.done();
    stage.run_jobs();
    assert_eq!(stage.get(&stage.cast.sam, &page).await.text.matches("did not arrive: ").count(), 2);
    assert_eq!(letters_to(&stage, stage.cast.maya.email).len(), before, "they know of the address by now");
    stage.post(&stage.cast.nora, &format!("{page}/writing-again"), &[]).await;
    assert!(stage.get(&stage.cast.sam, &page).await.says("Their address takes no mail"), "Nora sees the mill alone");
    stage.post(&stage.cast.sam, &format!("{page}/writing-again"), &[]).await.done();
    assert!(!stage.get(&stage.cast.sam, &page).await.says("Their address takes no mail"));
    stage.app.clock.forward_seconds(1);
    act(&stage, &stage.cast.sam, &id, &[("act", "say"), ("words", "He has been.")]).await.done();
    assert_eq!(letters_to(&stage, ALICE).pop().unwrap().failed_at, None, "it is tried again");
    assert_eq!(stage.post(&stage.cast.sam, &format!("{page}/writing-again"), &[]).await.status, StatusCode::NOT_FOUND);
}
