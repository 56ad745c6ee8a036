//! The sheet to print and hang up, drawn in millimetres.
//!
//! A code is read from about ten times as far as its side is long: the rule of thumb of those who
//! print codes, for a telephone's camera that is held still. To be read from two metres the side
//! is 200 mm, its quiet zone of four modules (ISO/IEC 18004) not counted. That fits on A3; the
//! same drawing on A4 is read from 1.4 metres.

use askama::Template;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use ground::fields::Asked;
use ground::web::Path;
use ground::words::{Language, Words};
use ground::{Error, Result};
use people::door::Staff;
use people::site;
use qrcode::{Color, EcLevel, QrCode};

use super::rows;

/// The side of the code on A3, in millimetres.
const SIDE_MM: f64 = 200.0;
/// The width of the drawing on A3, in millimetres. With the margins that browsers keep it fits the paper unscaled.
const WIDTH_MM: f64 = 261.0;
/// How wide a letter is on average, in parts of its size.
const LETTER_WIDTH: f64 = 0.56;

/// The drawing: width and height in millimetres on paper. Its inner measures are those of A3.
#[derive(Template)]
#[template(path = "sign/print.svg", escape = "html")]
struct Sheet {
    paper: [&'static str; 2],
    title: String,
    tell: [Line; 2],
    scan: [Line; 2],
    place: Line,
    address: Line,
    emergency: Line,
    left_mm: f64,
    module_mm: f64,
    modules: String,
}

/// Words on the sheet, and how large they are in millimetres.
struct Line {
    words: String,
    size: f64,
}

impl Line {
    /// Words as large as wished, or smaller where they would not fit.
    fn fitted(words: String, wished: f64) -> Self {
        let letters = words.chars().fold(0.0, |count, _| count + 1.0);
        Self { size: wished.min(WIDTH_MM / (LETTER_WIDTH * letters)), words }
    }
}

/// A code as a drawing: how many modules its side has, and the dark ones as a path of unit squares.
struct Code {
    side: f64,
    path: String,
}

impl Code {
    /// The code of an address. Of the levels of error correction the second highest: a sign gets scratched.
    fn of(address: &str) -> Result<Self> {
        let code = QrCode::with_error_correction_level(address, EcLevel::Q)
            .map_err(|error| Error::broken(format!("no code for {address}: {error}")))?;
        let (width, modules) = (code.width(), code.to_colors());
        let dark = modules.iter().enumerate().filter(|(_, color)| **color == Color::Dark);
        let path = dark.map(|(at, _)| format!("M{} {}h1v1h-1z", at % width, at / width)).collect();
        let side = u32::try_from(width).map(f64::from).map_err(|_| Error::broken("a code of no size"))?;
        Ok(Self { side, path })
    }
}

impl Sheet {
    fn new(words: [Words; 2], address: &str, (place, emergency_number): (String, &str), a4: bool) -> Result<Self> {
        let code = Code::of(address)?;
        let both = |key: &str, size| words.each_ref().map(|words| Line::fitted(words.t(key), size));
        let shown = address.split_once("://").map_or(address, |(_, shown)| shown);
        let emergency = words.each_ref().map(|words| words.t("sign-sheet-emergency")).join(" / ");
        Ok(Self {
            paper: if a4 { ["184.5mm", "268.6mm"] } else { ["261mm", "380mm"] },
            title: format!("{}: {place}", words[0].t("sign-sheet-tell")),
            tell: both("sign-sheet-tell", 22.0),
            scan: both("sign-sheet-scan", 9.0),
            place: Line::fitted(place, 11.0),
            address: Line::fitted(shown.to_owned(), 9.0),
            emergency: Line::fitted(format!("{emergency}: {emergency_number}"), 14.0),
            left_mm: (WIDTH_MM - SIDE_MM) / 2.0,
            module_mm: SIDE_MM / code.side,
            modules: code.path,
        })
    }
}

pub(super) async fn sheet(staff: Staff, Path(code): Path<String>, Asked(asked): Asked) -> Result<Response> {
    let (sign, site) = staff
        .read(move |work| {
            let sign = rows::find(work, &code)?;
            let site = site::rows::find(work, &sign.site_id)?;
            Ok((sign, site))
        })
        .await?;
    if sign.retired_at.is_some() {
        return Err(Error::NotFound);
    }
    let words = [Language::English, Language::Spanish].map(|language| staff.app.catalogue.speak(language));
    let address = format!("{}/q/{}", staff.app.settings.public_url, sign.code);
    let place = (format!("{}, {}", site.name, sign.place), staff.organization.emergency_number.as_str());
    let drawn = Sheet::new(words, &address, place, asked.typed("paper") == "a4")?.render()?;
    Ok(([(CONTENT_TYPE, "image/svg+xml"), (CACHE_CONTROL, "private, no-cache")], drawn).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SENTENCES;
    use ground::words::Catalogue;

    const ADDRESS: &str = "https://rapport.lantern-guards.example/q/ABCD2345";

    fn sheet(address: &str, place: &str, a4: bool) -> Sheet {
        let catalogue = Catalogue::gather(&[SENTENCES]).unwrap();
        let words = [Language::English, Language::Spanish].map(|language| catalogue.speak(language));
        Sheet::new(words, address, (place.to_owned(), "911"), a4).unwrap()
    }

    /// The numbers between two texts, wherever they stand.
    fn numbers(text: &str, before: &str, after: &str) -> Vec<f64> {
        let parts = text.split(before).skip(1);
        parts.filter_map(|part| part.split_once(after)?.0.parse().ok()).collect()
    }

    #[test]
    fn the_drawing_holds_every_dark_module_and_no_other() {
        let code = QrCode::with_error_correction_level(ADDRESS, EcLevel::Q).unwrap();
        let drawn = Code::of(ADDRESS).unwrap();
        let mut modules = vec![Color::Light; code.width() * code.width()];
        for square in drawn.path.split('z').filter(|square| !square.is_empty()) {
            let at = square.strip_prefix('M').unwrap().strip_suffix("h1v1h-1").unwrap();
            let (x, y) = at.split_once(' ').unwrap();
            modules[y.parse::<usize>().unwrap() * code.width() + x.parse::<usize>().unwrap()] = Color::Dark;
        }
        assert!(modules == code.to_colors(), "the drawing is another code");
    }

    #[test]
    fn on_a3_the_side_is_long_enough_for_two_metres_and_the_quiet_zone_is_free() {
        for address in ["http://localhost:7300/q/ABCD2345", ADDRESS] {
            let drawn = sheet(address, "Harbour Gate, Lobby", false).render().unwrap();
            assert!(drawn.contains("width=\"261mm\" height=\"380mm\" viewBox=\"0 0 261 380\""), "{drawn}");
            let module = numbers(&drawn, "scale(", ")")[0];
            let (left, top) = (numbers(&drawn, "translate(", " ")[0], numbers(&drawn, "translate(30.5 ", ")")[0]);
            let side = Code::of(address).unwrap().side * module;
            assert!(side >= 2_000.0 / 10.0 - 1e-9, "{side} mm");
            let quiet = 4.0 * module;
            assert!(left >= quiet && left + side + quiet <= WIDTH_MM);
            let (baselines, sizes) = (numbers(&drawn, "x=\"130.5\" y=\"", "\""), numbers(&drawn, "font-size=\"", "\""));
            assert_eq!((baselines.len(), sizes.len()), (7, 7));
            for (baseline, size) in baselines.into_iter().zip(sizes) {
                let above = baseline + 0.25 * size <= top - quiet;
                let below = baseline - 0.8 * size >= top + side + quiet;
                assert!(above || below, "words at {baseline} mm are in the quiet zone of {address}");
            }
        }
    }

    #[test]
    fn a4_is_the_same_drawing_smaller_and_long_words_fit() {
        let long = "The longest name that a place can have, and then some more of it";
        let drawn = sheet(ADDRESS, long, true).render().unwrap();
        assert!(drawn.contains("width=\"184.5mm\" height=\"268.6mm\" viewBox=\"0 0 261 380\""), "{drawn}");
        assert!(drawn.contains(long));
        assert!(Line::fitted(long.to_owned(), 11.0).size < 11.0);
    }

    #[test]
    fn what_a_place_is_called_stays_text() {
        let drawn = sheet(ADDRESS, "<script>\"&", false).render().unwrap();
        assert!(!drawn.contains("<script") && drawn.contains("&#60;script&#62;"), "{drawn}");
    }
}
