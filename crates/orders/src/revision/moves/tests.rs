use agreement::contract::{Limit, Silence};
use ground::entry::Actor;
use ground::words::Language;
use ground::{Day, Refusal};

use super::*;
use crate::post_orders::PostOrders;
use crate::revision::Cause;

fn at(hours: i64) -> Moment {
    Moment::parse_rfc3339("2026-11-23T09:00:00Z").unwrap().plus_seconds(hours * 3_600)
}

fn terms() -> Terms {
    let limit: Limit = "48 h".parse().unwrap();
    Terms { limit, silence: Silence::Waits, stand_in: None, calendar: ground::calendar::Calendar::always() }
}

fn proposal(effective_at: Option<Moment>) -> Proposal {
    Proposal {
        summary: "Guests are met at the gate.".to_owned(),
        cause: Cause::Concern,
        cause_words: None,
        concerns: Vec::new(),
        effective_at,
        question: None,
        emergency: false,
    }
}

fn proposed(effective_at: Option<Moment>) -> Revision {
    let today = Day::new(2026, 11, 23).unwrap();
    let orders = PostOrders::begun(&Id::known("gate"), None, Language::English, today);
    let mut revision = Revision::begun(&orders, &Actor::system(), at(0));
    revision.propose(&proposal(effective_at), None, at(1)).unwrap();
    revision.ask(&terms(), at(1));
    revision
}

fn refusal<T: std::fmt::Debug>(result: Result<T>) -> &'static str {
    match result {
        Err(Error::Refused(Refusal { key, .. })) => key,
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn a_yes_puts_it_in_force_now_or_at_its_time() {
    let mut now = proposed(None);
    assert_eq!(now.next, Some((Next::Remind, at(25))), "after half of the time they are reminded");
    now.agree(at(2)).unwrap();
    assert_eq!((now.state, now.in_force_at, now.next), (State::InForce, Some(at(2)), None));
    let mut later = proposed(Some(at(10)));
    later.agree(at(2)).unwrap();
    assert_eq!((later.state, later.next), (State::Approved, Some((Next::TakeForce, at(10)))));
    assert_eq!(refusal(later.come_into_force(at(9))), "revision-not-waiting");
    later.come_into_force(at(10)).unwrap();
    assert_eq!((later.state, later.in_force_at), (State::InForce, Some(at(10))));
    let mut slow = proposed(Some(at(10)));
    slow.agree(at(11)).unwrap();
    assert_eq!(slow.state, State::InForce, "its time has passed while the client thought");
}

#[test]
fn silence_is_reminded_of_and_then_means_what_was_agreed() {
    let mut revision = proposed(None);
    revision.remind(&terms()).unwrap();
    assert_eq!(revision.next, Some((Next::Silence, at(49))));
    revision.refuse(at(30)).unwrap();
    assert_eq!((revision.state, revision.next), (State::Refused, None));
    assert_eq!(refusal(revision.remind(&terms())), "approval-not-asked");
    assert_eq!(refusal(revision.agree(at(31))), "approval-not-asked");
}

#[test]
fn what_cannot_wait_is_in_force_and_still_asked_about() {
    let mut revision = proposed(None);
    revision.force_now(at(1)).unwrap();
    assert!(revision.state == State::InForce && revision.awaits_answer());
    assert_eq!(revision.next, Some((Next::Remind, at(25))));
    let mut agreed = revision.clone();
    agreed.agree(at(2)).unwrap();
    assert!(agreed.state == State::InForce && !agreed.awaits_answer());
    revision.refuse(at(2)).unwrap();
    assert_eq!((revision.state, revision.ended_at), (State::Refused, Some(at(2))));
}

#[test]
fn what_was_proposed_does_not_change_any_more() {
    let mut revision = proposed(None);
    assert_eq!(refusal(revision.propose(&proposal(None), None, at(2))), "revision-not-a-draft");
    revision.withdraw(at(2)).unwrap();
    assert_eq!(refusal(revision.withdraw(at(3))), "revision-not-waiting");
    let mut overtaken = proposed(None);
    overtaken.state = State::Draft;
    let other = Id::known("other");
    assert_eq!(refusal(overtaken.propose(&proposal(None), Some(&other), at(2))), "draft-base-replaced");
}
