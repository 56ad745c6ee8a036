use super::*;
use crate::{Behaviour, Competency, Evidence, InBoth};

const GOOD: &str = r#"
id = "gate"
title = "The gate"
setting = "office"
minutes = 5
competencies = ["AL"]
sources = ["Lesson AL"]
situation = "It is night."
start = "first"
[scene.first]
who = "A driver"
says = "The gate is shut."
[[scene.first.choice]]
say = "I see. What happened?"
trust = 2
information = 1
risk = 0
shows = ["AL.restates"]
misses = []
why = "You asked."
to = "second"
[[scene.first.choice]]
say = "It is always shut now."
trust = -1
information = 0
risk = 0
shows = []
misses = ["AL.restates"]
why = "You did not ask."
to = "second"
[scene.second]
who = "A driver"
says = "I am late."
[[scene.second.choice]]
say = "Two minutes; I call them."
trust = 1
information = 0
risk = 0
shows = ["AL.restates"]
misses = []
why = "You said how long."
to = "third"
needs_trust = 2
otherwise = "leaves"
[[scene.second.choice]]
say = "Then just drive on in."
trust = 1
information = 0
risk = 2
shows = []
misses = ["AL.restates"]
why = "The orders say to call."
to = "leaves"
[scene.third]
who = "A driver"
says = "Thank you."
[[scene.third.choice]]
say = "I write it down for you."
trust = 1
information = 0
risk = 0
shows = ["AL.restates"]
misses = []
why = "It is kept."
to = "in"
[[scene.third.choice]]
say = "No need to write it up."
trust = 0
information = 0
risk = 1
shows = []
misses = ["AL.restates"]
why = "It is lost."
to = "leaves"
[ending.in]
outcome = "good"
title = "In"
says = "He drives in."
debrief = "You asked, and said how long."
[ending.leaves]
outcome = "poor"
title = "Gone"
says = "He leaves."
debrief = "Nobody asked."
"#;

fn all() -> Curriculum {
    let both = |en: &str| InBoth { en: en.to_owned(), es: en.to_owned() };
    let behaviour = |id: &str| Behaviour { id: id.to_owned(), en: id.to_owned(), es: id.to_owned() };
    let competency = Competency {
        id: "AL".to_owned(),
        title: both("Listening"),
        evidence: Evidence::A,
        sources: vec!["a study".to_owned()],
        behaviours: vec![behaviour("AL.restates"), behaviour("AL.checks")],
    };
    Curriculum { competencies: vec![competency], ..Curriculum::default() }
}

fn rules(text: &str) -> Vec<&'static str> {
    let scenario: Scenario = toml::from_str(text).unwrap();
    let mut rules: Vec<_> = each(&scenario, &all()).into_iter().map(|finding| finding.rule).collect();
    rules.sort_unstable();
    rules.dedup();
    rules
}

#[test]
fn a_sound_dialogue_is_not_complained_about_but_for_its_shortest_way() {
    assert_eq!(rules(GOOD), ["length"], "who drives on in has chosen twice");
    let scenario: Scenario = toml::from_str(GOOD).unwrap();
    let ways = paths::all(&scenario).unwrap();
    let ends: Vec<(&str, usize, i32)> = ways.iter().map(|way| (way.ending, way.steps.len(), way.trust)).collect();
    let expected = [("in", 3, 4), ("leaves", 3, 3), ("leaves", 2, 3), ("leaves", 2, 0), ("leaves", 2, 0)];
    assert_eq!(ends, expected);
}

#[test]
fn what_is_planted_is_found() {
    let cases = [
        ("to = \"third\"", "to = \"first\"", "loop"),
        ("to = \"in\"", "to = \"nowhere\"", "dead end"),
        (
            "[ending.in]",
            "[ending.never]\noutcome = \"mixed\"\ntitle = \"N\"\nsays = \"N\"\ndebrief = \"N\"\n[ending.in]",
            "unreached",
        ),
        ("needs_trust = 2", "needs_trust = -3", "unreached"),
        ("why = \"You asked.\"", "why = \"\"", "why"),
        ("shows = [\"AL.restates\"]", "shows = [\"AL.shouts\"]", "behaviour"),
        ("shows = [\"AL.restates\"]", "shows = []", "behaviour"),
        ("trust = 2", "trust = 4", "moves"),
        ("otherwise = \"leaves\"", "", "moves"),
        ("outcome = \"poor\"", "outcome = \"mixed\"", "endings"),
        ("setting = \"office\"", "setting = \"moon\"", "setting"),
        ("competencies = [\"AL\"]", "competencies = [\"XX\"]", "name"),
        ("sources = [\"Lesson AL\"]", "sources = []", "source"),
        ("say = \"I see. What happened?\"", "say = \"Why?\"", "length"),
        (
            "risk = 0\nshows = [\"AL.restates\"]\nmisses = []\nwhy = \"It is kept.\"",
            "risk = 2\nshows = [\"AL.restates\"]\nmisses = []\nwhy = \"It is kept.\"",
            "risk",
        ),
    ];
    for (from, to, rule) in cases {
        assert!(GOOD.contains(from), "{from}");
        let found = rules(&GOOD.replacen(from, to, 1));
        assert!(found.contains(&rule), "{to} should break {rule}: {found:?}");
    }
}

#[test]
fn a_dialogue_of_very_many_ways_ends_and_says_so() {
    let scene = |name: usize| {
        let choice = |say: usize| {
            format!(
                "[[scene.s{name}.choice]]\nsay = \"Say {say}\"\ntrust = 0\ninformation = 0\nrisk = 0\nshows = []\n\
                 misses = [\"AL.checks\"]\nwhy = \"So.\"\nto = \"s{}\"\n",
                name + 1
            )
        };
        let choices: String = (0..4).map(choice).collect();
        format!("[scene.s{name}]\nwho = \"A\"\nsays = \"B\"\n{choices}")
    };
    let scenes: String = (0..20).map(scene).collect();
    let head = "id = \"x\"\ntitle = \"X\"\nsetting = \"any\"\nminutes = 5\ncompetencies = [\"AL\"]\nsources = [\"S\"]\n\
                situation = \"N\"\nstart = \"s0\"\n";
    let end = "[ending.s20]\noutcome = \"good\"\ntitle = \"T\"\nsays = \"S\"\ndebrief = \"D\"\n";
    assert!(rules(&format!("{head}{scenes}{end}")).contains(&"large"));
}
