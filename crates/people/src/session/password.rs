//! Passwords: Argon2id (RFC 9106) with the parameters that OWASP recommends, off the threads
//! that serve, and only two at a time, so that signing in can exhaust neither processor nor memory.

use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use ground::{Error, Refusal, Result};
use tokio::sync::Semaphore;

const AT_ONCE: usize = 2;
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
/// The shortest password; length is what counts (NIST SP 800-63B), so nothing else is asked of it.
pub const SHORTEST: usize = 10;
/// The longest password, so that hashing stays bounded.
pub const LONGEST: usize = 200;

static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);

/// Whether a password may be chosen.
///
/// # Errors
/// A refusal that says what is expected.
pub fn check(password: &str) -> Result<(), Refusal> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(Refusal::new("password-too-short").with("least", SHORTEST.to_string()));
    }
    if length > LONGEST {
        return Err(Refusal::new("password-too-long").with("most", LONGEST.to_string()));
    }
    Ok(())
}

/// The hash to keep of a password.
///
/// # Errors
/// Broken when the machine has no randomness.
pub async fn hash(password: String) -> Result<String> {
    slowly(&TURNS, move || hash_here(&password)).await?
}

/// The hash to keep of a password, on the thread that asks; for command lines.
///
/// # Errors
/// As [`hash`].
pub fn hash_here(password: &str) -> Result<String> {
    let salt = SaltString::generate(&mut OsRng);
    let hash = hasher()?.hash_password(password.as_bytes(), &salt);
    hash.map(|hash| hash.to_string()).map_err(|error| Error::broken(error.to_string()))
}

/// Whether a password is the one whose hash was kept. Where there is no hash the same work is
/// done, so that the time it takes tells nobody who has an account.
///
/// # Errors
/// Broken when a kept hash is none.
pub async fn is_right(password: String, kept: Option<String>) -> Result<bool> {
    slowly(&TURNS, move || {
        let Some(kept) = kept else {
            hash_here(&password)?;
            return Ok(false);
        };
        let kept = PasswordHash::new(&kept).map_err(|error| Error::broken(error.to_string()))?;
        Ok(hasher()?.verify_password(password.as_bytes(), &kept).is_ok())
    })
    .await?
}

fn hasher() -> Result<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None).map_err(|error| Error::broken(error.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Does slow work in one of so many turns. The work keeps its turn until it ends, also when whoever asked for it has
/// gone away: nothing stops a thread that hashes.
async fn slowly<T: Send + 'static>(turns: &'static Semaphore, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let turn = turns.acquire().await.map_err(|error| Error::broken(error.to_string()))?;
    let done = tokio::task::spawn_blocking(move || {
        let done = work();
        drop(turn);
        done
    });
    Ok(done.await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_right_or_wrong_and_its_hash_names_argon2id() {
        let kept = hash("correct horse".to_owned()).await.unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(is_right("correct horse".to_owned(), Some(kept.clone())).await.unwrap());
        assert!(!is_right("correct hors".to_owned(), Some(kept)).await.unwrap());
        assert!(!is_right("correct horse".to_owned(), None).await.unwrap());
    }

    #[tokio::test]
    async fn whoever_goes_away_frees_no_turn_while_the_work_goes_on() {
        static ONE: Semaphore = Semaphore::const_new(1);
        let (begin, begun) = std::sync::mpsc::channel();
        let (end, ended) = std::sync::mpsc::channel();
        let asked = slowly(&ONE, move || {
            begin.send(()).unwrap();
            ended.recv().unwrap();
        });
        tokio::select! {
            biased;
            _ = asked => panic!("it has not ended"),
            () = std::future::ready(()) => {}
        }
        begun.recv().unwrap();
        assert!(ONE.try_acquire().is_err(), "the work goes on");
        end.send(()).unwrap();
        assert!(ONE.acquire().await.is_ok(), "and its turn is free when it ends");
    }

    #[test]
    fn a_password_is_neither_short_nor_endless() {
        assert_eq!(check("short").unwrap_err().key, "password-too-short");
        assert_eq!(check(&"x".repeat(201)).unwrap_err().key, "password-too-long");
        assert!(check("ten letters and no rules").is_ok());
    }
}
