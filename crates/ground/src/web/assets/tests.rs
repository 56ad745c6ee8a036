//! That the files are small, answered rightly, and that every colour can be read on its ground.

use std::collections::BTreeMap;

use axum::body::HttpBody;
use sha2::{Digest, Sha256};

use super::*;

const STYLE: &str = include_str!("app.css");
/// A page must open quickly on a cheap phone with a weak signal.
const LARGEST_BYTES: usize = 5 * 1024 + 512;

/// Where each theme's colours stand. `dark` stands twice: asked for, and wished by the device.
const THEMES: [(&str, &str); 4] = [
    ("light", ":root {"),
    ("dark", ":root[data-theme=dark] {"),
    ("dark by the device", ":root:not([data-theme]) {"),
    ("dim", ":root[data-theme=dim] {"),
];

/// Levels of WCAG 2.2: text to be read for long (1.4.6, AAA), text (1.4.3, AA), and what shows
/// the edge or the state of a control (1.4.11, AA).
const BODY: f64 = 7.0;
const TEXT: f64 = 4.5;
const EDGE: f64 = 3.0;

/// The grounds of pages and boxes, and those of badges, notices and notes.
const PLAIN: &[&str] = &["bg", "surface", "surface-2"];
const TINTS: &[&str] = &["late-bg", "soon-bg", "ok-bg", "info-bg", "wait-bg"];

/// What lies on what, and the least contrast.
const PAIRS: [(&str, &[&str], f64); 17] = [
    ("ink", PLAIN, BODY),
    ("ink", TINTS, BODY),
    ("ink-2", PLAIN, TEXT),
    ("ink-2", TINTS, TEXT),
    ("accent", PLAIN, TEXT),
    ("accent", TINTS, TEXT),
    ("on-accent", &["accent"], TEXT),
    ("line-strong", PLAIN, EDGE),
    ("focus", PLAIN, EDGE),
    ("focus", TINTS, EDGE),
    ("late", &["late-bg", "bg", "surface"], TEXT),
    ("on-late", &["late-solid"], TEXT),
    ("late-solid", &["bg", "surface"], EDGE),
    ("soon", &["soon-bg", "bg", "surface"], TEXT),
    ("ok", &["ok-bg", "bg"], TEXT),
    ("info", &["info-bg", "bg"], TEXT),
    ("wait", &["wait-bg", "bg"], TEXT),
];

/// The colours of a theme by name.
fn colours(selector: &str) -> BTreeMap<&'static str, &'static str> {
    let start = STYLE.find(selector).unwrap_or_else(|| panic!("{selector} is missing"));
    let block = STYLE[start + selector.len()..].split('}').next().unwrap();
    let declarations = block.split(';').filter_map(|one| one.trim().strip_prefix("--")?.split_once(": "));
    declarations.filter(|(_, value)| value.starts_with('#')).collect()
}

/// Relative luminance of `#rrggbb`: 0 for black, 1 for white (WCAG 2.2, "relative luminance").
fn luminance(colour: &str) -> f64 {
    let part = |from: usize| {
        let part = f64::from(u8::from_str_radix(&colour[from..from + 2], 16).unwrap()) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

/// From 1 (the same) to 21 (black on white) (WCAG 2.2, "contrast ratio").
fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn length(response: &Response) -> usize {
    let bytes = response.body().size_hint().exact().unwrap();
    usize::try_from(bytes).unwrap()
}

#[test]
fn contrast_is_measured_as_wcag_says() {
    // 21 is the greatest by definition. Red and blue follow by hand from their coefficients:
    // 1.05 / (0.2126 + 0.05) and 1.05 / (0.0722 + 0.05).
    for (colour, expected) in [("#000000", 21.0), ("#ff0000", 3.998), ("#0000ff", 8.592), ("#ffffff", 1.0)] {
        assert!((contrast(colour, "#ffffff") - expected).abs() < 0.001, "{colour}");
    }
}

#[test]
fn every_colour_can_be_read_on_its_ground() {
    let mut weak = Vec::new();
    for (theme, selector) in THEMES {
        let colours = colours(selector);
        for (above, grounds, least) in PAIRS {
            for ground in grounds {
                let ratio = contrast(colours[above], colours[ground]);
                if ratio < least {
                    weak.push(format!("{theme}: {above} on {ground} is {ratio:.2}, not {least}"));
                }
            }
        }
    }
    assert!(weak.is_empty(), "{weak:#?}");
}

#[test]
fn themes_name_the_same_colours_and_dark_is_dark_however_it_is_asked_for() {
    let [light, dark, device, dim] = THEMES.map(|(_, selector)| colours(selector));
    assert!(light.len() >= 20, "{light:?}");
    assert!(light.keys().eq(dark.keys()) && light.keys().eq(dim.keys()));
    assert_eq!(dark, device);
}

#[test]
fn files_are_small() {
    for asset in ASSETS {
        assert!(asset.gzip.len() <= LARGEST_BYTES, "{}: {} bytes", asset.name, asset.gzip.len());
    }
}

#[test]
fn an_address_names_the_content() {
    assert_eq!(ASSETS.len(), 11);
    for asset in ASSETS {
        let digest: String = Sha256::digest(asset.plain).iter().map(|byte| format!("{byte:02x}")).collect();
        assert!(asset.url.contains(&format!(".{}.", &digest[..12])), "{}", asset.url);
        assert!(url(asset.name).starts_with("/assets/"));
        assert_eq!(find(url(asset.name)).unwrap().name, asset.name);
        // A gzip file begins with its mark and ends with the length of what is in it (RFC 1952, 2.3).
        assert!(asset.gzip.starts_with(&[0x1f, 0x8b]));
        let length = u32::try_from(asset.plain.len()).unwrap();
        assert!(asset.gzip.ends_with(&length.to_le_bytes()));
    }
}

#[test]
fn a_file_is_answered_for_good_and_compressed_if_wished() {
    let plain = respond(url("app.css"), None);
    assert_eq!(plain.status(), 200);
    assert_eq!(plain.headers()[CONTENT_TYPE], "text/css; charset=utf-8");
    assert_eq!(plain.headers()[CACHE_CONTROL], "public, max-age=31536000, immutable");
    assert_eq!(plain.headers()[VARY], "Accept-Encoding");
    assert!(!plain.headers().contains_key(CONTENT_ENCODING));
    let style = find(url("app.css")).unwrap();
    assert_eq!(length(&plain), style.plain.len());
    let compressed = respond(url("app.js"), Some("br, gzip"));
    let script = find(url("app.js")).unwrap();
    assert_eq!(length(&compressed), script.gzip.len());
    assert_eq!(compressed.headers()[CONTENT_ENCODING], "gzip");
    assert_eq!(compressed.headers()[CONTENT_TYPE], "text/javascript; charset=utf-8");
}

#[test]
fn the_worker_is_asked_for_each_time_and_knows_our_files() {
    let script = respond_worker();
    assert_eq!(script.headers()[CONTENT_TYPE], "text/javascript; charset=utf-8");
    assert_eq!(script.headers()[CACHE_CONTROL], "no-cache");
    assert!(SHELL.iter().all(|name| find(url(name)).is_some()), "it keeps what is there");
    let told = worker();
    assert!(told.starts_with("const BUILD = \"") && told.contains(url("outbox.js")), "{}", &told[..200]);
}

#[test]
fn what_is_not_there_is_not_found() {
    for path in ["/assets/app.css", "/assets/app.000000000000.css", "/assets/", "/assets/../app.css", url("none.css")] {
        assert_eq!(respond(path, Some("gzip")).status(), 404, "{path}");
    }
}

#[test]
fn gzip_is_sent_only_to_those_who_take_it() {
    for header in ["gzip", "br, GZIP;q=0.5", "deflate , gzip", "*", "*;q=0, gzip;q=1", "gzip;q=high"] {
        assert!(accepts_gzip(header), "{header}");
    }
    for header in ["", "br", "gzip;q=0", "gzip; q=0.000", "*, gzip;q=0", "*;q=0", "xgzip"] {
        assert!(!accepts_gzip(header), "{header}");
    }
}
