//! What the organization is.

use ground::words::Language;
use ground::{Fields, Moment, Refusal};
use serde::Serialize;

/// How long an absence is from which one reads orders anew, in days, until somebody says otherwise.
const ABSENCE_DAYS: i64 = 30;

/// Who we are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Organization {
    /// What we are called.
    pub name: String,
    /// The language of pages for readers who have not said theirs.
    pub language: Language,
    /// The time zone of the office (IANA).
    pub zone: String,
    /// The number that every page for the public shows first.
    pub emergency_number: String,
    /// Where we can be called.
    pub phone: Option<String>,
    /// Where mail reaches us.
    pub email: Option<String>,
    /// Whoever did not stand at a post for so many days reads its orders as if they were new.
    pub absence_days: i64,
    /// Since when all of this is made up; none when it is real.
    pub demo_since: Option<Moment>,
    /// Grows with each change, so that a change over another one is noticed.
    pub version: i64,
}

impl Default for Organization {
    fn default() -> Self {
        Self {
            name: "Rapport".to_owned(),
            language: Language::default(),
            zone: "UTC".to_owned(),
            emergency_number: "911".to_owned(),
            phone: None,
            email: None,
            absence_days: ABSENCE_DAYS,
            demo_since: None,
            version: 0,
        }
    }
}

impl Organization {
    /// The organization as typed anew, over the version that was looked at.
    pub fn read(&self, fields: &mut Fields) -> Option<Self> {
        let name = fields.line("name", 1..=120);
        let language = fields.checked("language", crate::staff::language);
        let zone = fields.checked("zone", crate::site::zone);
        let emergency_number = fields.checked("emergency_number", |typed| number(typed, 20));
        let phone = if fields.given("phone") {
            fields.checked("phone", |typed| number(typed, 40)).map(Some)
        } else {
            Some(None)
        };
        let email = fields.optional_email("email");
        let absence_days = fields.number("absence_days", 1..=366);
        let version = fields.number("version", 0..=i64::MAX);
        Some(Self {
            name: name?,
            language: language?,
            zone: zone?,
            emergency_number: emergency_number?,
            phone: phone?,
            email: email?,
            absence_days: absence_days?,
            demo_since: self.demo_since,
            version: version?,
        })
    }
}

/// A number that a phone can dial: at least two digits, and the marks that people write between them.
fn number(typed: &str, longest: usize) -> Result<String, Refusal> {
    let text = typed.trim();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_number = text.chars().all(|c| c.is_ascii_digit() || " +-()./".contains(c));
    let fits = digits >= 2 && is_number && text.len() <= longest;
    fits.then(|| text.to_owned()).ok_or(Refusal::new("field-phone"))
}

/// The address that dials a number (RFC 3966).
pub(super) fn dial(number: &str) -> String {
    format!("tel:{}", number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> Fields {
        Fields::default()
            .set("name", "Lantern Guards")
            .set("language", "es")
            .set("zone", "America/Chicago")
            .set("emergency_number", "112")
            .set("phone", "+1 (312) 555-0100")
            .set("absence_days", "45")
            .set("version", "3")
    }

    #[test]
    fn it_is_read_and_stays_a_demo() {
        let demo = Organization { demo_since: Some(Moment::from_millis(1)), ..Organization::default() };
        let read = demo.read(&mut typed()).unwrap();
        assert_eq!((read.emergency_number.as_str(), read.email.as_deref(), read.version), ("112", None, 3));
        assert_eq!(read.demo_since, demo.demo_since);
    }

    #[test]
    fn a_number_is_one_that_a_phone_can_dial() {
        for bad in ["", "1", "call us", "911; rm", "55\u{202e}5"] {
            let mut fields = typed();
            fields.put("emergency_number", bad);
            assert_eq!(Organization::default().read(&mut fields), None, "{bad}");
            assert_eq!(fields.problem("emergency_number").unwrap().key, "field-phone");
        }
        assert_eq!(dial("+1 (312) 555-0100"), "tel:+13125550100");
    }
}
