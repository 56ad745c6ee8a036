//! The pages of figures. Who may enter is in the arguments.

pub(super) mod usage;

use askama::Template;
use axum::response::Response;
use ground::spreadsheet::{self, Column, Ending, Sheet};
use ground::web::Path;
use ground::words::Words;
use ground::{Id, Result};
use learning::competency;
use learning::question::{Question, Wording};
use people::door::Trainer;
use satisfaction::figure::{LEVEL, say_share, share};
use statistics::Correlation;

use super::gather::{self, Line};
use super::rules::{CORRELATED_FROM, FITTED_FROM, SHARE_FROM, option_of, said};
use crate::exam::EXPOSED_DAYS;

/// How many questions the page shows; the files have all.
const SHOWN: usize = 100;

impl Line {
    fn say_right(&self, w: &Words) -> String {
        let answers = self.figures.answers();
        if answers < SHARE_FROM { too_few(w, answers, SHARE_FROM) } else { say_share(&self.figures.right, w) }
    }

    fn say_correlation(&self, w: &Words) -> String {
        say_correlation(w, self.correlation(), self.figures.answers())
    }

    fn say_difficulty(&self, w: &Words) -> String {
        let said = |value: f64| format!("{value:.1}");
        let level = ("level", said(self.question.level()).into());
        match self.fitted.as_ref().filter(|one| one.answers >= FITTED_FROM) {
            Some(one) => {
                let (difficulty, discrimination) = (one.parameters.difficulty, one.parameters.discrimination);
                let [difficulty, discrimination] = [difficulty, discrimination].map(said);
                let fitted = [("difficulty", difficulty.into()), ("discrimination", discrimination.into()), level];
                w.with("figures-fitted", &fitted)
            }
            None => {
                let answers = self.fitted.as_ref().map_or(self.figures.answers(), |one| one.answers);
                w.with("figures-author", &[level, ("answers", answers.into()), ("fewest", FITTED_FROM.into())])
            }
        }
    }

    /// What to look at, each thing once.
    fn look(&self) -> Vec<&'static str> {
        let mut keys: Vec<&'static str> = self.figures.choices.flags.iter().map(|flag| said(*flag)).collect();
        keys.dedup();
        let mut once = Vec::new();
        for key in keys {
            if !once.contains(&key) {
                once.push(key);
            }
        }
        once
    }
}

fn too_few(w: &Words, answers: impl std::borrow::Borrow<usize>, fewest: impl std::borrow::Borrow<usize>) -> String {
    w.with("figures-too-few", &[("answers", (*answers.borrow()).into()), ("fewest", (*fewest.borrow()).into())])
}

fn say_correlation(w: &Words, found: Option<Correlation>, answers: usize) -> String {
    let Some(found) = found else {
        let enough = answers >= CORRELATED_FROM;
        return if enough { w.t("figures-same-for-all") } else { too_few(w, answers, CORRELATED_FROM) };
    };
    let said = |value: f64| format!("{value:.2}");
    match found.interval(LEVEL) {
        None => said(found.value()),
        Some(lies) => {
            let [value, low, high] = [found.value(), lies.low, lies.high].map(said);
            w.with("figures-correlation-is", &[("value", value.into()), ("low", low.into()), ("high", high.into())])
        }
    }
}

#[derive(Template)]
#[template(path = "figures/list.html")]
struct List<'a> {
    w: &'a Words,
    lines: Vec<Line>,
    more: usize,
}

pub(super) async fn list(trainer: Trainer) -> Result<Response> {
    let mut lines = trainer.read(gather::lines).await?;
    lines.retain(|line| line.figures.answers() > 0);
    let more = lines.len().saturating_sub(SHOWN);
    lines.truncate(SHOWN);
    let w = &trainer.words;
    trainer.page(&w.t("figures-title"), &List { w, lines, more })
}

/// Every question, as on the page.
pub(super) async fn file(trainer: Trainer, Ending(format): Ending) -> Result<Response> {
    let lines = trainer.read(gather::lines).await?;
    let [question, competency, look] = ["question", "competency", "look_at"].map(Column::text);
    let [answers, right, fitted, drawn] = ["answers", "right", "fitted_answers", "drawn_90_days"].map(Column::whole);
    let [correlation, level, difficulty, discrimination] =
        ["correlation", "author_level", "difficulty", "discrimination"].map(Column::number);
    let columns =
        [question, competency, answers, right, correlation, level, difficulty, discrimination, fitted, drawn, look];
    let mut list = Sheet::new(columns)?;
    let whole = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    for line in lines {
        let fitted = line.fitted.as_ref().filter(|one| one.answers >= FITTED_FROM);
        let right = (line.figures.answers() >= SHARE_FROM)
            .then(|| i64::try_from(line.figures.right.count()).unwrap_or(i64::MAX));
        list.add([
            line.question.name.clone().into(),
            line.question.competency.clone().into(),
            whole(line.figures.answers()).into(),
            right.into(),
            line.correlation().map(Correlation::value).into(),
            line.question.level().into(),
            fitted.map(|one| one.parameters.difficulty).into(),
            fitted.map(|one| one.parameters.discrimination).into(),
            fitted.map(|one| whole(one.answers)).into(),
            i64::from(line.drawn).into(),
            line.look().join(" ").replace("figure-flag-", "").into(),
        ])?;
    }
    spreadsheet::file("question-figures", format, &list)
}

#[derive(Template)]
#[template(path = "figures/show.html")]
struct Show<'a> {
    w: &'a Words,
    line: Line,
    wording: Wording,
}

impl Show<'_> {
    fn chosen(&self, option: &usize) -> String {
        let (count, of) = (self.line.figures.choices.chosen[*option], self.line.figures.answers());
        say_share(&share(count, of), self.w)
    }

    fn correlation(&self, option: &usize) -> String {
        say_correlation(self.w, self.line.figures.correlation(*option), self.line.figures.answers())
    }

    fn flags(&self, option: &usize) -> Vec<&'static str> {
        let of = self.line.figures.choices.flags.iter().filter(|flag| option_of(**flag) == Some(*option));
        of.map(|flag| said(*flag)).collect()
    }

    fn key_misleads(&self) -> Option<&'static str> {
        self.line.figures.choices.flags.iter().find(|flag| option_of(**flag).is_none()).map(|flag| said(*flag))
    }
}

pub(super) async fn show(trainer: Trainer, Path(id): Path<Id<Question>>) -> Result<Response> {
    let (line, wording) = trainer.read(move |work| gather::line(work, &id)).await?;
    let title = line.question.name.clone();
    let w = &trainer.words;
    trainer.page(&title, &Show { w, line, wording })
}
