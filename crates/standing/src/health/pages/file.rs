//! Why points are taken of a client's sites today, as a file: a row for each reason, and one for a site without any.

use axum::response::Response;
use ground::spreadsheet::{self, Column, Ending, Sheet};
use ground::web::Path;
use ground::words::Words;
use ground::{Id, Result};
use people::client::{self, Client};
use people::door::AccountManager;

use crate::health::{OfSite, Reason, of_client};

pub(in crate::health) async fn file(
    manager: AccountManager,
    Path(id): Path<Id<Client>>,
    Ending(format): Ending,
) -> Result<Response> {
    let sites = manager
        .read(move |work| {
            let client = client::rows::find(work, &id)?;
            of_client(work.connection, &client.id, work.now)
        })
        .await?;
    let [site, signal, reason, record] = ["site", "signal", "reason", "record"].map(Column::text);
    let mut list = Sheet::new([site, Column::whole("health"), signal, Column::whole("points"), reason, record])?;
    for one in &sites {
        let reasons = one.reading.reasons.iter().map(Some);
        let at_least_one = if one.reading.reasons.is_empty() { Some(None) } else { None };
        for reason in reasons.chain(at_least_one) {
            add(&mut list, &manager.words, one, reason)?;
        }
    }
    spreadsheet::file("health", format, &list)
}

fn add(list: &mut Sheet, w: &Words, one: &OfSite, reason: Option<&Reason>) -> Result<()> {
    Ok(list.add([
        one.site.name.as_str().into(),
        one.reading.score.into(),
        reason.map(|reason| reason.signal.as_str()).into(),
        reason.map(|reason| reason.points).into(),
        reason.map(|reason| reason.say(w, &one.site.zone)).into(),
        reason.map(|reason| reason.path.as_str()).into(),
    ])?)
}
