//! Who tells us, through which door, and in which words.

use std::sync::Arc;

use agreement::contract::Severity;
use ground::entry::{Actor, ActorKind};
use ground::words::Language;
use listening::concern::{Category, Channel, NewConcern, Reporter, Voice};
use people::{Me, Person, Reach};
use rand::Rng;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;

use super::history::Plan;
use super::{Place, World};
use crate::demo::concerns::{Teller, Topic};

/// The topic of a plan.
pub(super) fn topic_of<'a>(world: &'a World, plan: &Plan) -> &'a Topic {
    let concerns = &world.concerns;
    if plan.praise { &concerns.praise[plan.topic] } else { &concerns.topics[plan.topic] }
}

/// Whoever writes it down, and what they write.
pub(super) fn told(
    world: &World,
    plan: &Plan,
    officer: Option<&Arc<Me>>,
    words: String,
    dice: &mut StdRng,
) -> (Me, NewConcern) {
    let place = &world.places[plan.place];
    let topic = topic_of(world, plan);
    let writer = writer(world, plan, officer);
    let asks = dice.random_ratio(1, 2);
    let remedy = topic.texts.draw("remedy_wanted", plan.language, dice).filter(|_| asks).map(str::to_owned);
    let sorted = plan.praise || (writer.actor.kind == ActorKind::Staff && dice.random_ratio(2, 3));
    let new = NewConcern {
        words,
        severity: if sorted { topic.severity } else { as_felt(topic.severity, dice) },
        category: if sorted { topic.category } else { Category::Unsorted },
        remedy,
        channel: plan.channel,
        voice: if speaks_for_client(plan, topic) { Voice::Client } else { Voice::Public },
        reporter: reporter(world, plan, &writer, dice),
        language: plan.language,
        post_id: place.posts.choose(dice).filter(|_| plan.channel == Channel::Qr).map(|(id, _)| id.clone()),
        said_at: (plan.channel == Channel::Spoken)
            .then(|| plan.raised_at.plus_seconds(-dice.random_range(60..2 * 3_600))),
        photos: Vec::new(),
        number: None,
    };
    (writer, new)
}

/// Somebody who signs in to nothing, under the name that they left; with the code of a concern they may see it.
pub(super) fn visitor(name: Option<&str>, language: Language, concern_id: Option<&str>) -> Me {
    let person = concern_id.map_or(Person::Guest, |id| Person::Bearer { subject_id: id.to_owned() });
    let name = name.unwrap_or_default().to_owned();
    Me { actor: Actor { kind: ActorKind::Guest, id: String::new(), name }, person, reach: Reach::nothing(), language }
}

fn writer(world: &World, plan: &Plan, officer: Option<&Arc<Me>>) -> Me {
    let place = &world.places[plan.place];
    let contact = place.contacts.get(plan.contact).map(|voice| &voice.me);
    match plan.channel {
        Channel::Portal => contact.map_or_else(|| visitor(None, plan.language, None), |me| Me::clone(me)),
        Channel::Qr | Channel::Mail => visitor(None, plan.language, None),
        Channel::Api => world.program.clone(),
        Channel::Phone => Me::clone(&place.supervisor),
        Channel::Spoken => Me::clone(officer.unwrap_or(&place.supervisor)),
    }
}

/// An officer writes down what a client said, or a visitor where clients do not speak of it.
fn speaks_for_client(plan: &Plan, topic: &Topic) -> bool {
    match plan.teller {
        Teller::Contact => true,
        Teller::Visitor => false,
        Teller::Officer => topic.voices.contains(&Teller::Contact),
    }
}

/// Contacts are known by name and address; most visitors stay anonymous.
fn reporter(world: &World, plan: &Plan, writer: &Me, dice: &mut StdRng) -> Reporter {
    let signed_in = matches!(writer.actor.kind, ActorKind::Contact | ActorKind::Staff);
    let id = signed_in.then(|| writer.actor.id.clone());
    let place: &Place = &world.places[plan.place];
    if let Some(voice) = place.contacts.get(plan.contact).filter(|_| speaks_for_client(plan, topic_of(world, plan))) {
        let heard = plan.channel == Channel::Spoken;
        let email = Some(voice.email.clone()).filter(|_| !heard || dice.random_ratio(1, 2));
        return Reporter { id, name: Some(voice.me.actor.name.clone()), email };
    }
    let names = &world.company.names;
    match (names.first_names.choose(dice), names.last_names.choose(dice), dice.random_range(0..10)) {
        (Some(first), Some(last), 0..=2) => {
            let email = format!("{}.{}@inbox.example", plain(first), plain(last));
            Reporter { id, name: Some(format!("{first} {last}")), email: Some(email) }
        }
        (Some(first), _, 3) => Reporter { id, name: Some(first.clone()), email: None },
        _ => Reporter { id, name: None, email: None },
    }
}

/// Letters that every mail server takes.
fn plain(name: &str) -> String {
    let letter = |letter: char| match letter {
        '\u{e1}' => 'a',
        '\u{e9}' => 'e',
        '\u{ed}' => 'i',
        '\u{f1}' => 'n',
        '\u{f3}' => 'o',
        '\u{fa}' => 'u',
        other => other,
    };
    name.to_lowercase().chars().map(letter).filter(char::is_ascii_alphanumeric).collect()
}

/// How grave it seems to whoever tells it: now and then less or more than it is.
fn as_felt(severity: Severity, dice: &mut StdRng) -> Severity {
    match (severity, dice.random_range(0..10)) {
        (Severity::S1 | Severity::S3, 0) => Severity::S2,
        (Severity::S2 | Severity::S4, 0 | 1) => Severity::S3,
        (severity, _) => severity,
    }
}
