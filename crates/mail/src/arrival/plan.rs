//! What becomes of a mail: found out from what it says and from what we know, before anything changes.

mod site;
mod thread;

use ground::entry::{Actor, ActorKind};
use ground::{App, Error, Id, Result, letter, secret};
use listening::concern::moves::REOPEN_SECONDS;
use listening::concern::{self, Concern, Reporter, Voice};
use listening::conversation::Trust;
use people::contact::Contact;
use people::site::Site;
use people::work::{Person, Work};
use people::{Me, Reach, contact, organization, session, staff};

use super::{Arrival, MatchedBy, Reason, Said, Settled, State, is_thanks, rows};
use crate::reading::{self, Mail, Recipient, Sender};
use ground::words::Language;
use thread::Named;

/// A note for staff: the key of its sentence, and what that names.
pub(super) type Note = (&'static str, Vec<(&'static str, String)>);

/// What is to be done.
#[derive(Debug, Clone)]
pub(super) enum Act {
    /// Nothing: it is kept.
    Keep,
    /// It becomes a concern at this site.
    Raise(Box<Raising>),
    /// It joins the conversation about a concern.
    Hear {
        /// Which.
        concern_id: Id<Concern>,
        /// As whom.
        me: Box<Me>,
        /// Whether that opens a closed one again.
        opens: bool,
    },
    /// Staff read of it at a concern.
    Note(Id<Concern>, Note),
    /// A letter did not reach somebody.
    Undelivered {
        /// Which letter.
        letter_id: String,
        /// The concern that it was about, if it was about one.
        concern_id: Option<Id<Concern>>,
        /// Who, and why.
        recipient: Recipient,
    },
}

/// How a mail becomes a concern.
#[derive(Debug, Clone)]
pub(super) struct Raising {
    /// Where.
    pub(super) site: Site,
    /// As whom it is written down.
    pub(super) me: Me,
    /// Whose voice it is.
    pub(super) voice: Voice,
    /// Who told us.
    pub(super) reporter: Reporter,
    /// In which language we write to them.
    pub(super) language: Language,
    /// What staff should know.
    pub(super) notes: Vec<Note>,
    /// Other words than those of the mail, where it was forwarded.
    pub(super) words: Option<String>,
}

/// What becomes of a mail, and what is to be done for that.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub(super) settled: Settled,
    pub(super) act: Act,
}

impl Plan {
    fn new(state: State, reason: Reason, trust: Trust, act: Act) -> Self {
        let settled =
            Settled { state, reason, trust, matched_by: None, named_id: None, concern_id: None, site_id: None };
        Self { settled, act }
    }

    /// A mail that somebody has to decide.
    pub(super) fn hold(reason: Reason, trust: Trust) -> Self {
        Self::new(State::Held, reason, trust, Act::Keep)
    }

    fn naming(mut self, named: Option<&Named>) -> Self {
        self.settled.matched_by = named.map(|named| named.by);
        self.settled.named_id = named.map(|named| named.concern.id.clone());
        self.settled.site_id = self.settled.site_id.or_else(|| named.map(|named| named.concern.site_id.clone()));
        self
    }

    fn at(mut self, site: &Site) -> Self {
        self.settled.site_id = Some(site.id.clone());
        self
    }

    fn of(mut self, concern: &Concern, by: Option<MatchedBy>) -> Self {
        self.settled.concern_id = Some(concern.id.clone());
        self.settled.site_id = Some(concern.site_id.clone());
        self.settled.matched_by = by;
        self
    }
}

/// What a mail says of itself, as its row keeps it.
pub(super) fn said(mail: &Mail) -> Said {
    Said {
        message_id: mail.message_id.clone(),
        from_name: mail.from.as_ref().and_then(|from| from.name.clone()),
        from_address: mail.from.as_ref().map(|from| from.address.clone()),
        subject: mail.subject.clone(),
        written_at: mail.written_at,
        words_digest: Some(secret::digest(&mail.text)),
    }
}

/// Finds out what becomes of a mail.
///
/// # Errors
/// Broken when the database says so.
pub(super) fn plan(work: &mut Work<'_>, arrival: &Arrival, mail: &Mail) -> Result<Plan> {
    if let Some(twin) = rows::twin(work.connection, arrival, &said(mail))? {
        let mut plan = Plan::new(State::Twin, Reason::CameBefore, Trust::Unchecked, Act::Keep);
        let first = twin.settled.as_ref();
        plan.settled.concern_id = first.and_then(|first| first.concern_id.clone());
        plan.settled.site_id = first.and_then(|first| first.site_id.clone());
        return Ok(plan);
    }
    if is_from_ourselves(work, mail)? {
        return Ok(Plan::new(State::Machine, Reason::Ourselves, Trust::Unchecked, Act::Keep));
    }
    if let Some(reason) = reading::machine(mail, arrival.envelope.null_sender) {
        return of_machine(work, mail, reason);
    }
    let Some(from) = &mail.from else { return Ok(Plan::hold(Reason::NoSender, Trust::Unchecked)) };
    let domain = from.address.rsplit('@').next().unwrap_or_default();
    let trust = reading::verdict(&mail.head, work.app.settings.mail_authserv_id.as_deref(), domain);
    let named = thread::named(work, arrival, mail)?;
    if let Some(reason) = super::act::over_a_limit(work, &from.address)? {
        return Ok(Plan::hold(reason, trust).naming(named.as_ref()));
    }
    of_person(work, (arrival, mail, from), trust, named)
}

/// A machine is answered by nobody. What it says of a letter of ours is written down there.
fn of_machine(work: &mut Work<'_>, mail: &Mail, reason: Reason) -> Result<Plan> {
    let unchecked = Trust::Unchecked;
    if let Some(report) = &mail.report
        && let Some((letter, concern)) = thread::letter(work, report.message_id.iter())?
    {
        let to = letter.to_address.to_lowercase();
        let about = |one: &&Recipient| one.address == to;
        // A server may name the address to which the letter was passed on.
        let recipient = report.recipients.iter().find(about).or(report.recipients.first()).cloned();
        if let Some(recipient) = recipient {
            let reason = if recipient.failed { Reason::NotDelivered } else { Reason::Delayed };
            let concern_id = concern.as_ref().map(|concern| concern.id.clone());
            let act = Act::Undelivered { letter_id: letter.id, concern_id, recipient };
            let plan = Plan::new(State::Bounced, reason, unchecked, act);
            return Ok(match &concern {
                Some(concern) => plan.of(concern, Some(MatchedBy::MessageId)),
                None => plan,
            });
        }
    }
    if let Some((letter, Some(concern))) = thread::letter(work, mail.answers.iter())? {
        let from = mail.from.as_ref().map_or(letter.to_address, |from| from.address.clone());
        let note = ("mail-note-away", vec![("sender", from)]);
        let plan = Plan::new(State::Machine, Reason::Away, unchecked, Act::Note(concern.id.clone(), note));
        return Ok(plan.of(&concern, Some(MatchedBy::MessageId)));
    }
    Ok(Plan::new(State::Machine, reason, unchecked, Act::Keep))
}

fn of_person(
    work: &mut Work<'_>,
    (arrival, mail, from): (&Arrival, &Mail, &Sender),
    trust: Trust,
    named: Option<Named>,
) -> Result<Plan> {
    if trust == Trust::Failed {
        let unknown = stranger(work, from)?;
        return raise(work, (arrival, mail), unknown, (trust, named, Reason::Fresh));
    }
    if let Some(member) = staff::rows::by_address(work.connection, &from.address)? {
        if named.is_some() {
            return Ok(Plan::hold(Reason::StaffAnswer, trust).naming(named.as_ref()));
        }
        let Some((written_by, words)) = reading::forwarded(&mail.text) else {
            return Ok(Plan::hold(Reason::StaffWrote, trust));
        };
        let me = session::rows::as_staff(work.connection, &member.id)?;
        let mut teller = teller(work, &written_by)?;
        teller.me = me;
        teller.words = Some(words);
        teller.notes.push(("mail-note-forwarded", vec![("name", member.name)]));
        return raise(work, (arrival, mail), teller, (trust, None, Reason::Forwarded));
    }
    let Some(named) = named else {
        let teller = teller(work, from)?;
        return raise(work, (arrival, mail), teller, (trust, None, Reason::Fresh));
    };
    let teller = teller(work, from)?;
    let Some(me) = part_in(work, &named.concern, &teller, from)? else {
        return raise(work, (arrival, mail), teller, (trust, Some(named), Reason::NoPart));
    };
    let closed_seconds = named.concern.closed_at.map(|closed_at| work.now.seconds_since(closed_at));
    if closed_seconds.is_some_and(|seconds| seconds > REOPEN_SECONDS) {
        return raise(work, (arrival, mail), teller, (trust, Some(named), Reason::LongAgo));
    }
    let opens = closed_seconds.is_some() && !is_thanks(&reading::fold(&mail.text).words);
    let reason = match (closed_seconds.is_some(), opens) {
        (true, true) => Reason::Reopens,
        (true, false) => Reason::Thanks,
        (false, _) => Reason::Answers,
    };
    let act = Act::Hear { concern_id: named.concern.id.clone(), me: Box::new(me), opens };
    Ok(Plan::new(State::Heard, reason, trust, act).of(&named.concern, Some(named.by)))
}

/// Somebody who tells us something, before it is known where.
pub(super) struct Teller {
    contact: Option<Contact>,
    me: Me,
    reporter: Reporter,
    language: Language,
    notes: Vec<Note>,
    words: Option<String>,
}

/// A contact, if the address is one's, and otherwise somebody whom we do not know.
fn teller(work: &mut Work<'_>, from: &Sender) -> Result<Teller> {
    let Some(contact) = contact::rows::by_address(work.connection, &from.address)? else {
        return stranger(work, from);
    };
    let me = match session::rows::as_contact(work.connection, &contact.id) {
        Ok(me) => me,
        Err(Error::NotFound) => return stranger(work, from),
        Err(error) => return Err(error),
    };
    let reporter = Reporter {
        id: Some(contact.id.to_string()),
        name: Some(contact.name.clone()),
        email: Some(contact.email.clone()),
    };
    let language = contact.language;
    Ok(Teller { contact: Some(contact), me, reporter, language, notes: Vec::new(), words: None })
}

fn stranger(work: &mut Work<'_>, from: &Sender) -> Result<Teller> {
    let language = organization::rows::get(work.connection)?.language;
    let me = guest(from.name.as_deref().unwrap_or_default(), language);
    let reporter = Reporter { id: None, name: from.name.clone(), email: Some(from.address.clone()) };
    Ok(Teller { contact: None, me, reporter, language, notes: Vec::new(), words: None })
}

/// Somebody whom we do not know, under the name that they give.
pub(super) fn guest(name: &str, language: Language) -> Me {
    let actor = Actor { kind: ActorKind::Guest, id: String::new(), name: name.to_owned() };
    Me { actor, person: Person::Guest, reach: Reach::nothing(), language }
}

/// The same, as somebody who may speak about this concern.
pub(super) fn bearing(me: &Me, concern: &Concern) -> Me {
    Me { person: Person::Bearer { subject_id: concern.id.to_string() }, reach: Reach::nothing(), ..me.clone() }
}

/// As whom a sender speaks about a concern; `None` when they have no part in it. A contact has when
/// they see it in the portal, and anybody has who told us from this address.
fn part_in(work: &mut Work<'_>, concern: &Concern, teller: &Teller, from: &Sender) -> Result<Option<Me>> {
    if teller.contact.is_some() {
        let mut theirs =
            Work { app: work.app, me: &teller.me, now: work.now, connection: &mut *work.connection, their_at: None };
        match concern::rows::find(&mut theirs, &concern.id) {
            Ok(_) => return Ok(Some(teller.me.clone())),
            Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    let told_from = concern.reporter.email.as_deref().is_some_and(|email| email.eq_ignore_ascii_case(&from.address));
    let name = concern.reporter.name.as_deref().or(from.name.as_deref()).unwrap_or_default();
    let own = told_from && concern.contact_id().is_none();
    Ok(own.then(|| bearing(&guest(name, concern.language), concern)))
}

/// It becomes a concern, where it can be known at which site.
fn raise(
    work: &mut Work<'_>,
    (arrival, mail): (&Arrival, &Mail),
    teller: Teller,
    (trust, named, reason): (Trust, Option<Named>, Reason),
) -> Result<Plan> {
    let Some(found) = site::of(work, (arrival, mail), &teller, named.as_ref())? else {
        return Ok(Plan::hold(Reason::NoSite, trust).naming(named.as_ref()));
    };
    let theirs = teller.contact.is_some() && found.is_theirs;
    let mut teller = if theirs || teller.contact.is_none() { teller } else { as_stranger(work, teller)? };
    if found.is_guessed {
        teller.notes.push(("mail-note-site-guessed", Vec::new()));
    }
    if let Some(named) = &named {
        let key = if reason == Reason::LongAgo { "mail-note-long-ago" } else { "mail-note-no-part" };
        teller.notes.push((key, vec![("number", named.concern.number.clone())]));
    }
    if mail.parts_left_out > 0 {
        teller.notes.push(("mail-note-files-left-out", vec![("count", mail.parts_left_out.to_string())]));
    }
    let raising = Raising {
        site: found.site.clone(),
        me: teller.me,
        voice: if theirs { Voice::Client } else { Voice::Public },
        reporter: teller.reporter,
        language: teller.language,
        notes: teller.notes,
        words: teller.words,
    };
    let plan = Plan::new(State::Raised, reason, trust, Act::Raise(Box::new(raising)));
    Ok(plan.naming(named.as_ref()).at(&found.site))
}

/// A contact who writes about the site of another client is a visitor there.
fn as_stranger(work: &mut Work<'_>, teller: Teller) -> Result<Teller> {
    let address = teller.reporter.email.clone().unwrap_or_default();
    let unknown = stranger(work, &Sender { name: teller.reporter.name.clone(), address })?;
    Ok(Teller { notes: teller.notes, words: teller.words, ..unknown })
}

/// Whether a mail is from one of our own addresses, or one of our own letters that came back.
fn is_from_ourselves(work: &mut Work<'_>, mail: &Mail) -> Result<bool> {
    if mail.message_id.as_deref().is_some_and(|id| letter::thread::ours(work.app, id).is_some()) {
        return Ok(true);
    }
    let Some(from) = &mail.from else { return Ok(false) };
    if is_our_address(work.app, &from.address) {
        return Ok(true);
    }
    Ok(people::site::rows::by_mail_name(work.connection, std::slice::from_ref(&from.address))?.is_some())
}

fn is_our_address(app: &App, address: &str) -> bool {
    let written = &app.settings.mail_from;
    let from = written.rsplit_once('<').map_or(written.as_str(), |(_, from)| from).trim_matches(['>', ' ']);
    address.eq_ignore_ascii_case(from) || site::tag(app, address).is_some()
}

/// Whether mail to this address is for us: our own, with anything after its `+`, or a site's.
///
/// # Errors
/// Broken when the database says so.
pub(crate) fn is_to_us(app: &App, connection: &mut ground::db::DbConnection, address: &str) -> Result<bool> {
    if site::tag(app, address).is_some() {
        return Ok(true);
    }
    Ok(people::site::rows::by_mail_name(connection, &[address.to_owned()])?.is_some())
}
