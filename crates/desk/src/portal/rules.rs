//! What the portal says about a concern.

use ground::Moment;
use listening::concern::{Concern, Outcome, State};
use listening::conversation::told::Told;
use listening::promise::{self, Promise};

/// Whether a concern waits for this contact: we asked back, or asked whether it helped. What a
/// colleague told us by the portal or by mail waits for the colleague; what staff wrote down, for anybody.
pub(crate) fn waits_for(concern: &Concern, contact: &str) -> bool {
    let asked = matches!(concern.state, State::Waiting | State::Answered | State::Refused);
    let theirs = concern.contact_id().is_none_or(|told_by| told_by == contact);
    asked && theirs
}

/// Where a concern stands on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stands {
    /// This lies behind it.
    Behind,
    /// It is here.
    Here,
    /// This lies ahead.
    Ahead,
}

/// One step of the way: the key of its sentence, and whether the concern is there.
pub(super) type WayStep = (&'static str, Stands);

/// The way of a concern, from being told to being closed.
pub(super) fn way(told: &Told) -> Vec<WayStep> {
    let concern = &told.concern;
    let kept = |step| {
        told.promises.iter().any(|given| given.round == concern.round && given.step == step && given.kept_at.is_some())
    };
    let closed = concern.closed_at.is_some();
    let answered = match concern.state {
        State::Answered | State::Refused => true,
        State::Closed => kept(promise::Step::Answer),
        State::New | State::Acknowledged | State::Waiting => false,
    };
    if concern.outcome == Some(Outcome::Thanked) {
        return vec![("way-told", Stands::Behind), ("way-thanked", Stands::Here)];
    }
    let helped = concern.outcome == Some(Outcome::Settled);
    let done = [
        ("way-told", true),
        ("way-acknowledged", kept(promise::Step::Acknowledge)),
        ("way-answered", answered),
        ("way-helped", helped),
        ("way-closed", closed),
    ];
    // A step that was left out, such as a word on whether it helped, is not claimed to be done.
    let here = if closed { done.len() } else { done.iter().position(|(_, done)| !done).unwrap_or(done.len()) };
    let stands = |(at, (key, done)): (usize, &(&'static str, bool))| match (done, at == here) {
        (true, _) => (*key, Stands::Behind),
        (false, true) => (*key, Stands::Here),
        (false, false) => (*key, Stands::Ahead),
    };
    done.iter().enumerate().map(stands).collect()
}

/// How we stand to a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Honesty {
    /// It was kept in time.
    Kept(Moment),
    /// It was kept, so many seconds late.
    Late(Moment, i64),
    /// It is owed, and not due yet.
    Running,
    /// It is owed, and so many seconds late.
    Overdue(i64),
    /// It waits for whoever told us.
    Waits,
    /// It was missed by so many seconds when another promise took its place, or it was no longer owed.
    Missed(i64),
    /// Another promise took its place, or it is no longer owed.
    Over,
}

/// How we stand to a promise now.
pub(super) fn honesty(promise: &Promise, now: Moment) -> Honesty {
    let late_by = |at: Moment| promise.due_at.filter(|due| *due < at).map(|due| at.seconds_since(due));
    match (promise.kept_at, promise.ended_at, promise.due_at) {
        (Some(kept), _, _) => late_by(kept).map_or(Honesty::Kept(kept), |by| Honesty::Late(kept, by)),
        (None, Some(ended), _) => late_by(ended).map_or(Honesty::Over, Honesty::Missed),
        (None, None, None) => Honesty::Waits,
        (None, None, Some(_)) => late_by(now).map_or(Honesty::Running, Honesty::Overdue),
    }
}

/// The beginning of a text, cut at a word.
pub(crate) fn beginning(words: &str, letters: usize) -> String {
    if words.chars().count() <= letters {
        return words.to_owned();
    }
    let cut: String = words.chars().take(letters).collect();
    let whole = cut.rsplit_once(char::is_whitespace).map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}...", whole.trim_end_matches([',', '.', ';', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Moment {
        Moment::from_millis(second * 1_000)
    }

    fn promised(due: Option<i64>) -> Promise {
        let given = Promise::given(promise::Step::Answer, 1, "1 hour".to_owned(), at(0));
        Promise { due_at: due.map(at), ..given }
    }

    #[test]
    fn a_promise_is_late_after_its_due_moment_and_not_at_it() {
        let kept = |second| Promise { kept_at: Some(at(second)), ..promised(Some(60)) };
        assert_eq!(honesty(&kept(60), at(500)), Honesty::Kept(at(60)));
        assert_eq!(honesty(&kept(90), at(500)), Honesty::Late(at(90), 30));
        assert_eq!(honesty(&promised(Some(60)), at(60)), Honesty::Running);
        assert_eq!(honesty(&promised(Some(60)), at(100)), Honesty::Overdue(40));
        assert_eq!(honesty(&promised(None), at(100)), Honesty::Waits);
        let over = Promise { ended_at: Some(at(10)), ..promised(Some(60)) };
        assert_eq!(honesty(&over, at(100)), Honesty::Over);
        let missed = Promise { ended_at: Some(at(90)), ..promised(Some(60)) };
        assert_eq!(honesty(&missed, at(100)), Honesty::Missed(30));
    }

    #[test]
    fn a_beginning_is_cut_at_a_word() {
        assert_eq!(beginning("The gate was open.", 40), "The gate was open.");
        assert_eq!(beginning("The gate, was open.", 10), "The gate...");
        assert_eq!(beginning(&"x".repeat(20), 5), "xxxxx...");
    }
}
