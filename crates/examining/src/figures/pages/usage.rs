//! The figures as QTI's usage data, in which other programs take them in.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use ground::Result;
use interchange::{Figure, Statistic, Usage, usage_data};
use people::door::Trainer;

use super::super::gather::{self, Line};
use super::super::rules::{FITTED_FROM, SHARE_FROM};

/// Every question of which enough is known for a figure.
pub(crate) async fn file(trainer: Trainer) -> Result<Response> {
    let lines = trainer.read(gather::lines).await?;
    // Figures hold for those who were asked, and these are the officers of this organization.
    let context = format!("{}/questions/figures", trainer.app.settings.public_url);
    let usages: Vec<Usage> = lines.iter().map(|line| of(line, &context)).collect();
    let headers =
        [(CONTENT_TYPE, "application/xml"), (CONTENT_DISPOSITION, "attachment; filename=\"question-figures.xml\"")];
    Ok((headers, usage_data(&usages)).into_response())
}

fn of(line: &Line, context: &str) -> Usage {
    let answers = line.figures.answers();
    let figure = |value: f64, cases: usize| Figure { value, cases: cases as u64, standard_error: None };
    let right = line.figures.right.value().filter(|_| answers >= SHARE_FROM);
    let mut statistics: Vec<Statistic> = Vec::new();
    statistics.extend(right.map(|value| Statistic::PValue(figure(value, answers))));
    statistics.extend(line.correlation().map(|found| Statistic::PointBiserial(figure(found.value(), answers))));
    if let Some(fitted) = line.fitted.as_ref().filter(|one| one.answers >= FITTED_FROM) {
        let known = |value: f64| figure(value, fitted.answers);
        statistics.push(Statistic::Discrimination(known(fitted.parameters.discrimination)));
        statistics.push(Statistic::Difficulty(known(fitted.parameters.difficulty)));
    }
    Usage { name: line.question.name.clone(), context: context.to_owned(), statistics }
}
