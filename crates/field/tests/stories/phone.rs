//! Phones: who is given a key, and what becomes of one that is lost.

use crate::*;

#[tokio::test]
async fn a_phone_is_introduced_once_and_takes_the_pages_of_its_officer() {
    let stage = stage();
    let (omar, id) = (&stage.cast.omar, fresh());
    let post = omar_stands(&stage, (-HOUR, None));
    let first = introduced(&stage, omar, &id, 0).await;
    let again = introduced(&stage, omar, &id, 0).await;
    assert_eq!(first.key, again.key);
    let entries =
        stage.read(&stage.cast.ines.me, |work| ground::entry::rows::of_subject(work.connection, &id)).unwrap();
    assert_eq!(entries.len(), 1, "that it is seen again is no news");
    let body = json!({ "phone": id, "clock": 0 }).to_string();
    let page = stage.send(omar, Request::post("/field/phone").body(Body::from(body)).unwrap()).await;
    assert!(page.says(&format!("/posts/{post}/briefing")) && page.says("/field/told"), "{}", page.text);
    assert_eq!(page.headers["cache-control"], "no-store");
}

#[tokio::test]
async fn the_page_of_alerts_fetches_the_key_for_whoever_hears_them() {
    let stage = stage();
    let page = stage.get(&stage.cast.sam, "/me/alerts").await;
    let (script, of) = ("/assets/phone.", format!("<meta name=\"staff\" content=\"{}\"", stage.cast.sam.me.actor.id));
    assert!(page.text.contains(script) && page.text.contains(&of), "{}", page.text);
}

#[tokio::test]
async fn nobody_else_is_given_a_key() {
    let stage = stage();
    for who in [&stage.cast.visitor, &stage.cast.alice] {
        let body = json!({ "phone": fresh(), "clock": 0 }).to_string();
        let page = stage.send(who, Request::post("/field/phone").body(Body::from(body)).unwrap()).await;
        assert!(page.status == 200 && !page.says("key"), "{}: {}", page.status, page.text);
        assert_eq!(answer(&page)["staff"], Value::Null);
    }
    for body in ["", "{}", r#"{"phone":"x","clock":0}"#] {
        let request = Request::post("/field/phone").body(Body::from(body)).unwrap();
        assert_eq!(stage.send(&stage.cast.omar, request).await.status, 400, "{body}");
    }
}

#[tokio::test]
async fn a_lost_phone_is_given_no_key_and_what_it_sends_is_held() {
    let stage = stage();
    let omar = &stage.cast.omar;
    omar_stands(&stage, (-HOUR, None));
    let phone = introduced(&stage, omar, &fresh(), 0).await;
    let path = format!("/staff/{}/phones", phone.staff);
    assert_eq!(stage.get(&stage.cast.sam, &path).await.status, 404, "a supervisor has no say in it");
    assert_eq!(stage.get(&stage.cast.ines, &path).await.status, 200, "whoever sets things up has");
    stage.post(omar, &format!("{path}/{}", phone.id), &[]).await.done();
    stage.post(omar, &format!("{path}/{}", phone.id), &[]).await.done();
    assert!(stage.get(omar, &path).await.says("lost"));
    let body = json!({ "phone": phone.id, "clock": 0 }).to_string();
    let page = stage.send(omar, Request::post("/field/phone").body(Body::from(body)).unwrap()).await;
    assert_eq!(page.status, 403);
    let at = phone.now(&stage);
    let sent = phone.send(&stage, &fresh(), ("concern", at), lamp(&stage)).await;
    assert_eq!(sent.status, 202, "{}", sent.text);
}
