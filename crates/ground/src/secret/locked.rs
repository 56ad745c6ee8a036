//! Words that rows and backups may hold, and only this installation can read: AES-256-GCM (NIST
//! SP 800-38D) under a key that is derived from the installation's own.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::{Keys, sealed};
use crate::{Error, Result};

impl Keys {
    /// Locks words for one purpose. `place` names where they stand, so that locked words which are
    /// put in another place are not read there.
    ///
    /// # Errors
    /// Broken when the machine gives no random bytes.
    pub fn lock(&self, purpose: &str, place: &str, words: &str) -> Result<String> {
        let sealed = sealed::seal(&self.keyed("lock", purpose), place, words.as_bytes())?;
        Ok(URL_SAFE_NO_PAD.encode(sealed))
    }

    /// Words that [`Keys::lock`] locked for this purpose and this place.
    ///
    /// # Errors
    /// Broken when they were locked with another key, for another place, or changed since.
    pub fn unlock(&self, purpose: &str, place: &str, locked: &str) -> Result<String> {
        self.unlocked(purpose, place, locked).ok_or_else(|| Error::broken("locked words cannot be read with this key"))
    }

    fn unlocked(&self, purpose: &str, place: &str, locked: &str) -> Option<String> {
        let sealed = URL_SAFE_NO_PAD.decode(locked).ok()?;
        String::from_utf8(sealed::unseal(&self.keyed("lock", purpose), place, &sealed)?).ok()
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
        let key = keys.keyed("lock", "orders");
        let sealed = sealed::seal_with(&key, [7; 12], ("place", b"4711#")).unwrap();
        assert_eq!(URL_SAFE_NO_PAD.encode(sealed), LOCKED);
        assert_eq!(keys.unlock("orders", "place", LOCKED).unwrap(), "4711#");
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
