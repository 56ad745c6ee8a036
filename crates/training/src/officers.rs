//! The way to what each officer holds and practises, for those who see to it: by name, and by no figure.

mod pages;

use ground::Result;
use ground::db::DbConnection;
use ground::web::Routes;
use people::staff::{self, Role, StaffMember};

/// So many days back and ahead it is looked who stands where: a month of shifts.
pub(crate) const SHIFTS_DAYS: i64 = 28;

/// The addresses of these pages.
pub(crate) fn routes() -> Routes {
    Routes::default().get("/training", pages::list).get("/sites/{id}/officers", pages::at_site)
}

/// Those who see to it that officers learn and hold what they need: trainers and administrators.
///
/// # Errors
/// Broken when the database says so.
pub(crate) fn keepers(connection: &mut DbConnection) -> Result<Vec<StaffMember>> {
    let mut all = staff::rows::all(connection)?;
    all.retain(|one| [Role::Trainer, Role::Administrator].iter().any(|role| one.works_as(*role)));
    Ok(all)
}
