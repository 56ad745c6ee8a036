//! What an adjustment is, and what may happen to it.

use agreement::contract::Limit;
use ground::calendar::Calendar;
use ground::{Error, Fields, Id, Moment, Refusal, Result, choice};
use listening::concern::number;
use listening::measure::{Measure, State};
use orders::post_orders::PostOrders;
use orders::revision::Revision;
use people::client::Client;
use people::site::Site;
use people::staff::StaffMember;
use serde::Serialize;

/// How long a sentence of an adjustment may be, in letters.
pub const SENTENCE_LETTERS: usize = 300;
/// How long what is said at its end may be, in letters.
pub const WORDS_LETTERS: usize = 2_000;
/// How many concerns one adjustment answers at most.
const CONCERNS: usize = 50;

choice! {
    /// By what something changes.
    pub enum Kind {
        /// By a revision of post orders.
        Revision = "revision", "adjustment-by-revision",
        /// By training.
        Training = "training", "adjustment-by-training",
        /// By who stands where, and when.
        Staffing = "staffing", "adjustment-by-staffing",
        /// By equipment.
        Equipment = "equipment", "adjustment-by-equipment",
        /// By something that the client does.
        Client = "client", "adjustment-by-client",
    }
}

/// A change of measures that answers one or more concerns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Adjustment {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// For which client.
    pub client_id: Id<Client>,
    /// At which site.
    pub site_id: Id<Site>,
    /// By what it changes.
    pub kind: Kind,
    /// What was told, in a sentence that names nobody.
    pub said: String,
    /// What changes, in a sentence that names nobody.
    pub headline: String,
    /// What is expected of it, in the client's words.
    pub expected: String,
    /// Who sees to it.
    pub owner_id: Id<StaffMember>,
    /// Within which time it is promised, in the words of an agreement.
    pub target: String,
    /// When that falls due.
    pub due_at: Moment,
    /// How long after it whoever told us is asked whether it worked, in the words of an agreement.
    pub check_back_after: String,
    /// Where it stands.
    pub state: State,
    /// The orders that it changes.
    pub orders_id: Option<Id<PostOrders>>,
    /// The revision by which it changes them.
    pub revision_id: Option<Id<Revision>>,
    /// Since when it may hang on the board "you said, we did"; none when it may not.
    pub board_at: Option<Moment>,
    /// When it was opened.
    pub opened_at: Moment,
    /// By whom.
    pub opened_by: String,
    /// When it was done, or given up.
    pub ended_at: Option<Moment>,
    /// What was said then.
    pub words: Option<String>,
    /// When the officers who stand there are asked whether it worked.
    pub ask_officers_at: Option<Moment>,
    /// Grows with each change, so that a change over another one is noticed.
    pub version: i64,
}

/// An adjustment as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAdjustment {
    /// The numbers of the concerns that it answers.
    pub concerns: Vec<String>,
    /// By what it changes.
    pub kind: Kind,
    /// What was told, in a sentence that names nobody.
    pub said: String,
    /// What changes, in a sentence that names nobody.
    pub headline: String,
    /// What is expected of it, in the client's words.
    pub expected: String,
    /// Who sees to it.
    pub owner_id: Id<StaffMember>,
    /// Within which time it is promised.
    pub limit: Limit,
    /// How long after it whoever told us is asked whether it worked.
    pub check_back_after: Limit,
    /// Whether it may hang on the board.
    pub on_board: bool,
}

impl NewAdjustment {
    /// Reads what was typed.
    pub fn read(fields: &mut Fields) -> Option<Self> {
        let concerns = fields.checked("concerns", numbers);
        let kind = fields.choice("kind");
        let said = fields.line("said", 5..=SENTENCE_LETTERS);
        let headline = fields.line("headline", 5..=SENTENCE_LETTERS);
        let expected = fields.line("expected", 3..=SENTENCE_LETTERS);
        let owner_id = fields.checked("owner", |typed| Id::parse(typed.trim()).ok_or(Refusal::new("field-choose")));
        let (limit, check_back_after) = (fields.checked("limit", limit), fields.checked("check_back_after", limit));
        Some(Self {
            concerns: concerns?,
            kind: kind?,
            said: said?,
            headline: headline?,
            expected: expected?,
            owner_id: owner_id?,
            limit: limit?,
            check_back_after: check_back_after?,
            on_board: fields.given("on_board"),
        })
    }
}

fn limit(typed: &str) -> Result<Limit, Refusal> {
    typed.parse().map_err(|error: agreement::contract::targets::LimitError| Refusal::new(error.key()))
}

/// The numbers of concerns, as people write them in a row; at least one.
fn numbers(typed: &str) -> Result<Vec<String>, Refusal> {
    let numbers = number::read_all(typed).ok_or(Refusal::new("revision-concern-number"))?;
    match numbers.len() {
        0 => Err(Refusal::new("field-needed")),
        count if count > CONCERNS => Err(Refusal::new("adjustment-too-many-concerns")),
        _ => Ok(numbers),
    }
}

impl Adjustment {
    /// An adjustment that is opened now.
    #[must_use]
    pub fn opened(new: &NewAdjustment, site: &Site, calendar: &Calendar, (by, now): (&str, Moment)) -> Self {
        let new = new.clone();
        Self {
            id: Id::fresh(),
            client_id: site.client_id.clone(),
            site_id: site.id.clone(),
            kind: new.kind,
            said: new.said,
            headline: new.headline,
            expected: new.expected,
            owner_id: new.owner_id,
            target: new.limit.to_string(),
            due_at: new.limit.seconds(calendar).after(now, calendar),
            check_back_after: new.check_back_after.to_string(),
            state: State::Planned,
            orders_id: None,
            revision_id: None,
            board_at: new.on_board.then_some(now),
            opened_at: now,
            opened_by: by.to_owned(),
            ended_at: None,
            words: None,
            ask_officers_at: None,
            version: 0,
        }
    }

    /// It changes orders, by a revision of them.
    ///
    /// # Errors
    /// Refused unless it is to change orders, and is still being prepared.
    pub fn by_revision(self, orders: &Id<PostOrders>, revision: &Id<Revision>) -> Result<Self> {
        self.check_planned()?;
        if self.kind != Kind::Revision {
            return Err(Error::refused("adjustment-no-revision"));
        }
        Ok(Self { orders_id: Some(orders.clone()), revision_id: Some(revision.clone()), ..self })
    }

    /// It is in force.
    ///
    /// # Errors
    /// Refused when it was done, or given up.
    pub fn in_force(self, words: Option<&str>, calendar: &Calendar, now: Moment) -> Result<Self> {
        self.check_planned()?;
        let ask_officers_at = Some(self.check_back_limit()?.seconds(calendar).after(now, calendar));
        let words = words.map(str::to_owned);
        Ok(Self { state: State::InForce, ended_at: Some(now), words, ask_officers_at, ..self })
    }

    /// It will not be done, and why.
    ///
    /// # Errors
    /// Refused when it was done, or given up.
    pub fn dropped(self, words: &str, now: Moment) -> Result<Self> {
        self.check_planned()?;
        Ok(Self { state: State::Dropped, ended_at: Some(now), words: Some(words.to_owned()), board_at: None, ..self })
    }

    /// How long after it whoever told us is asked whether it worked.
    ///
    /// # Errors
    /// Broken when the row holds no limit.
    pub fn check_back_limit(&self) -> Result<Limit> {
        self.check_back_after.parse().map_err(|_| Error::broken("an adjustment has no time to check back"))
    }

    /// What whoever told us knows of it.
    #[must_use]
    pub fn measure(&self) -> Measure {
        let since_at = self.ended_at.unwrap_or(self.opened_at);
        Measure { id: Id::known(self.id.as_str()), headline: self.headline.clone(), state: self.state, since_at }
    }

    fn check_planned(&self) -> Result<()> {
        if self.state == State::Planned { Ok(()) } else { Err(Error::refused("adjustment-over")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> Fields {
        Fields::default()
            .set("concerns", "7K2Q-M4DS")
            .set("kind", "training")
            .set("said", "Guests waited at the gate.")
            .set("headline", "A second lane opens on Fridays.")
            .set("expected", "Nobody waits longer than five minutes.")
            .set("owner", Id::<StaffMember>::fresh().as_str())
            .set("limit", "7 days")
            .set("check_back_after", "14 days")
    }

    fn adjustment(kind: Kind) -> Adjustment {
        let mut new = NewAdjustment::read(&mut typed()).unwrap();
        new.kind = kind;
        let site = Site {
            id: Id::known("gate"),
            outside_key: None,
            client_id: Id::known("harbour"),
            name: "Gate".to_owned(),
            setting: people::client::Setting::Residential,
            address: String::new(),
            zone: "UTC".to_owned(),
            calendar: "always".to_owned(),
            owner_id: Id::known("sam"),
            mail_name: None,
            closed_at: None,
            version: 0,
        };
        Adjustment::opened(&new, &site, &Calendar::always(), ("Sam", Moment::from_millis(0)))
    }

    #[test]
    fn what_is_missing_stands_beside_its_field() {
        assert!(NewAdjustment::read(&mut typed()).is_some());
        for (name, value, key) in [
            ("concerns", "", "field-needed"),
            ("concerns", "seven", "revision-concern-number"),
            ("headline", "no", "field-longer"),
            ("limit", "soon", "limit-unreadable"),
            ("kind", "magic", "field-choose"),
        ] {
            let mut fields = typed();
            fields.put(name, value);
            assert_eq!(NewAdjustment::read(&mut fields), None, "{name}");
            assert_eq!(fields.problem(name).map(|refusal| refusal.key), Some(key), "{name}");
        }
    }

    #[test]
    fn it_ends_once_done_or_given_up() {
        let (calendar, now) = (Calendar::always(), Moment::from_millis(0));
        let planned = adjustment(Kind::Training);
        assert_eq!(planned.due_at, now.plus_seconds(7 * 86_400));
        let done = planned.clone().in_force(None, &calendar, now).unwrap();
        assert_eq!(done.ask_officers_at, Some(now.plus_seconds(14 * 86_400)));
        assert!(done.clone().dropped("No money.", now).is_err() && done.in_force(None, &calendar, now).is_err());
        assert_eq!(planned.clone().dropped("No money.", now).unwrap().measure().state, State::Dropped);
        let (orders, revision) = (Id::known("o"), Id::known("r"));
        assert!(planned.by_revision(&orders, &revision).is_err(), "training changes no orders");
        assert!(adjustment(Kind::Revision).by_revision(&orders, &revision).is_ok());
    }
}
