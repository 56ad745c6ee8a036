//! Whatever a document is, it is printed, and every word of it comes out.

use print::{Document, Paper, Part, Run, TypeSize};
use proptest::prelude::*;

use crate::charts;
use crate::reader::Reader;

/// Words of all kinds: long ones, of other scripts, with marks, with what cannot be shown.
fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        8 => "[a-zA-Z\u{F1}\u{E1}\u{E9}\u{ED}\u{F3}\u{FA}\u{FC}\u{D1}]{1,12}",
        2 => "[0-9:./-]{1,12}",
        1 => "[a-z]{60,200}",
        1 => "\\PC{1,8}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(word, 0..20).prop_map(|words| words.join(" "))
}

fn run() -> impl Strategy<Value = Run> {
    let link = prop::option::weighted(0.1, prop_oneof!["https://[a-z]{1,40}\\.org/[a-z]{0,90}", words()]);
    (words(), any::<[bool; 5]>(), link).prop_map(|(text, [strong, emphasis, code, gone, new], link)| Run {
        text,
        strong,
        emphasis,
        code,
        link,
        gone,
        new,
    })
}

fn runs() -> impl Strategy<Value = Vec<Run>> {
    prop::collection::vec(run(), 0..5)
}

/// Bars with odd words; without a title it cannot be drawn.
fn figure() -> impl Strategy<Value = Part> {
    (words(), words(), prop::collection::vec((words(), 0u8..200), 0..9), runs()).prop_map(
        |(title, unit, bars, caption)| {
            let bar =
                |(label, value): (String, u8)| charts::point(&label, Some(chart::Figure::exact(f64::from(value))));
            let bars = chart::Bars { bars: bars.into_iter().map(bar).collect(), range: chart::Range::Automatic };
            let figures = chart::Figures { decimal_mark: '.', unit };
            let chart = chart::Chart { title, figures, ..charts::chart(chart::Kind::Bars(bars)) };
            Part::Figure { chart: Box::new(chart), caption }
        },
    )
}

fn part() -> impl Strategy<Value = Part> {
    let row = || prop::collection::vec(runs(), 0..7);
    prop_oneof![
        3 => (any::<u8>(), words()).prop_map(|(level, text)| Part::Heading { level, text }),
        3 => runs().prop_map(Part::Paragraph),
        4 => (prop::option::of(any::<u32>()), 0u8..9, runs())
            .prop_map(|(ordered, depth, runs)| Part::Item { ordered, depth, runs }),
        1 => runs().prop_map(Part::Quote),
        2 => (row(), prop::collection::vec(row(), 0..9)).prop_map(|(head, rows)| Part::Table { head, rows }),
        1 => (prop::collection::vec(words(), 0..4), prop::collection::vec(words(), 0..9))
            .prop_map(|(head, names)| Part::SignatureRows { head, names }),
        1 => (prop::collection::vec(any::<u8>(), 0..60), words()).prop_map(|(bytes, alt)| Part::Picture { bytes, alt }),
        1 => figure(),
        1 => words().prop_map(Part::Code),
        1 => Just(Part::Rule),
        1 => Just(Part::PageBreak),
    ]
}

fn document() -> impl Strategy<Value = Document> {
    let margins = (words(), words(), words(), words());
    let looks = (any::<bool>(), any::<bool>());
    let opening = (prop::option::of(words()), prop::collection::vec((words(), words()), 0..9));
    (margins, looks, opening, prop::collection::vec(part(), 0..9)).prop_map(
        |((title, organization, header, footer), (letter, poster), (notice, facts), parts)| Document {
            language: "en".to_owned(),
            title: format!("Title {title}"),
            organization,
            header,
            footer,
            page_of_pages: "{page}/{pages}".to_owned(),
            paper: if letter { Paper::Letter } else { Paper::A4 },
            type_size: if poster { TypeSize::Poster } else { TypeSize::Hand },
            notice,
            facts,
            parts,
            ..Document::default()
        },
    )
}

/// The letters and digits of the text of a document, a stretch for each run.
fn said(document: &Document) -> Vec<String> {
    let mut said = vec![document.title.clone()];
    said.extend(document.notice.clone());
    said.extend(document.facts.iter().flat_map(|(name, value)| [name.clone(), value.clone()]));
    let of = |runs: &[Run]| runs.iter().map(|run| run.text.clone()).collect::<Vec<_>>();
    for part in &document.parts {
        match part {
            Part::Heading { text, .. } | Part::Code(text) => said.push(text.clone()),
            Part::Paragraph(runs) | Part::Quote(runs) | Part::Item { runs, .. } => said.extend(of(runs)),
            Part::Table { head, rows } => {
                said.extend(head.iter().chain(rows.iter().flatten()).flat_map(|cell| of(cell)))
            }
            Part::SignatureRows { head, names } => said.extend(head.iter().chain(names).cloned()),
            Part::Figure { caption, .. } => said.extend(of(caption)),
            Part::Picture { alt, .. } => said.push(alt.clone()),
            Part::Rule | Part::PageBreak => {}
        }
    }
    said
}

/// What both a document and its PDF say: letters of Spanish, and digits.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_ascii_alphanumeric() || "\u{F1}\u{E1}\u{E9}\u{ED}\u{F3}\u{FA}\u{FC}\u{D1}".contains(*c))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn every_document_is_printed_and_every_word_comes_out(document in document()) {
        let read = Reader::of(&document);
        prop_assert!(read.pages() >= 1);
        let text = plain(&read.aloud());
        for words in said(&document) {
            for word in words.split(|c: char| !(c.is_ascii_alphanumeric() || "\u{F1}\u{E1}\u{E9}\u{ED}\u{F3}\u{FA}\u{FC}\u{D1}".contains(c))) {
                prop_assert!(text.contains(word), "{word:?}");
            }
        }
    }
}
