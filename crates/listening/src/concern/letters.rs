//! Letters to whoever told us something, where they left an address.

use askama::Template;
use ground::db::DbConnection;
use ground::letter::{self, Automatic, Class, Draft};
use ground::words::Words;
use ground::{App, Error, Id, Result};
use people::work::Work;
use people::{contact, organization, session};

use super::{Concern, Outcome, code};
use crate::check_back::Helped;

#[derive(Template)]
#[template(path = "concern/letters/letter.txt")]
struct Letter<'a> {
    w: &'a Words,
    subject: String,
    name: Option<&'a str>,
    opening: String,
    quoted: Option<&'a str>,
    before_link: String,
    /// Links, each with its name before it where there are several.
    links: Vec<String>,
    /// Whether a reply by mail reaches us.
    by_mail: bool,
}

/// We have it: its number, and where to follow it.
pub(super) fn received(work: &mut Work<'_>, concern: &Concern) -> Result<()> {
    let kind =
        Kind { automatic: Automatic::Replied, ..Kind::of("concern.received", ("letter-received", "letter-follow")) };
    send(work, concern, &kind, None)
}

/// Staff said something about it.
pub(crate) fn news(work: &mut Work<'_>, concern: &Concern, words: &str) -> Result<()> {
    let kind = Kind { automatic: Automatic::Person, ..Kind::of("concern.news", ("letter-news", "letter-reply")) };
    send(work, concern, &kind, Some(words))
}

/// What was promised is late, and why.
pub(crate) fn late(work: &mut Work<'_>, concern: &Concern, reason: &str) -> Result<()> {
    let kind = Kind { automatic: Automatic::Person, ..Kind::of("concern.late", ("letter-late", "letter-follow")) };
    send(work, concern, &kind, Some(reason))
}

/// Somebody says that it was heard; praise is thanked for.
pub(super) fn acknowledged(work: &mut Work<'_>, concern: &Concern) -> Result<()> {
    let thanked = concern.outcome == Some(Outcome::Thanked);
    let opening = if thanked { "letter-thanked" } else { "letter-acknowledged" };
    send(work, concern, &Kind::of("concern.acknowledged", (opening, "letter-follow")), None)
}

/// It was closed, with the words of staff or in silence, and can be opened again.
pub(crate) fn closed(work: &mut Work<'_>, concern: &Concern, words: Option<&str>) -> Result<()> {
    let opening = if words.is_some() { "letter-closed" } else { "letter-closed-in-silence" };
    let automatic = if words.is_some() { Automatic::Person } else { Automatic::Generated };
    send(work, concern, &Kind { automatic, ..Kind::of("concern.closed", (opening, "letter-reopen")) }, words)
}

/// Did it help? By three links that need no account. Each opens the same page with one answer chosen, and nothing is
/// answered before a button is pressed there: a scanner of mail follows every link.
pub(crate) fn check_back(work: &mut Work<'_>, concern: &Concern, token: &str) -> Result<()> {
    let kind = Kind {
        class: Class::Questions,
        ..Kind::of("concern.check_back", ("letter-check-back", "letter-check-back-link"))
    };
    let (url, words) = (&work.app.settings.public_url, work.app.catalogue.speak(concern.language));
    let link =
        |helped: &Helped| format!("{}: {url}/check-back/{token}?helped={}", words.t(helped.key()), helped.word());
    let links = Helped::ALL.iter().map(link).collect();
    write(work, concern, &kind, None, links)
}

/// What is the same in all letters of a kind.
struct Kind {
    name: &'static str,
    class: Class,
    automatic: Automatic,
    opening: &'static str,
    before_link: &'static str,
}

impl Kind {
    /// What nobody of ours wrote, about where a concern stands.
    const fn of(name: &'static str, (opening, before_link): (&'static str, &'static str)) -> Self {
        Self { name, class: Class::Concerns, automatic: Automatic::Generated, opening, before_link }
    }
}

fn send(work: &mut Work<'_>, concern: &Concern, kind: &Kind, quoted: Option<&str>) -> Result<()> {
    let link = page(work.app, concern);
    write(work, concern, kind, quoted, vec![link])
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

fn write(work: &mut Work<'_>, concern: &Concern, kind: &Kind, quoted: Option<&str>, links: Vec<String>) -> Result<()> {
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
        links,
        by_mail: work.app.settings.mail_address.is_some(),
    }
    .render()?;
    let organization = organization::rows::get(work.connection)?.name;
    let draft = Draft {
        kind: kind.name,
        class: kind.class,
        about_id: concern.id.as_str(),
        in_thread: true,
        automatic: kind.automatic,
        from_name: &organization,
        to_name: concern.reporter.name.as_deref().unwrap_or_default(),
        to_address: &address,
        language: concern.language,
        text,
    };
    letter::write(work.app, work.connection, draft, work.now)
}
