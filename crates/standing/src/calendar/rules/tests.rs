use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty, ICalendarValue, Uri,
};
use proptest::prelude::*;

use super::*;

fn feed(summary: &str, day: &str) -> Feed {
    let event = Event {
        name: "notice-0198".to_owned(),
        day: day.parse().unwrap(),
        summary: summary.to_owned(),
        path: "/contracts/0198/renewal".to_owned(),
    };
    let public_url = "https://rapport.example".to_owned();
    Feed { name: "Renewals, Lantern Guards".to_owned(), public_url, events: vec![event] }
}

fn now() -> Moment {
    Moment::parse_rfc3339("2026-11-26T14:30:05.123Z").unwrap()
}

/// The events of a calendar, as another library reads it.
fn events(text: &str) -> Vec<ICalendarComponent> {
    let calendar = ICalendar::parse(text).unwrap();
    let events = calendar.components.into_iter();
    events.filter(|component| component.component_type == ICalendarComponentType::VEvent).collect()
}

fn text_of(event: &ICalendarComponent, name: &ICalendarProperty) -> String {
    match &event.property(name).unwrap().values[..] {
        [ICalendarValue::Text(text)] => text.clone(),
        [ICalendarValue::Uri(Uri::Location(uri))] => uri.clone(),
        other => panic!("{name:?}: {other:?}"),
    }
}

/// Year, month, day and, where it is a time, hour.
type Read = (Option<u16>, Option<u8>, Option<u8>, Option<u8>);

fn day_of(event: &ICalendarComponent, name: &ICalendarProperty) -> Read {
    match &event.property(name).unwrap().values[..] {
        [ICalendarValue::PartialDateTime(at)] => (at.year, at.month, at.day, at.hour),
        other => panic!("{name:?}: {other:?}"),
    }
}

#[test]
fn an_all_day_event_is_what_another_library_reads() {
    let text = feed("Last day for notice: Harbour, Lofts; \u{d1}", "2026-12-31").text(now());
    let events = events(&text);
    assert_eq!(events.len(), 1, "{text}");
    let event = &events[0];
    assert_eq!(event.uid(), Some("notice-0198@rapport.example"));
    assert_eq!(text_of(event, &ICalendarProperty::Summary), "Last day for notice: Harbour, Lofts; \u{d1}");
    assert_eq!(text_of(event, &ICalendarProperty::Url), "https://rapport.example/contracts/0198/renewal");
    assert_eq!(day_of(event, &ICalendarProperty::Dtstart), (Some(2026), Some(12), Some(31), None));
    assert_eq!(day_of(event, &ICalendarProperty::Dtend), (Some(2027), Some(1), Some(1), None));
    assert_eq!(day_of(event, &ICalendarProperty::Dtstamp), (Some(2026), Some(11), Some(26), Some(14)));
    for line in [
        "VERSION:2.0",
        "DTSTAMP:20261126T143005Z",
        "DTSTART;VALUE=DATE:20261231",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
        "TRANSP:TRANSPARENT",
    ] {
        assert!(text.contains(&format!("\r\n{line}\r\n")), "{line}: {text}");
    }
}

#[test]
fn a_leap_day_ends_with_it() {
    let event = events(&feed("x", "2024-02-29").text(now())).remove(0);
    assert_eq!(day_of(&event, &ICalendarProperty::Dtstart), (Some(2024), Some(2), Some(29), None));
    assert_eq!(day_of(&event, &ICalendarProperty::Dtend), (Some(2024), Some(3), Some(1), None));
}

#[test]
fn nothing_that_comes_up_is_still_a_calendar() {
    let text = Feed { events: Vec::new(), ..feed("x", "2026-12-31") }.text(now());
    assert!(ICalendar::parse(&text).is_ok() && events(&text).is_empty());
}

#[test]
fn a_client_cannot_write_events_of_their_own() {
    let text = feed("Mill\r\nEND:VEVENT\r\nBEGIN:VEVENT\nUID:x\u{b}\u{85}\u{7f}", "2026-12-31").text(now());
    let events = events(&text);
    assert_eq!(events.len(), 1, "{text}");
    assert_eq!(events[0].uid(), Some("notice-0198@rapport.example"));
}

proptest! {
    #[test]
    fn every_line_is_folded_and_ends_as_it_must(summary in "\\PC{1,200}") {
        let text = feed(&summary, "2026-12-31").text(now());
        prop_assert!(text.ends_with("END:VCALENDAR\r\n"));
        for line in text.trim_end_matches("\r\n").split("\r\n") {
            prop_assert!(line.len() <= 75, "{} bytes: {}", line.len(), line);
            prop_assert!(!line.contains(['\r', '\n']));
        }
        let events = events(&text);
        prop_assert_eq!(events.len(), 1);
        let read = text_of(&events[0], &ICalendarProperty::Summary);
        prop_assert_eq!(read.trim(), summary.trim());
    }
}
