use super::*;

fn odd(options: &[&str]) -> Vec<Flaw> {
    let options = options.iter().map(|text| (*text, "It does not say what comes next.")).collect();
    let found = all(&Asked { ask: "What do you say?", options, key: 0 });
    found.into_iter().filter(|flaw| matches!(flaw, Flaw::Odd(_))).collect()
}

#[test]
fn what_is_asked_is_a_whole_sentence() {
    for whole in [
        "What do you do?",
        "Choose the best reply. ",
        "Stop!",
        "He says: \"Wait.\"",
        "What do you do (and why?)",
        "He asks: \u{ab}\u{bf}Qu\u{e9} pasa?\u{bb}",
        "What is meant by \u{201c}Who goes there?\u{201d}",
    ] {
        assert!(is_whole(whole), "{whole}");
    }
    for open in
        ["An officer who watches a gate is an", "You should first:", "The best reply is ...", "He \"waits\"", ""]
    {
        assert!(!is_whole(open), "{open}");
    }
    let asked = Asked { ask: "A badge is an", options: vec![("Object.", ""), ("Animal.", "")], key: 0 };
    assert_eq!(all(&asked), [Flaw::OpenAsk]);
    assert_eq!(Flaw::OpenAsk.rule(), "cue");
}

#[test]
fn an_option_that_alone_begins_otherwise_is_found() {
    assert_eq!(odd(&["Wait here", "call him", "let him in"]), [Flaw::Odd(0)], "also where it is the key");
    assert_eq!(odd(&["Wait here", "Call him", "let him in"]), [Flaw::Odd(2)]);
    assert_eq!(odd(&["\"Wait here\"", "\u{bf}call him", "(Let him in"]), [Flaw::Odd(1)], "marks are passed over");
    assert_eq!(odd(&["\u{c9}l espera", "lo llama", "entra con \u{e9}l"]), [Flaw::Odd(0)]);
    assert_eq!(odd(&["Wait here", "call him"]), [], "of two, none is the odd one");
    assert_eq!(odd(&["Wait here", "Call him", "let him in", "go home"]), [], "two are");
    assert_eq!(odd(&["Wait here", "2 minutes more", "let him in"]), [], "a digit is neither");
    assert_eq!(odd(&["Wait here", "\u{7b49}", "let him in"]), [], "nor is a script without capitals");
    assert_eq!(odd(&["Wait here", "", "let him in"]), [], "nor is nothing");
    assert_eq!(Flaw::Odd(1).rule(), "cue");
}

#[test]
fn an_option_that_alone_ends_otherwise_is_found() {
    assert_eq!(odd(&["Wait here", "Call him.", "Let him in"]), [Flaw::Odd(1)]);
    assert_eq!(odd(&["Wait here.", "Call him. ", "Let him in"]), [Flaw::Odd(2)]);
    assert_eq!(odd(&["\"Wait here.\"", "\"Call him\"", "\"Let him in.\""]), [Flaw::Odd(1)], "inside of marks");
    assert_eq!(odd(&["Wait here.", "Call him.", "Let him in", "Go home"]), [], "two do");
    assert_eq!(odd(&["Wait here.", "Call him.", "May I see it?"]), [], "a question ends in a mark of its own");
    assert_eq!(odd(&["wait here", "Call him.", "Let him in."]), [Flaw::Odd(0)], "one option is said once");
    assert_eq!(odd(&["wait here.", "Call him", "Let him in."]), [Flaw::Odd(0), Flaw::Odd(1)]);
}

#[test]
fn a_sound_question_gives_nothing_away() {
    let texts =
        ["Wait over there, please.", "I call him; two minutes.", "He should have told us.", "Shall we look for him?"];
    let options = texts.map(|text| (text, "It says what comes next.")).to_vec();
    assert_eq!(all(&Asked { ask: "A visitor waits. What do you say?", options, key: 1 }), []);
}
