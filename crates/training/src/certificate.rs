//! Certificates: that an officer passed an exam, or finished what a trainer attests. Whoever holds the paper can ask us
//! whether it is good.

pub mod jobs;
mod letters;
mod pages;
mod paper;
pub mod rows;
mod rules;

pub use rules::{Attested, Certificate, Standing, code};

use examining::exam::{self, Exam};
use examining::paper::title;
use ground::entry::Deed;
use ground::web::Routes;
use ground::{Day, Error, Id, Result};
use listening::concern::number;
use people::organization::{self, Organization};
use people::staff::{self, StaffMember};
use people::work::{Done, Work};

/// A certificate was issued.
pub const ISSUED: Deed = Deed("certificate.issued");
/// One is good no longer.
pub const WITHDRAWN: Deed = Deed("certificate.withdrawn");
/// Those who should know were written to that one expires.
pub const REMINDED: Deed = Deed("certificate.reminded");
/// Nobody is written to that one expires: another one took its place, it counts no more, or the officer left.
pub const REMINDER_DROPPED: Deed = Deed("certificate.reminder_dropped");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/me/certificates", pages::mine)
        .get("/staff/{id}/certificates", pages::of)
        .post("/staff/{id}/certificates", pages::attest)
        .post("/staff/{id}/certificates/of-exam", pages::of_exam)
        .get("/certificates/{id}", pages::one::show)
        .post("/certificates/{id}/withdrawal", pages::one::withdraw)
        .get("/certificates/{id}/paper", pages::one::pdf)
        .get("/certificates/verify/{code}", pages::verify::show)
}

/// What each certificate takes from the day on which it is issued.
fn issuing(work: &mut Work<'_>, staff_id: &Id<StaffMember>) -> Result<(StaffMember, Organization, Day, String)> {
    let officer = staff::rows::find(work.connection, staff_id)?;
    let organization = organization::rows::get(work.connection)?;
    let today = organization::day(work.connection, work.now)?;
    let year = today.parts().0;
    let number = number::fresh(|drawn| rows::is_taken(work.connection, &format!("{year}-{drawn}")))?;
    Ok((officer, organization, today, format!("{year}-{number}")))
}

/// Issues a certificate of what a trainer attests.
///
/// # Errors
/// Not found when there is no such officer; refused for oneself, when its days do not fit, and when it is there.
pub fn attest(work: &mut Work<'_>, staff_id: &Id<StaffMember>, new: &Attested) -> Result<Done<Id<Certificate>>> {
    if work.me.actor.id == staff_id.as_str() {
        return Err(Error::refused("certificate-of-oneself"));
    }
    let (officer, organization, today, number) = issuing(work, staff_id)?;
    new.check(today)?;
    let of = rows::of_staff(work.connection, staff_id)?;
    if of.iter().any(|one| one.is_of(new)) {
        return Err(Error::refused("certificate-is-there"));
    }
    let certificate = Certificate {
        title: new.title.clone(),
        hours: new.hours,
        instructor: new.instructor.clone(),
        completed_on: new.completed_on,
        ..Certificate::issued(&officer, &organization.name, number, (today, work.now)).until(new.valid_until)
    };
    keep(work, certificate)
}

/// Issues the certificate of an exam that was passed.
///
/// # Errors
/// Not found when the exam is not that officer's; refused when it was not passed or was voided, when it lacked too many of its
/// questions, when the last day does not fit, and when there is one.
pub fn of_exam(
    work: &mut Work<'_>,
    (staff_id, exam_id): (&Id<StaffMember>, &Id<Exam>),
    valid_until: Option<Day>,
) -> Result<Done<Id<Certificate>>> {
    let exam = exam::rows::any(work.connection, exam_id)?;
    if exam.staff_id != *staff_id {
        return Err(Error::NotFound);
    }
    let closed_at = exam.closed_at.filter(|_| rules::proves(&exam));
    let closed_at = closed_at.ok_or(Error::refused("certificate-exam-not-passed"))?;
    if !rules::is_whole_enough(&exam) {
        return Err(Error::refused("certificate-exam-too-short"));
    }
    if rows::of_staff(work.connection, staff_id)?.iter().any(|one| one.is_for(exam_id)) {
        return Err(Error::refused("certificate-of-exam-is-there"));
    }
    let (officer, organization, today, number) = issuing(work, staff_id)?;
    rules::check_until(valid_until, today)?;
    let w = work.app.catalogue.speak(officer.language);
    let certificate = Certificate {
        exam_id: Some(exam.id.clone()),
        title: title(&exam.blueprint, exam.unit.as_deref(), &w),
        completed_on: organization::day(work.connection, closed_at)?,
        ..Certificate::issued(&officer, &organization.name, number, (today, work.now)).until(valid_until)
    };
    keep(work, certificate)
}

fn keep(work: &mut Work<'_>, new: Certificate) -> Result<Done<Id<Certificate>>> {
    rows::insert(work.connection, &new, &code(&work.app.keys, &new.id))?;
    work.done(ISSUED, new.id.as_str(), (None, &new), new.id.clone())
}

/// A certificate is good no longer, for a reason.
///
/// # Errors
/// Not found; refused when that was done before.
pub fn withdraw(work: &mut Work<'_>, id: &Id<Certificate>, why: &str) -> Result<Done<()>> {
    let before = rows::any(work.connection, id)?;
    let after = before.clone().withdrawn(why, work.now)?;
    rows::save(work.connection, &after)?;
    work.done(WITHDRAWN, id.as_str(), (Some(&before), &after), ())
}

/// Writes to the officer, and to those who see to it, that a certificate expires; of an officer who left, of an exam that was
/// voided, and where another certificate of the same goes on longer, to nobody. Whether that other one is still good is looked
/// at again each week.
///
/// # Errors
/// Refused when that was done.
pub(crate) fn remind(work: &mut Work<'_>, id: &Id<Certificate>) -> Result<Done<()>> {
    let before = rows::any(work.connection, id)?;
    let today = organization::day(work.connection, work.now)?;
    let officer = staff::rows::find(work.connection, &before.staff_id)?;
    let all = rows::of_staff(work.connection, &officer.id)?;
    let is_renewed = all.iter().any(|other| before.is_renewed_by(other, today));
    let after = before.clone().reminded(today, is_renewed)?;
    rows::save(work.connection, &after)?;
    let until = before.valid_until.filter(|_| officer.left_at.is_none() && !before.is_voided && !is_renewed);
    let deed = match until {
        Some(until) => letters::remind(work, (&before, &officer), (until, today)).map(|()| REMINDED)?,
        None => REMINDER_DROPPED,
    };
    work.done(deed, id.as_str(), (Some(&before), &after), ())
}
