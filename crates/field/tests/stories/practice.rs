//! Five minutes of practice where there was no signal.

use learning::card;
use learning::practice::{self, Asked};
use learning::question::Question;

use crate::*;

const DAY: i64 = 24 * HOUR;

fn sheet(stage: &Stage) -> Vec<Asked> {
    stage.read(&stage.cast.omar.me, practice::sheet).unwrap()
}

/// Omar answers these, all of them right.
fn right(asked: &[Asked]) -> Value {
    let mut fields = json!({ "practice": fresh() });
    for one in asked {
        fields[format!("answer-{}", one.wording.id)] = one.wording.worded.key.to_string().into();
    }
    fields
}

fn reviews(stage: &Stage, id: &Id<Question>) -> i64 {
    let omar = Id::known(stage.cast.omar.me.actor.id.clone());
    let card = stage.read(&stage.cast.omar.me, |work| card::rows::find(work.connection, (&omar, id))).unwrap();
    card.map_or(0, |card| card.reviews)
}

#[tokio::test]
async fn what_was_practised_counts_for_the_day_on_which_it_was_and_once() {
    let stage = stage();
    stage.run_jobs();
    let phone = introduced(&stage, &stage.cast.omar, &fresh(), 0).await;
    let (asked, id, at) = (sheet(&stage), fresh(), phone.now(&stage));
    let first = asked[0].question.id.clone();
    let fields = right(&asked[..3]);
    stage.app.clock.forward_seconds(3 * DAY);
    let taken = phone.send(&stage, &id, ("practice", at), fields.clone()).await;
    assert_eq!(taken.status, 201, "{}", taken.text);
    let path = answer(&taken)["path"].as_str().unwrap().to_owned();
    assert_eq!(phone.send(&stage, &id, ("practice", at), fields.clone()).await.status, 200);
    assert_eq!(reviews(&stage, &first), 1);
    assert!(stage.get(&stage.cast.omar, &path).await.says("3 of 3 right"));
    let due = sheet(&stage).into_iter().take(3).map(|one| one.question.id).collect::<Vec<_>>();
    assert!(due.contains(&first), "it was right three days ago, so it is due now");
    // The page that the phone kept is practised once more, a day after the first time: that is another review.
    let again = phone.send(&stage, &fresh(), ("practice", at.plus_seconds(DAY)), fields).await;
    assert_eq!(again.status, 201, "{}", again.text);
    assert_eq!(reviews(&stage, &first), 2);
}

#[tokio::test]
async fn what_nobody_asked_them_is_not_taken() {
    let stage = stage();
    stage.run_jobs();
    let phone = introduced(&stage, &stage.cast.omar, &fresh(), 0).await;
    let at = phone.now(&stage);
    let name = format!("answer-{}", fresh());
    let mut fields = json!({ "practice": fresh() });
    fields[name] = "0".into();
    let refused = phone.send(&stage, &fresh(), ("practice", at), fields).await;
    assert_eq!(refused.status, 422);
    assert!(answer(&refused)["says"].as_str().unwrap().contains("Nothing of it was taken"), "{}", refused.text);
    let nothing = phone.send(&stage, &fresh(), ("practice", at), json!({ "practice": fresh() })).await;
    assert_eq!(nothing.status, 422);
    assert!(answer(&nothing)["problems"].is_object(), "{}", nothing.text);
}

#[tokio::test]
async fn of_a_closed_account_or_a_lost_phone_it_is_not_counted_and_calls_nobody() {
    let stage = stage();
    stage.run_jobs();
    let (omar, ines) = (&stage.cast.omar, &stage.cast.ines);
    let phone = introduced(&stage, omar, &fresh(), 0).await;
    let (asked, at) = (sheet(&stage), phone.now(&stage));
    let (before, fields) = (fresh(), right(&asked[..1]));
    assert_eq!(phone.send(&stage, &before, ("practice", at), fields.clone()).await.status, 201);
    stage.post(omar, &format!("/staff/{}/phones/{}", phone.staff, phone.id), &[]).await.done();
    let lost = phone.send(&stage, &fresh(), ("practice", at), right(&asked[1..3])).await;
    let left: Id<StaffMember> = Id::known(phone.staff.clone());
    stage.write(&ines.me, move |work| people::staff::leave(work, &left)).unwrap();
    let closed = phone.send(&stage, &fresh(), ("practice", at), right(&asked[1..3])).await;
    for page in [&lost, &closed] {
        assert_eq!(page.status, 202, "{}", page.text);
        assert!(answer(page)["says"].as_str().unwrap().starts_with("Not counted"), "{}", page.text);
    }
    assert_eq!(phone.send(&stage, &before, ("practice", at), fields).await.status, 200, "what came before is here");
    stage.forward_seconds(60);
    assert!(stage.get(ines, "/held").await.says("Nothing is held"));
    for who in [ines, &stage.cast.sam] {
        assert!(stage.letter_to(who.email).is_none_or(|letter| !letter.contains("/held/")));
    }
    assert_eq!([0, 1, 2].map(|place| reviews(&stage, &asked[place].question.id)), [1, 0, 0]);
}

#[tokio::test]
async fn the_phone_takes_the_sheet_along_and_says_what_waits() {
    let stage = stage();
    stage.run_jobs();
    let welcome = stage.read(&stage.cast.omar.me, field::home::pages_to_take).unwrap();
    assert!(welcome.contains(&"/practice".to_owned()) && welcome.contains(&"/learning".to_owned()));
    let phone = introduced(&stage, &stage.cast.omar, &fresh(), 0).await;
    let asked = sheet(&stage);
    let (at, fields) = (phone.now(&stage), right(&asked));
    assert_eq!(phone.send(&stage, &fresh(), ("practice", at), fields).await.status, 201);
    let home = stage.get(&stage.cast.omar, "/field").await;
    assert!(home.says("Practise for five minutes") && !home.says("wait for you today"), "{}", home.text);
    stage.app.clock.forward_seconds(2 * DAY);
    assert!(stage.get(&stage.cast.omar, "/field").await.says("10 questions wait for you today"));
}
