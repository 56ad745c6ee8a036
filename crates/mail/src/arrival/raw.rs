//! The mails themselves, as they came, on disk under their hash.

use std::path::PathBuf;

use ground::{App, Error, Result, disk, secret};

use crate::reading::bounds::LARGEST_BYTES;

/// Puts a mail on disk: it is there when this returns.
///
/// # Errors
/// Broken when the disk says so.
pub(super) fn write(app: &App, hash: &str, raw: &[u8]) -> Result<()> {
    let place = place(app, hash)?;
    if place.exists() {
        return Ok(());
    }
    disk::make_private_folder(&app.settings.mail_in_folder())?;
    let beside = place.with_extension(secret::hex(&secret::random::<8>()?));
    disk::write_whole(&beside, &place, raw).inspect_err(|_| {
        // Of a full disk no half of a mail is left.
        let _gone = std::fs::remove_file(&beside);
    })?;
    Ok(())
}

/// A mail, as it came.
///
/// # Errors
/// Not found when there is none of this hash; broken when the disk says so.
pub fn read(app: &App, hash: &str) -> Result<Vec<u8>> {
    let place = place(app, hash)?;
    let length = std::fs::metadata(&place).map_err(missing)?.len();
    if length > LARGEST_BYTES as u64 {
        return Err(Error::broken("a mail on disk is larger than any that was taken in"));
    }
    std::fs::read(&place).map_err(missing)
}

fn missing(error: std::io::Error) -> Error {
    match error.kind() {
        std::io::ErrorKind::NotFound => Error::NotFound,
        _ => error.into(),
    }
}

fn place(app: &App, hash: &str) -> Result<PathBuf> {
    secret::from_hex::<32>(hash).ok_or(Error::NotFound)?;
    Ok(app.settings.mail_in_folder().join(format!("{hash}.eml")))
}
