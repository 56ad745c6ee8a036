//! The server that is measured: the binary as it ships, in a process of its own.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::client::Client;

/// How long a server may take until it is ready.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running server; killed when dropped.
pub(crate) struct House {
    child: Child,
    pub address: String,
    /// From the start of the process to its first word that it is ready.
    pub ready_after: Duration,
}

impl House {
    /// Starts `rapport COMMAND` on a data folder and waits until it is ready.
    pub(crate) fn start(command: &str, data: &Path) -> Outcome<Self> {
        let address = free_address()?;
        let log = File::create(data.with_extension("log"))?;
        let begun = Instant::now();
        let child = Command::new(binary()?)
            .args([command, "--listen", &address, "--data"])
            .arg(data)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()?;
        let mut house = Self { child, address, ready_after: Duration::ZERO };
        while !house.is_ready() {
            if begun.elapsed() > PATIENCE || house.child.try_wait()?.is_some() {
                return Err(format!("the server does not start: see {}", data.with_extension("log").display()).into());
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        house.ready_after = begun.elapsed();
        Ok(house)
    }

    fn is_ready(&self) -> bool {
        let answer = Client::connect(&self.address, "").and_then(|mut client| client.get("/health/ready"));
        answer.is_ok_and(|answer| answer.status == 200)
    }

    /// The memory that it holds, in bytes, as Linux says.
    pub(crate) fn resident_bytes(&self) -> Outcome<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no VmRSS")?;
        let kibibytes: u64 = line.trim().trim_end_matches(" kB").parse()?;
        Ok(kibibytes * 1_024)
    }

    /// The cookie of a staff member of the demo who signs in.
    pub(crate) fn sign_in(&self, email: &str) -> Outcome<String> {
        let form = [("email", email), ("password", server::demo::PASSWORD)];
        let answer = Client::connect(&self.address, "")?.post("/sign-in", &form)?;
        answer.cookie.ok_or_else(|| format!("{email} cannot sign in ({})", answer.status).into())
    }

    /// Asks it to stop as a service manager does, and waits for its end.
    pub(crate) fn stop(mut self) -> Outcome<()> {
        Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status()?;
        self.child.wait()?;
        Ok(())
    }
}

impl Drop for House {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ended = self.child.kill();
        let _reaped = self.child.wait();
    }
}

/// The server's binary lies beside this one.
pub(crate) fn binary() -> Outcome<PathBuf> {
    let file = std::env::current_exe()?.with_file_name("rapport");
    if file.exists() { Ok(file) } else { Err("build the server first: cargo build --release --package server".into()) }
}

fn free_address() -> Outcome<String> {
    Ok(std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string())
}
