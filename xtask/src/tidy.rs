//! `cargo xtask tidy`: the house rules that a machine can check. `ARCHITECTURE.md` and
//! `CONTRIBUTING.md` say why they are the rules.
//!
//! Each rule is a function from the tree of files to what it finds, in a file of its own with
//! fixtures that break it. To add one, write it and name it in [`RULES`].

mod direction;
mod fluent;
mod layers;
mod parts;
mod released;
mod sizes;
mod text;
mod tree;
mod words;

pub(crate) use tree::Tree;

use crate::house::{self, Outcome, trouble};

type Rule = fn(&Tree) -> Vec<Finding>;

const RULES: &[Rule] =
    &[sizes::check, layers::check, direction::check, words::check, parts::check, text::check, released::check];

/// One place where a rule is broken.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Finding {
    path: String,
    /// Counted from 1; 0 speaks of the whole file or folder.
    line: usize,
    says: String,
}

impl Finding {
    fn at(path: &str, line: usize, says: impl Into<String>) -> Self {
        Self { path: path.into(), line, says: says.into() }
    }

    fn of(path: &str, says: impl Into<String>) -> Self {
        Self::at(path, 0, says)
    }
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.path, self.says),
            line => write!(f, "{}:{line}: {}", self.path, self.says),
        }
    }
}

/// Checks every rule on the workspace.
pub(crate) fn run() -> Outcome {
    let tree = Tree::read(&house::root())?;
    let mut findings: Vec<Finding> = RULES.iter().flat_map(|rule| rule(&tree)).collect();
    findings.sort();
    for finding in &findings {
        println!("{finding}");
    }
    match findings.len() {
        0 => {
            println!("tidy: {} files keep the house rules.", tree.files().count());
            Ok(())
        }
        count => Err(format!("tidy: {count} places break a house rule.")),
    }
}

/// Writes down the migrations that are there now as released.
pub(crate) fn freeze() -> Outcome {
    let tree = Tree::read(&house::root())?;
    let list = released::with_new_migrations(&tree);
    let path = house::root().join(released::LIST);
    std::fs::write(&path, list).map_err(|error| trouble(&path, &error))
}

/// What one rule finds in a few files, as the lines that a person would read.
#[cfg(test)]
fn findings(rule: Rule, files: &[(&str, &str)]) -> Vec<String> {
    rule(&Tree::of(files)).iter().map(ToString::to_string).collect()
}
