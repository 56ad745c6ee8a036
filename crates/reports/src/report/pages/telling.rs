//! A contact says something of a line of a report: it becomes a concern, with a number and promises as any other.

use axum::response::{IntoResponse, Response};
use ground::web::form::refused;
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Refusal, Result};
use listening::concern::{self, Channel, NewConcern, Reporter, Urgency, Voice, WORDS_LETTERS};
use people::contact;
use people::door::{self, Contact};

use super::{Failed, PORTAL, Said, gather, of_contact, page, read, shown};

/// So much of what may be said is left for naming the line.
const HEADING_LETTERS: usize = 1_000;

pub(in crate::report) async fn tell(
    contact: Contact,
    Path(period): Path<String>,
    mut fields: Fields,
) -> Result<Response> {
    let asked = of_contact(&contact.me, &period, fields.typed("site"))?;
    let (key, w) = (fields.typed("line").to_owned(), contact.words.clone());
    let wanted = (asked.clone(), key.clone());
    let found = contact.read(move |work| {
        let report = gather(work, &wanted.0)?;
        let sections = shown(&report, &w, PORTAL.concerns).sections;
        let line = sections.into_iter().flat_map(|section| section.lines).find(|line| line.key == wanted.1);
        Ok((line.ok_or(Error::NotFound)?, report.period.title(&w)))
    });
    let (line, title) = found.await?;
    let Some(words) = fields.prose("words", 2..=WORDS_LETTERS - HEADING_LETTERS) else {
        let problem = fields.problem("words").cloned().unwrap_or_else(|| Refusal::new("field-needed"));
        let problem = contact.words.refusal(&problem);
        let failed = Failed { line: key, typed: fields.typed("words").to_owned(), problem };
        let report = read(&contact, &asked, None).await?;
        return Ok(refused(page(&contact, &report, PORTAL, Some(&failed))?));
    };
    let new = concern(&contact.words, &line, &title, &words);
    let said = [line.key.as_str(), words.as_str()].join("\0");
    let told = door::once(&contact, &fields, ("report", &said), move |work| {
        let site = concern::rows::site_of(work, &line.site_id)?;
        let me = contact::rows::find(work, &work.me.contact_id())?;
        let reporter = Reporter { id: Some(me.id.to_string()), name: Some(me.name), email: Some(me.email) };
        let raised = concern::raise(work, &site, &NewConcern { reporter, ..new.clone() })?;
        Ok(raised.map(|raised| format!("{}/{}", PORTAL.concerns, raised.id)))
    });
    Ok(see(told.await?).saying("done-report-told").into_response())
}

/// What is told: the line and the time by name, and then what was said of them.
fn concern(w: &Words, line: &Said, period: &str, words: &str) -> NewConcern {
    let named = [("period", period.into()), ("line", line.lead.as_str().into())];
    let heading = w.with("report-say-heading", &named);
    NewConcern {
        words: format!("{heading}\n\n{words}"),
        severity: Urgency::Shortfall.severity(),
        category: concern::Category::Unsorted,
        remedy: None,
        channel: Channel::Portal,
        voice: Voice::Client,
        reporter: Reporter::default(),
        language: w.language,
        post_id: None,
        said_at: None,
        photos: Vec::new(),
        number: None,
    }
}
