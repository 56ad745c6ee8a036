//! The door for the host's own mail server, over a real socket.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::Duration;

use mail::arrival::State;
use stage::Stage;
use tokio::sync::watch;

use crate::{OURS, of_alice, settled, stage};

/// A mail server that hands something over.
struct Server {
    reader: BufReader<TcpStream>,
    writer: TcpStream,
}

impl Server {
    fn at(address: std::net::SocketAddr) -> Self {
        let writer = TcpStream::connect(address).unwrap();
        writer.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        let mut server = Self { reader: BufReader::new(writer.try_clone().unwrap()), writer };
        assert!(server.answer().starts_with("220 "));
        server
    }

    /// The next answer, the last of its lines.
    fn answer(&mut self) -> String {
        loop {
            let mut line = String::new();
            self.reader.read_line(&mut line).unwrap();
            if line.len() < 4 || line.as_bytes()[3] != b'-' {
                return line.trim_end().to_owned();
            }
        }
    }

    fn says(&mut self, words: &str) -> String {
        self.writer.write_all(format!("{words}\r\n").as_bytes()).unwrap();
        self.answer()
    }

    /// A whole mail, up to the answers to it.
    fn hands_over(&mut self, to: &[&str], mail: &str) -> Vec<String> {
        assert!(self.says("MAIL FROM:<alice@harbour.example> SIZE=100 BODY=8BITMIME").starts_with("250 "));
        for address in to {
            assert!(self.says(&format!("RCPT TO:<{address}>")).starts_with("250 "), "{address}");
        }
        assert!(self.says("DATA").starts_with("354 "));
        let stuffed = mail.replace("\n.", "\n..").replace('\n', "\r\n");
        self.writer.write_all(format!("{stuffed}\r\n.\r\n").as_bytes()).unwrap();
        to.iter().map(|_| self.answer()).collect()
    }
}

/// The door is open while this runs.
fn at_the_door(stage: &Stage, visit: impl FnOnce(std::net::SocketAddr)) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let (stop, stopped) = watch::channel(false);
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
    let address = listener.local_addr().unwrap();
    let serving = runtime.spawn(mail::lmtp::take_until(stage.app.clone(), listener, stopped));
    visit(address);
    stop.send(true).unwrap();
    runtime.block_on(serving).unwrap();
}

fn newest(stage: &Stage) -> mail::arrival::Arrival {
    let entry = stage.app.db.read_here(mail::arrival::rows::hashes).unwrap();
    assert_eq!(entry.len(), 1, "{entry:?}");
    let key = stage.read(&stage.cast.ines.me, |work| mail::arrival::rows::newest(work.connection)).unwrap();
    key.unwrap()
}

#[test]
fn a_mail_is_on_disk_before_it_is_said_to_be_kept() {
    let stage = stage();
    at_the_door(&stage, |address| {
        let mut server = Server::at(address);
        assert!(server.says("LHLO mx.guards.example").starts_with("250 "));
        let mail = of_alice("lmtp", "Harbour Gate", "", "One dot:\n.\nTwo.\n..");
        let answers = server.hands_over(&[OURS, "care+gate@guards.example"], &mail);
        assert_eq!(answers, ["250 2.0.0 kept", "250 2.0.0 kept"], "each recipient is answered");
        let kept = newest(&stage);
        assert_eq!(kept.envelope.recipients, ["care+gate@guards.example", OURS]);
        let raw = mail::arrival::read(&stage.app, &kept.hash).unwrap();
        assert_eq!(String::from_utf8(raw).unwrap(), mail.replace('\n', "\r\n") + "\r\n");
        assert_eq!(kept.state(), State::Waiting, "the job has not run");
        assert!(server.says("QUIT").starts_with("221 "));
    });
    stage.run_jobs();
    assert_eq!(settled(&newest(&stage)).state, State::Raised);
}

#[test]
fn only_mail_to_us_is_taken_and_in_its_order() {
    let stage = stage();
    at_the_door(&stage, |address| {
        let mut server = Server::at(address);
        assert!(server.says("MAIL FROM:<a@x.example>").starts_with("503 "));
        assert!(server.says("EHLO x").starts_with("250 "));
        assert!(server.says("RCPT TO:<care@guards.example>").starts_with("503 "));
        assert!(server.says("DATA").starts_with("503 "));
        assert!(server.says("MAIL FROM:<a@x.example> SIZE=99999999").starts_with("552 "));
        assert!(server.says("MAIL FROM:<a@x.example>").starts_with("250 "));
        assert!(server.says("MAIL FROM:<a@x.example>").starts_with("503 "));
        for (to, answer) in [
            ("care@guards.example", "250 "),
            ("CARE+anything@guards.example", "250 "),
            ("yard@mill-guards.example", "250 "),
            ("someone@guards.example", "550 "),
            ("care@elsewhere.example", "550 "),
        ] {
            assert!(server.says(&format!("RCPT TO:<{to}>")).starts_with(answer), "{to}");
        }
        assert!(server.says("RSET").starts_with("250 "));
        assert!(server.says("NOOP").starts_with("250 "));
        assert!(server.says("DATA").starts_with("503 "), "it was forgotten");
        assert!(server.says("STARTTLS").starts_with("502 "));
        assert!(server.says("gibberish").starts_with("500 "));
        assert!(server.says(&"x".repeat(10_000)).starts_with("500 "));
    });
    assert!(stage.app.db.read_here(mail::arrival::rows::hashes).unwrap().is_empty());
}

#[test]
fn by_smtp_a_mail_has_one_answer_and_a_report_has_no_sender() {
    let stage = stage();
    at_the_door(&stage, |address| {
        let mut server = Server::at(address);
        assert!(server.says("EHLO mx.guards.example").starts_with("250 "));
        assert!(server.says("MAIL FROM:<>").starts_with("250 "));
        assert!(server.says("RCPT TO:<care@guards.example>").starts_with("250 "));
        assert!(server.says("RCPT TO:<care+gate@guards.example>").starts_with("250 "));
        assert!(server.says("DATA").starts_with("354 "));
        assert_eq!(server.says("From: a@x.example\r\n\r\nReport.\r\n."), "250 2.0.0 kept");
        assert!(server.says("QUIT").starts_with("221 "));
    });
    stage.run_jobs();
    assert_eq!(settled(&newest(&stage)).state, State::Machine);
}

#[test]
fn what_is_too_large_is_heard_to_its_end_and_refused() {
    let stage = stage();
    at_the_door(&stage, |address| {
        let mut server = Server::at(address);
        server.says("LHLO mx.guards.example");
        let large = "x".repeat(998) + "\n";
        let large = large.repeat(mail::reading::bounds::LARGEST_BYTES / 998 + 10);
        let answers = server.hands_over(&[OURS], &large);
        assert!(answers[0].starts_with("552 "), "{answers:?}");
        assert!(server.says("NOOP").starts_with("250 "), "the talk goes on");
    });
    assert!(stage.app.db.read_here(mail::arrival::rows::hashes).unwrap().is_empty());
}

#[test]
fn whoever_does_everything_wrong_is_sent_away() {
    let stage = stage();
    at_the_door(&stage, |address| {
        let mut server = Server::at(address);
        let answers: Vec<String> = (0..21).map(|_| server.says("EXPN x")).collect();
        assert!(answers.iter().all(|answer| answer.starts_with("502 ")));
        assert!(server.answer().starts_with("421 "));
    });
}

#[test]
fn a_disk_that_takes_nothing_is_said_and_nothing_is_lost() {
    let stage = stage();
    // What stands in the place of the folder cannot be one.
    std::fs::write(stage.app.settings.mail_in_folder(), b"").unwrap();
    at_the_door(&stage, |address| {
        let mut server = Server::at(address);
        server.says("LHLO mx.guards.example");
        let answers = server.hands_over(&[OURS], &of_alice("full", "x", "", "x"));
        assert!(answers[0].starts_with("452 "), "{answers:?}");
    });
    std::fs::remove_file(stage.app.settings.mail_in_folder()).unwrap();
    at_the_door(&stage, |address| {
        let mut server = Server::at(address);
        server.says("LHLO mx.guards.example");
        assert!(server.hands_over(&[OURS], &of_alice("full", "x", "", "x"))[0].starts_with("250 "));
    });
}
