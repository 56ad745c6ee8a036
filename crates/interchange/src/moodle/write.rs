//! Questions become a quiz of Moodle. Texts are said to be plain, so that nobody looks for HTML in them.

use std::fmt::Write;

use quick_xml::escape::escape;

use crate::{Left, Place, Question, What, Written, tags};

/// Makes a file.
pub(crate) fn write(questions: &[Question], title: &str) -> Written {
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n".to_owned();
    let mut left = Vec::new();
    if let Some(category) = tags::category(title) {
        let path = format!("$course$/top/{category}");
        let _ = writeln!(xml, "<question type=\"category\"><category>{}</category></question>", text(&path));
    }
    for (index, question) in questions.iter().enumerate() {
        let (tags, parts) = tags::of(question);
        let place = Place { number: Some(index + 1), name: question.name.clone(), ..Place::default() };
        left.extend(parts.into_iter().map(|part| Left { place: place.clone(), what: What::Part(part) }));
        add(&mut xml, question, &tags);
    }
    xml.push_str("</quiz>\n");
    Written { bytes: xml.into_bytes(), left }
}

fn add(xml: &mut String, question: &Question, tags: &[String]) {
    let _ = writeln!(xml, "<question type=\"multichoice\">");
    let _ = writeln!(xml, "  <name>{}</name>", text(&question.name));
    let _ = writeln!(xml, "  <questiontext format=\"plain_text\">{}</questiontext>", text(&question.ask));
    let explanation = text(&question.explanation);
    let _ = writeln!(xml, "  <generalfeedback format=\"plain_text\">{explanation}</generalfeedback>");
    xml.push_str("  <defaultgrade>1.0</defaultgrade>\n  <penalty>0.3333333</penalty>\n  <hidden>0</hidden>\n");
    xml.push_str("  <single>true</single>\n  <shuffleanswers>true</shuffleanswers>\n");
    xml.push_str("  <answernumbering>ABCD</answernumbering>\n");
    for (index, option) in question.options.iter().enumerate() {
        let fraction = if index == question.key { 100 } else { 0 };
        let (words, why) = (text(&option.text), text(&option.why));
        let _ = write!(xml, "  <answer fraction=\"{fraction}\" format=\"plain_text\">{words}");
        let _ = writeln!(xml, "<feedback format=\"plain_text\">{why}</feedback></answer>");
    }
    if !tags.is_empty() {
        let tags: String = tags.iter().map(|tag| format!("<tag>{}</tag>", text(tag))).collect();
        let _ = writeln!(xml, "  <tags>{tags}</tags>");
    }
    xml.push_str("</question>\n");
}

fn text(words: &str) -> String {
    format!("<text>{}</text>", escape(words))
}
