//! No promise passes unnoticed: who of ours is told, and when.

use ground::{Id, letter};
use listening::alert;
use listening::concern::Concern;
use stage::Stage;

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
