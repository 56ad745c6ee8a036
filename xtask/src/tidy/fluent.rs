//! As much of Fluent's syntax (projectfluent.org, version 1.0) as the rules about words need:
//! which messages a file has, which variables and which other messages each one names.

use std::collections::BTreeSet;

/// A message or a term of a file.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Message {
    /// Its name; a term's begins with `-`.
    pub(super) key: String,
    pub(super) line: usize,
    /// The names after `$`.
    pub(super) variables: BTreeSet<String>,
    /// The messages and terms that it names.
    pub(super) mentions: BTreeSet<String>,
    text: String,
}

/// What a file says, and the lines that are not Fluent with the reason.
#[derive(Debug, Default)]
pub(super) struct Resource {
    pub(super) messages: Vec<Message>,
    pub(super) problems: Vec<(usize, &'static str)>,
}

/// Reads a file.
pub(super) fn parse(file: &str) -> Resource {
    let mut resource = Resource::default();
    for (index, line) in file.lines().enumerate() {
        // A line that closes a placeable may begin at the margin; others that go on are indented.
        let goes_on = line.starts_with([' ', '}']);
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        match (goes_on, resource.messages.last_mut(), opening(line)) {
            (true, Some(message), _) => {
                message.text.push('\n');
                message.text.push_str(line.trim());
            }
            (false, _, Some((key, text))) => resource.messages.push(Message {
                key: key.into(),
                line: index + 1,
                text: text.trim().into(),
                ..Message::default()
            }),
            _ => resource.problems.push((index + 1, "is no comment, message or indented line of one")),
        }
    }
    for message in &mut resource.messages {
        resource.problems.extend(fault(&message.text).map(|says| (message.line, says)));
        read_placeables(message);
    }
    resource
}

/// Splits `key = text`.
fn opening(line: &str) -> Option<(&str, &str)> {
    let (key, text) = line.split_once('=')?;
    let key = key.trim_end();
    let name = key.strip_prefix('-').unwrap_or(key);
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    is_name.then_some((key, text))
}

fn fault(text: &str) -> Option<&'static str> {
    if text.is_empty() {
        Some("says nothing")
    } else if text.matches('{').count() != text.matches('}').count() {
        Some("opens and closes braces unequally often")
    } else if text.contains("->") && !text.contains("*[") {
        Some("chooses without a default, such as `*[other]`")
    } else {
        None
    }
}

/// Finds what stands between braces: variables, and the names of other messages.
fn read_placeables(message: &mut Message) {
    for piece in message.text.split('{').skip(1) {
        let first = piece.trim_start();
        let name = leading_name(first.trim_start_matches('-'));
        let after = &first[first.len().min(name.len() + usize::from(first.starts_with('-')))..];
        let is_function = after.starts_with('(') && !first.starts_with('-');
        if !name.is_empty() && !is_function {
            message.mentions.insert(first[..first.len() - after.len()].to_string());
        }
        // A text in quotes is not looked into: `{ "$" }` writes the sign itself.
        let unquoted = piece.split('"').step_by(2);
        let inside = unquoted.map(|part| part.split('}').next().unwrap_or_default());
        let names = inside.flat_map(|part| part.split('$').skip(1)).map(leading_name);
        message.variables.extend(names.filter(|name| !name.is_empty()).map(String::from));
    }
}

/// The letters, digits, `-` and `_` that a text begins with; none when it begins with a digit.
fn leading_name(text: &str) -> &str {
    if !text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return "";
    }
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    &text[..text.find(|c| !is_part(c)).unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(file: &str) -> Message {
        let mut resource = parse(file);
        assert_eq!(resource.problems, []);
        assert_eq!(resource.messages.len(), 1);
        resource.messages.remove(0)
    }

    fn names(set: &BTreeSet<String>) -> Vec<&str> {
        set.iter().map(String::as_str).collect()
    }

    #[test]
    fn a_message_may_go_on_over_lines() {
        let message = one("# A comment\nhello = Hello,\n\n    { $name } and { $other }!\n");
        assert_eq!(message.key, "hello");
        assert_eq!(message.line, 2);
        assert_eq!(names(&message.variables), ["name", "other"]);
        assert!(message.mentions.is_empty());
    }

    #[test]
    fn a_choice_names_its_variables() {
        let message = one("late = { $days ->\n    [one] a day, { $who }\n   *[other] { NUMBER($days) } days\n}\n");
        assert_eq!(names(&message.variables), ["days", "who"]);
    }

    #[test]
    fn mentions_are_messages_and_terms_and_not_functions() {
        let message = one("about = { -brand } { save } { NUMBER($n) } { -brand(case: \"x\") } { \"save\" }\n");
        assert_eq!(names(&message.mentions), ["-brand", "save"]);
        assert_eq!(parse("-brand = Rapport\n").messages[0].key, "-brand");
    }

    #[test]
    fn a_sign_in_plain_text_or_quotes_is_no_variable() {
        assert!(one("price = 5 $us and { \"$quoted\" }\n").variables.is_empty());
    }

    #[test]
    fn what_is_not_fluent_is_said() {
        let problems = |file| parse(file).problems;
        assert_eq!(problems("just words\n"), [(1, "is no comment, message or indented line of one")]);
        assert_eq!(problems("    words\n").len(), 1);
        assert_eq!(problems("1key = a\n").len(), 1);
        assert_eq!(problems("a = b\nempty =\n"), [(2, "says nothing")]);
        assert_eq!(problems("a = { $b\n")[0].1, "opens and closes braces unequally often");
        assert!(problems("a = { $n ->\n  [one] b\n }\n")[0].1.contains("default"));
    }
}
