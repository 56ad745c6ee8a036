//! The step that fuzzes the interface for machines with schemathesis.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::rust;
use crate::demo::Demo;
use crate::house::{self, Outcome, run, trouble};
use crate::tools;

/// The token that the demo organization's interface accepts. It is public and means nothing
/// anywhere else; the server's demo defines the same words.
const DEMO_API_TOKEN: &str = "demo-token-for-the-public-interface";

pub(super) fn fuzz() -> Outcome {
    rust::build()?;
    let environment = house::target().join("xtask/python");
    install_packages(&environment)?;
    let demo = Demo::start("api")?;
    run(Command::new(environment.join("bin/schemathesis"))
        .arg("--config-file")
        .arg(house::root().join("xtask/api/schemathesis.toml"))
        .args(["run", &format!("{}/api/v1/openapi.json", demo.address)])
        .env("DEMO_API_TOKEN", DEMO_API_TOKEN)
        .env("SCHEMATHESIS_HOOKS", house::root().join("xtask/api/hooks.py"))
        .current_dir(house::target().join("xtask")))
}

/// Installs the pinned Python packages, unless they already are what the list says.
fn install_packages(environment: &Path) -> Outcome {
    let list_path = house::root().join("xtask/api/requirements.txt");
    let list = fs::read(&list_path).map_err(|error| trouble(&list_path, &error))?;
    let installed_path = environment.join("installed-requirements.txt");
    if fs::read(&installed_path).is_ok_and(|installed| installed == list) {
        return Ok(());
    }
    println!("Installing the Python packages of xtask/api/requirements.txt.");
    let python = tools::python().ok_or("There is no Python that can make an environment.")?;
    run(Command::new(python).args(["-m", "venv", "--clear"]).arg(environment))?;
    run(Command::new(environment.join("bin/python"))
        .args(["-m", "pip", "install", "--quiet", "--requirement"])
        .arg(&list_path))?;
    fs::write(&installed_path, list).map_err(|error| trouble(&installed_path, &error))
}
