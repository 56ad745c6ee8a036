//! From the bytes of a file to rows of texts: UTF-8, a header that is known, one key per row.

use std::collections::HashMap;

use csv::{ReaderBuilder, StringRecord};
use ground::{Fields, Refusal};

use super::sheet::{KEY, SHEETS, Sheet};
use super::{File, Problem};

/// The longest key, in letters.
const KEY_LETTERS: usize = 120;
/// The mark with which some programs begin a file in UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The rows of one file.
pub(super) struct Table {
    pub(super) sheet: &'static Sheet,
    /// The name of the file.
    pub(super) file: String,
    pub(super) rows: Vec<Row>,
    /// Whether keys are missing here because they could not be read; what refers to them may be right.
    pub(super) partial: bool,
}

/// One row of a file.
pub(super) struct Row {
    /// The line on which it begins, from 1.
    pub(super) line: u64,
    pub(super) key: String,
    /// The columns other than the key, and what stands in them.
    pub(super) cells: Vec<(&'static str, String)>,
}

/// The tables of all files in the order of bringing in, and what is wrong with the files themselves.
pub(super) fn read_all(files: &[File]) -> (Vec<Table>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut tables: Vec<Table> = Vec::new();
    let whole = |file: &File, refusal| Problem { file: file.name.clone(), line: 0, column: String::new(), refusal };
    for file in files {
        match Sheet::of_file(&file.name) {
            None => problems.push(whole(file, Refusal::new("import-file-unknown").with("known", known_files()))),
            Some(sheet) if tables.iter().any(|table| table.sheet == sheet) => {
                problems.push(whole(file, Refusal::new("import-file-twice")));
            }
            Some(sheet) => tables.push(Reading::of(sheet, file).read(&mut problems)),
        }
    }
    if files.is_empty() {
        let refusal = Refusal::new("import-no-file").with("known", known_files());
        problems.push(Problem { file: String::new(), line: 0, column: String::new(), refusal });
    }
    tables.sort_by_key(|table| SHEETS.iter().position(|sheet| *sheet == table.sheet));
    (tables, problems)
}

fn known_files() -> String {
    SHEETS.map(|sheet| format!("{}.csv", sheet.name)).join(", ")
}

/// A file that is being read.
struct Reading<'a> {
    file: &'a File,
    table: Table,
    problems: Vec<Problem>,
}

impl<'a> Reading<'a> {
    const fn of(sheet: &'static Sheet, file: &'a File) -> Self {
        let table = Table { sheet, file: String::new(), rows: Vec::new(), partial: false };
        Self { file, table, problems: Vec::new() }
    }

    fn read(mut self, problems: &mut Vec<Problem>) -> Table {
        self.table.file.clone_from(&self.file.name);
        let bytes = self.file.bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&self.file.bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => self.rows(text),
            Err(_) => self.refuse_lines(bytes),
        }
        problems.append(&mut self.problems);
        self.table
    }

    fn refuse(&mut self, line: u64, column: &str, refusal: Refusal) {
        let (file, column) = (self.file.name.clone(), column.to_owned());
        self.problems.push(Problem { file, line, column, refusal });
    }

    /// Names every line that is not UTF-8; what the others mean is then anybody's guess.
    fn refuse_lines(&mut self, bytes: &[u8]) {
        self.table.partial = true;
        for (line, bytes) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
            if std::str::from_utf8(bytes).is_err() {
                self.refuse(line, "", Refusal::new("import-not-utf8"));
            }
        }
    }

    fn rows(&mut self, text: &str) {
        let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let mut lines = Lines { text, byte: 0, line: 1 };
        let mut columns = None;
        let mut keys = HashMap::new();
        for record in reader.records() {
            // The text is UTF-8 and rows may have any number of cells, so nothing else can be wrong with one.
            let Ok(record) = record else { continue };
            let line = lines.of(&record);
            match &columns {
                None => match self.header(line, &record) {
                    Some(header) => columns = Some(header),
                    None => {
                        self.table.partial = true;
                        return;
                    }
                },
                Some(_) if record.iter().all(|cell| cell.trim().is_empty()) => {}
                Some(columns) => self.row(line, columns, &record, &mut keys),
            }
        }
        if columns.is_none() {
            self.table.partial = true;
            let refusal = Refusal::new("import-no-header").with("known", self.known());
            self.refuse(1, "", refusal);
        }
    }

    /// The columns in the order of this file; none when one is unknown, missing or there twice.
    fn header(&mut self, line: u64, record: &StringRecord) -> Option<Vec<&'static str>> {
        let mut columns = Vec::new();
        for name in record.iter().map(str::trim) {
            match self.table.sheet.column(name) {
                Some(column) if columns.contains(&column) => {
                    self.refuse(line, column, Refusal::new("import-column-twice"));
                }
                Some(column) => columns.push(column),
                None => self.refuse(line, name, Refusal::new("import-column-unknown").with("known", self.known())),
            }
        }
        for needed in self.table.sheet.needed {
            if !columns.contains(needed) {
                self.refuse(line, needed, Refusal::new("import-column-missing").with("known", self.known()));
            }
        }
        self.problems.is_empty().then_some(columns)
    }

    fn known(&self) -> String {
        self.table.sheet.columns().collect::<Vec<_>>().join(", ")
    }

    fn row(&mut self, line: u64, columns: &[&'static str], record: &StringRecord, keys: &mut HashMap<String, u64>) {
        if record.len() != columns.len() {
            self.table.partial = true;
            let (found, expected) = (record.len().to_string(), columns.len().to_string());
            let refusal = Refusal::new("import-cells").with("found", found).with("expected", expected);
            return self.refuse(line, "", refusal);
        }
        let cells = columns.iter().copied().zip(record.iter().map(str::to_owned)).collect::<Vec<_>>();
        let mut fields = Fields::new(cells.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect());
        let Some(key) = fields.line(KEY, 1..=KEY_LETTERS) else {
            self.table.partial = true;
            for problem in fields.problems() {
                self.refuse(line, KEY, problem.refusal.clone());
            }
            return;
        };
        if let Some(first) = keys.insert(key.clone(), line) {
            keys.insert(key, first);
            return self.refuse(line, KEY, Refusal::new("import-key-twice").with("line", first.to_string()));
        }
        let cells = cells.into_iter().filter(|(column, _)| *column != KEY).collect();
        self.table.rows.push(Row { line, key, cells });
    }
}

/// Counts lines up to the byte at which a row begins; rows come in order, so each byte is counted once.
struct Lines<'a> {
    text: &'a str,
    byte: usize,
    line: u64,
}

impl Lines<'_> {
    fn of(&mut self, record: &StringRecord) -> u64 {
        let begin =
            record.position().map_or(self.byte, |position| usize::try_from(position.byte()).unwrap_or(self.byte));
        let bytes = self.text.as_bytes();
        // The reader says where it began to look for the row, before empty lines that it skips.
        let skipped = bytes.iter().skip(begin).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let until = (begin + skipped).min(bytes.len());
        self.line +=
            bytes.get(self.byte..until).unwrap_or_default().iter().filter(|byte| **byte == b'\n').count() as u64;
        self.byte = until;
        self.line
    }
}

#[cfg(test)]
mod tests;
