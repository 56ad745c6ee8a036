//! What a post is, who may stand there, and when.

use ground::{Error, Fields, Id, Moment, Refusal, Result};
use people::site::Site;
use people::staff::{Role, StaffMember};
use serde::Serialize;

/// A position at a site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Post {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Its name in the file or system it was imported from.
    pub outside_key: Option<String>,
    /// Where it is.
    pub site_id: Id<Site>,
    /// What it is called.
    pub name: String,
    /// When it was closed.
    pub closed_at: Option<Moment>,
    /// Grows with each change, so that a change over another one is noticed.
    pub version: i64,
}

/// A post as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPost {
    /// Where it is.
    pub site_id: Id<Site>,
    /// What it is called.
    pub name: String,
}

/// An officer's posting to a post, from a time to a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Assignment {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Its name in the file or system it was imported from.
    pub outside_key: Option<String>,
    /// Where the officer stands.
    pub post_id: Id<Post>,
    /// Who stands there.
    pub staff_id: Id<StaffMember>,
    /// From when.
    pub starts_at: Moment,
    /// Until when; none as long as nobody knows. At this moment the officer is gone.
    pub ends_at: Option<Moment>,
    /// Grows with each change, so that a change over another one is noticed.
    pub version: i64,
}

/// An assignment as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAssignment {
    /// Where the officer stands.
    pub post_id: Id<Post>,
    /// Who stands there.
    pub staff_id: Id<StaffMember>,
    /// From when.
    pub starts_at: Moment,
    /// Until when.
    pub ends_at: Option<Moment>,
}

impl NewPost {
    /// Reads what was typed.
    pub fn read(fields: &mut Fields) -> Option<Self> {
        let site_id = fields.checked("site", chosen);
        let name = fields.line("name", 1..=120);
        Some(Self { site_id: site_id?, name: name? })
    }
}

impl NewAssignment {
    /// Reads what was typed; its times are those of the clock on the wall of the site, in this zone.
    pub fn read(fields: &mut Fields, zone: &str) -> Option<Self> {
        let time = |typed: &str| Moment::parse_local(typed.trim(), zone).map_err(|_| Refusal::new("assignment-time"));
        let post_id = fields.checked("post", chosen);
        let staff_id = fields.checked("officer", chosen);
        let starts_at = fields.checked("starts_at", time);
        let ends_at = if fields.given("ends_at") { fields.checked("ends_at", time).map(Some) } else { Some(None) };
        if let (Some(starts_at), Some(Some(ends_at))) = (starts_at, ends_at)
            && ends_at <= starts_at
        {
            fields.refuse("ends_at", Refusal::new("assignment-ends-before-start"));
            return None;
        }
        Some(Self { post_id: post_id?, staff_id: staff_id?, starts_at: starts_at?, ends_at: ends_at? })
    }
}

fn chosen<T>(typed: &str) -> Result<Id<T>, Refusal> {
    Id::parse(typed.trim()).ok_or(Refusal::new("field-choose"))
}

impl Post {
    /// A post that is opened now.
    #[must_use]
    pub fn opened(new: &NewPost) -> Self {
        let NewPost { site_id, name } = new.clone();
        Self { id: Id::fresh(), outside_key: None, site_id, name, closed_at: None, version: 0 }
    }

    /// The post as typed anew over the version that was looked at. It stays at its site.
    ///
    /// # Errors
    /// Refused when it was changed since.
    pub fn renamed(self, new: &NewPost, version: i64) -> Result<Self> {
        if self.version != version {
            return Err(Error::refused("changed-meanwhile"));
        }
        Ok(Self { name: new.name.clone(), ..self })
    }

    /// The post after it was closed.
    ///
    /// # Errors
    /// Refused when that was done before.
    pub fn closed(self, now: Moment) -> Result<Self> {
        match self.closed_at {
            Some(_) => Err(Error::refused("post-closed")),
            None => Ok(Self { closed_at: Some(now), ..self }),
        }
    }

    /// Whether this person can be sent here.
    ///
    /// # Errors
    /// Refused when the post is closed, or the person is no officer of ours.
    pub fn accepts(&self, member: &StaffMember) -> Result<()> {
        if self.closed_at.is_some() {
            return Err(Error::refused("post-closed"));
        }
        if member.left_at.is_some() || !member.roles.has(Role::Officer) {
            return Err(Error::refused("assignment-not-an-officer"));
        }
        Ok(())
    }
}

impl Assignment {
    /// An assignment that is made now.
    #[must_use]
    pub fn made(new: &NewAssignment) -> Self {
        let NewAssignment { post_id, staff_id, starts_at, ends_at } = new.clone();
        Self { id: Id::fresh(), outside_key: None, post_id, staff_id, starts_at, ends_at, version: 0 }
    }

    /// The assignment with other times. It stays with its post and its officer.
    #[must_use]
    pub fn moved(self, new: &NewAssignment) -> Self {
        Self { starts_at: new.starts_at, ends_at: new.ends_at, ..self }
    }

    /// The assignment after it was ended now; one that has not begun takes no time at all.
    ///
    /// # Errors
    /// Refused when it is over.
    pub fn ended(self, now: Moment) -> Result<Self> {
        if self.ends_at.is_some_and(|ends_at| ends_at <= now || ends_at <= self.starts_at) {
            return Err(Error::refused("assignment-over"));
        }
        let ends_at = Some(now.max(self.starts_at));
        Ok(Self { ends_at, ..self })
    }

    /// Whether the officer stands there at this moment.
    #[must_use]
    pub fn is_at(&self, moment: Moment) -> bool {
        self.starts_at <= moment && self.ends_at.is_none_or(|ends_at| moment < ends_at)
    }

    /// Whether it shares time with another one; one may begin at the moment at which another ends.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let lasts = |one: &Self| one.ends_at.is_none_or(|ends_at| one.starts_at < ends_at);
        let before = |one: &Self, two: &Self| two.ends_at.is_none_or(|ends_at| one.starts_at < ends_at);
        lasts(self) && lasts(other) && before(self, other) && before(other, self)
    }

    /// Whether it fits beside the officer's other assignments to the same post.
    ///
    /// # Errors
    /// Refused when it shares time with one of them.
    pub fn fits(&self, others: &[Self]) -> Result<()> {
        let overlap = others.iter().any(|other| other.id != self.id && self.overlaps(other));
        if overlap { Err(Error::refused("assignment-overlaps")) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assignment(starts_at: i64, ends_at: Option<i64>) -> Assignment {
        let (post_id, staff_id) = (Id::known("post"), Id::known("omar"));
        let (starts_at, ends_at) = (Moment::from_millis(starts_at), ends_at.map(Moment::from_millis));
        Assignment::made(&NewAssignment { post_id, staff_id, starts_at, ends_at })
    }

    #[test]
    fn two_assignments_overlap_when_they_share_time() {
        for (one, two, overlap) in [
            ((0, Some(10)), (10, Some(20)), false),
            ((0, Some(10)), (9, Some(20)), true),
            ((0, Some(10)), (2, Some(3)), true),
            ((0, None), (100, None), true),
            ((0, None), (-5, Some(0)), false),
            ((5, Some(5)), (0, Some(10)), false),
            ((0, Some(10)), (0, Some(10)), true),
        ] {
            let (one, two) = (assignment(one.0, one.1), assignment(two.0, two.1));
            assert_eq!(one.overlaps(&two), overlap, "{one:?} {two:?}");
            assert_eq!(two.overlaps(&one), overlap, "{two:?} {one:?}");
            assert_eq!(one.fits(&[two]).is_err(), overlap);
        }
        let one = assignment(0, None);
        assert!(one.fits(std::slice::from_ref(&one)).is_ok());
    }

    #[test]
    fn an_assignment_ends_once() {
        let (ten, hundred) = (Moment::from_millis(10), Moment::from_millis(100));
        let ended = assignment(0, None).ended(ten).unwrap();
        assert!(ended.is_at(Moment::from_millis(9)) && !ended.is_at(ten));
        assert!(matches!(ended.ended(hundred), Err(Error::Refused(_))));
        let withdrawn = assignment(50, Some(60)).ended(ten).unwrap();
        assert!(!withdrawn.is_at(Moment::from_millis(50)));
        assert!(matches!(withdrawn.ended(ten), Err(Error::Refused(_))));
    }

    #[test]
    fn times_are_those_of_the_wall_of_the_site() {
        let (post, officer) = (Id::<Post>::fresh(), Id::<StaffMember>::fresh());
        let typed = |ends_at: &str| {
            Fields::default()
                .set("post", post.as_str())
                .set("officer", officer.as_str())
                .set("starts_at", "2026-11-22T07:00")
                .set("ends_at", ends_at)
        };
        let read = NewAssignment::read(&mut typed("2026-11-22 15:00"), "America/Chicago").unwrap();
        assert_eq!(read.starts_at.to_string(), "2026-11-22T13:00:00Z");
        assert_eq!(read.ends_at.map(|ends_at| ends_at.to_string()).as_deref(), Some("2026-11-22T21:00:00Z"));
        for (ends_at, key) in [("2026-11-22T07:00", "assignment-ends-before-start"), ("tomorrow", "assignment-time")] {
            let mut fields = typed(ends_at);
            assert_eq!(NewAssignment::read(&mut fields, "America/Chicago"), None);
            assert_eq!(fields.problem("ends_at").map(|refusal| refusal.key), Some(key));
        }
    }

    #[test]
    fn a_post_closes_once_and_then_takes_nobody() {
        let post = Post::opened(&NewPost { site_id: Id::known("gate"), name: "Lobby".to_owned() });
        let closed = post.closed(Moment::from_millis(1)).unwrap();
        assert!(matches!(closed.closed(Moment::from_millis(2)), Err(Error::Refused(_))));
    }
}
