use ground::words::Language;
use ground::{Id, Moment};

use super::*;
use crate::question::{Choice, Origin};

fn question(name: &str, ask: &str, options: &[(&str, &str)]) -> NewQuestion {
    let options =
        options.iter().map(|(text, why)| Choice { text: (*text).to_owned(), why: (*why).to_owned() }).collect();
    let worded = Worded { ask: ask.to_owned(), options, key: 0, explanation: String::new() };
    NewQuestion {
        name: name.to_owned(),
        competency: "AL".to_owned(),
        setting: "any".to_owned(),
        source: "A course".to_owned(),
        level_thousandths: 0,
        of: None,
        words: vec![(Language::English, worded)],
    }
}

fn keys(brought: &[NewQuestion]) -> Vec<(String, Option<String>)> {
    of(brought, &[]).into_iter().map(|one| (one.key, one.word)).collect()
}

const WHY: &str = "It says what comes next.";

#[test]
fn a_sound_question_has_no_remark_and_one_without_reasons_one() {
    let ask = "A visitor waits for her host. What do you say?";
    let sound = [("I call him; two minutes.", WHY), ("Wait over there, please.", WHY)];
    assert_eq!(keys(&[question("X-1", ask, &sound)]), []);
    let bare = sound.map(|(text, _)| (text, ""));
    assert_eq!(keys(&[question("X-1", ask, &bare)]), [("remark-no-reason".to_owned(), Some("A".to_owned()))]);
    let one = [sound[0], (sound[1].0, "")];
    assert_eq!(keys(&[question("X-1", ask, &one)]), [("remark-no-reason".to_owned(), Some("B".to_owned()))]);
    let joined = [sound[0], ("None of the above, I think.", WHY)];
    let found: Vec<String> = keys(&[question("X-1", ask, &joined)]).into_iter().map(|(key, _)| key).collect();
    assert_eq!(found, ["remark-joined", "remark-absolute"]);
}

#[test]
fn what_asks_the_same_is_named_also_where_it_is_there_already() {
    let options = [("Ring the host.", WHY), ("Open the gate.", WHY)];
    let first = question("X-1", "A driver waits at the gate without a badge. What comes first?", &options);
    let again = question("brought-1", "A driver without a badge waits at the gate. What do you do first?", &options);
    let found = of(&[first.clone(), again.clone()], &[]);
    assert_eq!((found.len(), found[0].key.as_str(), found[0].word.as_deref()), (1, "remark-twice", Some("X-1")));
    assert!(found[0].name.starts_with("A driver without"), "what has no name is named by what it asks");
    let (language, worded) = again.words[0].clone();
    let wording = Wording { id: Id::known("w"), question_id: Id::known("q"), language, worded, ended_at: None };
    let stored = Question::taken(&again, Origin::Content, Moment::from_millis(0));
    let there = |name: &str| (Question { name: name.to_owned(), ..stored.clone() }, wording.clone());
    assert_eq!(of(std::slice::from_ref(&first), &[there("AL-001")])[0].word.as_deref(), Some("AL-001"));
    assert_eq!(of(&[first], &[there("X-1")]), [], "its own words before are no other question");
}

#[test]
fn what_is_about_no_competency_of_ours_is_said() {
    let options = [("I call him; two minutes.", WHY), ("Wait over there, please.", WHY)];
    let known = question("X-1", "A visitor waits for her host. What do you say?", &options);
    let other = NewQuestion { competency: "Safety".to_owned(), ..known };
    assert_eq!(keys(&[other]), [("remark-unknown-competency".to_owned(), Some("Safety".to_owned()))]);
}
