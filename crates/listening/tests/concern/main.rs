//! A concern through the front door: from raised to closed, and what must not happen on the way.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot be set up has failed")]

mod alerts;
mod honest;
mod letters;
mod office;

use axum::http::StatusCode;
use ground::config::Said;
use ground::db::{DbConnection, dialect};
use ground::{Fields, Id};
use listening::concern::{self, Channel, Concern, NewConcern, Raised, Reporter, Voice};
use listening::conversation;
use listening::promise::Step;
use stage::{Page, Stage, Who, slices};

fn stage() -> Stage {
    stage_with(Said::default())
}

fn stage_with(said: Said) -> Stage {
    let slices = slices![people, agreement, calling, listening];
    Stage::open_with(said, slices)
}

/// Alice tells us something about the gate, by the portal.
fn told(stage: &Stage, words: &str, urgency: &str) -> Raised {
    let (alice, gate) = (stage.cast.alice.clone(), stage.cast.gate.clone());
    let mut fields = Fields::default().set("words", words).set("urgency", urgency);
    let new = NewConcern::read(&mut fields, Channel::Portal, Voice::Client, alice.me.language).unwrap();
    let (id, name) = (alice.me.actor.id.clone(), alice.me.actor.name.clone());
    let reporter = Reporter { id: Some(id), name: Some(name), email: Some(alice.email.to_owned()) };
    let new = NewConcern { reporter, ..new };
    stage
        .write(&alice.me, move |work| {
            let site = people::site::rows::find(work, &gate)?;
            concern::raise(work, &site, &new)
        })
        .unwrap()
}

fn found(stage: &Stage, id: &Id<Concern>) -> Concern {
    stage.read(&stage.cast.ines.me, |work| concern::rows::find(work, id)).unwrap()
}

async fn act(stage: &Stage, who: &Who, id: &Id<Concern>, form: &[(&str, &str)]) -> Page {
    let version = found(stage, id).version.to_string();
    let mut form = form.to_vec();
    form.push(("version", &version));
    stage.post(who, &format!("/concerns/{id}/messages"), &form).await
}

#[tokio::test]
async fn a_concern_is_heard_acknowledged_answered_and_settled() {
    let stage = stage();
    let Raised { id, number, .. } = told(&stage, "The gate was left open again. Anybody could walk in.", "shortfall");
    assert!(stage.letter_to("alice@harbour.example").unwrap().contains(&number));
    let queue = stage.get(&stage.cast.sam, "/queue").await;
    assert!(queue.says("The gate was left open again.") && queue.says(&number), "{}", queue.text);
    let page = stage.get(&stage.cast.sam, &format!("/concerns/{id}")).await;
    assert!(page.says("Say that it was heard"), "{}", page.text);
    let path = format!("/concerns/{id}/acknowledgement");
    assert_eq!(stage.post(&stage.cast.sam, &path, &[("version", "0")]).await.status, StatusCode::SEE_OTHER);
    let twice = stage.post(&stage.cast.sam, &path, &[("version", "1")]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(twice.says("Somebody has said already"));
    let done = act(&stage, &stage.cast.sam, &id, &[("act", "answer"), ("words", "The lock is mended.")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    assert!(stage.letter_to("alice@harbour.example").unwrap().contains("The lock is mended."));
    stage.forward_seconds(14 * 86_400 + 3_600);
    let letter = stage.letter_to("alice@harbour.example").unwrap();
    assert!(letter.contains("Did it help?"), "{letter}");
    let link = letter.lines().find(|line| line.contains("/check-back/")).unwrap();
    let path = link.trim().split("localhost:7300").nth(1).unwrap();
    let asked = stage.get(&stage.cast.visitor, path).await;
    assert!(asked.says("The lock is mended."), "{path}: {} {}", asked.status, asked.text);
    assert_eq!(found(&stage, &id).closed_at, None, "looking at the page answers nothing");
    assert!(asked.says("Were you treated with respect?") && asked.says("I cannot say"), "{}", asked.text);
    let wrong = [("helped", "yes"), ("respect", "6")];
    assert_eq!(stage.post(&stage.cast.visitor, path, &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let said = [("helped", "yes"), ("words", "Closed every night since."), ("respect", "5"), ("fair", "")];
    for _ in 0..2 {
        stage.post(&stage.cast.visitor, path, &said).await.done();
    }
    let concern = found(&stage, &id);
    assert_eq!((concern.state, concern.outcome), (concern::State::Closed, Some(concern::Outcome::Settled)));
}

#[tokio::test]
async fn a_no_opens_it_again_and_silence_closes_it_with_a_notice() {
    let stage = stage();
    let id = told(&stage, "Nobody greets the residents.", "shortfall").id;
    act(&stage, &stage.cast.sam, &id, &[("act", "answer"), ("words", "We spoke with the team.")]).await.done();
    stage.forward_seconds(15 * 86_400);
    let letter = stage.letter_to("alice@harbour.example").unwrap();
    let path = letter
        .lines()
        .find(|line| line.contains("/check-back/"))
        .unwrap()
        .split("localhost:7300")
        .nth(1)
        .unwrap()
        .to_owned();
    stage.post(&stage.cast.visitor, &path, &[("helped", "no"), ("words", "Nothing changed.")]).await.done();
    assert_eq!((found(&stage, &id).round, found(&stage, &id).state), (2, concern::State::New));
    let replayed = stage.post(&stage.cast.visitor, &path, &[("helped", "yes")]).await;
    assert_eq!(replayed.status, StatusCode::UNPROCESSABLE_ENTITY, "a link of an earlier round is over");
    // By now the session of Sam has ended, for it was not used for two weeks.
    let answered = id.clone();
    let answer = move |work: &mut people::Work<'_>| conversation::answer(work, &answered, None, "We changed the team.");
    stage.write(&stage.cast.sam.me, answer).unwrap();
    stage.forward_seconds(30 * 86_400);
    let concern = found(&stage, &id);
    assert_eq!((concern.state, concern.outcome), (concern::State::Closed, Some(concern::Outcome::Silent)));
    assert!(stage.letter_to("alice@harbour.example").unwrap().contains("for 30 days"));
}

#[tokio::test]
async fn whether_it_helped_is_asked_in_time() {
    let stage = stage();
    let id = told(&stage, "The bins block the fire exit.", "shortfall").id;
    act(&stage, &stage.cast.sam, &id, &[("act", "answer"), ("words", "They stand elsewhere now.")]).await.done();
    let case = |stage: &Stage| stage.read(&stage.cast.ines.me, |work| concern::rows::case(work, &id)).unwrap();
    let due_at = case(&stage).owed(Step::CheckBack).unwrap().due_at.unwrap();
    let until_soon = due_at.seconds_since(stage.app.clock.now()) - 600;
    stage.app.clock.forward_seconds(until_soon);
    stage.run_jobs();
    assert!(case(&stage).owed(Step::CheckBack).is_some(), "ten minutes before, nobody is asked");
    for _ in 0..10 {
        stage.app.clock.forward_seconds(60);
        stage.run_jobs();
    }
    let after = case(&stage);
    let promise = after.promises.iter().find(|promise| promise.step == Step::CheckBack).unwrap();
    assert!(promise.kept_at.is_some_and(|kept_at| kept_at <= due_at), "{promise:?}");
    assert!(!promise.is_late(stage.app.clock.now()));
}

#[tokio::test]
async fn two_people_at_once_lose_no_word() {
    let stage = stage();
    let id = told(&stage, "The lobby was empty at six.", "serious").id;
    let path = format!("/concerns/{id}/messages");
    let form = |words: &'static str| [("act", "answer"), ("words", words), ("version", "0")];
    assert_eq!(stage.post(&stage.cast.sam, &path, &form("Relief was late.")).await.status, StatusCode::SEE_OTHER);
    let second = stage.post(&stage.cast.maya, &path, &form("I will call you at nine.")).await;
    assert_eq!(second.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(second.says("Somebody else was here meanwhile"), "{}", second.text);
    assert!(second.says("Relief was late.") && second.says("I will call you at nine."), "{}", second.text);
}

#[tokio::test]
async fn who_is_out_of_reach_finds_nothing() {
    let stage = stage();
    let id = told(&stage, "A guard shouted at a resident.", "serious").id;
    let path = format!("/concerns/{id}");
    assert_eq!(stage.get(&stage.cast.nora, &path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(stage.get(&stage.cast.alice, &path).await.status, StatusCode::FORBIDDEN);
    assert_eq!(stage.get(&stage.cast.omar, &path).await.status, StatusCode::FORBIDDEN);
    assert_eq!(stage.get(&stage.cast.visitor, &path).await.status, StatusCode::SEE_OTHER);
    assert!(!stage.get(&stage.cast.nora, "/queue").await.says("A guard shouted"));
    assert!(!stage.get(&stage.cast.nora, "/queue?q=shouted").await.says("A guard shouted"));
    assert!(!stage.get(&stage.cast.nora, "/queue.csv").await.says("A guard shouted"));
}

#[tokio::test]
async fn on_the_protected_path_only_those_above_the_site_read_on() {
    let stage = stage();
    let id = told(&stage, "Sam pushed my son.", "danger").id;
    let (maya, sam) = (stage.cast.maya.me.actor.id.clone(), stage.cast.sam.me.actor.id.clone());
    let form = [("protected_owner", sam.as_str()), ("version", "0")];
    let path = format!("/concerns/{id}/protection");
    let refused = stage.post(&stage.cast.maya, &path, &form).await;
    assert!(refused.says("an account manager or administrator must see to it"), "{}", refused.text);
    let form = [("protected_owner", maya.as_str()), ("about", sam.as_str()), ("version", "0")];
    assert_eq!(stage.post(&stage.cast.maya, &path, &form).await.status, StatusCode::SEE_OTHER);
    for (who, status) in [(&stage.cast.sam, StatusCode::NOT_FOUND), (&stage.cast.ines, StatusCode::OK)] {
        assert_eq!(stage.get(who, &format!("/concerns/{id}")).await.status, status);
    }
    assert!(!stage.get(&stage.cast.sam, "/queue").await.says("pushed my son"));
    act(&stage, &stage.cast.maya, &id, &[("act", "say"), ("words", "I am looking into this myself.")]).await.done();
    let page = stage.get(&stage.cast.maya, &format!("/concerns/{id}")).await;
    assert!(!page.says("Correct this"), "evidence is not corrected");
}

#[tokio::test]
async fn a_correction_keeps_what_was_said_before() {
    let stage = stage();
    let id = told(&stage, "When does the terrace close?", "wish").id;
    act(&stage, &stage.cast.sam, &id, &[("act", "answer"), ("words", "At nine.")]).await.done();
    let page = stage.get(&stage.cast.sam, &format!("/concerns/{id}")).await;
    let message = page.between(&format!("/concerns/{id}/messages/"), "\"").unwrap();
    let path = format!("/concerns/{id}/messages/{message}");
    assert_eq!(stage.get(&stage.cast.maya, &path).await.status, StatusCode::NOT_FOUND, "it is not hers");
    stage.post(&stage.cast.sam, &path, &[("words", "At ten."), ("version", "0")]).await.done();
    let page = stage.get(&stage.cast.sam, &format!("/concerns/{id}")).await;
    assert!(page.says("At ten.") && page.says("At nine.") && page.says("corrected"), "{}", page.text);
}

#[tokio::test]
async fn the_queue_filters_searches_and_hands_over() {
    let stage = stage();
    let lights = told(&stage, "Two lamps are dark in the garage.", "shortfall").id;
    let noise = told(&stage, "Loud music after midnight, every Friday.", "serious").id;
    let says = |page: &Page, words: &str| page.says(words);
    let sam = &stage.cast.sam;
    let queue = stage.get(sam, "/queue?severity=S2").await;
    assert!(says(&queue, "Loud music") && !says(&queue, "Two lamps"));
    let found = stage.get(sam, "/queue?q=LAMP%20garage").await;
    assert!(says(&found, "Two lamps") && !says(&found, "Loud music"), "{}", found.text);
    let (one, other, maya) = (lights.to_string(), noise.to_string(), stage.cast.maya.me.actor.id.clone());
    let form = [("ids", one.as_str()), ("ids", other.as_str()), ("hand_to", maya.as_str())];
    assert_eq!(stage.post(sam, "/queue/owner", &form).await.status, StatusCode::SEE_OTHER);
    assert_eq!(found_owner(&stage, &lights), maya);
    assert_eq!(found_owner(&stage, &noise), maya);
    let take = stage.post(sam, "/queue/owner", &[("take", &one)]).await;
    assert_eq!(take.status, StatusCode::SEE_OTHER);
    assert_eq!(found_owner(&stage, &lights), sam.me.actor.id);
    stage.forward_seconds(2 * 3_600);
    assert!(stage.get(sam, "/queue?late=yes").await.says("Loud music"), "its acknowledgement was due after an hour");
}

#[tokio::test]
async fn a_search_finds_beyond_the_newest_hits() {
    let stage = stage();
    told(&stage, "The turnstile squeaks.", "wish");
    let other = told(&stage, "The turnstile stands open.", "shortfall").id.to_string();
    let (site, hits) = (stage.cast.gate.to_string(), 1_001);
    let index = move |connection: &mut DbConnection| {
        (0..hits).try_for_each(|_| dialect::index_words(connection, &other, &site, "A turnstile."))
    };
    stage.app.db.write_here(index).unwrap();
    let page = stage.get(&stage.cast.sam, "/queue?q=turnstile&severity=S4").await;
    assert!(page.says("The turnstile squeaks.") && !page.says("The turnstile stands open."), "{}", page.text);
}

fn found_owner(stage: &Stage, id: &Id<Concern>) -> String {
    found(stage, id).owner_id.to_string()
}

#[tokio::test]
async fn an_officer_writes_down_what_somebody_said() {
    let stage = stage();
    let gate = stage.cast.gate.to_string();
    let form =
        [("site", gate.as_str()), ("words", "x"), ("urgency", "shortfall"), ("channel", "spoken"), ("voice", "client")];
    let refused = stage.post(&stage.cast.sam, "/concerns", &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let hostile = "<script>alert(1)</script> the gate";
    let form = [
        ("site", gate.as_str()),
        ("words", hostile),
        ("urgency", "shortfall"),
        ("channel", "spoken"),
        ("voice", "client"),
    ];
    let done = stage.post(&stage.cast.sam, "/concerns", &form).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    let queue = stage.get(&stage.cast.sam, "/queue").await;
    assert!(!queue.says("<script>alert") && queue.says("&#60;script&#62;alert(1)"), "{}", queue.text);
    let foreign = stage.cast.yard.to_string();
    let form = [
        ("site", foreign.as_str()),
        ("words", "not mine"),
        ("urgency", "wish"),
        ("channel", "phone"),
        ("voice", "client"),
    ];
    let refused = stage.post(&stage.cast.sam, "/concerns", &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("not mine") && refused.says("not one of yours now"), "{}", refused.text);
}

#[tokio::test]
async fn everything_is_in_the_record_and_the_record_holds() {
    let stage = stage();
    let id = told(&stage, "The guard at the gate sleeps.", "serious").id;
    act(&stage, &stage.cast.sam, &id, &[("act", "note"), ("words", "Check the log of Tuesday.")]).await.done();
    act(&stage, &stage.cast.sam, &id, &[("act", "answer"), ("words", "He was relieved.")]).await.done();
    let history = stage.get(&stage.cast.sam, &format!("/concerns/{id}/history")).await;
    for deed in ["Raised it", "Wrote a note for staff", "Answered"] {
        assert!(history.says(deed), "{}", history.text);
    }
    let key = stage.app.keys.seal().verifying_key();
    let verdict = stage.app.db.read_here(|connection| ground::entry::verify::verify(connection, &key)).unwrap();
    assert!(matches!(verdict, ground::entry::verify::Verdict::Whole { .. }), "{verdict:?}");
}
