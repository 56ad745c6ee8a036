//! What nobody means well by: a clear refusal, nothing lost that was typed, no trace in the rows.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use people::client;

use crate::{entries, stage};

const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test]
async fn a_hostile_name_is_refused_beside_its_field_and_leaves_no_trace() {
    let stage = stage();
    let (ines, cast) = (&stage.cast.ines, &stage.cast);
    let before = entries(&stage);
    let (client, alice) = (cast.harbour.as_str(), cast.alice.me.actor.id.clone());
    let long = "x".repeat(121);
    for name in ["nul\0byte", "turned\u{202e}around", "isolated\u{2066}text", "two\nlines", "bell\u{7}", &long, "   "] {
        let forms: [(&str, Vec<(&str, &str)>); 6] = [
            ("/clients", vec![("setting", "office")]),
            ("/sites", vec![("client", client), ("address", "1 Quay Street")]),
            ("/contacts", vec![("client", client), ("email", "eve@harbour.example")]),
            ("/staff", vec![("email", "eve@lantern.example"), ("roles", "officer")]),
            ("/organization", vec![("zone", "UTC")]),
            ("/programs", vec![]),
        ];
        for (path, mut form) in forms {
            form.push(("name", name));
            let page = stage.post(ines, path, &form).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{path} {name:?}");
            assert!(page.says("id=\"name-error\"") && page.says("data-focus"), "{path} {name:?}");
            for (_, value) in form.iter().filter(|(field, _)| *field == "email" || *field == "address") {
                assert!(page.says(&format!("value=\"{value}\"")), "{path} keeps {value}");
            }
        }
        let path = format!("/contacts/{alice}");
        let page = stage.post(ines, &path, &[("name", name), ("version", "0")]).await;
        assert!(page.says("id=\"name-error\""), "{name:?}");
    }
    assert_eq!(entries(&stage), before);
    assert_eq!(stage.read(&ines.me, client::rows::list).unwrap().len(), 2);
}

#[tokio::test]
async fn html_and_script_are_words_like_others() {
    let stage = stage();
    let ines = &stage.cast.ines;
    let name = "\"><script>alert(1)</script>&lt;";
    let made = stage.post(ines, "/clients", &[("name", name), ("setting", "office")]).await;
    for path in ["/clients".to_owned(), made.leads_to(), format!("{}/edit", made.leads_to()), "/sites/new".to_owned()] {
        let page = stage.get(ines, &path).await;
        assert!(page.status == StatusCode::OK && !page.says("<script>alert"), "{path}");
        assert!(page.says("&#60;script&#62;alert(1)&#60;/script&#62;"), "{path}");
        let policy = page.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("script-src 'self'") && !policy.contains("unsafe"), "{policy}");
    }
}

#[tokio::test]
async fn what_cannot_be_read_is_refused_as_a_whole() {
    let stage = stage();
    let (ines, before) = (&stage.cast.ines, entries(&stage));
    let fields: String = (0..10_000).map(|number| format!("f{number}=1&")).collect();
    let large = format!("name={}&setting=office", "x".repeat(10 * 1024 * 1024));
    let huge = "x".repeat(40 * 1024 * 1024);
    let bodies: [(&str, Vec<u8>, &str); 6] = [
        (FORM, b"name=%ff%fe&setting=office".to_vec(), "could not be read"),
        (FORM, b"name=\xff&setting=office".to_vec(), "could not be read"),
        (FORM, fields.into_bytes(), "too large"),
        (FORM, large.into_bytes(), "too large"),
        (FORM, huge.into_bytes(), "too large"),
        ("multipart/form-data; boundary=x", b"--x\r\nnonsense".to_vec(), "too large"),
    ];
    for (kind, body, says) in bodies {
        let length = body.len();
        let request = Request::post("/clients").header("content-type", kind).body(Body::from(body)).unwrap();
        let page = stage.send(ines, request).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{length}");
        assert!(page.says(says), "{length}: {}", page.text);
    }
    assert_eq!(entries(&stage), before);
}

#[tokio::test]
async fn hostile_words_for_signing_in_are_refused() {
    let stage = stage();
    let visitor = &stage.cast.visitor;
    let long = "x".repeat(100_000);
    for email in ["", "nul\0@lantern.example", "a@b", "sam@lantern.example\r\nBcc: eve@x.example", &long] {
        let page = stage.post(visitor, "/sign-in", &[("email", email), ("password", "x")]).await;
        assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.says("id=\"email-error\""), "{email:?}");
        let page = stage.post(visitor, "/sign-in/link", &[("link_email", email)]).await;
        assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.says("id=\"link_email-error\""), "{email:?}");
    }
    let page = stage.post(visitor, "/sign-in", &[("email", stage.cast.sam.email), ("password", &long)]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
}
