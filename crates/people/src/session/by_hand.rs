//! A link that is handed over instead of sent: for the first person of an installation, before there is mail.

use ground::{Error, Result};

use super::{INVITATION_SECONDS, link_for, link_sent, rows};
use crate::work::{Done, Work};

/// A staff member is given a link by whoever sets them up on the command line: the address at
/// which they choose a password. No letter is written.
///
/// # Errors
/// Not found when no staff member has this address.
pub fn give_link(work: &mut Work<'_>, email: &str) -> Result<Done<String>> {
    let addressee = rows::staff_addressee(work.connection, email)?.ok_or(Error::NotFound)?;
    let token = link_for(work, &addressee, INVITATION_SECONDS)?;
    let link = format!("{}/sign-in/link/{token}", work.app.settings.public_url);
    Ok(link_sent(work, &addressee, INVITATION_SECONDS)?.map(|()| link))
}
