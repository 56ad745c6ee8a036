use proptest::prelude::*;

use super::*;

const ONE: &str = "01989aa0-0000-7000-8000-000000000001";
const TWO: &str = "01989aa0-0000-7000-8000-000000000002";

fn read(fields: &mut Fields) -> Option<HandedIn> {
    HandedIn::read(fields, Id::known("practice"))
}

#[test]
fn what_was_answered_is_read_and_what_was_not_is_left_out() {
    let mut fields = Fields::default()
        .set(&format!("answer-{ONE}"), "2")
        .set(&format!("guess-{ONE}"), "yes")
        .set(&format!("answer-{TWO}"), "")
        .set("answer-nobody", "1");
    let handed_in = read(&mut fields).unwrap();
    assert_eq!(handed_in.answers().unwrap(), [Given { wording_id: Id::known(ONE), chosen: Some(2), is_guess: true }]);
}

#[test]
fn nothing_and_far_too_much_are_no_practice() {
    assert!(read(&mut Fields::default()).is_none());
    assert!(read(&mut Fields::default().set(&format!("answer-{ONE}"), "two")).is_none());
    let name = |number: usize| format!("answer-01989aa0-0000-7000-8000-{number:012}");
    let mut many = (0..=QUESTIONS).fold(Fields::default(), |fields, number| fields.set(&name(number), "0"));
    assert!(read(&mut many).is_none());
    assert!(many.problem("").is_some());
}

#[test]
fn what_was_begun_least_comes_first() {
    let begun = BTreeMap::from([("AL".to_owned(), 3), ("DE".to_owned(), 0), ("PC".to_owned(), 1)]);
    assert_eq!(spread(&begun, 1), [("DE".to_owned(), 1)]);
    assert_eq!(spread(&begun, 3), [("DE".to_owned(), 2), ("PC".to_owned(), 1)]);
    assert_eq!(spread(&BTreeMap::new(), 5), []);
}

#[test]
fn what_is_preferred_takes_half_and_what_is_asked_no_more_takes_nothing() {
    let begun = BTreeMap::from([("AL".to_owned(), 0), ("DE".to_owned(), 9), ("PC".to_owned(), 7)]);
    let preferred = ["DE", "PC", "XX"].map(str::to_owned);
    assert_eq!(spread_preferred(&begun, &preferred, 5), [("PC".to_owned(), 2), ("DE".to_owned(), 1)]);
    assert_eq!(spread_preferred(&begun, &preferred, 10), [("PC".to_owned(), 3), ("DE".to_owned(), 2)]);
    assert_eq!(spread_preferred(&begun, &[], 10), []);
}

proptest! {
    #[test]
    fn as_many_are_spread_as_are_wanted(counts in proptest::collection::btree_map("[A-Z]{2}", 0_i64..50, 1..14), wanted in 0_usize..30) {
        let spread = spread(&counts, wanted);
        prop_assert_eq!(spread.iter().map(|(_, count)| *count).sum::<i64>(), i64::try_from(wanted).unwrap());
        prop_assert!(spread.iter().all(|(competency, _)| counts.contains_key(competency)));
    }
}
