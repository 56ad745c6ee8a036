//! A contact tells us something: once, with photos, at a site that they may see.

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::{Request, StatusCode};
use stage::{Page, Stage};

use crate::{count, stage, tells};

/// The form as a browser sends it with files.
async fn with_photos(stage: &Stage, words: &str, photos: &[Vec<u8>]) -> Page {
    let mut body = Vec::new();
    for (name, value) in [("site", stage.cast.gate.as_str()), ("words", words), ("urgency", "shortfall")] {
        body.extend(format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
    }
    for photo in photos {
        let head = "--edge\r\nContent-Disposition: form-data; name=\"photos\"; filename=\"p.png\"\r\n\r\n";
        body.extend(head.bytes());
        body.extend(photo);
        body.extend(b"\r\n");
    }
    body.extend(b"--edge--\r\n");
    let request = Request::post("/portal/concerns").header(CONTENT_TYPE, "multipart/form-data; boundary=edge");
    stage.send(&stage.cast.alice, request.body(Body::from(body)).unwrap()).await
}

fn photo() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(8, 8).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[tokio::test]
async fn a_form_that_is_sent_twice_makes_one_concern() {
    let stage = stage();
    let alice = &stage.cast.alice;
    let page = stage.get(alice, "/portal/concerns/new").await;
    let once = page.between("name=\"once\" value=\"", "\"").unwrap();
    let gate = stage.cast.gate.to_string();
    let form = |words: &'static str| {
        [("site", gate.clone()), ("words", words.to_owned()), ("urgency", "wish".to_owned()), ("once", once.clone())]
    };
    let send = |words| {
        let form = form(words);
        let stage = &stage;
        async move {
            let pairs: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
            stage.post(alice, "/portal/concerns", &pairs).await
        }
    };
    let first = send("May we have a spare key?").await;
    let second = send("May we have a spare key?").await;
    assert_eq!(first.leads_to(), second.leads_to());
    assert_eq!(count(&stage), 1);
    let other = send("May we have two spare keys?").await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(other.says("was sent before") && other.says("two spare keys"), "{}", other.text);
    assert_ne!(other.between("name=\"once\" value=\"", "\""), Some(once.clone()), "sent again, it is a new one");
    let message = [("words", "The blue one."), ("once", "more")];
    let path = first.leads_to();
    for _ in 0..2 {
        stage.post(alice, &format!("{path}/messages"), &message).await.done();
    }
    assert_eq!(stage.get(alice, &path).await.text.matches("The blue one.").count(), 1);
}

#[tokio::test]
async fn the_form_names_the_emergency_number_first_and_keeps_a_draft() {
    let stage = stage();
    let page = stage.get(&stage.cast.alice, "/portal/concerns/new").await;
    assert!(page.text.find("Call 911 first").unwrap() < page.text.find("<form").unwrap());
    assert!(page.says("data-draft=") && page.says("Harbour Terrace"), "{}", page.text);
    let page = stage.get(&stage.cast.bruno, "/portal/concerns/new").await;
    assert!(!page.says("Harbour Terrace") && page.says("Llame primero al 911"), "{}", page.text);
    let form = [("site", stage.cast.gate.as_str()), ("words", "A man has a knife."), ("urgency", "danger")];
    let done = stage.post(&stage.cast.alice, "/portal/concerns", &form).await;
    assert!(done.headers["location"].to_str().unwrap().contains("draft="), "the device may forget what it kept");
    let page = stage.get(&stage.cast.alice, &done.leads_to()).await;
    assert!(page.says("Call 911 first"), "{}", page.text);
}

#[tokio::test]
async fn photos_come_along_and_what_is_no_photo_is_refused() {
    let stage = stage();
    let alice = &stage.cast.alice;
    let page = with_photos(&stage, "The lamp is broken.", &[photo(), photo()]).await;
    let page = stage.get(alice, &page.leads_to()).await;
    let shown = page.between("src=\"/photos/", "\"").unwrap();
    assert_eq!(stage.get(alice, &format!("/photos/{shown}")).await.status, StatusCode::OK);
    assert_eq!(stage.get(&stage.cast.olaf, &format!("/photos/{shown}")).await.status, StatusCode::NOT_FOUND);
    let page = with_photos(&stage, "The door is broken.", &[b"<svg onload=alert(1)>".to_vec()]).await;
    assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.says("The door is broken."), "{}", page.text);
    let page = with_photos(&stage, "The wall is broken.", &vec![photo(); 4]).await;
    assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.says("at most three"), "{}", page.text);
    let page = with_photos(&stage, "", &[photo()]).await;
    assert!(page.says("Please choose the photos once more"), "{}", page.text);
    assert_eq!(count(&stage), 1);
}

#[tokio::test]
async fn nobody_tells_about_a_site_that_they_do_not_see() {
    let stage = stage();
    for (who, site) in [(&stage.cast.alice, &stage.cast.yard), (&stage.cast.bruno, &stage.cast.terrace)] {
        let form = [("site", site.as_str()), ("words", "Something"), ("urgency", "wish")];
        assert_eq!(stage.post(who, "/portal/concerns", &form).await.status, StatusCode::NOT_FOUND);
        assert_eq!(stage.get(who, &format!("/portal?site={site}")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(stage.get(who, &format!("/portal/concerns?site={site}")).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(count(&stage), 0);
}

#[tokio::test]
async fn the_list_goes_on_where_it_ended_also_within_one_millisecond() {
    let stage = stage();
    let alice = &stage.cast.alice;
    for at in 0..30 {
        tells(&stage, alice, &stage.cast.gate, &format!("Remark {at}.")).await;
    }
    let first = stage.get(alice, "/portal/concerns").await;
    let next = first.between("<nav class=\"pages\" aria-label=\"Pages\"><a href=\"", "\"").unwrap();
    let second = stage.get(alice, &next.replace("&#38;", "&")).await;
    let both = format!("{}{}", first.text, second.text);
    for at in 0..30 {
        assert_eq!(both.matches(&format!(">Remark {at}.<")).count(), 1, "Remark {at}");
    }
    assert!(first.says("Who looks after your sites") && first.says("Sam Okonjo"), "{}", first.text);
    let gate = format!("/portal/concerns?site={}", stage.cast.terrace);
    assert!(stage.get(alice, &gate).await.says("You have told us nothing yet"));
}
