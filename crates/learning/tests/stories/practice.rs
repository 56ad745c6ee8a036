//! Five minutes of practice: what is asked, what comes back, and when.

use agreement::post::{self, NewAssignment, NewPost, Post};
use briefing::confirmation::{self, Officer, Said, Way};
use ground::words::Language;
use ground::{Fields, Id};
use learning::answer::Given;
use learning::card::{self, Card, Forgetting, Grade};
use learning::forgetting::{self, Trial};
use learning::practice::{self, Asked, HandedIn};
use learning::question::{self, NewQuestion, Origin};
use orders::draft::{self, NewSection};
use orders::post_orders::{self, Kind};
use orders::revision::{self, Revision};
use people::Work;
use people::staff::StaffMember;
use stage::{Page, Stage, Who};

use crate::stage;

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// What somebody is asked now.
fn sheet(stage: &Stage, who: &Who) -> Vec<Asked> {
    stage.read(&who.me, practice::sheet).unwrap()
}

/// Somebody answers what they are asked: all right, but for those places; the page that follows.
async fn practise(stage: &Stage, who: &Who, wrong: &[usize]) -> Page {
    let page = stage.get(who, "/practice").await;
    let id = page.between("name=\"practice\" value=\"", "\"").unwrap();
    let answers = sheet(stage, who).into_iter().enumerate().map(|(place, one)| {
        let key = one.wording.worded.key;
        let chosen = if wrong.contains(&place) { (key + 1) % one.wording.worded.options.len() } else { key };
        (format!("answer-{}", one.wording.id), chosen.to_string())
    });
    let form: Vec<(String, String)> = std::iter::once(("practice".to_owned(), id)).chain(answers).collect();
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let handed_in = stage.post(who, "/practice", &form).await;
    handed_in.done();
    let again = stage.post(who, "/practice", &form).await;
    assert_eq!(again.leads_to(), handed_in.leads_to(), "sent twice it is one");
    stage.get(who, &handed_in.leads_to()).await
}

#[tokio::test]
async fn what_was_wrong_comes_back_tomorrow_and_what_was_right_later() {
    let stage = stage();
    let omar = &stage.cast.omar;
    let first = sheet(&stage, omar);
    assert_eq!(first.len(), 10);
    assert_eq!(
        first.len(),
        first.iter().map(|one| &one.question.competency).collect::<std::collections::BTreeSet<_>>().len()
    );
    let shown = stage.get(omar, "/practice").await;
    assert!(shown.says("Question 1 of 10") && shown.says("I guessed"), "{}", shown.text);
    let result = practise(&stage, omar, &[2, 5]).await;
    assert!(result.says("8 of 10 right") && result.says("Your answer"), "{}", result.text);
    assert_eq!(result.text.matches("<span class=\"badge ok\">Right</span>").count(), 10, "each key, as markup");
    assert_eq!(shown.text.matches("<span class=\"badge ok\">Right</span>").count(), 10);
    let others = sheet(&stage, omar);
    assert!(others.iter().all(|one| !first.iter().any(|before| before.question.id == one.question.id)), "they are new");
    stage.app.clock.forward_seconds(DAY);
    let home = stage.get(omar, "/learning").await;
    assert!(home.says("2 questions") && home.says("1 of 7 days") && home.says("Too few to say"), "{}", home.text);
    let tomorrow = sheet(&stage, omar);
    let came_back: Vec<_> = tomorrow.iter().take(2).map(|one| one.question.id.clone()).collect();
    assert!(came_back.contains(&first[2].question.id) && came_back.contains(&first[5].question.id));
    practise(&stage, omar, &[]).await;
    stage.app.clock.forward_seconds(DAY);
    let due: Vec<_> = sheet(&stage, omar).into_iter().map(|one| one.question.id).collect();
    let right = first.iter().enumerate().filter(|(place, _)| ![2, 5].contains(place)).map(|(_, one)| &one.question.id);
    assert_eq!(right.filter(|id| due.contains(id)).count(), 8, "two days after they were right");
}

#[tokio::test]
async fn a_week_has_no_more_than_seven_days() {
    let stage = stage();
    let omar = &stage.cast.omar;
    // From one noon to the night a week later there are parts of eight days in less than 168 hours.
    for day in 0..7 {
        practise(&stage, omar, &[]).await;
        stage.app.clock.forward_seconds(if day < 6 { DAY } else { 20 * HOUR });
    }
    practise(&stage, omar, &[]).await;
    let home = stage.get(omar, "/learning").await;
    assert!(home.says("Practised on 7 of 7 days"), "{}", home.text);
}

#[tokio::test]
async fn a_second_answer_on_the_same_day_is_kept_and_moves_nothing() {
    let stage = stage();
    let omar = &stage.cast.omar;
    let asked = sheet(&stage, omar)[0].clone();
    let name = format!("answer-{}", asked.wording.id);
    let key = asked.wording.worded.key;
    let card = |stage: &Stage| {
        let id = Id::<StaffMember>::known(omar.me.actor.id.clone());
        stage
            .read(&omar.me, |work| learning::card::rows::find(work.connection, (&id, &asked.question.id)))
            .unwrap()
            .unwrap()
    };
    let send = async |chosen: usize| {
        let practice = stage.get(omar, "/practice").await.between("name=\"practice\" value=\"", "\"").unwrap();
        let chosen = chosen.to_string();
        stage
            .post(omar, "/practice", &[("practice", practice.as_str()), (name.as_str(), chosen.as_str())])
            .await
            .done();
    };
    send(key).await;
    let before = card(&stage);
    send((key + 1) % 4).await;
    assert_eq!(card(&stage), before);
    let id = Id::<StaffMember>::known(omar.me.actor.id.clone());
    let answers = stage.read(&omar.me, |work| learning::answer::rows::of_staff(work.connection, &id)).unwrap();
    let marks: Vec<_> = answers.iter().map(|one| (one.is_right, one.is_first, one.is_review)).collect();
    assert_eq!(marks, [(true, true, true), (false, false, false)]);
}

#[tokio::test]
async fn an_answer_to_words_that_were_replaced_meanwhile_counts_for_that_practice_alone() {
    let stage = stage();
    let omar = &stage.cast.omar;
    let id: Id<StaffMember> = Id::known(omar.me.actor.id.clone());
    let asked = sheet(&stage, omar);
    let old = asked[0].clone();
    let practice = stage.get(omar, "/practice").await.between("name=\"practice\" value=\"", "\"").unwrap();
    stage.app.clock.forward_seconds(60);
    // The key was wrong, and the content has it right now.
    let item = learning::library::curriculum().items.iter().find(|item| item.id == old.question.name).unwrap();
    let mut new = vec![question::of_content(item)];
    for (_, worded) in &mut new[0].words {
        worded.key = (worded.key + 1) % worded.options.len();
    }
    let now = stage.app.clock.now();
    let take = move |connection: &mut _| question::rows::take(connection, Origin::Content, &new, now);
    assert_eq!(stage.app.db.write_here(take).unwrap().reworded, 1);
    stage.app.clock.forward_seconds(60);
    let (name, chosen) = (format!("answer-{}", old.wording.id), old.wording.worded.key.to_string());
    let handed_in = stage.post(omar, "/practice", &[("practice", practice.as_str()), (&name, &chosen)]).await;
    handed_in.done();
    assert!(
        stage.get(omar, &handed_in.leads_to()).await.says("1 of 1 right"),
        "as the sheet said when it was answered"
    );
    let answers = || stage.read(&omar.me, |work| learning::answer::rows::of_staff(work.connection, &id)).unwrap();
    let marks = |one: &learning::answer::Answer| (one.is_right, one.is_first, one.is_review);
    assert_eq!(answers().iter().map(marks).collect::<Vec<_>>(), [(true, false, false)]);
    let now = sheet(&stage, omar).into_iter().find(|one| one.question.id == old.question.id).unwrap();
    assert_ne!(now.wording.id, old.wording.id, "it is asked as if it were new");
    practise(&stage, omar, &[]).await;
    let again = answers().into_iter().find(|one| one.given.wording_id == now.wording.id).unwrap();
    assert_eq!(marks(&again), (true, true, true));
}

#[tokio::test]
async fn nothing_answered_is_no_practice_and_nobody_reads_that_of_another() {
    let stage = stage();
    let (omar, sam) = (&stage.cast.omar, &stage.cast.sam);
    let nothing = stage.post(omar, "/practice", &[("practice", "01989aa0-0000-7000-8000-000000000001")]).await;
    assert!(nothing.status == 422 && nothing.says("Answer at least one question"), "{}", nothing.text);
    let form =
        [("practice", "01989aa0-0000-7000-8000-000000000001"), ("answer-01989aa0-0000-7000-8000-000000000002", "1")];
    assert_eq!(stage.post(omar, "/practice", &form).await.status, 404, "of a question that is not there");
    let result = practise(&stage, omar, &[]).await;
    assert!(result.says("10 of 10 right"));
    let mine = stage.read(&omar.me, |work| {
        practice::rows::since(work.connection, &Id::known(omar.me.actor.id.clone()), ground::Moment::MIN)
    });
    let path = format!("/practice/{}", mine.unwrap()[0].id);
    assert_eq!(stage.get(sam, &path).await.status, 404);
    for path in ["/practice", "/learning", "/learning/AL"] {
        assert_eq!(stage.get(&stage.cast.alice, path).await.status, 403, "{path}");
    }
}

#[tokio::test]
async fn a_lesson_is_read_in_ones_own_language() {
    let stage = stage();
    let page = stage.get(&stage.cast.omar, "/learning/AL").await;
    assert!(
        page.says("lang=\"en\"") && page.says("About 5 minutes") && page.says("What this rests on"),
        "{}",
        page.text
    );
    assert_eq!(stage.get(&stage.cast.omar, "/learning/XX").await.status, 404);
}

/// Sends Omar to the lobby of the gate, where orders are in force about which he is asked something.
fn lobby_with_orders(stage: &Stage) -> (Id<Post>, Id<Revision>) {
    let ines = &stage.cast.ines.me;
    let new = NewPost { site_id: stage.cast.gate.clone(), name: "Lobby".to_owned() };
    let post_id = stage.write(ines, move |work| post::open(work, &new)).unwrap();
    let staff_id = Id::known(stage.cast.omar.me.actor.id.clone());
    let starts_at = stage.app.clock.now().plus_seconds(-HOUR);
    let assignment = NewAssignment { post_id: post_id.clone(), staff_id, starts_at, ends_at: None };
    stage.write(ines, move |work| post::assign(work, &assignment)).unwrap();
    let (gate, at) = (stage.cast.gate.clone(), post_id.clone());
    let begin = move |work: &mut Work<'_>| post_orders::begin(work, &gate, Some(&at), (Language::English, false));
    let draft = stage.write(ines, begin).unwrap();
    let (to, section) = (
        draft.clone(),
        NewSection { kind: Kind::Access, title: "Access".to_owned(), words: "Guests come in at the gate.".to_owned() },
    );
    stage.write(ines, move |work| draft::add(work, &to, &section)).unwrap();
    let mut fields = Fields::default()
        .set("summary", "Guests come in at the gate.")
        .set("cause", "other")
        .set("emergency", "on")
        .set("question", "Where do guests come in?")
        .set("right", "At the gate")
        .set("wrong_1", "In the garage");
    let proposal = revision::Proposal::read(&mut fields, stage.app.clock.now(), "UTC").unwrap();
    let id = draft.clone();
    let propose = move |work: &mut Work<'_>| {
        let seen = revision::rows::any(work.connection, &id)?.version;
        revision::propose(work, &id, seen, &proposal)
    };
    stage.write(ines, propose).unwrap();
    (post_id, draft)
}

#[tokio::test]
async fn what_was_asked_about_changed_orders_comes_back_to_whoever_confirmed_them() {
    let stage = stage();
    let (omar, sam) = (&stage.cast.omar, &stage.cast.sam);
    let (post_id, revision_id) = lobby_with_orders(&stage);
    stage.forward_seconds(900);
    let is_orders = |one: &Asked| one.question.origin == Origin::Orders;
    assert!(!sheet(&stage, omar).iter().any(is_orders), "he has not confirmed them");
    let revision = stage.read(&omar.me, |work| revision::rows::any(work.connection, &revision_id)).unwrap();
    let officer = Officer { staff_id: Id::known(omar.me.actor.id.clone()), way: Way::Own };
    let answers = confirmation::answers(revision.question.as_ref().unwrap(), &revision_id, &officer.staff_id);
    let answer = answers.iter().position(|answer| answer == "At the gate");
    let hash = revision.hash.clone().unwrap();
    let said = Said { revision_id: revision_id.clone(), hash, answer, their_at: None, looks: 0 };
    stage.write(&omar.me, move |work| confirmation::confirm(work, &post_id, &officer, &said)).unwrap();
    assert!(!sheet(&stage, omar).iter().any(is_orders), "not on the day on which he did");
    stage.app.clock.forward_seconds(DAY);
    let asked = sheet(&stage, omar);
    assert!(is_orders(&asked[0]) && asked[0].wording.worded.ask == "Where do guests come in?");
    assert!(!sheet(&stage, sam).iter().any(is_orders), "nobody else is asked");
    let wording = asked[0].wording.id.to_string();
    let form = [("practice", "01989aa0-0000-7000-8000-000000000001"), (&*format!("answer-{wording}"), "0")];
    assert_eq!(stage.post(sam, "/practice", &form).await.status, 404);
    let result = practise(&stage, omar, &[]).await;
    assert!(result.says("Where do guests come in?"), "{}", result.text);
    let list = stage.get(&stage.cast.ines, "/questions").await;
    assert!(!list.says("Where do guests come in?"), "what is of one site is not listed");
}

#[tokio::test]
async fn when_memories_are_taken_to_fade_otherwise_what_is_remembered_is_reckoned_anew() {
    let weights =
        [0.4, 1.5, 3.1, 9.0, 6.1, 0.9, 2.8, 0.01, 1.6, 0.2, 0.9, 1.4, 0.08, 0.3, 1.5, 0.5, 2.0, 0.5, 0.1, 0.1, 0.3];
    let stage = stage();
    let omar = &stage.cast.omar;
    let id: Id<StaffMember> = Id::known(omar.me.actor.id.clone());
    practise(&stage, omar, &[]).await;
    stage.app.clock.forward_seconds(3 * DAY);
    practise(&stage, omar, &[]).await;
    let cards = || stage.read(&omar.me, |work| card::rows::of_staff(work.connection, &id)).unwrap();
    let days = |cards: &[Card]| cards.iter().map(|one| (one.due_on, one.reviews, one.lapses)).collect::<Vec<_>>();
    let before = cards();
    let of = id.clone();
    stage.write(&people::Me::system(), move |work| card::reckon(work, &of)).unwrap();
    assert_eq!(days(&cards()), days(&before), "from the same answers the same follows");
    let trial = Trial { reviews: 20, loss_before: 0.5, loss_after: 0.4, weights: Some(weights.to_vec()) };
    stage.write(&people::Me::system(), move |work| forgetting::keep(work, None, &trial)).unwrap();
    stage.run_jobs();
    let fades = Forgetting::of(&weights).unwrap();
    let expected = fades.after(Some(fades.after(None, Grade::Good, 0)), Grade::Good, 3);
    let after = cards();
    assert_eq!(after.len(), before.len());
    for card in after.iter().filter(|card| card.reviews == 2) {
        assert!((card.memory.stability_days - expected.stability_days).abs() < 1e-3, "{card:?} {expected:?}");
    }
    assert!(after.iter().any(|card| card.reviews == 2), "{after:?}");
    assert_ne!(after[0].memory, before[0].memory);
}

#[tokio::test]
async fn of_very_many_reviews_those_of_some_officers_are_fitted_from_their_first_on() {
    let stage = stage();
    let (omar, nora) = (&stage.cast.omar, &stage.cast.nora);
    for who in [omar, nora] {
        practise(&stage, who, &[]).await;
    }
    stage.app.clock.forward_seconds(3 * DAY);
    practise(&stage, omar, &[]).await;
    let read = |of: Option<&Who>, most| {
        let of = of.map(|who| Id::known(who.me.actor.id.clone()));
        let read = |work: &mut Work<'_>| forgetting::rows::histories(work.connection, of.as_ref(), most);
        stage.read(&omar.me, read).unwrap()
    };
    let reviews = stage.read(&omar.me, |work| forgetting::rows::reviews(work.connection, None)).unwrap();
    let [his, hers] = [omar, nora].map(|who| read(Some(who), 1));
    assert!(his.iter().any(|history| history.len() == 2) && hers.iter().all(|history| history.len() == 1));
    // However few are wanted, there is somebody, with all that they ever reviewed.
    let (some, all) = (read(None, 1), read(None, reviews));
    assert!(some == his || some == hers, "{some:?}");
    assert_eq!((read(None, reviews - 1), all.len()), (some, his.len() + hers.len()));
}

#[tokio::test]
async fn whoever_reads_english_is_neither_asked_nor_told_to_wait_for_what_is_in_spanish_alone() {
    let stage = stage();
    let (omar, sam, now) = (&stage.cast.omar, &stage.cast.sam, stage.app.clock.now());
    let everybody = stage.read(&omar.me, |work| question::rows::of_everybody(work.connection)).unwrap();
    let items = learning::library::curriculum().items.iter().filter(|item| item.competency() == "AL");
    let mut new: Vec<NewQuestion> = items.map(question::of_content).collect();
    for one in &mut new {
        one.name = format!("S-{}", one.name);
        one.words.retain(|(language, _)| *language == Language::Spanish);
    }
    new.retain(|one| !one.words.is_empty());
    let take = move |connection: &mut _| question::rows::take(connection, Origin::Brought, &new, now);
    stage.app.db.write_here(take).unwrap();
    for one in everybody.into_iter().filter(|one| one.competency == "AL") {
        stage.write(&stage.cast.ines.me, move |work| question::retire(work, &one.id)).unwrap();
    }
    let asked = sheet(&stage, sam);
    assert!(asked.len() == 10 && asked.iter().all(|one| one.question.competency != "AL"));
    // Omar reads Spanish, practises one of them, and then reads English again.
    let spanish = people::Me { language: Language::Spanish, ..omar.me.clone() };
    let english = people::Me { language: Language::English, ..omar.me.clone() };
    let waiting = |who: &people::Me| {
        let count = stage.read(who, practice::facts::waiting_for_me).unwrap();
        (count, stage.read(who, practice::sheet).unwrap())
    };
    let is_new = |one: &&Asked| one.question.name.starts_with("S-");
    let (there, asked) = waiting(&spanish);
    assert_eq!((there, asked.iter().filter(is_new).count()), (0, 1));
    let given =
        |one: Asked| Given { chosen: Some(one.wording.worded.key), wording_id: one.wording.id, is_guess: false };
    let handed_in = HandedIn::of(Id::fresh(), asked.into_iter().map(given).collect());
    stage.write(&spanish, move |work| practice::hand_in(work, &handed_in)).unwrap();
    stage.app.clock.forward_seconds(3 * DAY);
    let (there, asked) = waiting(&spanish);
    assert_eq!((there, asked.iter().filter(is_new).count()), (10, 1));
    let (there, asked) = waiting(&english);
    assert_eq!((there, asked.iter().filter(is_new).count()), (9, 0), "what waits is asked");
}
