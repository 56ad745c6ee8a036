//! Stories of what a client reads of a month or a quarter, through the front door, on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod posting;
mod report;
mod speed;

use ground::words::Language;
use ground::{Fields, Id};
use listening::check_back::{self, Feedback, Helped};
use listening::concern::{self, Channel, Concern, NewConcern, Voice};
use listening::conversation;
use people::Me;
use people::site::Site;
use people::work::Work;
use reports::report::{Asked, Frame, Period, Report, as_client, document, gather, shown};
use stage::{Stage, Who, slices};

const DAY: i64 = 86_400;

/// A stage with the slices up to this one.
fn stage() -> Stage {
    Stage::open(slices![
        people,
        agreement,
        calling,
        listening,
        meeting,
        orders,
        briefing,
        adjustments,
        satisfaction,
        reports
    ])
}

/// Somebody tells us something about a site.
fn told(stage: &Stage, who: &Who, site: &Id<Site>, (words, urgency): (&str, &str)) -> Id<Concern> {
    let mut fields = Fields::default().set("words", words).set("urgency", urgency);
    let voice = if who.me.actor.id.is_empty() { Voice::Public } else { Voice::Client };
    let new = NewConcern::read(&mut fields, Channel::Portal, voice, Language::English).unwrap();
    let reporter = concern::Reporter { id: Some(who.me.actor.id.clone()), ..concern::Reporter::default() };
    let (new, site) = (NewConcern { reporter, ..new }, site.clone());
    let raised = stage.write(&Me::system(), move |work| {
        let site = people::site::rows::find(work, &site)?;
        concern::raise(work, &site, &new)
    });
    raised.unwrap().id
}

/// We answer, and ask whether it helped.
fn answered(stage: &Stage, id: &Id<Concern>) {
    let (answered, asked) = (id.clone(), id.clone());
    let answer = move |work: &mut Work<'_>| conversation::answer(work, &answered, None, "It has a new spring.");
    stage.write(&stage.cast.ines.me, answer).unwrap();
    stage.write(&Me::system(), move |work| check_back::ask(work, &asked)).unwrap();
    stage.app.clock.forward_seconds(60);
}

/// They say whether it helped.
fn says(stage: &Stage, who: &Who, id: &Id<Concern>, helped: Helped) {
    let (id, feedback) = (id.clone(), Feedback::of(helped, None));
    stage.write(&who.me, move |work| check_back::answer(work, &id, &feedback)).unwrap();
}

/// The report of Harbour Lofts as somebody may read it.
fn of(stage: &Stage, me: &Me, period: &str) -> Report {
    let asked =
        Asked { client_id: stage.cast.harbour.clone(), site: String::new(), period: Period::parse(period).unwrap() };
    stage.read(me, |work| gather(work, &asked)).unwrap()
}

/// A text as it stands in a page.
fn escaped(text: &str) -> String {
    let text = text.replace('&', "&#38;").replace('<', "&#60;").replace('>', "&#62;");
    text.replace('"', "&#34;").replace('\'', "&#39;")
}
