//! The binary as whoever runs it sees it.

mod command_line;
mod demo;
mod house;
mod moving;
mod record;
mod rows;
mod serving;
