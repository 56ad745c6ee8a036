//! A quiz of Moodle becomes questions.

use super::texts::{words, words_of};
use crate::draft::Draft;
use crate::text::begins;
use crate::xml::Node;
use crate::{Format, Part, Place, Taken, Unreadable, What, tags};

/// Reads a file.
pub(crate) fn read(quiz: &Node) -> Result<Taken, Unreadable> {
    if quiz.name != "quiz" {
        return Err(Unreadable::NotKnown);
    }
    let mut taken = Taken::of(Format::MoodleXml);
    let mut competency = String::new();
    for question in quiz.elements() {
        let kind = question.attribute("type").unwrap_or_default();
        match (question.name.as_str(), kind) {
            ("question", "category") => {
                let path = question.child("category").map(|node| node.words_of("text")).unwrap_or_default();
                competency = tags::competency_of(&path).unwrap_or_default().to_owned();
                if competency.is_empty() {
                    taken.part(Part::Category(path));
                }
            }
            ("question", "multichoice" | "truefalse") => take(question, &competency, &mut taken)?,
            ("question", kind) => leave(question, kind, &mut taken)?,
            (name, _) => taken.part(Part::Column(name.to_owned())),
        }
    }
    Ok(taken)
}

fn leave(question: &Node, kind: &str, taken: &mut Taken) -> Result<(), Unreadable> {
    let name = question.child("name").map(|node| node.words_of("text")).unwrap_or_default();
    let place = Place { number: Some(taken.next()), name: begins(&name), ..Place::default() };
    taken.leave(place, What::OtherKind(kind.to_owned()))
}

fn take(node: &Node, competency: &str, taken: &mut Taken) -> Result<(), Unreadable> {
    let mut draft = Draft::default();
    let format = node.child("questiontext").and_then(|text| text.attribute("format")).unwrap_or("html");
    draft.question.name = node.child("name").map(|name| name.words_of("text")).unwrap_or_default();
    draft.question.ask = words_of(node, "questiontext", format, &mut draft);
    draft.question.explanation = words_of(node, "generalfeedback", format, &mut draft);
    for answer in node.all("answer") {
        let text = words(answer, format, &mut draft);
        let why = words_of(answer, "feedback", format, &mut draft);
        let points = answer.attribute("fraction").unwrap_or_default().trim().parse().unwrap_or(0.0);
        draft.option(truth(node, text), why, points);
    }
    describe(node, format, &mut draft);
    if draft.question.competency.is_empty() {
        competency.clone_into(&mut draft.question.competency);
    } else if !competency.is_empty() && competency != draft.question.competency {
        draft.leave(Part::Category(competency.to_owned()));
    }
    draft.settle(Place::default(), taken)
}

/// Moodle shows the answers `true` and `false` in its own words.
fn truth(node: &Node, text: String) -> String {
    match (node.attribute("type"), text.as_str()) {
        (Some("truefalse"), "true") => "True".to_owned(),
        (Some("truefalse"), "false") => "False".to_owned(),
        _ => text,
    }
}

/// What a further try costs where nobody chose it, and what one costs that is none: of two answers, and of an exam.
const USUAL_PENALTIES: [f64; 4] = [0.0, 0.1, 1.0 / 3.0, 1.0];

/// How Moodle numbers answers where nobody chose it, and as nobody sees it.
const USUAL_NUMBERING: [&str; 4] = ["", "abc", "ABCD", "none"];

/// What is said besides: tags are kept where a question has a place for them.
fn describe(node: &Node, format: &str, draft: &mut Draft) {
    let id = node.words_of("idnumber");
    if draft.question.name.is_empty() {
        draft.question.name = id;
    } else if !id.is_empty() && id != draft.question.name {
        draft.leave(Part::OtherName(id));
    }
    for tag in node.child("tags").into_iter().flat_map(|tags| tags.all("tag")) {
        tags::take(draft, &tag.words_of("text"));
    }
    for name in ["correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"] {
        if !words_of(node, name, format, &mut Draft::default()).is_empty() {
            draft.leave(Part::CombinedFeedback);
        }
    }
    let number = |name: &str| node.words_of(name).parse::<f64>().ok();
    if number("defaultgrade").is_some_and(|grade| (grade - 1.0).abs() > 1e-6) {
        draft.leave(Part::Weights);
    }
    if number("hidden").is_some_and(|hidden| hidden != 0.0) {
        draft.leave(Part::Hidden);
    }
    if number("penalty").is_some_and(|penalty| USUAL_PENALTIES.iter().all(|usual| (penalty - usual).abs() > 1e-4)) {
        draft.leave(Part::Penalty);
    }
    let stands = matches!(node.words_of("shuffleanswers").as_str(), "0" | "false");
    if stands || !USUAL_NUMBERING.contains(&node.words_of("answernumbering").as_str()) {
        draft.leave(Part::Arrangement);
    }
    if node.all("hint").any(|hint| !hint.words_of("text").is_empty()) {
        draft.leave(Part::Hints);
    }
}
