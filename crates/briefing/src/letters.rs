//! The letters of this slice: all are short, and lead to a page.

use askama::Template;
use ground::Result;
use ground::letter::{self, Automatic, Class, Draft};
use ground::words::{Language, Words};
use people::contact::Contact;
use people::organization;
use people::staff::StaffMember;
use people::work::Work;

#[derive(Template)]
#[template(path = "letter.txt")]
struct Letter<'a> {
    w: &'a Words,
    subject: &'a str,
    name: &'a str,
    words: &'a str,
    quoted: Option<&'a str>,
    link: String,
}

/// Somebody to whom a letter goes.
pub struct Reader<'a> {
    name: &'a str,
    address: &'a str,
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
pub struct Sort<'a> {
    /// What kind of letter: `temporary.told`.
    pub kind: &'static str,
    /// What sort of letter its reader may do without.
    pub class: Class,
    /// The thing it is about.
    pub about_id: &'a str,
    /// The page to which it leads.
    pub path: &'a str,
}

/// What a letter says.
pub struct Said<'a> {
    /// Its subject.
    pub subject: &'a str,
    /// Its words.
    pub words: &'a str,
    /// What somebody wrote.
    pub quoted: Option<&'a str>,
}

/// Writes a letter.
///
/// # Errors
/// Broken when the database says so.
pub fn write(work: &mut Work<'_>, sort: &Sort<'_>, to: &Reader<'_>, said: &Said<'_>) -> Result<()> {
    let Said { subject, words, quoted } = *said;
    let w = work.app.catalogue.speak(to.language);
    let link = format!("{}{}", work.app.settings.public_url, sort.path);
    let text = Letter { w: &w, subject, name: to.name, words, quoted, link }.render()?;
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
