//! Mail that comes in, from its bytes to what becomes of it.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot be set up has failed")]

mod charsets;
mod corpus;
mod fuzz;
mod handed_over;
mod limits;
mod mailbox;
mod room;
mod threads;

use ground::config::Said;
use ground::letter::{self, Letter};
use ground::{Fields, Id};
use listening::concern::{self, Channel, Concern, NewConcern, Raised, Reporter, Voice};
use listening::conversation::{self, Shown};
use mail::arrival::{self, Arrival, Envelope, Settled, Source};
use people::site;
use stage::{Slice, Stage, slices};

const OURS: &str = "care@guards.example";

fn said() -> Said {
    Said {
        mail_address: Some(OURS.to_owned()),
        mail_authserv_id: Some("mx.guards.example".to_owned()),
        ..Said::default()
    }
}

fn slices() -> Vec<Slice> {
    slices![people, agreement, listening, mail]
}

/// A stage on which mail comes in; the gate and the yard have addresses of their own.
fn stage() -> Stage {
    stage_with(said())
}

fn stage_with(said: Said) -> Stage {
    let stage = Stage::open_with(said, slices());
    let names = [(&stage.cast.gate, "gate"), (&stage.cast.yard, "yard@mill-guards.example")];
    for (id, name) in names {
        let id = id.clone();
        let save = move |connection: &mut _| {
            let known = site::rows::any(connection, &id)?;
            site::rows::save(connection, &site::Site { mail_name: Some(name.to_owned()), ..known })
        };
        stage.app.db.write_here(save).unwrap();
    }
    stage
}

/// Alice tells us something about the gate by the portal, and Sam answers it.
fn answered(stage: &Stage) -> Raised {
    let (alice, gate) = (stage.cast.alice.clone(), stage.cast.gate.clone());
    let mut fields = Fields::default().set("words", "The gate was left open.").set("urgency", "shortfall");
    let new = NewConcern::read(&mut fields, Channel::Portal, Voice::Client, alice.me.language).unwrap();
    let (id, name) = (alice.me.actor.id.clone(), alice.me.actor.name.clone());
    let reporter = Reporter { id: Some(id), name: Some(name), email: Some(alice.email.to_owned()) };
    let new = NewConcern { reporter, ..new };
    let raise = move |work: &mut people::Work<'_>| {
        let site = site::rows::find(work, &gate)?;
        concern::raise(work, &site, &new)
    };
    let raised = stage.write(&alice.me, raise).unwrap();
    stage.app.clock.forward_seconds(60);
    let id = raised.id.clone();
    let answer = move |work: &mut people::Work<'_>| conversation::answer(work, &id, None, "The lock is mended.");
    stage.write(&stage.cast.sam.me, answer).unwrap();
    raised
}

fn letters(stage: &Stage) -> Vec<Letter> {
    stage.app.db.read_here(|connection| letter::newest(connection, 1_000)).unwrap()
}

/// The newest letter to an address.
fn last_to(stage: &Stage, address: &str) -> Letter {
    letters(stage).into_iter().find(|letter| letter.to_address == address).unwrap()
}

/// A mail with the marks of the newest letter to Alice in the places that name them.
fn marked(stage: &Stage, raised: &Raised, mail: &str) -> String {
    let letter = last_to(stage, stage.cast.alice.email);
    let reply = letter::thread::reply_address(&stage.app, raised.id.as_str()).unwrap();
    mail.replace("ANSWERED", &letter.message_id)
        .replace("NUMBER", &raised.number)
        .replace("ADDRESS-FOR-ANSWERS", &reply)
}

/// A mail is handed over for some addresses, and taken in.
fn taken_for(stage: &Stage, mail: &[u8], recipients: &[&str]) -> Arrival {
    let null_sender = mail.starts_with(b"Return-Path: <>");
    let recipients = recipients.iter().map(|address| (*address).to_owned()).collect();
    let envelope = Envelope { source: Source::HandedOver, null_sender, recipients };
    let id = arrival::keep(&stage.app, mail, &envelope, stage.app.clock.now()).unwrap();
    stage.run_jobs();
    stage.app.db.read_here(|connection| arrival::rows::any(connection, &id)).unwrap()
}

fn taken(stage: &Stage, mail: &str) -> Arrival {
    taken_for(stage, mail.as_bytes(), &[])
}

fn settled(arrival: &Arrival) -> &Settled {
    arrival.settled.as_ref().unwrap()
}

fn concern_of(stage: &Stage, arrival: &Arrival) -> Concern {
    let id = settled(arrival).concern_id.clone().unwrap();
    found(stage, &id)
}

fn found(stage: &Stage, id: &Id<Concern>) -> Concern {
    stage.read(&stage.cast.ines.me, |work| concern::rows::find(work, id)).unwrap()
}

fn said_about(stage: &Stage, id: &Id<Concern>) -> Vec<Shown> {
    stage.app.db.read_here(|connection| conversation::rows::all(connection, id)).unwrap()
}

/// A mail of Alice, with these headers and words.
fn of_alice(id: &str, subject: &str, more: &str, words: &str) -> String {
    format!(
        "From: Alice Hale <alice@harbour.example>\nTo: {OURS}\nSubject: {subject}\nMessage-ID: <{id}@harbour.example>\n{more}\n{words}\n"
    )
}
