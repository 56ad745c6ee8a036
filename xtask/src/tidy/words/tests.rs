//! Fixtures that break each rule about words, and some that keep them.

use super::*;
use crate::tidy::findings;

const EN: &str = "crates/ground/words/en.ftl";
const ES: &str = "crates/ground/words/es.ftl";
const CODE: &str = "crates/ground/src/web.rs";

fn finds(english: &str, spanish: &str, code: &str) -> Vec<String> {
    findings(check, &[(EN, english), (ES, spanish), (CODE, code)])
}

#[test]
fn what_is_used_and_stands_in_both_is_fine() {
    assert!(finds("save = Save\n", "save = Guardar\n", "w.t(\"save\")\n").is_empty());
}

#[test]
fn a_language_that_lacks_a_key_is_named() {
    let found = finds("save = Save\n", "", "w.t(\"save\")\n");
    assert_eq!(found, ["crates/ground/words/en.ftl:1: `save` is not in es"]);
    assert_eq!(finds("", "save = Guardar\n", "w.t(\"save\")\n").len(), 1);
}

#[test]
fn both_languages_use_the_same_variables() {
    let code = "w.with(\"hello\", [(\"name\", name)])\n";
    assert!(finds("hello = Hi { $name }\n", "hello = Hola, { $name }\n", code).is_empty());
    let found = finds("hello = Hi { $name }\n", "hello = Hola\n", code);
    assert_eq!(found, ["crates/ground/words/es.ftl:1: `hello` lacks a variable that it has in en"]);
}

#[test]
fn a_key_that_is_used_must_stand() {
    let missing = |code| finds("", "", code);
    assert_eq!(missing("\nw.t(\"save\")\n"), ["crates/ground/src/web.rs:2: `save` is in no language"]);
    for code in [
        "w.with(\n    \"save\",\n    [(\"n\", 1)],\n)\n",
        "Refusal::new(\"save\")\n",
        "Err(refused(\"save\"))\n",
        "Error::refused(\"save\")\n",
        "const NEEDED: &str = \"field-needed\";\n",
    ] {
        assert_eq!(missing(code).len(), 1, "{code}");
    }
}

#[test]
fn a_deed_that_is_shown_has_a_sentence() {
    let found = finds("", "", "\npub const OVER: Deed = Deed(\"concern.handed_over\");\n");
    assert_eq!(found, ["crates/ground/src/web.rs:2: `deed-concern-handed-over` is in no language"]);
    assert!(finds("", "", "pub const HUNG: Deed = Deed(\"sign.hung\");\n").is_empty());
}

#[test]
fn other_texts_are_no_keys() {
    let code = "refusal.with(\"least\", 3); header(\"content-type\"); // w.t(\"save\")\n";
    assert!(finds("", "", code).is_empty());
    assert!(finds("", "", "#[cfg(test)]\nmod tests {\n    w.t(\"save\");\n}\n").is_empty());
    assert!(findings(check, &[("crates/ground/src/web/tests.rs", "w.t(\"save\")\n")]).is_empty());
}

#[test]
fn a_template_uses_words_too() {
    let page = "crates/ground/src/web/shell.html";
    let found = findings(check, &[(page, "<a title=\"{{ w.t(\"save\") }}\">\n")]);
    assert_eq!(found, ["crates/ground/src/web/shell.html:1: `save` is in no language"]);
}

#[test]
fn a_key_that_stands_must_be_used() {
    let found = finds("save = Save\n", "save = Guardar\n", "");
    assert_eq!(found, ["crates/ground/words/en.ftl:1: nothing uses `save`"]);
}

#[test]
fn a_key_may_be_used_by_a_constant_a_beginning_or_another_message() {
    let (english, spanish) = ("state-open = Open\n", "state-open = Abierto\n");
    assert!(finds(english, spanish, "Self::Open => \"state-open\",\n").is_empty());
    assert!(finds(english, spanish, "w.t(&format!(\"state-{}\", state.word()))\n").is_empty());
    assert_eq!(finds(english, spanish, "format!(\"status-{}\", 1)\n").len(), 1);
    let brand = "-brand = Rapport\nabout = About { -brand }\n";
    assert!(finds(brand, brand, "w.t(\"about\")\n").is_empty());
}

#[test]
fn a_hint_is_used_with_its_label() {
    let text = "zone = Time zone\nzone-hint = By its name\n";
    assert!(finds(text, text, "form.line(\"name\", \"zone\", \"text\", \"\")\n").is_empty());
    assert_eq!(finds(text, text, "").len(), 2);
}

#[test]
fn a_mention_must_stand() {
    let text = "about = About { -brand }\n";
    assert_eq!(finds(text, text, "w.t(\"about\")\n").len(), 2);
}

#[test]
fn a_key_stands_once_over_all_crates() {
    let other = "crates/people/words/en.ftl";
    let files = [(EN, "save = Save\n"), (ES, "save = Guardar\n"), (other, "save = Keep\n"), (CODE, "w.t(\"save\")\n")];
    let found = findings(check, &files);
    assert_eq!(found, ["crates/people/words/en.ftl:1: `save` is already in crates/ground/words/en.ftl"]);
}

#[test]
fn a_file_that_is_not_fluent_is_said() {
    assert_eq!(finds("not fluent\n", "", "").len(), 1);
}
