//! No promise passes unnoticed: who of ours is told, and when.

use axum::http::StatusCode;
use ground::{Id, letter};
use listening::alert;
use listening::concern::{Concern, Raised, State};
use stage::{Browser, Stage};

use crate::{act, found, stage, told};

/// The names of whoever was told, the first one first.
fn names(stage: &Stage, id: &Id<Concern>) -> Vec<String> {
    let told = stage.read(&stage.cast.ines.me, |work| alert::rows::of_concern(work.connection, id)).unwrap();
    told.into_iter().rev().map(|told| told.name.split(' ').next().unwrap().to_owned()).collect()
}

/// How many letters of this kind were written to an address.
fn letters(stage: &Stage, to: &str) -> usize {
    let all = stage.app.db.read_here(|connection| letter::newest(connection, 1_000)).unwrap();
    all.iter().filter(|letter| letter.kind == "alert.told" && letter.to_address == to).count()
}

#[tokio::test]
async fn the_gravest_climbs_until_somebody_acknowledges_it() {
    let stage = stage();
    let id = told(&stage, "A man with a knife was let in.", "danger").id;
    stage.forward_seconds(60);
    assert_eq!(names(&stage, &id), ["Sam"], "its owner, who is its supervisor, is told once");
    stage.forward_seconds(5 * 60);
    assert_eq!(names(&stage, &id), ["Sam", "Maya"]);
    stage.forward_seconds(5 * 60);
    assert_eq!(names(&stage, &id), ["Sam", "Maya", "Ines"]);
    let queue = stage.get(&stage.cast.sam, "/queue").await;
    assert!(queue.says("Told: "), "{}", queue.text);
    let page = stage.get(&stage.cast.sam, &format!("/concerns/{id}")).await;
    assert!(page.says("Who was told") && page.says("Maya"), "{}", page.text);
    let letter = stage.letter_to(stage.cast.maya.email).unwrap();
    assert!(letter.contains(&format!("/concerns/{id}")) && !letter.contains("knife"), "{letter}");
    act(&stage, &stage.cast.sam, &id, &[("act", "say"), ("words", "I am on my way.")]).await.done();
    let told_by_now = names(&stage, &id).len();
    stage.forward_seconds(20 * 60);
    assert_eq!(names(&stage, &id).len(), told_by_now, "somebody heard it, and the answer is not due yet");
}

#[tokio::test]
async fn the_gravest_is_told_again_and_again_while_nobody_hears_it() {
    let stage = stage();
    let id = told(&stage, "A man with a knife was let in.", "danger").id;
    stage.forward_seconds(3_600);
    let in_an_hour = names(&stage, &id).len();
    stage.forward_seconds(3_600);
    let in_two = names(&stage, &id).len();
    assert!(in_an_hour > 6 && in_two > in_an_hour + 3, "{in_an_hour}, then {in_two}");
}

#[tokio::test]
async fn nobody_is_told_twice_on_a_rung_and_no_answer_is_disturbed() {
    let stage = stage();
    let id = told(&stage, "The lobby was empty at six.", "serious").id;
    let version = found(&stage, &id).version;
    for _ in 0..5 {
        stage.run_jobs();
        stage.app.clock.forward_seconds(10);
    }
    assert_eq!(names(&stage, &id), ["Sam"]);
    assert_eq!(letters(&stage, stage.cast.sam.email), 1);
    assert_eq!(found(&stage, &id).version, version, "whoever writes an answer meanwhile is not told to look again");
}

#[tokio::test]
async fn on_the_protected_path_only_those_above_the_site_are_told() {
    let stage = stage();
    let id = told(&stage, "Sam pushed my son.", "danger").id;
    let (maya, sam) = (stage.cast.maya.me.actor.id.clone(), stage.cast.sam.me.actor.id.clone());
    let form = [("protected_owner", maya.as_str()), ("about", sam.as_str()), ("version", "0")];
    stage.post(&stage.cast.maya, &format!("/concerns/{id}/protection"), &form).await.done();
    stage.forward_seconds(3_600);
    let names = names(&stage, &id);
    assert!(names.iter().all(|name| name != "Sam") && names.contains(&"Maya".to_owned()), "{names:?}");
}

#[tokio::test]
async fn praise_and_wishes_wake_nobody() {
    let stage = stage();
    let id = told(&stage, "Could the gate have a bench?", "wish").id;
    stage.forward_seconds(3_600);
    assert!(names(&stage, &id).is_empty());
    assert!(found(&stage, &id).next_alert_at.is_some(), "its owner is told before it is late");
}

/// Who was told and how, the first one first: `Sam push`.
fn ways(stage: &Stage, id: &Id<Concern>) -> Vec<String> {
    let told = stage.read(&stage.cast.ines.me, |work| alert::rows::of_concern(work.connection, id)).unwrap();
    let way = |told: &alert::rows::Told| format!("{} {}", told.name.split(' ').next().unwrap(), told.way.word());
    told.iter().rev().map(way).collect()
}

#[tokio::test]
async fn the_gravest_is_pushed_at_once_and_written_two_minutes_later() {
    let stage = stage();
    let browser = Browser::open();
    stage.switch_on(&stage.cast.sam, &browser).await.done();
    let Raised { id, number, .. } = told(&stage, "A man with a knife was let in.", "danger");
    stage.run_jobs();
    assert_eq!(ways(&stage, &id), ["Sam push"]);
    let pushed = browser.pushed();
    assert_eq!((pushed.len(), pushed[0].title()), (1, "Safety now: a promise needs you"));
    let shown = &pushed[0].payload["notification"];
    assert!(shown["body"].as_str().unwrap().starts_with(&number), "{shown}");
    assert!(shown["navigate"].as_str().unwrap().ends_with(&format!("/concerns/{id}")), "{shown}");
    assert_eq!(shown["actions"][0]["action"], "heard", "one can say at once that one heard it");
    assert!(!pushed[0].payload.to_string().contains("knife"), "nothing that was said is pushed");
    assert_eq!(letters(&stage, stage.cast.sam.email), 0);
    stage.forward_seconds(2 * 60);
    assert_eq!(ways(&stage, &id), ["Sam push", "Sam letter"]);
    assert_eq!((browser.pushed().len(), letters(&stage, stage.cast.sam.email)), (1, 1));
    let queue = stage.get(&stage.cast.sam, "/queue").await;
    assert!(queue.says("Told: Sam Okonjo, by letter"), "{}", queue.text);
    let page = stage.get(&stage.cast.sam, &format!("/concerns/{id}")).await;
    assert!(page.says("Sam Okonjo (its owner), on their devices"), "{}", page.text);
    act(&stage, &stage.cast.sam, &id, &[("act", "say"), ("words", "I am on my way.")]).await.done();
    stage.forward_seconds(10 * 60);
    assert_eq!(ways(&stage, &id).len(), 2, "it was acknowledged");
}

#[tokio::test]
async fn nobody_is_pushed_or_written_to_twice_however_often_the_clock_looks() {
    let stage = stage();
    let browser = Browser::open();
    stage.switch_on(&stage.cast.sam, &browser).await.done();
    let id = told(&stage, "A man with a knife was let in.", "danger").id;
    for _ in 0..3 {
        // As a second process does, or the same one after a crash: the job that tells is run again.
        alert::jobs::tell(&stage.app, stage.app.clock.now(), "").unwrap();
    }
    stage.run_jobs();
    assert_eq!((ways(&stage, &id), browser.pushed().len()), (vec!["Sam push".to_owned()], 1));
    // The server was down for as long as three rungs: Sam is told once by each way.
    stage.app.clock.forward_seconds(4 * 60);
    stage.run_jobs();
    assert_eq!(ways(&stage, &id), ["Sam push", "Sam letter"]);
    assert_eq!((browser.pushed().len(), letters(&stage, stage.cast.sam.email)), (1, 1));
}

#[tokio::test]
async fn the_supervisors_on_duty_are_called_before_the_others() {
    let stage = stage();
    let (nora, sites) = (stage.cast.nora.me.actor.id.clone(), [stage.cast.gate.clone(), stage.cast.yard.clone()]);
    let help = move |work: &mut people::Work<'_>| people::staff::look_after(work, &Id::known(nora.clone()), &sites);
    stage.write(&stage.cast.ines.me, help).unwrap();
    let first = told(&stage, "A man with a knife was let in.", "danger").id;
    stage.run_jobs();
    assert_eq!(names(&stage, &first), ["Sam", "Nora"], "its owner, and all who look after the site");
    stage.post(&stage.cast.nora, "/duty", &[("until", "14:00")]).await.done();
    let maya: Id<_> = Id::known(stage.cast.maya.me.actor.id.clone());
    let second = told(&stage, "A window was broken from outside.", "danger").id;
    let concern = second.clone();
    let hand_over = move |work: &mut people::Work<'_>| listening::concern::hand_over(work, &concern, None, &maya);
    stage.write(&stage.cast.ines.me, hand_over).unwrap();
    stage.app.clock.forward_seconds(alert::jobs::TELLING_SECONDS);
    stage.run_jobs();
    assert_eq!(names(&stage, &second), ["Maya", "Nora"], "Sam is not on duty");
}

#[tokio::test]
async fn a_site_has_its_own_ladder() {
    let stage = stage();
    let path = format!("/sites/{}/ladder/S1/acknowledge", stage.cast.gate);
    let form = [
        ("version", "0"),
        ("whom_0", "administrators"),
        ("minutes_0", "0"),
        ("point_0", "after_given"),
        ("by_0", "letter"),
        ("whom_1", "owner"),
        ("minutes_1", "3"),
        ("point_1", "after_given"),
        ("by_1", "push"),
    ];
    stage.post(&stage.cast.maya, &path, &form).await.done();
    let id = told(&stage, "A man with a knife was let in.", "danger").id;
    stage.run_jobs();
    assert_eq!(ways(&stage, &id), ["Ines letter"]);
    stage.forward_seconds(3 * 60);
    assert_eq!(ways(&stage, &id), ["Ines letter", "Sam letter"], "who has no device is written to");
    stage.forward_seconds(20 * 60);
    assert!(ways(&stage, &id).contains(&"Maya letter".to_owned()), "its end is not the end: {:?}", ways(&stage, &id));
}

#[tokio::test]
async fn in_quiet_hours_a_serious_one_is_written_and_the_gravest_pushed() {
    let stage = stage();
    let browser = Browser::open();
    stage.switch_on(&stage.cast.sam, &browser).await.done();
    let quiet = [("quiet_from", "22:00"), ("quiet_until", "07:00"), ("quiet_zone", "America/Chicago")];
    stage.post(&stage.cast.sam, "/me/quiet", &quiet).await.done();
    let serious = told(&stage, "The lobby was empty at six.", "serious").id;
    let gravest = told(&stage, "A man with a knife was let in.", "danger").id;
    stage.run_jobs();
    assert_eq!(
        (ways(&stage, &serious), ways(&stage, &gravest)),
        (vec!["Sam letter".to_owned()], vec!["Sam push".to_owned()])
    );
    assert_eq!(browser.pushed().len(), 1);
}

#[tokio::test]
async fn the_link_of_a_letter_says_that_it_was_heard_after_a_button_and_nothing_else() {
    let stage = stage();
    let id = told(&stage, "The lobby was empty at six.", "serious").id;
    stage.forward_seconds(60);
    let letter = stage.letter_to(stage.cast.sam.email).unwrap();
    let line = letter.lines().find(|line| line.contains("/alerts/")).unwrap();
    let path = line.trim().split("localhost:7300").nth(1).unwrap().to_owned();
    let visitor = &stage.cast.visitor;
    for _ in 0..2 {
        let page = stage.get(visitor, &path).await;
        assert!(page.says("Harbour Gate") && page.says("Say that it was heard"), "{}", page.text);
        assert!(!page.says("lobby") && !page.says("/queue"), "what was said stands elsewhere: {}", page.text);
    }
    assert_eq!(found(&stage, &id).state, State::New, "a scanner that follows links acknowledges nothing");
    stage.post(visitor, &path, &[]).await.done();
    assert_eq!(found(&stage, &id).state, State::Acknowledged);
    let history = stage.get(&stage.cast.ines, &format!("/concerns/{id}/history")).await;
    assert!(history.says("Sam Okonjo"), "the record says who: {}", history.text);
    let twice = stage.post(visitor, &path, &[]).await;
    assert!(twice.status == StatusCode::UNPROCESSABLE_ENTITY && twice.says("already"), "{}", twice.text);
    let forged = path.replace(id.as_str(), told(&stage, "Another.", "serious").id.as_str());
    assert_eq!(stage.post(visitor, &forged, &[]).await.status, StatusCode::NOT_FOUND);
}
