//! Orders that change: how long it takes to compare two long texts, and how long the page of orders
//! takes that were changed often, beside orders that were changed seldom.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use diesel::prelude::*;
use ground::{Id, Moment, Result, letter};
use orders::approval::{self, Answer, NewAnswer, Way};
use orders::draft::{self, NewSection};
use orders::post_orders::PostOrders;
use orders::revision::{self, Cause, Proposal};
use orders::schema::post_orders;
use people::door::Story;
use people::{Door, Me, session};
use text::sample;

use crate::client::Client;
use crate::figures::{median, milliseconds};
use crate::house::House;
use crate::{Outcome, later, rows};

/// So many revisions are made in one transaction.
const TOGETHER: usize = 50;
/// The first answers are not counted: they fill the caches.
const WARM_UP: usize = 5;
/// A revision takes this long in the history, in seconds.
const STEP_SECONDS: i64 = 60;

/// How long two orders of about 60 pages take to compare and to show, by the share of their lines that
/// changed: medians in milliseconds.
pub(crate) fn compare(rounds: usize) -> Vec<(usize, f64)> {
    let measure = |percent: usize| {
        let (old, new) = sample::orders(percent);
        let took = (0..rounds).map(|_| {
            let begun = Instant::now();
            std::hint::black_box(text::compare::compare(std::hint::black_box(&old), std::hint::black_box(&new)));
            begun.elapsed()
        });
        (percent, median(&mut milliseconds(&took.collect::<Vec<Duration>>())))
    };
    [10, 100].map(measure).to_vec()
}

/// Changes the orders of one site so many times, each time with the agreement of its client.
pub(crate) fn change_often(data: &Path, times: usize) -> Outcome<()> {
    let app = later::process(data)?;
    let (orders_id, in_force) = changed(data)?;
    let asked = app.db.read_here(|connection| approval::rows::of_revision(connection, &Id::known(in_force)))?;
    let contact_id = &asked.first().ok_or("nobody agreed to the first orders")?.0.contact_id;
    let contact = app.db.read_here(|connection| session::rows::as_contact(connection, contact_id))?;
    let until = app.clock.now();
    let begins_at = until.plus_seconds(-STEP_SECONDS * i64::try_from(times)?);
    let mut done = 0;
    while done < times {
        let (from, to) = (done, times.min(done + TOGETHER));
        let (orders_id, contact) = (orders_id.clone(), contact.clone());
        Door::of_system(&app, until).live(move |story| {
            for number in from..to {
                let at = begins_at.plus_seconds(STEP_SECONDS * i64::try_from(number).unwrap_or(0));
                change(story, (&Id::known(orders_id.clone()), &contact), number, at)?;
            }
            Ok(())
        })?;
        done = to;
    }
    Ok(app.db.write_here(letter::take_as_posted)?)
}

/// The first orders that are in force and for which nothing waits, and their revision.
fn changed(data: &Path) -> Outcome<(String, String)> {
    let mut connection = rows::open(&data.join(ground::db::FILE))?;
    let waiting = orders::schema::revision::table
        .filter(orders::schema::revision::state.eq(revision::State::Proposed))
        .select(orders::schema::revision::orders_id);
    let in_force = post_orders::table
        .filter(post_orders::revision_id.is_not_null())
        .filter(post_orders::id.ne_all(waiting))
        .order(post_orders::id);
    let columns = (post_orders::id, post_orders::revision_id.assume_not_null());
    Ok(in_force.select(columns).first(&mut connection)?)
}

/// One more revision, whose line differs from that of the one before; as long as that.
fn change(story: &mut Story<'_>, (orders, contact): (&Id<PostOrders>, &Me), number: usize, at: Moment) -> Result<()> {
    let system = Me::system();
    let draft = story.write(&system, at, |work| draft::begin(work, orders, None))?;
    story.write(&system, at, |work| {
        let content = revision::rows::content(work.connection, &draft)?;
        let section = content.sections.into_iter().next().ok_or(ground::Error::NotFound)?;
        let words = section.words.trim_end();
        let before = words.rsplit_once("\n- Change ").map_or(words, |(before, _)| before);
        let new = NewSection {
            kind: section.kind,
            title: section.title.clone(),
            words: format!("{before}\n- Change {number:06}."),
        };
        draft::write(work, &draft, (&section.key, section.language), (&new, Some(section.version)))
    })?;
    story.write(&system, at, |work| {
        let seen = revision::rows::any(work.connection, &draft)?.version;
        revision::propose(work, &draft, seen, &proposal(number))
    })?;
    story.write(contact, at, |work| {
        let hash = revision::rows::any(work.connection, &draft)?.hash.unwrap_or_default();
        let asked = approval::rows::of_revision(work.connection, &draft)?;
        let theirs = asked.into_iter().find(|(asked, _)| asked.contact_id.as_str() == contact.actor.id);
        let id = theirs.ok_or(ground::Error::NotFound)?.0.id;
        approval::answer(work, &id, &NewAnswer { answer: Answer::Yes, words: None, way: Way::Portal, hash })
    })
}

fn proposal(number: usize) -> Proposal {
    Proposal {
        summary: format!("Change {number}."),
        cause: Cause::Client,
        cause_words: None,
        concerns: Vec::new(),
        effective_at: None,
        question: None,
        emergency: false,
    }
}

/// The path of a page of orders and their revision in force.
type PathOf = fn(&str, &str) -> String;

/// A page of these orders, at each number of revisions: medians in milliseconds. The sizes take turns.
pub(crate) fn pages(folders: &[PathBuf], cookie: &str, times: usize) -> Outcome<Vec<(&'static str, Vec<f64>)>> {
    let mut houses = Vec::new();
    for data in folders {
        let (orders, revision) = changed(data)?;
        houses.push((House::start("serve", data)?, orders, revision));
    }
    let kinds: [(&str, PathOf); 3] = [
        ("Orders in force", |orders, _| format!("/orders/{orders}")),
        ("Their revisions, the newest ones", |orders, _| format!("/orders/{orders}/revisions")),
        ("The newest change", |_, revision| format!("/revisions/{revision}")),
    ];
    let mut measured = Vec::new();
    for (name, path) in kinds {
        let mut took = vec![Vec::new(); houses.len()];
        let mut clients = Vec::new();
        for (house, orders, revision) in &houses {
            clients.push((Client::connect(&house.address, cookie)?, path(orders, revision)));
        }
        for turn in 0..times + WARM_UP {
            for ((client, path), took) in clients.iter_mut().zip(&mut took) {
                let begun = Instant::now();
                let answer = client.get(path)?;
                let elapsed = begun.elapsed();
                if answer.status != 200 {
                    return Err(format!("{path} was answered with {}", answer.status).into());
                }
                if turn >= WARM_UP {
                    took.push(elapsed);
                }
            }
        }
        measured.push((name, took.iter().map(|took| median(&mut milliseconds(took))).collect()));
    }
    Ok(measured)
}
