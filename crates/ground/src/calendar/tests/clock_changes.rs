//! Nights and days on which the clocks of a zone change.

use super::*;

#[test]
fn c17_a_night_has_seven_or_nine_hours_when_the_clocks_change() {
    let nights = daily("America/New_York", "22:00-06:00");
    assert_eq!(hours_between(&nights, "2026-03-07T17:00:00Z", "2026-03-08T17:00:00Z"), 7.0);
    assert_eq!(hours_between(&nights, "2026-10-31T17:00:00Z", "2026-11-01T17:00:00Z"), 9.0);
    assert_eq!(hours_between(&nights, "2026-11-01T17:00:00Z", "2026-11-02T17:00:00Z"), 8.0);
    assert_eq!(nights.add_open_seconds(at("2026-03-08T03:00:00Z"), 7 * 3_600), at("2026-03-08T10:00:00Z"));
    assert_eq!(nights.add_open_seconds(at("2026-11-01T02:00:00Z"), 9 * 3_600), at("2026-11-01T11:00:00Z"));
}

#[test]
fn c18_a_skipped_time_is_one_hour_later_and_a_double_time_is_the_first() {
    // Dublin goes from 01:00 to 02:00 on 29 March and from 02:00 back to 01:00 on 25 October.
    let early = daily("Europe/Dublin", "01:30-04:00");
    assert_eq!(early.next_open(at("2026-03-29T00:00:00Z")), at("2026-03-29T01:30:00Z"));
    assert_eq!(hours_between(&early, "2026-03-29T00:00:00Z", "2026-03-29T12:00:00Z"), 1.5);
    assert_eq!(early.next_open(at("2026-10-25T00:00:00Z")), at("2026-10-25T00:30:00Z"));
    assert_eq!(hours_between(&early, "2026-10-25T00:00:00Z", "2026-10-25T12:00:00Z"), 3.5);
    // Lord Howe moves by half an hour: 02:00 to 02:30 on 4 October, 02:00 to 01:30 on 5 April.
    let island = daily("Australia/Lord_Howe", "02:15-04:00");
    assert_eq!(island.next_open(at("2026-10-03T15:00:00Z")), at("2026-10-03T15:45:00Z"));
    assert_eq!(hours_between(&island, "2026-10-03T15:00:00Z", "2026-10-04T00:00:00Z"), 1.25);
    let island = daily("Australia/Lord_Howe", "01:45-04:00");
    assert_eq!(island.next_open(at("2026-04-04T14:00:00Z")), at("2026-04-04T14:45:00Z"));
    assert_eq!(hours_between(&island, "2026-04-04T14:00:00Z", "2026-04-05T00:00:00Z"), 2.75);
}

#[test]
fn c18_a_skipped_midnight_a_quarter_hour_zone_and_a_rule_that_ended() {
    // In Sao Paulo 18 October 2015 began at 01:00, which is 03:00 UTC.
    let evening = daily("America/Sao_Paulo", "20:00-24:00");
    assert_eq!(hours_between(&evening, "2015-10-17T12:00:00Z", "2015-10-18T12:00:00Z"), 4.0);
    assert_eq!(evening.add_open_seconds(at("2015-10-17T23:00:00Z"), 4 * 3_600), at("2015-10-18T03:00:00Z"));
    let night = daily("America/Sao_Paulo", "00:30-06:00");
    assert_eq!(night.next_open(at("2015-10-18T00:00:00Z")), at("2015-10-18T03:30:00Z"));
    // Brazil ended its summer time in 2019, so a November day begins an hour later in UTC.
    let morning = daily("America/Sao_Paulo", "08:00-09:00");
    assert_eq!(morning.next_open(at("2018-11-05T00:00:00Z")), at("2018-11-05T10:00:00Z"));
    assert_eq!(morning.next_open(at("2019-11-05T00:00:00Z")), at("2019-11-05T11:00:00Z"));
    let kathmandu = daily("Asia/Kathmandu", "08:00-17:00");
    assert_eq!(kathmandu.next_open(at("2026-06-30T20:00:00Z")), at("2026-07-01T02:15:00Z"));
}

#[test]
fn c18_intervals_pushed_onto_each_other_count_once() {
    // On 29 March 00:00-01:30 ends at 02:30 summer time, and 02:00-03:00 starts before that.
    let text = r#"{"zone":"Europe/Dublin","hours":{"sun":["00:00-01:30","02:00-03:00"]}}"#;
    assert_eq!(hours_between(&calendar(text), "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z"), 2.0);
    // 01:45-02:15 would end before it starts: nothing is left of it.
    let text = r#"{"zone":"Europe/Dublin","hours":{"sun":["01:45-02:15"]}}"#;
    assert_eq!(hours_between(&calendar(text), "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z"), 0.0);
    assert_eq!(hours_between(&calendar(text), "2026-03-29T12:00:00Z", "2026-04-05T12:00:00Z"), 0.5);
}
