//! Alice enters by a link in a letter; Sam chooses a password by one.

use axum::http::StatusCode;
use people::{client, contact};
use stage::Stage;

use crate::{PASSWORD, choose_password, deeds, link_to, post_from, record, sign_in, stage, with_session};

async fn ask(stage: &Stage, email: &str) -> String {
    let page = stage.post(&stage.cast.visitor, "/sign-in/link", &[("link_email", email)]).await;
    assert_eq!(page.status, StatusCode::OK);
    stage.run_jobs();
    link_to(stage, email)
}

async fn is_good(stage: &Stage, link: &str) -> bool {
    stage.get(&stage.cast.visitor, link).await.status == StatusCode::OK
}

#[tokio::test]
async fn looking_at_a_link_does_not_spend_it_and_pressing_the_button_does_once() {
    let stage = stage();
    let link = ask(&stage, stage.cast.alice.email).await;
    for _ in 0..3 {
        let page = stage.get(&stage.cast.visitor, &link).await;
        assert!(page.status == StatusCode::OK && page.says("Press the button") && page.session().is_none());
    }
    let entered = stage.post(&stage.cast.visitor, &link, &[]).await;
    assert_eq!(entered.leads_to(), "/");
    let alice = with_session(&stage.cast.alice, &entered);
    assert!(stage.get(&alice, "/me").await.says("Alice Hale"));
    assert_eq!(stage.get(&alice, "/").await.leads_to(), "/portal");

    let again = stage.post(&stage.cast.visitor, &link, &[]).await;
    assert!(again.status == StatusCode::UNPROCESSABLE_ENTITY && again.session().is_none());
    assert!(again.says("no longer good") && stage.get(&stage.cast.visitor, &link).await.says("no longer good"));
    let id = &stage.cast.alice.me.actor.id;
    assert_eq!(deeds(&stage, id)[2..], ["session.link_sent", "session.signed_in"]);
    let token = link.rsplit('/').next().unwrap();
    assert!(record(&stage, id).iter().all(|entry| !entry.change.contains(token)), "the record keeps no token");
}

#[tokio::test]
async fn a_link_is_good_for_half_an_hour() {
    let stage = stage();
    let link = ask(&stage, stage.cast.alice.email).await;
    stage.app.clock.forward_seconds(1_799);
    assert_eq!(stage.get(&stage.cast.visitor, &link).await.status, StatusCode::OK);
    stage.app.clock.forward_seconds(1);
    assert!(stage.post(&stage.cast.visitor, &link, &[]).await.says("no longer good"));
    assert!(stage.get(&stage.cast.visitor, "/sign-in/link/guessed").await.says("no longer good"));
}

#[tokio::test]
async fn so_many_letters_and_no_more() {
    let stage = stage();
    let letters = || deeds(&stage, &stage.cast.alice.me.actor.id).iter().filter(|d| *d == "session.link_sent").count();
    for _ in 0..8 {
        ask(&stage, stage.cast.alice.email).await;
    }
    assert_eq!(letters(), 5);
}

#[tokio::test]
async fn one_place_cannot_ask_without_end_nor_use_up_the_letters_of_others() {
    let stage = stage();
    let (there, alice) = ([192, 0, 2, 7], stage.cast.alice.email);
    for number in 0..20 {
        let email = format!("guess{number}@harbour.example");
        let asked = post_from(&stage, there, "/sign-in/link", &[("link_email", email.as_str())]).await;
        assert_eq!(asked.status, StatusCode::OK);
    }
    for _ in 0..5 {
        let refused = post_from(&stage, there, "/sign-in/link", &[("link_email", alice)]).await;
        assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
        assert!(refused.headers.contains_key("retry-after") && refused.says("Too many tries"), "{}", refused.text);
    }
    stage.run_jobs();
    assert!(stage.letter_to(alice).is_none());
    let link = ask(&stage, alice).await;
    assert!(is_good(&stage, &link).await, "from elsewhere she asks for the first time");
}

#[tokio::test]
async fn the_same_waits_to_be_done_whether_or_not_somebody_has_the_address() {
    let stage = stage();
    let jobs = || stage.app.db.read_here(ground::job::count).unwrap();
    let (nobody, before) = ("nobody@harbour.example", jobs().waiting);
    for (number, email) in (1..).zip([nobody, stage.cast.alice.email, stage.cast.sam.email]) {
        stage.post(&stage.cast.visitor, "/sign-in/link", &[("link_email", email)]).await;
        assert_eq!(jobs().waiting, before + number, "{email}");
        assert!(stage.letter_to(email).is_none(), "{email}: the letter is written later");
    }
    stage.run_jobs();
    assert!(stage.letter_to(nobody).is_none() && jobs().given_up == 0);
    assert!(stage.letter_to(stage.cast.alice.email).is_some() && stage.letter_to(stage.cast.sam.email).is_some());
}

#[tokio::test]
async fn a_chosen_password_and_signing_out_everywhere_end_every_other_link() {
    let stage = stage();
    let (sam, alice, bruno) = (&stage.cast.sam, &stage.cast.alice, &stage.cast.bruno);
    let (earlier, later) = (ask(&stage, sam.email).await, ask(&stage, sam.email).await);
    assert!(earlier != later && is_good(&stage, &earlier).await);
    assert_eq!(stage.post(&stage.cast.visitor, &later, &[("password", PASSWORD)]).await.leads_to(), "/");
    assert!(!is_good(&stage, &earlier).await, "whoever has it cannot choose another password");

    let (to_alice, to_bruno) = (ask(&stage, alice.email).await, ask(&stage, bruno.email).await);
    stage.post(alice, "/me/sessions/sign-out", &[]).await;
    assert!(!is_good(&stage, &to_alice).await);
    assert!(is_good(&stage, &to_bruno).await, "the links of others stay good");
}

#[tokio::test]
async fn a_link_is_good_no_longer_when_its_address_is_corrected() {
    let stage = stage();
    let (ines, cast) = (&stage.cast.ines, &stage.cast);
    let path = format!("/contacts/{}", cast.alice.me.actor.id);
    let alice = |email: &'static str, version: &'static str| {
        let client = ("client", cast.harbour.as_str());
        let (name, email, standing) = (("name", "Alice Hale"), ("email", email), ("standing", "decision_maker"));
        [client, name, email, standing, ("phone", "+1 312 555 0102"), ("language", "en"), ("version", version)]
    };
    let link = ask(&stage, cast.alice.email).await;
    stage.post(ines, &path, &alice(cast.alice.email, "0")).await.done();
    assert!(is_good(&stage, &link).await, "her address is the same");
    stage.post(ines, &path, &alice("alice.hale@harbour.example", "1")).await.done();
    assert!(!is_good(&stage, &link).await, "it went to somebody else");

    let path = format!("/staff/{}", cast.sam.me.actor.id);
    let sam = |email: &'static str, version: &'static str| {
        let (name, email, roles) = (("name", "Sam Okonjo"), ("email", email), ("roles", "supervisor"));
        [name, email, roles, ("language", "en"), ("version", version)]
    };
    let link = ask(&stage, cast.sam.email).await;
    stage.post(ines, &path, &sam(cast.sam.email, "0")).await.done();
    assert!(is_good(&stage, &link).await);
    stage.post(ines, &path, &sam("sam.okonjo@lantern.example", "1")).await.done();
    assert!(!is_good(&stage, &link).await);
}

#[tokio::test]
async fn the_letter_is_in_the_language_of_its_reader() {
    let stage = stage();
    ask(&stage, stage.cast.bruno.email).await;
    let letter = stage.letter_to(stage.cast.bruno.email).unwrap();
    assert!(letter.contains("Hola, Bruno Paz:") && letter.contains("30 minutos"), "{letter}");
}

#[tokio::test]
async fn whoever_left_cannot_enter_by_an_earlier_link() {
    let stage = stage();
    let ines = &stage.cast.ines;
    let (to_alice, to_olaf) = (ask(&stage, stage.cast.alice.email).await, ask(&stage, stage.cast.olaf.email).await);
    let alice = ground::Id::known(stage.cast.alice.me.actor.id.clone());
    stage.write(&ines.me, move |work| contact::leave(work, &alice)).unwrap();
    let mill = stage.cast.mill.clone();
    stage.write(&ines.me, move |work| client::part(work, &mill)).unwrap();
    for link in [to_alice, to_olaf] {
        let page = stage.post(&stage.cast.visitor, &link, &[]).await;
        assert!(page.says("no longer good") && page.session().is_none(), "{link}");
    }
    assert_eq!(stage.get(&stage.cast.alice, "/me").await.leads_to(), "/sign-in");
    assert_eq!(stage.get(&stage.cast.olaf, "/me").await.leads_to(), "/sign-in");
}

#[tokio::test]
async fn an_invitation_lets_a_staff_member_choose_a_password() {
    let stage = stage();
    let sam = &stage.cast.sam;
    let entered = choose_password(&stage, sam).await;
    let letter = stage.letter_to(sam.email).unwrap();
    assert!(letter.contains("Lantern Guards") && letter.contains("3 days"), "{letter}");
    assert_eq!(entered.leads_to(), "/");
    assert_eq!(stage.get(sam, "/me").await.leads_to(), "/sign-in", "every earlier session ends");
    assert_eq!(sign_in(&stage, sam.email, PASSWORD).await.leads_to(), "/");
    let chosen = record(&stage, &sam.me.actor.id).into_iter().find(|e| e.deed == "session.password_chosen").unwrap();
    assert_eq!(chosen.change, "{}", "the record says nothing about a password");
}

#[tokio::test]
async fn a_password_that_is_too_short_spends_nothing() {
    let stage = stage();
    let link = ask(&stage, stage.cast.sam.email).await;
    let form = stage.get(&stage.cast.visitor, &link).await;
    assert!(form.says("autocomplete=\"new-password\"") && form.says("10 characters"));
    for password in ["short", "", &"x".repeat(201)] {
        let page = stage.post(&stage.cast.visitor, &link, &[("password", password)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.says("id=\"password-error\""), "{}", page.text);
    }
    let entered = stage.post(&stage.cast.visitor, &link, &[("password", PASSWORD)]).await;
    assert_eq!(entered.leads_to(), "/");
}

#[tokio::test]
async fn a_contact_has_no_password_and_a_staff_member_does_not_enter_without_one() {
    let stage = stage();
    let link = ask(&stage, stage.cast.alice.email).await;
    assert_eq!(stage.post(&stage.cast.visitor, &link, &[("password", PASSWORD)]).await.leads_to(), "/");
    assert!(!deeds(&stage, &stage.cast.alice.me.actor.id).contains(&"session.password_chosen".to_owned()));
    let refused = sign_in(&stage, stage.cast.alice.email, PASSWORD).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);

    let link = ask(&stage, stage.cast.sam.email).await;
    let page = stage.post(&stage.cast.visitor, &link, &[]).await;
    assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.session().is_none());
}
