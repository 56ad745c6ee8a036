//! The life of one concern, from raised to closed, or to now.

mod outcome;

use std::sync::Arc;

use agreement::contract::Severity;
use ground::words::Language;
use ground::{Error, Id, Moment, Result};
use listening::concern::{self, Channel, Concern};
use listening::conversation;
use people::Me;
use people::door::Story;
use people::work::{Done, Work};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};

use super::history::{Halts, Plan};
use super::raise::{self, topic_of, visitor};
use super::{Place, World};
use crate::demo::concerns::Topic;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
/// Nothing happens to a concern twice within this time.
const BREATH_SECONDS: i64 = 45;

/// Why a life is not told further.
enum Stop {
    /// What comes next has not happened yet.
    Now,
    /// A verb failed.
    Failed(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

/// A concern while its life is told.
struct Life<'a, 'b> {
    story: &'a mut Story<'b>,
    world: &'a World,
    plan: &'a Plan,
    dice: StdRng,
    place: &'a Place,
    topic: &'a Topic,
    /// What was done last was done then.
    at: Moment,
    concern: Concern,
    /// Who sees to it.
    owner: Me,
    /// Whom it speaks of where it names an officer.
    officer: String,
}

/// Tells the life of one concern as far as it came by now.
pub(super) fn live(story: &mut Story<'_>, world: &World, plan: &Plan) -> Result<()> {
    let mut life = Life::begin(story, world, plan)?;
    match life.go_on() {
        Ok(()) | Err(Stop::Now) => Ok(()),
        Err(Stop::Failed(error)) => Err(error),
    }
}

impl<'a, 'b> Life<'a, 'b> {
    fn begin(story: &'a mut Story<'b>, world: &'a World, plan: &'a Plan) -> Result<Self> {
        let mut dice = StdRng::seed_from_u64(plan.seed);
        let (place, topic) = (&world.places[plan.place], topic_of(world, plan));
        let at = plan.raised_at;
        let on_shift: Vec<&Arc<Me>> = (place.shifts.iter())
            .filter(|shift| shift.starts_at <= at && shift.ends_at.is_none_or(|ends_at| at < ends_at))
            .map(|shift| &shift.officer)
            .collect();
        let words = topic.texts.said(plan.language, plan.said).unwrap_or_default();
        let name = on_shift.choose(&mut dice).map_or("the officer", |officer| &officer.actor.name).to_owned();
        let words = filled(story, words, (place, &name, plan.language), at, &mut dice);
        let (writer, new) = raise::told(world, plan, on_shift.choose(&mut dice).copied(), words, &mut dice);
        let concern = story.write(&writer, at, |work| {
            let done = concern::raise(work, &place.site, &new)?;
            let concern = concern::rows::any(work.connection, &done.value().id)?;
            Ok(done.map(|_| concern))
        })?;
        let owner = Me::clone(&place.supervisor);
        Ok(Self { story, world, plan, dice, place, topic, at, concern, owner, officer: name })
    }

    fn go_on(&mut self) -> Result<(), Stop> {
        if self.plan.halts == Halts::Raised {
            return Err(Stop::Now);
        }
        if self.plan.praise {
            return self.thank();
        }
        if self.topic.protected {
            self.protect()?;
        }
        // Now and then nobody says that it was heard, and the answer comes first.
        if self.plan.halts != Halts::Never || self.dice.random_ratio(29, 30) {
            self.acknowledge("acknowledgement")?;
        }
        self.sort()?;
        if self.dice.random_ratio(1, 3) {
            self.note()?;
        }
        if !self.topic.protected && self.dice.random_ratio(1, 14) {
            self.hand_over()?;
        }
        if self.plan.halts == Halts::Acknowledged {
            return Err(Stop::Now);
        }
        if self.plan.halts == Halts::AskedBack || self.dice.random_ratio(1, 8) {
            self.ask_back()?;
        }
        self.come_to_an_end()
    }

    /// Praise is passed on, and that is all.
    fn thank(&mut self) -> Result<(), Stop> {
        let words = self.words("thanks");
        let at = self.in_time();
        self.staff(at, |work, id| conversation::say(work, id, None, &words))
    }

    fn acknowledge(&mut self, name: &str) -> Result<(), Stop> {
        let words = self.words(name);
        let at = self.in_time();
        self.staff(at, |work, id| conversation::say(work, id, None, &words))
    }

    fn sort(&mut self) -> Result<(), Stop> {
        let (category, severity) = (self.topic.category, self.topic.severity);
        if (self.concern.category, self.concern.severity) == (category, severity) {
            return Ok(());
        }
        let at = self.soon(MINUTE..20 * MINUTE);
        self.staff(at, move |work, id| concern::sort(work, id, None, (category, severity)))
    }

    fn note(&mut self) -> Result<(), Stop> {
        let note = self.topic.texts.draw_note(&mut self.dice).unwrap_or_default();
        let words = self.filled(note, Language::English);
        let (owner, at) = (self.owner.clone(), self.soon(5 * MINUTE..2 * HOUR));
        self.act(&owner, at, |work, id| conversation::note(work, id, &words))
    }

    /// Another supervisor who happens to be there sees to it, or an account manager whom it needs.
    fn hand_over(&mut self) -> Result<(), Stop> {
        let managers = &self.world.managers;
        let to = match managers.choose(&mut self.dice) {
            Some(manager) if self.dice.random_ratio(1, 2) => manager.clone(),
            _ => Me::clone(&self.place.colleague),
        };
        let to_id = to.staff_id();
        let at = self.soon(5 * MINUTE..3 * HOUR);
        self.staff(at, move |work, id| concern::hand_over(work, id, None, &to_id))?;
        self.owner = to;
        Ok(())
    }

    /// An account manager takes it over; from then on few may read it.
    fn protect(&mut self) -> Result<(), Stop> {
        let Some(manager) = self.world.managers.choose(&mut self.dice).cloned() else { return Ok(()) };
        let manager_id = manager.staff_id();
        let at = self.soon(2 * MINUTE..12 * MINUTE);
        self.act(&manager, at, move |work, id| concern::protect(work, id, None, (&manager_id, None)))?;
        self.owner = manager;
        Ok(())
    }

    /// Mostly they reply; otherwise we remind them, and answer with what we know.
    fn ask_back(&mut self) -> Result<(), Stop> {
        let words = self.words("ask_back");
        let at = self.soon(10 * MINUTE..4 * HOUR);
        self.staff(at, |work, id| conversation::ask_back(work, id, None, &words))?;
        if self.plan.halts == Halts::AskedBack {
            return Err(Stop::Now);
        }
        if self.dice.random_ratio(9, 10) {
            let words = self.words("reply");
            let (me, at) = (self.reporter(), self.soon(30 * MINUTE..40 * HOUR));
            return self.act(&me, at, |work, id| conversation::hear(work, id, &words));
        }
        let words = self.any_of("reminder");
        let at = self.when_due();
        self.staff(at, |work, id| conversation::say(work, id, None, &words))
    }

    /// What staff do in the language of whoever told us.
    fn staff(
        &mut self,
        at: Moment,
        verb: impl FnOnce(&mut Work<'_>, &Id<Concern>) -> Result<Done<()>>,
    ) -> Result<(), Stop> {
        let me = Me { language: self.plan.language, ..self.owner.clone() };
        self.act(&me, at, verb)
    }

    /// Somebody does something, unless that is yet to come.
    fn act(
        &mut self,
        me: &Me,
        at: Moment,
        verb: impl FnOnce(&mut Work<'_>, &Id<Concern>) -> Result<Done<()>>,
    ) -> Result<(), Stop> {
        let at = at.max(self.at.plus_seconds(BREATH_SECONDS));
        if at > self.story.now() {
            return Err(Stop::Now);
        }
        let id = self.concern.id.clone();
        self.concern = self.story.write(me, at, |work| {
            let done = verb(work, &id)?;
            let concern = concern::rows::any(work.connection, &id)?;
            Ok(done.map(|()| concern))
        })?;
        self.at = at;
        Ok(())
    }

    /// Whoever told us: in the portal, or by the code of the concern.
    fn reporter(&self) -> Me {
        match self.place.contacts.get(self.plan.contact) {
            Some(voice) if self.plan.channel == Channel::Portal => Me::clone(&voice.me),
            _ => {
                let name = self.concern.reporter.name.as_deref();
                visitor(name, self.plan.language, Some(self.concern.id.as_str()))
            }
        }
    }

    /// A moment within what was promised, mostly; people work while the site is open.
    fn in_time(&mut self) -> Moment {
        let due_at = self.concern.next_due_at.unwrap_or(self.at);
        let working = matches!(self.concern.severity, Severity::S3 | Severity::S4 | Severity::P);
        let from = if working { self.place.calendar.next_open(self.at).min(due_at).max(self.at) } else { self.at };
        let millis = due_at.millis_since(from).max(20 * MINUTE * 1_000);
        let percent = if self.dice.random_ratio(1, 14) {
            self.dice.random_range(104..180)
        } else {
            // The lower of two throws: most things are done early.
            self.dice.random_range(4..94).min(self.dice.random_range(4..94))
        };
        from.plus_millis(millis / 100 * percent)
    }

    fn soon(&mut self, seconds: std::ops::Range<i64>) -> Moment {
        self.at.plus_seconds(self.dice.random_range(seconds))
    }

    /// When the next promise is due: kept at that moment, it is kept in time.
    fn when_due(&self) -> Moment {
        self.concern.next_due_at.unwrap_or(self.at)
    }

    /// Words of this topic, in the language of whoever told us.
    fn words(&mut self, name: &str) -> String {
        let words = self.topic.texts.draw(name, self.plan.language, &mut self.dice);
        self.filled(words.unwrap_or_default(), self.plan.language)
    }

    /// Words that fit any topic.
    fn any_of(&mut self, name: &str) -> String {
        self.world.concerns.any.draw(name, self.plan.language, &mut self.dice).unwrap_or_default().to_owned()
    }

    fn filled(&mut self, words: &str, language: Language) -> String {
        filled(self.story, words, (self.place, &self.officer, language), self.at, &mut self.dice)
    }
}

/// The words with the names of this place, and a day that has just been, in their language.
fn filled(
    story: &Story<'_>,
    words: &str,
    (place, officer, language): (&Place, &str, Language),
    at: Moment,
    dice: &mut StdRng,
) -> String {
    if !words.contains('{') {
        return words.to_owned();
    }
    let post = place.posts.choose(dice).map_or(place.site.name.as_str(), |(_, name)| name);
    let days_ago = dice.random_range(1..3);
    let weekday = at.day_in(&place.site.zone).map_or(1, |day| day.plus_days(-days_ago).weekday());
    let day = story.speak(language).t(&format!("weekday-{weekday}"));
    words
        .replace("{officer}", officer)
        .replace("{post}", post)
        .replace("{site}", &place.site.name)
        .replace("{day}", &day)
}
