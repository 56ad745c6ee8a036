//! Use what is to your left; never what is to your right.

use super::{Finding, Tree};

/// The crates from left to right.
const ORDER: &[&str] = &[
    "chart",
    "sheet",
    "ground",
    "people",
    "agreement",
    "calling",
    "listening",
    "meeting",
    "mail",
    "text",
    "print",
    "statistics",
    "curriculum",
    "interchange",
    "psychometrics",
    "orders",
    "briefing",
    "adjustments",
    "satisfaction",
    "standing",
    "learning",
    "examining",
    "training",
    "reports",
    "field",
    "desk",
    "server",
];

/// Crates that only test; they may use any crate, and only tests may use them.
const TESTING: &[&str] = &["stage", "bench"];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for name in tree.crates() {
        let path = format!("crates/{name}/Cargo.toml");
        if !ORDER.contains(&name) && !TESTING.contains(&name) {
            findings.push(Finding::of(&path, "has no place in the order of xtask/src/tidy/direction.rs"));
        }
        for dependency in dependencies(tree.text(&path).unwrap_or_default()) {
            if let Some(says) = objection(name, &dependency) {
                findings.push(Finding::at(&path, dependency.line, says));
            }
        }
    }
    findings
}

struct Dependency<'a> {
    name: &'a str,
    for_tests: bool,
    line: usize,
}

/// The lines of the dependency tables of a manifest.
fn dependencies(manifest: &str) -> Vec<Dependency<'_>> {
    let mut table = "";
    let mut found = Vec::new();
    for (index, line) in manifest.lines().enumerate() {
        if let Some(name) = line.strip_prefix('[') {
            table = name.trim_end().trim_end_matches(']');
            continue;
        }
        let name = line.split(['.', '=', ' ']).next().unwrap_or_default();
        if table.ends_with("dependencies") && !name.is_empty() && !name.starts_with('#') {
            let for_tests = table.ends_with("dev-dependencies");
            found.push(Dependency { name, for_tests, line: index + 1 });
        }
    }
    found
}

fn objection(user: &str, used: &Dependency) -> Option<String> {
    let name = used.name;
    if TESTING.contains(&user) {
        return None;
    }
    if TESTING.contains(&name) {
        let says = format!("`{name}` is for tests: name it in [dev-dependencies]");
        return (!used.for_tests).then_some(says);
    }
    let place = |name| ORDER.iter().position(|other| *other == name);
    let (user_place, used_place) = (place(user)?, place(name)?);
    (used_place >= user_place).then(|| format!("`{name}` is not to the left of `{user}`"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::findings;

    fn finds(name: &str, manifest: &str) -> Vec<String> {
        findings(check, &[(&format!("crates/{name}/Cargo.toml"), manifest)])
    }

    #[test]
    fn a_crate_uses_what_is_to_its_left() {
        assert!(finds("people", "[dependencies]\nground.workspace = true\njiff.workspace = true\n").is_empty());
        let found = finds("people", "[dependencies]\nlistening.workspace = true\n");
        assert_eq!(found, ["crates/people/Cargo.toml:2: `listening` is not to the left of `people`"]);
        assert_eq!(finds("people", "[dependencies]\nserver = { path = \"../server\" }\n").len(), 1);
    }

    #[test]
    fn the_stage_is_for_tests() {
        assert!(finds("people", "[dev-dependencies]\nstage.workspace = true\n").is_empty());
        assert_eq!(finds("people", "[dependencies]\nstage.workspace = true\n").len(), 1);
        assert!(finds("stage", "[dependencies]\nserver.workspace = true\n").is_empty());
    }

    #[test]
    fn a_new_crate_takes_a_place() {
        assert_eq!(finds("weather", "[package]\nname = \"weather\"\n").len(), 1);
    }
}
