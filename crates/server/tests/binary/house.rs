//! The binary from the outside: commands, and a server that is asked over the network.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Output, Stdio};

/// The binary, with nothing of this machine's environment that could be a setting.
pub(crate) fn rapport(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
    command.current_dir(folder);
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("RAPPORT_")) {
        command.env_remove(name);
    }
    command
}

/// Runs a command to its end.
pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Output {
    rapport(folder).args(arguments).stdin(Stdio::null()).output().unwrap()
}

/// Runs a command that must succeed, and gives what it printed.
pub(crate) fn done(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    let (said, cause) = (text(&output.stdout), text(&output.stderr));
    assert!(output.status.success(), "{arguments:?}: {said}{cause}");
    said
}

/// Runs a command that must fail with 1, and gives all that it said.
pub(crate) fn failed(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    let said = text(&output.stdout) + &text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{arguments:?}: {said}");
    said
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A server on a free port; killed when dropped.
pub(crate) struct Server {
    child: Child,
    /// Where it answers: `127.0.0.1:40123`.
    pub(crate) address: String,
    log: BufReader<std::process::ChildStderr>,
}

impl Server {
    pub(crate) fn start(folder: &Path, arguments: &[&str]) -> Self {
        let mut command = rapport(folder);
        command.args(arguments).args(["--listen", "127.0.0.1:0"]).env("RUST_LOG", "info");
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap());
        let mut said = String::new();
        let address = loop {
            let mut line = String::new();
            assert!(log.read_line(&mut line).unwrap() > 0, "it ended instead of serving: {said}");
            if let Some((_, rest)) = line.split_once("serving address=") {
                break rest.split_whitespace().next().unwrap().to_owned();
            }
            said.push_str(&line);
        };
        Self { child, address, log }
    }

    /// The head and the body of an answer.
    pub(crate) fn get(&self, path: &str, headers: &[&str]) -> (String, String) {
        self.send("GET", path, headers, "")
    }

    /// The same for a form that is sent.
    pub(crate) fn post(&self, path: &str, form: &str) -> (String, String) {
        let length = format!("Content-Length: {}", form.len());
        self.send("POST", path, &["Content-Type: application/x-www-form-urlencoded", &length], form)
    }

    fn send(&self, method: &str, path: &str, headers: &[&str], body: &str) -> (String, String) {
        let mut connection = TcpStream::connect(&self.address).unwrap();
        let more: String = headers.iter().map(|header| format!("{header}\r\n")).collect();
        let head = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{more}\r\n", self.address);
        let request = head + body;
        connection.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        connection.read_to_end(&mut answer).unwrap();
        let answer = text(&answer);
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.to_owned(), body.to_owned())
    }

    /// Asks it to stop as a service manager does; how it ended, and what it logged until then.
    pub(crate) fn stop(mut self) -> (ExitStatus, String) {
        let kill = Command::new("sh").args(["-c", &format!("kill -TERM {}", self.child.id())]).status().unwrap();
        assert!(kill.success());
        let mut log = String::new();
        self.log.read_to_string(&mut log).unwrap();
        (self.child.wait().unwrap(), log)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ended = self.child.kill();
        let _reaped = self.child.wait();
    }
}
