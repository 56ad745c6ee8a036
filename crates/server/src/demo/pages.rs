//! The demo's own pages: whom to sign in as, and the letters. A real installation has none of them.

use askama::Template;
use axum::extract::Path;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Response};
use ground::db::DbConnection;
use ground::entry::ActorKind;
use ground::fields::Asked;
use ground::letter::{self, Class, Letter, unwanted};
use ground::web::{Routes, see};
use ground::words::{Language, Words};
use ground::{App, Error, Fields, Id, Moment, Result};
use listening::sign::{self, Sign};
use people::client::{self, Client};
use people::contact::{self, Contact, Standing};
use people::door::{self, Door, Guest};
use people::session::{self, COOKIE_SECONDS, PersonKey};
use people::site::{self, Site};
use people::staff::{self, Role, StaffMember};
use people::{Me, Work};

/// More people than this are no choice.
const OFFICERS_SHOWN: usize = 5;
const OFFICE_SHOWN: usize = 12;
const CLIENTS_SHOWN: usize = 12;
const SIGNS_SHOWN: usize = 4;
const LETTERS_SHOWN: i64 = 100;

/// The addresses of the demo.
#[must_use]
pub fn routes() -> Routes {
    Routes::default()
        .get("/demo", people_page)
        .post("/demo/sign-in", sign_in)
        .get("/demo/mail", mail)
        .get("/demo/mail/{id}", show_letter)
}

/// Clients with their contacts.
type ByClient = Vec<(Client, Vec<Contact>)>;

#[derive(Template)]
#[template(path = "demo/people.html")]
struct People<'a> {
    w: &'a Words,
    password: &'a str,
    shown: Shown,
}

/// Whom one may choose, and where signs hang.
struct Shown {
    staff: Vec<StaffMember>,
    /// One contact of each kind: who decides, and who reads another language.
    first: Vec<(String, Contact)>,
    contacts: ByClient,
    signs: Vec<(Site, Sign)>,
}

#[derive(Template)]
#[template(path = "demo/mail.html")]
struct Mail<'a> {
    w: &'a Words,
    letters: Vec<Letter>,
    /// The last letter of this page, if there may be older ones.
    before: Option<String>,
}

#[derive(Template)]
#[template(path = "demo/letter.html")]
struct ShownLetter<'a> {
    w: &'a Words,
    letter: Letter,
    lines: Vec<Line>,
    off: Option<String>,
}

/// A line of a letter; a link to a page of ours at its end can be followed.
struct Line {
    text: String,
    /// What stands in the line after that, and where it leads.
    link: Option<(String, String)>,
}

async fn people_page(guest: Guest) -> Result<Response> {
    check_demo(&guest)?;
    let (app, now) = (guest.app.clone(), guest.now);
    let shown = guest.app.db.read(move |connection| to_choose_from(&app, now, connection)).await?;
    let content = People { w: &guest.words, password: super::PASSWORD, shown };
    guest.narrow_page(&guest.words.t("demo-title"), &content)
}

/// The people of the office and a few officers, the contacts of a few clients, and a few signs.
fn to_choose_from(app: &App, now: Moment, connection: &mut DbConnection) -> Result<Shown> {
    let all = staff::rows::all(connection)?;
    let (officers, mut staff): (Vec<_>, Vec<_>) = all.into_iter().partition(is_officer);
    staff.sort_by_key(|member| member.roles.iter().map(std::cmp::Reverse).min());
    staff.truncate(OFFICE_SHOWN);
    staff.extend(officers.into_iter().take(OFFICERS_SHOWN));
    let me = Me::system();
    let mut work = Work { app, me: &me, now, connection, their_at: None };
    let mut contacts = Vec::new();
    for client in client::rows::list(&mut work)?.into_iter().take(CLIENTS_SHOWN) {
        let theirs = contact::rows::of_client(&mut work, &client.id)?;
        contacts.push((client, theirs));
    }
    let mut signs = Vec::new();
    for site in site::rows::list(&mut work)?.into_iter().take(SIGNS_SHOWN) {
        let hanging = sign::rows::of_site(&mut work, &site.id)?.into_iter().find(|sign| sign.retired_at.is_none());
        signs.extend(hanging.map(|sign| (site, sign)));
    }
    Ok(Shown { staff, first: one_of_each(&contacts), contacts, signs })
}

/// One who decides, one who deals with us from day to day, and one who reads Spanish.
fn one_of_each(contacts: &[(Client, Vec<Contact>)]) -> Vec<(String, Contact)> {
    let kinds: [fn(&Contact) -> bool; 3] = [
        |contact| contact.standing == Standing::DecisionMaker && contact.language == Language::English,
        |contact| contact.standing == Standing::DayToDay && contact.language == Language::English,
        |contact| contact.language == Language::Spanish,
    ];
    let all = || contacts.iter().flat_map(|(client, theirs)| theirs.iter().map(move |contact| (client, contact)));
    let first = |kind: &fn(&Contact) -> bool| all().find(|(_, contact)| kind(contact));
    kinds.iter().filter_map(first).map(|(client, contact)| (client.name.clone(), contact.clone())).collect()
}

fn is_officer(member: &StaffMember) -> bool {
    member.roles.iter().all(|role| role == Role::Officer)
}

async fn sign_in(guest: Guest, fields: Fields) -> Result<Response> {
    check_demo(&guest)?;
    let person = person(fields.typed("person")).ok_or(Error::NotFound)?;
    let token = guest
        .write(move |work| {
            // Who is not there, or has left, is not found.
            match person.kind {
                ActorKind::Staff => session::rows::as_staff(work.connection, &Id::known(&person.id))?,
                _ => session::rows::as_contact(work.connection, &Id::known(&person.id))?,
            };
            session::sign_in(work, &person, "Demo")
        })
        .await?;
    let cookie = door::set(&guest.app.settings, &token, COOKIE_SECONDS)?;
    Ok(([(SET_COOKIE, cookie)], see("/")).into_response())
}

/// A person as the button names them: `staff:...` or `contact:...`.
fn person(typed: &str) -> Option<PersonKey> {
    let (kind, id) = typed.split_once(':')?;
    let kind = match kind {
        "staff" => ActorKind::Staff,
        "contact" => ActorKind::Contact,
        _ => return None,
    };
    Some(PersonKey { kind, id: id.to_owned() })
}

async fn mail(guest: Guest, Asked(asked): Asked) -> Result<Response> {
    check_demo(&guest)?;
    let letters = guest
        .read(move |work| match asked.typed("before") {
            "" => letter::newest(work.connection, LETTERS_SHOWN),
            later => letter::before(work.connection, later, LETTERS_SHOWN),
        })
        .await?;
    let full = i64::try_from(letters.len()).is_ok_and(|shown| shown == LETTERS_SHOWN);
    let before = letters.last().filter(|_| full).map(|letter| letter.id.clone());
    guest.narrow_page(&guest.words.t("demo-mail-title"), &Mail { w: &guest.words, letters, before })
}

async fn show_letter(guest: Guest, Path(id): Path<String>) -> Result<Response> {
    check_demo(&guest)?;
    let letter = guest.read(move |work| letter::find(work.connection, &id)).await?;
    let lines = letter.words.lines().map(|line| shown(line, &guest.app.settings.public_url)).collect();
    let off = format!("/letters/off/{}", unwanted::token(&guest.app.keys, &letter.id));
    let off = (letter.class != Class::Essential).then_some(off);
    let title = letter.subject.clone();
    guest.narrow_page(&title, &ShownLetter { w: &guest.words, letter, lines, off })
}

fn shown(line: &str, public_url: &str) -> Line {
    let found = line.trim_end().split_once(public_url);
    let alone = found.filter(|(before, _)| before.trim().is_empty() || before.ends_with(": "));
    match alone.filter(|(_, path)| ground::web::address::is_ours(path)) {
        Some((before, path)) => {
            Line { text: before.to_owned(), link: Some((format!("{public_url}{path}"), path.to_owned())) }
        }
        None => Line { text: line.to_owned(), link: None },
    }
}

fn check_demo(door: &Door) -> Result<()> {
    if door.organization.demo_since.is_some() { Ok(()) } else { Err(Error::NotFound) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_line_that_is_a_link_to_us_can_be_followed() {
        let path = |line| shown(line, "http://localhost:7300").link.map(|(_, path)| path);
        assert_eq!(path("http://localhost:7300/sign-in/link/x"), Some("/sign-in/link/x".to_owned()));
        assert_eq!(path("Yes: http://localhost:7300/x?helped=yes"), Some("/x?helped=yes".to_owned()));
        assert_eq!(path("see http://localhost:7300/x"), None);
        assert_eq!(path("http://localhost:7300.elsewhere.example/"), None);
        assert_eq!(path("Hello Dana,"), None);
    }
}
