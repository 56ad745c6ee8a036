//! Every address by every kind of person: who may enter stands in `doors.txt`, so that a change
//! of it is seen in review, and what belongs to others is not found.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use ground::web::routes::Route;
use people::session::{self, PersonKey};
use server::slices;
use stage::{Cast, Page, Slice, Stage, Who};

/// Every kind of person, by the name that `doors.txt` uses.
const KINDS: [(&str, fn(&Cast) -> &Who); 9] = [
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
const HARBOUR: [fn(&Cast) -> &Who; 3] = [|cast| &cast.alice, |cast| &cast.bruno, |cast| &cast.sam];
const MILL: [fn(&Cast) -> &Who; 2] = [|cast| &cast.olaf, |cast| &cast.nora];

fn stage() -> Stage {
    let slices = slices::ALL.iter();
    let slices =
        slices.map(|slice| Slice { routes: (slice.routes)(), jobs: (slice.jobs)(), sentences: slice.sentences });
    let stage = Stage::open(slices.collect());
    // What would be followed without end, such as a queue, ends at once.
    stage.app.stopping.send_replace(true);
    stage
}

/// The thing of an address at Harbour Lofts, and the thing at Mill Works; none where an address
/// names a thing that belongs to no client. A new noun of a client has its line here.
fn things(cast: &Cast, path: &str) -> Option<(String, String)> {
    let noun = path.trim_start_matches('/').split('/').next()?;
    match noun {
        "clients" => Some((cast.harbour.to_string(), cast.mill.to_string())),
        "sites" => Some((cast.gate.to_string(), cast.yard.to_string())),
        "contacts" => Some((cast.alice.me.actor.id.clone(), cast.olaf.me.actor.id.clone())),
        _ => None,
    }
}

/// The address with this in the place of what stands in braces.
fn with(path: &str, id: &str) -> String {
    let parts = path.split('/').map(|part| if part.starts_with('{') { id } else { part });
    parts.collect::<Vec<_>>().join("/")
}

/// Somebody knocks, with a session of their own, so that signing out hurts nobody else.
fn knock(stage: &Stage, who: &Who, method: &str, path: &str) -> Page {
    let mut who = who.clone();
    if who.session.is_some() {
        let person = PersonKey { kind: who.me.actor.kind, id: who.me.actor.id.clone() };
        who.session = Some(stage.write(&who.me, move |work| session::sign_in(work, &person, "Doors")).unwrap());
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    match method {
        "GET" => runtime.block_on(stage.get(&who, path)),
        "POST" => runtime.block_on(stage.post(&who, path, &[])),
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
        let page = knock(stage, who(&stage.cast), route.method, &path);
        if entered(&page) {
            names.push(name);
        }
        assert!(page.status.as_u16() < 500, "{} {path} by {name}: {}", route.method, page.status);
        let closed = name == "visitor" && route.door != "guest";
        assert!(!(closed && page.status.is_success()), "{} {path} is open to everybody", route.method);
    }
    format!("{} {} {}: {}\n", route.method, route.path, route.door, names.join(" "))
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
    let hint = format!("if that is right: cp {} crates/server/tests/doors.txt", seen.display());
    assert!(found == written, "who may enter has changed; new lines:\n{}\n{hint}", news.join("\n"));
}

#[test]
fn what_belongs_to_others_is_not_found() {
    let stage = stage();
    let mut tried = 0;
    for route in slices::routes().table() {
        let Some((harbours, mills)) = things(&stage.cast, route.path).filter(|_| route.path.contains('{')) else {
            continue;
        };
        let foreign = HARBOUR.iter().map(|who| (who, &mills)).chain(MILL.iter().map(|who| (who, &harbours)));
        for (who, id) in foreign {
            let path = with(route.path, id);
            let page = knock(&stage, who(&stage.cast), route.method, &path);
            let status = page.status.as_u16();
            assert!(status == 403 || status == 404, "{} {path} was answered with {status}", route.method);
            tried += 1;
        }
    }
    assert!(tried > 0, "no address names a thing of a client");
}

#[test]
fn what_is_ones_own_is_found() {
    let stage = stage();
    let page = knock(&stage, &stage.cast.sam, "GET", &format!("/clients/{}", stage.cast.harbour));
    assert_eq!(page.status.as_u16(), 200, "the test above would pass if nothing were ever found");
}
