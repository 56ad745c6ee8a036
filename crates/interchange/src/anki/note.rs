//! A note becomes a question, where the names of its fields say that it is one.

use super::rows::{Kind, Note};
use crate::columns::{Column, Row, column};
use crate::draft::Draft;
use crate::plain::html;
use crate::text::begins;
use crate::{Part, Place, Taken, Unreadable, What, tags};

/// What stands between the fields of a note.
pub(super) const SEPARATOR: char = '\u{1f}';

/// What notes are called that are no choice among options.
const CARD: &str = "card";

/// Takes a note, or leaves it and says why.
pub(super) fn take(note: &Note, kinds: &[Kind], taken: &mut Taken) -> Result<(), Unreadable> {
    let kind = kinds.iter().find(|kind| kind.id == note.kind);
    let names: &[String] = kind.map_or(&[], |kind| &kind.fields);
    let columns: Vec<Option<Column>> = names.iter().map(|name| column(name)).collect();
    let has = |wanted: Column| columns.contains(&Some(wanted));
    if !(has(Column::Ask) && has(Column::Key) && has(Column::Option(0)) && has(Column::Option(1))) {
        let first = note.fields.split(SEPARATOR).next().unwrap_or_default();
        let name = begins(&html(first, false).0);
        let place = Place { number: Some(taken.next()), name, ..Place::default() };
        return taken.leave(place, What::OtherKind(CARD.to_owned()));
    }
    let mut row = Row::default();
    for (index, field) in note.fields.split(SEPARATOR).enumerate() {
        let text = words(field, &mut row.draft);
        let name = names.get(index).map_or("", String::as_str);
        match columns.get(index).copied().flatten() {
            Some(column) => row.put(column, name, text),
            None if text.is_empty() => {}
            None => row.draft.leave(Part::Column(begins(name))),
        }
    }
    let mut draft = row.close();
    for tag in note.tags.split_whitespace() {
        tags::take(&mut draft, tag);
    }
    draft.settle(Place::default(), taken)
}

/// The plain words of a field. `[sound:x.mp3]` plays.
fn words(field: &str, draft: &mut Draft) -> String {
    let mut said = String::new();
    let mut rest = field;
    while let Some((before, after)) = rest.split_once("[sound:") {
        let Some((_, after)) = after.split_once(']') else { break };
        draft.leave(Part::Media);
        said.push_str(before);
        rest = after;
    }
    let (text, left) = html(&(said + rest), false);
    left.into_iter().for_each(|part| draft.leave(part));
    text
}
