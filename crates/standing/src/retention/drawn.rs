//! The curve of those who stay, in words and as a chart.

use chart::{Chart, Curve, Figure, Figures, Kind, Range, Step, Steps};
use ground::words::Words;
use statistics::{Span, Survival};

use super::Stay;

/// Below so many clients a curve says nothing that their number does not.
pub(super) const FEWEST: usize = 5;
/// The mean length of a year of the Gregorian calendar, in days.
const YEAR_DAYS: f64 = 365.2425;
/// A curve of more steps than this is drawn by quarters.
const MOST_STEPS: usize = 200;
const QUARTER_DAYS: f64 = 91.0;

/// Some clients together: how many, how many left, and what follows from that.
pub(super) struct Group {
    pub(super) count: usize,
    pub(super) ended: usize,
    /// None below five clients.
    pub(super) survival: Option<Survival>,
}

impl Group {
    pub(super) fn of(stays: &[Stay]) -> Self {
        // Whole days of less than a thousand years are exact.
        #[allow(clippy::cast_precision_loss, reason = "days of a stay are small whole numbers")]
        let span = |stay: &Stay| Span { days: stay.days as f64, ended: stay.ended };
        let spans: Vec<Span> = stays.iter().map(span).collect();
        Self {
            count: stays.len(),
            ended: stays.iter().filter(|stay| stay.ended).count(),
            survival: (stays.len() >= FEWEST).then(|| Survival::of(&spans, 0.95)).flatten(),
        }
    }

    /// After how long half of them had left, or that this was not reached.
    pub(super) fn median(&self, w: &Words) -> String {
        match &self.survival {
            None => w.t("retention-too-few"),
            Some(survival) => survival.median().map_or_else(|| w.t("retention-not-reached"), |days| years(w, days)),
        }
    }

    /// How many of a hundred are still there after a year, and between which shares that lies.
    pub(super) fn after_a_year(&self, w: &Words) -> String {
        let Some(survival) = &self.survival else { return w.t("retention-too-few") };
        if survival.at(YEAR_DAYS).is_none() {
            return w.t("retention-not-seen");
        }
        let passed = survival.steps().iter().take_while(|step| step.days <= YEAR_DAYS);
        passed.last().map_or_else(|| share(w, 1.0, None), |step| share(w, step.survival, bounds(step)))
    }

    /// The curve, or nothing below five clients.
    pub(super) fn chart(&self, w: &Words) -> Option<Chart> {
        let survival = self.survival.as_ref()?;
        let start = Step { at: 0.0, at_said: years(w, 0.0), figure: Figure::exact(100.0), said: share(w, 1.0, None) };
        let steps = drawn(survival).into_iter().map(|step| {
            let value = step.survival * 100.0;
            let figure = match bounds(step) {
                Some((low, high)) => Figure::between(low * 100.0, value, high * 100.0),
                None => Figure::exact(value),
            };
            let at = step.days / YEAR_DAYS;
            Step { at, at_said: years(w, step.days), figure, said: share(w, step.survival, bounds(step)) }
        });
        let steps = std::iter::once(start).chain(steps).collect();
        Some(Chart {
            title: w.t("retention-title"),
            description: w.t("retention-curve-words"),
            across: w.t("retention-years"),
            up: w.t("retention-share"),
            figures: Figures { decimal_mark: '.', unit: " %".to_owned() },
            kind: Kind::Steps(Steps {
                named: w.t("retention-setting"),
                curves: vec![Curve { name: String::new(), steps }],
                range: Range::Fixed { low: 0.0, high: 100.0 },
            }),
        })
    }
}

/// The steps that are drawn: those on which somebody left, and the last one; of very many, the last of each quarter.
fn drawn(survival: &Survival) -> Vec<&statistics::Step> {
    let all = survival.steps();
    let last = all.len().saturating_sub(1);
    let seen = |(place, step): &(usize, &statistics::Step)| step.days > 0.0 && (step.ended > 0 || *place == last);
    let seen: Vec<_> = all.iter().enumerate().filter(seen).map(|(_, step)| step).collect();
    if seen.len() <= MOST_STEPS {
        return seen;
    }
    let quarter = |step: &statistics::Step| (step.days / QUARTER_DAYS).floor();
    seen.chunk_by(|one, other| quarter(one) == quarter(other)).filter_map(|some| some.last().copied()).collect()
}

fn bounds(step: &statistics::Step) -> Option<(f64, f64)> {
    step.interval.map(|interval| (interval.low, interval.high))
}

/// A time in years, with one digit.
fn years(w: &Words, days: f64) -> String {
    w.with("retention-in-years", &[("years", format!("{:.1}", days / YEAR_DAYS).into())])
}

/// A share of a hundred, and between which it lies.
fn share(w: &Words, share: f64, bounds: Option<(f64, f64)>) -> String {
    let percent = |share: f64| format!("{:.0}", share * 100.0);
    match bounds {
        None => w.with("retention-percent", &[("share", percent(share).into())]),
        Some((low, high)) => w.with(
            "retention-percent-between",
            &[("share", percent(share).into()), ("low", percent(low).into()), ("high", percent(high).into())],
        ),
    }
}

#[cfg(test)]
mod tests {
    use ground::Day;

    use super::*;

    fn stays(days: impl IntoIterator<Item = (i64, bool)>) -> Vec<Stay> {
        let from = Day::new(2020, 1, 1).unwrap();
        days.into_iter().map(|(days, ended)| Stay { from, days, ended }).collect()
    }

    fn words() -> Words {
        let catalogue = ground::words::Catalogue::gather(&[ground::words::SENTENCES, crate::SENTENCES]).unwrap();
        catalogue.speak(ground::words::Language::English)
    }

    #[test]
    fn below_five_there_is_no_curve() {
        let four = Group::of(&stays([(100, true), (200, true), (300, false), (400, false)]));
        assert_eq!((four.count, four.ended), (4, 2));
        assert!(four.survival.is_none() && four.chart(&words()).is_none());
        assert_eq!(four.median(&words()), words().t("retention-too-few"));
        assert!(Group::of(&[]).chart(&words()).is_none());
    }

    #[test]
    fn five_clients_have_a_curve_that_can_be_drawn_and_read() {
        let five = Group::of(&stays([(90, true), (181, true), (335, false), (366, true), (697, false)]));
        let chart = five.chart(&words()).unwrap();
        assert!(chart::to_svg(&chart, "retention").is_ok());
        let table = chart::table(&chart);
        assert_eq!(table.rows.len(), 5, "the start, three who left, and the last that was seen");
        assert!(table.rows[3][1].starts_with("30 %"), "{:?}", table.rows);
        assert_eq!(five.median(&words()), "1.0 years");
    }

    #[test]
    fn all_who_stay_and_all_who_left_are_drawn_too() {
        for ended in [true, false] {
            let group = Group::of(&stays((1..=6).map(|days| (days * 100, ended))));
            assert!(chart::to_svg(&group.chart(&words()).unwrap(), "retention").is_ok());
        }
        let at_once = Group::of(&stays((0..6).map(|_| (0, true))));
        assert!(chart::to_svg(&at_once.chart(&words()).unwrap(), "retention").is_ok());
    }

    #[test]
    fn very_many_steps_are_drawn_by_quarters() {
        let group = Group::of(&stays((1..=20_000).map(|days| (days, true))));
        let chart = group.chart(&words()).unwrap();
        assert!(chart::table(&chart).rows.len() < 300);
        assert!(chart::to_svg(&chart, "retention").is_ok());
    }
}
