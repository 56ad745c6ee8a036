//! What is known of a site and its client at a moment: all that health is reckoned of, and nothing else.

use agreement::contract::Contract;
use agreement::post::Post;
use ground::{Day, Id, Moment};
use listening::facts::past::{Named, Owed, Said, Told};
use meeting::interaction::Interaction;
use people::client::Client;
use people::contact::Contact;
use people::site::Site;
use people::staff::StaffMember;
use satisfaction::round::Round;

/// So far back is looked for what was promised, told and said.
pub const WINDOW_DAYS: i64 = 90;
/// So far back is looked for answers to surveys: two rounds.
pub const SURVEY_DAYS: i64 = 2 * 91 + 30;

/// A thing and when it was.
pub type At<T> = (T, Moment);

/// What is known of one site, with what holds for all of its client.
#[derive(Debug, Clone)]
pub struct Known {
    /// The site.
    pub site: (Id<Site>, String),
    /// Its client.
    pub client: (Id<Client>, String),
    /// Since when we serve there.
    pub since: Moment,
    /// Its zone, for days.
    pub zone: String,
    /// Acknowledgements and answers that fell due in the window.
    pub owed: Vec<Owed>,
    /// What was told in the window.
    pub told: Vec<Told>,
    /// What was said in the window to whether it helped, the earliest first.
    pub said: Vec<Said>,
    /// The concerns about which somebody of the client asked again while we were late, with when.
    pub chased: Vec<At<Named>>,
    /// The last visit of a supervisor.
    pub last_visit: Option<At<Id<Interaction>>>,
    /// How often one is agreed, in days; as usual where nothing was.
    pub visit_every_days: Option<i64>,
    /// The last talk with somebody who decides.
    pub last_talk: Option<At<Talk>>,
    /// When somebody of the client last said anything: a concern, praise, or an answer to a survey.
    pub last_heard: Option<Moment>,
    /// The rounds in which people of the client were asked and that are over, the newest first, at most two.
    pub rounds: Vec<AskedRound>,
    /// How many of the client we can ask.
    pub contacts: usize,
    /// What they answered to surveys under their names, the newest round first.
    pub answers: Vec<RoundAnswers>,
    /// Who stands there, and since when they stood at the site for the first time.
    pub officers: Vec<At<Id<StaffMember>>>,
    /// Who stands there without having confirmed the orders.
    pub unconfirmed: Vec<StoodWithout>,
    /// Who of those who decide came or went last, if that was not when we began.
    pub decision_maker_changed: Option<At<Id<Contact>>>,
    /// The contract that holds, and the last day on which notice can be given next.
    pub contract: Option<(Id<Contract>, Option<Day>)>,
    /// When we last met about the contract.
    pub reviewed_at: Option<Moment>,
}

/// By which record a talk with who decides is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Talk {
    /// Somebody noted it.
    Interaction(Id<Interaction>),
    /// They wrote about a concern.
    Concern(Named),
}

/// A round in which people of a client were asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedRound {
    /// Which one.
    pub id: Id<Round>,
    /// When it was opened.
    pub opened_at: Moment,
    /// How many of them answered.
    pub answered: usize,
}

/// What people of a client answered in a round under their names.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundAnswers {
    /// Which one.
    pub id: Id<Round>,
    /// When it was opened.
    pub opened_at: Moment,
    /// How satisfied they are, 1 to 5: one number of each.
    pub overall: Vec<i64>,
    /// How they get on with us, 1 to 7: the mean of what each answered.
    pub rapport: Vec<f64>,
    /// Whether those who decide would recommend us, 0 to 10: one number of each.
    pub recommend: Vec<i64>,
}

/// An officer who stands at a post without having confirmed its orders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoodWithout {
    /// What they are called.
    pub officer: String,
    /// Where.
    pub post: (Id<Post>, String),
    /// The number of the revision.
    pub revision: i64,
}
