//! How far a concern has come, for whoever told us: what was done and when, what comes next and
//! by when, and honestly what is late.

use ground::Moment;
use ground::words::Words;

use crate::conversation::told::Told;
use crate::promise::badge::duration;
use crate::promise::{Promise, Step as Promised};

/// One step, as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    /// What it is called.
    pub(super) name: String,
    /// When it was done, by when it is promised, or by how much it is late.
    pub(super) when: String,
    /// Why it is or was late, once somebody has said so.
    pub(super) why_late: Option<String>,
    /// Whether it was done.
    pub(super) done: bool,
    /// Whether it comes next.
    pub(super) next: bool,
}

/// How one promise stands in this round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stand {
    /// Nothing is promised.
    Open,
    /// It was kept, and whether that was too late.
    Kept(Moment, bool),
    /// It is promised by then.
    Due(Moment),
    /// It should have been done by then.
    Late(Moment),
}

/// How the promises of one step stand together: what is still owed counts more than what was kept before.
fn stand<'a>(promises: impl Iterator<Item = &'a Promise>, now: Moment) -> Stand {
    let (mut kept, mut owed) = (None, None);
    for promise in promises {
        if let Some(at) = promise.kept_at {
            kept = Some((at, promise.is_late(now)));
        } else if promise.is_owed() {
            owed = Some(promise);
        }
    }
    match (owed.map(|promise| promise.due_at), kept) {
        (Some(Some(due)), _) if due < now => Stand::Late(due),
        (Some(Some(due)), _) => Stand::Due(due),
        (Some(None), _) | (None, None) => Stand::Open,
        (None, Some((at, late))) => Stand::Kept(at, late),
    }
}

/// The steps of the round in which a concern is, in their order.
pub(super) fn steps(w: &Words, told: &Told, zone: &str, now: Moment) -> Vec<Step> {
    let of = |step| stand(told.given().filter(|promise| promise.step == step), now);
    let told_at = told.given().map(|promise| promise.given_at).min().unwrap_or(told.concern.raised_at);
    let begun = if told.concern.round > 1 { "track-step-reopened" } else { "track-step-told" };
    let last = match told.concern.closed_at {
        Some(at) => ("track-step-closed", Stand::Kept(at, false)),
        // We ask whether it helped; the step is theirs, and done when they have answered.
        None => match of(Promised::CheckBack) {
            Stand::Kept(..) => ("track-step-checked", Stand::Open),
            unasked => ("track-step-asked", unasked),
        },
    };
    let why =
        |step| told.given().filter(|given| given.step == step).filter_map(|given| given.late_reason.clone()).last();
    let stands = [
        ((begun, Stand::Kept(told_at, false)), None),
        (("track-step-acknowledged", of(Promised::Acknowledge)), why(Promised::Acknowledge)),
        (("track-step-answered", of(Promised::Answer)), why(Promised::Answer)),
        (last, why(Promised::CheckBack)),
    ];
    let closed = told.concern.closed_at.is_some();
    let shown = stands.into_iter().filter(|((_, stand), _)| !closed || matches!(stand, Stand::Kept(..)));
    let mut steps: Vec<Step> =
        shown.map(|((key, stand), why_late)| Step { why_late, ..step(w, key, stand, (zone, now)) }).collect();
    if let Some(next) = steps.iter_mut().find(|step| !step.done) {
        next.next = true;
    }
    steps
}

fn step(w: &Words, key: &str, stand: Stand, (zone, now): (&str, Moment)) -> Step {
    let by_clock = |at: Moment| w.when(at, zone);
    let when = match stand {
        Stand::Open => String::new(),
        Stand::Kept(at, false) => by_clock(at),
        Stand::Kept(at, true) => w.with("track-was-late", &[("time", by_clock(at).into())]),
        Stand::Due(at) => w.with("track-by", &[("time", by_clock(at).into())]),
        Stand::Late(at) => {
            let by = duration(w, now.seconds_since(at));
            w.with("track-late", &[("time", by_clock(at).into()), ("by", by.into())])
        }
    };
    Step { name: w.t(key), when, why_late: None, done: matches!(stand, Stand::Kept(..)), next: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn promise(due: i64, kept: Option<i64>, ended: Option<i64>) -> Promise {
        let given = Promise::given(Promised::Answer, 1, "4 hours".to_owned(), Moment::from_millis(0));
        let at = Moment::from_millis;
        Promise { due_at: Some(at(due)), kept_at: kept.map(at), ended_at: ended.map(at), ..given }
    }

    #[test]
    fn what_is_owed_counts_more_than_what_was_kept_before() {
        let at = Moment::from_millis;
        for (promises, expected) in [
            (vec![], Stand::Open),
            (vec![promise(10, None, None)], Stand::Due(at(10))),
            (vec![promise(4, None, None)], Stand::Late(at(4))),
            (vec![promise(10, Some(3), None)], Stand::Kept(at(3), false)),
            (vec![promise(2, Some(3), None)], Stand::Kept(at(3), true)),
            (vec![promise(10, None, Some(3))], Stand::Open),
            (vec![promise(10, Some(3), None), promise(20, None, None)], Stand::Due(at(20))),
            (vec![promise(10, Some(3), None), promise(20, None, Some(4))], Stand::Kept(at(3), false)),
            (vec![Promise { due_at: None, ..promise(0, None, None) }], Stand::Open),
        ] {
            assert_eq!(stand(promises.iter(), at(5)), expected, "{promises:?}");
        }
    }
}
