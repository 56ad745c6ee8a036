//! Readiness: from no answers to a forecast, and whether forecasts came true.

use examining::parameters;

use crate::*;

#[tokio::test]
async fn nothing_is_claimed_of_few_answers_and_a_forecast_follows_from_more() {
    let stage = stage();
    let (omar, ines) = (&stage.cast.omar, &stage.cast.ines);
    let page = stage.get(omar, "/readiness").await;
    assert!(page.says("Not enough answers yet: 0 so far. A forecast needs about 20 more"), "{}", page.text);
    assert!(page.says("No answers yet.") && !page.says("%"), "{}", page.text);
    let first = sat(&stage, omar, "company", 36).await;
    assert_eq!(found(&stage, &first).foretold_millionths, None, "nothing was known before");
    let page = stage.get(omar, "/readiness").await;
    // Which questions are drawn decides how much 36 right answers of 40 say.
    let is_able = |page: &stage::Page| ["1.", "2."].iter().any(|begins| page.says(&format!("An ability of {begins}")));
    assert!(page.says("From 40 answers") && is_able(&page), "{}", page.text);
    assert!(page.says("% (between ") && page.says("too few for a figure"), "{}", page.text);
    let able = chance(&page);
    let second = begun(&stage, omar, "company", "").await;
    let foretold = found(&stage, &second).foretold_millionths.unwrap();
    assert!((500_000..1_000_000).contains(&foretold), "{foretold}");
    let id = omar.me.actor.id.as_str();
    let path = format!("/readiness/of/{id}");
    let theirs = stage.get(ines, &path).await;
    assert!(theirs.says("Omar Diallo") && is_able(&theirs), "{}", theirs.text);
    for who in [omar, &stage.cast.sam, &stage.cast.alice] {
        assert_eq!(stage.get(who, &path).await.status, 403);
    }
    let why = [("why", "Sat by somebody else.")];
    stage.post(ines, &format!("/exams/{first}/voiding"), &why).await.done();
    let page = stage.get(omar, "/readiness").await;
    assert!(page.says("Not enough answers yet: 0 so far"), "what was voided does not count: {}", page.text);
    assert!(able > 50, "{able}");
}

/// The chance to pass the company's test.
fn chance(page: &stage::Page) -> i64 {
    let (_, rest) = page.text.split_once("Company test").unwrap();
    let (before, _) = rest.split_once(" % (between").unwrap();
    let said = before.rsplit_once("\">").unwrap().1;
    said.trim_start_matches("&#62;").trim_start_matches("&#60;").parse().unwrap()
}

#[tokio::test]
async fn whoever_is_right_less_often_is_less_likely_to_pass() {
    let stage = stage();
    sat(&stage, &stage.cast.omar, "company", 38).await;
    sat(&stage, &stage.cast.sam, "company", 14).await;
    let able = chance(&stage.get(&stage.cast.omar, "/readiness").await);
    let less = chance(&stage.get(&stage.cast.sam, "/readiness").await);
    assert!(able > 80 && less < 30, "{able} {less}");
}

#[tokio::test]
async fn questions_are_fitted_when_enough_was_answered_and_forecasts_are_held_against_what_came() {
    let stage = stage();
    let ines = &stage.cast.ines;
    let path = "/readiness/calibration";
    assert!(stage.get(ines, path).await.says("0 of at least 10 exams with a forecast"));
    assert_eq!(stage.get(&stage.cast.omar, path).await.status, 403);
    only_few_are_asked(&stage, 2);
    for number in 0..12 {
        let who = officer(&stage, number);
        let able = if number < 6 { 24 } else { 6 };
        for round in 0..2 {
            sat(&stage, &who, "ontario", able - round).await;
        }
        let page = stage.get(&who, "/readiness").await;
        assert!(page.says("From 28 answers"), "what was asked twice counts once: {}", page.text);
    }
    let page = stage.get(ines, path).await;
    assert!(page.says("Over 12 exams the Brier score is 0."), "{}", page.text);
    assert!(page.says("80 to 100 %") && page.says("0 to 20 %"), "{}", page.text);
    let fitted = || stage.app.db.read_here(parameters::rows::all).unwrap();
    assert!(fitted().is_empty());
    stage.app.clock.forward_seconds(86_400);
    stage.run_jobs();
    let all = fitted();
    assert!(all.len() == 28 && all.values().all(|one| one.answers == 12), "each officer once: {all:?}");
    stage.app.clock.forward_seconds(86_400);
    stage.run_jobs();
    assert_eq!(fitted(), all, "nothing new was answered");
}
