//! Effects: what became of what those at a site practised, because of what was said of it. Nothing is claimed by default.

mod pages;
mod rules;

pub(crate) use pages::Became;
pub(crate) use rules::{Effect, Pack};

use ground::db::DbConnection;
use ground::{Id, Moment, Result};
use listening::facts::counted;
use people::site::Site;

use crate::advice::Told;
use crate::plan;
use rules::DAYS;

/// What was practised so far back is looked at.
const BACK_DAYS: i64 = 365;

/// What became of what those at a site were to practise in the last year, the newest first.
pub(crate) fn of_site(connection: &mut DbConnection, site_id: &Id<Site>, now: Moment) -> Result<Vec<Effect>> {
    let back = |days: i64| now.plus_seconds(-days * 86_400);
    // What was practised before that may have held in the days before.
    let packs = rules::packs(plan::rows::packs(connection, back(BACK_DAYS + 2 * DAYS))?);
    let is_theirs = |pack: &&Pack| pack.site_id == *site_id && pack.set_at >= back(BACK_DAYS);
    let mut theirs: Vec<&Pack> = packs.iter().filter(is_theirs).collect();
    if theirs.is_empty() {
        return Ok(Vec::new());
    }
    theirs.sort_by_key(|pack| std::cmp::Reverse(pack.set_at));
    let told: Vec<Told> = counted::since(connection, back(BACK_DAYS + DAYS))?.into_iter().map(Told::from).collect();
    Ok(theirs.into_iter().map(|pack| Effect::of(pack, &packs, &told, now)).collect())
}
