//! SQL for posts and assignments.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Error, Id, Moment, Result};
use people::site::Site;
use people::staff::{self, StaffMember};
use people::work::Work;

use super::{Assignment, Post};
use crate::schema::{assignment, post};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = post)]
struct Row {
    id: Id<Post>,
    outside_key: Option<String>,
    site_id: Id<Site>,
    name: String,
    #[diesel(treat_none_as_null = true)]
    closed_at: Option<Moment>,
    version: i64,
}

impl From<Row> for Post {
    fn from(Row { id, outside_key, site_id, name, closed_at, version }: Row) -> Self {
        Self { id, outside_key, site_id, name, closed_at, version }
    }
}

impl Row {
    fn of(post: &Post, version: i64) -> Self {
        let Post { id, outside_key, site_id, name, closed_at, version: _ } = post.clone();
        Self { id, outside_key, site_id, name, closed_at, version }
    }
}

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = assignment)]
struct AssignmentRow {
    id: Id<Assignment>,
    outside_key: Option<String>,
    post_id: Id<Post>,
    staff_id: Id<StaffMember>,
    starts_at: Moment,
    #[diesel(treat_none_as_null = true)]
    ends_at: Option<Moment>,
    version: i64,
}

impl From<AssignmentRow> for Assignment {
    fn from(row: AssignmentRow) -> Self {
        let AssignmentRow { id, outside_key, post_id, staff_id, starts_at, ends_at, version } = row;
        Self { id, outside_key, post_id, staff_id, starts_at, ends_at, version }
    }
}

impl AssignmentRow {
    fn of(assignment: &Assignment, version: i64) -> Self {
        let Assignment { id, outside_key, post_id, staff_id, starts_at, ends_at, version: _ } = assignment.clone();
        Self { id, outside_key, post_id, staff_id, starts_at, ends_at, version }
    }
}

/// One post of a site within reach.
///
/// # Errors
/// Not found when there is none.
pub fn find(work: &mut Work<'_>, id: &Id<Post>) -> Result<Post> {
    let post: Post = post::table.find(id).select(Row::as_select()).first::<Row>(work.connection)?.into();
    people::site::rows::find(work, &post.site_id)?;
    Ok(post)
}

/// One post, for whoever may know of something else there.
///
/// # Errors
/// Not found when there is none.
pub fn any(connection: &mut DbConnection, id: &Id<Post>) -> Result<Post> {
    Ok(post::table.find(id).select(Row::as_select()).first::<Row>(connection)?.into())
}

/// The open posts of one site within reach, by name.
///
/// # Errors
/// Not found when the site is out of reach.
pub fn of_site(work: &mut Work<'_>, site_id: &Id<Site>) -> Result<Vec<Post>> {
    people::site::rows::find(work, site_id)?;
    let open = post::table.filter(post::site_id.eq(site_id)).filter(post::closed_at.is_null());
    let rows: Vec<Row> = open.order((post::name, post::id)).select(Row::as_select()).load(work.connection)?;
    Ok(rows.into_iter().map(Post::from).collect())
}

/// The sites at whose open posts an officer stands at this moment, each once.
///
/// # Errors
/// Broken when the database says so.
pub fn sites_of_officer(
    connection: &mut DbConnection,
    staff_id: &Id<StaffMember>,
    now: Moment,
) -> Result<Vec<Id<Site>>> {
    let mut sites: Vec<_> = posts_of_officer(connection, staff_id, now)?.into_iter().map(|post| post.site_id).collect();
    sites.sort();
    sites.dedup();
    Ok(sites)
}

/// The open posts at which an officer stands at this moment, by name.
///
/// # Errors
/// Broken when the database says so.
pub fn posts_of_officer(connection: &mut DbConnection, staff_id: &Id<StaffMember>, now: Moment) -> Result<Vec<Post>> {
    posts_of_officer_until(connection, staff_id, (now, now))
}

/// The open posts at which an officer stands at a moment, or begins to by a later one, by name.
///
/// # Errors
/// Broken when the database says so.
pub fn posts_of_officer_until(
    connection: &mut DbConnection,
    staff_id: &Id<StaffMember>,
    (now, until): (Moment, Moment),
) -> Result<Vec<Post>> {
    let theirs = assignment::table
        .filter(assignment::staff_id.eq(staff_id))
        .filter(assignment::starts_at.le(until))
        .filter(assignment::ends_at.is_null().or(assignment::ends_at.gt(now)))
        .filter(assignment::ends_at.is_null().or(assignment::ends_at.gt(assignment::starts_at.nullable())))
        .select(assignment::post_id);
    let rows: Vec<Row> = post::table
        .filter(post::id.eq_any(theirs))
        .filter(post::closed_at.is_null())
        .order((post::name, post::id))
        .select(Row::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(Post::from).collect())
}

/// The assignments to some posts that are not over, in the order of time.
///
/// # Errors
/// Broken when the database says so.
pub fn now_and_next(connection: &mut DbConnection, posts: &[Id<Post>], now: Moment) -> Result<Vec<Assignment>> {
    let rows: Vec<AssignmentRow> = assignment::table
        .filter(assignment::post_id.eq_any(posts))
        .filter(assignment::ends_at.is_null().or(assignment::ends_at.gt(now)))
        .filter(assignment::ends_at.is_null().or(assignment::ends_at.gt(assignment::starts_at.nullable())))
        .order((assignment::starts_at, assignment::id))
        .select(AssignmentRow::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(Assignment::from).collect())
}

/// The posts of a site that are open, for whoever may know of something else there, by name.
///
/// # Errors
/// Broken when the database says so.
pub fn open_at(connection: &mut DbConnection, site_id: &Id<Site>) -> Result<Vec<Post>> {
    let open = post::table.filter(post::site_id.eq(site_id)).filter(post::closed_at.is_null());
    let rows: Vec<Row> = open.order((post::name, post::id)).select(Row::as_select()).load(connection)?;
    Ok(rows.into_iter().map(Post::from).collect())
}

/// The posts of a site that were not closed by a moment, by their names.
///
/// # Errors
/// Broken when the database says so.
pub fn not_closed_by(connection: &mut DbConnection, site_id: &Id<Site>, at: Moment) -> Result<Vec<Post>> {
    let open = post::closed_at.is_null().or(post::closed_at.gt(at));
    let query = post::table.filter(post::site_id.eq(site_id)).filter(open).order((post::name, post::id));
    Ok(query.select(Row::as_select()).load::<Row>(connection)?.into_iter().map(Post::from).collect())
}

/// The assignments to some posts that are not over at one moment and begin by another, in the order of time.
///
/// # Errors
/// Broken when the database says so.
pub fn between(
    connection: &mut DbConnection,
    posts: &[Id<Post>],
    (from, until): (Moment, Moment),
) -> Result<Vec<Assignment>> {
    let rows: Vec<AssignmentRow> = assignment::table
        .filter(assignment::post_id.eq_any(posts))
        .filter(assignment::starts_at.le(until))
        .filter(assignment::ends_at.is_null().or(assignment::ends_at.gt(from)))
        .filter(assignment::ends_at.is_null().or(assignment::ends_at.gt(assignment::starts_at.nullable())))
        .order((assignment::starts_at, assignment::id))
        .select(AssignmentRow::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(Assignment::from).collect())
}

/// Those who stand at the open posts of a site in a span of time, each once, whoever begins first first. Who has left
/// is not among them.
///
/// # Errors
/// Broken when the database says so.
pub fn officers_at(
    connection: &mut DbConnection,
    site_id: &Id<Site>,
    span: (Moment, Moment),
) -> Result<Vec<StaffMember>> {
    let posts: Vec<_> = open_at(connection, site_id)?.into_iter().map(|post| post.id).collect();
    let mut officers: Vec<StaffMember> = Vec::new();
    for assignment in between(connection, &posts, span)? {
        if officers.iter().any(|officer| officer.id == assignment.staff_id) {
            continue;
        }
        let officer = staff::rows::find(connection, &assignment.staff_id)?;
        if officer.left_at.is_none() {
            officers.push(officer);
        }
    }
    Ok(officers)
}

/// The assignments that began after one moment and by another, and are not over at that, the earliest first.
///
/// # Errors
/// Broken when the database says so.
pub fn begun_between(connection: &mut DbConnection, (after, until): (Moment, Moment)) -> Result<Vec<Assignment>> {
    let rows: Vec<AssignmentRow> = assignment::table
        .filter(assignment::starts_at.gt(after))
        .filter(assignment::starts_at.le(until))
        .filter(assignment::ends_at.is_null().or(assignment::ends_at.gt(until)))
        .order((assignment::starts_at, assignment::id))
        .select(AssignmentRow::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(Assignment::from).collect())
}

/// The site of an assignment.
///
/// # Errors
/// Not found when there is none.
pub fn site_of_assignment(connection: &mut DbConnection, id: &Id<Assignment>) -> Result<Id<Site>> {
    let post_id: Id<Post> = assignment::table.find(id).select(assignment::post_id).first(connection)?;
    Ok(any(connection, &post_id)?.site_id)
}

/// One assignment to a post within reach.
///
/// # Errors
/// Not found when there is none.
pub fn find_assignment(work: &mut Work<'_>, id: &Id<Assignment>) -> Result<Assignment> {
    let row: AssignmentRow = assignment::table.find(id).select(AssignmentRow::as_select()).first(work.connection)?;
    find(work, &row.post_id)?;
    Ok(row.into())
}

/// All assignments of an officer to a post.
///
/// # Errors
/// Broken when the database says so.
pub fn of_officer_at(
    connection: &mut DbConnection,
    staff_id: &Id<StaffMember>,
    post_id: &Id<Post>,
) -> Result<Vec<Assignment>> {
    let rows: Vec<AssignmentRow> = assignment::table
        .filter(assignment::staff_id.eq(staff_id))
        .filter(assignment::post_id.eq(post_id))
        .select(AssignmentRow::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(Assignment::from).collect())
}

/// All posts there ever were, for an import to compare its files with.
///
/// # Errors
/// Broken when the database says so.
pub fn everything(connection: &mut DbConnection) -> Result<Vec<Post>> {
    let rows: Vec<Row> = post::table.select(Row::as_select()).load(connection)?;
    Ok(rows.into_iter().map(Post::from).collect())
}

/// All assignments there ever were, for an import to compare its files with.
///
/// # Errors
/// Broken when the database says so.
pub fn every_assignment(connection: &mut DbConnection) -> Result<Vec<Assignment>> {
    let rows: Vec<AssignmentRow> = assignment::table.select(AssignmentRow::as_select()).load(connection)?;
    Ok(rows.into_iter().map(Assignment::from).collect())
}

/// Adds a post.
///
/// # Errors
/// Broken when the database says so.
pub fn insert(connection: &mut DbConnection, new: &Post) -> Result<()> {
    diesel::insert_into(post::table).values(Row::of(new, new.version)).execute(connection)?;
    Ok(())
}

/// Saves a post, if nobody else did meanwhile.
///
/// # Errors
/// Refused when somebody did.
pub fn save(connection: &mut DbConnection, changed: &Post) -> Result<()> {
    let row = post::table.find(&changed.id).filter(post::version.eq(changed.version));
    let saved = diesel::update(row).set(Row::of(changed, changed.version + 1)).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(Error::refused("changed-meanwhile")) }
}

/// Adds an assignment.
///
/// # Errors
/// Broken when the database says so.
pub fn insert_assignment(connection: &mut DbConnection, new: &Assignment) -> Result<()> {
    diesel::insert_into(assignment::table).values(AssignmentRow::of(new, new.version)).execute(connection)?;
    Ok(())
}

/// Saves an assignment, if nobody else did meanwhile.
///
/// # Errors
/// Refused when somebody did.
pub fn save_assignment(connection: &mut DbConnection, changed: &Assignment) -> Result<()> {
    let row = assignment::table.find(&changed.id).filter(assignment::version.eq(changed.version));
    let saved = diesel::update(row).set(AssignmentRow::of(changed, changed.version + 1)).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(Error::refused("changed-meanwhile")) }
}
