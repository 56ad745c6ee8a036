//! The office writes down what somebody told it: by telephone, or in passing. Officers have a form of their own.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::fields::Asked;
use ground::web::form::{Form, refused};
use ground::web::see;
use ground::words::Words;
use ground::{Error, Fields, Id, Refusal, Result, secret};
use people::door::Staff;
use people::site::Site;

use crate::concern::{self, Category, Channel, NewConcern, Reporter, Urgency, Voice};

/// How staff are told something; the other channels have doors of their own.
const CHANNELS: [Channel; 2] = [Channel::Spoken, Channel::Phone];

#[derive(Template)]
#[template(path = "concern/pages/new.html")]
struct New<'a> {
    w: &'a Words,
    form: Form<'a>,
    sites: Vec<(String, String)>,
    urgencies: Vec<(String, String)>,
    categories: Vec<(String, String)>,
    channels: Vec<(String, String)>,
    voices: Vec<(String, String)>,
    emergency_number: &'a str,
    draft: String,
}

pub(in crate::concern) async fn form(staff: Staff, Asked(asked): Asked) -> Result<Response> {
    page(&staff, &asked).await
}

async fn page(staff: &Staff, fields: &Fields) -> Result<Response> {
    let sites = staff.read(concern::rows::sites_of).await?;
    let w = &staff.words;
    let mut shown = fields.clone();
    shown.put("once", secret::token()?);
    for (name, value) in [("urgency", Urgency::Shortfall.word()), ("channel", "spoken"), ("voice", "client")] {
        if !shown.given(name) {
            shown.put(name, value);
        }
    }
    let content = New {
        w,
        form: Form { w, fields: &shown },
        sites: sites.into_iter().map(|site| (site.id.to_string(), site.name)).collect(),
        urgencies: Urgency::choices(w),
        categories: Category::choices(w),
        channels: CHANNELS.map(|channel| (channel.word().to_owned(), w.t(channel.key()))).to_vec(),
        voices: [Voice::Client, Voice::Public].map(|voice| (voice.word().to_owned(), w.t(voice.key()))).to_vec(),
        emergency_number: &staff.organization.emergency_number,
        draft: draft(staff),
    };
    staff.narrow_page(&w.t("concern-new"), &content)
}

pub(in crate::concern) async fn raise(staff: Staff, mut fields: Fields) -> Result<Response> {
    let Some((site_id, new)) = read(&mut fields, &staff) else {
        return Ok(refused(page(&staff, &fields).await?));
    };
    let said = format!("{site_id}\0{}\0{}", new.severity.word(), new.words);
    let raised = people::door::once(&staff, &fields, ("concern.raised", &said), move |work| {
        let site = concern::rows::site_of(work, &site_id)?;
        Ok(concern::raise(work, &site, &new)?.map(|raised| raised.number))
    });
    let refusal = match raised.await {
        Ok(number) => {
            let to = see(format!("/home?number={number}")).saying("done-raised");
            return Ok(to.draft_done(draft(&staff)).into_response());
        }
        // The shift ended, or the site was closed, while it was written: the words stay.
        Err(Error::NotFound) => ("site", Refusal::new("concern-site-gone")),
        Err(Error::Refused(refusal)) => ("words", refusal),
        Err(error) => return Err(error),
    };
    fields.refuse(refusal.0, refusal.1);
    Ok(refused(page(&staff, &fields).await?))
}

/// Under which key a device keeps what is being typed.
fn draft(staff: &Staff) -> String {
    format!("{} new concern", staff.me.actor.id)
}

fn read(fields: &mut Fields, staff: &Staff) -> Option<(Id<Site>, NewConcern)> {
    let site_id = fields.checked("site", |typed| Id::parse(typed.trim()).ok_or(Refusal::new("field-choose")));
    let channel = fields.checked("channel", |typed| {
        let known = CHANNELS.into_iter().find(|channel| channel.word() == typed);
        known.ok_or(Refusal::new("field-choose"))
    });
    let voice: Option<Voice> = fields.choice("voice");
    let name = fields.optional_line("reporter_name", 120);
    let email = fields.optional_email("reporter_email");
    let (site_id, channel, voice, name, email) = (site_id, channel?, voice?, name, email);
    // Whoever writes it down is the ear of a client; whose voice it was is what counts.
    let voice = if voice == Voice::Officer { Voice::Client } else { voice };
    let new = NewConcern::read(fields, channel, voice, staff.me.language);
    let reporter = Reporter { id: Some(staff.me.actor.id.clone()), name: name?, email: email? };
    Some((site_id?, NewConcern { reporter, ..new? }))
}
