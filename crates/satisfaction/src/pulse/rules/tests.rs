use proptest::prelude::*;

use super::*;

fn typed(pairs: &[(&str, &str)]) -> Fields {
    pairs.iter().fold(Fields::default(), |fields, (name, value)| fields.set(name, *value))
}

fn given(code: &str, safe: Option<i64>, treated: Option<i64>) -> Given {
    let pulse = Pulse { safe, treated, language: Language::English, comment: None };
    Given { sign: (code.to_owned(), format!("Place {code}")), given_on: "2026-11-22".to_owned(), pulse }
}

#[test]
fn what_is_left_out_is_no_answer_and_nothing_at_all_is_refused() {
    let one = Pulse::read(&mut typed(&[("safe", "5"), ("treated", "")]), Language::Spanish).unwrap();
    assert_eq!((one.safe, one.treated, one.comment, one.language), (Some(5), None, None, Language::Spanish));
    let words = Pulse::read(&mut typed(&[("comment", "More light.")]), Language::English).unwrap();
    assert_eq!(words.comment.as_deref(), Some("More light."));
    let mut nothing = typed(&[("safe", ""), ("comment", " \n ")]);
    assert_eq!(Pulse::read(&mut nothing, Language::English), None);
    assert_eq!(nothing.problem("").unwrap().key, "survey-nothing");
}

#[test]
fn what_is_wrong_stands_beside_its_field_all_of_it() {
    let long = "x".repeat(COMMENT_LETTERS + 1);
    let mut wrong = typed(&[("safe", "0"), ("treated", "six"), ("comment", &long)]);
    assert_eq!(Pulse::read(&mut wrong, Language::English), None);
    for field in ["safe", "treated", "comment"] {
        assert!(wrong.problem(field).is_some(), "{field}");
    }
}

#[test]
fn the_day_is_that_of_the_site() {
    // Two in the morning in UTC is still the evening before in Chicago.
    let night = Moment::parse_rfc3339("2026-11-23T02:00:00Z").unwrap();
    assert_eq!(day(night, "America/Chicago").unwrap().to_string(), "2026-11-22");
    assert_eq!(day(night, "Europe/Madrid").unwrap().to_string(), "2026-11-23");
    assert_eq!(since(night, "America/Chicago").unwrap().to_string(), "2026-08-25");
    assert!(day(night, "Nowhere/Else").is_err());
}

#[test]
fn each_question_has_its_own_answers_and_each_sign_its_own() {
    let of_a = [5, 4, 4, 1].map(|grade| given("A", Some(grade), None));
    let of_b = [given("B", Some(4), Some(2)), given("B", None, None)];
    let all: Vec<Given> = of_b.into_iter().chain(of_a).collect();
    let summary = Summary::of(&all);
    let [safe, treated] = &summary.lines;
    assert_eq!((summary.forms, safe.answers, treated.answers), (6, 5, 1));
    assert_eq!(safe.counts, [1, 0, 0, 3, 1]);
    assert_eq!((safe.good.count(), safe.good.of()), (4, 5));
    assert_eq!(treated.reading, Reading::Single(vec![2.0]));
    let signs: Vec<_> = summary.signs.iter().map(|sign| (sign.place.as_str(), sign.forms)).collect();
    assert_eq!(signs, [("Place A", 4), ("Place B", 2)]);
    assert_eq!(summary.signs[1].lines[0].reading, Reading::Single(vec![4.0]));
}

#[test]
fn two_signs_at_places_of_one_name_stay_two() {
    let mut other = given("B", Some(1), None);
    other.sign.1 = "Place A".to_owned();
    let summary = Summary::of(&[given("A", Some(5), None), other]);
    assert_eq!(summary.signs.len(), 2);
}

proptest! {
    #[test]
    fn nobody_is_lost_and_nobody_counts_twice(answers in prop::collection::vec(
        (0..3_usize, prop::option::of(1..=5_i64), prop::option::of(1..=5_i64)), 0..60,
    )) {
        let all: Vec<Given> =
            answers.iter().map(|(sign, safe, treated)| given(&sign.to_string(), *safe, *treated)).collect();
        let summary = Summary::of(&all);
        prop_assert_eq!(summary.signs.iter().map(|sign| sign.forms).sum::<usize>(), all.len());
        for (which, line) in summary.lines.iter().enumerate() {
            prop_assert_eq!(line.counts.iter().sum::<usize>(), line.answers);
            prop_assert_eq!(summary.signs.iter().map(|sign| sign.lines[which].answers).sum::<usize>(), line.answers);
            let good = u64::try_from(line.counts[3] + line.counts[4]).unwrap();
            prop_assert_eq!(line.good.count(), good);
        }
    }

    #[test]
    fn no_form_is_too_odd_to_be_read(safe in ".{0,8}", treated in ".{0,8}", comment in "\\PC{0,80}") {
        let mut fields = typed(&[("safe", &safe), ("treated", &treated), ("comment", &comment)]);
        if let Some(pulse) = Pulse::read(&mut fields, Language::English) {
            prop_assert!(pulse.safe.is_none_or(|grade| STEPS.contains(&grade)));
            prop_assert!(pulse.safe.is_some() || pulse.treated.is_some() || pulse.comment.is_some());
        } else {
            prop_assert!(!fields.problems().is_empty());
        }
    }
}
