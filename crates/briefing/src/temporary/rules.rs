//! What a temporary order is, and when it is in force.

use agreement::post::Post;
use ground::entry::{Actor, ActorKind};
use ground::fields::Choice;
use ground::words::Language;
use ground::{Error, Fields, Id, Moment, Refusal, Result, choice};
use listening::concern::{Concern, number};
use orders::revision::Revision;
use people::site::Site;
use serde::Serialize;

/// How long its words may be, in letters.
pub const WORDS_LETTERS: usize = 1_000;
/// How long one lasts unless somebody says otherwise, in hours.
pub const USUAL_HOURS: i64 = 72;
/// How long one lasts at most, in seconds: what holds longer belongs into the post orders.
pub const LONGEST_SECONDS: i64 = 30 * 86_400;
/// So long before its end whoever gave it is asked what becomes of it, in seconds.
const ASKED_BEFORE_SECONDS: i64 = 86_400;

choice! {
    /// What a temporary order is about.
    pub enum Kind {
        /// Something that officers do, or no longer do.
        Order = "order", "temporary-order",
        /// Somebody who comes.
        Visitors = "visitors", "temporary-visitors",
        /// Somebody who may no longer come in.
        Leavers = "leavers", "temporary-leavers",
        /// Something that is brought.
        Deliveries = "deliveries", "temporary-deliveries",
    }
}

choice! {
    /// Until when it holds, as somebody says it.
    pub enum Until {
        /// Twelve hours.
        Hours12 = "12", "temporary-12-hours",
        /// A day.
        Hours24 = "24", "temporary-24-hours",
        /// Three days.
        Hours72 = "72", "temporary-72-hours",
        /// A time that they say.
        Time = "time", "temporary-until-time",
    }
}

impl Until {
    const fn hours(self) -> Option<i64> {
        match self {
            Self::Hours12 => Some(12),
            Self::Hours24 => Some(24),
            Self::Hours72 => Some(USUAL_HOURS),
            Self::Time => None,
        }
    }

    /// Reads until when something is to hold; times are those of the wall of the site.
    pub fn read(fields: &mut Fields, now: Moment, zone: &str) -> Option<Moment> {
        let until = match fields.given("until") {
            true => fields.choice("until")?,
            false => Self::Hours72,
        };
        let Some(hours) = until.hours() else {
            let time =
                |typed: &str| Moment::parse_local(typed.trim(), zone).map_err(|_| Refusal::new("temporary-time"));
            return fields.checked("ends_at", |typed| within(time(typed)?, now));
        };
        Some(now.plus_seconds(hours * 3_600))
    }
}

fn within(at: Moment, now: Moment) -> Result<Moment, Refusal> {
    let left = at.seconds_since(now);
    if (1..=LONGEST_SECONDS).contains(&left) { Ok(at) } else { Err(Refusal::new("temporary-too-long")) }
}

/// An order that ends by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Temporary {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// At which site.
    pub site_id: Id<Site>,
    /// At which post; none at all of them.
    pub post_id: Option<Id<Post>>,
    /// What it is about.
    pub kind: Kind,
    /// What it says.
    pub words: String,
    /// In which language.
    pub language: Language,
    /// Who gave it.
    pub by: Actor,
    /// Because of which concern.
    pub concern_id: Option<Id<Concern>>,
    /// When.
    pub given_at: Moment,
    /// When it ends by itself.
    pub ends_at: Moment,
    /// When whoever gave it is asked what becomes of it; none when they were, or need not be.
    pub asks_at: Option<Moment>,
    /// When somebody ended it before its time.
    pub ended_at: Option<Moment>,
    /// The revision that makes it permanent.
    pub revision_id: Option<Id<Revision>>,
    /// Grows with each change, so that a change over another one is noticed.
    pub version: i64,
}

/// A temporary order as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTemporary {
    /// At which post; none at all of the site.
    pub post_id: Option<Id<Post>>,
    /// What it is about.
    pub kind: Kind,
    /// What it says.
    pub words: String,
    /// When it ends by itself.
    pub ends_at: Moment,
    /// The number of the concern because of which it is given.
    pub concern: Option<String>,
}

impl NewTemporary {
    /// Reads what was typed. Clients tell us who comes, who has left and what is brought; what officers
    /// are to do is an order, and that is ours to give.
    pub fn read(fields: &mut Fields, (now, zone): (Moment, &str), who: ActorKind) -> Option<Self> {
        let post_id = match fields.given("post") {
            true => {
                fields.checked("post", |typed| Id::parse(typed.trim()).ok_or(Refusal::new("field-choose"))).map(Some)
            }
            false => Some(None),
        };
        let kind = fields.checked("kind", |typed| kind_of(typed, who));
        let words = fields.prose("words", 3..=WORDS_LETTERS);
        let ends_at = Until::read(fields, now, zone);
        let concern = match fields.given("concern") {
            true => fields
                .checked("concern", |typed| number::read(typed).ok_or(Refusal::new("temporary-concern")))
                .map(Some),
            false => Some(None),
        };
        Some(Self { post_id: post_id?, kind: kind?, words: words?, ends_at: ends_at?, concern: concern? })
    }
}

fn kind_of(typed: &str, who: ActorKind) -> Result<Kind, Refusal> {
    match Kind::from_word(typed.trim()) {
        Some(Kind::Order) if who == ActorKind::Contact => Err(Refusal::new("temporary-no-order")),
        kind => kind.ok_or(Refusal::new("field-choose")),
    }
}

/// When whoever gave an order that lasts from one moment to another is asked what becomes of it: a day
/// before its end; where it lasts less than three days, when a third of it is left.
fn asks_at(from: Moment, ends_at: Moment) -> Moment {
    let third = ends_at.seconds_since(from) / 3;
    ends_at.plus_seconds(-third.min(ASKED_BEFORE_SECONDS))
}

impl Temporary {
    /// One that is given now.
    #[must_use]
    pub fn given(
        new: &NewTemporary,
        site_id: &Id<Site>,
        concern_id: Option<Id<Concern>>,
        (by, language, now): (&Actor, Language, Moment),
    ) -> Self {
        Self {
            id: Id::fresh(),
            site_id: site_id.clone(),
            post_id: new.post_id.clone(),
            kind: new.kind,
            words: new.words.clone(),
            language,
            by: by.clone(),
            concern_id,
            given_at: now,
            ends_at: new.ends_at,
            asks_at: Some(asks_at(now, new.ends_at)),
            ended_at: None,
            revision_id: None,
            version: 0,
        }
    }

    /// Whether officers stand by it at this moment.
    #[must_use]
    pub fn is_in_force(&self, at: Moment) -> bool {
        self.given_at <= at && at < self.ends_at && self.ended_at.is_none_or(|ended_at| at < ended_at)
    }

    /// When it ends, or ended.
    #[must_use]
    pub fn over_at(&self) -> Moment {
        self.ended_at.unwrap_or(self.ends_at)
    }

    /// Whether the client gave it.
    #[must_use]
    pub fn is_of_client(&self) -> bool {
        self.by.kind == ActorKind::Contact
    }

    /// Holds that it is in force still, as it was looked at.
    fn check(&self, seen: i64, now: Moment) -> Result<()> {
        if self.version != seen {
            return Err(Error::refused("changed-meanwhile"));
        }
        if self.is_in_force(now) { Ok(()) } else { Err(Error::refused("temporary-over")) }
    }

    /// It ends now.
    ///
    /// # Errors
    /// Refused when it is over, or changed since it was looked at.
    pub fn ended(self, seen: i64, now: Moment) -> Result<Self> {
        self.check(seen, now)?;
        Ok(Self { ended_at: Some(now), asks_at: None, ..self })
    }

    /// It lasts longer, and whoever gave it is asked again before that ends.
    ///
    /// # Errors
    /// Refused when it is over, or changed since it was looked at, and when it would end earlier.
    pub fn lengthened(self, seen: i64, ends_at: Moment, now: Moment) -> Result<Self> {
        self.check(seen, now)?;
        if ends_at <= self.ends_at {
            return Err(Error::refused("temporary-not-longer"));
        }
        Ok(Self { ends_at, asks_at: Some(asks_at(now, ends_at)), ..self })
    }

    /// A draft of the post orders has its words; it holds until it ends.
    ///
    /// # Errors
    /// Refused when it is over, changed since it was looked at, or is in a draft already.
    pub fn made_permanent(self, seen: i64, revision_id: &Id<Revision>, now: Moment) -> Result<Self> {
        self.check(seen, now)?;
        if self.revision_id.is_some() {
            return Err(Error::refused("temporary-permanent-already"));
        }
        Ok(Self { revision_id: Some(revision_id.clone()), asks_at: None, ..self })
    }

    /// Whoever gave it is asked what becomes of it.
    ///
    /// # Errors
    /// Refused when there is nothing to ask yet, or no longer.
    pub fn asked(self, now: Moment) -> Result<Self> {
        if self.asks_at.is_none_or(|at| at > now) || !self.is_in_force(now) {
            return Err(Error::refused("temporary-nothing-to-ask"));
        }
        Ok(Self { asks_at: None, ..self })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NOW: Moment = Moment::from_millis(1_795_000_000_000);

    fn lasting(seconds: i64) -> Temporary {
        let ends_at = NOW.plus_seconds(seconds);
        let words = "The north gate stays shut.".to_owned();
        let new = NewTemporary { post_id: None, kind: Kind::Order, words, ends_at, concern: None };
        let by = Actor { kind: ActorKind::Staff, id: "sam".into(), name: "Sam".into() };
        Temporary::given(&new, &Id::known("gate"), None, (&by, Language::English, NOW))
    }

    #[test]
    fn it_is_asked_about_a_day_before_its_end_or_when_a_third_is_left() {
        for (hours, left) in [(12, 4), (24, 8), (72, 24), (720, 24)] {
            let given = lasting(hours * 3_600);
            assert_eq!(given.asks_at, Some(given.ends_at.plus_seconds(-left * 3_600)), "{hours}");
        }
    }

    #[test]
    fn what_is_over_stays_over() {
        let given = lasting(3_600);
        let late = NOW.plus_seconds(3_600);
        let key = |refused: Result<Temporary>| match refused {
            Err(Error::Refused(refusal)) => refusal.key,
            other => panic!("{other:?}"),
        };
        assert_eq!(key(given.clone().ended(0, late)), "temporary-over");
        assert_eq!(key(given.clone().lengthened(0, late.plus_seconds(60), late)), "temporary-over");
        assert_eq!(key(given.clone().ended(1, NOW)), "changed-meanwhile");
        assert_eq!(key(given.clone().lengthened(0, NOW.plus_seconds(60), NOW)), "temporary-not-longer");
        let permanent = given.made_permanent(0, &Id::known("r"), NOW).unwrap();
        assert!(permanent.is_in_force(NOW), "it holds until it ends");
        assert_eq!(key(permanent.clone().made_permanent(0, &Id::known("r"), NOW)), "temporary-permanent-already");
        assert_eq!(key(permanent.asked(NOW.plus_seconds(3_000))), "temporary-nothing-to-ask");
    }

    #[test]
    fn a_client_tells_and_does_not_order() {
        let typed = |kind: &str| Fields::default().set("kind", kind).set("words", "Mr Roe left the company.");
        for (kind, who, reads) in [
            ("leavers", ActorKind::Contact, true),
            ("order", ActorKind::Contact, false),
            ("order", ActorKind::Staff, true),
            ("anything", ActorKind::Staff, false),
        ] {
            let read = NewTemporary::read(&mut typed(kind), (NOW, "UTC"), who);
            assert_eq!(read.is_some(), reads, "{kind}");
            assert!(read.is_none_or(|new| new.ends_at == NOW.plus_seconds(USUAL_HOURS * 3_600)));
        }
    }

    #[test]
    fn a_time_lies_ahead_and_within_thirty_days() {
        let day = |days: i64| NOW.plus_seconds(days * 86_400).to_string();
        for (at, reads) in [(day(-1), false), (day(0), false), (day(1), true), (day(29), true), (day(31), false)] {
            let local = at[..16].to_owned();
            let mut fields = Fields::default().set("until", "time").set("ends_at", local);
            assert_eq!(Until::read(&mut fields, NOW, "UTC").is_some(), reads, "{at}");
        }
        assert!(Until::read(&mut Fields::default().set("until", "soon"), NOW, "UTC").is_none());
    }

    proptest! {
        #[test]
        fn the_clock_ends_it_and_nothing_else_is_needed(lasts in 1_i64..LONGEST_SECONDS, at in -100_i64..2 * LONGEST_SECONDS) {
            let given = lasting(lasts);
            prop_assert_eq!(given.is_in_force(NOW.plus_seconds(at)), (0..lasts).contains(&at));
            let asks = given.asks_at.unwrap();
            prop_assert!(given.given_at <= asks && asks <= given.ends_at);
        }

        #[test]
        fn what_was_ended_is_not_in_force_from_then_on(lasts in 2_i64..LONGEST_SECONDS, part in 0.0_f64..1.0) {
            #[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "a moment within its life")]
            let at = NOW.plus_seconds((lasts as f64 * part) as i64);
            let ended = lasting(lasts).ended(0, at).unwrap();
            prop_assert!(!ended.is_in_force(at) && !ended.is_in_force(ended.ends_at));
        }
    }
}
