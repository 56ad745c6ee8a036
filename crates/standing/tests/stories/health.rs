//! How a client stands, and why.

use ground::words::Language;
use ground::{Day, Fields, Id, Moment};
use listening::concern::{self, Channel, Concern, NewConcern, Voice};
use meeting::interaction::{self, NewInteraction, Noted};
use people::client::Setting;
use people::site::{self, NewSite, Site};
use people::{Door, Me};
use stage::{Stage, Who};
use standing::health::{self, Dimension, Signal, Weights, rows};

use crate::stage;

const DAY: i64 = 86_400;

/// So many days pass, and what is due happens.
pub(crate) fn pass(stage: &Stage, days: i64) {
    stage.app.clock.forward_seconds(days * DAY);
    stage.run_jobs();
}

pub(crate) fn told(stage: &Stage, who: &Who, site: &Id<Site>, category: &str) -> Id<Concern> {
    let fields = Fields::default().set("words", "The gate stood open.").set("urgency", "shortfall");
    let mut fields = fields.set("category", category);
    let new = NewConcern::read(&mut fields, Channel::Portal, Voice::Client, Language::English).unwrap();
    let reporter = concern::Reporter { id: Some(who.me.actor.id.clone()), ..concern::Reporter::default() };
    let (new, site) = (NewConcern { reporter, ..new }, site.clone());
    let raised = stage.write(&who.me, move |work| {
        let site = concern::rows::site_of(work, &site)?;
        concern::raise(work, &site, &new)
    });
    raised.unwrap().id
}

/// Sam visits a site and talks with Alice.
pub(crate) fn visit(stage: &Stage, site: &Id<Site>) {
    let alice = &stage.cast.alice.me.actor.id;
    let typed = [("kind", "visit"), ("with", alice.as_str()), ("topic", "Walked the round together.")];
    let mut fields = typed.into_iter().fold(Fields::default(), |fields, (name, value)| fields.set(name, value));
    let noted = Noted { now: stage.app.clock.now(), zone: "UTC", language: Language::English };
    let (new, site) = (NewInteraction::read(&mut fields, noted).unwrap(), site.clone());
    stage.write(&stage.cast.sam.me, move |work| interaction::note(work, &site, &new)).unwrap();
}

fn stands(stage: &Stage, at: Moment) -> Vec<health::OfSite> {
    let harbour = stage.cast.harbour.clone();
    stage.app.db.read_here(move |connection| health::of_client(connection, &harbour, at)).unwrap()
}

fn signs(of: &health::OfSite) -> Vec<Signal> {
    of.reading.reasons.iter().filter_map(health::Reason::signal).collect()
}

fn day(at: Moment) -> Day {
    at.day_in("UTC").unwrap()
}

#[tokio::test]
async fn of_a_client_of_whom_nothing_is_known_nothing_is_claimed() {
    let stage = stage();
    let path = format!("/clients/{}/health", stage.cast.harbour);
    let page = stage.get(&stage.cast.maya, &path).await;
    assert!(page.says("Not enough known") && page.says("Parts with data: 0 of 6"), "{}", page.text);
    for who in [&stage.cast.sam, &stage.cast.omar, &stage.cast.alice] {
        assert_eq!(stage.get(who, &path).await.status, 403, "{}", who.email);
    }
    assert_eq!(stage.get(&stage.cast.maya, "/clients/none/health").await.status, 404);
}

#[tokio::test]
async fn a_late_answer_takes_points_that_lead_to_its_concern() {
    let stage = stage();
    visit(&stage, &stage.cast.gate.clone());
    let id = told(&stage, &stage.cast.alice, &stage.cast.gate.clone(), "patrol");
    pass(&stage, 20);
    let sites = stands(&stage, stage.app.clock.now());
    let gate = sites.iter().find(|one| one.site.id == stage.cast.gate).unwrap();
    assert!(signs(gate).contains(&Signal::AcknowledgedLate) && signs(gate).contains(&Signal::AnsweredLate));
    assert!(gate.reading.known.contains(&Dimension::Promises) && gate.reading.known.contains(&Dimension::Attention));
    assert!(gate.reading.reasons.iter().any(|reason| reason.path == format!("/concerns/{id}")));
}

#[tokio::test]
async fn any_day_of_the_past_is_explained_as_it_was_told_then() {
    let stage = stage();
    visit(&stage, &stage.cast.gate.clone());
    told(&stage, &stage.cast.alice, &stage.cast.gate.clone(), "patrol");
    let mut days: Vec<Moment> = Vec::new();
    for step in 0..12 {
        pass(&stage, 11);
        if step == 3 {
            told(&stage, &stage.cast.alice, &stage.cast.gate.clone(), "patrol");
        }
        if step == 6 {
            visit(&stage, &stage.cast.gate.clone());
        }
        // What happened in the day is followed, and the day is over.
        stage.app.clock.forward_seconds(120);
        stage.run_jobs();
        days.push(stage.app.clock.now());
    }
    let gate = stage.cast.gate.clone();
    let mut kinds = std::collections::BTreeSet::new();
    for at in days {
        let explained = stands(&stage, at).into_iter().find(|one| one.site.id == gate).unwrap().reading;
        let site = gate.clone();
        let kept = stage.app.db.read_here(move |connection| rows::on_day(connection, &site, day(at))).unwrap().unwrap();
        assert_eq!(explained, kept.reading, "as it was kept on {}", day(at));
        kinds.extend(explained.reasons.iter().map(|reason| reason.key.clone()));
    }
    assert!(kinds.len() > 4, "there was something to explain: {kinds:?}");
}

#[tokio::test]
async fn what_is_recorded_at_a_site_reckons_that_site_alone_anew() {
    let stage = stage();
    pass(&stage, 1);
    let reckoned = |stage: &Stage| {
        let clients = vec![stage.cast.harbour.clone(), stage.cast.mill.clone()];
        let kept = stage.app.db.read_here(move |connection| rows::reckoned_at(connection, &clients)).unwrap();
        kept.into_iter().collect::<std::collections::HashMap<_, _>>()
    };
    let before = reckoned(&stage);
    assert_eq!(before.len(), 3, "every site was reckoned for the day");
    stage.app.clock.forward_seconds(600);
    told(&stage, &stage.cast.alice, &stage.cast.gate.clone(), "patrol");
    stage.app.clock.forward_seconds(60);
    stage.run_jobs();
    let after = reckoned(&stage);
    let changed: Vec<_> =
        after.iter().filter(|(site, at)| before[*site] != **at).map(|(site, _)| site.clone()).collect();
    assert_eq!(changed, std::slice::from_ref(&stage.cast.gate));
}

#[tokio::test]
async fn who_changes_the_weights_says_why_and_the_past_stays_as_it_was() {
    let stage = stage();
    visit(&stage, &stage.cast.gate.clone());
    told(&stage, &stage.cast.alice, &stage.cast.gate.clone(), "patrol");
    pass(&stage, 10);
    let (ines, before_at) = (&stage.cast.ines, stage.app.clock.now());
    let before = stands(&stage, before_at);
    let mut form: Vec<(String, String)> = Vec::new();
    let weights = Weights::default().typed();
    for name in weights.names() {
        let value = if name == "points_answered_late" { "9" } else { weights.typed(name) };
        form.push((name.to_owned(), value.to_owned()));
    }
    let with = |why: &str| {
        let mut form: Vec<_> = form.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
        form.push(("why".to_owned(), why.to_owned()));
        form
    };
    let send = async |form: Vec<(String, String)>| {
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        stage.post(ines, "/health/weights", &form).await
    };
    assert_eq!(send(with("")).await.status, 422, "nobody changes it without a word");
    stage.app.clock.forward_seconds(60);
    send(with("An answer is what they wait for.")).await.done();
    let page = stage.get(ines, "/health/weights").await;
    assert!(page.says("An answer is what they wait for.") && page.says("5 becomes 9"), "{}", page.text);
    assert_eq!(send(with("Once more.")).await.status, 422, "nothing was changed");
    assert_eq!(stage.get(&stage.cast.maya, "/health/weights").await.status, 403);
    stage.app.clock.forward_seconds(60);
    let points = |sites: &[health::OfSite]| -> i64 {
        let reasons = sites.iter().flat_map(|one| &one.reading.reasons);
        reasons.filter(|reason| reason.signal() == Some(Signal::AnsweredLate)).map(|reason| reason.points).sum()
    };
    assert_eq!((points(&before), points(&stands(&stage, stage.app.clock.now()))), (5, 9));
    assert_eq!(points(&stands(&stage, before_at)), 5);
    let entries = stage.read(&Me::system(), |work| rows::weighed(work.connection, 9)).unwrap();
    assert_eq!((entries.len(), entries[0].by_name.as_str()), (1, ines.me.actor.name.as_str()));
}

#[tokio::test]
async fn of_a_client_of_four_hundred_sites_the_worst_are_shown() {
    let stage = stage();
    let new = NewSite {
        client_id: stage.cast.harbour.clone(),
        name: "Tower".to_owned(),
        setting: Setting::Residential,
        address: "1 Tower Street, Port Lantern".to_owned(),
        zone: "America/Chicago".to_owned(),
        calendar: String::new(),
        owner_id: Id::known(stage.cast.sam.me.actor.id.clone()),
        mail_name: None,
    };
    let now = stage.app.clock.now();
    let opened = Door::of_system(&stage.app, now).live(move |story| {
        for number in 0..398 {
            let new = NewSite { name: format!("Tower {number}"), ..new.clone() };
            story.write(&Me::system(), now, |work| site::open(work, &new))?;
        }
        Ok(())
    });
    opened.unwrap();
    told(&stage, &stage.cast.alice, &stage.cast.gate.clone(), "patrol");
    visit(&stage, &stage.cast.gate.clone());
    stage.app.clock.forward_seconds(10 * DAY);
    let sites = stands(&stage, stage.app.clock.now());
    assert_eq!((sites.len(), sites[0].site.id.clone()), (400, stage.cast.gate.clone()));
    let page = stage.get(&stage.cast.maya, &format!("/clients/{}/health", stage.cast.harbour)).await;
    assert!(page.status == 200 && page.says("350 more sites stand better"), "{}", page.text);
    let file = stage.get(&stage.cast.maya, &format!("/clients/{}/health.csv", stage.cast.harbour)).await.text;
    assert!(["Harbour Gate", "Tower 0", "Tower 397"].iter().all(|site| file.contains(site)), "all 400 of them");
}

#[tokio::test]
async fn with_little_history_calibration_says_so() {
    let stage = stage();
    let page = stage.get(&stage.cast.maya, "/health/calibration").await;
    assert!(page.says("too little to say anything yet: 0 terms") && page.says("0 of 0"), "{}", page.text);
    assert_eq!(stage.get(&stage.cast.sam, "/health/calibration").await.status, 403);
}
