//! The form of quiet hours, which stands on the page of one's alerts.

use axum::response::{IntoResponse, Response};
use ground::web::form::refused;
use ground::web::see;
use ground::{Fields, Result};
use people::door::Officer;

use super::Quiet;
use crate::device::pages::page;

pub(super) async fn say(officer: Officer, mut fields: Fields) -> Result<Response> {
    let Some(quiet) = Quiet::read(&mut fields) else { return Ok(refused(page(&officer, Some(fields)).await?)) };
    officer.write(move |work| super::say(work, quiet.as_ref())).await?;
    Ok(see("/me/alerts").saying("done-saved").into_response())
}

/// The fields that show when it is quiet.
pub(crate) fn shown(quiet: Option<&Quiet>, zone: &str) -> Fields {
    let time = |minute: Option<i64>| minute.map(Quiet::shown).unwrap_or_default();
    Fields::default()
        .set("quiet_from", time(quiet.map(|quiet| quiet.from_minute)))
        .set("quiet_until", time(quiet.map(|quiet| quiet.until_minute)))
        .set("quiet_zone", quiet.map_or(zone, |quiet| quiet.zone.as_str()))
}
