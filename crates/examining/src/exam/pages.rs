//! The pages of exams. Who may enter is in the arguments.

mod list;
mod result;
mod sit;

pub(super) use list::{begin, list, taken};
pub(super) use result::void;
pub(crate) use result::{About, Reviewed, review};
pub(crate) use sit::chosen;
pub(super) use sit::{answer, ask_hand_in, hand_in, question, show};

/// How many minutes that is, a begun one counted whole.
fn minutes(seconds: i64) -> i64 {
    (seconds + 59).div_euclid(60)
}
