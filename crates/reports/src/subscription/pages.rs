//! The button beside the reports. Who may enter is in the arguments.

use axum::response::{IntoResponse, Response};
use ground::web::see;
use ground::{Error, Fields, Result};
use people::door::Contact;

pub(super) async fn choose(contact: Contact, fields: Fields) -> Result<Response> {
    let (id, wanted) = (contact.me.contact_id(), fields.typed("wanted") == "yes");
    match contact.write(move |work| super::choose(work, &id, wanted)).await {
        // Whoever pressed twice has what they wanted.
        Ok(()) | Err(Error::Refused(_)) => {
            let said = if wanted { "done-report-letters-on" } else { "done-report-letters-off" };
            Ok(see("/portal/reports").saying(said).into_response())
        }
        Err(error) => Err(error),
    }
}
