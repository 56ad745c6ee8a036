//! One talk with a mail server.

use std::io::Result;

use ground::App;
use smtp_proto::{Error as Unread, Request};
use tokio::net::TcpStream;
use tokio::sync::watch;

use super::wire::{Line, Wire};
use crate::arrival::{self, Envelope, Source};
use crate::reading::bounds::LARGEST_BYTES;

/// How much may go wrong in one talk.
const MOST_ERRORS: usize = 20;
/// How much may be said in one talk.
const MOST_REQUESTS: usize = 10_000;
/// For how many addresses of ours one mail may be.
const MOST_RECIPIENTS: usize = 100;

/// What was agreed so far.
#[derive(Default)]
struct Talk {
    greeted: bool,
    /// Whether each recipient is answered for itself, as LMTP does.
    lmtp: bool,
    from: Option<String>,
    recipients: Vec<String>,
    errors: usize,
    requests: usize,
}

impl Talk {
    fn forget(&mut self) {
        (self.from, self.recipients) = (None, Vec::new());
    }

    fn refuse(&mut self, words: &str) -> Next {
        self.errors += 1;
        Next::Say(words.to_owned())
    }
}

/// What comes after a request.
enum Next {
    Say(String),
    TakeMail,
    End,
}

/// Talks until the other side has said all, or says nothing more.
///
/// # Errors
/// When the connection breaks.
pub(super) async fn talk(app: &App, stream: &mut TcpStream, stop: watch::Receiver<bool>) -> Result<()> {
    let (mut talk, mut wire) = (Talk::default(), Wire::new(stream, stop));
    wire.say("220 rapport takes mail for its own addresses").await?;
    loop {
        let next = match wire.line().await? {
            Line::Over => return wire.say("421 4.3.2 closing").await,
            Line::TooLong => talk.refuse("500 5.5.2 too long a line"),
            Line::Whole(line) => answer(app, &mut talk, &line).await,
        };
        match next {
            Next::Say(words) => wire.say(&words).await?,
            Next::TakeMail => take(app, &mut talk, &mut wire).await?,
            Next::End => return wire.say("221 2.0.0 goodbye").await,
        }
        talk.requests += 1;
        if talk.errors > MOST_ERRORS || talk.requests > MOST_REQUESTS {
            return wire.say("421 4.7.0 too much").await;
        }
    }
}

async fn answer(app: &App, talk: &mut Talk, line: &[u8]) -> Next {
    let said = |words: &str| Next::Say(words.to_owned());
    match Request::parse(&mut line.iter()) {
        Ok(Request::Lhlo { .. }) => greet(talk, true),
        Ok(Request::Ehlo { .. }) => greet(talk, false),
        Ok(Request::Helo { .. }) => {
            talk.forget();
            (talk.greeted, talk.lmtp) = (true, false);
            said("250 rapport")
        }
        Ok(Request::Noop { .. }) => said("250 2.0.0 ok"),
        Ok(Request::Rset) => {
            talk.forget();
            said("250 2.0.0 forgotten")
        }
        Ok(Request::Quit) => Next::End,
        Ok(Request::Vrfy { .. }) => said("252 2.5.0 try it"),
        Ok(Request::Mail { .. } | Request::Rcpt { .. } | Request::Data) if !talk.greeted => {
            talk.refuse("503 5.5.1 say LHLO or EHLO first")
        }
        Ok(Request::Mail { .. }) if talk.from.is_some() => talk.refuse("503 5.5.1 one mail after the other"),
        Ok(Request::Mail { from }) if from.size > LARGEST_BYTES => talk.refuse("552 5.3.4 too large"),
        Ok(Request::Mail { from }) => {
            talk.from = Some(from.address.to_lowercase());
            said("250 2.1.0 ok")
        }
        Ok(Request::Rcpt { .. }) if talk.from.is_none() => talk.refuse("503 5.5.1 say MAIL first"),
        Ok(Request::Rcpt { .. }) if talk.recipients.len() == MOST_RECIPIENTS => said("452 4.5.3 too many recipients"),
        Ok(Request::Rcpt { to }) => recipient(app, talk, to.address.to_lowercase()).await,
        Ok(Request::Data) if talk.recipients.is_empty() => talk.refuse("503 5.5.1 say RCPT first"),
        Ok(Request::Data) => Next::TakeMail,
        Ok(_) => talk.refuse("502 5.5.1 not here"),
        Err(Unread::InvalidSenderAddress | Unread::InvalidRecipientAddress) => talk.refuse("501 5.1.7 no address"),
        Err(Unread::UnsupportedParameter { .. } | Unread::InvalidParameter { .. }) => {
            talk.refuse("555 5.5.4 not understood")
        }
        Err(_) => talk.refuse("500 5.5.2 not understood"),
    }
}

fn greet(talk: &mut Talk, lmtp: bool) -> Next {
    talk.forget();
    (talk.greeted, talk.lmtp) = (true, lmtp);
    Next::Say(format!(
        "250-rapport\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-PIPELINING\r\n250-ENHANCEDSTATUSCODES\r\n250 SIZE {LARGEST_BYTES}"
    ))
}

async fn recipient(app: &App, talk: &mut Talk, address: String) -> Next {
    let (asked, of) = (address.clone(), app.clone());
    match app.db.read(move |connection| arrival::is_to_us(&of, connection, &asked)).await {
        Ok(true) => {
            talk.recipients.push(address);
            Next::Say("250 2.1.5 ok".to_owned())
        }
        Ok(false) => talk.refuse("550 5.1.1 no address of ours"),
        Err(error) => {
            tracing::error!(%error, "nobody can say whether mail is for us");
            Next::Say("451 4.3.0 not now".to_owned())
        }
    }
}

/// Takes a mail. It is on disk and in the rows before that is said.
async fn take(app: &App, talk: &mut Talk, wire: &mut Wire<'_>) -> Result<()> {
    wire.say("354 go on").await?;
    let answer = match wire.mail().await? {
        None => "552 5.3.4 too large",
        Some(mail) => keep(app, talk, mail).await,
    };
    // By LMTP each recipient has an answer of their own.
    let answers = if talk.lmtp { talk.recipients.len() } else { 1 };
    for _ in 0..answers {
        wire.say(answer).await?;
    }
    talk.forget();
    Ok(())
}

async fn keep(app: &App, talk: &Talk, mail: Vec<u8>) -> &'static str {
    let envelope = Envelope {
        source: Source::HandedOver,
        null_sender: talk.from.as_deref() == Some(""),
        recipients: talk.recipients.clone(),
    };
    let of = app.clone();
    let kept = tokio::task::spawn_blocking(move || arrival::keep(&of, &mail, &envelope, of.clock.now())).await;
    match kept {
        Ok(Ok(_)) => "250 2.0.0 kept",
        Ok(Err(error)) => {
            tracing::error!(%error, "a mail cannot be kept");
            "452 4.3.1 cannot be kept now"
        }
        Err(error) => {
            tracing::error!(%error, "keeping a mail panicked");
            "451 4.3.0 not now"
        }
    }
}
