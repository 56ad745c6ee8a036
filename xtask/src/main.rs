//! The recipes of this house, run as `cargo xtask RECIPE`. Only the standard library is used,
//! so that the first recipe starts seconds after a clone.

mod demo;
mod house;
mod leash;
mod postgres;
mod test;
mod tidy;
mod tools;

use std::process::ExitCode;

use house::Outcome;

const HELP: &str = "\
Recipes, run as `cargo xtask RECIPE`:
  test               run every check; installs what is missing and says so
  test --list        name the steps
  test --only STEP   run one step (may be repeated)
  tidy               check the house rules
  routes             print which function answers which address
  demo [ARGUMENTS]   start the demo organization, built as it ships
  bench [ARGUMENTS]  measure speed and memory
  freeze             mark today's migrations as released; they may not change after that";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((recipe, rest)) = arguments.split_first() else {
        println!("{HELP}");
        return ExitCode::FAILURE;
    };
    match cook(recipe, rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}

fn cook(recipe: &str, rest: &[String]) -> Outcome {
    match recipe {
        "test" => test::run(rest),
        "tidy" => tidy::run(),
        "freeze" => tidy::freeze(),
        "routes" => house::cargo(&["run", "--quiet", "--package", "server", "--", "routes"], rest),
        "demo" => house::cargo(&["run", "--release", "--package", "server", "--", "demo"], rest),
        "bench" => house::cargo(&["run", "--release", "--package", "bench", "--"], rest),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        unknown => Err(format!("There is no recipe `{unknown}`.\n{HELP}")),
    }
}
