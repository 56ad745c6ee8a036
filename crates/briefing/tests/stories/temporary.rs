//! Orders that end by themselves.

use ground::entry;
use orders::revision::State;

use crate::*;

/// Sam gives one for the whole gate: the address of its page.
async fn give(stage: &Stage, more: &[(&str, &str)]) -> String {
    let usual = [("words", "The north gate stays shut."), ("kind", "order"), ("until", "72"), ("once", "a token")];
    let form: Vec<(&str, &str)> = more
        .iter()
        .copied()
        .chain(usual.into_iter().filter(|(name, _)| !more.iter().any(|(own, _)| own == name)))
        .collect();
    stage.post(&stage.cast.sam, &format!("/sites/{}/temporary", stage.cast.gate), &form).await.leads_to()
}

#[tokio::test]
async fn a_supervisor_gives_one_and_it_ends_by_itself() {
    let stage = stage();
    let (sam, nora) = (&stage.cast.sam, &stage.cast.nora);
    let list = format!("/sites/{}/temporary", stage.cast.gate);
    assert!(stage.get(sam, &format!("{list}/new")).await.says("Put in force now"));
    let path = give(&stage, &[]).await;
    assert_eq!(give(&stage, &[]).await, path, "a form that is sent twice gives one order");
    let page = stage.get(sam, &path).await;
    assert!(page.says("The north gate stays shut.") && page.says("Sam Okonjo"), "{}", page.text);
    assert!(stage.get(sam, &list).await.says("until 25 Nov 2026, 06:00"), "{}", stage.get(sam, &list).await.text);
    for hidden in [path.as_str(), &list, &format!("{list}/new")] {
        assert_eq!(stage.get(nora, hidden).await.status, 404, "{hidden}");
    }
    stage.forward_seconds(3 * DAY);
    let page = stage.get(sam, &path).await;
    assert!(page.says("Ended") && !page.says("End it now"), "{}", page.text);
    assert!(stage.get(sam, &list).await.says("No temporary order is in force here."));
    let late = stage.post(sam, &format!("{path}/ending"), &[("version", "1")]).await;
    assert!(late.status == 422 && late.says("It is over already"), "{}", late.text);
}

#[tokio::test]
async fn what_cannot_be_is_refused_and_nothing_typed_is_lost() {
    let stage = stage();
    let (sam, at) = (&stage.cast.sam, format!("/sites/{}/temporary", stage.cast.gate));
    let words = "The north gate stays shut.";
    let too_late = local(stage.app.clock.now().plus_seconds(31 * DAY));
    for (more, says) in [
        (vec![("until", "time"), ("ends_at", too_late.as_str())], "thirty days at most"),
        (vec![("until", "time"), ("ends_at", "soon")], "a day and a time"),
        (vec![("until", "72"), ("kind", "gossip")], "Please choose"),
        (vec![("until", "72"), ("kind", "order"), ("concern", "7K2Q-M4DS")], "No concern of this site"),
        (vec![("until", "72"), ("kind", "order"), ("concern", "x")], "no number of a concern"),
    ] {
        let mut form = vec![("words", words), ("kind", "order")];
        form.retain(|(name, _)| !more.iter().any(|(own, _)| own == name));
        form.extend(more);
        let refused = stage.post(sam, &at, &form).await;
        assert!(refused.status == 422 && refused.says(says) && refused.says(words), "{says}: {}", refused.text);
    }
    let long = "x".repeat(1_001);
    assert_eq!(stage.post(sam, &at, &[("words", &long), ("kind", "order")]).await.status, 422);
    let yard = NewPost { site_id: stage.cast.yard.clone(), name: "Yard".to_owned() };
    let yard = stage.write(&stage.cast.ines.me, move |work| post::open(work, &yard)).unwrap();
    let elsewhere = stage.post(sam, &at, &[("words", words), ("kind", "order"), ("post", yard.as_str())]).await;
    assert_eq!(elsewhere.status, 404, "a post of another site");
}

#[tokio::test]
async fn the_client_tells_in_one_line_and_gives_no_orders() {
    let stage = stage();
    let (alice, olaf, sam) = (&stage.cast.alice, &stage.cast.olaf, &stage.cast.sam);
    let form = [("site", stage.cast.gate.as_str()), ("kind", "leavers"), ("words", "Mr Roe left: no access.")];
    let path = stage.post(alice, "/portal/temporary", &form).await.leads_to();
    let letter = stage.letter_to("sam@lantern.example").unwrap();
    assert!(letter.contains("Alice Hale tells the officers") && letter.contains("Mr Roe left"), "{letter}");
    let page = stage.get(alice, &path).await;
    assert!(page.says("From the client:") && !page.says("Make it permanent</button>"), "{}", page.text);
    assert!(stage.get(alice, "/portal/temporary").await.says("Mr Roe left: no access."));
    assert_eq!(stage.get(olaf, &path).await.status, 404);
    let order = [("site", stage.cast.gate.as_str()), ("kind", "order"), ("words", "Salute everybody.")];
    let refused = stage.post(alice, "/portal/temporary", &order).await;
    assert!(refused.status == 422 && refused.says("Please tell us as a concern instead."), "{}", refused.text);
    let foreign = [("site", stage.cast.yard.as_str()), ("kind", "visitors"), ("words", "Ms Wu comes.")];
    assert_eq!(stage.post(alice, "/portal/temporary", &foreign).await.status, 404);
    stage.post(alice, &format!("{path}/ending"), &[("version", "0")]).await.done();
    assert!(stage.get(sam, &path).await.says("Ended"));
    let other = give(&stage, &[]).await;
    let not_theirs = stage.post(alice, &format!("{other}/ending"), &[("version", "0")]).await;
    assert_eq!(not_theirs.status, 403, "a client does not end what a supervisor gave");
}

#[tokio::test]
async fn before_it_ends_whoever_gave_it_is_asked_and_makes_it_permanent() {
    let stage = stage();
    let (sam, alice) = (&stage.cast.sam, &stage.cast.alice);
    let path = give(&stage, &[]).await;
    stage.forward_seconds(2 * DAY - HOUR);
    assert!(stage.letter_to("sam@lantern.example").is_none_or(|letter| !letter.contains("north gate")));
    stage.forward_seconds(2 * HOUR);
    let letter = stage.letter_to("sam@lantern.example").unwrap();
    assert!(
        letter.contains("north gate") && letter.contains("make it permanent") && letter.contains(&path),
        "{letter}"
    );
    let until = local(stage.app.clock.now().plus_seconds(4 * DAY));
    let longer = [("version", "1"), ("until", "time"), ("ends_at", until.as_str())];
    assert_eq!(stage.post(alice, &format!("{path}/longer"), &longer).await.status, 403);
    stage.post(sam, &format!("{path}/longer"), &longer).await.done();
    let none = stage.post(sam, &format!("{path}/permanent"), &[("version", "2")]).await;
    assert!(none.status == 422 && none.says("There are no post orders here yet."), "{}", none.text);
    let first = put_in_force(&stage, None, ("Access", "Ask guests whom they visit."), false);
    let stale = stage.post(sam, &format!("{path}/permanent"), &[("version", "1")]).await;
    assert_eq!(stale.status, 422);
    let proposal = stage.post(sam, &format!("{path}/permanent"), &[("version", "2")]).await.leads_to();
    assert!(proposal.ends_with("/proposal"), "{proposal}");
    let draft: Id<Revision> = Id::parse(proposal.split('/').nth(2).unwrap()).unwrap();
    assert_eq!((revision(&stage, &draft).state, revision(&stage, &draft).base_id), (State::Draft, Some(first)));
    let content = stage.read(&sam.me, |work| revision::rows::content(work.connection, &draft)).unwrap();
    let section = content.sections.last().unwrap();
    assert_eq!((section.kind, section.words.as_str()), (Kind::Special, "The north gate stays shut."));
    let again = stage.post(sam, &format!("{path}/permanent"), &[("version", "3")]).await;
    assert!(again.says("in a draft of the post orders already"), "{}", again.text);
    let second = give(&stage, &[("words", "1. Keys are *at* the desk."), ("once", "another")]).await;
    stage.post(sam, &format!("{second}/permanent"), &[("version", "0")]).await.done();
    let content = stage.read(&sam.me, |work| revision::rows::content(work.connection, &draft)).unwrap();
    assert_eq!(content.sections.len(), 3, "the draft that is there takes the second one too");
    assert_eq!(content.sections[2].words, r"1\. Keys are \*at\* the desk.", "it says what was said");
    let id = path.rsplit('/').next().unwrap().to_owned();
    let entries = stage.read(&sam.me, |work| entry::rows::of_subject(work.connection, &id)).unwrap();
    let deeds: Vec<&str> = entries.iter().map(|entry| entry.deed.as_str()).collect();
    assert_eq!(deeds, ["temporary.given", "temporary.asked", "temporary.lengthened", "temporary.made_permanent"]);
}
