//! Answers: what officers chose, kept for good. Practice and exams write them; what is known of officers and of questions
//! is read from them.

pub mod rows;
mod rules;

pub use rules::{Answer, Given, Occasion};
