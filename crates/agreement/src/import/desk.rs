//! The desk of an import: what is known of the things that rows refer to, whether they stand in the
//! database or in another file of the same import, and what was found wrong.

use std::collections::{HashMap, HashSet};

use ground::{Fields, Id, Refusal};
use people::client::Client;
use people::contact::Contact;
use people::site::Site;
use people::staff::StaffMember;

use super::sheet::Sheet;
use super::table::{Row, Table};
use super::{Counts, Problem, Report};
use crate::post::{Assignment, Post};

/// Why a row does not fit to the others: the column, and what is expected.
pub(super) type Objection = (&'static str, Refusal);

/// What became of a row that is right.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Added,
    Changed,
    Unchanged,
}

/// What rows are looked up in.
#[derive(Default)]
pub(super) struct Desk {
    pub(super) problems: Vec<Problem>,
    /// What became of each row, by its sheet and its line.
    outcomes: HashMap<(&'static str, u64), Outcome>,
    pub(super) clients: HashMap<Id<Client>, Client>,
    pub(super) sites: HashMap<Id<Site>, Site>,
    pub(super) staff: HashMap<Id<StaffMember>, StaffMember>,
    pub(super) posts: HashMap<Id<Post>, Post>,
    /// The address of mail that each contact has, and each staff member's stands in `staff`.
    pub(super) contacts: HashMap<Id<Contact>, String>,
    /// Who has, or had until this import, an address of mail.
    pub(super) contact_of: HashMap<String, Id<Contact>>,
    pub(super) staff_of: HashMap<String, Id<StaffMember>>,
    /// The assignments of each officer to each post.
    pub(super) shifts: HashMap<(Id<Post>, Id<StaffMember>), Vec<Assignment>>,
    /// The name of the row that each key of each sheet stands for; a key that is new has one already.
    names: HashMap<&'static str, HashMap<String, String>>,
    /// The sheets of which not every row could be read.
    partial: HashSet<&'static str>,
}

impl Desk {
    pub(super) fn new(tables: &[Table], problems: &[Problem]) -> Self {
        let partial = tables.iter().filter(|table| table.partial).map(|table| table.sheet.name).collect();
        Self { problems: problems.to_vec(), partial, ..Self::default() }
    }

    /// Notes under which name a thing of this key stands in the database.
    pub(super) fn name(&mut self, sheet: &Sheet, key: &str, id: &str) {
        self.names.entry(sheet.name).or_default().insert(key.to_owned(), id.to_owned());
    }

    /// The name of the row for this key; one that is new is named now.
    pub(super) fn name_of(&mut self, sheet: &Sheet, key: &str) -> String {
        let names = self.names.entry(sheet.name).or_default();
        names.entry(key.to_owned()).or_insert_with(|| Id::<Client>::fresh().as_str().to_owned()).clone()
    }

    /// The fields of a row, with names of rows in the place of keys.
    pub(super) fn fields(&self, sheet: &Sheet, row: &Row) -> Fields {
        let (mut values, mut unknown) = (Vec::new(), Vec::new());
        for (column, cell) in &row.cells {
            let Some(target) = sheet.refers_to(column) else {
                values.push(((*column).to_owned(), cell.clone()));
                continue;
            };
            let is_list = sheet.list == Some(*column);
            let keys = cell.split(';').filter(|_| is_list).chain(Some(cell.as_str()).filter(|_| !is_list));
            let mut names = Vec::new();
            for key in keys.map(str::trim).filter(|key| !key.is_empty()) {
                match self.find(target, key) {
                    Some(name) => names.push(name),
                    None => unknown.push((*column, target, key.to_owned())),
                }
            }
            // In the order of the database, so that a list in another order is no change.
            names.sort();
            names.dedup();
            values.extend(names.into_iter().map(|name| ((*column).to_owned(), name)));
        }
        let mut fields = Fields::new(values);
        for (column, target, key) in unknown {
            let refusal = Refusal::new("import-key-unknown").with("key", key).with("file", format!("{target}.csv"));
            fields.refuse(column, refusal);
        }
        fields
    }

    /// The name of the row for a key that is referred to. A row that could not be read may have
    /// this key: then any name will do, because nothing will be applied.
    fn find(&self, sheet: &'static str, key: &str) -> Option<String> {
        let found = self.names.get(sheet).and_then(|names| names.get(key)).cloned();
        found.or_else(|| self.partial.contains(sheet).then(|| Id::<Client>::fresh().as_str().to_owned()))
    }

    /// Notes what is wrong with a row: for each column what was found first.
    pub(super) fn refuse(&mut self, file: &str, line: u64, fields: &Fields) {
        let mut seen = HashSet::new();
        for problem in fields.problems().iter().filter(|problem| seen.insert(problem.field.clone())) {
            let (column, refusal) = (problem.field.clone().into_owned(), problem.refusal.clone());
            self.problems.push(Problem { file: file.to_owned(), line, column, refusal });
        }
    }

    /// Notes what became of a row.
    pub(super) fn count(&mut self, sheet: &Sheet, line: u64, outcome: Outcome) {
        self.outcomes.insert((sheet.name, line), outcome);
    }

    /// Notes that a row that changed nothing by itself changes something else.
    pub(super) fn outgrow(&mut self, sheet: &Sheet, line: u64) {
        let outcome = self.outcomes.entry((sheet.name, line)).or_insert(Outcome::Changed);
        if *outcome == Outcome::Unchanged {
            *outcome = Outcome::Changed;
        }
    }

    /// The counts, and the problems file by file and line by line.
    pub(super) fn report(mut self, tables: &[Table]) -> Report {
        let place = |file: &str| tables.iter().position(|table| table.file == file);
        self.problems.sort_by_key(|problem| (place(&problem.file), problem.line));
        let mut counts: Vec<_> = tables.iter().map(|table| (table.sheet.name, Counts::default())).collect();
        for ((name, _), outcome) in &self.outcomes {
            let Some((_, counts)) = counts.iter_mut().find(|(sheet, _)| sheet == name) else { continue };
            match outcome {
                Outcome::Added => counts.added += 1,
                Outcome::Changed => counts.changed += 1,
                Outcome::Unchanged => counts.unchanged += 1,
            }
        }
        Report { counts, problems: self.problems }
    }
}
