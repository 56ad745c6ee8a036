//! What the office does with concerns besides answering them.

use axum::http::StatusCode;
use ground::Id;
use people::staff;

use crate::{found, stage, told};

/// Where an answer leads, with all of its query.
fn location(page: &stage::Page) -> String {
    page.headers.get("location").map(|to| to.to_str().unwrap().to_owned()).unwrap_or_default()
}

#[tokio::test]
async fn a_form_that_is_sent_twice_makes_one_concern_and_its_number_is_shown() {
    let stage = stage();
    let gate = stage.cast.gate.to_string();
    let form = [
        ("site", gate.as_str()),
        ("words", "They called about the lift."),
        ("urgency", "shortfall"),
        ("channel", "phone"),
        ("voice", "client"),
        ("once", "a-form-of-this-page"),
    ];
    let first = stage.post(&stage.cast.sam, "/concerns", &form).await;
    let first = location(&first);
    assert!(first.starts_with("/home?number="), "{first}");
    assert_eq!(location(&stage.post(&stage.cast.sam, "/concerns", &form).await), first);
    let queue = stage.get(&stage.cast.sam, "/queue").await;
    assert_eq!(queue.text.matches("They called about the lift.").count(), 1, "{}", queue.text);
}

#[tokio::test]
async fn staff_are_told_by_telephone_or_in_passing_and_no_other_way() {
    let stage = stage();
    let gate = stage.cast.gate.to_string();
    for channel in ["portal", "qr", "api"] {
        let form = [
            ("site", gate.as_str()),
            ("words", "A letter of nobody."),
            ("urgency", "shortfall"),
            ("channel", channel),
            ("voice", "client"),
        ];
        let refused = stage.post(&stage.cast.sam, "/concerns", &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{channel}");
    }
}

#[tokio::test]
async fn who_hands_over_comes_back_to_the_same_place() {
    let stage = stage();
    let id = told(&stage, "The door was open.", "serious").id.to_string();
    let page = stage.get(&stage.cast.maya, "/queue?severity=S2").await;
    assert!(page.says("name=\"back\" value=\"/queue?severity=S2\""), "{}", page.text);
    let form = [("take", id.as_str()), ("back", "/queue?severity=S2")];
    let back = location(&stage.post(&stage.cast.maya, "/queue/owner", &form).await);
    assert!(back.starts_with("/queue?severity=S2"), "{back}");
}

#[tokio::test]
async fn no_open_concern_stays_with_somebody_who_left() {
    let stage = stage();
    let id = told(&stage, "The door was open.", "serious").id;
    let maya: Id<_> = Id::known(stage.cast.maya.me.actor.id.clone());
    let (to, concern) = (maya.clone(), id.clone());
    stage.write(&stage.cast.ines.me, move |work| listening::concern::hand_over(work, &concern, None, &to)).unwrap();
    stage.write(&stage.cast.ines.me, move |work| staff::leave(work, &maya)).unwrap();
    stage.forward_seconds(600);
    assert_eq!(found(&stage, &id).owner_id.as_str(), stage.cast.sam.me.actor.id, "the owner of the site");
}
