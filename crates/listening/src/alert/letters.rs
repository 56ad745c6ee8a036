//! Letters to staff. They carry the number and the site of a concern, and nothing that was said.

use agreement::contract::Severity;
use askama::Template;
use ground::Result;
use ground::letter::{self, Automatic, Class, Draft};
use ground::words::Words;
use people::organization;
use people::site::Site;
use people::staff::StaffMember;
use people::work::Work;

use super::link::Link;
use crate::concern::Concern;
use crate::promise::{Promise, Step};

#[derive(Template)]
#[template(path = "alert/letters/told.txt")]
struct Letter<'a> {
    w: &'a Words,
    subject: String,
    name: &'a str,
    due: String,
    heard: Option<String>,
    link: String,
}

#[derive(Template)]
#[template(path = "alert/letters/came_back.txt")]
struct CameBack<'a> {
    w: &'a Words,
    subject: String,
    name: &'a str,
    came_back: String,
    link: String,
}

/// A promise needs them.
pub(super) fn told(
    work: &mut Work<'_>,
    (concern, site): (&Concern, &Site),
    promise: &Promise,
    to: &StaffMember,
) -> Result<()> {
    let words = work.app.catalogue.speak(to.language);
    let (number, step) = (concern.number.clone(), words.t(promise.step.key()));
    let named = |key: &str, due: &str| {
        words.with(
            key,
            &[
                ("number", number.as_str().into()),
                ("site", site.name.as_str().into()),
                ("step", step.as_str().into()),
                ("severity", words.t(concern.severity.key()).into()),
                ("due", due.to_owned().into()),
            ],
        )
    };
    let due_at = promise.due_at.map(|due_at| words.when(due_at, &site.zone)).unwrap_or_default();
    let late = promise.is_late(work.now);
    let heard = (promise.step == Step::Acknowledge).then(|| {
        let token = Link::of(concern, to).token(&work.app.keys);
        format!("{}/alerts/{token}", work.app.settings.public_url)
    });
    let text = Letter {
        subject: named(if late { "alert-subject-late" } else { "alert-subject" }, &due_at),
        due: named(if late { "alert-late" } else { "alert-due" }, &due_at),
        name: &to.name,
        heard,
        link: link(work, concern),
        w: &words,
    }
    .render()?;
    // Whoever is not told of a danger cannot see to it, whatever they want to be written about.
    let class = if concern.severity == Severity::S1 { Class::Essential } else { Class::Alerts };
    write(work, concern, ("alert.told", class), to, text)
}

/// A letter to whoever told us did not arrive: they know nothing of what it said.
pub(super) fn came_back(
    work: &mut Work<'_>,
    (concern, site): (&Concern, &Site),
    why: &str,
    to: &StaffMember,
) -> Result<()> {
    let words = work.app.catalogue.speak(to.language);
    let number = || ("number", concern.number.as_str().into());
    let text = CameBack {
        subject: words.with("came-back-subject", &[number(), ("site", site.name.as_str().into())]),
        came_back: words.with("came-back-words", &[number(), ("why", words.t(letter::failure_key(why)).into())]),
        name: &to.name,
        link: link(work, concern),
        w: &words,
    }
    .render()?;
    write(work, concern, ("alert.came_back", Class::Alerts), to, text)
}

fn link(work: &Work<'_>, concern: &Concern) -> String {
    format!("{}/concerns/{}", work.app.settings.public_url, concern.id)
}

fn write(
    work: &mut Work<'_>,
    concern: &Concern,
    (kind, class): (&'static str, Class),
    to: &StaffMember,
    text: String,
) -> Result<()> {
    let organization = organization::rows::get(work.connection)?.name;
    let draft = Draft {
        kind,
        class,
        about_id: concern.id.as_str(),
        in_thread: true,
        automatic: Automatic::Generated,
        from_name: &organization,
        to_name: &to.name,
        to_address: &to.email,
        language: to.language,
        text,
    };
    letter::write(work.app, work.connection, draft, work.now)
}
