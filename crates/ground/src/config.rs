//! Every setting, its default and its sentence. The only reader of the environment.

mod mail;

pub use mail::{MailOut, Password, Tls};

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// The settings of one process. A flag beats the environment, and that beats the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Where to listen.
    pub listen: SocketAddr,
    /// The folder of everything that is not in PostgreSQL: database file, pictures, key, mail.
    pub data: PathBuf,
    /// The address of a PostgreSQL database; none means SQLite in the data folder.
    pub database: Option<String>,
    /// How people reach this server: the beginning of every link in a letter.
    pub public_url: String,
    /// Whether a proxy in front of this server says who asks (`X-Forwarded-For`).
    pub behind_proxy: bool,
    /// Who letters are from.
    pub mail_from: String,
    /// The mail server that takes our letters; without one they are put into a folder.
    pub mail_out: Option<MailOut>,
    /// How many letters go out in a minute, by all processes together.
    pub mail_per_minute: i64,
    /// Where mail to us comes in; a `+` and more may follow the part before its `@`.
    pub mail_address: Option<String>,
    /// The name under which our own mail server writes down what it checked (RFC 8601).
    pub mail_authserv_id: Option<String>,
    /// The mailbox that is looked into: `imaps://user:password@host/INBOX`.
    pub mail_in: Option<String>,
    /// The file with the password of that mailbox.
    pub mail_in_password_file: Option<PathBuf>,
    /// Where the host's own mail server hands mail over, by LMTP or SMTP.
    pub mail_listen: Option<SocketAddr>,
    /// Whether the log is for programs (JSON) or for people.
    pub log_json: bool,
    /// Whether a browser's push service may be on this machine: for tests.
    pub push_to_loopback: bool,
}

/// What a file, the environment or the flags say; what none of them says has its default.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// See [`Settings::listen`].
    pub listen: Option<SocketAddr>,
    /// See [`Settings::data`].
    pub data: Option<PathBuf>,
    /// See [`Settings::database`].
    pub database: Option<String>,
    /// See [`Settings::public_url`].
    pub public_url: Option<String>,
    /// See [`Settings::behind_proxy`].
    pub behind_proxy: Option<bool>,
    /// See [`Settings::mail_from`].
    pub mail_from: Option<String>,
    /// See [`Settings::mail_out`].
    pub mail_out: Option<String>,
    /// The file whose first line is the password of [`Settings::mail_out`].
    pub mail_out_password_file: Option<PathBuf>,
    /// See [`Settings::mail_per_minute`].
    pub mail_per_minute: Option<i64>,
    /// See [`Settings::mail_address`].
    pub mail_address: Option<String>,
    /// See [`Settings::mail_authserv_id`].
    pub mail_authserv_id: Option<String>,
    /// See [`Settings::mail_in`].
    pub mail_in: Option<String>,
    /// See [`Settings::mail_in_password_file`].
    pub mail_in_password_file: Option<PathBuf>,
    /// See [`Settings::mail_listen`].
    pub mail_listen: Option<SocketAddr>,
    /// Whether [`Settings::mail_listen`] may be reached from other machines.
    pub mail_listen_anywhere: Option<bool>,
    /// See [`Settings::log_json`].
    pub log_json: Option<bool>,
    /// See [`Settings::push_to_loopback`].
    pub push_to_loopback: Option<bool>,
}

/// The example file, with every setting and its sentence.
pub const EXAMPLE: &str = include_str!("../rapport.example.toml");

impl Said {
    /// What a file says.
    ///
    /// # Errors
    /// A sentence that names the file, the line and what is wrong with it.
    pub fn in_file(file: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
        toml::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))
    }

    /// What the environment says: `RAPPORT_LISTEN`, `RAPPORT_DATA` and so on.
    ///
    /// # Errors
    /// A sentence that names the variable and what is wrong with it.
    pub fn in_environment() -> Result<Self, String> {
        Ok(Self {
            listen: variable("RAPPORT_LISTEN")?,
            data: variable("RAPPORT_DATA")?,
            database: variable("RAPPORT_DATABASE")?,
            public_url: variable("RAPPORT_PUBLIC_URL")?,
            behind_proxy: variable("RAPPORT_BEHIND_PROXY")?,
            mail_from: variable("RAPPORT_MAIL_FROM")?,
            mail_out: variable("RAPPORT_MAIL_OUT")?,
            mail_out_password_file: variable("RAPPORT_MAIL_OUT_PASSWORD_FILE")?,
            mail_per_minute: variable("RAPPORT_MAIL_PER_MINUTE")?,
            mail_address: variable("RAPPORT_MAIL_ADDRESS")?,
            mail_authserv_id: variable("RAPPORT_MAIL_AUTHSERV_ID")?,
            mail_in: variable("RAPPORT_MAIL_IN")?,
            mail_in_password_file: variable("RAPPORT_MAIL_IN_PASSWORD_FILE")?,
            mail_listen: variable("RAPPORT_MAIL_LISTEN")?,
            mail_listen_anywhere: variable("RAPPORT_MAIL_LISTEN_ANYWHERE")?,
            log_json: variable("RAPPORT_LOG_JSON")?,
            push_to_loopback: variable("RAPPORT_PUSH_TO_LOOPBACK")?,
        })
    }

    /// These words, and for what they leave open, the others.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            listen: self.listen.or(other.listen),
            data: self.data.or(other.data),
            database: self.database.or(other.database),
            public_url: self.public_url.or(other.public_url),
            behind_proxy: self.behind_proxy.or(other.behind_proxy),
            mail_from: self.mail_from.or(other.mail_from),
            mail_out: self.mail_out.or(other.mail_out),
            mail_out_password_file: self.mail_out_password_file.or(other.mail_out_password_file),
            mail_per_minute: self.mail_per_minute.or(other.mail_per_minute),
            mail_address: self.mail_address.or(other.mail_address),
            mail_authserv_id: self.mail_authserv_id.or(other.mail_authserv_id),
            mail_in: self.mail_in.or(other.mail_in),
            mail_in_password_file: self.mail_in_password_file.or(other.mail_in_password_file),
            mail_listen: self.mail_listen.or(other.mail_listen),
            mail_listen_anywhere: self.mail_listen_anywhere.or(other.mail_listen_anywhere),
            log_json: self.log_json.or(other.log_json),
            push_to_loopback: self.push_to_loopback.or(other.push_to_loopback),
        }
    }

    /// The settings that follow.
    ///
    /// # Errors
    /// A sentence that says which setting is wrong and what it should look like.
    pub fn settle(self) -> Result<Settings, String> {
        self.check_mail_in()?;
        let listen = self.listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 7300)));
        let public_url = self.public_url.unwrap_or_else(|| format!("http://localhost:{}", listen.port()));
        let public_url = public_url.trim_end_matches('/').to_owned();
        if !(public_url.starts_with("https://") || public_url.starts_with("http://")) {
            return Err(format!("public_url: \"{public_url}\" must begin with https:// (or http:// for a trial)"));
        }
        if let Some(database) = &self.database
            && !(database.starts_with("postgres://") || database.starts_with("postgresql://"))
        {
            return Err("database: it must begin with postgres:// ; leave it out for the built-in SQLite".to_owned());
        }
        let mail_from = self.mail_from.unwrap_or_else(|| "Rapport <rapport@localhost.localdomain>".to_owned());
        mail::check_from(&mail_from)?;
        self.mail_address.as_deref().map_or(Ok(()), mail::check_address)?;
        let password_file = self.mail_out_password_file.as_deref();
        let mail_out = self.mail_out.map(|typed| MailOut::read(&typed, password_file)).transpose()?;
        let mail_per_minute = self.mail_per_minute.unwrap_or(60);
        if !(1..=100_000).contains(&mail_per_minute) {
            return Err("mail_per_minute: it should be a whole number from 1 to 100000".to_owned());
        }
        Ok(Settings {
            listen,
            data: self.data.unwrap_or_else(|| PathBuf::from("data")),
            database: self.database,
            public_url,
            behind_proxy: self.behind_proxy.unwrap_or(false),
            mail_from,
            mail_out,
            mail_per_minute,
            mail_address: self.mail_address.map(|address| address.trim().to_lowercase()),
            mail_authserv_id: self.mail_authserv_id.map(|name| name.trim().to_lowercase()),
            mail_in: self.mail_in,
            mail_in_password_file: self.mail_in_password_file,
            mail_listen: self.mail_listen,
            log_json: self.log_json.unwrap_or(false),
            push_to_loopback: self.push_to_loopback.unwrap_or(false),
        })
    }

    /// Whether what is said about mail that comes in can be meant.
    fn check_mail_in(&self) -> Result<(), String> {
        if let Some(mail_in) = &self.mail_in
            && !(mail_in.starts_with("imaps://") || mail_in.starts_with("imap://"))
        {
            return Err("mail_in: it must begin with imaps:// (or imap:// for a server on this machine)".to_owned());
        }
        match self.mail_listen {
            Some(at) if !at.ip().is_loopback() && self.mail_listen_anywhere != Some(true) => Err(format!(
                "mail_listen: {at} can be reached from other machines, and whoever reaches it may hand over any mail; \
                 use 127.0.0.1, or say mail_listen_anywhere = true"
            )),
            _ => Ok(()),
        }
    }
}

impl Settings {
    /// Whether people reach this server by TLS; cookies are then for TLS alone.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// Where letters are put while there is no mail server.
    #[must_use]
    pub fn mail_folder(&self) -> PathBuf {
        self.data.join("mail")
    }

    /// Where mail that came in is kept, as it came.
    #[must_use]
    pub fn mail_in_folder(&self) -> PathBuf {
        self.data.join("mail-in")
    }
}

#[allow(clippy::disallowed_methods, reason = "the only reader of the environment")]
fn variable<T: std::str::FromStr>(name: &str) -> Result<Option<T>, String> {
    match std::env::var(name) {
        Ok(text) => text.parse().map(Some).map_err(|_| format!("{name}: \"{text}\" is not understood")),
        Err(std::env::VarError::NotPresent) => Ok(None),
        Err(std::env::VarError::NotUnicode(_)) => Err(format!("{name}: it is not text")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What has no default: its line in the example shows what it looks like.
    const OPTIONAL: &[&str] = &[
        "database",
        "mail_out",
        "mail_address",
        "mail_authserv_id",
        "mail_in",
        "mail_in_password_file",
        "mail_listen =",
    ];

    #[test]
    fn the_example_is_understood_and_says_the_defaults() {
        let said: Said = toml::from_str(EXAMPLE).unwrap();
        let uncommented: String = EXAMPLE
            .lines()
            .map(|line| line.strip_prefix("#: ").unwrap_or(line))
            .filter(|line| !OPTIONAL.iter().any(|name| line.starts_with(name)))
            .map(|line| format!("{line}\n"))
            .collect();
        let defaults: Said = toml::from_str(&uncommented).unwrap();
        assert_eq!(said.settle(), Said::default().settle());
        assert_eq!(defaults.settle(), Said::default().settle());
    }

    #[test]
    fn a_flag_beats_the_file() {
        let flag = Said { public_url: Some("https://a.example/".to_owned()), ..Said::default() };
        let file = Said { public_url: Some("https://b.example".to_owned()), log_json: Some(true), ..Said::default() };
        let settings = flag.or(file).settle().unwrap();
        assert_eq!((settings.public_url.as_str(), settings.log_json), ("https://a.example", true));
    }

    #[test]
    fn the_door_for_mail_is_not_open_to_other_machines_by_mistake() {
        let said = |at: &str| Said { mail_listen: Some(at.parse().unwrap()), ..Said::default() };
        assert!(said("127.0.0.1:2525").settle().is_ok() && said("[::1]:2525").settle().is_ok());
        assert!(said("0.0.0.0:2525").settle().unwrap_err().contains("mail_listen_anywhere"));
        assert!(Said { mail_listen_anywhere: Some(true), ..said("0.0.0.0:2525") }.settle().is_ok());
    }

    #[test]
    fn a_wrong_setting_says_what_it_should_look_like() {
        let wrong = Said { database: Some("mysql://x".to_owned()), ..Said::default() };
        assert!(wrong.settle().unwrap_err().contains("postgres://"));
        let wrong = Said { mail_in: Some("pop3://x".to_owned()), ..Said::default() };
        assert!(wrong.settle().unwrap_err().contains("imaps://"));
        assert!(toml::from_str::<Said>("lissten = '127.0.0.1:1'").is_err());
    }
}
