//! Exams: begun, left, gone on with, handed in, run out.

use examining::exam::{ANSWERED, Why};
use ground::entry;
use learning::answer::{self, Occasion};

use crate::*;

fn entries(stage: &Stage, id: &Id<Exam>, deed: &str) -> Vec<String> {
    let all = stage.app.db.read_here(|connection| entry::rows::of_subject(connection, id.as_str())).unwrap();
    all.into_iter().filter(|one| one.deed == deed).map(|one| one.change).collect()
}

#[tokio::test]
async fn an_exam_is_sat_handed_in_and_explained() {
    let stage = stage();
    let omar = &stage.cast.omar;
    let list = stage.get(omar, "/exams").await;
    assert!(list.says("40 questions, 50 minutes; 28 must be right."), "{}", list.text);
    assert!(list.says("No official evidence was found that the state holds such an exam"), "{}", list.text);
    assert!(list.says("Said by others") && list.says("as of 2026") && list.says("Our estimates"));
    let id = begun(&stage, omar, "company", "").await;
    let path = format!("/exams/{id}");
    let page = stage.get(omar, &path).await;
    assert!(page.says("You answered 0 of 40 questions") && page.says("50 minutes left"), "{}", page.text);
    let first = stage.get(omar, &format!("{path}/1")).await;
    assert!(first.says("Question 1 of 40") && first.says("type=\"radio\""), "{}", first.text);
    for place in 1..=31 {
        let next = answers(&stage, omar, &id, (place, true)).await;
        assert_eq!(next.leads_to(), format!("{path}/{}", place + 1));
    }
    for place in 32..=38 {
        answers(&stage, omar, &id, (place, false)).await.done();
    }
    let asked = stage.get(omar, &format!("{path}/handing-in")).await;
    assert!(asked.says("2 questions have no answer yet"), "{}", asked.text);
    stage.post(omar, &format!("{path}/handing-in"), &[]).await.done();
    let result = stage.get(omar, &path).await;
    assert!(
        result.says("31 of 40 right") && result.says("Passed") && result.says("28 must be right"),
        "{}",
        result.text
    );
    // Exact fractions in Python: the beta-binomial of 31 of 40 with Jeffreys' prior.
    assert!(
        result.says("would likely bring 23 to 37 of 40 right"),
        "{}",
        result.between("would likely bring", ".").unwrap()
    );
    assert!(result.says("No answer") && result.says("Correct.") && result.says("/learning/AL"));
    let kept = stage.app.db.read_here(|connection| answer::rows::of_occasion(connection, id.as_str())).unwrap();
    assert_eq!(kept.len(), 40);
    assert_eq!(kept.iter().filter(|one| one.is_right).count(), 31);
    assert!(kept.iter().all(|one| one.is_first && !one.is_review && one.occasion == Occasion::Exam));
    assert_eq!(kept.iter().filter(|one| one.given.chosen.is_none()).count(), 2);
    let again = stage.post(omar, &format!("{path}/handing-in"), &[]).await;
    assert_eq!(again.leads_to(), path, "handed in twice, it is handed in");
    let second = sat(&stage, omar, "company", 3).await;
    assert!(stage.get(omar, &format!("/exams/{second}")).await.says("Not passed"));
}

#[tokio::test]
async fn an_answer_that_is_sent_twice_is_written_down_once_and_may_be_changed() {
    let stage = stage();
    let omar = &stage.cast.omar;
    let id = begun(&stage, omar, "company", "").await;
    let path = format!("/exams/{id}/3");
    let form = [("chosen", "2"), ("flagged", "yes"), ("go", "all")];
    assert_eq!(stage.post(omar, &path, &form).await.leads_to(), format!("/exams/{id}"));
    stage.app.clock.forward_seconds(5);
    stage.post(omar, &path, &form).await.done();
    let told = entries(&stage, &id, ANSWERED.0);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(!told[0].contains("chosen") && told[0].contains("\"question_3\""), "with what is not said: {told:?}");
    let page = stage.get(omar, &format!("/exams/{id}")).await;
    assert!(page.says("To come back to (1)") && page.says("Answered (1)") && page.says("Open (39)"), "{}", page.text);
    let page = stage.get(omar, &path).await;
    assert!(page.says("value=\"2\" checked") && page.says("value=\"yes\" checked"), "{}", page.text);
    stage.post(omar, &path, &[("chosen", "0")]).await.done();
    let page = stage.get(omar, &path).await;
    assert!(page.says("value=\"0\" checked") && !page.says("value=\"yes\" checked"), "{}", page.text);
    stage.post(omar, &path, &[("go", "previous")]).await.done();
    assert!(stage.get(omar, &path).await.says("value=\"0\" checked"), "sending nothing takes nothing back");
    for bad in ["4", "-1", "x"] {
        assert_eq!(stage.post(omar, &path, &[("chosen", bad)]).await.status, 422, "{bad}");
    }
    assert_eq!(stage.get(omar, &format!("/exams/{id}/41")).await.status, 404);
    assert_eq!(stage.get(omar, &format!("/exams/{id}/0")).await.status, 404);
}

#[tokio::test]
async fn whoever_taps_twice_or_comes_back_goes_on_with_the_same_clock() {
    let stage = stage();
    let omar = &stage.cast.omar;
    let id = begun(&stage, omar, "company", "").await;
    let ends_at = found(&stage, &id).ends_at;
    stage.forward_seconds(1_200);
    assert_eq!(begun(&stage, omar, "ontario", "").await, id, "one at a time");
    let page = stage.get(omar, &format!("/exams/{id}")).await;
    assert!(page.says("30 minutes left") && !page.says("was away"), "{}", page.text);
    assert_eq!(found(&stage, &id).ends_at, ends_at);
    assert!(stage.get(omar, "/exams").await.says("You have an exam under way"));
}

#[tokio::test]
async fn what_was_saved_counts_when_the_time_is_up() {
    let stage = stage();
    let omar = &stage.cast.omar;
    let id = begun(&stage, omar, "company", "").await;
    for place in 1..=30 {
        answers(&stage, omar, &id, (place, true)).await.done();
    }
    stage.forward_seconds(49 * 60);
    stage.app.clock.forward_seconds(59);
    answers(&stage, omar, &id, (31, true)).await.done();
    stage.app.clock.forward_seconds(1);
    let late = answers(&stage, omar, &id, (32, true)).await;
    assert!(late.status == 422 && late.says("What you saved before counts"), "{}", late.text);
    let page = stage.get(omar, &format!("/exams/{id}")).await;
    assert!(page.says("The time of your exam is up") && page.says("See the result"), "{}", page.text);
    stage.run_jobs();
    let closed = found(&stage, &id);
    assert_eq!((closed.closed_why, closed.right_answers, closed.given_back_seconds), (Some(Why::Time), Some(31), 0));
    let page = stage.get(omar, &format!("/exams/{id}")).await;
    assert!(page.says("31 of 40 right") && page.says("It ended when its time was up"), "{}", page.text);
    assert_eq!(answers(&stage, omar, &id, (33, true)).await.status, 422);
}

#[tokio::test]
async fn an_outage_gives_its_time_back_also_before_the_job_ran() {
    let stage = stage();
    let omar = &stage.cast.omar;
    let id = begun(&stage, omar, "company", "").await;
    let path = format!("/exams/{id}");
    stage.forward_seconds(600);
    // Two hours without us, far beyond the end.
    stage.app.clock.forward_seconds(7_200);
    let page = stage.get(omar, &path).await;
    assert!(page.says("40 minutes left") && page.says("The system was away for 120 minutes"), "{}", page.text);
    answers(&stage, omar, &id, (1, true)).await.done();
    stage.run_jobs();
    let after = found(&stage, &id);
    assert_eq!((after.given_back_seconds, after.closed_at), (7_200, None));
    assert_eq!(entries(&stage, &id, "exam.given_back").len(), 1);
    stage.run_jobs();
    stage.forward_seconds(600);
    assert_eq!(found(&stage, &id).given_back_seconds, 7_200, "once");
    let page = stage.get(omar, &path).await;
    assert!(page.says("30 minutes left") && page.says("they were given back"), "{}", page.text);
    stage.forward_seconds(1_800);
    assert_eq!(found(&stage, &id).closed_why, Some(Why::Time));
}

#[tokio::test]
async fn nobody_finds_the_exam_of_another_and_a_trainer_may_void_it() {
    let stage = stage();
    let (omar, sam, ines) = (&stage.cast.omar, &stage.cast.sam, &stage.cast.ines);
    let id = begun(&stage, omar, "company", "").await;
    let path = format!("/exams/{id}");
    assert_eq!(stage.get(sam, &path).await.status, 404);
    assert_eq!(stage.get(ines, &path).await.status, 404, "while it is under way nobody looks on");
    assert_eq!(stage.post(sam, &format!("{path}/1"), &[("chosen", "0")]).await.status, 404);
    assert_eq!(stage.post(ines, &format!("{path}/handing-in"), &[]).await.status, 404);
    assert_eq!(stage.get(&stage.cast.alice, &path).await.status, 403);
    assert_eq!(stage.get(&stage.cast.visitor, "/exams").await.leads_to(), "/sign-in");
    stage.post(omar, &format!("{path}/handing-in"), &[]).await.done();
    assert_eq!(stage.get(sam, &path).await.status, 404);
    let page = stage.get(ines, &path).await;
    assert!(page.says("Omar Diallo") && page.says("Void this exam"), "{}", page.text);
    assert_eq!(stage.post(ines, &format!("{path}/voiding"), &[("why", " ")]).await.status, 422);
    assert_eq!(stage.post(sam, &format!("{path}/voiding"), &[("why", "I like to.")]).await.status, 403);
    stage.post(ines, &format!("{path}/voiding"), &[("why", "A colleague <read> aloud.")]).await.done();
    let page = stage.get(omar, &path).await;
    assert!(page.says("Voided since") && !page.says("<read>") && !page.says("Void this exam"), "{}", page.text);
    let voided = stage.app.db.read_here(rows::voided).unwrap();
    assert!(voided.contains(id.as_str()));
    assert_eq!(stage.post(ines, &format!("{path}/voiding"), &[("why", "Once more.")]).await.status, 422);
    assert!(stage.get(ines, "/exams/taken").await.says("Voided"));
    assert_eq!(stage.get(omar, "/exams/taken").await.status, 403);
}

#[tokio::test]
async fn a_unit_is_an_exam_and_the_least_asked_are_asked_first() {
    let stage = stage();
    let omar = &stage.cast.omar;
    assert_eq!(stage.post(omar, "/exams", &[("blueprint", "uk-sia")]).await.status, 404, "nobody holds the whole");
    assert_eq!(stage.post(omar, "/exams", &[("blueprint", "nowhere")]).await.status, 404);
    let unit = begun(&stage, omar, "uk-sia", "conflict-management").await;
    assert_eq!((found(&stage, &unit).asked, found(&stage, &unit).pass_mark), (20, 14));
    let asked = |id: &Id<Exam>| {
        let all = stage.app.db.read_here(|connection| rows::questions(connection, id)).unwrap();
        all.into_iter().map(|one| one.question_id).collect::<std::collections::BTreeSet<_>>()
    };
    stage.post(omar, &format!("/exams/{unit}/handing-in"), &[]).await.done();
    let second = begun(&stage, omar, "uk-sia", "conflict-management").await;
    assert!(asked(&unit).is_disjoint(&asked(&second)), "what was just drawn is drawn last");
}

#[tokio::test]
async fn where_there_are_too_few_questions_the_form_is_shorter_and_says_so() {
    let stage = stage();
    let omar = &stage.cast.omar;
    let retire = |competency: &'static str, but: usize| {
        let all = stage.app.db.read_here(learning::question::rows::narrow).unwrap();
        for one in all.iter().filter(|one| one.competency == competency).skip(but) {
            let id = one.id.clone();
            stage.write(&stage.cast.ines.me, move |work| learning::question::retire(work, &id)).unwrap();
        }
    };
    retire("AL", 1);
    let id = begun(&stage, omar, "company", "").await;
    assert_eq!((found(&stage, &id).asked, found(&stage, &id).pass_mark), (37, 26));
    let page = stage.get(omar, &format!("/exams/{id}")).await;
    assert!(page.says("has only 37 questions") && page.says("Active listening: 1 of 4."), "{}", page.text);
}

#[tokio::test]
async fn a_question_without_spanish_words_is_shown_in_english_and_says_so() {
    let stage = stage();
    let omar = &stage.cast.omar;
    stage.post(omar, "/me", &[("language", "es")]).await;
    let id = begun(&stage, omar, "company", "").await;
    let languages = stage.app.db.read_here(|connection| {
        let asked = rows::questions(connection, &id)?;
        asked.iter().map(|one| Ok(learning::question::rows::wording(connection, &one.wording_id)?.language)).collect()
    });
    let languages: Vec<ground::words::Language> = languages.unwrap();
    for (place, language) in (1..).zip(languages).take(12) {
        let page = stage.get(omar, &format!("/exams/{id}/{place}")).await;
        assert!(page.says(&format!("<legend lang=\"{}\">", language.code())), "{}", page.text);
        assert_eq!(page.says("solo en ingl"), language != found(&stage, &id).language, "{}", page.text);
    }
    stage.post(omar, "/me", &[("language", "en")]).await;
    let page = stage.get(omar, &format!("/exams/{id}/1")).await;
    let first = stage.app.db.read_here(|connection| {
        let asked = rows::question(connection, &id, 1)?;
        learning::question::rows::wording(connection, &asked.wording_id)
    });
    let is_spanish = first.unwrap().language == ground::words::Language::Spanish;
    assert!(!page.says("in English only"), "{}", page.text);
    assert_eq!(page.says("You changed your language since this was asked"), is_spanish, "{}", page.text);
}

#[tokio::test]
async fn nobody_is_asked_in_a_language_that_they_do_not_read() {
    use ground::words::Language;
    use learning::question::{self, Origin};
    let stage = stage();
    let omar = &stage.cast.omar;
    let in_spanish = |item: &curriculum::Item| {
        let mut new = question::of_content(item);
        new.name = format!("S-{}", new.name);
        new.words.retain(|(language, _)| *language == Language::Spanish);
        new
    };
    let items = learning::library::curriculum().items.iter();
    let new: Vec<_> = items.map(in_spanish).filter(|new| !new.words.is_empty()).collect();
    let now = stage.app.clock.now();
    let take = move |connection: &mut _| question::rows::take(connection, Origin::Brought, &new, now);
    stage.app.db.write_here(take).unwrap();
    // They were never drawn, so they would come before all others; and they are as easy as the easiest.
    let spanish = |id: &Id<Exam>| {
        let asked = stage.app.db.read_here(|connection| rows::questions(connection, id)).unwrap();
        let is_new = |id: &_| stage.read(&omar.me, |work| question::rows::find(work.connection, id)).unwrap().name;
        asked.iter().filter(|one| is_new(&one.question_id).starts_with("S-")).count()
    };
    let id = begun(&stage, omar, "company", "").await;
    assert_eq!(spanish(&id), 0);
    stage.post(omar, &format!("/exams/{id}/handing-in"), &[]).await.done();
    let sheet = |who: &people::Me| stage.read(who, learning::practice::sheet).unwrap();
    assert!(sheet(&omar.me).iter().all(|one| one.wording.language == Language::English));
    let test = stage.post(omar, "/placement", &[("paper", "company ")]).await.leads_to();
    for _ in 0..12 {
        let page = stage.get(omar, &test).await;
        assert!(!page.says("<legend lang=\"es\">"), "{}", page.text);
        let Some(place) = page.between("name=\"place\" value=\"", "\"") else { break };
        stage.post(omar, &test, &[("place", &place), ("chosen", "0")]).await.done();
    }
    stage.post(omar, "/me", &[("language", "es")]).await;
    assert!(spanish(&begun(&stage, omar, "company", "").await) > 0, "who reads it is asked");
}

#[tokio::test]
async fn an_answer_to_words_that_were_replaced_during_an_exam_says_nothing_of_the_new_ones() {
    use learning::question::{self, Origin};
    let stage = stage();
    let (omar, ines) = (&stage.cast.omar, &stage.cast.ines);
    let id = begun(&stage, omar, "company", "").await;
    for place in 1..=40 {
        answers(&stage, omar, &id, (place, true)).await.done();
    }
    let asked = stage.app.db.read_here(|connection| rows::question(connection, &id, 1)).unwrap();
    let name =
        stage.read(&ines.me, |work| Ok(question::rows::find(work.connection, &asked.question_id)?.name)).unwrap();
    let item = learning::library::curriculum().items.iter().find(|item| item.id == name).unwrap();
    let mut new = vec![question::of_content(item)];
    new[0].words.iter_mut().for_each(|(_, worded)| worded.key = (worded.key + 1) % worded.options.len());
    let now = stage.app.clock.now();
    let take = move |connection: &mut _| question::rows::take(connection, Origin::Content, &new, now);
    stage.app.db.write_here(take).unwrap();
    stage.post(omar, &format!("/exams/{id}/handing-in"), &[]).await.done();
    let result = stage.get(omar, &format!("/exams/{id}")).await;
    assert!(result.says("40 of 40 right"), "as it was asked: {}", result.text);
    let kept = stage.read(&omar.me, |work| answer::rows::of_occasion(work.connection, id.as_str())).unwrap();
    assert_eq!(kept.iter().filter(|one| !one.is_first).count(), 1);
    let page = stage.get(omar, "/readiness").await;
    assert!(page.says("From 39 answers"), "{}", page.text);
    let figures = stage.get(ines, &format!("/questions/{}/figures", asked.question_id)).await;
    assert!(figures.says("0 of at least 10: too few"), "{}", figures.text);
}
