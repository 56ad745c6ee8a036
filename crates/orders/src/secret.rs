//! Secrets of a post: codes and the numbers of keys, kept apart from its orders. Every look is in the record.

mod pages;
pub mod rows;
mod rules;

pub use rules::{NewSecret, Secret};

use ground::entry::Deed;
use ground::web::Routes;
use ground::{Id, Result};
use people::work::{Done, Work};

use crate::post_orders::{self, PostOrders};

/// A secret was written down.
pub const KEPT: Deed = Deed("secret.kept");
/// A secret says something else now.
pub const CHANGED: Deed = Deed("secret.changed");
/// A secret was taken out of use.
pub const RETIRED: Deed = Deed("secret.retired");
/// Somebody looked at a secret.
pub const LOOKED: Deed = Deed("secret.looked_at");

/// For what the installation's key locks them.
const PURPOSE: &str = "secret of orders";

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/orders/{id}/secrets", pages::list)
        .post("/orders/{id}/secrets", pages::keep)
        .post("/secrets/{id}/look", pages::look)
        .post("/secrets/{id}", pages::change)
        .post("/secrets/{id}/retirement", pages::retire)
}

/// Writes down a secret of a post.
///
/// # Errors
/// Not found out of reach.
pub fn keep(work: &mut Work<'_>, orders_id: &Id<PostOrders>, new: &NewSecret) -> Result<Done<()>> {
    post_orders::rows::find(work, orders_id)?;
    let id = Id::<Secret>::fresh();
    let locked = work.app.keys.lock(PURPOSE, id.as_str(), &new.words)?;
    let (orders_id, name) = (orders_id.clone(), new.name.clone());
    let secret = Secret { id, orders_id, name, locked, changed_at: work.now, retired_at: None, version: 0 };
    rows::insert(work.connection, &secret)?;
    work.done(KEPT, secret.id.as_str(), (None, &secret), ())
}

/// A secret says something else from now on.
///
/// # Errors
/// Not found out of reach; refused when it was changed since it was looked at.
pub fn change(work: &mut Work<'_>, id: &Id<Secret>, version: i64, new: &NewSecret) -> Result<Done<Id<PostOrders>>> {
    let before = rows::find(work, id)?;
    let locked = work.app.keys.lock(PURPOSE, id.as_str(), &new.words)?;
    let after = before.clone().changed(new.name.clone(), locked, version, work.now)?;
    rows::save(work.connection, &after)?;
    work.done(CHANGED, id.as_str(), (Some(&before), &after), after.orders_id.clone())
}

/// A secret is taken out of use.
///
/// # Errors
/// Not found out of reach; refused when it was changed since it was looked at.
pub fn retire(work: &mut Work<'_>, id: &Id<Secret>, version: i64) -> Result<Done<Id<PostOrders>>> {
    let before = rows::find(work, id)?;
    let after = before.clone().retired(version, work.now)?;
    rows::save(work.connection, &after)?;
    work.done(RETIRED, id.as_str(), (Some(&before), &after), after.orders_id.clone())
}

/// Somebody looks at a secret, and that is written down: what it says.
///
/// # Errors
/// Not found for whoever may not read the orders; broken when it was locked with another key.
pub fn look(work: &mut Work<'_>, id: &Id<Secret>) -> Result<Done<(Secret, String)>> {
    let secret = rows::find_to_read(work, id)?;
    let words = work.app.keys.unlock(PURPOSE, id.as_str(), &secret.locked)?;
    work.done(LOOKED, id.as_str(), (Some(&secret), &secret), (secret.clone(), words))
}
