//! The link of a letter by which one of ours says that a concern was heard, without signing in.
//! It is good for one person, one concern and one round of it, and it does nothing but that.

use ground::secret::{self, Keys};
use ground::{Id, Result};
use people::staff::StaffMember;

use crate::concern::Concern;

const PURPOSE: &str = "alert";
const MARK_BYTES: usize = 16;

/// What such a link names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) concern_id: Id<Concern>,
    pub(super) staff_id: Id<StaffMember>,
    pub(super) round: i64,
}

impl Link {
    /// The link of a letter to somebody about a concern.
    pub(super) fn of(concern: &Concern, member: &StaffMember) -> Self {
        Self { concern_id: concern.id.clone(), staff_id: member.id.clone(), round: concern.round }
    }

    fn words(&self) -> String {
        format!("{}.{}.{}", self.concern_id, self.staff_id, self.round)
    }

    /// As it stands in an address, with our mark.
    pub(super) fn token(&self, keys: &Keys) -> String {
        let words = self.words();
        let mark = secret::hex(&keys.keyed(PURPOSE, &words)[..MARK_BYTES]);
        format!("{words}.{mark}")
    }

    /// Reads what stands in an address.
    ///
    /// # Errors
    /// Not found when it is not ours.
    pub(super) fn read(keys: &Keys, token: &str) -> Result<Self> {
        Self::parse(keys, token).ok_or(ground::Error::NotFound)
    }

    fn parse(keys: &Keys, token: &str) -> Option<Self> {
        let (words, mark) = token.rsplit_once('.')?;
        let mark = secret::from_hex::<MARK_BYTES>(mark)?;
        let mut parts = words.split('.');
        let (concern_id, staff_id) = (Id::parse(parts.next()?)?, Id::parse(parts.next()?)?);
        let link = Self { concern_id, staff_id, round: parts.next()?.parse().ok()? };
        (link.words() == words && keys.made(PURPOSE, words, &mark)).then_some(link)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_ours_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keys::open(folder.path()).unwrap();
        let link = Link { concern_id: Id::fresh(), staff_id: Id::fresh(), round: 2 };
        let token = link.token(&keys);
        assert_eq!(Link::parse(&keys, &token), Some(link.clone()));
        let another = Link { round: 3, ..link }.token(&keys);
        let (words, mark) = (another.rsplit_once('.').unwrap().0, token.rsplit_once('.').unwrap().1);
        for wrong in [format!("{words}.{mark}"), words.to_owned(), token.to_uppercase(), String::new()] {
            assert_eq!(Link::parse(&keys, &wrong), None, "{wrong}");
        }
    }
}
