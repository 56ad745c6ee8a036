//! From what is known to a number that can be checked by hand: a hundred, less the points of every reason.
//!
//! No record is named by its name but by what leads to it, and no probability is made up. What was told and then set right
//! takes nothing, and gives nothing either: who recovers well from a fault is not better off than who made none.

use std::collections::{BTreeMap, HashSet};

use ground::{Day, Moment};
use listening::check_back::Helped;
use listening::concern::{Category, Concern};
use listening::facts::past::Owed;
use listening::promise::Step;
use statistics::Mean;

use super::known::{Known, Talk, WINDOW_DAYS};
use super::reason::{Reason, Value};
use super::signals::{Dimension, Signal};
use super::weights::{ALL_POINTS, Weights};

const DAY_SECONDS: i64 = 86_400;
/// From how many of ten on somebody recommends us, or is at least not against it.
const PASSIVE: i64 = 7;
/// As often as this one unconfirmed officer after another counts.
const MOST_UNCONFIRMED: usize = 5;

/// How a site stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// From 0 to 100; none when not enough is known.
    pub score: Option<i64>,
    /// The dimensions of which anything is known.
    pub known: Vec<Dimension>,
    /// Why points are taken, by dimension.
    pub reasons: Vec<Reason>,
}

/// What one dimension takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Which one.
    pub dimension: Dimension,
    /// The points of all its reasons.
    pub sum: i64,
    /// Those that its cap leaves.
    pub taken: i64,
    /// How many it takes at most.
    pub cap: i64,
    /// Whether anything is known of it.
    pub is_known: bool,
    /// Why.
    pub reasons: Vec<Reason>,
}

impl Reading {
    /// What each dimension takes, and why.
    #[must_use]
    pub fn parts(&self, weights: &Weights) -> Vec<Part> {
        let part = |dimension: &Dimension| {
            let theirs = |reason: &&Reason| of(reason) == Some(*dimension);
            let reasons: Vec<Reason> = self.reasons.iter().filter(theirs).cloned().collect();
            let sum = reasons.iter().map(|reason| reason.points).sum();
            let cap = weights.cap(*dimension);
            let is_known = self.known.contains(dimension);
            Part { dimension: *dimension, sum, taken: i64::min(sum, cap), cap, is_known, reasons }
        };
        Dimension::ALL.iter().map(part).collect()
    }

    /// How many points would be won back if a sign were gone, the most first: what to do first.
    #[must_use]
    pub fn gains(&self, weights: &Weights) -> Vec<(Signal, i64)> {
        let left = |without: Option<Signal>| {
            let rest = self.reasons.iter().filter(|reason| without.is_none() || reason.signal() != without);
            score(&rest.cloned().collect::<Vec<_>>(), weights)
        };
        let today = left(None);
        let signals: HashSet<Signal> = self.reasons.iter().filter_map(Reason::signal).collect();
        let gain = |signal: Signal| (signal, left(Some(signal)) - today);
        let mut gains: Vec<_> = signals.into_iter().map(gain).filter(|(_, gain)| *gain > 0).collect();
        gains.sort_by_key(|(signal, gain)| (-gain, *signal));
        gains
    }
}

fn of(reason: &Reason) -> Option<Dimension> {
    reason.signal().map(Signal::dimension)
}

/// What the reasons leave of a hundred.
fn score(reasons: &[Reason], weights: &Weights) -> i64 {
    let mut taken: BTreeMap<Dimension, i64> = BTreeMap::new();
    for reason in reasons {
        if let Some(dimension) = of(reason) {
            *taken.entry(dimension).or_default() += reason.points;
        }
    }
    ALL_POINTS - taken.into_iter().map(|(dimension, sum)| sum.min(weights.cap(dimension))).sum::<i64>()
}

/// How a site stands at a moment, from what is known of it then.
#[must_use]
pub fn reckon(known: &Known, weights: &Weights, at: Moment) -> Reading {
    let mut of_site = Reckoning { known, weights, at, reasons: Vec::new() };
    of_site.promises();
    of_site.attention();
    of_site.voice();
    of_site.satisfaction();
    of_site.continuity();
    of_site.contract();
    let mut reasons = of_site.reasons;
    reasons.retain(|reason| reason.points > 0);
    let known = with_data(known, at);
    let enough = i64::try_from(known.len()).unwrap_or(i64::MAX) >= weights.needed;
    Reading { score: enough.then(|| score(&reasons, weights)), known, reasons }
}

/// The dimensions of which anything is known.
fn with_data(known: &Known, at: Moment) -> Vec<Dimension> {
    let is_known = |dimension: &Dimension| match dimension {
        Dimension::Promises => !known.owed.is_empty() || !known.told.is_empty(),
        Dimension::Attention => known.last_visit.is_some() || known.last_talk.is_some(),
        Dimension::Voice => known.last_heard.is_some() || days(known.since, at) >= WINDOW_DAYS,
        Dimension::Satisfaction => !known.answers.is_empty(),
        Dimension::Continuity => !known.officers.is_empty(),
        Dimension::Contract => known.contract.is_some(),
    };
    Dimension::ALL.iter().copied().filter(is_known).collect()
}

/// Whole days from one moment to a later one.
const fn days(from: Moment, until: Moment) -> i64 {
    until.seconds_since(from) / DAY_SECONDS
}

/// The reasons of one site as they are found.
struct Reckoning<'a> {
    known: &'a Known,
    weights: &'a Weights,
    at: Moment,
    reasons: Vec<Reason>,
}

impl Reckoning<'_> {
    fn take(&mut self, signal: Signal, key: &str, path: String, values: &[(&str, Value)]) {
        let values = values.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        let points = self.weights.points(signal);
        self.reasons.push(Reason { signal: signal.word().to_owned(), points, key: key.to_owned(), values, path });
    }

    fn promises(&mut self) {
        let known = self.known;
        let recovered = recovered(known);
        for owed in known.owed.iter().filter(|owed| !owed.is_kept() && !recovered.contains(&owed.concern.id)) {
            self.late(owed);
        }
        let mut told: BTreeMap<Category, Vec<&str>> = BTreeMap::new();
        let sorted = |category: Category| !matches!(category, Category::Unsorted | Category::Praise);
        for one in known.told.iter().filter(|one| !one.is_praise && sorted(one.category)) {
            told.entry(one.category).or_default().push(&one.concern.number);
        }
        for (category, numbers) in told.into_iter().filter(|(_, numbers)| numbers.len() > 1) {
            let values = [
                ("site", Value::from(known.site.1.as_str())),
                ("days", WINDOW_DAYS.into()),
                ("category", Value::Key(category.key().to_owned())),
                ("numbers", Value::Text(numbers.join(", "))),
            ];
            self.take(Signal::CategoryTwice, "health-category-twice", format!("/sites/{}", known.site.0), &values);
        }
        for said in newest_said(known).into_values().filter(|said| said.helped == Helped::No) {
            let values = [("number", said.concern.number.as_str().into()), ("day", self.day(said.at))];
            let path = format!("/concerns/{}", said.concern.id);
            self.take(Signal::DidNotWork, "health-did-not-work", path, &values);
        }
    }

    fn late(&mut self, owed: &Owed) {
        let (signal, done, not_done) = match owed.step {
            Step::Acknowledge => (Signal::AcknowledgedLate, "health-acknowledged-late", "health-not-acknowledged"),
            _ => (Signal::AnsweredLate, "health-answered-late", "health-not-answered"),
        };
        let path = format!("/concerns/{}", owed.concern.id);
        let values = [("number", owed.concern.number.as_str().into()), ("due", owed.due_at.into())];
        match owed.kept_at {
            Some(kept_at) => {
                let [number, due] = values;
                self.take(signal, done, path, &[number, due, ("when", kept_at.into())]);
            }
            None => self.take(signal, not_done, path, &values),
        }
    }

    fn attention(&mut self) {
        let known = self.known;
        let every = known.visit_every_days.unwrap_or_else(|| self.weights.limit(Signal::NotVisited));
        let site = ("site", Value::from(known.site.1.as_str()));
        let limit = ("limit", Value::from(every));
        match &known.last_visit {
            Some((id, visited_at)) if days(*visited_at, self.at) > every => {
                let values = [site, limit, ("day", self.day(*visited_at))];
                self.take(Signal::NotVisited, "health-no-visit", format!("/interactions/{id}"), &values);
            }
            None if days(known.since, self.at) > every => {
                let path = format!("/sites/{}/interactions", known.site.0);
                self.take(Signal::NotVisited, "health-never-visited", path, &[site, limit]);
            }
            _ => {}
        }
        self.talks();
        for (concern, asked_at) in &known.chased {
            let values = [("number", concern.number.as_str().into()), ("day", self.day(*asked_at))];
            self.take(Signal::HadToChase, "health-had-to-chase", format!("/concerns/{}", concern.id), &values);
        }
    }

    fn talks(&mut self) {
        let known = self.known;
        let since = known.last_talk.as_ref().map_or(known.since, |(_, at)| *at);
        let quiet = days(since, self.at);
        let signals = [Signal::NotTalkedLong, Signal::NotTalked];
        let Some(signal) = signals.into_iter().find(|signal| quiet > self.weights.limit(*signal)) else { return };
        let client = ("client", Value::from(known.client.1.as_str()));
        let limit = ("limit", Value::from(self.weights.limit(signal)));
        match &known.last_talk {
            Some((talk, talked_at)) => {
                let path = match talk {
                    Talk::Interaction(id) => format!("/interactions/{id}"),
                    Talk::Concern(concern) => format!("/concerns/{}", concern.id),
                };
                self.take(signal, "health-no-talk", path, &[client, limit, ("day", self.day(*talked_at))]);
            }
            None => self.take(signal, "health-never-talked", format!("/clients/{}", known.client.0), &[client, limit]),
        }
    }

    fn voice(&mut self) {
        let known = self.known;
        let silent_days = self.weights.limit(Signal::Silent);
        let since = known.last_heard.unwrap_or(known.since);
        if days(since, self.at) > silent_days {
            let values = [
                ("client", known.client.1.as_str().into()),
                ("site", known.site.1.as_str().into()),
                ("limit", silent_days.into()),
                ("day", self.day(since)),
            ];
            self.take(Signal::Silent, "health-silent", format!("/sites/{}", known.site.0), &values);
        }
        let unanswered = known.rounds.iter().take_while(|round| round.answered == 0).count();
        let limit = usize::try_from(self.weights.limit(Signal::SurveysUnanswered)).unwrap_or(usize::MAX);
        if let Some(newest) = known.rounds.first().filter(|_| unanswered >= limit.max(1)) {
            let values = [("count", unanswered.into()), ("day", self.day(newest.opened_at))];
            let path = format!("/surveys/{}", newest.id);
            self.take(Signal::SurveysUnanswered, "health-survey-unanswered", path, &values);
        }
        let wanted = self.weights.limit(Signal::FewContacts);
        if i64::try_from(known.contacts).unwrap_or(i64::MAX) < wanted {
            let client = ("client", Value::from(known.client.1.as_str()));
            let values = [client, ("count", known.contacts.into()), ("limit", wanted.into())];
            self.take(Signal::FewContacts, "health-few-contacts", format!("/clients/{}", known.client.0), &values);
        }
    }

    fn satisfaction(&mut self) {
        let Some(newest) = self.known.answers.first() else { return };
        let path = format!("/surveys/{}", newest.id);
        let overall = tenths(newest.overall.iter().copied());
        let answers = ("answers", Value::from(newest.overall.len()));
        let low = self.weights.limit(Signal::SatisfactionLow);
        if let Some(mean) = overall.filter(|mean| *mean < low) {
            let values = [("mean", Value::Tenths(mean)), ("limit", Value::Tenths(low)), answers.clone()];
            self.take(Signal::SatisfactionLow, "health-satisfaction-low", path.clone(), &values);
        }
        let before = self.known.answers.iter().skip(1).find(|round| !round.overall.is_empty());
        let earlier = before.and_then(|round| Some((round, tenths(round.overall.iter().copied())?)));
        if let Some(((round, earlier), mean)) = earlier.zip(overall)
            && earlier - mean >= self.weights.limit(Signal::SatisfactionDropped)
        {
            let values = [
                ("before", Value::Tenths(earlier)),
                ("mean", Value::Tenths(mean)),
                ("day", self.day(round.opened_at)),
                ("answers-before", round.overall.len().into()),
                answers,
            ];
            self.take(Signal::SatisfactionDropped, "health-satisfaction-dropped", path.clone(), &values);
        }
        let against = newest.recommend.iter().filter(|points| **points < PASSIVE).count();
        if against > 0 {
            let values = [("count", against.into()), ("answers", newest.recommend.len().into())];
            self.take(Signal::Detractor, "health-detractor", path.clone(), &values);
        }
        let rapport = Mean::of(&newest.rapport).map(|mean| rounded(mean.value() * 10.0));
        let low = self.weights.limit(Signal::RapportLow);
        if let Some(mean) = rapport.filter(|mean| *mean < low) {
            let answers = ("answers", Value::from(newest.rapport.len()));
            let values = [("mean", Value::Tenths(mean)), ("limit", Value::Tenths(low)), answers];
            self.take(Signal::RapportLow, "health-rapport-low", path, &values);
        }
    }

    fn continuity(&mut self) {
        let known = self.known;
        let is_new = |began_at: Moment| days(began_at, self.at) < WINDOW_DAYS;
        let (total, new) =
            (known.officers.len(), known.officers.iter().filter(|(_, began_at)| is_new(*began_at)).count());
        let limit = self.weights.limit(Signal::OfficersChanged);
        // Where we began only lately, everybody is new.
        if !is_new(known.since) && new * 100 > total * usize::try_from(limit).unwrap_or(usize::MAX / 100_000) {
            let values = [
                ("site", known.site.1.as_str().into()),
                ("days", WINDOW_DAYS.into()),
                ("count", new.into()),
                ("total", total.into()),
                ("limit", limit.into()),
            ];
            let path = format!("/sites/{}/posts", known.site.0);
            self.take(Signal::OfficersChanged, "health-officers-changed", path, &values);
        }
        for one in known.unconfirmed.iter().take(MOST_UNCONFIRMED) {
            let values = [
                ("officer", one.officer.as_str().into()),
                ("post", one.post.1.as_str().into()),
                ("revision", one.revision.into()),
            ];
            let path = format!("/sites/{}/confirmations", known.site.0);
            self.take(Signal::OrdersUnconfirmed, "health-orders-unconfirmed", path, &values);
        }
    }

    fn contract(&mut self) {
        let known = self.known;
        let client = ("client", Value::from(known.client.1.as_str()));
        let limit = self.weights.limit(Signal::DecisionMakerChanged);
        if let Some((contact, changed_at)) = &known.decision_maker_changed
            && days(*changed_at, self.at) <= limit
        {
            let values = [client, ("day", self.day(*changed_at)), ("limit", limit.into())];
            let path = format!("/contacts/{contact}");
            self.take(Signal::DecisionMakerChanged, "health-decision-maker-changed", path, &values);
        }
        for one in known.told.iter().filter(|one| one.category == Category::Billing && one.closed_at.is_none()) {
            let values = [("number", one.concern.number.as_str().into()), ("day", self.day(one.raised_at))];
            self.take(Signal::BillingOpen, "health-billing-open", format!("/concerns/{}", one.concern.id), &values);
        }
        let Some((contract, Some(deadline))) = &known.contract else { return };
        let limit = self.weights.limit(Signal::NoticeNear);
        let Some(today) = self.at.day_in(&known.zone) else { return };
        let left = deadline.days_since(today);
        let met = known.reviewed_at.and_then(|at| at.day_in(&known.zone));
        // Only what was talked over within the span before this deadline is about it.
        let is_reviewed = met.is_some_and(|met| deadline.days_since(met) <= 2 * limit);
        if (0..limit).contains(&left) && !is_reviewed {
            let values = [("day", Value::from(*deadline)), ("limit", limit.into())];
            self.take(Signal::NoticeNear, "health-notice-near", format!("/contracts/{contract}"), &values);
        }
    }

    fn day(&self, at: Moment) -> Value {
        at.day_in(&self.known.zone).map_or_else(|| Value::Moment(at.millis()), |day: Day| Value::from(day))
    }
}

/// The newest answer about each concern to whether it helped.
fn newest_said(known: &Known) -> BTreeMap<&str, &listening::facts::past::Said> {
    known.said.iter().map(|said| (said.concern.number.as_str(), said)).collect()
}

/// The concerns of which it was said in the end that the answer helped.
fn recovered(known: &Known) -> HashSet<&ground::Id<Concern>> {
    newest_said(known).into_values().filter(|said| said.helped == Helped::Yes).map(|said| &said.concern.id).collect()
}

/// The mean of some grades, in tenths.
fn tenths(grades: impl Iterator<Item = i64>) -> Option<i64> {
    let grades: Vec<i64> = grades.collect();
    let count = i64::try_from(grades.len()).ok().filter(|count| *count > 0)?;
    let sum: i64 = grades.iter().sum();
    // Half a tenth is rounded up, away from a reason.
    Some((sum * 20 + count) / (2 * count))
}

#[allow(clippy::cast_possible_truncation, reason = "a mean of grades is a small number")]
fn rounded(number: f64) -> i64 {
    number.round() as i64
}

#[cfg(test)]
mod tests;
