//! Tests that officers took to find out how much they can.

use std::sync::Arc;

use examining::exam::{self, Kind};
use examining::paper::Paper;
use examining::placement::{self, Next};
use ground::{App, Error, Moment, Result};
use people::door::Door;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use super::exams::answers;
use super::{DAY, Learner};

/// An officer answers one question after the other until enough is known of them, five weeks to some days ago.
pub(super) fn take(app: &App, learner: &Learner, (until, number): (Moment, u64)) -> Result<()> {
    let (me, ability) = (Arc::clone(&learner.me), learner.ability);
    Door::of_system(app, until).live(move |story| {
        let mut dice = StdRng::seed_from_u64(number);
        let paper = Paper::find("north-dakota", "").ok_or_else(|| Error::broken("the demo's test has no blueprint"))?;
        let days_ago = 3 + i64::try_from(number % 32).unwrap_or(0);
        let mut at = until.plus_seconds(-days_ago * DAY - dice.random_range(2 * 3_600..12 * 3_600));
        let id = story.write(&me, at, |work| {
            let drawn = placement::first(work, &paper, dice.random())?;
            placement::begin(work, &drawn)
        })?;
        let mut is_over = false;
        for place in 1.. {
            at = at.plus_seconds(dice.random_range(15..50));
            story.write(&me, at, |work| {
                let asked = exam::rows::question(work.connection, &id, place)?;
                let asked = (asked.question_id, asked.wording_id);
                let (chosen, is_right) = answers(work, &asked, ability, &mut dice)?;
                let test = exam::rows::mine(work, &id, Kind::Placement)?;
                let next = placement::after(work, &test, place, is_right)?;
                is_over = matches!(next, Next::Stop(..));
                placement::answer(work, &id, (place, Some(chosen)), &next)
            })?;
            if is_over {
                break;
            }
        }
        Ok(())
    })
}
