//! Bytes that only whoever has the key can read or make: AES-256-GCM (NIST SP 800-38D), as browsers do it
//! too (W3C Web Cryptography API). Sealed bytes are a nonce of 12 bytes, what is hidden, and a tag of 16.

use openssl::symm::{Cipher, decrypt_aead, encrypt_aead};

use super::random;
use crate::{Error, Result};

const NONCE_BYTES: usize = 12;
const TAG_BYTES: usize = 16;

/// Seals bytes for one place: they are read in no other.
///
/// # Errors
/// Broken when the machine gives no random bytes.
pub fn seal(key: &[u8; 32], place: &str, bytes: &[u8]) -> Result<Vec<u8>> {
    seal_with(key, random::<NONCE_BYTES>()?, (place, bytes))
}

pub(super) fn seal_with(key: &[u8; 32], nonce: [u8; NONCE_BYTES], (place, bytes): (&str, &[u8])) -> Result<Vec<u8>> {
    let mut tag = [0; TAG_BYTES];
    let hidden = encrypt_aead(Cipher::aes_256_gcm(), key, Some(&nonce), place.as_bytes(), bytes, &mut tag);
    let hidden = hidden.map_err(|error| Error::Broken(error.into()))?;
    Ok([&nonce[..], &hidden, &tag].concat())
}

/// What was sealed with this key for this place; none when it was not, or was changed since.
#[must_use]
pub fn unseal(key: &[u8; 32], place: &str, sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, rest) = sealed.split_at_checked(NONCE_BYTES)?;
    let (hidden, tag) = rest.split_at_checked(rest.len().checked_sub(TAG_BYTES)?)?;
    decrypt_aead(Cipher::aes_256_gcm(), key, Some(nonce), place.as_bytes(), hidden, tag).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_read_in_its_own_place_with_its_own_key_alone() {
        let sealed = seal(&[7; 32], "out a", b"The lamp is out.").unwrap();
        assert_eq!(unseal(&[7; 32], "out a", &sealed).unwrap(), b"The lamp is out.");
        assert!(unseal(&[8; 32], "out a", &sealed).is_none());
        assert!(unseal(&[7; 32], "out b", &sealed).is_none());
        for wrong in [&[][..], &sealed[..20], &sealed[1..], &[&sealed[..], b"x"].concat()] {
            assert!(unseal(&[7; 32], "out a", wrong).is_none());
        }
    }
}
