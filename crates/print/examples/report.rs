//! Writes a report with charts, and says how long that takes:
//! `cargo run --release -p print --example report -- FILE`.
#![allow(clippy::unwrap_used, reason = "documents of the tests")]
#![allow(dead_code, reason = "the tests print other documents too")]

#[path = "../../chart/tests/chart/charts.rs"]
mod charts;
#[path = "../tests/print/documents.rs"]
mod documents;
#[path = "../tests/print/report.rs"]
mod report;

use std::time::{Duration, Instant};

const RUNS: usize = 20;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).ok_or("name a file")?;
    let document = report::report();
    let mut times: Vec<Duration> = Vec::new();
    let mut pdf = Vec::new();
    for _ in 0..RUNS {
        let start = Instant::now();
        pdf = print::print(&document)?;
        times.push(start.elapsed());
    }
    let first = times[0];
    times.sort();
    println!("first {first:?}, median {:?}, slowest {:?}, {} bytes", times[RUNS / 2], times[RUNS - 1], pdf.len());
    std::fs::write(file, pdf)?;
    Ok(())
}
