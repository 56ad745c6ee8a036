//! Words that rows and backups may hold, and only this installation can read: AES-256-GCM (NIST
//! SP 800-38D) under a key that is derived from the installation's own.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openssl::symm::{Cipher, decrypt_aead, encrypt_aead};

use super::{Keys, random};
use crate::{Error, Result};

const NONCE_BYTES: usize = 12;
const TAG_BYTES: usize = 16;

impl Keys {
    /// Locks words for one purpose. `place` names where they stand, so that locked words which are
    /// put in another place are not read there.
    ///
    /// # Errors
    /// Broken when the machine gives no random bytes.
    pub fn lock(&self, purpose: &str, place: &str, words: &str) -> Result<String> {
        let nonce = random::<NONCE_BYTES>()?;
        self.lock_with(nonce, (purpose, place), words)
    }

    fn lock_with(&self, nonce: [u8; NONCE_BYTES], (purpose, place): (&str, &str), words: &str) -> Result<String> {
        let (key, mut tag) = (self.keyed("lock", purpose), [0; TAG_BYTES]);
        let cipher = Cipher::aes_256_gcm();
        let locked = encrypt_aead(cipher, &key, Some(&nonce), place.as_bytes(), words.as_bytes(), &mut tag);
        let locked = locked.map_err(|error| Error::Broken(error.into()))?;
        Ok(URL_SAFE_NO_PAD.encode([&nonce[..], &locked, &tag].concat()))
    }

    /// Words that [`Keys::lock`] locked for this purpose and this place.
    ///
    /// # Errors
    /// Broken when they were locked with another key, for another place, or changed since.
    pub fn unlock(&self, purpose: &str, place: &str, locked: &str) -> Result<String> {
        self.unlocked(purpose, place, locked).ok_or_else(|| Error::broken("locked words cannot be read with this key"))
    }

    fn unlocked(&self, purpose: &str, place: &str, locked: &str) -> Option<String> {
        let bytes = URL_SAFE_NO_PAD.decode(locked).ok()?;
        let (nonce, rest) = bytes.split_at_checked(NONCE_BYTES)?;
        let (locked, tag) = rest.split_at_checked(rest.len().checked_sub(TAG_BYTES)?)?;
        let key = self.keyed("lock", purpose);
        let words = decrypt_aead(Cipher::aes_256_gcm(), &key, Some(nonce), place.as_bytes(), locked, tag).ok()?;
        String::from_utf8(words).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // The expected value comes from Python: hmac for the key, and cryptography's AESGCM.
    const LOCKED: &str = "BwcHBwcHBwcHBwcHxFNdNZbXrc-jtCwNLFpfUZKo3_KD";

    #[test]
    fn it_is_aes_256_gcm() {
        let keys = Keys { master: [0; 32] };
        assert_eq!(keys.lock_with([7; 12], ("orders", "place"), "4711#").unwrap(), LOCKED);
    }

    #[test]
    fn words_are_read_in_their_own_place_with_their_own_key_alone() {
        let keys = Keys { master: [7; 32] };
        let locked = keys.lock("orders", "a", "4711#").unwrap();
        assert_eq!(keys.unlock("orders", "a", &locked).unwrap(), "4711#");
        assert_ne!(locked, keys.lock("orders", "a", "4711#").unwrap(), "nobody sees that two are alike");
        assert!(keys.unlock("orders", "b", &locked).is_err());
        assert!(keys.unlock("letters", "a", &locked).is_err());
        assert!(Keys { master: [8; 32] }.unlock("orders", "a", &locked).is_err());
        for wrong in ["", "AAAA", &locked[1..], &format!("{locked}A")] {
            assert!(keys.unlock("orders", "a", wrong).is_err(), "{wrong}");
        }
    }
}
