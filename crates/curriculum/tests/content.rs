//! What is taught by this repository breaks none of its rules, and is as much as it claims to be.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::path::Path;

use curriculum::{Curriculum, Folder};

fn content() -> (Curriculum, Vec<curriculum::Finding>) {
    Curriculum::read(&Folder::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")).unwrap())
}

#[test]
fn the_content_breaks_no_rule() {
    let (_, findings) = content();
    let said: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
}

#[test]
fn there_is_as_much_as_is_promised() {
    let (all, _) = content();
    assert!((10..=16).contains(&all.competencies.len()));
    assert!(all.items.len() >= 300, "{} questions", all.items.len());
    assert!(all.items.iter().filter(|item| item.spanish.is_some()).count() >= 100);
    assert!(all.scenarios.len() >= 12);
    assert!(all.blueprints.iter().any(|blueprint| blueprint.jurisdiction == "US-ND"));
    for setting in curriculum::SETTINGS {
        assert!(all.items.iter().any(|item| item.setting == setting), "no question happens in {setting}");
    }
}

#[test]
fn each_dialogue_has_a_picture_with_all_that_is_in_it() {
    let (all, _) = content();
    for scenario in &all.scenarios {
        let picture = curriculum::scenario::picture::svg(scenario);
        assert!(picture.starts_with("<svg") && picture.ends_with("</svg>\n"));
        for name in scenario.scenes.keys().chain(scenario.endings.keys()) {
            assert_eq!(picture.matches(&format!(">{name}</text>")).count(), 1, "{} {name}", scenario.id);
        }
        let ways: usize =
            scenario.scenes.values().flat_map(|scene| &scene.choices).map(|choice| choice.ways().count()).sum();
        assert_eq!(picture.matches("marker-end").count(), ways, "{}", scenario.id);
    }
}
