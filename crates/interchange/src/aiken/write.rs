//! Questions become Aiken, as far as it goes: it has no reasons, no explanations and no names.

use std::fmt::Write;

use super::{answer, option};
use crate::question::letter;
use crate::text::one_line;
use crate::{Left, Part, Place, Question, What, Written};

/// Makes a file.
pub(crate) fn write(questions: &[Question]) -> Written {
    let mut text = String::new();
    let mut left = Vec::new();
    for (index, question) in questions.iter().enumerate() {
        let place = Place { number: Some(index + 1), name: question.name.clone(), ..Place::default() };
        let mut leave = |what| left.push(Left { place: place.clone(), what });
        let is_broken = question.ask.lines().any(is_other);
        let ask = if is_broken { one_line(&question.ask) } else { question.ask.clone() };
        if is_other(&ask) {
            leave(What::Mistakable);
            continue;
        }
        parts(question, is_broken).into_iter().for_each(|part| leave(What::Part(part)));
        let _ = writeln!(text, "{ask}");
        for (index, option) in question.options.iter().enumerate() {
            let _ = writeln!(text, "{}) {}", letter(index), one_line(&option.text));
        }
        let _ = writeln!(text, "ANSWER: {}\n", letter(question.key));
    }
    Written { bytes: text.into_bytes(), left }
}

/// Whether a line would be read as an option, as a key, or as the end of the question.
fn is_other(line: &str) -> bool {
    line.is_empty() || option(line, 0).is_some() || answer(line).is_some()
}

fn parts(question: &Question, is_broken: bool) -> Vec<Part> {
    let has = [
        (!question.name.is_empty(), Part::Name),
        (question.has_reasons(), Part::Reasons),
        (!question.explanation.is_empty(), Part::Explanation),
        (!question.competency.is_empty(), Part::Competency),
        (question.level.is_some(), Part::Level),
        (!question.setting.is_empty(), Part::Setting),
        (!question.source.is_empty(), Part::Source),
        (is_broken || question.options.iter().any(|option| option.text.contains('\n')), Part::LineBreaks),
    ];
    has.into_iter().filter(|(has, _)| *has).map(|(_, part)| part).collect()
}
