//! A released migration never changes: some database has already run it.
//!
//! `migrations/released.txt` holds a fingerprint of each one. It guards against a slip, not
//! against an attacker, so the small FNV-1a hash suffices.

use std::collections::BTreeMap;

use super::{Finding, Tree};

/// The list of released migrations: a fingerprint and a path on each line.
pub(super) const LIST: &str = "migrations/released.txt";

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, fingerprint) in listed(tree) {
        match tree.text(path) {
            None => findings.push(Finding::of(path, "was released and is gone: put it back")),
            Some(text) if fingerprint_of(text) != fingerprint => {
                let says = "was released and may not change: undo that and write a new migration";
                findings.push(Finding::of(path, says));
            }
            Some(_) => {}
        }
    }
    findings
}

/// The list with the migrations that it lacks; what it already holds stays as it is.
pub(super) fn with_new_migrations(tree: &Tree) -> String {
    let migrations = tree.files().filter(|file| file.path.starts_with("migrations/"));
    let mut list: BTreeMap<&str, String> = migrations
        .filter(|file| file.extension() == "sql")
        .map(|file| (file.path.as_str(), fingerprint_of(&file.text)))
        .collect();
    list.extend(listed(tree).map(|(path, fingerprint)| (path, fingerprint.to_string())));
    list.iter().map(|(path, fingerprint)| format!("{fingerprint} {path}\n")).collect()
}

fn listed(tree: &Tree) -> impl Iterator<Item = (&str, &str)> {
    let lines = tree.text(LIST).unwrap_or_default().lines();
    lines.filter_map(|line| line.split_once(' ')).map(|(fingerprint, path)| (path, fingerprint))
}

/// FNV-1a with 64 bits, as Fowler, Noll and Vo publish it, in hexadecimal.
fn fingerprint_of(text: &str) -> String {
    const OFFSET_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let fold = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(PRIME);
    format!("{:016x}", text.bytes().fold(OFFSET_BASIS, fold))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::findings;

    const PATH: &str = "migrations/both/0001_ground/up.sql";

    /// The test vectors that the authors of FNV publish.
    #[test]
    fn fingerprints_agree_with_the_published_ones() {
        assert_eq!(fingerprint_of(""), "cbf29ce484222325");
        assert_eq!(fingerprint_of("a"), "af63dc4c8601ec8c");
        assert_eq!(fingerprint_of("foobar"), "85944171f73967e8");
    }

    #[test]
    fn a_released_migration_may_not_change_or_go() {
        let list = with_new_migrations(&Tree::of(&[(PATH, "create table a (id text);\n")]));
        let list = (LIST, list.as_str());
        assert!(findings(check, &[list, (PATH, "create table a (id text);\n")]).is_empty());
        assert!(findings(check, &[list, (PATH, "create table b (id text);\n")])[0].contains("may not change"));
        assert!(findings(check, &[list])[0].contains("is gone"));
    }

    #[test]
    fn freezing_adds_and_never_rewrites() {
        let other = "migrations/both/0002_people/up.sql";
        let tree = Tree::of(&[(LIST, &format!("0123 {PATH}\n")), (PATH, "changed"), (other, "a")]);
        assert_eq!(with_new_migrations(&tree), format!("0123 {PATH}\naf63dc4c8601ec8c {other}\n"));
    }
}
