//! Numbers that people say aloud: `7K2Q-M4DS`.
//!
//! Seven letters at random and one that checks them, all of an alphabet without letters that look
//! alike. A number is made without asking anybody, so that it can also be made where there is no
//! signal and needs no counter that all writers share.

use ground::{Error, Result, secret};

const RANDOM_LETTERS: usize = 7;
const BASE: usize = secret::LETTERS.len();

/// How often a number is drawn before we give up: when a million of the 27 billion are taken, this
/// many draws fail once in 10^22 concerns.
const DRAWS: usize = 5;

/// A number that nothing has yet, as far as `is_taken` knows; the schema holds that it is unique.
///
/// # Errors
/// What `is_taken` says; broken when the machine has no randomness.
pub fn fresh(is_taken: impl FnMut(&str) -> Result<bool>) -> Result<String> {
    first_free(|| secret::letters(RANDOM_LETTERS), is_taken)
}

fn first_free(
    mut draw: impl FnMut() -> Result<String>,
    mut is_taken: impl FnMut(&str) -> Result<bool>,
) -> Result<String> {
    for _ in 0..DRAWS {
        let number = with_check(&draw()?);
        if !is_taken(&number)? {
            return Ok(number);
        }
    }
    Err(Error::broken("every number that was drawn is taken"))
}

/// The number that somebody typed, as we write it; `None` when its check letter does not fit.
#[must_use]
pub fn read(typed: &str) -> Option<String> {
    let letters: String =
        typed.chars().filter(|c| !c.is_whitespace() && *c != '-').map(|c| c.to_ascii_uppercase()).collect();
    if letters.len() != RANDOM_LETTERS + 1 || !letters.bytes().all(|letter| secret::LETTERS.contains(&letter)) {
        return None;
    }
    let number = with_check(&letters[..RANDOM_LETTERS]);
    (number.replace('-', "") == letters).then_some(number)
}

/// The numbers that somebody typed in a row, each once and in order; `None` when one of them is none.
#[must_use]
pub fn read_all(typed: &str) -> Option<Vec<String>> {
    let words = typed.split([',', ';', ' ', '\n']).map(str::trim).filter(|word| !word.is_empty());
    let mut numbers = words.map(read).collect::<Option<Vec<String>>>()?;
    numbers.sort();
    numbers.dedup();
    Some(numbers)
}

/// The letters with their check letter: a weighted sum modulo the alphabet's length. That length
/// is a prime, so every single wrong letter and every swap of two is noticed (as with ISBN-10).
fn with_check(letters: &str) -> String {
    let value = |letter: u8| secret::LETTERS.iter().position(|known| *known == letter).unwrap_or(0);
    let sum: usize = letters.bytes().enumerate().map(|(at, letter)| (at + 1) * value(letter)).sum();
    let check = char::from(secret::LETTERS[sum % BASE]);
    format!("{}-{}{check}", &letters[..4], &letters[4..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_it_is_written_and_as_it_is_typed() {
        let number = fresh(|_| Ok(false)).unwrap();
        assert_eq!(number.len(), 9);
        assert_eq!(read(&number), Some(number.clone()));
        assert_eq!(read(&number.replace('-', " ").to_lowercase()), Some(number));
        assert_eq!(read("1234-5678"), None);
    }

    #[test]
    fn numbers_in_a_row_are_read_each_once() {
        let row = read_all(" 7k2q m4ds, ABCD-EFG7;").map(|numbers| numbers.len());
        assert_eq!(row, None, "a space parts two numbers");
        assert_eq!(read_all("7K2Q-M4DS; 7k2q-m4ds,\n"), Some(vec!["7K2Q-M4DS".to_owned()]));
        assert_eq!(read_all(" , "), Some(Vec::new()));
    }

    #[test]
    fn a_number_that_is_taken_is_drawn_again() {
        let mut drawn = ["7K2QM4D", "7K2QM4D", "ABCDEFG"].into_iter();
        let number = first_free(|| Ok(drawn.next().unwrap().to_owned()), |number| Ok(number.starts_with("7K2Q")));
        assert!(number.unwrap().starts_with("ABCD-EFG"));
        assert!(matches!(fresh(|_| Ok(true)), Err(Error::Broken(_))));
    }

    #[test]
    fn every_wrong_letter_and_every_swap_is_noticed() {
        let number = with_check("7K2QM4D");
        let letters: Vec<char> = number.chars().filter(|c| *c != '-').collect();
        for at in 0..letters.len() {
            for other in secret::LETTERS.iter().map(|letter| char::from(*letter)).filter(|other| *other != letters[at])
            {
                let mut wrong = letters.clone();
                wrong[at] = other;
                assert_eq!(read(&wrong.iter().collect::<String>()), None);
            }
            for with in at + 1..letters.len() {
                let mut swapped = letters.clone();
                swapped.swap(at, with);
                assert!(letters[at] == letters[with] || read(&swapped.iter().collect::<String>()).is_none());
            }
        }
    }
}
