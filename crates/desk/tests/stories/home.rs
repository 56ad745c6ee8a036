//! What staff find when they come in.

use axum::http::StatusCode;
use ground::Id;
use people::staff::{self, NewStaffMember, Role, Roles};
use stage::{Stage, Who};

use crate::{back, found, says, stage, tells};

/// Omar stands at the lobby of the gate from now on.
async fn posted(stage: &Stage) {
    let list = format!("/sites/{}/posts", stage.cast.gate);
    let path = stage.post(&stage.cast.sam, &list, &[("name", "Lobby desk")]).await.leads_to();
    let omar = stage.cast.omar.me.actor.id.clone();
    let shift = [("officer", omar.as_str()), ("starts_at", "2026-11-22T06:00"), ("ends_at", "2026-11-22T14:00")];
    stage.post(&stage.cast.sam, &format!("{path}/assignments"), &shift).await.done();
}

#[tokio::test]
async fn an_officer_finds_their_post_and_gives_the_number_to_whoever_told_them() {
    let stage = stage();
    let omar = &stage.cast.omar;
    assert!(stage.get(omar, "/home").await.says("not assigned to a post"));
    posted(&stage).await;
    let home = stage.get(omar, "/home").await;
    assert!(home.says("Lobby desk") && home.says("Harbour Gate") && home.says("class=\"field "), "{}", home.text);
    assert!(home.text.find("Call 911 first").unwrap() < home.text.find("<h1>").unwrap());
    let form = [
        ("site", stage.cast.gate.as_str()),
        ("words", "The lift smells of smoke."),
        ("urgency", "serious"),
        ("channel", "spoken"),
        ("voice", "client"),
    ];
    let done = stage.post(omar, "/concerns", &form).await;
    let location = done.headers["location"].to_str().unwrap().to_owned();
    assert!(location.starts_with("/home?number="), "{location}");
    let home = stage.get(omar, &location).await;
    let number = home.between("<p class=\"big number\">", "</p>").unwrap();
    assert!(home.says("Give this number") && home.says("The lift smells of smoke."), "{}", home.text);
    let find = stage.read(&stage.cast.ines.me, |work| listening::concern::rows::by_number(work, &number));
    assert_eq!(find.unwrap().headline, "The lift smells of smoke.");
    assert!(!stage.get(omar, "/home?number=%3Cb%3E").await.says("Give this number"), "only a number is shown");
}

#[tokio::test]
async fn a_supervisor_finds_what_is_late_what_is_new_and_what_comes_next() {
    let stage = stage();
    let sam = &stage.cast.sam;
    let home = stage.get(sam, "/home").await;
    assert!(home.says("Nothing of yours is late.") && home.says("All was acknowledged."), "{}", home.text);
    let first = tells(&stage, &stage.cast.alice, &stage.cast.gate, "The gate squeaks.").await;
    let second = tells(&stage, &stage.cast.alice, &stage.cast.gate, "The lamp flickers.").await;
    let foreign = tells(&stage, &stage.cast.olaf, &stage.cast.yard, "The yard is muddy.").await;
    says(&stage, sam, &second, ("ask_back", "Which lamp?")).await;
    stage.forward_seconds(2 * 86_400);
    let home = stage.get(sam, "/home").await;
    let late = home.between("Mine, and late", "</ul>").unwrap();
    assert!(late.contains("The gate squeaks.") && !late.contains("The lamp flickers."), "{late}");
    assert!(!home.says("The yard is muddy.") && home.says("/queue?owner="), "{}", home.text);
    assert!(
        stage.get(&stage.cast.ines, "/home").await.says("The yard is muddy."),
        "an administrator sees all that is new"
    );
    assert_eq!(found(&stage, &crate::id_of(&first)).owner_id, Id::known(sam.me.actor.id.clone()));
    assert!(found(&stage, &crate::id_of(&foreign)).closed_at.is_none());
}

#[tokio::test]
async fn a_supervisor_says_at_home_until_when_they_are_on_duty() {
    let stage = stage();
    assert!(stage.get(&stage.cast.sam, "/home").await.says("You are not on duty."));
    stage.post(&stage.cast.sam, "/duty", &[("until", "14:00")]).await.done();
    let home = stage.get(&stage.cast.sam, "/home").await;
    assert!(home.says("You are on duty until 22 Nov 2026, 14:00 CST."), "{}", home.text);
    assert!(!stage.get(&stage.cast.maya, "/home").await.says("on duty"), "an account manager is called later");
}

#[tokio::test]
async fn each_enters_by_their_own_door_and_home_is_named_first() {
    let stage = stage();
    assert_eq!(stage.get(&stage.cast.alice, "/home").await.status, StatusCode::FORBIDDEN);
    assert_eq!(stage.get(&stage.cast.sam, "/portal").await.status, StatusCode::FORBIDDEN);
    assert_eq!(stage.get(&stage.cast.visitor, "/portal").await.status, StatusCode::SEE_OTHER);
    let first =
        |text: &str| text.split("aria-label=\"Main\"").nth(1).unwrap().split("href=\"").nth(1).unwrap().to_owned();
    assert!(first(&stage.get(&stage.cast.sam, "/home").await.text).starts_with("/home"));
    assert!(first(&stage.get(&stage.cast.alice, "/portal").await.text).starts_with("/portal\""));
}

#[tokio::test]
async fn a_trainer_is_welcome() {
    let stage = stage();
    let new = NewStaffMember {
        name: "Tess Vane".to_owned(),
        email: "tess@lantern.example".to_owned(),
        roles: Roles::of(&[Role::Trainer]).unwrap(),
        language: ground::words::Language::English,
    };
    let id = stage.write(&stage.cast.ines.me, move |work| staff::take_on(work, &new)).unwrap();
    let me = stage.app.db.read_here(|connection| people::session::rows::as_staff(connection, &id)).unwrap();
    let tess = back(&stage, &Who { me, session: None, email: "tess@lantern.example" });
    let home = stage.get(&tess, "/home").await;
    assert!(home.says("Good to see you.") && !home.says("Mine, and late"), "{}", home.text);
}
