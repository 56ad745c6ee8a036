//! Stories of the officer's phone, through the front door, on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod held;
mod interaction;
mod phone;
mod practice;
mod sending;
mod shared;
mod told;

use agreement::post::{self, NewAssignment, NewPost, Post};
use axum::body::Body;
use axum::http::Request;
use ground::secret::sealed;
use ground::{Id, Moment};
use people::staff::StaffMember;
use serde_json::{Value, json};
use stage::{Page, Stage, Who, slices};

const HOUR: i64 = 3_600;

/// A stage with the slices up to this one.
fn stage() -> Stage {
    Stage::open(slices![people, agreement, calling, listening, meeting, orders, briefing, adjustments, learning, field])
}

/// Omar stands in the lobby of the gate, from so many seconds from now until so many.
fn omar_stands(stage: &Stage, (from, until): (i64, Option<i64>)) -> Id<Post> {
    let new = NewPost { site_id: stage.cast.gate.clone(), name: "Lobby".to_owned() };
    let post_id = stage.write(&stage.cast.ines.me, move |work| post::open(work, &new)).unwrap();
    let staff_id: Id<StaffMember> = Id::known(stage.cast.omar.me.actor.id.clone());
    let at = |seconds| stage.app.clock.now().plus_seconds(seconds);
    let new = NewAssignment { post_id: post_id.clone(), staff_id, starts_at: at(from), ends_at: until.map(at) };
    stage.write(&stage.cast.ines.me, move |work| post::assign(work, &new)).unwrap();
    post_id
}

/// A phone with one of those who share it, as it keeps them.
struct Phone {
    id: String,
    staff: String,
    key: [u8; 32],
    /// How far its clock is ahead, in seconds.
    ahead: i64,
}

/// Somebody opens the app on a phone.
async fn introduced(stage: &Stage, who: &Who, id: &str, ahead: i64) -> Phone {
    let clock = stage.app.clock.now().plus_seconds(ahead).millis();
    let body = json!({ "phone": id, "clock": clock }).to_string();
    let page = stage.send(who, Request::post("/field/phone").body(Body::from(body)).unwrap()).await;
    assert_eq!(page.status, 200, "{}", page.text);
    let welcome: Value = serde_json::from_str(&page.text).unwrap();
    assert_eq!(welcome["staff"], who.me.actor.id);
    use base64::Engine;
    let key = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(welcome["key"].as_str().unwrap()).unwrap();
    Phone { id: id.to_owned(), staff: who.me.actor.id.clone(), key: key.try_into().unwrap(), ahead }
}

fn fresh() -> String {
    Id::<Post>::fresh().to_string()
}

impl Phone {
    /// Sends sealed bytes to a place, with nobody signed in.
    async fn put(&self, stage: &Stage, path: &str, sealed: Vec<u8>) -> Page {
        let clock = stage.app.clock.now().plus_seconds(self.ahead).millis().to_string();
        let request = Request::put(path)
            .header("rapport-phone", &self.id)
            .header("rapport-staff", &self.staff)
            .header("rapport-clock", clock)
            .header("content-type", "application/octet-stream");
        stage.send(&stage.cast.visitor, request.body(Body::from(sealed)).unwrap()).await
    }

    /// Sends one thing that happened at a moment by the phone's clock.
    async fn send(&self, stage: &Stage, id: &str, (kind, at): (&str, Moment), fields: Value) -> Page {
        let text = json!({ "kind": kind, "at": at.millis(), "language": "en", "fields": fields }).to_string();
        let sealed = sealed::seal(&self.key, &format!("out {id}"), text.as_bytes()).unwrap();
        self.put(stage, &format!("/field/out/{id}"), sealed).await
    }

    /// The clock of the phone now.
    fn now(&self, stage: &Stage) -> Moment {
        stage.app.clock.now().plus_seconds(self.ahead)
    }
}

/// What a phone is answered.
fn answer(page: &Page) -> Value {
    serde_json::from_str(&page.text).unwrap_or_else(|_| panic!("{}: {}", page.status, page.text))
}

/// That the lamp is out, as an officer writes it down.
fn lamp(stage: &Stage) -> Value {
    let site = stage.cast.gate.as_str();
    json!({ "site": site, "words": "The lamp at the ramp is out.", "who": "someone", "who_name": "Ruth", "urgency": "shortfall" })
}
