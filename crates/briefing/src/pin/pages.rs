//! Choosing a PIN, and asking for one. Who may enter is in the arguments.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::throttle::{self, Limit};
use ground::web::form::{Form, refused};
use ground::web::see;
use ground::words::Words;
use ground::{Error, Fields, Id, Refusal, Result};
use people::door::{Door, Officer};
use people::session::password;
use people::staff::StaffMember;

use super::{rows, rules};

/// Tries for one officer's PIN.
const TRIES_BY_OFFICER: Limit = Limit { purpose: "pin officer", times: 10, window_seconds: 900 };
/// Tries by one person who is signed in, or from one place where nobody is, for whomever.
const TRIES_BY_ASKER: Limit = Limit { purpose: "pin asker", times: 30, window_seconds: 900 };

#[derive(Template)]
#[template(path = "pin/show.html")]
struct Show<'a> {
    w: &'a Words,
    form: Form<'a>,
    has_one: bool,
}

pub(super) async fn show(officer: Officer) -> Result<Response> {
    page(&officer, &Fields::default()).await
}

pub(super) async fn choose(officer: Officer, mut fields: Fields) -> Result<Response> {
    let pin = fields.checked("pin", rules::read);
    let same = fields.typed("again").trim() == fields.typed("pin").trim();
    if !same {
        fields.refuse("again", Refusal::new("pin-not-the-same"));
    }
    // A PIN that was typed is not sent back.
    fields.put("pin", "");
    fields.put("again", "");
    let Some(pin) = pin.filter(|_| same) else { return Ok(refused(page(&officer, &fields).await?)) };
    let hash = password::hash(pin).await?;
    officer.write(move |work| super::choose(work, &hash)).await?;
    Ok(see("/me/pin").saying("done-pin-chosen").into_response())
}

async fn page(officer: &Officer, fields: &Fields) -> Result<Response> {
    let me = officer.me.staff_id();
    let has_one = officer.read(move |work| Ok(rows::of(work.connection, &me)?.is_some())).await?;
    let w = &officer.words;
    officer.narrow_page(&w.t("pin-title"), &Show { w, form: Form { w, fields }, has_one })
}

/// Whether a PIN is the one of a staff member. Tries are counted, and one too many is refused; who has none is
/// asked as long as who has one.
///
/// # Errors
/// Too often when there were too many.
pub async fn is_right(door: &Door, staff_id: &Id<StaffMember>, typed: String) -> Result<bool> {
    let asker = if door.is_guest() { door.address.clone() } else { door.me.actor.id.clone() };
    let (officer, now) = (staff_id.to_string(), door.now);
    let wait = door.app.db.write(move |connection| {
        let limits = [(TRIES_BY_OFFICER, &officer), (TRIES_BY_ASKER, &asker)];
        for (limit, who) in limits {
            if let Some(seconds) = throttle::wait_seconds(connection, limit, who, now)? {
                return Ok(Some(seconds));
            }
        }
        for (limit, who) in limits {
            throttle::count(connection, limit, who, now)?;
        }
        Ok(None)
    });
    if let Some(seconds) = wait.await? {
        return Err(Error::TooOften(seconds));
    }
    let staff_id = staff_id.clone();
    let kept = door.read(move |work| rows::of(work.connection, &staff_id)).await?;
    let typed: String = typed.chars().take(password::LONGEST).collect();
    password::is_right(typed, kept).await
}
