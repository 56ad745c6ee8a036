//! What a concern is, in words. What may happen to it is in `concern/moves.rs`.

use agreement::contract::Severity;
use agreement::post::Post;
use ground::words::Language;
use ground::{Id, Moment, choice};
use people::client::Client;
use people::site::Site;
use people::staff::StaffMember;
use serde::Serialize;

use crate::promise::Step;

choice! {
    /// By which door a concern came in.
    pub enum Channel {
        /// The client's portal.
        Portal = "portal", "channel-portal",
        /// A sign at the site.
        Qr = "qr", "channel-qr",
        /// By telephone; staff wrote it down.
        Phone = "phone", "channel-phone",
        /// Said to somebody; staff wrote it down.
        Spoken = "spoken", "channel-spoken",
        /// A program.
        Api = "api", "channel-api",
        /// A mail.
        Mail = "mail", "channel-mail",
    }
}

choice! {
    /// Whose voice it is.
    pub enum Voice {
        /// A person of the client.
        Client = "client", "voice-client",
        /// Anybody at the site.
        Public = "public", "voice-public",
        /// An officer, on behalf of somebody.
        Officer = "officer", "voice-officer",
    }
}

choice! {
    /// What it is about.
    pub enum Category {
        /// Nobody has sorted it yet.
        Unsorted = "unsorted", "category-unsorted",
        /// A post that is not covered as agreed.
        Coverage = "coverage", "category-coverage",
        /// What somebody did.
        Conduct = "conduct", "category-conduct",
        /// How somebody spoke.
        Manner = "manner", "category-manner",
        /// How somebody looked.
        Appearance = "appearance", "category-appearance",
        /// How long help took.
        ResponseTime = "response_time", "category-response-time",
        /// Rounds.
        Patrol = "patrol", "category-patrol",
        /// Who gets in.
        Access = "access", "category-access",
        /// Reports and telling the client.
        Reporting = "reporting", "category-reporting",
        /// Orders that are unclear or wrong.
        Orders = "orders", "category-orders",
        /// Changing faces.
        Continuity = "continuity", "category-continuity",
        /// Safety, and the place itself.
        Safety = "safety", "category-safety",
        /// Things that were told to the wrong person.
        Confidentiality = "confidentiality", "category-confidentiality",
        /// Fairness and force.
        Fairness = "fairness", "category-fairness",
        /// Hours and invoices.
        Billing = "billing", "category-billing",
        /// What somebody should have learned.
        Training = "training", "category-training",
        /// Praise.
        Praise = "praise", "category-praise",
    }
}

impl Category {
    /// Whether officers on post may know of it: what is about the place and the work, and never about a person.
    #[must_use]
    pub const fn is_for_officers(self) -> bool {
        matches!(self, Self::Patrol | Self::Access | Self::Orders | Self::Safety)
    }
}

choice! {
    /// Where a concern stands.
    pub enum State {
        /// Nobody has said that it was heard.
        New = "new", "state-new",
        /// Somebody has; the answer is owed.
        Acknowledged = "acknowledged", "state-acknowledged",
        /// We asked back, and wait.
        Waiting = "waiting", "state-waiting",
        /// It was answered; we will ask whether it helped.
        Answered = "answered", "state-answered",
        /// It was refused, with a reason and a recourse; it stays open until that is used or let go.
        Refused = "refused", "state-refused",
        /// It is closed.
        Closed = "closed", "state-closed",
    }
}

choice! {
    /// How a concern ended.
    pub enum Outcome {
        /// Whoever told us says that it helped.
        Settled = "settled", "outcome-settled",
        /// We asked, and heard nothing: unknown.
        Silent = "silent", "outcome-silent",
        /// We closed it and said why.
        Told = "told", "outcome-told",
        /// It was praise, and we said thank you.
        Thanked = "thanked", "outcome-thanked",
    }
}

/// Who told us. All of it may be unknown: one may stay anonymous.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Reporter {
    /// Their name in the rows, where they signed in.
    pub id: Option<String>,
    /// What they are called.
    pub name: Option<String>,
    /// Where an answer reaches them.
    pub email: Option<String>,
}

/// Anything that a person tells us about the service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Concern {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Its number, as people say it.
    pub number: String,
    /// Whose it is.
    pub client_id: Id<Client>,
    /// Where.
    pub site_id: Id<Site>,
    /// At which post.
    pub post_id: Option<Id<Post>>,
    /// By which door it came in.
    pub channel: Channel,
    /// Whose voice it is.
    pub voice: Voice,
    /// Who told us.
    pub reporter: Reporter,
    /// In which language.
    pub language: Language,
    /// The beginning of what was said.
    pub headline: String,
    /// What it is about.
    pub category: Category,
    /// How grave it is.
    pub severity: Severity,
    /// What the reporter would like to happen.
    pub remedy: Option<String>,
    /// Where it stands.
    pub state: State,
    /// Who sees to it. There is always somebody.
    pub owner_id: Id<StaffMember>,
    /// The staff member whom it is about; they never read it.
    pub about_id: Option<Id<StaffMember>>,
    /// The step that comes next; of a closed concern, the last one.
    pub next_step: Step,
    /// When that step is due. An open concern always has such a moment.
    pub next_due_at: Option<Moment>,
    /// When somebody of ours is told next that a promise needs them; the alerts say who was.
    #[serde(skip)]
    pub next_alert_at: Option<Moment>,
    /// When it was said, by the clock of whoever wrote it down.
    pub said_at: Moment,
    /// When it reached us.
    pub raised_at: Moment,
    /// When it was closed.
    pub closed_at: Option<Moment>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// Since when it is on the protected path.
    pub protected_at: Option<Moment>,
    /// 1, and one more each time that it is opened again.
    pub round: i64,
    /// The digest of its tracking code.
    #[serde(skip)]
    pub tracking_digest: String,
    /// The terms under which it was taken.
    pub terms_hash: String,
    /// Grows with each change.
    pub version: i64,
}

impl Concern {
    /// The contact who told us with an account of their own, by the portal or by mail: what we
    /// write goes to them as they are now.
    #[must_use]
    pub fn contact_id(&self) -> Option<&str> {
        let own = matches!((self.channel, self.voice), (Channel::Portal, _) | (Channel::Mail, Voice::Client));
        self.reporter.id.as_deref().filter(|_| own)
    }
}

/// The longest that words may be, in letters.
pub const WORDS_LETTERS: usize = 10_000;
/// The longest headline, in letters.
const HEADLINE_LETTERS: usize = 90;

/// The beginning of what was said, cut at a word: what a list shows of a concern.
pub(super) fn headline(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= HEADLINE_LETTERS {
        return line;
    }
    let cut: String = line.chars().take(HEADLINE_LETTERS).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}...", whole.trim_end_matches([',', '.', ';', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headline_is_the_beginning_cut_at_a_word() {
        assert_eq!(headline(" Gate\nleft  open "), "Gate left open");
        let long = headline(&"lights ".repeat(40));
        assert!(long.ends_with("lights...") && long.chars().count() <= HEADLINE_LETTERS + 3, "{long}");
        let endless = headline(&"x".repeat(500));
        assert_eq!(endless.chars().count(), HEADLINE_LETTERS + 3);
    }
}
