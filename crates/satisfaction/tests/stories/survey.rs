//! How our work is going: asked by a letter, answered without an account.

use ground::letter;

use crate::*;

const DAY: i64 = 86_400;

/// Maya opens a round of so many days: its address.
pub(crate) async fn opened(stage: &Stage, days: &str) -> String {
    let path = stage.post(&stage.cast.maya, "/surveys", &[("days", days)]).await.leads_to();
    stage.forward_seconds(600);
    path
}

/// The address in the newest letter that somebody got about a survey; none when they got no such letter.
pub(crate) fn link_of(stage: &Stage, who: &Who) -> Option<String> {
    let letters = stage.app.db.read_here(|connection| letter::newest(connection, 100)).unwrap();
    let to_them = letters.into_iter().filter(|one| one.to_address == who.email);
    let found = to_them.filter(|one| one.words.contains("/survey/")).map(|one| one.words).next()?;
    let at = found.find("/survey/").unwrap();
    Some(found[at..].split_whitespace().next().unwrap().to_owned())
}

fn letters_to(stage: &Stage, who: &Who) -> usize {
    let letters = stage.app.db.read_here(|connection| letter::newest(connection, 100)).unwrap();
    letters.iter().filter(|one| one.to_address == who.email && one.words.contains("/survey/")).count()
}

#[tokio::test]
async fn every_contact_is_asked_once_and_reminded_once() {
    let stage = stage();
    let (maya, alice, bruno, olaf) = (&stage.cast.maya, &stage.cast.alice, &stage.cast.bruno, &stage.cast.olaf);
    let path = opened(&stage, "20").await;
    assert!(stage.letter_to(alice.email).unwrap().contains("Harbour Lofts"));
    assert!(
        stage.letter_to(bruno.email).unwrap().contains("Harbour Gate"),
        "he sees the gate alone, and reads Spanish"
    );
    assert!(stage.get(maya, &path).await.says("0 of 3"));
    assert_eq!(stage.get(&stage.cast.sam, &path).await.status, 403);
    assert_eq!(stage.get(alice, "/surveys").await.status, 403);
    assert_eq!(stage.post(maya, "/surveys", &[("days", "20")]).await.status, 422, "one at a time");
    let link = link_of(&stage, alice).unwrap();
    stage.post(&stage.cast.visitor, &link, &[("overall", "4")]).await.done();
    stage.app.clock.forward_seconds(11 * DAY);
    stage.run_jobs();
    let counts = [alice, bruno, olaf].map(|who| letters_to(&stage, who));
    assert_eq!(counts, [1, 2, 2], "who answered is not reminded");
    stage.app.clock.forward_seconds(8 * DAY);
    stage.run_jobs();
    assert_eq!([alice, bruno, olaf].map(|who| letters_to(&stage, who)), counts, "nobody is reminded twice");
}

#[tokio::test]
async fn answers_may_be_changed_until_it_closes() {
    let stage = stage();
    let alice = &stage.cast.alice;
    opened(&stage, "20").await;
    let (link, visitor) = (link_of(&stage, alice).unwrap(), &stage.cast.visitor);
    let page = stage.get(visitor, &link).await;
    assert!(page.says("Officers are in place at the agreed times.") && page.says("Harbour Lofts"), "{}", page.text);
    let nothing = stage.post(visitor, &link, &[("overall", "")]).await;
    assert_eq!(nothing.status, 422, "{}", nothing.text);
    let wrong = stage.post(visitor, &link, &[("overall", "9"), ("comment", "Kept all the same.")]).await;
    assert!(wrong.status == 422 && wrong.says("Kept all the same."), "{}", wrong.text);
    stage.post(visitor, &link, &[("overall", "2"), ("comment", "<i>Too dark.</i>")]).await.done();
    stage.post(visitor, &link, &[("overall", "4"), ("comment", "<i>Better now.</i>")]).await.done();
    let again = stage.get(visitor, &link).await;
    assert!(again.says("You have answered already") && again.says("Better now.") && !again.says("Too dark."));
    stage.app.clock.forward_seconds(20 * DAY);
    stage.run_jobs();
    assert!(stage.get(visitor, &link).await.says("This survey has ended"));
    assert_eq!(stage.post(visitor, &link, &[("overall", "5")]).await.status, 422);
    assert_eq!(stage.get(visitor, "/survey/none").await.status, 404);
}

#[tokio::test]
async fn whoever_leaves_their_name_out_is_counted_and_cannot_be_found() {
    let stage = stage();
    let (alice, visitor) = (&stage.cast.alice, &stage.cast.visitor);
    let path = opened(&stage, "20").await;
    let link = link_of(&stage, alice).unwrap();
    stage.post(visitor, &link, &[("recommend", "2"), ("anonymous", "on"), ("comment", "A secret.")]).await.done();
    assert!(stage.get(visitor, &link).await.says("can no longer be changed"));
    assert_eq!(stage.post(visitor, &link, &[("recommend", "9")]).await.status, 422);
    let round = stage.get(&stage.cast.maya, &path).await;
    assert!(round.says("1 of 3") && !round.says("A secret.") && round.says("fewer than 5"), "{}", round.text);
    let found = stage.read(&stage.cast.ines.me, |work| {
        let asking = satisfaction::asking::rows::by_token(work.connection, link.trim_start_matches("/survey/"))?;
        let entries = ground::entry::rows::of_subject(work.connection, asking.id.as_str())?;
        Ok((satisfaction::asking::rows::answers(work.connection, &asking.id)?, format!("{entries:?}")))
    });
    let (answers, entries) = found.unwrap();
    assert_eq!(answers, None);
    assert!(!entries.contains("A secret.") && !entries.contains("recommend"), "{entries}");
}

#[tokio::test]
async fn five_answers_become_figures_of_all_together() {
    let stage = stage();
    let path = opened(&stage, "20").await;
    let visitor = &stage.cast.visitor;
    let three = [&stage.cast.alice, &stage.cast.bruno, &stage.cast.olaf];
    for (who, grade) in three.iter().zip(["10", "9", "3"]) {
        let link = link_of(&stage, who).unwrap();
        stage.post(visitor, &link, &[("recommend", grade), ("reliable_1", "6")]).await.done();
    }
    let page = stage.get(&stage.cast.maya, &path).await;
    assert!(page.says("3 of 3") && page.says("3: fewer than 5"), "{}", page.text);
}

#[tokio::test]
async fn nobody_is_asked_twice_in_thirty_days_and_who_wants_none_is_not_asked() {
    let stage = stage();
    let (maya, alice, olaf) = (&stage.cast.maya, &stage.cast.alice, &stage.cast.olaf);
    let (email, now) = (olaf.email, stage.app.clock.now());
    let off = move |connection: &mut _| letter::unwanted::save(connection, email, letter::Class::Surveys, false, now);
    stage.app.db.write_here(off).unwrap();
    let first = opened(&stage, "20").await;
    assert_eq!([alice, olaf].map(|who| letters_to(&stage, who)), [1, 0]);
    stage.post(maya, &format!("{first}/end"), &[("version", "0")]).await.done();
    opened(&stage, "60").await;
    stage.app.clock.forward_seconds(2 * DAY);
    stage.run_jobs();
    assert_eq!(letters_to(&stage, alice), 1, "asked two days ago");
    stage.app.clock.forward_seconds(29 * DAY);
    stage.run_jobs();
    assert_eq!(letters_to(&stage, alice), 2, "asked in the same round, once the 30 days are over");
}

#[tokio::test]
async fn whoever_was_asked_whether_an_answer_helped_is_not_asked_by_a_survey_too() {
    let stage = stage();
    asked(&stage, &stage.cast.alice, &stage.cast.gate);
    opened(&stage, "60").await;
    assert_eq!(letters_to(&stage, &stage.cast.alice), 0, "asked just now whether it helped");
    assert_eq!(letters_to(&stage, &stage.cast.olaf), 1);
    stage.app.clock.forward_seconds(30 * DAY);
    stage.run_jobs();
    assert_eq!(letters_to(&stage, &stage.cast.alice), 1);
}

#[tokio::test]
async fn whoever_rests_finds_the_survey_in_the_portal_and_is_asked_no_more_in_it() {
    let stage = stage();
    let alice = &stage.cast.alice;
    assert_eq!(stage.post(alice, "/portal/survey", &[]).await.status, 422, "no round is open");
    assert_eq!(stage.post(&stage.cast.sam, "/portal/survey", &[]).await.status, 403);
    asked(&stage, alice, &stage.cast.gate);
    opened(&stage, "60").await;
    let link = stage.post(alice, "/portal/survey", &[]).await.leads_to();
    assert_eq!(stage.post(alice, "/portal/survey", &[]).await.leads_to(), link, "it is one asking, however often");
    stage.post(&stage.cast.visitor, &link, &[("overall", "4")]).await.done();
    stage.app.clock.forward_seconds(31 * DAY);
    stage.run_jobs();
    assert_eq!(letters_to(&stage, alice), 0);
}

#[tokio::test]
async fn a_round_that_repeats_opens_the_next_until_it_is_ended() {
    let stage = stage();
    let form = [("days", "20"), ("repeats", "on")];
    let first = stage.post(&stage.cast.maya, "/surveys", &form).await.leads_to();
    stage.app.clock.forward_seconds(21 * DAY);
    stage.run_jobs();
    stage.app.clock.forward_seconds(71 * DAY);
    stage.run_jobs();
    let rounds = stage.read(&stage.cast.ines.me, |work| satisfaction::round::rows::newest(work.connection, 9)).unwrap();
    assert_eq!(rounds.len(), 2);
    assert!(rounds[0].is_open(stage.app.clock.now()) && rounds[1].repeats_at.is_none());
    let (id, seen) = (rounds[0].id.clone(), rounds[0].version);
    stage.write(&stage.cast.maya.me, move |work| satisfaction::round::end(work, &id, seen)).unwrap();
    stage.app.clock.forward_seconds(200 * DAY);
    stage.run_jobs();
    let rounds = stage.read(&stage.cast.ines.me, |work| satisfaction::round::rows::newest(work.connection, 9)).unwrap();
    assert_eq!(rounds.len(), 2, "{first}");
}
