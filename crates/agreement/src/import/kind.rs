//! A kind of thing that files bring: how its rows become things, and things become rows of the database.

use std::collections::HashMap;

use ground::db::DbConnection;
use ground::{Error, Fields, Refusal, Result};
use people::client::Client;
use people::contact::Contact;
use people::site::Site;
use people::staff::StaffMember;
use people::work::{Done, Work};

use super::Problem;
use super::desk::{Desk, Objection, Outcome};
use super::sheet::{SHEETS, Sheet};
use super::table::{Row, Table};
use crate::contract::Contract;
use crate::post::{Assignment, Post};

/// A kind of thing that files bring.
pub(super) trait Kind: Clone + PartialEq + 'static {
    /// The thing as a row says it.
    type New: 'static;
    /// What its file looks like.
    const SHEET: &'static Sheet;

    /// All that there ever were.
    fn everything(connection: &mut DbConnection) -> Result<Vec<Self>>;
    /// Its name in the rows of the database, and its key in the files.
    fn name(&self) -> (&str, Option<&str>);
    /// Reads a row.
    fn read(fields: &mut Fields, desk: &Desk) -> Option<Self::New>;
    /// Keeps what is known in the place of an optional column that the file does not have.
    fn keep(&self, _new: &mut Self::New, _column: &str) {}
    /// The thing that a row with a new key brings.
    fn added(new: &Self::New, id: String, key: String) -> Self;
    /// Whether it is the same thing that a row with its key speaks of.
    fn stays(&self, new: &Self::New) -> Result<(), Objection>;
    /// The thing as a row says it now.
    fn changed(&self, new: &Self::New) -> Result<Self>;
    /// Whether it fits to the others that are on the desk; what is new must fit better than what is known.
    fn fits(&self, is_new: bool, desk: &Desk) -> Result<(), Objection>;
    /// Puts it on the desk, for others to fit to.
    fn remember(&self, desk: &mut Desk);
    /// Adds it to the database and to the record.
    fn add(&self, work: &mut Work<'_>) -> Result<Done<()>>;
    /// Changes it in the database and in the record.
    fn change(&self, work: &mut Work<'_>, new: &Self::New) -> Result<Done<()>>;
}

/// What is to be done for one row.
pub(super) struct Step {
    pub(super) sheet: &'static Sheet,
    pub(super) file: String,
    pub(super) line: u64,
    pub(super) run: Run,
}

/// A change that waits to be done.
pub(super) type Run = Box<dyn Fn(&mut Work<'_>) -> Result<Done<()>>>;

/// Reads all rows, and finds out what is to be done; what is wrong is noted on the desk.
pub(super) fn plan(connection: &mut DbConnection, desk: &mut Desk, tables: &[Table]) -> Result<Vec<Step>> {
    let clients = know::<Client>(connection, desk, tables)?;
    let staff = know::<StaffMember>(connection, desk, tables)?;
    let sites = know::<Site>(connection, desk, tables)?;
    let contacts = know::<Contact>(connection, desk, tables)?;
    let posts = know::<Post>(connection, desk, tables)?;
    let assignments = know::<Assignment>(connection, desk, tables)?;
    let contracts = know::<Contract>(connection, desk, tables)?;
    let mut steps = Vec::new();
    plan_kind(desk, tables, &clients, &mut steps)?;
    plan_kind(desk, tables, &staff, &mut steps)?;
    plan_kind(desk, tables, &sites, &mut steps)?;
    plan_kind(desk, tables, &contacts, &mut steps)?;
    plan_kind(desk, tables, &posts, &mut steps)?;
    plan_kind(desk, tables, &assignments, &mut steps)?;
    plan_kind(desk, tables, &contracts, &mut steps)?;
    super::beats::plan(connection, desk, tables, &mut steps)?;
    Ok(steps)
}

/// Does what is to be done. A refusal is noted on the desk; what refers to its kind is then not tried.
pub(super) fn apply(
    work: &mut Work<'_>,
    desk: &mut Desk,
    steps: Vec<Step>,
    progress: impl Fn(usize, usize),
) -> Result<()> {
    let total = steps.len();
    let mut refused_in = None;
    for (done, step) in steps.into_iter().enumerate() {
        if refused_in.is_some_and(|sheet: &Sheet| sheet != step.sheet) {
            break;
        }
        match (step.run)(work) {
            Ok(_) => progress(done + 1, total),
            Err(Error::Refused(refusal)) => {
                refused_in = Some(step.sheet);
                desk.problems.push(Problem { file: step.file, line: step.line, column: String::new(), refusal });
            }
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Puts what is known of a kind on the desk, and names the rows of its file. Answers what is known by its key.
fn know<K: Kind>(connection: &mut DbConnection, desk: &mut Desk, tables: &[Table]) -> Result<HashMap<String, K>> {
    let mut known = HashMap::new();
    let table = tables.iter().find(|table| table.sheet == K::SHEET);
    let is_referred_to = SHEETS.iter().any(|sheet| sheet.references.iter().any(|(_, name)| *name == K::SHEET.name));
    if table.is_none() && !is_referred_to {
        return Ok(known);
    }
    for thing in K::everything(connection)? {
        thing.remember(desk);
        if let (id, Some(key)) = thing.name() {
            desk.name(K::SHEET, key, id);
            known.insert(key.to_owned(), thing);
        }
    }
    for row in table.iter().flat_map(|table| &table.rows) {
        desk.name_of(K::SHEET, &row.key);
    }
    Ok(known)
}

/// Reads the rows of a kind's file, if there is one.
fn plan_kind<K: Kind>(
    desk: &mut Desk,
    tables: &[Table],
    known: &HashMap<String, K>,
    steps: &mut Vec<Step>,
) -> Result<()> {
    let Some(table) = tables.iter().find(|table| table.sheet == K::SHEET) else { return Ok(()) };
    for row in &table.rows {
        let mut fields = desk.fields(K::SHEET, row);
        match plan_row::<K>(desk, row, known.get(&row.key), &mut fields)? {
            Some(run) if fields.problems().is_empty() => {
                steps.extend(run.map(|run| Step { sheet: K::SHEET, file: table.file.clone(), line: row.line, run }));
            }
            _ => desk.refuse(&table.file, row.line, &fields),
        }
    }
    Ok(())
}

/// What is to be done for a row; the inner `None` is nothing, the outer one that the row is wrong.
fn plan_row<K: Kind>(
    desk: &mut Desk,
    row: &Row,
    before: Option<&K>,
    fields: &mut Fields,
) -> Result<Option<Option<Run>>> {
    let Some(mut new) = K::read(fields, desk) else { return Ok(None) };
    if let Some(before) = before {
        let is_absent = |column: &&&str| !row.cells.iter().any(|(name, _)| name == *column);
        K::SHEET.optional.iter().filter(is_absent).for_each(|column| before.keep(&mut new, column));
    }
    if noted(before.map_or(Ok(()), |before| before.stays(&new)), fields).is_none() {
        return Ok(None);
    }
    let after = match before {
        None => K::added(&new, desk.name_of(K::SHEET, &row.key), row.key.clone()),
        Some(before) => before.changed(&new)?,
    };
    if before == Some(&after) {
        desk.count(K::SHEET, row.line, Outcome::Unchanged);
        return Ok(Some(None));
    }
    if noted(after.fits(before.is_none(), desk), fields).is_none() {
        return Ok(None);
    }
    after.remember(desk);
    desk.count(K::SHEET, row.line, if before.is_none() { Outcome::Added } else { Outcome::Changed });
    Ok(Some(Some(match before.cloned() {
        None => Box::new(move |work| after.add(work)),
        Some(before) => Box::new(move |work| before.change(work, &new)),
    })))
}

fn noted(result: Result<(), Objection>, fields: &mut Fields) -> Option<()> {
    result.map_err(|(column, refusal)| fields.refuse(column, refusal)).ok()
}

/// A rule's refusal as an objection beside this column.
pub(super) fn beside(column: &'static str) -> impl Fn(Error) -> Objection {
    move |error| match error {
        Error::Refused(refusal) => (column, refusal),
        _ => (column, Refusal::new("field-choose")),
    }
}
