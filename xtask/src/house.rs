//! Where things lie, and how other programs are run from here.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a recipe or a step ends with: nothing, or a sentence that says why it failed.
pub(crate) type Outcome = Result<(), String>;

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// The folder that cargo builds into.
pub(crate) fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// A cargo command in the workspace's folder, by the same cargo that runs this recipe.
pub(crate) fn cargo_command(arguments: &[&str]) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(cargo);
    command.args(arguments).current_dir(root());
    command
}

/// Runs cargo and waits for it.
pub(crate) fn cargo(arguments: &[&str], rest: &[String]) -> Outcome {
    run(cargo_command(arguments).args(rest))
}

/// Runs a command, showing what it prints; anything but success is an error.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let name = described(command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{name}` failed ({status}).")),
        Err(error) => Err(format!("`{name}` could not be started: {error}.")),
    }
}

/// Whether a command can be started and ends well; what it prints is not shown.
pub(crate) fn succeeds(program: impl AsRef<Path>, arguments: &[&str]) -> bool {
    let output = Command::new(program.as_ref()).args(arguments).output();
    output.is_ok_and(|output| output.status.success())
}

/// A folder that is kept in memory and has room for the files of the tests, if there is one: nothing of theirs must
/// outlive the run, so nothing need wait for the disk.
pub(crate) fn room_in_memory() -> Option<&'static str> {
    const FOLDER: &str = "/dev/shm";
    const ROOM_KIB: u64 = 2 * 1024 * 1024;
    let said = Command::new("df").args(["--output=avail", FOLDER]).output().ok()?;
    free_kib(&String::from_utf8_lossy(&said.stdout)).filter(|free| *free >= ROOM_KIB).map(|_| FOLDER)
}

/// What `df --output=avail` says, in KiB: a heading, and below it the number.
fn free_kib(said: &str) -> Option<u64> {
    said.lines().nth(1)?.trim().parse().ok()
}

/// Removes a folder if it is there and makes it anew.
pub(crate) fn fresh_folder(folder: &Path) -> Outcome {
    if folder.exists() {
        std::fs::remove_dir_all(folder).map_err(|error| trouble(folder, &error))?;
    }
    std::fs::create_dir_all(folder).map_err(|error| trouble(folder, &error))
}

/// The sentence for a file or folder that could not be used.
pub(crate) fn trouble(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}.", path.display())
}

fn described(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    let mut words = vec![name.to_string_lossy()];
    words.extend(command.get_args().map(|argument| argument.to_string_lossy()));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn free_room_is_read_and_nothing_is_no_room() {
        assert_eq!(free_kib("    Avail\n24672344\n"), Some(24_672_344));
        assert_eq!(free_kib(""), None);
    }
}
