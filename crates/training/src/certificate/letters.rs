//! Letters about certificates: to the officer, and to trainers and administrators, who can see to it that what it was of is
//! learnt or sat anew.

use ground::letter::Class;
use ground::{Day, Result};
use people::letter::{self, ALL_ABOUT_IT, Said, Sort};
use people::staff::StaffMember;
use people::work::Work;

use super::Certificate;
use crate::officers;

/// The keys of a subject and of its words.
type Keys = (&'static str, &'static str);

/// Everybody who should know is written to once, also who is the officer and sees to it as well. Where days were missed, it may
/// be over.
pub(super) fn remind(work: &mut Work<'_>, of: (&Certificate, &StaffMember), (until, today): (Day, Day)) -> Result<()> {
    let (_, officer) = of;
    let (own, theirs): (Keys, Keys) = match until < today {
        true => (
            ("certificate-letter-over-subject", "certificate-letter-over"),
            ("certificate-letter-over-of-subject", "certificate-letter-over-of"),
        ),
        false => (
            ("certificate-letter-subject", "certificate-letter"),
            ("certificate-letter-of-subject", "certificate-letter-of"),
        ),
    };
    write(work, of, (officer, until), own, "/me/certificates")?;
    let path = format!("/staff/{}/certificates", officer.id);
    for keeper in officers::keepers(work.connection)? {
        if keeper.id != officer.id {
            write(work, of, (&keeper, until), theirs, &path)?;
        }
    }
    Ok(())
}

fn write(
    work: &mut Work<'_>,
    (certificate, officer): (&Certificate, &StaffMember),
    (to, until): (&StaffMember, Day),
    (subject, words): Keys,
    path: &str,
) -> Result<()> {
    let w = work.app.catalogue.speak(to.language);
    let named = [
        ("title", certificate.title.as_str().into()),
        ("name", officer.name.as_str().into()),
        ("day", w.day(until).into()),
    ];
    let (subject, words) = (w.with(subject, &named), w.with(words, &named));
    let sort = Sort { kind: "certificate.reminded", class: Class::Training, about_id: certificate.id.as_str() };
    let said = Said { subject: &subject, words: &words, more: None, before_link: ALL_ABOUT_IT, path };
    letter::short(work, &sort, &to.into(), &said)
}
