//! Letters that the organization writes of its own accord, outside of any conversation. Most are short and lead to a page.

use askama::Template;
use ground::Result;
use ground::letter::{self, Automatic, Class, Draft};
use ground::words::{Language, Words};

use crate::contact::Contact;
use crate::organization;
use crate::staff::StaffMember;
use crate::work::Work;

/// The sentence before the link of a letter, unless there is a better one.
pub const ALL_ABOUT_IT: &str = "letter-link";

/// Somebody to whom a letter goes.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    /// What they are called.
    pub name: &'a str,
    /// Where letters reach them.
    pub address: &'a str,
    /// What they read.
    pub language: Language,
}

impl<'a> From<&'a StaffMember> for Reader<'a> {
    fn from(member: &'a StaffMember) -> Self {
        Self { name: &member.name, address: &member.email, language: member.language }
    }
}

impl<'a> From<&'a Contact> for Reader<'a> {
    fn from(contact: &'a Contact) -> Self {
        Self { name: &contact.name, address: &contact.email, language: contact.language }
    }
}

/// What a letter is.
#[derive(Debug, Clone, Copy)]
pub struct Sort<'a> {
    /// What kind of letter: `temporary.told`.
    pub kind: &'static str,
    /// What sort of letter its reader may do without.
    pub class: Class,
    /// The thing it is about.
    pub about_id: &'a str,
}

/// What a short letter says.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a> {
    /// Its subject.
    pub subject: &'a str,
    /// Its words.
    pub words: &'a str,
    /// What follows them, such as what somebody wrote.
    pub more: Option<&'a str>,
    /// The key of the sentence before its link.
    pub before_link: &'static str,
    /// The page to which it leads.
    pub path: &'a str,
}

#[derive(Template)]
#[template(path = "letter/short.txt")]
struct Short<'a> {
    w: &'a Words,
    subject: &'a str,
    name: &'a str,
    words: &'a str,
    more: Option<&'a str>,
    before_link: &'static str,
    link: String,
}

/// Writes a short letter.
///
/// # Errors
/// Broken when the database says so.
pub fn short(work: &mut Work<'_>, sort: &Sort<'_>, to: &Reader<'_>, said: &Said<'_>) -> Result<()> {
    let Said { subject, words, more, before_link, path } = *said;
    let w = work.app.catalogue.speak(to.language);
    let link = format!("{}{path}", work.app.settings.public_url);
    let text = Short { w: &w, subject, name: to.name, words, more, before_link, link }.render()?;
    write(work, sort, to, text)
}

/// Writes a letter: a text whose first line is its subject.
///
/// # Errors
/// Broken when the database says so.
pub fn write(work: &mut Work<'_>, sort: &Sort<'_>, to: &Reader<'_>, text: String) -> Result<()> {
    let organization = organization::rows::get(work.connection)?.name;
    let draft = Draft {
        kind: sort.kind,
        class: sort.class,
        about_id: sort.about_id,
        in_thread: false,
        automatic: Automatic::Generated,
        from_name: &organization,
        to_name: to.name,
        to_address: to.address,
        language: to.language,
        text,
    };
    letter::write(work.app, work.connection, draft, work.now)
}
