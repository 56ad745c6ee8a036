//! Every page in every language: a sentence that is missing or wrong stops this test.

use axum::http::StatusCode;

use crate::stage;

#[tokio::test]
async fn every_page_is_there_in_each_language() {
    let stage = stage();
    let cast = &stage.cast;
    stage.post(&cast.ines, "/programs", &[("name", "Front desk")]).await;
    let (client, omar) = (&cast.harbour, &cast.omar.me.actor.id);
    let paths = [
        "/me".to_owned(),
        "/help".to_owned(),
        "/clients".to_owned(),
        "/clients/new".to_owned(),
        format!("/clients/{client}"),
        format!("/clients/{client}/edit"),
        "/sites".to_owned(),
        "/sites/new".to_owned(),
        format!("/sites/{}", cast.gate),
        format!("/sites/{}", cast.terrace),
        format!("/sites/{}/edit", cast.terrace),
        format!("/contacts/new?client={client}"),
        format!("/contacts/{}", cast.alice.me.actor.id),
        format!("/contacts/{}", cast.bruno.me.actor.id),
        format!("/contacts/{}/edit", cast.bruno.me.actor.id),
        "/staff".to_owned(),
        "/staff/new".to_owned(),
        format!("/staff/{omar}"),
        format!("/staff/{}", cast.sam.me.actor.id),
        format!("/staff/{omar}/edit"),
        "/organization".to_owned(),
        "/programs".to_owned(),
    ];
    for language in ["en", "es"] {
        stage.post(&cast.ines, "/me", &[("language", language)]).await;
        for path in &paths {
            let page = stage.get(&cast.ines, path).await;
            assert_eq!(page.status, StatusCode::OK, "{path} in {language}");
            assert!(page.says(&format!("<html lang=\"{language}\"")), "{path} in {language}");
            assert_eq!(page.text.matches("<h1>").count(), 1, "{path} in {language}");
        }
        for path in ["/", "/help", "/sign-in"] {
            let page = stage.get(&cast.visitor, &format!("{path}?lang={language}")).await;
            assert_eq!(page.status, StatusCode::OK, "{path} in {language}");
        }
    }
}

#[tokio::test]
async fn a_problem_keeps_the_frame_of_whoever_meets_it() {
    let stage = stage();
    let (ines, omar, visitor) = (&stage.cast.ines, &stage.cast.omar, &stage.cast.visitor);
    stage.post(ines, "/me", &[("language", "es"), ("theme", "dark")]).await;
    for path in ["/nowhere", "/clients/nobody"] {
        let page = stage.get(ines, path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        assert!(page.says("Lantern Guards") && page.says("href=\"/clients\""), "{}", page.text);
        assert!(page.says("<html lang=\"es\" data-theme=\"dark\""), "{}", page.text);
    }
    let closed = stage.get(omar, "/organization").await;
    assert_eq!(closed.status, StatusCode::FORBIDDEN);
    assert!(closed.says("Lantern Guards") && closed.says("href=\"/me\""), "{}", closed.text);
    let guest = stage.get(visitor, "/nowhere").await;
    assert_eq!(guest.status, StatusCode::NOT_FOUND);
    assert!(guest.says("Lantern Guards") && !guest.says("href=\"/clients\""), "{}", guest.text);
}
