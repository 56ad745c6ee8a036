//! What officers hold, and what is planned for them: licences, certificates of exams and of a trainer, plans.

use std::sync::Arc;

use examining::exam::{self, Exam};
use ground::{App, Error, Id, Moment, Result};
use people::door::Door;
use people::session;
use people::staff::{self, Role, StaffMember};
use people::{Me, Work};
use training::certificate::{self, Attested};
use training::licence::{self, NewLicence};
use training::plan::{self, NewItem};

use super::{DAY, Learner, day};

/// So many days a licence of the demo holds.
const LICENCE_DAYS: i64 = 730;
/// In how many days, from now on, the licences of the first officers expire: one did, some are to be spoken of.
const EXPIRES_DAYS: [i64; 12] = [300, 26, 410, 5, 520, 83, 610, -4, 240, 690, 150, 64];
/// So many exams are looked at for those that were passed.
const EXAMS: i64 = 500;

/// The trainer writes down what officers hold, issues certificates, and adds to two plans; the clock does the rest.
pub(super) fn grow(app: &App, learners: &[Learner], until: Moment) -> Result<()> {
    let trainer = trainer(app)?;
    let officers: Vec<Id<StaffMember>> = learners.iter().map(|one| one.me.staff_id()).collect();
    licences(app, (&trainer, until), &officers)?;
    certificates(app, (&trainer, until), &officers)?;
    plans(app, (&trainer, until), &officers)?;
    licence::jobs::remind(app, until, "")?;
    plan::jobs::set(app, until, "")
}

fn trainer(app: &App) -> Result<Arc<Me>> {
    app.db.read_here(|connection| {
        let trainers = staff::rows::with_role(connection, Role::Trainer)?;
        let trainer = trainers.first().ok_or_else(|| Error::broken("the demo has no trainer"))?;
        Ok(Arc::new(session::rows::as_staff(connection, &trainer.id)?))
    })
}

/// Every officer but one in nine has a registration that is written down; one in six may carry arms as well.
fn licences(app: &App, (trainer, until): (&Arc<Me>, Moment), officers: &[Id<StaffMember>]) -> Result<()> {
    let (trainer, officers) = (Arc::clone(trainer), officers.to_vec());
    Door::of_system(app, until).live(move |story| {
        for (number, officer) in officers.iter().enumerate().filter(|(number, _)| number % 9 != 8) {
            let expires_on = day(until).plus_days(EXPIRES_DAYS[number % EXPIRES_DAYS.len()] + number as i64 / 12);
            let kinds = ["Unarmed private security officer", "Armed private security officer"];
            for (place, kind) in kinds.iter().enumerate().take(if number % 6 == 4 { 2 } else { 1 }) {
                let new = NewLicence {
                    kind: (*kind).to_owned(),
                    jurisdiction: "US-ND".to_owned(),
                    number: format!("DEMO-{:04}{}", number + 1, ["U", "A"][place]),
                    issued_on: expires_on.plus_days(-LICENCE_DAYS),
                    expires_on: Some(expires_on),
                    renewal: (place == 1).then(|| "Qualification with the firearm".to_owned()),
                };
                story.write(&trainer, until.plus_seconds(-DAY), |work| licence::add(work, officer, &new))?;
            }
        }
        Ok(())
    })
}

/// Exams that were passed have certificates, but for one in three, which the trainer has still to see to; some officers have
/// one of their induction, and one of these was withdrawn.
fn certificates(app: &App, (trainer, until): (&Arc<Me>, Moment), officers: &[Id<StaffMember>]) -> Result<()> {
    let passed: Vec<Exam> = app.db.read_here(|connection| {
        let mut taken = exam::rows::taken(connection, EXAMS)?;
        taken.retain(|exam| exam.is_passed() == Some(true));
        Ok(taken)
    })?;
    let (trainer, officers) = (Arc::clone(trainer), officers.to_vec());
    let valid_until = day(until).plus_months(24);
    Door::of_system(app, until).live(move |story| {
        let at = until.plus_seconds(-DAY / 2);
        for (_, exam) in passed.iter().enumerate().filter(|(number, _)| number % 3 != 2) {
            story.write(&trainer, at, |work| {
                certificate::of_exam(work, (&exam.staff_id, &exam.id), Some(valid_until))
            })?;
        }
        for (number, officer) in officers.iter().enumerate().filter(|(number, _)| number % 10 == 1) {
            let new = Attested {
                title: "Induction: radio, rounds and reports".to_owned(),
                hours: Some(8),
                instructor: Some(trainer.actor.name.clone()),
                completed_on: day(at).plus_days(-9),
                valid_until: None,
            };
            let id = story.write(&trainer, at, |work| certificate::attest(work, officer, &new))?;
            if number == 11 {
                let why = "It was issued to the wrong officer.";
                story.write(&trainer, at.plus_seconds(600), |work| certificate::withdraw(work, &id, why))?;
            }
        }
        Ok(())
    })
}

/// The trainer adds something to the plans of two officers.
fn plans(app: &App, (trainer, until): (&Arc<Me>, Moment), officers: &[Id<StaffMember>]) -> Result<()> {
    let said = [
        ("RW", "Your reports are honest. Now write the time and the place of everything first."),
        ("OC", "You asked how to say how long something takes. Try it this week, and tell me how it went."),
    ];
    for (officer, (competency, words)) in officers.iter().skip(2).step_by(5).zip(said) {
        let until_on = day(until).plus_days(18);
        let new = NewItem { competency: competency.to_owned(), words: words.to_owned(), until_on };
        let (officer, trainer) = (officer.clone(), Arc::clone(trainer));
        let add = move |work: &mut Work<'_>| plan::add(work, &officer, &new);
        super::super::write(app, until, (&trainer, until.plus_seconds(-2 * DAY)), add)?;
    }
    Ok(())
}
