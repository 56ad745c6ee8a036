//! Secrets: the installation's key, tokens, digests.

mod locked;
pub mod sealed;

use std::io::{ErrorKind, Write};
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::SigningKey;
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};

use crate::{Error, Result, disk};

/// The letters of numbers and codes that people read aloud: 31 of them, without 0, 1, I, L and O.
pub const LETTERS: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/// The installation's key. It lies in the data folder, never in the database, so that who can
/// write rows cannot sign them.
#[derive(Clone)]
pub struct Keys {
    master: [u8; 32],
}

impl Keys {
    /// Reads the key of this data folder, or makes it at the first start.
    ///
    /// # Errors
    /// Broken when the file cannot be read or written, or holds something else.
    pub fn open(data: &Path) -> Result<Self> {
        let file = data.join("rapport.key");
        if !file.try_exists()? {
            make_key(data, &file)?;
        }
        let master = from_hex(std::fs::read_to_string(&file)?.trim())
            .ok_or_else(|| Error::broken(format!("{} holds no key: restore it from a backup", file.display())))?;
        Ok(Self { master })
    }

    /// A keyed digest (HMAC-SHA-256, RFC 2104) of some words for one purpose.
    #[must_use]
    pub fn keyed(&self, purpose: &str, words: &str) -> [u8; 32] {
        let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(&self.master).unwrap_or_else(|_| unreachable!());
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(words.as_bytes());
        mac.finalize().into_bytes().into()
    }

    /// Whether a mark is the beginning of [`Keys::keyed`] of these words; compared in constant time.
    #[must_use]
    pub fn made(&self, purpose: &str, words: &str, mark: &[u8]) -> bool {
        let expected = self.keyed(purpose, words);
        let differences = expected.iter().zip(mark).fold(0, |sum, (one, other)| sum | (one ^ other));
        !mark.is_empty() && mark.len() <= expected.len() && std::hint::black_box(differences) == 0
    }

    /// The key that signs the seals of the record.
    #[must_use]
    pub fn seal(&self) -> SigningKey {
        SigningKey::from_bytes(&self.keyed("seal", ""))
    }
}

/// Makes a key beside its place, and puts it there whole. Of processes that start together one is
/// first, and its key is the key of all of them.
fn make_key(data: &Path, file: &Path) -> Result<()> {
    let beside = data.join(format!(".rapport.key.{}", hex(&random::<8>()?)));
    let key = hex(&random::<32>()?);
    let placed = write_private(&beside, key.as_bytes()).and_then(|()| std::fs::hard_link(&beside, file));
    // What lies beside it is of no more use, if it was made at all.
    let _removed = std::fs::remove_file(&beside);
    match placed {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error.into()),
        _ => Ok(disk::sync_around(file)?),
    }
}

fn write_private(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut made = create_private(file)?;
    made.write_all(bytes)?;
    made.sync_all()
}

#[cfg(unix)]
fn create_private(file: &Path) -> std::io::Result<std::fs::File> {
    use std::os::unix::fs::OpenOptionsExt;
    std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file)
}

#[cfg(not(unix))]
fn create_private(file: &Path) -> std::io::Result<std::fs::File> {
    std::fs::OpenOptions::new().write(true).create_new(true).open(file)
}

/// Bytes that nobody can guess.
///
/// # Errors
/// Broken when the machine has no randomness.
pub fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| Error::broken(error.to_string()))?;
    Ok(bytes)
}

/// A token of 256 bits that nobody can guess, fit for a link or a cookie.
///
/// # Errors
/// Broken when the machine has no randomness.
pub fn token() -> Result<String> {
    Ok(URL_SAFE_NO_PAD.encode(random::<32>()?))
}

/// The digest under which a token is kept: SHA-256, in hex. Fast on purpose, for a token has
/// 256 bits and needs no slowness; passwords do, see `people/session`.
#[must_use]
pub fn digest<T: AsRef<[u8]> + ?Sized>(token: &T) -> String {
    hex(&Sha256::digest(token))
}

/// So many of [`LETTERS`] that nobody can guess, each as likely as the others.
///
/// # Errors
/// Broken when the machine has no randomness.
pub fn letters(count: usize) -> Result<String> {
    let mut letters = String::with_capacity(count);
    while letters.len() < count {
        let [byte] = random()?;
        // A byte beyond the last whole run of the alphabet would favour its first letters.
        if usize::from(byte) < 256 / LETTERS.len() * LETTERS.len() {
            letters.push_str(&spell(&[byte]));
        }
    }
    Ok(letters)
}

/// Bytes spelled in [`LETTERS`], one letter a byte.
#[must_use]
pub fn spell(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(LETTERS[usize::from(*byte) % LETTERS.len()])).collect()
}

/// Bytes in hex.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Bytes from hex; `None` when the text is not as many bytes of hex.
#[must_use]
pub fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    if text.len() != N * 2 || !text.is_ascii() {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_is_made_once_and_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let first = Keys::open(folder.path()).unwrap();
        let second = Keys::open(folder.path()).unwrap();
        assert_eq!(first.keyed("x", "y"), second.keyed("x", "y"));
        assert_ne!(first.keyed("x", "y"), first.keyed("xy", ""));
    }

    #[test]
    fn processes_that_start_together_have_one_key_and_leave_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let together = std::sync::Barrier::new(8);
        let open = || {
            together.wait();
            Keys::open(folder.path()).unwrap().keyed("x", "y")
        };
        let keys: Vec<[u8; 32]> = std::thread::scope(|scope| {
            let starting: Vec<_> = (0..8).map(|_| scope.spawn(open)).collect();
            starting.into_iter().map(|process| process.join().unwrap()).collect()
        });
        assert!(keys.iter().all(|key| *key == keys[0]));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_key_that_was_made_meanwhile_stays() {
        let folder = tempfile::tempdir().unwrap();
        let first = Keys::open(folder.path()).unwrap();
        make_key(folder.path(), &folder.path().join("rapport.key")).unwrap();
        assert_eq!(Keys::open(folder.path()).unwrap().keyed("x", "y"), first.keyed("x", "y"));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn hex_there_and_back() {
        assert_eq!(hex(&[0, 15, 255]), "000fff");
        assert_eq!(from_hex("000fff"), Some([0, 15, 255]));
        assert_eq!(from_hex::<3>("000ffg"), None);
        assert_eq!(from_hex::<2>("000fff"), None);
    }

    #[test]
    fn letters_are_of_the_alphabet_and_all_of_it() {
        let many = letters(2_000).unwrap();
        assert!(many.len() == 2_000 && LETTERS.iter().all(|letter| many.as_bytes().contains(letter)), "{many}");
        assert!(many.bytes().all(|letter| LETTERS.contains(&letter)), "{many}");
    }

    #[test]
    fn a_mark_is_ours_whole_and_for_its_own_words_alone() {
        let keys = Keys { master: [7; 32] };
        let mark = &keys.keyed("letter", "x")[..8];
        assert!(keys.made("letter", "x", mark));
        assert!(!keys.made("letter", "y", mark) && !keys.made("reply", "x", mark) && !keys.made("letter", "x", &[]));
        for place in 0..8 {
            let mut wrong = mark.to_vec();
            wrong[place] ^= 1;
            assert!(!keys.made("letter", "x", &wrong), "{place}");
        }
    }

    // The expected value comes from Python's hmac module.
    #[test]
    fn the_keyed_digest_is_hmac_sha_256() {
        let keys = Keys { master: [0; 32] };
        assert_eq!(
            hex(&keys.keyed("purpose", "words")),
            "7ac63369fd0e2e10d9cefcc9ffe78d1a299a16bd8191a854d2613d6d9de19d8a"
        );
    }
}
