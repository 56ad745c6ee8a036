//! One look into the mailbox. A mail is on disk and in the rows before it is marked; a look that is
//! cut off anywhere is taken up again where it was, and what comes twice is the same arrival.

use std::fmt::{Debug, Display};
use std::time::Duration;

use async_imap::error::Error as Imap;
use async_imap::{Client, Session};
use futures_util::TryStreamExt;
use ground::{App, Moment};
use people::organization;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::Account;
use super::rows::{self, Read};
use crate::arrival::{self, Envelope, Source};
use crate::reading::bounds::LARGEST_BYTES;

/// How long a look may take in all; the job's lease is longer.
const LOOK: Duration = Duration::from_secs(90);
/// How many mails one look takes; the next one goes on.
const MOST: usize = 200;

/// Takes all that is new.
///
/// # Errors
/// A sentence for administrators.
pub(super) async fn all(app: &App, account: &Account, now: Moment) -> Result<(), String> {
    let looking = async {
        let place = || format!("{}:{}", account.host, account.port);
        let stream = TcpStream::connect((account.host.as_str(), account.port)).await;
        let stream = stream.map_err(|error| format!("the mail server {} cannot be reached: {error}", place()))?;
        if !account.tls {
            return look(app, account, stream, now).await;
        }
        let secure =
            |error: &dyn Display| format!("the mail server {} has no certificate that we trust: {error}", place());
        let connector = tokio_native_tls::native_tls::TlsConnector::new().map_err(|error| secure(&error))?;
        let connector = tokio_native_tls::TlsConnector::from(connector);
        let stream = connector.connect(&account.host, stream).await.map_err(|error| secure(&error))?;
        look(app, account, stream, now).await
    };
    match timeout(LOOK, looking).await {
        Ok(looked) => looked,
        Err(_) => Err(format!("the mail server {} did not finish in time; the next look goes on", account.host)),
    }
}

async fn look<T>(app: &App, account: &Account, stream: T, now: Moment) -> Result<(), String>
where
    T: AsyncRead + AsyncWrite + Unpin + Debug + Send,
{
    let mut client = Client::new(stream);
    let greeting = client.read_response().await;
    if !matches!(greeting, Ok(Some(_))) {
        return Err("the mail server did not greet us".to_owned());
    }
    let mut session = client.login(&account.user, &account.password).await.map_err(|(error, _)| match error {
        Imap::No(said) => format!("the mailbox does not let us in; check user and password of mail_in: {said}"),
        error => said(&error),
    })?;
    let taken = take(app, account, &mut session, now).await;
    // Whether it heard us say goodbye changes nothing.
    let _goodbye = session.logout().await;
    taken
}

async fn take<T>(app: &App, account: &Account, session: &mut Session<T>, now: Moment) -> Result<(), String>
where
    T: AsyncRead + AsyncWrite + Unpin + Debug + Send,
{
    let folder = session.select(&account.folder).await.map_err(|error| match error {
        Imap::No(said) => format!("the mailbox has no folder {}: {said}", account.folder),
        error => said(&error),
    })?;
    let name = account.name();
    let validity = folder.uid_validity.unwrap_or(0);
    let known = app.db.read_here(|connection| rows::find(connection, &name)).map_err(|error| error.to_string())?;
    let known = known.filter(|known| known.validity == validity);
    // Of a mailbox that is new to us, or was made anew, only what nobody has seen is for us.
    let query = known.map_or("UNSEEN".to_owned(), |known| format!("UID {}:*", known.last_number.saturating_add(1)));
    let mut numbers: Vec<u32> = session.uid_search(query).await.map_err(|error| said(&error))?.into_iter().collect();
    numbers.retain(|number| known.is_none_or(|known| *number > known.last_number));
    numbers.sort_unstable();
    numbers.truncate(MOST);
    for number in &numbers {
        take_one(app, account, session, *number).await?;
        if known.is_some() {
            remember(app, &name, Read { validity, last_number: *number }, now)?;
        }
    }
    if known.is_none() && numbers.len() < MOST {
        let newest = folder.uid_next.map_or(0, |next| next.saturating_sub(1)).max(numbers.last().copied().unwrap_or(0));
        remember(app, &name, Read { validity, last_number: newest }, now)?;
    }
    Ok(())
}

fn remember(app: &App, name: &str, read: Read, now: Moment) -> Result<(), String> {
    let name = name.to_owned();
    app.db.write_here(move |connection| rows::save(connection, &name, read, now)).map_err(|error| error.to_string())
}

async fn take_one<T>(app: &App, account: &Account, session: &mut Session<T>, number: u32) -> Result<(), String>
where
    T: AsyncRead + AsyncWrite + Unpin + Debug + Send,
{
    let size = one(session, number, "(UID RFC822.SIZE)").await?;
    // It was taken away since we asked what is there.
    let Some(size) = size.and_then(|fetched| fetched.size) else { return Ok(()) };
    let too_large = usize::try_from(size).map_or(true, |size| size > LARGEST_BYTES);
    let what = if too_large { "(UID BODY.PEEK[HEADER])" } else { "(UID BODY.PEEK[])" };
    let Some(fetched) = one(session, number, what).await? else { return Ok(()) };
    let mut mail = fetched.body().or_else(|| fetched.header()).unwrap_or_default().to_vec();
    if too_large {
        mail.extend_from_slice(too_large_words(app)?.as_bytes());
    }
    let envelope = Envelope { source: Source::Mailbox, null_sender: false, recipients: Vec::new() };
    arrival::keep(app, &mail, &envelope, app.clock.now()).map_err(|error| format!("a mail cannot be kept: {error}"))?;
    if too_large {
        return Ok(());
    }
    mark(account, session, number).await
}

/// What stands in the place of a mail that is too large: it stays in the mailbox.
fn too_large_words(app: &App) -> Result<String, String> {
    let organization = app.db.read_here(organization::rows::get).map_err(|error| error.to_string())?;
    Ok(app.catalogue.speak(organization.language).t("mail-too-large"))
}

async fn one<T>(session: &mut Session<T>, number: u32, what: &str) -> Result<Option<async_imap::types::Fetch>, String>
where
    T: AsyncRead + AsyncWrite + Unpin + Debug + Send,
{
    let fetched = session.uid_fetch(number.to_string(), what).await.map_err(|error| said(&error))?;
    let all: Vec<_> = fetched.try_collect().await.map_err(|error| said(&error))?;
    Ok(all.into_iter().find(|fetch| fetch.uid == Some(number)))
}

async fn mark<T>(account: &Account, session: &mut Session<T>, number: u32) -> Result<(), String>
where
    T: AsyncRead + AsyncWrite + Unpin + Debug + Send,
{
    if let Some(done) = &account.done {
        let moved = session.uid_mv(number.to_string(), done).await;
        return moved.map_err(|error| format!("mails cannot be moved to the folder {done}: {}", said(&error)));
    }
    let stored = session.uid_store(number.to_string(), "+FLAGS.SILENT (\\Seen)").await.map_err(|error| said(&error))?;
    let _flags: Vec<_> = stored.try_collect().await.map_err(|error| said(&error))?;
    Ok(())
}

fn said(error: &Imap) -> String {
    match error {
        Imap::No(said) | Imap::Bad(said) => format!("the mail server says: {said}"),
        Imap::ConnectionLost => "the mail server hung up; the next look goes on".to_owned(),
        error => format!("the mail server: {error}"),
    }
}
