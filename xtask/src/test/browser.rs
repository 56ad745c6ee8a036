//! The step that tries the pages in a browser.

use std::fs;
use std::process::Command;

use crate::demo;
use crate::house::{self, Outcome, run, trouble};

use super::rust;

pub(super) fn try_pages() -> Outcome {
    rust::build()?;
    install_packages()?;
    // The scripts of the officer's phone against a server with faults, before pages of the real one.
    run(Command::new("node").arg(house::root().join("xtask/browser/phone/phone.mjs")))?;
    let script = house::root().join("xtask/browser/run.mjs");
    run(Command::new("node").arg("--test-reporter=spec").arg(script).env("RAPPORT_BINARY", demo::binary()))
}

/// Installs the pinned npm packages, unless they already are what the lock file says.
fn install_packages() -> Outcome {
    let folder = house::root().join("xtask/browser");
    let lock_path = folder.join("package-lock.json");
    let lock = fs::read(&lock_path).map_err(|error| trouble(&lock_path, &error))?;
    let installed_path = folder.join("node_modules/installed-lock.json");
    if fs::read(&installed_path).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("Installing the npm packages of xtask/browser/package-lock.json.");
    // Debian's Chromium is used; no package may run a script or fetch a browser of its own.
    run(Command::new("npm")
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .current_dir(&folder))?;
    fs::write(&installed_path, lock).map_err(|error| trouble(&installed_path, &error))
}
