//! Files for a draft: pictures, and texts that were written elsewhere.

use axum::response::{IntoResponse, Response};
use ground::web::form::refused;
use ground::web::{Path, see};
use ground::{Error, Fields, Id, Refusal, Result};
use people::door::Staff;

use super::super::bringing;
use crate::revision::{self, Revision};

/// So many pictures may come with a section at once.
const PICTURES: usize = 6;

/// Brings the texts of a Markdown or DOCX file into a draft.
pub(in crate::draft) async fn bring_in(
    staff: Staff,
    Path(id): Path<Id<Revision>>,
    mut fields: Fields,
) -> Result<Response> {
    let Some(bytes) = fields.uploads("file").next().map(|upload| upload.bytes.clone()) else {
        fields.refuse("file", Refusal::new("draft-file-needed"));
        return Ok(refused(super::page(&staff, &id, &fields).await?));
    };
    let instead = fields.given("instead");
    match bringing::read(&staff, bytes).await {
        Ok(brought) => {
            let (draft, left_out) = (id.clone(), brought.left_out.len());
            match staff.write(move |work| bringing::bring_in(work, &draft, &brought, instead)).await {
                Ok(()) => {
                    let done = if left_out == 0 { "done-brought-in" } else { "done-brought-in-in-part" };
                    Ok(see(format!("/revisions/{id}/draft")).saying(done).into_response())
                }
                Err(Error::Refused(refusal)) => refuse(&staff, &id, fields, refusal).await,
                Err(error) => Err(error),
            }
        }
        Err(Error::Refused(refusal)) => refuse(&staff, &id, fields, refusal).await,
        Err(error) => Err(error),
    }
}

async fn refuse(staff: &Staff, id: &Id<Revision>, mut fields: Fields, refusal: Refusal) -> Result<Response> {
    fields.refuse("file", refusal);
    Ok(refused(super::page(staff, id, &fields).await?))
}

/// Keeps the pictures that came with a form: how each stands in the words. `None`, and a problem, when
/// one of them is no picture that we read.
pub(super) async fn take_pictures(
    staff: &Staff,
    id: &Id<Revision>,
    fields: &mut Fields,
) -> Result<Option<Vec<String>>> {
    let count = fields.uploads("pictures").count();
    if count == 0 {
        return Ok(Some(Vec::new()));
    }
    let alt = fields.optional_line("alt", 200);
    if count > PICTURES {
        fields.refuse("pictures", Refusal::new("draft-too-many-pictures"));
    }
    if fields.problem("pictures").is_some() || alt.is_none() {
        return Ok(None);
    }
    let Some(alt) = alt.flatten() else {
        fields.refuse("alt", Refusal::new("draft-picture-words"));
        return Ok(None);
    };
    let Some(kept) = staff.app.files.keep_uploads(fields, "pictures").await? else { return Ok(None) };
    let marks = kept.iter().map(|picture| revision::shown::picture_mark(&alt, &picture.hash)).collect();
    let draft = id.clone();
    staff.write(move |work| bringing::keep_pictures(work, &draft, &kept)).await?;
    Ok(Some(marks))
}
