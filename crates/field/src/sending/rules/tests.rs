use proptest::prelude::*;

use super::*;

const NOW: Moment = Moment::from_millis(1_795_000_000_000);

fn envelope(digest: &str) -> Envelope {
    Envelope {
        id: Id::known("one"),
        phone_id: Id::known("phone"),
        staff_id: Id::known("omar"),
        kind: Kind::Concern,
        digest: digest.to_owned(),
        at_millis: NOW.millis(),
        clock_ahead_seconds: 0,
        happened_at: NOW,
    }
}

fn at(language: Language) -> Noted<'static> {
    Noted { now: NOW, zone: "America/Chicago", language }
}

fn key<T: std::fmt::Debug>(refused: Result<T>) -> &'static str {
    match refused {
        Err(Error::Refused(refusal)) => refusal.key,
        other => panic!("{other:?}"),
    }
}

#[test]
fn one_name_never_stands_for_two_things() {
    let taken = Sending::taken(&envelope("a"), "concern", Some("7K2Q-M4DS"), None, NOW);
    assert!(taken.check_same(&envelope("a")).is_ok());
    assert_eq!(key(taken.check_same(&envelope("b"))), "sending-other-words");
    let by_another = Envelope { staff_id: Id::known("lena"), ..envelope("a") };
    assert_eq!(key(taken.check_same(&by_another)), "sending-other-words");
}

#[test]
fn what_is_held_is_settled_once_and_its_words_are_gone_then() {
    let by = Actor { kind: ground::entry::ActorKind::Staff, id: "sam".into(), name: "Sam".into() };
    let held = Sending::held(&envelope("a"), "locked".to_owned(), NOW);
    let aside = held.clone().settled(&by, Err("Written twice."), NOW).unwrap();
    assert_eq!((aside.state, aside.content.as_deref()), (State::Settled, None));
    assert_eq!(aside.settled.as_ref().unwrap().words.as_deref(), Some("Written twice."));
    assert_eq!(key(aside.settled(&by, Err("Again."), NOW)), "held-settled-before");
    let taken = held.settled(&by, Ok(("concern", "7K2Q-M4DS")), NOW).unwrap();
    assert_eq!((taken.subject_id.as_deref(), taken.number.as_deref()), (Some("concern"), Some("7K2Q-M4DS")));
    assert_eq!(
        key(Sending::taken(&envelope("a"), "c", None, None, NOW).settled(&by, Err("No."), NOW)),
        "held-settled-before"
    );
}

#[test]
fn what_a_phone_sends_is_read() {
    let site = Id::<Site>::fresh();
    let text = serde_json::json!({
        "kind": "concern", "at": 5, "language": "es",
        "fields": { "site": site.as_str(), "words": "La luz no funciona.", "who": "unsaid", "urgency": "shortfall" },
    });
    let mut sent = Sent::read(text.to_string().as_bytes()).unwrap();
    assert_eq!((sent.kind, sent.at_millis, sent.language), (Kind::Concern, 5, Language::Spanish));
    let content = Content::read(sent.kind, &mut sent.fields, at(sent.language)).unwrap();
    let Content::Concern { site_id, told } = content else { panic!("no concern") };
    assert_eq!((site_id, told.said_at), (site, Some(NOW)));
    for wrong in ["", "{}", "[]", r#"{"kind":"other","at":1,"language":"en","fields":{}}"#, "\u{0}"] {
        assert!(Sent::read(wrong.as_bytes()).is_err(), "{wrong}");
    }
    assert!(Sent::read(&[0xff, 0xfe]).is_err());
}

#[test]
fn what_is_missing_is_said_beside_its_field() {
    for (kind, field) in [
        (Kind::Concern, "site"),
        (Kind::Interaction, "kind"),
        (Kind::Confirmation, "revision"),
        (Kind::Photo, "of"),
        (Kind::Heard, "concern"),
        (Kind::Practice, "practice"),
    ] {
        let mut fields = Fields::default();
        assert!(Content::read(kind, &mut fields, at(Language::English)).is_none());
        assert!(fields.problem(field).is_some(), "{kind:?}");
    }
}

proptest! {
    #[test]
    fn nothing_that_is_sent_panics(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(mut sent) = Sent::read(&bytes) {
            let _content = Content::read(sent.kind, &mut sent.fields, at(sent.language));
        }
    }
}
