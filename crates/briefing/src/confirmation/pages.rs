//! Reading what changed, and confirming it. Who may enter is in the arguments.

pub(super) mod board;

use agreement::post::Post;
use askama::Template;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::{Language, Words};
use ground::{Error, Fields, Id, Moment, Refusal, Result, secret};
use orders::post_orders::PostOrders;
use orders::revision::shown::{self, Difference, Part, Pictures, Shown};
use orders::revision::{self, Content, Revision};
use people::door::{Door, Officer as Entered};
use people::staff::{self, StaffMember};
use people::work::Work;

use super::{Officer, Outcome, Said, Way, answers, bearer, of_post, rows};
use crate::{pin, post_briefing};

#[derive(Template)]
#[template(path = "confirmation/ask.html")]
struct Ask<'a> {
    w: &'a Words,
    form: Form<'a>,
    read: Read,
    /// Who reads on a phone that the post shares.
    other: Option<String>,
    difference: Option<Difference>,
    parts: Vec<Part>,
    answers: Vec<(String, String)>,
    /// The digest of the right answer, by which a phone without signal knows it.
    right: String,
}

/// What an officer reads before they confirm.
struct Read {
    post: Post,
    orders: PostOrders,
    revision: Revision,
    /// The number of the revision that they confirmed last.
    since: Option<i64>,
    officer: StaffMember,
    content: Content,
    base: Option<Content>,
}

pub(super) async fn show(
    officer: Entered,
    Path((post_id, revision_id)): Path<(Id<Post>, Id<Revision>)>,
) -> Result<Response> {
    let mine = mine(&officer);
    page(&officer, (&post_id, &revision_id), &mine, &Fields::default()).await
}

/// Whoever entered, for themselves.
fn mine(door: &Door) -> Officer {
    Officer { staff_id: door.me.staff_id(), way: Way::Own }
}

/// Who confirms: whoever holds the mark of a PIN that was right, or whoever entered.
fn who(door: &Door, post_id: &Id<Post>, fields: &Fields) -> Result<Officer> {
    let token = fields.typed("bearer");
    if token.is_empty() {
        return Ok(mine(door));
    }
    let staff_id = bearer::read(&door.app.keys, post_id, token, door.now);
    let staff_id = staff_id.ok_or(Error::refused("confirmation-pin-again"))?;
    Ok(Officer { staff_id, way: Way::PostPhone })
}

pub(super) async fn confirm(
    entered: Entered,
    Path((post_id, revision_id)): Path<(Id<Post>, Id<Revision>)>,
    mut fields: Fields,
) -> Result<Response> {
    let officer = who(&entered, &post_id, &fields)?;
    let their_at = match fields.given("their_at") {
        true => fields.checked("their_at", |typed| {
            Moment::parse_rfc3339(typed.trim()).map_err(|_| Refusal::new("confirmation-their-time"))
        }),
        false => None,
    };
    let answer = fields.typed("answer").parse().ok();
    if answer.is_none() {
        fields.refuse("answer", Refusal::new("field-choose"));
    }
    if !fields.problems().is_empty() {
        return Ok(refused(page(&entered, (&post_id, &revision_id), &officer, &fields).await?));
    }
    let hash = fields.typed("hash").to_owned();
    let said = Said { revision_id: revision_id.clone(), hash, answer, their_at, looks: 0 };
    let (post, theirs) = (post_id.clone(), officer.clone());
    let done = entered.write(move |work| super::confirm(work, &post, &theirs, &said)).await;
    let briefing = format!("/posts/{post_id}/briefing");
    match done {
        Ok(Outcome::Confirmed) => Ok(see(briefing).saying("done-confirmed").into_response()),
        Ok(Outcome::KeptAsLate) => Ok(see(briefing).saying("done-confirmed-late").into_response()),
        Ok(Outcome::LookAgain) => {
            fields.put("answer", "");
            fields.refuse("answer", Refusal::new("confirmation-look-again"));
            Ok(refused(page(&entered, (&post_id, &revision_id), &officer, &fields).await?))
        }
        // What is confirmed is confirmed: a form that is sent twice, or later once more, changes nothing.
        Err(Error::Refused(refusal)) if refusal.key == "confirmation-there" => {
            Ok(see(briefing).saying("done-confirmed").into_response())
        }
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            let newest = newest(&entered, &post_id, &revision_id).await?;
            Ok(refused(page(&entered, (&post_id, &newest), &officer, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

/// The revision that is in force of the orders of another one, which may be overtaken.
async fn newest(door: &Door, post_id: &Id<Post>, id: &Id<Revision>) -> Result<Id<Revision>> {
    let (post_id, id) = (post_id.clone(), id.clone());
    door.read(move |work| {
        let post = post_briefing::find(work, &post_id)?;
        let (revision, orders) = of_post(work, &post, &id)?;
        Ok(orders.revision_id.unwrap_or(revision.id))
    })
    .await
}

/// Somebody else reads on this phone, which the post shares: by their PIN.
pub(super) async fn other(entered: Entered, Path(post_id): Path<Id<Post>>, mut fields: Fields) -> Result<Response> {
    let chosen = |typed: &str| Id::<StaffMember>::parse(typed.trim()).ok_or(Refusal::new("field-choose"));
    let (staff_id, typed) = (fields.checked("officer", chosen), fields.typed("pin").trim().to_owned());
    fields.put("pin", "");
    let Some(staff_id) = staff_id else {
        return Ok(refused(post_briefing::page(&entered, &post_id, &fields).await?));
    };
    let (find, who) = (post_id.clone(), staff_id.clone());
    let missing = entered
        .read(move |work| {
            let post = post_briefing::find(work, &find)?;
            Ok(super::to_confirm(work, &post, &who)?.into_iter().next())
        })
        .await?;
    let right = pin::is_right(&entered, &staff_id, typed).await?;
    match missing.filter(|_| right) {
        Some(revision) => {
            let token = bearer::token(&entered.app.keys, &post_id, &staff_id, entered.now);
            let fields = Fields::default().set("bearer", token);
            let officer = Officer { staff_id, way: Way::PostPhone };
            let page = page(&entered, (&post_id, &revision.id), &officer, &fields).await?;
            Ok(([(CACHE_CONTROL, "no-store")], page).into_response())
        }
        None => {
            fields.refuse("pin", Refusal::new(if right { "confirmation-nothing" } else { "pin-wrong" }));
            Ok(refused(post_briefing::page(&entered, &post_id, &fields).await?))
        }
    }
}

async fn page(
    door: &Door,
    (post_id, revision_id): (&Id<Post>, &Id<Revision>),
    officer: &Officer,
    fields: &Fields,
) -> Result<Response> {
    let (post_id, revision_id, staff_id) = (post_id.clone(), revision_id.clone(), officer.staff_id.clone());
    let read = door.read(move |work| gather(work, (&post_id, &revision_id), &staff_id)).await?;
    let language = if officer.way == Way::Own { door.me.language } else { read.officer.language };
    let (w, written_in) = (&door.words, read.orders.language);
    let pictures = Pictures::of_orders(&read.orders.id);
    let shown = Shown { w, pictures: &pictures, why: false };
    let difference = read.base.as_ref().map(|base| shown::difference(base, &read.content, written_in, &shown));
    let parts = if difference.is_some() { Vec::new() } else { whole(&read, (language, written_in), &shown) };
    let answers = match &read.revision.question {
        Some(question) => answers(question, &read.revision.id, &read.officer.id),
        None => vec![w.t("confirmation-i-read")],
    };
    let place =
        read.revision.question.as_ref().and_then(|question| answers.iter().position(|one| *one == question.right));
    let right = secret::digest(&format!("{} {} {}", read.revision.id, read.officer.id, place.unwrap_or(0)));
    let answers = answers.into_iter().enumerate().map(|(place, answer)| (place.to_string(), answer)).collect();
    let other = (officer.way == Way::PostPhone).then(|| read.officer.name.clone());
    let content = Ask { w, form: Form { w, fields }, read, other, difference, parts, answers, right };
    door.field_frame().page(&w.t("confirmation-title"), &content)
}

fn whole(read: &Read, languages: (Language, Language), shown: &Shown<'_>) -> Vec<Part> {
    shown::whole(&read.content, languages, shown)
}

/// What an officer reads: what changed since the revision that they confirmed last; the whole the first
/// time, and after an absence.
fn gather(
    work: &mut Work<'_>,
    (post_id, revision_id): (&Id<Post>, &Id<Revision>),
    staff_id: &Id<StaffMember>,
) -> Result<Read> {
    let post = post_briefing::find(work, post_id)?;
    let (revision, orders) = of_post(work, &post, revision_id)?;
    let last = rows::of_officer(work.connection, staff_id, &orders.id, 1)?.into_iter().next();
    let before = last.filter(|last| last.revision_id != revision.id);
    let (base, since) = match before {
        Some(before) => {
            let content = revision::rows::content(work.connection, &before.revision_id)?;
            (Some(content), revision::rows::any(work.connection, &before.revision_id)?.number)
        }
        None => (None, None),
    };
    let content = revision::rows::content(work.connection, &revision.id)?;
    let officer = staff::rows::find(work.connection, staff_id)?;
    Ok(Read { post, orders, revision, since, officer, content, base })
}
