//! The page on which it is set how health is reckoned.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::web::form::{Form, refused};
use ground::web::see;
use ground::words::Words;
use ground::{Error, Fields, Result};
use people::door::Administrator;

use super::super::rows::{self, Weighed};
use super::super::{Dimension, Signal, Weights};

/// How many changes the page lists.
const LISTED: i64 = 50;

#[derive(Template)]
#[template(path = "health/weights.html")]
struct Show<'a> {
    w: &'a Words,
    form: Form<'a>,
    groups: Vec<(Dimension, Vec<Field>)>,
    log: Vec<(Weighed, Vec<String>)>,
    zone: &'a str,
}

/// A field of the form: its name, and the key of what it is called.
type Field = (String, &'static str);

/// The fields of each dimension.
fn groups() -> Vec<(Dimension, Vec<Field>)> {
    let of = |dimension: &Dimension| {
        let mut fields = vec![(format!("cap_{}", dimension.word()), "health-cap")];
        for signal in Signal::ALL.iter().filter(|signal| signal.dimension() == *dimension) {
            fields.push((format!("points_{}", signal.word()), signal.key()));
            fields.extend(signal.limit_key().map(|key| (format!("limit_{}", signal.word()), key)));
        }
        (*dimension, fields)
    };
    Dimension::ALL.iter().map(of).collect()
}

pub(in super::super) async fn show(administrator: Administrator) -> Result<Response> {
    let weights = administrator.read(|work| rows::weights_at(work.connection, work.now)).await?;
    page(&administrator, &weights.typed()).await
}

pub(in super::super) async fn change(administrator: Administrator, mut fields: Fields) -> Result<Response> {
    let (why, new) = (fields.line("why", 1..=400), Weights::read(&mut fields));
    let Some((why, new)) = why.zip(new) else { return Ok(refused(page(&administrator, &fields).await?)) };
    match administrator.write(move |work| super::super::weigh(work, &new, &why)).await {
        Ok(()) => Ok(see("/health/weights").saying("done-health-weights").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            Ok(refused(page(&administrator, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

async fn page(administrator: &Administrator, fields: &Fields) -> Result<Response> {
    let weighed = administrator.read(|work| rows::weighed(work.connection, LISTED)).await?;
    let w = &administrator.words;
    let earlier = weighed.iter().skip(1).map(|one| one.weights.clone()).chain([Weights::default()]);
    let changes: Vec<_> = weighed.iter().zip(earlier).map(|(one, before)| changes(w, &before, &one.weights)).collect();
    let log = weighed.into_iter().zip(changes).collect();
    let zone = &administrator.organization.zone;
    administrator.page(&w.t("health-weights"), &Show { w, form: Form { w, fields }, groups: groups(), log, zone })
}

/// What a change changed, in words.
fn changes(w: &Words, before: &Weights, after: &Weights) -> Vec<String> {
    let mut said = Vec::new();
    let mut say = |what: String, (before, after): (i64, i64)| {
        if before != after {
            let values = [("what", what.into()), ("before", before.into()), ("after", after.into())];
            said.push(w.with("health-changed", &values));
        }
    };
    for signal in Signal::ALL {
        say(w.t(signal.key()), (before.points(*signal), after.points(*signal)));
        if let Some(key) = signal.limit_key() {
            say(w.t(key), (before.limit(*signal), after.limit(*signal)));
        }
    }
    for dimension in Dimension::ALL {
        say(w.t(dimension.key()), (before.cap(*dimension), after.cap(*dimension)));
    }
    say(w.t("health-steady-from"), (before.steady, after.steady));
    say(w.t("health-attention-from"), (before.attention, after.attention));
    say(w.t("health-needed"), (before.needed, after.needed));
    said
}
