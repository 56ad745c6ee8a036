//! The mailbox: a server that says what it is told to say, and what is made of it.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use ground::config::Said;
use ground::job;
use mail::arrival::State;
use stage::Stage;

use crate::{of_alice, said, settled, stage_with};

/// What lies in the mailbox, and how the server behaves.
#[derive(Default)]
struct Box {
    validity: u32,
    /// Number, whether it was seen, the mail.
    mails: Vec<(u32, bool, String)>,
    moved: Vec<u32>,
    /// Hangs up when this mail is to be marked.
    hangs_up_before_marking: Option<u32>,
}

type Shared = Arc<Mutex<Box>>;

/// Serves a mailbox on this machine, one look after the other; the address for the settings.
fn serve(mailbox: &Shared) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let mailbox = Arc::clone(mailbox);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            talk(&stream.unwrap(), &mailbox);
        }
    });
    format!("imap://care:secret@{address}/INBOX")
}

fn talk(stream: &TcpStream, mailbox: &Shared) {
    let (mut reader, mut writer) = (BufReader::new(stream), stream);
    let mut say = |words: String| writer.write_all(words.as_bytes()).is_ok();
    say("* OK ready\r\n".to_owned());
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).unwrap_or(0) == 0 {
            return;
        }
        let line = line.trim_end();
        let (tag, command) = line.split_once(' ').unwrap();
        let Some(answer) = answer(&mut mailbox.lock().unwrap(), command) else { return };
        let ended = if answer.starts_with("NO ") {
            format!("{tag} {answer}\r\n")
        } else {
            format!("{answer}{tag} OK done\r\n")
        };
        if !say(ended) || command == "LOGOUT" {
            return;
        }
    }
}

fn answer(mailbox: &mut Box, command: &str) -> Option<String> {
    let words: Vec<&str> = command.split(' ').collect();
    let number = |at: usize| words.get(at).and_then(|word| word.parse::<u32>().ok());
    Some(match (words[0], words.get(1).copied().unwrap_or_default()) {
        ("LOGIN", _) if command.contains("\"secret\"") => String::new(),
        ("LOGIN", _) => "NO [AUTHENTICATIONFAILED] wrong password".to_owned(),
        ("SELECT", name) if name.contains("INBOX") => {
            let next = mailbox.mails.iter().map(|mail| mail.0 + 1).max().unwrap_or(1);
            format!(
                "* {} EXISTS\r\n* OK [UIDVALIDITY {}] x\r\n* OK [UIDNEXT {next}] x\r\n",
                mailbox.mails.len(),
                mailbox.validity
            )
        }
        ("SELECT", _) => "NO no such folder".to_owned(),
        ("UID", "SEARCH") => {
            let from = command
                .rsplit(' ')
                .next()
                .and_then(|range| range.strip_suffix(":*"))
                .and_then(|from| from.parse().ok());
            let newest = mailbox.mails.iter().map(|mail| mail.0).max().unwrap_or(0);
            let wanted = |mail: &&(u32, bool, String)| match from {
                // As servers do: the last one is always in the range.
                Some(from) => mail.0 >= from || mail.0 == newest,
                None => !mail.1,
            };
            let found: Vec<String> = mailbox.mails.iter().filter(wanted).map(|mail| mail.0.to_string()).collect();
            format!("* SEARCH {}\r\n", found.join(" "))
        }
        ("UID", "FETCH") => {
            let mail = mailbox.mails.iter().find(|mail| Some(mail.0) == number(2)).map(|mail| mail.2.clone());
            match mail {
                None => String::new(),
                Some(mail) if command.contains("RFC822.SIZE") => {
                    format!("* 1 FETCH (UID {} RFC822.SIZE {})\r\n", words[2], mail.len())
                }
                Some(mail) => format!("* 1 FETCH (UID {} BODY[] {{{}}}\r\n{mail})\r\n", words[2], mail.len()),
            }
        }
        ("UID", "STORE") if mailbox.hangs_up_before_marking == number(2) => {
            mailbox.hangs_up_before_marking = None;
            return None;
        }
        ("UID", "STORE") => {
            mailbox.mails.iter_mut().filter(|mail| Some(mail.0) == number(2)).for_each(|mail| mail.1 = true);
            String::new()
        }
        ("UID", "MOVE") => {
            mailbox.moved.extend(number(2));
            mailbox.mails.retain(|mail| Some(mail.0) != number(2));
            String::new()
        }
        _ => String::new(),
    })
}

fn mailbox(mails: &[(u32, bool)]) -> Shared {
    let mail = |number: u32| of_alice(&format!("box-{number}"), "Harbour Gate", "", &format!("Mail {number}."));
    let mails = mails.iter().map(|(number, seen)| (*number, *seen, mail(*number).replace('\n', "\r\n"))).collect();
    Arc::new(Mutex::new(Box { validity: 7, mails, ..Box::default() }))
}

fn stage(address: &str) -> Stage {
    stage_with(Said { mail_in: Some(address.to_owned()), ..said() })
}

fn arrivals(stage: &Stage) -> usize {
    stage.app.db.read_here(mail::arrival::rows::hashes).unwrap().len()
}

fn look(stage: &Stage) {
    stage.app.clock.forward_seconds(60);
    stage.run_jobs();
}

/// What the page of the jobs says is wrong.
fn trouble(stage: &Stage) -> String {
    let jobs = stage.app.db.read_here(|connection| job::in_trouble(connection, 10)).unwrap();
    jobs.into_iter().filter(|job| job.kind == "mail.fetch").filter_map(|job| job.last_error).collect()
}

#[test]
fn what_nobody_has_seen_is_taken_once_and_marked() {
    let shared = mailbox(&[(3, true), (5, false), (6, false)]);
    let stage = stage(&serve(&shared));
    look(&stage);
    assert_eq!((arrivals(&stage), trouble(&stage)), (2, String::new()));
    assert!(shared.lock().unwrap().mails.iter().all(|mail| mail.1));
    look(&stage);
    assert_eq!(arrivals(&stage), 2);
    // Somebody reads the next one in the mailbox before we look: it is taken all the same.
    let next = of_alice("box-9", "Harbour Gate", "", "Mail 9.");
    shared.lock().unwrap().mails.push((9, true, next));
    look(&stage);
    assert_eq!(arrivals(&stage), 3);
    let newest = stage.read(&stage.cast.ines.me, |work| mail::arrival::rows::newest(work.connection)).unwrap().unwrap();
    assert_eq!(settled(&newest).state, State::Raised);
}

#[test]
fn a_look_that_is_cut_off_before_marking_takes_nothing_twice() {
    let shared = mailbox(&[(1, false), (2, false), (3, false)]);
    shared.lock().unwrap().hangs_up_before_marking = Some(2);
    let stage = stage(&serve(&shared));
    look(&stage);
    assert!(trouble(&stage).contains("mail server"), "{}", trouble(&stage));
    look(&stage);
    look(&stage);
    assert_eq!((arrivals(&stage), trouble(&stage)), (3, String::new()));
}

#[test]
fn a_mailbox_that_was_made_anew_brings_nothing_twice() {
    let shared = mailbox(&[(11, false), (12, false)]);
    let stage = stage(&serve(&shared));
    look(&stage);
    let mut changed = shared.lock().unwrap();
    changed.validity = 8;
    for (at, mail) in changed.mails.iter_mut().enumerate() {
        (mail.0, mail.1) = (u32::try_from(at).unwrap() + 1, false);
    }
    drop(changed);
    look(&stage);
    assert_eq!((arrivals(&stage), trouble(&stage)), (2, String::new()));
}

#[test]
fn what_was_taken_is_moved_where_that_is_wished() {
    let shared = mailbox(&[(1, false), (2, false)]);
    let stage = stage(&format!("{}?done=Taken", serve(&shared)));
    look(&stage);
    assert_eq!((arrivals(&stage), trouble(&stage)), (2, String::new()));
    assert_eq!(shared.lock().unwrap().moved, [1, 2]);
}

#[test]
fn what_is_wrong_with_the_mailbox_is_said_where_administrators_read_it() {
    let shared = mailbox(&[(1, false)]);
    let address = serve(&shared);
    for (address, sentence) in [
        (address.replace("secret", "wrong"), "does not let us in"),
        (address.replace("INBOX", "Nowhere"), "no folder Nowhere"),
        ("imap://care:secret@127.0.0.1:1/INBOX".to_owned(), "cannot be reached"),
        ("imap://care@127.0.0.1:1/INBOX".to_owned(), "has no password"),
    ] {
        let stage = stage(&address);
        look(&stage);
        let said = trouble(&stage);
        assert!(said.contains(sentence) && !said.contains("secret"), "{said}");
        assert_eq!(arrivals(&stage), 0);
    }
}
