//! `cargo xtask test`: every check, in the order in which a failure is cheapest to find.

mod api;
mod browser;
mod mail;
mod rust;

use std::time::Instant;

use crate::house::Outcome;
use crate::tools::{self, Tool};

/// One check. To add one, add a line to [`STEPS`].
struct Step {
    name: &'static str,
    about: &'static str,
    needs: &'static [Tool],
    run: fn() -> Outcome,
    /// What to do when it fails.
    hint: &'static str,
}

const STEPS: &[Step] = &[
    Step { name: "format", about: "the source is formatted", needs: &[], run: rust::format, hint: "Run `cargo fmt`." },
    Step {
        name: "lints",
        about: "no warning from the compiler or clippy",
        needs: &[],
        run: rust::lints,
        hint: "Each warning says what to do; clippy.toml gives the reasons for the forbidden calls.",
    },
    Step {
        name: "tidy",
        about: "the house rules",
        needs: &[],
        run: crate::tidy::run,
        hint: "Each line names the file and the rule; `cargo xtask tidy` runs only this.",
    },
    Step {
        name: "sqlite",
        about: "the tests, on the embedded database",
        needs: &[],
        run: rust::tests_on_sqlite,
        hint: "Run the failed test alone with `cargo test NAME`.",
    },
    Step {
        name: "postgres",
        about: "the same tests, on PostgreSQL",
        needs: &[tools::POSTGRES],
        run: rust::tests_on_postgres,
        hint: "Set TEST_DATABASE to a PostgreSQL of yours and run the failed test with `cargo test NAME`.",
    },
    Step {
        name: "build",
        about: "the binary that the next steps start",
        needs: &[],
        run: rust::build,
        hint: "Run `cargo build --package server`.",
    },
    Step {
        name: "browser",
        about: "the pages in a browser: the whole way, accessibility, valid HTML",
        needs: &[tools::CHROMIUM, tools::NODE, tools::JAVA],
        run: browser::try_pages,
        hint: "Run one scenario with `node xtask/browser/run.mjs NAME`.",
    },
    Step {
        name: "mail",
        about: "the whole way by mail, with a mail server and a mailbox of Debian's",
        needs: &[tools::EXIM, tools::DOVECOT, tools::PYTHON],
        run: mail::walk,
        hint: "The folder target/xtask/mail holds what Rapport, Exim and Dovecot wrote down.",
    },
    Step {
        name: "api",
        about: "the interface for machines, fuzzed from its own document",
        needs: &[tools::PYTHON],
        run: api::fuzz,
        hint: "The report above ends each failure with a curl command that repeats it.",
    },
];

/// How one step went: its name, how it ended (`None` when it did not run), and its seconds.
type Row = (&'static str, Option<bool>, f64);

/// Runs the steps that the arguments choose; stops at the first that fails.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    if arguments == ["--list"] {
        for step in STEPS {
            println!("{:<10} {}", step.name, step.about);
        }
        return Ok(());
    }
    let steps = chosen(arguments)?;
    tools::install_missing(steps.iter().flat_map(|step| step.needs))?;
    let mut rows: Vec<Row> = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        println!("\n== {} of {}: {} ({})", index + 1, steps.len(), step.name, step.about);
        let (passed, seconds) = take(step);
        rows.push((step.name, Some(passed), seconds));
        if !passed {
            break;
        }
    }
    rows.extend(steps[rows.len()..].iter().map(|step| (step.name, None, 0.0)));
    let failed = rows.iter().any(|(_, ended, _)| *ended == Some(false));
    println!("\n{}", summary(&rows));
    if failed { std::process::exit(1) } else { Ok(()) }
}

fn take(step: &Step) -> (bool, f64) {
    let started = Instant::now();
    let outcome = (step.run)();
    let seconds = started.elapsed().as_secs_f64();
    match &outcome {
        Ok(()) => println!("== {} passed in {seconds:.1} s", step.name),
        Err(reason) => println!(
            "== {name} FAILED after {seconds:.1} s\n{reason}\nWhat to do: {hint}\n\
             Then repeat it with `cargo xtask test --only {name}`.",
            name = step.name,
            hint = step.hint,
        ),
    }
    (outcome.is_ok(), seconds)
}

/// All steps, or those named by `--only`, in the order of the table.
fn chosen(arguments: &[String]) -> Result<Vec<&'static Step>, String> {
    let mut only: Vec<&str> = Vec::new();
    for pair in arguments.chunks(2) {
        match pair {
            [flag, name] if flag == "--only" && STEPS.iter().any(|step| step.name == name) => {
                only.push(name);
            }
            [flag, name] if flag == "--only" => {
                return Err(format!("There is no step `{name}`; `cargo xtask test --list` names them."));
            }
            _ => return Err("Use `cargo xtask test [--list] [--only STEP]`.".into()),
        }
    }
    let wanted = |step: &&Step| only.is_empty() || only.contains(&step.name);
    Ok(STEPS.iter().filter(wanted).collect())
}

/// A table of the steps; its last line counts those that ran.
fn summary(rows: &[Row]) -> String {
    let mut lines = vec![format!("{:<10} {:<8} {:>8}", "step", "ended", "seconds")];
    for (name, ended, seconds) in rows {
        lines.push(match ended {
            Some(true) => format!("{name:<10} {:<8} {seconds:>8.1}", "passed"),
            Some(false) => format!("{name:<10} {:<8} {seconds:>8.1}", "FAILED"),
            None => format!("{name:<10} {:<8} {:>8}", "not run", "-"),
        });
    }
    let count = |end| rows.iter().filter(|(_, ended, _)| *ended == Some(end)).count();
    lines.push(format!("{} passed, {} failed", count(true), count(false)));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(arguments: &[&str]) -> Result<Vec<&'static str>, String> {
        let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
        Ok(chosen(&arguments)?.iter().map(|step| step.name).collect())
    }

    #[test]
    fn the_summary_counts_only_steps_that_ran() {
        let rows = [("format", Some(true), 1.25), ("lints", Some(false), 3.0), ("tidy", None, 0.0)];
        let expected = "step       ended     seconds\n\
                        format     passed        1.2\n\
                        lints      FAILED        3.0\n\
                        tidy       not run         -\n\
                        1 passed, 1 failed";
        assert_eq!(summary(&rows), expected);
    }

    #[test]
    fn chosen_steps_keep_the_order_of_the_table() {
        assert_eq!(names(&["--only", "api", "--only", "tidy"]).unwrap(), ["tidy", "api"]);
        assert_eq!(names(&[]).unwrap().len(), STEPS.len());
    }

    #[test]
    fn an_unknown_step_or_flag_is_refused() {
        assert!(names(&["--only", "nothing"]).unwrap_err().contains("no step `nothing`"));
        assert!(names(&["--quick"]).is_err());
        assert!(names(&["--only"]).is_err());
    }
}
