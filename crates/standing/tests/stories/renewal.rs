//! What comes up for renewal: seen in time, prepared, written down; and how long clients stay.

use agreement::contract::{self, Approvals, Contract, NewContract, Promises, Renewal};
use ground::entry::rows::of_subject;
use ground::{Day, Id, Moment};
use people::Me;
use people::client::{self, Client, NewClient, Setting};
use people::session::{self, PersonKey};
use people::site::{self, NewSite};
use stage::{Page, Stage, Who};
use standing::renewal::{self, NewOutlook};
use standing::task;

use crate::stage;

const DAY: i64 = 86_400;

fn on(text: &str) -> Day {
    text.parse().unwrap()
}

/// A contract with a client; `ends_on` may be empty.
fn signed(
    stage: &Stage,
    client: &Id<Client>,
    (starts_on, ends_on): (&str, &str),
    (notice_days, renewal): (i64, Renewal),
) -> Id<Contract> {
    let new = NewContract {
        client_id: client.clone(),
        starts_on: on(starts_on),
        ends_on: (!ends_on.is_empty()).then(|| on(ends_on)),
        notice_days,
        renewal,
        promises: Promises::default(),
        approvals: Approvals::default(),
    };
    stage.write(&stage.cast.ines.me, move |work| contract::sign(work, &new)).unwrap()
}

fn welcomed(stage: &Stage, name: &str, setting: Setting) -> Id<Client> {
    let new = NewClient { name: name.to_owned(), setting };
    stage.write(&stage.cast.ines.me, move |work| client::welcome(work, &new)).unwrap()
}

/// The same person, signed in anew: a session that nobody uses ends after two weeks.
fn again(stage: &Stage, who: &Who) -> Who {
    let person = PersonKey { kind: who.me.actor.kind, id: who.me.actor.id.clone() };
    let token = stage.write(&Me::system(), move |work| session::sign_in(work, &person, "Stage")).unwrap();
    Who { session: Some(token), ..who.clone() }
}

/// Where words stand on a page; the test has failed where they do not.
fn place(page: &Page, words: &str) -> usize {
    page.text.find(words).unwrap_or_else(|| panic!("no {words}: {}", page.text))
}

fn deeds(stage: &Stage, id: &Id<Contract>) -> Vec<String> {
    let id = id.to_string();
    let entries = stage.app.db.read_here(move |connection| of_subject(connection, &id)).unwrap();
    entries.into_iter().map(|entry| entry.deed).collect()
}

#[tokio::test]
async fn the_board_is_ordered_by_the_last_day_for_notice_and_not_by_the_end() {
    let stage = stage();
    let (maya, harbour, mill) = (&stage.cast.maya, &stage.cast.harbour, &stage.cast.mill);
    assert!(stage.get(maya, "/renewals").await.says("No contract is in force"));
    // The mill's ends later, but notice is to be given earlier.
    signed(&stage, harbour, ("2026-01-01", "2027-01-31"), (30, Renewal::Automatic));
    signed(&stage, mill, ("2026-01-01", "2027-03-31"), (120, Renewal::Automatic));
    let passed = welcomed(&stage, "Passed Pier", Setting::Office);
    signed(&stage, &passed, ("2025-01-01", "2026-12-31"), (90, Renewal::ByAgreement));
    let over = welcomed(&stage, "Over Office", Setting::Office);
    signed(&stage, &over, ("2025-01-01", "2026-11-21"), (0, Renewal::ByAgreement));
    let later = welcomed(&stage, "Later Lodge", Setting::Office);
    signed(&stage, &later, ("2027-01-01", "2027-12-31"), (0, Renewal::ByAgreement));
    let endless = welcomed(&stage, "Endless Estate", Setting::Residential);
    signed(&stage, &endless, ("2020-01-01", ""), (60, Renewal::Automatic));
    let page = stage.get(maya, "/renewals").await;
    let order = ["Passed Pier", "Mill Works", "Harbour Lofts", "Without an end", "Endless Estate"];
    let places = order.map(|name| place(&page, name));
    assert!(places.is_sorted(), "{places:?} {}", page.text);
    assert!(!page.says("Over Office") && !page.says("Later Lodge"), "{}", page.text);
    assert!(page.says("Ends by agreement") && page.says("2 Oct 2026"), "{}", page.text);
    assert!(page.says("1 Dec 2026") && page.says("9 days left"), "{}", page.text);
    let file = stage.get(maya, "/renewals.csv").await.text;
    let clients: Vec<&str> = file.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert_eq!(clients, ["Passed Pier", "Mill Works", "Harbour Lofts", "Endless Estate"], "{file}");
    assert!(file.contains(",2026-12-01,2027-03-31,automatic,12,"), "{file}");
    assert_eq!(stage.get(maya, "/renewals.parquet").await.status, 200);
    for who in [&stage.cast.sam, &stage.cast.omar, &stage.cast.alice] {
        assert_eq!(stage.get(who, "/renewals").await.status, 403);
    }
    assert_eq!(stage.get(&stage.cast.visitor, "/renewals").await.status, 303);
    assert_eq!(stage.get(maya, "/renewals?page=7").await.status, 200);
    assert_eq!(stage.get(maya, "/renewals?page=-7").await.status, 200);
}

#[tokio::test]
async fn a_contract_says_what_it_is_worth_and_who_decides() {
    let stage = stage();
    let (maya, harbour) = (&stage.cast.maya, &stage.cast.harbour);
    let id = signed(&stage, harbour, ("2024-03-01", "2024-02-29"), (0, Renewal::Automatic));
    let path = format!("/contracts/{id}/renewal");
    let page = stage.get(maya, &path).await;
    assert!(page.says("28 Feb 2027"), "a leap day: {}", page.text);
    assert!(page.says("Alice Hale") && !page.says("Bruno Paz"), "{}", page.text);
    let form = |value: &'static str, version: &'static str| {
        [
            ("value", value),
            ("currency", "usd"),
            ("renews_months", "24"),
            ("words", "<b>Price</b>"),
            ("version", version),
        ]
    };
    stage.post(maya, &path, &form("0", "0")).await.done();
    assert!(stage.get(maya, &path).await.says("0\u{a0}USD"), "a value of nothing is a value");
    let behind = stage.post(maya, &path, &form("7", "0")).await;
    assert_eq!(behind.status, 422);
    assert!(behind.says("7"), "what was typed stands there: {}", behind.text);
    stage.post(maya, &path, &form("125000.5", "1")).await.done();
    let page = stage.get(maya, &path).await;
    assert!(page.says("125\u{202f}000.50\u{a0}USD") && page.says("24 months"), "{}", page.text);
    assert!(page.says("28 Feb 2028") || page.says("29 Feb 2028"), "two years on: {}", page.text);
    assert!(!page.says("<b>Price"), "{}", page.text);
    assert!(page.says("Value, term or review changed"), "{}", page.text);
    for (name, value) in [("value", "1,250"), ("value", "much"), ("renews_months", "0"), ("review_on", "soon")] {
        let mut typed: Vec<(&str, &str)> = form("1", "2").to_vec();
        typed.retain(|(field, _)| *field != name);
        typed.push((name, value));
        assert_eq!(stage.post(maya, &path, &typed).await.status, 422, "{name} {value}");
    }
    assert_eq!(stage.get(&stage.cast.sam, &path).await.status, 403);
    let nowhere = format!("/contracts/{}/renewal", Id::<Contract>::fresh());
    assert_eq!(stage.get(maya, &nowhere).await.status, 404);
    assert_eq!(deeds(&stage, &id), ["contract.signed", "renewal.outlook_changed", "renewal.outlook_changed"]);
}

#[tokio::test]
async fn a_contract_without_an_end_has_nothing_to_renew() {
    let stage = stage();
    let (maya, harbour) = (&stage.cast.maya, &stage.cast.harbour);
    let id = signed(&stage, harbour, ("2026-01-01", ""), (90, Renewal::Automatic));
    let path = format!("/contracts/{id}/renewal");
    let page = stage.get(maya, &path).await;
    assert!(page.says("It has no end") && !page.says("Plan a task"), "{}", page.text);
    let owner = stage.cast.sam.me.actor.id.as_str();
    let task = [("kind", "review_meeting"), ("owner", owner), ("due_on", "2026-12-01")];
    let refused = stage.post(maya, &format!("{path}/tasks"), &task).await;
    assert!(refused.status == 422 && refused.says("This contract has no end"), "{}", refused.text);
    let outcome = [("term", "2026-12-31"), ("outcome", "kept"), ("reason", "price"), ("decided_on", "2026-11-22")];
    assert_eq!(stage.post(maya, &format!("{path}/outcome"), &outcome).await.status, 422);
    stage.run_jobs();
    assert_eq!(deeds(&stage, &id), ["contract.signed"]);
}

#[tokio::test]
async fn the_clock_plans_a_meeting_and_a_pack_once_a_term_and_reminds() {
    let stage = stage();
    let (maya, sam) = (&stage.cast.maya, &stage.cast.sam);
    // The last day for notice is 1 March 2027: 120 days before it is 1 November 2026.
    let id = signed(&stage, &stage.cast.harbour, ("2026-01-01", "2027-03-31"), (30, Renewal::Automatic));
    let far = signed(&stage, &stage.cast.mill, ("2026-01-01", "2027-12-31"), (30, Renewal::Automatic));
    stage.run_jobs();
    stage.app.clock.forward_seconds(DAY);
    stage.run_jobs();
    assert_eq!(deeds(&stage, &id), ["contract.signed", "renewal.term_planned"]);
    assert_eq!(deeds(&stage, &far), ["contract.signed"]);
    let page = stage.get(maya, "/renewals").await;
    assert!(page.says("Review meeting, 31 Dec 2026") && page.says("Renewal pack, 15 Jan 2027"), "{}", page.text);
    let at = place(&page, "/renewal-tasks/");
    let path = page.text[at..].split('"').next().unwrap().to_owned();
    assert!(stage.get(sam, &path).await.says("Sam Okonjo"), "the owner of the first site sees to it");
    assert_eq!(stage.get(&stage.cast.nora, &path).await.status, 404);
    assert_eq!(stage.get(&stage.cast.omar, &path).await.status, 403);
    assert_eq!(stage.letter_to(sam.email), None);
    stage.app.clock.forward_seconds(37 * DAY);
    stage.run_jobs();
    let letter = stage.letter_to(sam.email).unwrap();
    assert!(letter.contains("is due on 31 Dec 2026") && letter.contains(&path), "{letter}");
    assert!(letter.contains("Harbour Lofts") && letter.contains("Review meeting"), "{letter}");
    stage.app.clock.forward_seconds(2 * DAY);
    stage.run_jobs();
    let letter = stage.letter_to(sam.email).unwrap();
    assert!(letter.contains("is not done"), "{letter}");
    let reminded = deeds(&stage, &id).iter().filter(|deed| *deed == "renewal.task_reminded").count();
    stage.app.clock.forward_seconds(3 * DAY);
    stage.run_jobs();
    assert_eq!(deeds(&stage, &id).iter().filter(|deed| *deed == "renewal.task_reminded").count(), reminded);
    let (maya, sam) = (&again(&stage, maya), &again(&stage, sam));
    assert!(stage.get(maya, "/renewals").await.says("badge late"));
    assert_eq!(stage.post(sam, &format!("{path}/done"), &[("version", "0"), ("words", "")]).await.status, 422);
    let done = [("version", "0"), ("words", "They want a second officer.")];
    stage.post(sam, &format!("{path}/done"), &done).await.done();
    let again = stage.post(sam, &format!("{path}/done"), &done).await;
    assert!(again.status == 422 && again.says("This task is done"), "{}", again.text);
    let page = stage.get(maya, &format!("/contracts/{id}/renewal")).await;
    assert!(page.says("They want a second officer."), "{}", page.text);
    let now = stage.app.clock.now();
    let contract = id.clone();
    let reviewed = stage
        .app
        .db
        .read_here(move |connection| renewal::rows::reviewed_at(connection, &contract, now.plus_seconds(1)));
    assert!(reviewed.unwrap().is_some(), "health knows of the meeting");
}

#[tokio::test]
async fn a_task_is_planned_by_hand_within_its_term() {
    let stage = stage();
    let (maya, nora) = (&stage.cast.maya, &stage.cast.nora);
    let id = signed(&stage, &stage.cast.mill, ("2026-01-01", "2027-12-31"), (90, Renewal::ByAgreement));
    let path = format!("/contracts/{id}/renewal/tasks");
    let task = |kind: &'static str, headline: &'static str, due_on: &'static str| {
        [("kind", kind), ("headline", headline), ("owner", nora.me.actor.id.as_str()), ("due_on", due_on)]
    };
    let late = stage.post(maya, &path, &task("review_meeting", "", "2027-10-03")).await;
    assert!(late.status == 422 && late.says("2027-10-02"), "{}", late.text);
    for wrong in [task("other", "", "2027-10-02"), task("sleep", "x", "2027-10-02"), task("other", "Ask", "2026-11-21")]
    {
        assert_eq!(stage.post(maya, &path, &wrong).await.status, 422, "{wrong:?}");
    }
    let unknown = [("kind", "review_meeting"), ("owner", "nobody"), ("due_on", "2027-10-02")];
    assert_eq!(stage.post(maya, &path, &unknown).await.status, 422);
    stage.post(maya, &path, &task("other", "Ask about <i>lamps</i>.", "2027-10-02")).await.done();
    let page = stage.get(maya, &format!("/contracts/{id}/renewal")).await;
    assert!(page.says("Ask about") && !page.says("<i>lamps") && page.says("Nora Finch"), "{}", page.text);
    assert_eq!(deeds(&stage, &id), ["contract.signed", "renewal.task_planned"]);
    assert_eq!(stage.post(nora, &path, &task("review_meeting", "", "2027-10-02")).await.status, 403);
}

#[tokio::test]
async fn how_a_term_ended_is_written_down_once_and_ends_no_contract() {
    let stage = stage();
    let (maya, harbour) = (&stage.cast.maya, &stage.cast.harbour);
    let id = signed(&stage, harbour, ("2025-01-01", "2026-12-31"), (90, Renewal::Automatic));
    let path = format!("/contracts/{id}/renewal");
    let outcome = |term: &'static str, outcome: &'static str, decided_on: &'static str| {
        [("term", term), ("outcome", outcome), ("reason", "in_house"), ("decided_on", decided_on)]
    };
    let to = format!("{path}/outcome");
    for wrong in [
        outcome("2026-12-30", "lost", "2026-11-22"),
        outcome("2026-12-31", "won", "2026-11-22"),
        outcome("2026-12-31", "lost", "2026-11-23"),
        outcome("", "lost", "2026-11-22"),
    ] {
        assert_eq!(stage.post(maya, &to, &wrong).await.status, 422, "{wrong:?}");
    }
    // Notice for this year's end can no longer be given: it may be said of this term, and of the next one.
    stage.post(maya, &to, &outcome("2026-12-31", "kept", "2026-10-01")).await.done();
    let twice = stage.post(maya, &to, &outcome("2026-12-31", "lost", "2026-11-22")).await;
    assert!(twice.status == 422 && twice.says("What was written stays"), "{}", twice.text);
    stage.post(maya, &to, &outcome("2027-12-31", "lost", "2026-11-22")).await.done();
    let page = stage.get(maya, &path).await;
    assert!(page.says("the contract still runs") && page.says("They guard themselves"), "{}", page.text);
    assert!(stage.get(maya, "/renewals").await.says("Harbour Lofts"), "it runs until it is ended");
    stage.post(maya, &format!("/contracts/{id}/ending"), &[("on", "2027-12-31")]).await.done();
    let page = stage.get(maya, &path).await;
    assert!(page.says("Contract ended") && page.says("Outcome written down"), "{}", page.text);
}

#[tokio::test]
async fn a_board_of_very_many_contracts_has_pages() {
    let stage = stage();
    let clients: Vec<Id<Client>> =
        (0..230).map(|number| welcomed(&stage, &format!("Client {number:03}"), Setting::Office)).collect();
    for (number, client) in clients.iter().enumerate() {
        let ends_on = on("2028-01-01").plus_days(i64::try_from(number).unwrap()).to_string();
        signed(&stage, client, ("2026-01-01", &ends_on), (30, Renewal::ByAgreement));
    }
    let owner = Id::known(stage.cast.sam.me.actor.id.clone());
    for number in 0..400 {
        let new = NewSite {
            client_id: clients[0].clone(),
            name: format!("Site {number}"),
            setting: Setting::Office,
            address: "1 Street".to_owned(),
            zone: "UTC".to_owned(),
            calendar: "always".to_owned(),
            owner_id: Id::clone(&owner),
            mail_name: None,
        };
        stage.write(&stage.cast.ines.me, move |work| site::open(work, &new)).unwrap();
    }
    let first = clients[0].clone();
    let now = stage.app.clock.now();
    let refresh =
        move |connection: &mut ground::db::DbConnection| standing::health::refresh_client(connection, &first, now);
    assert_eq!(stage.app.db.write_here(refresh).unwrap(), 400);
    let maya = &stage.cast.maya;
    let page = stage.get(maya, "/renewals").await;
    assert!(page.says("Client 000") && page.says("Client 099") && !page.says("Client 100"), "{}", page.text.len());
    assert!(page.text.len() < 200_000, "{}", page.text.len());
    assert!(page.says("/renewals?page=2") && !page.says("/renewals?page=0"));
    let last = stage.get(maya, "/renewals?page=3").await;
    assert!(last.says("Client 229") && !last.says("Client 199") && !last.says("page=4"));
}

#[tokio::test]
async fn retention_is_counted_first_and_drawn_from_five_clients_on() {
    let stage = stage();
    let maya = &stage.cast.maya;
    let page = stage.get(maya, "/renewals/retention").await;
    assert!(page.says("fewer than five clients") && page.says("2 clients without a contract"), "{}", page.text);
    let stays = [("2025-11-22", ""), ("2025-06-01", "2026-05-31"), ("2026-01-01", "2026-06-30"), ("2024-01-01", "")];
    for (number, (starts_on, ends_on)) in stays.into_iter().enumerate() {
        let client = welcomed(&stage, &format!("Client {number}"), Setting::Office);
        signed(&stage, &client, (starts_on, ends_on), (30, Renewal::ByAgreement));
    }
    let page = stage.get(maya, "/renewals/retention").await;
    assert!(!page.says("<svg") && page.says("too few clients to say"), "{}", page.text);
    signed(&stage, &stage.cast.mill, ("2026-01-01", ""), (30, Renewal::Automatic));
    let parted = stage.cast.mill.clone();
    stage.write(&stage.cast.ines.me, move |work| client::part(work, &parted)).unwrap();
    let page = stage.get(maya, "/renewals/retention").await;
    assert!(page.says("<svg") && page.says("Still clients"), "{}", page.text);
    // Ended after 181, 325 and 365 days of 5 clients; one was seen for 366 and one for longer.
    // 0.8, then 0.6, then 0.4: the median is the last of them.
    assert!(page.says("80 % (between 20 % and 97 %)") && page.says("60 % (between 13 % and 88 %)"), "{}", page.text);
    assert!(page.says("1.0 years"), "{}", page.text);
    let file = stage.get(maya, "/renewals/retention.csv").await.text;
    assert!(file.lines().count() == 6 && file.contains("office,2026-01-01,181,true"), "{file}");
    let offices = stage.get(maya, "/renewals/retention?setting=office").await;
    assert!(!offices.says("<svg") && offices.says("fewer than five"), "{}", offices.text);
    assert_eq!(stage.get(maya, "/renewals/retention?setting=castle").await.status, 200);
    assert_eq!(stage.get(&stage.cast.sam, "/renewals/retention").await.status, 403);
}

/// What a program or a command line may do is held by the same rules as the pages.
#[test]
fn verbs_refuse_what_pages_refuse() {
    let stage = stage();
    let id = signed(&stage, &stage.cast.harbour, ("2026-01-01", "2027-12-31"), (400, Renewal::Automatic));
    let outlook = NewOutlook {
        value_cents: Some(0),
        currency: "EUR".to_owned(),
        renews_months: 12,
        review_on: None,
        words: String::new(),
    };
    let (contract, new) = (id.clone(), outlook.clone());
    stage.write(&stage.cast.maya.me, move |work| renewal::change(work, &contract, &new, 0)).unwrap();
    let contract = id.clone();
    let behind = stage.write(&stage.cast.maya.me, move |work| renewal::change(work, &contract, &outlook, 0));
    assert!(matches!(behind, Err(ground::Error::Refused(_))));
    let nobody = stage.cast.visitor.me.clone();
    let contract = id.clone();
    let found = stage.read(&nobody, move |work| task::rows::of_contract(work.connection, &contract));
    assert!(found.unwrap().is_empty());
    assert!(Moment::parse_rfc3339(stage::OPENING).is_ok());
}
