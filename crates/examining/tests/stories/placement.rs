//! The test that finds out how much an officer can.

use examining::exam::{Kind, Why};
use learning::answer;

use crate::*;

async fn test_begun(stage: &Stage, who: &Who) -> Id<Exam> {
    let page = stage.post(who, "/placement", &[("paper", "company ")]).await;
    Id::parse(page.leads_to().strip_prefix("/placement/").unwrap()).unwrap()
}

async fn answered(stage: &Stage, who: &Who, id: &Id<Exam>, right: bool) -> stage::Page {
    let place = found(stage, id).asked;
    let (key, wrong) = key(stage, id, place);
    let chosen = if right { key } else { wrong };
    let form = [("place", place.to_string()), ("chosen", chosen.to_string())];
    stage.post(who, &format!("/placement/{id}"), &form.each_ref().map(|(name, value)| (*name, value.as_str()))).await
}

#[tokio::test]
async fn it_stops_when_enough_is_known_and_says_what_it_found() {
    let stage = stage();
    let omar = &stage.cast.omar;
    assert!(stage.get(omar, "/placement").await.says("after 30 at the latest"));
    let id = test_begun(&stage, omar).await;
    let path = format!("/placement/{id}");
    assert!(stage.get(omar, &path).await.says("Question 1, of 30 at most"));
    let mut asked = 0;
    while found(&stage, &id).closed_at.is_none() {
        answered(&stage, omar, &id, true).await.done();
        asked += 1;
        assert!(asked <= 30);
    }
    assert!(asked >= 10, "{asked}");
    let test = found(&stage, &id);
    assert_eq!((test.asked, test.right_answers, test.closed_why), (asked, Some(asked), Some(Why::Sure)));
    let page = stage.get(omar, &path).await;
    assert!(page.says("You know this well") && page.says("An ability of 2."), "{}", page.text);
    assert!(page.says("Chance to pass Company test today: 9") && page.says("Correct."), "{}", page.text);
    let kept = stage.app.db.read_here(|connection| answer::rows::of_occasion(connection, id.as_str())).unwrap();
    assert_eq!(kept.len(), usize::try_from(asked).unwrap());
    let readiness = stage.get(omar, "/readiness").await;
    assert!(!readiness.says("No answers yet"), "what it found counts: {}", readiness.text);
    assert_eq!(stage.get(&stage.cast.sam, &path).await.status, 404);
    assert_eq!(stage.get(omar, &format!("/exams/{id}")).await.leads_to(), path);
}

#[tokio::test]
async fn it_asks_about_all_competencies_and_never_twice() {
    let stage = stage();
    let omar = &stage.cast.omar;
    let id = test_begun(&stage, omar).await;
    let mut right = false;
    while found(&stage, &id).closed_at.is_none() {
        right = !right;
        answered(&stage, omar, &id, right).await.done();
    }
    let asked = stage.app.db.read_here(|connection| rows::questions(connection, &id)).unwrap();
    let ids: Vec<_> = asked.iter().map(|one| one.question_id.clone()).collect();
    let of = stage.app.db.read_here(|connection| learning::question::rows::competencies(connection, &ids)).unwrap();
    assert_eq!(of.len(), ids.len());
    let about: std::collections::BTreeSet<&String> = of.values().collect();
    assert!(ids.len() >= 20 && about.len() == 14, "{} {}", ids.len(), about.len());
    assert!(matches!(found(&stage, &id).closed_why, Some(Why::Sure | Why::Enough)));
}

#[tokio::test]
async fn it_goes_on_where_it_was_and_what_is_sent_twice_changes_nothing() {
    let stage = stage();
    let omar = &stage.cast.omar;
    let id = test_begun(&stage, omar).await;
    let path = format!("/placement/{id}");
    assert_eq!(test_begun(&stage, omar).await, id, "one at a time");
    for chosen in ["", "9", "x"] {
        let page = stage.post(omar, &path, &[("place", "1"), ("chosen", chosen)]).await;
        assert_eq!(page.status, 422, "{chosen}");
    }
    let unknown = [("place", "1"), ("chosen", "unknown")];
    stage.post(omar, &path, &unknown).await.done();
    let second = stage.app.db.read_here(|connection| rows::questions(connection, &id)).unwrap();
    stage.post(omar, &path, &unknown).await.done();
    assert_eq!(stage.app.db.read_here(|connection| rows::questions(connection, &id)).unwrap(), second);
    assert_eq!(stage.post(omar, &path, &[("place", "7"), ("chosen", "0")]).await.status, 404);
    stage.app.clock.forward_seconds(3 * 86_400);
    stage.run_jobs();
    assert!(stage.get(omar, &path).await.says("Question 2, of 30 at most"), "it has no clock");
    stage.post(omar, &format!("{path}/end"), &[]).await.done();
    stage.post(omar, &format!("{path}/end"), &[]).await.done();
    let test = found(&stage, &id);
    assert_eq!((test.kind, test.asked, test.right_answers), (Kind::Placement, 1, Some(0)));
    assert!(stage.get(omar, &path).await.says("After 1 question."));
    assert_eq!(stage.get(&stage.cast.bruno, "/placement").await.status, 403);
    let other = test_begun(&stage, omar).await;
    for path in ["1", "handing-in"] {
        let page = stage.post(omar, &format!("/exams/{other}/{path}"), &[("chosen", "0")]).await;
        assert_eq!(page.status, 404, "a test is no exam: {path}");
    }
    let exam = begun(&stage, omar, "company", "").await;
    for path in ["", "/end"] {
        let page = stage.post(omar, &format!("/placement/{exam}{path}"), &[("place", "1"), ("chosen", "0")]).await;
        assert_eq!(page.status, 404, "an exam is no test: {path}");
    }
}

#[tokio::test]
async fn what_is_tapped_twice_at_once_is_done_once() {
    let stage = stage();
    let omar = &stage.cast.omar;
    let begins = tokio::join!(test_begun(&stage, omar), test_begun(&stage, omar), test_begun(&stage, omar));
    let id = begins.0;
    assert!(begins.1 == id && begins.2 == id, "one is under way");
    let (path, end) = (format!("/placement/{id}"), format!("/placement/{id}/end"));
    let unknown = [("place", "1"), ("chosen", "unknown")];
    let send = || stage.post(omar, &path, &unknown);
    let sent = tokio::join!(send(), send(), send(), send());
    assert!([&sent.0, &sent.1, &sent.2, &sent.3].iter().all(|page| page.leads_to() == path));
    assert_eq!(stage.app.db.read_here(|connection| rows::questions(connection, &id)).unwrap().len(), 2);
    let end = || stage.post(omar, &end, &[]);
    let ended = tokio::join!(end(), end(), end(), end());
    assert!([&ended.0, &ended.1, &ended.2, &ended.3].iter().all(|page| page.leads_to() == path));
    assert_eq!(found(&stage, &id).asked, 1);
}
