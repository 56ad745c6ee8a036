//! The link of a letter by which somebody who decides reads a change and answers, without signing
//! in. It is good for one person and one revision, and does nothing but that.

use ground::secret::{self, Keys};
use ground::{Id, Result};

use super::Approval;

const PURPOSE: &str = "approval";
const MARK_BYTES: usize = 16;

/// As it stands in an address: the name of the asking, with our mark.
pub(super) fn token(keys: &Keys, id: &Id<Approval>) -> String {
    format!("{id}.{}", secret::hex(&keys.keyed(PURPOSE, id.as_str())[..MARK_BYTES]))
}

/// Reads what stands in an address.
///
/// # Errors
/// Not found when it is not ours.
pub(super) fn read(keys: &Keys, token: &str) -> Result<Id<Approval>> {
    parse(keys, token).ok_or(ground::Error::NotFound)
}

fn parse(keys: &Keys, token: &str) -> Option<Id<Approval>> {
    let (id, mark) = token.rsplit_once('.')?;
    let (id, mark) = (Id::parse(id)?, secret::from_hex::<MARK_BYTES>(mark)?);
    keys.made(PURPOSE, id.as_str(), &mark).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_ours_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keys::open(folder.path()).unwrap();
        let (id, other) = (Id::<Approval>::fresh(), Id::<Approval>::fresh());
        let link = token(&keys, &id);
        assert_eq!(parse(&keys, &link), Some(id.clone()));
        let mark = link.rsplit_once('.').unwrap().1;
        for wrong in [format!("{other}.{mark}"), id.to_string(), link.to_uppercase(), format!("{link}0"), String::new()]
        {
            assert_eq!(parse(&keys, &wrong), None, "{wrong}");
        }
    }
}
