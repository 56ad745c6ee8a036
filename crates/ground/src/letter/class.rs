//! Sorts of letters: what their reader may do without, and whose words they are.

crate::choice! {
    /// What sort of letter it is: all but the essential ones can be switched off by whoever reads them.
    pub enum Class {
        /// Without it somebody cannot get in, or is not safe: never switched off.
        Essential = "essential", "letter-class-essential",
        /// Where something stands that its reader told us.
        Concerns = "concerns", "letter-class-concerns",
        /// "Did it help?"
        Questions = "questions", "letter-class-questions",
        /// How our work is going.
        Surveys = "surveys", "letter-class-surveys",
        /// A promise needs its reader, who is of ours.
        Alerts = "alerts", "letter-class-alerts",
        /// Changed post orders need its reader, or what came of them.
        Orders = "orders", "letter-class-orders",
        /// What happened in a day or a week, in one letter.
        Digests = "digests", "letter-class-digests",
        /// The report of a month.
        Reports = "reports", "letter-class-reports",
        /// What officers hold, and until when.
        Training = "training", "letter-class-training",
    }
}

impl Class {
    /// The key of the sentence that says why one gets such a letter.
    #[must_use]
    pub const fn why_key(self) -> &'static str {
        match self {
            Self::Essential => "letter-why-essential",
            Self::Concerns => "letter-why-concerns",
            Self::Questions => "letter-why-questions",
            Self::Surveys => "letter-why-surveys",
            Self::Alerts => "letter-why-alerts",
            Self::Orders => "letter-why-orders",
            Self::Digests => "letter-why-digests",
            Self::Reports => "letter-why-reports",
            Self::Training => "letter-why-training",
        }
    }

    /// Whether somebody waits for it: a part of what may go out in a minute is kept for such letters.
    #[must_use]
    pub const fn is_urgent(self) -> bool {
        matches!(self, Self::Essential | Self::Alerts)
    }
}

/// Whose words a letter carries; programs that answer mail by themselves are told (RFC 3834).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Automatic {
    /// Somebody of ours wrote them.
    Person,
    /// The clock, or something that happened.
    Generated,
    /// An answer that nobody wrote, such as an acknowledgement of receipt.
    Replied,
}

impl Automatic {
    /// The value of `Auto-Submitted`; none for what a person wrote.
    #[must_use]
    pub const fn header(self) -> Option<&'static str> {
        match self {
            Self::Person => None,
            Self::Generated => Some("auto-generated"),
            Self::Replied => Some("auto-replied"),
        }
    }
}
