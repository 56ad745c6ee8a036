//! The owner's first page, and where somebody is to come.

use agreement::contract::{self, Approvals, NewContract, Promises, Renewal};
use ground::{Day, Id};
use people::client::Client;
use stage::Stage;

use crate::health::{pass, told, visit};
use crate::stage;

fn sign(stage: &Stage, client_id: &Id<Client>, ends_on: Option<Day>) {
    let new = NewContract {
        client_id: client_id.clone(),
        starts_on: Day::new(2020, 1, 1).unwrap(),
        ends_on,
        notice_days: 60,
        renewal: Renewal::ByAgreement,
        promises: Promises::default(),
        approvals: Approvals::default(),
    };
    stage.write(&stage.cast.ines.me, move |work| contract::sign(work, &new)).unwrap();
}

#[tokio::test]
async fn clients_stand_in_the_order_of_their_deadlines_and_the_talks_name_whom_to_talk_to() {
    let stage = stage();
    let today = stage.app.clock.now().day_in("America/Chicago").unwrap();
    sign(&stage, &stage.cast.mill.clone(), None);
    sign(&stage, &stage.cast.harbour.clone(), Some(today.plus_days(100)));
    visit(&stage, &stage.cast.gate.clone());
    told(&stage, &stage.cast.alice, &stage.cast.gate.clone(), "patrol");
    stage.run_jobs();
    pass(&stage, 8);
    let page = stage.get(&stage.cast.ines, "/portfolio").await;
    let place = |what: &str| page.text.find(what).unwrap_or_else(|| panic!("no {what}: {}", page.text));
    let table = place("<table");
    let clients = &page.text[table..];
    assert!(clients.find("Harbour Lofts").unwrap() < clients.find("Mill Works").unwrap());
    assert!(page.says("in 32 days") && page.says("no end agreed"), "{}", page.text);
    let talk = &page.text[place("The talks to have")..place("What changed this week")];
    assert!(talk.contains("Harbour Lofts") && talk.contains("Alice") && !talk.contains("Mill Works"), "{talk}");
    let changed = &page.text[place("What changed this week")..table];
    assert!(changed.contains("was to be acknowledged by"), "{changed}");
    for who in [&stage.cast.sam, &stage.cast.omar, &stage.cast.alice] {
        assert_ne!(stage.get(who, "/portfolio").await.status, 200, "{}", who.email);
    }
}

#[tokio::test]
async fn where_nothing_is_known_the_page_says_so() {
    let stage = stage();
    let page = stage.get(&stage.cast.maya, "/portfolio").await;
    assert!(page.says("Not enough known") && page.says("Nothing calls for a talk today."), "{}", page.text);
    assert!(stage.get(&stage.cast.maya, "/portfolio?page=9999999999999999999999").await.status == 200);
}

#[tokio::test]
async fn the_site_that_waits_longest_for_a_visit_comes_first() {
    let stage = stage();
    pass(&stage, 3);
    visit(&stage, &stage.cast.gate.clone());
    let page = stage.get(&stage.cast.sam, "/visits").await;
    let place = |what: &str| page.text.find(what).unwrap();
    assert!(place("Harbour Terrace") < place("Harbour Gate") && page.says("No visit is on record"), "{}", page.text);
    assert!(!page.says("Mill Yard") && !page.says("Overdue"), "out of his reach, and nothing is late");
    let path = format!("/sites/{}/visits", stage.cast.gate);
    let agree = [("every_days", "2"), ("version", "0")];
    stage.post(&stage.cast.sam, &path, &agree).await.done();
    assert_eq!(stage.post(&stage.cast.sam, &path, &agree).await.status, 422, "over another change");
    assert_eq!(stage.post(&stage.cast.sam, &path, &[("every_days", "0"), ("version", "1")]).await.status, 422);
    assert_eq!(stage.post(&stage.cast.nora, &path, &agree).await.status, 404, "out of her reach");
    pass(&stage, 3);
    let page = stage.get(&stage.cast.sam, "/visits").await;
    assert!(page.says("One site waits longer than agreed."), "{}", page.text);
    let place = |what: &str| page.text.find(what).unwrap();
    assert!(place("Harbour Gate") < place("Harbour Terrace"));
    let file = stage.get(&stage.cast.sam, "/visits.csv").await.text;
    let sites: Vec<&str> = file.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert_eq!(sites, ["Harbour Gate", "Harbour Terrace"], "{file}");
    let site = stage.get(&stage.cast.sam, &path).await;
    assert!(site.says("Walked the round together.") && site.says("0 different officers"), "{}", site.text);
}
