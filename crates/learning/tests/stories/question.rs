//! Questions: taken in once, reworded without touching what was answered, retired and brought back.

use ground::Id;
use ground::words::Language;
use learning::question::{self, Choice, NewQuestion, Origin, Question, Taken, Worded};
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
    let ended = vec!["X-1".to_owned()];
    assert_eq!(bring(&stage, new.clone()), Taken { reworded: 1, ended, ..Taken::default() });
    assert_eq!(bring(&stage, new), Taken { same: 1, ..Taken::default() });
    let now = wordings(&stage);
    assert_eq!(now.len(), 1, "the Spanish words may not fit any more");
    assert_eq!(now[0].worded.ask, "Is the door open?");
    assert!(named(&stage, "X-1").worded_at > before.worded_at);
    let kept = stage.read(&Me::system(), |work| question::rows::wording(work.connection, &old[0].id)).unwrap();
    assert!(kept.ended_at.is_some() && kept.worded == old[0].worded, "whoever answered them reads what they answered");
}

#[tokio::test]
async fn words_of_two_languages_are_counted_together_or_one_of_them_ends() {
    let stage = stage();
    let english = vec![(Language::English, worded("Is it open?"))];
    bring(&stage, vec![brought("X-1", english.clone()), brought("X-2", english)]);
    let id = named(&stage, "X-1").id;
    let asked = || {
        let wordings = stage.read(&Me::system(), |work| question::rows::wordings(work.connection, &id)).unwrap();
        wordings.iter().map(|one| (one.language, one.worded.key)).collect::<Vec<_>>()
    };
    let fits = vec![(Language::Spanish, worded("Si?"))];
    assert_eq!(bring(&stage, vec![brought("X-1", fits.clone())]), Taken { same: 1, ..Taken::default() });
    assert_eq!(asked(), [(Language::English, 0), (Language::Spanish, 0)]);
    let turned = vec![(Language::Spanish, Worded { key: 1, ..worded("No?") })];
    let ended = ["X-1", "X-2"].map(str::to_owned).to_vec();
    let all = ["X-1", "X-2"].map(|name| brought(name, turned.clone())).to_vec();
    assert_eq!(bring(&stage, all), Taken { reworded: 2, ended, ..Taken::default() });
    assert_eq!(asked(), [(Language::Spanish, 1)], "whoever chose the first was right in one and wrong in the other");
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
