//! The settings of mail: by which server letters go out, and who they are from.

use std::fmt;
use std::net::IpAddr;
use std::path::Path;

use lettre::message::Mailbox;

/// What `mail_out` should look like; it never repeats what was typed, for that holds a password.
const MAIL_OUT: &str = "mail_out: it should look like smtp://user:password@mail.example.com:587?tls=required, \
    smtps://user:password@mail.example.com:465, or smtp://127.0.0.1:25 for a mail server on this machine";

/// A password that no log and no page shows.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    /// The password, for signing in.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("****")
    }
}

/// When a conversation with a mail server is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tls {
    /// Never; only within this machine.
    No,
    /// When the server offers it (STARTTLS); who listens in between can take that away.
    Opportunistic,
    /// After the first words (STARTTLS), or not at all.
    Required,
    /// From the first byte.
    Wrapped,
}

/// The mail server that takes our letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailOut {
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the conversation is encrypted.
    pub tls: Tls,
    /// Who we are there, and our password.
    pub login: Option<(String, Password)>,
}

impl MailOut {
    /// Reads the address of a mail server, and the password from its own file where there is one.
    ///
    /// # Errors
    /// A sentence that says what it should look like, without what was typed.
    pub fn read(typed: &str, password_file: Option<&Path>) -> Result<Self, String> {
        let (scheme, rest) = typed.split_once("://").ok_or(MAIL_OUT)?;
        let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (login, place) = place.rsplit_once('@').map_or((None, place), |(login, place)| (Some(login), place));
        let (host, port) = host_and_port(place.trim_end_matches('/'))?;
        let (tls, usual_port) = match (scheme, query) {
            ("smtps", "") => (Tls::Wrapped, 465),
            ("smtp", "tls=required") => (Tls::Required, 587),
            ("smtp", "tls=opportunistic") => (Tls::Opportunistic, 587),
            ("smtp", "") if is_this_machine(&host) => (Tls::No, 25),
            ("smtp", "") => {
                return Err("mail_out: letters go unencrypted only to a mail server on this machine; add \
                    ?tls=required to the address, or ?tls=opportunistic where the server may offer none"
                    .to_owned());
            }
            _ => return Err(MAIL_OUT.to_owned()),
        };
        let login = login.map(|login| read_login(login, password_file)).transpose()?;
        if login.is_none() && password_file.is_some() {
            return Err("mail_out_password_file: mail_out names no user whose password this is; it should look like \
                smtp://user@mail.example.com:587?tls=required"
                .to_owned());
        }
        if login.is_some() && tls == Tls::Opportunistic && !is_this_machine(&host) {
            return Err("mail_out: a password goes only over an encrypted connection; use ?tls=required".to_owned());
        }
        Ok(Self { host, port: port.unwrap_or(usual_port), tls, login })
    }

    /// The address without its password, for people.
    #[must_use]
    pub fn shown(&self) -> String {
        let scheme = if self.tls == Tls::Wrapped { "smtps" } else { "smtp" };
        let login = self.login.as_ref().map(|(user, _)| format!("{}:****@", escaped(user))).unwrap_or_default();
        let host = if self.host.contains(':') { format!("[{}]", self.host) } else { self.host.clone() };
        let tls = match self.tls {
            Tls::Required => "?tls=required",
            Tls::Opportunistic => "?tls=opportunistic",
            Tls::No | Tls::Wrapped => "",
        };
        format!("{scheme}://{login}{host}:{}{tls}", self.port)
    }
}

fn host_and_port(place: &str) -> Result<(String, Option<u16>), String> {
    let (host, port) = match place.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((host, rest)) => (host, rest.strip_prefix(':')),
        None => place.split_once(':').map_or((place, None), |(host, port)| (host, Some(port))),
    };
    let port = port.map(|port| port.parse().map_err(|_| MAIL_OUT)).transpose()?;
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '_');
    if host.is_empty() || !host.chars().all(fits) { Err(MAIL_OUT.to_owned()) } else { Ok((host.to_owned(), port)) }
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

fn read_login(login: &str, password_file: Option<&Path>) -> Result<(String, Password), String> {
    let (user, password) = login.split_once(':').map_or((login, None), |(user, password)| (user, Some(password)));
    let user = unescaped(user).filter(|user| !user.is_empty()).ok_or(MAIL_OUT)?;
    let password = match (password, password_file) {
        (Some(_), Some(_)) => {
            Err("mail_out_password_file: mail_out holds a password already; leave one of them out".to_owned())
        }
        (Some(password), None) => unescaped(password).ok_or_else(|| MAIL_OUT.to_owned()),
        (None, Some(file)) => read_password(file),
        (None, None) => Err("mail_out: it names a user and no password; write user:password@, or put the password \
            into a file and name that in mail_out_password_file"
            .to_owned()),
    };
    Ok((user, Password(password?)))
}

/// A password in a file of its own: its first line.
fn read_password(file: &Path) -> Result<String, String> {
    let said = |error: &dyn fmt::Display| format!("mail_out_password_file: {}: {error}", file.display());
    let text = std::fs::read_to_string(file).map_err(|error| said(&error))?;
    let line = text.lines().next().unwrap_or_default();
    if line.is_empty() { Err(said(&"its first line is empty; it should be the password")) } else { Ok(line.to_owned()) }
}

/// Text with `%40` and the like as what they stand for (RFC 3986 2.1).
fn unescaped(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let pair = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&pair).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn escaped(user: &str) -> String {
    user.replace('%', "%25").replace('@', "%40").replace(':', "%3A").replace('/', "%2F").replace('?', "%3F")
}

/// Who letters are from.
pub(super) fn check_from(typed: &str) -> Result<(), String> {
    let right = typed.parse::<Mailbox>().is_ok();
    if right { Ok(()) } else { Err("mail_from: it should look like Rapport <rapport@example.com>".to_owned()) }
}

/// Where mail comes in: an address alone, to whose name a mark can be added after a plus sign.
pub(super) fn check_address(typed: &str) -> Result<(), String> {
    let right =
        typed.parse::<lettre::Address>().is_ok_and(|address| address.user().len() <= 19 && !typed.contains('+'));
    let should = "mail_address: it should look like care@example.com, at most 19 letters before the @ and no plus sign \
        (Rapport adds one, and what a reply is about)";
    if right { Ok(()) } else { Err(should.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> Result<MailOut, String> {
        MailOut::read(typed, None)
    }

    #[test]
    fn an_address_of_a_mail_server_is_understood() {
        let table = [
            ("smtp://127.0.0.1:25", ("127.0.0.1", 25, Tls::No, None)),
            ("smtp://localhost", ("localhost", 25, Tls::No, None)),
            ("smtp://[::1]:2525", ("::1", 2525, Tls::No, None)),
            ("smtp://mail.example.com?tls=opportunistic", ("mail.example.com", 587, Tls::Opportunistic, None)),
            (
                "smtp://anna:s%40cret@mail.example.com:2587?tls=required",
                ("mail.example.com", 2587, Tls::Required, Some(("anna", "s@cret"))),
            ),
            (
                "smtps://anna%40example.com:a:b@c@mail.example.com/",
                ("mail.example.com", 465, Tls::Wrapped, Some(("anna@example.com", "a:b@c"))),
            ),
        ];
        for (typed, (host, port, tls, login)) in table {
            let login = login.map(|(user, password)| (user.to_owned(), Password(password.to_owned())));
            assert_eq!(read(typed), Ok(MailOut { host: host.to_owned(), port, tls, login }), "{typed}");
        }
    }

    #[test]
    fn what_is_wrong_is_said_without_the_password() {
        let table = [
            ("mail.example.com", "should look like"),
            ("http://mail.example.com", "should look like"),
            ("smtp://anna:s3cret@mail.example.com:587", "?tls=required"),
            ("smtp://anna:s3cret@mail.example.com:587?tls=opportunistic", "?tls=required"),
            ("smtp://anna:s3cret@mail.example.com:port?tls=required", "should look like"),
            ("smtps://anna:s3cret%@mail.example.com", "should look like"),
            ("smtps://anna:s3cret@mail.example.com?tls=no", "should look like"),
            ("smtps://anna:s3cret@", "should look like"),
            ("smtps://anna@mail.example.com", "mail_out_password_file"),
        ];
        for (typed, says) in table {
            let error = read(typed).unwrap_err();
            assert!(error.contains(says) && !error.contains("s3cret") && !error.contains("anna:"), "{typed}: {error}");
        }
    }

    #[test]
    fn a_password_comes_from_a_file_and_is_never_shown() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("password");
        let out = "smtp://anna@mail.example.com?tls=required";
        assert!(MailOut::read(out, Some(&file)).unwrap_err().contains("password: "), "there is no such file");
        std::fs::write(&file, "\n").unwrap();
        assert!(MailOut::read(out, Some(&file)).unwrap_err().contains("first line is empty"));
        std::fs::write(&file, "s3cret\n").unwrap();
        let read = MailOut::read(out, Some(&file)).unwrap();
        assert_eq!(read.login.as_ref().map(|(_, password)| password.reveal()), Some("s3cret"));
        assert_eq!(read.shown(), "smtp://anna:****@mail.example.com:587?tls=required");
        assert!(!format!("{read:?}").contains("s3cret"));
        assert!(MailOut::read("smtp://localhost", Some(&file)).unwrap_err().contains("no user"));
        assert!(MailOut::read("smtps://a:b@mail.example.com", Some(&file)).unwrap_err().contains("one of them"));
    }

    #[test]
    fn the_addresses_of_mail_are_addresses() {
        assert!(check_from("Rapport <rapport@localhost.localdomain>").is_ok() && check_from("Rapport").is_err());
        assert!(check_address("care@example.com").is_ok());
        for bad in ["care", "Care <care@example.com>", "care+x@example.com", "a-name-that-is-too-long@example.com"] {
            assert!(check_address(bad).is_err(), "{bad}");
        }
    }
}
