//! Posts, and who is sent there when, through the front door.

use agreement::post::{Post, rows};
use axum::http::StatusCode;
use ground::entry;
use ground::{Id, Moment};
use people::staff::StaffMember;
use stage::{Stage, Who};

use crate::{stage, when};

async fn opened(stage: &Stage, who: &Who) -> String {
    let page = stage.post(who, &format!("/sites/{}/posts", stage.cast.gate), &[("name", "Lobby")]).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text);
    page.leads_to()
}

fn omar(stage: &Stage) -> Id<StaffMember> {
    Id::known(stage.cast.omar.me.actor.id.clone())
}

fn shift<'a>(officer: &'a Id<StaffMember>, starts_at: &'a str, ends_at: &'a str) -> [(&'static str, &'a str); 3] {
    [("officer", officer.as_str()), ("starts_at", starts_at), ("ends_at", ends_at)]
}

fn posts_of_omar(stage: &Stage, at: &str) -> Vec<Post> {
    let (omar, at): (_, Moment) = (omar(stage), when(at));
    stage.app.db.read_here(|connection| rows::posts_of_officer(connection, &omar, at)).unwrap()
}

#[tokio::test]
async fn a_supervisor_opens_a_post_renames_it_and_closes_it() {
    let stage = stage();
    let path = opened(&stage, &stage.cast.sam).await;
    let list = format!("/sites/{}/posts", stage.cast.gate);
    assert!(stage.get(&stage.cast.maya, &list).await.says("Lobby"));
    let rename = [("name", "Front desk"), ("version", "0")];
    assert_eq!(stage.post(&stage.cast.sam, &path, &rename).await.leads_to(), path);
    let over = stage.post(&stage.cast.ines, &path, &rename).await;
    assert!(over.status == StatusCode::UNPROCESSABLE_ENTITY && over.says("Somebody else changed this"));
    assert!(stage.get(&stage.cast.sam, &path).await.says("Front desk"));
    assert_eq!(stage.post(&stage.cast.sam, &format!("{path}/closing"), &[]).await.leads_to(), list);
    assert!(!stage.get(&stage.cast.sam, &list).await.says("Front desk"));
    assert!(stage.get(&stage.cast.sam, &path).await.says("Closed"));
    let twice = stage.post(&stage.cast.sam, &format!("{path}/closing"), &[]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    let id = path.rsplit('/').next().unwrap().to_owned();
    let history = stage.app.db.read_here(|connection| entry::rows::of_subject(connection, &id)).unwrap();
    let deeds: Vec<_> = history.iter().map(|entry| entry.deed.as_str()).collect();
    assert_eq!(deeds, ["post.opened", "post.renamed", "post.closed"]);
}

#[tokio::test]
async fn another_sites_supervisor_finds_nothing_and_clients_and_officers_may_not_enter() {
    let stage = stage();
    let path = opened(&stage, &stage.cast.sam).await;
    let list = format!("/sites/{}/posts", stage.cast.gate);
    let officer = omar(&stage);
    let form = shift(&officer, "2026-11-22T07:00", "");
    for (who, status) in [
        (&stage.cast.nora, StatusCode::NOT_FOUND),
        (&stage.cast.alice, StatusCode::FORBIDDEN),
        (&stage.cast.omar, StatusCode::FORBIDDEN),
    ] {
        assert_eq!(stage.get(who, &path).await.status, status, "{}", who.email);
        assert_eq!(stage.get(who, &list).await.status, status, "{}", who.email);
        assert_eq!(stage.post(who, &list, &[("name", "x")]).await.status, status, "{}", who.email);
        assert_eq!(stage.post(who, &format!("{path}/assignments"), &form).await.status, status, "{}", who.email);
        assert_eq!(stage.post(who, &format!("{path}/closing"), &[]).await.status, status, "{}", who.email);
    }
}

#[tokio::test]
async fn an_officer_is_sent_to_a_post_by_the_clock_on_the_wall_of_the_site() {
    let stage = stage();
    let path = opened(&stage, &stage.cast.sam).await;
    assert!(stage.get(&stage.cast.sam, &format!("{path}/assignments/new")).await.says("Omar Diallo"));
    let officer = omar(&stage);
    let form = shift(&officer, "2026-11-22T06:00", "2026-11-22T14:00");
    assert_eq!(stage.post(&stage.cast.sam, &format!("{path}/assignments"), &form).await.leads_to(), path);
    let page = stage.get(&stage.cast.sam, &path).await;
    assert!(page.says("Omar Diallo") && page.says("22 Nov 2026, 06:00 CST") && page.says("End now"), "{}", page.text);
    assert!(posts_of_omar(&stage, "2026-11-22T11:59:59Z").is_empty());
    assert_eq!(posts_of_omar(&stage, "2026-11-22T12:00:00Z")[0].name, "Lobby");
    assert!(posts_of_omar(&stage, "2026-11-22T20:00:00Z").is_empty());
    let (at, gate) = (when("2026-11-22T19:59:59Z"), stage.cast.gate.clone());
    let sites = stage.app.db.read_here(|connection| rows::sites_of_officer(connection, &officer, at)).unwrap();
    assert_eq!(sites, [gate]);
}

#[tokio::test]
async fn an_officer_cannot_be_sent_to_one_post_twice_at_a_time() {
    let stage = stage();
    let path = opened(&stage, &stage.cast.sam).await;
    let assign = format!("{path}/assignments");
    let officer = omar(&stage);
    let first = shift(&officer, "2026-11-22T06:00", "2026-11-22T14:00");
    assert_eq!(stage.post(&stage.cast.sam, &assign, &first).await.leads_to(), path);
    let page = stage.post(&stage.cast.sam, &assign, &shift(&officer, "2026-11-22T13:00", "2026-11-22T20:00")).await;
    assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.says("assigned to this post already"));
    assert!(page.says("value=\"2026-11-22T13:00\""), "what was typed is lost");
    assert_eq!(stage.post(&stage.cast.sam, &assign, &shift(&officer, "2026-11-22T14:00", "")).await.leads_to(), path);
}

#[tokio::test]
async fn who_is_no_officer_is_not_sent_and_a_wrong_time_is_said() {
    let stage = stage();
    let path = opened(&stage, &stage.cast.sam).await;
    let assign = format!("{path}/assignments");
    let sam = Id::known(stage.cast.sam.me.actor.id.clone());
    let page = stage.post(&stage.cast.sam, &assign, &shift(&sam, "2026-11-22T06:00", "")).await;
    assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.says("works here as an officer"));
    let page = stage.post(&stage.cast.sam, &assign, &shift(&omar(&stage), "today", "2026-11-22T06:00")).await;
    assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.says("starts_at-error"));
}

#[tokio::test]
async fn an_assignment_is_ended_now_and_one_that_has_not_begun_is_withdrawn() {
    let stage = stage();
    let path = opened(&stage, &stage.cast.sam).await;
    let assign = format!("{path}/assignments");
    let officer = omar(&stage);
    for (from, to) in [("2026-11-22T05:00", "2026-11-22T14:00"), ("2026-11-23T06:00", "")] {
        assert_eq!(stage.post(&stage.cast.sam, &assign, &shift(&officer, from, to)).await.leads_to(), path);
    }
    for left in [1, 0] {
        let page = stage.get(&stage.cast.sam, &path).await;
        let end = format!("/assignments/{}/ending", page.between("\"/assignments/", "/ending\"").unwrap());
        assert_eq!(stage.post(&stage.cast.nora, &end, &[]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(stage.post(&stage.cast.sam, &end, &[]).await.leads_to(), path);
        assert_eq!(stage.get(&stage.cast.sam, &path).await.text.matches("End now").count(), 0);
        assert_eq!(stage.get(&stage.cast.sam, &path).await.text.matches("/ending").count(), left);
        assert_eq!(stage.post(&stage.cast.sam, &end, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert!(posts_of_omar(&stage, "2026-11-23T15:00:00Z").is_empty());
    // The time is free again.
    assert_eq!(stage.post(&stage.cast.sam, &assign, &shift(&officer, "2026-11-23T06:00", "")).await.leads_to(), path);
}
