//! A drawing as an SVG that stands in a page under a strict policy: no styles, no scripts, no
//! links, classes alone. What the page's stylesheet does not say is said by plain attributes.

use std::fmt::Write as _;

use crate::drawing::{Align, Drawing, Ink, Mark, Place};
use crate::{Chart, LETTER_SIZE};

/// Whether an id can stand in a page, and in a list of ids.
pub(crate) fn is_id(id: &str) -> bool {
    id.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}

/// The SVG of a drawing.
pub(crate) fn write(chart: &Chart, drawing: &Drawing, id: &str) -> String {
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" \
         aria-labelledby=\"{id}-title {id}-description\" viewBox=\"0 0 {} {}\">\
         <title id=\"{id}-title\">{}</title><desc id=\"{id}-description\">{}</desc>",
        number(drawing.width),
        number(drawing.height),
        escaped(&chart.title),
        escaped(&chart.description),
    );
    for mark in &drawing.marks {
        svg.push_str(&element(mark));
    }
    svg.push_str("</svg>");
    svg
}

fn element(mark: &Mark) -> String {
    match mark {
        Mark::Line { places, ink } => {
            let (class, width) = (class(*ink), number(ink.line_width()));
            let dashes: Vec<String> = ink.dashes().iter().map(|length| number(*length)).collect();
            let dashed =
                if dashes.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{}\"", dashes.join(" ")) };
            let light = if *ink == Ink::Grid { " stroke-opacity=\"0.25\"" } else { "" };
            format!(
                "<polyline class=\"{class}\" points=\"{}\" fill=\"none\" stroke=\"currentColor\" \
                 stroke-width=\"{width}\"{dashed}{light}/>",
                points(places)
            )
        }
        Mark::Area { places, ink } => {
            let opacity = if matches!(ink, Ink::Band(_)) { "0.15" } else { "0.5" };
            let class = class(*ink);
            format!(
                "<polygon class=\"{class}\" points=\"{}\" fill=\"currentColor\" fill-opacity=\"{opacity}\"/>",
                points(places)
            )
        }
        Mark::Dot { place, radius, ink } => {
            let (left, top, radius, class) = (number(place.0), number(place.1), number(*radius), class(*ink));
            format!(
                "<circle class=\"chart-dot {class}\" cx=\"{left}\" cy=\"{top}\" r=\"{radius}\" fill=\"currentColor\"/>"
            )
        }
        Mark::Words { words, place, align, ink } => {
            let (left, top, size, class) = (number(place.0), number(place.1), number(LETTER_SIZE), class(*ink));
            let anchor = match align {
                Align::Start => "start",
                Align::Middle => "middle",
                Align::End => "end",
            };
            format!(
                "<text class=\"{class}\" x=\"{left}\" y=\"{top}\" font-size=\"{size}\" text-anchor=\"{anchor}\" \
                 fill=\"currentColor\">{}</text>",
                escaped(words)
            )
        }
    }
}

/// Every other series has the page's ink: beside their dashes, neighbours differ in colour too.
fn of_series(series: u8) -> String {
    if series.is_multiple_of(2) {
        return format!("chart-series-{series}");
    }
    format!("chart-series chart-series-{series}")
}

/// What is of the figures themselves has a class in common: one rule gives all of it a colour.
fn class(ink: Ink) -> String {
    match ink {
        Ink::Grid => "chart-grid".to_owned(),
        Ink::Axis => "chart-axis".to_owned(),
        Ink::Band(series) => format!("chart-band {}", of_series(series)),
        Ink::Series(series) => format!("chart-line {}", of_series(series)),
        Ink::Bar => "chart-bar chart-series".to_owned(),
        Ink::Whisker => "chart-whisker".to_owned(),
        Ink::Reference => "chart-reference".to_owned(),
        Ink::Label => "chart-label".to_owned(),
        Ink::Said => "chart-said".to_owned(),
    }
}

fn points(places: &[Place]) -> String {
    let pairs: Vec<String> = places.iter().map(|(left, top)| format!("{},{}", number(*left), number(*top))).collect();
    pairs.join(" ")
}

/// With a decimal if there is one.
fn number(value: f32) -> String {
    let mut written = String::new();
    // Writing to a string does not fail.
    let _ = write!(written, "{value:.1}");
    written.strip_suffix(".0").map(str::to_owned).unwrap_or(written)
}

/// Text that is nothing but text. What XML forbids (2.2 of its specification) is replaced.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            '\u{FFFE}' | '\u{FFFF}' => escaped.push('\u{FFFD}'),
            _ if letter.is_control() => escaped.push('\u{FFFD}'),
            _ => escaped.push(letter),
        }
    }
    escaped
}
