//! Letters go to a mail server that takes them, refuses them, asks for patience, or hangs up.

use super::server::{Server, Turn};
use super::*;
use crate::job::in_trouble;

/// A house whose letters go to a server that follows a script.
fn with_server(turns: &[Turn]) -> (tempfile::TempDir, App, Server) {
    with_login("", turns)
}

fn with_login(login: &str, turns: &[Turn]) -> (tempfile::TempDir, App, Server) {
    let server = Server::start(turns);
    let said = Said { mail_out: Some(format!("smtp://{login}{}", server.address)), ..replying() };
    let (folder, app) = house(said);
    (folder, app, server)
}

fn trouble(app: &App) -> Vec<String> {
    let jobs = app.db.read_here(|connection| in_trouble(connection, 9)).unwrap();
    jobs.into_iter().filter_map(|job| job.last_error).collect()
}

fn run(app: &App, second: i64) {
    runner::run_due(app, at(second)).unwrap();
}

fn message_id(letter: &str) -> String {
    letter.lines().find_map(|line| line.strip_prefix("Message-ID: ")).unwrap().to_owned()
}

#[test]
fn letters_are_handed_over_in_one_conversation() {
    let (_folder, app, server) = with_server(&[]);
    let (first, second) = (written(&app, draft(), at(0)).unwrap(), written(&app, draft(), at(0)).unwrap());
    run(&app, 1);
    let ids: Vec<String> = server.letters().iter().map(|letter| message_id(letter)).collect();
    assert_eq!(ids, [first.message_id.clone(), second.message_id]);
    let posted = found(&app, &first.id);
    assert_eq!((posted.posted_at, posted.failed_at), (Some(1_000), None));
    assert_eq!(server.greeted(), 1, "the conversation goes on");
    let commands = server.commands();
    assert_eq!(commands[0], "EHLO rapport.example");
    assert_eq!(commands[1..3], ["MAIL FROM:<care@guards.example>", "RCPT TO:<dana@harbour.example>"]);
    let third = written(&app, draft(), at(100)).unwrap();
    run(&app, 100);
    assert_eq!((server.greeted(), found(&app, &third.id).posted_at), (2, Some(100_000)), "after a rest a new one");
    run(&app, 101);
    assert_eq!(server.letters().len(), 3);
}

#[test]
fn an_address_that_is_refused_is_not_tried_again() {
    let no = "550 5.1.1 <dana@harbour.example>: no such user";
    let (_folder, app, server) = with_server(&[("RCPT", no)]);
    let letter = written(&app, draft(), at(0)).unwrap();
    run(&app, 1);
    let failed = found(&app, &letter.id);
    assert_eq!((failed.posted_at, failed.failed_at), (None, Some(1_000)));
    assert_eq!(failed.failure.as_deref(), Some(no));
    assert_eq!(waiting(&app), [CAME_BACK], "whoever should know is told; it is not tried again");
    let refusing = app.db.read_here(|connection| refusing::find(connection, "dana@harbour.example")).unwrap();
    assert_eq!(refusing.map(|refusing| refusing.since_at), Some(at(1)));
    assert!(trouble(&app).is_empty() && server.letters().is_empty());
}

#[test]
fn a_letter_that_is_refused_says_nothing_about_its_address() {
    for turn in [("END", "554 5.7.1 We take this for spam"), ("RCPT", "552 5.2.2 Mailbox full")] {
        let (_folder, app, _server) = with_server(&[turn]);
        let letter = written(&app, draft(), at(0)).unwrap();
        run(&app, 1);
        assert_eq!(found(&app, &letter.id).failed_at, Some(1_000), "{turn:?}");
        let refusing = app.db.read_here(|connection| refusing::find(connection, "dana@harbour.example")).unwrap();
        assert_eq!((refusing, waiting(&app)), (None, vec![CAME_BACK.to_owned()]), "{turn:?}");
    }
}

#[test]
fn who_asks_for_patience_gets_it_and_the_letter_is_the_same() {
    let (_folder, app, server) = with_server(&[("RCPT", "451 4.7.1 Greylisted <dana@harbour.example>"), ("END", "")]);
    let letter = written(&app, draft(), at(0)).unwrap();
    run(&app, 0);
    let says = trouble(&app).remove(0);
    assert!(says.contains("(451 4.7.1)") && !says.contains("dana"), "{says}");
    assert_eq!(found(&app, &letter.id).failed_at, None);
    run(&app, 20);
    assert!(trouble(&app)[0].contains("lost in the middle"), "it hung up after it had the letter");
    run(&app, 60);
    assert_eq!(found(&app, &letter.id).posted_at, Some(60_000));
    let ids: Vec<String> = server.letters().iter().map(|letter| message_id(letter)).collect();
    assert_eq!(ids, [letter.message_id.clone(), letter.message_id], "whoever has both knows them for one");
    assert!(trouble(&app).is_empty());
}

#[test]
fn what_is_wrong_with_us_marks_no_address() {
    let table: [(&[Turn], &str); 4] = [
        (&[("AUTH", "535 5.7.8 Error: authentication failed")], "check the user and the password of mail_out"),
        (&[("MAIL", "553 5.7.1 Sender address rejected")], "the address of mail_from"),
        (&[("RCPT", "554 5.7.1 Relay access denied")], "check the login in mail_out"),
        (&[("RCPT", "550 relay not permitted")], "check the login in mail_out"),
    ];
    for (turns, says) in table {
        let (_folder, app, _server) = with_login("anna:s3cret@", turns);
        written(&app, draft(), at(0)).unwrap();
        run(&app, 0);
        let trouble = trouble(&app);
        assert!(trouble[0].contains(says) && !trouble[0].contains("s3cret"), "{turns:?}: {trouble:?}");
        assert_eq!(app.db.read_here(|connection| refusing::find(connection, "dana@harbour.example")).unwrap(), None);
        run(&app, 100);
        assert!(app.db.read_here(|connection| newest(connection, 1)).unwrap()[0].posted_at.is_some(), "{turns:?}");
    }
}

#[test]
fn a_server_that_is_away_is_named_and_not_tried_by_each_letter() {
    let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let (_folder, app) = house(Said { mail_out: Some(format!("smtp://{gone}")), ..Said::default() });
    let letters = [0; 3].map(|second| written(&app, draft(), at(second)).unwrap().id);
    run(&app, 0);
    let says = trouble(&app);
    assert!(says.len() == 1 && says[0].contains(&format!("{gone} cannot be reached")), "{says:?}");
    let hours: i64 = 60;
    for minute in 1..hours * 60 {
        run(&app, minute * 60);
    }
    for id in letters {
        let failed = found(&app, &id);
        assert!(failed.failed_at.is_some() && failed.failure.unwrap().contains("cannot be reached"));
    }
    let given_up = app.db.read_here(job::count).unwrap().given_up;
    assert_eq!((given_up, waiting(&app)), (3, Vec::<String>::new()), "those who should know were told");
}

#[test]
fn no_more_go_out_in_a_minute_than_may_and_a_part_is_kept_for_what_is_urgent() {
    let server = Server::start(&[]);
    let (out, most) = (Some(format!("smtp://{}", server.address)), Some(4));
    let (_folder, app) = house(Said { mail_out: out, mail_per_minute: most, ..Said::default() });
    for _ in 0..5 {
        written(&app, draft(), at(0)).unwrap();
    }
    run(&app, 0);
    assert_eq!(server.letters().len(), 3, "three of four are for what nobody waits for");
    written(&app, Draft { class: Class::Essential, ..draft() }, at(1)).unwrap();
    written(&app, Draft { class: Class::Alerts, ..draft() }, at(1)).unwrap();
    run(&app, 1);
    assert_eq!(server.letters().len(), 4);
    assert!(trouble(&app).is_empty(), "waiting is no trouble");
    (2..60).for_each(|second| run(&app, second));
    assert_eq!(server.letters().len(), 4);
    (60..=80).for_each(|second| run(&app, second));
    assert_eq!(server.letters().len(), 7);
}

#[test]
fn without_a_server_a_letter_is_a_file() {
    let (folder, app) = house(Said::default());
    let letter = written(&app, draft(), at(0)).unwrap();
    run(&app, 1);
    let file = std::fs::read_to_string(folder.path().join(format!("mail/{}.eml", letter.id))).unwrap();
    assert!(file.contains(&letter.message_id) && found(&app, &letter.id).posted_at.is_some());
}

#[test]
fn a_letter_that_was_posted_is_not_posted_again() {
    let (_folder, app, server) = with_server(&[]);
    let letter = written(&app, draft(), at(0)).unwrap();
    post(&app, at(1), &letter.id).unwrap();
    post(&app, at(2), &letter.id).unwrap();
    assert_eq!((server.letters().len(), found(&app, &letter.id).posted_at), (1, Some(1_000)));
    assert!(matches!(post(&app, at(3), "none"), Err(Error::NotFound)));
}

#[test]
fn letters_of_a_history_count_as_posted_when_they_were_written() {
    let (_folder, app, server) = with_server(&[]);
    let letter_id = written(&app, draft(), at(5)).unwrap().id;
    app.db.write_here(take_as_posted).unwrap();
    run(&app, 9);
    let posted = letter::table.find(&letter_id).select(letter::posted_at);
    let posted: Option<i64> = app.db.read_here(|connection| Ok(posted.first(connection)?)).unwrap();
    assert_eq!((posted, server.letters().len()), (Some(5_000), 0));
}
