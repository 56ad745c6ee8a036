//! Aiken as it is found.

use super::{options, part, read, whats};
use crate::{Format, Part, What};

#[test]
fn questions_have_options_with_brackets_or_full_stops() {
    let taken = read(
        "What is it?\r\nSay which.\r\nA) This\r\nB) That\r\nANSWER: B\r\n\r\nAnd now?\r\nA. One\r\n\r\nB. Two\r\nanswer:A",
        Format::Aiken,
    );
    assert_eq!(taken.left, []);
    assert_eq!(taken.questions[0].ask, "What is it?\nSay which.");
    assert_eq!((options(&taken.questions[0]), taken.questions[0].key), (vec!["This", "That"], 1));
    assert_eq!((options(&taken.questions[1]), taken.questions[1].key), (vec!["One", "Two"], 0));
}

#[test]
fn an_error_ends_with_its_question_and_has_its_line() {
    let text = "Few?\nA) One\nANSWER: A\n\nA) x\nB) y\nANSWER: A\n\nNo key?\nA) x\nB) y\n\nGood?\nA) x\nB) y\nANSWER: B\n\n\
        Which?\nA) x\nB) y\nANSWER: C\n\nBoth?\nA) x\nB) y\nANSWER: A, B\n\nOrder?\nB) x\nA) y\nANSWER: A\nLast?";
    let taken = read(text, Format::Aiken);
    assert_eq!(taken.questions.len(), 1);
    let expected = [
        (1, 1, What::TooFewOptions),
        (2, 5, What::NoText),
        (3, 9, What::NoKey),
        (5, 18, What::NoKey),
        (6, 23, What::SeveralKeys),
        (7, 28, What::IllFormed),
        (8, 32, What::TooFewOptions),
    ];
    let found = taken.left.iter().map(|left| (left.place.number.unwrap(), left.place.line.unwrap(), left.what.clone()));
    assert_eq!(found.collect::<Vec<_>>(), expected);
}

#[test]
fn a_space_may_be_missing_where_the_letter_is_waited_for() {
    let taken = read("Who?\nA)Yes\nB)No\nANSWER: A", Format::Aiken);
    assert_eq!(options(&taken.questions[0]), ["Yes", "No"]);
    let taken = read("Who?\nA.J. Smith says\nA) Yes\nB) No\nANSWER: A", Format::Aiken);
    assert_eq!(taken.questions[0].ask, "Who?\nA.J. Smith says");
}

#[test]
fn what_would_be_read_as_something_else_is_not_written() {
    let mistakable = crate::Question { ask: "A) or B)?".into(), ..super::bare() };
    let broken = crate::Question { ask: "Which?\nANSWER: this one".into(), ..super::bare() };
    let written = crate::write(Format::Aiken, &[mistakable, broken, super::bare()], "").unwrap();
    assert_eq!(whats(&written.left), [What::Mistakable, part(Part::LineBreaks)]);
    let taken = crate::read(&written.bytes, None, "").unwrap();
    assert_eq!((taken.format, taken.questions.len()), (Format::Aiken, 2));
    assert_eq!(taken.questions[0].ask, "Which? ANSWER: this one");
}
