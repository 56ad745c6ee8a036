//! Dialogues that officers went through in the last weeks.

use std::sync::Arc;

use curriculum::Scenario;
use curriculum::scenario::Scene;
use ground::{App, Moment, Result};
use learning::{library, rehearsal};
use people::door::Door;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use super::{DAY, Learner};

/// Between what is said and what is said next, in seconds.
const PAUSE_SECONDS: i64 = 25;

/// An officer goes through two dialogues; the more they can, the better they choose.
pub(super) fn rehearse(app: &App, learner: &Learner, (until, number): (Moment, u64)) -> Result<()> {
    let (me, skill) = (Arc::clone(&learner.me), 1.0 / (1.0 + (-learner.ability).exp()));
    Door::of_system(app, until).live(move |story| {
        let mut dice = StdRng::seed_from_u64(number);
        let scenarios = &library::curriculum().scenarios;
        for which in 0..2 {
            let scenario = &scenarios[(number as usize * 2 + which) % scenarios.len()];
            let days_ago = 1 + i64::try_from((number + 7 * which as u64) % 30).unwrap_or(0);
            let mut at = until.plus_seconds(-days_ago * DAY - 3_600);
            let id = story.write(&me, at, |work| rehearsal::begin(work, &scenario.id))?;
            for (scene, place) in said(scenario, skill, &mut dice) {
                at = at.plus_seconds(PAUSE_SECONDS);
                story.write(&me, at, |work| rehearsal::choose(work, &id, (scene, place)))?;
            }
        }
        Ok(())
    })
}

/// What somebody says, scene by scene.
fn said<'a>(scenario: &'a Scenario, skill: f64, dice: &mut StdRng) -> Vec<(&'a str, usize)> {
    let (mut scene, mut trust, mut steps) = (scenario.start.as_str(), 0, Vec::new());
    while let Some(here) = scenario.scenes.get(scene) {
        let place = if dice.random_bool(skill) { best(here) } else { dice.random_range(0..here.choices.len()) };
        steps.push((scene, place));
        let choice = &here.choices[place];
        trust += i32::from(choice.trust);
        scene = choice.leads_to(trust);
    }
    steps
}

/// The place of what serves best in a scene.
fn best(scene: &Scene) -> usize {
    let worth = |place: &usize| scene.choices[*place].trust - scene.choices[*place].risk;
    (0..scene.choices.len()).max_by_key(worth).unwrap_or(0)
}
