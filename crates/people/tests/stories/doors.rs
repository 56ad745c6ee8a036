//! Who may enter where: every address of this slice, every kind of person.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use stage::{Stage, Who};

use crate::stage;

/// An address with the names of real things in its braces, where it changes nothing.
fn address(stage: &Stage, method: &str, path: &str) -> String {
    let cast = &stage.cast;
    let noun = if method == "GET" { path.split('/').nth(1).unwrap() } else { "" };
    let id = match noun {
        "clients" => cast.harbour.to_string(),
        "sites" => cast.gate.to_string(),
        "contacts" => cast.alice.me.actor.id.clone(),
        "staff" => cast.omar.me.actor.id.clone(),
        _ => ground::Id::<()>::fresh().to_string(),
    };
    path.replace("{id}", &id).replace("{token}", "guessed")
}

async fn knock(stage: &Stage, who: &Who, method: &str, path: &str) -> StatusCode {
    let form = Request::builder().method(method).uri(address(stage, method, path));
    let form = form.header("content-type", "application/x-www-form-urlencoded");
    stage.send(who, form.body(Body::empty()).unwrap()).await.status
}

#[tokio::test]
async fn every_address_opens_to_those_whom_its_door_names_and_to_nobody_else() {
    let stage = stage();
    let cast = &stage.cast;
    let people = [
        (&cast.visitor, "guest"),
        (&cast.alice, "contact"),
        (&cast.omar, "officer"),
        (&cast.sam, "staff"),
        (&cast.maya, "staff"),
        (&cast.ines, "administrator"),
    ];
    for route in people::routes().table() {
        // Signing out would end the walk of the same person.
        if route.path.ends_with("sign-out") {
            continue;
        }
        for (who, kind) in people {
            let status = knock(&stage, who, route.method, route.path).await;
            let enters = match route.door {
                "guest" => true,
                "member" => kind != "guest",
                "staff" => kind == "staff" || kind == "administrator",
                "administrator" => kind == "administrator",
                door => panic!("an unknown door: {door}"),
            };
            let (method, path) = (route.method, route.path);
            let named = format!("{method} {path} as {kind}: {status}");
            if enters {
                assert!(status != StatusCode::FORBIDDEN && status.as_u16() < 500, "{named}");
            } else if kind == "guest" {
                assert_eq!(status, StatusCode::SEE_OTHER, "{named}");
            } else {
                assert_eq!(status, StatusCode::FORBIDDEN, "{named}");
            }
        }
    }
}

#[tokio::test]
async fn a_guest_is_led_to_the_page_for_signing_in() {
    let stage = stage();
    for path in ["/clients", "/sites", "/staff", "/organization", "/programs", "/me"] {
        assert_eq!(stage.get(&stage.cast.visitor, path).await.leads_to(), "/sign-in", "{path}");
    }
}

#[tokio::test]
async fn what_is_out_of_reach_is_not_there() {
    let stage = stage();
    let cast = &stage.cast;
    let theirs = [
        format!("/clients/{}", cast.harbour),
        format!("/sites/{}", cast.gate),
        format!("/contacts/{}", cast.alice.me.actor.id),
    ];
    for path in &theirs {
        assert_eq!(stage.get(&cast.sam, path).await.status, StatusCode::OK, "{path}");
        assert_eq!(stage.get(&cast.nora, path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let fresh = ground::Id::<()>::fresh();
    for noun in ["clients", "sites", "contacts", "staff"] {
        for name in [fresh.as_str(), "nonsense", "%00", "%ff", "..%2fme", "018F4E7C-0000-7000-8000-000000000000"] {
            let page = stage.get(&cast.ines, &format!("/{noun}/{name}")).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{noun} {name}");
            assert!(page.says("There is nothing here"), "{noun} {name}");
        }
    }
}

#[tokio::test]
async fn the_form_of_another_site_is_refused() {
    let stage = stage();
    let ines = &stage.cast.ines;
    let send = async |header: &'static str, value: &'static str| {
        let request = Request::post("/clients").header("content-type", "application/x-www-form-urlencoded");
        let request = request.header("host", "localhost:7300").header(header, value);
        stage.send(ines, request.body(Body::from("name=Sneaked+in&setting=office")).unwrap()).await.status
    };
    assert_eq!(send("sec-fetch-site", "cross-site").await, StatusCode::FORBIDDEN);
    assert_eq!(send("sec-fetch-site", "same-site").await, StatusCode::FORBIDDEN);
    assert_eq!(send("origin", "https://elsewhere.example").await, StatusCode::FORBIDDEN);
    assert_eq!(send("origin", "null").await, StatusCode::FORBIDDEN);
    assert!(!stage.get(ines, "/clients").await.says("Sneaked in"));
    assert_eq!(send("sec-fetch-site", "same-origin").await, StatusCode::SEE_OTHER);
    assert_eq!(send("origin", "http://localhost:7300").await, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_navigation_leads_where_one_may_go() {
    let stage = stage();
    let cast = &stage.cast;
    let leads = [
        (&cast.visitor, &[][..]),
        (&cast.alice, &[]),
        (&cast.omar, &[]),
        (&cast.sam, &["/clients", "/sites"]),
        (&cast.maya, &["/clients", "/sites", "/staff"]),
        (&cast.ines, &["/clients", "/sites", "/staff", "/organization"]),
    ];
    for (who, paths) in leads {
        let page = stage.get(who, "/help").await;
        for path in ["/clients", "/sites", "/staff", "/organization"] {
            let expected = paths.contains(&path);
            assert_eq!(page.says(&format!("<a href=\"{path}\"")), expected, "{} {path}", who.email);
        }
    }
}
