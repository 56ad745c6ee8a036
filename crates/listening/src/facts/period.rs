//! What a client told us in a span of time, and what came of it, within reach: for what is read and handed on.
//!
//! What is on the protected path is never in it, whoever asks: a report goes through many hands.

mod rows;

pub use rows::{checked, in_time, numbers, open, praise, told, waiting};

use ground::{Id, Moment};
use people::client::Client;
use people::site::Site;

/// Of which client and site, and of which time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Of {
    /// Of which client.
    pub client_id: Id<Client>,
    /// Of which site; none means all that are within reach.
    pub site_id: Option<Id<Site>>,
    /// From the first moment until before the last.
    pub span: (Moment, Moment),
}
