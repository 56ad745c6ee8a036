//! What officers practised in the last weeks, what they took exams in, and what they hold.

mod exams;
mod held;
mod placements;
mod rehearsals;

use std::collections::BTreeMap;
use std::sync::Arc;

use ground::{App, Day, Id, Moment, Result, letter};
use learning::answer::Given;
use learning::practice::{self, Asked, HandedIn};
use learning::question::{self, Worded};
use learning::{card, forgetting};
use people::door::Door;
use people::{Me, Work};
use psychometrics::Parameters;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use super::World;

const DAY: i64 = 86_400;
/// Over how many days officers practised, at most.
const DAYS: i64 = 42;
/// Somebody who knows nothing of a question of four options is right as often as this.
const BY_GUESS: f64 = 0.25;

/// Whoever stands at a post was taught: so much more they can than somebody who was not, in logits.
const TAUGHT: f64 = 0.8;

/// How somebody learns.
struct Learner {
    me: Arc<Me>,
    /// In logits.
    ability: f64,
    /// They practise each so many days.
    every_days: i64,
}

/// Grows what the officers who stand somewhere now learnt. One in five never practises; one in four sits an exam, one in
/// three goes through dialogues, and one in nine takes a test that finds out how much they can.
pub(super) fn grow(app: &App, world: &World, (begins_at, until): (Moment, Moment)) -> Result<()> {
    let from = begins_at.max(until.plus_seconds(-DAYS * DAY));
    Door::of_system(app, from).write(question::take_content)?;
    Door::of_system(app, until).write(question::take_orders)?;
    let mut dice = StdRng::seed_from_u64(7);
    let learner = |me| Learner {
        me,
        // Of three numbers between -1 and 1 the sum is about as abilities are distributed.
        ability: TAUGHT + (0..3).map(|_| dice.random_range(-1.0..1.0)).sum::<f64>(),
        every_days: dice.random_range(2..9),
    };
    let learners: Vec<Learner> = standing(world, until).into_iter().map(learner).collect();
    // Exams and dialogues go back a month.
    let is_old = until.seconds_since(begins_at) > DAYS * DAY;
    for (number, learner) in (0..).zip(&learners) {
        if number % 5 != 4 {
            practises(app, learner, (from, until), number)?;
        }
        if is_old && number % 4 == 1 {
            exams::sit(app, learner, (until, number))?;
        }
        if is_old && number % 9 == 2 {
            placements::take(app, learner, (until, number))?;
        }
        if is_old && number % 3 == 1 {
            rehearsals::rehearse(app, learner, (until, number))?;
        }
    }
    held::grow(app, &learners, until)?;
    app.db.write_here(letter::take_as_posted)
}

/// The officers who stand somewhere at the end, each once.
fn standing(world: &World, until: Moment) -> Vec<Arc<Me>> {
    let shifts = world.places.iter().flat_map(|place| &place.shifts);
    let now = shifts.filter(|shift| shift.ends_at.is_none_or(|ends_at| ends_at > until));
    let officers: BTreeMap<&str, &Arc<Me>> =
        now.map(|shift| (shift.officer.actor.id.as_str(), &shift.officer)).collect();
    officers.into_values().map(Arc::clone).collect()
}

fn practises(app: &App, learner: &Learner, (from, until): (Moment, Moment), seed: u64) -> Result<()> {
    let (me, ability, every_days) = (Arc::clone(&learner.me), learner.ability, learner.every_days);
    Door::of_system(app, until).live(move |story| {
        let mut dice = StdRng::seed_from_u64(seed);
        let mut at = from.plus_seconds(dice.random_range(0..every_days * DAY));
        while at < until {
            let seed = dice.random();
            story.write(&me, at, |work| {
                let handed_in = answers(work, ability, seed)?;
                practice::hand_in(work, &handed_in)
            })?;
            at = at.plus_seconds(every_days * DAY + dice.random_range(-DAY / 2..DAY / 2));
        }
        Ok(())
    })
}

/// What somebody of this ability answers to what they are asked now.
fn answers(work: &mut Work<'_>, ability: f64, seed: u64) -> Result<HandedIn> {
    let mut dice = StdRng::seed_from_u64(seed);
    let me = work.me.staff_id();
    let fades = forgetting::of_staff(work.connection, &me)?;
    let today = day(work.now);
    let mut given = Vec::new();
    for Asked { question, wording, .. } in practice::sheet(work)? {
        let card = card::rows::find(work.connection, (&me, &question.id))?;
        let knows = match card {
            Some(card) => card.remembered_on(today, &fades),
            None => Parameters::rasch(question.level()).right(ability),
        };
        let chosen = chosen(&wording.worded, knows, &mut dice);
        let is_guess = knows < 0.4 && dice.random_bool(0.5);
        given.push(Given { wording_id: wording.id, chosen: Some(chosen), is_guess });
    }
    Ok(HandedIn::of(Id::fresh(), given))
}

/// What somebody chooses who knows the answer with this chance, and guesses otherwise.
fn chosen(worded: &Worded, knows: f64, dice: &mut StdRng) -> usize {
    let (key, options) = (worded.key, worded.options.len());
    let is_right = dice.random_bool((BY_GUESS + (1.0 - BY_GUESS) * knows).clamp(0.0, 1.0));
    if is_right { key } else { (key + dice.random_range(1..options)) % options }
}

/// The day of a moment, everywhere alike.
fn day(at: Moment) -> Day {
    at.day_in("UTC").unwrap_or_else(|| unreachable!())
}
