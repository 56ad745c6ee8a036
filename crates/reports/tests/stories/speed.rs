//! How long the paper of a year takes: `cargo nextest run --release -p reports --run-ignored only speed --no-capture`.

use std::time::{Duration, Instant};

use super::*;

const RUNS: usize = 9;
const CONCERNS: usize = 180;

#[tokio::test]
#[ignore = "it measures, and says so"]
async fn the_paper_of_a_year_is_gathered_and_printed_while_somebody_waits() {
    let stage = stage();
    let (alice, gate) = (&stage.cast.alice, &stage.cast.gate);
    for number in 0..CONCERNS {
        let words = format!("The gate stood open in the night of round {number}, and nobody came to close it.");
        let id = told(&stage, alice, gate, (&words, "shortfall"));
        answered(&stage, &id);
        if number % 3 > 0 {
            says(&stage, alice, &id, if number % 5 == 0 { Helped::No } else { Helped::Yes });
        }
        stage.app.clock.forward_seconds(2 * DAY);
    }
    let me = as_client(&stage.cast.maya.me, &stage.cast.harbour);
    let today = stage.app.clock.now().day_in("America/Chicago").unwrap();
    let period = Period::twelve_before(today).to_string();
    let w = stage.app.catalogue.speak(Language::English);
    let frame =
        Frame { organization: "Lantern Guards".to_owned(), zone: "UTC".to_owned(), printed_at: stage.app.clock.now() };
    let mut times: Vec<Duration> = Vec::new();
    let mut pages = 0;
    for _ in 0..RUNS {
        let start = Instant::now();
        let report = of(&stage, &me, &period);
        let pdf = print::print(&document(&shown(&report, &w, "/concerns"), &w, &frame)).unwrap();
        times.push(start.elapsed());
        pages = lopdf::Document::load_mem(&pdf).unwrap().get_pages().len();
    }
    times.sort();
    println!("{CONCERNS} concerns, {pages} pages, median {:?}, slowest {:?}", times[RUNS / 2], times[RUNS - 1]);
}
