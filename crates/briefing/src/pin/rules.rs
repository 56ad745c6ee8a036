//! What a PIN is.

use ground::Refusal;

/// How many digits a PIN has.
pub const DIGITS: usize = 6;

/// Reads a PIN that somebody chooses.
///
/// # Errors
/// Refused unless it is six digits, and not one that everybody tries first: all the same, or in a row.
pub(super) fn read(typed: &str) -> Result<String, Refusal> {
    let pin = typed.trim();
    if pin.len() != DIGITS || !pin.bytes().all(|letter| letter.is_ascii_digit()) {
        return Err(Refusal::new("pin-six-digits"));
    }
    let steps: Vec<i16> = pin.as_bytes().windows(2).map(|two| i16::from(two[1]) - i16::from(two[0])).collect();
    let in_a_row = steps.iter().all(|step| step.abs() <= 1 && Some(step) == steps.first());
    if in_a_row { Err(Refusal::new("pin-too-easy")) } else { Ok(pin.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_is_six_digits_that_nobody_tries_first() {
        for (typed, says) in [
            ("", "pin-six-digits"),
            ("12345", "pin-six-digits"),
            ("1234567", "pin-six-digits"),
            ("12345a", "pin-six-digits"),
            ("\u{661}\u{662}\u{663}", "pin-six-digits"),
            ("123456", "pin-too-easy"),
            ("987654", "pin-too-easy"),
            ("000000", "pin-too-easy"),
        ] {
            assert_eq!(read(typed).unwrap_err().key, says, "{typed}");
        }
        assert_eq!(read(" 471108 ").unwrap(), "471108");
    }
}
