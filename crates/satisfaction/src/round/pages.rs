//! The pages of rounds, for those who answer for clients. Who may enter is in the arguments.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::fields::Asked;
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::{Language, Words};
use ground::{Error, Fields, Id, Moment, Result};
use people::door::AccountManager;
use statistics::Share;

use super::results::{Comment, Results};
use super::{NewRound, Round, rows};
use crate::asking;
use crate::figure::{FEWEST, say_score, say_share, share};
use crate::own_question::rows as own_rows;
use crate::own_question::rules::{Told, told};
use crate::theme::{Sorted, names};

/// How many rounds the list shows: five years of quarters.
const SHOWN: i64 = 20;

#[derive(Template)]
#[template(path = "round/list.html")]
struct List<'a> {
    w: &'a Words,
    form: Form<'a>,
    rounds: Vec<(Round, Share)>,
    zone: &'a str,
    now: Moment,
}

#[derive(Template)]
#[template(path = "round/show.html")]
struct Show<'a> {
    w: &'a Words,
    form: Form<'a>,
    round: Round,
    response: Share,
    /// How many rest, as they were asked something else of late.
    resting: usize,
    results: Results,
    own: Vec<Told>,
    sorted: Sorted<Comment>,
    /// The address of this page, ready for a theme.
    here: String,
    zone: &'a str,
    now: Moment,
}

pub(super) async fn list(manager: AccountManager) -> Result<Response> {
    list_page(&manager, &Fields::default().set("days", "21")).await
}

async fn list_page(manager: &AccountManager, fields: &Fields) -> Result<Response> {
    let rounds = manager.read(|work| {
        let rounds = rows::newest(work.connection, SHOWN)?;
        let with_response = |round: Round| Ok((asking::rows::response(work.connection, &round.id, None)?, round));
        let found: Result<Vec<_>> = rounds.into_iter().map(with_response).collect();
        Ok(found?.into_iter().map(|(response, round)| (round, response)).collect::<Vec<_>>())
    });
    let rounds = rounds.await?.into_iter().map(|(round, (answered, asked))| (round, share(answered, asked))).collect();
    let w = &manager.words;
    let zone = &manager.organization.zone;
    manager.page(&w.t("surveys-title"), &List { w, form: Form { w, fields }, rounds, zone, now: manager.now })
}

pub(super) async fn open(manager: AccountManager, mut fields: Fields) -> Result<Response> {
    let Some(new) = NewRound::read(&mut fields) else { return Ok(refused(list_page(&manager, &fields).await?)) };
    match manager.write(move |work| super::open(work, &new)).await {
        Ok(id) => Ok(see(format!("/surveys/{id}")).saying("done-survey-opened").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            Ok(refused(list_page(&manager, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

pub(super) async fn show(manager: AccountManager, Path(id): Path<Id<Round>>, Asked(asked): Asked) -> Result<Response> {
    page(&manager, &id, &asked).await
}

pub(super) async fn end(manager: AccountManager, Path(id): Path<Id<Round>>, mut fields: Fields) -> Result<Response> {
    let Some(seen) = fields.number("version", 0..=i64::MAX) else {
        return Ok(refused(page(&manager, &id, &fields).await?));
    };
    let round = id.clone();
    match manager.write(move |work| super::end(work, &round, seen)).await {
        Ok(()) => Ok(see(format!("/surveys/{id}")).saying("done-survey-ended").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            Ok(refused(page(&manager, &id, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

async fn page(manager: &AccountManager, id: &Id<Round>, fields: &Fields) -> Result<Response> {
    let id = id.clone();
    let found = manager.read(move |work| {
        let round = rows::find(work.connection, &id)?;
        let response = asking::rows::response(work.connection, &id, None)?;
        let given = asking::rows::given(work.connection, &id, None)?;
        let comments = asking::rows::comments(work.connection, &id)?;
        let own = told(own_rows::of_round(work.connection, &id)?, &own_rows::given(work.connection, &id)?);
        let resting = if round.is_open(work.now) { asking::rows::not_asked(work, &id)?.len() } else { 0 };
        Ok(((round, resting), response, given, comments, own))
    });
    let ((round, resting), (answered, asked), given, comments, own) = found.await?;
    let w = &manager.words;
    let results = Results::of(&given);
    // Few words show who wrote them as few figures do.
    let comments = if answered < FEWEST { Vec::new() } else { comments };
    let sorted = Sorted::of(comments, fields.typed("theme"), usize::MAX, |one: &Comment| {
        (one.words.as_str(), Language::parse(&one.language))
    });
    let content = Show {
        w,
        form: Form { w, fields },
        sorted,
        here: format!("/surveys/{}?", round.id),
        round,
        response: share(answered, asked),
        resting,
        results,
        own,
        zone: &manager.organization.zone,
        now: manager.now,
    };
    manager.page(&w.t("survey-relationship"), &content)
}
