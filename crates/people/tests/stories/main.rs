//! The stories of this slice, through the front door.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod clients;
mod contacts;
mod doors;
mod hostile;
mod links;
mod organization;
mod pages;
mod programs;
mod sessions;
mod sites;
mod staff;
mod story;
mod wishes;

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode};
use ground::entry::Entry;
use people::session;
use stage::{Page, Stage, Who, slices};

/// A password that is good enough.
const PASSWORD: &str = "three words together";

fn stage() -> Stage {
    Stage::open(slices![people])
}

/// What the record says of one thing, oldest first.
fn record(stage: &Stage, id: &str) -> Vec<Entry> {
    stage.app.db.read_here(|connection| ground::entry::rows::of_subject(connection, id)).unwrap()
}

fn deeds(stage: &Stage, id: &str) -> Vec<String> {
    record(stage, id).into_iter().map(|entry| entry.deed).collect()
}

/// How many entries the record has.
fn entries(stage: &Stage) -> usize {
    let all = |connection: &mut _| ground::entry::rows::after_in_chains(connection, ("", 0), 100_000);
    stage.app.db.read_here(all).unwrap().len()
}

/// The path of the link in the newest letter to somebody.
fn link_to(stage: &Stage, email: &str) -> String {
    let letter = stage.letter_to(email).expect("a letter");
    let line = letter.lines().find(|line| line.starts_with("http")).expect("a link");
    line.strip_prefix(&stage.app.settings.public_url).unwrap().to_owned()
}

/// The id at the end of the address to which a page leads.
fn id_of(page: &Page) -> String {
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text);
    page.leads_to().rsplit('/').next().unwrap().to_owned()
}

/// Somebody with the session that a page began.
fn with_session(who: &Who, page: &Page) -> Who {
    Who { session: page.session(), ..who.clone() }
}

/// A staff member chooses a password by the link of their invitation.
async fn choose_password(stage: &Stage, who: &Who) -> Page {
    let email = who.email;
    stage.write(&stage.cast.ines.me, move |work| session::invite(work, email)).unwrap();
    let link = link_to(stage, email);
    stage.post(&stage.cast.visitor, &link, &[("password", PASSWORD)]).await
}

/// A visitor sends a form from another place than everybody else.
async fn post_from(stage: &Stage, place: [u8; 4], path: &str, form: &[(&str, &str)]) -> Page {
    let body = Body::from(serde_urlencoded::to_string(form).unwrap());
    let request = Request::post(path)
        .header("content-type", "application/x-www-form-urlencoded")
        .extension(ConnectInfo(SocketAddr::from((place, 40_000))));
    stage.send(&stage.cast.visitor, request.body(body).unwrap()).await
}

/// The sites that are ticked in a form: what a browser sends back when nobody touches them.
fn ticked_sites(page: &Page) -> Vec<String> {
    let boxes = page.text.split("name=\"sites\" value=\"").skip(1);
    let boxes = boxes.filter_map(|rest| rest.split_once('>')?.0.split_once('"'));
    boxes.filter(|(_, more)| more.contains("checked")).map(|(id, _)| id.to_owned()).collect()
}

async fn sign_in(stage: &Stage, email: &str, password: &str) -> Page {
    stage.post(&stage.cast.visitor, "/sign-in", &[("email", email), ("password", password)]).await
}
