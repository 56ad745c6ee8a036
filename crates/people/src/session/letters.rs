//! Letters about signing in.

use askama::Template;
use ground::Result;
use ground::letter::{self, Draft};
use ground::words::Words;

use super::rows::Addressee;
use crate::work::Work;

#[derive(Template)]
#[template(path = "session/letters/sign_in_link.txt")]
struct SignInLink<'a> {
    w: &'a Words,
    name: &'a str,
    link: String,
    minutes: i64,
}

pub(super) fn sign_in_link(work: &mut Work<'_>, to: &Addressee, token: &str, seconds: i64) -> Result<()> {
    let words = work.app.catalogue.speak(to.language);
    let link = format!("{}/sign-in/link/{token}", work.app.settings.public_url);
    let text = SignInLink { w: &words, name: &to.name, link, minutes: seconds / 60 }.render()?;
    let draft = Draft {
        kind: "session.sign_in_link",
        about_id: &to.person.id,
        to_name: &to.name,
        to_address: &to.email,
        language: to.language,
        text,
    };
    letter::write(work.connection, draft, work.now)
}
