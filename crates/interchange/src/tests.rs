//! What holds for every format, and the traps of each.

mod aiken;
mod anki;
mod columns;
mod gift;
mod hostile;
mod moodle;
mod packages;
mod qti;
mod reference;
mod round_trip;

use crate::{Choice, Format, Left, Part, Question, Taken, What};

/// A question that has everything.
fn full() -> Question {
    Question {
        name: "CR-001".into(),
        ask: "A visitor waits: \"Nobody came!\"\nWhat do you say first?".into(),
        options: vec![
            Choice { text: "{I} am = sorry & <late>".into(), why: "It names what happened; # 1 is to listen.".into() },
            Choice { text: "50 % of \\new visitors wait".into(), why: "It excuses: nobody asked -> ever.".into() },
            Choice { text: "Please ~ wait".into(), why: String::new() },
        ],
        key: 1,
        explanation: "First the person,\n\nthen the rule.".into(),
        competency: "AL".into(),
        level: Some(-0.25),
        setting: "shopping_centre".into(),
        source: "BPC 7583.7(a), 2024".into(),
    }
}

/// A question that has only what it must.
fn bare() -> Question {
    Question {
        ask: "Which?".into(),
        options: vec![
            Choice { text: "This".into(), why: String::new() },
            Choice { text: "That".into(), why: String::new() },
        ],
        ..Question::default()
    }
}

fn read(text: &str, format: Format) -> Taken {
    crate::read(text.as_bytes(), Some(format), "").unwrap()
}

/// What was left, without its place.
fn whats(left: &[Left]) -> Vec<What> {
    left.iter().map(|left| left.what.clone()).collect()
}

fn part(part: Part) -> What {
    What::Part(part)
}

/// The words of the options.
fn options(question: &Question) -> Vec<&str> {
    question.options.iter().map(|option| option.text.as_str()).collect()
}

/// The reasons of the options.
fn reasons(question: &Question) -> Vec<&str> {
    question.options.iter().map(|option| option.why.as_str()).collect()
}
