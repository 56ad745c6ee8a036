//! What is written is read again.

use proptest::prelude::*;

use super::{bare, full};
use crate::limits::TEXT_CHARACTERS;
use crate::text::{one_line, tidy};
use crate::{Choice, Format, Part, Question, What, read, write};

/// Words with everything in them that some format takes for its own.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-z]{1,8}",
        2 => "[ -~]{1,6}",
        1 => "\\PC{1,4}",
        2 => prop::sample::select(vec![
            "{", "}", "~", "=", "#", "####", ":", "::", "\\", "\\n", "//", "->", "%50%", "[html]", "<b>", "<br>", "&amp;",
            "&", "]]>", "ANSWER: B", "A) x", "A.", "\n", "\n\n", "\t", "\r\n", "'", "=1", "\"", ";", ",", "[sound:x]",
            "\u{fdd0}", "\u{7}", "\u{a0}", "T", "$CATEGORY: x", "<!--", "{{A}}", "_____", "\u{1f}",
        ]).prop_map(str::to_owned),
    ];
    let glue = prop::sample::select(vec!["", " ", "  ", "\n"]);
    prop::collection::vec((piece, glue), 1..6)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, glue)| piece + glue).collect::<String>())
        .prop_map(|text| text.chars().take(TEXT_CHARACTERS).collect())
}

fn some_text() -> impl Strategy<Value = String> {
    text().prop_filter("says something", |text| !tidy(text).is_empty())
}

fn maybe_text() -> impl Strategy<Value = String> {
    prop_oneof![1 => Just(String::new()), 2 => text()]
}

fn question() -> impl Strategy<Value = Question> {
    let option = (some_text(), maybe_text()).prop_map(|(text, why)| Choice { text, why });
    let options = prop::collection::vec(option, 2..=8);
    let level = prop::option::of(-5.0..5.0_f64);
    let competency = prop_oneof!["", "[A-Z]{2}", maybe_text()];
    let others = (maybe_text(), competency, level, maybe_text(), maybe_text());
    (some_text(), options, any::<prop::sample::Index>(), maybe_text(), others)
        .prop_map(|(ask, options, key, name, (explanation, competency, level, setting, source))| {
            let key = key.index(options.len());
            Question { name, ask, options, key, explanation, competency, level, setting, source }
        })
        .prop_filter("options differ", |question| question.ready(1).is_ok())
}

/// What of a question a format carries, without what it said that it left.
fn carried(question: &Question, left: &[What]) -> Question {
    let mut question = question.ready(1).unwrap();
    let has = |part: Part| left.contains(&What::Part(part));
    if has(Part::LineBreaks) {
        for option in &mut question.options {
            option.text = one_line(&option.text);
        }
        if question.ask.lines().any(|line| line.is_empty() || !line.starts_with(char::is_lowercase)) {
            question.ask = one_line(&question.ask);
        }
    }
    if has(Part::Reasons) {
        question.options.iter_mut().for_each(|option| option.why.clear());
    }
    for (part, text) in [
        (Part::Name, &mut question.name),
        (Part::Explanation, &mut question.explanation),
        (Part::Competency, &mut question.competency),
        (Part::Setting, &mut question.setting),
        (Part::Source, &mut question.source),
    ] {
        if has(part) {
            text.clear();
        }
    }
    if has(Part::Level) {
        question.level = None;
    }
    question
}

fn comes_back(format: Format, questions: &[Question]) -> Result<(), TestCaseError> {
    let written = write(format, questions, "Some = title / {here}").unwrap();
    if written.left.iter().filter(|left| left.what.is_whole()).count() == questions.len() {
        return Ok(());
    }
    let taken = read(&written.bytes, Some(format), "").unwrap();
    prop_assert_eq!(taken.format, format);
    let expected: Vec<Question> = questions
        .iter()
        .enumerate()
        .map(|(index, question)| {
            let left = written.left.iter().filter(|left| left.place.number == Some(index + 1));
            (question, left.map(|left| left.what.clone()).collect::<Vec<What>>())
        })
        .filter(|(_, left)| !left.iter().any(What::is_whole))
        .map(|(question, left)| carried(question, &left))
        .collect();
    let mut questions = taken.questions;
    if format == Format::Aiken {
        // Line breaks of what is asked are kept where they can be.
        for (question, expected) in questions.iter_mut().zip(&expected) {
            if one_line(&question.ask) == one_line(&expected.ask) {
                question.ask.clone_from(&expected.ask);
            }
        }
    }
    prop_assert_eq!(questions, expected);
    // The title that the file was given is no question's; each format has a place of its own for it.
    let title = |what: &What| matches!(what, What::Part(Part::Category(_) | Part::Title(_)));
    prop_assert_eq!(taken.left.iter().filter(|left| !title(&left.what)).count(), 0);
    Ok(())
}

#[test]
fn what_is_plain_comes_back_from_every_format() {
    for format in Format::ALL {
        comes_back(format, &[full(), bare(), Question { name: "CR-001".into(), ..bare() }]).unwrap();
    }
}

#[test]
fn every_format_but_three_carries_everything() {
    for format in Format::ALL {
        let left: Vec<What> = write(format, &[full()], "").unwrap().left.into_iter().map(|left| left.what).collect();
        let expected = match format {
            Format::Gift | Format::MoodleXml => vec![Part::Source],
            Format::Aiken => vec![
                Part::Name,
                Part::Reasons,
                Part::Explanation,
                Part::Competency,
                Part::Level,
                Part::Setting,
                Part::Source,
            ],
            _ => vec![],
        };
        assert_eq!(left, expected.into_iter().map(What::Part).collect::<Vec<_>>(), "{format:?}");
    }
}

#[test]
fn a_file_is_known_by_what_it_holds() {
    for format in Format::ALL {
        let written = write(format, &[full(), bare()], "Title").unwrap();
        assert_eq!(read(&written.bytes, None, "questions").unwrap().format, format);
    }
}

/// A title may look like a competency, or end like one.
#[test]
fn a_title_is_no_competency() {
    for format in Format::ALL {
        for title in ["AL", "Day/DE", "a::b", "\"<&>\""] {
            let taken = read(&write(format, &[bare()], title).unwrap().bytes, Some(format), "").unwrap();
            assert_eq!(taken.questions, [bare()], "{format:?} {title}");
        }
    }
}

#[test]
fn writing_is_the_same_each_time() {
    for format in Format::ALL {
        assert_eq!(write(format, &[full()], "x").unwrap(), write(format, &[full()], "x").unwrap());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn gift(questions in prop::collection::vec(question(), 1..4)) {
        comes_back(Format::Gift, &questions)?;
    }

    #[test]
    fn aiken(questions in prop::collection::vec(question(), 1..4)) {
        comes_back(Format::Aiken, &questions)?;
    }

    #[test]
    fn moodle(questions in prop::collection::vec(question(), 1..4)) {
        comes_back(Format::MoodleXml, &questions)?;
    }

    #[test]
    fn qti_21(questions in prop::collection::vec(question(), 1..3)) {
        comes_back(Format::Qti21, &questions)?;
    }

    #[test]
    fn qti_22(questions in prop::collection::vec(question(), 1..3)) {
        comes_back(Format::Qti22, &questions)?;
    }

    #[test]
    fn qti_30(questions in prop::collection::vec(question(), 1..3)) {
        comes_back(Format::Qti30, &questions)?;
    }

    #[test]
    fn csv(questions in prop::collection::vec(question(), 1..4)) {
        comes_back(Format::Csv, &questions)?;
    }

    #[test]
    fn anki(questions in prop::collection::vec(question(), 1..4)) {
        comes_back(Format::Anki, &questions)?;
    }
}
