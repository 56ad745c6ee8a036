//! Charts in a document.

use chart::{Chart, Kind, Steps};
use print::{Document, Part, Run, TypeSize};

use crate::reader::Reader;
use crate::report::{CHARTS, PAGES, report};
use crate::{charts, paragraph, small};

fn figure(chart: Chart) -> Part {
    Part::Figure { chart: Box::new(chart), caption: vec![Run::plain("What is seen here.")] }
}

#[test]
fn a_report_has_its_charts_in_lines_with_words_for_who_does_not_see_them() {
    let read = Reader::of(&report());
    assert_eq!(read.pages(), PAGES);
    assert_eq!(read.images(), 0);
    let words = "Answered in time. The share of concerns answered in time rose from 62 % to 91 %.";
    assert_eq!(read.alternatives(), [words; CHARTS]);
    for drawn in ["Promised: 85%", "Riverside logistics park", "84 (71 to 92)", "Nov 2026", "Still open"] {
        assert!(read.text().contains(drawn), "{drawn}");
    }
    let kinds = read.structure();
    let figures: Vec<&[String]> = kinds.windows(2).filter(|two| two[0] == "Figure").collect();
    assert_eq!(figures.len(), CHARTS);
    assert!(figures.iter().all(|two| two[1] == "P"), "a caption follows each");
}

#[test]
fn an_outline_leads_to_each_heading_on_its_page() {
    let read = Reader::of(&report());
    let outline = read.outline_pages();
    assert_eq!(outline.len(), 1 + CHARTS * 4);
    for (words, _, page) in &outline {
        assert!(read.page_text(*page).contains(words), "{words} on {page}");
    }
    let levels: Vec<usize> = outline.iter().take(6).map(|(_, level, _)| *level).collect();
    assert_eq!(levels, [1, 1, 2, 2, 3, 1]);
    assert_eq!((outline[5].0.as_str(), outline[5].2), ("Matter 2", 3));
}

#[test]
fn a_figure_says_where_it_stands() {
    let picture = Part::Picture { bytes: crate::documents::picture(), alt: "A gate".to_owned() };
    let read = Reader::of(&small(vec![figure(charts::line()), picture]));
    let places = read.places();
    // The text is as wide as the sheet (595.28) without 57 at each side; a wide chart is 260 units
    // tall, and letters of 13 units are 9 points.
    let near = |one: f32, other: f32| (one - other).abs() < 1.0;
    let chart = &places[0];
    assert!(near(chart[0], 57.0) && near(chart[2], 538.28), "{chart:?}");
    assert!(near(chart[3] - chart[1], 260.0 * 9.0 / 13.0), "{chart:?}");
    assert!(places[1][3] < chart[1], "the picture stands below: {places:?}");
}

#[test]
fn a_figure_and_its_caption_stand_on_one_page() {
    for lines in 30..44 {
        let mut parts: Vec<Part> = (0..lines).map(|line| paragraph(&format!("line {line}"))).collect();
        parts.push(figure(charts::bars()));
        let read = Reader::of(&small(parts));
        let page = (1..=read.pages()).find(|page| read.page_text(*page).contains("Torre Norte")).unwrap();
        for words in ["Riverside logistics", "Share of answers", "What is seen here."] {
            assert!(read.page_text(page).contains(words), "{lines} {words}");
        }
    }
}

#[test]
fn a_tall_one_fits_on_a_page_whatever_its_letters() {
    let mut chart = charts::bars();
    let Kind::Bars(bars) = &mut chart.kind else { unreachable!() };
    bars.bars = (0..chart::MOST_BARS).map(|number| charts::point(&format!("Site {number:02}"), None)).collect();
    bars.bars[0] = charts::point("Site 00", Some(chart::Figure::exact(4.0)));
    for type_size in [TypeSize::Hand, TypeSize::Poster] {
        let read = Reader::of(&Document { type_size, ..small(vec![figure(chart.clone())]) });
        let page = read.pages();
        for words in ["Site 00", "Site 23", "What is seen here."] {
            assert!(read.page_text(page).contains(words), "{type_size:?} {words}");
        }
    }
}

#[test]
fn a_chart_that_cannot_be_drawn_leaves_its_words() {
    let nothing = Kind::Steps(Steps { named: String::new(), curves: Vec::new(), range: chart::Range::Automatic });
    let read = Reader::of(&small(vec![figure(charts::chart(nothing))]));
    assert!(read.text().contains("The share of concerns answered in time rose"), "{}", read.text());
    assert!(read.text().contains("What is seen here."));
    assert!(read.alternatives().is_empty());
}
