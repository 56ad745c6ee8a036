//! The pulse of the public: two questions behind a sign, answered without an account and without a name. It is kept apart
//! from the voice of clients, and no figure of theirs holds it.

mod pages;
pub mod rows;
mod rules;
mod visitor;

pub use rules::Pulse;
pub(crate) use rules::day;

use ground::entry::Deed;
use ground::web::Routes;
use ground::{Error, Result, throttle};
use listening::sign::Sign;
use people::site;
use people::work::{Done, Work};

/// Somebody at a sign answered.
pub const GIVEN: Deed = Deed("pulse.given");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/q/{code}/pulse", visitor::ask)
        .post("/q/{code}/pulse", visitor::answer)
        .get("/sites/{id}/pulse", pages::show)
        .get("/sites/{id}/pulse.csv", pages::file)
        .get("/sites/{id}/pulse.parquet", pages::file)
}

/// Somebody at a sign answers: the sign's code. `address` is where they come from, for the limits.
///
/// # Errors
/// Too often when much was answered from that address, or at that site.
pub fn give(work: &mut Work<'_>, sign: &Sign, pulse: &Pulse, address: &str) -> Result<Done<String>> {
    let limits = [(rules::ADDRESS_DAY, address), (rules::ADDRESS, address), (rules::SITE_DAY, sign.site_id.as_str())];
    for (limit, who) in limits {
        if let Some(seconds) = throttle::wait_seconds(work.connection, limit, who, work.now)? {
            return Err(Error::TooOften(seconds));
        }
    }
    for (limit, who) in limits {
        throttle::count(work.connection, limit, who, work.now)?;
    }
    let site = site::rows::any(work.connection, &sign.site_id)?;
    rows::insert(work.connection, sign, pulse, rules::day(work.now, &site.zone)?)?;
    // The record says when and where. What was answered stands in a row without a time, so that neither leads to whoever
    // stood there.
    work.done(GIVEN, &sign.code, (None, &rules::Noted { site_id: site.id }), sign.code.clone())
}
