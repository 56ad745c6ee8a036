//! What a certificate is, and how it stands.

use examining::exam::{Exam, Kind};
use ground::secret::{self, Keys};
use ground::words::Language;
use ground::{Day, Error, Fields, Id, Moment, Result};
use people::staff::StaffMember;
use serde::Serialize;

/// How long its title may be, in letters.
const TITLE_LETTERS: usize = 160;
/// How long the name of whoever taught may be, in letters.
const NAME_LETTERS: usize = 120;
/// How long the reason may be for which one is withdrawn, in letters.
pub(super) const WHY_LETTERS: usize = 300;
/// So many months one is good, unless a trainer says otherwise.
const GOOD_MONTHS: i64 = 24;
/// An exam that had fewer of its questions is another one, and has no certificate.
const ENOUGH_PERCENT: i64 = 90;
/// So many days before one expires it is said.
const AHEAD_DAYS: i64 = 30;
/// After so many days one that was renewed is looked at again, until its last day: what renewed it may have been withdrawn.
const AGAIN_DAYS: i64 = 7;
/// So many letters of 31 are 99 bits: nobody guesses them, and a hand can still type them.
const CODE_LETTERS: usize = 20;

/// What proves that an officer passed or finished something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Certificate {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Its number, as people say it: `2026-7K2Q-M4DS`.
    pub number: String,
    /// Whose.
    pub staff_id: Id<StaffMember>,
    /// What they were called on that day.
    pub officer_name: String,
    /// The exam that it is of; none where a trainer attests something else.
    pub exam_id: Option<Id<Exam>>,
    /// What was passed or finished.
    pub title: String,
    /// How many hours that took.
    pub hours: Option<i64>,
    /// Who issued it: the organization.
    pub issuer: String,
    /// Who taught.
    pub instructor: Option<String>,
    /// In which language its paper is.
    pub language: Language,
    /// When it was passed or finished.
    pub completed_on: Day,
    /// When it was issued.
    pub issued_on: Day,
    /// Its last day; none where it goes on.
    pub valid_until: Option<Day>,
    /// When somebody is written to that it expires; none when that is over.
    pub reminds_on: Option<Day>,
    /// When it was issued, to the moment.
    pub issued_at: Moment,
    /// Since when it is good no longer, and why.
    pub withdrawn: Option<(Moment, String)>,
    /// Of which exam, and which of its papers, the officer passed one.
    #[serde(skip)]
    pub exam_paper: Option<(String, Option<String>)>,
    /// Whether its exam was voided since.
    #[serde(skip)]
    pub is_voided: bool,
    /// Where there were too few questions for the whole exam: how many were asked, and of how many.
    #[serde(skip)]
    pub shorter: Option<(i64, i64)>,
    /// Grows with each change.
    pub version: i64,
}

/// What a trainer attests, as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attested {
    /// What was finished.
    pub title: String,
    /// How many hours that took.
    pub hours: Option<i64>,
    /// Who taught.
    pub instructor: Option<String>,
    /// When it was finished.
    pub completed_on: Day,
    /// The last day of the certificate.
    pub valid_until: Option<Day>,
}

/// How a certificate stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is good.
    Valid,
    /// Its last day is over.
    Expired,
    /// It was withdrawn, or its exam was voided.
    Withdrawn,
}

impl Standing {
    /// The key of its sentence.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Valid => "certificate-valid",
            Self::Expired => "certificate-expired",
            Self::Withdrawn => "certificate-withdrawn",
        }
    }

    /// The class of its badge.
    #[must_use]
    pub const fn look(self) -> &'static str {
        match self {
            Self::Valid => "ok",
            Self::Expired => "late",
            Self::Withdrawn => "rest",
        }
    }
}

impl Attested {
    /// Reads what was typed; what is wrong stands beside its field.
    pub fn read(fields: &mut Fields) -> Option<Self> {
        let title = fields.line("title", 3..=TITLE_LETTERS);
        let hours = fields.optional_number("hours", 1..=1_000);
        let instructor = fields.optional_line("instructor", NAME_LETTERS);
        let completed_on = fields.day("completed_on");
        let valid_until = fields.optional_day("valid_until");
        Some(Self {
            title: title?,
            hours: hours?,
            instructor: instructor?,
            completed_on: completed_on?,
            valid_until: valid_until?,
        })
    }

    /// Whether its days fit.
    ///
    /// # Errors
    /// Refused when it was finished later than today, or would be over already.
    pub fn check(&self, today: Day) -> Result<()> {
        if self.completed_on > today {
            return Err(Error::refused("certificate-completed-later"));
        }
        check_until(self.valid_until, today)
    }
}

/// Whether a certificate that is issued today would be good at all.
pub(super) fn check_until(valid_until: Option<Day>, today: Day) -> Result<()> {
    match valid_until {
        Some(day) if day < today => Err(Error::refused("certificate-over-already")),
        _ => Ok(()),
    }
}

/// The last day that is proposed of one that is issued today.
pub(super) fn usual_until(today: Day) -> Day {
    today.plus_months(GOOD_MONTHS)
}

/// Whether an exam proves something: a test finds out how much somebody can, and is passed by nobody.
pub(super) fn proves(exam: &Exam) -> bool {
    exam.kind == Kind::Exam && exam.voided.is_none() && exam.is_passed() == Some(true)
}

/// Whether an exam had enough of its questions to be called by its name.
pub(super) fn is_whole_enough(exam: &Exam) -> bool {
    exam.asked * 100 >= exam.whole() * ENOUGH_PERCENT
}

/// The code in the address that says whether a certificate is good. It follows from the certificate's name and the
/// installation's key, so that the paper can be printed again.
#[must_use]
pub fn code(keys: &Keys, id: &Id<Certificate>) -> String {
    secret::spell(&keys.keyed("certificate", id.as_str())[..CODE_LETTERS])
}

/// A code as people read and type it: in groups of four.
pub(super) fn grouped(code: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    letters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join("-")
}

/// The code that somebody typed, as we make them.
pub(super) fn typed(code: &str) -> String {
    code.chars().filter(|letter| *letter != '-').map(|letter| letter.to_ascii_uppercase()).collect()
}

impl Certificate {
    /// One that is issued today, of nothing yet.
    pub(super) fn issued(officer: &StaffMember, issuer: &str, number: String, (today, now): (Day, Moment)) -> Self {
        Self {
            id: Id::fresh(),
            number,
            staff_id: officer.id.clone(),
            officer_name: officer.name.clone(),
            exam_id: None,
            title: String::new(),
            hours: None,
            issuer: issuer.to_owned(),
            instructor: None,
            language: officer.language,
            completed_on: today,
            issued_on: today,
            valid_until: None,
            reminds_on: None,
            issued_at: now,
            withdrawn: None,
            exam_paper: None,
            is_voided: false,
            shorter: None,
            version: 0,
        }
    }

    /// The same with its last day. Of one that is good for a shorter time than it is said before, nothing is said.
    pub(super) fn until(self, valid_until: Option<Day>) -> Self {
        let reminds_on = valid_until.map(|day| day.plus_days(-AHEAD_DAYS)).filter(|day| *day > self.issued_on);
        Self { valid_until, reminds_on, ..self }
    }

    /// It is seen to today that those who should know that it expires do. Where it is renewed nobody has to, and it is looked at
    /// again.
    ///
    /// # Errors
    /// Refused when nobody was to be, as when that was done.
    pub(super) fn reminded(self, today: Day, is_renewed: bool) -> Result<Self> {
        match self.reminds_on {
            Some(day) if day <= today => {
                let again = self.valid_until.filter(|until| is_renewed && *until > today);
                let again = again.map(|until| until.min(today.plus_days(AGAIN_DAYS)));
                Ok(Self { reminds_on: again, ..self })
            }
            _ => Err(Error::refused("certificate-reminded-before")),
        }
    }

    /// Whether another one that is good on a day is of the same and goes on longer: then nobody misses this one.
    pub(super) fn is_renewed_by(&self, other: &Self, today: Day) -> bool {
        let is_of_the_same = match (&self.exam_paper, &other.exam_paper) {
            (Some(own), Some(theirs)) => own == theirs,
            _ => self.title.to_lowercase() == other.title.to_lowercase(),
        };
        let is_longer = self.valid_until.is_some_and(|own| other.valid_until.is_none_or(|theirs| theirs > own));
        is_of_the_same && is_longer && other.standing(today) == Standing::Valid
    }

    /// Whether it attests the same, as when a form was sent twice.
    pub(super) fn is_of(&self, new: &Attested) -> bool {
        self.withdrawn.is_none() && self.title == new.title && self.completed_on == new.completed_on
    }

    /// Whether it is that of an exam, and counts.
    pub(super) fn is_for(&self, exam_id: &Id<Exam>) -> bool {
        self.withdrawn.is_none() && self.exam_id.as_ref() == Some(exam_id)
    }

    /// How it stands on a day.
    #[must_use]
    pub fn standing(&self, today: Day) -> Standing {
        match self.valid_until {
            _ if self.withdrawn.is_some() || self.is_voided => Standing::Withdrawn,
            Some(day) if day < today => Standing::Expired,
            _ => Standing::Valid,
        }
    }

    /// It is good no longer.
    ///
    /// # Errors
    /// Refused when that was done before.
    pub fn withdrawn(self, why: &str, now: Moment) -> Result<Self> {
        match self.withdrawn {
            Some(_) => Err(Error::refused("certificate-withdrawn-before")),
            None => Ok(Self { withdrawn: Some((now, why.to_owned())), reminds_on: None, ..self }),
        }
    }
}

#[cfg(test)]
mod tests;
