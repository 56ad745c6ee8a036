//! The letter that the report of a month is there: to those who decide, once, and only when there is something to say.

use ground::letter::{Class, unwanted};
use reports::posting;

use super::*;

/// How many letters about reports somebody was written.
fn letters(stage: &Stage, who: &Who) -> usize {
    let letters = stage.app.db.read_here(|connection| ground::letter::newest(connection, 200)).unwrap();
    letters.iter().filter(|letter| letter.class == Class::Reports && letter.to_address == who.email).count()
}

fn decided(stage: &Stage, who: &Who) -> Vec<(String, bool)> {
    let id = Id::known(who.me.actor.id.clone());
    stage.app.db.read_here(|connection| posting::rows::of_contact(connection, &id)).unwrap()
}

#[tokio::test]
async fn those_who_decide_are_written_once_when_there_is_something_to_say() {
    let stage = stage();
    let (alice, bruno, olaf) = (&stage.cast.alice, &stage.cast.bruno, &stage.cast.olaf);
    told(&stage, alice, &stage.cast.gate, ("The gate <b>stood</b> open.", "shortfall"));
    // Until 1 December, 18:00 in Chicago.
    stage.app.clock.forward_seconds(9 * DAY + DAY / 2);
    stage.run_jobs();
    assert!(decided(&stage, alice).is_empty() && letters(&stage, alice) == 0);
    // Until 2 December, 08:00, and then once more.
    stage.app.clock.forward_seconds(14 * 3_600);
    for _ in 0..3 {
        stage.run_jobs();
        stage.app.clock.forward_seconds(3_600);
    }
    assert_eq!(decided(&stage, alice), [("2026-11".to_owned(), true)]);
    assert_eq!((letters(&stage, alice), letters(&stage, bruno), letters(&stage, olaf)), (1, 0, 0));
    assert_eq!(decided(&stage, olaf), [("2026-11".to_owned(), false)], "nothing happened at Mill Works");
    assert!(decided(&stage, bruno).is_empty(), "Bruno decides nothing");
    let newest = stage.app.db.read_here(|connection| ground::letter::newest(connection, 200)).unwrap();
    let letter = newest.into_iter().find(|letter| letter.class == Class::Reports).unwrap();
    assert_eq!(letter.subject, "Report for Harbour Lofts: November 2026");
    assert!(letter.words.contains("/portal/reports/2026-11") && letter.words.contains("You told us one thing."));
    assert!(!letter.words.contains("stood"), "what was said is behind signing in: {}", letter.words);
    assert_eq!(stage.get(alice, "/portal/reports/2026-11").await.status, 200);
}

#[tokio::test]
async fn who_does_not_want_it_is_not_written() {
    let stage = stage();
    let (alice, now) = (&stage.cast.alice, stage.app.clock.now());
    told(&stage, alice, &stage.cast.gate, ("The gate stood open.", "shortfall"));
    let email = alice.email;
    let off = move |connection: &mut _| unwanted::save(connection, email, Class::Reports, false, now);
    stage.app.db.write_here(off).unwrap();
    stage.app.clock.forward_seconds(10 * DAY + 4 * 3_600);
    stage.run_jobs();
    assert_eq!((letters(&stage, alice), decided(&stage, alice).len()), (0, 1));
    let again = (Id::known(alice.me.actor.id.clone()), Period::parse("2026-11").unwrap());
    let refused = stage.write(&Me::system(), move |work| posting::post(work, &again)).unwrap_err();
    assert!(matches!(refused, ground::Error::Refused(_)), "{refused}");
}

#[tokio::test]
async fn whoever_decides_nothing_may_ask_for_the_letter_and_whoever_decides_may_stop_it() {
    let stage = stage();
    let (alice, bruno, sam) = (&stage.cast.alice, &stage.cast.bruno, &stage.cast.sam);
    told(&stage, alice, &stage.cast.gate, ("The gate stood open.", "shortfall"));
    let (list, letters_of_reports) = ("/portal/reports", "/portal/reports/letters");
    assert!(stage.get(alice, list).await.says("You get a letter each month"));
    assert!(stage.get(bruno, list).await.says("No recibe carta"), "Bruno reads Spanish, and decides nothing");
    for _ in 0..2 {
        stage.post(bruno, letters_of_reports, &[("wanted", "yes")]).await.done();
        stage.post(alice, letters_of_reports, &[("wanted", "no")]).await.done();
    }
    assert!(stage.get(bruno, list).await.says("Recibe una carta cada mes"));
    assert!(stage.get(alice, list).await.says("You get no letter"));
    assert_eq!(stage.post(sam, letters_of_reports, &[("wanted", "yes")]).await.status, 403);
    let entries = stage.app.db.read_here(|connection| ground::entry::rows::of_subject(connection, &bruno.me.actor.id));
    let deeds: Vec<String> = entries.unwrap().into_iter().map(|entry| entry.deed).collect();
    assert_eq!(deeds.iter().filter(|deed| *deed == "report_subscription.begun").count(), 1, "{deeds:?}");
    // Until 2 December, in the morning.
    stage.app.clock.forward_seconds(10 * DAY + 4 * 3_600);
    stage.run_jobs();
    assert_eq!((letters(&stage, alice), letters(&stage, bruno)), (0, 1));
    stage.post(bruno, letters_of_reports, &[("wanted", "no")]).await.done();
    let office = stage.app.db.read_here(reports::subscription::rows::everybody).unwrap();
    assert!(office.is_empty(), "{office:?}");
}

#[tokio::test]
async fn the_letter_of_the_last_month_of_a_quarter_leads_to_the_quarter_too() {
    let stage = stage();
    let (alice, gate) = (&stage.cast.alice, &stage.cast.gate);
    stage.app.clock.forward_seconds(12 * DAY);
    told(&stage, alice, gate, ("The gate stood open.", "shortfall"));
    // From 4 December to 2 January, 10:00 in Chicago.
    stage.app.clock.forward_seconds(29 * DAY + 4 * 3_600);
    stage.run_jobs();
    let newest = stage.app.db.read_here(|connection| ground::letter::newest(connection, 200)).unwrap();
    let letter = newest.into_iter().find(|letter| letter.class == Class::Reports).unwrap();
    assert!(letter.words.contains("/portal/reports/2026-12") && letter.words.contains("/portal/reports/2026-q4"));
}
