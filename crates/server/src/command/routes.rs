//! The table of addresses: which function answers which address, to whom.

use crate::{serve, slices};

/// Prints every address, its method, who may enter, and the function that answers.
///
/// The last word leads to the file: `people::client::pages::show` is in
/// `crates/people/src/client/pages.rs`.
pub fn print() {
    let ours = slices::routes();
    let table: Vec<_> = ours.table().iter().chain(serve::endpoints::TABLE).collect();
    let wide = |part: fn(&ground::web::routes::Route) -> &str| table.iter().map(|route| part(route).len()).max();
    let (path, door) = (wide(|route| route.path).unwrap_or(0), wide(|route| route.door).unwrap_or(0));
    for route in &table {
        println!("{:<4}  {:<path$}  {:<door$}  {}", route.method, route.path, route.door, route.handler);
    }
}
