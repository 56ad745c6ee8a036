//! Letters about confirmations: to officers who must read, and to supervisors about a shift that began
//! without. They carry no words of the orders.

use agreement::post::{Assignment, Post};
use calling::Note;
use ground::Result;
use ground::letter::Class;
use orders::post_orders::{self, PostOrders};
use orders::revision::Revision;
use people::letter::{self, ALL_ABOUT_IT, Said, Sort};
use people::site;
use people::staff::{self, StaffMember};
use people::work::Work;

use super::Line;

/// Orders changed where they stand, or will: please read and confirm.
pub(super) fn announce(work: &mut Work<'_>, (orders, revision): (&PostOrders, &Revision), line: &Line) -> Result<()> {
    let officer = staff::rows::find(work.connection, &line.assignment.staff_id)?;
    if officer.left_at.is_some() {
        return Ok(());
    }
    let place = post_orders::place(work, orders)?.name;
    let w = work.app.catalogue.speak(officer.language);
    let named = [("place", place.as_str().into())];
    let (subject, words) = (w.with("confirmation-announce-subject", &named), w.with("confirmation-announce", &named));
    let path = format!("/posts/{}/briefing", line.assignment.post_id);
    let about_id = revision.id.as_str();
    let sort = Sort { kind: "revision.announced", class: Class::Orders, about_id };
    let said = Said { subject: &subject, words: &words, more: None, before_link: ALL_ABOUT_IT, path: &path };
    letter::short(work, &sort, &(&officer).into(), &said)
}

/// A shift began, and the officer has not confirmed: by push where that reaches somebody, as this is about now.
pub(super) fn unconfirmed(
    work: &mut Work<'_>,
    (post, assignment): (&Post, &Assignment),
    officer: &StaffMember,
    to: &StaffMember,
) -> Result<()> {
    let site = site::rows::any(work.connection, &post.site_id)?;
    let path = format!("/sites/{}/confirmations", site.id);
    let about_id = assignment.id.as_str();
    let (title, about) = ("push-title-unconfirmed", post.name.as_str());
    let note = Note { about_id, title, about, site: &site.name, path: &path, urgent: false, can_be_heard: false };
    if calling::reach_by_push(work, to, &note)? {
        return Ok(());
    }
    let w = work.app.catalogue.speak(to.language);
    let named = [
        ("officer", officer.name.as_str().into()),
        ("post", post.name.as_str().into()),
        ("site", site.name.as_str().into()),
        ("when", w.when(assignment.starts_at, &site.zone).into()),
    ];
    let (subject, words) = (w.with("confirmation-missing-subject", &named), w.with("confirmation-missing", &named));
    let sort = Sort { kind: "confirmation.missing", class: Class::Alerts, about_id };
    let said = Said { subject: &subject, words: &words, more: None, before_link: ALL_ABOUT_IT, path: &path };
    letter::short(work, &sort, &to.into(), &said)
}
