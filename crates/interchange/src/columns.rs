//! The names of columns and fields, as people and programs write them.

use crate::draft::Draft;
use crate::limits::MOST_OPTIONS;
use crate::question::letter;
use crate::text::{begins, one_line, tidy};
use crate::{Choice, Part, Question};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    Name,
    Ask,
    Option(usize),
    Why(usize),
    Key,
    Explanation,
    Competency,
    Level,
    Setting,
    Source,
}

/// What a column of this name holds, whatever its capitals, spaces and signs.
pub(crate) fn column(name: &str) -> Option<Column> {
    let name: String = name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let known = match name.as_str() {
        "name" | "id" | "title" | "questionname" | "questiontitle" => Column::Name,
        "question" | "ask" | "stem" | "prompt" | "questiontext" => Column::Ask,
        "key" | "answer" | "answers" | "correct" | "correctanswer" | "correctoption" | "answerkey" => Column::Key,
        "explanation" | "feedback" | "rationale" | "generalfeedback" => Column::Explanation,
        "competency" | "category" => Column::Competency,
        "level" | "difficulty" => Column::Level,
        "setting" => Column::Setting,
        "source" | "sources" | "reference" => Column::Source,
        _ => return numbered(&name),
    };
    Some(known)
}

fn numbered(name: &str) -> Option<Column> {
    for before in ["why", "explanation", "feedback", "rationale", "reason"] {
        if let Some(index) = name.strip_prefix(before).and_then(index) {
            return Some(Column::Why(index));
        }
    }
    let stem = ["option", "choice", "answer", "q"].into_iter().find_map(|before| name.strip_prefix(before));
    stem.and_then(index).or_else(|| index(name).filter(|_| name.starts_with(char::is_alphabetic))).map(Column::Option)
}

/// The place of an option by its letter or its number.
fn index(text: &str) -> Option<usize> {
    let found = match text.as_bytes() {
        [letter @ (b'a'..=b'z')] => usize::from(letter - b'a'),
        [digit @ (b'1'..=b'9')] => usize::from(digit - b'1'),
        _ => return None,
    };
    // One more than are taken, so that too many are noticed.
    (found <= MOST_OPTIONS).then_some(found)
}

/// A row while it is read: a question, and the key, which waits until all options are known.
#[derive(Debug, Default)]
pub(crate) struct Row {
    pub(crate) draft: Draft,
    key: String,
}

impl Row {
    /// Puts a text where its column belongs. An empty one changes nothing; one that another column says otherwise is left, but
    /// explanations come one after the other.
    pub(crate) fn put(&mut self, column: Column, name: &str, text: String) {
        if text.is_empty() {
            return;
        }
        let question = &mut self.draft.question;
        let place = match column {
            Column::Name => &mut question.name,
            Column::Ask => &mut question.ask,
            Column::Key => &mut self.key,
            Column::Competency => &mut question.competency,
            Column::Setting => &mut question.setting,
            Column::Source => &mut question.source,
            Column::Option(index) => &mut option(question, index).text,
            Column::Why(index) => &mut option(question, index).why,
            Column::Explanation => return self.draft.explain(&text),
            Column::Level => return self.level(name, &text),
        };
        if place.is_empty() {
            *place = text;
        } else if *place != text {
            self.draft.leave(Part::SecondColumn(begins(name)));
        }
    }

    fn level(&mut self, name: &str, text: &str) {
        let before = self.draft.question.level;
        self.draft.level(text);
        if before.is_some() && self.draft.question.level != before {
            self.draft.question.level = before;
            self.draft.leave(Part::SecondColumn(begins(name)));
        }
    }

    /// Finds the keys, and takes out the options that were not filled in. A reason without its option becomes part of the
    /// explanation.
    pub(crate) fn close(self) -> Draft {
        let Self { mut draft, key } = self;
        let options = std::mem::take(&mut draft.question.options);
        let texts: Vec<String> = options.iter().map(|option| tidy(&option.text)).collect();
        let keys = keys(&key, &texts);
        for (index, option) in options.into_iter().enumerate() {
            if texts[index].is_empty() {
                draft.explain(&option.why);
                continue;
            }
            if keys.contains(&index) {
                draft.keys.push(draft.question.options.len());
            }
            draft.question.options.push(option);
        }
        draft
    }
}

fn option(question: &mut Question, index: usize) -> &mut Choice {
    while question.options.len() <= index {
        question.options.push(Choice::default());
    }
    &mut question.options[index]
}

/// Which options a key names: by letter, by its own words, by number, or by a row of ones and noughts.
fn keys(key: &str, options: &[String]) -> Vec<usize> {
    let key = one_line(key);
    let filled = |index: &usize| options.get(*index).is_some_and(|option| !option.is_empty());
    let words = by_words(&key, options);
    if let [only] = key.as_bytes()
        && only.is_ascii_alphabetic()
    {
        let by_letter = (0..options.len()).find(|index| letter(*index) == char::from(only.to_ascii_uppercase()));
        return by_letter.filter(filled).map_or(words, |index| vec![index]);
    }
    if !words.is_empty() {
        return words;
    }
    let parts: Vec<&str> = key.split([',', ';', ' ', '/', '|', '.', ')']).filter(|part| !part.is_empty()).collect();
    let is_row = parts.len() > 1 && parts.len() <= options.len() && parts.iter().all(|part| ["0", "1"].contains(part));
    if is_row {
        return (0..parts.len()).filter(|index| parts[*index] == "1").filter(filled).collect();
    }
    let named: Option<Vec<usize>> = parts.iter().map(|part| index(&part.to_lowercase()).filter(filled)).collect();
    named.unwrap_or_default()
}

/// Which options say what the key says, whatever the capitals where none says it with the same.
fn by_words(key: &str, options: &[String]) -> Vec<usize> {
    let same = |form: fn(String) -> String| {
        let key = form(key.to_owned());
        let says = |index: &usize| !key.is_empty() && form(one_line(&options[*index])) == key;
        (0..options.len()).filter(says).collect::<Vec<usize>>()
    };
    let exactly = same(|text| text);
    if exactly.is_empty() { same(|text| text.to_lowercase()) } else { exactly }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_known_by_many_names() {
        for (name, expected) in [
            ("Question", Some(Column::Ask)),
            ("question_text", Some(Column::Ask)),
            ("A", Some(Column::Option(0))),
            ("Option 3", Some(Column::Option(2))),
            ("choice_h", Some(Column::Option(7))),
            ("Q_1", Some(Column::Option(0))),
            ("why_A", Some(Column::Why(0))),
            ("WhyH", Some(Column::Why(7))),
            ("Feedback B", Some(Column::Why(1))),
            ("Correct Answer", Some(Column::Key)),
            ("Answer", Some(Column::Key)),
            ("Answer A", Some(Column::Option(0))),
            ("1", None),
            ("QType", None),
            ("Front", None),
        ] {
            assert_eq!(column(name), expected, "{name}");
        }
    }

    #[test]
    fn of_two_columns_for_the_same_neither_is_dropped_in_silence() {
        let mut row = Row::default();
        for (name, text) in [
            ("ID", "Q1"),
            ("Title", ""),
            ("Question", "Who?"),
            ("Prompt", "Who?"),
            ("A", "Me"),
            ("B", "You"),
            ("Answer", "B"),
            ("Correct", ""),
            ("Feedback", "You do."),
            ("Explanation", "So it is."),
            ("Category", "AL"),
            ("Competency", "EM"),
            ("Level", "1"),
            ("Level", "1,0"),
            ("Difficulty", "2"),
        ] {
            row.put(column(name).unwrap(), name, text.to_owned());
        }
        let draft = row.close();
        assert_eq!((draft.question.name.as_str(), &draft.keys[..]), ("Q1", &[1][..]), "an empty cell says nothing");
        assert_eq!(draft.question.explanation, "You do.\nSo it is.");
        assert_eq!((draft.question.competency.as_str(), draft.question.level), ("AL", Some(1.0)));
        let second = |name: &str| Part::SecondColumn(name.to_owned());
        assert_eq!(draft.left, [second("Competency"), second("Difficulty")]);
    }

    #[test]
    fn a_key_is_a_letter_a_number_words_or_a_row() {
        let options = ["Go".to_owned(), "Stay".to_owned(), "2".to_owned()];
        for (key, expected) in [
            ("b", vec![1]),
            ("1", vec![0]),
            ("2", vec![2]),
            (" Stay ", vec![1]),
            ("B)", vec![1]),
            ("0 1 0", vec![1]),
            ("1 1 0", vec![0, 1]),
            ("A, B", vec![0, 1]),
            ("E", vec![]),
            ("", vec![]),
            ("Leave", vec![]),
        ] {
            assert_eq!(keys(key, &options), expected, "{key}");
        }
    }
}
