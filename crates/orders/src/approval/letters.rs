//! Letters about changed orders: to those who decide at the client, and to those of ours who proposed them.

use askama::Template;
use ground::letter::{self, Automatic, Class, Draft};
use ground::words::{Language, Words};
use ground::{Error, Id, Result};
use people::work::{Me, Work};
use people::{contact, organization, session, staff};

use super::{Answer, Approval, Remark, Silence, link};
use crate::post_orders::{self, Place};
use crate::revision::{self, Revision, shown};

/// So many changed lines stand in a letter; the page has them all.
const LINES: usize = 30;

#[derive(Template)]
#[template(path = "approval/letters/ask.txt")]
struct Ask<'a> {
    w: &'a Words,
    subject: String,
    name: &'a str,
    because: Vec<String>,
    opening: String,
    summary: &'a str,
    changes: String,
    by: String,
    link: String,
}

#[derive(Template)]
#[template(path = "approval/letters/news.txt")]
struct News<'a> {
    w: &'a Words,
    subject: String,
    name: &'a str,
    news: String,
    quoted: Option<&'a str>,
    link: String,
}

/// Please read the change and answer; once more when it is a reminder.
pub(super) fn ask(work: &mut Work<'_>, revision: &Revision, approval: &Approval, again: bool) -> Result<()> {
    let Some((me, address)) = reader(work, approval)? else { return Ok(()) };
    let words = work.app.catalogue.speak(me.language);
    let (caused, place) = (because(work, revision, &me)?, place(work, revision)?);
    let key = match (again, approval.standing_in_at, revision.emergency_at) {
        (true, ..) => "approval-letter-again",
        (_, Some(_), _) => "approval-letter-stand-in",
        (_, _, Some(_)) => "approval-letter-emergency",
        _ => "approval-letter",
    };
    let told = |headline: String| words.with("approval-because", &[("headline", headline.into())]);
    let by = revision::terms(work, revision)?.silence_at(revision.proposed_at.unwrap_or(work.now));
    let text = Ask {
        subject: words.with("approval-subject", &[("summary", revision.summary.as_str().into())]),
        name: &me.actor.name,
        because: caused.into_iter().map(told).collect(),
        opening: words.with(key, &[("place", place.name.as_str().into())]),
        summary: &revision.summary,
        changes: shown::changes_in_words(work.connection, revision, &words, LINES)?,
        by: words.with("approval-letter-by", &[("when", words.when(by, &place.site.zone).into())]),
        link: format!("{}/approvals/{}", work.app.settings.public_url, link::token(&work.app.keys, &approval.id)),
        w: &words,
    }
    .render()?;
    write(work, ("revision.ask", Automatic::Generated), revision, (&me.actor.name, &address, me.language), text)
}

/// Whoever proposed the change is told what was said to it.
pub(super) fn answered(work: &mut Work<'_>, revision: &Revision, approval: &Approval) -> Result<()> {
    let Some(said) = &approval.said else { return Ok(()) };
    let name = contact::rows::name(work.connection, &approval.contact_id)?;
    let key = if said.answer == Answer::Yes { "approval-news-yes" } else { "approval-news-no" };
    news(work, revision, (key, &name), said.words.as_deref())
}

/// Whoever proposed the change is told what was said of a line of it.
pub(super) fn remarked(work: &mut Work<'_>, revision: &Revision, remark: &Remark) -> Result<()> {
    if remark.by.id == revision.author.id {
        return Ok(());
    }
    news(work, revision, ("approval-news-remark", &remark.by.name), Some(&remark.words))
}

/// Whoever proposed the change is told that nobody answered, and what that means.
pub(crate) fn unanswered(work: &mut Work<'_>, revision: &Revision, silence: Silence) -> Result<()> {
    let key = match silence {
        Silence::Waits => "approval-news-waits",
        Silence::CountsAsYes => "approval-news-counts-as-yes",
        Silence::Lapses => "approval-news-lapses",
    };
    news(work, revision, (key, ""), None)
}

fn news(work: &mut Work<'_>, revision: &Revision, (key, name): (&str, &str), quoted: Option<&str>) -> Result<()> {
    let author = match staff::rows::find(work.connection, &Id::known(revision.author.id.clone())) {
        Ok(author) if author.left_at.is_none() => author,
        Ok(_) | Err(Error::NotFound) => return Ok(()),
        Err(error) => return Err(error),
    };
    let words = work.app.catalogue.speak(author.language);
    let place = place(work, revision)?;
    let named = [("name", name.to_owned().into()), ("place", place.name.as_str().into())];
    let text = News {
        subject: words.with("approval-news-subject", &[("summary", revision.summary.as_str().into())]),
        name: &author.name,
        news: words.with(key, &named),
        quoted,
        link: format!("{}/revisions/{}", work.app.settings.public_url, revision.id),
        w: &words,
    }
    .render()?;
    write(work, ("revision.news", Automatic::Generated), revision, (&author.name, &author.email, author.language), text)
}

/// Whoever is asked, as they are now, and where mail reaches them. `None` when they have left, or
/// may no longer see the site.
fn reader(work: &mut Work<'_>, approval: &Approval) -> Result<Option<(Me, String)>> {
    match session::rows::as_contact(work.connection, &approval.contact_id) {
        Ok(me) => Ok(Some((me, contact::rows::address(work.connection, &approval.contact_id)?))),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The headlines of the concerns that caused a revision, of those that this reader may see.
fn because(work: &mut Work<'_>, revision: &Revision, me: &Me) -> Result<Vec<String>> {
    let mut theirs = Work { app: work.app, me, now: work.now, connection: &mut *work.connection, their_at: None };
    let caused = revision::rows::caused(&mut theirs, revision.clone())?;
    Ok(caused.concerns.into_iter().map(|concern| concern.headline).collect())
}

fn place(work: &mut Work<'_>, revision: &Revision) -> Result<Place> {
    let orders = post_orders::rows::any(work.connection, &revision.orders_id)?;
    post_orders::place(work, &orders)
}

fn write(
    work: &mut Work<'_>,
    (kind, automatic): (&'static str, Automatic),
    revision: &Revision,
    (to_name, to_address, language): (&str, &str, Language),
    text: String,
) -> Result<()> {
    let organization = organization::rows::get(work.connection)?.name;
    let draft = Draft {
        kind,
        class: Class::Orders,
        about_id: revision.id.as_str(),
        in_thread: false,
        automatic,
        from_name: &organization,
        to_name,
        to_address,
        language,
        text,
    };
    letter::write(work.app, work.connection, draft, work.now)
}
