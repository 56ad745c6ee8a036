//! Licences: written down, renewed, ended, and spoken of in time.

use people::staff;
use training::licence::rows;

use crate::*;

const CARD: [(&str, &str); 5] = [
    ("kind", "Unarmed <registration>"),
    ("jurisdiction", "US-ND"),
    ("number", "U-4711"),
    ("issued_on", "2025-12-01"),
    ("renewal", "8 hours of training"),
];

async fn added(stage: &Stage, expires_on: &str) -> String {
    let path = format!("/staff/{}/licences", stage.cast.omar.me.actor.id);
    let form: Vec<_> = CARD.into_iter().chain([("expires_on", expires_on)]).collect();
    stage.post(&stage.cast.ines, &path, &form).await.done();
    stage.get(&stage.cast.ines, &path).await.between("href=\"/licences/", "\"").unwrap()
}

fn letters(stage: &Stage) -> usize {
    let all = stage.app.db.read_here(|connection| ground::letter::newest(connection, 1_000)).unwrap();
    all.iter().filter(|letter| letter.kind == "licence.reminded").count()
}

#[tokio::test]
async fn a_licence_is_written_down_once_corrected_and_ended() {
    let stage = stage();
    let (omar, ines) = (&stage.cast.omar, &stage.cast.ines);
    assert!(stage.get(omar, "/me/licences").await.says("No licence is written down"));
    let id = added(&stage, "2027-06-30").await;
    let of = format!("/staff/{}/licences", omar.me.actor.id);
    let form: Vec<_> = CARD.into_iter().collect();
    let twice = stage.post(ines, &of, &form).await;
    assert!(twice.status == 422 && twice.says("already"), "{}", twice.text);
    let mine = stage.get(omar, "/me/licences").await;
    assert!(mine.says("U-4711") && mine.says("30 Jun 2027") && mine.says("Valid"), "{}", mine.text);
    assert!(!mine.says("<registration>"));
    let path = format!("/licences/{id}");
    let all = stage.get(ines, "/licences").await;
    assert!(all.says("Omar Diallo") && all.says(&path) && !all.says("U-4711"), "{}", all.text);
    let wrong = [("version", "0"), ("expires_on", "2024-01-01")];
    let bad = stage.post(ines, &path, &CARD.into_iter().chain(wrong).collect::<Vec<_>>()).await;
    assert!(bad.status == 422 && bad.says("before it was issued"), "{}", bad.text);
    let good = [("version", "0"), ("expires_on", "")];
    stage.post(ines, &path, &CARD.into_iter().chain(good).collect::<Vec<_>>()).await.done();
    assert!(stage.get(omar, "/me/licences").await.says("Does not expire"));
    let stale = stage.post(ines, &format!("{path}/ending"), &[("version", "0"), ("why", "Handed back.")]).await;
    assert_eq!(stale.status, 422, "somebody changed it meanwhile");
    stage.post(ines, &format!("{path}/ending"), &[("version", "1"), ("why", "Handed back.")]).await.done();
    assert!(stage.get(ines, &path).await.says("Handed back."));
    assert!(stage.get(omar, "/me/licences").await.says("No licence is written down"));
    assert!(stage.get(ines, &of).await.says("Ended"));
    assert!(stage.get(ines, "/licences").await.says("No licence is written down yet"));
}

#[tokio::test]
async fn nobody_else_sees_them_and_a_file_has_all() {
    let stage = stage();
    let id = added(&stage, "2027-06-30").await;
    let of = format!("/staff/{}/licences", stage.cast.omar.me.actor.id);
    for who in [&stage.cast.omar, &stage.cast.sam, &stage.cast.maya, &stage.cast.alice] {
        for path in [of.as_str(), "/licences", "/licences.csv", &format!("/licences/{id}")] {
            assert_eq!(stage.get(who, path).await.status, 403, "{path}");
        }
    }
    assert!(!stage.get(&stage.cast.sam, "/me/licences").await.says("U-4711"));
    assert_eq!(stage.get(&stage.cast.alice, "/me/licences").await.status, 403);
    assert_eq!(stage.get(&stage.cast.visitor, "/me/licences").await.leads_to(), "/sign-in");
    let file = stage.get(&stage.cast.ines, "/licences.csv").await;
    let expected = "Omar Diallo,Unarmed <registration>,US-ND,U-4711,2025-12-01,2027-06-30,valid,8 hours of training";
    assert!(file.says(expected), "{}", file.text);
    assert_eq!(stage.get(&stage.cast.ines, "/licences.parquet").await.status, 200);
}

#[tokio::test]
async fn those_who_should_know_are_written_to_in_time_and_once() {
    let stage = stage();
    // Today is 22 November 2026.
    let id = added(&stage, "2027-02-20").await;
    stage.run_jobs();
    stage.forward_seconds(7_200);
    assert_eq!(letters(&stage), 2, "on the ninetieth day before, the officer and the administrator, once");
    let words = stage.letter_to("omar@lantern.example").unwrap();
    assert!(words.contains("expires on 20 Feb 2027") && words.contains("/me/licences"), "{words}");
    assert!(words.contains("8 hours of training") && !words.contains("U-4711"), "{words}");
    let words = stage.letter_to("ines@lantern.example").unwrap();
    assert!(words.contains("of Omar Diallo expires") && words.contains(&format!("/licences/{id}")), "{words}");
    let pass = |days: i64| {
        stage.app.clock.forward_seconds(days * 86_400);
        stage.run_jobs();
    };
    pass(59);
    assert_eq!(letters(&stage), 2);
    pass(1);
    assert_eq!(letters(&stage), 4);
    pass(23);
    assert_eq!(letters(&stage), 6);
    pass(8);
    assert_eq!(letters(&stage), 8);
    assert!(stage.letter_to("omar@lantern.example").unwrap().contains("expired on 20 Feb 2027"));
    pass(100);
    assert_eq!(letters(&stage), 8, "and then no more");
}

#[tokio::test]
async fn the_supervisors_of_where_an_officer_stands_are_written_to_as_well() {
    let stage = stage();
    omar_stands_at_the_gate(&stage);
    added(&stage, "2026-12-23").await;
    stage.app.clock.forward_seconds(86_400);
    stage.run_jobs();
    assert_eq!(letters(&stage), 3, "the officer, the administrator, the supervisor of the gate");
    let words = stage.letter_to("sam@lantern.example").unwrap();
    assert!(words.contains("of Omar Diallo expires") && !words.contains("U-4711"), "{words}");
    assert!(words.contains(&format!("/sites/{}/officers", stage.cast.gate)), "to a page that they may open: {words}");
    assert!(stage.letter_to("nora@lantern.example").is_none());
}

#[tokio::test]
async fn who_left_or_wants_no_such_letters_gets_none() {
    let stage = stage();
    added(&stage, "2027-02-20").await;
    stage.post(&stage.cast.ines, "/me/letters", &[("letters", "alerts")]).await.done();
    stage.forward_seconds(3_600);
    assert_eq!(letters(&stage), 1, "the officer alone");
    let id = ground::Id::known(stage.cast.omar.me.actor.id.clone());
    stage.write(&stage.cast.ines.me, move |work| staff::leave(work, &id)).unwrap();
    assert!(stage.get(&stage.cast.ines, "/licences").await.says("No licence is written down yet"));
    stage.app.clock.forward_seconds(70 * 86_400);
    stage.run_jobs();
    assert_eq!(letters(&stage), 1);
    let all = stage.app.db.read_here(rows::in_force).unwrap();
    assert_eq!(all[0].reminds_on, None, "it is over");
}
