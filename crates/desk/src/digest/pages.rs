//! The page on which one chooses when one is written to. Who may enter is in the arguments.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::entry::ActorKind;
use ground::web::form::{Form, refused};
use ground::web::see;
use ground::words::Words;
use ground::{Fields, Result};
use people::door::Member;

use super::{Digest, Rhythm, Wanted, rows};

#[derive(Template)]
#[template(path = "digest/form.html")]
struct Choose<'a> {
    w: &'a Words,
    form: Form<'a>,
    staff: bool,
    rhythms: Vec<(String, String)>,
    weekdays: Vec<(String, String)>,
    hours: Vec<(String, String)>,
    next: Option<String>,
}

pub(super) async fn form(member: Member) -> Result<Response> {
    let kept = kept(&member).await?;
    let usual = || Wanted::usual(member.me.actor.kind, &member.organization.zone);
    let wanted = kept.as_ref().map_or_else(usual, |digest| digest.wanted.clone());
    let fields = Fields::default()
        .set("rhythm", wanted.rhythm.word())
        .set("weekday", wanted.weekday.to_string())
        .set("hour", wanted.hour.to_string())
        .set("zone", wanted.zone);
    page(&member, &fields, kept.as_ref())
}

pub(super) async fn choose(member: Member, mut fields: Fields) -> Result<Response> {
    let Some(wanted) = Wanted::read(&mut fields) else {
        return Ok(refused(page(&member, &fields, kept(&member).await?.as_ref())?));
    };
    member.write(move |work| super::choose(work, &wanted)).await?;
    Ok(see("/digest").saying("done-saved").into_response())
}

async fn kept(member: &Member) -> Result<Option<Digest>> {
    member.read(|work| rows::of_person(work.connection, &work.me.actor.id)).await
}

fn page(member: &Member, fields: &Fields, kept: Option<&Digest>) -> Result<Response> {
    let w = &member.words;
    let next = kept.and_then(|digest| digest.next_at.map(|at| w.when(at, &digest.wanted.zone)));
    let content = Choose {
        form: Form { w, fields },
        staff: member.me.actor.kind == ActorKind::Staff,
        rhythms: Rhythm::choices(w),
        weekdays: (1..=7).map(|day| (day.to_string(), w.t(&format!("weekday-{day}")))).collect(),
        hours: (0..24).map(|hour| (hour.to_string(), format!("{hour:02}:00"))).collect(),
        next,
        w,
    };
    member.narrow_page(&w.t("digest-title"), &content)
}
