//! Staff and officers write down what somebody told them: by telephone, or in passing.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::fields::Asked;
use ground::web::form::{Form, refused};
use ground::web::see;
use ground::words::Words;
use ground::{Fields, Id, Refusal, Result};
use people::door::Officer;
use people::site::Site;

use crate::concern::{self, Category, Channel, NewConcern, Reporter, Urgency, Voice};

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

pub(in crate::concern) async fn form(officer: Officer, Asked(asked): Asked) -> Result<Response> {
    page(&officer, &asked).await
}

async fn page(officer: &Officer, fields: &Fields) -> Result<Response> {
    let sites = officer.read(concern::rows::sites_of).await?;
    let w = &officer.words;
    let mut shown = fields.clone();
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
        channels: [Channel::Spoken, Channel::Phone]
            .map(|channel| (channel.word().to_owned(), w.t(channel.key())))
            .to_vec(),
        voices: [Voice::Client, Voice::Public].map(|voice| (voice.word().to_owned(), w.t(voice.key()))).to_vec(),
        emergency_number: &officer.organization.emergency_number,
        draft: format!("{} new concern", officer.me.actor.id),
    };
    officer.narrow_page(&w.t("concern-new"), &content)
}

pub(in crate::concern) async fn raise(officer: Officer, mut fields: Fields) -> Result<Response> {
    let Some((site_id, new)) = read(&mut fields, &officer) else {
        return Ok(refused(page(&officer, &fields).await?));
    };
    let raised = officer
        .write(move |work| {
            let site = concern::rows::site_of(work, &site_id)?;
            concern::raise(work, &site, &new)
        })
        .await?;
    let to = if officer.me.has_role(&[people::staff::Role::Officer]) { "/home" } else { "/queue" };
    let to = format!("{to}?number={}", raised.number);
    Ok(see(to).saying("done-raised").draft_done(format!("{} new concern", officer.me.actor.id)).into_response())
}

fn read(fields: &mut Fields, officer: &Officer) -> Option<(Id<Site>, NewConcern)> {
    let site_id = fields.checked("site", |typed| Id::parse(typed.trim()).ok_or(Refusal::new("field-choose")));
    let channel: Option<Channel> = fields.choice("channel");
    let voice: Option<Voice> = fields.choice("voice");
    let name = fields.optional_line("reporter_name", 120);
    let email = fields.optional_email("reporter_email");
    let (site_id, channel, voice, name, email) = (site_id, channel?, voice?, name, email);
    // An officer is the ear of a client; whose voice it was is what counts.
    let voice = if voice == Voice::Officer { Voice::Client } else { voice };
    let new = NewConcern::read(fields, channel, voice, officer.me.language);
    let reporter = Reporter { id: Some(officer.me.actor.id.clone()), name: name?, email: email? };
    Some((site_id?, NewConcern { reporter, ..new? }))
}
