//! Settings from the command line: they beat the environment, and that beats the file.

use std::fmt::Write as _;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use clap::Args;
use ground::config::{Said, Settings};

use crate::Outcome;

/// The file that is read when none is named.
const FILE: &str = "rapport.toml";

/// Where everything is; for every command.
#[derive(Args)]
pub struct Where {
    /// The file with the settings [default: ./rapport.toml, if it is there].
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The folder of everything that is not in PostgreSQL: database file, pictures, key.
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// The address of a PostgreSQL database; without it SQLite in the data folder is used.
    #[arg(long, global = true, value_name = "URL", hide_env_values = true)]
    pub database: Option<String>,
}

/// Where people come in; for the commands that serve.
#[derive(Args, Default)]
pub struct Door {
    /// Where to listen [default: 127.0.0.1:7300].
    #[arg(long, value_name = "ADDR:PORT")]
    pub listen: Option<SocketAddr>,
    /// How people reach this server: the beginning of every link in a letter.
    #[arg(long, value_name = "URL")]
    pub public_url: Option<String>,
}

impl Where {
    /// The settings for a command that does not serve.
    ///
    /// # Errors
    /// A sentence that says which setting is wrong.
    pub fn settle(&self) -> Outcome<Settings> {
        Ok(self.settle_with(Door::default())?.0)
    }

    /// The settings for a command that serves, and the file that was read.
    ///
    /// # Errors
    /// A sentence that says which setting is wrong.
    pub fn settle_with(&self, door: Door) -> Outcome<(Settings, Option<PathBuf>)> {
        let file = self.config.clone().or_else(|| Path::new(FILE).exists().then(|| FILE.into()));
        let in_file = file.as_deref().map(Said::in_file).transpose()?.unwrap_or_default();
        let settings = self.flags(door).or(Said::in_environment()?).or(in_file).settle()?;
        Ok((settings, file))
    }

    /// What the flags alone say.
    #[must_use]
    pub fn flags(&self, door: Door) -> Said {
        Said {
            listen: door.listen,
            public_url: door.public_url,
            data: self.data.clone(),
            database: self.database.clone(),
            ..Said::default()
        }
    }
}

/// The settings as a file would say them, without the passwords of the database and of the mail server.
#[must_use]
pub fn shown(settings: &Settings, file: Option<&Path>) -> String {
    let Settings { listen, data, database, public_url, behind_proxy, log_json, push_to_loopback, .. } = settings;
    let mut text = match file {
        Some(file) => format!("# with the file {}\n", file.display()),
        None => "# without a file\n".to_owned(),
    };
    let quoted = |text: &str| toml::Value::from(text).to_string();
    let database = match database {
        Some(url) => format!("database = {}", quoted(&masked(url))),
        None => "# database: SQLite in the data folder".to_owned(),
    };
    // Writing to a string cannot fail.
    let _ = write!(
        text,
        "listen = \"{listen}\"\ndata = {}\n{database}\npublic_url = {}\nbehind_proxy = {behind_proxy}\n\
         {}log_json = {log_json}\npush_to_loopback = {push_to_loopback}\n",
        quoted(&data.to_string_lossy()),
        quoted(public_url),
        mail_shown(settings),
    );
    let mail_in = settings.mail_in.as_deref().map(masked);
    let listen = settings.mail_listen.map(|listen| listen.to_string());
    let file = settings.mail_in_password_file.as_ref().map(|file| file.to_string_lossy().into_owned());
    let optional = [
        ("mail_authserv_id", settings.mail_authserv_id.clone()),
        ("mail_in", mail_in),
        ("mail_in_password_file", file),
        ("mail_listen", listen),
    ];
    for (name, value) in optional {
        if let Some(value) = value {
            let _ = writeln!(text, "{name} = {}", quoted(&value));
        }
    }
    text
}

/// The settings of mail.
fn mail_shown(settings: &Settings) -> String {
    let Settings { mail_from, mail_out, mail_per_minute, mail_address, .. } = settings;
    let quoted = |text: &str| toml::Value::from(text).to_string();
    let out = match mail_out {
        Some(out) => format!("mail_out = {}", quoted(&out.shown())),
        None => "# mail_out: letters are put into the folder mail/ of the data folder".to_owned(),
    };
    let address = match mail_address {
        Some(address) => format!("mail_address = {}", quoted(address)),
        None => "# mail_address: letters do not invite to reply".to_owned(),
    };
    format!("mail_from = {}\n{out}\nmail_per_minute = {mail_per_minute}\n{address}\n", quoted(mail_from))
}

/// The address of a database with stars for its password, wherever it stands.
fn masked(url: &str) -> String {
    let (url, query) = url.split_once('?').map_or((url, None), |(url, query)| (url, Some(query)));
    let (scheme, rest) = url.split_once("://").unwrap_or(("", url));
    // The password may hold an `@` that was not encoded; the host cannot.
    let masked = match rest.rsplit_once('@') {
        Some((who, place)) => {
            let name = who.split(':').next().unwrap_or(who);
            let password = if who.contains(':') { ":****" } else { "" };
            format!("{scheme}://{name}{password}@{place}")
        }
        None => url.to_owned(),
    };
    let parameter = |pair: &str| match pair.split_once('=') {
        Some((name, _)) if name.to_lowercase().contains("password") => format!("{name}=****"),
        _ => pair.to_owned(),
    };
    match query {
        Some(query) => format!("{masked}?{}", query.split('&').map(parameter).collect::<Vec<_>>().join("&")),
        None => masked,
    }
}

#[cfg(test)]
mod tests {
    use ground::config::Said;

    use super::{masked, shown};

    #[test]
    fn the_password_of_the_mail_server_is_not_shown() {
        let out = "smtp://anna:s3cret@mail.example.com?tls=required".to_owned();
        let said = Said { mail_out: Some(out), mail_address: Some("care@example.com".to_owned()), ..Said::default() };
        let text = shown(&said.settle().unwrap(), None);
        let says = |line: &str| text.lines().any(|other| other == line);
        assert!(says(r#"mail_out = "smtp://anna:****@mail.example.com:587?tls=required""#), "{text}");
        assert!(says(r#"mail_address = "care@example.com""#) && !text.contains("s3cret"), "{text}");
    }

    #[test]
    fn no_password_is_shown() {
        assert_eq!(masked("postgres://anna:s3cret@db.example/rapport"), "postgres://anna:****@db.example/rapport");
        assert_eq!(
            masked("postgres://anna:s3@cr:et@db/r?sslmode=require"),
            "postgres://anna:****@db/r?sslmode=require"
        );
        assert_eq!(masked("postgres://db/r?user=anna&password=s3cret"), "postgres://db/r?user=anna&password=****");
        assert_eq!(masked("postgres://anna@db/r"), "postgres://anna@db/r");
    }
}
