//! The frame around every page: title, navigation, notice, language, theme.

mod phone;

use askama::Template;
use axum::http::header::{CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use super::assets;
use crate::words::{Language, Words};
use crate::{Moment, Result};

/// A place in the navigation.
#[derive(Debug, Clone)]
pub struct Link {
    /// Where it leads.
    pub path: String,
    /// What it is called.
    pub name: String,
    /// Whether the page that is shown is there.
    pub current: bool,
}

/// Whether a phone keeps a page for when there is no signal, and for whom. Such a page brings the scripts of the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// It does not.
    No,
    /// For whoever holds the phone: it names nobody.
    ForAnybody,
    /// For one of ours alone, by their name in the rows.
    For(String),
}

/// How a page looks around its content.
#[derive(Clone)]
pub struct Frame {
    /// The sentences in the reader's language.
    pub words: Words,
    /// The name of the organization, at the top of every page.
    pub organization: String,
    /// Where that name leads.
    pub home: &'static str,
    /// Where the page can lead.
    pub navigation: Vec<Link>,
    /// The page of the person who is signed in.
    pub account: Option<Link>,
    /// The same page in other languages, for readers who cannot keep a choice.
    pub languages: Vec<(Language, String)>,
    /// `light`, `dark` or `dim`; empty when the device decides.
    pub theme: String,
    /// Whether single-key shortcuts are on.
    pub keys: bool,
    /// What was just done.
    pub notice: Option<String>,
    /// The draft that was received and may be forgotten on the device.
    pub draft_done: Option<String>,
    /// What time it is here, for the clocks on the page.
    pub now: Moment,
    /// Whether this is a demo, whose data is made up.
    pub demo: bool,
    /// Larger, for phones in the field.
    pub field: bool,
    /// Whether a phone keeps it for when there is no signal.
    pub kept: Kept,
    /// Narrow, for reading.
    pub narrow: bool,
}

#[derive(Template)]
#[template(path = "web/frame.html")]
struct Framed<'a> {
    frame: &'a Frame,
    w: &'a Words,
    title: &'a str,
    body: &'a str,
    style: &'static str,
    script: &'static str,
    icon: &'static str,
    touch_icon: &'static str,
    /// The scripts of the outbox, and what they say.
    phone: Option<phone::Phone>,
}

impl Frame {
    /// A whole page: the content in its frame.
    ///
    /// # Errors
    /// Broken when the content cannot be rendered.
    pub fn page(&self, title: &str, content: &impl Template) -> Result<Response> {
        let body = content.render()?;
        let framed = Framed {
            frame: self,
            w: &self.words,
            title,
            body: &body,
            style: assets::url("app.css"),
            script: assets::url("app.js"),
            icon: assets::url("icon.svg"),
            touch_icon: assets::url("touch.png"),
            phone: (self.kept != Kept::No).then(|| phone::Phone::of(&self.words)),
        };
        let headers = [
            (CONTENT_TYPE, "text/html; charset=utf-8"),
            // A page holds what one person may see: no cache between us may keep it.
            (CACHE_CONTROL, "private, no-cache"),
            (CONTENT_LANGUAGE, self.words.language.code()),
        ];
        Ok((headers, framed.render()?).into_response())
    }
}
