//! Who is on duty, through the front door.

use axum::http::StatusCode;
use calling::duty::rows;
use ground::entry;
use people::staff;
use stage::{Stage, Who};

use crate::{stage, when};

/// Whom to call for the gate now.
fn called(stage: &Stage) -> Vec<String> {
    let gate = stage.cast.gate.clone();
    let now = stage.app.clock.now();
    let members = stage.app.db.read_here(move |connection| rows::on_duty(connection, &gate, now)).unwrap();
    members.into_iter().map(|member| member.name).collect()
}

fn id(who: &Who) -> &str {
    &who.me.actor.id
}

/// Nora looks after the gate, too.
fn nora_helps(stage: &Stage) {
    let (nora, sites) = (id(&stage.cast.nora).to_owned(), [stage.cast.gate.clone(), stage.cast.yard.clone()]);
    let help = move |work: &mut people::Work<'_>| staff::look_after(work, &ground::Id::known(nora.clone()), &sites);
    stage.write(&stage.cast.ines.me, help).unwrap();
}

#[tokio::test]
async fn who_is_on_duty_is_called_and_it_ends_by_itself() {
    let stage = stage();
    nora_helps(&stage);
    assert_eq!(called(&stage), ["Nora Finch", "Sam Okonjo"], "nobody is on duty, so all of the site are called");
    let page = stage.get(&stage.cast.sam, "/duty").await;
    assert!(page.says("Nobody is on duty for 2 sites") && page.says("Nobody is on duty now."), "{}", page.text);
    stage.post(&stage.cast.sam, "/duty", &[("until", "14:00")]).await.done();
    assert_eq!(called(&stage), ["Sam Okonjo"]);
    let page = stage.get(&stage.cast.sam, "/duty").await;
    assert!(page.says("22 Nov 2026, 14:00 CST") && !page.says("Nobody is on duty"), "{}", page.text);
    let page = stage.get(&stage.cast.nora, "/duty").await;
    assert!(page.says("Nobody is on duty for 1 site."), "the yard alone is hers and has nobody: {}", page.text);
    stage.app.clock.forward_seconds(8 * 3_600);
    assert_eq!(called(&stage), ["Nora Finch", "Sam Okonjo"], "at two it is over");
}

#[tokio::test]
async fn duty_is_entered_ahead_for_a_colleague_over_midnight() {
    let stage = stage();
    nora_helps(&stage);
    let form = [("staff", id(&stage.cast.nora)), ("starts_at", "2026-11-22T22:00"), ("until", "06:00")];
    assert_eq!(stage.post(&stage.cast.sam, "/duty", &form).await.status, StatusCode::FORBIDDEN);
    stage.post(&stage.cast.maya, "/duty", &form).await.done();
    assert_eq!(called(&stage).len(), 2, "it has not begun");
    stage.app.clock.forward_seconds(17 * 3_600);
    assert_eq!((stage.app.clock.now(), called(&stage)), (when("2026-11-23T05:00:00Z"), vec!["Nora Finch".to_owned()]));
    let again = stage.post(&stage.cast.nora, "/duty", &[("until", "02:00")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.says("They are on duty for some of that time already."), "{}", again.text);
    stage.app.clock.forward_seconds(7 * 3_600);
    assert_eq!(called(&stage).len(), 2, "at six it is over");
}

#[tokio::test]
async fn duty_ends_early_by_whose_it_is_and_by_those_above() {
    let stage = stage();
    stage.post(&stage.cast.sam, "/duty", &[("until", "14:00")]).await.done();
    let page = stage.get(&stage.cast.sam, "/duty").await;
    let path = format!("/duty/{}/ending", page.between("action=\"/duty/", "/ending").unwrap());
    assert_eq!(stage.post(&stage.cast.nora, &path, &[]).await.status, StatusCode::NOT_FOUND);
    assert!(!stage.get(&stage.cast.nora, "/duty").await.says("End now"));
    stage.post(&stage.cast.ines, &path, &[]).await.done();
    let twice = stage.post(&stage.cast.sam, &path, &[]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", twice.text);
    let duty = path.split('/').nth(2).unwrap().to_owned();
    let entries = stage.app.db.read_here(move |connection| entry::rows::of_subject(connection, &duty)).unwrap();
    let deeds: Vec<&str> = entries.iter().map(|entry| entry.deed.as_str()).collect();
    assert_eq!(deeds, ["duty.taken", "duty.ended"]);
}

#[tokio::test]
async fn only_supervisors_are_on_duty() {
    let stage = stage();
    for (who, form) in [
        (&stage.cast.maya, vec![("until", "14:00")]),
        (&stage.cast.ines, vec![("until", "14:00"), ("staff", id(&stage.cast.omar))]),
    ] {
        let refused = stage.post(who, "/duty", &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.says("Only somebody who works here as a supervisor"), "{}", refused.text);
    }
    let wrong = stage.post(&stage.cast.sam, "/duty", &[("until", "late")]).await;
    assert!(wrong.says("Please enter a time of the day") && wrong.says("value=\"late\""), "{}", wrong.text);
}
