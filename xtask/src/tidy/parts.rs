//! Nothing lies around: every template and letter is used, every crate is introduced.

use std::collections::BTreeSet;

use super::{Finding, Tree};
use crate::tidy::tree::File;

const INTRODUCTIONS: &str = "crates/README.md";

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = orphans(tree);
    findings.extend(unintroduced(tree));
    findings
}

/// Templates and letters that no source file of their crate names.
fn orphans(tree: &Tree) -> Vec<Finding> {
    let named: BTreeSet<String> = tree.files().flat_map(named_files).collect();
    let is_part = |file: &&File| file.in_source().is_some() && is_part_name(&file.path);
    let parts = tree.files().filter(is_part);
    let orphans = parts.filter(|file| !named.contains(&file.path));
    orphans.map(|file| Finding::of(&file.path, "nothing names it: use it or remove it")).collect()
}

fn is_part_name(path: &str) -> bool {
    path.ends_with(".html") || path.ends_with(".txt")
}

/// The parts that a file names: from the crate's `src` as askama does, or from the file's own
/// folder as `include_str!` does.
fn named_files(file: &File) -> Vec<String> {
    let (Some(name), Some(_)) = (file.house_crate(), file.in_source()) else {
        return Vec::new();
    };
    let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let names = file.text.split('"').filter(|piece| is_part_name(piece));
    names.flat_map(|piece| [format!("crates/{name}/src/{piece}"), format!("{folder}/{piece}")]).collect()
}

/// Crates that the list of crates does not have a sentence for.
fn unintroduced(tree: &Tree) -> Vec<Finding> {
    let text = tree.text(INTRODUCTIONS).unwrap_or_default();
    let introduces =
        |line: &str, name: &str| line.contains(&format!("`{name}`")) && line.split_whitespace().count() >= 4;
    let unknown = tree.crates().filter(|name| !text.lines().any(|line| introduces(line, name)));
    unknown.map(|name| Finding::of(INTRODUCTIONS, format!("lacks a sentence for `{name}`"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::findings;

    #[test]
    fn a_part_that_nothing_names_is_an_orphan() {
        let list = ("crates/people/src/client/list.html", "");
        let letter = ("crates/people/src/client/letters/hello.txt", "");
        let orphan = "crates/people/src/client/list.html: nothing names it: use it or remove it";
        assert_eq!(findings(check, &[list]), [orphan]);
        assert_eq!(findings(check, &[list, letter]).len(), 2);
        let pages = ("crates/people/src/client/pages.rs", "#[template(path = \"client/list.html\")]\n");
        let jobs = ("crates/people/src/client/jobs.rs", "include_str!(\"letters/hello.txt\")\n");
        assert!(findings(check, &[list, letter, pages, jobs]).is_empty());
    }

    #[test]
    fn another_crates_part_of_the_same_name_does_not_count() {
        let list = ("crates/people/src/client/list.html", "");
        let other = ("crates/listening/src/lib.rs", "#[template(path = \"client/list.html\")]\n");
        assert_eq!(findings(check, &[list, other]).len(), 1);
    }

    #[test]
    fn every_crate_is_introduced() {
        let manifest = ("crates/people/Cargo.toml", "");
        let lacking = "crates/README.md: lacks a sentence for `people`";
        assert_eq!(findings(check, &[manifest]), [lacking]);
        assert_eq!(findings(check, &[manifest, (INTRODUCTIONS, "- `people`\n")]), [lacking]);
        let sentence = (INTRODUCTIONS, "- `people`: who we serve, and who serves.\n");
        assert!(findings(check, &[manifest, sentence]).is_empty());
    }
}
