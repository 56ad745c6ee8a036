//! Whether a database may be opened at all. SQLite reads the list of its tables before anybody can ask it anything; a list
//! that leads back into itself would keep it busy for ever, so it is walked here first.

use crate::Unreadable;

/// How a database begins.
const MAGIC: &[u8] = b"SQLite format 3\0";

/// The length of what stands before the first page's own beginning.
const HEADER: usize = 100;

/// The kinds of pages of which the list of tables consists.
const INTERIOR: u8 = 5;
const LEAF: u8 = 13;

/// Where the header says whether changes are kept in a file beside the database: one for no, two for yes.
const BESIDE: std::ops::Range<usize> = 18..20;

/// Checks the header, and walks the list of tables. A database whose changes were kept beside it is said to be whole: the
/// file beside it is not in the package, and would be looked for.
pub(super) fn check(bytes: &mut [u8]) -> Result<(), Unreadable> {
    walk(bytes).ok_or(Unreadable::BrokenPackage)?;
    bytes[BESIDE].fill(1);
    Ok(())
}

fn walk(bytes: &[u8]) -> Option<()> {
    if bytes.len() < 512 || !bytes.starts_with(MAGIC) {
        return None;
    }
    let size = match number(bytes, 16, 2)? {
        1 => 65_536,
        size => size,
    };
    // Letters in UTF-8; Anki writes no others.
    if !size.is_power_of_two() || size < 512 || number(bytes, 56, 4)? != 1 {
        return None;
    }
    let pages = bytes.len() / size;
    let mut seen = vec![false; pages];
    let mut waiting = vec![1];
    while let Some(page) = waiting.pop() {
        let index = usize::checked_sub(page, 1).filter(|index| *index < pages)?;
        if std::mem::replace(&mut seen[index], true) {
            return None;
        }
        let page = &bytes[index * size..(index + 1) * size];
        let start = if index == 0 { HEADER } else { 0 };
        match *page.get(start)? {
            INTERIOR => waiting.extend(children(page, start)?),
            LEAF => {}
            _ => return None,
        }
    }
    Some(())
}

/// The pages that a page leads to.
fn children(page: &[u8], start: usize) -> Option<Vec<usize>> {
    let cells = number(page, start + 3, 2)?;
    let mut children = vec![number(page, start + 8, 4)?];
    for cell in 0..cells {
        let offset = number(page, start + 12 + 2 * cell, 2)?;
        children.push(number(page, offset, 4)?);
    }
    Some(children)
}

fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let digits = bytes.get(at..at.checked_add(length)?)?;
    Some(digits.iter().fold(0, |number, digit| number << 8 | usize::from(*digit)))
}

/// What stands in the list of tables.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Thing {
    Table,
    /// An index, which has no words of its own where SQLite made it by itself.
    Index,
}

/// What a thing is by the words that made it; `None` of what no collection has: views, triggers, virtual tables, columns
/// that are reckoned and rules that are checked.
pub(super) fn thing(made_by: &str) -> Option<Thing> {
    let plain = without_comments(made_by).to_lowercase();
    let split = plain.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let words: Vec<&str> = split.filter(|word| !word.is_empty()).collect();
    if words.iter().any(|word| matches!(*word, "as" | "check" | "generated" | "virtual" | "view" | "trigger")) {
        return None;
    }
    match words[..] {
        [] | ["create", "index", ..] | ["create", "unique", "index", ..] => Some(Thing::Index),
        ["create", "table", ..] => Some(Thing::Table),
        _ => None,
    }
}

/// SQL without its comments, with all that stands in quotes.
fn without_comments(sql: &str) -> String {
    let mut plain = String::new();
    let mut rest = sql;
    while let Some(letter) = rest.chars().next() {
        let end = match letter {
            '\'' | '"' | '`' => rest[1..].find(letter).map_or(rest.len(), |end| end + 2),
            '[' => rest.find(']').map_or(rest.len(), |end| end + 1),
            _ => letter.len_utf8(),
        };
        let comment = if rest.starts_with("--") {
            Some(rest.find('\n').unwrap_or(rest.len()))
        } else if rest.starts_with("/*") {
            Some(rest.find("*/").map_or(rest.len(), |end| end + 2))
        } else {
            None
        };
        plain.push_str(if comment.is_some() { " " } else { &rest[..end] });
        rest = &rest[comment.unwrap_or(end)..];
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_trusted_but_plain_tables() {
        let table = |sql: &str| thing(sql) == Some(Thing::Table);
        assert!(table("CREATE TABLE a (\n b integer, -- as it is\n c text /* check */ )"));
        assert_eq!((thing(""), thing("CREATE UNIQUE INDEX a ON b (c)")), (Some(Thing::Index), Some(Thing::Index)));
        for sql in [
            "create view notes as select 1",
            "create trigger a",
            "create virtual table a using fts5(b)",
            "create table a (b, c as (hex(zeroblob(1000000000))))",
            "create table a (b, c generated always as(1))",
            "create table a (b default '/*', c as (1) default '*/')",
            "create table a (b default '--', c\nas (1))",
            "create table a (b check (b > 1))",
            "create table a (b as/**/(1))",
            "create table [a--] (b, c as (1))",
        ] {
            assert_eq!(thing(sql), None, "{sql}");
        }
    }

    #[test]
    fn a_list_of_tables_that_leads_back_into_itself_is_refused() {
        let mut bytes = vec![0; 1024];
        bytes[..16].copy_from_slice(MAGIC);
        bytes[16..18].copy_from_slice(&[2, 0]);
        bytes[59] = 1;
        bytes[100] = LEAF;
        assert_eq!(check(&mut bytes), Ok(()));
        bytes[100] = INTERIOR;
        bytes[111] = 2;
        bytes[512] = LEAF;
        assert_eq!(check(&mut bytes), Ok(()));
        bytes[512] = INTERIOR;
        bytes[512 + 11] = 1;
        assert_eq!(check(&mut bytes), Err(Unreadable::BrokenPackage));
        bytes[512 + 11] = 3;
        assert_eq!(check(&mut bytes), Err(Unreadable::BrokenPackage));
    }
}
