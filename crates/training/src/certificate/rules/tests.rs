use people::staff::{NewStaffMember, Role, Roles};
use proptest::prelude::*;

use super::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn issued() -> Certificate {
    let officer = StaffMember::taken_on(&NewStaffMember {
        name: "Omar Diallo".to_owned(),
        email: "omar@lantern.example".to_owned(),
        roles: Roles::of(&[Role::Officer]).unwrap(),
        language: Language::English,
    });
    let at = (day("2026-11-22"), Moment::from_millis(1));
    Certificate::issued(&officer, "Lantern Guards", "2026-7K2Q-M4DS".to_owned(), at)
}

#[test]
fn it_is_good_until_its_last_day_unless_it_is_withdrawn_or_its_exam_voided() {
    let good = Certificate { valid_until: Some(usual_until(day("2026-11-22"))), ..issued() };
    assert_eq!(good.standing(day("2028-11-22")), Standing::Valid);
    assert_eq!(good.standing(day("2028-11-23")), Standing::Expired);
    assert_eq!(issued().standing(day("2090-01-01")), Standing::Valid);
    let voided = Certificate { is_voided: true, ..issued() };
    assert_eq!(voided.standing(day("2026-11-22")), Standing::Withdrawn);
    let withdrawn = good.withdrawn("Issued to the wrong person.", Moment::from_millis(2)).unwrap();
    assert_eq!(withdrawn.standing(day("2090-01-01")), Standing::Withdrawn);
    assert!(withdrawn.withdrawn("Again.", Moment::from_millis(3)).is_err());
}

#[test]
fn that_it_expires_is_said_once_a_month_before() {
    let good = issued().until(Some(day("2027-11-22")));
    assert_eq!(good.reminds_on, Some(day("2027-10-23")));
    assert!(good.clone().reminded(day("2027-10-22"), false).is_err(), "not yet");
    let reminded = good.clone().reminded(day("2027-10-25"), false).unwrap();
    assert!(reminded.reminds_on.is_none() && reminded.reminded(day("2027-10-26"), false).is_err(), "once");
    let renewed = good.clone().reminded(day("2027-10-25"), true).unwrap();
    assert_eq!(renewed.reminds_on, Some(day("2027-11-01")), "the other one may have been withdrawn");
    let renewed = renewed.reminded(day("2027-11-18"), true).unwrap();
    assert_eq!(renewed.reminds_on, Some(day("2027-11-22")), "the last day");
    assert_eq!(renewed.reminded(day("2027-11-22"), true).unwrap().reminds_on, None);
    assert_eq!(good.withdrawn("Issued to the wrong person.", Moment::from_millis(2)).unwrap().reminds_on, None);
    assert_eq!(issued().until(Some(day("2026-12-20"))).reminds_on, None, "whoever got it knows");
    assert_eq!(issued().until(None).reminds_on, None);
}

#[test]
fn another_that_is_good_longer_takes_its_place() {
    let today = day("2027-10-23");
    let until = |text: &str| Certificate { title: "First aid".to_owned(), ..issued() }.until(Some(day(text)));
    let old = until("2027-11-22");
    let renews = |other: &Certificate| old.is_renewed_by(other, today);
    assert!(renews(&until("2029-10-20")) && !renews(&old) && !renews(&until("2027-11-01")));
    assert!(renews(&Certificate { title: "First Aid".to_owned(), ..issued() }), "typed otherwise, and without an end");
    assert!(!renews(&Certificate { title: "Fire drill".to_owned(), ..issued() }));
    let withdrawn = until("2029-10-20").withdrawn("It was a mistake.", Moment::from_millis(2)).unwrap();
    assert!(!renews(&withdrawn) && !renews(&Certificate { is_voided: true, ..until("2029-10-20") }));
    // Of exams it is the paper that counts, in whatever language its title was written.
    let of = |one: Certificate, paper: &str| Certificate {
        exam_paper: Some(("florida".to_owned(), Some(paper.to_owned()))),
        ..one
    };
    let in_spanish = Certificate { title: "Primeros auxilios".to_owned(), ..until("2029-10-20") };
    assert!(of(old.clone(), "d").is_renewed_by(&of(in_spanish, "d"), today));
    assert!(!of(old.clone(), "d").is_renewed_by(&of(until("2029-10-20"), "g"), today));
    assert!(!Certificate { valid_until: None, ..old }.is_renewed_by(&issued(), today));
}

#[test]
fn what_is_attested_has_days_that_fit() {
    let attested = Attested {
        title: "Orientation".to_owned(),
        hours: Some(8),
        instructor: None,
        completed_on: day("2026-11-22"),
        valid_until: None,
    };
    assert!(attested.check(day("2026-11-22")).is_ok());
    assert!(attested.check(day("2026-11-21")).is_err(), "not finished yet");
    let over = Attested { valid_until: Some(day("2026-11-21")), ..attested };
    assert!(over.check(day("2026-11-22")).is_err());
}

#[test]
fn hours_are_counted_and_a_title_is_needed() {
    let mut fields = Fields::default().set("hours", "0").set("completed_on", "2026-11-01");
    assert_eq!(Attested::read(&mut fields), None);
    assert!(fields.problem("hours").is_some() && fields.problem("title").is_some());
}

proptest! {
    #[test]
    fn a_code_is_read_as_it_is_printed(bytes in proptest::collection::vec(any::<u8>(), CODE_LETTERS)) {
        let code = secret::spell(&bytes);
        prop_assert_eq!(typed(&grouped(&code)), code.clone());
        prop_assert_eq!(typed(&grouped(&code).to_lowercase()), code.clone());
        prop_assert_eq!(grouped(&code).len(), 24);
    }
}
