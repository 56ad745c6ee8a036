//! What contacts said of our work, every quarter.

use std::collections::HashMap;

use ground::words::Language;
use ground::{App, Id, Moment, Result, letter};
use people::client::Client;
use people::contact::{self, Contact};
use people::{Door, Me, session};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use satisfaction::asking::{self, Asking, Said};
use satisfaction::own_question::{self, Kind, NewQuestion, OwnAnswer, OwnQuestion};
use satisfaction::questions::{self, Answers, Scale};
use satisfaction::round::{self, NewRound};

use super::World;

const DAY: i64 = 86_400;
/// From one round to the next.
const QUARTER_DAYS: i64 = 91;
/// The newest round was opened so long ago, and is still to be answered.
const OPENED_DAYS_AGO: i64 = 9;
/// How long a round is open.
const OPEN_DAYS: i64 = 21;
/// Of a hundred who are asked, so many answer.
const ANSWERING: u32 = 58;
/// Of a hundred who answer, so many leave their name out.
const NAMELESS: u32 = 12;

/// What contacts write, in English: of those who are content, and of those who are not.
const ENGLISH: [&[&str]; 2] = [
    &[
        "The evening officer knows our tenants by name, and they like it.",
        "We feel looked after. The reports come on time now.",
        "Thank you for the quick answer about the loading dock.",
    ],
    &[
        "There is a new face every other week, and we explain the building each time.",
        "Nobody called us back for four days.",
        "The round on the upper floors is often missed.",
    ],
];

/// The same in Spanish.
const SPANISH: [&[&str]; 2] = [
    &["El oficial de la tarde saluda a todos por su nombre.", "Todo bien, gracias."],
    &["Cada semana viene alguien nuevo y no conoce el edificio.", "Los informes llegan tarde."],
];

/// Which doors worry people.
const DOORS: [&str; 4] = ["The one to the loading dock.", "None.", "La del garaje.", "The side gate, at night."];

/// Grows a round for each quarter of the history.
pub(super) fn grow(app: &App, world: &World, (begins_at, until): (Moment, Moment)) -> Result<()> {
    let newest = until.plus_seconds(-OPENED_DAYS_AGO * DAY);
    let quarters = newest.seconds_since(begins_at) / (QUARTER_DAYS * DAY);
    let tellers = tellers(app)?;
    let manager = &world.managers[0];
    for new in own_questions() {
        super::write(app, until, (manager, begins_at), move |work| own_question::add(work, &new))?;
    }
    for ago in (0..=quarters).rev() {
        let opened_at = newest.plus_seconds(-ago * QUARTER_DAYS * DAY);
        Quarter { app, manager, until, opened_at, ago, tellers: &tellers }.grow()?;
    }
    app.db.write_here(letter::take_as_posted)
}

/// What the organization asks besides, in the order in which answers are made up.
fn own_questions() -> [NewQuestion; 2] {
    let new = |kind, english: &str, spanish: &str| NewQuestion {
        kind,
        english: english.to_owned(),
        spanish: Some(spanish.to_owned()),
    };
    [
        new(
            Kind::Agreement,
            "The night shift is as good as the day shift.",
            "El turno de noche es tan bueno como el de d\u{ed}a.",
        ),
        new(Kind::Words, "Which door worries you most?", "\u{bf}Qu\u{e9} puerta le preocupa m\u{e1}s?"),
    ]
}

/// Who answers, and how.
struct Teller {
    /// What they think of us today, on a scale of 1 to 7.
    mood: i64,
    /// What their dice begin with.
    seed: u64,
}

/// All who can be asked. One client in five is not content.
fn tellers(app: &App) -> Result<HashMap<Id<Contact>, Teller>> {
    let mut contacts = app.db.read_here(contact::rows::everything)?;
    contacts.sort_by(|one, other| one.email.cmp(&other.email));
    let mut clients: Vec<Id<Client>> = Vec::new();
    let mut tellers = HashMap::new();
    for (seed, contact) in (0..).zip(contacts) {
        let number = clients.iter().position(|client| *client == contact.client_id).unwrap_or_else(|| {
            clients.push(contact.client_id.clone());
            clients.len() - 1
        });
        let mood = if number % 5 == 2 { 3 } else { 5 + i64::from(number.is_multiple_of(2)) };
        tellers.insert(contact.id, Teller { mood, seed });
    }
    Ok(tellers)
}

/// One round, and who answers in it.
struct Quarter<'a> {
    app: &'a App,
    manager: &'a Me,
    until: Moment,
    opened_at: Moment,
    /// How many quarters ago.
    ago: i64,
    tellers: &'a HashMap<Id<Contact>, Teller>,
}

impl Quarter<'_> {
    fn grow(&self) -> Result<()> {
        let new = NewRound { days: OPEN_DAYS, repeats: self.ago == 0 };
        let of = new;
        let id =
            super::write(self.app, self.until, (self.manager, self.opened_at), move |work| round::open(work, &of))?;
        for days in [0, 5, 10, 15] {
            let asked_at = self.opened_at.plus_seconds(600 + days * DAY);
            if asked_at < self.until {
                asking::jobs::ask(self.app, asked_at, "")?;
            }
        }
        let round = id.clone();
        let of_round = id.clone();
        let own = self.app.db.read_here(move |connection| own_question::rows::of_round(connection, &of_round))?;
        let askings = self.app.db.read_here(move |connection| asking::rows::of_round(connection, &round))?;
        for asking in &askings {
            self.answer(asking, &own)?;
        }
        let closes_at = self.opened_at.plus_seconds(OPEN_DAYS * DAY);
        if closes_at > self.until {
            return Ok(());
        }
        Door::of_system(self.app, closes_at).write(move |work| round::close(work, &id))
    }

    fn answer(&self, asking: &Asking, own: &[OwnQuestion]) -> Result<()> {
        let Some(teller) = self.tellers.get(&asking.contact_id) else { return Ok(()) };
        let mut dice = StdRng::seed_from_u64(teller.seed * 100 + self.ago.unsigned_abs());
        if dice.random_ratio(100 - ANSWERING, 100) {
            return Ok(());
        }
        let contact_id = asking.contact_id.clone();
        let me = self.app.db.read_here(move |connection| session::rows::as_contact(connection, &contact_id))?;
        let at = asking.asked_at.plus_seconds(dice.random_range(1..6 * DAY));
        if at >= self.until {
            return Ok(());
        }
        let mut said = self.said(teller.mood, me.language, &mut dice);
        said.answers.own = own.iter().filter_map(|one| own_answer(one, teller.mood, &mut dice)).collect();
        let id = asking.id.clone();
        super::write(self.app, self.until, (&me, at), move |work| asking::answer(work, &id, &said))
    }

    fn said(&self, mood: i64, language: Language, dice: &mut StdRng) -> Said {
        // Whoever is not content today was so a year ago: it went down from quarter to quarter.
        let mood = if mood < 4 { (mood + self.ago / 2).min(6) } else { mood };
        let mut values: Vec<(&'static str, i64)> = Vec::new();
        for question in questions::ALL {
            let felt = (mood + dice.random_range(-1..=1)).clamp(1, 7);
            let value = match question.scale {
                Scale::Agreement => felt,
                Scale::Satisfaction => (felt * 5 + 3) / 7,
                Scale::Likelihood => (felt * 10 / 7).min(10),
            };
            values.push((question.name, value));
        }
        if dice.random_ratio(1, 2) {
            values.extend(
                questions::IMPORTANCE.iter().zip([30, 25, 5, 15, 25]).map(|((name, _), points)| (*name, points)),
            );
        }
        let words = match language {
            Language::English => ENGLISH,
            Language::Spanish => SPANISH,
        };
        let comment = words[usize::from(mood < 5)].choose(dice).filter(|_| dice.random_ratio(2, 5));
        let comment = comment.map(|words| (*words).to_owned());
        Said {
            answers: Answers { values, own: Vec::new(), comment },
            is_anonymous: dice.random_ratio(NAMELESS, 100),
            language,
        }
    }
}

/// What somebody answers to a question of the organization's own; half of them have no words for it.
fn own_answer(question: &OwnQuestion, mood: i64, dice: &mut StdRng) -> Option<(Id<OwnQuestion>, OwnAnswer)> {
    let answer = match question.kind {
        Kind::Agreement => OwnAnswer::Step((mood + dice.random_range(-2..=1)).clamp(1, 7)),
        Kind::Words => OwnAnswer::Words((*DOORS.choose(dice).filter(|_| dice.random_ratio(1, 2))?).to_owned()),
    };
    Some((question.id.clone(), answer))
}
