//! Documents are printed, and read back by another library.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

#[path = "../../../chart/tests/chart/charts.rs"]
mod charts;
mod documents;
mod figures;
mod random;
mod reader;
mod report;

use documents::{heading, paragraph};
use print::{Document, Error, MOST_PICTURE_BYTES, Paper, Part, Run, print};
use reader::Reader;

fn small(parts: Vec<Part>) -> Document {
    Document {
        language: "en".to_owned(),
        title: "A title".to_owned(),
        organization: "An organization".to_owned(),
        page_of_pages: "Page {page} of {pages}".to_owned(),
        parts,
        ..Document::default()
    }
}

#[test]
fn post_orders_say_everything_in_order() {
    let read = Reader::of(&documents::post_orders());
    assert_eq!(read.pages(), 5);
    let text = read.aloud();
    let said = [
        "Post orders: Main gate",
        "Temporary order until",
        "In force since",
        "3 November 2026 06:00 (Europe/Madrid)",
        "Purpose of the post",
        "Walk the fence:",
        "north side",
        "Call the control room.",
        "(https://example.org/rules)",
        "What happened",
        "Case 24:",
        "CALL   control-1",
        "Section 9",
    ];
    let places: Vec<Option<usize>> = said.iter().map(|words| text.find(words)).collect();
    assert!(places.iter().all(Option::is_some), "{places:?}");
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn each_page_says_whose_it_is_and_which_of_how_many() {
    let read = Reader::of(&documents::post_orders());
    for page in 1..=5 {
        let text = read.page_text(page);
        assert!(text.contains(&format!("Page {page} of 5")), "{text}");
        for words in ["Torre Norte Security", "Riverside logistics park, Main gate", "Revision 7, in force since"] {
            assert!(text.contains(words), "{words}: {text}");
        }
    }
    assert!(Reader::of(&documents::difference()).text().contains("P\u{E1}gina 1 de 1"));
}

#[test]
fn it_is_tagged_has_a_title_a_language_and_an_outline() {
    let read = Reader::of(&documents::post_orders());
    assert!(read.is_tagged());
    assert_eq!(read.language(), "en");
    assert_eq!(read.title(), "Post orders: Main gate");
    let outline = read.outline();
    assert_eq!(outline[..5], ["Post orders: Main gate", "Purpose of the post", "Duties", "On arrival", "Visitors"]);
    let metadata = read.metadata();
    for claim in ["pdfuaid:part>1<", "pdfaid:part>2<", "pdfaid:conformance>A<", "Torre Norte Security"] {
        assert!(metadata.contains(claim), "{claim}: {metadata}");
    }
}

#[test]
fn the_structure_is_that_of_the_document() {
    let read = Reader::of(&documents::post_orders());
    let count = |kind: &str| read.structure().iter().filter(|found| *found == kind).count();
    assert_eq!(read.structure()[..3], ["H1", "P", "Table"]);
    assert_eq!((count("H1"), count("H2"), count("H3")), (1, 13, 2));
    assert_eq!((count("L"), count("LI"), count("Lbl"), count("LBody")), (3, 7, 7, 7));
    assert_eq!((count("Table"), count("TR"), count("TD")), (2, 8 + 25, 8 + 24 * 3));
    assert_eq!(count("TH"), 8 + 3, "a head that is repeated is read once");
    assert_eq!((count("Figure"), count("Link"), count("BlockQuote"), count("Code")), (1, 2, 1, 2));
    assert_eq!(read.alternatives(), ["Plan of the gate: the barrier, the hut to its left, the turning place behind"]);
    assert_eq!(read.addresses(), ["https://example.org/rules", "tel:+34910000000"]);
}

#[test]
fn no_level_of_heading_is_left_out() {
    let read = Reader::of(&small(vec![heading(3, "Deep"), heading(3, "Deeper"), heading(1, "Up"), heading(9, "Down")]));
    assert_eq!(read.structure(), ["H1", "H2", "H3", "H2", "H3"]);
}

#[test]
fn a_heading_stands_on_the_page_of_what_it_heads() {
    for lines in 40..50 {
        let mut parts: Vec<Part> = (0..lines).map(|line| paragraph(&format!("line {line}"))).collect();
        parts.extend([heading(1, "Keys"), paragraph("Count them.")]);
        let read = Reader::of(&small(parts));
        let page = (1..=read.pages()).find(|page| read.page_text(*page).contains("Keys")).unwrap();
        assert!(read.page_text(page).contains("Count them."), "{lines}");
    }
}

#[test]
fn a_difference_is_told_without_colour() {
    let text = Reader::of(&documents::difference()).text();
    assert!(text.contains("[\u{2212}22:00\u{2212}] [+21:30+]"), "{text}");
}

#[test]
fn what_no_font_has_is_still_there_to_be_copied() {
    let read = Reader::of(&small(vec![
        paragraph("Gate \u{4E2D}\u{1F4DE} and \u{5D0}"),
        paragraph("\u{E000}\u{202E}\u{0}end"),
    ]));
    assert!(read.text().contains("\u{4E2D}\u{1F4DE} and \u{5D0}"), "{}", read.text());
    assert!(read.text().contains("\u{FFFD}end"));
}

#[test]
fn a_poster_is_one_page_and_a_sheet_has_a_row_for_each_officer() {
    assert_eq!(Reader::of(&documents::poster()).pages(), 1);
    let sheet = Reader::of(&documents::signatures());
    let rows = sheet.structure().iter().filter(|kind| *kind == "TR").count();
    assert_eq!(rows, 8 + 1 + 32);
    let names: usize = (1..=sheet.pages()).map(|page| sheet.page_text(page).matches("Signature").count()).sum();
    assert_eq!(names, sheet.pages());
}

#[test]
fn the_sheet_is_the_one_asked_for() {
    let size = |paper| Reader::of(&Document { paper, ..small(Vec::new()) }).size();
    assert_eq!((size(Paper::A4), size(Paper::Letter)), ((595, 842), (612, 792)));
}

#[test]
fn a_broken_picture_leaves_its_words_and_an_ornament_says_nothing() {
    let broken = Part::Picture { bytes: b"nothing".to_vec(), alt: "The hut".to_owned() };
    let ornament = Part::Picture { bytes: documents::picture(), alt: String::new() };
    let read = Reader::of(&small(vec![broken, ornament]));
    assert!(read.text().contains("The hut"));
    assert_eq!(read.structure(), ["H1", "P"]);
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = documents::post_orders();
    assert!(print(&document) == print(&document));
}

#[test]
fn what_is_beyond_the_bounds_is_refused() {
    let refused = |document: Document| print(&document).err();
    assert_eq!(refused(Document { title: " \n".to_owned(), ..small(Vec::new()) }), Some(Error::NoTitle));
    assert_eq!(refused(Document { language: String::new(), ..small(Vec::new()) }), Some(Error::NoLanguage));
    let pages = |count| small((0..count).flat_map(|_| [paragraph("x"), Part::PageBreak]).collect());
    assert_eq!(Reader::of(&pages(500)).pages(), 500, "the last break makes no page");
    assert_eq!(refused(pages(501)), Some(Error::TooManyPages));
    assert_eq!(refused(small(vec![paragraph(&"x".repeat(6_100_000))])), Some(Error::TooManyPages));
    let large = Part::Picture { bytes: vec![0; MOST_PICTURE_BYTES / 2 + 1], alt: String::new() };
    assert_eq!(refused(small(vec![large.clone(), large])), Some(Error::TooManyPictureBytes));
}

#[test]
fn words_wider_than_the_sheet_and_rows_taller_than_a_page_are_printed() {
    let word = "x".repeat(3_000);
    let cell = |text: &str| vec![Run::plain(text)];
    let tall = "word ".repeat(4_000);
    let many: Vec<_> = (0..40).map(|column| cell(&format!("column{column}"))).collect();
    let rows = vec![vec![cell(&tall), cell("short")], many];
    let read = Reader::of(&small(vec![paragraph(&word), Part::Table { head: vec![cell("a")], rows: rows.clone() }]));
    assert_eq!(read.text().matches('x').count(), 3_000);
    let above: Vec<Part> = (0..9).map(|_| paragraph("above")).collect();
    let table = Part::Table { head: vec![cell("Announced")], rows: rows[..1].to_vec() };
    let read = Reader::of(&small([above, vec![table]].concat()));
    assert_eq!(read.text().matches("word").count(), 4_000);
    assert!(!read.page_text(1).contains("Announced"), "a head does not stand without a row");
}
