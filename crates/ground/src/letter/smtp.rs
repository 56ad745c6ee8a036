//! Conversations with the mail server that takes our letters (RFC 5321), one at a time, kept open between letters.
//!
//! Lettre's own pool would not say at which step the server said no, and that is what tells an address that
//! takes no mail from a server that does not take ours.

use std::error::Error as _;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use lettre::Address;
use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};

use super::failure::status;
use crate::Moment;
use crate::config::{MailOut, Settings, Tls};

/// How long one answer of the server may take. All of a conversation fits into the lease of a job.
const ANSWER: Duration = Duration::from_secs(10);
/// How long the server may look at a whole letter.
const LOOK: Duration = Duration::from_secs(40);
/// A conversation that rested for longer is begun anew.
const REST_SECONDS: i64 = 30;
/// After a server could not be reached, the other letters wait for so long without trying: it is slow, and jobs
/// wait behind it.
const AWAY_SECONDS: i64 = 15;

/// Why a letter was not taken.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// This address takes no mail: what the server said.
    Address(String),
    /// This letter is not taken: what the server said.
    Letter(String),
    /// It may be taken another time: what to look at. Holds no address.
    Passing(String),
    /// The server was away a moment ago; so many seconds until it is tried again.
    Away(i64),
}

/// What a process keeps of its conversation with the mail server.
#[derive(Default)]
pub struct Office(Mutex<State>);

#[derive(Default)]
struct State {
    open: Option<(SmtpConnection, Moment)>,
    away_until: Option<Moment>,
}

impl Office {
    /// Hands a letter over: it is the server's when this returns.
    pub(super) fn send(&self, settings: &Settings, to: &str, message: &[u8], now: Moment) -> Result<(), Trouble> {
        let Some(out) = &settings.mail_out else { return Err(Trouble::Passing("mail_out is not set".to_owned())) };
        let to = to.parse().map_err(|_| Trouble::Address("501 5.1.3 This is no address of mail.".to_owned()))?;
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(until) = state.away_until.filter(|until| now < *until) {
            return Err(Trouble::Away(until.seconds_since(now).max(1)));
        }
        let kept = state.open.take().filter(|(_, used_at)| now.seconds_since(*used_at) < REST_SECONDS);
        let kept = kept.map(|(connection, _)| connection).and_then(alive);
        let opened = kept.map_or_else(|| open(out, settings), Ok);
        state.away_until = opened.is_err().then(|| now.plus_seconds(AWAY_SECONDS));
        let mut connection = opened.map_err(Trouble::Passing)?;
        match hand_over(&mut connection, sender(settings), to, message) {
            Ok(()) => {
                state.open = Some((connection, now));
                Ok(())
            }
            Err(trouble) => {
                connection.abort();
                Err(trouble)
            }
        }
    }
}

/// A conversation that the server has not ended meanwhile.
fn alive(mut connection: SmtpConnection) -> Option<SmtpConnection> {
    connection.test_connected().then_some(connection)
}

/// Who the envelope is from: where mail comes in, so that what cannot be delivered comes back to us.
fn sender(settings: &Settings) -> Option<Address> {
    let of_letters = || settings.mail_from.parse::<lettre::message::Mailbox>().ok().map(|from| from.email);
    settings.mail_address.as_deref().and_then(|address| address.parse().ok()).or_else(of_letters)
}

fn open(out: &MailOut, settings: &Settings) -> Result<SmtpConnection, String> {
    let hello = hello(settings);
    let place = format!("{}:{}", out.host, out.port);
    let tls = || TlsParameters::new(out.host.clone()).map_err(|error| unreached(&place, &error));
    let wrapped = if out.tls == Tls::Wrapped { Some(tls()?) } else { None };
    let server = (out.host.as_str(), out.port);
    let mut connection = SmtpConnection::connect(server, Some(ANSWER), &hello, wrapped.as_ref(), None)
        .map_err(|error| unreached(&place, &error))?;
    if out.tls == Tls::Required && !connection.can_starttls() {
        return Err(format!("the mail server {place} offers no encryption (STARTTLS): check ?tls= in mail_out"));
    }
    if matches!(out.tls, Tls::Required | Tls::Opportunistic) && connection.can_starttls() {
        connection.starttls(&tls()?, &hello).map_err(|error| unreached(&place, &error))?;
    }
    if let Some((user, password)) = &out.login {
        let credentials = Credentials::new(user.clone(), password.reveal().to_owned());
        connection.auth(&[Mechanism::Plain, Mechanism::Login], &credentials).map_err(|error| match error.status() {
            Some(code) => format!(
                "the mail server {place} refuses the login ({code}): check the user and the password of mail_out"
            ),
            None => unreached(&place, &error),
        })?;
    }
    Ok(connection)
}

/// The name by which we greet the server: the host of our pages.
fn hello(settings: &Settings) -> ClientId {
    let host = settings.public_url.split("://").nth(1).and_then(|rest| rest.split(['/', ':']).next());
    ClientId::Domain(host.filter(|host| !host.is_empty()).unwrap_or("localhost").to_owned())
}

fn unreached(place: &str, error: &SmtpError) -> String {
    match error.status() {
        Some(code) => format!("the mail server {place} does not talk to us ({code}): check mail_out"),
        None if error.is_tls() => format!(
            "no encrypted connection to the mail server {place} ({error}): check mail_out and the server's certificate"
        ),
        None => {
            format!("the mail server {place} cannot be reached ({error}): check mail_out, and whether the server runs")
        }
    }
}

fn hand_over(
    connection: &mut SmtpConnection,
    from: Option<Address>,
    to: Address,
    message: &[u8],
) -> Result<(), Trouble> {
    let beyond_ascii = !(AsRef::<str>::as_ref(&to).is_ascii() && message.is_ascii());
    let mut parameters = Vec::new();
    if beyond_ascii {
        if !connection.server_info().supports_feature(Extension::SmtpUtfEight) {
            let why = "553 5.6.7 The mail server takes no address with letters beyond ASCII.";
            return Err(Trouble::Address(why.to_owned()));
        }
        parameters.push(MailParameter::SmtpUtfEight);
    }
    connection.command(Mail::new(from, parameters)).map_err(|error| later(&error, "the address of mail_from"))?;
    connection.command(Rcpt::new(to, Vec::new())).map_err(|error| refused_address(&error))?;
    connection.command(Data).map_err(|error| refused_letter(&error))?;
    let patient = connection.set_timeout(Some(LOOK));
    connection.message(message).map_err(|error| refused_letter(&error))?;
    // The server has it; whether the conversation goes on is a matter of the next letter.
    let _hurried = patient.and_then(|()| connection.set_timeout(Some(ANSWER)));
    Ok(())
}

/// What the server said: its code and its words, which may hold an address.
fn said(error: &SmtpError) -> Option<(String, String)> {
    let words = error.source().map(ToString::to_string).unwrap_or_default();
    error.status().map(|code| (code.to_string(), words))
}

fn refused_address(error: &SmtpError) -> Trouble {
    match said(error).filter(|_| error.is_permanent()) {
        // It would say the same of every address.
        Some((code, words)) if is_about_us(&code, &words) => {
            let code = status_words(&code, &words);
            Trouble::Passing(format!(
                "the mail server does not pass on our letters ({code}): check the login in mail_out"
            ))
        }
        Some((code, words)) if is_full(&words) => Trouble::Letter(format!("{code} {words}")),
        Some((code, words)) => Trouble::Address(format!("{code} {words}")),
        None => later(error, "this letter"),
    }
}

fn refused_letter(error: &SmtpError) -> Trouble {
    match said(error).filter(|_| error.is_permanent()) {
        Some((code, words)) => Trouble::Letter(format!("{code} {words}")),
        None => later(error, "this letter"),
    }
}

fn later(error: &SmtpError, what: &str) -> Trouble {
    Trouble::Passing(match said(error) {
        Some((code, words)) => {
            let (code, now) = (status_words(&code, &words), if error.is_permanent() { "" } else { " now" });
            format!(
                "the mail server does not take {what}{now} ({code}): if this goes on, look into the log of that server"
            )
        }
        None => format!("the mail server was lost in the middle ({error}): it is tried again"),
    })
}

/// The codes of an answer without its words.
fn status_words(code: &str, words: &str) -> String {
    let enhanced = words.split_whitespace().next().filter(|word| status(word).is_some());
    enhanced.map_or_else(|| code.to_owned(), |enhanced| format!("{code} {enhanced}"))
}

/// Whether a refusal is about who sends and not about the address: no login, or no relaying.
fn is_about_us(code: &str, words: &str) -> bool {
    let policy = words.split_whitespace().next().and_then(status).is_some_and(|(_, subject, _)| subject == 7);
    policy || ["503", "530", "535", "538"].contains(&code) || words.to_lowercase().contains("relay")
}

/// Whether the address is there and has no room.
fn is_full(words: &str) -> bool {
    words.split_whitespace().next().and_then(status).is_some_and(|(_, subject, _)| subject == 2)
}
