//! Questions become notes. A note is known again by its question's name, so that importing a newer file changes it.

use std::collections::HashSet;

use quick_xml::escape::escape;
use sha1::Sha1;
use sha2::{Digest, Sha256};

use super::note::SEPARATOR;
use super::{rows, template};
use crate::limits::MOST_OPTIONS;
use crate::package::pack;
use crate::question::letter;
use crate::{Question, Unwritable, Written, tags};

/// The deck's name where the file has no title.
const DECK: &str = "Rapport";

/// Numbers of notes and decks are milliseconds since 1970 in Anki, which knows them again by other means. They begin here,
/// and which of this many is chosen by names, so that two files seldom have the same.
const FIRST_ID: i64 = 1_577_836_800_000;
const IDS: u64 = 150_000_000_000;

/// A note and its card.
pub(super) struct Row {
    pub(super) id: i64,
    pub(super) guid: String,
    pub(super) tags: String,
    pub(super) fields: String,
    /// By what Anki sorts it.
    pub(super) first: String,
    /// By what Anki finds notes with the same first field.
    pub(super) checksum: i64,
}

/// Makes a package.
pub(crate) fn write(questions: &[Question], title: &str, seconds: i64) -> Result<Written, Unwritable> {
    let title = if title.is_empty() { DECK } else { title };
    let deck = id(title);
    let head = rows::Head { seconds, deck, kind: template::KIND, settings: template::settings(deck, title, seconds) };
    let mut guids = HashSet::new();
    let mut next = id(&format!("{title}\n{}", questions.first().map_or("", |question| &question.name)));
    let mut rows = Vec::new();
    for question in questions {
        // Notes are learned in the order of their numbers.
        next += 1;
        rows.push(row(question, next, &mut guids));
    }
    let files = [("collection.anki2".to_owned(), rows::write(&head, &rows)?), ("media".to_owned(), b"{}".to_vec())];
    Ok(Written { bytes: pack(&files)?, left: Vec::new() })
}

fn row(question: &Question, id: i64, guids: &mut HashSet<String>) -> Row {
    let name = if question.name.is_empty() { &question.ask } else { &question.name };
    let mut seed = name.clone();
    while !guids.insert(guid(&seed)) {
        seed.push('\'');
    }
    let first = field(&question.name);
    let tag =
        if tags::is_competency(&question.competency) { format!(" {} ", question.competency) } else { String::new() };
    Row { id, guid: guid(&seed), tags: tag, fields: fields(question), checksum: checksum(&question.name), first }
}

fn fields(question: &Question) -> String {
    let of = |text: fn(&crate::Choice) -> &str| {
        let texts: Vec<String> = question.options.iter().map(|option| field(text(option))).collect();
        texts.into_iter().chain(std::iter::repeat(String::new())).take(MOST_OPTIONS)
    };
    let mut fields = vec![field(&question.name), field(&question.ask)];
    fields.extend(of(|option| &option.text));
    fields.push(letter(question.key).to_string());
    fields.extend(of(|option| &option.why));
    fields.extend([field(&question.explanation), field(&question.competency)]);
    fields.push(question.level.map(|level| level.to_string()).unwrap_or_default());
    fields.extend([field(&question.setting), field(&question.source)]);
    fields.join(&SEPARATOR.to_string())
}

/// A text as HTML. What would play is kept from it: it is only words.
fn field(text: &str) -> String {
    escape(text).replace('\n', "<br>").replace("[sound:", "[<wbr>sound:")
}

fn guid(seed: &str) -> String {
    number(seed).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn id(seed: &str) -> i64 {
    FIRST_ID + i64::try_from(u64::from_be_bytes(number(seed)) % IDS).unwrap_or_default()
}

fn number(seed: &str) -> [u8; 8] {
    let digest = Sha256::new().chain_update("rapport question\n").chain_update(seed).finalize();
    std::array::from_fn(|index| digest[index])
}

/// The first eight digits of a SHA-1 of the first field, as Anki has it.
fn checksum(first: &str) -> i64 {
    let digest = Sha1::digest(first);
    i64::from(u32::from_be_bytes(std::array::from_fn(|index| digest[index])))
}
