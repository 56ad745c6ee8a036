//! Letters to those who are asked.

use ground::letter::Class;
use ground::{Id, Result};
use people::client::{self, Client};
use people::contact::Contact;
use people::letter::{self, Said, Sort};
use people::organization;
use people::site::{self, Site};
use people::work::Work;

use super::{Asking, rules};
use crate::round::Round;

/// What somebody is asked about: the one site that they see, or all of the client's.
pub(super) fn place(work: &mut Work<'_>, client_id: &Id<Client>, site_id: Option<&Id<Site>>) -> Result<String> {
    match site_id {
        Some(site_id) => Ok(site::rows::any(work.connection, site_id)?.name),
        None => Ok(client::rows::any(work.connection, client_id)?.name),
    }
}

/// How is our work going for you?
pub(super) fn ask(work: &mut Work<'_>, asked: (&Asking, &Round), to: &Contact) -> Result<()> {
    write(work, ("asking.asked", "survey-letter-subject", "survey-letter-words"), asked, to)
}

/// We have no answer yet.
pub(super) fn remind(work: &mut Work<'_>, asked: (&Asking, &Round), to: &Contact) -> Result<()> {
    write(work, ("asking.reminded", "survey-reminder-subject", "survey-reminder-words"), asked, to)
}

fn write(
    work: &mut Work<'_>,
    (kind, subject, words): (&'static str, &str, &str),
    (asking, round): (&Asking, &Round),
    to: &Contact,
) -> Result<()> {
    let organization = organization::rows::get(work.connection)?;
    let place = place(work, &asking.client_id, asking.site_id.as_ref())?;
    let w = work.app.catalogue.speak(to.language);
    let named = [
        ("site", place.as_str().into()),
        ("organization", organization.name.as_str().into()),
        ("day", w.when(round.closes_at, &organization.zone).into()),
    ];
    let (subject, words) = (w.with(subject, &named), w.with(words, &named));
    let path = format!("/survey/{}", rules::token(&work.app.keys, &asking.id));
    let sort = Sort { kind, class: Class::Surveys, about_id: asking.id.as_str() };
    let before_link = "survey-letter-link";
    letter::short(
        work,
        &sort,
        &to.into(),
        &Said { subject: &subject, words: &words, more: None, before_link, path: &path },
    )
}
