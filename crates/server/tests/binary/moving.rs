//! Backup and restore, on one database and between two.

use std::io::Read;
use std::path::Path;

use ground::App;
use ground::config::Said;
use ground::db::DbConnection;
use mail::arrival::{self, Envelope, Source};
use server::backup::rows::{LEFT_BEHIND, TABLES, Table};

use crate::house::{Server, done, failed, run};
use crate::rows::{Pair, execute, tables_and_parents};

/// An installation with people, pictures and a record: the demo, stopped.
fn grown(folder: &Path) {
    let server = Server::start(folder, &["demo", "--data", "data", "--days", "10"]);
    assert!(server.stop().0.success());
    let files = ground::file::Files::open(&folder.join("data")).unwrap();
    for content in [&b"one picture"[..], b"another"] {
        let hash = ground::secret::digest(std::str::from_utf8(content).unwrap());
        files.put(&hash, content).unwrap();
    }
    let envelope = Envelope { source: Source::Mailbox, null_sender: false, recipients: Vec::new() };
    let app = opened(&folder.join("data"));
    arrival::keep(&app, MAIL, &envelope, app.clock.now()).unwrap();
}

/// What came in by mail.
const MAIL: &[u8] = b"From: Barnaby <barnaby@elsewhere.example>\r\nSubject: The gate\r\n\r\nIt stood open.\r\n";

fn opened(data: &Path) -> App {
    let said = Said { data: Some(data.to_owned()), ..Said::default() };
    server::command::open(said.settle().unwrap()).ok().unwrap()
}

/// Every row of every table that is moved, as lines.
fn all_rows(connection: &mut DbConnection) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for name in TABLES {
        let table = Table::of(connection, name).unwrap();
        let mut last: Option<String> = None;
        loop {
            let page = table.page(connection, last.as_deref()).unwrap();
            let Some(end) = page.last() else { break };
            last = Some(end.clone());
            all.extend(page.into_iter().map(|line| ((*name).to_owned(), line)));
        }
    }
    // Where texts sort differently, the rows are still the same.
    all.sort();
    all
}

fn rows_in(data: &Path) -> Vec<(String, String)> {
    all_rows(&mut ground::db::connect_alone(None, data).unwrap())
}

#[test]
fn a_backup_is_restored_with_every_row_picture_and_mail_and_a_record_that_verifies() {
    let folder = tempfile::tempdir().unwrap();
    grown(folder.path());
    let before = rows_in(&folder.path().join("data"));
    assert!(before.iter().any(|(table, _)| table == "site"));
    assert!(done(folder.path(), &["backup", "--to", "b.tar"]).contains("2 pictures"));
    assert!(failed(folder.path(), &["backup", "--to", "b.tar"]).contains("there already"));
    let said = done(folder.path(), &["restore", "b.tar", "--data", "elsewhere"]);
    assert!(said.contains("The record is whole") && said.contains("2 pictures and 1 mails"), "{said}");
    let elsewhere = folder.path().join("elsewhere");
    assert_eq!(rows_in(&elsewhere), before);
    let files = ground::file::Files::open(&elsewhere).unwrap();
    assert_eq!(files.names().unwrap().count(), 2);
    assert_eq!(arrival::read(&opened(&elsewhere), &ground::secret::digest(MAIL)).unwrap(), MAIL);
    let key = |data: &str| std::fs::read(folder.path().join(data).join("rapport.key")).unwrap();
    assert_eq!(key("data"), key("elsewhere"));
}

#[test]
fn nobody_is_signed_in_after_a_restore() {
    let folder = tempfile::tempdir().unwrap();
    done(folder.path(), &["user", "add", "--email", "d@example.com", "--name", "D", "--role", "administrator"]);
    done(folder.path(), &["backup", "--to", "b.tar"]);
    let mut names = String::new();
    let mut archive = tar::Archive::new(std::fs::File::open(folder.path().join("b.tar")).unwrap());
    for entry in archive.entries().unwrap() {
        names += &format!("{} ", entry.unwrap().path().unwrap().display());
    }
    assert!(names.contains("tables/staff.jsonl") && names.ends_with("manifest.json "), "{names}");
    assert!(!names.contains("session") && !names.contains("sign_in_link"), "{names}");
}

#[test]
fn what_is_there_is_not_replaced_unless_that_is_said_and_is_then_kept_aside() {
    let folder = tempfile::tempdir().unwrap();
    done(folder.path(), &["user", "add", "--email", "old@example.com", "--name", "D", "--role", "administrator"]);
    done(folder.path(), &["backup", "--to", "b.tar"]);
    done(folder.path(), &["user", "add", "--email", "new@example.com", "--name", "N", "--role", "officer"]);
    assert!(failed(folder.path(), &["restore", "b.tar"]).contains("--replace"));
    assert!(done(folder.path(), &["user", "list"]).contains("new@example.com"), "nothing was changed");
    done(folder.path(), &["restore", "b.tar", "--replace"]);
    assert!(!done(folder.path(), &["user", "list"]).contains("new@example.com"));
    let aside = std::fs::read_dir(folder.path().join("data")).unwrap().map(|entry| entry.unwrap().path());
    let aside = aside.filter(|path| path.to_string_lossy().contains("replaced-")).collect::<Vec<_>>();
    let [aside] = &aside[..] else { panic!("{aside:?}") };
    assert!(done(folder.path(), &["user", "list", "--data", aside.to_str().unwrap()]).contains("new@example.com"));
}

#[test]
fn a_file_that_was_changed_or_cut_off_is_refused_and_nothing_is_touched() {
    let folder = tempfile::tempdir().unwrap();
    grown(folder.path());
    done(folder.path(), &["backup", "--to", "b.tar"]);
    let mut whole = Vec::new();
    std::fs::File::open(folder.path().join("b.tar")).unwrap().read_to_end(&mut whole).unwrap();
    let changed = |find: &[u8], put: &[u8]| {
        let at = whole.windows(find.len()).position(|window| window == find).unwrap();
        let mut bytes = whole.clone();
        bytes[at..at + put.len()].copy_from_slice(put);
        bytes
    };
    let end = whole.windows(13).rposition(|window| window == b"manifest.json").unwrap();
    let cases = [
        (changed(b"Barnaby Quist", b"Barnaby Quest"), "the table contact"),
        (changed(b"one picture", b"two picture"), "the file"),
        (changed(b"It stood open", b"It stood shut"), "the file"),
        (strange(), "none of ours"),
        (whole[..end].to_vec(), "its manifest is missing"),
        (b"not a tar at all, but long enough".repeat(40), "no archive of ours"),
    ];
    for (bytes, expected) in cases {
        std::fs::write(folder.path().join("bad.tar"), bytes).unwrap();
        let said = failed(folder.path(), &["restore", "bad.tar", "--data", "target"]);
        assert!(said.contains(expected), "{expected} is not in: {said}");
        assert!(!folder.path().join("target").exists(), "{expected}");
    }
}

/// An archive with a part that no archive of ours has.
fn strange() -> Vec<u8> {
    let mut tar = tar::Builder::new(Vec::new());
    let mut header = tar::Header::new_gnu();
    header.set_size(2);
    tar.append_data(&mut header, "tables/staff.jsonl.sh", &b"hi"[..]).unwrap();
    tar.into_inner().unwrap()
}

#[test]
fn a_restore_that_was_interrupted_stops_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    done(folder.path(), &["user", "add", "--email", "d@example.com", "--name", "D", "--role", "administrator"]);
    done(folder.path(), &["backup", "--to", "b.tar"]);
    std::fs::create_dir(folder.path().join("data/restoring")).unwrap();
    assert!(failed(folder.path(), &["serve", "--listen", "127.0.0.1:0"]).contains("interrupted"));
    done(folder.path(), &["restore", "b.tar", "--replace"]);
    done(folder.path(), &["verify"]);
}

#[test]
fn every_table_is_moved_or_left_behind_on_purpose_and_after_those_it_refers_to() {
    let folder = tempfile::tempdir().unwrap();
    let mut connection = ground::db::connect_alone(None, folder.path()).unwrap();
    let place = |name: &str| TABLES.iter().position(|table| *table == name);
    for Pair { name, parent } in tables_and_parents(&mut connection) {
        let known = place(&name).is_some() || LEFT_BEHIND.contains(&name.as_str());
        assert!(known, "backup/rows.rs: say whether the table {name} is moved");
        let before = place(&parent).is_some() && place(&parent) < place(&name);
        let in_order = parent.is_empty() || place(&name).is_none() || before;
        assert!(in_order, "backup/rows.rs: {name} refers to {parent}, which must come before it");
    }
    for name in TABLES {
        Table::of(&mut connection, name).unwrap();
    }
}

/// The test database of this run, emptied of what an earlier run left; none when the run has only SQLite.
#[allow(clippy::disallowed_methods, reason = "the test command says here on which database the tests run")]
fn postgres() -> Option<(String, String)> {
    let server = std::env::var("TEST_DATABASE").ok()?;
    let name = format!("moving_{}", uuid::Uuid::now_v7().simple());
    let url = format!("{}/{name}", server.rsplit_once('/')?.0);
    execute(&server, &format!("create database {name}"));
    Some((server, url))
}

#[test]
fn everything_moves_from_sqlite_to_postgresql_and_back() {
    let Some((server, url)) = postgres() else { return };
    let folder = tempfile::tempdir().unwrap();
    grown(folder.path());
    let before = rows_in(&folder.path().join("data"));
    done(folder.path(), &["backup", "--to", "first.tar"]);
    let at = ["--database", &url, "--data", "shared"];
    let with = |arguments: &[&str]| [arguments, &at].concat().iter().map(ToString::to_string).collect::<Vec<_>>();
    let done_there = |arguments: &[&str]| {
        let arguments = with(arguments);
        done(folder.path(), &arguments.iter().map(String::as_str).collect::<Vec<_>>())
    };
    assert!(done_there(&["restore", "first.tar"]).contains("The record is whole"));
    let mut connection = ground::db::connect_alone(Some(&url), &folder.path().join("shared")).unwrap();
    assert_eq!(all_rows(&mut connection), before);
    drop(connection);
    let refused = with(&["restore", "first.tar"]);
    let refused = run(folder.path(), &refused.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(refused.status.code(), Some(1), "something is there already");
    done_there(&["restore", "first.tar", "--replace"]);
    done_there(&["verify"]);
    done_there(&["backup", "--to", "second.tar"]);
    done(folder.path(), &["restore", "second.tar", "--data", "back"]);
    assert_eq!(rows_in(&folder.path().join("back")), before);
    execute(&server, &format!("drop database {} with (force)", url.rsplit_once('/').unwrap().1));
}
