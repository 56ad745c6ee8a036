//! Stories of what each person finds when they come in, through the front door, on both databases.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot be set up has failed")]

mod digests;
mod home;
mod privacy;
mod telling;
mod way;

use ground::{Fields, Id};
use listening::concern::{self, Channel, Concern, NewConcern, Raised, Reporter, Voice};
use people::session::{self, PersonKey};
use people::site::Site;
use stage::{Page, Stage, Who, slices};

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
        learning,
        field,
        desk
    ])
}

/// Somebody who comes back after their session ended.
fn back(stage: &Stage, who: &Who) -> Who {
    let person = PersonKey { kind: who.me.actor.kind, id: who.me.actor.id.clone() };
    let session = stage.write(&who.me, move |work| session::sign_in(work, &person, "Stage")).unwrap();
    Who { session: Some(session), ..who.clone() }
}

/// A contact tells us something by the portal's form; the address of its page.
async fn tells(stage: &Stage, who: &Who, site: &Id<Site>, words: &str) -> String {
    let form = [("site", site.as_str()), ("words", words), ("urgency", "shortfall")];
    let done = stage.post(who, "/portal/concerns", &form).await;
    assert!(done.status.is_redirection(), "{}", done.text);
    done.leads_to()
}

/// The name of the concern of this page.
fn id_of(path: &str) -> Id<Concern> {
    Id::parse(path.rsplit('/').next().unwrap()).unwrap()
}

/// Staff say something on the page of a concern.
async fn says(stage: &Stage, who: &Who, path: &str, (act, words): (&str, &str)) -> Page {
    let id = id_of(path);
    let version = found(stage, &id).version.to_string();
    let form = [("act", act), ("words", words), ("version", version.as_str())];
    let done = stage.post(who, &format!("/concerns/{id}/messages"), &form).await;
    assert!(done.status.is_redirection(), "{}", done.text);
    done
}

/// A concern as the administrator sees it.
fn found(stage: &Stage, id: &Id<Concern>) -> Concern {
    stage.read(&stage.cast.ines.me, |work| concern::rows::find(work, id)).unwrap()
}

/// How many concerns there are.
fn count(stage: &Stage) -> usize {
    let all = |work: &mut people::Work<'_>| listening::queue::rows::told(work, None, None, 1_000);
    stage.read(&stage.cast.ines.me, all).unwrap().len()
}

/// Somebody at the site tells us something by another door than the portal.
fn told_by_sign(stage: &Stage, site: &Id<Site>, words: &str) -> Raised {
    let mut fields = Fields::default().set("words", words).set("urgency", "shortfall");
    let new = NewConcern::read(&mut fields, Channel::Qr, Voice::Public, stage.cast.visitor.me.language).unwrap();
    let new = NewConcern { reporter: Reporter::default(), ..new };
    let site = site.clone();
    let raise = move |work: &mut people::Work<'_>| {
        let site = people::site::rows::any(work.connection, &site)?;
        concern::raise(work, &site, &new)
    };
    stage.write(&stage.cast.visitor.me, raise).unwrap()
}
