//! The story of a letter on the ground: written, put into words, posted or not.

mod messages;
mod posting;
mod server;

use diesel::prelude::*;

use super::*;
use crate::app::tests::app_with;
use crate::config::Said;
use crate::db::schema::{job as jobs, letter};
use crate::job::{Timetable, runner};
use crate::{Error, Moment};

const THING: &str = "01934b5e-7f3a-7c5e-9a52-0123456789ab";

fn at(second: i64) -> Moment {
    Moment::from_millis(second * 1_000)
}

/// A process whose letters go to this address and invite to reply.
fn house(said: Said) -> (tempfile::TempDir, App) {
    let said = Said {
        public_url: Some("https://rapport.example".to_owned()),
        mail_from: Some("Rapport <rapport@guards.example>".to_owned()),
        ..said
    };
    let tell = |app: &App, _: Moment, id: &str| app.db.read_here(|connection| find(connection, id)).map(|_| ());
    app_with(said, Timetable::default().on(CAME_BACK, tell))
}

fn replying() -> Said {
    Said { mail_address: Some("care@guards.example".to_owned()), ..Said::default() }
}

fn draft<'a>() -> Draft<'a> {
    Draft {
        kind: "test.letter",
        class: Class::Concerns,
        about_id: THING,
        in_thread: true,
        automatic: Automatic::Generated,
        from_name: "Northgate Guards",
        to_name: "Dana",
        to_address: "dana@harbour.example",
        language: Language::English,
        text: "[N-1] The gate\n\nHello Dana,\n\nit is mended.\n".to_owned(),
    }
}

/// Writes a letter: its name, or none when it was not wanted.
fn written(app: &App, draft: Draft<'static>, now: Moment) -> Option<Letter> {
    let newest = |app: &App| app.db.read_here(|connection| newest(connection, 1)).unwrap().pop();
    let before = newest(app).map(|letter| letter.id);
    let writing = app.clone();
    app.db.write_here(move |connection| write(&writing, connection, draft.clone(), now)).unwrap();
    newest(app).filter(|letter| Some(&letter.id) != before.as_ref())
}

fn found(app: &App, id: &str) -> Letter {
    app.db.read_here(|connection| find(connection, id)).unwrap()
}

/// The kinds of the jobs that wait.
fn waiting(app: &App) -> Vec<String> {
    let waiting = jobs::table.filter(jobs::done_at.is_null()).filter(jobs::given_up_at.is_null());
    let order = waiting.order(jobs::id).select(jobs::kind);
    app.db.read_here(|connection| Ok(order.load::<String>(connection)?)).unwrap()
}

#[test]
fn what_is_not_wanted_is_not_written_and_what_is_essential_always() {
    let (_folder, app) = house(Said::default());
    let switch = |wanted| {
        let save = move |connection: &mut DbConnection| {
            unwanted::save(connection, "Dana@Harbour.example", Class::Concerns, wanted, at(0))
        };
        app.db.write_here(save).unwrap();
    };
    switch(false);
    switch(false);
    assert!(written(&app, draft(), at(1)).is_none());
    let of = || app.db.read_here(|connection| unwanted::of(connection, "dana@harbour.example")).unwrap();
    assert_eq!(of(), [Class::Concerns]);
    assert!(written(&app, Draft { class: Class::Questions, ..draft() }, at(2)).is_some());
    assert!(written(&app, Draft { class: Class::Essential, ..draft() }, at(3)).is_some());
    assert!(written(&app, Draft { to_address: "bruno@harbour.example", ..draft() }, at(4)).is_some());
    switch(true);
    assert!(of().is_empty() && written(&app, draft(), at(5)).is_some());
}

#[test]
fn letters_are_read_page_by_page_and_none_twice() {
    let (_folder, app) = house(Said::default());
    let moments = [1, 2, 2, 2, 3];
    let mut ids: Vec<String> = moments.map(|second| written(&app, draft(), at(second)).unwrap().id).into();
    ids.reverse();
    let mut read: Vec<String> = Vec::new();
    loop {
        let last = read.last().cloned();
        let page = app.db.read_here(|connection| match &last {
            Some(last) => before(connection, last, 2),
            None => newest(connection, 2),
        });
        let page = page.unwrap();
        if page.is_empty() {
            break;
        }
        read.extend(page.into_iter().map(|letter| letter.id));
    }
    assert_eq!(read, ids);
    let unknown = app.db.read_here(|connection| before(connection, THING, 2)).unwrap_err();
    assert!(matches!(unknown, Error::NotFound), "{unknown:?}");
}

#[test]
fn an_address_that_refuses_mail_is_tried_only_with_what_is_essential() {
    let (_folder, app) = house(Said::default());
    let first = written(&app, draft(), at(1)).unwrap().id;
    let no_such = "550 5.1.1\r\n No such   user";
    app.db.write_here(move |connection| delivery_failed(connection, &first, true, no_such, at(9))).unwrap();
    let refusing = || app.db.read_here(|connection| refusing::find(connection, "Dana@harbour.example")).unwrap();
    let known = refusing().unwrap();
    assert_eq!((known.since_at, known.why.as_str()), (at(9), "550 5.1.1 No such user"));
    assert_eq!(waiting(&app), [POST, CAME_BACK]);

    let second = written(&app, draft(), at(10)).unwrap();
    assert_eq!((second.failed_at, second.failure.as_deref()), (Some(10_000), Some("550 5.1.1 No such user")));
    assert_eq!(waiting(&app), [POST, CAME_BACK], "nobody is told of each letter to it");
    assert_eq!(written(&app, Draft { class: Class::Essential, ..draft() }, at(11)).unwrap().failed_at, None);
    assert_eq!(waiting(&app), [POST, CAME_BACK, POST]);

    app.db.write_here(|connection| refusing::clear(connection, "dana@harbour.example")).unwrap();
    assert!(refusing().is_none() && written(&app, draft(), at(12)).unwrap().failed_at.is_none());
    let failed = app.db.read_here(|connection| failed_about(connection, THING, 9)).unwrap();
    assert_eq!(failed.len(), 2);
}

#[test]
fn a_reply_address_carries_a_mark_that_only_we_can_make() {
    let (_folder, app) = house(replying());
    let address = thread::reply_address(&app, THING).unwrap();
    let (local, domain) = address.split_once('@').unwrap();
    assert!(
        local.len() <= 64 && local.starts_with("care+01934b5e7f3a7c5e9a520123456789ab") && domain == "guards.example"
    );
    assert!(address.parse::<lettre::Address>().is_ok());
    assert_eq!(thread::thing_of(&app, &address), Some(THING.to_owned()));
    assert_eq!(thread::thing_of(&app, &format!(" {}", address.to_uppercase())), Some(THING.to_owned()));
    for place in 5..local.len() {
        let mut wrong = address.clone().into_bytes();
        wrong[place] = if wrong[place] == b'0' { b'1' } else { b'0' };
        assert_eq!(thread::thing_of(&app, std::str::from_utf8(&wrong).unwrap()), None, "{place}");
    }
    for other in ["care@guards.example", "care+@guards.example", "", "@", "x+y@z"] {
        assert_eq!(thread::thing_of(&app, other), None, "{other}");
    }
    assert_eq!(thread::thing_of(&app, &address.replace("guards", "others")), None);
    let (_folder, silent) = house(Said::default());
    assert_eq!((thread::reply_address(&silent, THING), thread::thing_of(&silent, &address)), (None, None));
    let (_folder, other) = house(replying());
    assert_eq!(thread::thing_of(&other, &address), None, "another house has another key");
}

#[test]
fn our_message_ids_are_known_again() {
    let (_folder, app) = house(Said::default());
    let letter = written(&app, draft(), at(1)).unwrap();
    assert_eq!(thread::ours(&app, &letter.message_id), Some(letter.id.clone()));
    let bare = letter.message_id.trim_matches(['<', '>']).replace("guards.example", "moved.example");
    assert_eq!(thread::ours(&app, &bare), Some(letter.id.clone()), "also after we moved");
    let root = letter.follows.unwrap();
    for other in
        [root.as_str(), "<x@y>", "<a.b@c>", "", &letter.message_id.replace('.', ".0"), &format!("<{}@x>", letter.id)]
    {
        assert_eq!(thread::ours(&app, other), None, "{other}");
    }
}

#[test]
fn a_link_for_switching_off_is_ours_alone() {
    let (_folder, app) = house(Said::default());
    let token = unwanted::token(&app.keys, "x");
    assert_eq!(unwanted::letter_of(&app.keys, &token), Some("x".to_owned()));
    assert_eq!(unwanted::letter_of(&app.keys, &token.replace('x', "y")), None);
    assert_eq!(unwanted::letter_of(&app.keys, "x."), None);
    let short = token[..token.len() - 2].to_owned();
    assert_eq!(unwanted::letter_of(&app.keys, &short), None);
}
