//! Stories of what officers hold and practise next, through the front door, on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod advice;
mod answered;
mod certificate;
mod effect;
mod licence;
mod officers;
mod plan;

use agreement::post::{self, NewAssignment, NewPost};
use ground::words::Language;
use ground::{Fields, Id};
use listening::concern::{self, Channel, NewConcern, Raised, Reporter, Voice};
use people::site::Site;
use people::staff::StaffMember;
use stage::{Stage, Who, slices};

fn stage() -> Stage {
    let stage = Stage::open(slices![
        people,
        agreement,
        calling,
        listening,
        meeting,
        orders,
        briefing,
        satisfaction,
        learning,
        examining,
        training
    ]);
    stage.run_jobs();
    stage
}

/// Somebody tells us so many things of a category about a site.
fn told(stage: &Stage, (who, site): (&Who, &Id<Site>), (category, count): (&str, usize)) -> Vec<Raised> {
    let raise = |_| {
        let mut fields = Fields::default()
            .set("words", "It was like that again.")
            .set("urgency", "shortfall")
            .set("category", category);
        let new = NewConcern::read(&mut fields, Channel::Portal, Voice::Client, Language::English).unwrap();
        let reporter = Reporter { id: Some(who.me.actor.id.clone()), ..Reporter::default() };
        let (new, site) = (NewConcern { reporter, ..new }, site.clone());
        let raised = stage.write(&who.me, move |work| {
            let site = concern::rows::site_of(work, &site)?;
            concern::raise(work, &site, &new)
        });
        raised.unwrap()
    };
    (0..count).map(raise).collect()
}

fn id(who: &Who) -> Id<StaffMember> {
    Id::known(who.me.actor.id.clone())
}

/// Omar stands at the gate since an hour.
fn omar_stands_at_the_gate(stage: &Stage) {
    let ines = &stage.cast.ines.me;
    let new = NewPost { site_id: stage.cast.gate.clone(), name: "Lobby".to_owned() };
    let post_id = stage.write(ines, move |work| post::open(work, &new)).unwrap();
    let starts_at = stage.app.clock.now().plus_seconds(-3_600);
    let new = NewAssignment { post_id, staff_id: id(&stage.cast.omar), starts_at, ends_at: None };
    stage.write(ines, move |work| post::assign(work, &new)).unwrap();
}
