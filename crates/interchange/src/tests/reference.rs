//! Packages that other programs made; `reference/make.py` says how.

use super::{options, part, reasons, whats};
use crate::{Format, Part, Taken, What, read};

const GENANKI: &[u8] = include_bytes!("../../reference/genanki.apkg");
const LEGACY: &[u8] = include_bytes!("../../reference/legacy.apkg");
const MODERN: &[u8] = include_bytes!("../../reference/modern.apkg");
const WHOLE: &[u8] = include_bytes!("../../reference/modern.colpkg");

fn holds_the_notes(taken: &Taken) {
    assert_eq!(taken.format, Format::Anki);
    assert!(whats(&taken.left).contains(&part(Part::Category("Invented".into()))), "the deck");
    let [moon, dragons] = &taken.questions[..] else { panic!("{taken:?}") };
    assert_eq!((moon.name.as_str(), moon.ask.as_str()), ("Moon", "What is the moon made of?\nChoose & say."));
    assert_eq!((options(moon), reasons(moon), moon.key), (vec!["Cheese", "Rock"], vec!["", ""], 1));
    assert_eq!((moon.explanation.as_str(), moon.competency.as_str()), ("See nobody.", "AL"));
    assert_eq!((options(dragons), dragons.key), (vec!["One", "Seven", "Nine"], 0));
    let of_questions = taken.left.iter().filter(|left| left.place.number.is_some()).cloned().collect::<Vec<_>>();
    let expected = [
        part(Part::Markup),
        part(Part::Tag("invented".into())),
        part(Part::Markup),
        part(Part::Media),
        part(Part::Column("Hint".into())),
        What::SeveralKeys,
        What::OtherKind("card".into()),
    ];
    assert_eq!(whats(&of_questions), expected);
}

#[test]
fn a_package_of_genanki_is_read() {
    let taken = read(GENANKI, None, "x.apkg").unwrap();
    holds_the_notes(&taken);
    assert!(!whats(&taken.left).contains(&part(Part::Scheduling)));
}

#[test]
fn packages_of_anki_are_read_and_not_their_stubs() {
    for bytes in [LEGACY, MODERN, WHOLE] {
        let taken = read(bytes, None, "x.apkg").unwrap();
        holds_the_notes(&taken);
        assert!(whats(&taken.left).contains(&part(Part::Scheduling)));
    }
}
