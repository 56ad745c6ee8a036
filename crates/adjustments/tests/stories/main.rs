//! Stories of adjustments, through the front door, on both databases: from what was told to what was
//! changed, and back to whether it worked.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use agreement::post::{self, NewAssignment, NewPost};
use ground::words::Language;
use ground::{Fields, Id, Moment};
use listening::check_back::{Feedback, Helped};
use listening::concern::{self, Channel, Concern, NewConcern, State, Voice};
use orders::post_orders::PostOrders;
use orders::revision::{self, Revision};
use people::site::Site;
use people::staff::StaffMember;
use stage::{Stage, Who, slices};

const DAY: i64 = 86_400;

/// A stage with the slices up to this one.
fn stage() -> Stage {
    Stage::open(slices![people, agreement, calling, listening, orders, briefing, adjustments])
}

/// Somebody told us something about a site: its name and its number.
fn told(stage: &Stage, who: &Who, site: &Id<Site>) -> (Id<Concern>, String) {
    let mut fields = Fields::default().set("words", "Guests are waved through at the gate").set("urgency", "shortfall");
    let new = NewConcern::read(&mut fields, Channel::Portal, Voice::Client, Language::English).unwrap();
    let reporter = concern::Reporter { id: Some(who.me.actor.id.clone()), ..concern::Reporter::default() };
    let (new, site) = (NewConcern { reporter, ..new }, site.clone());
    let raised = stage.write(&who.me, move |work| {
        let site = concern::rows::site_of(work, &site)?;
        concern::raise(work, &site, &new)
    });
    let raised = raised.unwrap();
    (raised.id, raised.number)
}

fn concern(stage: &Stage, id: &Id<Concern>) -> Concern {
    stage.read(&stage.cast.ines.me, |work| concern::rows::any(work.connection, id)).unwrap()
}

/// Opens an adjustment, as Sam: its address.
async fn open(stage: &Stage, numbers: &str, kind: &str, more: &[(&str, &str)]) -> stage::Page {
    let sam = stage.cast.sam.me.actor.id.as_str();
    let usual = [
        ("concerns", numbers),
        ("kind", kind),
        ("said", "Guests are waved through."),
        ("headline", "Guests are met at the gate."),
        ("expected", "Nobody enters unseen."),
        ("owner", sam),
        ("limit", "7 days"),
        ("check_back_after", "10 days"),
        ("on_board", "on"),
    ];
    let given = |name: &str| more.iter().any(|(own, _)| *own == name);
    let form: Vec<(&str, &str)> = more.iter().chain(usual.iter().filter(|(name, _)| !given(name))).copied().collect();
    stage.post(&stage.cast.sam, "/adjustments", &form).await
}

/// Puts an adjustment in force, with a word about it.
async fn put_in_force(stage: &Stage, path: &str) {
    let form = [("version", "0"), ("words", "All officers were trained on Monday.")];
    stage.post(&stage.cast.sam, &format!("{path}/force"), &form).await.done();
}

/// Omar stands in the lobby of the gate.
fn omar_stands(stage: &Stage) {
    let new = NewPost { site_id: stage.cast.gate.clone(), name: "Lobby".to_owned() };
    let post_id = stage.write(&stage.cast.ines.me, move |work| post::open(work, &new)).unwrap();
    let staff_id: Id<StaffMember> = Id::known(stage.cast.omar.me.actor.id.clone());
    let starts_at = Moment::parse_rfc3339("2026-11-22T11:00:00Z").unwrap();
    let new = NewAssignment { post_id, staff_id, starts_at, ends_at: None };
    stage.write(&stage.cast.ines.me, move |work| post::assign(work, &new)).unwrap();
}

#[tokio::test]
async fn from_what_was_told_to_what_works() {
    let stage = stage();
    let (sam, alice, omar) = (&stage.cast.sam, &stage.cast.alice, &stage.cast.omar);
    omar_stands(&stage);
    let (id, number) = told(&stage, alice, &stage.cast.gate);
    assert!(stage.get(sam, &format!("/concerns/{id}")).await.says(&format!("/adjustments/new?concerns={number}")));
    let form = stage.get(sam, &format!("/adjustments/new?concerns={number}")).await;
    assert!(form.says("Guests are waved through at the gate") && form.says("value=\"7 days\""), "{}", form.text);
    let path = open(&stage, &number, "training", &[]).await.leads_to();
    let page = stage.get(sam, &format!("/concerns/{id}")).await;
    assert!(page.says("Guests are met at the gate.") && page.says("Being prepared"), "{}", page.text);

    put_in_force(&stage, &path).await;
    let after = concern(&stage, &id);
    assert_eq!(after.state, State::Answered, "told that it is in force, they are answered");
    let letter = stage.letter_to(alice.email).unwrap();
    assert!(
        letter.contains("We changed something because of what you told us: Guests are met at the gate."),
        "{letter}"
    );
    assert!(letter.contains("All officers were trained on Monday."), "{letter}");
    let page = stage.get(sam, &path).await;
    assert!(page.says("Nobody was asked yet"), "{}", page.text);

    stage.forward_seconds(10 * DAY + 600);
    let page = stage.get(sam, &path).await;
    assert!(page.says("Unknown whether it worked: no answer"), "silence is unknown: {}", page.text);
    let asking = stage.read(&omar.me, adjustments::outcome::rows::waiting_for_me).unwrap();
    let ask = format!("/outcomes/{}", asking[0].id);
    assert!(stage.get(omar, &ask).await.says("Guests are met at the gate."));
    assert_eq!(stage.get(sam, &ask).await.status, 404, "he was not asked");
    stage.post(omar, &ask, &[("helped", "partly"), ("words", "Not in the rain.")]).await.done();
    assert_eq!(stage.post(omar, &ask, &[("helped", "yes")]).await.status, 422);
    let yes = move |work: &mut people::work::Work<'_>| {
        listening::check_back::answer(work, &id, &Feedback::of(Helped::Yes, Some("Much better.")))
    };
    stage.write(&alice.me, yes).unwrap();
    let page = stage.get(sam, &path).await;
    assert!(page.says("It worked") && page.says("Much better.") && page.says("Not in the rain."), "{}", page.text);
}

/// The orders of the gate with one section in force.
fn orders_in_force(stage: &Stage) -> Id<PostOrders> {
    let gate = stage.cast.gate.clone();
    let draft = stage.write(&stage.cast.sam.me, move |work| {
        orders::post_orders::begin(work, &gate, None, (Language::English, true))
    });
    let draft = draft.unwrap();
    propose(stage, &draft, "The first orders.");
    approve(stage, &draft);
    stage.read(&stage.cast.ines.me, |work| revision::rows::any(work.connection, &draft)).unwrap().orders_id
}

fn propose(stage: &Stage, draft: &Id<Revision>, summary: &str) {
    let mut fields = Fields::default().set("summary", summary).set("cause", "other").set("concerns", "");
    let proposal = revision::Proposal::read(&mut fields, stage.app.clock.now(), "UTC").unwrap();
    let draft = draft.clone();
    let propose = move |work: &mut people::work::Work<'_>| {
        let seen = revision::rows::any(work.connection, &draft)?.version;
        revision::propose(work, &draft, seen, &proposal)
    };
    stage.write(&stage.cast.sam.me, propose).unwrap();
}

fn approve(stage: &Stage, draft: &Id<Revision>) {
    use orders::approval::{self, Answer, NewAnswer, Way};
    let draft = draft.clone();
    let approve = move |work: &mut people::work::Work<'_>| {
        let hash = revision::rows::any(work.connection, &draft)?.hash.unwrap();
        let asked = approval::rows::of_revision(work.connection, &draft)?.remove(0).0;
        let said = NewAnswer { answer: Answer::Yes, words: None, way: Way::Portal, hash };
        approval::answer(work, &asked.id, &said)
    };
    stage.write(&stage.cast.alice.me, approve).unwrap();
}

#[tokio::test]
async fn a_revision_that_takes_force_puts_its_adjustment_in_force_and_a_no_opens_the_concern() {
    let stage = stage();
    let (sam, alice) = (&stage.cast.sam, &stage.cast.alice);
    omar_stands(&stage);
    let orders = orders_in_force(&stage);
    let (id, number) = told(&stage, alice, &stage.cast.gate);
    let path = open(&stage, &number, "revision", &[]).await.leads_to();
    let early = stage.post(sam, &format!("{path}/force"), &[("version", "0")]).await;
    assert!(early.says("in force as soon as its change of the orders is"), "{}", early.text);
    let draft = stage.post(sam, &format!("{path}/draft"), &[("orders", orders.as_str())]).await.leads_to();
    let draft: Id<Revision> = Id::parse(draft.split('/').nth(2).unwrap()).unwrap();
    let form = [("kind", "access"), ("title", "Guests"), ("words", "Meet guests at the gate.")];
    stage.post(sam, &format!("/revisions/{draft}/sections"), &form).await.done();
    propose(&stage, &draft, "Guests are met at the gate.");
    stage.forward_seconds(120);
    let page = stage.get(sam, &path).await;
    assert!(page.says("Being prepared"), "nothing is in force before the client agrees: {}", page.text);
    assert!(!page.says(&format!("{path}/draft")), "what waits for the client is written: {}", page.text);
    approve(&stage, &draft);
    stage.forward_seconds(120);
    let page = stage.get(sam, &path).await;
    assert!(page.says("In force") && page.says("Alice Hale"), "{}", page.text);
    assert!(page.says("Confirmed by 0 of 1 officers"), "{}", page.text);
    let (gate, omar, confirmed) = (stage.cast.gate.clone(), &stage.cast.omar.me.actor.id, draft.clone());
    let (omar, now): (Id<StaffMember>, Moment) = (Id::known(omar.clone()), stage.app.clock.now());
    let enter = move |work: &mut people::work::Work<'_>| {
        briefing::confirmation::enter(work, &gate, (&confirmed, &omar), (now, &"0".repeat(64)))
    };
    stage.write(&sam.me, enter).unwrap();
    assert!(stage.get(sam, &path).await.says("Confirmed by 1 of 1 officers"));
    let conversation = stage.get(sam, &format!("/concerns/{id}")).await;
    assert!(conversation.says("We changed something because of what you told us"), "{}", conversation.text);
    assert!(conversation.says("<strong><bdi>Sam Okonjo</bdi></strong>"), "whoever sees to it says so");

    stage.forward_seconds(10 * DAY + 600);
    let no = {
        let id = id.clone();
        move |work: &mut people::work::Work<'_>| {
            let no = listening::check_back::Helped::No;
            listening::check_back::answer(work, &id, &Feedback::of(no, Some("Still waved through.")))
        }
    };
    stage.write(&alice.me, no).unwrap();
    assert_eq!((concern(&stage, &id).state, concern(&stage, &id).round), (State::New, 2));
    assert!(stage.get(sam, &path).await.says("It did not work"));
    let reopened = stage.get(sam, &format!("/concerns/{id}")).await;
    assert!(reopened.says("Guests are met at the gate.") && reopened.says("Still waved through."), "its history stays");
}

#[tokio::test]
async fn what_will_not_be_done_is_said_with_its_reason() {
    let stage = stage();
    let sam = &stage.cast.sam;
    let (id, number) = told(&stage, &stage.cast.alice, &stage.cast.gate);
    let path = open(&stage, &number, "equipment", &[]).await.leads_to();
    let closing = [("act", "close"), ("words", "Done."), ("version", "1")];
    let refused = stage.post(sam, &format!("/concerns/{id}/messages"), &closing).await;
    assert_eq!(refused.status, 422, "a promise to change something is not closed away");
    let stale = stage.post(sam, &format!("{path}/dropping"), &[("version", "7"), ("why", "There is no budget.")]).await;
    assert!(stale.status == 422 && stale.says("There is no budget."), "his words stay in the form");
    stage.post(sam, &format!("{path}/dropping"), &[("version", "0"), ("why", "There is no budget.")]).await.done();
    assert!(stage.letter_to(stage.cast.alice.email).unwrap().contains("There is no budget."));
    let page = stage.get(sam, &format!("/concerns/{id}")).await;
    assert!(page.says("Not done after all"), "{}", page.text);
    let again = stage.post(sam, &format!("{path}/force"), &[("version", "1")]).await;
    assert!(again.says("This was done, or given up"), "{}", again.text);
}

#[tokio::test]
async fn one_answers_several_and_what_cannot_be_is_refused() {
    let stage = stage();
    let (sam, alice) = (&stage.cast.sam, &stage.cast.alice);
    let (first, one) = told(&stage, alice, &stage.cast.gate);
    let (second, two) = told(&stage, alice, &stage.cast.gate);
    let (_, elsewhere) = told(&stage, alice, &stage.cast.terrace);
    let (_, foreign) = told(&stage, &stage.cast.olaf, &stage.cast.yard);
    assert!(open(&stage, &format!("{one} {elsewhere}"), "training", &[]).await.says("several sites"));
    assert!(open(&stage, &foreign, "training", &[]).await.says("No concern of yours has the number"));
    assert!(open(&stage, "", "training", &[]).await.says("Please fill this in"));
    let omar = stage.cast.omar.me.actor.id.as_str();
    assert_eq!(open(&stage, &one, "training", &[("owner", omar)]).await.status, 422, "an officer sees to none");
    let path = open(&stage, &format!("{one}, {two}"), "training", &[]).await.leads_to();
    assert_eq!(stage.get(&stage.cast.nora, &path).await.status, 404);
    put_in_force(&stage, &path).await;
    assert_eq!(concern(&stage, &first).state, State::Answered);
    assert_eq!(concern(&stage, &second).state, State::Answered);
    assert!(stage.get(sam, "/adjustments").await.says("Guests are met at the gate."));
}

#[tokio::test]
async fn the_board_names_nobody_and_shows_no_protected_path() {
    let stage = stage();
    let (alice, maya) = (&stage.cast.alice, &stage.cast.maya);
    let (_, number) = told(&stage, alice, &stage.cast.gate);
    let path = open(&stage, &number, "training", &[]).await.leads_to();
    put_in_force(&stage, &path).await;
    let (secret, guarded) = told(&stage, alice, &stage.cast.gate);
    let owner: Id<StaffMember> = Id::known(maya.me.actor.id.clone());
    let chosen = owner.clone();
    stage.write(&maya.me, move |work| concern::protect(work, &secret, None, (&chosen, None))).unwrap();
    let form = [
        ("concerns", guarded.as_str()),
        ("kind", "training"),
        ("said", "Somebody was pushed."),
        ("headline", "Nobody is pushed."),
        ("expected", "Nobody is hurt."),
        ("owner", owner.as_str()),
        ("limit", "7 days"),
        ("check_back_after", "10 days"),
        ("on_board", "on"),
    ];
    let hidden = stage.post(maya, "/adjustments", &form).await.leads_to();
    stage.post(maya, &format!("{hidden}/force"), &[("version", "0")]).await.done();
    let board = format!("/sites/{}/board", stage.cast.gate);
    let page = stage.get(alice, &board).await;
    assert!(page.says("Guests are waved through.") && page.says("Guests are met at the gate."), "{}", page.text);
    assert!(!page.says("pushed") && !page.says("Alice Hale</bdi></dt>"), "{}", page.text);
    assert_eq!(stage.get(&stage.cast.olaf, &board).await.status, 404);
    let paper = stage.get(alice, &format!("{board}/paper")).await;
    assert!(paper.status == 200 && paper.text.starts_with("%PDF-"), "{}", paper.status);
}
