//! Things at Harbour Lofts and things at Mill Works, one of each kind.

use adjustments::adjustment::{self, NewAdjustment};
use agreement::contract::{self, Approvals, NewContract, Promises, Renewal, Severity};
use agreement::post::{self, NewAssignment, NewPost, Post};
use briefing::confirmation;
use briefing::temporary::{self, NewTemporary};
use ground::entry::ActorKind;
use ground::file::Picture;
use ground::words::Language;
use ground::{Day, Fields, Id};
use listening::concern::{self, Category, Channel, NewConcern, Reporter, Voice};
use listening::conversation;
use listening::sign::{self, NewSign};
use mail::arrival::{self, Envelope, Source};
use meeting::given_word;
use meeting::interaction::{self, NewInteraction, Noted};
use orders::approval::{self, Answer, NewAnswer, Way};
use orders::post_orders;
use orders::revision::{self, Proposal};
use orders::secret::{self, NewSecret};
use people::client::Client;
use people::site::{self, Site};
use stage::{Stage, Who};

/// The things of one client.
pub(crate) struct Things {
    client: String,
    site: String,
    contact: String,
    post: String,
    sign: String,
    concern: String,
    contract: String,
    assignment: String,
    photo: String,
    mail: String,
    attachment: String,
    changed: Changed,
    briefed: Briefed,
    visit: String,
    given_word: String,
}

impl Things {
    /// Makes one of each kind that is not there yet.
    pub(crate) fn of(stage: &Stage, client: &Id<Client>, site: &Id<Site>, contact: &Who) -> Self {
        let ines = &stage.cast.ines.me;
        let new = NewPost { site_id: site.clone(), name: "Night desk".to_owned() };
        let post = stage.write(ines, move |work| post::open(work, &new)).unwrap();
        let (post_id, staff_id) = (post.clone(), Id::known(stage.cast.omar.me.actor.id.clone()));
        let new = NewAssignment { post_id, staff_id, starts_at: stage.app.clock.now(), ends_at: None };
        let assignment = stage.write(ines, move |work| post::assign(work, &new)).unwrap();
        let new = NewContract {
            client_id: client.clone(),
            starts_on: Day::new(2026, 1, 1).unwrap(),
            ends_on: None,
            notice_days: 60,
            renewal: Renewal::Automatic,
            promises: Promises::default(),
            approvals: Approvals::default(),
        };
        let contract = stage.write(ines, move |work| contract::sign(work, &new)).unwrap();
        let new = NewSign { site_id: site.clone(), post_id: None, place: "Lobby".to_owned() };
        let sign = stage.write(ines, move |work| sign::hang(work, &new)).unwrap();
        let (at, new) = (site.clone(), told(picture(stage)));
        let raised = stage.write(ines, move |work| {
            let site = site::rows::find(work, &at)?;
            concern::raise(work, &site, &new)
        });
        let concern::Raised { id: raised, number, .. } = raised.unwrap();
        let changed = changed(stage, site, contact, &number);
        let briefed = briefed(stage, (site, &post), &changed);
        let (mail, attachment) = posted(stage, contact);
        let (visit, given_word) = visited(stage, site);
        let name = raised.clone();
        let said = stage.read(ines, move |work| conversation::rows::all(work.connection, &name)).unwrap();
        Self {
            client: client.to_string(),
            site: site.to_string(),
            contact: contact.me.actor.id.clone(),
            post: post.to_string(),
            sign,
            concern: raised.to_string(),
            contract: contract.to_string(),
            assignment: assignment.to_string(),
            photo: said[0].photos[0].to_string(),
            mail,
            attachment,
            changed,
            briefed,
            visit,
            given_word,
        }
    }

    /// The thing that an address names; none where it names a thing that belongs to no client, or
    /// one that opens to whoever has its code. A new noun of a client has its line here.
    pub(crate) fn named_in(&self, path: &str) -> Option<&str> {
        let (noun, rest) = path.trim_start_matches('/').trim_start_matches("portal/").split_once('/')?;
        match noun {
            _ if !rest.contains('{') => None,
            "clients" => Some(&self.client),
            "sites" => Some(&self.site),
            "contacts" => Some(&self.contact),
            "posts" => Some(&self.post),
            "signs" => Some(&self.sign),
            "concerns" => Some(&self.concern),
            "contracts" => Some(&self.contract),
            "assignments" => Some(&self.assignment),
            "photos" => Some(&self.photo),
            "mail" => Some(&self.mail),
            "attachments" => Some(&self.attachment),
            "orders" => Some(&self.changed.orders),
            "revisions" => Some(&self.changed.revision),
            "approvals" => Some(&self.changed.approval),
            "secrets" => Some(&self.changed.secret),
            "adjustments" => Some(&self.changed.adjustment),
            "temporary" => Some(&self.briefed.temporary),
            "confirmations" => Some(&self.briefed.confirmation),
            "interactions" | "coaching" => Some(&self.visit),
            "given-words" => Some(&self.given_word),
            _ => None,
        }
    }
}

/// A visit to a site, on which something was promised, and seen of Omar.
fn visited(stage: &Stage, site: &Id<Site>) -> (String, String) {
    let (ines, site) = (&stage.cast.ines.me, site.clone());
    let omar = stage.cast.omar.me.actor.id.clone();
    let typed = [("kind", "visit"), ("with", "unsaid"), ("topic", "An evening visit."), ("promised", "I will ask.")];
    let seen = ["attentive", "common_ground", "courteous", "connecting", "informing"].map(|name| (name, "seen"));
    let more = [("about", omar.as_str()), ("coaching", "You greeted first.")];
    let mut fields = Fields::default();
    for (name, value) in typed.into_iter().chain(seen).chain(more) {
        fields.put(name, value);
    }
    let noted = Noted { now: stage.app.clock.now(), zone: "UTC", language: Language::English };
    let new = NewInteraction::read(&mut fields, noted).unwrap();
    let visit = stage.write(ines, move |work| interaction::note(work, &site, &new)).unwrap();
    let words = |work: &mut people::work::Work<'_>| given_word::rows::of_interaction(work.connection, &visit);
    let word = stage.read(ines, words).unwrap().remove(0).id;
    (visit.to_string(), word.to_string())
}

/// What was changed at a site, and by what.
struct Changed {
    orders: String,
    revision: String,
    approval: String,
    secret: String,
    adjustment: String,
}

/// Orders of a site that its contact agreed to, with a secret, and an adjustment because of a concern.
fn changed(stage: &Stage, site: &Id<Site>, contact: &Who, number: &str) -> Changed {
    let (ines, site) = (&stage.cast.ines.me, site.clone());
    let draft =
        stage.write(ines, move |work| post_orders::begin(work, &site, None, (Language::English, true))).unwrap();
    let mut fields = Fields::default().set("summary", "The first orders.").set("cause", "first").set("concerns", "");
    let proposal = Proposal::read(&mut fields, stage.app.clock.now(), "UTC").unwrap();
    let revision = draft.clone();
    stage.write(ines, move |work| revision::propose(work, &revision, 0, &proposal)).unwrap();
    let asked = stage.read(ines, |work| approval::rows::of_revision(work.connection, &draft)).unwrap().remove(0).0;
    let proposed = stage.read(ines, |work| revision::rows::any(work.connection, &draft)).unwrap();
    let (hash, id) = (proposed.hash.unwrap(), asked.id.clone());
    let said = NewAnswer { answer: Answer::Yes, words: None, way: Way::Portal, hash };
    stage.write(&contact.me, move |work| approval::answer(work, &id, &said)).unwrap();
    let (orders, new) = (proposed.orders_id.clone(), NewSecret { name: "Panel".to_owned(), words: "4711".to_owned() });
    stage.write(ines, move |work| secret::keep(work, &orders, &new)).unwrap();
    let kept =
        stage.read(ines, |work| secret::rows::of_orders(work.connection, &proposed.orders_id)).unwrap().remove(0);
    let mut fields = Fields::default()
        .set("concerns", number)
        .set("kind", "training")
        .set("said", "The lights are out.")
        .set("headline", "The lights are checked each night.")
        .set("expected", "Nobody walks in the dark.")
        .set("owner", stage.cast.ines.me.actor.id.as_str())
        .set("limit", "7 days")
        .set("check_back_after", "14 days");
    let new = NewAdjustment::read(&mut fields).unwrap();
    let adjustment = stage.write(ines, move |work| adjustment::open(work, &new)).unwrap();
    Changed {
        orders: proposed.orders_id.to_string(),
        revision: draft.to_string(),
        approval: asked.id.to_string(),
        secret: kept.id.to_string(),
        adjustment: adjustment.to_string(),
    }
}

/// What officers were told at a site, and that one confirmed what they read.
struct Briefed {
    temporary: String,
    confirmation: String,
}

/// A temporary order of a post, and what its officer confirmed on paper.
fn briefed(stage: &Stage, (site, post): (&Id<Site>, &Id<Post>), changed: &Changed) -> Briefed {
    let (ines, now) = (&stage.cast.ines.me, stage.app.clock.now());
    let mut fields =
        Fields::default().set("post", post.as_str()).set("kind", "order").set("words", "Gate 3 stays shut.");
    let new = NewTemporary::read(&mut fields, (now, "UTC"), ActorKind::Staff).unwrap();
    let at = site.clone();
    let temporary = stage.write(ines, move |work| temporary::give(work, &at, &new)).unwrap();
    let (at, revision, officer) = (site.clone(), Id::known(changed.revision.clone()), &stage.cast.omar.me.actor.id);
    let (of, officer) = ((revision.clone(), Id::known(officer.clone())), Id::known(officer.clone()));
    stage.write(ines, move |work| confirmation::enter(work, &at, (&of.0, &of.1), (now, &"0".repeat(64)))).unwrap();
    let confirmed = stage.read(ines, |work| confirmation::rows::of_revision(work.connection, &revision)).unwrap();
    let confirmation = confirmed.into_iter().find(|one| one.staff_id == officer).unwrap().id;
    Briefed { temporary: temporary.to_string(), confirmation: confirmation.to_string() }
}

/// A mail of a contact with a file, and that file.
fn posted(stage: &Stage, contact: &Who) -> (String, String) {
    let mail = format!(
        "From: {}\nMessage-ID: <{}>\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nSee the file.\n--b\n\
         Content-Type: application/pdf; name=plan.pdf\nContent-Disposition: attachment\n\nplan\n--b--\n",
        contact.email, contact.email
    );
    let envelope = Envelope { source: Source::HandedOver, null_sender: false, recipients: Vec::new() };
    let id = arrival::keep(&stage.app, mail.as_bytes(), &envelope, stage.app.clock.now()).unwrap();
    stage.run_jobs();
    let arrival = stage.app.db.read_here(|connection| arrival::rows::any(connection, &id)).unwrap();
    let concern_id = arrival.settled.unwrap().concern_id.unwrap();
    let said = stage.app.db.read_here(|connection| conversation::rows::all(connection, &concern_id)).unwrap();
    (id.to_string(), said[0].files[0].id.clone())
}

/// A white dot: what it shows is of no matter here.
fn picture(stage: &Stage) -> Picture {
    let hash = "0".repeat(64);
    stage.app.files.put(&hash, b"a white dot").unwrap();
    Picture { hash, width: 1, height: 1, bytes: 11 }
}

fn told(photo: Picture) -> NewConcern {
    NewConcern {
        words: "The lights are out.".to_owned(),
        severity: Severity::S3,
        category: Category::Unsorted,
        remedy: None,
        channel: Channel::Phone,
        voice: Voice::Client,
        reporter: Reporter { id: None, name: None, email: None },
        language: Language::English,
        post_id: None,
        said_at: None,
        photos: vec![photo],
        number: None,
    }
}
