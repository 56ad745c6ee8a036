//! Exams that officers took in the last weeks.

use std::sync::Arc;

use examining::exam::{self, Said};
use examining::paper::Paper;
use ground::{App, Error, Id, Moment, Result};
use learning::question::{self, Question, Wording};
use people::door::Door;
use people::{Me, Work};
use psychometrics::Parameters;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use super::{DAY, Learner, chosen};

/// Which exams are taken; the first is what most of them need.
const BLUEPRINTS: [&str; 3] = ["north-dakota", "company", "north-dakota"];

/// A question of an exam, in words.
type Asked = (Id<Question>, Id<Wording>);

/// An officer sits an exam, some weeks to some days ago; one in eleven of them until the time is up.
pub(super) fn sit(app: &App, learner: &Learner, (until, number): (Moment, u64)) -> Result<()> {
    let (me, ability) = (Arc::clone(&learner.me), learner.ability);
    Door::of_system(app, until).live(move |story| {
        let mut dice = StdRng::seed_from_u64(number);
        let paper = Paper::find(BLUEPRINTS[number as usize % BLUEPRINTS.len()], "");
        let paper = paper.ok_or_else(|| Error::broken("the demo's exam has no blueprint"))?;
        let days_ago = 2 + i64::try_from(number / 4 % 24).unwrap_or(0);
        let begun_at = until.plus_seconds(-days_ago * DAY - dice.random_range(2 * 3_600..12 * 3_600));
        let mut asked: Vec<Asked> = Vec::new();
        let id = story.write(&me, begun_at, |work| {
            let drawn = exam::draw(work, &paper, dice.random())?;
            asked.clone_from(&drawn.questions);
            exam::begin(work, &drawn)
        })?;
        let runs_out = number % 11 == 3;
        let mut at = begun_at;
        let answered = if runs_out { asked.len() * 2 / 3 } else { asked.len() };
        for (place, question) in (1..).zip(&asked[..answered]) {
            at = at.plus_seconds(dice.random_range(15..50));
            let flagged = dice.random_bool(0.1);
            story.write(&me, at, |work| {
                let (chosen, _) = answers(work, question, ability, &mut dice)?;
                exam::answer(work, &id, place, Said { chosen: Some(chosen), flagged })
            })?;
        }
        if runs_out {
            let ends_at = begun_at.plus_seconds(60 * i64::from(paper.minutes()));
            return story.write(&Me::system(), ends_at, |work| exam::run_out(work, &id));
        }
        story.write(&me, at.plus_seconds(60), |work| exam::hand_in(work, &id))
    })
}

/// What somebody of this ability chooses, and whether that is right.
pub(super) fn answers(
    work: &mut Work<'_>,
    (question, wording): &Asked,
    ability: f64,
    dice: &mut StdRng,
) -> Result<(usize, bool)> {
    let knows = Parameters::rasch(question::rows::find(work.connection, question)?.level()).right(ability);
    let worded = question::rows::wording(work.connection, wording)?.worded;
    let chosen = chosen(&worded, knows, dice);
    Ok((chosen, chosen == worded.key))
}
