//! What somebody tells us, as typed, on its way to becoming a concern.

use agreement::contract::Severity;
use agreement::post::Post;
use ground::file::Picture;
use ground::secret::Keys;
use ground::words::Language;
use ground::{Fields, Id, Moment, choice};
use people::site::Site;

use super::rules::headline;
use super::{Category, Channel, Concern, Reporter, State, Voice, WORDS_LETTERS, code};
use crate::promise::Step;

choice! {
    /// How urgent it is, in the words of whoever tells us.
    pub enum Urgency {
        /// Somebody is in danger, or a crime happens.
        Danger = "danger", "urgency-danger",
        /// It cannot wait.
        Serious = "serious", "urgency-serious",
        /// Something is not as it should be.
        Shortfall = "shortfall", "urgency-shortfall",
        /// A wish or a question.
        Wish = "wish", "urgency-wish",
        /// Something was done well.
        Praise = "praise", "urgency-praise",
    }
}

impl Urgency {
    /// How grave we take it to be until somebody sorts it.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::Danger => Severity::S1,
            Self::Serious => Severity::S2,
            Self::Shortfall => Severity::S3,
            Self::Wish => Severity::S4,
            Self::Praise => Severity::P,
        }
    }
}

/// What somebody tells us.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewConcern {
    /// What was said.
    pub words: String,
    /// How grave it is taken to be.
    pub severity: Severity,
    /// What it is about.
    pub category: Category,
    /// What they would like to happen.
    pub remedy: Option<String>,
    /// By which door.
    pub channel: Channel,
    /// Whose voice.
    pub voice: Voice,
    /// Who told us.
    pub reporter: Reporter,
    /// In which language.
    pub language: Language,
    /// At which post.
    pub post_id: Option<Id<Post>>,
    /// When it was said, where that was not now.
    pub said_at: Option<Moment>,
    /// What they showed us.
    pub photos: Vec<Picture>,
    /// The number that was told already: a device without signal drew it.
    pub number: Option<String>,
}

impl NewConcern {
    /// Reads what was typed into the fields that every door has: `words`, `urgency`, `category`
    /// (may be left out) and `remedy` (may be left out). The rest follows from the door.
    pub fn read(fields: &mut Fields, channel: Channel, voice: Voice, language: Language) -> Option<Self> {
        let words = fields.prose("words", 2..=WORDS_LETTERS);
        let urgency: Option<Urgency> = fields.choice("urgency");
        let category = if fields.given("category") { fields.choice("category") } else { Some(Category::Unsorted) };
        let remedy = fields.optional_prose("remedy", 1_000);
        let (urgency, category) = (urgency?, category?);
        let category = if urgency == Urgency::Praise { Category::Praise } else { category };
        Some(Self {
            words: words?,
            severity: urgency.severity(),
            category,
            remedy: remedy?,
            channel,
            voice,
            reporter: Reporter::default(),
            language,
            post_id: None,
            said_at: None,
            photos: Vec::new(),
            number: None,
        })
    }

    /// The concern that it becomes now under this number, at this site.
    pub(super) fn concern(
        &self,
        now: Moment,
        number: String,
        (site, terms_hash): (&Site, String),
        keys: &Keys,
    ) -> Concern {
        let id = Id::fresh();
        Concern {
            number,
            client_id: site.client_id.clone(),
            site_id: site.id.clone(),
            post_id: self.post_id.clone(),
            channel: self.channel,
            voice: self.voice,
            reporter: self.reporter.clone(),
            language: self.language,
            headline: headline(&self.words),
            category: self.category,
            severity: self.severity,
            remedy: self.remedy.clone(),
            state: State::New,
            owner_id: site.owner_id.clone(),
            about_id: None,
            next_step: Step::Acknowledge,
            next_due_at: None,
            next_alert_at: None,
            // Nothing is said in the future, whatever a device's clock says.
            said_at: self.said_at.map_or(now, |said| said.min(now)),
            raised_at: now,
            closed_at: None,
            outcome: None,
            protected_at: None,
            round: 1,
            tracking_digest: code::digest(&code::of(keys, &id)),
            terms_hash,
            version: 0,
            id,
        }
    }
}
