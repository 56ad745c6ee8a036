//! Approving: by the link of a letter, in the portal, in silence, in an emergency.

use agreement::contract::{self, Approvals, NewContract, Promises, Renewal, Silence};
use ground::Day;
use ground::words::Language;
use listening::concern::{self, Channel, NewConcern, Voice};
use orders::revision::State;

use crate::*;

const HOUR: i64 = 3_600;
const RULES: &str = "1. Greet everybody.\n2. Ask guests whom they visit.\n3. Call the resident.";

/// What Alice told us.
fn told(stage: &Stage) -> String {
    let mut fields =
        ground::Fields::default().set("words", "Guests are waved through at the gate").set("urgency", "shortfall");
    let new = NewConcern::read(&mut fields, Channel::Portal, Voice::Client, Language::English)
        .unwrap_or_else(|| panic!("{:?}", fields.problems()));
    let gate = stage.cast.gate.clone();
    let raised = stage.write(&stage.cast.alice.me, move |work| {
        let site = concern::rows::site_of(work, &gate)?;
        concern::raise(work, &site, &new)
    });
    raised.unwrap().number
}

#[tokio::test]
async fn from_what_was_told_to_a_changed_line_and_back() {
    let stage = stage();
    let (sam, alice, visitor) = (&stage.cast.sam, &stage.cast.alice, &stage.cast.visitor);
    let number = told(&stage);
    let (orders, first) = in_force(&stage, RULES).await;
    let draft = next_draft(&stage, &orders).await;
    write(&stage, sam, &draft, 0, &RULES.replace("Ask guests whom", "Stop guests, and ask whom")).await.done();
    let unknown = propose(&stage, &draft, &[("cause", "concern"), ("concerns", "ZZZZ-ZZZZ")]).await;
    assert!(unknown.says("No concern of yours") || unknown.says("no number of a concern"), "{}", unknown.text);
    propose(&stage, &draft, &[("cause", "concern"), ("concerns", &number)]).await.done();
    let letter = stage.letter_to(alice.email).unwrap();
    assert!(letter.contains("Because you told us: Guests are waved through at the gate"), "{letter}");
    assert!(letter.contains("changed: 2. Stop guests, and ask whom they visit."), "{letter}");

    let link = link(&stage);
    let page = stage.get(visitor, &link).await;
    assert!(page.says("Because you told us: Guests are waved through"), "{}", page.text);
    assert!(page.says("<ins>") && page.says("<del>"), "{}", page.text);
    let line = page.between("<option value=\"", "\"").unwrap();
    let remark = [("line", line.as_str()), ("remark", "Also at night?")];
    stage.post(visitor, &format!("{link}/remarks"), &remark).await.done();
    let answer = [("answer", "yes"), ("hash", &hash(&page))];
    stage.post(visitor, &link, &answer).await.done();
    assert!(stage.get(visitor, &link).await.says("You said on"));

    let after = revision(&stage, &draft);
    assert_eq!((after.state, after.number), (State::InForce, Some(2)));
    assert_eq!(revision(&stage, &first).state, State::Replaced);
    let news = stage.letter_to(sam.email).unwrap();
    assert!(news.contains("Alice Hale agrees with your change"), "{news}");
    let page = stage.get(sam, &format!("/orders/{orders}?why=on")).await;
    let ways = page.text.matches(&format!("/revisions/{first}")).count();
    assert_eq!(ways, 2, "two lines come from the first revision: {}", page.text);
    assert!(
        page.text.matches(&format!("/revisions/{draft}")).count() >= 2,
        "one line, and the heading, lead to this one"
    );
    let why = stage.get(sam, &format!("/revisions/{draft}")).await;
    assert!(why.says("Because somebody told us") && why.says(&number) && why.says("Also at night?"), "{}", why.text);
}

#[tokio::test]
async fn a_link_that_was_altered_leads_nowhere_and_one_answer_is_enough() {
    let stage = stage();
    let visitor = &stage.cast.visitor;
    let draft = begin(&stage, &lobby(&stage)).await;
    add(&stage, &draft, "Access", RULES).await;
    propose(&stage, &draft, &[("cause", "first")]).await.done();
    let link = link(&stage);
    let altered = link.replace(|letter: char| letter == link.chars().last().unwrap(), "x");
    assert_eq!(stage.get(visitor, &altered).await.status, 404);
    let page = stage.get(visitor, &link).await;
    let other = "0".repeat(64);
    let wrong = stage.post(visitor, &link, &[("answer", "yes"), ("hash", &other)]).await;
    assert!(wrong.says("is not the one that waits"), "{}", wrong.text);
    let without = stage.post(visitor, &link, &[("answer", "no"), ("hash", &hash(&page))]).await;
    assert!(without.says("Please say why not"), "{}", without.text);
    let no = [("answer", "no"), ("words", "Residents will hate it."), ("hash", &hash(&page))];
    stage.post(visitor, &link, &no).await.done();
    let twice = stage.post(visitor, &link, &[("answer", "yes"), ("hash", &hash(&page))]).await;
    assert_eq!(twice.status, 422, "{}", twice.text);
    assert_eq!(revision(&stage, &draft).state, State::Refused);
    let shown = stage.get(&stage.cast.sam, &format!("/revisions/{draft}")).await;
    assert!(shown.says("Residents will hate it.") && shown.says("by the link of a letter"), "{}", shown.text);
}

#[tokio::test]
async fn in_the_portal_only_whoever_was_asked_answers() {
    let stage = stage();
    let (alice, bruno, olaf) = (&stage.cast.alice, &stage.cast.bruno, &stage.cast.olaf);
    let draft = begin(&stage, &lobby(&stage)).await;
    add(&stage, &draft, "Access", RULES).await;
    propose(&stage, &draft, &[("cause", "first")]).await.done();
    let id = link(&stage).trim_start_matches("/approvals/").split('.').next().unwrap().to_owned();
    let path = format!("/portal/approvals/{id}");
    assert_eq!(stage.get(bruno, &path).await.status, 404, "he does not decide");
    assert_eq!(stage.get(olaf, &path).await.status, 404, "nor another client");
    let page = stage.get(alice, &path).await;
    stage.post(alice, &path, &[("answer", "yes"), ("hash", &hash(&page))]).await.done();
    assert_eq!(revision(&stage, &draft).state, State::InForce);
}

#[tokio::test]
async fn a_replaced_text_is_not_approved() {
    let stage = stage();
    let (orders, _) = in_force(&stage, RULES).await;
    let waits = next_draft(&stage, &orders).await;
    write(&stage, &stage.cast.sam, &waits, 0, &RULES.replace("Greet", "Welcome")).await.done();
    propose(&stage, &waits, &[]).await.done();
    let old = link(&stage);
    let page = stage.get(&stage.cast.visitor, &old).await;
    let urgent = next_draft(&stage, &orders).await;
    write(&stage, &stage.cast.sam, &urgent, 0, &format!("{RULES}\n4. Close the side door.")).await.done();
    propose(&stage, &urgent, &[("emergency", "on"), ("summary", "The side door stays closed.")]).await.done();
    let late = stage.post(&stage.cast.visitor, &old, &[("answer", "yes"), ("hash", &hash(&page))]).await;
    assert!(late.status == 422 && late.says("No answer is needed any more"), "{}", late.text);
    assert_eq!(revision(&stage, &waits).state, State::Withdrawn);
}

#[tokio::test]
async fn what_cannot_wait_ends_with_the_clients_no() {
    let stage = stage();
    let (orders, first) = in_force(&stage, RULES).await;
    let urgent = next_draft(&stage, &orders).await;
    write(&stage, &stage.cast.sam, &urgent, 0, &format!("{RULES}\n4. Nobody enters by the side door.")).await.done();
    propose(&stage, &urgent, &[("emergency", "on")]).await.done();
    let page = stage.get(&stage.cast.omar, &format!("/orders/{orders}")).await;
    assert!(
        page.says("Nobody enters by the side door") && page.says("In force before the client answered"),
        "{}",
        page.text
    );
    let link = link(&stage);
    let page = stage.get(&stage.cast.visitor, &link).await;
    assert!(page.says("is in force already"), "{}", page.text);
    let no = [("answer", "no"), ("words", "Deliveries come that way."), ("hash", &hash(&page))];
    stage.post(&stage.cast.visitor, &link, &no).await.done();
    assert_eq!((revision(&stage, &urgent).state, revision(&stage, &first).state), (State::Refused, State::InForce));
    assert!(!stage.get(&stage.cast.omar, &format!("/orders/{orders}")).await.says("side door"));
}

#[tokio::test]
async fn a_time_to_come_is_waited_for() {
    let stage = stage();
    let draft = begin(&stage, &lobby(&stage)).await;
    add(&stage, &draft, "Access", RULES).await;
    // The opening is at 06:00 by the clock of the site.
    propose(&stage, &draft, &[("cause", "first"), ("effective_at", "2026-11-22T08:00")]).await.done();
    agree(&stage).await;
    assert_eq!(revision(&stage, &draft).state, State::Approved);
    stage.forward_seconds(2 * HOUR - 60);
    assert_eq!(revision(&stage, &draft).state, State::Approved);
    stage.forward_seconds(120);
    assert_eq!(revision(&stage, &draft).state, State::InForce);
}

/// Signs a contract by which silence means this after a day; Bruno stands in.
fn sign(stage: &Stage, silence: Silence) {
    let bruno = Id::known(stage.cast.bruno.me.actor.id.clone());
    let approvals = Approvals { limit: "24 h".parse().unwrap(), silence, stand_in: Some(bruno) };
    let new = NewContract {
        client_id: stage.cast.harbour.clone(),
        starts_on: Day::new(2026, 1, 1).unwrap(),
        ends_on: None,
        notice_days: 30,
        renewal: Renewal::Automatic,
        promises: Promises::default(),
        approvals,
    };
    stage.write(&stage.cast.ines.me, move |work| contract::sign(work, &new)).unwrap();
}

#[tokio::test]
async fn silence_is_reminded_of_and_then_means_what_was_agreed() {
    for (silence, state, says) in [
        (Silence::Waits, State::Proposed, "please call them"),
        (Silence::CountsAsYes, State::InForce, "counts as a yes"),
        (Silence::Lapses, State::Withdrawn, "it is taken back"),
    ] {
        let stage = stage();
        sign(&stage, silence);
        let draft = begin(&stage, &lobby(&stage)).await;
        add(&stage, &draft, "Access", RULES).await;
        propose(&stage, &draft, &[("cause", "first")]).await.done();
        assert_eq!(stage.letter_to("bruno@harbour.example"), None, "he only stands in");
        stage.forward_seconds(12 * HOUR + 60);
        let reminder = stage.letter_to("alice@harbour.example").unwrap();
        assert!(reminder.contains("have not heard yet"), "{reminder}");
        assert!(stage.letter_to("bruno@harbour.example").unwrap().contains("/approvals/"), "now he is asked as well");
        assert_eq!(revision(&stage, &draft).state, State::Proposed);
        stage.forward_seconds(12 * HOUR);
        assert_eq!(revision(&stage, &draft).state, state, "{}", silence.word());
        let news = stage.letter_to("sam@lantern.example").unwrap();
        assert!(news.contains(says), "{news}");
    }
}

#[tokio::test]
async fn what_somebody_said_on_the_telephone_is_written_down_with_how() {
    let stage = stage();
    let sam = &stage.cast.sam;
    let draft = begin(&stage, &lobby(&stage)).await;
    add(&stage, &draft, "Access", RULES).await;
    propose(&stage, &draft, &[("cause", "first")]).await.done();
    let path = format!("/revisions/{draft}/answer");
    let page = stage.get(sam, &format!("/revisions/{draft}")).await;
    let alice = stage.cast.alice.me.actor.id.as_str();
    let bare = [("contact", alice), ("answer", "yes"), ("hash", &hash(&page))];
    assert!(stage.post(sam, &path, &bare).await.says("Please say how and when"));
    let said = [("contact", alice), ("answer", "yes"), ("hash", &hash(&page)), ("words", "By telephone at noon.")];
    assert_eq!(stage.post(&stage.cast.nora, &path, &said).await.status, 404);
    stage.post(sam, &path, &said).await.done();
    assert_eq!(revision(&stage, &draft).state, State::InForce);
    assert!(stage.get(sam, &format!("/revisions/{draft}")).await.says("By telephone at noon."));
}

#[tokio::test]
async fn orders_are_printed_for_whoever_may_read_them() {
    let stage = stage();
    let (_, first) = in_force(&stage, RULES).await;
    for who in [&stage.cast.sam, &stage.cast.omar, &stage.cast.alice] {
        let paper = stage.get(who, &format!("/revisions/{first}/paper")).await;
        assert!(paper.status == 200 && paper.text.starts_with("%PDF-"), "{} {}", who.email, paper.status);
    }
    for who in [&stage.cast.nora, &stage.cast.olaf] {
        assert_eq!(stage.get(who, &format!("/revisions/{first}/paper")).await.status, 404, "{}", who.email);
    }
}

#[tokio::test]
async fn no_change_is_a_decision() {
    let stage = stage();
    let (orders, _) = in_force(&stage, RULES).await;
    let page = stage.get(&stage.cast.sam, &format!("/orders/{orders}")).await;
    let version = page.between("name=\"version\" value=\"", "\"").unwrap();
    let path = format!("/orders/{orders}/review");
    let past = [("version", version.as_str()), ("reason", "Walked it with Alice."), ("next_on", "2026-01-01")];
    assert!(stage.post(&stage.cast.sam, &path, &past).await.says("within the next two years"));
    let next = [("version", version.as_str()), ("reason", "Walked it with Alice."), ("next_on", "2027-05-01")];
    stage.post(&stage.cast.sam, &path, &next).await.done();
    let entries =
        stage.read(&stage.cast.ines.me, |work| ground::entry::rows::of_subject(work.connection, orders.as_str()));
    let entry = entries.unwrap().pop().unwrap();
    assert!(entry.deed == "orders.reviewed" && entry.change.contains("Walked it with Alice."), "{}", entry.change);
}
