//! Takes in what was kept, one mail at a time: none stops another.

use ground::{App, Error, Id, Moment, Result};
use listening::conversation::Trust;
use people::Door;

use super::plan::{Plan, plan};
use super::{Arrival, Reason, Said, State, act, letters, raw, rows, settle};
use crate::reading::{self, Mail};

/// The kind of job that takes a mail in.
pub const TAKE_IN: &str = "mail.take_in";

/// How often it is planned anew, where something changed meanwhile.
const TRIES: usize = 3;

/// Takes one mail in: reads it, finds out what it is, and does what follows. Whatever is in it, in
/// the end it is a concern, joins one, is a machine's, or is held for somebody to decide.
///
/// # Errors
/// Broken when the disk or the database says so; then it is tried again.
pub fn take_in(app: &App, now: Moment, id: &str) -> Result<()> {
    let id: Id<Arrival> = Id::known(id);
    let arrival = app.db.read_here(|connection| rows::any(connection, &id))?;
    if arrival.state() != State::Waiting {
        return Ok(());
    }
    let bytes = raw::read(app, &arrival.hash)?;
    let Some(mail) = reading::read(&bytes) else {
        return hold(app, now, &arrival, &Said::default(), Reason::Unreadable);
    };
    for _ in 0..TRIES {
        match attempt(app, now, &arrival, &mail) {
            // Somebody changed the concern, or another process took the same mail in.
            Err(Error::Refused(_) | Error::NotFound) => {}
            taken => return taken,
        }
    }
    let now_known = app.db.read_here(|connection| rows::any(connection, &arrival.id))?;
    match now_known.state() {
        State::Waiting => hold(app, now, &arrival, &super::plan::said(&mail), Reason::Refused),
        _ => Ok(()),
    }
}

fn attempt(app: &App, now: Moment, arrival: &Arrival, mail: &Mail) -> Result<()> {
    let plan = Door::of_system(app, now).read(|work| plan(work, arrival, mail))?;
    act::carry_out(app, now, arrival, mail, &plan)
}

fn hold(app: &App, now: Moment, arrival: &Arrival, said: &Said, reason: Reason) -> Result<()> {
    let Plan { settled, .. } = Plan::hold(reason, Trust::Unchecked);
    let (id, said) = (arrival.id.clone(), said.clone());
    Door::of_system(app, now).write(move |work| {
        letters::held(work, &id)?;
        settle(work, &id, &said, &settled)
    })
}
