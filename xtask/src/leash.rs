//! A background process that never outlives this one, however this one ends.
//!
//! A small shell, the keeper, waits on a pipe that only this process holds. When the pipe closes
//! (the leash is dropped, or this process is interrupted or killed) the keeper stops the
//! background process and removes its folder. That needs no signal handler and no `unsafe`.

use std::io;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Arguments: the signal that asks politely, the process, the folder to remove. A process that
/// does not end within ten seconds is killed.
const KEEPER: &str = r#"
cat >/dev/null
kill -s "$1" "$2" 2>/dev/null
tries=0
while kill -0 "$2" 2>/dev/null; do
    tries=$((tries + 1))
    if [ "$tries" -gt 100 ]; then
        kill -s KILL "$2"
        break
    fi
    sleep 0.1
done
rm -rf "$3"
"#;

/// Holds a background process; dropping it stops the process and removes its folder.
pub(crate) struct Leash {
    child: Child,
    keeper: Child,
}

impl Leash {
    /// Starts the command. `signal` is how it is asked to stop, such as `TERM`.
    pub(crate) fn start(command: &mut Command, signal: &str, folder: &Path) -> io::Result<Self> {
        // A group of its own: an interrupt typed at the terminal reaches us, and we end it in order.
        let mut child = command.stdin(Stdio::null()).process_group(0).spawn()?;
        let keeper = Command::new("sh")
            .args(["-c", KEEPER, "keeper", signal, &child.id().to_string()])
            .arg(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn();
        match keeper {
            Ok(keeper) => Ok(Self { child, keeper }),
            Err(error) => {
                child.kill()?;
                child.wait()?;
                Err(error)
            }
        }
    }

    /// Whether the process has ended by itself.
    pub(crate) fn has_ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }
}

impl Drop for Leash {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        // Both are ours and about to end; there is nobody to tell if waiting fails.
        let _ = self.child.wait();
        let _ = self.keeper.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dropped_leash_stops_the_process_and_removes_its_folder() {
        let folder = std::env::temp_dir().join(format!("leash-test-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let mut leash = Leash::start(Command::new("sleep").arg("1000"), "TERM", &folder).unwrap();
        let process = format!("/proc/{}", leash.child.id());
        assert!(!leash.has_ended());
        assert!(Path::new(&process).exists());
        drop(leash);
        assert!(!Path::new(&process).exists());
        assert!(!folder.exists());
    }

    #[test]
    fn a_process_that_ended_by_itself_is_noticed() {
        let mut leash = Leash::start(&mut Command::new("true"), "TERM", Path::new("")).unwrap();
        leash.child.wait().unwrap();
        assert!(leash.has_ended());
    }
}
