//! The pages of a staff member. Who may enter is in the arguments.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::letter::refusing::{self, Refusing};
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Refusal, Result};

use super::{NewStaffMember, Role, StaffMember, rows};
use crate::door::{Administrator, Door, Staff};
use crate::forms::{answered, is_stale, sites_from};
use crate::session::{self, reading};
use crate::site::{self, Site};

#[derive(Template)]
#[template(path = "staff/list.html")]
struct List<'a> {
    w: &'a Words,
    members: Vec<StaffMember>,
    may_change: bool,
}

#[derive(Template)]
#[template(path = "staff/show.html")]
struct Show<'a> {
    w: &'a Words,
    form: Form<'a>,
    member: StaffMember,
    has_password: bool,
    owned: Vec<Site>,
    looked_after: Vec<Site>,
    /// The sites that can be given to them; none when the reader may not give any.
    offered: Vec<(String, String)>,
    refusing: Option<Refusing>,
    zone: &'a str,
    may_change: bool,
    /// Whether the reader sees to it that officers learn.
    trains: bool,
}

#[derive(Template)]
#[template(path = "staff/edit.html")]
struct Edit<'a> {
    w: &'a Words,
    form: Form<'a>,
    title: &'a str,
    member: Option<&'a StaffMember>,
}

impl Show<'_> {
    fn works_here(&self) -> bool {
        self.member.left_at.is_none()
    }
}

/// The roles of somebody, in words.
fn roles(w: &Words, member: &StaffMember) -> String {
    member.roles.iter().map(|role| w.t(role.key())).collect::<Vec<_>>().join(", ")
}

pub(super) async fn list(staff: Staff) -> Result<Response> {
    let members = staff.read(|work| rows::all(work.connection)).await?;
    let content = List { w: &staff.words, members, may_change: staff.may_set_up() };
    staff.page(&staff.words.t("staff-title"), &content)
}

pub(super) async fn show(staff: Staff, Path(id): Path<Id<StaffMember>>) -> Result<Response> {
    page(&staff, id, Fields::default()).await
}

/// The page of a staff member, with what was refused on it.
async fn page(door: &Door, id: Id<StaffMember>, mut fields: Fields) -> Result<Response> {
    let (member, has_password, refusing, (owned, looked_after, sites)) = door
        .read(move |work| {
            let member = rows::find(work.connection, &id)?;
            let has_password = rows::has_password(work.connection, &id)?;
            let mut owned = site::rows::owned_by(work.connection, &id)?;
            owned.retain(|site| work.me.reach.has_site(&site.client_id, &site.id));
            let theirs = site::rows::looked_after_by(work.connection, &id)?;
            let sites = site::rows::list_with(work, &theirs)?;
            let looked_after: Vec<Site> = sites.iter().filter(|site| theirs.contains(&site.id)).cloned().collect();
            let refusing = refusing::find(work.connection, &member.email)?;
            Ok((member, has_password, refusing, (owned, looked_after, sites)))
        })
        .await?;
    for site in &looked_after {
        fields = fields.set("sites", site.id.as_str());
    }
    let may_change = door.may_set_up();
    let gives = may_change && member.works_as(Role::Supervisor);
    let (w, title, zone) = (&door.words, member.name.clone(), door.organization.zone.as_str());
    let offered = if gives { sites_from(w, sites) } else { Vec::new() };
    let (form, trains) = (Form { w, fields: &fields }, door.me.has_role(&[Role::Trainer, Role::Administrator]));
    let content =
        Show { w, form, member, has_password, owned, looked_after, offered, refusing, zone, may_change, trains };
    door.page(&title, &content)
}

pub(super) async fn new(admin: Administrator) -> Result<Response> {
    let fields = Fields::default().set("language", admin.organization.language.code());
    form(&admin, None, &fields)
}

pub(super) async fn take_on(admin: Administrator, mut fields: Fields) -> Result<Response> {
    if let Some(new) = NewStaffMember::read(&mut fields) {
        let taken_on = admin.write(move |work| {
            let id = super::take_on(work, &new)?.value().clone();
            Ok(session::invite(work, &new.email)?.map(|()| id))
        });
        if let Some(id) = answered(taken_on.await, &mut fields)? {
            return Ok(see(format!("/staff/{id}")).saying("done-staff-invited").into_response());
        }
    }
    Ok(refused(form(&admin, None, &fields)?))
}

pub(super) async fn edit(admin: Administrator, Path(id): Path<Id<StaffMember>>) -> Result<Response> {
    let member = admin.read(move |work| rows::find(work.connection, &id)).await?;
    let fields = Fields::default()
        .set("name", member.name.as_str())
        .set("email", member.email.as_str())
        .set("language", member.language.code())
        .set("version", member.version.to_string());
    let fields = member.roles.iter().fold(fields, |fields, role| fields.set("roles", role.word()));
    form(&admin, Some(&member), &fields)
}

pub(super) async fn change(
    admin: Administrator,
    Path(id): Path<Id<StaffMember>>,
    mut fields: Fields,
) -> Result<Response> {
    let version = fields.number("version", 0..=i64::MAX);
    if let (Some(new), Some(version)) = (NewStaffMember::read(&mut fields), version) {
        let at = id.clone();
        let changed = admin.write(move |work| super::change(work, &at, &new, version)).await;
        if answered(changed, &mut fields)?.is_some() {
            return Ok(see(format!("/staff/{id}")).saying("done-saved").into_response());
        }
    }
    let member = admin.read(move |work| rows::find(work.connection, &id)).await?;
    if is_stale(&fields) {
        fields.put("version", member.version.to_string());
    }
    Ok(refused(form(&admin, Some(&member), &fields)?))
}

pub(super) async fn look_after(
    admin: Administrator,
    Path(id): Path<Id<StaffMember>>,
    fields: Fields,
) -> Result<Response> {
    let sites: Option<Vec<Id<Site>>> = fields.all("sites").map(Id::parse).collect();
    let sites = sites.ok_or(Error::Unreadable(Refusal::new("form-unreadable")))?;
    let at = id.clone();
    admin.write(move |work| super::look_after(work, &at, &sites)).await?;
    Ok(see(format!("/staff/{id}")).saying("done-saved").into_response())
}

pub(super) async fn send_link(admin: Administrator, Path(id): Path<Id<StaffMember>>) -> Result<Response> {
    let at = id.clone();
    admin
        .write(move |work| {
            let member = rows::find(work.connection, &at)?;
            session::invite(work, &member.email)
        })
        .await?;
    Ok(see(format!("/staff/{id}")).saying("done-staff-invited").into_response())
}

pub(super) async fn write_again(admin: Administrator, Path(id): Path<Id<StaffMember>>) -> Result<Response> {
    let at = id.clone();
    admin.write(move |work| super::write_again(work, &at)).await?;
    Ok(see(format!("/staff/{id}")).saying("done-writing-again").into_response())
}

pub(super) async fn leave(admin: Administrator, Path(id): Path<Id<StaffMember>>) -> Result<Response> {
    let (at, mut fields) = (id.clone(), Fields::default());
    let left = admin.write(move |work| super::leave(work, &at)).await;
    if answered(left, &mut fields)?.is_some() {
        return Ok(see("/staff").saying("done-staff-left").into_response());
    }
    Ok(refused(page(&admin, id, fields).await?))
}

fn form(door: &Door, member: Option<&StaffMember>, fields: &Fields) -> Result<Response> {
    let w = &door.words;
    let title = w.t(if member.is_some() { "staff-edit" } else { "staff-new" });
    door.narrow_page(&title, &Edit { w, form: Form { w, fields }, title: &title, member })
}
