//! A sign through the front door: told by a visitor, followed by a private code.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot be set up has failed")]

mod limits;
mod pages;
mod tracking;

use std::convert::Infallible;
use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use ground::Id;
use listening::concern::{self, Concern};
use listening::queue;
use stage::{Page, Stage, Who, slices};
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;

/// A picture of four by four red dots (PNG, RFC 2083), made by another program.
const PHOTO: &str = "89504e470d0a1a0a0000000d494844520000000400000004080200000026930929000000104944415478da6338a1\
    a101470cc47100d1431181a0d36e640000000049454e44ae426082";

fn photo() -> Vec<u8> {
    (0..PHOTO.len()).step_by(2).map(|at| u8::from_str_radix(&PHOTO[at..at + 2], 16).unwrap()).collect()
}

fn stage() -> Stage {
    Stage::open(slices![people, agreement, calling, listening])
}

/// A sign in the lobby of the gate: the path of the page behind it.
async fn hung(stage: &Stage) -> String {
    hung_at(stage, "Lobby").await
}

async fn hung_at(stage: &Stage, place: &str) -> String {
    let list = format!("/sites/{}/signs", stage.cast.gate);
    let made = stage.post(&stage.cast.sam, &list, &[("place", place)]).await;
    assert_eq!(made.leads_to(), list);
    let page = stage.get(&stage.cast.sam, &list).await;
    let (_, row) = page.text.split_once(&format!("<bdi>{place}</bdi></th>")).unwrap();
    row.split('"').find(|part| part.starts_with("/q/")).unwrap().to_owned()
}

/// A form with files as browsers send it (RFC 7578), from some address.
fn form(path: &str, address: [u8; 4], fields: &[(&str, &str)], photos: &[&[u8]]) -> Request<Body> {
    let mut body = Vec::new();
    for (name, value) in fields {
        let part = format!("--limit\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend(part.as_bytes());
    }
    for photo in photos {
        let head = "--limit\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a\"\r\n\r\n";
        body.extend([head.as_bytes(), photo, b"\r\n"].concat());
    }
    body.extend(b"--limit--\r\n");
    let request = Request::post(path).header("content-type", "multipart/form-data; boundary=limit");
    let mut request = request.body(arriving(body)).unwrap();
    request.extensions_mut().insert(ConnectInfo(SocketAddr::from((address, 40_000))));
    request
}

/// A body as a network brings it: piece by piece, the next one when the last one was taken.
#[allow(clippy::disallowed_methods, reason = "it plays the other end of the line")]
fn arriving(body: Vec<u8>) -> Body {
    let (sender, pieces) = mpsc::channel(1);
    tokio::spawn(async move {
        for piece in body.chunks(64 * 1024) {
            let _hung_up = sender.send(Ok::<_, Infallible>(piece.to_vec())).await;
        }
    });
    Body::from_stream(ReceiverStream::new(pieces))
}

/// A visitor tells us something from this address, by a fresh form.
async fn tell(stage: &Stage, path: &str, address: [u8; 4], words: &str) -> Page {
    let fields = [("words", words), ("urgency", "shortfall")];
    stage.send(&stage.cast.visitor, form(path, address, &fields, &[])).await
}

/// All concerns that there are, newest first.
fn concerns(stage: &Stage) -> Vec<Concern> {
    let lines = stage.read(&stage.cast.ines.me, |work| queue::rows::told(work, None, None, 500)).unwrap();
    lines.into_iter().map(|line| line.concern).collect()
}

async fn act(stage: &Stage, who: &Who, id: &Id<Concern>, act: &str, words: &str) {
    let found = stage.read(&stage.cast.ines.me, |work| concern::rows::find(work, id)).unwrap();
    let form = [("act", act), ("words", words), ("version", &found.version.to_string())];
    let page = stage.post(who, &format!("/concerns/{id}/messages"), &form).await;
    assert_eq!(page.leads_to(), format!("/concerns/{id}"));
}
