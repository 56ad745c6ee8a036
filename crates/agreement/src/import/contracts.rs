//! Contracts in files.

use ground::db::DbConnection;
use ground::{Fields, Id, Refusal, Result};
use people::client::Client;
use people::work::{Done, Work};

use super::desk::{Desk, Objection};
use super::kind::{Kind, beside};
use super::sheet::Sheet;
use crate::contract::promises::{cells, field};
use crate::contract::{self, Contract, NewContract};

/// What the file looks like.
pub(super) static SHEET: Sheet = Sheet {
    name: "contracts",
    needed: &["key", "client", "starts_on", "notice_days", "renewal"],
    optional: &[
        "ends_on",
        "approval_limit",
        "approval_silence",
        "S1_acknowledge",
        "S1_answer",
        "S1_adjust",
        "S1_check_back",
        "S1_check_back_again",
        "S2_acknowledge",
        "S2_answer",
        "S2_adjust",
        "S2_check_back",
        "S2_check_back_again",
        "S3_acknowledge",
        "S3_answer",
        "S3_adjust",
        "S3_check_back",
        "S3_check_back_again",
        "S4_acknowledge",
        "S4_answer",
        "S4_adjust",
        "S4_check_back",
        "S4_check_back_again",
        "P_acknowledge",
        "P_answer",
        "P_adjust",
        "P_check_back",
        "P_check_back_again",
    ],
    references: &[("client", "clients")],
    list: None,
};

impl Kind for Contract {
    type New = NewContract;
    const SHEET: &'static Sheet = &SHEET;

    fn everything(connection: &mut DbConnection) -> Result<Vec<Self>> {
        contract::rows::everything(connection)
    }

    fn name(&self) -> (&str, Option<&str>) {
        (self.id.as_str(), self.outside_key.as_deref())
    }

    fn read(fields: &mut Fields, _: &Desk) -> Option<NewContract> {
        NewContract::read(fields)
    }

    fn keep(&self, new: &mut NewContract, column: &str) {
        if column == "ends_on" {
            new.ends_on = self.ends_on;
        }
        match column {
            "approval_limit" => new.approvals.limit = self.approvals.limit,
            "approval_silence" => new.approvals.silence = self.approvals.silence,
            _ => {}
        }
        let cell = cells().find(|(severity, step)| field(*severity, *step) == column);
        if let Some((severity, step)) = cell
            && let Some(limit) = self.promises.agreed(severity, step)
        {
            new.promises = new.promises.clone().with(severity, step, limit);
        }
    }

    fn added(new: &NewContract, id: String, key: String) -> Self {
        Self { id: Id::known(id), outside_key: Some(key), ..Self::signed(new) }
    }

    fn stays(&self, new: &NewContract) -> Result<(), Objection> {
        if self.client_id == new.client_id { Ok(()) } else { Err(("client", Refusal::new("import-stays"))) }
    }

    fn changed(&self, new: &NewContract) -> Result<Self> {
        self.clone().changed(&self.with_stand_in(new), self.version)
    }

    fn fits(&self, is_new: bool, desk: &Desk) -> Result<(), Objection> {
        let client = desk.clients.get(&self.client_id).filter(|_| is_new);
        client.map_or(Ok(()), Client::check_stays).map_err(beside("client"))
    }

    fn remember(&self, _: &mut Desk) {}

    fn add(&self, work: &mut Work<'_>) -> Result<Done<()>> {
        contract::rows::insert(work.connection, self)?;
        work.done(contract::SIGNED, self.id.as_str(), (None, self), ())
    }

    fn change(&self, work: &mut Work<'_>, new: &NewContract) -> Result<Done<()>> {
        contract::change(work, &self.id, &self.with_stand_in(new), self.version)
    }
}

impl Contract {
    /// No file names a stand-in: whoever was chosen stays.
    fn with_stand_in(&self, new: &NewContract) -> NewContract {
        let mut new = new.clone();
        new.approvals.stand_in.clone_from(&self.approvals.stand_in);
        new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_promise_has_its_column() {
        let promised: Vec<String> = cells().map(|(severity, step)| field(severity, step)).collect();
        assert_eq!(SHEET.optional[3..], promised);
    }
}
