//! Letters to whoever told us something, where they left an address.

use askama::Template;
use ground::letter::{self, Draft};
use ground::words::Words;
use ground::{App, Result};
use people::work::Work;

use super::{Channel, Concern, code};

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

/// It was closed, and can be opened again.
pub(crate) fn closed(work: &mut Work<'_>, concern: &Concern) -> Result<()> {
    let kind = Kind { name: "concern.closed", opening: "letter-closed", before_link: "letter-reopen" };
    send(work, concern, &kind, None)
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
fn page(app: &App, concern: &Concern) -> String {
    let url = &app.settings.public_url;
    match concern.channel {
        Channel::Portal => format!("{url}/portal/concerns/{}", concern.id),
        _ => format!("{url}/t/{}", code::of(&app.keys, &concern.id)),
    }
}

fn write(work: &mut Work<'_>, concern: &Concern, kind: &Kind, quoted: Option<&str>, link: String) -> Result<()> {
    let Some(address) = concern.reporter.email.as_deref() else { return Ok(()) };
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
        to_address: address,
        language: concern.language,
        text,
    };
    letter::write(work.connection, draft, work.now)
}
