//! Letters to whoever told us something, where they left an address.

use askama::Template;
use ground::db::DbConnection;
use ground::letter::{self, Draft};
use ground::words::Words;
use ground::{App, Error, Id, Result};
use people::work::Work;
use people::{contact, session};

use super::{Concern, Outcome, code};

#[derive(Template)]
#[template(path = "concern/letters/letter.txt")]
struct Letter<'a> {
    w: &'a Words,
    subject: String,
    name: Option<&'a str>,
    opening: String,
    quoted: Option<&'a str>,
    before_link: String,
    link: String,
}

/// We have it: its number, and where to follow it.
pub(super) fn received(work: &mut Work<'_>, concern: &Concern) -> Result<()> {
    let kind = Kind { name: "concern.received", opening: "letter-received", before_link: "letter-follow" };
    send(work, concern, &kind, None)
}

/// Staff said something about it.
pub(crate) fn news(work: &mut Work<'_>, concern: &Concern, words: &str) -> Result<()> {
    let kind = Kind { name: "concern.news", opening: "letter-news", before_link: "letter-reply" };
    send(work, concern, &kind, Some(words))
}

/// What was promised is late, and why.
pub(crate) fn late(work: &mut Work<'_>, concern: &Concern, reason: &str) -> Result<()> {
    let kind = Kind { name: "concern.late", opening: "letter-late", before_link: "letter-follow" };
    send(work, concern, &kind, Some(reason))
}

/// Somebody says that it was heard; praise is thanked for.
pub(super) fn acknowledged(work: &mut Work<'_>, concern: &Concern) -> Result<()> {
    let thanked = concern.outcome == Some(Outcome::Thanked);
    let opening = if thanked { "letter-thanked" } else { "letter-acknowledged" };
    send(work, concern, &Kind { name: "concern.acknowledged", opening, before_link: "letter-follow" }, None)
}

/// It was closed, with the words of staff or in silence, and can be opened again.
pub(crate) fn closed(work: &mut Work<'_>, concern: &Concern, words: Option<&str>) -> Result<()> {
    let opening = if words.is_some() { "letter-closed" } else { "letter-closed-in-silence" };
    send(work, concern, &Kind { name: "concern.closed", opening, before_link: "letter-reopen" }, words)
}

/// Did it help? By a link that needs no account; it opens a page with three buttons.
pub(crate) fn check_back(work: &mut Work<'_>, concern: &Concern, token: &str) -> Result<()> {
    let kind = Kind { name: "concern.check_back", opening: "letter-check-back", before_link: "letter-check-back-link" };
    let link = format!("{}/check-back/{token}", work.app.settings.public_url);
    write(work, concern, &kind, None, link)
}

struct Kind {
    name: &'static str,
    opening: &'static str,
    before_link: &'static str,
}

fn send(work: &mut Work<'_>, concern: &Concern, kind: &Kind, quoted: Option<&str>) -> Result<()> {
    let link = page(work.app, concern);
    write(work, concern, kind, quoted, link)
}

/// Where whoever told us follows it: contacts in the portal, everybody else by the code.
pub(crate) fn page(app: &App, concern: &Concern) -> String {
    let url = &app.settings.public_url;
    match concern.contact_id() {
        Some(_) => format!("{url}/portal/concerns/{}", concern.id),
        None => format!("{url}/t/{}", code::of(&app.keys, &concern.id)),
    }
}

/// Whoever reads what we write about a concern.
pub(crate) struct Reader {
    /// Their address; none where they left none.
    pub(crate) address: Option<String>,
}

/// Whoever reads what we write about a concern: of a contact, as they are now. `None`
/// when that contact has left or may no longer see it.
///
/// # Errors
/// Broken when the database says so.
pub(crate) fn reader(connection: &mut DbConnection, concern: &Concern) -> Result<Option<Reader>> {
    let Some(id) = concern.contact_id() else {
        return Ok(Some(Reader { address: concern.reporter.email.clone() }));
    };
    let id = Id::known(id);
    match session::rows::as_contact(connection, &id) {
        Ok(me) if me.reach.has_site(&concern.client_id, &concern.site_id) => {
            Ok(Some(Reader { address: Some(contact::rows::address(connection, &id)?) }))
        }
        Ok(_) | Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

fn write(work: &mut Work<'_>, concern: &Concern, kind: &Kind, quoted: Option<&str>, link: String) -> Result<()> {
    let reader = reader(work.connection, concern)?;
    let Some(address) = reader.and_then(|reader| reader.address) else { return Ok(()) };
    let words = work.app.catalogue.speak(concern.language);
    let number = || concern.number.as_str().into();
    let text = Letter {
        w: &words,
        subject: words.with("letter-subject", &[("number", number()), ("headline", concern.headline.as_str().into())]),
        name: concern.reporter.name.as_deref(),
        opening: words.with(kind.opening, &[("number", number())]),
        quoted,
        before_link: words.t(kind.before_link),
        link,
    }
    .render()?;
    let draft = Draft {
        kind: kind.name,
        about_id: concern.id.as_str(),
        to_name: concern.reporter.name.as_deref().unwrap_or_default(),
        to_address: &address,
        language: concern.language,
        text,
    };
    letter::write(work.connection, draft, work.now)
}
