//! Letters about licences: to the officer, to trainers and administrators, and to the supervisors of where the officer
//! stands. No number stands in them.

use agreement::post;
use ground::letter::Class;
use ground::{Day, Id, Result};
use people::letter::{self, ALL_ABOUT_IT, Said, Sort};
use people::staff::{self, StaffMember};
use people::work::Work;

use super::{Licence, Standing};
use crate::officers::{self, SHIFTS_DAYS};

/// The keys of a subject and of its words.
type Keys = (&'static str, &'static str);

/// Everybody who should know is written to once, also who is the officer and sees to it as well.
pub(super) fn remind(work: &mut Work<'_>, of: (&Licence, &StaffMember), today: Day) -> Result<()> {
    let (licence, officer) = of;
    let is_over = licence.standing(today) == Standing::Expired;
    let own: Keys = match is_over {
        true => ("licence-letter-over-subject", "licence-letter-over"),
        false => ("licence-letter-soon-subject", "licence-letter-soon"),
    };
    let theirs: Keys = match is_over {
        true => ("licence-letter-over-of-subject", "licence-letter-over-of"),
        false => ("licence-letter-soon-of-subject", "licence-letter-soon-of"),
    };
    write(work, of, (officer, own, "/me/licences"))?;
    let mut written: Vec<Id<StaffMember>> = vec![officer.id.clone()];
    for (keeper, path) in keepers(work, of)? {
        if !written.contains(&keeper.id) {
            write(work, of, (&keeper, theirs, &path))?;
            written.push(keeper.id);
        }
    }
    Ok(())
}

/// Those who see to it, and the page on which each of them can: trainers and administrators, then the supervisors of where
/// the officer stands or is to stand.
fn keepers(work: &mut Work<'_>, (licence, officer): (&Licence, &StaffMember)) -> Result<Vec<(StaffMember, String)>> {
    let path = format!("/licences/{}", licence.id);
    let all = officers::keepers(work.connection)?.into_iter();
    let mut keepers: Vec<_> = all.map(|one| (one, path.clone())).collect();
    let shifts = (work.now, work.now.plus_seconds(SHIFTS_DAYS * 86_400));
    for post in post::rows::posts_of_officer_until(work.connection, &officer.id, shifts)? {
        let path = format!("/sites/{}/officers", post.site_id);
        let supervisors = staff::rows::looking_after(work.connection, &post.site_id)?.into_iter();
        keepers.extend(supervisors.map(|one| (one, path.clone())));
    }
    Ok(keepers)
}

fn write(
    work: &mut Work<'_>,
    (licence, officer): (&Licence, &StaffMember),
    (to, (subject, words), path): (&StaffMember, Keys, &str),
) -> Result<()> {
    let w = work.app.catalogue.speak(to.language);
    let day = licence.expires_on.map(|day| w.day(day)).unwrap_or_default();
    let named = [
        ("kind", licence.kind.as_str().into()),
        ("jurisdiction", licence.jurisdiction.as_str().into()),
        ("name", officer.name.as_str().into()),
        ("day", day.into()),
    ];
    let (subject, words) = (w.with(subject, &named), w.with(words, &named));
    let more = licence.renewal.as_ref().map(|renewal| format!("{}: {renewal}", w.t("licence-renewal")));
    let sort = Sort { kind: "licence.reminded", class: Class::Training, about_id: licence.id.as_str() };
    let said = Said { subject: &subject, words: &words, more: more.as_deref(), before_link: ALL_ABOUT_IT, path };
    letter::short(work, &sort, &to.into(), &said)
}
