use ground::words::Catalogue;
use proptest::prelude::*;

use super::*;

fn now() -> Moment {
    Moment::parse_rfc3339("2026-11-22T12:00:00Z").unwrap()
}

fn new(english: &str, kind: Kind) -> NewQuestion {
    NewQuestion { kind, english: english.to_owned(), spanish: None }
}

fn question(number: usize, kind: Kind) -> OwnQuestion {
    OwnQuestion::added(&new(&format!("Question {number}"), kind), &[], now()).unwrap()
}

fn key<T: std::fmt::Debug>(refused: Result<T>) -> &'static str {
    match refused.unwrap_err() {
        Error::Refused(refusal) => refusal.key,
        error => panic!("{error}"),
    }
}

#[test]
fn there_are_ten_at_most_and_none_twice() {
    let asked: Vec<OwnQuestion> = (0..10).map(|number| question(number, Kind::Agreement)).collect();
    assert!(OwnQuestion::added(&new("Another", Kind::Words), &asked[..9], now()).is_ok());
    assert_eq!(key(OwnQuestion::added(&new("Another", Kind::Words), &asked, now())), "own-question-enough");
    assert_eq!(key(OwnQuestion::added(&new("QUESTION 3", Kind::Words), &asked[..9], now())), "own-question-twice");
}

#[test]
fn it_is_retired_once() {
    let retired = question(1, Kind::Words).retired(now()).unwrap();
    assert_eq!(retired.retired_at, Some(now()));
    assert_eq!(key(retired.retired(now())), "own-question-retired-before");
}

#[test]
fn without_a_spanish_sentence_the_english_one_is_shown_and_said_to_be_english() {
    let catalogue = Catalogue::gather(&[ground::words::SENTENCES]).unwrap();
    let w = catalogue.speak(Language::Spanish);
    let english = question(1, Kind::Words);
    assert_eq!((english.sentence(&w), english.spoken(&w)), ("Question 1", Language::English));
    let both = OwnQuestion { spanish: Some("Pregunta 1".to_owned()), ..english };
    assert_eq!((both.sentence(&w), both.spoken(&w)), ("Pregunta 1", Language::Spanish));
    let w = catalogue.speak(Language::English);
    assert_eq!((both.sentence(&w), both.spoken(&w)), ("Question 1", Language::English));
}

#[test]
fn what_is_typed_is_read_and_what_is_wrong_stands_beside_its_field() {
    let typed = |english: &str, kind: &str| Fields::default().set("english", english).set("kind", kind);
    let read = NewQuestion::read(&mut typed(" The gate is lit. ", "agreement")).unwrap();
    assert_eq!(read, new("The gate is lit.", Kind::Agreement));
    let mut wrong = typed("x", "stars").set("spanish", "y".repeat(201));
    assert_eq!(NewQuestion::read(&mut wrong), None);
    assert!(["english", "kind", "spanish"].iter().all(|field| wrong.problem(field).is_some()));
}

#[test]
fn answers_belong_to_the_question_of_their_place() {
    let asked = [question(1, Kind::Agreement), question(2, Kind::Words), question(3, Kind::Agreement)];
    let mut fields = Fields::default().set("own_1", "7").set("own_2", "Lamps.").set("own_3", "").set("own_4", "1");
    let read = read(&mut fields, &asked).unwrap();
    let wanted =
        [(asked[0].id.clone(), OwnAnswer::Step(7)), (asked[1].id.clone(), OwnAnswer::Words("Lamps.".to_owned()))];
    assert_eq!(read, wanted);
    assert_eq!(super::read(&mut Fields::default().set("own_3", "8"), &asked), None);
    let told = told(asked.to_vec(), &read);
    assert_eq!(told.iter().map(|one| one.answers).collect::<Vec<_>>(), [1, 1, 0]);
    assert_eq!(
        (told[0].reading.as_ref(), &told[1].words),
        (Some(&Reading::Single(vec![7.0])), &vec!["Lamps.".to_owned()])
    );
    assert_eq!(told[1].reading, None);
}

proptest! {
    #[test]
    fn no_answer_is_lost_and_none_is_counted_elsewhere(steps in prop::collection::vec((0..4_usize, 1..=7_i64), 0..40)) {
        let asked: Vec<OwnQuestion> = (0..3).map(|number| question(number, Kind::Agreement)).collect();
        let stranger = question(9, Kind::Agreement);
        let of = |which: usize| asked.get(which).map_or(&stranger, |question| question).id.clone();
        let given: Vec<_> = steps.iter().map(|(which, step)| (of(*which), OwnAnswer::Step(*step))).collect();
        let told = told(asked.clone(), &given);
        prop_assert_eq!(told.iter().map(|one| one.answers).sum::<usize>(), steps.iter().filter(|(which, _)| *which < 3).count());
    }
}
