//! What staff find when they come in.

use axum::http::StatusCode;
use ground::Id;
use people::staff::{self, NewStaffMember, Role, Roles};
use stage::Who;

use crate::{back, found, says, stage, tells};

#[tokio::test]
async fn an_officer_finds_their_post_instead() {
    let stage = stage();
    let omar = &stage.cast.omar;
    assert_eq!(stage.get(omar, "/").await.leads_to(), "/field");
    assert_eq!(stage.get(omar, "/home").await.leads_to(), "/field");
    let page = stage.get(omar, "/field").await;
    assert!(page.says("You stand at no post now") && page.says("class=\"field "), "{}", page.text);
    assert!(page.text.find("Call 911 first").unwrap() < page.text.find("<h1>").unwrap());
    assert!(!page.says("href=\"/home\""), "the office's pages are not his");
    assert_eq!(stage.get(omar, "/concerns/new").await.status, StatusCode::FORBIDDEN);
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

#[tokio::test]
async fn what_was_promised_by_word_of_mouth_stands_in_the_portal_of_whoever_it_was_given_to() {
    let stage = stage();
    let (sam, alice, bruno) = (&stage.cast.sam, &stage.cast.alice, &stage.cast.bruno);
    let (gate, with) = (stage.cast.gate.as_str(), alice.me.actor.id.as_str());
    let promised = ("promised", "I will ask about the lamp.");
    let form = [("site", gate), ("kind", "talk"), ("with", with), ("topic", "The lamp."), promised];
    let path = stage.post(sam, "/interactions", &form).await.leads_to();
    let portal = stage.get(alice, "/portal").await;
    assert!(portal.says("Promised to you by word of mouth") && portal.says(promised.1), "{}", portal.text);
    assert!(!stage.get(bruno, "/portal").await.says(promised.1), "it was given to another");
    let text = stage.get(sam, &path).await.text;
    let at = text.find("/given-words/").unwrap();
    let word: String = text[at..].chars().take_while(|letter| *letter != '"').collect();
    stage.forward_seconds(8 * 86_400);
    let sam = &back(&stage, sam);
    assert!(stage.get(sam, "/home").await.says("Promised by word of mouth, and late: 1"));
    let alice = &back(&stage, alice);
    let kept = stage.post(sam, &format!("{word}/kept"), &[("version", "0"), ("how", "It is new.")]).await;
    assert_eq!(kept.leads_to(), word);
    let portal = stage.get(alice, "/portal").await;
    assert!(portal.says("It is new."), "{}", portal.text);
    stage.forward_seconds(31 * 86_400);
    let alice = &back(&stage, alice);
    assert!(!stage.get(alice, "/portal").await.says(promised.1), "what was settled long ago is gone");
}
