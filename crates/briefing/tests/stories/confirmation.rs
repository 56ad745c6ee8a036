//! Who read what is in force.

use briefing::confirmation::{self, Confirmation, Way};
use briefing::facts;
use ground::entry;
use people::session::PersonKey;

use crate::*;

/// Where one reads and confirms a revision at a post.
fn at(post: &Id<Post>, revision: &Id<Revision>) -> String {
    format!("/posts/{post}/confirmations/{revision}")
}

/// The places of the right answer and of a wrong one, as this officer is shown them.
fn places(stage: &Stage, who: &Who, id: &Id<Revision>) -> (String, String) {
    let (revision, officer) = (revision(stage, id), Id::known(who.me.actor.id.clone()));
    let question = revision.question.unwrap();
    let shown = confirmation::answers(&question, id, &officer);
    let right = shown.iter().position(|answer| *answer == question.right).unwrap();
    (right.to_string(), ((right + 1) % shown.len()).to_string())
}

fn hash(stage: &Stage, id: &Id<Revision>) -> String {
    revision(stage, id).hash.unwrap()
}

fn confirmed(stage: &Stage, id: &Id<Revision>) -> Vec<Confirmation> {
    stage.read(&stage.cast.ines.me, |work| confirmation::rows::of_revision(work.connection, id)).unwrap()
}

fn k_of_n(stage: &Stage, id: &Id<Revision>) -> (usize, usize) {
    let confirmed = stage.read(&stage.cast.ines.me, |work| facts::confirmed_of(work, id)).unwrap().unwrap();
    assert_eq!(confirmed.all_at.is_some(), confirmed.officers == confirmed.of);
    (confirmed.officers, confirmed.of)
}

#[tokio::test]
async fn an_officer_reads_answers_and_stands_on_the_board() {
    let stage = stage();
    let (omar, sam, lobby) = (&stage.cast.omar, &stage.cast.sam, lobby(&stage));
    assign(&stage, omar, &lobby, (-HOUR, None));
    let first = put_in_force(&stage, Some(&lobby), ("Access", "Meet guests at the gate."), true);
    stage.forward_seconds(120);
    let letter = stage.letter_to("omar@lantern.example").unwrap();
    assert!(letter.contains(&format!("/posts/{lobby}/briefing")), "{letter}");
    assert!(!letter.contains("Meet guests"), "a letter carries no orders");
    let told = [("words", "The north gate stays shut."), ("kind", "order"), ("post", lobby.as_str())];
    stage.post(sam, &format!("/sites/{}/temporary", stage.cast.gate), &told).await.done();
    let page = stage.get(omar, &format!("/posts/{lobby}/briefing")).await;
    let place = |words: &str| page.text.find(words).unwrap_or_else(|| panic!("no {words}: {}", page.text));
    assert!(place("The north gate stays shut.") < place("Read and confirm"), "what holds for hours comes first");
    assert!(place("Read and confirm") < place("Meet guests at the gate."));
    let board = format!("/sites/{}/confirmations", stage.cast.gate);
    let shown = stage.get(sam, &board).await;
    assert!(shown.says("0 of 1") && shown.says("on post without"), "{}", shown.text);

    let (path, mark) = (at(&lobby, &first), hash(&stage, &first));
    let page = stage.get(omar, &path).await;
    assert!(page.says("Where are guests met?") && page.says("In the garage") && page.says(&mark), "{}", page.text);
    let (right, wrong) = places(&stage, omar, &first);
    let again = stage.post(omar, &path, &[("hash", &mark), ("answer", &wrong)]).await;
    assert!(again.status == 422 && again.says("Look at the line once more"), "{}", again.text);
    assert!(again.says("Meet guests at the gate."), "the lines are shown again");
    assert_eq!(k_of_n(&stage, &first), (0, 1));
    let none = stage.post(omar, &path, &[("hash", &mark)]).await;
    assert_eq!(none.status, 422, "no answer is none");
    let other = stage.post(omar, &path, &[("hash", "other"), ("answer", &right)]).await;
    assert!(other.status == 422 && other.says("not the text that you were shown"), "{}", other.text);
    for _ in 0..2 {
        stage.post(omar, &path, &[("hash", &mark), ("answer", &right)]).await.done();
    }
    let theirs = confirmed(&stage, &first);
    assert_eq!((theirs.len(), theirs[0].looks, theirs[0].way), (1, 1, Way::Own));
    assert_eq!((theirs[0].hash.as_str(), k_of_n(&stage, &first)), (mark.as_str(), (1, 1)));
    let shown = stage.get(sam, &board).await;
    assert!(shown.says("1 of 1") && !shown.says("more than one look"), "without shame: {}", shown.text);
    let page = stage.get(omar, &format!("/posts/{lobby}/briefing")).await;
    assert!(page.says("after one more look") && !page.says("Please read and confirm:"), "{}", page.text);
    let supervisor = stage.post(sam, &path, &[("hash", &mark), ("answer", "0")]).await;
    assert!(supervisor.says("Only officers who stand here"), "{}", supervisor.text);
}

#[tokio::test]
async fn what_was_replaced_meanwhile_never_counts() {
    let stage = stage();
    let (omar, lobby) = (&stage.cast.omar, lobby(&stage));
    assign(&stage, omar, &lobby, (-HOUR, None));
    let first = put_in_force(&stage, Some(&lobby), ("Access", "Meet guests at the gate."), false);
    stage.forward_seconds(120);
    let read_at = stage.app.clock.now().to_string();
    stage.forward_seconds(HOUR);
    let second = put_in_force(&stage, Some(&lobby), ("Keys", "Keys stay in the box."), false);
    let (path, mark) = (at(&lobby, &first), hash(&stage, &first));
    let stale = stage.post(omar, &path, &[("hash", &mark), ("answer", "0")]).await;
    assert!(stale.status == 422 && stale.says("Another revision is in force meanwhile"), "{}", stale.text);
    assert!(stale.says("Keys stay in the box.") && stale.says(&hash(&stage, &second)), "the new one is shown");
    assert!(confirmed(&stage, &first).is_empty());
    let lied = stage.app.clock.now().plus_seconds(60).to_string();
    let lie = stage.post(omar, &path, &[("hash", &mark), ("answer", "0"), ("their_at", &lied)]).await;
    assert_eq!(lie.status, 422, "a time that has not come");
    let late = stage.post(omar, &path, &[("hash", &mark), ("answer", "0"), ("their_at", &read_at)]).await;
    late.done();
    assert!(late.headers["location"].to_str().unwrap().contains("done-confirmed-late"));
    let kept = confirmed(&stage, &first);
    assert_eq!(kept[0].their_at.map(|at| at.to_string()), Some(read_at));
    assert_eq!(k_of_n(&stage, &second), (0, 1), "it counts for the one that was read alone");
    let page = stage.get(omar, &at(&lobby, &second)).await;
    assert!(page.says("This changed since revision 1") && page.says("Keys stay in the box."), "{}", page.text);
    assert!(!page.says("Meet guests at the gate."), "what did not change is folded: {}", page.text);
    stage.post(omar, &at(&lobby, &second), &[("hash", &hash(&stage, &second)), ("answer", "0")]).await.done();
    assert_eq!(k_of_n(&stage, &second), (1, 1));
}

#[tokio::test]
async fn what_is_sent_twice_in_one_instant_is_confirmed_once() {
    let stage = stage();
    let (omar, lobby) = (&stage.cast.omar, lobby(&stage));
    assign(&stage, omar, &lobby, (-HOUR, None));
    let first = put_in_force(&stage, Some(&lobby), ("Access", "Meet guests at the gate."), false);
    let (path, mark) = (at(&lobby, &first), hash(&stage, &first));
    let form = [("hash", mark.as_str()), ("answer", "0")];
    let (one, other) = tokio::join!(stage.post(omar, &path, &form), stage.post(omar, &path, &form));
    one.done();
    other.done();
    assert_eq!(confirmed(&stage, &first).len(), 1);
}

#[tokio::test]
async fn who_comes_back_after_an_absence_confirms_once_more() {
    let stage = stage();
    let (omar, lobby) = (&stage.cast.omar, lobby(&stage));
    assign(&stage, omar, &lobby, (-HOUR, Some(DAY)));
    let first = put_in_force(&stage, None, ("Access", "Meet guests at the gate."), false);
    let (path, mark) = (at(&lobby, &first), hash(&stage, &first));
    stage.post(omar, &path, &[("hash", &mark), ("answer", "0")]).await.done();
    assign(&stage, omar, &lobby, (20 * DAY, Some(21 * DAY)));
    assign(&stage, omar, &lobby, (60 * DAY, Some(61 * DAY)));
    stage.app.clock.forward_seconds(19 * DAY);
    assert_eq!(k_of_n(&stage, &first), (1, 1), "nineteen days are no absence");
    stage.app.clock.forward_seconds(37 * DAY);
    assert_eq!(k_of_n(&stage, &first), (0, 1), "thirty-nine are");
    let person = PersonKey { kind: omar.me.actor.kind, id: omar.me.actor.id.clone() };
    let token = stage.write(&omar.me, move |work| people::session::sign_in(work, &person, "Stage")).unwrap();
    let omar = &Who { session: Some(token), ..omar.clone() };
    let page = stage.get(omar, &path).await;
    assert!(page.says("Meet guests at the gate."), "the whole is read again: {}", page.text);
    stage.post(omar, &path, &[("hash", &mark), ("answer", "0")]).await.done();
    assert_eq!(confirmed(&stage, &first).iter().map(|one| one.round).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(k_of_n(&stage, &first), (1, 1));
}

#[tokio::test]
async fn a_shift_that_begins_without_is_told_once_and_seen_at_once() {
    let stage = stage();
    let (omar, sam, nora, lobby) = (&stage.cast.omar, &stage.cast.sam, &stage.cast.nora, lobby(&stage));
    let shift = assign(&stage, omar, &lobby, (HOUR, Some(9 * HOUR)));
    put_in_force(&stage, Some(&lobby), ("Access", "Meet guests at the gate."), false);
    stage.forward_seconds(HOUR - 60);
    assert!(stage.letter_to("sam@lantern.example").is_none_or(|letter| !letter.contains("not confirmed")));
    stage.forward_seconds(180);
    let letter = stage.letter_to("sam@lantern.example").unwrap();
    assert!(letter.contains("The shift of Omar Diallo at Lobby") && letter.contains("/confirmations"), "{letter}");
    stage.forward_seconds(HOUR);
    let entries = stage.read(&sam.me, |work| entry::rows::of_subject(work.connection, shift.as_str())).unwrap();
    let told = entries.iter().filter(|entry| entry.deed == "assignment.unconfirmed_told").count();
    assert_eq!(told, 1);
    let without = |who: &Who| stage.read(&who.me, facts::stand_without).unwrap();
    assert_eq!(without(sam).iter().map(|one| one.officer.as_str()).collect::<Vec<_>>(), ["Omar Diallo"]);
    assert!(without(nora).is_empty());
}

#[tokio::test]
async fn whoever_has_a_device_is_told_there() {
    let stage = stage();
    let (browser, lobby) = (Browser::open(), lobby(&stage));
    stage.switch_on(&stage.cast.sam, &browser).await.done();
    assign(&stage, &stage.cast.omar, &lobby, (HOUR, Some(9 * HOUR)));
    put_in_force(&stage, Some(&lobby), ("Access", "Meet guests at the gate."), false);
    stage.forward_seconds(HOUR + 120);
    let pushed = browser.pushed();
    assert_eq!(pushed.len(), 1);
    assert_eq!(pushed[0].title(), "On post without having confirmed the orders");
    let shown = &pushed[0].payload["notification"];
    assert_eq!(shown["body"], "Lobby, Harbour Gate");
    assert!(shown["navigate"].as_str().unwrap().ends_with(&format!("/sites/{}/confirmations", stage.cast.gate)));
    assert!(!pushed[0].payload.to_string().contains("Omar"), "no name is pushed");
    assert!(stage.letter_to("sam@lantern.example").is_none_or(|letter| !letter.contains("not confirmed")));
}

#[tokio::test]
async fn whoever_begins_within_a_week_reads_and_nobody_else() {
    let stage = stage();
    let (omar, lobby) = (&stage.cast.omar, lobby(&stage));
    let first = put_in_force(&stage, Some(&lobby), ("Access", "Meet guests at the gate."), false);
    let orders = orders_of(&stage, &first);
    let paths = [format!("/posts/{lobby}/briefing"), at(&lobby, &first), format!("/orders/{orders}")];
    assign(&stage, omar, &lobby, (8 * DAY, None));
    for path in &paths {
        assert_eq!(stage.get(omar, path).await.status, 404, "{path}");
        let nora = stage.get(&stage.cast.nora, path).await;
        assert_eq!(nora.status, 404, "{path}");
    }
    stage.app.clock.forward_seconds(2 * DAY);
    for path in &paths {
        assert_eq!(stage.get(omar, path).await.status, 200, "{path}");
    }
    assert_eq!(stage.get(omar, &format!("/orders/{orders}/secrets")).await.status, 404, "codes wait until then");
    assert!(!stage.get(omar, &paths[0]).await.says("/secrets"), "nor is the way to them shown");
    assert_eq!(stage.get(&stage.cast.nora, &format!("/sites/{}/confirmations", stage.cast.gate)).await.status, 404);
    assert_eq!(stage.get(omar, &format!("/sites/{}/confirmations", stage.cast.gate)).await.status, 403);
}
