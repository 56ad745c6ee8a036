use agreement::contract::Promises;
use ground::calendar::Calendar;
use ground::words::Language;

use super::*;
use crate::concern::{Channel, Reporter, Voice};

/// Monday, 23 November 2026, 09:00 UTC.
fn monday() -> Moment {
    Moment::parse_rfc3339("2026-11-23T09:00:00Z").unwrap()
}

fn hours(hours: i64) -> Moment {
    monday().plus_seconds(hours * 3_600)
}

fn raised(severity: Severity) -> Case {
    let concern = Concern {
        id: Id::fresh(),
        number: "7K2Q-M4DX".to_owned(),
        client_id: Id::known("harbour"),
        site_id: Id::known("gate"),
        post_id: None,
        channel: Channel::Portal,
        voice: Voice::Client,
        reporter: Reporter::default(),
        language: Language::English,
        headline: "Gate left open".to_owned(),
        category: Category::Unsorted,
        severity,
        remedy: None,
        state: State::New,
        owner_id: Id::known("sam"),
        about_id: None,
        next_step: Step::Acknowledge,
        next_due_at: None,
        next_alert_at: None,
        said_at: monday(),
        raised_at: monday(),
        closed_at: None,
        outcome: None,
        protected_at: None,
        round: 1,
        tracking_digest: String::new(),
        terms_hash: String::new(),
        version: 0,
    };
    let week = r#"{"zone":"UTC","hours":{"mon":["08:00-18:00"],"tue":["08:00-18:00"],"wed":["08:00-18:00"],"thu":["08:00-18:00"],"fri":["08:00-18:00"]}}"#;
    let terms = Terms { calendar: week.parse::<Calendar>().unwrap(), targets: Promises::default() };
    Case::raised(concern, terms, Ladder::default()).unwrap()
}

fn next(case: &Case) -> (Step, Moment) {
    (case.concern.next_step, case.concern.next_due_at.unwrap())
}

fn refusal<T: std::fmt::Debug>(result: Result<T>) -> &'static str {
    match result {
        Err(Error::Refused(refusal)) => refusal.key,
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn from_raised_to_settled() {
    let mut case = raised(Severity::S3);
    assert_eq!(next(&case), (Step::Acknowledge, hours(4)), "four working hours");
    case.acknowledge(hours(1)).unwrap();
    // Two working days of ten hours: Wednesday, 09:00.
    assert_eq!(next(&case), (Step::Answer, hours(48)));
    case.answer(hours(25)).unwrap();
    assert_eq!(next(&case), (Step::CheckBack, hours(25 + 14 * 24)), "fourteen days");
    case.ask_whether_it_helped(hours(25 + 14 * 24)).unwrap();
    assert_eq!(next(&case).0, Step::Close);
    case.settled(hours(400)).unwrap();
    assert_eq!((case.concern.state, case.concern.outcome), (State::Closed, Some(Outcome::Settled)));
    assert_eq!(case.concern.next_due_at, None);
    assert!(case.promises.iter().all(|promise| !promise.is_owed() && !promise.is_late(hours(9_999))));
}

#[test]
fn a_no_opens_it_again_and_what_was_missed_stays_missed() {
    let mut case = raised(Severity::S2);
    case.acknowledge(hours(5)).unwrap();
    case.answer(hours(6)).unwrap();
    case.reopen(hours(10)).unwrap();
    assert_eq!((case.concern.round, case.concern.state), (2, State::New));
    assert_eq!(next(&case), (Step::Acknowledge, hours(11)), "one hour, once more");
    let missed: Vec<_> =
        case.promises.iter().filter(|promise| promise.round == 1 && promise.is_late(hours(10))).collect();
    assert_eq!(missed.len(), 1, "the acknowledgement came four hours late");
    assert_eq!(missed[0].due_at, Some(hours(1)));
}

#[test]
fn c4_an_answer_waits_while_we_wait_for_them() {
    let mut case = raised(Severity::S3);
    case.ask_back(hours(2)).unwrap();
    assert_eq!(case.concern.state, State::Waiting);
    assert_eq!(next(&case).0, Step::FollowUp);
    assert_eq!(refusal(case.ask_back(hours(3))), "concern-already-waiting");
    case.hear(hours(26)).unwrap();
    // Two of twenty working hours were used; eighteen are left from Tuesday, 11:00: Thursday, 09:00.
    assert_eq!(next(&case), (Step::Answer, hours(72)));
    case.ask_back(hours(27)).unwrap();
    case.answer(hours(28)).unwrap();
    let answer = case.promises.iter().find(|promise| promise.step == Step::Answer).unwrap();
    assert_eq!(answer.kept_at, Some(hours(28)));
    assert!(answer.due_at.is_some() && !answer.is_late(hours(28)), "kept while paused, it is in time");
}

#[test]
fn c11_the_first_message_that_is_not_answered_keeps_its_clock() {
    let mut case = raised(Severity::S3);
    case.acknowledge(hours(1)).unwrap();
    let due = next(&case);
    for hour in [2, 3, 4] {
        case.hear(hours(hour)).unwrap();
        assert_eq!(next(&case), due);
    }
}

#[test]
fn c12_a_word_of_thanks_needs_no_answer() {
    let mut case = raised(Severity::S3);
    assert_eq!(refusal(case.no_answer_needed(hours(1))), "concern-needs-answer");
    case.answer(hours(2)).unwrap();
    case.hear(hours(3)).unwrap();
    assert_eq!(next(&case).0, Step::Answer, "what they say after an answer is owed an answer");
    case.no_answer_needed(hours(4)).unwrap();
    assert_eq!((case.concern.state, next(&case).0), (State::Answered, Step::CheckBack));
    assert!(case.promises.iter().all(|promise| !promise.is_late(hours(9_999)) || promise.is_owed()));
}

#[test]
fn c9_another_severity_promises_anew_from_the_same_start_and_keeps_the_old_promise() {
    let mut case = raised(Severity::S3);
    case.acknowledge(hours(1)).unwrap();
    case.sort(Category::Access, Severity::S1, hours(1)).unwrap();
    assert_eq!(next(&case), (Step::Answer, hours(2)), "two hours from when it was raised");
    let answers: Vec<_> = case.promises.iter().filter(|promise| promise.step == Step::Answer).collect();
    assert_eq!(answers.len(), 2);
    assert_eq!((answers[0].due_at, answers[0].ended_at), (Some(hours(48)), Some(hours(1))));
}

#[test]
fn praise_is_thanked_and_done() {
    let mut case = raised(Severity::P);
    assert_eq!(next(&case), (Step::Acknowledge, hours(24)), "one working day");
    case.acknowledge(hours(2)).unwrap();
    assert_eq!((case.concern.state, case.concern.outcome), (State::Closed, Some(Outcome::Thanked)));
    case.reopen(hours(3)).unwrap();
    assert_eq!((case.concern.severity, next(&case).0), (Severity::S3, Step::Acknowledge));
}

#[test]
fn what_makes_no_sense_is_refused() {
    let mut case = raised(Severity::S3);
    assert_eq!(refusal(case.close(Outcome::Told, hours(1))), "concern-not-answered");
    assert_eq!(refusal(case.ask_whether_it_helped(hours(1))), "concern-not-answered");
    assert_eq!(refusal(case.reopen(hours(1))), "concern-already-open");
    assert_eq!(refusal(case.hand_over(&Id::known("sam"))), "concern-already-theirs");
    case.acknowledge(hours(1)).unwrap();
    assert_eq!(refusal(case.acknowledge(hours(2))), "concern-already-acknowledged");
    case.refuse(hours(2)).unwrap();
    assert_eq!(refusal(case.refuse(hours(3))), "concern-already-refused");
    case.close(Outcome::Told, hours(4)).unwrap();
    for result in [case.answer(hours(5)), case.hear(hours(5)), case.hand_over(&Id::known("maya"))] {
        assert_eq!(refusal(result), "concern-closed");
    }
    assert_eq!(refusal(case.reopen(hours(4 + 30 * 24 + 1))), "concern-closed-long-ago");
    case.reopen(hours(4 + 30 * 24)).unwrap();
}

#[test]
fn on_the_protected_path_nobody_sees_to_a_concern_about_themselves() {
    let mut case = raised(Severity::S1);
    let (maya, sam) = (Id::known("maya"), Id::known("sam"));
    assert_eq!(refusal(case.protect(&maya, Some(maya.clone()), hours(1))), "concern-about-them");
    case.protect(&maya, Some(sam.clone()), hours(1)).unwrap();
    assert_eq!(case.concern.owner_id, maya);
    assert_eq!(refusal(case.hand_over(&sam)), "concern-about-them");
}

fn limit(text: &str) -> agreement::contract::Limit {
    text.parse().unwrap()
}

#[test]
fn what_is_changed_is_promised_and_whether_it_worked_is_asked_after_it() {
    let mut case = raised(Severity::S3);
    case.plan_measure(limit("7 days"), hours(1)).unwrap();
    assert_eq!(next(&case), (Step::Acknowledge, hours(4)), "what was promised before is still owed");
    case.answer(hours(2)).unwrap();
    assert_eq!(next(&case), (Step::Adjust, hours(1 + 7 * 24)), "nobody is asked before the change is in force");
    assert_eq!(refusal(case.close(Outcome::Told, hours(3))), "concern-measure-planned");
    case.plan_measure(limit("30 days"), hours(4)).unwrap();
    case.adjust(limit("14 days"), false, hours(5)).unwrap();
    assert_eq!(next(&case).0, Step::Adjust, "the second change is still to come");
    case.adjust(limit("10 days"), true, hours(6)).unwrap();
    assert_eq!(next(&case), (Step::CheckBack, hours(6 + 10 * 24)));
    let kept = case.promises.iter().find(|promise| promise.step == Step::Adjust).unwrap();
    assert_eq!(kept.kept_at, Some(hours(6)));
}

#[test]
fn a_change_that_is_dropped_gives_the_question_back() {
    let mut case = raised(Severity::S3);
    case.answer(hours(1)).unwrap();
    case.plan_measure(limit("7 days"), hours(2)).unwrap();
    case.drop_measure(true, hours(3)).unwrap();
    assert_eq!(next(&case).0, Step::CheckBack);
    case.plan_measure(limit("7 days"), hours(4)).unwrap();
    case.reopen(hours(5)).unwrap();
    assert!(
        case.owed(Step::Adjust).is_some_and(|promise| promise.round == 2),
        "opened again, it is still to be changed"
    );
    case.answer(hours(6)).unwrap();
    case.settled(hours(7)).unwrap();
    assert_eq!(case.concern.outcome, Some(Outcome::Settled), "they may say that it helped already");
    let mut praise = raised(Severity::P);
    assert_eq!(refusal(praise.plan_measure(limit("7 days"), hours(1))), "concern-is-praise");
}

mod properties {
    use proptest::prelude::*;

    use super::*;

    #[derive(Debug, Clone, Copy)]
    enum Move {
        Acknowledge,
        Answer,
        AskBack,
        Hear,
        NoAnswerNeeded,
        Refuse,
        Ask,
        Close,
        Silence,
        Reopen,
        Sort(Severity),
        Plan,
        Adjust(bool),
        Drop(bool),
    }

    fn moves() -> impl Strategy<Value = Vec<(i64, Move)>> {
        let severity = proptest::sample::select(Severity::ALL.to_vec());
        let one = prop_oneof![
            Just(Move::Acknowledge),
            Just(Move::Answer),
            Just(Move::AskBack),
            Just(Move::Hear),
            Just(Move::NoAnswerNeeded),
            Just(Move::Refuse),
            Just(Move::Ask),
            Just(Move::Close),
            Just(Move::Silence),
            Just(Move::Reopen),
            severity.prop_map(Move::Sort),
            Just(Move::Plan),
            any::<bool>().prop_map(Move::Adjust),
            any::<bool>().prop_map(Move::Drop),
        ];
        proptest::collection::vec((0i64..200_000, one), 0..30)
    }

    fn make(case: &mut Case, one: Move, now: Moment) -> Result<()> {
        match one {
            Move::Acknowledge => case.acknowledge(now),
            Move::Answer => case.answer(now),
            Move::AskBack => case.ask_back(now),
            Move::Hear => case.hear(now),
            Move::NoAnswerNeeded => case.no_answer_needed(now),
            Move::Refuse => case.refuse(now),
            Move::Ask => case.ask_whether_it_helped(now),
            Move::Close => case.close(Outcome::Told, now),
            Move::Silence => case.close(Outcome::Silent, now),
            Move::Reopen => case.reopen(now),
            Move::Sort(severity) => case.sort(Category::Access, severity, now),
            Move::Plan => case.plan_measure(limit("7 days"), now),
            Move::Adjust(last) => case.adjust(limit("14 days"), last, now),
            Move::Drop(last) => case.drop_measure(last, now),
        }
    }

    proptest! {
        /// Whatever happens in whatever order: a rule says no and changes nothing, or the concern
        /// is closed and owes nothing, or it is open and has a next promise. No promise vanishes.
        #[test]
        fn an_open_concern_always_has_a_next_promise(severity in proptest::sample::select(Severity::ALL.to_vec()), all in moves()) {
            let mut case = raised(severity);
            let mut now = monday();
            for (seconds, one) in all {
                now = now.plus_seconds(seconds);
                let before = case.clone();
                match make(&mut case, one, now) {
                    Err(Error::Refused(_)) => case = before.clone(),
                    outcome => prop_assert!(outcome.is_ok(), "{one:?}: {outcome:?}"),
                }
                let owed: Vec<_> = case.promises.iter().filter(|promise| promise.is_owed()).collect();
                prop_assert_eq!(case.concern.closed_at.is_none(), case.concern.next_due_at.is_some());
                prop_assert_eq!(case.concern.closed_at.is_none(), !owed.is_empty());
                prop_assert_eq!(case.concern.state == State::Closed, case.concern.outcome.is_some());
                let unheard = case.concern.state == State::New && case.concern.severity == Severity::S1;
                prop_assert!(!unheard || case.concern.next_alert_at.is_some(), "it is told until somebody hears it");
                prop_assert!(case.concern.closed_at.is_none() || case.concern.next_alert_at.is_none());
                // While it waits for them, the answer is not what comes next, also when it was missed before.
                let waits = case.pauses.iter().any(|pause| pause.ended_at.is_none());
                let next = owed.iter().filter(|promise| !(waits && promise.step == Step::Answer));
                let first = next.filter_map(|promise| promise.due_at).min();
                prop_assert_eq!(case.concern.next_due_at, first);
                prop_assert!(case.promises.len() >= before.promises.len());
                for (earlier, later) in before.promises.iter().zip(&case.promises) {
                    prop_assert_eq!((&earlier.id, earlier.step, earlier.given_at), (&later.id, later.step, later.given_at));
                    prop_assert!(earlier.is_owed() || earlier == later, "what ended stays as it ended");
                }
            }
        }
    }
}
