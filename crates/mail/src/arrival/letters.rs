//! Letters to the account managers: mail waits for somebody to decide. They carry a link, and
//! nothing that was said.

use askama::Template;
use ground::letter::Class;
use ground::throttle::{self, Limit};
use ground::words::Words;
use ground::{Id, Result};
use people::letter::{self, Sort};
use people::staff::{self, Role};
use people::work::Work;

use super::Arrival;

#[derive(Template)]
#[template(path = "arrival/letters/held.txt")]
struct Letter<'a> {
    w: &'a Words,
    subject: String,
    name: &'a str,
    opening: String,
    link: String,
}

/// One letter an hour says that mail is held; the page says which.
const HELD: Limit = Limit { purpose: "mail.held", times: 1, window_seconds: 3_600 };

/// Mail is held for somebody to decide.
pub(super) fn held(work: &mut Work<'_>, id: &Id<Arrival>) -> Result<()> {
    if throttle::count(work.connection, HELD, "", work.now)? > HELD.times {
        return Ok(());
    }
    let mut readers = staff::rows::with_role(work.connection, Role::AccountManager)?;
    if readers.is_empty() {
        readers = staff::rows::with_role(work.connection, Role::Administrator)?;
    }
    for reader in readers {
        let w = work.app.catalogue.speak(reader.language);
        let link = format!("{}/mail", work.app.settings.public_url);
        let held =
            Letter { subject: w.t("mail-held-subject"), name: &reader.name, opening: w.t("mail-held"), link, w: &w };
        let sort = Sort { kind: "mail.held", class: Class::Alerts, about_id: id.as_str() };
        letter::write(work, &sort, &(&reader).into(), held.render()?)?;
    }
    Ok(())
}
