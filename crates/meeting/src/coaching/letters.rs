//! Letters about coaching. They carry none of its words: the page does.

use ground::Result;
use people::staff::{self, StaffMember};
use people::work::Work;

use super::Coaching;
use crate::interaction::Interaction;
use crate::letter::{self, Kind};

/// A supervisor saw you at work, and wrote to you what they saw.
pub(super) fn to_read(work: &mut Work<'_>, visit: &Interaction, about: &StaffMember) -> Result<()> {
    let kind: Kind = ("coaching.written", "coaching-subject", "coaching-letter");
    letter::write(work, kind, (&visit.site_id, visit.happened_at), (&format!("/coaching/{}", visit.id), about))
}

/// Whoever it was about answered.
pub(super) fn answered(work: &mut Work<'_>, of: &Coaching) -> Result<()> {
    let author = staff::rows::find(work.connection, &of.visit.by_id)?;
    let kind: Kind = ("coaching.answered", "coaching-answer-subject", "coaching-answer-letter");
    let path = format!("/coaching/{}", of.visit.id);
    letter::write(work, kind, (&of.visit.site_id, of.visit.happened_at), (&path, &author))
}
