//! Letters about signing in.

use askama::Template;
use ground::Result;
use ground::letter::Class;
use ground::words::Words;

use super::rows::Addressee;
use crate::letter::{self, Reader, Sort};
use crate::organization;
use crate::work::Work;

#[derive(Template)]
#[template(path = "session/letters/sign_in_link.txt")]
struct SignInLink<'a> {
    w: &'a Words,
    name: &'a str,
    link: String,
    minutes: i64,
}

#[derive(Template)]
#[template(path = "session/letters/invitation.txt")]
struct Invitation<'a> {
    w: &'a Words,
    organization: &'a str,
    name: &'a str,
    link: String,
    days: i64,
}

/// A staff member is asked to choose a password.
pub(super) fn invitation(work: &mut Work<'_>, to: &Addressee, token: &str, seconds: i64) -> Result<()> {
    let words = work.app.catalogue.speak(to.language);
    let organization = organization::rows::get(work.connection)?.name;
    let (link, days) = (link(work, token), seconds / 86_400);
    let text = Invitation { w: &words, organization: &organization, name: &to.name, link, days }.render()?;
    write(work, to, "session.invitation", text)
}

/// Somebody who asked for it is sent a link.
pub(super) fn sign_in_link(work: &mut Work<'_>, to: &Addressee, token: &str, seconds: i64) -> Result<()> {
    let words = work.app.catalogue.speak(to.language);
    let link = link(work, token);
    let text = SignInLink { w: &words, name: &to.name, link, minutes: seconds / 60 }.render()?;
    write(work, to, "session.sign_in_link", text)
}

fn link(work: &Work<'_>, token: &str) -> String {
    format!("{}/sign-in/link/{token}", work.app.settings.public_url)
}

fn write(work: &mut Work<'_>, to: &Addressee, kind: &'static str, text: String) -> Result<()> {
    let sort = Sort { kind, class: Class::Essential, about_id: &to.person.id };
    let reader = Reader { name: &to.name, address: &to.email, language: to.language };
    letter::write(work, &sort, &reader, text)
}
