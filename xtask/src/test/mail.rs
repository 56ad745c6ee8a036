//! The step that goes the whole way by mail, with a mail server and a mailbox of Debian's.

use std::fs;
use std::process::Command;

use super::rust;
use crate::demo;
use crate::house::{self, Outcome, run, trouble};
use crate::tools;

pub(super) fn walk() -> Outcome {
    rust::build()?;
    let folder = house::target().join("xtask/mail");
    // What an earlier walk left may belong to another user of the servers.
    run(tools::as_root("rm").arg("-rf").arg(&folder))?;
    fs::create_dir_all(house::target().join("xtask")).map_err(|error| trouble(&folder, &error))?;
    let script = house::root().join("xtask/mail/way.py");
    let walked: &mut Command = &mut tools::as_root("python3");
    run(walked.arg("-B").arg(script).arg(demo::binary()).arg(folder))
}
