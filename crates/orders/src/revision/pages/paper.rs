//! A revision as a PDF.

use axum::response::Response;
use ground::entry::ActorKind;
use ground::fields::Asked;
use ground::web::Path;
use ground::{Error, Id, Result};
use people::door::Member;
use people::work::Work;

use super::super::paper::{OnPaper, document, language};
use super::super::{Revision, State, rows};
use crate::approval;
use crate::post_orders::{self, place};
use crate::printed;

/// For whoever may read the orders: staff every revision that has a number, others the one in force.
pub(in crate::revision) async fn pdf(
    member: Member,
    Path(id): Path<Id<Revision>>,
    Asked(asked): Asked,
) -> Result<Response> {
    let organization = member.organization.name.clone();
    let on = member.read(move |work| gather(work, &id, organization)).await?;
    let w = member.app.catalogue.speak(language(asked.typed("language"), &on.orders));
    let paper = match asked.typed("paper") {
        "a4" => print::Paper::A4,
        "letter" => print::Paper::Letter,
        _ => printed::usual_paper(&on.place.site.zone),
    };
    let (app, now, number) = (member.app.clone(), member.now, on.caused.revision.number.unwrap_or_default());
    printed::respond(format!("orders-{number}.pdf"), move || document(&app, &on, &w, paper, now)).await
}

fn gather(work: &mut Work<'_>, id: &Id<Revision>, organization: String) -> Result<OnPaper> {
    let revision = rows::any(work.connection, id)?;
    let orders = post_orders::rows::find_to_read(work, &revision.orders_id)?;
    let may_read = match work.me.actor.kind {
        ActorKind::Staff => revision.is_published(),
        _ => revision.state == State::InForce,
    };
    if !may_read {
        return Err(Error::NotFound);
    }
    let replaces = revision.base_id.as_ref().map(|id| rows::any(work.connection, id)).transpose()?;
    Ok(OnPaper {
        place: place(work, &orders)?,
        replaces: replaces.and_then(|replaces| replaces.number),
        approvals: approval::rows::of_revision(work.connection, id)?,
        content: rows::content(work.connection, id)?,
        caused: rows::caused(work, revision)?,
        orders,
        organization,
    })
}
