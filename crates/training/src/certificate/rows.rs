//! SQL for certificates.

use diesel::prelude::*;
use examining::exam::{self, Exam};
use ground::db::DbConnection;
use ground::words::Language;
use ground::{Day, Error, Id, Moment, Result, secret};
use people::staff::{Role, StaffMember};
use people::work::Work;

use super::Certificate;
use crate::days::read as read_day;
use crate::schema::certificate;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = certificate)]
struct Row {
    id: Id<Certificate>,
    number: String,
    digest: String,
    staff_id: Id<StaffMember>,
    officer_name: String,
    exam_id: Option<Id<Exam>>,
    title: String,
    hours: Option<i64>,
    issuer: String,
    instructor: Option<String>,
    language: String,
    completed_on: String,
    issued_on: String,
    valid_until: Option<String>,
    reminds_on: Option<String>,
    issued_at: Moment,
    withdrawn_at: Option<Moment>,
    withdrawn_why: Option<String>,
    version: i64,
}

impl Row {
    fn of(one: &Certificate, code: &str) -> Self {
        let Certificate { id, number, staff_id, officer_name, exam_id, title, hours, .. } = one.clone();
        let Certificate { issuer, instructor, language, issued_at, withdrawn, version, .. } = one.clone();
        let (withdrawn_at, withdrawn_why) = withdrawn.unzip();
        Self {
            id,
            number,
            digest: secret::digest(code),
            staff_id,
            officer_name,
            exam_id,
            title,
            hours,
            issuer,
            instructor,
            language: language.code().to_owned(),
            completed_on: one.completed_on.to_string(),
            issued_on: one.issued_on.to_string(),
            valid_until: one.valid_until.map(|day| day.to_string()),
            reminds_on: one.reminds_on.map(|day| day.to_string()),
            issued_at,
            withdrawn_at,
            withdrawn_why,
            version,
        }
    }

    fn read(self, exam: Option<&Exam>) -> Result<Certificate> {
        let length = exam.map(|exam| (exam.asked, exam.whole()));
        Ok(Certificate {
            id: self.id,
            number: self.number,
            staff_id: self.staff_id,
            officer_name: self.officer_name,
            exam_id: self.exam_id,
            title: self.title,
            hours: self.hours,
            issuer: self.issuer,
            instructor: self.instructor,
            language: Language::parse(&self.language).unwrap_or_default(),
            completed_on: read_day(&self.completed_on)?,
            issued_on: read_day(&self.issued_on)?,
            valid_until: self.valid_until.as_deref().map(read_day).transpose()?,
            reminds_on: self.reminds_on.as_deref().map(read_day).transpose()?,
            issued_at: self.issued_at,
            withdrawn: self.withdrawn_at.zip(self.withdrawn_why),
            exam_paper: exam.map(|exam| (exam.blueprint.clone(), exam.unit.clone())),
            is_voided: exam.is_some_and(|exam| exam.voided.is_some()),
            shorter: length.filter(|(asked, whole)| asked < whole),
            version: self.version,
        })
    }
}

/// Each with what its exam says of it.
fn read(connection: &mut DbConnection, rows: Vec<Row>) -> Result<Vec<Certificate>> {
    let ids: Vec<&Id<Exam>> = rows.iter().filter_map(|row| row.exam_id.as_ref()).collect();
    let exams = exam::rows::some(connection, &ids)?;
    let of = |row: Row| {
        let exam = row.exam_id.as_ref().and_then(|id| exams.get(id));
        row.read(exam)
    };
    rows.into_iter().map(of).collect()
}

/// The one that there is.
fn only(connection: &mut DbConnection, row: Row) -> Result<Certificate> {
    read(connection, vec![row])?.pop().ok_or(Error::NotFound)
}

/// A certificate of whomever.
///
/// # Errors
/// Not found when there is none.
pub fn any(connection: &mut DbConnection, id: &Id<Certificate>) -> Result<Certificate> {
    let row = certificate::table.find(id).select(Row::as_select()).first(connection)?;
    only(connection, row)
}

/// A certificate: one's own; and anybody's for those who see to it that officers learn.
///
/// # Errors
/// Not found when there is none within reach.
pub fn find(work: &mut Work<'_>, id: &Id<Certificate>) -> Result<Certificate> {
    let found = any(work.connection, id)?;
    let is_mine = found.staff_id.as_str() == work.me.actor.id;
    if is_mine || work.me.has_role(&[Role::Trainer, Role::Administrator]) { Ok(found) } else { Err(Error::NotFound) }
}

/// The certificate of a code.
///
/// # Errors
/// Not found when there is none.
pub fn by_code(connection: &mut DbConnection, code: &str) -> Result<Certificate> {
    let of_code = certificate::table.filter(certificate::digest.eq(secret::digest(code)));
    let row = of_code.select(Row::as_select()).first(connection)?;
    only(connection, row)
}

/// All of an officer, the newest first.
///
/// # Errors
/// Broken when the database says so.
pub fn of_staff(connection: &mut DbConnection, staff_id: &Id<StaffMember>) -> Result<Vec<Certificate>> {
    let theirs = certificate::table
        .filter(certificate::staff_id.eq(staff_id))
        .order((certificate::issued_at.desc(), certificate::id.desc()));
    let rows = theirs.select(Row::as_select()).load(connection)?;
    read(connection, rows)
}

/// Whether a certificate has this number.
pub(super) fn is_taken(connection: &mut DbConnection, number: &str) -> Result<bool> {
    let same = certificate::table.filter(certificate::number.eq(number));
    Ok(diesel::select(diesel::dsl::exists(same)).get_result(connection)?)
}

/// Adds one; of its code only the digest is kept.
///
/// # Errors
/// Refused when its exam has one.
pub fn insert(connection: &mut DbConnection, new: &Certificate, code: &str) -> Result<()> {
    let inserted = diesel::insert_into(certificate::table).values(Row::of(new, code)).execute(connection);
    match inserted.map_err(Error::from) {
        Err(error) if error.is_duplicate() && new.exam_id.is_some() => {
            Err(Error::refused("certificate-of-exam-is-there"))
        }
        inserted => inserted.map(drop),
    }
}

/// Those of which somebody is to be written to by a day.
///
/// # Errors
/// Broken when the database says so.
pub fn to_remind(connection: &mut DbConnection, today: Day, limit: i64) -> Result<Vec<Id<Certificate>>> {
    let due = certificate::table.filter(certificate::reminds_on.le(today.to_string()));
    Ok(due.order((certificate::reminds_on, certificate::id)).limit(limit).select(certificate::id).load(connection)?)
}

/// Saves that one was withdrawn, or spoken of, if nobody else did meanwhile.
///
/// # Errors
/// Refused when somebody did.
pub fn save(connection: &mut DbConnection, changed: &Certificate) -> Result<()> {
    let (at, why) = changed.withdrawn.clone().unzip();
    let row = certificate::table.find(&changed.id).filter(certificate::version.eq(changed.version));
    let set = (
        certificate::withdrawn_at.eq(at),
        certificate::withdrawn_why.eq(why),
        certificate::reminds_on.eq(changed.reminds_on.map(|day| day.to_string())),
        certificate::version.eq(changed.version + 1),
    );
    let saved = diesel::update(row).set(set).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(Error::refused("changed-meanwhile")) }
}
