use proptest::prelude::*;

use super::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn new(expires_on: Option<&str>) -> NewLicence {
    NewLicence {
        kind: "Unarmed registration".to_owned(),
        jurisdiction: "US-ND".to_owned(),
        number: "U-123".to_owned(),
        issued_on: day("2026-01-01"),
        expires_on: expires_on.map(day),
        renewal: None,
    }
}

fn added(expires_on: Option<&str>, today: &str) -> Licence {
    Licence::added(&Id::known("omar"), &new(expires_on), (day(today), Moment::from_millis(1))).unwrap()
}

#[test]
fn somebody_is_written_to_ninety_thirty_and_seven_days_before_and_once_after() {
    let mut licence = added(Some("2026-12-31"), "2026-06-01");
    let mut days = Vec::new();
    while let Some(next) = licence.reminds_on {
        days.push(next.to_string());
        licence = licence.reminded(next).unwrap();
    }
    assert_eq!(days, ["2026-10-02", "2026-12-01", "2026-12-24", "2027-01-01"]);
    assert!(licence.reminded(day("2027-05-01")).is_err(), "no more");
}

#[test]
fn one_without_a_last_day_and_one_long_over_remind_nobody() {
    assert_eq!(added(None, "2026-06-01").reminds_on, None);
    assert_eq!(added(Some("2026-03-01"), "2026-06-01").reminds_on, None);
}

#[test]
fn a_letter_stands_for_all_days_that_were_missed() {
    let late = added(Some("2026-12-31"), "2026-06-01").reminded(day("2026-12-05")).unwrap();
    assert_eq!(late.reminds_on, Some(day("2026-12-24")));
    assert!(late.reminded(day("2026-12-05")).is_err(), "once");
}

#[test]
fn it_stands_by_its_last_day() {
    let licence = added(Some("2026-12-31"), "2026-06-01");
    assert_eq!(licence.standing(day("2026-10-01")), Standing::Valid);
    assert_eq!(licence.standing(day("2026-10-02")), Standing::Soon);
    assert_eq!(licence.standing(day("2026-12-31")), Standing::Soon, "on its last day it holds");
    assert_eq!(licence.standing(day("2027-01-01")), Standing::Expired);
    let ended = licence.ended(0, "Renewed under another number.", Moment::from_millis(2)).unwrap();
    assert_eq!((ended.standing(day("2026-06-02")), ended.reminds_on), (Standing::Ended, None));
    assert!(ended.clone().ended(0, "Again.", Moment::from_millis(3)).is_err());
    assert!(ended.corrected(0, &new(None), day("2026-06-02")).is_err());
}

#[test]
fn a_new_last_day_begins_reminders_anew_and_the_same_one_does_not() {
    let reminded = added(Some("2026-12-31"), "2026-06-01").reminded(day("2026-12-24")).unwrap();
    let corrected = reminded.clone().corrected(0, &new(Some("2026-12-31")), day("2026-12-24")).unwrap();
    assert_eq!(corrected.reminds_on, Some(day("2027-01-01")));
    let renewed = reminded.clone().corrected(0, &new(Some("2027-12-31")), day("2026-12-24")).unwrap();
    assert_eq!(renewed.reminds_on, Some(day("2027-10-02")));
    assert!(reminded.corrected(1, &new(None), day("2026-12-24")).is_err(), "changed meanwhile");
}

#[test]
fn days_must_fit_and_no_number_is_in_the_record() {
    let mut fields = Fields::default()
        .set("kind", "Guard card")
        .set("jurisdiction", "US-CA")
        .set("number", "G 1")
        .set("issued_on", "2026-05-01")
        .set("expires_on", "2026-04-30");
    assert_eq!(NewLicence::read(&mut fields), None);
    assert!(fields.problem("expires_on").is_some());
    let later = NewLicence { issued_on: day("2026-07-01"), ..new(None) };
    assert!(Licence::added(&Id::known("omar"), &later, (day("2026-06-01"), Moment::from_millis(1))).is_err());
    assert!(!serde_json::to_string(&added(None, "2026-06-01")).unwrap().contains("U-123"));
}

proptest! {
    #[test]
    fn each_letter_is_later_than_the_one_before_and_there_are_four_at_most(ahead in -30_i64..400, steps in proptest::collection::vec(0_i64..60, 0..30)) {
        let mut today = day("2026-06-01");
        let expires_on = today.plus_days(ahead).to_string();
        let mut licence = added(Some(&expires_on), "2026-06-01");
        let mut letters = 0;
        for step in steps {
            today = today.plus_days(step);
            if let Ok(after) = licence.clone().reminded(today) {
                prop_assert!(after.reminds_on.is_none_or(|next| next > today));
                licence = after;
                letters += 1;
            }
        }
        prop_assert!(letters <= 4);
    }
}
