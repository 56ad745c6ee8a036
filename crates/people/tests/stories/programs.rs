//! Ines gives a program a token, and takes it away.

use axum::Json;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use ground::web::Routes;
use people::Program;
use stage::{Page, Slice, Stage};

use crate::{deeds, record};

/// What a later slice does with the door for programs.
async fn who(program: Program) -> Json<String> {
    Json(format!("{} sees protected: {}", program.me.actor.name, program.me.reach.protected))
}

fn stage() -> Stage {
    let routes = people::routes().and(Routes::default().get("/api/who", who));
    Stage::open(vec![Slice { routes, jobs: people::jobs(), sentences: people::SENTENCES }])
}

async fn ask(stage: &Stage, authorization: &str) -> Page {
    let request = Request::get("/api/who").header("authorization", authorization);
    stage.send(&stage.cast.visitor, request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn a_token_is_shown_once_and_opens_until_it_is_taken_away() {
    let stage = stage();
    let ines = &stage.cast.ines;
    assert!(stage.get(ines, "/programs").await.says("No program has a token"));
    let added = stage.post(ines, "/programs", &[("name", "Front <desk>")]).await;
    assert_eq!((added.status, added.headers["cache-control"].to_str().unwrap()), (StatusCode::OK, "no-store"));
    let token = added.between("<code>", "</code>").unwrap();
    let list = stage.get(ines, "/programs").await;
    assert!(list.says("Front &#60;desk&#62;") && list.says("22 Nov 2026, 06:00 CST") && !list.says(&token));
    let program = list.between("/programs/", "/revocation").unwrap();
    assert!(record(&stage, &program).iter().all(|entry| !entry.change.contains(&token)));

    let answer = ask(&stage, &format!("Bearer {token}")).await;
    assert_eq!(answer.text, "\"Front <desk> sees protected: false\"");
    for wrong in ["", "Bearer ", "Bearer guessed", &format!("Basic {token}"), &token] {
        let refused = ask(&stage, wrong).await;
        assert_eq!(refused.status, StatusCode::UNAUTHORIZED, "{wrong}");
        assert!(refused.says("\"code\":\"sign-in\""));
    }

    let path = format!("/programs/{program}/revocation");
    assert_eq!(stage.post(ines, &path, &[]).await.leads_to(), "/programs");
    assert_eq!(ask(&stage, &format!("Bearer {token}")).await.status, StatusCode::UNAUTHORIZED);
    assert!(stage.get(ines, "/programs").await.says("Taken away"));
    assert!(stage.post(ines, &path, &[]).await.says("taken away before"));
    assert_eq!(deeds(&stage, &program), ["program.added", "program.revoked"]);
    assert_eq!(stage.post(ines, "/programs", &[("name", "")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}
