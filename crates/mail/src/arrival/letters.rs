//! Letters to the account managers: what did not reach a client, and what somebody has to decide.
//! They carry a number, an address and a link, and nothing that was said.

use askama::Template;
use ground::letter::{self, Draft};
use ground::throttle::{self, Limit};
use ground::words::Words;
use ground::{Id, Result};
use listening::concern::{self, Concern};
use people::staff::{self, Role};
use people::work::Work;

use super::Arrival;

#[derive(Template)]
#[template(path = "arrival/letters/office.txt")]
struct Letter<'a> {
    w: &'a Words,
    subject: String,
    name: &'a str,
    opening: String,
    link: String,
}

/// One letter an hour says that mail is held; the page says which.
const HELD: Limit = Limit { purpose: "mail.held", times: 1, window_seconds: 3_600 };

/// A letter about a concern did not reach whom it was for: the client has not been answered.
pub(super) fn not_delivered(work: &mut Work<'_>, concern_id: &Id<Concern>, address: &str) -> Result<()> {
    let concern = concern::rows::any(work.connection, concern_id)?;
    let link = format!("{}/concerns/{concern_id}", work.app.settings.public_url);
    let said = [("number", concern.number), ("address", address.to_owned())];
    write(
        work,
        ("mail.not_delivered", concern_id.as_str()),
        ["mail-not-delivered-subject", "mail-not-delivered"],
        &said,
        &link,
    )
}

/// Mail is held for somebody to decide.
pub(super) fn held(work: &mut Work<'_>, id: &Id<Arrival>) -> Result<()> {
    if throttle::count(work.connection, HELD, "", work.now)? > HELD.times {
        return Ok(());
    }
    let link = format!("{}/mail", work.app.settings.public_url);
    write(work, ("mail.held", id.as_str()), ["mail-held-subject", "mail-held"], &[], &link)
}

fn write(
    work: &mut Work<'_>,
    (kind, about_id): (&'static str, &str),
    [subject, opening]: [&'static str; 2],
    said: &[(&'static str, String)],
    link: &str,
) -> Result<()> {
    let mut readers = staff::rows::with_role(work.connection, Role::AccountManager)?;
    if readers.is_empty() {
        readers = staff::rows::with_role(work.connection, Role::Administrator)?;
    }
    for reader in readers {
        let w = work.app.catalogue.speak(reader.language);
        let said: Vec<_> = said.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        let (subject, opening) = (w.with(subject, &said), w.with(opening, &said));
        let text = Letter { w: &w, subject, name: &reader.name, opening, link: link.to_owned() }.render()?;
        let draft =
            Draft { kind, about_id, to_name: &reader.name, to_address: &reader.email, language: reader.language, text };
        letter::write(work.connection, draft, work.now)?;
    }
    Ok(())
}
