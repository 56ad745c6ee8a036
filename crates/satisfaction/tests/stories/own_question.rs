//! Questions of the organization's own: added, asked in rounds from then on, and read beside the others.

use satisfaction::own_question;

use crate::survey::{link_of, opened};
use crate::*;

const LIST: &str = "/surveys/questions";
const LIGHT: &str = "The main gate is well lit at night.";

async fn added(stage: &Stage, english: &str, spanish: &str, kind: &str) {
    let form = [("english", english), ("spanish", spanish), ("kind", kind)];
    stage.post(&stage.cast.maya, LIST, &form).await.done();
}

async fn retired(stage: &Stage, english: &str) -> stage::Page {
    let asked = stage.read(&stage.cast.maya.me, |work| own_question::rows::in_use(work.connection)).unwrap();
    let id = asked.into_iter().find(|one| one.english == english).unwrap().id;
    stage.post(&stage.cast.maya, &format!("{LIST}/{id}/retirement"), &[]).await
}

#[tokio::test]
async fn a_question_is_asked_in_the_readers_language_and_its_answers_are_read_in_a_table_of_their_own() {
    let stage = stage();
    let (visitor, bruno) = (&stage.cast.visitor, &stage.cast.bruno);
    added(&stage, LIGHT, "De noche la puerta principal tiene buena luz.", "agreement").await;
    added(&stage, "What should the night shift know?", "", "words").await;
    let path = opened(&stage, "20").await;
    let link = link_of(&stage, bruno).unwrap();
    let page = stage.get(visitor, &link).await;
    assert!(page.says("De noche la puerta principal") && !page.says(LIGHT), "{}", page.text);
    assert!(page.says("lang=\"en\"><bdi>What should the night shift know?"), "{}", page.text);
    stage.post(visitor, &link, &[("own_1", "6"), ("own_2", "<b>The code.</b>")]).await.done();
    let again = stage.get(visitor, &link).await;
    assert!(again.says("value=\"6\" checked") && again.says("The code.") && !again.says("<b>The"), "{}", again.text);
    stage.post(visitor, &link, &[("own_1", "2")]).await.done();
    let again = stage.get(visitor, &link).await;
    assert!(again.says("value=\"2\" checked") && !again.says("The code."), "what was left out is gone: {}", again.text);
    let results = stage.get(&stage.cast.maya, &path).await;
    assert!(results.says(LIGHT) && results.says("1: fewer than 5"), "{}", results.text);
    assert!(!results.says("The code."), "words of few are shown no more than their figures");
}

#[tokio::test]
async fn an_open_round_does_not_change_and_a_new_one_asks_what_is_asked_then() {
    let stage = stage();
    let (maya, visitor, alice) = (&stage.cast.maya, &stage.cast.visitor, &stage.cast.alice);
    added(&stage, LIGHT, "", "agreement").await;
    let first = opened(&stage, "20").await;
    let link = link_of(&stage, alice).unwrap();
    retired(&stage, LIGHT).await.done();
    added(&stage, "The lifts are watched.", "", "agreement").await;
    let page = stage.get(visitor, &link).await;
    assert!(page.says(LIGHT) && !page.says("The lifts are watched."), "{}", page.text);
    stage.post(visitor, &link, &[("own_1", "7")]).await.done();
    stage.post(maya, &format!("{first}/end"), &[("version", "0")]).await.done();
    let second = opened(&stage, "60").await;
    assert!(
        !stage.get(maya, &second).await.says(LIGHT) && stage.get(maya, &second).await.says("The lifts are watched.")
    );
    let old = stage.get(maya, &first).await;
    assert!(old.says(LIGHT) && old.says("asked no more") && old.says("1: fewer than 5"), "{}", old.text);
    assert!(stage.get(maya, LIST).await.says(LIGHT), "among those that are asked no more");
    // Alice was asked a month ago at least when this round asks her.
    stage.app.clock.forward_seconds(31 * 86_400);
    stage.run_jobs();
    let page = stage.get(visitor, &link_of(&stage, alice).unwrap()).await;
    assert!(page.says("The lifts are watched.") && !page.says(LIGHT), "{}", page.text);
}

#[tokio::test]
async fn a_round_that_opens_by_itself_asks_what_is_asked_then() {
    let stage = stage();
    let form = [("days", "20"), ("repeats", "on")];
    let _first = stage.post(&stage.cast.maya, "/surveys", &form).await.leads_to();
    added(&stage, LIGHT, "", "agreement").await;
    stage.app.clock.forward_seconds(21 * 86_400);
    stage.run_jobs();
    stage.app.clock.forward_seconds(71 * 86_400);
    stage.run_jobs();
    let asked = stage.read(&stage.cast.ines.me, |work| {
        let rounds = satisfaction::round::rows::newest(work.connection, 9)?;
        rounds.iter().map(|round| own_question::rows::of_round(work.connection, &round.id)).collect()
    });
    let asked: Vec<Vec<own_question::OwnQuestion>> = asked.unwrap();
    assert_eq!(asked.iter().map(Vec::len).collect::<Vec<_>>(), [1, 0], "the newest first");
}

#[tokio::test]
async fn ten_are_enough_and_none_is_asked_twice() {
    let stage = stage();
    let maya = &stage.cast.maya;
    for number in 0..10 {
        added(&stage, &format!("Question {number}"), "", "words").await;
        let twice = stage.post(maya, LIST, &[("english", &format!("question {number}")), ("kind", "words")]).await;
        assert_eq!(twice.status, 422, "the same form sent again adds nothing");
    }
    let eleventh = stage.post(maya, LIST, &[("english", "One too many"), ("kind", "words")]).await;
    assert!(eleventh.status == 422 && eleventh.says("There are 10 already"), "{}", eleventh.text);
    retired(&stage, "Question 4").await.done();
    added(&stage, "One too many", "", "words").await;
}

#[tokio::test]
async fn what_cannot_be_asked_is_refused_and_others_stay_outside() {
    let stage = stage();
    let maya = &stage.cast.maya;
    let page =
        stage.post(maya, LIST, &[("english", "<i>x</i>"), ("spanish", &"y".repeat(20_000)), ("kind", "stars")]).await;
    assert!(page.status == 422 && !page.says("<i>x</i>") && page.says("&#60;i&#62;x"), "{}", page.text);
    assert_eq!(stage.post(maya, LIST, &[]).await.status, 422);
    for who in [&stage.cast.sam, &stage.cast.alice, &stage.cast.omar] {
        assert_eq!(stage.get(who, LIST).await.status, 403);
        assert_eq!(stage.post(who, LIST, &[("english", LIGHT), ("kind", "words")]).await.status, 403);
    }
    let unknown = Id::<own_question::OwnQuestion>::fresh();
    assert_eq!(stage.post(maya, &format!("{LIST}/{unknown}/retirement"), &[]).await.status, 404);
    added(&stage, LIGHT, "", "agreement").await;
    let asked = stage.read(&maya.me, |work| own_question::rows::in_use(work.connection)).unwrap();
    let retirement = format!("{LIST}/{}/retirement", asked[0].id);
    stage.post(maya, &retirement, &[]).await.done();
    assert_eq!(stage.post(maya, &retirement, &[]).await.status, 422, "once");
}

#[tokio::test]
async fn an_answer_that_is_none_stands_beside_its_question_with_all_that_was_typed() {
    let stage = stage();
    added(&stage, LIGHT, "", "agreement").await;
    added(&stage, "What else?", "", "words").await;
    opened(&stage, "20").await;
    let (link, visitor) = (link_of(&stage, &stage.cast.alice).unwrap(), &stage.cast.visitor);
    let long = "<script>".repeat(2_500);
    let page = stage.post(visitor, &link, &[("overall", "3"), ("own_1", "8"), ("own_2", &long)]).await;
    assert!(page.status == 422 && page.says("own_1-error") && !page.says("<script>&"), "{}", page.status);
    assert!(!page.says("<script><script>") && page.says("value=\"3\" checked"));
    let page = stage.post(visitor, &link, &[("own_2", &long)]).await;
    assert!(page.status == 422 && page.says("own_2-error"), "{}", page.status);
    let only = stage.post(visitor, &link, &[("own_2", "One word")]).await;
    only.done();
}
