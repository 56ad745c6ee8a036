//! What else is known of a contract: what it is worth in a year, for how long it renews itself, when we meet about it.

use agreement::contract::Contract;
use ground::{Day, Error, Fields, Id, Refusal, Result};
use serde::Serialize;

use super::optional_day;

/// How long the words about a renewal may be, in letters.
pub const WORDS_LETTERS: usize = 2_000;
/// For how many months a contract renews itself, where nobody said otherwise.
pub(crate) const USUAL_MONTHS: i64 = 12;
/// For how many months it renews itself at most.
const MOST_MONTHS: i64 = 120;
/// How many digits a value has at most before the cents.
const MOST_DIGITS: usize = 12;

/// What is known of a contract beyond what was agreed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outlook {
    /// Of which contract.
    pub contract_id: Id<Contract>,
    /// What it is worth in a year, in cents; none where nobody said.
    pub value_cents: Option<i64>,
    /// In which currency: three letters (ISO 4217), or empty where there is no value.
    pub currency: String,
    /// For how many months it renews itself.
    pub renews_months: i64,
    /// When we meet next about it.
    pub review_on: Option<Day>,
    /// Whatever else.
    pub words: String,
    /// Grows with each change; 0 as long as nobody said anything.
    pub version: i64,
}

/// The same as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOutlook {
    /// What it is worth in a year, in cents.
    pub value_cents: Option<i64>,
    /// In which currency.
    pub currency: String,
    /// For how many months it renews itself.
    pub renews_months: i64,
    /// When we meet next about it.
    pub review_on: Option<Day>,
    /// Whatever else.
    pub words: String,
}

impl NewOutlook {
    /// Reads what was typed.
    pub fn read(fields: &mut Fields) -> Option<Self> {
        let value_cents = if fields.given("value") { fields.checked("value", cents).map(Some) } else { Some(None) };
        let currency = if fields.given("value") || fields.given("currency") {
            fields.checked("currency", currency)
        } else {
            Some(String::new())
        };
        let renews_months = fields.number("renews_months", 1..=MOST_MONTHS);
        let review_on = optional_day(fields, "review_on");
        let words = fields.optional_prose("words", WORDS_LETTERS);
        Some(Self {
            value_cents: value_cents?,
            currency: currency?,
            renews_months: renews_months?,
            review_on: review_on?,
            words: words?.unwrap_or_default(),
        })
    }
}

impl Outlook {
    /// What is taken for known as long as nobody said anything.
    #[must_use]
    pub fn usual(contract_id: &Id<Contract>) -> Self {
        Self {
            contract_id: contract_id.clone(),
            value_cents: None,
            currency: String::new(),
            renews_months: USUAL_MONTHS,
            review_on: None,
            words: String::new(),
            version: 0,
        }
    }

    /// The same as typed anew over the version that was looked at.
    ///
    /// # Errors
    /// Refused when it was changed since.
    pub fn changed(self, new: &NewOutlook, version: i64) -> Result<Self> {
        if self.version != version {
            return Err(Error::refused("changed-meanwhile"));
        }
        let NewOutlook { value_cents, currency, renews_months, review_on, words } = new.clone();
        Ok(Self { value_cents, currency, renews_months, review_on, words, ..self })
    }

    /// What it is worth in a year, as people write it.
    #[must_use]
    pub fn value(&self) -> Option<String> {
        self.value_cents.map(|cents| format!("{}\u{a0}{}", money(cents), self.currency))
    }
}

/// Cents as whole units in groups of three, with the cents where there are any.
#[must_use]
pub fn money(cents: i64) -> String {
    let digits = (cents / 100).to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            // A narrow space that does not break stands between thousands in every language (ISO 80000-1).
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    if cents % 100 == 0 { text } else { format!("{text}.{:02}", cents % 100) }
}

/// `125000`, `125 000` or `125000.50`. A comma is refused where it could stand for thousands.
fn cents(typed: &str) -> Result<i64, Refusal> {
    let refusal = || Refusal::new("renewal-value-unreadable");
    let plain: String = typed.chars().filter(|letter| !letter.is_whitespace()).collect();
    let (whole, part) = plain.split_once(['.', ',']).unwrap_or((&plain, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_odd = plain.ends_with(['.', ',']) || part.len() > 2;
    if whole.is_empty() || whole.len() > MOST_DIGITS || !is_number(whole) || !is_number(part) || is_odd {
        return Err(refusal());
    }
    format!("{whole}{part:0<2}").parse().map_err(|_| refusal())
}

fn currency(typed: &str) -> Result<String, Refusal> {
    let code = typed.trim().to_ascii_uppercase();
    let is_code = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    if is_code { Ok(code) } else { Err(Refusal::new("renewal-currency-unreadable")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_read_as_people_write_it() {
        for (typed, cents_of) in [
            ("0", 0),
            ("125000", 12_500_000),
            (" 125 000 ", 12_500_000),
            ("125000.5", 12_500_050),
            ("12,05", 1_205),
            ("999999999999.99", 99_999_999_999_999),
        ] {
            assert_eq!(cents(typed), Ok(cents_of), "{typed}");
        }
        for typed in ["1,250", "1.250,00", "-1", "+1", "1e6", ".5", "5.", "much", "1000000000000", "12.345"] {
            assert_eq!(cents(typed).map_err(|refusal| refusal.key), Err("renewal-value-unreadable"), "{typed}");
        }
    }

    #[test]
    fn a_value_is_written_in_groups() {
        assert_eq!(
            [0, 100, 99_900, 100_000, 123_456_789].map(money),
            ["0", "1", "999", "1\u{202f}000", "1\u{202f}234\u{202f}567.89"]
        );
    }

    #[test]
    fn a_value_needs_its_currency_and_a_term_its_months() {
        let typed = |name: &str, value: &str| {
            let usual = [("value", "10"), ("currency", "eur"), ("renews_months", "12")];
            let fields = usual.iter().filter(|(field, _)| *field != name);
            fields.fold(Fields::default().set(name, value), |fields, (name, value)| fields.set(name, *value))
        };
        let read = NewOutlook::read(&mut typed("words", "")).unwrap();
        assert_eq!((read.value_cents, read.currency.as_str(), read.review_on), (Some(1_000), "EUR", None));
        for (name, value, key) in [
            ("currency", "", "renewal-currency-unreadable"),
            ("currency", "euro", "renewal-currency-unreadable"),
            ("renews_months", "0", "field-number"),
            ("renews_months", "121", "field-number"),
            ("review_on", "99999-01-01", "field-day"),
            ("review_on", "2026-02-29", "field-day"),
        ] {
            let mut fields = typed(name, value);
            assert_eq!(NewOutlook::read(&mut fields), None, "{name} {value}");
            assert_eq!(fields.problem(name).map(|refusal| refusal.key), Some(key), "{name} {value}");
        }
    }

    #[test]
    fn a_change_over_another_one_is_refused() {
        let new = NewOutlook::read(&mut Fields::default().set("renews_months", "24")).unwrap();
        let usual = Outlook::usual(&Id::known("contract"));
        assert_eq!(usual.clone().changed(&new, 0).unwrap().renews_months, 24);
        assert!(matches!(usual.changed(&new, 1), Err(Error::Refused(_))));
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_written_is_read_again(value in 0_i64..99_999_999_999_999) {
            proptest::prop_assert_eq!(cents(&money(value)), Ok(value));
        }
    }
}
