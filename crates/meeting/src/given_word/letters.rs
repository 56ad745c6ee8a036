//! Letters about given words. They carry no words of what was promised: the page does.

use ground::Result;
use people::staff::{self, StaffMember};
use people::work::Work;

use super::GivenWord;
use crate::letter::{self, Kind};

/// You gave your word, and it is soon due.
pub(super) fn remind(work: &mut Work<'_>, word: &GivenWord) -> Result<()> {
    let holder = staff::rows::find(work.connection, &word.holder_id)?;
    write(work, ("given_word.asked", "given-remind-subject", "given-remind"), word, &holder)
}

/// A word that was given is now yours to keep.
pub(super) fn yours(work: &mut Work<'_>, word: &GivenWord, to: &StaffMember) -> Result<()> {
    write(work, ("given_word.handed_over", "given-yours-subject", "given-yours"), word, to)
}

/// A word that was given at a site is late.
pub(super) fn late(work: &mut Work<'_>, word: &GivenWord, to: &StaffMember) -> Result<()> {
    write(work, ("given_word.late", "given-late-subject", "given-late"), word, to)
}

fn write(work: &mut Work<'_>, kind: Kind, word: &GivenWord, to: &StaffMember) -> Result<()> {
    letter::write(work, kind, (&word.site_id, word.due_at), (&format!("/given-words/{}", word.id), to))
}
