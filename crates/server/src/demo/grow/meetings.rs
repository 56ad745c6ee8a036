//! What officers and supervisors noted of talking with people, what they promised, and what was seen on visits.

use agreement::post::{self, Assignment};
use ground::words::Language;
use ground::{App, Id, Moment, Result, letter};
use meeting::coaching::{NewCoaching, Seen};
use meeting::given_word::{self, NewWord};
use meeting::interaction::{self, Interaction, Kind, Mood, NewInteraction, With};
use people::Me;
use people::session;
use people::work::{Done, Work};

use super::{Place, World};

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// What officers note, in turn: how many days ago, what kind, how they seemed, and about what.
const NOTED: [(i64, Kind, Mood, &str); 6] = [
    (11, Kind::Round, Mood::AtEase, "Greeted the early shift at the turnstiles."),
    (9, Kind::Talk, Mood::Neutral, "Asked how long the works in the yard will take."),
    (7, Kind::Talk, Mood::AtEase, "Told me that the new visitor badges are quicker."),
    (4, Kind::Round, Mood::AtEase, "Coffee round on the ground floor; two new faces at reception."),
    (3, Kind::Call, Mood::Neutral, "Called about a late delivery and wanted to know which door."),
    (1, Kind::Talk, Mood::Uneasy, "Does not like to walk to the far end of the car park after nine."),
];

/// What officers promised, in turn.
const PROMISED: [&str; 4] = [
    "I will ask about the lamp at the ramp.",
    "I will find out who has the key to the bicycle room.",
    "I will tell the night shift that the cleaners come at five now.",
    "I will ask whether the bench can go back to the door.",
];

/// What supervisors wrote to officers after a visit, in turn.
const COACHED: [&str; 3] = [
    "You looked up before she spoke, and remembered that her car was in the workshop. Next time, say when you will be back with the answer.",
    "Calm tone with the driver who was in a hurry. Next time, step out of the cabin: he had to shout.",
    "Your handover was complete. Next time, give the visitor your name first; he asked for it twice.",
];

/// Supervisors come once in so many days.
const VISITED_DAYS: i64 = 28;
/// Where nobody came of late, nobody came for so many days.
const MISSED_DAYS: i64 = 70;

/// What supervisors note of their visits, in turn.
const VISITED: [&str; 4] = [
    "Walked the site with the night shift; the log is complete.",
    "Looked at the orders with the officer on post, and asked about the last change.",
    "Asked how the week went, and what would make the post easier.",
    "Came unannounced at the change of shift; the handover was done well.",
];

/// Grows what was noted in the last days at each site, and the visits of a year.
pub(super) fn grow(app: &App, world: &World, (begins_at, until): (Moment, Moment)) -> Result<()> {
    for (number, place) in world.places.iter().enumerate() {
        let grower = Grower { app, place, until, number };
        grower.visits(begins_at)?;
        if let Some(assignment) = grower.assignment()? {
            grower.note(&assignment)?;
            grower.promise(&assignment)?;
            grower.visit(&assignment)?;
        }
    }
    app.db.write_here(letter::take_as_posted)
}

/// One site, and how talking there is noted.
struct Grower<'a> {
    app: &'a App,
    place: &'a Place,
    until: Moment,
    number: usize,
}

impl Grower<'_> {
    fn write<T: Send + 'static>(
        &self,
        me: &Me,
        at: Moment,
        verb: impl Fn(&mut Work<'_>) -> Result<Done<T>> + Send + 'static,
    ) -> Result<T> {
        super::write(self.app, self.until, (me, at), verb)
    }

    /// The first who stands at the site, since an hour ago at least.
    fn assignment(&self) -> Result<Option<Assignment>> {
        let (site, now) = (self.place.site.id.clone(), self.until);
        self.app.db.read_here(move |connection| {
            let posts: Vec<_> = post::rows::open_at(connection, &site)?.into_iter().map(|post| post.id).collect();
            let mut assigned = post::rows::now_and_next(connection, &posts, now)?;
            assigned.retain(|one| one.starts_at <= now.plus_seconds(-HOUR));
            Ok(assigned.into_iter().next())
        })
    }

    fn officer(&self, assignment: &Assignment) -> Result<Me> {
        let id = assignment.staff_id.clone();
        self.app.db.read_here(move |connection| session::rows::as_staff(connection, &id))
    }

    /// So many days ago, but not before the officer stood there.
    fn days_ago(&self, days: i64, assignment: &Assignment) -> Moment {
        let hours = (days * 7 + i64::try_from(self.number).unwrap_or(0) * 5) % 11;
        let at = self.until.plus_seconds(-days * DAY - hours * HOUR - hours * 7 * 60);
        at.max(assignment.starts_at.plus_seconds(HOUR))
    }

    fn noted((kind, mood, topic): (Kind, Mood, &str), with: With, at: Moment) -> NewInteraction {
        NewInteraction {
            post_id: None,
            kind,
            with,
            mood: Some(mood),
            topic: topic.to_owned(),
            language: Language::English,
            happened_at: at,
            replaces_id: None,
            promised: None,
            coached: None,
        }
    }

    fn say(&self, me: &Me, new: NewInteraction) -> Result<Id<Interaction>> {
        let (site, at) = (self.place.site.id.clone(), new.happened_at);
        self.write(me, at, move |work| interaction::note(work, &site, &new))
    }

    /// Three of what officers note, in turn.
    fn note(&self, assignment: &Assignment) -> Result<()> {
        let officer = self.officer(assignment)?;
        for turn in 0..3 {
            let (days, kind, mood, topic) = NOTED[(self.number + 2 * turn) % NOTED.len()];
            let at = self.days_ago(days, assignment);
            self.say(&officer, Self::noted((kind, mood, topic), With::Someone(None), at))?;
        }
        Ok(())
    }

    /// A word that is open, given to a contact; at every other site one that was kept, too.
    fn promise(&self, assignment: &Assignment) -> Result<()> {
        let officer = self.officer(assignment)?;
        let Some(contact) = self.place.contacts.first() else { return Ok(()) };
        let with = With::Contact(contact.me.contact_id());
        let talk = (Kind::Talk, Mood::Neutral, "Asked for something small on my round.");
        let given = |days: i64, words: &str| {
            let at = self.days_ago(days, assignment);
            let promised = NewWord { words: words.to_owned(), due_at: at.plus_seconds(7 * DAY) };
            NewInteraction { promised: Some(promised), ..Self::noted(talk, with.clone(), at) }
        };
        self.say(&officer, given(2, PROMISED[self.number % PROMISED.len()]))?;
        if !self.number.is_multiple_of(2) {
            return Ok(());
        }
        let visit = self.say(&officer, given(8, PROMISED[(self.number + 1) % PROMISED.len()]))?;
        let of = visit.clone();
        let words = self.app.db.read_here(move |connection| given_word::rows::of_interaction(connection, &of))?;
        let at = self.days_ago(6, assignment);
        for word in words {
            let id = word.id;
            self.write(&officer, at, move |work| given_word::keep(work, &id, 0, "It is seen to, and I told them."))?;
        }
        Ok(())
    }

    /// The visits of a year, at every other one with a talk; at one site in five nobody came of late.
    fn visits(&self, begins_at: Moment) -> Result<()> {
        let place = i64::try_from(self.number).unwrap_or(0);
        for time in (1..=13).rev() {
            let days = VISITED_DAYS * time - place % 9;
            let at = self.until.plus_seconds(-days * DAY - (place % 7) * HOUR);
            if at <= begins_at || (place % 5 == 4 && days < MISSED_DAYS) {
                continue;
            }
            let with = match self.place.contacts.first() {
                Some(contact) if time % 2 == 0 => With::Contact(contact.me.contact_id()),
                _ => With::Unsaid,
            };
            let topic = VISITED[usize::try_from(place + time).unwrap_or(0) % VISITED.len()];
            self.say(&self.place.supervisor, Self::noted((Kind::Visit, Mood::AtEase, topic), with, at))?;
        }
        Ok(())
    }

    /// A visit at every third site, of which its officer has something to read.
    fn visit(&self, assignment: &Assignment) -> Result<()> {
        if !self.number.is_multiple_of(3) {
            return Ok(());
        }
        let coached = NewCoaching {
            about_id: assignment.staff_id.clone(),
            look: [Seen::Seen, Seen::NoOccasion, Seen::Seen, Seen::Seen, Seen::NotYet],
            words: COACHED[(self.number / 3) % COACHED.len()].to_owned(),
        };
        let seen = (Kind::Visit, Mood::AtEase, "An evening visit; walked the round together.");
        let new = Self::noted(seen, With::Unsaid, self.days_ago(5, assignment));
        self.say(&self.place.supervisor, NewInteraction { coached: Some(coached), ..new }).map(drop)
    }
}
