//! What people want to be written about: by the link of a letter, by one click of a mail program, on one's page.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use ground::letter::{self, Automatic, Class, Draft, unwanted};
use ground::words::Language;
use stage::Stage;

use crate::{deeds, record, stage};

const DANA: &str = "dana@harbour.example";

fn write(stage: &Stage, class: Class) -> Option<String> {
    let (app, now) = (stage.app.clone(), stage.app.clock.now());
    let newest = || {
        let newest = stage.app.db.read_here(|connection| letter::newest(connection, 1)).unwrap();
        newest.into_iter().next().map(|letter| letter.id)
    };
    let before = newest();
    stage.app.clock.forward_seconds(1);
    let written = stage.app.db.write_here(move |connection| {
        let draft = Draft {
            kind: "test.letter",
            class,
            about_id: "thing",
            in_thread: true,
            automatic: Automatic::Generated,
            from_name: "Northgate Guards",
            to_name: "Dana",
            to_address: DANA,
            language: Language::Spanish,
            text: "Subject\nWords".to_owned(),
        };
        letter::write(&app, connection, draft, now)
    });
    written.unwrap();
    newest().filter(|id| Some(id) != before.as_ref())
}

fn link(stage: &Stage, letter_id: &str) -> String {
    format!("/letters/off/{}", unwanted::token(&stage.app.keys, letter_id))
}

fn off(stage: &Stage, address: &'static str) -> Vec<Class> {
    stage.app.db.read_here(|connection| unwanted::of(connection, address)).unwrap()
}

#[tokio::test]
async fn looking_at_the_link_switches_nothing_off_and_pressing_the_button_does() {
    let stage = stage();
    let letter_id = write(&stage, Class::Concerns).unwrap();
    let (link, visitor) = (link(&stage, &letter_id), &stage.cast.visitor);
    for _ in 0..3 {
        let page = stage.get(visitor, &link).await;
        assert!(page.status == StatusCode::OK && page.says("Desactivarlos") && !page.says(DANA), "{}", page.text);
    }
    assert!(off(&stage, DANA).is_empty());
    assert_eq!(stage.post(visitor, &link, &[("act", "off")]).await.leads_to(), link);
    assert_eq!(off(&stage, DANA), [Class::Concerns]);
    assert_eq!(write(&stage, Class::Concerns), None);
    assert!(write(&stage, Class::Questions).is_some());
    let page = stage.get(visitor, &format!("{link}?lang=en")).await;
    assert!(page.says("Switched off") && page.says("Switch them on again"), "{}", page.text);
    stage.post(visitor, &link, &[("act", "off")]).await.done();
    stage.post(visitor, &link, &[("act", "on")]).await.done();
    assert!(off(&stage, DANA).is_empty() && write(&stage, Class::Concerns).is_some());
    assert_eq!(deeds(&stage, &letter_id), ["wish.switched"; 3]);
    let changes: Vec<String> = record(&stage, &letter_id).into_iter().map(|entry| entry.change).collect();
    assert_eq!(changes, [r#"{"concerns":[true,false]}"#, "{}", r#"{"concerns":[false,true]}"#]);
}

#[tokio::test]
async fn one_click_of_a_mail_program_is_enough_from_wherever_it_is() {
    let stage = stage();
    let link = link(&stage, &write(&stage, Class::Digests).unwrap());
    let multipart = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
    for (kind, body) in [
        ("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click"),
        ("multipart/form-data; boundary=x", multipart),
    ] {
        let request = Request::post(&link)
            .header("content-type", kind)
            .header("origin", "https://mail.example")
            .header("sec-fetch-site", "cross-site");
        let page = stage.send(&stage.cast.visitor, request.body(Body::from(body)).unwrap()).await;
        assert!(page.status == StatusCode::OK && page.headers.get("location").is_none(), "it is not sent on");
        assert_eq!(off(&stage, DANA), [Class::Digests], "{kind}");
        stage.post(&stage.cast.visitor, &link, &[("act", "on")]).await.done();
    }
    let elsewhere = Request::post("/sign-in/link").header("sec-fetch-site", "cross-site").body(Body::empty()).unwrap();
    assert_eq!(stage.send(&stage.cast.visitor, elsewhere).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_link_that_was_guessed_and_a_letter_that_must_come_are_not_found() {
    let stage = stage();
    let letter_id = write(&stage, Class::Concerns).unwrap();
    let essential = write(&stage, Class::Essential).unwrap();
    let guessed = format!("/letters/off/{letter_id}.{}", "0".repeat(32));
    for path in [guessed.as_str(), "/letters/off/x", &link(&stage, "none")] {
        assert_eq!(stage.get(&stage.cast.visitor, path).await.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(stage.post(&stage.cast.visitor, path, &[("act", "off")]).await.status, StatusCode::NOT_FOUND);
    }
    let page = stage.post(&stage.cast.visitor, &link(&stage, &essential), &[("act", "off")]).await;
    assert_eq!((page.status, off(&stage, DANA)), (StatusCode::NOT_FOUND, Vec::new()));
}

#[tokio::test]
async fn who_is_signed_in_chooses_on_their_own_page() {
    let stage = stage();
    let alice = &stage.cast.alice;
    let page = stage.get(alice, "/me").await;
    assert!(page.says("Did it help") || page.says("whether it helped"), "{}", page.text);
    assert_eq!(page.text.matches("name=\"letters\"").count(), 6);
    assert_eq!(page.text.matches("checked").count(), 6 + 2, "all of them, and how she reads");
    stage
        .post(alice, "/me/letters", &[("letters", "concerns"), ("letters", "alerts"), ("letters", "essential")])
        .await
        .done();
    assert_eq!(
        off(&stage, "alice@harbour.example"),
        [Class::Digests, Class::Orders, Class::Questions, Class::Reports, Class::Surveys]
    );
    assert_eq!(deeds(&stage, &alice.me.actor.id).last().unwrap(), "wish.chosen");
    let page = stage.get(alice, "/me").await;
    assert_eq!(page.text.matches("checked").count(), 1 + 2);
    assert_eq!(stage.get(&stage.cast.sam, "/me").await.text.matches("name=\"letters\"").count(), 4);
}

#[tokio::test]
async fn an_address_that_refuses_mail_is_shown_and_tried_again_when_somebody_says_so() {
    let stage = stage();
    let contact = format!("/contacts/{}", stage.cast.alice.me.actor.id);
    let member = format!("/staff/{}", stage.cast.omar.me.actor.id);
    let (sam, ines) = (&stage.cast.sam, &stage.cast.ines);
    let none = stage.post(sam, &format!("{contact}/writing-again"), &[]).await;
    assert_eq!(none.status, StatusCode::NOT_FOUND, "it refuses nothing");
    for who in [&stage.cast.alice, &stage.cast.omar] {
        let (app, email, now) = (stage.app.clone(), who.email, stage.app.clock.now());
        let written = stage.app.db.write_here(move |connection| {
            let draft = Draft {
                kind: "test.letter",
                class: Class::Essential,
                about_id: "thing",
                in_thread: false,
                automatic: Automatic::Generated,
                from_name: "",
                to_name: "",
                to_address: email,
                language: Language::English,
                text: "x\nx".to_owned(),
            };
            letter::write(&app, connection, draft, now)?;
            let id = letter::newest(connection, 1)?.remove(0).id;
            letter::delivery_failed(connection, &id, true, "550 5.1.1 no such user", now)
        });
        written.unwrap();
        stage.app.clock.forward_seconds(1);
    }
    for (path, who) in [(&contact, sam), (&member, ines)] {
        let page = stage.get(who, path).await;
        assert!(page.says("there is no such address") && page.says("Try this address again"), "{}", page.text);
        stage.post(who, &format!("{path}/writing-again"), &[]).await.done();
        assert!(!stage.get(who, path).await.says("there is no such address"));
    }
    assert_eq!(deeds(&stage, &stage.cast.alice.me.actor.id).last().unwrap(), "contact.written_again");
    assert_eq!(deeds(&stage, &stage.cast.omar.me.actor.id).last().unwrap(), "staff.written_again");
}
