//! Looks into the mailbox, when the clock says so. The lease of the job keeps other processes away.

use ground::{App, Error, Moment, Result};

use super::{Account, fetch};

/// How often the mailbox is looked into.
pub const LOOKING_SECONDS: i64 = 30;

/// Takes what lies in the mailbox.
///
/// # Errors
/// Broken with a sentence for administrators: what is wrong with the mailbox, and what to do.
pub fn fetch(app: &App, now: Moment, _payload: &str) -> Result<()> {
    let Some(setting) = &app.settings.mail_in else { return Ok(()) };
    let password = match &app.settings.mail_in_password_file {
        Some(file) => Some(
            std::fs::read_to_string(file)
                .map_err(|error| Error::broken(format!("mail_in_password_file: {}: {error}", file.display())))?,
        ),
        None => None,
    };
    let account = Account::read(setting, password.as_deref()).map_err(Error::broken)?;
    // Jobs run on a thread that may belong to a runtime already, so this one has a thread of its own.
    let run = || -> Result<()> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(fetch::all(app, &account, now)).map_err(Error::broken)
    };
    std::thread::scope(|scope| {
        scope.spawn(run).join().unwrap_or_else(|_| Err(Error::broken("looking into the mailbox panicked")))
    })
}
