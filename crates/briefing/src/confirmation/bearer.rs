//! Who read on a phone that the post shares: good for a while, for one officer at one post, after their PIN.

use agreement::post::Post;
use ground::secret::{self, Keys};
use ground::{Id, Moment};
use people::staff::StaffMember;

const PURPOSE: &str = "post phone";
const MARK_BYTES: usize = 16;
/// How long one has for reading and answering, in seconds.
const SECONDS: i64 = 30 * 60;

fn words(post_id: &Id<Post>, staff_id: &str, until: &str) -> String {
    format!("{post_id} {staff_id} {until}")
}

/// As it stands in a form.
pub(super) fn token(keys: &Keys, post_id: &Id<Post>, staff_id: &Id<StaffMember>, now: Moment) -> String {
    let until = now.plus_seconds(SECONDS).millis().to_string();
    let mark = secret::hex(&keys.keyed(PURPOSE, &words(post_id, staff_id.as_str(), &until))[..MARK_BYTES]);
    format!("{staff_id}.{until}.{mark}")
}

/// Who it is of, when it is ours and good still.
pub(super) fn read(keys: &Keys, post_id: &Id<Post>, token: &str, now: Moment) -> Option<Id<StaffMember>> {
    let mut parts = token.split('.');
    let (staff_id, until, mark) = (parts.next()?, parts.next()?, parts.next()?);
    let is_good = parts.next().is_none() && until.parse::<i64>().ok()? > now.millis();
    let mark = secret::from_hex::<MARK_BYTES>(mark)?;
    let is_ours = keys.made(PURPOSE, &words(post_id, staff_id, until), &mark);
    Id::parse(staff_id).filter(|_| is_good && is_ours)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_good_for_one_officer_at_one_post_for_a_while() {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keys::open(folder.path()).unwrap();
        let (post, other): (Id<Post>, Id<Post>) = (Id::fresh(), Id::fresh());
        let (omar, lena): (Id<StaffMember>, Id<StaffMember>) = (Id::fresh(), Id::fresh());
        let now = Moment::from_millis(1_795_000_000_000);
        let made = token(&keys, &post, &omar, now);
        assert_eq!(read(&keys, &post, &made, now), Some(omar.clone()));
        assert_eq!(read(&keys, &post, &made, now.plus_seconds(SECONDS)), None);
        assert_eq!(read(&keys, &other, &made, now), None);
        let until = made.split('.').nth(1).unwrap();
        let longer = made.replace(until, &(until.parse::<i64>().unwrap() + 1).to_string());
        for wrong in [made.replace(omar.as_str(), lena.as_str()), longer, format!("{made}.x"), String::new()] {
            assert_eq!(read(&keys, &post, &wrong, now), None, "{wrong}");
        }
    }
}
