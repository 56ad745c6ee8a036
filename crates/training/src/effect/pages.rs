//! The part of a page that says what became of what a site practised.

use askama::Template;
use ground::Moment;
use ground::words::Words;
use learning::competency;
use satisfaction::figure::say_share;
use statistics::ShareDifference;

use super::rules::{Change, DAYS, Effect, Says};

/// The part of a page.
#[derive(Template)]
#[template(path = "effect/show.html")]
pub(crate) struct Became<'a> {
    /// The words of whoever reads.
    pub(crate) w: &'a Words,
    /// What became of each pack.
    pub(crate) effects: Vec<Effect>,
    /// The zone of the site.
    pub(crate) zone: &'a str,
}

impl Became<'_> {
    fn day(&self, at: &Moment) -> String {
        at.day_in(self.zone).map(|day| self.w.day(day)).unwrap_or_default()
    }

    fn say(&self, change: &Change) -> String {
        let share = |share| say_share(share, self.w).into();
        self.w.with("effect-change", &[("before", share(&change.before)), ("after", share(&change.after))])
    }

    fn points(&self, difference: &ShareDifference) -> String {
        // A hundredth of nothing is no less than nothing: no sign stands before 0.
        let points = |value: f64| format!("{:+.0}", (value * 100.0).round() + 0.0).into();
        let ShareDifference { value, interval } = difference;
        let named = [("value", points(*value)), ("low", points(interval.low)), ("high", points(interval.high))];
        self.w.with("effect-difference", &named)
    }

    fn says(&self, effect: &Effect) -> String {
        match effect.says {
            Says::TooEarly => self.w.with(effect.says.key(), &[("day", self.day(&effect.over_at).into())]),
            _ => self.w.t(effect.says.key()),
        }
    }
}
