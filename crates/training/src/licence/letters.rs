//! Letters about licences: to the officer, and to trainers and administrators. No number stands in them.

use askama::Template;
use ground::letter::{self, Automatic, Class, Draft};
use ground::words::Words;
use ground::{Day, Result};
use people::organization;
use people::staff::{self, Role, StaffMember};
use people::work::Work;

use super::{Licence, Standing};

#[derive(Template)]
#[template(path = "licence/letter.txt")]
struct Letter<'a> {
    w: &'a Words,
    subject: &'a str,
    name: &'a str,
    words: &'a str,
    renewal: Option<&'a str>,
    link: &'a str,
}

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
    let path = format!("/licences/{}", licence.id);
    let sees_to_it = |one: &StaffMember| [Role::Trainer, Role::Administrator].iter().any(|role| one.works_as(*role));
    for keeper in staff::rows::all(work.connection)?.iter().filter(|one| sees_to_it(one) && one.id != officer.id) {
        write(work, of, (keeper, theirs, &path))?;
    }
    Ok(())
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
    let link = format!("{}{path}", work.app.settings.public_url);
    let (renewal, name) = (licence.renewal.as_deref(), to.name.as_str());
    let text = Letter { w: &w, subject: &subject, name, words: &words, renewal, link: &link }.render()?;
    let organization = organization::rows::get(work.connection)?.name;
    let draft = Draft {
        kind: "licence.reminded",
        class: Class::Training,
        about_id: licence.id.as_str(),
        in_thread: false,
        automatic: Automatic::Generated,
        from_name: &organization,
        to_name: &to.name,
        to_address: &to.email,
        language: to.language,
        text,
    };
    letter::write(work.app, work.connection, draft, work.now)
}
