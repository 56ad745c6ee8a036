//! The whole way, by the private code: told, taken on, answered, "no", opened again, answered, "yes".

use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use listening::concern::{Channel, Outcome, State, Voice};
use listening::conversation;
use stage::{Page, Stage};

use crate::{act, concerns, form, hung, photo, stage, tell};

const GATE: &str = "El port\u{f3}n del estacionamiento no cierra desde anoche.";

/// A visitor writes in Spanish, with a photo, and is led to the page of their private code.
async fn told_in_spanish(stage: &Stage) -> String {
    let path = hung(stage).await;
    let asked = stage.get(&stage.cast.visitor, &format!("{path}?lang=es")).await;
    assert!(asked.headers.get(SET_COOKIE).is_none() && asked.says("\u{bf}Qu\u{e9} pas\u{f3}?"), "{}", asked.text);
    let once = asked.between("name=\"once\" value=\"", "\"").unwrap();
    let email = stage.cast.visitor.email;
    let fields = [("words", GATE), ("urgency", "serious"), ("once", &once), ("name", "Rosa"), ("email", email)];
    let sent = form(&format!("{path}?lang=es"), [192, 0, 2, 1], &fields, &[&photo()]);
    let sent = stage.send(&stage.cast.visitor, sent).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    assert!(sent.headers.get(SET_COOKIE).is_none());
    sent.leads_to()
}

async fn seen(stage: &Stage, path: &str) -> Page {
    let page = stage.get(&stage.cast.visitor, path).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    page
}

async fn say(stage: &Stage, path: &str, form: &[(&str, &str)]) -> Page {
    let page = stage.post(&stage.cast.visitor, path, form).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text);
    page
}

#[tokio::test]
async fn a_visitor_tells_us_in_spanish_and_follows_it_to_its_end() {
    let stage = stage();
    let path = told_in_spanish(&stage).await;
    let receipt = seen(&stage, &format!("{path}?new=1")).await;
    let concern = concerns(&stage).remove(0);
    assert!(receipt.says("Gracias. Ya lo tenemos.") && receipt.says(&concern.number), "{}", receipt.text);
    assert!(
        receipt.says(&format!("http://localhost:7300{path}")) && receipt.says("prometido a m\u{e1}s tardar el 22 nov")
    );
    assert!(receipt.headers.get("x-robots-tag").is_some() && receipt.headers.get(SET_COOKIE).is_none());
    assert_eq!((concern.channel, concern.voice), (Channel::Qr, Voice::Public));
    assert!(stage.letter_to(stage.cast.visitor.email).unwrap().contains(&path));

    let id = concern.id.clone();
    assert!(stage.get(&stage.cast.sam, "/queue").await.says(&concern.number));
    let acknowledged =
        stage.post(&stage.cast.sam, &format!("/concerns/{id}/acknowledgement"), &[("version", "0")]).await;
    assert_eq!(acknowledged.status, StatusCode::SEE_OTHER);
    let page = seen(&stage, &path).await;
    assert!(page.says("Sam se est\u{e1} ocupando.") && !page.says("Okonjo"), "{}", page.text);
    let image = format!("/photos/{}", page.between("<img src=\"/photos/", "\"").unwrap());
    assert_eq!(stage.get(&stage.cast.visitor, &image).await.headers["content-type"], "image/jpeg");

    act(&stage, &stage.cast.sam, &id, "answer", "The hinge is mended.").await;
    let page = seen(&stage, &path).await;
    assert!(page.says("The hinge is mended.") && page.says("\u{bf}Le sirvi\u{f3}?"), "{}", page.text);
    say(&stage, &format!("{path}/helped"), &[("helped", "no"), ("helped_words", "Sigue abierto")]).await;
    let reopened = concerns(&stage).remove(0);
    assert_eq!((reopened.state, reopened.round), (State::New, 2));
    assert!(seen(&stage, &path).await.says("Usted lo abri\u{f3} de nuevo"));

    act(&stage, &stage.cast.sam, &id, "answer", "Now the motor is mended too.").await;
    say(&stage, &format!("{path}/helped"), &[("helped", "yes"), ("helped_words", "")]).await;
    let closed = concerns(&stage).remove(0);
    assert_eq!((closed.state, closed.outcome), (State::Closed, Some(Outcome::Settled)));
    assert!(seen(&stage, &path).await.says("Est\u{e1} cerrado. Puede abrirlo de nuevo"));
}

#[tokio::test]
async fn a_note_never_reaches_whoever_told_us() {
    let stage = stage();
    let path = told_in_spanish(&stage).await;
    let id = concerns(&stage).remove(0).id;
    act(&stage, &stage.cast.sam, &id, "note", "Between us: the contractor forgot.").await;
    act(&stage, &stage.cast.sam, &id, "answer", "It is mended.").await;
    act(&stage, &stage.cast.sam, &id, "note", "The contractor pays.").await;
    stage.run_jobs();
    let page = seen(&stage, &path).await;
    assert!(page.says("It is mended.") && !page.says("contractor"), "{}", page.text);
    let letters = stage.app.db.read_here(|connection| ground::letter::newest(connection, 100)).unwrap();
    assert!(letters.iter().any(|letter| letter.words.contains("It is mended.")));
    assert!(!letters.iter().any(|letter| letter.words.contains("contractor")));
}

#[tokio::test]
async fn what_is_sent_twice_is_said_once_and_a_lost_code_leads_nowhere() {
    let stage = stage();
    let path = told_in_spanish(&stage).await;
    let id = concerns(&stage).remove(0).id;
    for _ in 0..2 {
        say(&stage, &format!("{path}/messages?lang=es"), &[("words", "Ahora tampoco abre.")]).await;
    }
    assert_eq!(seen(&stage, &path).await.text.matches("Ahora tampoco abre.").count(), 1);
    stage.app.clock.forward_seconds(121);
    say(&stage, &format!("{path}/messages?lang=es"), &[("words", "Ahora tampoco abre.")]).await;
    assert_eq!(seen(&stage, &path).await.text.matches("Ahora tampoco abre.").count(), 2);
    act(&stage, &stage.cast.sam, &id, "answer", "Mended.").await;
    for _ in 0..2 {
        say(&stage, &format!("{path}/helped"), &[("helped", "partly"), ("helped_words", "Hace ruido.")]).await;
    }
    assert_eq!(seen(&stage, &path).await.text.matches("Hace ruido.").count(), 1);
    for wrong in ["/t/AAAA-BBBB-CCCC-DDDD", "/t/x", "/t/%00"] {
        assert_eq!(stage.get(&stage.cast.visitor, wrong).await.status, StatusCode::NOT_FOUND, "{wrong}");
        let posted = stage.post(&stage.cast.visitor, &format!("{wrong}/messages"), &[("words", "Hello")]).await;
        assert_eq!(posted.status, StatusCode::NOT_FOUND, "{wrong}");
    }
    let typed = path.strip_prefix("/t/").unwrap().to_lowercase().replace('-', "+");
    assert_eq!(stage.get(&stage.cast.visitor, &format!("/track?code={typed}")).await.leads_to(), path);
    assert!(stage.get(&stage.cast.visitor, "/track?code=abcd").await.says("There is nothing under this code."));
}

#[tokio::test]
async fn a_code_opens_its_own_concern_and_no_other() {
    let stage = stage();
    let path = told_in_spanish(&stage).await;
    let image = seen(&stage, &path).await.between("<img src=\"/photos/", "?").unwrap();
    let sign = hung(&stage).await;
    let other = tell(&stage, &sign, [192, 0, 2, 9], "The lift is slow.").await.leads_to();
    let foreign = other.strip_prefix("/t/").unwrap();
    for address in [format!("/photos/{image}"), format!("/photos/{image}?code={foreign}")] {
        assert_eq!(stage.get(&stage.cast.visitor, &address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    assert!(!seen(&stage, &other).await.says(GATE));
}

#[tokio::test]
async fn what_was_closed_is_opened_by_one_click_for_thirty_days() {
    let stage = stage();
    let path = told_in_spanish(&stage).await;
    let id = concerns(&stage).remove(0).id;
    let early = stage.post(&stage.cast.visitor, &format!("{path}/reopening"), &[]).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    let early = stage.post(&stage.cast.visitor, &format!("{path}/helped"), &[("helped", "yes")]).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    act(&stage, &stage.cast.sam, &id, "answer", "Mended.").await;
    say(&stage, &format!("{path}/helped"), &[("helped", "yes")]).await;
    let late = [("words", "One more thing: the lamp.")];
    let late = stage.post(&stage.cast.visitor, &format!("{path}/messages"), &late).await;
    assert!(late.status == StatusCode::UNPROCESSABLE_ENTITY && late.says("One more thing: the lamp.</textarea>"));
    stage.app.clock.forward_seconds(29 * 86_400);
    say(&stage, &format!("{path}/reopening"), &[("reopen_words", "")]).await;
    assert!(seen(&stage, &path).await.says("Todav\u{ed}a no est\u{e1} resuelto."));
    // Nobody stays signed in for so long.
    stage.write(&stage.cast.sam.me, move |work| conversation::answer(work, &id, None, "Mended again.")).unwrap();
    say(&stage, &format!("{path}/helped"), &[("helped", "yes")]).await;
    stage.app.clock.forward_seconds(30 * 86_400 + 60);
    assert!(!seen(&stage, &path).await.says("/reopening"));
    let long_ago = stage.post(&stage.cast.visitor, &format!("{path}/reopening"), &[]).await;
    assert_eq!(long_ago.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn what_is_late_says_so() {
    let stage = stage();
    let path = told_in_spanish(&stage).await;
    stage.app.clock.forward_seconds(86_400);
    let page = seen(&stage, &format!("{path}?lang=en")).await;
    assert!(page.says("badge late") && page.says("We are sorry."), "{}", page.text);
    let id = concerns(&stage).remove(0).id;
    let form = [("version", "0"), ("late_reason", "The lamp had to be ordered.")];
    stage.post(&stage.cast.sam, &format!("/concerns/{id}/late-reason"), &form).await.done();
    assert!(seen(&stage, &format!("{path}?lang=en")).await.says("Why: The lamp had to be ordered."));
    act(&stage, &stage.cast.sam, &id, "answer", "Mended.").await;
    let page = seen(&stage, &format!("{path}?lang=en")).await;
    assert!(page.says("later than promised") && page.says("Why: The lamp had to be ordered."), "{}", page.text);
}
