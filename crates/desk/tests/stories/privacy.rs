//! What nobody may find: notes, other clients' and other sites' concerns, strangers' voices.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use ground::letter;
use stage::{Stage, Who};

use crate::{back, id_of, says, stage, tells, told_by_sign};

/// Every page of ours to which a chain of links leads from the portal, and what it says.
async fn reachable(stage: &Stage, who: &Who) -> Vec<(String, String)> {
    let mut seen = BTreeSet::from(["/portal".to_owned()]);
    let mut ahead = vec!["/portal".to_owned()];
    let mut pages = Vec::new();
    while let Some(path) = ahead.pop() {
        let page = stage.get(who, &path).await;
        for link in page.text.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let link = link.split('#').next().unwrap_or_default().replace("&amp;", "&").replace("&#38;", "&");
            if link.starts_with('/') && seen.insert(link.clone()) {
                ahead.push(link);
            }
        }
        pages.push((path, page.text));
    }
    pages
}

fn letters_to(stage: &Stage, address: &str) -> Vec<String> {
    let letters = stage.app.db.read_here(|connection| letter::newest(connection, 500)).unwrap();
    letters.into_iter().filter(|letter| letter.to_address == address).map(|l| l.subject + &l.words).collect()
}

#[tokio::test]
async fn a_note_reaches_no_page_and_no_letter_of_a_client() {
    const NOTE: &str = "Marigold: the relief overslept";
    let stage = stage();
    let (alice, sam) = (&stage.cast.alice, &stage.cast.sam);
    let gate = tells(&stage, alice, &stage.cast.gate, "Nobody came at six.").await;
    let terrace = tells(&stage, alice, &stage.cast.terrace, "Music after ten.").await;
    for (act, words) in [("note", NOTE), ("ask_back", "Which day?"), ("note", NOTE), ("answer", "It was our mistake.")]
    {
        says(&stage, sam, &gate, (act, words)).await;
        says(&stage, sam, &terrace, (act, words)).await;
    }
    stage.post(alice, &format!("{gate}/check-back"), &[("helped", "no"), ("helped_words", "Again")]).await.done();
    says(&stage, sam, &gate, ("note", NOTE)).await;
    stage.forward_seconds(20 * 86_400);
    let (alice, sam) = (&back(&stage, alice), &back(&stage, sam));
    let staff = stage.get(sam, &format!("/concerns/{}", id_of(&gate))).await;
    assert!(staff.says(NOTE), "the note is there for staff: {}", staff.text);
    let pages = reachable(&stage, alice).await;
    for path in [&gate, &terrace] {
        assert!(pages.iter().any(|(seen, _)| seen == path), "{path} was looked at");
    }
    for (path, text) in pages {
        assert!(!text.contains("Marigold"), "{path} says a note");
    }
    let letters = letters_to(&stage, alice.email);
    assert!(letters.len() > 4, "{}", letters.len());
    assert!(letters.iter().all(|letter| !letter.contains("Marigold")));
}

#[tokio::test]
async fn foreign_concerns_are_not_there() {
    let stage = stage();
    let (alice, bruno, olaf) = (&stage.cast.alice, &stage.cast.bruno, &stage.cast.olaf);
    let gate = tells(&stage, alice, &stage.cast.gate, "About the gate.").await;
    let terrace = tells(&stage, alice, &stage.cast.terrace, "About the terrace.").await;
    for (who, path, status) in [
        (bruno, &gate, StatusCode::OK),
        (bruno, &terrace, StatusCode::NOT_FOUND),
        (olaf, &gate, StatusCode::NOT_FOUND),
        (olaf, &terrace, StatusCode::NOT_FOUND),
        (&stage.cast.sam, &gate, StatusCode::FORBIDDEN),
        (&stage.cast.visitor, &gate, StatusCode::SEE_OTHER),
    ] {
        assert_eq!(stage.get(who, path).await.status, status, "{} {path}", who.email);
        if status != StatusCode::OK {
            let more = stage.post(who, &format!("{path}/messages"), &[("words", "Hello there")]).await;
            assert_eq!(more.status, status, "{} {path}", who.email);
            let helped = stage.post(who, &format!("{path}/check-back"), &[("helped", "yes")]).await;
            assert_eq!(helped.status, status, "{} {path}", who.email);
            let again = stage.post(who, &format!("{path}/reopening"), &[("reopen_words", "Again")]).await;
            assert_eq!(again.status, status, "{} {path}", who.email);
        }
    }
    for (who, sees) in [(bruno, true), (olaf, false)] {
        for path in ["/portal", "/portal/concerns"] {
            let page = stage.get(who, path).await;
            assert_eq!(page.says("About the gate."), sees, "{} {path}", who.email);
            assert!(!page.says("About the terrace."), "{} {path}", who.email);
        }
    }
    assert_eq!(stage.get(alice, "/portal/concerns/7").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn strangers_voices_and_a_colleagues_protected_words_are_not_shown() {
    let stage = stage();
    let (alice, bruno, maya) = (&stage.cast.alice, &stage.cast.bruno, &stage.cast.maya);
    let by_sign = told_by_sign(&stage, &stage.cast.gate, "The guard called me names.");
    let own = tells(&stage, bruno, &stage.cast.gate, "An officer pushed a boy.").await;
    let owner = maya.me.actor.id.clone();
    let form = [("protected_owner", owner.as_str()), ("version", "0")];
    stage.post(maya, &format!("/concerns/{}/protection", id_of(&own)), &form).await.done();
    for path in ["/portal", "/portal/concerns"] {
        let page = stage.get(alice, path).await;
        assert!(!page.says("called me names") && !page.says("pushed a boy"), "{path}: {}", page.text);
        assert!(stage.get(bruno, path).await.says("pushed a boy"), "who told us sees it");
    }
    for path in [format!("/portal/concerns/{}", by_sign.id), own.clone()] {
        assert_eq!(stage.get(alice, &path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(stage.get(bruno, &own).await.status, StatusCode::OK);
}
