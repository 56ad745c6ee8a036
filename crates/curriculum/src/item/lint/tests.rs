use super::*;
use crate::item::Choice;

fn wording(options: [&str; 4], key: usize) -> Wording {
    let mut place = 0;
    let options = options.map(|text| {
        let why = if place == key { "Correct. It says what comes next." } else { "It does not say what comes next." };
        place += 1;
        Choice { text: text.to_owned(), why: why.to_owned() }
    });
    Wording { ask: "A visitor waits for her host. What do you say?".to_owned(), options }
}

fn good() -> Wording {
    wording(
        ["Wait over there, please.", "I call him; two minutes.", "He should have told us.", "Nobody is let in here."],
        1,
    )
}

fn rules(wording: &Wording, key: usize) -> Vec<&'static str> {
    worded(wording, key, "en").into_iter().map(|(rule, _)| rule).collect()
}

#[test]
fn what_lets_one_guess_is_found() {
    let plain =
        ["Wait over there, please.", "I call him; two minutes.", "He should have told us.", "Go in and look for him."];
    assert_eq!(rules(&wording(plain, 1), 1), [] as [&str; 0]);
    assert_eq!(rules(&good(), 1), ["absolute"], "nobody");
    let cases: [(&str, &str); 6] = [
        ("All of the above, in turn.", "joined"),
        ("Wait over there, please.", "same"),
        ("\"Go in and look for him\"", "parallel"),
        ("go in and look for him.", "cue"),
        ("Go in and look for him", "cue"),
        ("Go in and look for him, but do take care that you find somebody who knows him first.", "length"),
    ];
    for (last, rule) in cases {
        let options = [plain[0], plain[1], plain[2], last];
        assert!(rules(&wording(options, 1), 1).contains(&rule), "{last}");
    }
    let spoken = plain.map(|text| format!("\"{text}\""));
    assert_eq!(rules(&wording(spoken.each_ref().map(String::as_str), 1), 1), [] as [&str; 0], "all are spoken");
}

#[test]
fn what_is_asked_is_no_sentence_that_options_end() {
    let mut one = good();
    one.ask = "The best reply to a visitor is an".to_owned();
    assert_eq!(rules(&one, 1), ["absolute", "cue"]);
}

#[test]
fn each_option_needs_its_reason_and_only_the_key_is_called_correct() {
    let mut one = good();
    one.options[0].why = "No.".to_owned();
    assert!(rules(&one, 1).contains(&"why"));
    assert!(rules(&good(), 2).iter().filter(|rule| **rule == "why").count() == 2, "another key");
}

#[test]
fn what_is_hard_to_read_is_said() {
    let mut one = good();
    one.ask = "Notwithstanding organizational responsibilities, the representative's accountability necessitates \
               immediate communication with appropriate administrative authorities"
        .to_owned();
    assert!(rules(&one, 1).contains(&"reading"));
    assert!(!worded(&one, 1, "es").iter().any(|(rule, _)| *rule == "reading"), "the formula is for English");
}

#[test]
fn a_question_without_name_level_setting_or_source_is_found() {
    let item = Item {
        id: "AL-3".to_owned(),
        level: 9.0,
        setting: "castle".to_owned(),
        source: " ".to_owned(),
        key: 1,
        english: good(),
        spanish: None,
    };
    let found: Vec<_> = itself(&item, &Curriculum::default()).into_iter().map(|(rule, _)| rule).collect();
    assert_eq!(found, ["name", "name", "level", "setting", "source"]);
}
