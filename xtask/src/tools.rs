//! The outside programs that some steps need, and how a missing one is installed.

use std::path::Path;
use std::process::Command;

use crate::house::{Outcome, run, succeeds};
use crate::postgres;

/// An outside program, the Debian packages that carry it, and how to tell that it is here.
pub(crate) struct Tool {
    packages: &'static [&'static str],
    is_here: fn() -> bool,
}

/// The browser that the pages are tried in.
pub(crate) const CHROMIUM: Tool = Tool { packages: &["chromium"], is_here: || succeeds("chromium", &["--version"]) };

/// Runs the browser tests.
pub(crate) const NODE: Tool = Tool {
    packages: &["nodejs", "npm"],
    is_here: || succeeds("node", &["--version"]) && succeeds("npm", &["--version"]),
};

/// Runs the HTML checker.
pub(crate) const JAVA: Tool = Tool { packages: &["default-jre-headless"], is_here: || succeeds("java", &["-version"]) };

/// The second database.
pub(crate) const POSTGRES: Tool = Tool { packages: &["postgresql"], is_here: || postgres::programs().is_some() };

/// Runs the program that fuzzes the interface for machines.
pub(crate) const PYTHON: Tool = Tool { packages: &["python3", "python3-venv"], is_here: || python().is_some() };

/// The mail server that takes and hands on letters.
pub(crate) const EXIM: Tool =
    Tool { packages: &["exim4-daemon-light", "openssl"], is_here: || succeeds("/usr/sbin/exim4", &["-bV"]) };

/// The mailboxes.
pub(crate) const DOVECOT: Tool = Tool {
    packages: &["dovecot-imapd", "dovecot-lmtpd"],
    is_here: || succeeds("/usr/sbin/dovecot", &["--version"]) && Path::new("/usr/lib/dovecot/lmtp").exists(),
};

/// A Python that can make a virtual environment: the first on the path, or else Debian's own.
pub(crate) fn python() -> Option<&'static str> {
    let pythons = ["python3", "/usr/bin/python3"];
    pythons.into_iter().find(|python| succeeds(python, &["-c", "import ensurepip, venv"]))
}

/// Installs the Debian packages of the tools that are not here.
pub(crate) fn install_missing<'a>(tools: impl IntoIterator<Item = &'a Tool>) -> Outcome {
    let missing = tools.into_iter().filter(|tool| !(tool.is_here)());
    let packages: Vec<&str> = missing.flat_map(|tool| tool.packages).copied().collect();
    if packages.is_empty() {
        return Ok(());
    }
    println!("Installing Debian packages that are missing: {}", packages.join(" "));
    let by_hand = format!("Install them by hand: apt-get install {}", packages.join(" "));
    apt_get(&["update", "-qq"]).map_err(|reason| format!("{reason}\n{by_hand}"))?;
    let mut arguments = vec!["install", "-y", "-qq", "--no-install-recommends"];
    arguments.extend(&packages);
    apt_get(&arguments).map_err(|reason| format!("{reason}\n{by_hand}"))
}

fn apt_get(arguments: &[&str]) -> Outcome {
    if !succeeds("apt-get", &["--version"]) {
        return Err("This is not a Debian system: there is no apt-get.".into());
    }
    let mut command = if is_root() {
        Command::new("apt-get")
    } else if succeeds("sudo", &["-n", "true"]) {
        let mut command = Command::new("sudo");
        command.args(["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        command
    } else {
        return Err("Only root may install packages, and sudo asks for a password.".into());
    };
    run(command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
}

/// A program that must be root, as servers that speak for many users must.
pub(crate) fn as_root(program: &str) -> Command {
    if is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("sudo");
    command.args(["-n", program]);
    command
}

fn is_root() -> bool {
    let output = Command::new("id").arg("-u").output();
    output.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
