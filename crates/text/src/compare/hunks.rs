//! The raw difference between two sequences, which a library finds.

use std::hash::Hash;
use std::ops::Range;

use imara_diff::{Algorithm, Diff, InternedInput, Interner, Token};

/// Places of the old sequence, and what stands there in the new one.
pub(crate) type Hunk = (Range<usize>, Range<usize>);

/// With more than this between the first change and the last, all of it is one change. Nobody writes
/// a section of so many lines or a line of so many words, and a finer look at hostile ones takes
/// time that grows with the square.
const FINE: usize = 8_000;

/// The hunks in which two sequences differ, in order.
pub(crate) fn hunks<T: Eq + Hash>(old: impl Iterator<Item = T>, new: impl Iterator<Item = T>) -> Vec<Hunk> {
    let mut input = InternedInput { before: Vec::new(), after: Vec::new(), interner: Interner::new(16) };
    input.update_before(old);
    input.update_after(new);
    let (start, end) = common(&input.before, &input.after);
    let (old_end, new_end) = (input.before.len() - end, input.after.len() - end);
    if old_end + new_end - 2 * start > FINE {
        return vec![(start..old_end, start..new_end)];
    }
    let mut diff = Diff::compute(Algorithm::Histogram, &input);
    diff.postprocess_no_heuristic(&input);
    let wide = |range: Range<u32>| range.start as usize..range.end as usize;
    diff.hunks().map(|hunk| (wide(hunk.before), wide(hunk.after))).collect()
}

/// How many are the same at the start, and how many of the others at the end.
fn common(old: &[Token], new: &[Token]) -> (usize, usize) {
    let start = old.iter().zip(new).take_while(|(one, two)| one == two).count();
    let (old, new) = (&old[start..], &new[start..]);
    (start, old.iter().rev().zip(new.iter().rev()).take_while(|(one, two)| one == two).count())
}
