//! The steps that need only Rust and a database.

use std::process::Command;

use crate::house::{self, Outcome, cargo, cargo_command, run, succeeds};
use crate::postgres::Cluster;
use crate::tidy::Tree;

/// Names the database that the tests use; without it they use SQLite.
const TEST_DATABASE: &str = "TEST_DATABASE";

pub(super) fn format() -> Outcome {
    cargo(&["fmt", "--check"], &[])
}

pub(super) fn lints() -> Outcome {
    cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"], &[])
}

/// With the tests, as they built it: alone Cargo would choose fewer features, and build everything anew.
pub(super) fn build() -> Outcome {
    cargo(&["build", "--workspace", "--tests"], &[])
}

pub(super) fn tests_on_sqlite() -> Outcome {
    let nextest = has_nextest();
    run(tests(nextest).env_remove(TEST_DATABASE))?;
    // nextest leaves out the examples in the documentation, which `cargo test` runs.
    if nextest && has_documentation_tests(&Tree::read(&house::root())?) {
        run(cargo_command(&["test", "--workspace", "--doc"]).env_remove(TEST_DATABASE))?;
    }
    Ok(())
}

pub(super) fn tests_on_postgres() -> Outcome {
    let cluster = Cluster::start()?;
    let nextest = has_nextest();
    let mut command = tests(nextest);
    // These know no database: they were tested the step before.
    for name in ["xtask", "text", "chart", "print", "statistics", "sheet", "curriculum", "interchange", "psychometrics"]
    {
        command.args(["--exclude", name]);
    }
    if nextest {
        // These are of SQLite alone, whichever database is named.
        command.args(["--filterset", "not (package(server) and (binary(demo) or binary(kill)))"]);
    }
    run(command.env(TEST_DATABASE, &cluster.address))
}

fn has_nextest() -> bool {
    succeeds("cargo-nextest", &["nextest", "--version"])
}

fn tests(nextest: bool) -> Command {
    let runner: &[&str] = if nextest { &["nextest", "run"] } else { &["test"] };
    let mut command = cargo_command(runner);
    command.arg("--workspace");
    if let Some(memory) = house::room_in_memory() {
        command.env("TMPDIR", memory);
    }
    command
}

fn has_documentation_tests(tree: &Tree) -> bool {
    let opens_example = |line: &str| {
        let line = line.trim_start();
        ["/// ```", "//! ```"].iter().any(|fence| line.starts_with(fence))
    };
    tree.files().any(|file| file.path.starts_with("crates/") && file.text.lines().any(opens_example))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_in_documentation_are_noticed() {
        let with = Tree::of(&[("crates/ground/src/id.rs", "/// ```\n/// let a = 1;\n/// ```\n")]);
        let without = Tree::of(&[("crates/ground/src/id.rs", "/// An id.\n")]);
        assert!(has_documentation_tests(&with));
        assert!(!has_documentation_tests(&without));
    }
}
