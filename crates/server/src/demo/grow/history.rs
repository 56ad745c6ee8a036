//! When somebody tells us what: two years of it, and a desk with something on it today.

use std::collections::{HashSet, VecDeque};
use std::sync::Arc;

use agreement::contract::Severity;
use ground::words::Language;
use ground::{App, Moment, Result, letter};
use listening::concern::Channel;
use people::Door;
use people::client::Setting;
use people::staff::Role;
use rand::Rng;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;

use super::{Place, World, life};
use crate::demo::company::Person;
use crate::demo::concerns::{Teller, Topic};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
/// So many stories are told in one transaction.
const AT_ONCE: usize = 25;
/// Nobody hears the same words again so soon.
const FRESH_WORDS: usize = 80;
/// How many times other words are looked for.
const TRIES: usize = 10;

/// What somebody tells us: when, where, who, and in which words.
#[derive(Clone)]
pub(super) struct Plan {
    pub raised_at: Moment,
    /// The place of the site among the places.
    pub place: usize,
    pub praise: bool,
    /// The place of the topic among the topics, or among the praise.
    pub topic: usize,
    pub teller: Teller,
    pub channel: Channel,
    /// The place of a contact among the site's contacts.
    pub contact: usize,
    pub language: Language,
    /// The place of the words among those in which it is said.
    pub said: usize,
    pub halts: Halts,
    /// What the dice of the rest of its life begin with.
    pub seed: u64,
}

/// How far a concern came, although there was time for more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Halts {
    Never,
    Raised,
    Acknowledged,
    AskedBack,
}

/// So many concerns that came so far, as grave as one of these, raised between so many seconds ago.
type Lying = (usize, Halts, &'static [Severity], (i64, i64));

/// What lies on the desk of each copy today besides what two years leave there.
const DESK: &[Lying] = &[
    (3, Halts::Raised, &[Severity::S2], (4 * MINUTE, 50 * MINUTE)),
    (4, Halts::Raised, &[Severity::S3, Severity::S4], (9 * MINUTE, 5 * HOUR)),
    (1, Halts::Raised, &[Severity::S2], (3 * HOUR, 9 * HOUR)),
    (1, Halts::Raised, &[Severity::S3], (3 * DAY, 4 * DAY)),
    (3, Halts::Acknowledged, &[Severity::S2], (14 * HOUR, 23 * HOUR)),
    (1, Halts::Acknowledged, &[Severity::S2], (4 * DAY, 6 * DAY)),
    (2, Halts::Acknowledged, &[Severity::S3], (4 * DAY, 7 * DAY)),
    (4, Halts::AskedBack, &[Severity::S2, Severity::S3], (20 * HOUR, 3 * DAY)),
];

/// Plans what is told, and lives it.
pub(super) fn grow(app: &App, world: &Arc<World>, dice: StdRng, (begins_at, until): (Moment, Moment)) -> Result<()> {
    let mut planner = Planner { world, dice, begins_at, until, lately: VecDeque::new(), said_at: HashSet::new() };
    let plans = planner.plans();
    let door = Door::of_system(app, until);
    for batch in plans.chunks(AT_ONCE) {
        let (world, batch) = (Arc::clone(world), batch.to_vec());
        door.live(move |story| batch.iter().try_for_each(|plan| life::live(story, &world, plan)))?;
        app.db.write_here(letter::take_as_posted)?;
    }
    Ok(())
}

struct Planner<'a> {
    world: &'a World,
    dice: StdRng,
    begins_at: Moment,
    until: Moment,
    /// The words that were used lately.
    lately: VecDeque<Said>,
    /// The words that were used at each place.
    said_at: HashSet<(usize, Said)>,
}

/// Words: whether they praise, of which topic, in which language, at which place of the list.
type Said = (bool, usize, Language, usize);

impl Plan {
    fn said(&self) -> Said {
        (self.praise, self.topic, self.language, self.said)
    }
}

impl Planner<'_> {
    /// Everything that is told, in the order of time.
    fn plans(&mut self) -> Vec<Plan> {
        let mut moments: Vec<(Moment, usize, Halts, &[Severity])> = Vec::new();
        for place in 0..self.world.places.len() {
            moments.extend(self.moments_at(place).into_iter().map(|at| (at, place, Halts::Never, Severity::ALL)));
        }
        let sites = self.world.company.site.len();
        let role = |person: &&Person| person.role == Role::Supervisor.word();
        let supervisors = self.world.company.staff.iter().filter(role).count();
        for copy in 0..self.world.places.len() / sites {
            let desk = DESK.iter().flat_map(|lying| std::iter::repeat_n(lying, lying.0));
            for (number, (_, halts, severities, (from, to))) in desk.enumerate() {
                let at = self.until.plus_seconds(-self.dice.random_range(*from..*to)).max(self.begins_at);
                // Supervisors look after the sites in turn, so in turn each of them has something to do.
                let round = self.dice.random_range(0..sites / supervisors);
                let place = copy * sites + (number % supervisors + round * supervisors);
                moments.push((at, place, *halts, severities));
            }
        }
        moments.sort_by_key(|(at, place, ..)| (*at, *place));
        let plan = |(at, place, halts, severities)| self.plan((at, place), halts, severities);
        moments.into_iter().filter_map(plan).collect()
    }

    /// When something is told at a site: 1 to 4 times a month, more where many people come by,
    /// and mostly while it is open.
    fn moments_at(&mut self, place: usize) -> Vec<Moment> {
        let busy = matches!(self.world.places[place].site.setting, Setting::ShoppingCentre | Setting::Hospital);
        let thirty_days = if busy { self.dice.random_range(2.8..4.4) } else { self.dice.random_range(1.0..3.2) };
        let seconds = self.until.seconds_since(self.begins_at);
        let mut moments = Vec::new();
        // The gaps of what happens by chance at a steady rate are exponential.
        let mean = 30.0 * DAY as f64 / thirty_days;
        let mut at = 0.0;
        loop {
            at += -mean * (1.0 - self.dice.random::<f64>()).ln();
            let moment = self.begins_at.plus_millis((at * 1_000.0) as i64);
            if at >= seconds as f64 {
                return moments;
            }
            let moment = self.while_open(&self.world.places[place], moment);
            if moment < self.until {
                moments.push(moment);
            }
        }
    }

    fn while_open(&mut self, place: &Place, at: Moment) -> Moment {
        if place.calendar.is_open(at) || self.dice.random_ratio(1, 8) {
            return at;
        }
        place.calendar.next_open(at).plus_seconds(self.dice.random_range(0..8 * HOUR))
    }

    /// What is told there then: one in four is praise, unless it must be grave.
    fn plan(&mut self, (raised_at, place): (Moment, usize), halts: Halts, severities: &[Severity]) -> Option<Plan> {
        let praise = halts == Halts::Never && self.dice.random_ratio(1, 4);
        let mut words = self.words(place, praise, severities)?;
        for _ in 0..TRIES {
            let said = words.said();
            if !self.lately.contains(&said) && !self.said_at.contains(&(place, said)) {
                break;
            }
            words = self.words(place, praise, severities)?;
        }
        if self.lately.len() == FRESH_WORDS {
            self.lately.pop_front();
        }
        self.lately.push_back(words.said());
        self.said_at.insert((place, words.said()));
        Some(Plan { raised_at, place, praise, halts, seed: self.dice.random(), ..words })
    }

    fn words(&mut self, place: usize, praise: bool, severities: &[Severity]) -> Option<Plan> {
        let dice = &mut self.dice;
        let here = &self.world.places[place];
        let topics = if praise { &self.world.concerns.praise } else { &self.world.concerns.topics };
        let fits = |topic: &Topic| {
            topic.settings.contains(&here.site.setting) && (praise || severities.contains(&topic.severity))
        };
        let fitting: Vec<usize> = (0..topics.len()).filter(|at| fits(&topics[*at])).collect();
        let all: Vec<usize> =
            (0..topics.len()).filter(|at| topics[*at].settings.contains(&here.site.setting)).collect();
        let fitting = if fitting.is_empty() { all } else { fitting };
        let topic = *fitting.choose_weighted(dice, |at| how_often(topics[*at].severity)).ok()?;
        let teller = *topics[topic].voices.choose(dice)?;
        // Somebody whose ways in are not among the channels tells it as a visitor does.
        let channel = topics[topic].channels_of(teller).choose(dice).copied().unwrap_or(Channel::Phone);
        let contact = dice.random_range(0..here.contacts.len().max(1));
        let language = match here.contacts.get(contact) {
            Some(voice) if teller == Teller::Contact => voice.me.language,
            _ if dice.random_ratio(1, 4) => Language::Spanish,
            _ => Language::English,
        };
        let said = dice.random_range(0..topics[topic].texts.ways_to_say(language).max(1));
        let (raised_at, halts, seed) = (self.until, Halts::Never, 0);
        Some(Plan { raised_at, place, praise, topic, teller, channel, contact, language, said, halts, seed })
    }
}

/// The gravest concerns are the rarest.
const fn how_often(severity: Severity) -> u32 {
    match severity {
        Severity::S1 => 1,
        Severity::S2 => 4,
        Severity::S3 | Severity::P => 6,
        Severity::S4 => 8,
    }
}
