//! The code by which somebody without an account follows a concern: `H7KM-2QXD-9FTR-B4VC`.
//!
//! It follows from the concern's name and the installation's key, so that it can be shown again
//! when the same report is sent twice; the rows hold only its digest. Sixteen letters of an
//! alphabet of 31 are 79 bits.

use ground::Id;
use ground::secret::{self, Keys};

use super::Concern;

const LETTERS: usize = 16;

/// The code of a concern.
#[must_use]
pub fn of(keys: &Keys, id: &Id<Concern>) -> String {
    let letters = secret::spell(&keys.keyed("tracking", id.as_str())[..LETTERS]);
    let groups: Vec<&str> = (0..LETTERS).step_by(4).map(|at| &letters[at..at + 4]).collect();
    groups.join("-")
}

/// The digest under which a code is found, however it was typed.
#[must_use]
pub fn digest(typed: &str) -> String {
    let letters: String = typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
    secret::digest(&letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_the_same_each_time_and_however_it_is_typed() {
        let folder = std::env::temp_dir().join(format!("rapport-code-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let keys = Keys::open(&folder).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        let (one, other) = (Id::fresh(), Id::fresh());
        let code = of(&keys, &one);
        assert_eq!((code.len(), of(&keys, &one)), (19, code.clone()));
        assert_ne!(of(&keys, &other), code);
        assert_eq!(digest(&code.to_lowercase().replace('-', " ")), digest(&code));
    }
}
