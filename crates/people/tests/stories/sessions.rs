//! Sam signs in and out.

use axum::http::StatusCode;

use crate::{PASSWORD, choose_password, deeds, post_from, record, sign_in, stage, with_session};

#[tokio::test]
async fn the_right_password_opens_and_a_wrong_one_does_not() {
    let stage = stage();
    choose_password(&stage, &stage.cast.sam).await;
    let wrong = sign_in(&stage, stage.cast.sam.email, "three words apart").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.session().is_none());
    assert!(wrong.says("do not fit together") && wrong.says("value=\"sam@lantern.example\""));
    assert!(!wrong.says("three words apart"), "a password is never shown again");

    let right = sign_in(&stage, " SAM@lantern.example ", PASSWORD).await;
    assert_eq!(right.leads_to(), "/");
    let sam = with_session(&stage.cast.sam, &right);
    assert!(stage.get(&sam, "/me").await.says("Sam Okonjo"));
    assert_eq!(stage.get(&sam, "/").await.leads_to(), "/home");
    let id = &stage.cast.sam.me.actor.id;
    assert_eq!(deeds(&stage, id).last().unwrap(), "session.signed_in");
}

#[tokio::test]
async fn nobody_can_tell_from_outside_who_has_an_account() {
    let stage = stage();
    choose_password(&stage, &stage.cast.sam).await;
    let known = sign_in(&stage, stage.cast.sam.email, "wrong").await;
    let unknown = sign_in(&stage, "nobody@lantern.example", "wrong").await;
    assert_eq!(known.status, unknown.status);
    let neutral = |text: &str, email: &str| text.replace(email, "EMAIL");
    assert_eq!(neutral(&known.text, "sam@lantern.example"), neutral(&unknown.text, "nobody@lantern.example"));
    // Somebody who has an account and never chose a password looks no different.
    let fresh = sign_in(&stage, stage.cast.nora.email, "wrong").await;
    assert_eq!(neutral(&fresh.text, "nora@lantern.example"), neutral(&unknown.text, "nobody@lantern.example"));

    let link = async |email| stage.post(&stage.cast.visitor, "/sign-in/link", &[("link_email", email)]).await;
    let (to_alice, to_nobody) = (link("alice@harbour.example").await, link("nobody@harbour.example").await);
    assert_eq!(to_alice.status, to_nobody.status);
    assert_eq!(neutral(&to_alice.text, "alice@harbour.example"), neutral(&to_nobody.text, "nobody@harbour.example"));
    stage.run_jobs();
    assert!(stage.letter_to("nobody@harbour.example").is_none());
}

#[tokio::test]
async fn after_ten_tries_even_the_right_password_waits() {
    let stage = stage();
    choose_password(&stage, &stage.cast.sam).await;
    for _ in 0..10 {
        assert_eq!(sign_in(&stage, stage.cast.sam.email, "wrong").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let refused = sign_in(&stage, stage.cast.sam.email, PASSWORD).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    let seconds: i64 = refused.headers["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=901).contains(&seconds), "{seconds}");
    assert!(refused.says("Too many tries"));
    // Others are not held up by it.
    choose_password(&stage, &stage.cast.nora).await;
    assert_eq!(sign_in(&stage, stage.cast.nora.email, PASSWORD).await.status, StatusCode::SEE_OTHER);

    stage.app.clock.forward_seconds(seconds);
    assert_eq!(sign_in(&stage, stage.cast.sam.email, PASSWORD).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn one_place_cannot_try_all_addresses_nor_use_up_the_tries_of_others() {
    let stage = stage();
    let (there, sam) = ([192, 0, 2, 7], stage.cast.sam.email);
    choose_password(&stage, &stage.cast.sam).await;
    for number in 0..60 {
        let email = format!("guess{number}@lantern.example");
        let form = [("email", email.as_str()), ("password", "wrong")];
        let tried = post_from(&stage, there, "/sign-in", &form).await;
        assert_eq!(tried.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    for _ in 0..10 {
        let refused = post_from(&stage, there, "/sign-in", &[("email", sam), ("password", "wrong")]).await;
        assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    }
    assert_eq!(sign_in(&stage, sam, PASSWORD).await.status, StatusCode::SEE_OTHER, "from elsewhere he enters");
}

#[tokio::test]
async fn the_sessions_cookie_is_kept_from_scripts_and_other_sites() {
    let stage = stage();
    choose_password(&stage, &stage.cast.sam).await;
    let page = sign_in(&stage, stage.cast.sam.email, PASSWORD).await;
    let cookie = page.headers["set-cookie"].to_str().unwrap();
    let (token, attributes) = cookie.split_once("; ").unwrap();
    assert!(token.starts_with("rapport=") && token.len() > "rapport=".len() + 40, "{token}");
    // As long as a browser keeps one: the session may live as long, and ends by itself when it is not used.
    assert_eq!(attributes, "Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax");
}

#[tokio::test]
async fn signing_in_leads_back_to_a_page_of_ours_and_to_no_other() {
    let stage = stage();
    choose_password(&stage, &stage.cast.sam).await;
    let gate = format!("/sites/{}", stage.cast.gate);
    let asked = stage.get(&stage.cast.visitor, &gate).await;
    assert_eq!(asked.headers["location"].to_str().unwrap(), format!("/sign-in?then={}", gate.replace('/', "%2F")));
    for (then, expected) in [
        (gate.as_str(), gate.as_str()),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example", "/"),
        ("/\\elsewhere.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/a\r\nset-cookie: x=y", "/"),
    ] {
        let form = [("email", stage.cast.sam.email), ("password", PASSWORD), ("then", then)];
        assert_eq!(stage.post(&stage.cast.visitor, "/sign-in", &form).await.leads_to(), expected, "{then}");
    }
}

#[tokio::test]
async fn signing_out_ends_this_session_and_everywhere_ends_all() {
    let stage = stage();
    let first = with_session(&stage.cast.sam, &choose_password(&stage, &stage.cast.sam).await);
    let second = with_session(&stage.cast.sam, &sign_in(&stage, stage.cast.sam.email, PASSWORD).await);
    let third = with_session(&stage.cast.sam, &sign_in(&stage, stage.cast.sam.email, PASSWORD).await);
    let is_in = async |who| stage.get(who, "/me").await.status == StatusCode::OK;
    assert!(is_in(&first).await && is_in(&second).await && is_in(&third).await);

    let out = stage.post(&first, "/sign-out", &[]).await;
    assert_eq!(out.leads_to(), "/sign-in");
    assert_eq!(out.headers["set-cookie"].to_str().unwrap(), "rapport=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
    assert!(!is_in(&first).await && is_in(&second).await);

    stage.post(&second, "/me/sessions/sign-out", &[]).await;
    assert!(!is_in(&second).await && !is_in(&third).await);
    assert!(is_in(&stage.cast.nora).await, "the sessions of others go on");
    let id = &stage.cast.sam.me.actor.id;
    assert_eq!(deeds(&stage, id).iter().filter(|deed| *deed == "session.signed_out").count(), 2);
}

#[tokio::test]
async fn a_session_lives_while_it_is_used_and_ends_when_it_is_not() {
    let stage = stage();
    const DAY: i64 = 86_400;
    for _ in 0..3 {
        stage.app.clock.forward_seconds(13 * DAY);
        assert_eq!(stage.get(&stage.cast.sam, "/me").await.status, StatusCode::OK);
    }
    stage.app.clock.forward_seconds(14 * DAY);
    stage.run_jobs();
    assert_eq!(stage.get(&stage.cast.sam, "/me").await.leads_to(), "/sign-in");
}

#[tokio::test]
async fn somebody_chooses_how_they_read() {
    let stage = stage();
    let form = [("language", "es"), ("theme", "dim"), ("keys", "off")];
    assert_eq!(stage.post(&stage.cast.sam, "/me", &form).await.leads_to(), "/me");
    let page = stage.get(&stage.cast.sam, "/me?said=done-saved").await;
    assert!(page.says("<html lang=\"es\" data-theme=\"dim\" data-keys=\"off\">") && page.says("Guardado."));
    stage.post(&stage.cast.alice, "/me", &[("language", "es"), ("theme", "no such")]).await;
    assert!(stage.get(&stage.cast.alice, "/me").await.says("<html lang=\"es\">"));
}

#[tokio::test]
async fn an_administrator_does_not_write_over_what_somebody_chose_meanwhile() {
    let stage = stage();
    let cast = &stage.cast;
    let alice = [
        ("client", cast.harbour.as_str()),
        ("name", "Alice Hale"),
        ("email", cast.alice.email),
        ("standing", "decision_maker"),
        ("language", "en"),
        ("version", "0"),
    ];
    let sam = [
        ("name", "Sam Okonjo"),
        ("email", cast.sam.email),
        ("roles", "supervisor"),
        ("language", "en"),
        ("version", "0"),
    ];
    for (who, noun, form) in [(&cast.alice, "contacts", &alice[..]), (&cast.sam, "staff", &sam[..])] {
        let id = &who.me.actor.id;
        stage.post(who, "/me", &[("language", "es")]).await.done();
        let chosen = record(&stage, id).pop().unwrap();
        assert_eq!(chosen.deed, "session.reading_chosen");
        assert_eq!(chosen.change, r#"{"language":["en","es"]}"#);
        let stale = stage.post(&cast.ines, &format!("/{noun}/{id}"), form).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY, "{noun}");
        assert!(stale.says("Somebody else changed this"), "{}", stale.text);
        assert!(stage.get(who, "/me").await.says("<html lang=\"es\""), "{noun}");
    }
}
