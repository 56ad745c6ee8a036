//! The page of who is on duty. Who may enter is in the arguments.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Moment, Result};
use people::door::{Door, Staff};
use people::site::Site;
use people::staff::{self, Role, StaffMember};

use super::{Duty, NewDuty, rows};

/// How many spans the page shows.
const SHOWN: i64 = 200;

#[derive(Template)]
#[template(path = "duty/list.html")]
struct List<'a> {
    w: &'a Words,
    form: Form<'a>,
    zone: &'a str,
    lines: Vec<Line>,
    nobody: bool,
    gaps: Vec<Site>,
    /// Those for whom the reader may enter duty besides themselves.
    others: Vec<(String, String)>,
    enters: bool,
    above: bool,
}

/// A span as the page shows it.
struct Line {
    duty: Duty,
    member: StaffMember,
    is_now: bool,
    /// Whether the reader may end it.
    may_end: bool,
}

impl List<'_> {
    fn said(&self, at: &Moment) -> String {
        self.w.when(at, self.zone)
    }
}

pub(super) async fn list(staff: Staff) -> Result<Response> {
    page(&staff, &Fields::default()).await
}

pub(super) async fn take(staff: Staff, mut fields: Fields) -> Result<Response> {
    let me = staff.me.staff_id();
    let Some(new) = NewDuty::read(&mut fields, &me, staff.now, &staff.organization.zone) else {
        return Ok(refused(page(&staff, &fields).await?));
    };
    match staff.write(move |work| super::take(work, &new)).await {
        Ok(_) => Ok(see("/duty").saying("done-duty-taken").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse(if refusal.key == "duty-overlaps" { "until" } else { "staff" }, refusal);
            Ok(refused(page(&staff, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

pub(super) async fn end(staff: Staff, Path(id): Path<Id<Duty>>) -> Result<Response> {
    staff.write(move |work| super::end(work, &id)).await?;
    Ok(see("/duty").saying("done-duty-ended").into_response())
}

async fn page(door: &Door, fields: &Fields) -> Result<Response> {
    let (spans, gaps, supervisors) = door
        .read(|work| {
            let spans = rows::now_and_next(work.connection, work.now, SHOWN)?;
            let gaps = rows::gaps(work)?;
            Ok((spans, gaps, staff::rows::with_role(work.connection, Role::Supervisor)?))
        })
        .await?;
    let line = |(duty, member): (Duty, StaffMember)| Line {
        may_end: super::may_enter_for(&door.me, &member.id),
        is_now: duty.is_at(door.now),
        duty,
        member,
    };
    let lines: Vec<Line> = spans.into_iter().map(line).collect();
    let w = &door.words;
    let above = door.me.has_role(&[Role::AccountManager, Role::Administrator]);
    let supervises = door.me.has_role(&[Role::Supervisor]);
    let mut others = if above { named(supervisors) } else { Vec::new() };
    if above && !supervises {
        others.insert(0, (String::new(), w.t("choose")));
    }
    let (form, zone) = (Form { w, fields }, door.organization.zone.as_str());
    let nobody = !lines.iter().any(|line| line.is_now);
    let content = List { w, form, zone, lines, nobody, gaps, enters: above || supervises, above, others };
    door.page(&w.t("duty-title"), &content)
}

fn named(members: Vec<StaffMember>) -> Vec<(String, String)> {
    members.into_iter().map(|member| (member.id.to_string(), member.name)).collect()
}
