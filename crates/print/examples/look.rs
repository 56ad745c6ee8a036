//! Writes documents to look at: `cargo run -p print --example look -- FOLDER`.
#![allow(clippy::unwrap_used, reason = "documents of the tests")]

#[path = "../tests/print/documents.rs"]
mod documents;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("name a folder")?;
    let all = [
        ("orders", documents::post_orders()),
        ("difference", documents::difference()),
        ("poster", documents::poster()),
        ("signatures", documents::signatures()),
    ];
    for (name, document) in all {
        std::fs::write(format!("{folder}/{name}.pdf"), print::print(&document)?)?;
    }
    Ok(())
}
