use ground::Id;
use listening::check_back::Helped;

use super::*;

const DAY: i64 = 86_400;

fn now() -> Moment {
    Moment::parse_rfc3339("2026-11-22T12:00:00Z").unwrap()
}

/// An asking of some days ago, answered a day later.
fn asked(days: i64, answer: Option<Helped>, fair: Option<i64>) -> Checked {
    let asked_at = now().plus_seconds(-days * DAY);
    Checked {
        concern_id: Id::fresh(),
        number: String::new(),
        asked_at,
        answered_at: answer.map(|_| asked_at.plus_seconds(DAY)),
        answer,
        words: None,
        handling: Handling { fair, ..Handling::default() },
    }
}

fn of(checked: &[Checked]) -> Summary {
    Summary::of(checked, Period::Year, now())
}

#[test]
fn nothing_is_no_figure() {
    let summary = of(&[]);
    assert_eq!((summary.whether.response.count(), summary.whether.response.of()), (0, 0));
    assert!(!summary.whether.has_figures());
    assert_eq!(summary.items[0].reading, Reading::Single(Vec::new()));
    assert_eq!(summary.items[0].trend, Some(Err(Untested::TooFew)));
}

#[test]
fn silence_is_no_answer_and_what_was_said_unasked_is_no_response() {
    let mut unasked = asked(9, Some(Helped::Yes), None);
    unasked.asked_at = unasked.answered_at.unwrap();
    let summary = of(&[asked(9, Some(Helped::No), None), asked(9, None, None), unasked]);
    assert_eq!((summary.whether.response.count(), summary.whether.response.of()), (1, 2));
    let said: Vec<_> =
        summary.whether.helped.iter().map(|(helped, share)| (*helped, share.count(), share.of())).collect();
    assert_eq!(said, [(Helped::Yes, 1, 2), (Helped::Partly, 0, 2), (Helped::No, 1, 2)]);
}

#[test]
fn few_answers_are_shown_and_five_become_a_mean() {
    let grades = |grades: &[i64]| -> Vec<Checked> {
        grades.iter().map(|grade| asked(9, Some(Helped::Yes), Some(*grade))).collect()
    };
    let few = of(&grades(&[5, 1, 4, 4]));
    assert_eq!(few.items[0].reading, Reading::Single(vec![1.0, 4.0, 4.0, 5.0]));
    let five = of(&grades(&[5, 1, 4, 4, 4]));
    assert_eq!((five.items[0].answers, &five.items[0].counts), (5, &vec![1, 0, 0, 3, 1]));
    // Student's t of 4 degrees at 97.5 % is 2.776445; the mean 3.6, the standard error 0.678233.
    let Reading::Mean { mean, interval: Some(interval) } = five.items[0].reading else { panic!() };
    assert!((mean - 3.6).abs() < 1e-9);
    assert!((interval.low - 1.716_924).abs() < 1e-5, "{interval:?}");
    assert!((interval.high - 5.0).abs() < f64::EPSILON, "a mean lies within its scale: {interval:?}");
    let same = of(&grades(&[4; 9]));
    assert_eq!(same.items[0].reading, Reading::Mean { mean: 4.0, interval: None }, "nine equal ones are no certainty");
}

#[test]
fn a_trend_needs_a_year_and_answers_in_half_of_it() {
    let falling: Vec<Checked> =
        (0..9).map(|span| asked(5 + span * 30, Some(Helped::Yes), Some((span / 2 + 1).min(5)))).collect();
    let summary = of(&falling);
    assert_eq!(trend_key(summary.items[0].trend.as_ref().unwrap()), "trend-falling");
    let risen: Vec<Checked> =
        (0..9).map(|span| asked(5 + span * 30, Some(Helped::Yes), Some(5 - (span / 2).min(4)))).collect();
    assert_eq!(trend_key(of(&risen).items[0].trend.as_ref().unwrap()), "trend-rising");
    let one_bad: Vec<Checked> =
        (0..9).map(|span| asked(5 + span * 30, Some(Helped::Yes), Some(if span == 0 { 1 } else { 5 }))).collect();
    assert_eq!(trend_key(of(&one_bad).items[0].trend.as_ref().unwrap()), "trend-unclear", "one wild month is none");
    assert_eq!(trend_key(of(&falling[..5]).items[0].trend.as_ref().unwrap()), "trend-too-few");
    assert!(Summary::of(&falling, Period::Quarter, now()).items[0].trend.is_none());
}
