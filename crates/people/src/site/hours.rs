//! Working hours and holidays as people type them, in a form or in the columns of a file.
//!
//! The hours of a week are `always`, or `mon-fri 07:00-19:00; sat 09:00-14:00`: days, then one
//! or more intervals with commas between them. The days that differ are dates: `2026-12-25` is a
//! day on which nothing opens, and `2026-12-24 08:00-12:00` one with hours of its own. The names
//! of days are read in every language of the product. A break is two intervals on one day.

use std::collections::BTreeMap;

use ground::Refusal;
use ground::calendar::{Calendar, Draft, Week};
use ground::words::Language;

/// The word for "all of the time", in every language; the first is the one of files.
const ALWAYS: [&str; 3] = ["always", "siempre", "24/7"];
const ENGLISH: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const SPANISH: [&str; 7] = ["lun", "mar", "mie", "jue", "vie", "sab", "dom"];

/// Working hours and holidays as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    /// The hours of a week.
    pub week: String,
    /// The days that differ, one on each line.
    pub days: String,
}

/// What is wrong with hours as typed, by where it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wrong {
    /// In the hours of a week.
    pub week: Option<Refusal>,
    /// In the days that differ.
    pub days: Option<Refusal>,
}

impl Hours {
    /// Their calendar in an IANA zone.
    ///
    /// # Errors
    /// All that is wrong, and where.
    pub fn read(&self, zone: &str) -> Result<Calendar, Wrong> {
        if ALWAYS.contains(&self.week.trim().to_lowercase().as_str()) {
            let days = Some(Refusal::new("hours-always-differ"));
            return if self.days.trim().is_empty() { Ok(Calendar::always()) } else { Err(Wrong { week: None, days }) };
        }
        let zone = zone.to_owned();
        let week = read_week(&self.week).and_then(|hours| {
            let draft = Draft { zone: zone.clone(), hours, ..Draft::default() };
            draft.check().map(|_| draft).map_err(|error| Refusal::new(error.key()))
        });
        // Where the week is wrong, the days are checked beside one that is not.
        let hours = week.as_ref().map_or_else(|_| Week::monday_to_friday(&["00:00-24:00"]), |week| week.hours.clone());
        let (shifts, holidays) = read_days(&self.days);
        let all = Draft { zone, hours, shifts, holidays, ..Draft::default() };
        match (week.err(), all.check()) {
            (None, Ok(calendar)) => Ok(calendar),
            (week, days) => Err(Wrong { week, days: days.err().map(|error| Refusal::new(error.key())) }),
        }
    }

    /// The text that [`Hours::read`] reads as this calendar, with the names of days in a language.
    #[must_use]
    pub fn of(calendar: &Calendar, language: Language) -> Self {
        let (names, always) = match language {
            Language::English => (ENGLISH, ALWAYS[0]),
            Language::Spanish => (SPANISH, ALWAYS[1]),
        };
        let span = |Span { first, last, intervals }: &Span| {
            let days = if first == last { names[*first].to_owned() } else { [names[*first], names[*last]].join("-") };
            format!("{days} {}", intervals.join(", "))
        };
        let Some(draft) = calendar.draft() else { return Self { week: always.to_owned(), days: String::new() } };
        let week: Vec<String> = spans(&draft.hours).iter().map(span).collect();
        let days: Vec<String> = differing(&draft)
            .into_iter()
            .map(|(day, intervals)| format!("{day} {}", intervals.join(", ")).trim_end().to_owned())
            .collect();
        Self { week: week.join("; "), days: days.join("\n") }
    }
}

/// Days after one another with the same hours; Monday is 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub first: usize,
    /// The last day; the first one when there is only one.
    pub last: usize,
    /// When they are open.
    pub intervals: Vec<String>,
}

/// The open days of a week, those with the same hours taken together.
#[must_use]
pub fn spans(week: &Week) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let days = [&week.mon, &week.tue, &week.wed, &week.thu, &week.fri, &week.sat, &week.sun];
    for (day, intervals) in days.into_iter().enumerate().filter(|(_, intervals)| !intervals.is_empty()) {
        match spans.last_mut() {
            Some(span) if span.last + 1 == day && span.intervals == *intervals => span.last = day,
            _ => spans.push(Span { first: day, last: day, intervals: intervals.clone() }),
        }
    }
    spans
}

/// The days that differ from their week, and their hours: none when nothing opens. A holiday beats a shift.
#[must_use]
pub fn differing(draft: &Draft) -> BTreeMap<String, Vec<String>> {
    let mut days = draft.shifts.clone();
    days.extend(draft.holidays.iter().map(|day| (day.clone(), Vec::new())));
    days
}

fn read_week(typed: &str) -> Result<Week, Refusal> {
    let mut days: [Vec<String>; 7] = Default::default();
    let text = tight(&typed.to_lowercase());
    for part in text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        let (names, intervals) = part.split_once(' ').ok_or(Refusal::new("calendar-unreadable"))?;
        for day in named(names)? {
            days[day].extend(intervals.split(',').map(interval));
        }
    }
    let [mon, tue, wed, thu, fri, sat, sun] = days;
    Ok(Week { mon, tue, wed, thu, fri, sat, sun })
}

/// The days that `mon`, `mon,wed` or `mon-fri` names.
fn named(names: &str) -> Result<Vec<usize>, Refusal> {
    let mut days = Vec::new();
    for name in names.split(',') {
        let (first, last) = name.split_once('-').unwrap_or((name, name));
        let (first, last) = (weekday(first)?, weekday(last)?);
        let count = (last + 7 - first) % 7;
        days.extend((0..=count).map(|step| (first + step) % 7));
    }
    Ok(days)
}

fn weekday(name: &str) -> Result<usize, Refusal> {
    let plain = name.replace('\u{e9}', "e").replace('\u{e1}', "a");
    let found = [ENGLISH, SPANISH].iter().find_map(|names| names.iter().position(|known| *known == plain));
    found.ok_or_else(|| Refusal::new("hours-weekday").with("name", name.chars().take(20).collect::<String>()))
}

/// The days with hours of their own, and those on which nothing opens.
fn read_days(typed: &str) -> (BTreeMap<String, Vec<String>>, Vec<String>) {
    let mut days: Vec<(String, Vec<String>)> = Vec::new();
    let text = tight(typed);
    for word in text.split([' ', '\t', '\n', ',', ';']).filter(|word| !word.is_empty()) {
        match days.last_mut() {
            Some((_, intervals)) if word.contains(':') => intervals.push(interval(word)),
            _ => days.push((word.to_owned(), Vec::new())),
        }
    }
    let (closed, open): (Vec<_>, Vec<_>) = days.into_iter().partition(|(_, intervals)| intervals.is_empty());
    let mut shifts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (day, intervals) in open {
        shifts.entry(day).or_default().extend(intervals);
    }
    (shifts, closed.into_iter().map(|(day, _)| day).collect())
}

/// The text without spaces around its dashes and after its commas.
fn tight(typed: &str) -> String {
    let dashed = typed.replace('\u{2013}', "-");
    [("-", "-"), (",", ",")].iter().fold(dashed, |text, (mark, join)| {
        text.split(mark).map(|part| part.trim_matches([' ', '\t'])).collect::<Vec<_>>().join(join)
    })
}

/// An interval with both of its hours in two digits.
fn interval(typed: &str) -> String {
    let padded = |time: &str| if time.find(':') == Some(1) { format!("0{time}") } else { time.to_owned() };
    typed.trim().split('-').map(padded).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests;
