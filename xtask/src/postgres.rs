//! A PostgreSQL of our own for one run of the tests: its own folder, port and password, gone
//! afterwards.

use std::fs::{self, File};
use std::io::Read;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::demo::free_port;
use crate::house::{self, Outcome, trouble};
use crate::leash::Leash;

/// Nothing here must survive a power cut, so nothing waits for the disk. The connections suffice
/// for every test at once on a large machine.
const SETTINGS: &[&str] = &[
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "max_wal_size=128MB",
    "max_connections=200",
    "unix_socket_directories=",
    "listen_addresses=127.0.0.1",
];

/// A running cluster; stopped and removed when dropped, or when this process dies.
pub(crate) struct Cluster {
    /// What `TEST_DATABASE` is set to.
    pub(crate) address: String,
    _leash: Leash,
}

impl Cluster {
    /// Makes the cluster and waits until it takes connections.
    pub(crate) fn start() -> Result<Self, String> {
        let programs = programs().ok_or("PostgreSQL's server programs were not found.")?;
        // Not below target/: when the tests run as root, the cluster belongs to another user, who
        // may not be able to reach into the workspace. In memory if there is room, for every test has a
        // database of its own, and each is more than a thousand files.
        let parent = house::room_in_memory().map_or_else(std::env::temp_dir, PathBuf::from);
        let folder = parent.join(format!("rapport-postgres-{}", std::process::id()));
        house::fresh_folder(&folder)?;
        let password = random_word().map_err(|error| format!("No random word: {error}."))?;
        let owner = Owner::of(&folder)?;
        make(&programs, &folder, &owner, &password)?;
        serve(&programs, &folder, &owner, &password)
    }
}

/// The folder of PostgreSQL's server programs: the newest of Debian's, or one on the path.
pub(crate) fn programs() -> Option<PathBuf> {
    let debian = Path::new("/usr/lib/postgresql");
    let versions = fs::read_dir(debian).into_iter().flatten().flatten();
    let newest = versions
        .filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok())
        .filter(|version| debian.join(format!("{version}/bin/initdb")).exists())
        .max();
    match newest {
        Some(version) => Some(debian.join(format!("{version}/bin"))),
        None => std::env::split_paths(&std::env::var_os("PATH")?)
            .find(|folder| folder.join("initdb").exists() && folder.join("postgres").exists()),
    }
}

/// Who runs the cluster: PostgreSQL refuses to run as root.
struct Owner(Option<(u32, u32)>);

impl Owner {
    /// Us, or Debian's `postgres` user when we are root.
    fn of(folder: &Path) -> Result<Self, String> {
        let us = fs::metadata(folder).map_err(|error| trouble(folder, &error))?.uid();
        if us != 0 {
            return Ok(Self(None));
        }
        let accounts = fs::read_to_string("/etc/passwd").unwrap_or_default();
        let ids = ids_of("postgres", &accounts);
        ids.map(|ids| Self(Some(ids))).ok_or("There is no user `postgres` to run PostgreSQL.".into())
    }

    fn command(&self, program: PathBuf) -> Command {
        let mut command = Command::new(program);
        if let Self(Some((user, group))) = self {
            command.uid(*user).gid(*group);
        }
        command.current_dir("/");
        command
    }

    fn give(&self, path: &Path) -> Outcome {
        let Self(Some((user, group))) = self else {
            return Ok(());
        };
        chown(path, Some(*user), Some(*group)).map_err(|error| trouble(path, &error))
    }
}

/// The user and group number of an account, from the text of `/etc/passwd`.
fn ids_of(name: &str, accounts: &str) -> Option<(u32, u32)> {
    let line = accounts.lines().find(|line| line.split(':').next() == Some(name))?;
    let mut fields = line.split(':').skip(2);
    Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
}

fn make(programs: &Path, folder: &Path, owner: &Owner, password: &str) -> Outcome {
    let only_owner = fs::Permissions::from_mode(0o700);
    fs::set_permissions(folder, only_owner).map_err(|error| trouble(folder, &error))?;
    let password_file = folder.join("password");
    fs::write(&password_file, password).map_err(|error| trouble(&password_file, &error))?;
    owner.give(&password_file)?;
    owner.give(folder)?;
    let output = owner
        .command(programs.join("initdb"))
        .args(["--username=rapport", "--auth=password", "--encoding=UTF8", "--locale=C.UTF-8"])
        .args(["--no-sync", "--no-instructions", "--pwfile"])
        .arg(&password_file)
        .arg(folder.join("data"))
        .output()
        .map_err(|error| trouble(&programs.join("initdb"), &error))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("initdb failed: {}", String::from_utf8_lossy(&output.stderr)))
}

fn serve(programs: &Path, folder: &Path, owner: &Owner, password: &str) -> Result<Cluster, String> {
    let port = free_port()?.to_string();
    let log_path = house::target().join("xtask").join("postgres.log");
    fs::create_dir_all(house::target().join("xtask")).map_err(|error| trouble(&log_path, &error))?;
    let log = File::create(&log_path).map_err(|error| trouble(&log_path, &error))?;
    let copy = log.try_clone().map_err(|error| trouble(&log_path, &error))?;
    let mut command = owner.command(programs.join("postgres"));
    command.arg("-D").arg(folder.join("data")).args(["-p", &port]).stdout(log).stderr(copy);
    for setting in SETTINGS {
        command.args(["-c", setting]);
    }
    // INT is PostgreSQL's fast shutdown: it does not wait for connections to close.
    let mut leash =
        Leash::start(&mut command, "INT", folder).map_err(|error| trouble(&programs.join("postgres"), &error))?;
    wait_until_ready(programs, &port, &mut leash)
        .map_err(|reason| format!("{reason} Its log is {}.", log_path.display()))?;
    let address = format!("postgres://rapport:{password}@127.0.0.1:{port}/postgres");
    Ok(Cluster { address, _leash: leash })
}

fn wait_until_ready(programs: &Path, port: &str, leash: &mut Leash) -> Outcome {
    let started = Instant::now();
    while started.elapsed() < Duration::from_secs(60) {
        if leash.has_ended() {
            return Err("PostgreSQL ended instead of serving.".into());
        }
        if house::succeeds(programs.join("pg_isready"), &["-h", "127.0.0.1", "-p", port]) {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    Err("PostgreSQL was not ready after 60 seconds.".into())
}

/// 32 hexadecimal digits from the system's random source.
fn random_word() -> std::io::Result<String> {
    let mut bytes = [0; 16];
    File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_found_by_its_whole_name() {
        let accounts = "root:x:0:0:root:/root:/bin/sh\npostgres2:x:7:8::/:/bin/sh\n\
                        postgres:x:101:104:,,,:/var/lib/postgresql:/bin/bash\n";
        assert_eq!(ids_of("postgres", accounts), Some((101, 104)));
        assert_eq!(ids_of("nobody", accounts), None);
    }

    #[test]
    fn two_random_words_differ() {
        let (one, other) = (random_word().unwrap(), random_word().unwrap());
        assert_eq!(one.len(), 32);
        assert_ne!(one, other);
    }
}
