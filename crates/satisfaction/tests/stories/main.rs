//! Stories of what people answer when we ask, through the front door, on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod own_question;
mod pulse;
mod survey;
mod together;

use ground::words::Language;
use ground::{Fields, Id};
use listening::check_back::{self, Feedback, Handling, Helped};
use listening::concern::{self, Channel, Concern, NewConcern, Voice};
use listening::conversation;
use people::Me;
use people::site::Site;
use stage::{Stage, Who, slices};

fn stage() -> Stage {
    Stage::open(slices![people, agreement, calling, listening, satisfaction])
}

/// Somebody tells something, we answer, and ask whether it helped.
fn asked(stage: &Stage, who: &Who, site: &Id<Site>) -> Id<Concern> {
    let mut fields = Fields::default().set("words", "The gate stood open.").set("urgency", "shortfall");
    let new = NewConcern::read(&mut fields, Channel::Portal, Voice::Client, Language::English).unwrap();
    let reporter = concern::Reporter { id: Some(who.me.actor.id.clone()), ..concern::Reporter::default() };
    let (new, site) = (NewConcern { reporter, ..new }, site.clone());
    let raised = stage.write(&who.me, move |work| {
        let site = concern::rows::site_of(work, &site)?;
        concern::raise(work, &site, &new)
    });
    let id = raised.unwrap().id;
    let answered = id.clone();
    let answer = move |work: &mut people::Work<'_>| conversation::answer(work, &answered, None, "It has a new spring.");
    stage.write(&stage.cast.ines.me, answer).unwrap();
    let asked = id.clone();
    stage.write(&Me::system(), move |work| check_back::ask(work, &asked)).unwrap();
    stage.app.clock.forward_seconds(60);
    id
}

fn says(stage: &Stage, who: &Who, id: &Id<Concern>, (helped, grade, words): (Helped, i64, Option<&str>)) {
    let handling = Handling { fair: Some(grade), respect: Some(grade), ..Handling::default() };
    let feedback = Feedback { handling, ..Feedback::of(helped, words) };
    let id = id.clone();
    stage.write(&who.me, move |work| check_back::answer(work, &id, &feedback)).unwrap();
}

#[tokio::test]
async fn nothing_was_asked_and_nothing_is_claimed() {
    let stage = stage();
    let page = stage.get(&stage.cast.sam, "/satisfaction").await;
    assert!(page.says("0 of 0") && page.says("No answers") && page.says("Fewer than 5"), "{}", page.text);
    assert!(!page.says("%, between"), "{}", page.text);
    assert_eq!(stage.get(&stage.cast.omar, "/satisfaction").await.status, 403);
    assert_eq!(stage.get(&stage.cast.alice, "/satisfaction").await.status, 403);
}

#[tokio::test]
async fn few_answers_are_shown_one_by_one_and_more_become_figures() {
    let stage = stage();
    let (alice, sam) = (&stage.cast.alice, &stage.cast.sam);
    for grade in [5, 4] {
        let id = asked(&stage, alice, &stage.cast.gate);
        says(&stage, alice, &id, (Helped::Yes, grade, None));
    }
    asked(&stage, alice, &stage.cast.gate);
    let page = stage.get(sam, "/satisfaction").await;
    assert!(page.says("2 of 3") && page.says("Single answers: 4, 5"), "{}", page.text);
    for grade in [1, 4, 4] {
        let id = asked(&stage, alice, &stage.cast.gate);
        let no = if grade == 1 { Helped::No } else { Helped::Yes };
        says(&stage, alice, &id, (no, grade, Some("<b>The spring squeaks.</b>")));
    }
    let page = stage.get(sam, "/satisfaction").await;
    // Wilson's interval of 4 of 5 is 0.376 to 0.964, of 5 of 6 it is 0.436 to 0.970.
    assert!(page.says("4 of 5 (80 %, between 38 % and 96 %)"), "{}", page.text);
    assert!(page.says("5 of 6 (83 %, between 44 % and 97 %)"), "{}", page.text);
    assert!(page.says("3.6 (between 1.7 and 5.0)"), "{}", page.text);
    assert!(page.says("&lt;b&gt;The spring squeaks.") || page.says("&#60;b&#62;The spring squeaks."), "{}", page.text);
    let year = stage.get(sam, "/satisfaction?period=year").await;
    assert!(year.says("Answers in too few spans"), "{}", year.text);
}

#[tokio::test]
async fn each_reads_what_is_within_their_reach() {
    let stage = stage();
    let (alice, olaf) = (&stage.cast.alice, &stage.cast.olaf);
    let (gate, yard) = (stage.cast.gate.clone(), stage.cast.yard.clone());
    let at_gate = asked(&stage, alice, &gate);
    says(&stage, alice, &at_gate, (Helped::Yes, 5, Some("At the gate.")));
    let at_yard = asked(&stage, olaf, &yard);
    says(&stage, olaf, &at_yard, (Helped::No, 2, Some("At the yard.")));
    let sams = stage.get(&stage.cast.sam, "/satisfaction").await;
    assert!(sams.says("At the gate.") && !sams.says("At the yard.") && sams.says("1 of 1"), "{}", sams.text);
    let all = stage.get(&stage.cast.ines, "/satisfaction").await;
    assert!(all.says("At the gate.") && all.says("At the yard.") && all.says("2 of 2"), "{}", all.text);
    let of_mill = format!("/satisfaction?client={}", stage.cast.mill);
    let mill = stage.get(&stage.cast.ines, &of_mill).await;
    assert!(!mill.says("At the gate.") && mill.says("At the yard."), "{}", mill.text);
    assert_eq!(stage.get(&stage.cast.sam, &of_mill).await.status, 404);
    let file = stage.get(&stage.cast.sam, "/satisfaction.csv?period=year").await;
    assert_eq!(file.text.lines().count(), 2, "{}", file.text);
    assert!(file.text.lines().nth(1).unwrap().ends_with(",yes,5,,5,,At the gate."), "{}", file.text);
}
