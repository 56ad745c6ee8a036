use ground::Id;
use listening::concern::Voice;
use listening::facts::past::{Named, Said, Told};
use proptest::prelude::*;

use super::super::known::{AskedRound, RoundAnswers, StoodWithout};
use super::*;

fn at(days_ago: i64) -> Moment {
    Moment::parse_rfc3339("2026-11-26T12:00:00Z").unwrap().plus_seconds(-days_ago * DAY_SECONDS)
}

fn concern(number: &str) -> Named {
    Named { id: Id::known(number), number: number.to_owned() }
}

/// A site of which everything is well: visited, talked with, heard, asked.
fn well() -> Known {
    Known {
        site: (Id::known("gate"), "Harbour Gate".to_owned()),
        client: (Id::known("harbour"), "Harbour Lofts".to_owned()),
        since: at(700),
        zone: "UTC".to_owned(),
        owed: vec![],
        told: vec![told("R-1", Category::Patrol, 80)],
        said: vec![],
        chased: vec![],
        last_visit: Some((Id::known("visit"), at(10))),
        visit_every_days: None,
        last_talk: Some((Talk::Interaction(Id::known("talk")), at(20))),
        last_heard: Some(at(30)),
        rounds: vec![AskedRound { id: Id::known("round"), opened_at: at(60), answered: 2 }],
        contacts: 2,
        answers: vec![answered(60, &[5, 4], &[6.0, 5.0], &[9, 7])],
        officers: vec![(Id::known("omar"), at(400)), (Id::known("olga"), at(300))],
        unconfirmed: vec![],
        decision_maker_changed: None,
        contract: Some((Id::known("contract"), Some("2027-11-26".parse().unwrap()))),
        reviewed_at: None,
    }
}

fn told(number: &str, category: Category, days_ago: i64) -> Told {
    let (concern, raised_at) = (concern(number), at(days_ago));
    Told { concern, category, voice: Voice::Client, is_praise: false, raised_at, closed_at: Some(at(1)) }
}

fn answered(days_ago: i64, overall: &[i64], rapport: &[f64], recommend: &[i64]) -> RoundAnswers {
    RoundAnswers {
        id: Id::known(format!("round {days_ago}")),
        opened_at: at(days_ago),
        overall: overall.to_vec(),
        rapport: rapport.to_vec(),
        recommend: recommend.to_vec(),
    }
}

fn owed(number: &str, step: Step, due: i64, kept: Option<i64>) -> Owed {
    Owed { concern: concern(number), step, due_at: at(due), kept_at: kept.map(at) }
}

fn said(number: &str, helped: Helped, days_ago: i64) -> Said {
    Said { concern: concern(number), helped, at: at(days_ago) }
}

fn reading(known: &Known) -> Reading {
    reckon(known, &Weights::default(), at(0))
}

/// The signs that were found, with their points.
fn signs(known: &Known) -> Vec<(Signal, i64)> {
    let reasons = reading(known).reasons;
    reasons.iter().map(|reason| (reason.signal().unwrap(), reason.points)).collect()
}

#[test]
fn where_all_is_well_nothing_is_taken() {
    assert_eq!(reading(&well()), Reading { score: Some(100), known: Dimension::ALL.to_vec(), reasons: vec![] });
}

#[test]
fn each_broken_promise_takes_its_points_and_names_its_concern() {
    let known = Known {
        owed: vec![
            owed("R-1", Step::Acknowledge, 20, Some(19)),
            owed("R-1", Step::Answer, 15, None),
            owed("R-2", Step::Answer, 15, Some(15)),
            owed("R-3", Step::Acknowledge, 12, Some(13)),
        ],
        ..well()
    };
    assert_eq!(signs(&known), [(Signal::AcknowledgedLate, 3), (Signal::AnsweredLate, 5)]);
    let reading = reading(&known);
    assert_eq!(reading.score, Some(92));
    assert_eq!(reading.reasons[1].key, "health-not-answered");
    assert!(reading.reasons.iter().all(|reason| reason.path == "/concerns/R-1"));
}

#[test]
fn what_was_set_right_takes_nothing_and_gives_nothing() {
    let late = vec![owed("R-1", Step::Answer, 15, Some(10))];
    let no = Known { owed: late.clone(), said: vec![said("R-1", Helped::No, 9)], ..well() };
    assert_eq!(signs(&no), [(Signal::AnsweredLate, 5), (Signal::DidNotWork, 8)]);
    let then_yes = vec![said("R-1", Helped::No, 9), said("R-1", Helped::Yes, 3)];
    let recovered = Known { owed: late.clone(), said: then_yes, ..well() };
    assert_eq!(reading(&recovered).score, Some(100), "not more than a hundred");
    let partly = Known { owed: late, said: vec![said("R-1", Helped::Partly, 9)], ..well() };
    assert_eq!(signs(&partly), [(Signal::AnsweredLate, 5)]);
}

#[test]
fn the_same_twice_counts_once_for_each_category() {
    let known = Known {
        told: vec![
            told("R-1", Category::Patrol, 80),
            told("R-2", Category::Patrol, 50),
            told("R-3", Category::Patrol, 40),
            told("R-4", Category::Access, 30),
            told("R-5", Category::Unsorted, 20),
            told("R-6", Category::Unsorted, 10),
            Told { is_praise: true, ..told("R-7", Category::Access, 10) },
        ],
        ..well()
    };
    assert_eq!(signs(&known), [(Signal::CategoryTwice, 6)]);
    let reading = reading(&known);
    assert!(reading.reasons[0].values.contains(&("numbers".to_owned(), "R-1, R-2, R-3".into())));
}

#[test]
fn visits_and_talks_count_from_the_day_after_they_were_agreed() {
    let visited =
        |days, every| Known { last_visit: Some((Id::known("visit"), at(days))), visit_every_days: every, ..well() };
    assert_eq!(signs(&visited(30, None)), []);
    assert_eq!(signs(&visited(31, None)), [(Signal::NotVisited, 8)]);
    assert_eq!(signs(&visited(31, Some(90))), [], "as agreed for this site");
    assert_eq!(signs(&visited(8, Some(7))), [(Signal::NotVisited, 8)]);
    let talked = |days| Known { last_talk: Some((Talk::Concern(concern("R-1")), at(days))), ..well() };
    assert_eq!(signs(&talked(45)), []);
    assert_eq!(signs(&talked(46)), [(Signal::NotTalked, 6)]);
    assert_eq!(signs(&talked(90)), [(Signal::NotTalked, 6)]);
    assert_eq!(signs(&talked(91)), [(Signal::NotTalkedLong, 12)], "one or the other, never both");
    assert_eq!(signs(&Known { last_visit: None, ..well() })[0].0, Signal::NotVisited);
}

#[test]
fn where_we_began_last_week_nobody_was_missed() {
    let young = Known {
        since: at(7),
        last_visit: None,
        last_talk: None,
        last_heard: None,
        told: vec![],
        officers: vec![(Id::known("omar"), at(6))],
        ..well()
    };
    assert_eq!(signs(&young), []);
}

#[test]
fn silence_is_no_good_sign() {
    let known = Known { last_heard: Some(at(91)), contacts: 1, ..well() };
    assert_eq!(signs(&known), [(Signal::Silent, 6), (Signal::FewContacts, 4)]);
    assert_eq!(reading(&known).score, Some(90));
    let round = |days, answered| AskedRound { id: Id::known("round"), opened_at: at(days), answered };
    let rounds = |rounds| Known { rounds, ..well() };
    assert_eq!(signs(&rounds(vec![round(60, 0), round(150, 0)])), [(Signal::SurveysUnanswered, 5)]);
    assert_eq!(signs(&rounds(vec![round(60, 0), round(150, 1)])), []);
    assert_eq!(signs(&rounds(vec![round(60, 0)])), [], "one is no row");
}

#[test]
fn what_they_said_of_us_counts_by_the_newest_round() {
    let of = |answers| Known { answers, ..well() };
    assert_eq!(signs(&of(vec![answered(60, &[3, 4], &[4.0], &[7])])), [], "3.5 is not below 3.5");
    let low = of(vec![answered(60, &[3, 4, 3], &[3.9], &[6]), answered(151, &[5, 4, 5], &[6.0], &[9])]);
    let expected = [
        (Signal::SatisfactionLow, 8),
        (Signal::SatisfactionDropped, 6),
        (Signal::Detractor, 6),
        (Signal::RapportLow, 6),
    ];
    assert_eq!(signs(&low), expected);
    // 26 points of reasons, of which the part takes 20.
    assert_eq!(reading(&low).score, Some(80));
    assert_eq!(signs(&of(vec![])), []);
}

#[test]
fn new_faces_and_unconfirmed_orders_count() {
    let since = |days: &[i64]| {
        let officers = days.iter().map(|days| (Id::known(days.to_string()), at(*days))).collect();
        Known { officers, ..well() }
    };
    assert_eq!(signs(&since(&[89, 300, 301, 302])), [], "a quarter is not more than a quarter");
    assert_eq!(signs(&since(&[89, 300, 301])), [(Signal::OfficersChanged, 5)]);
    assert_eq!(signs(&since(&[])), []);
    let one =
        StoodWithout { officer: "Omar".to_owned(), post: (Id::known("post"), "Night desk".to_owned()), revision: 3 };
    let seven = Known { unconfirmed: vec![one; 7], ..well() };
    assert_eq!(signs(&seven).len(), 5, "at most five of them");
}

#[test]
fn the_notice_deadline_counts_until_somebody_met_about_it() {
    let left = |deadline: &str, reviewed_at| {
        let contract = Some((Id::known("contract"), Some(deadline.parse().unwrap())));
        Known { contract, reviewed_at, ..well() }
    };
    assert_eq!(signs(&left("2027-02-24", None)), [], "in ninety days");
    assert_eq!(signs(&left("2027-02-23", None)), [(Signal::NoticeNear, 6)]);
    assert_eq!(signs(&left("2026-11-26", None)), [(Signal::NoticeNear, 6)], "today");
    assert_eq!(signs(&left("2026-11-25", None)), [], "past");
    assert_eq!(signs(&left("2027-02-23", Some(at(20)))), []);
    assert_eq!(signs(&left("2027-02-23", Some(at(300)))), [(Signal::NoticeNear, 6)], "that was about the last one");
    let changed = Known { decision_maker_changed: Some((Id::known("ana"), at(120))), ..well() };
    assert_eq!(signs(&changed), [(Signal::DecisionMakerChanged, 6)]);
    let open = Told { closed_at: None, ..told("R-9", Category::Billing, 5) };
    assert_eq!(signs(&Known { told: vec![open], ..well() }), [(Signal::BillingOpen, 5)]);
}

#[test]
fn with_too_little_data_there_is_no_number() {
    let nothing = Known {
        told: vec![],
        last_visit: None,
        last_talk: None,
        last_heard: None,
        rounds: vec![],
        contacts: 0,
        answers: vec![],
        officers: vec![],
        contract: None,
        ..well()
    };
    let reading = reading(&nothing);
    assert_eq!((reading.score, reading.known), (None, vec![Dimension::Voice]));
    assert!(!reading.reasons.is_empty(), "what is known is said all the same");
}

#[test]
fn the_gain_of_a_sign_knows_the_cap() {
    let late = |number: &str| owed(number, Step::Answer, 15, None);
    let known = Known { owed: ["1", "2", "3", "4", "5", "6", "7", "8"].map(late).to_vec(), contacts: 0, ..well() };
    let reading = reading(&known);
    assert_eq!(reading.score, Some(66), "forty points of which thirty are taken, and four");
    assert_eq!(reading.gains(&Weights::default()), [(Signal::AnsweredLate, 30), (Signal::FewContacts, 4)]);
    let parts = reading.parts(&Weights::default());
    assert_eq!((parts[0].sum, parts[0].taken), (40, 30));
}

#[test]
fn a_weight_of_nothing_takes_nothing() {
    let mut weights = Weights::default();
    weights.points.insert(Signal::FewContacts, 0);
    let reading = reckon(&Known { contacts: 0, ..well() }, &weights, at(0));
    assert_eq!((reading.score, reading.reasons), (Some(100), vec![]));
}

proptest! {
    #[test]
    fn the_sum_of_the_parts_is_what_is_missing(
        late in 0_usize..12, chased in 0_usize..12, contacts in 0_usize..4, heard in 0_i64..200, new in 0_usize..5,
    ) {
        let owed = (0..late).map(|one| owed(&one.to_string(), Step::Acknowledge, 9, None)).collect();
        let chased = (0..chased).map(|one| (concern(&one.to_string()), at(3))).collect();
        let officers = (0..new).map(|one| (Id::known(one.to_string()), at(5))).collect();
        let known = Known { owed, chased, contacts, last_heard: Some(at(heard)), officers, ..well() };
        let weights = Weights::default();
        let reading = reckon(&known, &weights, at(0));
        let taken: i64 = reading.parts(&weights).iter().map(|part| part.taken).sum();
        let score = reading.score.unwrap();
        prop_assert_eq!(score, ALL_POINTS - taken);
        prop_assert!((0..=ALL_POINTS).contains(&score));
        // Nothing that goes away makes it worse.
        prop_assert!(reading.gains(&weights).iter().all(|(_, gain)| *gain > 0 && score + gain <= ALL_POINTS));
    }
}
