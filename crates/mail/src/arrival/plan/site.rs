//! At which site a mail is about.

use ground::{App, Result};
use listening::concern;
use people::site::{self, Site};
use people::work::Work;

use super::thread::Named;
use super::{Arrival, Mail, Teller};

/// How far into a mail we look for the name of a site, in letters.
const LOOKED_AT: usize = 600;

/// A site that was found.
pub(super) struct Found {
    pub(super) site: Site,
    /// Whether whoever told us may see it.
    pub(super) is_theirs: bool,
    /// Whether nothing but a guess says so.
    pub(super) is_guessed: bool,
}

/// What stands after the `+` in an address of ours: empty for the address itself, `None` for
/// another's.
#[must_use]
pub(super) fn tag<'a>(app: &App, address: &'a str) -> Option<&'a str> {
    let (local, domain) = app.settings.mail_address.as_deref()?.split_once('@')?;
    let (name, at) = address.split_once('@')?;
    let rest = name.strip_prefix(local).filter(|_| at == domain)?;
    if rest.is_empty() { Some("") } else { rest.strip_prefix('+') }
}

/// The site: by the address to which it was sent; by what its sender may see; by the concern that
/// it named.
///
/// # Errors
/// Broken when the database says so.
pub(super) fn of(
    work: &mut Work<'_>,
    (arrival, mail): (&Arrival, &Mail),
    teller: &Teller,
    named: Option<&Named>,
) -> Result<Option<Found>> {
    let theirs = match &teller.contact {
        Some(contact) => sites_of(work, contact)?,
        None => Vec::new(),
    };
    let is_theirs = |site: &Site| theirs.iter().any(|other| other.id == site.id);
    let sent_to = arrival.envelope.recipients.iter().chain(&mail.recipients);
    let names: Vec<String> = sent_to
        .flat_map(|address| [Some(address.clone()), tag(work.app, address).map(str::to_owned)])
        .flatten()
        .filter(|name| !name.is_empty())
        .collect();
    if let Some(site) = site::rows::by_mail_name(work.connection, &names)? {
        let is_theirs = is_theirs(&site);
        return Ok(Some(Found { site, is_theirs, is_guessed: false }));
    }
    if let Some(named) = named {
        let site = site::rows::any(work.connection, &named.concern.site_id)?;
        if site.closed_at.is_none() {
            let is_theirs = is_theirs(&site);
            return Ok(Some(Found { site, is_theirs, is_guessed: false }));
        }
    }
    let Some(contact) = &teller.contact else { return Ok(None) };
    let found = |site: &Site, is_guessed| Found { site: site.clone(), is_theirs: true, is_guessed };
    if let [only] = theirs.as_slice() {
        return Ok(Some(found(only, false)));
    }
    if let Some(site) = named_in(&theirs, mail) {
        return Ok(Some(found(site, false)));
    }
    let latest = concern::rows::latest_site_of(work.connection, contact.id.as_str())?;
    let latest = theirs.iter().find(|site| latest.as_ref() == Some(&site.id));
    Ok(latest.or(theirs.first()).map(|site| found(site, true)))
}

fn sites_of(work: &mut Work<'_>, contact: &people::contact::Contact) -> Result<Vec<Site>> {
    let me = people::session::rows::as_contact(work.connection, &contact.id)?;
    let mut theirs = Work { app: work.app, me: &me, now: work.now, connection: &mut *work.connection, their_at: None };
    site::rows::list(&mut theirs)
}

/// The site whose name stands in the subject or in the first words; of several, the longest name.
fn named_in<'a>(sites: &'a [Site], mail: &Mail) -> Option<&'a Site> {
    let beginning: String = mail.text.chars().take(LOOKED_AT).collect();
    let looked_at = format!("{}\n{beginning}", mail.subject).to_lowercase();
    let names = sites.iter().filter(|site| looked_at.contains(&site.name.to_lowercase()));
    names.max_by_key(|site| site.name.len())
}
