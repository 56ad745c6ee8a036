//! A program tells us something, and follows what became of it.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot be set up has failed")]

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use ground::Id;
use listening::{concern, conversation};
use people::program;
use serde_json::{Value, json};
use stage::{Page, Stage, slices};

const CONCERNS: &str = "/api/v1/concerns";

/// A stage on which a program called Till has a token.
struct Till {
    stage: Stage,
    token: String,
}

impl Till {
    fn open() -> Self {
        let stage = Stage::open(slices![people, agreement, calling, listening]);
        let token = stage.write(&stage.cast.ines.me, |work| program::add(work, "Till")).unwrap();
        Self { stage, token }
    }

    async fn get(&self, path: &str) -> Page {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    async fn send(&self, mut request: Request<Body>) -> Page {
        request.headers_mut().insert("authorization", format!("Bearer {}", self.token).parse().unwrap());
        self.stage.send(&self.stage.cast.visitor, request).await
    }

    async fn post(&self, path: &str, key: &str, body: &Value) -> Page {
        self.send(post(path, key, "application/json", body.to_string())).await
    }

    async fn raise(&self, key: &str, body: &Value) -> Page {
        self.post(CONCERNS, key, body).await
    }

    fn new_concern(&self) -> Value {
        json!({
            "site": self.stage.cast.gate,
            "words": "The gate was left open again.",
            "urgency": "serious",
            "voice": "client",
            "reporter_name": "Dana Reyes",
            "reporter_email": "Dana@Harbour.example",
        })
    }

    /// A concern that was raised now.
    async fn raised(&self, key: &str) -> Value {
        let page = self.raise(key, &self.new_concern()).await;
        assert_eq!(page.status, StatusCode::CREATED, "{}", page.text);
        value(&page)
    }
}

fn post(path: &str, key: &str, kind: &str, body: impl Into<Body>) -> Request<Body> {
    let request = Request::post(path).header("idempotency-key", key).header("content-type", kind);
    request.body(body.into()).unwrap()
}

fn value(page: &Page) -> Value {
    serde_json::from_str(&page.text).unwrap_or_else(|_| panic!("no JSON: {}", page.text))
}

/// The field and the code of everything that was wrong, in the order of the answer.
fn errors(page: &Page) -> Vec<(String, String)> {
    assert_eq!(page.headers["content-type"], "application/problem+json");
    let body = value(page);
    assert_eq!(body["status"], page.status.as_u16(), "{body}");
    let errors = body["errors"].as_array().cloned().unwrap_or_default();
    let text = |error: &Value, name: &str| error[name].as_str().unwrap().to_owned();
    errors.iter().map(|error| (text(error, "field"), text(error, "code"))).collect()
}

fn code(page: &Page) -> (u16, String) {
    errors(page);
    (page.status.as_u16(), value(page)["code"].as_str().unwrap().to_owned())
}

#[tokio::test]
async fn what_a_program_tells_is_a_concern_like_any_other() {
    let till = Till::open();
    let page = till.raise("k1", &till.new_concern()).await;
    assert_eq!(page.status, StatusCode::CREATED, "{}", page.text);
    let raised = value(&page);
    let id = raised["id"].as_str().unwrap();
    assert_eq!(page.headers["location"], format!("/api/v1/concerns/{id}"));
    assert_eq!((&raised["state"], &raised["next_step"]), (&json!("new"), &json!("acknowledge")));
    assert_eq!((&raised["site"], &raised["raised_at"]), (&json!(till.stage.cast.gate), &json!(stage::OPENING)));
    assert!(raised["next_due_at"].as_str().unwrap() > stage::OPENING);
    assert!(raised["tracking_url"].as_str().unwrap().starts_with("http://localhost:7300/t/"));
    let queue = till.stage.get(&till.stage.cast.sam, "/queue").await;
    assert!(queue.says(raised["number"].as_str().unwrap()), "{}", queue.text);
    let letter = till.stage.letter_to("dana@harbour.example").unwrap();
    assert!(letter.contains(raised["tracking_url"].as_str().unwrap()), "{letter}");
    let found = till.stage.read(&till.stage.cast.ines.me, |work| concern::rows::find(work, &Id::known(id))).unwrap();
    assert_eq!((found.channel.word(), found.severity.word(), found.category.word()), ("api", "S2", "unsorted"));
}

#[tokio::test]
async fn what_was_said_in_the_future_was_said_now() {
    let till = Till::open();
    for (key, said_at, kept) in
        [("k1", "2026-11-22T12:30:00+02:00", "2026-11-22T10:30:00Z"), ("k2", "2031-01-01T00:00:00Z", stage::OPENING)]
    {
        let mut body = till.new_concern();
        body["said_at"] = json!(said_at);
        body["category"] = Value::Null;
        let id = value(&till.raise(key, &body).await)["id"].as_str().unwrap().to_owned();
        assert_eq!(value(&till.get(&format!("{CONCERNS}/{id}")).await)["said_at"], kept);
    }
}

#[tokio::test]
async fn the_same_key_is_answered_once_and_the_same() {
    let till = Till::open();
    let first = till.raise("k1", &till.new_concern()).await;
    let id = value(&first)["id"].as_str().unwrap().to_owned();
    till.stage.app.clock.forward_seconds(90);
    let acknowledged = Id::known(&*id);
    let acknowledge = move |work: &mut people::Work<'_>| concern::acknowledge(work, &acknowledged, None, None);
    till.stage.write(&till.stage.cast.sam.me, acknowledge).unwrap();
    let again = till.raise("k1", &till.new_concern()).await;
    assert_eq!((again.status, &again.text), (StatusCode::CREATED, &first.text));
    assert_eq!(again.headers["location"], first.headers["location"]);
    let mut other = till.new_concern();
    other["words"] = json!("The lights are out.");
    assert_eq!(code(&till.raise("k1", &other).await), (422, "idempotency-key-reused".to_owned()));
    let path = format!("{CONCERNS}/{id}/messages");
    let words = json!({ "words": "It is still open." });
    let heard = till.post(&path, "k2", &words).await;
    assert_eq!(heard.status, StatusCode::CREATED, "{}", heard.text);
    assert_eq!(till.post(&path, "k2", &words).await.text, heard.text);
    let shown = value(&till.get(&format!("{CONCERNS}/{id}")).await);
    assert_eq!(shown["messages"].as_array().unwrap().len(), 2, "{shown}");
    assert_eq!(value(&till.get(CONCERNS).await)["concerns"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_key_belongs_to_its_program_and_is_forgotten_after_thirty_days() {
    let mut till = Till::open();
    let first = till.raised("k1").await;
    let mine = till.token.clone();
    till.token = till.stage.write(&till.stage.cast.ines.me, |work| program::add(work, "Lift")).unwrap();
    assert_ne!(till.raised("k1").await["id"], first["id"]);
    till.token = mine;
    till.stage.forward_seconds(29 * 86_400);
    assert_eq!(till.raised("k1").await["id"], first["id"]);
    till.stage.forward_seconds(86_400 + 3_600);
    assert_ne!(till.raised("k1").await["id"], first["id"]);
}

#[tokio::test]
async fn every_wrong_field_is_named() {
    let till = Till::open();
    let body = json!({
        "site": "gate", "words": "\u{0}", "urgency": "now", "voice": "officer", "category": "", "remedy": 3,
        "reporter_name": "Dana\nReyes", "reporter_email": "dana", "language": "fr", "said_at": "yesterday", "colour": "red",
    });
    let page = till.raise("k1", &body).await;
    assert_eq!(code(&page), (422, "api-unfit".to_owned()));
    let mut found = errors(&page);
    found.sort();
    let expected = [
        ("category", "field-needed"),
        ("colour", "api-unknown-field"),
        ("language", "field-choose"),
        ("remedy", "field-text"),
        ("reporter_email", "field-email"),
        ("reporter_name", "field-one-line"),
        ("said_at", "api-moment"),
        ("site", "api-id"),
        ("urgency", "field-choose"),
        ("voice", "field-choose"),
        ("words", "field-plain-text"),
    ];
    assert_eq!(found, expected.map(|(field, code)| (field.to_owned(), code.to_owned())));
    let spanish = post(CONCERNS, "k1", "application/json", json!({ "words": "x" }).to_string());
    let (mut parts, body) = spanish.into_parts();
    parts.headers.insert("accept-language", "es".parse().unwrap());
    assert!(till.send(Request::from_parts(parts, body)).await.says("Por favor"));
    assert_eq!(value(&till.get(CONCERNS).await)["concerns"], json!([]), "nothing was kept");
}

#[tokio::test]
async fn what_cannot_be_read_is_refused_with_the_status_that_says_why() {
    let till = Till::open();
    let send = |key: &'static str, kind: &'static str, body: Vec<u8>| till.send(post(CONCERNS, key, kind, body));
    let sent = till.new_concern().to_string().into_bytes();
    let mut large = till.new_concern();
    large["words"] = json!("x".repeat(300 * 1024));
    let long_key: &'static str = "k".repeat(201).leak();
    for (page, status, why) in [
        (send("k", "application/json", b"{".to_vec()).await, 400, "api-no-json"),
        (send("k", "application/json", b"\xff\xfe".to_vec()).await, 400, "api-no-json"),
        (send("k", "application/json", b"[]".to_vec()).await, 422, "api-no-object"),
        (send("k", "application/x-www-form-urlencoded", sent.clone()).await, 415, "api-content-type"),
        (send("k", "application/json", large.to_string().into_bytes()).await, 413, "api-too-large"),
        (send("", "application/json", sent.clone()).await, 400, "idempotency-key-unfit"),
        (send("two words", "application/json", sent.clone()).await, 400, "idempotency-key-unfit"),
        (send(long_key, "application/json", sent.clone()).await, 400, "idempotency-key-unfit"),
    ] {
        assert_eq!(code(&page), (status, why.to_owned()));
    }
    let mut without = post(CONCERNS, "k", "application/json", sent.clone());
    without.headers_mut().remove("idempotency-key");
    assert_eq!(code(&till.send(without).await), (400, "idempotency-key-needed".to_owned()));
    let deleted = Request::builder().method(Method::DELETE).uri(CONCERNS).body(Body::empty()).unwrap();
    let deleted = till.send(deleted).await;
    assert_eq!(code(&deleted), (405, "problem-method".to_owned()));
    assert!(deleted.headers["allow"].to_str().unwrap().contains("POST"));
    assert_eq!(code(&till.get("/api/v1/nothing").await), (404, "not-found".to_owned()));
    assert_eq!(value(&till.get(CONCERNS).await)["concerns"], json!([]), "nothing was kept");
}

#[tokio::test]
async fn without_a_token_nothing_is_answered_and_nobody_is_sent_to_sign_in() {
    let mut till = Till::open();
    let body = till.new_concern();
    till.token = "guessed".to_owned();
    for page in [till.get(CONCERNS).await, till.get("/api/v1/sites").await, till.raise("k", &body).await] {
        assert_eq!(code(&page), (401, "sign-in".to_owned()));
        assert_eq!(page.headers["www-authenticate"], "Bearer");
    }
    let signed_in = till.stage.get(&till.stage.cast.ines, CONCERNS).await;
    assert_eq!(signed_in.status, StatusCode::UNAUTHORIZED, "a session is no token");
}

#[tokio::test]
async fn a_list_is_read_page_by_page() {
    let till = Till::open();
    let mut ids = Vec::new();
    for key in ["k1", "k2", "k3", "k4", "k5"] {
        ids.push(till.raised(key).await["id"].as_str().unwrap().to_owned());
        // Two of them reach us at the same moment.
        till.stage.app.clock.forward_seconds(i64::from(key != "k2"));
    }
    ids.reverse();
    let (mut read, mut path) = (Vec::new(), format!("{CONCERNS}?limit=2"));
    loop {
        let page = value(&till.get(&path).await);
        let concerns = page["concerns"].as_array().unwrap();
        read.extend(concerns.iter().map(|concern| concern["id"].as_str().unwrap().to_owned()));
        let Some(next) = page["next"].as_str() else { break };
        path = format!("{CONCERNS}?limit=2&before={next}");
    }
    assert_eq!(read, ids);
    let close = Id::known(&*ids[0]);
    let settle = move |work: &mut people::Work<'_>| conversation::answer(work, &close, None, "It is mended.");
    till.stage.write(&till.stage.cast.sam.me, settle).unwrap();
    let count = async |query: String| {
        let page = value(&till.get(&format!("{CONCERNS}?{query}")).await);
        page["concerns"].as_array().unwrap().len()
    };
    assert_eq!(count("state=answered".to_owned()).await, 1);
    assert_eq!(count("state=closed".to_owned()).await, 0);
    assert_eq!(count(format!("site={}", till.stage.cast.gate)).await, 5);
    assert_eq!(count(format!("site={}", till.stage.cast.yard)).await, 0);
    let wrong = till.get(&format!("{CONCERNS}?limit=0&state=open&site=x&before=y&sort=up&limit=1")).await;
    let mut found: Vec<_> = errors(&wrong).into_iter().map(|(field, _)| field).collect();
    found.sort();
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(found, ["before", "limit", "site", "sort", "state"]);
    let wrong = till.get(&format!("{CONCERNS}?limit=101")).await;
    assert_eq!(errors(&wrong), [("limit".to_owned(), "field-number".to_owned())]);
}

#[tokio::test]
async fn neither_notes_nor_what_is_protected_leave_the_house() {
    let till = Till::open();
    let id = till.raised("k1").await["id"].as_str().unwrap().to_owned();
    let noted = Id::known(&*id);
    let note = move |work: &mut people::Work<'_>| conversation::note(work, &noted, "Dana is always unhappy.");
    till.stage.write(&till.stage.cast.sam.me, note).unwrap();
    let path = format!("{CONCERNS}/{id}");
    let shown = till.get(&path).await;
    assert!(shown.says("The gate was left open again.") && !shown.says("always unhappy"), "{}", shown.text);
    let (owner, protected) = (Id::known(&*till.stage.cast.maya.me.actor.id), Id::known(&*id));
    let protect = move |work: &mut people::Work<'_>| concern::protect(work, &protected, None, (&owner, None));
    till.stage.write(&till.stage.cast.maya.me, protect).unwrap();
    assert_eq!(code(&till.get(&path).await), (404, "not-found".to_owned()));
    let more = till.post(&format!("{path}/messages"), "k2", &json!({ "words": "It is open." })).await;
    assert_eq!(code(&more), (404, "not-found".to_owned()));
    assert_eq!(value(&till.get(CONCERNS).await)["concerns"], json!([]));
}

#[tokio::test]
async fn only_an_open_site_can_be_told_about() {
    let till = Till::open();
    let sites = value(&till.get("/api/v1/sites").await);
    let names: Vec<&str> =
        sites["sites"].as_array().unwrap().iter().map(|site| site["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Harbour Gate", "Harbour Terrace", "Mill Yard"]);
    let gate = till.stage.cast.gate.clone();
    till.stage.write(&till.stage.cast.ines.me, move |work| people::site::close(work, &gate)).unwrap();
    let nowhere = till.raise("k1", &till.new_concern()).await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
    assert_eq!(errors(&nowhere), [("site".to_owned(), "api-site-unknown".to_owned())]);
}

#[tokio::test]
async fn a_program_that_writes_too_often_waits() {
    let till = Till::open();
    for n in 0..600 {
        assert_eq!(till.raise(&format!("k{n}"), &till.new_concern()).await.status, StatusCode::CREATED);
    }
    let refused = till.raise("one-more", &till.new_concern()).await;
    assert_eq!(code(&refused), (429, "too-often".to_owned()));
    let seconds: i64 = refused.headers["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=60).contains(&seconds));
    assert_eq!(till.raise("k1", &till.new_concern()).await.status, StatusCode::CREATED, "it was answered before");
    till.stage.app.clock.forward_seconds(seconds);
    assert_eq!(till.raise("one-more", &till.new_concern()).await.status, StatusCode::CREATED);
}

#[tokio::test]
async fn the_interface_says_what_it_takes() {
    let till = Till::open();
    let document = value(&till.stage.get(&till.stage.cast.visitor, "/api/v1/openapi.json").await);
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"), "{}", document["openapi"]);
    let described: Vec<String> = document["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, item)| {
            let methods = item.as_object().unwrap().keys();
            methods.map(move |method| format!("{} {path}", method.to_uppercase()))
        })
        .collect();
    let routes = listening::routes();
    let served = routes.table().iter().filter(|route| route.path.starts_with("/api/"));
    let mut served: Vec<String> = served.map(|route| format!("{} {}", route.method, route.path)).collect();
    let mut described = described;
    served.sort();
    described.sort();
    assert_eq!(described, served);
    let fields = &document["components"]["schemas"]["NewConcern"]["properties"];
    assert_eq!(fields["urgency"]["enum"], json!(["danger", "serious", "shortfall", "wish", "praise"]));
    assert_eq!(fields["words"]["maxLength"], 10_000);
}
