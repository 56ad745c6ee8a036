//! Writes a page with charts to look at: `cargo run -p chart --example look -- CSS PAGE`.
#![allow(clippy::unwrap_used, reason = "documents of the tests")]

#[path = "../tests/chart/charts.rs"]
mod charts;

use chart::{Bars, Chart, Figure, Figures, Kind, Line, Range, to_svg};
use charts::{chart, point};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (css, page) = (arguments.next().ok_or("name a stylesheet")?, arguments.next().ok_or("name a page")?);
    let theme = arguments.next().unwrap_or_else(|| "light".to_owned());
    let all = [charts::line(), charts::bars(), charts::steps(4), charts::steps(1), days(), change(), counts()];
    let mut html = format!(
        "<!DOCTYPE html><html lang=en data-theme={theme}><meta charset=utf-8><title>Charts</title>\
         <style>{}</style><body><main class=wrap>",
        std::fs::read_to_string(css)?
    );
    for (index, chart) in all.iter().enumerate() {
        html.push_str(&format!("<h3>{}</h3>{}", chart.title, to_svg(chart, &format!("look-{index}"))?));
    }
    std::fs::write(page, html)?;
    Ok(())
}

/// Sixty days, without a range, in another language.
fn days() -> Chart {
    let value = |day: u32| 3.0 + f64::from(day * day % 17) / 10.0;
    let points =
        (0..60).map(|day| point(&format!("{}.{}.", day % 30 + 1, day / 30 + 6), Some(Figure::exact(value(day)))));
    let kind = Kind::Line(Line { points: points.collect(), range: Range::Automatic, reference: None });
    let figures = Figures { decimal_mark: ',', unit: " h".to_owned() };
    Chart { up: "Zeit bis zur Antwort".to_owned(), across: String::new(), figures, ..chart(kind) }
}

/// Below and above zero.
fn change() -> Chart {
    let sites = [("Northgate", -12.0), ("Riverside", 4.0), ("Elm Street", 31.0)];
    let bars = sites.map(|(site, value)| point(site, Some(Figure::between(value - 9.0, value, value + 9.0))));
    let kind = Kind::Bars(Bars { bars: bars.into(), range: Range::Automatic });
    Chart {
        across: "Net promoter score".to_owned(),
        up: String::new(),
        figures: Figures { decimal_mark: '.', unit: String::new() },
        ..chart(kind)
    }
}

/// Counts alone.
fn counts() -> Chart {
    let kinds = [("Access", 14.0), ("Lights", 9.0), ("Conduct", 3.0), ("Noise", 0.0)];
    let bars = kinds.map(|(kind, value)| point(kind, Some(Figure::exact(value))));
    let kind = Kind::Bars(Bars { bars: bars.into(), range: Range::Automatic });
    Chart {
        across: "Concerns".to_owned(),
        up: String::new(),
        figures: Figures { decimal_mark: '.', unit: String::new() },
        ..chart(kind)
    }
}
