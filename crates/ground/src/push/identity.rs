//! Who we are to push services (VAPID, RFC 8292).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use lettre::message::Mailbox;
use openssl::bn::{BigNum, BigNumContext};
use openssl::ec::{EcGroup, EcKey, EcPoint, PointConversionForm};
use openssl::ecdsa::EcdsaSig;
use openssl::error::ErrorStack;
use openssl::nid::Nid;
use openssl::pkey::Private;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::address;
use crate::secret::Keys;
use crate::{Error, Moment, Result};

/// How long a proof is good; at most 24 hours (RFC 8292, section 2).
const GOOD_SECONDS: i64 = 12 * 3_600;

/// Our key for push services.
pub(super) struct Identity {
    key: EcKey<Private>,
    public_key: String,
}

fn broken(error: ErrorStack) -> Error {
    Error::Broken(Box::new(error))
}

impl Identity {
    /// The key that follows from the installation's key. Of 2^32 digests one is no scalar of the
    /// curve; then the next one is taken.
    pub(super) fn of(keys: &Keys) -> Result<Self> {
        (0..u8::MAX)
            .find_map(|round| Self::at(keys, round).transpose())
            .unwrap_or_else(|| Err(Error::broken("no key for push services follows from the installation's key")))
    }

    fn at(keys: &Keys, round: u8) -> Result<Option<Self>> {
        let group = EcGroup::from_curve_name(Nid::X9_62_PRIME256V1).map_err(broken)?;
        Self::from_scalar(&group, &keys.keyed("push", &round.to_string())).map_err(broken)
    }

    pub(super) fn from_scalar(group: &EcGroup, bytes: &[u8; 32]) -> Result<Option<Self>, ErrorStack> {
        let mut context = BigNumContext::new()?;
        let (mut order, scalar) = (BigNum::new()?, BigNum::from_slice(bytes)?);
        group.order(&mut order, &mut context)?;
        if scalar.num_bits() == 0 || scalar >= order {
            return Ok(None);
        }
        let mut point = EcPoint::new(group)?;
        point.mul_generator2(group, &scalar, &mut context)?;
        let bytes = point.to_bytes(group, PointConversionForm::UNCOMPRESSED, &mut context)?;
        let key = EcKey::from_private_components(group, &scalar, &point)?;
        Ok(Some(Self { key, public_key: URL_SAFE_NO_PAD.encode(bytes) }))
    }

    /// The public key, an uncompressed point, in base64 for addresses.
    pub(super) fn public_key(&self) -> &str {
        &self.public_key
    }

    /// The header that proves to a push service who we are: a signed token for its origin
    /// (ES256, RFC 7518 section 3.4), and our public key.
    pub(super) fn authorization(&self, endpoint: &str, mail_from: &str, now: Moment) -> Result<String> {
        let origin = address::origin(endpoint).ok_or_else(|| Error::broken("a device names no address"))?;
        let mailbox: Mailbox = mail_from.parse().map_err(|_| Error::broken("mail_from is no address"))?;
        let until = now.plus_seconds(GOOD_SECONDS).millis() / 1_000;
        let claims = json!({ "aud": origin, "exp": until, "sub": format!("mailto:{}", mailbox.email) });
        let encoded = |value: serde_json::Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", encoded(json!({ "typ": "JWT", "alg": "ES256" })), encoded(claims));
        let signature = self.signature(signed.as_bytes()).map_err(broken)?;
        Ok(format!("vapid t={signed}.{}, k={}", URL_SAFE_NO_PAD.encode(signature), self.public_key))
    }

    fn signature(&self, words: &[u8]) -> Result<Vec<u8>, ErrorStack> {
        let signature = EcdsaSig::sign(&Sha256::digest(words), &self.key)?;
        Ok([signature.r().to_vec_padded(32)?, signature.s().to_vec_padded(32)?].concat())
    }
}
