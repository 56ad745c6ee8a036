//! Moodle XML as it is found.

use super::{options, part, read, reasons, whats};
use crate::{Format, Part, Unreadable, What};

const QUIZ: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!-- question: 0  -->
<quiz>
<question type="category"><category><text>$course$/top/Guards/OC</text></category></question>
<question type="multichoice">
  <name><text>Gate</text></name>
  <questiontext format="html"><text><![CDATA[<p>At the <b>gate</b>&nbsp;<img src="@@PLUGINFILE@@/a.png"></p><p>What now?</p>]]></text>
    <file name="a.png" path="/" encoding="base64">iVBORw0KGgo=</file></questiontext>
  <generalfeedback format="html"><text>&lt;p&gt;Say what, why and how long.&lt;/p&gt;</text></generalfeedback>
  <defaultgrade>2</defaultgrade><penalty>0.25</penalty><hidden>0</hidden><idnumber>G-1</idnumber>
  <single>true</single><shuffleanswers>0</shuffleanswers><answernumbering>iii</answernumbering>
  <correctfeedback format="html"><text>Well done</text></correctfeedback>
  <answer fraction="0" format="html"><text><p>Wait</p></text><feedback format="html"><text>No.</text></feedback></answer>
  <answer fraction="100" format="plain_text"><text>Ask &lt;b&gt;</text><feedback format="html"><text>Yes.</text></feedback></answer>
  <hint format="html"><text>Think</text></hint>
  <tags><tag><text>night</text></tag><tag><text>setting:office</text></tag></tags>
</question>
<question type="truefalse"><name><text>TF</text></name><questiontext format="moodle_auto_format"><text>Guards
watch.</text></questiontext>
  <answer fraction="100"><text>true</text><feedback><text>They do.</text></feedback></answer>
  <answer fraction="0"><text>false</text><feedback><text></text></feedback></answer></question>
<question type="matching"><name><text>M</text></name></question>
<question type="multichoice"><name><text>Two</text></name><questiontext><text>Two?</text></questiontext>
  <answer fraction="50"><text>a</text></answer><answer fraction="50"><text>b</text></answer></question>
<question type="multichoice"><name><text>None</text></name><questiontext><text>None?</text></questiontext>
  <answer fraction="0"><text>a</text></answer><answer fraction="0"><text>b</text></answer></question>
</quiz>"#;

#[test]
fn a_quiz_is_read_and_what_is_lost_is_said() {
    // In an answer a paragraph that was not escaped is no text.
    let taken = read(&QUIZ.replace("<p>Wait</p>", "&lt;p&gt;Wait&lt;/p&gt;"), Format::MoodleXml);
    let [gate, truth] = &taken.questions[..] else { panic!("{taken:?}") };
    assert_eq!((gate.name.as_str(), gate.ask.as_str()), ("Gate", "At the gate\nWhat now?"));
    assert_eq!((options(gate), reasons(gate), gate.key), (vec!["Wait", "Ask <b>"], vec!["No.", "Yes."], 1));
    assert_eq!(gate.explanation, "Say what, why and how long.");
    assert_eq!((gate.competency.as_str(), gate.setting.as_str()), ("OC", "office"));
    assert_eq!(
        (truth.ask.as_str(), options(truth), reasons(truth)),
        ("Guards\nwatch.", vec!["True", "False"], vec!["They do.", ""])
    );
    let lost = [
        Part::Picture,
        Part::Markup,
        Part::OtherName("G-1".into()),
        Part::Tag("night".into()),
        Part::CombinedFeedback,
        Part::Weights,
        Part::Penalty,
        Part::Arrangement,
        Part::Hints,
    ];
    let (parts, wholes): (Vec<_>, Vec<_>) = taken.left.iter().partition(|left| !left.what.is_whole());
    assert_eq!(parts.iter().map(|left| left.what.clone()).collect::<Vec<_>>(), lost.map(part));
    let wholes: Vec<_> = wholes.iter().map(|left| (left.place.number, left.place.name.as_str(), &left.what)).collect();
    let matching = What::OtherKind("matching".into());
    assert_eq!(
        wholes,
        [(Some(3), "M", &matching), (Some(4), "Two", &What::SeveralKeys), (Some(5), "None", &What::NoKey)]
    );
}

#[test]
fn a_document_type_that_defines_words_is_refused() {
    let bomb = "<!DOCTYPE quiz [\n<!ENTITY a \"aaaaaaaaaa\">\n<!ENTITY b \"&a;&a;&a;&a;\">\n]>\n<quiz><question type=\"multichoice\"><name><text>&b;</text></name></question></quiz>";
    assert!(matches!(crate::read(bomb.as_bytes(), None, "x.xml"), Err(Unreadable::IllFormed { .. })));
    let cut = QUIZ.split("<question type=\"matching\">").next().unwrap();
    let lines = cut.lines().count();
    let read = crate::read(cut.as_bytes(), None, "x.xml");
    assert!(matches!(read, Err(Unreadable::IllFormed { line }) if line >= lines), "{read:?}");
}

#[test]
fn utf_16_is_read_by_its_mark() {
    let bytes: Vec<u8> = [0xff, 0xfe].into_iter().chain(QUIZ.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(crate::read(&bytes, None, "").unwrap().questions.len(), 1);
    assert!(whats(&crate::read(&bytes, None, "").unwrap().left).contains(&What::NoText));
}
