use super::*;

fn read(name: &str, bytes: &[u8]) -> (Vec<Table>, Vec<(u64, String, &'static str)>) {
    let (tables, problems) = read_all(&[File { name: name.to_owned(), bytes: bytes.to_vec() }]);
    (tables, problems.into_iter().map(|problem| (problem.line, problem.column, problem.refusal.key)).collect())
}

fn lines(text: &str) -> Vec<(u64, String, String)> {
    let (tables, problems) = read("clients.csv", text.as_bytes());
    assert_eq!(problems, []);
    let name = |row: &Row| row.cells.iter().find(|(column, _)| *column == "name").map(|(_, name)| name.clone());
    tables[0].rows.iter().map(|row| (row.line, row.key.clone(), name(row).unwrap_or_default())).collect()
}

fn row(line: u64, key: &str, name: &str) -> (u64, String, String) {
    (line, key.to_owned(), name.to_owned())
}

#[test]
fn rows_know_the_line_on_which_they_begin() {
    let text = "key,name,setting\na,\"Two\nlines\",office\n\n\nb,Mill,office\n,,\nc,\"Say \"\"so\"\"\",office";
    assert_eq!(lines(text), [row(2, "a", "Two\nlines"), row(6, "b", "Mill"), row(8, "c", "Say \"so\"")]);
    let crlf = text.replace('\n', "\r\n");
    assert_eq!(lines(&crlf).iter().map(|(line, ..)| *line).collect::<Vec<_>>(), [2, 6, 8]);
}

#[test]
fn a_byte_order_mark_and_another_order_of_columns_are_read() {
    assert_eq!(lines("\u{feff}setting, name ,key\noffice,Caf\u{e9},a\n"), [row(2, "a", "Caf\u{e9}")]);
}

#[test]
fn every_line_that_is_not_utf_8_is_named_and_no_row_is_read() {
    let (tables, problems) = read("clients.csv", b"key,name,setting\na,Caf\xe9,office\nb,Mill,office\nc,\xff,office\n");
    assert_eq!(problems, [(2, String::new(), "import-not-utf8"), (4, String::new(), "import-not-utf8")]);
    assert!(tables[0].rows.is_empty() && tables[0].partial);
}

#[test]
fn columns_that_are_unknown_missing_or_there_twice_are_refused_with_those_that_are_known() {
    let (tables, problems) = read("clients.csv", b"key,nmae,setting,setting\na,b,c,d\n");
    let expected = [
        (1, "nmae", "import-column-unknown"),
        (1, "setting", "import-column-twice"),
        (1, "name", "import-column-missing"),
    ];
    assert_eq!(problems, expected.map(|(line, column, key)| (line, column.to_owned(), key)));
    assert!(tables[0].rows.is_empty());
    let (_, problems) = read_all(&[File { name: "clients.csv".to_owned(), bytes: b"key,nmae".to_vec() }]);
    assert_eq!(problems[0].refusal.arguments[0].1, "key, name, setting");
}

#[test]
fn a_key_is_there_once_and_a_row_has_as_many_cells_as_the_header() {
    let text = "key,name,setting\na,A,office\na,B,office\n ,C,office\nd,D\ne,E,office,x\na,F,office\n";
    let (tables, problems) = read("clients.csv", text.as_bytes());
    let expected = [
        (3, "key", "import-key-twice"),
        (4, "key", "field-needed"),
        (5, "", "import-cells"),
        (6, "", "import-cells"),
        (7, "key", "import-key-twice"),
    ];
    assert_eq!(problems, expected.map(|(line, column, key)| (line, column.to_owned(), key)));
    assert_eq!(tables[0].rows.len(), 1);
}

#[test]
fn a_file_has_a_name_that_is_known_and_a_header_and_is_there_once() {
    assert_eq!(read("customers.csv", b"").1, [(0, String::new(), "import-file-unknown")]);
    assert_eq!(read("clients.csv", b"").1, [(1, String::new(), "import-no-header")]);
    assert_eq!(read_all(&[]).1[0].refusal.key, "import-no-file");
    let file = || File { name: "clients.csv".to_owned(), bytes: b"key,name,setting\n".to_vec() };
    let (tables, problems) = read_all(&[file(), file()]);
    assert!(tables.len() == 1 && problems[0].refusal.key == "import-file-twice");
}

#[test]
fn what_is_referred_to_comes_first() {
    let file = |name: &str| File { name: name.to_owned(), bytes: Vec::new() };
    let (tables, _) = read_all(&["sites.csv", "contacts.csv", "clients.csv", "staff.csv"].map(file));
    let names: Vec<_> = tables.iter().map(|table| table.sheet.name).collect();
    assert_eq!(names, ["clients", "staff", "sites", "contacts"]);
    for (position, sheet) in SHEETS.iter().enumerate() {
        // The sites of a supervisor are done last of all.
        for (column, target) in
            sheet.references.iter().filter(|reference| **reference != ("sites", "sites") || sheet.name != "staff")
        {
            assert!(sheet.column(column).is_some());
            assert!(SHEETS.iter().take(position).any(|earlier| earlier.name == *target), "{column}");
        }
    }
}
