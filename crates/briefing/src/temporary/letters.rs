//! Letters about temporary orders: to those who look after the site, and to whoever gave one.

use ground::entry::ActorKind;
use ground::letter::Class;
use ground::{Error, Id, Result};
use people::letter::{self, ALL_ABOUT_IT, Said, Sort};
use people::site::{self, Site};
use people::staff::{self, StaffMember};
use people::work::Work;

use super::Temporary;

/// The client gave something: those who look after the site are told.
pub(super) fn told(work: &mut Work<'_>, temporary: &Temporary) -> Result<()> {
    let site = site::rows::any(work.connection, &temporary.site_id)?;
    let mut members = staff::rows::looking_after(work.connection, &site.id)?;
    if members.is_empty() {
        members = owner(work, &site)?.into_iter().collect();
    }
    for member in members {
        write(work, temporary, (&site, &member), ("temporary-told-subject", "temporary-told"))?;
    }
    Ok(())
}

/// It ends soon: whoever gave it is asked what becomes of it; of what the client gave, whoever the
/// concerns of the site fall to.
pub(super) fn ask(work: &mut Work<'_>, temporary: &Temporary) -> Result<()> {
    let site = site::rows::any(work.connection, &temporary.site_id)?;
    let giver = match temporary.by.kind {
        ActorKind::Staff => active(work, &Id::known(temporary.by.id.clone()))?,
        _ => None,
    };
    let asked = match giver {
        Some(giver) => Some(giver),
        None => owner(work, &site)?,
    };
    let Some(member) = asked else { return Ok(()) };
    write(work, temporary, (&site, &member), ("temporary-ask-subject", "temporary-ask"))
}

fn write(
    work: &mut Work<'_>,
    temporary: &Temporary,
    (site, member): (&Site, &StaffMember),
    (subject, words): (&str, &str),
) -> Result<()> {
    let w = work.app.catalogue.speak(member.language);
    let named = [
        ("site", site.name.as_str().into()),
        ("kind", w.t(temporary.kind.key()).into()),
        ("name", temporary.by.name.as_str().into()),
        ("when", w.when(temporary.ends_at, &site.zone).into()),
    ];
    let (subject, words) = (w.with(subject, &named), w.with(words, &named));
    let path = format!("/temporary/{}", temporary.id);
    let sort = Sort { kind: "temporary.told", class: Class::Orders, about_id: temporary.id.as_str() };
    let said =
        Said { subject: &subject, words: &words, more: Some(&temporary.words), before_link: ALL_ABOUT_IT, path: &path };
    letter::short(work, &sort, &member.into(), &said)
}

fn owner(work: &mut Work<'_>, site: &Site) -> Result<Option<StaffMember>> {
    active(work, &site.owner_id)
}

/// A staff member who has not left.
fn active(work: &mut Work<'_>, id: &Id<StaffMember>) -> Result<Option<StaffMember>> {
    match staff::rows::find(work.connection, id) {
        Ok(member) => Ok(Some(member).filter(|member| member.left_at.is_none())),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}
