//! The pages of signs: for staff, on paper, and for whoever stands before one with bad input.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use ground::web::assets;

use crate::{concerns, form, hung, photo, stage, tell};

const HOME: [u8; 4] = [192, 0, 2, 1];

#[tokio::test]
async fn a_sign_is_hung_printed_and_taken_down() {
    let stage = stage();
    let path = hung(&stage).await;
    let code = path.strip_prefix("/q/").unwrap().to_owned();
    let sheet = stage.get(&stage.cast.sam, &format!("/signs/{code}/print")).await;
    assert_eq!(sheet.headers["content-type"], "image/svg+xml");
    for words in ["Tell security", "Avise a seguridad", "Harbour Gate, Lobby", "911"] {
        assert!(sheet.says(words), "{words}");
    }
    assert!(sheet.says(&format!("localhost:7300{path}")));
    assert!(stage.get(&stage.cast.visitor, &path.to_lowercase()).await.says("Harbour Gate"));
    let retire = format!("/signs/{code}/retirement");
    assert_eq!(stage.post(&stage.cast.sam, &retire, &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(stage.post(&stage.cast.sam, &retire, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    for gone in [path.as_str(), "/q/AAAA2222", "/q/%00"] {
        let page = stage.get(&stage.cast.visitor, gone).await;
        assert!(page.status == StatusCode::NOT_FOUND && page.says("tel:911"), "{gone}: {}", page.text);
        assert_eq!(tell(&stage, gone, HOME, "Hello there").await.status, StatusCode::NOT_FOUND);
    }
    assert!(concerns(&stage).is_empty());
}

#[tokio::test]
async fn only_staff_of_the_site_hang_and_print_signs() {
    let stage = stage();
    let path = hung(&stage).await;
    let code = path.strip_prefix("/q/").unwrap();
    let list = format!("/sites/{}/signs", stage.cast.gate);
    for (who, status) in [
        (&stage.cast.visitor, StatusCode::SEE_OTHER),
        (&stage.cast.alice, StatusCode::FORBIDDEN),
        (&stage.cast.omar, StatusCode::FORBIDDEN),
        (&stage.cast.nora, StatusCode::NOT_FOUND),
    ] {
        assert_eq!(stage.get(who, &list).await.status, status, "{}", who.email);
        assert_eq!(stage.get(who, &format!("/signs/{code}/print")).await.status, status, "{}", who.email);
        assert_eq!(stage.post(who, &list, &[("place", "Roof")]).await.status, status, "{}", who.email);
        let retired = stage.post(who, &format!("/signs/{code}/retirement"), &[]).await;
        assert_eq!(retired.status, status, "{}", who.email);
    }
    assert!(stage.get(&stage.cast.visitor, &path).await.says("Harbour Gate"));
    let wrong = stage.post(&stage.cast.sam, &list, &[("place", " ")]).await;
    assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.says("place-error"));
}

#[tokio::test]
async fn the_page_is_small_and_needs_neither_script_nor_cookie() {
    let stage = stage();
    let path = hung(&stage).await;
    for language in ["en", "es"] {
        let page = stage.get(&stage.cast.visitor, &format!("{path}?lang={language}")).await;
        let files = ["app.css", "app.js"].map(|name| assets::find(assets::url(name)).unwrap().gzip.len());
        // The page itself is counted as it is before it is compressed.
        let bytes = page.text.len() + files.iter().sum::<usize>();
        assert!(bytes < 30_000, "{bytes} bytes: {} and {files:?}", page.text.len());
        assert!(page.headers.get("set-cookie").is_none());
        assert!(page.says("<form method=\"post\"") && page.says("enctype=\"multipart/form-data\""));
        let call = page.text.find("tel:911").unwrap();
        assert!(call < page.text.find("<form").unwrap(), "the emergency number comes first");
    }
}

#[tokio::test]
async fn danger_is_answered_with_the_number_to_call() {
    let stage = stage();
    let path = hung(&stage).await;
    let fields = [("words", "A man with a knife at the lift"), ("urgency", "danger")];
    let told = stage.send(&stage.cast.visitor, form(&path, HOME, &fields, &[])).await;
    let receipt = stage.get(&stage.cast.visitor, &format!("{}?new=1", told.leads_to())).await;
    assert!(receipt.text.find("tel:911").unwrap() < receipt.text.find("<h1>").unwrap(), "{}", receipt.text);
}

#[tokio::test]
async fn what_is_no_photo_is_refused_beside_its_field_and_the_words_stay() {
    let stage = stage();
    let path = hung(&stage).await;
    let mut bomb = photo();
    bomb[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
    let fields = [("words", "Gate open, see the photo"), ("urgency", "serious"), ("name", "Rosa Lima")];
    for wrong in [
        bomb,
        b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00!\xf9\x04".to_vec(),
        b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".to_vec(),
        b"%PDF-1.7\n1 0 obj\n<<>>\nendobj".to_vec(),
        vec![0xff; 13 * 1024 * 1024],
    ] {
        let page = stage.send(&stage.cast.visitor, form(&path, HOME, &fields, &[&wrong])).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{} bytes: {}", wrong.len(), page.text);
        for kept in
            ["Gate open, see the photo</textarea>", "value=\"Rosa Lima\"", "photo-error", "value=\"serious\" checked"]
        {
            assert!(page.says(kept), "{kept}: {}", page.text);
        }
    }
    let many = stage.send(&stage.cast.visitor, form(&path, HOME, &fields, &[&photo()[..]; 4])).await;
    assert!(many.status == StatusCode::UNPROCESSABLE_ENTITY && many.says("at most 3 photos"));
    assert!(concerns(&stage).is_empty());
    let none = stage.send(&stage.cast.visitor, form(&path, HOME, &fields, &[b""])).await;
    assert_eq!(none.status, StatusCode::SEE_OTHER, "a form without a chosen photo is fine");
}

#[tokio::test]
async fn what_cannot_be_read_leaves_no_trace_and_script_is_text() {
    let stage = stage();
    let path = hung(&stage).await;
    let encoded = |body: Vec<u8>| {
        let request = Request::post(path.as_str()).header("content-type", "application/x-www-form-urlencoded");
        request.body(Body::from(body)).unwrap()
    };
    let huge = [b"urgency=serious&words=".to_vec(), vec![b'x'; 10 * 1024 * 1024]].concat();
    for unreadable in [b"urgency=serious&words=%ff%fe%00".to_vec(), huge] {
        let page = stage.send(&stage.cast.visitor, encoded(unreadable)).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{}", page.text);
    }
    let long = "x".repeat(10_001);
    for words in ["", "x", "zero\0byte", "turned \u{202e}around", &long] {
        let page = tell(&stage, &path, HOME, words).await;
        assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.says("words-error"), "{words}");
    }
    assert!(concerns(&stage).is_empty());
    let told =
        tell(&stage, &path, HOME, "<script>alert(1)</script> \u{627}\u{644}\u{628}\u{648}\u{627}\u{628}\u{629}").await;
    let page = stage.get(&stage.cast.visitor, &told.leads_to()).await;
    assert!(!page.says("<script>alert") && page.says("&#60;script&#62;alert(1)"), "{}", page.text);
}
