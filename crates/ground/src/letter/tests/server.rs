//! A mail server that does what a script says.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// What the server does out of the usual: at which step, and what it says. Nothing said: it hangs up.
pub(super) type Turn = (&'static str, &'static str);

#[derive(Default)]
struct Seen {
    turns: VecDeque<Turn>,
    letters: Vec<String>,
    commands: Vec<String>,
    greeted: usize,
}

/// A mail server on this machine, for one test.
pub(super) struct Server {
    pub(super) address: String,
    seen: Arc<Mutex<Seen>>,
}

impl Server {
    /// Listens; each turn is taken at the first step that fits it.
    pub(super) fn start(turns: &[Turn]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("127.0.0.1:{}", listener.local_addr().unwrap().port());
        let seen = Arc::new(Mutex::new(Seen { turns: turns.iter().copied().collect(), ..Seen::default() }));
        let listening = Arc::clone(&seen);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let seen = Arc::clone(&listening);
                std::thread::spawn(move || converse(stream.unwrap(), &seen));
            }
        });
        Self { address, seen }
    }

    /// All letters whose last line was received, whether or not they were taken.
    pub(super) fn letters(&self) -> Vec<String> {
        self.seen.lock().unwrap().letters.clone()
    }

    pub(super) fn commands(&self) -> Vec<String> {
        self.seen.lock().unwrap().commands.clone()
    }

    /// How many conversations there were.
    pub(super) fn greeted(&self) -> usize {
        self.seen.lock().unwrap().greeted
    }
}

/// Ends when somebody hangs up.
fn converse(stream: TcpStream, seen: &Mutex<Seen>) -> Option<()> {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut writer = stream;
    let mut answer = |step: &str, usual: &str| {
        let mut seen = seen.lock().unwrap();
        let turn = seen.turns.front().copied().filter(|(at, _)| *at == step);
        let says = match turn {
            Some((_, says)) => seen.turns.pop_front().map_or(says, |(_, says)| says),
            None => usual,
        };
        drop(seen);
        (!says.is_empty()).then(|| writer.write_all(format!("{says}\r\n").as_bytes()).unwrap())
    };
    seen.lock().unwrap().greeted += 1;
    answer("HELLO", "220 test")?;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let command = line.trim_end().to_owned();
        let step = command.split([' ', ':']).next()?.to_uppercase();
        seen.lock().unwrap().commands.push(command);
        match step.as_str() {
            "EHLO" => answer("EHLO", "250-test\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN")?,
            "AUTH" => answer("AUTH", "235 2.7.0 Welcome")?,
            "DATA" => {
                answer("DATA", "354 Go on")?;
                let mut letter = String::new();
                while !letter.ends_with("\r\n.\r\n") {
                    reader.read_line(&mut letter).ok().filter(|read| *read > 0)?;
                }
                seen.lock().unwrap().letters.push(letter);
                answer("END", "250 2.0.0 Taken")?;
            }
            "QUIT" => answer("QUIT", "221 Bye")?,
            step => answer(step, "250 2.0.0 Ok")?,
        }
    }
}
