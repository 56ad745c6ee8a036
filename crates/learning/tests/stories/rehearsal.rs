//! Dialogues: begun, gone through, told afterwards; sent twice, from old pages, by others, and rewritten meanwhile.

use curriculum::Scenario;
use curriculum::scenario::{Outcome, paths};
use ground::Id;
use ground::entry;
use learning::library;
use learning::rehearsal::{self, Rehearsal};
use people::staff::StaffMember;
use stage::{Page, Who};

use crate::*;

const NURSE: &str = "night-nurse";

fn nurse() -> &'static Scenario {
    library::scenario(NURSE).unwrap().0
}

/// A way through the dialogue that ends so.
fn way(outcome: Outcome) -> Vec<(&'static str, usize)> {
    let ways = paths::all(nurse()).unwrap();
    ways.into_iter().find(|way| nurse().endings[way.ending].outcome == outcome).unwrap().steps
}

async fn begun(stage: &Stage, who: &Who) -> String {
    stage.post(who, "/rehearsals", &[("scenario", NURSE)]).await.leads_to()
}

async fn choose(stage: &Stage, who: &Who, path: &str, (scene, place): (&str, usize)) -> Page {
    stage.post(who, path, &[("scene", scene), ("choice", &place.to_string())]).await
}

async fn gone(stage: &Stage, who: &Who, outcome: Outcome) -> String {
    let path = begun(stage, who).await;
    for said in way(outcome) {
        assert_eq!(choose(stage, who, &path, said).await.leads_to(), path);
    }
    path
}

fn staff(who: &Who) -> Id<StaffMember> {
    Id::known(who.me.actor.id.clone())
}

fn id(path: &str) -> Id<Rehearsal> {
    Id::parse(path.rsplit('/').next().unwrap()).unwrap()
}

fn kept(stage: &Stage, who: &Who, path: &str) -> Rehearsal {
    let (staff, id) = (staff(who), id(path));
    stage.read(&who.me, move |work| rehearsal::rows::find(work.connection, &staff, &id)).unwrap()
}

fn entries(stage: &Stage, path: &str) -> Vec<String> {
    let id = id(path);
    stage
        .read(&stage.cast.ines.me, move |work| entry::rows::of_subject(work.connection, id.as_str()))
        .unwrap()
        .into_iter()
        .map(|entry| entry.deed.clone())
        .collect()
}

#[tokio::test]
async fn an_officer_goes_through_it_and_reads_what_was_missed() {
    let stage = stage();
    let omar = &stage.cast.omar;
    let list = stage.get(omar, "/rehearsals").await;
    assert!(list.says("The empty bed") && list.says("Hospital, about 5 minutes, De-escalation"), "{}", list.text);
    assert!(!list.says("in English so far") && !list.says("/picture"), "{}", list.text);
    let path = begun(&stage, omar).await;
    let first = stage.get(omar, &path).await;
    assert!(first.says("ten past two at night") && first.says("I&#39;ve got two bells ringing"), "{}", first.text);
    assert!(!first.says("Ten seconds, and you know"), "reasons come at the end: {}", first.text);
    assert!(stage.get(omar, "/rehearsals").await.says("Go on"));
    let steps = way(Outcome::Poor);
    for said in &steps {
        choose(&stage, omar, &path, *said).await.done();
    }
    let told = stage.get(omar, &path).await;
    assert!(told.says("It ended badly") && told.says("What decided it"), "{}", told.text);
    assert!(told.says("Missed") && told.says("Worth trying") && told.says("It would have shown:"), "{}", told.text);
    let run = kept(&stage, omar, &path);
    for step in &run.path.steps {
        for missed in &step.misses {
            let name = &library::curriculum().behaviour(missed).unwrap().en;
            let competency = missed.split('.').next().unwrap();
            assert!(told.says(name) && told.says(&format!("href=\"/learning/{competency}\"")), "{missed}");
        }
    }
    let list = stage.get(omar, "/rehearsals").await;
    assert!(list.says("You went through it once.") && list.says("Go through it again"), "{}", list.text);
    let ended = stage.read(&omar.me, |work| rehearsal::rows::ended_of(work.connection, &staff(&stage.cast.omar)));
    let ended = ended.unwrap();
    assert_eq!((ended.len(), ended[0].scenario.as_str(), ended[0].outcome), (1, NURSE, rehearsal::Outcome::Poor));
    assert!(run.path.steps.iter().flat_map(|step| &step.misses).all(|missed| ended[0].missed.contains(missed)));
    let mut deeds = vec!["rehearsal.begun"];
    deeds.extend(vec!["rehearsal.step"; steps.len() - 1]);
    deeds.push("rehearsal.ended");
    assert_eq!(entries(&stage, &path), deeds);
}

#[tokio::test]
async fn it_can_end_well_and_be_gone_through_again() {
    let stage = stage();
    let sam = &stage.cast.sam;
    let path = gone(&stage, sam, Outcome::Good).await;
    let told = stage.get(sam, &path).await;
    assert!(
        told.says("It ended well") && told.says("They trust you.") && told.says("name=\"scenario\""),
        "{}",
        told.text
    );
    let again = begun(&stage, sam).await;
    assert_ne!(again, path);
    assert_eq!(begun(&stage, sam).await, again, "whoever is in the middle of it goes on");
    assert!(stage.get(sam, &again).await.says("What do you say or do?"));
    assert!(stage.get(sam, &path).await.says("It ended well"), "the first one is told still");
}

#[tokio::test]
async fn what_is_sent_twice_or_from_an_old_page_changes_nothing() {
    let stage = stage();
    let omar = &stage.cast.omar;
    let path = begun(&stage, omar).await;
    let steps = way(Outcome::Good);
    choose(&stage, omar, &path, steps[0]).await.done();
    for place in 0..3 {
        let twice = choose(&stage, omar, &path, (steps[0].0, place)).await;
        assert_eq!(twice.leads_to(), path);
    }
    assert_eq!(choose(&stage, omar, &path, ("nowhere", 0)).await.leads_to(), path);
    assert_eq!(kept(&stage, omar, &path).path.steps.len(), 1);
    for said in &steps[1..] {
        choose(&stage, omar, &path, *said).await.done();
    }
    let ended = kept(&stage, omar, &path);
    assert_eq!(choose(&stage, omar, &path, steps[steps.len() - 1]).await.leads_to(), path);
    assert_eq!(kept(&stage, omar, &path), ended, "after the end nothing changes either");
    assert_eq!(entries(&stage, &path).len(), steps.len() + 1, "and the record holds what was done alone");
}

#[tokio::test]
async fn what_is_sent_several_times_at_once_is_done_once() {
    let stage = stage();
    let omar = &stage.cast.omar;
    let begins = tokio::join!(begun(&stage, omar), begun(&stage, omar), begun(&stage, omar), begun(&stage, omar));
    let path = begins.0;
    assert!([&begins.1, &begins.2, &begins.3].iter().all(|other| **other == path), "one is under way");
    let (scene, place) = way(Outcome::Good)[0];
    let send = |other| choose(&stage, omar, &path, (scene, (place + other) % 2));
    let sent = tokio::join!(send(0), send(1), send(0), send(1));
    assert!([&sent.0, &sent.1, &sent.2, &sent.3].iter().all(|page| page.leads_to() == path));
    assert_eq!(kept(&stage, omar, &path).path.steps.len(), 1);
    assert_eq!(entries(&stage, &path), ["rehearsal.begun", "rehearsal.step"]);
}

#[tokio::test]
async fn what_cannot_be_chosen_is_refused_with_words() {
    let stage = stage();
    let omar = &stage.cast.omar;
    let path = begun(&stage, omar).await;
    for choice in ["", "9", "-1", "<b>", "99999999999999999999999"] {
        let page = stage.post(omar, &path, &[("scene", &nurse().start), ("choice", choice)]).await;
        assert!(page.status == 422 && page.says("Choose one of these."), "{choice}: {}", page.text);
        assert!(page.says("choice-error") && page.says("href=\"#choice\""), "{}", page.text);
    }
    assert!(kept(&stage, omar, &path).path.steps.is_empty());
    assert_eq!(stage.post(omar, "/rehearsals", &[("scenario", "no-such")]).await.status, 404);
    assert_eq!(stage.post(omar, "/rehearsals", &[]).await.status, 404);
}

#[tokio::test]
async fn nobody_finds_what_somebody_else_went_through() {
    let stage = stage();
    let path = begun(&stage, &stage.cast.omar).await;
    for who in [&stage.cast.sam, &stage.cast.ines, &stage.cast.maya] {
        assert_eq!(stage.get(who, &path).await.status, 404);
        assert_eq!(choose(&stage, who, &path, (&nurse().start, 0)).await.status, 404);
    }
    assert_eq!(stage.get(&stage.cast.omar, &format!("/rehearsals/{}", Id::<Rehearsal>::fresh())).await.status, 404);
    assert_eq!(stage.get(&stage.cast.omar, "/rehearsals/night-nurse").await.status, 404);
    for path in ["/rehearsals", &path, "/rehearsals/night-nurse/picture", "/rehearsals/night-nurse/picture.svg"] {
        assert_eq!(stage.get(&stage.cast.alice, path).await.status, 403, "{path}");
    }
    assert_eq!(stage.post(&stage.cast.alice, "/rehearsals", &[("scenario", NURSE)]).await.status, 403);
    for path in ["/rehearsals/night-nurse/picture", "/rehearsals/night-nurse/picture.svg"] {
        assert_eq!(stage.get(&stage.cast.omar, path).await.status, 403, "{path}");
    }
}

#[tokio::test]
async fn whoever_comes_back_days_later_goes_on_where_they_were() {
    let stage = stage();
    let omar = &stage.cast.omar;
    let path = begun(&stage, omar).await;
    let steps = way(Outcome::Good);
    choose(&stage, omar, &path, steps[0]).await.done();
    // The phone breaks in the middle, and nothing but the rows is left.
    stage.app.clock.forward_seconds(3 * 86_400);
    stage.run_jobs();
    let list = stage.get(omar, "/rehearsals").await;
    assert!(list.says(&format!("href=\"{path}\"")), "{}", list.text);
    let page = stage.get(omar, &path).await;
    assert!(page.says(&format!("value=\"{}\"", steps[1].0)) && page.says("the one choice so far"), "{}", page.text);
    assert_eq!(page.text, stage.get(omar, &path).await.text, "the choices stand as they stood");
    for said in &steps[1..] {
        choose(&stage, omar, &path, *said).await.done();
    }
    assert!(stage.get(omar, &path).await.says("It ended well"));
}

/// As if the dialogue had been rewritten after this was begun, or done.
fn rewritten(stage: &Stage, who: &Who, path: &str) {
    let run = Rehearsal { digest: "of other words".to_owned(), ..kept(stage, who, path) };
    stage.app.db.write_here(move |connection| rehearsal::rows::save(connection, &run)).unwrap();
}

#[tokio::test]
async fn a_dialogue_that_was_rewritten_ends_kindly_and_what_was_done_is_told() {
    let stage = stage();
    let omar = &stage.cast.omar;
    let done = gone(&stage, omar, Outcome::Mixed).await;
    rewritten(&stage, omar, &done);
    assert!(stage.get(omar, &done).await.says("It ended partly well"), "in the words that were read");
    let path = begun(&stage, omar).await;
    choose(&stage, omar, &path, way(Outcome::Good)[0]).await.done();
    rewritten(&stage, omar, &path);
    let page = stage.get(omar, &path).await;
    assert!(page.says("was rewritten since you began it") && page.says("Begin anew"), "{}", page.text);
    assert!(kept(&stage, omar, &path).ended_at.is_none(), "looking changes nothing");
    assert!(!stage.get(omar, "/rehearsals").await.says("Go on"));
    choose(&stage, omar, &path, way(Outcome::Good)[1]).await.done();
    let ended = kept(&stage, omar, &path);
    assert!(ended.ended_at.is_some() && ended.outcome.is_none() && ended.path.steps.len() == 1);
    assert_eq!(choose(&stage, omar, &path, way(Outcome::Good)[1]).await.leads_to(), path);
    assert_eq!(kept(&stage, omar, &path), ended);
    let next = begun(&stage, omar).await;
    rewritten(&stage, omar, &next);
    let newest = begun(&stage, omar).await;
    assert!(newest != next && kept(&stage, omar, &next).ended_at.is_some(), "beginning anew ends the old one");
    let ended = stage.read(&omar.me, |work| rehearsal::rows::ended_of(work.connection, &staff(&stage.cast.omar)));
    assert_eq!(ended.unwrap().len(), 1, "what came to no ending says nothing of anybody");
}

#[tokio::test]
async fn a_spanish_reader_is_told_that_it_is_in_english() {
    let stage = stage();
    let omar = &stage.cast.omar;
    stage.post(omar, "/me", &[("language", "es")]).await.done();
    let list = stage.get(omar, "/rehearsals").await;
    assert!(list.says("solo en ingl\u{e9}s") && list.says("lang=\"en\"><bdi>The empty bed"), "{}", list.text);
    let path = gone(&stage, omar, Outcome::Poor).await;
    let told = stage.get(omar, &path).await;
    assert!(told.says("Termin\u{f3} mal") && told.says("Falt\u{f3}"), "{}", told.text);
    let missed =
        &kept(&stage, omar, &path).path.steps.iter().find(|step| !step.misses.is_empty()).unwrap().misses[0].clone();
    assert!(told.says(&library::curriculum().behaviour(missed).unwrap().es), "{missed}");
}

#[tokio::test]
async fn a_trainer_sees_how_often_what_was_chosen_and_never_who() {
    let stage = stage();
    let ines = &stage.cast.ines;
    let picture = "/rehearsals/night-nurse/picture";
    let page = stage.get(ines, picture).await;
    assert!(
        page.says("0 rehearsals came to an end") && page.says("counted from 5 rehearsals of 3 officers on"),
        "{}",
        page.text
    );
    assert!(!page.says("Chosen"), "{}", page.text);
    let cast = [&stage.cast.omar, &stage.cast.sam, &stage.cast.nora, &stage.cast.maya];
    for who in cast {
        gone(&stage, who, Outcome::Good).await;
    }
    assert!(!stage.get(ines, picture).await.says("of 4"));
    assert!(!stage.get(ines, &format!("{picture}.svg")).await.says(": 4<"));
    gone(&stage, &stage.cast.omar, Outcome::Poor).await;
    let page = stage.get(ines, picture).await;
    assert!(page.says("5 rehearsals of 4 officers") && !page.says("Omar"), "{}", page.text);
    // Wilson's interval of 4 of 5 is 0.376 to 0.964.
    assert!(page.says("4 of 5 (80 %, between 38 % and 96 %)") && page.says("0 of 5 (0 %, "), "{}", page.text);
    let drawn = stage.get(ines, &format!("{picture}.svg")).await;
    assert_eq!(drawn.headers["content-type"], "image/svg+xml");
    assert!(drawn.says("<title>The empty bed</title>") && !drawn.says("style="), "{}", drawn.text);
    assert!(stage.get(ines, "/rehearsals").await.says(picture));
    assert_eq!(stage.get(ines, "/rehearsals/no-such/picture").await.status, 404);
}
