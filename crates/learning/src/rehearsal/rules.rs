//! What a rehearsal is: where one stands in it, what a choice does, and what is kept so that it can be told afterwards.

pub(super) mod debriefing;
pub(super) mod taken;

use curriculum::Scenario;
use curriculum::scenario::{self, Choice, Ending, Scene};
use ground::{Error, Id, Moment, Result, choice};
use people::staff::StaffMember;
use serde::{Deserialize, Serialize};

use crate::mixed::mixed;

/// Refused: they are in another scene, or at the end. The answer was sent twice, or from an old page.
pub(super) const WENT_ON: &str = "rehearsal-went-on";
/// Refused: they are in the middle of this dialogue.
pub(super) const UNDER_WAY: &str = "rehearsal-is-under-way";
/// Refused: nothing of that kind can be said here.
pub(super) const NO_CHOICE: &str = "rehearsal-no-choice";

choice! {
    /// How well it ended.
    pub enum Outcome {
        /// Trust, and safety.
        Good = "good", "rehearsal-good",
        /// One at the cost of the other.
        Mixed = "mixed", "rehearsal-mixed",
        /// Neither.
        Poor = "poor", "rehearsal-poor",
    }
}

impl From<scenario::Outcome> for Outcome {
    fn from(outcome: scenario::Outcome) -> Self {
        match outcome {
            scenario::Outcome::Good => Self::Good,
            scenario::Outcome::Mixed => Self::Mixed,
            scenario::Outcome::Poor => Self::Poor,
        }
    }
}

/// Where one is in a dialogue, with its name there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At<'a> {
    /// In a scene.
    Scene(&'a str, &'a Scene),
    /// At an ending.
    Ending(&'a str, &'a Ending),
}

impl<'a> At<'a> {
    fn find(scenario: &'a Scenario, name: &str) -> Result<Self> {
        let ending = scenario.endings.get_key_value(name).map(|(name, ending)| Self::Ending(name, ending));
        let scene = || scenario.scenes.get_key_value(name).map(|(name, scene)| Self::Scene(name, scene));
        ending.or_else(scene).ok_or_else(|| Error::broken("a dialogue leads to what it does not have"))
    }
}

/// Where one stands after some choices, and what they came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing<'a> {
    /// Where.
    pub at: At<'a>,
    /// The trust that gathered.
    pub trust: i32,
    /// What is known.
    pub information: i32,
    /// The risk that gathered.
    pub risk: i32,
}

impl<'a> Standing<'a> {
    /// Where one stands after choices, each by its place in its scene.
    ///
    /// # Errors
    /// Refused when one of them is not there, or when there are more than lead to an ending.
    pub fn after(scenario: &'a Scenario, places: impl IntoIterator<Item = usize>) -> Result<Self> {
        let start = Self { at: At::find(scenario, &scenario.start)?, trust: 0, information: 0, risk: 0 };
        places.into_iter().try_fold(start, |standing, place| standing.choose(scenario, place))
    }

    /// Where one stands after one more choice.
    ///
    /// # Errors
    /// Refused when it is not there, or at an ending.
    pub fn choose(self, scenario: &'a Scenario, place: usize) -> Result<Self> {
        let At::Scene(_, scene) = self.at else { return Err(Error::refused(WENT_ON)) };
        let choice = scene.choices.get(place).ok_or(Error::refused(NO_CHOICE))?;
        let trust = self.trust + i32::from(choice.trust);
        Ok(Self {
            at: At::find(scenario, choice.leads_to(trust))?,
            trust,
            information: self.information + i32::from(choice.information),
            risk: self.risk + i32::from(choice.risk),
        })
    }
}

/// All that is told of a rehearsal afterwards, in the words that were read when it was gone through: a dialogue may be
/// rewritten or removed, and what one did in it still stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Path {
    /// What the dialogue was called.
    pub title: String,
    /// Where one was.
    pub situation: String,
    /// What was chosen, in its order.
    pub steps: Vec<Step>,
    /// How it ended, when it did.
    pub closing: Option<Closing>,
}

/// One scene, and what was chosen in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The scene's name.
    pub scene: String,
    /// Who spoke.
    pub who: String,
    /// What they said, or what happened.
    pub says: String,
    /// The place of what was chosen, in the order of the dialogue.
    pub place: usize,
    /// What was chosen.
    pub say: String,
    /// Why that was good or not.
    pub why: String,
    /// How trust moved.
    pub trust: i8,
    /// How much was learnt.
    pub information: i8,
    /// How risk moved.
    pub risk: i8,
    /// The behaviours that were used.
    pub shows: Vec<String>,
    /// The behaviours that were missed.
    pub misses: Vec<String>,
    /// Whether it would have led elsewhere with more trust.
    pub lacked_trust: bool,
    /// What is worth trying instead.
    pub better: Option<Better>,
}

/// A choice of the same scene that misses nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Better {
    /// The words, or the deed.
    pub say: String,
    /// Why.
    pub why: String,
    /// The behaviours that it shows.
    pub shows: Vec<String>,
}

/// How it ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// What the ending is called.
    pub title: String,
    /// What happened.
    pub says: String,
    /// What decided it.
    pub debrief: String,
}

impl Step {
    fn of((name, scene): (&str, &Scene), (place, chosen): (usize, &Choice), trust: i32) -> Self {
        let Choice { say, why, shows, misses, .. } = chosen.clone();
        let better = if misses.is_empty() { None } else { best(scene) };
        Self {
            scene: name.to_owned(),
            who: scene.who.clone(),
            says: scene.says.clone(),
            place,
            say,
            why,
            trust: chosen.trust,
            information: chosen.information,
            risk: chosen.risk,
            shows,
            misses,
            lacked_trust: chosen.leads_to(trust) != chosen.to,
            better: better.map(|Choice { say, why, shows, .. }| Better {
                say: say.clone(),
                why: why.clone(),
                shows: shows.clone(),
            }),
        }
    }
}

/// The choice of a scene that misses nothing; of several the one that does most for trust and knowledge, and least for
/// risk. There are scenes without one: whoever is in them has done something before that cannot be mended here.
fn best(scene: &Scene) -> Option<&Choice> {
    let worth = |choice: &&Choice| choice.trust + choice.information - choice.risk;
    scene.choices.iter().filter(|choice| choice.misses.is_empty()).max_by_key(worth)
}

/// A dialogue that an officer goes through, or went through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rehearsal {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Whose.
    pub staff_id: Id<StaffMember>,
    /// The dialogue.
    pub scenario: String,
    /// The digest of the dialogue's text when it was begun.
    pub digest: String,
    /// When it was begun.
    pub begun_at: Moment,
    /// When it ended.
    pub ended_at: Option<Moment>,
    /// The ending's name; none where the dialogue was rewritten before there was one.
    pub ending: Option<String>,
    /// How well it ended.
    pub outcome: Option<Outcome>,
    /// What was chosen.
    pub path: Path,
    /// Grows with each step.
    pub version: i64,
}

/// What the record holds of one: not what was said in it, which is for its officer to learn from.
#[derive(Debug, Serialize)]
pub(super) struct Noted {
    scenario: String,
    steps: usize,
    ended_at: Option<Moment>,
    outcome: Option<Outcome>,
}

impl Rehearsal {
    /// One that begins now.
    #[must_use]
    pub fn begun(scenario: &Scenario, digest: &str, staff_id: Id<StaffMember>, now: Moment) -> Self {
        let Scenario { id, title, situation, .. } = scenario.clone();
        Self {
            id: Id::fresh(),
            staff_id,
            scenario: id,
            digest: digest.to_owned(),
            begun_at: now,
            ended_at: None,
            ending: None,
            outcome: None,
            path: Path { title, situation, steps: Vec::new(), closing: None },
            version: 0,
        }
    }

    /// Where it stands in its dialogue.
    ///
    /// # Errors
    /// Refused when its choices are not those of this dialogue.
    pub fn standing<'a>(&self, scenario: &'a Scenario) -> Result<Standing<'a>> {
        Standing::after(scenario, self.path.steps.iter().map(|step| step.place))
    }

    /// In this scene that was chosen which has this place.
    ///
    /// # Errors
    /// Refused with [`WENT_ON`] when it stands elsewhere, and in words when there is no such choice.
    pub fn chose(mut self, scenario: &Scenario, (scene, place): (&str, usize), now: Moment) -> Result<Self> {
        let before = self.standing(scenario)?;
        let (name, shown) = match before.at {
            At::Scene(name, shown) if name == scene => (name, shown),
            _ => return Err(Error::refused(WENT_ON)),
        };
        let after = before.choose(scenario, place)?;
        let chosen = shown.choices.get(place).ok_or(Error::refused(NO_CHOICE))?;
        self.path.steps.push(Step::of((name, shown), (place, chosen), after.trust));
        if let At::Ending(name, ending) = after.at {
            let Ending { title, says, debrief, outcome } = ending.clone();
            self.path.closing = Some(Closing { title, says, debrief });
            self.ended_at = Some(now);
            self.ending = Some(name.to_owned());
            self.outcome = Some(outcome.into());
        }
        Ok(self)
    }

    /// It ends without an ending, since its dialogue is another now.
    #[must_use]
    pub fn rewritten(self, now: Moment) -> Self {
        Self { ended_at: Some(now), ..self }
    }

    /// The places of the choices of a scene in the order in which they are offered: another in each rehearsal, so that
    /// nobody learns where the right one stands, and the same each time that one looks.
    #[must_use]
    pub fn order(&self, (name, scene): (&str, &Scene)) -> Vec<usize> {
        mixed(scene.choices.len(), &format!("{} {name}", self.id))
    }

    pub(super) fn noted(&self) -> Noted {
        let Self { scenario, ended_at, outcome, path, .. } = self;
        Noted { scenario: scenario.clone(), steps: path.steps.len(), ended_at: *ended_at, outcome: *outcome }
    }
}

#[cfg(test)]
mod tests;
