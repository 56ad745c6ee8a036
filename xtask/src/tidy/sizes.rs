//! How long a file and how full a folder may be. `xtask/tidy-ratchet.txt` lists offenders that
//! are put up with; they may only shrink.

use std::collections::BTreeMap;

use super::{Finding, Tree};
use crate::tidy::tree::File;

const RUST_LINES: usize = 400;
const NOUN_LINES: usize = 200;
const TEMPLATE_LINES: usize = 150;
const FOLDER_FILES: usize = 12;

/// The list of offenders: a path and its size on each line.
const RATCHET: &str = "xtask/tidy-ratchet.txt";

/// The files that make a folder a noun's.
const NOUN_WORDS: &[&str] = &["rules", "rows", "pages", "api", "jobs"];

struct Measure {
    size: usize,
    limit: usize,
    unit: &'static str,
}

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let measures = measures(tree);
    let (listed, mut findings) = ratchet(tree);
    for (path, measure) in &measures {
        findings.extend(judge(path, measure, listed.get(path.as_str()).copied()));
    }
    let gone = listed.keys().filter(|path| !measures.contains_key(**path));
    findings.extend(gone.map(|path| Finding::of(RATCHET, format!("{path} is gone: remove its line"))));
    findings
}

fn judge(path: &str, measure: &Measure, listed: Option<usize>) -> Option<Finding> {
    let Measure { size, limit, unit } = measure;
    let says = match listed {
        None if size > limit => format!("{size} {unit}, the limit is {limit}: make it two"),
        Some(_) if size <= limit => format!("keeps its limit now: remove it from {RATCHET}"),
        Some(listed) if *size > listed => {
            format!("grew from {listed} to {size} {unit}; what {RATCHET} lists may only shrink")
        }
        Some(listed) if *size < listed => format!("shrank to {size} {unit}: say so in {RATCHET}"),
        _ => return None,
    };
    Some(Finding::of(path, says))
}

/// Every file and folder that has a limit.
fn measures(tree: &Tree) -> BTreeMap<String, Measure> {
    let mut measures = BTreeMap::new();
    for file in tree.files() {
        if let Some(limit) = line_limit(file, tree) {
            let size = file.text.lines().count();
            measures.insert(file.path.clone(), Measure { size, limit, unit: "lines" });
        }
        if let Some(folder) = noun_folder(file) {
            let entry = Measure { size: 0, limit: FOLDER_FILES, unit: "files" };
            measures.entry(folder.to_string()).or_insert(entry).size += 1;
        }
    }
    measures
}

fn line_limit(file: &File, tree: &Tree) -> Option<usize> {
    let ours = file.house_crate().is_some() || file.path.starts_with("xtask/");
    match file.extension() {
        "rs" if is_noun(file, tree) => Some(NOUN_LINES),
        "rs" | "mjs" | "js" if ours => Some(RUST_LINES),
        "html" if file.in_source().is_some() => Some(TEMPLATE_LINES),
        _ => None,
    }
}

/// `concern.rs` beside a folder `concern` with one of the fixed words in it.
fn is_noun(file: &File, tree: &Tree) -> bool {
    let Some(folder) = file.path.strip_suffix(".rs") else {
        return false;
    };
    file.in_source().is_some() && NOUN_WORDS.iter().any(|word| tree.has(&format!("{folder}/{word}.rs")))
}

/// The folder of a file that lies deeper than `src` itself.
fn noun_folder(file: &File) -> Option<&str> {
    let counted = matches!(file.extension(), "rs" | "html" | "txt");
    let deep = file.in_source().is_some_and(|path| path.contains('/'));
    if counted && deep { file.path.rsplit_once('/').map(|(folder, _)| folder) } else { None }
}

/// The listed offenders and their sizes, and the lines that cannot be read.
fn ratchet(tree: &Tree) -> (BTreeMap<&str, usize>, Vec<Finding>) {
    let mut listed = BTreeMap::new();
    let mut findings = Vec::new();
    for (index, line) in tree.text(RATCHET).unwrap_or_default().lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        match line.split_once(' ').map(|(path, size)| (path, size.parse())) {
            Some((path, Ok(size))) => drop(listed.insert(path, size)),
            _ => findings.push(Finding::at(RATCHET, index + 1, "is not `PATH SIZE`")),
        }
    }
    (listed, findings)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::findings;

    const LONG: &str = "crates/people/src/reach.rs";

    fn long(lines: usize) -> String {
        "\n".repeat(lines)
    }

    #[test]
    fn a_file_may_fill_its_limit_and_no_more() {
        assert!(findings(check, &[(LONG, &long(400))]).is_empty());
        let expected = "crates/people/src/reach.rs: 401 lines, the limit is 400: make it two";
        assert_eq!(findings(check, &[(LONG, &long(401))]), [expected]);
    }

    #[test]
    fn a_noun_and_a_template_have_tighter_limits() {
        let noun = ("crates/people/src/client.rs", &*long(201));
        assert!(findings(check, &[noun]).is_empty());
        assert_eq!(findings(check, &[noun, ("crates/people/src/client/rows.rs", "")]).len(), 1);
        assert_eq!(findings(check, &[("crates/people/src/client/list.html", &long(151))]).len(), 1);
        assert!(findings(check, &[("crates/people/src/client/list.html", &long(150))]).is_empty());
    }

    #[test]
    fn a_folder_holds_twelve_files() {
        let paths: Vec<String> = (0..13).map(|n| format!("crates/people/src/client/{n}.html")).collect();
        let files: Vec<(&str, &str)> = paths.iter().map(|path| (path.as_str(), "")).collect();
        assert!(findings(check, &files[..12]).is_empty());
        assert_eq!(findings(check, &files).len(), 1);
    }

    #[test]
    fn a_listed_offender_may_only_shrink() {
        let with = |lines, list: &str| findings(check, &[(LONG, &*long(lines)), (RATCHET, list)]);
        let list = format!("# why\n{LONG} 450\n");
        assert!(with(450, &list).is_empty());
        assert!(with(451, &list)[0].contains("may only shrink"));
        assert!(with(449, &list)[0].contains("shrank to 449"));
        assert!(with(400, &list)[0].contains("remove it"));
        assert!(with(1, "crates/gone.rs 450\n")[0].contains("is gone"));
        assert!(with(1, "nonsense\n")[0].contains("is not `PATH SIZE`"));
    }
}
