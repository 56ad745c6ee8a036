//! Letters about what is held: to those who look after the site. They carry nothing that was said.

use ground::letter::Class;
use ground::{Error, Id, Result};
use people::letter::{self, ALL_ABOUT_IT, Said, Sort};
use people::site::{self, Site};
use people::staff::{self, Role, StaffMember};
use people::work::Work;

use super::{Sending, Sent};

/// Something waits for a supervisor.
pub(super) fn held(work: &mut Work<'_>, sending: &Sending, sent: &Sent) -> Result<()> {
    let site_id = Id::<Site>::parse(sent.fields.typed("site"));
    let site = site_id.map(|id| site::rows::any(work.connection, &id)).transpose();
    let site = match site {
        // What a phone names need not be there.
        Err(Error::NotFound) => None,
        site => site?,
    };
    let officer = staff::rows::find(work.connection, &sending.staff_id)?;
    for to in readers(work, site.as_ref())? {
        let w = work.app.catalogue.speak(to.language);
        let named = [("officer", officer.name.as_str().into()), ("kind", w.t(sending.kind.key()).into())];
        let (subject, words) = (w.with("held-subject", &named), w.with("held-letter", &named));
        let path = format!("/held/{}", sending.id);
        let sort = Sort { kind: "sending.held", class: Class::Alerts, about_id: sending.id.as_str() };
        let said = Said { subject: &subject, words: &words, more: None, before_link: ALL_ABOUT_IT, path: &path };
        letter::short(work, &sort, &(&to).into(), &said)?;
    }
    Ok(())
}

/// Those who look after the site; where nobody does, or it names none, whoever sets things up.
fn readers(work: &mut Work<'_>, site: Option<&Site>) -> Result<Vec<StaffMember>> {
    let found = match site {
        Some(site) => staff::rows::looking_after(work.connection, &site.id)?,
        None => Vec::new(),
    };
    if found.is_empty() { staff::rows::with_role(work.connection, Role::Administrator) } else { Ok(found) }
}
