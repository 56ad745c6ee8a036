use std::time::Duration;

use super::*;

fn moment(text: &str) -> Moment {
    Moment::parse_rfc3339(text).unwrap()
}

#[test]
fn it_reads_and_says_rfc_3339() {
    assert_eq!(moment("1970-01-01T00:00:00Z").millis(), 0);
    assert_eq!(moment("2026-11-22T01:28:00.250-05:00").millis(), 1_795_328_880_250);
    assert_eq!(moment("2026-11-22T01:28:00-05:00").to_string(), "2026-11-22T06:28:00Z");
    for wrong in ["", "yesterday", "2026-11-22", "2026-11-22T06:28:00", "2026-13-01T00:00:00Z"] {
        assert!(Moment::parse_rfc3339(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn seconds_are_whole_and_rounded_down() {
    let start = Moment::from_millis(1_000);
    assert_eq!(start.plus(Duration::from_millis(1_999)).seconds_since(start), 1);
    assert_eq!(start.plus_millis(-1).seconds_since(start), -1);
    assert_eq!(start.plus_seconds(90).seconds_since(start), 90);
}

#[test]
fn arithmetic_stops_at_the_edge_of_time() {
    assert_eq!(Moment::from_millis(i64::MIN), Moment::MIN);
    assert_eq!(Moment::MAX.plus_seconds(i64::MAX), Moment::MAX);
    assert_eq!(Moment::MIN.plus_seconds(i64::MIN), Moment::MIN);
    assert_eq!(Moment::MIN.to_string(), "0001-01-01T00:00:00Z");
    assert_eq!(Moment::MAX.to_string(), "9998-12-31T23:59:59.999Z");
    assert!(Moment::MAX.in_zone("Pacific/Kiritimati").is_some());
}

#[test]
fn c23_a_device_clock_three_hours_wrong_is_corrected() {
    let reported = moment("2026-11-22T09:10:00Z");
    let device = moment("2026-11-22T09:40:00Z");
    let received = moment("2026-11-22T06:40:00Z");
    assert_eq!(reported.corrected(device, received), moment("2026-11-22T06:10:00Z"));
    let after_sending = moment("2026-11-22T11:00:00Z");
    assert_eq!(after_sending.corrected(device, received), received);
}

#[test]
fn local_time_comes_in_parts_with_the_name_of_its_zone() {
    let local = moment("2026-11-22T06:28:59Z").in_zone("America/Chicago").unwrap();
    let parts = (local.year, local.month, local.day, local.weekday, local.hour, local.minute);
    assert_eq!(parts, (2026, 11, 22, 7, 0, 28));
    assert_eq!(local.zone_abbreviation, "CST");
    let abbreviation = |text, zone| moment(text).in_zone(zone).unwrap().zone_abbreviation;
    assert_eq!(abbreviation("2026-07-01T12:00:00Z", "America/Chicago"), "CDT");
    assert_eq!(abbreviation("2026-07-01T12:00:00Z", "Europe/Dublin"), "IST");
    assert_eq!(abbreviation("2026-07-01T12:00:00Z", "Asia/Kathmandu"), "+0545");
    for wrong in ["", "Mars/Olympus", "Etc/Unknown", "../etc/passwd"] {
        assert_eq!(moment("2026-07-01T12:00:00Z").in_zone(wrong), None, "{wrong}");
    }
}

#[test]
fn a_moment_is_a_number_and_a_day_is_a_text_in_json() {
    let at = moment("2026-11-22T06:28:00Z");
    assert_eq!(serde_json::to_string(&at).unwrap(), "1795328880000");
    assert_eq!(serde_json::from_str::<Moment>("1795328880000").unwrap(), at);
    assert_eq!(serde_json::from_str::<Moment>("9223372036854775807").unwrap(), Moment::MAX);
    let day = Day::new(2026, 12, 25).unwrap();
    assert_eq!(serde_json::to_string(&day).unwrap(), "\"2026-12-25\"");
    assert_eq!(serde_json::from_str::<Day>("\"2026-12-25\"").unwrap(), day);
    for wrong in ["2026-02-29", "25.12.2026", "20261225", "2026-12-25T10:00", "2026-12-25[UTC]", ""] {
        assert!(wrong.parse::<Day>().is_err(), "{wrong}");
    }
}

#[test]
fn days_know_their_weekday_and_their_distance() {
    let friday = Day::new(2026, 12, 25).unwrap();
    assert_eq!(friday.weekday(), 5);
    assert_eq!(friday.plus_days(7).to_string(), "2027-01-01");
    assert_eq!(friday.days_since(friday.plus_days(400)), -400);
    assert_eq!(Day::new(2027, 2, 29), None);
    assert_eq!(friday.plus_days(i64::MAX).to_string(), "9999-12-31");
}

#[test]
fn a_day_begins_where_its_zone_says() {
    let begins = |text: &str, zone| text.parse::<Day>().unwrap().start_in(zone).unwrap();
    // Midnight did not exist in Sao Paulo on this day; 01:00 at offset -02:00 was the first time.
    assert_eq!(begins("2015-10-18", "America/Sao_Paulo"), moment("2015-10-18T03:00:00Z"));
    assert_eq!(begins("2026-07-01", "Asia/Kathmandu"), moment("2026-06-30T18:15:00Z"));
    assert_eq!(moment("2026-06-30T18:15:00Z").day_in("Asia/Kathmandu"), Day::new(2026, 7, 1));
    assert_eq!(moment("2026-06-30T18:14:59Z").day_in("Asia/Kathmandu"), Day::new(2026, 6, 30));
}

#[test]
fn a_time_on_a_wall_is_read() {
    let chicago = |text| Moment::parse_local(text, "America/Chicago");
    assert_eq!(chicago("2026-11-22T07:00"), Ok(Moment::parse_rfc3339("2026-11-22T07:00:00-06:00").unwrap()));
    assert_eq!(chicago("2026-07-01 23:59"), Ok(Moment::parse_rfc3339("2026-07-01T23:59:00-05:00").unwrap()));
    // The clocks of Chicago skip 02:00 to 03:00 on this day.
    assert_eq!(chicago("2026-03-08 02:30").unwrap().in_zone("America/Chicago").unwrap().hour, 3);
    for text in [
        "",
        "2026-11-22",
        "07:00",
        "2026-11-22 7:00",
        "2026-11-22 24:00",
        "2026-11-22 07:60",
        "2026-02-30 07:00",
        "2026-11-22 +7:00",
    ] {
        assert!(chicago(text).is_err(), "{text}");
    }
    assert!(Moment::parse_local("2026-11-22 07:00", "Nowhere/Land").is_err());
}

#[test]
fn what_is_typed_for_a_moment_is_read_as_that_moment() {
    let at = moment("2026-11-22T06:28:00Z");
    assert_eq!(at.typed_in("America/Chicago").as_deref(), Some("2026-11-22T00:28"));
    assert_eq!(Moment::parse_local(&at.typed_in("America/Chicago").unwrap(), "America/Chicago").unwrap(), at);
    assert_eq!(at.typed_in("Nowhere/Land"), None);
}

#[test]
fn months_later_is_the_same_day_or_the_last_of_a_shorter_month() {
    let day = |text: &str| text.parse::<Day>().unwrap();
    assert_eq!(day("2024-02-29").plus_months(12), day("2025-02-28"));
    assert_eq!(day("2024-02-29").plus_months(48), day("2028-02-29"));
    assert_eq!(day("2026-01-31").plus_months(1), day("2026-02-28"));
    assert_eq!(day("2026-12-31").plus_months(-2), day("2026-10-31"));
    assert_eq!(day("2026-12-31").plus_months(i64::MAX), day("2026-12-31"), "what nobody means changes nothing");
}
