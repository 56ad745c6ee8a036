use std::io::{Cursor, Write};

use proptest::prelude::*;

use super::*;

const PANDOC: &[u8] = include_bytes!("../../tests/fixtures/pandoc.docx");
const PYTHON: &[u8] = include_bytes!("../../tests/fixtures/python-docx.docx");

fn seen(imported: &Imported) -> Vec<(&str, &str)> {
    imported.sections.iter().map(|it| (it.title.as_str(), it.words.trim())).collect()
}

#[test]
fn markdown_is_cut_at_its_highest_headings() {
    type Row = (&'static str, &'static str, &'static [(&'static str, &'static str)]);
    let table: &[Row] = &[
        (
            "Hello.\n\n# 1. Gate\n\na\n\n## x\n\nb\n\n# 3.1 Keys\nc",
            "",
            &[("", "Hello."), ("Gate", "a\n\n## x\n\nb"), ("Keys", "c")],
        ),
        ("# Orders\n\nIntro\n\n## A\na\n## B\nb", "Orders", &[("", "Intro"), ("A", "a"), ("B", "b")]),
        ("# 24 hours\n# 7) Days", "", &[("24 hours", ""), ("Days", "")]),
        ("# Alone\n\nwords", "", &[("Alone", "words")]),
        ("no heading", "", &[("", "no heading")]),
        ("\u{feff}- # in a list\n", "", &[("", "- # in a list")]),
        ("", "", &[]),
    ];
    for (text, name, expected) in table {
        let imported = markdown(text.as_bytes()).unwrap();
        assert_eq!((imported.name.as_str(), seen(&imported)), (*name, expected.to_vec()), "{text:?}");
    }
    assert_eq!(markdown(b"\xff\xfe"), Err(Unreadable::NotText));
    assert_eq!(markdown(&vec![b'a'; FILE_BYTES + 1]), Err(Unreadable::TooLarge));
}

#[test]
fn a_document_of_pandoc_is_read() {
    let imported = docx(PANDOC).unwrap();
    let rounds = "Walk [the fence](<https://fence.example/a?b=c>) *every* **hour**.\n\n1. First\n   1. Inner one\n   \
        2. Inner two\n2. Second\n\n   More of second.\n- Bullet\n  - Deeper\n\n> Quoted words.\n\n\
        | Hour | Gate |\n|---|---|\n| 06 | open |";
    assert_eq!(seen(&imported), [("Rounds", rounds), ("Alarm", "Call 112.")]);
    assert_eq!(imported.left_out, [(LeftOut::Footnote, 1)]);
}

#[test]
fn a_document_of_python_docx_is_read() {
    let imported = docx(PYTHON).unwrap();
    let arrival = "Be there at **05:45**, *never* later \\* or #1.\n\n1. Take the key\n2. Sign for it";
    let visitors = "## By day\n\n- Ask for a badge\n  - A blue one\n\n| Kind | Where\\|to |\n|---|---|\n\
        | Courier | Dock |\n\n![](picture:import-000001)";
    assert_eq!(seen(&imported), [("", "For the officers of the lobby."), ("Arrival", arrival), ("Visitors", visitors)]);
    assert_eq!(imported.left_out, [(LeftOut::HeaderOrFooter, 1)]);
    assert_eq!(imported.pictures[0].0, "picture:import-000001");
    assert!(imported.pictures[0].1.starts_with(b"\x89PNG"));
}

/// A document with this body.
fn document(body: &str) -> Vec<u8> {
    packed(&[("word/document.xml", format!("<w:document><w:body>{body}</w:body></w:document>").as_bytes())])
}

fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn what_is_left_out_is_said() {
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let body = format!(
        "<w:p>{}<w:ins>{}</w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>\
         <w:p><w:r><w:commentReference/></w:r><w:r><w:drawing><c:chart/></w:drawing></w:r>\
         <w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p>{}</w:p></w:txbxContent></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><w:txbxContent><w:p>{}</w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        run("1. a &amp; &#60;b&gt; "),
        run("# new"),
        run("boxed"),
        run("twice")
    );
    let imported = docx(&document(&body)).unwrap();
    assert_eq!(seen(&imported), [("", "1\\. a \\& \\<b\\> # new\n\nboxed")]);
    let said = [(LeftOut::TrackedChange, 2), (LeftOut::Comment, 1), (LeftOut::Chart, 1)];
    assert_eq!(imported.left_out, said);
}

#[test]
fn what_is_nested_deep_is_read_within_the_bound() {
    let frames = "<w:p><w:r><w:txbxContent>".repeat(60);
    let ends = "</w:txbxContent></w:r></w:p>".repeat(60);
    let drawn = frames.replace("<w:txbx", "<w:pict><w:txbx").replace("</w:txbxContent>", "</w:txbxContent></w:pict>");
    let drawn_ends = ends.replace("</w:txbxContent>", "</w:txbxContent></w:pict>");
    let words = "<w:p><w:r><w:t>words</w:t></w:r></w:p>";
    let inside = docx(&document(&format!("{frames}{words}{ends}"))).unwrap();
    assert_eq!(seen(&inside), [("", "words")]);
    assert_eq!(docx(&document(&format!("{drawn}{words}{drawn_ends}"))), Err(Unreadable::TooDeep));
}

#[test]
fn a_picture_is_found_from_the_root_and_others_are_said() {
    let picture = |id: &str| format!("<w:p><w:r><w:drawing><a:blip r:embed=\"{id}\"/></w:drawing></w:r></w:p>");
    let body = format!(
        "<w:document><w:body>{}{}{}{}</w:body></w:document>",
        picture("a"),
        picture("a"),
        picture("b"),
        picture("c")
    );
    let relations = "<Relationships><Relationship Id=\"a\" Target=\"/word/media/a.png\"/>\
        <Relationship Id=\"b\" Target=\"https://x.example/b.png\" TargetMode=\"External\"/>\
        <Relationship Id=\"c\" Target=\"media/c.emf\"/></Relationships>";
    let files: [(&str, &[u8]); 4] = [
        ("word/document.xml", body.as_bytes()),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
        ("word/media/a.png", b"\x89PNG\r\n\x1a\n..."),
        ("word/media/c.emf", b"no picture of ours"),
    ];
    let imported = docx(&packed(&files)).unwrap();
    let pictures: Vec<_> = imported.pictures.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!((pictures, imported.left_out), (vec!["picture:import-000001"], vec![(LeftOut::Picture, 2)]));
    assert_eq!(imported.sections[0].words.matches("picture:import-000001").count(), 2);
}

#[test]
fn what_is_no_document_is_refused() {
    let deep = format!("{}{}", "<w:p>".repeat(300), "</w:p>".repeat(300));
    let bomb = " ".repeat(30_000_000);
    let entities = b"<!DOCTYPE a [<!ENTITY b \"bb\">]><w:document><w:body>&b;</w:body></w:document>";
    let names: Vec<String> = (0..=ENTRIES).map(|n| n.to_string()).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 anything".to_vec();
    let locked = [&old[..], &"EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect::<Vec<_>>()].concat();
    let table = [
        (b"hello".to_vec(), Unreadable::NotDocx),
        (packed(&[("a.txt", b"a")]), Unreadable::NotDocx),
        (b"PK\x03\x04 and nothing".to_vec(), Unreadable::Damaged),
        (old, Unreadable::OldWord),
        (locked, Unreadable::Encrypted),
        (document(&deep), Unreadable::TooDeep),
        (document(&bomb), Unreadable::Bomb),
        (document("<w:p>"), Unreadable::Damaged),
        (document("&unknown;"), Unreadable::Doctype),
        (packed(&[("word/document.xml", entities)]), Unreadable::Doctype),
        (packed(&many), Unreadable::TooManyEntries),
        (vec![b'P'; FILE_BYTES + 1], Unreadable::TooLarge),
    ];
    for (bytes, expected) in table {
        assert_eq!(docx(&bytes), Err(expected), "{} bytes", bytes.len());
    }
}

proptest! {
    #[test]
    fn words_come_through_as_they_are(text in "[-a-c0-9*_#+.)|<>&!\\[\\]`~=\\\\ ]{1,20}") {
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let body = format!("<w:p><w:r><w:t>{escaped}</w:t></w:r></w:p>");
        let imported = docx(&document(&body)).unwrap();
        let words = imported.sections.first().map(|it| crate::show::plain(&crate::lines::lines(&it.words))).unwrap_or_default();
        let clean = text.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(words.trim_end(), clean);
    }

    #[test]
    fn nothing_panics(bytes in prop::collection::vec(any::<u8>(), 0..200), at in 0..10_000usize, flip in 1..=255u8) {
        let _ = (docx(&bytes), markdown(&bytes));
        let mut mutated = PANDOC.to_vec();
        let at = at % mutated.len();
        mutated[at] ^= flip;
        let _ = docx(&mutated);
        let body = String::from_utf8_lossy(&bytes).into_owned();
        let _ = docx(&document(&body));
    }
}
