//! What a calendar feed says, and how it is written (RFC 5545, RFC 7986).

use ground::{Day, Moment};
use icalendar::{Calendar, Component, Event as Entry, Parameter, Property};

/// How often a calendar is asked to read the feed again.
const AGAIN: &str = "PT6H";
/// How long a line may be, in bytes, without its end.
const LINE_BYTES: usize = 75;

/// One day that matters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// What it is, and of which thing: it stays the same when the day moves.
    pub name: String,
    /// Which day.
    pub day: Day,
    /// What, in the reader's language.
    pub summary: String,
    /// The path of its page.
    pub path: String,
}

/// What a calendar reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// What it is called.
    pub name: String,
    /// Where this installation is, without a slash at the end.
    pub public_url: String,
    /// What comes up.
    pub events: Vec<Event>,
}

impl Feed {
    /// The text of the feed: days without a time, so that they are the same day in every zone.
    #[must_use]
    pub fn text(&self, now: Moment) -> String {
        let mut calendar = Calendar::empty();
        for (name, value) in [
            ("VERSION", "2.0"),
            ("PRODID", "-//Rapport//Renewals//EN"),
            ("CALSCALE", "GREGORIAN"),
            ("METHOD", "PUBLISH"),
        ] {
            calendar.append_property(Property::new(name, value));
        }
        // The library writes the newer NAME (RFC 7986) without escaping it; every calendar reads this one.
        calendar.append_property(Property::new("X-WR-CALNAME", one_line(&self.name)));
        let duration = Parameter::new("VALUE", "DURATION");
        calendar.append_property(Property::new("REFRESH-INTERVAL", AGAIN).append_parameter(duration).done());
        calendar.append_property(Property::new("X-PUBLISHED-TTL", AGAIN));
        for event in &self.events {
            calendar.push(self.entry(event, now));
        }
        folded(&calendar.to_string())
    }

    fn entry(&self, event: &Event, now: Moment) -> Entry {
        let host = self.public_url.split("//").last().unwrap_or_default();
        let date = |name: &str, day: Day| {
            let digits: String = day.to_string().chars().filter(char::is_ascii_digit).collect();
            Property::new(name, digits).append_parameter(Parameter::new("VALUE", "DATE")).done()
        };
        let mut entry = Entry::new();
        entry.uid(&format!("{}@{host}", event.name));
        entry.add_property("DTSTAMP", stamp(now));
        entry.append_property(date("DTSTART", event.day));
        entry.append_property(date("DTEND", event.day.plus_days(1)));
        entry.summary(&one_line(&event.summary));
        entry.url(&format!("{}{}", self.public_url, event.path));
        // A day on which something ends takes no time of anybody's.
        entry.add_property("TRANSP", "TRANSPARENT");
        entry.done()
    }
}

/// The same lines, each of at most 75 bytes (RFC 5545, 3.1): the library makes the last piece of a long line one too long.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for line in text.replace("\r\n ", "").split_terminator("\r\n") {
        let mut length = 0;
        for letter in line.chars() {
            if length + letter.len_utf8() > LINE_BYTES {
                folded.push_str("\r\n ");
                length = 1;
            }
            folded.push(letter);
            length += letter.len_utf8();
        }
        folded.push_str("\r\n");
    }
    folded
}

/// A moment as calendars write it: `20261126T143000Z`.
fn stamp(at: Moment) -> String {
    let text = at.timestamp().to_string();
    let whole = text.split(['.', 'Z']).next().unwrap_or_default();
    let digits: String = whole.chars().filter(|letter| letter.is_ascii_digit() || *letter == 'T').collect();
    format!("{digits}Z")
}

/// The words without signs that would end a line: the library escapes line ends, and leaves other signs of control as they are.
fn one_line(words: &str) -> String {
    words.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

#[cfg(test)]
mod tests;
