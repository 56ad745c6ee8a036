//! The mailbox that we look into (IMAP, RFC 3501): what lies there is kept, and only then marked.

mod account;
mod fetch;
pub mod jobs;
mod rows;

pub use account::Account;
