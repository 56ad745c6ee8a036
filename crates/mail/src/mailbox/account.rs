//! Where our mailbox is: `imaps://user:password@host:993/INBOX?done=Taken`.

use std::net::IpAddr;

/// A mailbox, and how one gets into it.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// Whether it is reached by TLS. Without it, only on this machine.
    pub tls: bool,
    /// Which machine.
    pub host: String,
    /// Which port.
    pub port: u16,
    /// Who we are there.
    pub user: String,
    /// How we prove it.
    pub password: String,
    /// Which folder.
    pub folder: String,
    /// Where mails go that were taken in; without it they stay and are marked as seen.
    pub done: Option<String>,
}

impl Account {
    /// Reads the setting; a password of a file is used in the place of one in the address.
    ///
    /// # Errors
    /// A sentence that says what is wrong, without the password.
    pub fn read(setting: &str, password: Option<&str>) -> Result<Self, String> {
        let wrong = |what: &str| format!("mail_in: {what}; it looks like imaps://user:password@host:993/INBOX");
        let (scheme, rest) = setting.split_once("://").ok_or_else(|| wrong("it is no address"))?;
        let tls = match scheme {
            "imaps" => true,
            "imap" => false,
            _ => return Err(wrong("it must begin with imaps://")),
        };
        let (who, place) = rest.rsplit_once('@').ok_or_else(|| wrong("it names no user"))?;
        let (user, written) = who.split_once(':').map_or((who, None), |(user, password)| (user, Some(password)));
        let (machine, path) = place.split_once('/').unwrap_or((place, ""));
        let (folder, query) = path.split_once('?').map_or((path, None), |(folder, query)| (folder, Some(query)));
        let (host, port) = split_port(machine).ok_or_else(|| wrong("its port is no number"))?;
        let decoded = |text: &str| decoded(text).ok_or_else(|| wrong("a % in it is not followed by two hex digits"));
        let password = match (password, written) {
            (Some(password), _) => password.trim_end_matches(['\r', '\n']).to_owned(),
            (None, Some(written)) => decoded(written)?,
            (None, None) => return Err(wrong("it has no password, and mail_in_password_file is not set")),
        };
        let done = match query.map(|query| query.split_once('=')) {
            None => None,
            Some(Some(("done", folder))) if !folder.is_empty() => Some(decoded(folder)?),
            Some(_) => return Err(wrong("after the ? only done=Folder is known")),
        };
        if !tls && !is_here(host) {
            return Err(wrong(
                "without TLS only a server on this machine is asked, or the password could be read on its way",
            ));
        }
        Ok(Self {
            tls,
            host: host.to_owned(),
            port: port.unwrap_or(if tls { 993 } else { 143 }),
            user: decoded(user)?,
            password,
            folder: if folder.is_empty() { "INBOX".to_owned() } else { decoded(folder)? },
            done,
        })
    }

    /// By what its row is found: what tells one mailbox from another.
    #[must_use]
    pub fn name(&self) -> String {
        ground::secret::digest(&format!("{} {} {} {}", self.host, self.port, self.user, self.folder))
    }
}

fn split_port(machine: &str) -> Option<(&str, Option<u16>)> {
    if let Some(rest) = machine.strip_prefix('[') {
        let (host, port) = rest.split_once(']')?;
        return match port.strip_prefix(':') {
            Some(port) => Some((host, Some(port.parse().ok()?))),
            None => Some((host, None)),
        };
    }
    match machine.split_once(':') {
        Some((host, port)) => Some((host, Some(port.parse().ok()?))),
        None => Some((machine, None)),
    }
}

fn is_here(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

fn decoded(text: &str) -> Option<String> {
    let (mut bytes, mut rest) = (Vec::with_capacity(text.len()), text.as_bytes());
    while let Some((&byte, after)) = rest.split_first() {
        if byte == b'%' {
            let hex = std::str::from_utf8(after.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(hex, 16).ok()?);
            rest = &after[2..];
        } else {
            bytes.push(byte);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_in_all_its_parts() {
        let account =
            Account::read("imaps://hello%40guards.example:s%2Fcret@mx.example:1993/In%20box?done=Taken", None).unwrap();
        assert!(account.tls && account.port == 1993);
        let Account { host, user, password, folder, done, .. } = account;
        assert_eq!(
            [host.as_str(), &user, &password, &folder],
            ["mx.example", "hello@guards.example", "s/cret", "In box"]
        );
        assert_eq!(done.as_deref(), Some("Taken"));
        let short = Account::read("imaps://me@mx.example", Some("from a file\n")).unwrap();
        assert_eq!((short.port, short.folder.as_str(), short.password.as_str()), (993, "INBOX", "from a file"));
        assert_eq!(Account::read("imap://me:x@[::1]:1143/", None).unwrap().host, "::1");
    }

    #[test]
    fn what_is_wrong_is_said_without_the_password() {
        for wrong in [
            "pop3://me:secret@mx.example",
            "imaps://mx.example",
            "imaps://me@mx.example",
            "imaps://me:secret@mx.example:x/",
            "imaps://me:secret%2@mx.example",
            "imaps://me:secret@mx.example/INBOX?gone=1",
            "imap://me:secret@mx.example/INBOX",
        ] {
            let sentence = Account::read(wrong, None).err().unwrap();
            assert!(sentence.starts_with("mail_in: ") && !sentence.contains("secret"), "{sentence}");
        }
    }
}
