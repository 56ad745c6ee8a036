//! Walking over the open time of weekly hours, day by day, and by weeks where weeks are alike.
//!
//! Every local day is a window from its first moment to the first moment of the next day. The
//! windows follow each other without gap or overlap whatever the clocks do, and what is open in one
//! window depends on nothing but the calendar, so sums over windows are exact.

use super::interval::Interval;
use super::{MILLIS_PER_SECOND, Weekly};
use crate::moment::{Day, Moment};

const WEEK_MILLIS: i64 = 7 * 86_400 * MILLIS_PER_SECOND;

/// From a moment until just before another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Span {
    start: Moment,
    end: Moment,
}

impl Span {
    /// The part of this span that lies within another; `None` when nothing does.
    fn within(self, other: Self) -> Option<Self> {
        let part = Self { start: self.start.max(other.start), end: self.end.min(other.end) };
        (part.start < part.end).then_some(part)
    }

    const fn millis(self) -> i64 {
        self.end.millis_since(self.start)
    }
}

impl Weekly {
    pub(super) fn open_millis_between(&self, from: Moment, to: Moment) -> i64 {
        let asked = Span { start: from, end: to };
        let mut total = 0;
        let mut day = from.day_in_zone(&self.zone);
        loop {
            let window = self.window(day);
            if window.start >= to {
                return total;
            }
            let left = to.millis_since(window.start);
            let weeks = if window.start < from { 0 } else { self.alike_weeks(day, left / WEEK_MILLIS) };
            if weeks > 0 {
                total += weeks * self.week_seconds * MILLIS_PER_SECOND;
                day = day.plus_days(7 * weeks);
                continue;
            }
            total += self.open_spans(day).filter_map(|span| span.within(asked)).map(Span::millis).sum::<i64>();
            day = day.plus_days(1);
        }
    }

    pub(super) fn add_open_millis(&self, from: Moment, millis: i64) -> Moment {
        let asked = Span { start: from, end: Moment::MAX };
        let mut left = millis;
        let mut day = from.day_in_zone(&self.zone);
        loop {
            let window = self.window(day);
            if window.start >= Moment::MAX {
                return Moment::MAX;
            }
            // At least one millisecond is left for the walk by days, which finds where it ends.
            let most = (left - 1) / (self.week_seconds * MILLIS_PER_SECOND);
            let weeks = if window.start < from { 0 } else { self.alike_weeks(day, most) };
            if weeks > 0 {
                left -= weeks * self.week_seconds * MILLIS_PER_SECOND;
                day = day.plus_days(7 * weeks);
                continue;
            }
            for span in self.open_spans(day).filter_map(|span| span.within(asked)) {
                if left <= span.millis() {
                    return span.start.plus_millis(left);
                }
                left -= span.millis();
            }
            day = day.plus_days(1);
        }
    }

    /// How many whole weeks from this day on, at most so many, have no holiday, shift or clock
    /// change in or just before them, so that each has the same open time.
    fn alike_weeks(&self, day: Day, most: i64) -> i64 {
        if most <= 0 {
            return 0;
        }
        // A night of the day before reaches into this day, and a clock change can push it further.
        let before = day.plus_days(-2);
        let change = self.zone.following(before.at_minute(0, &self.zone).timestamp()).next();
        let change =
            change.map(|change| Moment::from_millis(change.timestamp().as_millisecond()).day_in_zone(&self.zone));
        let holiday = self.holidays.range(before..).next().copied();
        let shift = self.shifts.range(before..).next().map(|(day, _)| *day);
        let special = [change, holiday, shift].into_iter().flatten().min();
        // A clock change may happen at the very end of the day before the one that it starts.
        special.map_or(most, |special| ((special.days_since(day) - 1) / 7).clamp(0, most))
    }

    /// The open time within one local day, in order, without overlap.
    fn open_spans(&self, day: Day) -> impl Iterator<Item = Span> {
        let window = self.window(day);
        let mut open: Vec<Span> = Vec::new();
        for span in self.spans_reaching(day, |day| self.intervals(day), window) {
            match open.last_mut() {
                Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
                _ => open.push(span),
            }
        }
        for rest in self.spans_reaching(day, |day| &self.breaks[weekday_index(day)], window) {
            let around = [Span { start: window.start, end: rest.start }, Span { start: rest.end, end: window.end }];
            open = open.iter().flat_map(|span| around.iter().filter_map(|part| span.within(*part))).collect();
        }
        open.into_iter()
    }

    /// The intervals of this day, and of the days before that can reach into it, as moments.
    fn spans_reaching<'a>(&self, day: Day, of: impl Fn(Day) -> &'a [Interval], window: Span) -> Vec<Span> {
        let days = [-2, -1, 0].map(|days| day.plus_days(days));
        let spans = days.into_iter().flat_map(|day| {
            of(day).iter().map(move |interval| Span {
                start: day.at_minute(interval.start, &self.zone),
                end: day.at_minute(interval.end, &self.zone),
            })
        });
        let mut spans: Vec<Span> = spans.filter_map(|span| span.within(window)).collect();
        spans.sort_unstable();
        spans
    }

    /// What opens on this day: a holiday beats a shift, and a shift beats the weekly hours.
    fn intervals(&self, day: Day) -> &[Interval] {
        if self.holidays.contains(&day) {
            return &[];
        }
        self.shifts.get(&day).unwrap_or(&self.hours[weekday_index(day)])
    }

    fn window(&self, day: Day) -> Span {
        Span { start: day.at_minute(0, &self.zone), end: day.at_minute(1_440, &self.zone) }
    }
}

/// Where a day's weekday stands in a week that starts on Monday.
fn weekday_index(day: Day) -> usize {
    usize::try_from(day.weekday() - 1).unwrap_or_default()
}
