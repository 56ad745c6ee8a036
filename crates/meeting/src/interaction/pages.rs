//! The pages of interactions. Who may enter is in the arguments.

pub(super) mod list;
pub(super) mod noting;

use askama::Template;
use axum::response::Response;
use ground::web::Path;
use ground::web::address::encoded;
use ground::words::Words;
use ground::{Error, Id, Moment, Result};
use people::contact;
use people::door::Officer;
use people::site::{self, Site};
use people::work::Work;

use super::{Interaction, LATE_SECONDS, rows};
use crate::coaching;
use crate::given_word::{self, GivenWord};

#[derive(Template)]
#[template(path = "interaction/show.html")]
struct Show<'a> {
    w: &'a Words,
    site: Site,
    one: Interaction,
    contact: Option<String>,
    replaced_by: Option<Id<Interaction>>,
    words: Vec<GivenWord>,
    concern: Option<String>,
    coaching: bool,
    is_staff: bool,
    may_correct: bool,
    now: Moment,
}

pub(super) async fn show(officer: Officer, Path(id): Path<Id<Interaction>>) -> Result<Response> {
    let Gathered { site, one, contact, replaced_by, words, coaching } =
        officer.read(move |work| gather(work, &id)).await?;
    let w = &officer.words;
    let is_mine = one.by_id.as_str() == officer.me.actor.id;
    let is_recent = officer.now.seconds_since(one.received_at) <= LATE_SECONDS;
    let content = Show {
        w,
        concern: (is_mine && one.asks_for_concern()).then(|| as_concern(&one, officer.me.looks_after_clients())),
        may_correct: is_mine && is_recent && replaced_by.is_none() && !coaching,
        is_staff: officer.me.looks_after_clients(),
        now: officer.now,
        site,
        contact,
        replaced_by,
        words,
        coaching,
        one,
    };
    officer.narrow_page(&w.t(content.one.kind.key()), &content)
}

/// What the page is made of.
struct Gathered {
    site: Site,
    one: Interaction,
    contact: Option<String>,
    replaced_by: Option<Id<Interaction>>,
    words: Vec<GivenWord>,
    /// Whether there is coaching that they may read.
    coaching: bool,
}

fn gather(work: &mut Work<'_>, id: &Id<Interaction>) -> Result<Gathered> {
    let one = rows::find(work, id)?;
    let site = site::rows::any(work.connection, &one.site_id)?;
    let contact = one.contact_id.as_ref().map(|id| contact::rows::name(work.connection, id)).transpose()?;
    let replaced_by = rows::replacing(work.connection, id)?;
    let words = given_word::rows::of_interaction(work.connection, id)?;
    let coaching = match coaching::find(work, id) {
        Ok(_) => true,
        Err(Error::NotFound) => false,
        Err(error) => return Err(error),
    };
    Ok(Gathered { site, one, contact, replaced_by, words, coaching })
}

/// The form on which it becomes a concern, with its words: an officer's, or that of the office.
fn as_concern(one: &Interaction, is_office: bool) -> String {
    let form = if is_office { "/concerns/new?channel=spoken&" } else { "/field/told?" };
    format!("{form}site={}&words={}", one.site_id, encoded(&one.topic))
}
