//! Whether a certificate is good, for whoever holds its paper: nobody has to sign in. A code that nobody can guess needs no
//! limit; one that is wrong looks the same as one that never was.

use askama::Template;
use axum::response::Response;
use ground::web::Path;
use ground::words::Words;
use ground::{Day, Result};
use people::door::Guest;
use people::organization;

use super::super::rules::typed;
use super::super::{Certificate, rows};

#[derive(Template)]
#[template(path = "certificate/verify.html")]
struct Verify<'a> {
    w: &'a Words,
    one: Certificate,
    today: Day,
}

pub(crate) async fn show(guest: Guest, Path(code): Path<String>) -> Result<Response> {
    let found = guest.read(move |work| {
        let one = rows::by_code(work.connection, &typed(&code))?;
        Ok((one, organization::day(work.connection, work.now)?))
    });
    let (one, today) = found.await?;
    let w = &guest.words;
    guest.narrow_page(&w.t("certificate"), &Verify { w, one, today })
}
