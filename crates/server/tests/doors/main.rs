//! Every address by every kind of person: who may enter stands in `doors.txt`, so that a change
//! of it is seen in review, and what belongs to others is not found.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod things;

use axum::body::Body;
use axum::http::Request;
use ground::web::routes::Route;
use people::session::{self, PersonKey};
use server::slices;
use stage::{Cast, Page, Slice, Stage, Who};
use things::Things;

/// Finds one kind of person.
type Kind = fn(&Cast) -> &Who;

/// Every kind of person, by the name that `doors.txt` uses.
const KINDS: [(&str, Kind); 9] = [
    ("visitor", |cast| &cast.visitor),
    ("alice", |cast| &cast.alice),
    ("bruno", |cast| &cast.bruno),
    ("olaf", |cast| &cast.olaf),
    ("omar", |cast| &cast.omar),
    ("sam", |cast| &cast.sam),
    ("nora", |cast| &cast.nora),
    ("maya", |cast| &cast.maya),
    ("ines", |cast| &cast.ines),
];

/// People who see Harbour Lofts alone, and people who see Mill Works alone.
const HARBOUR: [Kind; 3] = [|cast| &cast.alice, |cast| &cast.bruno, |cast| &cast.sam];
const MILL: [Kind; 2] = [|cast| &cast.olaf, |cast| &cast.nora];

fn stage() -> Stage {
    let slices = slices::ALL.iter();
    let slices =
        slices.map(|slice| Slice { routes: (slice.routes)(), jobs: (slice.jobs)(), sentences: slice.sentences });
    let stage = Stage::open(slices.collect());
    // What would be followed without end, such as a queue, ends at once.
    stage.app.stopping.send_replace(true);
    stage
}

/// What a form holds that is sent to a thing of somebody else: enough to be read, so that it is
/// the thing that is not found, and not the form that is refused.
const FORM: &[(&str, &str)] = &[
    ("name", "A name"),
    ("place", "A place"),
    ("words", "Some words"),
    ("reopen_words", "Some words"),
    ("act", "answer"),
    ("helped", "no"),
    ("category", "conduct"),
    ("severity", "S2"),
    ("starts_at", "2026-11-23T08:00"),
    ("version", "0"),
    ("seen", "0"),
];
/// The fields of a form that name a staff member.
const STAFF_FIELDS: [&str; 3] = ["owner", "protected_owner", "officer"];

/// The address with this in the place of what stands in braces.
fn with(path: &str, id: &str) -> String {
    let parts = path.split('/').map(|part| if part.starts_with('{') { id } else { part });
    parts.collect::<Vec<_>>().join("/")
}

/// Somebody knocks, with a session of their own, so that signing out hurts nobody else.
fn knock(stage: &Stage, who: &Who, (method, path): (&str, &str), form: &[(&str, &str)]) -> Page {
    let mut who = who.clone();
    if who.session.is_some() {
        let person = PersonKey { kind: who.me.actor.kind, id: who.me.actor.id.clone() };
        who.session = Some(stage.write(&who.me, move |work| session::sign_in(work, &person, "Doors")).unwrap());
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    match method {
        "GET" => runtime.block_on(stage.get(&who, path)),
        "POST" => runtime.block_on(stage.post(&who, path, form)),
        "PUT" => runtime.block_on(stage.send(&who, Request::put(path).body(Body::empty()).unwrap())),
        other => panic!("knock by {other}, too"),
    }
}

/// Whether the door was open, whatever was behind it. Who has to sign in first is told whereto
/// they come back.
fn entered(page: &Page) -> bool {
    let sent_to = page.headers.get("location").map_or("", |location| location.to_str().unwrap());
    let status = page.status.as_u16();
    !(status == 401 || status == 403 || sent_to.starts_with("/sign-in?then="))
}

fn who_enters(stage: &Stage, route: &Route) -> String {
    let path = with(route.path, &uuid::Uuid::now_v7().to_string());
    let mut names = Vec::new();
    for (name, who) in KINDS {
        let page = knock(stage, who(&stage.cast), (route.method, &path), &[]);
        if entered(&page) {
            names.push(name);
        }
        assert!(page.status.as_u16() < 500, "{} {path} by {name}: {}", route.method, page.status);
        let closed = name == "visitor" && route.door != "guest";
        assert!(!(closed && page.status.is_success()), "{} {path} is open to everybody", route.method);
    }
    let line = format!("{} {} {}: {}", route.method, route.path, route.door, names.join(" "));
    format!("{}\n", line.trim_end())
}

#[test]
fn who_may_enter_is_written_down() {
    let stage = stage();
    let mut found = String::new();
    for route in slices::routes().table() {
        found.push_str(&who_enters(&stage, route));
    }
    let seen = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("doors.txt");
    std::fs::write(&seen, &found).unwrap();
    let written = include_str!("doors.txt");
    let news: Vec<&str> = found.lines().filter(|line| !written.lines().any(|old| old == *line)).collect();
    let hint = format!("if that is right: cp {} crates/server/tests/doors/doors.txt", seen.display());
    assert!(found == written, "who may enter has changed; new lines:\n{}\n{hint}", news.join("\n"));
}

#[test]
fn what_belongs_to_others_is_not_found() {
    let stage = stage();
    let cast = &stage.cast;
    let harbours = Things::of(&stage, &cast.harbour, &cast.gate, &cast.alice);
    let mills = Things::of(&stage, &cast.mill, &cast.yard, &cast.olaf);
    let (mut tried, mut open) = (0, String::new());
    for route in slices::routes().table() {
        let foreign = HARBOUR.iter().map(|who| (who, &mills)).chain(MILL.iter().map(|who| (who, &harbours)));
        for (who, things) in foreign {
            let Some(id) = things.named_in(route.path) else { continue };
            let path = with(route.path, id);
            let ines = cast.ines.me.actor.id.as_str();
            let form: Vec<_> = FORM.iter().copied().chain(STAFF_FIELDS.map(|field| (field, ines))).collect();
            let status = knock(&stage, who(cast), (route.method, &path), &form).status.as_u16();
            if status != 403 && status != 404 {
                let name = &who(cast).me.actor.name;
                open.push_str(&format!("{} {} was answered to {name} with {status}\n", route.method, route.path));
            }
            tried += 1;
        }
    }
    assert!(open.is_empty() && tried > 100, "{tried} tries\n{open}");
}

#[test]
fn what_is_ones_own_is_found() {
    let stage = stage();
    let things = Things::of(&stage, &stage.cast.harbour, &stage.cast.gate, &stage.cast.alice);
    let (sam, maya) = (&stage.cast.sam, &stage.cast.maya);
    let of_sam = [
        "/clients/{id}",
        "/sites/{id}",
        "/contacts/{id}",
        "/posts/{id}",
        "/concerns/{id}",
        "/photos/{id}",
        "/mail/{id}",
        "/mail/{id}/raw",
        "/attachments/{id}",
        "/orders/{id}",
        "/orders/{id}/secrets",
        "/revisions/{id}",
        "/revisions/{id}/paper",
        "/adjustments/{id}",
        "/interactions/{id}",
        "/coaching/{id}",
        "/given-words/{id}",
        "/sites/{id}/interactions",
        "/sites/{id}/board",
    ];
    for (who, path) in of_sam.map(|path| (sam, path)).into_iter().chain([(maya, "/contracts/{id}")]) {
        let path = with(path, things.named_in(path).unwrap());
        let page = knock(&stage, who, ("GET", &path), &[]);
        assert_eq!(page.status.as_u16(), 200, "{path}: the test above would pass if nothing were ever found");
    }
    for path in ["/portal/concerns/{id}", "/portal/approvals/{id}", "/orders/{id}", "/sites/{id}/board"] {
        let path = with(path, things.named_in(path).unwrap());
        assert_eq!(knock(&stage, &stage.cast.alice, ("GET", &path), &[]).status.as_u16(), 200, "{path}");
    }
}
