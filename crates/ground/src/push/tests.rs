//! Against the messages that the standards publish, and against what a browser must be.

use ece::EcKeyComponents;
use openssl::ecdsa::EcdsaSig;

use super::identity::Identity;
use super::*;
use crate::config::Said;

/// RFC 8291, appendix A.
const AS_PRIVATE: &str = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
const AS_PUBLIC: &str = "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
const UA_PRIVATE: &str = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";
const UA_PUBLIC: &str = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
const AUTH: &str = "BTBZMqHH6r4Tts7J_aSIgg";
const MESSAGE: &str = "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";
const WORDS: &[u8] = b"When I grow up, I want to be a watermelon";

/// RFC 8292, section 2.4.
const TOKEN: &str = "eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0.i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA";
const TOKEN_KEY: &str = "BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs";

fn bytes(text: &str) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(text).unwrap()
}

fn decrypted(body: &[u8]) -> Vec<u8> {
    let browser = EcKeyComponents::new(bytes(UA_PRIVATE), bytes(UA_PUBLIC));
    ece::decrypt(&browser, &bytes(AUTH), body).unwrap()
}

/// Whether a token is signed by this key (ES256).
fn is_signed(token: &str, key: &str) -> bool {
    let (words, signature) = token.rsplit_once('.').unwrap();
    let signature = bytes(signature);
    let number = |part: &[u8]| openssl::bn::BigNum::from_slice(part).unwrap();
    let signature = EcdsaSig::from_private_components(number(&signature[..32]), number(&signature[32..])).unwrap();
    let group = EcGroup::from_curve_name(Nid::X9_62_PRIME256V1).unwrap();
    let mut context = openssl::bn::BigNumContext::new().unwrap();
    let point = EcPoint::from_bytes(&group, &bytes(key), &mut context).unwrap();
    let key = EcKey::from_public_key(&group, &point).unwrap();
    signature.verify(&openssl::sha::sha256(words.as_bytes()), &key).unwrap()
}

fn settings(push_to_loopback: bool) -> Settings {
    Said { push_to_loopback: Some(push_to_loopback), ..Said::default() }.settle().unwrap()
}

#[test]
fn the_published_message_is_read_and_so_is_ours() {
    assert_eq!(decrypted(&bytes(MESSAGE)), WORDS);
    let endpoint = "https://push.example/abc";
    let browser = Subscription::read(endpoint, UA_PUBLIC, AUTH, &settings(false)).unwrap();
    let ours = encrypted(&browser, WORDS).unwrap();
    assert_eq!(decrypted(&ours), WORDS);
    assert_ne!(encrypted(&browser, WORDS).unwrap(), ours, "each message has a key of its own");
}

#[test]
fn the_published_key_follows_from_its_scalar() {
    let group = EcGroup::from_curve_name(Nid::X9_62_PRIME256V1).unwrap();
    let of = |scalar: &[u8]| Identity::from_scalar(&group, scalar.try_into().unwrap()).unwrap();
    assert_eq!(of(&bytes(AS_PRIVATE)).unwrap().public_key(), AS_PUBLIC);
    assert_eq!(of(&bytes(UA_PRIVATE)).unwrap().public_key(), UA_PUBLIC);
    assert!(of(&[0; 32]).is_none() && of(&[0xff; 32]).is_none(), "neither nothing nor more than the order is a scalar");
}

#[test]
fn we_prove_who_we_are_as_the_standard_does() {
    assert!(is_signed(TOKEN, TOKEN_KEY), "the published token");
    let folder = tempfile::tempdir().unwrap();
    let keys = Keys::open(folder.path()).unwrap();
    let now = Moment::from_millis(1_000_000_000_000);
    let identity = Identity::of(&keys).unwrap();
    let header = identity.authorization("https://push.example/abc", "Lantern <mail@lantern.example>", now).unwrap();
    let (token, key) = header.strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
    assert_eq!(key, public_key(&keys).unwrap(), "the same each time");
    assert!(is_signed(token, key));
    assert!(!is_signed(token, TOKEN_KEY), "and by nobody else");
    let claims: serde_json::Value = serde_json::from_slice(&bytes(token.split('.').nth(1).unwrap())).unwrap();
    assert_eq!(claims["aud"], "https://push.example");
    assert_eq!(claims["sub"], "mailto:mail@lantern.example");
    let lasts = claims["exp"].as_i64().unwrap() - 1_000_000_000;
    assert!((1..=24 * 3_600).contains(&lasts), "{lasts}");
}

#[test]
fn what_is_no_browser_is_refused() {
    let endpoint = "https://push.example/abc";
    let key = |endpoint: &str, public_key: &str, secret: &str| {
        Subscription::read(endpoint, public_key, secret, &settings(false)).err().map(|refusal| refusal.key)
    };
    assert_eq!(key(endpoint, UA_PUBLIC, AUTH), None);
    assert_eq!(key(endpoint, &format!("{UA_PUBLIC}="), &format!("{AUTH}==")), None, "padding changes nothing");
    for (public_key, secret) in [("", AUTH), (UA_PUBLIC, ""), (AUTH, AUTH), (UA_PUBLIC, UA_PUBLIC), ("%", AUTH)] {
        assert_eq!(key(endpoint, public_key, secret), Some("push-unreadable"), "{public_key} {secret}");
    }
    let mut beside = bytes(UA_PUBLIC);
    beside[64] ^= 1;
    assert_eq!(key(endpoint, &URL_SAFE_NO_PAD.encode(beside), AUTH), Some("push-unreadable"), "not on the curve");
    assert_eq!(key("https://10.0.0.1/abc", UA_PUBLIC, AUTH), Some("push-address"));
    let long = format!("https://push.example/{}", "x".repeat(2_000));
    assert_eq!(key(&long, UA_PUBLIC, AUTH), Some("push-unreadable"));
}

#[test]
fn an_answer_says_what_became_of_it() {
    for (status, wait, expected) in [
        (201, None, Outcome::Taken),
        (204, Some("5"), Outcome::Taken),
        (404, None, Outcome::Gone),
        (410, None, Outcome::Gone),
        (429, Some("120"), Outcome::Later(120)),
        (429, None, Outcome::Later(PAUSE_SECONDS)),
        (503, Some("Fri, 31 Dec 1999 23:59:59 GMT"), Outcome::Later(PAUSE_SECONDS)),
        (500, Some("999999999"), Outcome::Later(LONGEST_PAUSE_SECONDS)),
        (503, Some("-5"), Outcome::Later(1)),
        (301, None, Outcome::Refused(301)),
        (400, None, Outcome::Refused(400)),
        (413, None, Outcome::Refused(413)),
    ] {
        assert_eq!(outcome(status, wait), expected, "{status} {wait:?}");
    }
}

#[test]
fn a_topic_is_of_the_letters_that_are_allowed() {
    let topic = topic("018f4e7c-0000-7000-8000-000000000000");
    assert!(topic.len() <= 32 && topic.bytes().all(|letter| letter.is_ascii_alphanumeric()), "{topic}");
}
