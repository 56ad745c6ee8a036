//! The page on which somebody who decides reads a change and answers: in the portal, or by the link
//! of a letter. And what staff write down of what they were told.

pub(super) mod link;
pub(super) mod portal;

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Moment, Refusal, Result};
use people::contact::Contact;
use people::door::{Door, Staff};
use people::work::Work;

use super::{Answer, Approval, NewAnswer, Remark, WORDS_LETTERS, Way, rows};
use crate::post_orders::{self, Place, PostOrders, place};
use crate::revision::shown::{self, Difference, Part, Pictures, Shown};
use crate::revision::{self, Caused, Content, Revision, State};

#[derive(Template)]
#[template(path = "approval/ask.html")]
struct Ask<'a> {
    w: &'a Words,
    form: Form<'a>,
    asked: Asked,
    difference: Option<Difference>,
    parts: Vec<Part>,
    lines: Vec<(String, String)>,
    answers: Vec<(String, String)>,
    by: String,
    action: String,
}

impl Ask<'_> {
    fn somebody_said(&self, name: &str, approval: &Approval) -> String {
        let answer = approval.said.as_ref().map(|said| self.w.t(said.answer.key())).unwrap_or_default();
        self.w.with("approval-somebody-said", &[("name", name.to_owned().into()), ("answer", answer.into())])
    }
}

/// What the page shows.
struct Asked {
    approval: Approval,
    caused: Caused,
    orders: PostOrders,
    place: Place,
    content: Content,
    base: Option<Content>,
    remarks: Vec<Remark>,
    others: Vec<(Approval, String)>,
    silence_at: Option<Moment>,
}

impl Asked {
    /// Whether the reader may still answer.
    fn is_open(&self) -> bool {
        self.approval.said.is_none() && self.caused.revision.awaits_answer()
    }

    /// Who answered, if somebody did before the reader.
    fn answered(&self) -> Option<&(Approval, String)> {
        self.others.iter().find(|(approval, _)| approval.said.is_some())
    }
}

fn gather(work: &mut Work<'_>, id: &Id<Approval>) -> Result<Asked> {
    let approval = rows::mine(work, id)?;
    let revision = revision::rows::any(work.connection, &approval.revision_id)?;
    let orders = post_orders::rows::any(work.connection, &revision.orders_id)?;
    let terms = revision::terms(work, &revision)?;
    Ok(Asked {
        place: place(work, &orders)?,
        content: revision::rows::content(work.connection, &revision.id)?,
        base: revision.base_id.as_ref().map(|id| revision::rows::content(work.connection, id)).transpose()?,
        remarks: rows::remarks(work.connection, &revision.id)?,
        others: rows::of_revision(work.connection, &revision.id)?,
        silence_at: revision.proposed_at.map(|at| terms.silence_at(at)),
        caused: revision::rows::caused(work, revision)?,
        approval,
        orders,
    })
}

/// The page: `door` is whoever is asked, `shown_by` whose frame it stands in.
async fn page(
    (door, shown_by): (&Door, &Door),
    (id, action): (&Id<Approval>, String),
    pictures: &Pictures,
    fields: &Fields,
) -> Result<Response> {
    let approval_id = id.clone();
    let asked = door.read(move |work| gather(work, &approval_id)).await?;
    let mut shown_by = shown_by.clone();
    shown_by.words = door.app.catalogue.speak(door.me.language);
    let w = &shown_by.words;
    let shown = Shown { w, pictures, why: false };
    let language = asked.orders.language;
    let difference = asked.base.as_ref().map(|base| shown::difference(base, &asked.content, language, &shown));
    let parts = match difference {
        Some(_) => Vec::new(),
        None => shown::whole(&asked.content, (language, language), &shown),
    };
    let lines = match &difference {
        Some(difference) => difference.lines.clone(),
        None => shown::lines(&asked.content.texts(language)),
    };
    let zone = &asked.place.site.zone;
    let content = Ask {
        w,
        form: Form { w, fields },
        by: asked.silence_at.map(|at| w.when(at, zone)).unwrap_or_default(),
        answers: Answer::choices(w),
        lines,
        difference,
        parts,
        asked,
        action,
    };
    shown_by.page(&w.t("approval-title"), &content)
}

/// Reads an answer. The hash is that of the page on which it was given.
fn read(fields: &mut Fields, way: Way) -> Option<NewAnswer> {
    let answer: Option<Answer> = fields.choice("answer");
    let words = fields.optional_prose("words", WORDS_LETTERS);
    let hash = fields.line("hash", 64..=64);
    let (answer, words) = (answer?, words?);
    if answer == Answer::No && words.is_none() {
        fields.refuse("words", Refusal::new("approval-say-why"));
        return None;
    }
    Some(NewAnswer { answer, words, way, hash: hash? })
}

/// Reads a remark: of which line of which section, and what is said of it.
fn read_remark(fields: &mut Fields) -> Option<((String, usize), String)> {
    let line = fields.checked("line", |typed| {
        let (key, line) = typed.rsplit_once(':').ok_or(Refusal::new("field-choose"))?;
        Ok((key.to_owned(), line.parse().map_err(|_| Refusal::new("field-choose"))?))
    });
    let words = fields.prose("remark", 2..=WORDS_LETTERS);
    Some((line?, words?))
}

/// Staff write down what somebody who decides told them.
pub(super) async fn told_us(staff: Staff, Path(id): Path<Id<Revision>>, mut fields: Fields) -> Result<Response> {
    let chosen = |typed: &str| Id::<Contact>::parse(typed.trim()).ok_or(Refusal::new("field-choose"));
    let contact = fields.checked("contact", chosen);
    let said = read(&mut fields, Way::ToldUs);
    // How it was said stands in the words: a record of somebody else's yes needs them.
    if said.as_ref().is_some_and(|said| said.words.is_none()) {
        fields.refuse("words", Refusal::new("approval-say-how"));
    }
    let (Some(contact), Some(said), None) = (contact, said, fields.problems().first()) else {
        return Ok(refused(revision::pages::page(&staff, &id, false, &fields).await?));
    };
    let revision = id.clone();
    match staff.write(move |work| super::write_down(work, &revision, &contact, &said)).await {
        Ok(()) => Ok(see(format!("/revisions/{id}")).saying("done-approval-written-down").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            Ok(refused(revision::pages::page(&staff, &id, false, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

/// Staff say something of a line.
pub(super) async fn remark(staff: Staff, Path(id): Path<Id<Revision>>, mut fields: Fields) -> Result<Response> {
    let Some(((key, line), words)) = read_remark(&mut fields) else {
        return Ok(refused(revision::pages::page(&staff, &id, false, &fields).await?));
    };
    let revision = id.clone();
    staff.write(move |work| super::remark(work, &revision, (&key, line), &words)).await?;
    Ok(see(format!("/revisions/{id}")).saying("done-remarked").into_response())
}
