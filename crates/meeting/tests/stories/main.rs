//! Stories of talking with people at a site, through the front door, on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod coaching;

use agreement::post::{self, NewAssignment, NewPost};
use ground::Id;
use stage::{Stage, slices};

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// A stage with the slices up to this one, on which Omar stands at the gate.
fn stage() -> Stage {
    let stage = Stage::open(slices![people, agreement, calling, listening, meeting]);
    let new = NewPost { site_id: stage.cast.gate.clone(), name: "Lobby".to_owned() };
    let post_id = stage.write(&stage.cast.ines.me, move |work| post::open(work, &new)).unwrap();
    let staff_id = Id::known(stage.cast.omar.me.actor.id.clone());
    let starts_at = stage.app.clock.now().plus_seconds(-HOUR);
    let new = NewAssignment { post_id, staff_id, starts_at, ends_at: None };
    stage.write(&stage.cast.ines.me, move |work| post::assign(work, &new)).unwrap();
    stage
}

/// Omar notes a talk at the gate: the address of its page.
async fn note(stage: &Stage, more: &[(&str, &str)]) -> String {
    let usual = [("site", stage.cast.gate.as_str()), ("kind", "talk"), ("with", "someone"), ("topic", "The lamp.")];
    let own = |name: &str| more.iter().any(|(own, _)| *own == name);
    let form: Vec<_> = more.iter().copied().chain(usual.into_iter().filter(|(name, _)| !own(name))).collect();
    stage.post(&stage.cast.omar, "/interactions", &form).await.leads_to()
}

/// The address of the first given word that a page links to.
fn word_in(text: &str) -> String {
    let at = text.find("/given-words/").unwrap();
    text[at..].chars().take_while(|letter| *letter != '"').collect()
}

#[tokio::test]
async fn an_officer_notes_where_they_stand_and_nowhere_else() {
    let stage = stage();
    let (omar, sam, nora, alice) = (&stage.cast.omar, &stage.cast.sam, &stage.cast.nora, &stage.cast.alice);
    let form = format!("/interactions/new?site={}", stage.cast.gate);
    let page = stage.get(omar, &form).await;
    assert!(page.says("Greeting round") && !page.says("Supervisor's visit"), "{}", page.text);
    let path = note(&stage, &[("once", "a token")]).await;
    assert_eq!(note(&stage, &[("once", "a token")]).await, path, "a form that is sent twice notes one");
    assert!(stage.get(omar, &path).await.says("The lamp."));
    assert!(stage.get(sam, &format!("/sites/{}/interactions", stage.cast.gate)).await.says("The lamp."));
    assert_eq!(stage.get(nora, &path).await.status, 404);
    assert_eq!(stage.get(alice, &path).await.status, 403);
    let elsewhere = [("site", stage.cast.yard.as_str()), ("kind", "round"), ("with", "unsaid")];
    assert_eq!(stage.post(omar, "/interactions", &elsewhere).await.status, 404);
    let visit = [("site", stage.cast.gate.as_str()), ("kind", "visit"), ("with", "unsaid"), ("topic", "A visit.")];
    let refused = stage.post(omar, "/interactions", &visit).await;
    assert!(refused.status == 422 && refused.says("Only supervisors note a visit."), "{}", refused.text);
    let foreign = stage.cast.olaf.me.actor.id.clone();
    let form = [("site", stage.cast.gate.as_str()), ("kind", "round"), ("with", foreign.as_str())];
    assert_eq!(stage.post(omar, "/interactions", &form).await.status, 404, "a contact of another client");
}

#[tokio::test]
async fn a_correction_strikes_what_it_replaces_and_is_by_its_author_once() {
    let stage = stage();
    let path = note(&stage, &[("topic", "The lump.")]).await;
    let id = path.rsplit('/').next().unwrap().to_owned();
    let newer = note(&stage, &[("topic", "The lamp."), ("replaces", &id)]).await;
    let page = stage.get(&stage.cast.omar, &path).await;
    assert!(page.text.contains("<s><bdi>The lump.") && page.text.contains(&newer), "{}", page.text);
    let correct = format!("/interactions/new?replaces={}", newer.rsplit('/').next().unwrap());
    let form = stage.get(&stage.cast.omar, &correct).await;
    assert!(form.says("The lamp.") && !form.says("What did you promise?"), "{}", form.text);
    let list = stage.get(&stage.cast.sam, &format!("/sites/{}/interactions", stage.cast.gate)).await;
    assert!(list.says("The lamp.") && !list.says("The lump."), "{}", list.text);
    let gate = stage.cast.gate.as_str();
    let form = [("site", gate), ("kind", "talk"), ("with", "unsaid"), ("topic", "Again."), ("replaces", &id)];
    let twice = stage.post(&stage.cast.omar, "/interactions", &form).await;
    assert!(twice.status == 422 && twice.says("It was corrected already"), "{}", twice.text);
    let others = stage.post(&stage.cast.sam, "/interactions", &form).await;
    assert_eq!(others.status, 403, "a correction is by its author");
    let newer_id = newer.rsplit('/').next().unwrap();
    stage.forward_seconds(7 * DAY + 1);
    let form = [("site", gate), ("kind", "talk"), ("with", "unsaid"), ("topic", "Late."), ("replaces", newer_id)];
    let late = stage.post(&stage.cast.omar, "/interactions", &form).await;
    assert!(late.status == 422 && late.says("more than seven days ago"), "{}", late.text);
}

#[tokio::test]
async fn what_was_promised_goes_on_in_a_correction() {
    let stage = stage();
    let path = note(&stage, &[("promised", "I will ask about the lamp.")]).await;
    let word = word_in(&stage.get(&stage.cast.omar, &path).await.text);
    let id = path.rsplit('/').next().unwrap();
    let newer = note(&stage, &[("topic", "The lamp at the ramp."), ("replaces", id)]).await;
    assert_eq!(word_in(&stage.get(&stage.cast.omar, &newer).await.text), word);
    assert!(!stage.get(&stage.cast.omar, &path).await.text.contains(&word), "it belongs to what holds now");
}

#[tokio::test]
async fn what_happened_in_a_shift_is_noted_after_it_and_nothing_from_before_it() {
    let stage = stage();
    let (omar, gate) = (&stage.cast.omar, stage.cast.gate.as_str());
    stage.forward_seconds(HOUR);
    let at = stage.app.clock.now();
    let end = |work: &mut people::work::Work<'_>| post::rows::every_assignment(work.connection);
    let assignment = stage.read(&stage.cast.ines.me, end).unwrap().remove(0).id;
    stage.write(&stage.cast.ines.me, move |work| post::end_assignment(work, &assignment)).unwrap();
    stage.forward_seconds(2 * DAY);
    let zone = stage.read(&stage.cast.ines.me, |work| Ok(people::site::rows::list(work)?.remove(0).zone)).unwrap();
    let earlier = |seconds: i64| at.plus_seconds(seconds).typed_in(&zone).unwrap();
    let form = |when: String| {
        let usual = [("site", gate), ("kind", "round"), ("with", "unsaid"), ("when", "time")];
        let mut form: Vec<(&str, String)> = usual.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        form.push(("happened_at", when));
        form
    };
    for (when, status) in [(earlier(-600), 303), (earlier(-5 * HOUR), 404), (earlier(600), 404)] {
        let form = form(when.clone());
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(stage.post(omar, "/interactions", &form).await.status.as_u16(), status, "{when}");
    }
}

#[tokio::test]
async fn the_list_is_a_file_for_a_spreadsheet_too() {
    let stage = stage();
    note(&stage, &[("topic", "=1+1"), ("mood", "uneasy")]).await;
    note(&stage, &[("topic", "The lamp."), ("mood", "at_ease")]).await;
    let path = format!("/sites/{}/interactions.csv", stage.cast.gate);
    let all = stage.get(&stage.cast.sam, &path).await;
    assert_eq!(all.text.lines().count(), 3, "{}", all.text);
    assert!(all.text.contains(",'=1+1,"), "{}", all.text);
    let uneasy = stage.get(&stage.cast.sam, &format!("{path}?mood=uneasy")).await;
    assert_eq!(uneasy.text.lines().count(), 2);
    assert_eq!(stage.get(&stage.cast.omar, &path).await.status, 403);
    assert_eq!(stage.get(&stage.cast.nora, &path).await.status, 404);
}

#[tokio::test]
async fn uneasy_words_are_offered_as_a_concern_and_none_is_made() {
    let stage = stage();
    let uneasy = note(&stage, &[("mood", "uneasy"), ("topic", "Afraid of the lot.")]).await;
    let page = stage.get(&stage.cast.omar, &uneasy).await;
    assert!(page.says("Was this a concern?") && page.text.contains("words=Afraid%20of%20the%20lot."), "{}", page.text);
    assert!(
        !stage.get(&stage.cast.omar, &note(&stage, &[("mood", "at_ease")]).await).await.says("Was this a concern?")
    );
}

#[tokio::test]
async fn a_given_word_is_reminded_of_told_when_late_and_kept_once() {
    let stage = stage();
    let (omar, nora) = (&stage.cast.omar, &stage.cast.nora);
    let path = note(&stage, &[("promised", "I will ask about the lamp."), ("promised_due", "week")]).await;
    let word = word_in(&stage.get(omar, &path).await.text);
    assert!(stage.get(omar, "/given-words").await.says("I will ask about the lamp."));
    assert_eq!(stage.get(nora, &word).await.status, 404);
    stage.forward_seconds(4 * DAY);
    stage.run_jobs();
    let letter = stage.letter_to("omar@lantern.example").unwrap();
    assert!(letter.contains("You gave your word") && !letter.contains("lamp"), "{letter}");
    stage.forward_seconds(4 * DAY);
    stage.run_jobs();
    let letter = stage.letter_to("sam@lantern.example").unwrap();
    assert!(letter.contains("nobody has kept it") && letter.contains(&word), "{letter}");
    assert!(stage.get(omar, &word).await.says("Late:"));
    let version = |text: &str| text.split("name=\"version\" value=\"").nth(1).unwrap()[..1].to_owned();
    let seen = version(&stage.get(omar, &word).await.text);
    let empty = stage.post(omar, &format!("{word}/kept"), &[("version", &seen), ("how", "")]).await;
    assert_eq!(empty.status, 422);
    let kept = [("version", seen.as_str()), ("how", "The lamp is new.")];
    assert_eq!(stage.post(omar, &format!("{word}/kept"), &kept).await.leads_to(), word);
    assert!(stage.get(omar, &word).await.says("The lamp is new."));
    let twice = stage.post(omar, &format!("{word}/kept"), &kept).await;
    assert!(twice.status == 422 && twice.says("It is over already."), "{}", twice.text);
}

#[tokio::test]
async fn a_word_is_handed_over_within_the_site_alone() {
    let stage = stage();
    let (omar, sam, nora) = (&stage.cast.omar, &stage.cast.sam, &stage.cast.nora);
    let path = note(&stage, &[("promised", "I will ask about the lamp.")]).await;
    let word = word_in(&stage.get(omar, &path).await.text);
    let to = |who: &stage::Who| {
        [("version", "0".to_owned()), ("holder", who.me.actor.id.clone()), ("reason", "My last day.".to_owned())]
    };
    let form = to(nora);
    let form: Vec<_> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let refused = stage.post(omar, &format!("{word}/holder"), &form).await;
    assert!(refused.status == 422 && refused.says("somebody who works at this site"), "{}", refused.text);
    let form = to(sam);
    let form: Vec<_> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(stage.post(omar, &format!("{word}/holder"), &form).await.leads_to(), "/given-words");
    assert!(stage.letter_to("sam@lantern.example").unwrap().contains("was handed over to you"));
    assert_eq!(stage.get(omar, &word).await.status, 404, "it is theirs no longer");
    let released = [("version", "1"), ("why", "No budget; Rosa knows.")];
    assert_eq!(stage.post(sam, &format!("{word}/released"), &released).await.leads_to(), word);
    assert!(stage.get(sam, &word).await.says("No budget; Rosa knows."));
}
