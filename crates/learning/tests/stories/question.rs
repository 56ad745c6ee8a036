//! Questions: taken in once, reworded without touching what was answered, retired and brought back.

use ground::Id;
use ground::words::Language;
use learning::answer::Given;
use learning::answer::rows::counted;
use learning::practice::{self, HandedIn};
use learning::question::rows::Wanted;
use learning::question::{self, Choice, Misfit, NewQuestion, Origin, Question, Taken, Worded, Wording};
use people::Me;
use stage::Stage;

use crate::stage;

fn worded(ask: &str) -> Worded {
    let option = |text: &str| Choice { text: text.to_owned(), why: format!("Why {text}.") };
    Worded { ask: ask.to_owned(), options: ["Yes", "No"].map(option).to_vec(), key: 0, explanation: String::new() }
}

fn brought(name: &str, words: Vec<(Language, Worded)>) -> NewQuestion {
    let [competency, setting, source] = ["AL", "any", "A trainer"].map(str::to_owned);
    NewQuestion { name: name.to_owned(), competency, setting, source, level_thousandths: 0, of: None, words }
}

fn spanish(worded: Worded) -> Vec<(Language, Worded)> {
    vec![(Language::Spanish, worded)]
}

fn bring(stage: &Stage, all: Vec<NewQuestion>) -> Taken {
    let now = stage.app.clock.now();
    let take = move |connection: &mut _| question::rows::take(connection, Origin::Brought, &all, now);
    stage.app.db.write_here(take).unwrap()
}

fn named(stage: &Stage, name: &str) -> Question {
    let found = stage.read(&Me::system(), |work| question::rows::of_everybody(work.connection)).unwrap();
    found.into_iter().find(|one| one.name == name).unwrap()
}

#[tokio::test]
async fn the_content_is_taken_in_once() {
    let stage = stage();
    let names = |stage: &Stage| {
        stage.read(&Me::system(), |work| question::rows::names_there(work.connection, Origin::Content)).unwrap()
    };
    let all = names(&stage);
    assert_eq!(all.len(), learning::library::curriculum().items.len());
    let again = stage.write(&Me::system(), question::take_content).unwrap();
    assert_eq!(again, Taken { same: all.len(), ..Taken::default() });
    assert!(!again.is_change() && names(&stage) == all);
}

#[tokio::test]
async fn other_words_take_the_place_of_those_before_and_those_stay() {
    let stage = stage();
    let both = vec![(Language::English, worded("Is it open?")), (Language::Spanish, worded("Si?"))];
    assert_eq!(bring(&stage, vec![brought("X-1", both)]), Taken { added: 1, ..Taken::default() });
    let before = named(&stage, "X-1");
    let wordings = |stage: &Stage| {
        stage.read(&Me::system(), |work| question::rows::wordings(work.connection, &before.id)).unwrap()
    };
    let old = wordings(&stage);
    stage.app.clock.forward_seconds(60);
    let new = vec![brought("X-1", vec![(Language::English, worded("Is the door open?"))])];
    let beside = vec!["X-1".to_owned()];
    assert_eq!(bring(&stage, new.clone()), Taken { reworded: 1, beside: beside.clone(), ..Taken::default() });
    assert_eq!(bring(&stage, new), Taken { same: 1, ..Taken::default() });
    let now = wordings(&stage);
    assert_eq!((now.len(), now[1].id.clone()), (2, old[1].id.clone()), "who reads Spanish goes on to");
    assert_eq!(now[0].worded.ask, "Is the door open?");
    assert!(named(&stage, "X-1").worded_at > before.worded_at);
    let kept =
        |id: &Id<Wording>| stage.read(&Me::system(), |work| question::rows::wording(work.connection, id)).unwrap();
    let first = kept(&old[0].id);
    assert!(
        first.ended_at.is_some() && first.worded == old[0].worded,
        "whoever answered them reads what they answered"
    );
    let again = vec![brought("X-1", vec![(Language::English, worded("Is it open?"))])];
    assert_eq!(bring(&stage, again), Taken { reworded: 1, beside, ..Taken::default() });
    assert_eq!(wordings(&stage)[0].id, old[0].id, "who answered them has answered what is asked");
    assert!(kept(&now[0].id).ended_at.is_some());
}

#[tokio::test]
async fn a_translation_is_asked_beside_the_words_that_it_fits_and_ends_none() {
    let stage = stage();
    let english = vec![(Language::English, worded("Is it open?"))];
    bring(&stage, vec![brought("X-1", english.clone()), brought("X-2", english)]);
    let before = named(&stage, "X-1");
    let asked = |of: &Question| {
        let wordings = stage.read(&Me::system(), |work| question::rows::wordings(work.connection, &of.id)).unwrap();
        wordings.iter().map(|one| (one.language, one.worded.key)).collect::<Vec<_>>()
    };
    stage.app.clock.forward_seconds(60);
    let turned = Worded { key: 1, ..worded("No?") };
    let mut longer = worded("Si?");
    longer.options.push(Choice { text: "Quizas".to_owned(), why: String::new() });
    let unfit = vec![("X-1".to_owned(), Misfit::Key(0)), ("X-2".to_owned(), Misfit::Options(2))];
    let all = [("X-1", turned.clone()), ("X-2", longer)].map(|(name, worded)| brought(name, spanish(worded)));
    assert_eq!(bring(&stage, all.to_vec()), Taken { unfit, ..Taken::default() });
    assert_eq!(asked(&before), [(Language::English, 0)], "whoever reads English goes on to");
    let fits = vec![brought("X-1", spanish(worded("Si?")))];
    assert_eq!(bring(&stage, fits.clone()), Taken { reworded: 1, ..Taken::default() });
    assert_eq!(bring(&stage, fits), Taken { same: 1, ..Taken::default() });
    assert_eq!(asked(&before), [(Language::English, 0), (Language::Spanish, 0)]);
    assert_eq!(named(&stage, "X-1").worded_at, before.worded_at, "what was fitted still holds");
    // A trainer who corrects what is asked in a language says with it that the other may be wrong.
    let ended = vec!["X-1".to_owned()];
    assert_eq!(bring(&stage, vec![brought("X-1", spanish(turned))]), Taken { reworded: 1, ended, ..Taken::default() });
    assert_eq!(asked(&before), [(Language::Spanish, 1)]);
    assert!(named(&stage, "X-1").worded_at > before.worded_at);
}

#[tokio::test]
async fn what_its_source_has_no_more_in_a_language_is_asked_no_more_in_it() {
    let stage = stage();
    let now = stage.app.clock.now();
    let english = (Language::English, worded("Is it open?"));
    let take_all = |words: Vec<(Language, Worded)>| {
        let all = vec![brought("X-1", words)];
        let take = move |connection: &mut _| question::rows::take_all(connection, Origin::Orders, &all, now);
        stage.app.db.write_here(take).unwrap()
    };
    take_all([vec![english.clone()], spanish(worded("Si?"))].concat());
    let ended = vec!["X-1".to_owned()];
    assert_eq!(take_all(vec![english.clone()]), Taken { reworded: 1, ended, ..Taken::default() });
    assert_eq!(take_all(vec![english]), Taken { same: 1, ..Taken::default() });
    assert_eq!(take_all(spanish(Worded { key: 1, ..worded("No?") })).reworded, 1, "all there is fits itself");
}

#[tokio::test]
async fn what_its_source_has_again_is_asked_again_but_not_what_a_trainer_retired() {
    let stage = stage();
    let now = stage.app.clock.now();
    let english = || vec![(Language::English, worded("Is it open?"))];
    let there = |names: &'static [&'static str]| {
        let all: Vec<NewQuestion> = names.iter().map(|name| brought(name, english())).collect();
        let take = move |connection: &mut _| question::rows::take_all(connection, Origin::Orders, &all, now);
        stage.app.db.write_here(take).unwrap()
    };
    let asked = |name: &str| {
        let found = stage.read(&Me::system(), |work| question::rows::of_everybody(work.connection)).unwrap();
        found.iter().any(|one| one.name == name)
    };
    assert_eq!(there(&["orders A", "orders B"]), Taken { added: 2, ..Taken::default() });
    let b = named(&stage, "orders B").id;
    assert_eq!(there(&["orders B"]), Taken { retired: 1, same: 1, ..Taken::default() });
    assert!(!asked("orders A"));
    assert_eq!(there(&["orders A", "orders B"]), Taken { reworded: 1, same: 1, ..Taken::default() });
    assert!(asked("orders A"), "as when orders come back because a client refused what replaced them");
    stage.write(&stage.cast.ines.me, move |work| question::retire(work, &b)).unwrap();
    there(&["orders A"]);
    assert_eq!(there(&["orders A", "orders B"]), Taken { same: 2, ..Taken::default() });
    assert!(!asked("orders B"), "a trainer said so");
    let names = stage.read(&Me::system(), |work| question::rows::names_there(work.connection, Origin::Orders));
    assert_eq!(names.unwrap(), ["orders A", "orders B"], "and the clock has nothing to do");
}

#[tokio::test]
async fn a_name_that_somebody_else_took_stops_no_content() {
    let stage = stage();
    let now = stage.app.clock.now();
    let english = || vec![(Language::English, worded("Is it open?"))];
    bring(&stage, vec![brought("AL-901", english())]);
    let content = vec![brought("AL-901", english()), brought("AL-902", english())];
    let take = move |connection: &mut _| question::rows::take(connection, Origin::Content, &content, now);
    assert_eq!(stage.app.db.write_here(take).unwrap(), Taken { added: 2, ..Taken::default() });
}

#[tokio::test]
async fn a_trainer_retires_a_question_and_brings_it_back() {
    let stage = stage();
    let (ines, omar) = (&stage.cast.ines, &stage.cast.omar);
    let id: Id<Question> = named(&stage, "AL-001").id;
    let path = format!("/questions/{id}");
    let page = stage.get(ines, &path).await;
    assert!(page.says("AL-001") && page.says("Right") && page.says("Ask no more"), "{}", page.text);
    stage.post(ines, &format!("{path}/retirement"), &[]).await.done();
    assert_eq!(stage.post(ines, &format!("{path}/retirement"), &[]).await.status, 422);
    assert!(stage.get(ines, "/questions?retired=yes").await.says(&path));
    assert!(!stage.get(ines, "/questions?competency=AL").await.says(&path));
    stage.post(ines, &format!("{path}/return"), &[]).await.done();
    assert_eq!(stage.post(ines, &format!("{path}/return"), &[]).await.status, 422);
    let list = stage.get(ines, "/questions?competency=AL").await;
    assert!(list.says(&path), "{}", list.text);
    for who in [omar, &stage.cast.sam, &stage.cast.maya, &stage.cast.alice] {
        assert_eq!(stage.get(who, "/questions").await.status, 403);
        assert_eq!(stage.post(who, &format!("{path}/retirement"), &[]).await.status, 403);
    }
    let more = stage.get(ines, "/questions").await.between("<a href=\"/questions?competency=", "\"").unwrap();
    let more = format!("/questions?competency={}", more.replace("&#38;", "&").replace("&amp;", "&"));
    let next = stage.get(ines, &more).await;
    assert!(next.status == 200 && !next.says("AL-001"), "{more} {}", next.text);
    assert_eq!(stage.get(ines, &format!("/questions?after={}", Id::<Question>::fresh())).await.status, 404);
}

#[tokio::test]
async fn no_border_of_a_page_hides_one_of_two_questions_of_one_name() {
    let stage = stage();
    let now = stage.app.clock.now();
    let english = || vec![(Language::English, worded("Is it open?"))];
    let all: Vec<NewQuestion> = ["AL-001", "AL-003"].map(|name| brought(name, english())).to_vec();
    for origin in [Origin::Brought, Origin::Orders] {
        let all = all.clone();
        let take = move |connection: &mut _| question::rows::take(connection, origin, &all, now);
        stage.app.db.write_here(take).unwrap();
    }
    let list = |after: Option<Id<Question>>, limit| {
        let wanted = Wanted { competency: Some("AL".to_owned()), retired: false, after };
        stage.read(&Me::system(), |work| question::rows::list(work.connection, &wanted, limit)).unwrap()
    };
    let whole: Vec<_> = list(None, 1_000).into_iter().map(|one| one.id).collect();
    for size in [1, 2, 3] {
        let mut found: Vec<Id<Question>> = Vec::new();
        loop {
            let page = list(found.last().cloned(), size);
            if page.is_empty() {
                break;
            }
            found.extend(page.into_iter().map(|one| one.id));
        }
        assert_eq!(found, whole, "in pages of {size}");
    }
    let names: Vec<_> = list(None, 3).into_iter().map(|one| one.name).collect();
    assert_eq!(names, ["AL-001"; 3]);
}

#[tokio::test]
async fn whoever_answered_words_that_came_back_and_others_meanwhile_counts_once() {
    let stage = stage();
    let omar = &stage.cast.omar.me;
    let english = |ask: &str| vec![brought("X-1", vec![(Language::English, worded(ask))])];
    let answer = |language: Language| {
        let id = named(&stage, "X-1").id;
        let wording = stage.read(omar, |work| question::rows::wording_for(work.connection, &id, language)).unwrap();
        let given = vec![Given { wording_id: wording.id, chosen: Some(0), is_guess: false }];
        let handed_in = HandedIn::of(Id::fresh(), given);
        stage.app.clock.forward_seconds(60);
        stage.write(omar, move |work| practice::hand_in(work, &handed_in)).unwrap();
    };
    bring(&stage, english("Is it open?"));
    answer(Language::English);
    bring(&stage, english("Is the door open?"));
    bring(&stage, vec![brought("X-1", spanish(worded("Si?")))]);
    answer(Language::Spanish);
    bring(&stage, english("Is it open?"));
    let voided = std::collections::HashSet::new();
    let firsts = stage.read(omar, |work| counted::firsts(work.connection, &voided, None)).unwrap();
    assert_eq!(firsts.len(), 1, "{firsts:?}");
    let counts = stage.read(omar, |work| counted::counts_of_firsts(work.connection, &voided)).unwrap();
    assert_eq!(counts, [(named(&stage, "X-1").id, 1)]);
}
