//! What post orders are.

use agreement::post::Post;
use ground::words::Language;
use ground::{Day, Error, Id, Result, choice};
use people::site::Site;
use serde::Serialize;

use crate::revision::Revision;

/// How long orders may stand before somebody looks whether they still fit, in days.
pub const REVIEW_DAYS: i64 = 365;
/// So long before they stand there officers may read the orders of a post, in seconds.
pub const AHEAD_SECONDS: i64 = 7 * 86_400;
/// How long the reason for leaving orders as they are may be, in letters.
pub const REASON_LETTERS: usize = 1_000;

choice! {
    /// What a section is about; the parts that post orders usually have, in their order.
    pub enum Kind {
        /// The site, its layout, and the ways in that nobody planned.
        Overview = "overview", "section-overview",
        /// What this post is for, and what can go wrong here.
        Purpose = "purpose", "section-purpose",
        /// Hours, posts, and how one is relieved.
        Hours = "hours", "section-hours",
        /// Arrival, keys, equipment; codes are kept apart.
        Arrival = "arrival", "section-arrival",
        /// Who may come in, and how.
        Access = "access", "section-access",
        /// Routes, how often, what to look for.
        Patrols = "patrols", "section-patrols",
        /// What to do when something happens, step by step.
        Scenarios = "scenarios", "section-scenarios",
        /// Whom to call, by how grave it is.
        Escalation = "escalation", "section-escalation",
        /// What the client wants of visitors, deliveries, parking.
        ClientRules = "client-rules", "section-client-rules",
        /// How we speak with people here.
        Care = "care", "section-care",
        /// Alarms, exits, extinguishers.
        LifeSafety = "life-safety", "section-life-safety",
        /// Reports and logs.
        Reports = "reports", "section-reports",
        /// What an officer may not do, touch or promise.
        Limits = "limits", "section-limits",
        /// How orders that end by themselves reach the post.
        Special = "special", "section-special",
        /// Who may change these orders, and what to do when a line is wrong.
        Revision = "revision", "section-revision",
        /// Anything else.
        Other = "other", "section-other",
    }
}

/// Words by which the title of a section says what it is about, in English and Spanish.
const TITLES: &[(Kind, &[&str])] = &[
    (
        Kind::LifeSafety,
        &["life safety", "fire alarm", "evacuation", "protecci\u{f3}n de la vida", "incendio", "evacuaci\u{f3}n"],
    ),
    (Kind::Escalation, &["escalation", "call tree", "contacts", "escalamiento", "contactos", "a qui\u{e9}n llamar"]),
    (Kind::Scenarios, &["scenario", "emergenc", "incident", "situaciones", "escenario", "emergencia"]),
    (
        Kind::ClientRules,
        &["client rule", "visitor", "parking", "deliver", "reglas del cliente", "visitante", "entregas"],
    ),
    (Kind::Special, &["special", "temporary", "especiales", "temporales"]),
    (Kind::Arrival, &["arrival", "keys", "equipment", "llegada", "llaves", "equipo"]),
    (Kind::Access, &["access", "entry", "acceso", "entrada"]),
    (Kind::Patrols, &["patrol", "round", "tour", "ronda", "recorrido", "patrulla"]),
    (Kind::Hours, &["hours", "schedule", "shift", "relief", "horario", "turno", "relevo"]),
    (Kind::Reports, &["report", "log", "informe", "reporte", "bit\u{e1}cora"]),
    (Kind::Limits, &["limit", "authority", "must not", "l\u{ed}mite", "autoridad"]),
    (Kind::Care, &["customer", "courtesy", "care", "tone", "atenci\u{f3}n", "trato", "cortes\u{ed}a"]),
    (Kind::Purpose, &["purpose", "risk", "prop\u{f3}sito", "objetivo", "riesgo"]),
    (Kind::Overview, &["overview", "layout", "site", "descripci\u{f3}n", "instalaci\u{f3}n", "sitio"]),
    (Kind::Revision, &["revision", "signature", "revisi\u{f3}n", "firma"]),
];

impl Kind {
    /// What a section is about, by the words of its title.
    #[must_use]
    pub fn of_title(title: &str) -> Self {
        let title = title.to_lowercase();
        let says = |words: &&[&str]| words.iter().any(|word| title.contains(word));
        TITLES.iter().find(|(_, words)| says(words)).map_or(Self::Other, |(kind, _)| *kind)
    }
}

/// The standing instructions of a post, or of a whole site: what its posts share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PostOrders {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Of which site.
    pub site_id: Id<Site>,
    /// Of which post; none of the whole site.
    pub post_id: Option<Id<Post>>,
    /// The language in which they are written; others are translations.
    pub language: Language,
    /// The revision that is in force.
    pub revision_id: Option<Id<Revision>>,
    /// The number of the newest revision; 0 before the first.
    pub number: i64,
    /// By when somebody looks whether they still fit.
    pub review_on: Day,
    /// Grows with each change, so that a change over another one is noticed.
    pub version: i64,
}

impl PostOrders {
    /// Orders that are begun now; they say nothing yet.
    #[must_use]
    pub fn begun(site_id: &Id<Site>, post_id: Option<Id<Post>>, language: Language, today: Day) -> Self {
        Self {
            id: Id::fresh(),
            site_id: site_id.clone(),
            post_id,
            language,
            revision_id: None,
            number: 0,
            review_on: today.plus_days(REVIEW_DAYS),
            version: 0,
        }
    }

    /// Orders that were looked at and stay as they are until the next review.
    ///
    /// # Errors
    /// Refused when nothing is in force that could be looked at, or that day is no day to come.
    pub fn reviewed(self, today: Day, next_on: Day) -> Result<Self> {
        if self.revision_id.is_none() {
            return Err(Error::refused("orders-nothing-in-force"));
        }
        if next_on <= today || next_on > today.plus_days(2 * REVIEW_DAYS) {
            return Err(Error::refused("orders-review-day"));
        }
        Ok(Self { review_on: next_on, ..self })
    }

    /// Orders of which a revision takes force: it is looked at again a year later.
    #[must_use]
    pub fn with_in_force(self, revision: &Id<Revision>, today: Day) -> Self {
        Self { revision_id: Some(revision.clone()), review_on: today.plus_days(REVIEW_DAYS), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_says_what_a_section_is_about() {
        for (title, kind) in [
            ("4. Keys and Equipment", Kind::Arrival),
            ("Fire alarm panel", Kind::LifeSafety),
            ("Emergency procedures", Kind::Scenarios),
            ("Rondas nocturnas", Kind::Patrols),
            ("L\u{ed}mites de autoridad", Kind::Limits),
            ("The weather", Kind::Other),
        ] {
            assert_eq!(Kind::of_title(title), kind, "{title}");
        }
    }

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn no_change_is_decided_for_a_day_to_come_and_only_of_what_is_in_force() {
        let today = day("2026-11-22");
        let begun = PostOrders::begun(&Id::known("gate"), None, Language::English, today);
        assert_eq!(begun.review_on, day("2027-11-22"));
        assert!(matches!(begun.clone().reviewed(today, day("2027-01-01")), Err(Error::Refused(_))));
        let orders = begun.with_in_force(&Id::known("first"), today);
        assert_eq!(orders.clone().reviewed(today, day("2027-05-01")).unwrap().review_on, day("2027-05-01"));
        for wrong in ["2026-11-22", "2025-01-01", "2030-01-01"] {
            let refused = orders.clone().reviewed(today, day(wrong));
            assert!(matches!(refused, Err(Error::Refused(refusal)) if refusal.key == "orders-review-day"), "{wrong}");
        }
    }
}
