//! What lowers health, by how much, and from when on: the usual figures, each of which an organization may set for itself.
//!
//! The table is that of the design (`field-notes`, 2.5), a judgement and no measurement: the page of calibration says how
//! far it told who left.

use ground::choice;

choice! {
    /// A part of how we stand. Each can take so many points at most.
    pub enum Dimension {
        /// Whether we keep what we promise.
        Promises = "promises", "health-dimension-promises",
        /// Whether we are there.
        Attention = "attention", "health-dimension-attention",
        /// Whether they speak to us.
        Voice = "voice", "health-dimension-voice",
        /// How they find us.
        Satisfaction = "satisfaction", "health-dimension-satisfaction",
        /// Whether the faces stay.
        Continuity = "continuity", "health-dimension-continuity",
        /// What comes up.
        Contract = "contract", "health-dimension-contract",
    }
}

impl Dimension {
    /// How many points it takes at most, usually. All of them together are a hundred.
    #[must_use]
    pub const fn usual_cap(self) -> i64 {
        match self {
            Self::Promises => 30,
            Self::Attention | Self::Satisfaction => 20,
            Self::Voice | Self::Continuity | Self::Contract => 10,
        }
    }
}

choice! {
    /// A sign that lowers health.
    pub enum Signal {
        /// A concern was acknowledged late, or is not.
        AcknowledgedLate = "acknowledged_late", "signal-acknowledged-late",
        /// A concern was answered late, or is not.
        AnsweredLate = "answered_late", "signal-answered-late",
        /// The same was told more than once.
        CategoryTwice = "category_twice", "signal-category-twice",
        /// They said that an answer did not help.
        DidNotWork = "did_not_work", "signal-did-not-work",
        /// No supervisor came for longer than agreed.
        NotVisited = "not_visited", "signal-not-visited",
        /// Nobody talked with who decides.
        NotTalked = "not_talked", "signal-not-talked",
        /// Nobody did for long.
        NotTalkedLong = "not_talked_long", "signal-not-talked-long",
        /// They had to ask again.
        HadToChase = "had_to_chase", "signal-had-to-chase",
        /// Nobody of theirs said anything.
        Silent = "silent", "signal-silent",
        /// Surveys were not answered.
        SurveysUnanswered = "surveys_unanswered", "signal-surveys-unanswered",
        /// There are few whom we can ask.
        FewContacts = "few_contacts", "signal-few-contacts",
        /// They are not satisfied.
        SatisfactionLow = "satisfaction_low", "signal-satisfaction-low",
        /// They are less satisfied than they were.
        SatisfactionDropped = "satisfaction_dropped", "signal-satisfaction-dropped",
        /// Somebody who decides would not recommend us.
        Detractor = "detractor", "signal-detractor",
        /// They do not get on with us.
        RapportLow = "rapport_low", "signal-rapport-low",
        /// Many officers are new.
        OfficersChanged = "officers_changed", "signal-officers-changed",
        /// An officer stands there without having confirmed the orders.
        OrdersUnconfirmed = "orders_unconfirmed", "signal-orders-unconfirmed",
        /// Somebody else decides.
        DecisionMakerChanged = "decision_maker_changed", "signal-decision-maker-changed",
        /// Something about hours or invoices is open.
        BillingOpen = "billing_open", "signal-billing-open",
        /// Notice can be given soon, and nobody met about it.
        NoticeNear = "notice_near", "signal-notice-near",
    }
}

impl Signal {
    /// Of which part it is.
    #[must_use]
    pub const fn dimension(self) -> Dimension {
        match self {
            Self::AcknowledgedLate | Self::AnsweredLate | Self::CategoryTwice | Self::DidNotWork => Dimension::Promises,
            Self::NotVisited | Self::NotTalked | Self::NotTalkedLong | Self::HadToChase => Dimension::Attention,
            Self::Silent | Self::SurveysUnanswered | Self::FewContacts => Dimension::Voice,
            Self::SatisfactionLow | Self::SatisfactionDropped | Self::Detractor | Self::RapportLow => {
                Dimension::Satisfaction
            }
            Self::OfficersChanged | Self::OrdersUnconfirmed => Dimension::Continuity,
            Self::DecisionMakerChanged | Self::BillingOpen | Self::NoticeNear => Dimension::Contract,
        }
    }

    /// How many points it usually takes, each time.
    #[must_use]
    pub const fn usual_points(self) -> i64 {
        match self {
            Self::NotTalkedLong => 12,
            Self::DidNotWork | Self::NotVisited | Self::SatisfactionLow => 8,
            Self::CategoryTwice
            | Self::NotTalked
            | Self::Silent
            | Self::SatisfactionDropped
            | Self::Detractor
            | Self::RapportLow
            | Self::DecisionMakerChanged
            | Self::NoticeNear => 6,
            Self::AnsweredLate | Self::SurveysUnanswered | Self::OfficersChanged | Self::BillingOpen => 5,
            Self::HadToChase | Self::FewContacts => 4,
            Self::AcknowledgedLate => 3,
            Self::OrdersUnconfirmed => 1,
        }
    }

    /// The key of what its limit is called; none where it counts whenever it is there.
    #[must_use]
    pub const fn limit_key(self) -> Option<&'static str> {
        match self {
            Self::NotVisited => Some("limit-not-visited"),
            Self::NotTalked => Some("limit-not-talked"),
            Self::NotTalkedLong => Some("limit-not-talked-long"),
            Self::Silent => Some("limit-silent"),
            Self::NoticeNear => Some("limit-notice-near"),
            Self::DecisionMakerChanged => Some("limit-decision-maker-changed"),
            Self::FewContacts => Some("limit-few-contacts"),
            Self::SurveysUnanswered => Some("limit-surveys-unanswered"),
            Self::SatisfactionLow => Some("limit-satisfaction-low"),
            Self::SatisfactionDropped => Some("limit-satisfaction-dropped"),
            Self::RapportLow => Some("limit-rapport-low"),
            Self::OfficersChanged => Some("limit-officers-changed"),
            Self::AcknowledgedLate
            | Self::AnsweredLate
            | Self::CategoryTwice
            | Self::DidNotWork
            | Self::HadToChase
            | Self::Detractor
            | Self::OrdersUnconfirmed
            | Self::BillingOpen => None,
        }
    }

    /// From when on it counts, usually: days, tenths of a grade, a share in per cent, or a number; none where it counts
    /// whenever it is there.
    #[must_use]
    pub const fn usual_limit(self) -> Option<i64> {
        match self {
            Self::NotVisited => Some(30),
            Self::NotTalked => Some(45),
            Self::NotTalkedLong | Self::Silent | Self::NoticeNear => Some(90),
            Self::DecisionMakerChanged => Some(120),
            Self::FewContacts | Self::SurveysUnanswered => Some(2),
            Self::SatisfactionLow => Some(35),
            Self::SatisfactionDropped => Some(10),
            Self::RapportLow => Some(40),
            Self::OfficersChanged => Some(25),
            Self::AcknowledgedLate
            | Self::AnsweredLate
            | Self::CategoryTwice
            | Self::DidNotWork
            | Self::HadToChase
            | Self::Detractor
            | Self::OrdersUnconfirmed
            | Self::BillingOpen => None,
        }
    }
}

choice! {
    /// How it looks, at a glance.
    pub enum Band {
        /// Nothing that worries.
        Steady = "steady", "health-band-steady",
        /// Somebody should look.
        Attention = "attention", "health-band-attention",
        /// They may leave.
        AtRisk = "at_risk", "health-band-risk",
    }
}
