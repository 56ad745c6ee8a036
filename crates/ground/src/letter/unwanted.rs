//! What somebody does not want to be written about, and the link by which they say so.
//!
//! The link holds the name of the letter in which it stands and a mark that only we can make, so nothing is
//! kept for it, nothing personal stands in it, and used again it does the same again.

use diesel::prelude::*;

use super::Class;
use crate::db::DbConnection;
use crate::db::schema::unwanted;
use crate::secret::{self, Keys};
use crate::{Moment, Result};

/// What the mark of a link is made for.
const PURPOSE: &str = "letters off";
/// How many bytes of the mark a link carries.
const MARK_BYTES: usize = 16;

/// The sorts of letters that this address does not want.
///
/// # Errors
/// Broken when the database says so.
pub fn of(connection: &mut DbConnection, address: &str) -> Result<Vec<Class>> {
    let address = address.to_lowercase();
    Ok(unwanted::table
        .filter(unwanted::address.eq(address))
        .order(unwanted::class)
        .select(unwanted::class)
        .load(connection)?)
}

pub(super) fn is_wanted(connection: &mut DbConnection, address: &str, class: Class) -> Result<bool> {
    let there: i64 = unwanted::table.find((address.to_lowercase(), class)).count().get_result(connection)?;
    Ok(there == 0)
}

/// From now on this address wants a sort of letters, or does not.
///
/// # Errors
/// Broken when the database says so.
pub fn save(connection: &mut DbConnection, address: &str, class: Class, wanted: bool, now: Moment) -> Result<()> {
    let address = address.to_lowercase();
    if wanted {
        diesel::delete(unwanted::table.find((address, class))).execute(connection)?;
    } else if is_wanted(connection, &address, class)? {
        diesel::insert_into(unwanted::table)
            .values((unwanted::address.eq(address), unwanted::class.eq(class), unwanted::since_at.eq(now)))
            .execute(connection)?;
    }
    Ok(())
}

/// Where one switches off what a letter belongs to: the end of the link.
#[must_use]
pub fn token(keys: &Keys, letter_id: &str) -> String {
    format!("{letter_id}.{}", secret::hex(&keys.keyed(PURPOSE, letter_id)[..MARK_BYTES]))
}

/// The name of the letter in which a link stands; none when it was not made by us.
#[must_use]
pub fn letter_of(keys: &Keys, token: &str) -> Option<String> {
    let (letter_id, mark) = token.split_once('.')?;
    let mark: [u8; MARK_BYTES] = secret::from_hex(mark)?;
    keys.made(PURPOSE, letter_id, &mark).then(|| letter_id.to_owned())
}
