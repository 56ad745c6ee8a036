//! The connection: lines and mails come out of it, answers go in.

use std::io::{Error, ErrorKind, Result};
use std::time::Duration;

use smtp_proto::request::receiver::{DataReceiver, DummyDataReceiver};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::watch;

use crate::reading::bounds::LARGEST_BYTES;

/// How long nobody need say anything.
const SILENCE: Duration = Duration::from_secs(300);
/// The longest line of a request, in bytes.
const LINE_BYTES: usize = 4_096;

/// A connection, and what was read from it and not yet understood.
pub(super) struct Wire<'a> {
    stream: &'a mut TcpStream,
    unread: Vec<u8>,
    stop: watch::Receiver<bool>,
}

/// A line of a request.
pub(super) enum Line {
    /// The line, with its end.
    Whole(Vec<u8>),
    /// It had no end.
    TooLong,
    /// The process is asked to stop, or nobody said anything for long.
    Over,
}

impl<'a> Wire<'a> {
    pub(super) fn new(stream: &'a mut TcpStream, stop: watch::Receiver<bool>) -> Self {
        Self { stream, unread: Vec::new(), stop }
    }

    pub(super) async fn say(&mut self, words: &str) -> Result<()> {
        self.stream.write_all(words.as_bytes()).await?;
        self.stream.write_all(b"\r\n").await
    }

    /// The next line.
    pub(super) async fn line(&mut self) -> Result<Line> {
        loop {
            if let Some(end) = self.unread.iter().position(|byte| *byte == b'\n') {
                return Ok(Line::Whole(self.unread.drain(..=end).collect()));
            }
            if self.unread.len() > LINE_BYTES {
                self.unread.clear();
                return Ok(Line::TooLong);
            }
            match self.more().await? {
                Some(bytes) => self.unread.extend(bytes),
                None => return Ok(Line::Over),
            }
        }
    }

    /// A whole mail, up to its final dot; `None` when it is too large: then all of it was heard and dropped.
    pub(super) async fn mail(&mut self) -> Result<Option<Vec<u8>>> {
        let (mut receiver, mut mail) = (DataReceiver::new(), Vec::new());
        let mut dropping: Option<DummyDataReceiver> = None;
        let mut bytes = std::mem::take(&mut self.unread);
        loop {
            let mut left = bytes.iter();
            let ended = match &mut dropping {
                Some(dropping) => dropping.ingest(&mut left),
                None => receiver.ingest(&mut left, &mut mail),
            };
            if ended {
                self.unread = left.as_slice().to_vec();
                return Ok((dropping.is_none() && mail.len() <= LARGEST_BYTES).then_some(mail));
            }
            if dropping.is_none() && mail.len() > LARGEST_BYTES {
                dropping = Some(DummyDataReceiver::new_data(&receiver));
                mail = Vec::new();
            }
            bytes = self.more().await?.ok_or(Error::from(ErrorKind::TimedOut))?;
        }
    }

    /// What comes next; `None` when that is nothing.
    async fn more(&mut self) -> Result<Option<Vec<u8>>> {
        let mut bytes = vec![0; 16 * 1024];
        let read = tokio::select! {
            () = super::stopped(&mut self.stop) => return Ok(None),
            read = tokio::time::timeout(SILENCE, self.stream.read(&mut bytes)) => read,
        };
        match read {
            Err(_) => Ok(None),
            Ok(Ok(0)) => Err(Error::from(ErrorKind::UnexpectedEof)),
            Ok(Ok(count)) => {
                bytes.truncate(count);
                Ok(Some(bytes))
            }
            Ok(Err(error)) => Err(error),
        }
    }
}
