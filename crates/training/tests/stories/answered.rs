//! What people answered when we asked them points to what a site should practise, and shows nobody's answer.

use ground::letter;
use people::contact::{self, NewContact, Standing};
use training::advice;
use training::plan::{self, Item, Reason};

use crate::*;

const DAY: i64 = 86_400;

/// Some more contacts of a client, who are asked about these sites of it, or about all.
fn joined(stage: &Stage, client_id: &Id<people::client::Client>, sites: &[Id<Site>], names: &[&str]) {
    for name in names {
        let new = NewContact {
            client_id: client_id.clone(),
            name: format!("{name} Reed"),
            email: format!("{}@example.org", name.to_lowercase()),
            phone: None,
            standing: Standing::DayToDay,
            language: Language::English,
            sites: sites.to_vec(),
        };
        stage.write(&stage.cast.ines.me, move |work| contact::add(work, &new)).unwrap();
    }
}

/// The address of the survey in the letter to somebody.
fn link(stage: &Stage, email: &str) -> String {
    let letters = stage.app.db.read_here(|connection| letter::newest(connection, 100)).unwrap();
    let theirs = letters.into_iter().find(|one| one.to_address == email && one.words.contains("/survey/")).unwrap();
    let at = theirs.words.find("/survey/").unwrap();
    theirs.words[at..].split_whitespace().next().unwrap().to_owned()
}

/// So many days pass; whoever looks on looks in now and then, so that their session does not end.
pub(crate) async fn days(stage: &Stage, count: i64) {
    for day in 1..=count {
        stage.app.clock.forward_seconds(DAY);
        stage.run_jobs();
        if day % 9 == 0 {
            for who in [&stage.cast.ines, &stage.cast.sam, &stage.cast.omar] {
                assert_eq!(stage.get(who, "/me/plan").await.status, 200);
            }
        }
    }
}

fn open_items(stage: &Stage) -> Vec<Item> {
    let omar = Id::known(stage.cast.omar.me.actor.id.clone());
    let mut items = stage.app.db.read_here(|connection| plan::rows::of_staff(connection, &omar)).unwrap();
    items.retain(Item::is_open);
    items
}

/// Everybody is asked; at the gate five of six find officers' appearance low, elsewhere nobody does but Alice, who is asked about
/// all of Harbour Lofts and is the only one.
async fn surveyed(stage: &Stage) {
    let (cast, gate) = (&stage.cast, stage.cast.gate.clone());
    joined(stage, &cast.harbour, &[gate], &["Dana", "Emil", "Fay", "Gil", "Hal"]);
    joined(stage, &cast.mill, &[], &["Ida", "Jon", "Kim", "Lea", "Mo", "Nat", "Ola", "Pia", "Quin"]);
    stage.post(&cast.maya, "/surveys", &[("days", "20")]).await.done();
    stage.forward_seconds(600);
    let at = |name: &str| format!("{name}@example.org");
    let low = ["dana", "emil", "fay", "gil"]
        .map(at)
        .into_iter()
        .chain([cast.bruno.email, cast.alice.email].map(str::to_owned));
    let fine = ["hal", "ida", "jon", "kim", "lea", "mo", "nat", "ola", "pia", "quin"].map(at);
    let fine = fine.into_iter().chain([cast.olaf.email.to_owned()]);
    let answers = low.map(|email| (email, "2")).chain(fine.map(|email| (email, "6")));
    for (email, step) in answers.collect::<Vec<_>>() {
        let anonymous = if email.starts_with('d') { "on" } else { "" };
        let form = [("tangible_1", step), ("comment", "Shirts hang out."), ("anonymous", anonymous)];
        stage.post(&cast.visitor, &link(stage, &email), &form).await.done();
    }
}

#[tokio::test]
async fn a_survey_that_is_over_points_to_what_everybody_there_practises() {
    let stage = stage();
    let (ines, sam, omar) = (&stage.cast.ines, &stage.cast.sam, &stage.cast.omar);
    omar_stands_at_the_gate(&stage);
    surveyed(&stage).await;
    let path = format!("/sites/{}/practice", stage.cast.gate);
    assert!(
        stage.get(sam, &path).await.says("Nothing was told of this site"),
        "while it can be answered nothing counts"
    );
    days(&stage, 21).await;
    let page = stage.get(sam, &path).await;
    assert!(page.says("Approachability") && page.says("Practise it"), "{}", page.text);
    assert!(page.says("Survey, Appearance and equipment"), "{}", page.text);
    // Wilson's intervals of 5 of 6 and of 5 of 16. Alice alone is no group, and is left out of all.
    assert!(page.says("here 5 of 6 (83 %, between 44 % and 97 %)"), "{}", page.text);
    assert!(page.says("everywhere 5 of 16 (31 %, between 14 % and 56 %)"), "{}", page.text);
    for never in ["Shirts hang out", "Dana", "Bruno", "Alice", "/surveys/"] {
        assert!(!page.says(never), "{never}: {}", page.text);
    }
    let terrace = stage.get(ines, &format!("/advice/{}", stage.cast.terrace)).await;
    assert!(terrace.says("Nothing was told of this site"), "{}", terrace.text);
    let all = stage.get(ines, "/advice").await;
    assert!(all.says("Survey, Appearance and equipment 5 of 6") && !all.says("Mill Yard"), "{}", all.text);
    days(&stage, 1).await;
    let set: Vec<_> = open_items(&stage).into_iter().map(|one| (one.competency, one.reason, one.counts)).collect();
    assert_eq!(set, [("AP".to_owned(), Reason::Answered, Some((5, 6)))]);
    let mine = stage.get(omar, "/me/plan").await;
    assert!(mine.says("At Harbour Gate, 5 of 6 answers to what we asked"), "{}", mine.text);
    let theirs = stage.get(ines, &format!("/staff/{}/plan", omar.me.actor.id)).await;
    assert!(theirs.says("What people answered"), "{}", theirs.text);
    days(&stage, 50).await;
    assert!(open_items(&stage).is_empty(), "it rests, and a survey from before is nothing new");
    let (gate, at) = (stage.cast.gate.clone(), stage.app.clock.now());
    let later = |days| at.plus_seconds(days * DAY);
    let pointers = |at| stage.app.db.read_here(|connection| advice::of_site(connection, &gate, at)).unwrap();
    assert_eq!((pointers(later(100)).len(), pointers(later(130)).len()), (1, 0), "time takes it back");
}

#[tokio::test]
async fn what_the_public_says_points_to_fairness_once_the_day_is_over() {
    let stage = stage();
    let (sam, visitor) = (&stage.cast.sam, &stage.cast.visitor);
    let mut codes = Vec::new();
    for (who, site) in [(sam, &stage.cast.gate), (&stage.cast.nora, &stage.cast.yard)] {
        let list = format!("/sites/{site}/signs");
        stage.post(who, &list, &[("place", "Lobby")]).await.done();
        codes.push(stage.get(who, &list).await.between("href=\"/q/", "\"").unwrap());
    }
    for (code, steps) in
        codes.iter().zip([&["1", "1", "2", "2", "1", "5"][..], &["5", "5", "4", "3", "5", "2", "5", "4", "5"]])
    {
        for step in steps {
            stage.post(visitor, &format!("/q/{code}/pulse"), &[("treated", step), ("safe", "3")]).await.done();
        }
        stage.app.clock.forward_seconds(601);
    }
    let path = format!("/sites/{}/practice", stage.cast.gate);
    assert!(!stage.get(sam, &path).await.says("What the public says"), "the day is not over");
    days(&stage, 2).await;
    let page = stage.get(sam, &path).await;
    assert!(
        page.says("What the public says") && page.says("/learning/FP") && page.says("/learning/IN"),
        "{}",
        page.text
    );
    assert!(page.says("here 5 of 6 (83 %") && page.says("everywhere 6 of 15 (40 %"), "{}", page.text);
    let yard = stage.get(&stage.cast.nora, &format!("/sites/{}/practice", stage.cast.yard)).await;
    assert!(yard.says("Too few to say") && !yard.says("/learning/FP"), "{}", yard.text);
}
