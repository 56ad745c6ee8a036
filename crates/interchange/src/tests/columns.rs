//! Tables as they are found.

use super::{options, part, read, reasons, whats};
use crate::{Format, Part, Unreadable, What, write};

#[test]
fn semicolons_marks_quotes_and_other_names_are_read() {
    let text = "\u{feff}Title;Question;Option A;Option B;Option C;Correct Answer;Feedback A;Notes;Difficulty\r\n\
        Q1;\"Say \"\"hello\"\";\nor not?\";Yes;No;;no;Polite;mine;0,5\r\n;;;;;;;;\r\n";
    let taken = crate::read(text.as_bytes(), None, "x.txt").unwrap();
    let question = &taken.questions[0];
    assert_eq!(taken.format, Format::Csv);
    assert_eq!((question.name.as_str(), question.ask.as_str()), ("Q1", "Say \"hello\";\nor not?"));
    assert_eq!((options(question), reasons(question)), (vec!["Yes", "No"], vec!["Polite", ""]));
    assert_eq!((question.key, question.level), (1, Some(0.5)));
    assert_eq!(whats(&taken.left), [part(Part::Column("Notes".into()))]);
}

#[test]
fn each_row_that_is_no_question_has_its_line() {
    let text = "question,A,B,C,key,level\nOne,a,b,,B,\n\"Two\nlines\",a,b,,,x\nThree,a,b,c,\"A,B\",\nFour,a,,c,3,\nFive,a,,,A,\nSix,a,b,,a,hard\n";
    let taken = read(text, Format::Csv);
    assert_eq!(taken.questions.iter().map(|question| question.key).collect::<Vec<_>>(), [1, 1, 0]);
    let found: Vec<_> = taken.left.iter().map(|left| (left.place.line, left.what.clone())).collect();
    assert_eq!(
        found,
        [
            (Some(3), What::NoKey),
            (Some(5), What::SeveralKeys),
            (Some(7), What::TooFewOptions),
            (Some(8), part(Part::NotANumber("hard".into()))),
        ]
    );
}

#[test]
fn nothing_that_is_written_is_a_formula() {
    let mut question = super::full();
    question.ask = "=HYPERLINK(\"x\")".into();
    question.options[0].text = "+1".into();
    question.options[1].why = "@x".into();
    question.source = "'-1".into();
    let written = write(Format::Csv, &[question.clone()], "").unwrap();
    let text = String::from_utf8(written.bytes.clone()).unwrap();
    assert!(
        text.contains("\"'=HYPERLINK") && text.contains(",'+1,") && text.contains(",'@x,") && text.contains("''-1")
    );
    assert!(text.contains(",-0.25,"));
    assert_eq!(crate::read(&written.bytes, None, "").unwrap().questions, [question]);
}

#[test]
fn letters_of_windows_are_guessed_and_said() {
    let taken = crate::read(b"question,A,B,key\nWas ist \x84caf\xe9\x93?,a,b,A\n", None, "x.csv").unwrap();
    assert_eq!(taken.questions[0].ask, "Was ist \u{201e}caf\u{e9}\u{201c}?");
    assert_eq!(whats(&taken.left), [part(Part::Letters)]);
}

#[test]
fn a_table_without_the_names_is_not_known() {
    assert_eq!(crate::read(b"a,b\n1,2\n", None, "x.csv"), Err(Unreadable::NotKnown));
    assert_eq!(crate::read(b"a,b\n1,2\n", Some(Format::Csv), ""), Err(Unreadable::NotKnown));
    assert_eq!(crate::read(b"", None, ""), Err(Unreadable::Empty));
    assert_eq!(crate::read(b" \n", None, ""), Err(Unreadable::Empty));
    assert_eq!(crate::read(&vec![b'x'; (20 << 20) + 1], None, ""), Err(Unreadable::TooLarge));
    assert_eq!(crate::read(b"hello", None, "x.txt"), Err(Unreadable::NotKnown));
}
