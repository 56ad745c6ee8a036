//! Letters to staff. They carry the number and the site of a concern, and nothing that was said.

use askama::Template;
use ground::Result;
use ground::letter::{self, Draft};
use ground::words::Words;
use people::site::Site;
use people::staff::StaffMember;
use people::work::Work;

use crate::concern::Concern;
use crate::promise::Promise;

#[derive(Template)]
#[template(path = "alert/letters/told.txt")]
struct Letter<'a> {
    w: &'a Words,
    subject: String,
    name: &'a str,
    due: String,
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
    let text = Letter {
        subject: named(if late { "alert-subject-late" } else { "alert-subject" }, &due_at),
        due: named(if late { "alert-late" } else { "alert-due" }, &due_at),
        name: &to.name,
        link: format!("{}/concerns/{}", work.app.settings.public_url, concern.id),
        w: &words,
    }
    .render()?;
    let draft = Draft {
        kind: "alert.told",
        about_id: concern.id.as_str(),
        to_name: &to.name,
        to_address: &to.email,
        language: to.language,
        text,
    };
    letter::write(work.connection, draft, work.now)
}
