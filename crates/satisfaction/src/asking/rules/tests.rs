use ground::entry::{Actor, ActorKind};

use super::*;
use crate::round::NewRound;

const DAY: i64 = 86_400;

fn at(days: i64) -> Moment {
    Moment::parse_rfc3339("2026-11-22T12:00:00Z").unwrap().plus_seconds(days * DAY)
}

fn round() -> Round {
    let by = Actor { kind: ActorKind::Staff, id: String::new(), name: String::new() };
    Round::opened(&NewRound { days: 20, repeats: false }, &by, at(0))
}

fn contact(sites: Vec<Id<Site>>) -> Contact {
    Contact {
        id: Id::fresh(),
        outside_key: None,
        client_id: Id::fresh(),
        name: "Alice".to_owned(),
        email: "alice@harbour.example".to_owned(),
        phone: None,
        standing: Standing::DecisionMaker,
        language: Language::English,
        sites,
        left_at: None,
        version: 0,
    }
}

fn said(is_anonymous: bool) -> Said {
    let answers = Answers { values: vec![("overall", 4)], own: Vec::new(), comment: Some("More light.".to_owned()) };
    Said { answers, is_anonymous, language: Language::English }
}

#[test]
fn they_are_reminded_in_the_middle_once_and_not_after_they_answered() {
    let asking = Asking::asked(&round(), &contact(Vec::new()), at(4));
    assert_eq!(asking.reminds_at, Some(at(12)));
    assert!(asking.clone().reminded(at(11)).is_err());
    let reminded = asking.clone().reminded(at(12)).unwrap();
    assert!(reminded.reminded(at(13)).is_err());
    assert!(asking.answered(false, at(5)).unwrap().reminded(at(12)).is_err());
}

#[test]
fn whoever_sees_one_site_is_asked_about_that_and_others_about_all() {
    let (one, other) = (Id::fresh(), Id::fresh());
    assert_eq!(Asking::asked(&round(), &contact(vec![one.clone()]), at(0)).site_id, Some(one.clone()));
    assert_eq!(Asking::asked(&round(), &contact(vec![one, other]), at(0)).site_id, None);
    assert_eq!(Asking::asked(&round(), &contact(Vec::new()), at(0)).site_id, None);
}

#[test]
fn a_named_answer_may_be_changed_and_one_without_a_name_leads_to_nobody() {
    let (round, contact) = (round(), contact(Vec::new()));
    let asking = Asking::asked(&round, &contact, at(0)).answered(false, at(1)).unwrap();
    let named = Reply::of(&asking, (&round, &contact), &said(false), at(1)).unwrap();
    assert_eq!(
        (named.asking_id.as_ref(), named.standing, named.counted_at),
        (Some(&asking.id), Some(Standing::DecisionMaker), at(1))
    );
    let again = asking.answered(true, at(2)).unwrap();
    assert_eq!(again.answered_at, Some(at(1)));
    let unnamed = Reply::of(&again, (&round, &contact), &said(true), at(2)).unwrap();
    assert_eq!((unnamed.asking_id, unnamed.standing), (None, None));
    assert_eq!(unnamed.counted_at, round.closes_at, "its time does not say whose it is");
    let of_another = Reply::of(&again, (&round, &contact), &said(true), at(2)).unwrap();
    assert_ne!(unnamed.id, of_another.id, "nor does its name");
    assert!(again.answered(false, at(3)).is_err());
}
