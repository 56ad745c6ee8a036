//! What staff say about a promise that is late. Who may enter is in the arguments.

use axum::response::Response;
use ground::web::Path;
use ground::{Fields, Id, Result};
use people::door::Staff;

use super::REASON_LETTERS;
use crate::concern::Concern;
use crate::concern::pages::{after, again, seen};

pub(super) async fn explain(staff: Staff, Path(id): Path<Id<Concern>>, mut fields: Fields) -> Result<Response> {
    let seen = seen(&mut fields);
    let Some(reason) = fields.prose("late_reason", 2..=REASON_LETTERS) else {
        return again(&staff, &id, &fields).await;
    };
    let concern_id = id.clone();
    let done = staff.write(move |work| super::explain(work, &concern_id, seen, &reason)).await;
    after(&staff, &id, fields, done, "done-explained").await
}
