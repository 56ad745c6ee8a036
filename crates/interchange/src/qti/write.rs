//! Questions become a package: a file for each, and the manifest.

use std::collections::HashSet;
use std::fmt::Write;

use quick_xml::escape::escape;

use super::Version;
use super::names::kebab;
use crate::package::pack;
use crate::question::letter;
use crate::{Question, Unwritable, Written};

/// What a question without a name is called in a package, where everything has one.
pub(super) const UNNAMED: &str = "UNNAMED";

/// The name under which the explanation is always shown.
const ALWAYS: &str = "ALWAYS";

/// Makes a package.
pub(crate) fn write(version: Version, questions: &[Question], title: &str) -> Result<Written, Unwritable> {
    let mut used = HashSet::new();
    let mut names = Vec::new();
    for (index, question) in questions.iter().enumerate() {
        let mut name = identifier(&question.name);
        // Folders of Windows do not tell capitals from small letters.
        if !used.insert(name.to_lowercase()) {
            name = format!("N{}_{name}", index + 1);
            used.insert(name.to_lowercase());
        }
        names.push(name);
    }
    let mut files = vec![(super::manifest::NAME.to_owned(), manifest(version, questions, &names, title).into_bytes())];
    for (question, name) in questions.iter().zip(&names) {
        files.push((path(name), item(version, question, name).into_bytes()));
    }
    Ok(Written { bytes: pack(&files)?, left: Vec::new() })
}

fn path(name: &str) -> String {
    format!("items/{name}.xml")
}

/// A name as QTI takes it: letters, digits, `_`, `-` and `.`, with a letter first.
pub(super) fn identifier(name: &str) -> String {
    let allowed = |letter: char| if letter.is_ascii_alphanumeric() || "_-.".contains(letter) { letter } else { '_' };
    let name: String = name.chars().map(allowed).collect();
    match name.chars().next() {
        None => UNNAMED.to_owned(),
        Some(first) if first.is_ascii_alphabetic() || first == '_' => name,
        Some(_) => format!("Q_{name}"),
    }
}

/// XML in the names of a version.
struct Xml {
    version: Version,
    text: String,
}

impl Xml {
    fn element(&self, name: &str) -> String {
        if self.version == Version::V30 { format!("qti-{}", kebab(name)) } else { name.to_owned() }
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        let _ = write!(self.text, "<{}", self.element(name));
        for (name, value) in attributes {
            let name = if self.version == Version::V30 { kebab(name) } else { (*name).to_owned() };
            let _ = write!(self.text, " {name}=\"{}\"", escape(*value));
        }
        self.text.push('>');
    }

    fn close(&mut self, name: &str) {
        let _ = write!(self.text, "</{}>", self.element(name));
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.open(name, attributes);
        self.close(name);
    }

    fn words(&mut self, text: &str) {
        let lines: Vec<String> = text.split('\n').map(|line| escape(line).into_owned()).collect();
        self.text.push_str(&lines.join("<br/>"));
    }

    fn value(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        self.words(text);
        self.close(name);
    }

    fn line(&mut self) {
        self.text.push('\n');
    }
}

fn item(version: Version, question: &Question, name: &str) -> String {
    let mut xml = Xml { version, text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned() };
    let namespace = version.namespace();
    xml.open(
        "assessmentItem",
        &[
            ("xmlns", namespace),
            ("identifier", name),
            ("title", &question.name),
            ("adaptive", "false"),
            ("timeDependent", "false"),
        ],
    );
    xml.line();
    declare(&mut xml, question);
    body(&mut xml, question);
    process(&mut xml, question);
    if !question.explanation.is_empty() {
        let shown = [("outcomeIdentifier", "EXPLANATION"), ("identifier", ALWAYS), ("showHide", "show")];
        xml.open("modalFeedback", &shown);
        if version == Version::V30 {
            xml.open("contentBody", &[]);
        }
        xml.text.push_str("<p>");
        xml.words(&question.explanation);
        xml.text.push_str("</p>");
        if version == Version::V30 {
            xml.close("contentBody");
        }
        xml.close("modalFeedback");
        xml.line();
    }
    xml.close("assessmentItem");
    xml.line();
    xml.text
}

fn declare(xml: &mut Xml, question: &Question) {
    let of = |name| [("identifier", name), ("cardinality", "single"), ("baseType", "identifier")];
    xml.open("responseDeclaration", &of("RESPONSE"));
    xml.open("correctResponse", &[]);
    xml.value("value", &[], &letter(question.key).to_string());
    xml.close("correctResponse");
    xml.close("responseDeclaration");
    xml.line();
    xml.open("outcomeDeclaration", &[("identifier", "SCORE"), ("cardinality", "single"), ("baseType", "float")]);
    xml.open("defaultValue", &[]);
    xml.value("value", &[], "0");
    xml.close("defaultValue");
    xml.close("outcomeDeclaration");
    xml.line();
    xml.empty("outcomeDeclaration", &of("FEEDBACK"));
    xml.line();
    if !question.explanation.is_empty() {
        xml.empty("outcomeDeclaration", &of("EXPLANATION"));
        xml.line();
    }
}

fn body(xml: &mut Xml, question: &Question) {
    xml.open("itemBody", &[]);
    xml.open("choiceInteraction", &[("responseIdentifier", "RESPONSE"), ("shuffle", "true"), ("maxChoices", "1")]);
    xml.line();
    xml.value("prompt", &[], &question.ask);
    xml.line();
    for (index, option) in question.options.iter().enumerate() {
        let name = letter(index).to_string();
        xml.open("simpleChoice", &[("identifier", &name)]);
        xml.words(&option.text);
        if !option.why.is_empty() {
            let shown = [("outcomeIdentifier", "FEEDBACK"), ("identifier", name.as_str()), ("showHide", "show")];
            xml.value("feedbackInline", &shown, &option.why);
        }
        xml.close("simpleChoice");
        xml.line();
    }
    xml.close("choiceInteraction");
    xml.close("itemBody");
    xml.line();
}

/// Shows the reason of what was chosen and the explanation, and gives a point where the key was chosen.
fn process(xml: &mut Xml, question: &Question) {
    xml.open("responseProcessing", &[]);
    xml.open("setOutcomeValue", &[("identifier", "FEEDBACK")]);
    xml.empty("variable", &[("identifier", "RESPONSE")]);
    xml.close("setOutcomeValue");
    if !question.explanation.is_empty() {
        xml.open("setOutcomeValue", &[("identifier", "EXPLANATION")]);
        xml.value("baseValue", &[("baseType", "identifier")], ALWAYS);
        xml.close("setOutcomeValue");
    }
    xml.open("responseCondition", &[]);
    xml.open("responseIf", &[]);
    xml.open("match", &[]);
    xml.empty("variable", &[("identifier", "RESPONSE")]);
    xml.empty("correct", &[("identifier", "RESPONSE")]);
    xml.close("match");
    xml.open("setOutcomeValue", &[("identifier", "SCORE")]);
    xml.value("baseValue", &[("baseType", "float")], "1");
    xml.close("setOutcomeValue");
    xml.close("responseIf");
    xml.close("responseCondition");
    xml.close("responseProcessing");
    xml.line();
}

fn manifest(version: Version, questions: &[Question], names: &[String], title: &str) -> String {
    let (namespace, schema, number) = match version {
        Version::V21 => ("http://www.imsglobal.org/xsd/imscp_v1p1", "QTIv2.1 Package", "1.0.0"),
        Version::V22 => ("http://www.imsglobal.org/xsd/imscp_v1p1", "QTIv2.2 Package", "1.0.0"),
        Version::V30 => ("http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1", "QTI Package", "3.0.0"),
    };
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
    let _ = writeln!(xml, "<manifest xmlns=\"{namespace}\" identifier=\"MANIFEST\">");
    let _ = write!(xml, "<metadata><schema>{schema}</schema><schemaversion>{number}</schemaversion>");
    if !title.is_empty() {
        xml.push_str(&lom(&format!("<title>{}</title>", string(title))));
    }
    xml.push_str("</metadata>\n<organizations/>\n<resources>\n");
    for (question, name) in questions.iter().zip(names) {
        let path = path(name);
        let kind = version.resource();
        let _ = write!(xml, "<resource identifier=\"R_{name}\" type=\"{kind}\" href=\"{path}\">");
        let keywords = keywords(question);
        if !keywords.is_empty() {
            let _ = write!(xml, "<metadata>{}</metadata>", lom(&keywords));
        }
        let _ = writeln!(xml, "<file href=\"{path}\"/></resource>");
    }
    xml.push_str("</resources>\n</manifest>\n");
    xml
}

/// The standard for metadata of learning objects, which every version of a manifest may hold.
fn lom(general: &str) -> String {
    format!("<lom xmlns=\"http://ltsc.ieee.org/xsd/LOM\"><general>{general}</general></lom>")
}

fn string(text: &str) -> String {
    format!("<string>{}</string>", escape(text))
}

fn keywords(question: &Question) -> String {
    let level = question.level.map(|level| level.to_string()).unwrap_or_default();
    let named = [
        ("competency", question.competency.as_str()),
        ("level", level.as_str()),
        ("setting", question.setting.as_str()),
        ("source", question.source.as_str()),
    ];
    let named = named.into_iter().filter(|(_, value)| !value.is_empty());
    named.map(|(name, value)| format!("<keyword>{}</keyword>", string(&format!("{name}:{value}")))).collect()
}
