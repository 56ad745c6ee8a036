//! A question's file, in the names of versions 2.

use std::collections::BTreeMap;

use super::processing;
use crate::draft::{Draft, join};
use crate::limits::MOST_OPTIONS;
use crate::plain::of_node;
use crate::xml::Node;
use crate::{Part, What};

/// An option while it is read.
struct Answer {
    identifier: String,
    text: String,
    why: String,
}

/// Reads a question, or says why it is none.
pub(super) fn read(root: &Node) -> Result<Draft, What> {
    let body = root.child("itemBody").ok_or(What::NoText)?;
    let inside = body.inside();
    // Its words are made up anew for each person.
    if root.child("templateDeclaration").is_some() || inside.iter().any(|node| node.name == "printedVariable") {
        return Err(What::OtherKind("template".to_owned()));
    }
    let interaction = the_choice(&inside)?;
    if interaction.all("simpleChoice").count() > MOST_OPTIONS {
        return Err(What::TooManyOptions);
    }
    let mut draft = Draft::default();
    name(root, &mut draft);
    note(root, &inside, &mut draft);
    let (ask, feedback) = ask(body, interaction, &mut draft);
    draft.question.ask = ask;
    arrangement(interaction, &mut draft);
    let mut answers: Vec<Answer> = interaction.all("simpleChoice").map(|choice| answer(choice, &mut draft)).collect();
    draft.explain(&feedback);
    modal(root, &mut answers, &mut draft);
    let response = interaction.attribute("responseIdentifier").unwrap_or_default();
    let points = processing::points(root, response, &mut draft);
    for answer in answers {
        let points = points.get(&answer.identifier).copied().unwrap_or_default();
        draft.option(answer.text, answer.why, points);
    }
    Ok(draft)
}

/// The one interaction, where it is a choice.
fn the_choice<'a>(inside: &[&'a Node]) -> Result<&'a Node, What> {
    let is_interaction = |node: &&&Node| node.name.ends_with("Interaction");
    let mut found = inside.iter().filter(is_interaction);
    match (found.next(), found.next()) {
        (Some(one), None) if one.name == "choiceInteraction" => Ok(one),
        (Some(one), None) => Err(What::OtherKind(one.name.clone())),
        (Some(_), Some(_)) => Err(What::OtherKind("several interactions".to_owned())),
        (None, _) => Err(What::OtherKind("no interaction".to_owned())),
    }
}

/// Options that are to stay in their places are mixed here as all others are. Where nothing is said, nobody chose.
fn arrangement(interaction: &Node, draft: &mut Draft) {
    let is_fixed = |choice: &Node| choice.attribute("fixed") == Some("true");
    if interaction.attribute("shuffle") == Some("false") || interaction.all("simpleChoice").any(is_fixed) {
        draft.leave(Part::Arrangement);
    }
}

fn name(root: &Node, draft: &mut Draft) {
    let of = |name: &str| root.attribute(name).unwrap_or_default().trim().to_owned();
    let (title, identifier) = (of("title"), of("identifier"));
    let is_made_of_it = identifier.ends_with(&super::write::identifier(&title));
    draft.question.name = match (title.is_empty(), is_made_of_it) {
        (true, true) => String::new(),
        (true, false) => identifier.clone(),
        (false, _) => title,
    };
    if !is_made_of_it && !identifier.is_empty() && identifier != draft.question.name {
        draft.leave(Part::OtherName(crate::text::begins(&identifier)));
    }
}

/// Notes what stands around the question.
fn note(root: &Node, inside: &[&Node], draft: &mut Draft) {
    // An adaptive question is answered again and again, and scored by how often.
    if root.attribute("adaptive") == Some("true") {
        draft.leave(Part::Scoring);
    }
    for node in root.elements() {
        match node.name.as_str() {
            "assessmentStimulusRef" => draft.leave(Part::Stimulus),
            "stylesheet" => draft.leave(Part::Style),
            "rubricBlock" => draft.leave(Part::Rubric),
            "catalogInfo" | "companionMaterialsInfo" => draft.leave(Part::Aids),
            _ => {}
        }
    }
    if inside.iter().any(|node| matches!(node.name.as_str(), "rubricBlock" | "infoControl" | "templateBlock")) {
        draft.leave(Part::Rubric);
    }
}

/// What is asked: the words of the body, with those of the prompt in their place; and what is said afterwards.
fn ask(body: &Node, interaction: &Node, draft: &mut Draft) -> (String, String) {
    let mut feedback = String::new();
    let mut lost = Vec::new();
    let mut skips = |node: &Node| match node.name.as_str() {
        "feedbackBlock" | "feedbackInline" => {
            let (words, left) = of_node(node, &mut |_| false);
            join(&mut feedback, &words);
            lost.extend(left);
            true
        }
        "rubricBlock" | "infoControl" | "templateBlock" | "templateInline" | "simpleChoice" => true,
        _ => false,
    };
    let mut body = body.clone();
    prompt_in_place(&mut body, interaction);
    let (ask, left) = of_node(&body, &mut skips);
    left.into_iter().chain(lost).for_each(|part| draft.leave(part));
    (ask, feedback)
}

/// Makes the interaction and its prompt paragraphs, as they are shown.
fn prompt_in_place(node: &mut Node, interaction: &Node) {
    for child in &mut node.children {
        if child.name == interaction.name {
            child.name = "div".to_owned();
            child.attributes.clear();
        } else if child.name == "prompt" {
            child.name = "p".to_owned();
        } else if child.name == "contentBody" {
            child.name = "span".to_owned();
        }
        prompt_in_place(child, interaction);
    }
}

fn answer(choice: &Node, draft: &mut Draft) -> Answer {
    let mut why = String::new();
    let mut lost = Vec::new();
    let mut skips = |node: &Node| {
        let is_feedback = matches!(node.name.as_str(), "feedbackInline" | "feedbackBlock");
        if is_feedback {
            let (words, left) = of_node(node, &mut |_| false);
            join(&mut why, &words);
            lost.extend(left);
        }
        is_feedback
    };
    let (text, left) = of_node(choice, &mut skips);
    left.into_iter().chain(lost).for_each(|part| draft.leave(part));
    Answer { identifier: choice.attribute("identifier").unwrap_or_default().to_owned(), text, why }
}

/// Feedback that is shown after the answer: of an option where it bears its name, of the whole question otherwise.
fn modal(root: &Node, answers: &mut [Answer], draft: &mut Draft) {
    let mut general: BTreeMap<String, ()> = BTreeMap::new();
    for feedback in root.all("modalFeedback") {
        let (words, left) = of_node(&in_spans(feedback), &mut |_| false);
        left.into_iter().for_each(|part| draft.leave(part));
        let identifier = feedback.attribute("identifier").unwrap_or_default();
        let is_shown = feedback.attribute("showHide") != Some("hide");
        match answers.iter_mut().find(|answer| is_shown && answer.identifier == identifier) {
            Some(answer) => join(&mut answer.why, &words),
            None if words.is_empty() => {}
            None => {
                draft.explain(&words);
                general.insert(identifier.to_owned(), ());
                if !is_shown {
                    draft.leave(Part::Conditions);
                }
            }
        }
    }
    if general.len() > 1 {
        draft.leave(Part::Conditions);
    }
}

fn in_spans(node: &Node) -> Node {
    let mut node = node.clone();
    for child in &mut node.children {
        if child.name == "contentBody" {
            child.name = "div".to_owned();
        }
    }
    node
}
