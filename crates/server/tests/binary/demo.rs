//! The demo: grown once, found again, removed, and never in the place of something else.

use crate::house::{Server, done, failed};

#[test]
fn a_demo_grows_once_is_signed_in_to_and_is_removed() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path(), &["demo", "--days", "5"]);
    let (head, page) = server.get("/demo", &[]);
    assert!(head.starts_with("HTTP/1.1 200") && page.contains("Olga Brandvold"), "{page}");
    let sign = page.split('"').find(|piece| piece.starts_with("/q/")).unwrap();
    assert!(server.get(sign, &[]).0.starts_with("HTTP/1.1 200"), "its sign can be scanned");
    for kind in ["staff:", "contact:"] {
        let person = page.split('"').find(|piece| piece.starts_with(kind)).unwrap();
        let (head, _) = server.post("/demo/sign-in", &format!("person={person}"));
        let cookie = head.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
        let cookie = format!("Cookie: {}", cookie.split(';').next().unwrap());
        let (head, me) = server.get("/me", &[&cookie]);
        assert!(head.starts_with("HTTP/1.1 200"), "{kind} {me}");
    }
    assert!(server.post("/demo/sign-in", "person=staff:nobody").0.starts_with("HTTP/1.1 404"));
    server.post("/sign-in/link", "link_email=barnaby%40lowtide.example");
    // A job writes it a moment later.
    let has_link = || {
        let (_, mail) = server.get("/demo/mail", &[]);
        let letter = mail.split('"').find(|piece| piece.starts_with("/demo/mail/")).unwrap();
        server.get(letter, &[]).1.contains("<a href=\"/sign-in/link/")
    };
    let asked = std::time::Instant::now();
    while !has_link() {
        assert!(asked.elapsed().as_secs() < 30, "no letter brings the link");
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    let (status, log) = server.stop();
    assert!(status.success(), "{log}");
    let data = folder.path().join("rapport-demo-data");
    let before = done(folder.path(), &["user", "list", "--data", "rapport-demo-data"]);
    let again = Server::start(folder.path(), &["demo", "--days", "5"]);
    assert!(failed(folder.path(), &["demo", "--remove"]).contains("stop it first"));
    assert!(again.stop().0.success());
    assert_eq!(done(folder.path(), &["user", "list", "--data", "rapport-demo-data"]), before, "it is reused");
    assert!(
        failed(folder.path(), &["demo", "--days", "5", "--scale", "2", "--listen", "127.0.0.1:0"]).contains("--fresh")
    );
    std::fs::remove_file(data.join("demo.toml")).unwrap();
    let regrown = Server::start(folder.path(), &["demo", "--days", "5"]);
    assert!(regrown.stop().0.success(), "one that was interrupted grows anew");
    done(folder.path(), &["demo", "--remove"]);
    assert!(!data.exists());
}

#[test]
fn a_demo_takes_no_other_place_and_removes_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    done(folder.path(), &["user", "add", "--email", "d@example.com", "--name", "D", "--role", "administrator"]);
    let said = failed(folder.path(), &["demo", "--data", "data", "--listen", "127.0.0.1:0"]);
    assert!(said.contains("no demo"), "{said}");
    for arguments in [&["demo", "--remove", "--data", "data"][..], &["demo", "--fresh", "--data", "data"]] {
        assert!(failed(folder.path(), arguments).contains("nothing in it is deleted"));
    }
    assert!(done(folder.path(), &["user", "list"]).contains("d@example.com"));
}
