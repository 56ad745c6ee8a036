//! The pages of a post. Who may enter is in the arguments; a supervisor finds only posts of their own sites.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ground::web::form::Form;
use ground::web::see;
use ground::words::Words;
use ground::{Error, Fields, Id, Moment, Result};
use people::door::{Door, Staff};
use people::site::{self, Site};
use people::staff::{self, Role, StaffMember};
use people::work::Work;

use super::{Assignment, NewAssignment, NewPost, Post, rows};

/// An assignment as a page shows it.
struct Shift {
    assignment: Assignment,
    officer: StaffMember,
    now: bool,
}

#[derive(Template)]
#[template(path = "post/list.html")]
struct List<'a> {
    w: &'a Words,
    site: Site,
    posts: Vec<(Post, Vec<Shift>)>,
}

#[derive(Template)]
#[template(path = "post/show.html")]
struct Show<'a> {
    w: &'a Words,
    site: Site,
    post: Post,
    shifts: Vec<Shift>,
}

#[derive(Template)]
#[template(path = "post/edit.html")]
struct Edit<'a> {
    w: &'a Words,
    form: Form<'a>,
    title: &'a str,
    action: String,
}

#[derive(Template)]
#[template(path = "post/assign.html")]
struct Assign<'a> {
    w: &'a Words,
    form: Form<'a>,
    title: &'a str,
    post: Post,
    site: Site,
    officers: Vec<(String, String)>,
}

impl Show<'_> {
    /// A moment by the clock on the wall of the site.
    fn said(&self, at: &Moment) -> String {
        self.w.when(at, &self.site.zone)
    }
}

pub(super) async fn list(staff: Staff, Path(id): Path<Id<Site>>) -> Result<Response> {
    let (site, posts) = staff
        .read(move |work| {
            let site = site::rows::find(work, &id)?;
            let posts = rows::of_site(work, &id)?;
            let with_shifts = posts.into_iter().map(|post| {
                let mut shifts = shifts(work, &post)?;
                shifts.retain(|shift| shift.now);
                Ok((post, shifts))
            });
            let posts = with_shifts.collect::<Result<_>>()?;
            Ok((site, posts))
        })
        .await?;
    let title = staff.words.t("posts-title");
    staff.page(&title, &List { w: &staff.words, site, posts })
}

pub(super) async fn show(staff: Staff, Path(id): Path<Id<Post>>) -> Result<Response> {
    let (site, post, shifts) = staff
        .read(move |work| {
            let (post, site) = place(work, &id)?;
            let shifts = shifts(work, &post)?;
            Ok((site, post, shifts))
        })
        .await?;
    let title = post.name.clone();
    staff.page(&title, &Show { w: &staff.words, site, post, shifts })
}

pub(super) async fn new(staff: Staff, Path(id): Path<Id<Site>>) -> Result<Response> {
    let site = staff.read(move |work| site::rows::find(work, &id)).await?;
    form(&staff, "post-new", format!("/sites/{}/posts", site.id), &Fields::default())
}

pub(super) async fn open(staff: Staff, Path(id): Path<Id<Site>>, fields: Fields) -> Result<Response> {
    let mut fields = fields.set("site", id.as_str());
    let action = format!("/sites/{id}/posts");
    let Some(new) = NewPost::read(&mut fields) else {
        return refused(form(&staff, "post-new", action, &fields)?);
    };
    match staff.write(move |work| super::open(work, &new)).await {
        Ok(id) => Ok(see(format!("/posts/{id}")).saying("done-saved").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            refused(form(&staff, "post-new", action, &fields)?)
        }
        Err(error) => Err(error),
    }
}

pub(super) async fn edit(staff: Staff, Path(id): Path<Id<Post>>) -> Result<Response> {
    let post = staff.read(move |work| rows::find(work, &id)).await?;
    let fields = Fields::default().set("name", post.name).set("version", post.version.to_string());
    form(&staff, "post-edit", format!("/posts/{}", post.id), &fields)
}

pub(super) async fn rename(staff: Staff, Path(id): Path<Id<Post>>, fields: Fields) -> Result<Response> {
    let action = format!("/posts/{id}");
    let find = id.clone();
    let post = staff.read(move |work| rows::find(work, &find)).await?;
    let mut fields = fields.set("site", post.site_id.as_str());
    let version = fields.number("version", 0..=i64::MAX);
    let (Some(new), Some(version)) = (NewPost::read(&mut fields), version) else {
        return refused(form(&staff, "post-edit", action, &fields)?);
    };
    match staff.write(move |work| super::rename(work, &id, &new, version)).await {
        Ok(()) => Ok(see(action).saying("done-saved").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("name", refusal);
            refused(form(&staff, "post-edit", action, &fields)?)
        }
        Err(error) => Err(error),
    }
}

pub(super) async fn close(staff: Staff, Path(id): Path<Id<Post>>) -> Result<Response> {
    let find = id.clone();
    let post = staff.read(move |work| rows::find(work, &find)).await?;
    staff.write(move |work| super::close(work, &id)).await?;
    Ok(see(format!("/sites/{}/posts", post.site_id)).saying("done-saved").into_response())
}

pub(super) async fn new_assignment(staff: Staff, Path(id): Path<Id<Post>>) -> Result<Response> {
    assignment_form(&staff, id, &Fields::default()).await
}

pub(super) async fn assign(staff: Staff, Path(id): Path<Id<Post>>, fields: Fields) -> Result<Response> {
    let find = id.clone();
    let (_, site) = staff.read(move |work| place(work, &find)).await?;
    let mut fields = fields.set("post", id.as_str());
    let Some(new) = NewAssignment::read(&mut fields, &site.zone) else {
        return refused(assignment_form(&staff, id, &fields).await?);
    };
    match staff.write(move |work| super::assign(work, &new)).await {
        Ok(_) => Ok(see(format!("/posts/{id}")).saying("done-saved").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("officer", refusal);
            refused(assignment_form(&staff, id, &fields).await?)
        }
        Err(error) => Err(error),
    }
}

pub(super) async fn end_assignment(staff: Staff, Path(id): Path<Id<Assignment>>) -> Result<Response> {
    let post_id = staff.write(move |work| super::end_assignment(work, &id)).await?;
    Ok(see(format!("/posts/{post_id}")).saying("done-saved").into_response())
}

/// A post and its site.
fn place(work: &mut Work<'_>, id: &Id<Post>) -> Result<(Post, Site)> {
    let post = rows::find(work, id)?;
    let site = site::rows::find(work, &post.site_id)?;
    Ok((post, site))
}

/// Who stands at a post now, and who comes next.
fn shifts(work: &mut Work<'_>, post: &Post) -> Result<Vec<Shift>> {
    let assignments = rows::now_and_next(work.connection, std::slice::from_ref(&post.id), work.now)?;
    let shift = |assignment: Assignment| {
        let officer = staff::rows::find(work.connection, &assignment.staff_id)?;
        Ok(Shift { now: assignment.is_at(work.now), assignment, officer })
    };
    assignments.into_iter().map(shift).collect()
}

async fn assignment_form(door: &Door, id: Id<Post>, fields: &Fields) -> Result<Response> {
    let (post, site, members) = door
        .read(move |work| {
            let (post, site) = place(work, &id)?;
            Ok((post, site, staff::rows::all(work.connection)?))
        })
        .await?;
    let officers = members.into_iter().filter(|member| member.roles.has(Role::Officer));
    let officers = officers.map(|member| (member.id.as_str().to_owned(), member.name)).collect();
    let (w, title) = (&door.words, door.words.t("assignment-new"));
    door.narrow_page(&title, &Assign { w, form: Form { w, fields }, title: &title, post, site, officers })
}

fn form(door: &Door, title: &str, action: String, fields: &Fields) -> Result<Response> {
    let (w, title) = (&door.words, door.words.t(title));
    door.narrow_page(&title, &Edit { w, form: Form { w, fields }, title: &title, action })
}

/// A form that is shown again with its problems.
fn refused(page: Response) -> Result<Response> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
