//! What an exam is, in tables and properties.

use ground::Moment;
use proptest::prelude::*;

use super::*;

fn drawn(count: usize, kind: Kind) -> Drawn {
    Drawn {
        paper: Paper::find("company", "").unwrap(),
        kind,
        language: Language::English,
        seed: 7,
        questions: (0..count).map(|_| (Id::fresh(), Id::fresh())).collect(),
        short_of: Vec::new(),
        foretold_millionths: None,
    }
}

fn begun(count: usize) -> Exam {
    Exam::begun(&drawn(count, Kind::Exam), &Id::known("omar"), Moment::from_millis(0)).unwrap()
}

fn minute(at: i64) -> Moment {
    Moment::from_millis(at * 60_000)
}

#[test]
fn an_exam_has_the_time_and_the_mark_of_its_paper() {
    let exam = begun(40);
    assert_eq!((exam.asked, exam.pass_mark, exam.ends_at), (40, 28, Some(minute(50))));
    assert_eq!(begun(20).pass_mark, 14, "of a shorter form the same share must be right");
    assert!(Exam::begun(&drawn(0, Kind::Exam), &Id::known("omar"), minute(0)).is_err());
    let test = Exam::begun(&drawn(1, Kind::Placement), &Id::known("omar"), minute(0)).unwrap();
    assert!(test.ends_at.is_none() && test.is_open(minute(1_000_000)));
}

#[test]
fn it_is_closed_once_and_passed_by_its_mark() {
    let exam = Exam { beat_at: minute(49), ..begun(40) };
    assert_eq!(exam.is_passed(), None);
    let closed = exam.clone().closed(Why::Time, (40, 27), minute(50)).unwrap();
    assert_eq!((closed.is_passed(), closed.is_open(minute(10))), (Some(false), false));
    assert!(closed.clone().closed(Why::HandedIn, (40, 40), minute(51)).is_err());
    assert_eq!(exam.closed(Why::HandedIn, (40, 28), minute(50)).unwrap().is_passed(), Some(true));
}

#[test]
fn what_was_given_back_is_kept_when_it_is_closed() {
    let closed = begun(40).closed(Why::HandedIn, (40, 30), minute(10)).unwrap();
    assert_eq!((closed.given_back_seconds, closed.ends_at), (600, Some(minute(60))));
}

#[test]
fn another_may_void_it_once_and_only_when_it_is_over() {
    let exam = begun(40);
    assert!(exam.clone().voided("tess", "Read aloud by another.", minute(1)).is_err());
    let closed = exam.closed(Why::HandedIn, (40, 30), minute(1)).unwrap();
    assert!(closed.clone().voided("omar", "I had a bad day.", minute(2)).is_err());
    let voided = closed.voided("tess", "Read aloud by another.", minute(2)).unwrap();
    assert!(voided.voided("tess", "Again.", minute(3)).is_err());
}

#[test]
fn an_answer_that_is_sent_twice_is_the_same_and_none_takes_nothing_back() {
    let asked = Asked {
        place: 1,
        question_id: Id::fresh(),
        wording_id: Id::fresh(),
        chosen: None,
        answered_at: None,
        flagged_at: None,
    };
    let chosen = Said { chosen: Some(2), flagged: true };
    let once = asked.said(chosen, minute(1));
    assert_eq!((once.chosen, once.answered_at, once.flagged_at), (Some(2), Some(minute(1)), Some(minute(1))));
    assert_eq!(once.said(chosen, minute(2)), once);
    let nothing = once.said(Said { chosen: None, flagged: false }, minute(3));
    assert_eq!((nothing.chosen, nothing.answered_at, nothing.flagged_at), (Some(2), Some(minute(1)), None));
    let other = once.said(Said { chosen: Some(0), flagged: true }, minute(4));
    assert_eq!((other.chosen, other.answered_at, other.flagged_at), (Some(0), Some(minute(4)), Some(minute(1))));
}

proptest! {
    #[test]
    fn options_are_mixed_whole_and_stay_as_they_are(options in 0_usize..8) {
        let (exam, question) = (begun(1), Id::fresh());
        let order = exam.order(&question, options);
        let mut sorted = order.clone();
        sorted.sort_unstable();
        prop_assert_eq!(sorted, (0..options).collect::<Vec<_>>());
        prop_assert_eq!(order, exam.order(&question, options));
    }
}
