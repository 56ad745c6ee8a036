//! From bytes to a stored concern: whatever the bytes are, nothing panics, nothing is lost, and
//! every mail ends as something.

use std::sync::OnceLock;

use mail::arrival::State;
use mail::reading;
use proptest::prelude::*;
use stage::Stage;

use crate::{answered, corpus, marked, settled, stage, taken_for};

/// Pieces of which real mails are made, and which parsers stumble over.
const PIECES: &[&str] = &[
    "\n",
    "\r\n",
    "\n\n",
    "--b\n",
    "--b--\n",
    "From: ",
    "To: care+gate@guards.example\n",
    "Subject: ",
    "=?utf-8?Q?=?=",
    "\0",
    "Content-Type: multipart/mixed; boundary=b\n",
    "Content-Type: message/rfc822\n",
    "Content-Type: text/html\n",
    "Content-Transfer-Encoding: base64\n",
    "Content-Transfer-Encoding: quoted-printable\n",
    "=\n",
    "<a@b>",
    "\"",
    "(",
    ";",
    "Authentication-Results: mx.guards.example; dmarc=pass\n",
    "In-Reply-To: <",
    "[2222-2222]",
    "> ",
    "On x wrote:\n",
    "-- \n",
    "Date: Thu, 31 Feb 99999 25:61:61 +9999\n",
    "Auto-Submitted: no\n",
    "begin 644 x\n",
    "filename*0*=utf-16''%ff",
    "\u{202e}",
    "\u{feff}",
];

fn raw_mail() -> impl Strategy<Value = Vec<u8>> {
    let pieces =
        prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat().into_bytes());
    let bytes = prop::collection::vec(any::<u8>(), 0..400);
    let with_head =
        bytes.clone().prop_map(|bytes| [&b"From: alice@harbour.example\nSubject: x\n"[..], &bytes].concat());
    prop_oneof![pieces, bytes, with_head]
}

const DAMAGED: &[&str] = &[
    "e04_not_delivered",
    "e16_inline_picture",
    "e16_mail_in_a_mail",
    "reply_by_message_id",
    "e10_forwarded_by_staff",
    "e07_verified_sender",
];

/// A mail of the corpus that was damaged on its way.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    let change = (any::<prop::sample::Index>(), any::<u8>(), 0_usize..3);
    (prop::sample::select(DAMAGED), prop::collection::vec(change, 1..12)).prop_map(|(name, changes)| {
        let mut mail = corpus::mail(name).into_bytes();
        for (at, byte, how) in changes {
            let at = at.index(mail.len());
            match how {
                0 => mail[at] = byte,
                1 => mail.insert(at, byte),
                _ => mail.truncate(at.max(1)),
            }
        }
        mail
    })
}

fn shared() -> &'static (Stage, listening::concern::Raised) {
    static STAGE: OnceLock<(Stage, listening::concern::Raised)> = OnceLock::new();
    STAGE.get_or_init(|| {
        let stage = stage();
        let raised = answered(&stage);
        (stage, raised)
    })
}

fn becomes_something(mail: &[u8]) {
    let (stage, raised) = shared();
    let mail = match std::str::from_utf8(mail) {
        Ok(text) => marked(stage, raised, text).into_bytes(),
        Err(_) => mail.to_vec(),
    };
    // What comes too often is held, and would try nothing else.
    stage.app.clock.forward_seconds(3_600);
    let arrival = taken_for(stage, &mail, &["care+gate@guards.example"]);
    let settled = settled(&arrival);
    assert_ne!(settled.state, State::Waiting);
    assert_eq!(
        settled.concern_id.is_some(),
        matches!(settled.state, State::Raised | State::Heard) || settled.concern_id.is_some()
    );
    assert_eq!(mail::arrival::read(&stage.app, &arrival.hash).unwrap(), mail);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_said_to_be_unreadable(mail in prop_oneof![raw_mail(), damaged()]) {
        if let Some(read) = reading::read(&mail) {
            prop_assert!(!read.text.contains('\0') && !read.subject.contains(['\0', '\n', '\r']));
            let folded = reading::fold(&read.text);
            prop_assert!(folded.rest.is_some() || folded.words == read.text.trim());
            let _machine = reading::machine(&read, false);
            let _forwarded = reading::forwarded(&read.text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_mail_becomes_something_and_is_kept(mail in prop_oneof![raw_mail(), damaged()]) {
        becomes_something(&mail);
    }
}
