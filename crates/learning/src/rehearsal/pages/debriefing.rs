//! The page that tells afterwards what was said, and what it did.

use std::borrow::Borrow;
use std::collections::BTreeSet;

use askama::Template;
use askama::filters::Safe;
use ground::words::Words;

use super::badge;
use crate::competency;
use crate::rehearsal::rules::debriefing::{Sum, gathered, sum};
use crate::rehearsal::{Closing, Outcome, Rehearsal, Step};

/// How much trust, or knowledge, is a good deal of it.
const MUCH: i32 = 4;

/// All of it, from the row alone.
#[derive(Template)]
#[template(path = "rehearsal/debriefing.html")]
pub(super) struct Debriefing<'a> {
    w: &'a Words,
    rehearsal: &'a Rehearsal,
    closing: &'a Closing,
    outcome: Outcome,
    sums: [(&'static str, &'static str, Sum); 3],
    gathered: Vec<Gathered>,
}

/// A competency, and what was used and missed of it.
struct Gathered {
    id: String,
    name: String,
    is_taught: bool,
    used: Vec<String>,
    missed: Vec<String>,
}

impl<'a> Debriefing<'a> {
    pub(super) fn of(w: &'a Words, rehearsal: &'a Rehearsal, (closing, outcome): (&'a Closing, Outcome)) -> Self {
        let steps = &rehearsal.path.steps;
        let trust = sum(steps, |step| step.trust);
        let information = sum(steps, |step| step.information);
        let risk = sum(steps, |step| step.risk);
        let sums = [
            ("rehearsal-trust", trust_words(trust.all), trust),
            ("rehearsal-information", information_words(information.all), information),
            ("rehearsal-risk", risk_words(risk.all), risk),
        ];
        let names = |all: BTreeSet<String>| all.iter().map(|id| competency::behaviour(id, w)).collect();
        let gathered = gathered(steps).into_iter().map(|(id, all)| Gathered {
            name: competency::name(&id, w),
            is_taught: competency::find(&id).is_some(),
            used: names(all.used),
            missed: names(all.missed),
            id,
        });
        Self { w, rehearsal, closing, outcome, sums, gathered: gathered.collect() }
    }

    fn moves(&self, step: &Step) -> String {
        let arguments = [("trust", step.trust), ("information", step.information), ("risk", step.risk)];
        self.w.with("rehearsal-moves", &arguments.map(|(name, by)| (name, signed(i32::from(by)).into())))
    }

    fn names(&self, behaviours: &[String]) -> Vec<String> {
        behaviours.iter().map(|id| competency::behaviour(id, self.w)).collect()
    }
}

#[derive(Template)]
#[template(path = "rehearsal/behaviours.html")]
struct Behaviours<'a> {
    w: &'a Words,
    used: &'a [String],
    missed: &'a [String],
}

/// What was used and what was missed, as a list.
fn behaviours(w: &Words, used: &[String], missed: &[String]) -> askama::Result<Safe<String>> {
    Behaviours { w, used, missed }.render().map(Safe)
}

/// "+2", "0", "-1", with a minus that screen readers read.
fn signed(by: impl Borrow<i32>) -> String {
    match by.borrow() {
        0 => "0".to_owned(),
        by => format!("{by:+}").replace('-', "\u{2212}"),
    }
}

const fn trust_words(trust: i32) -> &'static str {
    match trust {
        MUCH.. => "rehearsal-trust-much",
        1.. => "rehearsal-trust-some",
        0 => "rehearsal-trust-same",
        _ => "rehearsal-trust-less",
    }
}

const fn information_words(information: i32) -> &'static str {
    match information {
        MUCH.. => "rehearsal-information-much",
        1.. => "rehearsal-information-some",
        _ => "rehearsal-information-none",
    }
}

const fn risk_words(risk: i32) -> &'static str {
    match risk {
        2.. => "rehearsal-risk-much",
        1 => "rehearsal-risk-some",
        _ => "rehearsal-risk-none",
    }
}
