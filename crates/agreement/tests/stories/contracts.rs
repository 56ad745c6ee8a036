//! What was agreed with a client, through the front door.

use agreement::contract::{Severity, Step, rows};
use axum::http::StatusCode;
use ground::entry;
use stage::Stage;

use crate::stage;

/// A year's contract, as typed.
const YEAR: &[(&str, &str)] = &[
    ("starts_on", "2026-01-01"),
    ("ends_on", "2026-12-31"),
    ("notice_days", "90"),
    ("renewal", "by_agreement"),
    ("S1_acknowledge", "5 minutes"),
    ("S3_answer", ""),
];

fn said(stage: &Stage, day: &str) -> Option<String> {
    let (client, day) = (stage.cast.harbour.clone(), day.parse().unwrap());
    let contract = stage.app.db.read_here(|connection| rows::in_force(connection, &client, day)).unwrap()?;
    contract.promises.limit(Severity::S1, Step::Acknowledge).map(|limit| limit.to_string())
}

async fn signed(stage: &Stage, values: &[(&str, &str)]) -> String {
    let page = stage.post(&stage.cast.maya, &format!("/clients/{}/contracts", stage.cast.harbour), values).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text);
    page.leads_to()
}

#[tokio::test]
async fn the_account_manager_signs_a_contract_and_sees_what_is_promised_and_the_notice_deadline() {
    let stage = stage();
    let path = signed(&stage, YEAR).await;
    let page = stage.get(&stage.cast.maya, &path).await;
    assert!(page.says("2026-10-02"), "the notice deadline is missing: {}", page.text);
    assert!(page.says("5 minutes") && page.says("2 working days") && page.says("In force"));
    let list = stage.get(&stage.cast.ines, &format!("/clients/{}/contracts", stage.cast.harbour)).await;
    assert!(list.says(&path) && list.says("2026-10-02"));
    assert_eq!(said(&stage, "2026-06-01").as_deref(), Some("5 min"));
    assert_eq!(said(&stage, "2025-12-31"), None);
}

#[tokio::test]
async fn only_those_who_answer_for_contracts_enter() {
    let stage = stage();
    let path = signed(&stage, YEAR).await;
    let list = format!("/clients/{}/contracts", stage.cast.harbour);
    for who in [&stage.cast.sam, &stage.cast.omar, &stage.cast.alice] {
        assert_eq!(stage.get(who, &path).await.status, StatusCode::FORBIDDEN, "{}", who.email);
        assert_eq!(stage.post(who, &list, YEAR).await.status, StatusCode::FORBIDDEN, "{}", who.email);
    }
    assert_eq!(stage.get(&stage.cast.maya, "/contracts/nothing").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost() {
    let stage = stage();
    let path = format!("/clients/{}/contracts", stage.cast.harbour);
    let typed = [
        ("starts_on", "2026-01-01"),
        ("ends_on", "2025-01-01"),
        ("notice_days", "9000"),
        ("renewal", "by_agreement"),
        ("S2_adjust", "<b>soon</b>"),
    ];
    let page = stage.post(&stage.cast.maya, &path, &typed).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in ["notice_days-error", "S2_adjust-error", "ends_on-error", "value=\"9000\"", "soon&#60;/b&#62;"] {
        assert!(page.says(words), "{words} is missing: {}", page.text);
    }
    assert!(!page.says("<b>"));
    assert!(stage.get(&stage.cast.maya, &path).await.says("No contract is written down"));
}

#[tokio::test]
async fn a_change_is_recorded_and_a_change_over_it_is_refused() {
    let stage = stage();
    let path = signed(&stage, YEAR).await;
    let form = stage.get(&stage.cast.maya, &format!("{path}/edit")).await;
    assert!(form.says("value=\"5 minutes\"") && form.says("placeholder=\"2 working days\""));
    let changed = [
        ("starts_on", "2026-01-01"),
        ("ends_on", ""),
        ("notice_days", "30"),
        ("renewal", "automatic"),
        ("version", "0"),
        ("S1_acknowledge", "20 min"),
    ];
    assert_eq!(stage.post(&stage.cast.maya, &path, &changed).await.leads_to(), path);
    assert_eq!(said(&stage, "2030-01-01").as_deref(), Some("20 min"));
    let again = stage.post(&stage.cast.ines, &path, &changed).await;
    assert!(again.status == StatusCode::UNPROCESSABLE_ENTITY && again.says("Somebody else changed this"));
    let id = path.rsplit('/').next().unwrap().to_owned();
    let history = stage.app.db.read_here(|connection| entry::rows::of_subject(connection, &id)).unwrap();
    let deeds: Vec<_> = history.iter().map(|entry| entry.deed.as_str()).collect();
    assert_eq!(deeds, ["contract.signed", "contract.changed"]);
    assert!(
        history[1].change.contains(r#""promises":[{"S1":{"acknowledge":"5 min"}},{"S1":{"acknowledge":"20 min"}}]"#)
    );
}

#[tokio::test]
async fn a_contract_is_ended_once_and_a_newer_one_holds_before_an_older_one() {
    let stage = stage();
    let path = signed(&stage, YEAR).await;
    let renewing =
        [("starts_on", "2026-06-01"), ("ends_on", "2026-12-31"), ("notice_days", "0"), ("renewal", "automatic")];
    let newer = signed(&stage, &renewing).await;
    assert_eq!(said(&stage, "2026-07-01").as_deref(), Some("15 min"));
    assert_eq!(said(&stage, "2027-07-01").as_deref(), Some("15 min"), "what renews itself goes on");
    let end = format!("{newer}/ending");
    assert_eq!(stage.post(&stage.cast.maya, &end, &[("on", "2026-11-30")]).await.leads_to(), newer);
    assert_eq!(said(&stage, "2026-11-30").as_deref(), Some("15 min"));
    assert_eq!(said(&stage, "2026-12-01").as_deref(), Some("5 min"), "the older contract still holds");
    for (on, words) in
        [("2026-12-01", "ends by that day already"), ("2026-05-31", "before the first"), ("never", "enter a day")]
    {
        let page = stage.post(&stage.cast.maya, &end, &[("on", on)]).await;
        assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.says(words), "{on}: {}", page.text);
    }
    assert_eq!(stage.get(&stage.cast.maya, &path).await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_a_page_says_of_a_limit_can_be_typed_in_both_languages() {
    use agreement::contract::Limit;
    use ground::words::Language;
    let stage = stage();
    for text in ["1 min", "15 min", "1 hour", "2 h", "1 day", "3 days"] {
        for text in [text.to_owned(), text.replace(' ', " working ")] {
            let limit: Limit = text.parse().unwrap();
            for language in Language::ALL {
                let (key, n) = limit.sentence();
                let said = stage.app.catalogue.speak(language).with(key, &[("n", n.into())]);
                assert_eq!(said.parse(), Ok(limit), "{said}");
            }
        }
    }
}
