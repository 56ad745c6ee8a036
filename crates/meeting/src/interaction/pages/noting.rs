//! Noting an interaction, on a phone, in a few seconds. With script it is kept on the phone and sent from
//! there; without, it is sent like any other form.

use agreement::post;
use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::fields::Asked;
use ground::web::form::{Form, refused};
use ground::web::see;
use ground::words::Words;
use ground::{Error, Fields, Id, Moment, Result, secret};
use listening::concern::rows::{site_of_then, sites_of};
use people::contact;
use people::door::{Officer, once};
use people::site::{self, Site};
use people::work::Work;

use super::super::{Interaction, Kind, Mood, NewInteraction, Noted, note as verb, rows};
use crate::coaching::{self, Behaviour, Seen};
use crate::given_word::Due;

type Choices = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "interaction/new.html")]
struct New<'a> {
    w: &'a Words,
    form: Form<'a>,
    site: Site,
    posts: Choices,
    kinds: Choices,
    withs: Choices,
    moods: Choices,
    whens: Choices,
    dues: Choices,
    /// Whom a visit may be about; nobody for whoever makes no visits.
    officers: Choices,
    behaviours: Vec<(&'static str, &'static str)>,
    seen: Choices,
    /// Whether it corrects one that was noted before; then what was promised stays as it is.
    corrects: bool,
}

pub(in crate::interaction) async fn form(officer: Officer, Asked(asked): Asked) -> Result<Response> {
    let Some(replaced) = Id::<Interaction>::parse(asked.typed("replaces")) else {
        return page(&officer, &asked, officer.now).await;
    };
    let find = move |work: &mut Work<'_>| {
        let before = rows::find(work, &replaced)?;
        let zone = site::rows::any(work.connection, &before.site_id)?.zone;
        Ok((before, zone))
    };
    let (before, zone) = officer.read(find).await?;
    page(&officer, &typed_before(&before, &zone), before.happened_at).await
}

/// What was typed when it was noted, to be corrected.
fn typed_before(before: &Interaction, zone: &str) -> Fields {
    let with = before.contact_id.as_ref().map_or(before.whom.word(), Id::as_str);
    Fields::default()
        .set("site", before.site_id.as_str())
        .set("replaces", before.id.as_str())
        .set("kind", before.kind.word())
        .set("with", with)
        .set("with_name", before.with_name.as_deref().unwrap_or_default())
        .set("mood", before.mood.map_or("", Mood::word))
        .set("topic", &before.topic)
        .set("post", before.post_id.as_ref().map_or("", Id::as_str))
        .set("when", "time")
        .set("happened_at", before.happened_at.typed_in(zone).unwrap_or_default())
}

pub(in crate::interaction) async fn note(officer: Officer, mut fields: Fields) -> Result<Response> {
    let Some(site_id) = Id::<Site>::parse(fields.typed("site")) else { return Err(Error::NotFound) };
    let find = site_id.clone();
    let zone = officer.read(move |work| Ok(site::rows::any(work.connection, &find)?.zone)).await?;
    let noted = Noted { now: officer.now, zone: &zone, language: officer.me.language };
    let Some(new) = NewInteraction::read(&mut fields, noted) else {
        return Ok(refused(page(&officer, &fields, officer.now).await?));
    };
    let (said, at) = (said(&fields), new.happened_at);
    let done = once(&officer, &fields, ("interaction.noted", &said), move |work| {
        Ok(verb(work, &site_id, &new)?.map(|id| format!("/interactions/{id}")))
    });
    match done.await {
        Ok(path) => Ok(see(path).saying("done-interaction-noted").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            Ok(refused(page(&officer, &fields, at).await?))
        }
        Err(error) => Err(error),
    }
}

/// What was typed, as far as it makes one differ from another.
fn said(fields: &Fields) -> String {
    let names = ["site", "post", "kind", "with", "with_name", "mood", "topic", "when", "happened_at", "replaces"];
    let more = ["promised", "promised_due", "promised_at", "about", "coaching"];
    let seen = Behaviour::ALL.iter().map(|behaviour| behaviour.word());
    names.into_iter().chain(more).chain(seen).map(|name| fields.typed(name)).collect::<Vec<_>>().join("\n")
}

/// What the form offers.
struct Offered {
    site: Site,
    posts: Choices,
    contacts: Choices,
    officers: Choices,
}

fn offered(work: &mut Work<'_>, wanted: Option<&Id<Site>>, at: Moment) -> Result<Offered> {
    let site = match wanted {
        Some(id) => site_of_then(work, id, Some(at))?,
        // Whoever stands at one site alone need not say which.
        None => sites_of(work)?.into_iter().next().ok_or(Error::NotFound)?,
    };
    let posts = post::rows::open_at(work.connection, &site.id)?;
    let contacts = contact::rows::of_site(work.connection, &site)?;
    let visits = work.me.looks_after_clients();
    let officers = if visits { coaching::officers_of(work, &site.id)? } else { Vec::new() };
    Ok(Offered {
        site,
        posts: posts.into_iter().map(|post| (post.id.to_string(), post.name)).collect(),
        contacts: contacts.into_iter().map(|contact| (contact.id.to_string(), contact.name)).collect(),
        officers: officers.into_iter().map(|officer| (officer.id.to_string(), officer.name)).collect(),
    })
}

/// The form, for whoever stands at the site now or stood there at that moment.
async fn page(officer: &Officer, fields: &Fields, at: Moment) -> Result<Response> {
    let wanted = Id::<Site>::parse(fields.typed("site"));
    let Offered { site, posts, contacts, officers } =
        officer.read(move |work| offered(work, wanted.as_ref(), at)).await?;
    let w = &officer.words;
    let shown = usual(fields, &site)?;
    let named = |(word, key): (&str, &str)| (word.to_owned(), w.t(key));
    let first = |key: &str, choices: Choices| -> Choices {
        std::iter::once((String::new(), w.t(key))).chain(choices).collect()
    };
    let others = [("someone", "interaction-someone"), ("unsaid", "interaction-unsaid")];
    let mut kinds = Kind::choices(w);
    kinds.retain(|(word, _)| officer.me.looks_after_clients() || word != Kind::Visit.word());
    let content = New {
        w,
        form: Form { w, fields: &shown },
        site,
        posts: first("interaction-no-post", posts),
        kinds,
        withs: contacts.into_iter().chain(others.map(named)).collect(),
        moods: first("interaction-no-mood", Mood::choices(w)),
        whens: [("now", "interaction-now"), ("time", "interaction-earlier")].map(named).to_vec(),
        dues: Due::choices(w),
        officers: if officers.is_empty() { officers } else { first("coaching-about-nobody", officers) },
        behaviours: Behaviour::ALL.iter().map(|behaviour| (behaviour.word(), behaviour.key())).collect(),
        seen: Seen::choices(w),
        corrects: shown.given("replaces"),
    };
    officer.field_frame().page(&w.t("interaction-new"), &content)
}

/// What was typed, and what stands in the form before anything is.
fn usual(fields: &Fields, site: &Site) -> Result<Fields> {
    let mut shown = fields.clone();
    shown.put("site", site.id.to_string());
    shown.put("once", secret::token()?);
    let first = [("kind", Kind::Talk.word()), ("with", "someone"), ("when", "now"), ("promised_due", Due::Week.word())];
    let unseen = Behaviour::ALL.iter().map(|behaviour| (behaviour.word(), Seen::NoOccasion.word()));
    for (name, word) in first.into_iter().chain(unseen) {
        if !shown.given(name) {
            shown.put(name, word);
        }
    }
    Ok(shown)
}
