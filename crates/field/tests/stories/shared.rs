//! A phone that those at a site share: officers come on it by their PIN.

use axum::http::header::COOKIE;

use crate::*;

const PIN: [(&str, &str); 2] = [("pin", "471108"), ("again", "471108")];

/// Sam makes a device of the gate a shared one: the cookie that it holds.
async fn shared(stage: &Stage) -> String {
    let path = format!("/sites/{}/shared-phones", stage.cast.gate);
    let page = stage.post(&stage.cast.sam, &path, &[]).await;
    page.done();
    let cookie = page.headers["set-cookie"].to_str().unwrap();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    cookie.split(';').next().unwrap().to_owned()
}

/// The phone asks, whoever is signed in on it.
async fn asks(stage: &Stage, cookie: &str, form: Option<&[(&str, &str)]>) -> Page {
    let request = match form {
        Some(form) => {
            let pairs: Vec<String> = form.iter().map(|(name, value)| format!("{name}={value}")).collect();
            let request = Request::post("/field/switch").header("content-type", "application/x-www-form-urlencoded");
            request.header(COOKIE, cookie).body(Body::from(pairs.join("&"))).unwrap()
        }
        None => Request::get("/field/switch").header(COOKIE, cookie).body(Body::empty()).unwrap(),
    };
    stage.send(&stage.cast.visitor, request).await
}

#[tokio::test]
async fn an_officer_whose_shift_is_near_comes_by_pin() {
    let stage = stage();
    let omar = &stage.cast.omar;
    omar_stands(&stage, (-HOUR, Some(8 * HOUR)));
    let cookie = shared(&stage).await;
    assert!(asks(&stage, &cookie, None).await.says("Nobody whose shift is near"), "he has no PIN yet");
    stage.post(omar, "/me/pin", &PIN).await.done();
    assert!(asks(&stage, &cookie, None).await.says("Omar Diallo"));
    let id = omar.me.actor.id.as_str();
    let wrong = asks(&stage, &cookie, Some(&[("officer", id), ("pin", "000001")])).await;
    assert!(wrong.status == 422 && !wrong.says("000001"), "{}", wrong.text);
    let page = asks(&stage, &cookie, Some(&[("officer", id), ("pin", "471108")])).await;
    assert_eq!(page.leads_to(), "/field");
    let token = page.session().unwrap();
    let here = Who { session: Some(token.clone()), ..omar.clone() };
    assert!(stage.get(&here, "/field").await.says("Lobby"));
    let both = format!("{cookie}; rapport={token}");
    asks(&stage, &both, Some(&[("officer", id), ("pin", "471108")])).await.done();
    assert_eq!(stage.get(&here, "/field").await.status, 303, "whoever was on it is signed out");
    stage.forward_seconds(21 * HOUR);
    assert!(!asks(&stage, &cookie, None).await.says("Omar Diallo"), "his shift is over");
    let late = asks(&stage, &cookie, Some(&[("officer", id), ("pin", "471108")])).await;
    assert_eq!(late.status, 422);
}

#[tokio::test]
async fn after_too_many_tries_the_form_says_when_there_is_another() {
    let stage = stage();
    omar_stands(&stage, (-HOUR, Some(8 * HOUR)));
    let cookie = shared(&stage).await;
    stage.post(&stage.cast.omar, "/me/pin", &PIN).await.done();
    let id = stage.cast.omar.me.actor.id.as_str();
    for _ in 0..10 {
        assert_eq!(asks(&stage, &cookie, Some(&[("officer", id), ("pin", "000001")])).await.status, 422);
    }
    let page = asks(&stage, &cookie, Some(&[("officer", id), ("pin", "471108")])).await;
    assert!(page.status == 429 && page.says("Too many tries with a PIN"), "{}", page.text);
    assert!(page.says("data-switch"), "the phone forgets what it was given: {}", page.text);
    stage.forward_seconds(900);
    let page = asks(&stage, &cookie, Some(&[("officer", id), ("pin", "471108")])).await;
    assert_eq!(page.leads_to(), "/field");
}

#[tokio::test]
async fn a_pin_opens_nothing_on_other_devices_and_nothing_for_whoever_may_more() {
    let stage = stage();
    omar_stands(&stage, (-HOUR, None));
    stage.post(&stage.cast.omar, "/me/pin", &PIN).await.done();
    let id = stage.cast.omar.me.actor.id.as_str();
    let form = [("officer", id), ("pin", "471108")];
    for cookie in ["", "shared=made-up"] {
        assert_eq!(asks(&stage, cookie, None).await.status, 404);
        assert_eq!(asks(&stage, cookie, Some(&form)).await.status, 404);
    }
    let cookie = shared(&stage).await;
    stage.post(&stage.cast.sam, "/me/pin", &PIN).await.done();
    let sam = [("officer", stage.cast.sam.me.actor.id.as_str()), ("pin", "471108")];
    assert_eq!(asks(&stage, &cookie, Some(&sam)).await.status, 422, "a supervisor has a password");
    let path = format!("/sites/{}/shared-phones", stage.cast.gate);
    assert_eq!(stage.get(&stage.cast.nora, &path).await.status, 404);
    assert_eq!(stage.post(&stage.cast.nora, &path, &[]).await.status, 404);
    let list = stage.get(&stage.cast.sam, &path).await;
    let phone = list.between(&format!("action=\"{path}/"), "\"").unwrap();
    stage.post(&stage.cast.sam, &format!("{path}/{phone}"), &[]).await.done();
    assert_eq!(asks(&stage, &cookie, Some(&form)).await.status, 404, "it is shared no longer");
}
