//! Which sites a supervisor looks after: the column `sites` of the file of staff members. Sites come
//! after the staff members who own them, so this column is done last of all.

use std::collections::HashMap;

use ground::db::DbConnection;
use ground::{Id, Result};
use people::site::{self, Site};
use people::staff::{self, StaffMember};
use people::work::Work;

use super::desk::Desk;
use super::kind::Step;
use super::staff::SHEET;
use super::table::Table;

/// The column.
const SITES: &str = "sites";

/// Plans what differs. Where the file has no such column, every supervisor keeps their sites.
pub(super) fn plan(
    connection: &mut DbConnection,
    desk: &mut Desk,
    tables: &[Table],
    steps: &mut Vec<Step>,
) -> Result<()> {
    let Some(table) = tables.iter().find(|table| *table.sheet == SHEET) else { return Ok(()) };
    let mut known: HashMap<Id<StaffMember>, Vec<Id<Site>>> = HashMap::new();
    for (staff_id, site_id) in site::rows::everything_looked_after(connection)? {
        known.entry(staff_id).or_default().push(site_id);
    }
    for row in table.rows.iter().filter(|row| row.cells.iter().any(|(column, _)| *column == SITES)) {
        let fields = desk.fields(&SHEET, row);
        let sites: Vec<Id<Site>> = fields.all(SITES).map(Id::known).collect();
        let staff_id = Id::known(desk.name_of(&SHEET, &row.key));
        if known.get(&staff_id).map_or(&[][..], Vec::as_slice) == sites {
            continue;
        }
        desk.outgrow(&SHEET, row.line);
        let run = Box::new(move |work: &mut Work<'_>| staff::look_after(work, &staff_id, &sites));
        steps.push(Step { sheet: &SHEET, file: table.file.clone(), line: row.line, run });
    }
    Ok(())
}
