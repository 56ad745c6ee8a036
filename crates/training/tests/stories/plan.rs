//! Plans: from what clients said, from dialogues, answers and visits, and from trainers.

use curriculum::scenario::paths;
use learning::{library, practice};
use training::plan::{self, Item, Reason};

use crate::*;

const DAY: i64 = 86_400;

fn gate_is_rude(stage: &Stage) {
    let cast = &stage.cast;
    told(stage, (&cast.olaf, &cast.yard), ("billing", 12));
    told(stage, (&cast.alice, &cast.gate), ("manner", 3));
}

fn items(stage: &Stage, who: &Who) -> Vec<Item> {
    stage.app.db.read_here(|connection| plan::rows::of_staff(connection, &id(who))).unwrap()
}

fn open(stage: &Stage, who: &Who) -> Vec<(String, Reason)> {
    items(stage, who).into_iter().filter(Item::is_open).map(|one| (one.competency, one.reason)).collect()
}

/// A day passes, hour by hour.
fn next_day(stage: &Stage) {
    stage.app.clock.forward_seconds(DAY);
    stage.run_jobs();
}

#[tokio::test]
async fn who_stood_where_clients_complained_practises_it_for_three_weeks() {
    let stage = stage();
    let (omar, ines) = (&stage.cast.omar, &stage.cast.ines);
    omar_stands_at_the_gate(&stage);
    gate_is_rude(&stage);
    assert!(stage.get(omar, "/me/plan").await.says("Nothing in particular"));
    next_day(&stage);
    let set = [("EM".to_owned(), Reason::Site), ("AP".to_owned(), Reason::Site)];
    assert_eq!(open(&stage, omar), set);
    assert!(items(&stage, &stage.cast.sam).is_empty(), "who never stood there has nothing of it");
    let page = stage.get(omar, "/me/plan").await;
    assert!(page.says("At Harbour Gate, 3 of 3 things") && page.says("/learning/EM"), "{}", page.text);
    assert!(page.says("/rehearsals#noise-neighbour") || page.says("/rehearsals#"), "{}", page.text);
    assert!(!page.says("It was like that again") && !page.says("/concerns/"), "{}", page.text);
    let sheet = stage.read(&omar.me, practice::sheet).unwrap();
    let about = |name: &str| sheet.iter().filter(|one| one.question.competency == name).count();
    assert!(about("EM") + about("AP") >= sheet.len() / 2, "practice prefers what stands in the plan");
    let theirs = stage.get(ines, &format!("/staff/{}/plan", omar.me.actor.id)).await;
    assert!(theirs.says("Omar Diallo") && theirs.says("What clients said"), "{}", theirs.text);
    next_day(&stage);
    assert_eq!(open(&stage, omar).len(), 2, "nothing is said twice");
    for _ in 0..22 {
        next_day(&stage);
    }
    assert!(open(&stage, omar).is_empty(), "it ends by itself");
    for _ in 0..30 {
        next_day(&stage);
    }
    assert_eq!(items(&stage, omar).len(), 2, "what was said before is no new reason");
    told(&stage, (&stage.cast.alice, &stage.cast.gate), ("manner", 1));
    next_day(&stage);
    assert_eq!(open(&stage, omar), set, "what is said anew is one");
}

#[tokio::test]
async fn a_trainer_adds_and_ends_and_nobody_else_looks_on() {
    let stage = stage();
    let (omar, ines) = (&stage.cast.omar, &stage.cast.ines);
    let path = format!("/staff/{}/plan", omar.me.actor.id);
    let form = [("competency", "DE"), ("words", "You <asked> for it."), ("until_on", "2026-12-01")];
    stage.post(ines, &path, &form).await.done();
    let twice = stage.post(ines, &path, &form).await;
    assert!(twice.status == 422 && twice.says("already"), "{}", twice.text);
    let late = stage.post(ines, &path, &[("competency", "AL"), ("words", "Why."), ("until_on", "2026-11-01")]).await;
    assert!(late.status == 422 && late.says("within a year"), "{}", late.text);
    assert_eq!(stage.post(ines, &path, &[("competency", "XX"), ("words", "Why.")]).await.status, 422);
    let mine = stage.get(omar, "/me/plan").await;
    assert!(mine.says("De-escalation") && mine.says("Until 1 Dec 2026") && !mine.says("<asked>"), "{}", mine.text);
    for who in [omar, &stage.cast.sam, &stage.cast.maya, &stage.cast.alice] {
        assert_eq!(stage.get(who, &path).await.status, 403);
        assert_eq!(stage.post(who, &path, &form).await.status, 403);
    }
    assert_eq!(stage.get(&stage.cast.alice, "/me/plan").await.status, 403);
    assert!(stage.get(&stage.cast.sam, "/me/plan").await.says("Nothing in particular"));
    let page = stage.get(ines, &path).await;
    let ending = format!("/plan-items/{}/ending", page.between("/plan-items/", "/").unwrap());
    assert_eq!(stage.post(omar, &ending, &[]).await.status, 403);
    stage.post(ines, &ending, &[]).await.done();
    assert_eq!(stage.post(ines, &ending, &[]).await.status, 422, "once");
    assert!(stage.get(omar, "/me/plan").await.says("Nothing in particular"));
    stage.post(ines, &path, &form).await.done();
}

#[tokio::test]
async fn what_is_missed_in_dialogues_is_practised() {
    let stage = stage();
    let omar = &stage.cast.omar;
    for scenario in library::curriculum().scenarios.iter().take(3) {
        let ways = paths::all(scenario).unwrap();
        // The way on which most is missed.
        let worst = ways.into_iter().min_by_key(|way| way.trust).unwrap();
        let path = stage.post(omar, "/rehearsals", &[("scenario", &scenario.id)]).await.leads_to();
        for (scene, place) in worst.steps {
            stage.post(omar, &path, &[("scene", scene), ("choice", &place.to_string())]).await.done();
        }
    }
    next_day(&stage);
    let found = items(&stage, omar);
    assert!(!found.is_empty() && found.iter().all(|one| one.reason == Reason::Dialogues), "{found:?}");
    assert!(found.iter().all(|one| one.counts.is_some_and(|(count, of)| count >= 2 && of == 3)));
    let page = stage.get(omar, "/me/plan").await;
    assert!(page.says("of the last 3 dialogues"), "{}", page.text);
}

#[tokio::test]
async fn what_a_supervisor_did_not_see_yet_is_for_the_officer_alone() {
    let stage = stage();
    let (omar, ines) = (&stage.cast.omar, &stage.cast.ines);
    omar_stands_at_the_gate(&stage);
    let about = omar.me.actor.id.clone();
    let form = [
        ("site", stage.cast.gate.as_str()),
        ("kind", "visit"),
        ("with", "unsaid"),
        ("topic", "An evening visit."),
        ("about", about.as_str()),
        ("attentive", "seen"),
        ("common_ground", "no_occasion"),
        ("courteous", "seen"),
        ("connecting", "seen"),
        ("informing", "not_yet"),
        ("coaching", "Say when you will be back."),
    ];
    let visit = stage.post(&stage.cast.sam, "/interactions", &form).await.leads_to();
    let visit = visit.rsplit('/').next().unwrap();
    let page = stage.get(omar, "/me/plan").await;
    assert!(page.says(&format!("/coaching/{visit}")) && page.says("/learning/OC"), "{}", page.text);
    assert!(!page.says("/learning/AL") && !page.says("Say when you will be back"), "{}", page.text);
    next_day(&stage);
    let theirs = stage.get(ines, &format!("/staff/{about}/plan")).await;
    assert!(theirs.says("Nothing in particular") && !theirs.says(visit), "{}", theirs.text);
    let sheet = stage.read(&omar.me, practice::sheet).unwrap();
    let asked = sheet.iter().filter(|one| one.question.competency == "OC").count();
    assert!(asked >= sheet.len() / 2, "practice prefers it all the same: {asked}");
    stage.app.clock.forward_seconds(61 * DAY);
    let coached = stage.app.db.read_here(|connection| meeting::coaching::rows::newest_about(connection, &id(omar), 9));
    assert_eq!(coached.unwrap().len(), 1);
}

#[tokio::test]
async fn trainers_find_everybody_by_name() {
    let stage = stage();
    let page = stage.get(&stage.cast.ines, "/training").await;
    let of_omar = format!("/staff/{}", stage.cast.omar.me.actor.id);
    for path in ["plan", "licences", "certificates"] {
        assert!(page.says(&format!("{of_omar}/{path}")), "{}", page.text);
    }
    for who in [&stage.cast.omar, &stage.cast.sam, &stage.cast.alice] {
        assert_eq!(stage.get(who, "/training").await.status, 403);
    }
}
