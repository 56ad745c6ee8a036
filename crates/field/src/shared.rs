//! Phones that those at a site share: a supervisor makes one, and on it officers are known by their PIN.

mod pages;
pub mod rows;

use agreement::post;
use briefing::pin;
use ground::entry::{ActorKind, Deed};
use ground::web::Routes;
use ground::{Error, Id, Moment, Result, secret};
use people::session::{self, PersonKey, Session};
use people::site::{self, Site};
use people::staff::StaffMember;
use people::work::{Done, Work};
use serde::Serialize;

/// A supervisor made a device a phone that those at a site share.
pub const MADE: Deed = Deed("shared_phone.made");
/// It is one no longer.
pub const ENDED: Deed = Deed("shared_phone.ended");

/// Whose shift begins, or ended, so many seconds from now may come on such a phone.
const AROUND_SECONDS: i64 = 12 * 3_600;

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/sites/{id}/shared-phones", pages::list)
        .post("/sites/{id}/shared-phones", pages::make)
        .post("/sites/{id}/shared-phones/{phone}", pages::end)
        .get("/field/switch", pages::form)
        .post("/field/switch", pages::switch)
}

/// A phone that those at a site share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SharedPhone {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// At which site.
    pub site_id: Id<Site>,
    /// What the browser calls itself, in a few words.
    pub label: String,
    /// The digest of the token that it holds.
    #[serde(skip)]
    pub token_digest: String,
    /// When it was made one.
    pub made_at: Moment,
    /// Who made it one.
    pub made_by: String,
    /// When it ceased to be one.
    pub ended_at: Option<Moment>,
}

/// The device on which somebody works is shared from now on by those at a site: the token that it is to hold.
///
/// # Errors
/// Not found out of reach; refused when the site is closed.
pub fn make(work: &mut Work<'_>, site_id: &Id<Site>, label: &str, token: &str) -> Result<Done<()>> {
    let site = site::rows::find(work, site_id)?;
    if site.closed_at.is_some() {
        return Err(Error::refused("post-site-closed"));
    }
    let phone = SharedPhone {
        id: Id::fresh(),
        site_id: site.id,
        label: label.to_owned(),
        token_digest: secret::digest(token),
        made_at: work.now,
        made_by: work.me.actor.name.clone(),
        ended_at: None,
    };
    rows::insert(work.connection, &phone)?;
    work.done(MADE, phone.id.as_str(), (None, &phone), ())
}

/// A phone is shared no longer: nobody comes on it by a PIN.
///
/// # Errors
/// Not found out of reach.
pub fn end(work: &mut Work<'_>, site_id: &Id<Site>, id: &Id<SharedPhone>) -> Result<Done<()>> {
    let site = site::rows::find(work, site_id)?;
    let before = rows::find(work.connection, id)?.filter(|phone| phone.site_id == site.id).ok_or(Error::NotFound)?;
    let after = SharedPhone { ended_at: Some(before.ended_at.unwrap_or(work.now)), ..before.clone() };
    rows::save(work.connection, &after)?;
    work.done(ENDED, id.as_str(), (Some(&before), &after), ())
}

/// Who may come on a shared phone by a PIN: officers whose shift at its site is near, and who chose one. Whoever
/// may more than an officer signs in with their password.
///
/// # Errors
/// Broken when the database says so.
pub fn officers(work: &mut Work<'_>, phone: &SharedPhone) -> Result<Vec<StaffMember>> {
    let near = (work.now.plus_seconds(-AROUND_SECONDS), work.now.plus_seconds(AROUND_SECONDS));
    let mut officers: Vec<StaffMember> = Vec::new();
    for member in post::rows::officers_at(work.connection, &phone.site_id, near)? {
        if pin::rows::of(work.connection, &member.id)?.is_none() {
            continue;
        }
        if session::rows::as_staff(work.connection, &member.id)?.is_in_the_field() {
            officers.push(member);
        }
    }
    officers.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(officers)
}

/// An officer comes on a shared phone, whose PIN was right: the token of their session. Whoever was on it is signed out.
///
/// # Errors
/// Not found when they may not come on it.
pub fn switch(
    work: &mut Work<'_>,
    phone: &SharedPhone,
    staff_id: &Id<StaffMember>,
    before: Option<&Session>,
) -> Result<Done<String>> {
    if !officers(work, phone)?.iter().any(|officer| officer.id == *staff_id) {
        return Err(Error::NotFound);
    }
    if let Some(before) = before {
        let _left = session::sign_out(work, before)?;
    }
    let person = PersonKey { kind: ActorKind::Staff, id: staff_id.to_string() };
    session::sign_in(work, &person, &phone.label)
}
