//! Commands, settings and what is said when they are wrong.

use std::path::Path;

use crate::house::{done, failed, rapport, run, text};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn the_help_names_every_command_and_each_has_help_of_its_own() {
    let folder = folder();
    let help = done(folder.path(), &["--help"]);
    for command in
        ["serve", "demo", "migrate", "user", "token", "jobs", "content", "backup", "restore", "verify", "routes"]
    {
        assert!(help.lines().any(|line| line.trim_start().starts_with(command)), "{command} is not in:\n{help}");
        let own = done(folder.path(), &[command, "--help"]);
        assert!(own.contains("Usage: rapport"), "{own}");
        assert!(own.lines().next().is_some_and(|line| line.ends_with('.') || line.len() > 20), "{own}");
    }
    assert!(help.contains("First steps"));
}

#[test]
fn content_is_checked_and_a_dialogue_is_drawn() {
    let folder = folder();
    let ours = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let ours = ours.to_str().unwrap();
    assert!(done(folder.path(), &["content", "check", ours]).contains("14 dialogues, 7 exams: no rule is broken."));
    let picture = done(folder.path(), &["content", "picture", "upset-client", "--folder", ours]);
    assert!(picture.starts_with("<svg") && picture.contains("The dock that stands open"));
    assert!(failed(folder.path(), &["content", "picture", "none", "--folder", ours]).contains("upset-client"));
    assert!(failed(folder.path(), &["content", "check"]).contains("The folder content cannot be read"));
    std::fs::create_dir_all(folder.path().join("content/scenarios")).unwrap();
    std::fs::write(folder.path().join("content/scenarios/a.toml"), "id = 1\n").unwrap();
    let broken = run(folder.path(), &["content", "check"]);
    assert!(!broken.status.success() && text(&broken.stdout).contains("scenarios/a.toml line 1"));
}

#[test]
fn the_settings_are_shown_without_the_password_and_nothing_is_opened() {
    let folder = folder();
    let shown = done(
        folder.path(),
        &["serve", "--check-config", "--database", "postgres://anna:hush@db.invalid/rapport", "--data", "kept"],
    );
    assert!(shown.contains("postgres://anna:****@db.invalid/rapport"), "{shown}");
    assert!(!shown.contains("hush") && !folder.path().join("kept").exists());
}

#[test]
fn a_flag_beats_the_environment_and_that_beats_the_file() {
    let folder = folder();
    let file =
        "listen = \"127.0.0.1:1\"\npublic_url = \"https://file.example\"\nmail_from = \"File <f@file.example>\"\n";
    std::fs::write(folder.path().join("rapport.toml"), file).unwrap();
    let mut command = rapport(folder.path());
    command.env("RAPPORT_LISTEN", "127.0.0.1:2").env("RAPPORT_PUBLIC_URL", "https://environment.example");
    let output = command.args(["serve", "--check-config", "--listen", "127.0.0.1:3"]).output().unwrap();
    let shown = text(&output.stdout);
    for line in ["listen = \"127.0.0.1:3\"", "\"https://environment.example\"", "f@file.example"] {
        assert!(shown.contains(line), "{line} is not in:\n{shown}");
    }
}

#[test]
fn what_is_shown_is_a_file_that_says_the_same() {
    let folder = folder();
    let shown = done(folder.path(), &["serve", "--check-config", "--public-url", "https://a.example"]);
    std::fs::write(folder.path().join("again.toml"), &shown).unwrap();
    let again = done(folder.path(), &["serve", "--check-config", "--config", "again.toml"]);
    assert_eq!(again.lines().skip(1).collect::<Vec<_>>(), shown.lines().skip(1).collect::<Vec<_>>());
}

#[test]
fn a_wrong_setting_is_named() {
    let folder = folder();
    std::fs::write(folder.path().join("wrong.toml"), "lissten = \"127.0.0.1:1\"\n").unwrap();
    let said = failed(folder.path(), &["serve", "--config", "wrong.toml", "--check-config"]);
    assert!(said.contains("wrong.toml") && said.contains("lissten"), "{said}");
    let said = failed(folder.path(), &["serve", "--check-config", "--database", "mysql://x"]);
    assert!(said.contains("database") && said.contains("postgres://"), "{said}");
    let said = failed(folder.path(), &["serve", "--config", "missing.toml"]);
    assert!(said.contains("missing.toml"), "{said}");
    let output =
        rapport(folder.path()).args(["serve", "--check-config"]).env("RAPPORT_LISTEN", "here").output().unwrap();
    assert!(text(&output.stderr).contains("RAPPORT_LISTEN"));
}

#[test]
fn a_mistyped_data_folder_is_not_made_into_an_installation() {
    let folder = folder();
    for command in
        [&["verify"][..], &["user", "list"], &["token", "list"], &["jobs", "list"], &["backup", "--to", "x.tar"]]
    {
        let said = failed(folder.path(), &[command, &["--data", "tpyo"]].concat());
        assert!(said.contains("tpyo"), "{said}");
    }
    assert!(!folder.path().join("tpyo").exists());
}

#[test]
fn people_are_added_listed_and_leave() {
    let folder = folder();
    let add = |email: &str, name: &str, role: &str| {
        run(folder.path(), &["user", "add", "--email", email, "--name", name, "--role", role])
    };
    let link = text(&add("Dana@Example.com", "Dana Reyes", "administrator").stdout);
    assert!(link.starts_with("http://localhost:7300/sign-in/link/"), "{link}");
    assert!(add("omar@example.com", "Omar Diallo", "officer").status.success());
    let wrong = text(&add("nobody", "N", "king").stderr);
    assert!(wrong.contains("email:") && wrong.contains("roles:"), "{wrong}");
    let taken = text(&add("dana@example.com", "Other", "officer").stderr);
    assert!(taken.contains("rapport: ") && !taken.contains("broken"), "{taken}");
    let list = done(folder.path(), &["user", "list"]);
    assert!(list.contains("dana@example.com  administrator  Dana Reyes"), "{list}");
    done(folder.path(), &["user", "leave", "--email", "omar@example.com"]);
    assert!(!done(folder.path(), &["user", "list"]).contains("omar"));
    assert!(failed(folder.path(), &["user", "leave", "--email", "omar@example.com"]).contains("rapport user list"));
    assert!(done(folder.path(), &["verify"]).contains("The record is whole"));
}

#[test]
fn a_password_is_read_from_standard_input_and_never_from_the_line() {
    use std::io::Write;
    use std::process::Stdio;
    let folder = folder();
    let person = ["--email", "dana@example.com", "--name", "Dana", "--role", "administrator"];
    let refused = run(folder.path(), &[&["user", "add", "--password", "long enough words"][..], &person].concat());
    assert_eq!(refused.status.code(), Some(2));
    let typed = |words: &str| {
        let mut command = rapport(folder.path());
        command.args(["user", "add", "--ask"]).args(person).stdin(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(words.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    };
    assert!(text(&typed("short\n").stderr).contains("at least 10"));
    let output = typed("long enough words\n");
    assert!(text(&output.stdout).contains("The password is set"), "{}", text(&output.stderr));
}

#[test]
fn a_token_is_printed_once_and_can_be_revoked() {
    let folder = folder();
    done(folder.path(), &["user", "add", "--email", "d@example.com", "--name", "D", "--role", "administrator"]);
    let token = done(folder.path(), &["token", "add", "--name", "Access control"]);
    assert!(token.trim().len() >= 40);
    let list = done(folder.path(), &["token", "list"]);
    assert!(list.contains("in use") && list.contains("Access control") && !list.contains(token.trim()), "{list}");
    let id = list.split_whitespace().next().unwrap().to_owned();
    done(folder.path(), &["token", "revoke", &id]);
    assert!(done(folder.path(), &["token", "list"]).contains("revoked"));
    failed(folder.path(), &["token", "revoke", &id]);
    failed(folder.path(), &["token", "revoke", "no id"]);
}

#[test]
fn the_table_of_addresses_names_door_and_function() {
    let folder = folder();
    let table = done(folder.path(), &["routes"]);
    let line = table.lines().find(|line| line.contains("/clients/{id}/edit")).unwrap();
    assert!(line.contains("administrator") && line.contains("people::client::pages::edit"), "{line}");
    assert!(table.contains("/health/ready"));
}
