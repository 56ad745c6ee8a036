//! What the public is asked, and what their answers say.

use std::ops::RangeInclusive;

use ground::throttle::Limit;
use ground::words::Language;
use ground::{Day, Error, Fields, Id, Moment, Refusal, Result};
use people::site::Site;
use serde::Serialize;
use statistics::Share;

use crate::figure::{Reading, number, share};

/// The steps of both questions.
pub(super) const STEPS: RangeInclusive<i64> = 1..=5;
/// The keys of what their ends mean.
pub(super) const ENDS: [&str; 2] = ["scale-fully-low", "scale-fully-high"];
/// From this step on an answer is a good one.
const GOOD: i64 = 4;
/// How long the words may be, in letters.
pub(super) const COMMENT_LETTERS: usize = 2_000;
/// How many days the page looks back.
const DAYS: i64 = 90;

/// How much one address may answer in a short time. A hospital can have one address.
pub(super) const ADDRESS: Limit = Limit { purpose: "pulse.give by address", times: 10, window_seconds: 600 };
/// How much one address may answer in a day.
pub(super) const ADDRESS_DAY: Limit =
    Limit { purpose: "pulse.give by address and day", times: 60, window_seconds: 86_400 };
/// How much one site takes in a day.
pub(super) const SITE_DAY: Limit =
    Limit { purpose: "pulse.give by site and day", times: 1_000, window_seconds: 86_400 };

/// What somebody answered behind a sign. What they left out is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pulse {
    /// Whether they felt safe.
    pub safe: Option<i64>,
    /// Whether the guards treated them with respect.
    pub treated: Option<i64>,
    /// In which language they read the questions.
    pub language: Language,
    /// In their own words.
    pub comment: Option<String>,
}

impl Pulse {
    /// Reads what was answered; what is wrong stands beside its field. None when nothing at all was.
    pub fn read(fields: &mut Fields, language: Language) -> Option<Self> {
        let safe = fields.optional_number("safe", STEPS);
        let treated = fields.optional_number("treated", STEPS);
        let comment = fields.optional_prose("comment", COMMENT_LETTERS);
        let (safe, treated, comment) = (safe?, treated?, comment?);
        if safe.is_none() && treated.is_none() && comment.is_none() {
            fields.refuse("", Refusal::new("survey-nothing"));
            return None;
        }
        Some(Self { safe, treated, language, comment })
    }
}

/// The day at a place.
///
/// # Errors
/// Broken when there is no such zone; a site's zone was checked when it was typed.
pub(crate) fn day(now: Moment, zone: &str) -> Result<Day> {
    now.day_in(zone).ok_or_else(|| Error::broken("a site is in no zone"))
}

/// The first day that the page looks at.
///
/// # Errors
/// Broken when there is no such zone.
pub(super) fn since(now: Moment, zone: &str) -> Result<Day> {
    Ok(day(now, zone)?.plus_days(1 - DAYS))
}

/// What the record says of an answer: where it was given, and nothing that was said.
#[derive(Debug, Serialize)]
pub(super) struct Noted {
    /// At which site.
    pub site_id: Id<Site>,
}

/// One answer, as it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Given {
    /// The code of the sign, and where it hangs or hung.
    pub sign: (String, String),
    /// On which day at the site.
    pub given_on: String,
    /// What was answered.
    pub pulse: Pulse,
}

/// What the answers to one question say.
#[derive(Debug)]
pub(super) struct Line {
    /// The key of its sentence.
    pub key: &'static str,
    /// How many answered.
    pub answers: usize,
    /// How they read.
    pub reading: Reading,
    /// Of those, how many gave one of the two best.
    pub good: Share,
    /// How many gave each step, the lowest first.
    pub counts: Vec<usize>,
}

/// What was answered at one sign.
#[derive(Debug)]
pub(super) struct AtSign {
    /// Where it hangs.
    pub place: String,
    /// How many forms came from there.
    pub forms: usize,
    /// What they say of each question.
    pub lines: [Line; 2],
}

/// All that the page says.
#[derive(Debug)]
pub(super) struct Summary {
    /// How many forms came.
    pub forms: usize,
    /// What they say of each question.
    pub lines: [Line; 2],
    /// The same by sign, in the order of their places.
    pub signs: Vec<AtSign>,
}

impl Summary {
    /// What these answers say.
    pub(super) fn of(given: &[Given]) -> Self {
        let mut places: Vec<(&str, &str)> =
            given.iter().map(|one| (one.sign.1.as_str(), one.sign.0.as_str())).collect();
        places.sort_unstable();
        places.dedup();
        let at_sign = |(place, code): (&str, &str)| {
            let theirs: Vec<&Pulse> = given.iter().filter(|one| one.sign.0 == code).map(|one| &one.pulse).collect();
            AtSign { place: place.to_owned(), forms: theirs.len(), lines: lines(&theirs) }
        };
        let all: Vec<&Pulse> = given.iter().map(|one| &one.pulse).collect();
        Self { forms: all.len(), lines: lines(&all), signs: places.into_iter().map(at_sign).collect() }
    }
}

fn lines(pulses: &[&Pulse]) -> [Line; 2] {
    let safe = pulses.iter().filter_map(|one| one.safe).collect();
    let treated = pulses.iter().filter_map(|one| one.treated).collect();
    [line("item-pulse-safe", safe), line("item-pulse-treated", treated)]
}

fn line(key: &'static str, grades: Vec<i64>) -> Line {
    let with = |step: i64| grades.iter().filter(|grade| **grade == step).count();
    let good = share(grades.iter().filter(|grade| **grade >= GOOD).count(), grades.len());
    let counts = STEPS.map(with).collect();
    let reading = Reading::of(grades.iter().copied().map(number).collect(), &STEPS);
    Line { key, answers: grades.len(), reading, good, counts }
}

#[cfg(test)]
mod tests;
