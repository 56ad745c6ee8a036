//! The letters of this slice: a sentence about a site and a time, and a link.

use askama::Template;
use ground::letter::{self, Automatic, Class, Draft};
use ground::words::Words;
use ground::{Id, Moment, Result};
use people::organization;
use people::site::{self, Site};
use people::staff::StaffMember;
use people::work::Work;

#[derive(Template)]
#[template(path = "letter.txt")]
struct Letter<'a> {
    w: &'a Words,
    subject: &'a str,
    name: &'a str,
    words: &'a str,
    link: &'a str,
}

/// What kind of letter, with the keys of its subject and its words.
pub(crate) type Kind = (&'static str, &'static str, &'static str);

/// Writes to one of ours, unless they have left: the last part of the address is what it is about.
pub(crate) fn write(
    work: &mut Work<'_>,
    (kind, subject, words): Kind,
    (site_id, when): (&Id<Site>, Moment),
    (path, to): (&str, &StaffMember),
) -> Result<()> {
    if to.left_at.is_some() {
        return Ok(());
    }
    let site = site::rows::any(work.connection, site_id)?;
    let w = work.app.catalogue.speak(to.language);
    let named = [("site", site.name.as_str().into()), ("when", w.when(when, &site.zone).into())];
    let (subject, words) = (w.with(subject, &named), w.with(words, &named));
    let link = format!("{}{path}", work.app.settings.public_url);
    let text = Letter { w: &w, subject: &subject, name: &to.name, words: &words, link: &link }.render()?;
    let organization = organization::rows::get(work.connection)?.name;
    let draft = Draft {
        kind,
        class: Class::Alerts,
        about_id: path.rsplit('/').next().unwrap_or_default(),
        in_thread: false,
        automatic: Automatic::Generated,
        from_name: &organization,
        to_name: &to.name,
        to_address: &to.email,
        language: to.language,
        text,
    };
    letter::write(work.app, work.connection, draft, work.now)
}
