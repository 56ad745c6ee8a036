//! Bytes that somebody sent to do harm: they are refused, and soon.

use proptest::prelude::*;

use super::{bare, full};
use crate::{Format, read, write};

/// A good file of each format, written once.
fn good(format: Format) -> Vec<u8> {
    write(format, &[full(), bare()], "Title").unwrap().bytes
}

fn any_format() -> impl Strategy<Value = Format> {
    prop::sample::select(Format::ALL.to_vec())
}

/// Reads as every format that it might be taken for: nothing is asked of it but to end.
fn ends(bytes: &[u8], format: Format) {
    let _ = read(bytes, Some(format), "x");
    let _ = read(bytes, None, "x.gift");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), format in any_format()) {
        ends(&bytes, format);
    }

    #[test]
    fn any_text_is_read_or_refused(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "::", "{", "}", "=", "~", "#", "%", "50%", "\n", "\n\n", "//", "[tag:", "]", "$CATEGORY:", "T", "->", "\\",
            "A) x\n", "B. y\n", "ANSWER: A\n", "<quiz>", "</quiz>", "<question type='multichoice'>", "</question>", "<text>",
            "<answer fraction='100'>", "</answer>", "</text>", "&", ";", "<![CDATA[", "question,key,A,B\n", "\"", ",", "x",
            "<!DOCTYPE", "<assessmentItem>", "<itemBody>", "<choiceInteraction>", "</", ">",
        ]), 0..40),
        format in any_format(),
    ) {
        ends(pieces.concat().as_bytes(), format);
    }

    #[test]
    fn any_change_is_read_or_refused(
        format in any_format(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        end in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut bytes = good(format);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(end) = end {
            bytes.truncate(end.index(bytes.len()));
        }
        ends(&bytes, format);
    }

    /// A change within the zip is found by its sum; this one is made before it is packed.
    #[test]
    fn any_change_of_a_database_is_read_or_refused(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        in_the_beginning in any::<bool>(),
    ) {
        let bytes = good(Format::Anki);
        let mut package = crate::package::Package::open(&bytes).unwrap();
        let mut database = package.file("collection.anki2", 1 << 20).unwrap().unwrap();
        let within = if in_the_beginning { 4096 } else { database.len() };
        for (at, byte) in changes {
            database[at.index(within)] = byte;
        }
        let bytes = crate::package::pack(&[("collection.anki2".to_owned(), database)]).unwrap();
        ends(&bytes, Format::Anki);
    }
}

/// Long files of what is hard to read in one pass.
#[test]
fn long_files_end_soon() {
    let long = 100_000;
    for piece in [
        "<",
        "<a",
        "<a b=\"",
        "<!--",
        "&",
        "&#",
        "{",
        "}",
        "::",
        "=",
        "~a",
        "#",
        "\\",
        "[tag:",
        "// [id:",
        "\n",
        "x\n\n",
        "A) ",
        "A) x\n",
        "ANSWER: A\n",
        "\"",
        ",",
        ";",
        "<p>",
        " ",
        "<pre>",
        "<svg>",
        "</svg>",
        "<script>",
        "</",
        "[html]",
        "[sound:",
        "// [tag:x] ",
        "[tag:x]",
        "$CATEGORY: x\n",
        "#",
        "%1%",
        "=x~y",
        "&amp;",
        "<i></i>",
    ] {
        let text = piece.repeat(long / piece.len());
        for format in [Format::Gift, Format::Aiken, Format::Csv] {
            ends(text.as_bytes(), format);
        }
        let gift = format!("[html]{text} {{=a{text} ~b}}");
        ends(gift.as_bytes(), Format::Gift);
        let moodle = format!(
            "<quiz><question type='multichoice'><questiontext><text><![CDATA[{text}]]></text></questiontext></question></quiz>"
        );
        ends(moodle.as_bytes(), Format::MoodleXml);
    }
}
