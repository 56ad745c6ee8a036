//! Ines says who we are, and everybody reads it.

use axum::http::StatusCode;

use crate::{deeds, stage};

const LANTERN: [(&str, &str); 8] = [
    ("name", "Lantern & Sons"),
    ("language", "es"),
    ("zone", "America/Bogota"),
    ("emergency_number", "123"),
    ("phone", "+57 601 555 0100"),
    ("email", "office@lantern.example"),
    ("version", "1"),
    ("absence_days", "45"),
];

#[tokio::test]
async fn the_organization_is_described_anew() {
    let stage = stage();
    let ines = &stage.cast.ines;
    assert!(stage.get(ines, "/organization").await.says("value=\"Lantern Guards\""));
    assert_eq!(stage.post(ines, "/organization", &LANTERN).await.leads_to(), "/organization");
    let help = stage.get(&stage.cast.visitor, "/help").await;
    assert!(help.says("Lantern &#38; Sons") && help.says("href=\"tel:123\"") && help.says("tel:+576015550100"));
    assert!(help.says("mailto:office@lantern.example"));
    assert!(help.says("<html lang=\"es\">"), "the language of whoever has not said theirs");
    assert_eq!(deeds(&stage, "organization").len(), 2);

    let stale = stage.post(ines, "/organization", &LANTERN).await;
    assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(stale.says("Somebody else changed this") && stale.says("name=\"version\" value=\"2\""));
    let mut first = LANTERN;
    first[6] = ("version", "0");
    assert_eq!(stage.post(ines, "/organization", &first).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn what_is_wrong_stands_beside_its_field() {
    let stage = stage();
    for (place, field, typed) in [
        (0, "name", ""),
        (1, "language", "tlh"),
        (2, "zone", "Bogota"),
        (3, "emergency_number", "call us"),
        (4, "phone", "soon"),
        (5, "email", "office"),
        (7, "absence_days", "0"),
    ] {
        let mut form = LANTERN;
        form[place] = (field, typed);
        let page = stage.post(&stage.cast.ines, "/organization", &form).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        assert!(page.says(&format!("id=\"{field}-error\"")), "{field}: {}", page.text);
    }
    assert_eq!(deeds(&stage, "organization").len(), 1);
}

#[tokio::test]
async fn a_guest_reads_what_this_is_and_how_to_reach_us() {
    let stage = stage();
    let visitor = &stage.cast.visitor;
    let start = stage.get(visitor, "/").await;
    assert!(start.says("Lantern Guards") && start.says("href=\"/sign-in\"") && start.says("tel:911"));
    let spanish = stage.get(visitor, "/?lang=es").await;
    assert!(spanish.says("<html lang=\"es\">") && spanish.says("href=\"/?lang=en\""));
    let help = stage.get(visitor, "/help").await;
    assert!(help.says("tel:911") && help.says("WCAG 2.2") && help.says("Talk to anybody of Lantern Guards"));
    assert_eq!(stage.get(&stage.cast.alice, "/help").await.status, StatusCode::OK);
}
