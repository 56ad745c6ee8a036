//! Grows a history to a number of concerns, in large transactions. The newest tenth of them is
//! open, so that the queue grows with the history; nine tenths were answered and closed within
//! two years.

use std::path::Path;

use diesel::connection::SimpleConnection;

use crate::Outcome;
use crate::rows::{self, Pattern, Told};

const DAY_MILLIS: i64 = 86_400_000;
const HISTORY_MILLIS: i64 = 730 * DAY_MILLIS;
/// How many concerns are written in one transaction.
const AT_ONCE: i64 = 20_000;

const WHERE: [&str; 8] = [
    "At the north gate",
    "In the loading bay",
    "On the third floor",
    "By the visitors' car park",
    "At the reception desk",
    "Along the river fence",
    "In the stairwell of block C",
    "At the service entrance",
];
const WHAT: [&str; 10] = [
    "nobody was at the post from ten until half past eleven",
    "the officer was kind and helped a lost child find her parents",
    "the barrier stayed open all night and nobody noticed",
    "the patrol did not come by although the log says so",
    "the officer spoke rudely to one of our suppliers",
    "the lights have been off for a week and it was reported twice",
    "the badge of a visitor was not taken back",
    "a different officer every day, and none knows the orders",
    "the alarm rang for twenty minutes before somebody came",
    "the invoice lists hours that were not worked",
];
const ANSWER: &str = "Thank you for telling us. We spoke with the team, changed the orders of the post, and the \
                      supervisor looks at it each evening this week. Please tell us if it happens again.";
const CATEGORIES: [&str; 6] = ["coverage", "conduct", "access", "patrol", "continuity", "billing"];

/// Grows the database in this folder until it holds so many concerns, over the same time whatever their number; the newest
/// tenth of them are open. No server may run on it.
pub(crate) fn up_to(data: &Path, concerns: i64, now: i64) -> Outcome<()> {
    let there = rows::count(&mut rows::open(&data.join(ground::db::FILE))?)?;
    over(data, (concerns - there, (concerns - there) / 10), HISTORY_MILLIS, now)
}

/// Grows it by so many concerns over a time of this length, so many of them open.
pub(crate) fn over(data: &Path, (more, open): (i64, i64), history_millis: i64, now: i64) -> Outcome<()> {
    let mut connection = rows::open(&data.join(ground::db::FILE))?;
    let pattern = rows::pattern(&mut connection)?;
    // Nothing is lost when this is interrupted: it is begun anew.
    connection.batch_execute(
        "pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -400000;
         pragma foreign_keys = off;",
    )?;
    let there = rows::count(&mut connection)?;
    // What is closed is spread evenly, so that a week has as many whatever the years.
    let step_millis = (history_millis - 20 * DAY_MILLIS) / (more - open).max(1);
    let mut next = 0;
    while next < more {
        connection.batch_execute("begin")?;
        let until = (next + AT_ONCE).min(more);
        for number in next..until {
            let at = now - history_millis + number * step_millis;
            grow(&mut connection, &pattern, (there + number, number >= more - open), (at, now))?;
        }
        connection.batch_execute("commit")?;
        next = until;
    }
    connection.batch_execute("pragma journal_mode = wal")?;
    Ok(())
}

fn grow(
    connection: &mut diesel::SqliteConnection,
    pattern: &Pattern,
    (number, open): (i64, bool),
    (at, now): (i64, i64),
) -> Outcome<()> {
    let words = words(number);
    let severity = among(&["S3", "S2", "S4", "S3", "S1", "S4", "S3", "P"], number, 3);
    let place = &pattern.places[index(number, 5, pattern.places.len())];
    let category = among(&CATEGORIES, number, 7);
    let told = if open {
        let (state, next_step) = among(&[("new", "acknowledge"), ("acknowledged", "answer")], number, 11);
        let raised_at = now - within(number, 13, 14 * DAY_MILLIS);
        let next_due_at = Some(now - DAY_MILLIS + within(number, 17, 14 * DAY_MILLIS));
        Told { place, words: &words, severity, category, state, next_step, next_due_at, raised_at, closed_at: None }
    } else {
        let (state, next_step, closed_at) = ("closed", "close", Some(at + 10 * DAY_MILLIS));
        Told { place, words: &words, severity, category, state, next_step, next_due_at: None, raised_at: at, closed_at }
    };
    let (id, hash) = rows::insert(connection, &told, &pattern.change)?;
    if !open {
        let said_at = at + DAY_MILLIS;
        rows::say(connection, (&id, &place.site_id), ANSWER, ("staff", said_at))?;
        let change = "{\"state\":[\"acknowledged\",\"closed\"]}";
        rows::write_down(connection, ("concern.answered", &id, 2), said_at, change, &hash)?;
    }
    Ok(())
}

/// What was said: common words, and one that is nearly its own.
pub(crate) fn words(number: i64) -> String {
    let (place, what) = (among(&WHERE, number, 19), among(&WHAT, number, 23));
    format!("{place} {what}. Our reference is {}.", 10_000 + within(number, 29, 90_000))
}

fn among<T: Copy>(choices: &[T], number: i64, salt: i64) -> T {
    choices[index(number, salt, choices.len())]
}

fn index(number: i64, salt: i64, many: usize) -> usize {
    let many = i64::try_from(many).unwrap_or(i64::MAX);
    usize::try_from(within(number, salt, many)).unwrap_or(0)
}

/// A number from 0 that is the same each time and looks like chance (SplitMix64's last steps).
fn within(number: i64, salt: i64, below: i64) -> i64 {
    let mut mixed =
        number.wrapping_mul(0x9E37_79B9_7F4A_7C15_u64.cast_signed()).wrapping_add(salt << 40).cast_unsigned();
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    (mixed ^ (mixed >> 31)).cast_signed().rem_euclid(below)
}
