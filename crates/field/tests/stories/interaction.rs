//! Talking with somebody, noted where there was no signal.

use crate::*;

#[tokio::test]
async fn a_talk_and_what_was_promised_in_it_arrive_once_with_their_times() {
    let stage = stage();
    omar_stands(&stage, (-HOUR, None));
    let omar = &stage.cast.omar;
    let phone = introduced(&stage, omar, &fresh(), 0).await;
    let (id, at) = (fresh(), phone.now(&stage));
    let talk = json!({
        "site": stage.cast.gate.as_str(), "kind": "talk", "with": "someone", "with_name": "Ruth", "mood": "uneasy",
        "topic": "The lamp at the ramp.", "when": "now", "promised": "I will ask about the lamp.", "promised_due": "week",
    });
    stage.forward_seconds(3 * HOUR);
    let first = phone.send(&stage, &id, ("interaction", at), talk.clone()).await;
    assert_eq!(first.status, 201);
    let path = answer(&first)["path"].as_str().unwrap().to_owned();
    assert!(stage.get(omar, &path).await.says("Was this a concern?"), "its author finds it there");
    assert_eq!(phone.send(&stage, &id, ("interaction", at), talk).await.status, 200);
    let given =
        stage.read(&omar.me, |work| meeting::facts::held_by(work.connection, &Id::known(work.me.actor.id.clone())));
    let given = given.unwrap();
    assert_eq!(given.len(), 1, "{given:?}");
    assert_eq!((given[0].given_at, given[0].to_name.as_deref()), (at, Some("Ruth")));
    let home = stage.get(omar, "/field").await;
    assert!(home.says("What you promised") && home.says("I will ask about the lamp."), "{}", home.text);
    let list = stage.get(&stage.cast.sam, &format!("/sites/{}/interactions", stage.cast.gate)).await;
    assert!(list.says("The lamp at the ramp."), "{}", list.text);
}

#[tokio::test]
async fn what_is_missing_in_a_talk_is_said_and_nothing_is_kept() {
    let stage = stage();
    omar_stands(&stage, (-HOUR, None));
    let phone = introduced(&stage, &stage.cast.omar, &fresh(), 0).await;
    let talk = json!({ "site": stage.cast.gate.as_str(), "kind": "talk", "with": "unsaid", "topic": "" });
    let refused = phone.send(&stage, &fresh(), ("interaction", phone.now(&stage)), talk).await;
    assert_eq!(refused.status, 422);
    assert!(answer(&refused)["problems"]["topic"].as_str().unwrap().contains("in a few words"), "{}", refused.text);
}

#[tokio::test]
async fn the_form_is_among_the_pages_that_a_phone_takes() {
    let stage = stage();
    omar_stands(&stage, (-HOUR, None));
    let pages = stage.read(&stage.cast.omar.me, field::home::pages_to_take).unwrap();
    let form = format!("/interactions/new?site={}", stage.cast.gate);
    assert!(pages.contains(&form) && pages.contains(&"/given-words".to_owned()), "{pages:?}");
    assert!(stage.get(&stage.cast.omar, &form).await.text.contains("data-outbox=\"interaction\""));
}
