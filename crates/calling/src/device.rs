//! Devices: browsers of ours that take what is pushed.

pub mod jobs;
pub(crate) mod pages;
pub mod rows;
mod rules;

pub use rules::{Device, Note};

use ground::entry::Deed;
use ground::push::Subscription;
use ground::web::Routes;
use ground::{Error, Id, Result, job};
use people::staff::StaffMember;
use people::work::{Done, Work};

use crate::quiet;
use rules::{MOST_DEVICES, Order};

/// Somebody switched alerts on for a device.
pub const ADDED: Deed = Deed("device.added");
/// A device was removed: by its owner, or because its browser wants no messages any more.
pub const REMOVED: Deed = Deed("device.removed");
/// Somebody sent a test to their device.
pub const TESTED: Deed = Deed("device.tested");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/push/key", pages::key)
        .get("/me/alerts", pages::show)
        .post("/me/devices", pages::add)
        .post("/me/devices/{id}/removal", pages::remove)
        .post("/me/devices/{id}/test", pages::test)
}

/// Whoever asks takes what is pushed on this device from now on. A browser that another person
/// used before is theirs no more.
///
/// # Errors
/// Refused when they have too many devices already.
pub fn add(work: &mut Work<'_>, subscription: &Subscription, label: &str) -> Result<Done<Id<Device>>> {
    let me = work.me.staff_id();
    rows::forget_endpoint(work.connection, &subscription.endpoint)?;
    if rows::of_staff(work.connection, &me)?.len() >= MOST_DEVICES {
        return Err(Error::refused("device-too-many"));
    }
    let device = Device::added(&me, subscription, label, work.now);
    rows::insert(work.connection, &device)?;
    work.done(ADDED, device.id.as_str(), (None, &device), device.id.clone())
}

/// A device takes nothing any more.
///
/// # Errors
/// Not found when it is somebody else's.
pub fn remove(work: &mut Work<'_>, id: &Id<Device>) -> Result<Done<()>> {
    let device = rows::find(work, id)?;
    rows::delete(work.connection, id)?;
    work.done(REMOVED, id.as_str(), (None, &device), ())
}

/// Something is pushed to a device, so that its owner sees that it arrives.
///
/// # Errors
/// Not found when it is somebody else's.
pub fn test(work: &mut Work<'_>, id: &Id<Device>) -> Result<Done<()>> {
    let device = rows::find(work, id)?;
    let order = Order::of_test(&device, &work.app.catalogue.speak(work.me.language), &work.app.settings.public_url);
    ask(work, &order)?;
    work.done(TESTED, id.as_str(), (None, &device), ())
}

/// Pushes a note to every device of a staff member, in the transaction of whoever calls; false when
/// nobody is reached so, because they have no device, or because it is quiet for them and the note
/// is not urgent.
///
/// # Errors
/// Broken when the database says so.
pub fn reach_by_push(work: &mut Work<'_>, to: &StaffMember, note: &Note<'_>) -> Result<bool> {
    let devices = rows::of_staff(work.connection, &to.id)?;
    if devices.is_empty() {
        return Ok(false);
    }
    let quiet = quiet::rows::of_staff(work.connection, &to.id)?;
    if !note.urgent && quiet.is_some_and(|quiet| quiet.is_at(work.now)) {
        return Ok(false);
    }
    let words = work.app.catalogue.speak(to.language);
    for device in &devices {
        ask(work, &Order::of(device, note, &words, &work.app.settings.public_url))?;
    }
    Ok(true)
}

/// Asks for a job that pushes.
fn ask(work: &mut Work<'_>, order: &Order) -> Result<()> {
    // Whoever asks does so once, in one transaction: each order has a name of its own.
    let key = Id::<Order>::fresh();
    job::after(work.connection, jobs::SEND, key.as_str(), &serde_json::to_string(order)?, work.now)
}
