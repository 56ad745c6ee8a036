//! The letters of this slice: a sentence about a site and a time, and a link.

use ground::letter::Class;
use ground::{Id, Moment, Result};
use people::letter::{self, ALL_ABOUT_IT, Said, Sort};
use people::site::{self, Site};
use people::staff::StaffMember;
use people::work::Work;

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
    let about_id = path.rsplit('/').next().unwrap_or_default();
    let said = Said { subject: &subject, words: &words, more: None, before_link: ALL_ABOUT_IT, path };
    letter::short(work, &Sort { kind, class: Class::Alerts, about_id }, &to.into(), &said)
}
