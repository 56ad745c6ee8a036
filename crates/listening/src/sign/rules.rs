//! What a sign is, what somebody tells us at one, and how often.

use agreement::post::Post;
use ground::throttle::Limit;
use ground::words::Language;
use ground::{Error, Fields, Id, Moment, Refusal, Result, secret};
use people::site::Site;
use serde::Serialize;

use crate::concern::{Channel, NewConcern, Reporter, Voice};

/// How long the code of a sign is: 31 letters to the eighth power, so that nobody meets one by trying.
pub(super) const CODE_LETTERS: usize = 8;
/// The most photos that come with one report.
pub(super) const PHOTOS: usize = 3;
/// Within how many seconds the same words from the same place are one press of a button.
pub(super) const TWICE_SECONDS: i64 = 120;

/// How much one address may tell us in a short time. A mall or a hospital can have one address, and
/// when something happens there, many tell us of it at once.
pub(super) const ADDRESS: Limit = Limit { purpose: "sign.report by address", times: 20, window_seconds: 600 };
/// Whether an address has told us anything in that time.
pub(super) const ADDRESS_FIRST: Limit = Limit { times: 1, ..ADDRESS };
/// How much one address may tell us in a day.
pub(super) const ADDRESS_DAY: Limit =
    Limit { purpose: "sign.report by address and day", times: 300, window_seconds: 86_400 };
/// How much one site takes in a short time from addresses that have told us something already.
pub(super) const SITE: Limit = Limit { purpose: "sign.report by site", times: 120, window_seconds: 600 };
/// How much more may be said about one concern by its private code.
pub(super) const MESSAGES: Limit = Limit { purpose: "sign.message", times: 20, window_seconds: 3_600 };

/// A sign, at a place of a site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sign {
    /// Its code, which stands in its address.
    pub code: String,
    /// Where.
    pub site_id: Id<Site>,
    /// At which post.
    pub post_id: Option<Id<Post>>,
    /// Where exactly, as people call it.
    pub place: String,
    /// When it was hung up.
    pub made_at: Moment,
    /// When it was taken down.
    pub retired_at: Option<Moment>,
    /// Grows with each change.
    pub version: i64,
}

/// A sign as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSign {
    /// Where.
    pub site_id: Id<Site>,
    /// At which post.
    pub post_id: Option<Id<Post>>,
    /// Where exactly, as people call it.
    pub place: String,
}

impl NewSign {
    /// Reads what was typed.
    pub fn read(fields: &mut Fields, site_id: &Id<Site>) -> Option<Self> {
        let place = fields.line("place", 2..=60);
        let chosen = |typed: &str| Id::parse(typed.trim()).ok_or(Refusal::new("field-choose"));
        let post_id = if fields.given("post") { fields.checked("post", chosen).map(Some) } else { Some(None) };
        Some(Self { site_id: site_id.clone(), post_id: post_id?, place: place? })
    }
}

impl Sign {
    /// A sign that is hung up now.
    #[must_use]
    pub fn hung(new: &NewSign, code: String, now: Moment) -> Self {
        let NewSign { site_id, post_id, place } = new.clone();
        Self { code, site_id, post_id, place, made_at: now, retired_at: None, version: 0 }
    }

    /// The sign after it was taken down.
    ///
    /// # Errors
    /// Refused when that was done before.
    pub fn retired(self, now: Moment) -> Result<Self> {
        match self.retired_at {
            Some(_) => Err(Error::refused("sign-already-retired")),
            None => Ok(Self { retired_at: Some(now), ..self }),
        }
    }
}

/// A code as it stands in the rows, however it was typed.
pub(super) fn code(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase()).collect()
}

/// The number of the span of time in which a moment lies; two of them cover what is sent twice.
pub(super) const fn span(at: Moment) -> i64 {
    at.millis().div_euclid(TWICE_SECONDS * 1_000)
}

/// What somebody tells us at a sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What they tell us. Their photos join it once they are kept.
    pub new: NewConcern,
    /// Names the form that was sent, where it says so: the same form sent twice is one report.
    pub once: Option<String>,
    /// The digest of everything that was sent: another report has another one.
    pub request: String,
}

impl Report {
    /// Reads what was typed: `words`, `urgency`, and what may be left out: `name`, `email`, `photo`, `once`.
    pub fn read(fields: &mut Fields, post_id: Option<Id<Post>>, language: Language) -> Option<Self> {
        let new = NewConcern::read(fields, Channel::Qr, Voice::Public, language);
        if fields.uploads("photo").count() > PHOTOS {
            fields.refuse("photo", Refusal::new("sign-photos-too-many"));
        }
        let name = fields.optional_line("name", 120);
        let email = fields.optional_email("email");
        let (new, name, email) = (new?, name?, email?);
        if fields.problem("photo").is_some() {
            return None;
        }
        let photos: Vec<String> = fields.uploads("photo").map(|upload| secret::digest(&upload.bytes)).collect();
        let request = secret::digest(&format!("{:?}", (&new.words, new.severity.word(), &name, &email, photos)));
        let new = NewConcern { reporter: Reporter { id: None, name, email }, post_id, ..new };
        Some(Self { new, once: once(fields.typed("once")), request })
    }
}

/// The name of a form; what is none of ours is as good as none.
fn once(typed: &str) -> Option<String> {
    let fits =
        (16..=64).contains(&typed.len()) && typed.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
    fits.then(|| typed.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(words: &str, urgency: &str) -> Fields {
        Fields::default().set("words", words).set("urgency", urgency).set("once", "a-form-of-this-page")
    }

    #[test]
    fn a_sign_is_taken_down_once() {
        let new = NewSign { site_id: Id::known("gate"), post_id: None, place: "Lobby".to_owned() };
        let sign = Sign::hung(&new, "ABCD2345".to_owned(), Moment::from_millis(1));
        let retired = sign.retired(Moment::from_millis(2)).unwrap();
        assert!(matches!(retired.retired(Moment::from_millis(3)), Err(Error::Refused(_))));
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        assert_eq!(code(" abcd-2345 "), "ABCD2345");
    }

    #[test]
    fn another_report_is_another_request() {
        let read = |words, urgency| Report::read(&mut typed(words, urgency), None, Language::English).unwrap();
        let first = read("Gate open", "shortfall");
        assert_eq!(read("Gate open", "shortfall"), first);
        for other in [read("Gate shut", "shortfall"), read("Gate open", "danger")] {
            assert_ne!(other.request, first.request);
        }
        let mut named = typed("Gate open", "shortfall").set("name", "Dana");
        assert_ne!(Report::read(&mut named, None, Language::English).unwrap().request, first.request);
    }

    #[test]
    fn a_form_whose_name_is_not_ours_has_none() {
        for odd in ["", "short", "with spaces in the name", &"x".repeat(65)] {
            assert_eq!(once(odd), None, "{odd}");
        }
        assert!(once("a-form-of-this-page").is_some());
    }
}
