//! Stories of what officers can, through the front door, on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod exam;
mod figures;
mod placement;
mod readiness;

use examining::exam::{Exam, rows};
use ground::Id;
use learning::question::Question;
use stage::{Stage, Who, slices};

fn stage() -> Stage {
    let stage = Stage::open(slices![
        people,
        agreement,
        calling,
        listening,
        orders,
        briefing,
        satisfaction,
        learning,
        examining
    ]);
    stage.run_jobs();
    stage
}

/// Begins an exam: its name in the rows.
async fn begun(stage: &Stage, who: &Who, blueprint: &str, unit: &str) -> Id<Exam> {
    let page = stage.post(who, "/exams", &[("blueprint", blueprint), ("unit", unit)]).await;
    Id::parse(page.leads_to().strip_prefix("/exams/").unwrap()).unwrap()
}

fn found(stage: &Stage, id: &Id<Exam>) -> Exam {
    stage.app.db.read_here(|connection| rows::any(connection, id)).unwrap()
}

/// Where the right option of a question stands on the page of whoever sits the exam, and where the wrong one that its author
/// has after it.
fn key(stage: &Stage, id: &Id<Exam>, place: i64) -> (usize, usize) {
    let found = stage.app.db.read_here(|connection| {
        let asked = rows::question(connection, id, place)?;
        let worded = learning::question::rows::wording(connection, &asked.wording_id)?.worded;
        Ok((asked.question_id, worded.key, worded.options.len()))
    });
    let (question, key, options): (Id<Question>, usize, usize) = found.unwrap();
    let order = self::found(stage, id).order(&question, options);
    let shown = |place: usize| order.iter().position(|one| *one == place).unwrap();
    (shown(key), shown((key + 1) % options))
}

/// Of each competency so many questions are left, so that everybody gets the same.
fn only_few_are_asked(stage: &Stage, of_each: usize) {
    let mut kept: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
    for one in stage.app.db.read_here(learning::question::rows::narrow).unwrap() {
        let count = kept.entry(one.competency.clone()).or_default();
        *count += 1;
        if *count > of_each {
            stage.write(&stage.cast.ines.me, move |work| learning::question::retire(work, &one.id)).unwrap();
        }
    }
}

/// One more officer, with a session.
fn officer(stage: &Stage, number: usize) -> Who {
    use people::staff::{NewStaffMember, Role, Roles, take_on};
    let new = NewStaffMember {
        name: format!("Officer {number}"),
        email: format!("officer{number}@lantern.example"),
        roles: Roles::of(&[Role::Officer]).unwrap(),
        language: ground::words::Language::English,
    };
    let id = stage.write(&people::Me::system(), move |work| take_on(work, &new)).unwrap();
    let me = stage.app.db.read_here(|connection| people::session::rows::as_staff(connection, &id)).unwrap();
    let person = people::session::PersonKey { kind: me.actor.kind, id: me.actor.id.clone() };
    let token = stage.write(&people::Me::system(), move |work| people::session::sign_in(work, &person, "Stage"));
    Who { me, session: Some(token.unwrap()), email: "officer@lantern.example" }
}

/// Answers a question, rightly or not.
async fn answers(stage: &Stage, who: &Who, id: &Id<Exam>, (place, right): (i64, bool)) -> stage::Page {
    let (key, wrong) = key(stage, id, place);
    let chosen = if right { key } else { wrong };
    stage.post(who, &format!("/exams/{id}/{place}"), &[("chosen", &chosen.to_string()), ("go", "next")]).await
}

/// Sits an exam to its end with so many right answers.
async fn sat(stage: &Stage, who: &Who, blueprint: &str, right: i64) -> Id<Exam> {
    let id = begun(stage, who, blueprint, "").await;
    for place in 1..=found(stage, &id).asked {
        answers(stage, who, &id, (place, place <= right)).await.done();
    }
    stage.post(who, &format!("/exams/{id}/handing-in"), &[]).await.done();
    id
}
