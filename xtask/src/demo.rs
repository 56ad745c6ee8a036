//! A running demo organization for the steps that knock at the front door.

use std::fs::File;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::house::{self, trouble};
use crate::leash::Leash;

/// How long the demo may take to fill its database and open its door.
const PATIENCE: Duration = Duration::from_secs(180);

/// The server that the tests of the outside start.
pub(crate) fn binary() -> PathBuf {
    house::target().join("debug").join("rapport")
}

/// A demo on a free port of this machine, with a fresh data folder; stopped when dropped.
pub(crate) struct Demo {
    /// Where it answers, such as `http://127.0.0.1:40123`.
    pub(crate) address: String,
    _leash: Leash,
}

impl Demo {
    /// Starts the demo and waits until it says that it is ready.
    pub(crate) fn start(name: &str) -> Result<Self, String> {
        let door = format!("127.0.0.1:{}", free_port()?);
        let data = house::target().join("xtask").join(format!("{name}-data"));
        house::fresh_folder(&data)?;
        let log_path = data.with_extension("log");
        let log = File::create(&log_path).map_err(|error| trouble(&log_path, &error))?;
        let copy = log.try_clone().map_err(|error| trouble(&log_path, &error))?;
        let mut command = Command::new(binary());
        command.args(["demo", "--listen", &door, "--data"]).arg(&data);
        command.stdout(log).stderr(copy);
        let mut leash = Leash::start(&mut command, "TERM", &data).map_err(|error| trouble(&binary(), &error))?;
        wait_until_ready(&door, &mut leash).map_err(|reason| format!("{reason} Its log is {}.", log_path.display()))?;
        Ok(Self { address: format!("http://{door}"), _leash: leash })
    }
}

/// A port on the loopback that nobody listens on at this moment.
pub(crate) fn free_port() -> Result<u16, String> {
    TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|error| format!("No free port: {error}."))
}

fn wait_until_ready(door: &str, leash: &mut Leash) -> Result<(), String> {
    let started = Instant::now();
    while started.elapsed() < PATIENCE {
        if leash.has_ended() {
            return Err("The demo ended instead of serving.".into());
        }
        if is_ready(door).unwrap_or(false) {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    Err(format!("The demo was not ready after {} seconds.", PATIENCE.as_secs()))
}

/// Asks the readiness page with the fewest words of HTTP.
fn is_ready(door: &str) -> std::io::Result<bool> {
    let mut connection = TcpStream::connect(door)?;
    connection.set_read_timeout(Some(Duration::from_secs(5)))?;
    let request = format!("GET /health/ready HTTP/1.1\r\nHost: {door}\r\nConnection: close\r\n\r\n");
    connection.write_all(request.as_bytes())?;
    let mut answer = Vec::new();
    connection.read_to_end(&mut answer)?;
    Ok(answer.starts_with(b"HTTP/1.1 200"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answering_with(answer: &'static str) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let door = listener.local_addr().unwrap().to_string();
        std::thread::spawn(move || {
            let (mut connection, _) = listener.accept().unwrap();
            let mut request = [0; 512];
            let _ = connection.read(&mut request).unwrap();
            connection.write_all(answer.as_bytes()).unwrap();
        });
        door
    }

    #[test]
    fn only_a_200_is_ready() {
        assert!(is_ready(&answering_with("HTTP/1.1 200 OK\r\n\r\nready")).unwrap());
        assert!(!is_ready(&answering_with("HTTP/1.1 503 Service Unavailable\r\n\r\n")).unwrap());
    }
}
