//! What everything stands on: it knows nothing about guards or clients.

pub mod app;
pub mod calendar;
pub mod choice;
pub mod clock;
pub mod config;
pub mod db;
pub mod disk;
pub mod entry;
pub mod error;
pub mod fields;
pub mod figure;
pub mod file;
pub mod id;
pub mod job;
pub mod letter;
pub mod moment;
pub mod once;
pub mod push;
pub mod secret;
pub mod spreadsheet;
pub mod throttle;
pub mod web;
pub mod words;

pub use app::App;
pub use error::{Error, Refusal, Result};
pub use fields::Fields;
pub use id::Id;
pub use moment::{Day, Moment};
pub use words::Words;
