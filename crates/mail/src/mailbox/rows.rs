//! SQL for how far a mailbox was read.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Moment, Result};

use crate::schema::mailbox;

/// How far a mailbox was read: its validity (UIDVALIDITY), and the last number (UID) that was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Read {
    pub(super) validity: u32,
    pub(super) last_number: u32,
}

pub(super) fn find(connection: &mut DbConnection, name: &str) -> Result<Option<Read>> {
    let found: Option<(i64, i64)> =
        mailbox::table.find(name).select((mailbox::validity, mailbox::last_number)).first(connection).optional()?;
    let number = |value: i64| u32::try_from(value).unwrap_or(0);
    Ok(found.map(|(validity, last)| Read { validity: number(validity), last_number: number(last) }))
}

pub(super) fn save(connection: &mut DbConnection, name: &str, read: Read, now: Moment) -> Result<()> {
    let values = (
        mailbox::validity.eq(i64::from(read.validity)),
        mailbox::last_number.eq(i64::from(read.last_number)),
        mailbox::read_at.eq(now.millis()),
    );
    if diesel::update(mailbox::table.find(name)).set(values).execute(connection)? == 0 {
        diesel::insert_into(mailbox::table).values((mailbox::name.eq(name), values)).execute(connection)?;
    }
    Ok(())
}
