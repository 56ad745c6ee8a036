//! A server that runs: what it answers, and how it ends.

use std::io::{Read, Write};
use std::net::TcpStream;

use crate::house::{Server, done, failed};

#[test]
fn it_answers_guards_measures_and_stops_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path(), &["serve"]);
    for path in ["/health/live", "/health/ready"] {
        assert!(server.get(path, &[]).0.starts_with("HTTP/1.1 200"), "{path}");
    }
    let (head, body) = server.get("/sign-in", &[]);
    for header in ["content-security-policy: default-src 'none'", "x-content-type-options: nosniff"] {
        assert!(head.contains(header), "{header} is not in:\n{head}");
    }
    let style = body.split('"').find(|piece| piece.starts_with("/assets/app.") && piece.ends_with(".css")).unwrap();
    let (head, _) = server.get(style, &["Accept-Encoding: gzip"]);
    assert!(head.starts_with("HTTP/1.1 200") && head.contains("immutable") && head.contains("gzip"), "{head}");
    assert!(server.get("/robots.txt", &[]).1.contains("Disallow: /"));
    assert!(server.get("/demo", &[]).0.starts_with("HTTP/1.1 404"), "a real installation has no demo pages");
    let (status, log) = server.stop();
    assert!(status.success(), "{status}: {log}");
    assert!(log.contains("route=\"/sign-in\"") && log.contains("stopped"), "{log}");
}

#[test]
fn what_is_measured_names_templates_and_is_for_this_machine() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path(), &["serve"]);
    server.get("/sign-in/link/a-private-token", &[]);
    let (head, numbers) = server.get("/metrics", &[]);
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    assert!(numbers.contains("route=\"/sign-in/link/{token}\""), "{numbers}");
    for name in
        ["rapport_jobs_waiting", "rapport_jobs_given_up", "rapport_resident_bytes", "rapport_database_connections"]
    {
        assert!(numbers.contains(&format!("\n{name} ")), "{name} is not in:\n{numbers}");
    }
    assert!(server.get("/metrics", &["X-Forwarded-For: 192.0.2.1"]).0.starts_with("HTTP/1.1 404"));
    let (_, log) = server.stop();
    assert!(!numbers.contains("a-private-token") && !log.contains("a-private-token"));
}

#[test]
fn a_connection_that_idles_does_not_hold_up_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path(), &["serve"]);
    let mut idle = TcpStream::connect(&server.address).unwrap();
    idle.write_all(b"GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    assert!(idle.read(&mut [0; 64]).unwrap() > 0);
    let begun = std::time::Instant::now();
    let (status, log) = server.stop();
    assert!(status.success() && begun.elapsed().as_secs() < 8, "{log}");
}

#[test]
fn a_taken_port_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    assert!(failed(folder.path(), &["serve", "--listen", &address]).contains(&address));
}

#[test]
fn people_and_the_record_are_looked_after_while_it_serves() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path(), &["serve"]);
    let link =
        done(folder.path(), &["user", "add", "--email", "d@example.com", "--name", "D", "--role", "administrator"]);
    let path = link.trim().strip_prefix("http://localhost:7300").unwrap();
    let (head, page) = server.get(path, &[]);
    assert!(head.starts_with("HTTP/1.1 200") && page.contains("type=\"password\""), "{page}");
    done(folder.path(), &["verify"]);
    done(folder.path(), &["backup", "--to", "while.tar"]);
    let said = failed(folder.path(), &["restore", "while.tar", "--replace"]);
    assert!(said.contains("stop it first"), "{said}");
    assert!(server.stop().0.success());
    done(folder.path(), &["restore", "while.tar", "--replace"]);
}
