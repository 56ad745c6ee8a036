//! In which order clients are looked at, and which talks come first.

use std::collections::{BTreeMap, BTreeSet};

use ground::{Day, Id};
use people::client::Client;

use crate::health::{Band, Reason, Signal, Value, Weights};
use crate::renewal::Term;

/// So many days before notice can be given no more, a talk is due whatever else is known.
pub(super) const TALK_DAYS: i64 = 120;
/// So many talks are named.
pub(super) const TALKS: usize = 10;

/// A client as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Account {
    /// Which one.
    pub id: Id<Client>,
    /// Its name.
    pub name: String,
    /// The mean of its sites; none where not enough is known.
    pub score: Option<i64>,
    /// What its mean was a week ago.
    pub before: Option<i64>,
    /// How many sites it has.
    pub sites: usize,
    /// The reasons of all its sites.
    pub reasons: Vec<Reason>,
    /// The term that comes to its end next.
    pub term: Option<Term>,
}

impl Account {
    /// How many points it won in a week, or lost.
    pub(super) fn change(&self) -> Option<i64> {
        Some(self.score? - self.before?)
    }

    /// The heaviest reasons: those of one sign together, each with its first sentence and how many there are.
    pub(super) fn heaviest(&self, most: usize) -> Vec<(Reason, usize)> {
        let mut by_sign: BTreeMap<&str, (i64, usize, &Reason)> = BTreeMap::new();
        for reason in &self.reasons {
            let (points, count, _) = by_sign.entry(&reason.signal).or_insert((0, 0, reason));
            *points += reason.points;
            *count += 1;
        }
        let mut signs: Vec<_> = by_sign.into_values().collect();
        signs.sort_by_key(|(points, _, reason)| (std::cmp::Reverse(*points), reason.signal.clone()));
        signs.into_iter().take(most).map(|(_, count, reason)| (reason.clone(), count)).collect()
    }

    fn days_to_notice(&self, today: Day) -> Option<i64> {
        self.term.map(|term| term.notice_by.days_since(today)).filter(|days| *days >= 0)
    }

    /// How urgent a talk is, the least first; none where nothing calls for one.
    fn urgency(&self, weights: &Weights, today: Day) -> Option<u8> {
        let is_near = self.days_to_notice(today).is_some_and(|days| days <= TALK_DAYS);
        let not_talked = |reason: &Reason| {
            matches!(reason.signal(), Some(Signal::NotTalked | Signal::NotTalkedLong | Signal::NoticeNear))
        };
        match (self.score.map(|score| weights.band(score)), is_near) {
            (Some(Band::AtRisk | Band::Attention), true) => Some(0),
            (Some(Band::AtRisk), false) => Some(1),
            (_, true) => Some(2),
            (Some(Band::Attention), false) => Some(if self.reasons.iter().any(not_talked) { 3 } else { 4 }),
            (Some(Band::Steady) | None, false) => None,
        }
    }
}

/// The clients by when notice can be given next; those whose contract has no end come last, the lowest health first.
pub(super) fn by_deadline(accounts: &mut [Account], today: Day) {
    let last = i64::MAX;
    accounts.sort_by_cached_key(|one| {
        (one.days_to_notice(today).unwrap_or(last), one.score.unwrap_or(last), one.name.clone())
    });
}

/// The talks to have, the most urgent first: a near deadline of a client that is not steady, then risk, then any near
/// deadline, then what needs attention. Within each, the nearest deadline and the lowest health come first.
pub(super) fn talks(accounts: &[Account], weights: &Weights, today: Day) -> Vec<Account> {
    let urgent = |one: &Account| Some((one.urgency(weights, today)?, one.clone()));
    let mut found: Vec<(u8, Account)> = accounts.iter().filter_map(urgent).collect();
    found.sort_by_cached_key(|(urgency, one)| {
        let days = one.days_to_notice(today).unwrap_or(i64::MAX);
        (*urgency, days, one.score.unwrap_or(i64::MAX), one.name.clone())
    });
    found.into_iter().map(|(_, one)| one).take(TALKS).collect()
}

/// What came and what went between two days: the reasons of then, and of now. One that counts more of the same is no news.
pub(super) fn news(before: &[Reason], now: &[Reason]) -> (Vec<Reason>, Vec<Reason>) {
    let name = |reason: &Reason| {
        let what = reason.values.iter().filter_map(|(_, value)| match value {
            Value::Key(key) => Some(key.clone()),
            _ => None,
        });
        (reason.signal.clone(), reason.path.clone(), what.collect::<Vec<_>>())
    };
    let names = |reasons: &[Reason]| reasons.iter().map(name).collect::<BTreeSet<_>>();
    let (then, today) = (names(before), names(now));
    let came = now.iter().filter(|reason| !then.contains(&name(reason))).cloned().collect();
    let went = before.iter().filter(|reason| !today.contains(&name(reason))).cloned().collect();
    (came, went)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn reason(signal: Signal, points: i64, path: &str) -> Reason {
        let (signal, key, path) = (signal.word().to_owned(), String::new(), path.to_owned());
        Reason { signal, points, key, values: Vec::new(), path }
    }

    fn account(name: &str, score: Option<i64>, notice_by: Option<&str>) -> Account {
        let term = notice_by.map(|notice_by| Term { ends_on: day("2027-12-31"), notice_by: day(notice_by) });
        let (id, name) = (Id::known(name), name.to_owned());
        Account { id, name, score, before: None, sites: 1, reasons: Vec::new(), term }
    }

    fn names(accounts: &[Account]) -> Vec<&str> {
        accounts.iter().map(|one| one.name.as_str()).collect()
    }

    const TODAY: &str = "2026-11-26";

    #[test]
    fn clients_stand_in_the_order_in_which_they_can_leave() {
        let mut accounts = [
            account("no end, well", Some(90), None),
            account("no end, poorly", Some(30), None),
            account("in a year", Some(20), Some("2027-11-26")),
            account("passed", Some(10), Some("2026-11-25")),
            account("tomorrow", None, Some("2026-11-27")),
        ];
        by_deadline(&mut accounts, day(TODAY));
        assert_eq!(names(&accounts), ["tomorrow", "in a year", "passed", "no end, poorly", "no end, well"]);
    }

    #[test]
    fn the_most_urgent_talk_comes_first_and_no_more_than_ten() {
        let mut quiet = account("attention, quiet", Some(60), None);
        quiet.reasons.push(reason(Signal::NotTalked, 6, "/x"));
        let accounts = [
            account("attention", Some(60), None),
            quiet,
            account("steady", Some(90), None),
            account("unknown", None, None),
            account("steady, near", Some(90), Some("2027-01-01")),
            account("at risk", Some(40), None),
            account("attention, near", Some(60), Some("2027-03-26")),
            account("attention, nearer", Some(70), Some("2026-12-26")),
            account("attention, far", Some(61), Some("2027-03-27")),
        ];
        let expected = [
            "attention, nearer",
            "attention, near",
            "at risk",
            "steady, near",
            "attention, quiet",
            "attention, far",
            "attention",
        ];
        assert_eq!(names(&talks(&accounts, &Weights::default(), day(TODAY))), expected);
        let many: Vec<_> = (0..30).map(|number| account(&number.to_string(), Some(1), None)).collect();
        assert_eq!(talks(&many, &Weights::default(), day(TODAY)).len(), TALKS);
    }

    #[test]
    fn reasons_of_one_sign_weigh_together() {
        let mut one = account("client", Some(50), None);
        one.reasons = vec![
            reason(Signal::Silent, 6, "/a"),
            reason(Signal::AnsweredLate, 5, "/b"),
            reason(Signal::AnsweredLate, 5, "/c"),
            reason(Signal::FewContacts, 4, "/d"),
        ];
        let heaviest: Vec<_> = one.heaviest(2).into_iter().map(|(reason, count)| (reason.path, count)).collect();
        assert_eq!(heaviest, [("/b".to_owned(), 2), ("/a".to_owned(), 1)]);
        assert_eq!(account("nothing", None, None).heaviest(2), []);
    }

    #[test]
    fn news_are_what_came_and_what_went() {
        let (silent, late) = (reason(Signal::Silent, 6, "/a"), reason(Signal::AnsweredLate, 5, "/b"));
        let (came, went) = news(std::slice::from_ref(&silent), std::slice::from_ref(&late));
        assert_eq!((came, went), (vec![late.clone()], vec![silent]));
        assert_eq!(news(std::slice::from_ref(&late), std::slice::from_ref(&late)), (vec![], vec![]));
        let twice = |category: &str, numbers: &str| {
            let values = [("category", Value::Key(category.to_owned())), ("numbers", Value::Text(numbers.to_owned()))];
            let values = values.map(|(name, value)| (name.to_owned(), value)).to_vec();
            Reason { values, ..reason(Signal::CategoryTwice, 6, "/sites/gate") }
        };
        let (patrol, more) = (twice("category-patrol", "R-1, R-2"), twice("category-patrol", "R-1, R-2, R-3"));
        assert_eq!(news(std::slice::from_ref(&patrol), &[more]), (vec![], vec![]), "more of the same");
        let access = twice("category-access", "R-1, R-2");
        assert_eq!(news(std::slice::from_ref(&patrol), std::slice::from_ref(&access)), (vec![access], vec![patrol]));
    }
}
