//! Charts are drawn, and their SVG is read back by another library.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod charts;
mod random;
mod refused;

use std::collections::BTreeSet;

use chart::{Bars, Chart, Drawing, Figure, Figures, Ink, Kind, Line, Mark, Range, draw, rough_width, table, to_svg};
use charts::{bars, chart, line, point, steps};
use roxmltree::{Document, Node};

const CLASSES: [&str; 16] = [
    "chart",
    "chart-axis",
    "chart-band",
    "chart-bar",
    "chart-dot",
    "chart-grid",
    "chart-label",
    "chart-line",
    "chart-reference",
    "chart-said",
    "chart-series",
    "chart-series-1",
    "chart-series-2",
    "chart-series-3",
    "chart-series-4",
    "chart-whisker",
];

fn all() -> Vec<Chart> {
    vec![line(), bars(), steps(1), steps(4)]
}

fn drawn(chart: &Chart) -> Drawing {
    draw(chart, 360.0, &rough_width).unwrap()
}

/// A chart of nothing but two figures on a line: no words take room but those at the axes.
fn bare(values: [f64; 2]) -> Chart {
    let points = values.map(|value| point("x", Some(Figure::exact(value)))).into();
    let range = Range::Fixed { low: 0.0, high: 100.0 };
    let kind = Kind::Line(Line { points, range, reference: None });
    Chart { up: String::new(), across: String::new(), ..chart(kind) }
}

fn near(one: f32, other: f32) -> bool {
    (one - other).abs() <= 0.25
}

#[test]
fn it_says_what_it_is_to_who_does_not_see_it() {
    for chart in all() {
        let svg = to_svg(&chart, "a").unwrap();
        let read = Document::parse(&svg).unwrap();
        let root = read.root_element();
        assert_eq!(root.attribute("role"), Some("img"));
        assert_eq!(root.attribute("aria-labelledby"), Some("a-title a-description"));
        let said =
            |id: &str| read.descendants().find(|node| node.attribute("id") == Some(id)).and_then(|node| node.text());
        assert_eq!(said("a-title"), Some(chart.title.as_str()));
        assert_eq!(said("a-description"), Some(chart.description.as_str()));
    }
}

#[test]
fn it_stands_under_a_strict_policy_and_grows_with_the_page() {
    let mut classes = BTreeSet::new();
    for chart in all() {
        let svg = to_svg(&chart, "a").unwrap();
        let read = Document::parse(&svg).unwrap();
        for node in read.descendants().filter(Node::is_element) {
            let name = node.tag_name().name();
            assert!(["svg", "title", "desc", "polyline", "polygon", "circle", "text"].contains(&name), "{name}");
            let names = node.attributes().map(|attribute| attribute.name());
            assert!(names.clone().all(|name| name != "style" && !name.starts_with("on")), "{svg}");
            classes.extend(node.attribute("class").unwrap_or_default().split(' ').map(str::to_owned));
        }
        let root = read.root_element();
        assert!(root.attribute("viewBox").unwrap().starts_with("0 0 360 "));
        assert_eq!((root.attribute("width"), root.attribute("height")), (None, None));
        assert!(!svg.contains('#') && !svg.contains("rgb"), "no colour of its own");
    }
    classes.remove("");
    assert_eq!(classes.iter().map(String::as_str).collect::<Vec<_>>(), CLASSES);
}

#[test]
fn what_callers_say_is_text() {
    let evil = "<script>alert(1)</script>\"&'\u{0}\u{FFFE}";
    let mut chart = line();
    let Kind::Line(line) = &mut chart.kind else { unreachable!() };
    line.points[11].label = "<b>".to_owned();
    let chart = Chart { title: evil.to_owned(), description: evil.to_owned(), up: "\"&<i>".to_owned(), ..chart };
    let svg = to_svg(&chart, "a").unwrap();
    assert!(!svg.contains("<script") && !svg.contains("<b>") && !svg.contains("<i>"), "{svg}");
    let read = Document::parse(&svg).unwrap();
    let title = read.descendants().find(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "title"))).unwrap();
    assert_eq!(title.text(), Some("<script>alert(1)</script>\"&'\u{FFFD}\u{FFFD}"));
    assert!(read.descendants().any(|node| node.is_text() && node.text() == Some("\"&<i>")));
}

#[test]
fn a_figure_stands_where_it_belongs() {
    let drawing = drawn(&bare([50.0, 100.0]));
    let dots: Vec<(f32, f32)> = drawing
        .marks
        .iter()
        .filter_map(|mark| if let Mark::Dot { place, .. } = mark { Some(*place) } else { None })
        .collect();
    // The plot runs from 9 to 220 - 22 units down; "100%" is 3 * 0.59 + 0.95 letters of 13 units,
    // 4 units from the plot and 4 from the left edge; 10 units are left at the right.
    let (top, bottom) = (9.0, 198.0);
    let left = 2.72 * 13.0 + 8.0;
    let slot = (350.0 - left) / 2.0;
    assert_eq!(drawing.height, 220.0);
    assert!(near(dots[0].0, left + slot / 2.0) && near(dots[0].1, f32::midpoint(top, bottom)), "{dots:?}");
    assert!(near(dots[1].0, left + slot * 1.5) && near(dots[1].1, top), "{dots:?}");
}

#[test]
fn a_bar_is_as_long_as_its_figure() {
    let kind = Kind::Bars(Bars {
        bars: vec![point("a", Some(Figure::exact(50.0))), point("b", Some(Figure::exact(100.0)))],
        range: Range::Fixed { low: 0.0, high: 100.0 },
    });
    let width = |mark: &Mark| match mark {
        Mark::Area { places, ink: Ink::Bar } => Some(places[1].0 - places[0].0),
        _ => None,
    };
    let widths: Vec<f32> = drawn(&chart(kind)).marks.iter().filter_map(width).collect();
    // Half of "100%" is left at each side.
    let whole = 360.0 - 2.72 * 13.0;
    assert!(near(widths[0], whole / 2.0) && near(widths[1], whole), "{widths:?}");
}

#[test]
fn a_gap_parts_the_line_and_a_figure_alone_has_a_whisker() {
    let drawing = drawn(&line());
    let count = |wanted: &dyn Fn(&Mark) -> bool| drawing.marks.iter().filter(|mark| wanted(mark)).count();
    assert_eq!(count(&|mark| matches!(mark, Mark::Dot { .. })), 10);
    assert_eq!(count(&|mark| matches!(mark, Mark::Line { ink: Ink::Series(1), .. })), 2);
    assert_eq!(count(&|mark| matches!(mark, Mark::Area { ink: Ink::Band(1), .. })), 2);
    assert_eq!(count(&|mark| matches!(mark, Mark::Line { ink: Ink::Whisker, .. })), 1);
}

#[test]
fn curves_differ_by_their_dashes_and_stand_beside_their_names() {
    let drawing = drawn(&steps(4));
    let dashes: BTreeSet<String> = (1..=4).map(|series| format!("{:?}", Ink::Series(series).dashes())).collect();
    assert_eq!(dashes.len(), 4);
    for (series, name) in (1..=4).zip(["Northgate", "Riverside", "Elm Street", "Harbour"]) {
        let middle = drawing.marks.iter().find_map(|mark| match mark {
            Mark::Words { words, place, .. } if words.starts_with(name) => Some(place.1 - 0.36 * 13.0),
            _ => None,
        });
        let sample = |mark: &&Mark| match mark {
            Mark::Line { places, ink } => {
                *ink == Ink::Series(series) && places.len() == 2 && near(places[0].1, middle.unwrap())
            }
            _ => false,
        };
        assert!(drawing.marks.iter().any(|mark| sample(&mark)), "{name}");
    }
}

#[test]
fn words_do_not_lie_on_words() {
    let long = Figures { decimal_mark: ',', unit: " hours of waiting for an answer that was promised".to_owned() };
    let lengthened = all().into_iter().map(|chart| Chart { figures: long.clone(), ..chart });
    for chart in all().into_iter().chain(lengthened) {
        let drawing = drawn(&chart);
        let boxes: Vec<(f32, f32, f32)> = drawing.marks.iter().filter_map(words_box).collect();
        for (index, one) in boxes.iter().enumerate() {
            assert!(one.0 >= -1.0 && one.1 <= 361.0, "{one:?}");
            for other in &boxes[index + 1..] {
                let apart = one.1 <= other.0 || other.1 <= one.0 || (one.2 - other.2).abs() >= 13.0;
                assert!(apart, "{one:?} {other:?}");
            }
        }
    }
}

/// From where to where some words run, and their baseline.
fn words_box(mark: &Mark) -> Option<(f32, f32, f32)> {
    let Mark::Words { words, place, align, .. } = mark else { return None };
    let width = rough_width(words) * 13.0;
    let left = match align {
        chart::Align::Start => place.0,
        chart::Align::Middle => place.0 - width / 2.0,
        chart::Align::End => place.0 - width,
    };
    Some((left, left + width, place.1))
}

#[test]
fn the_table_says_everything_whole() {
    let told = table(&bars());
    assert_eq!(told.head, ["Site", "Share of answers"]);
    assert_eq!(told.rows[2][0], "Harbour terminal two, container yard, the whole of the southern fence");
    assert_eq!(told.rows[3], ["Elm Street", "not known"]);
    assert!(!to_svg(&bars(), "a").unwrap().contains("southern"), "too long for the drawing");
    assert_eq!(table(&line()).rows.len(), 12);
    assert_eq!(table(&steps(1)).head, ["Hours", "Still open"]);
    assert_eq!(table(&steps(2)).head, ["Site", "Hours", "Still open"]);
    assert_eq!(table(&steps(2)).rows[7], ["Riverside", "0 h", "100%"]);
}

#[test]
fn the_same_chart_gives_the_same_drawing() {
    for chart in all() {
        assert_eq!(to_svg(&chart, "a"), to_svg(&chart, "a"));
    }
}
