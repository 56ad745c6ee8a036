//! The packed files of a document, within bounds.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::super::{ENTRIES, FILE_BYTES, UNPACKED_BYTES, Unreadable};
use super::xml::Node;

/// From this size on, a file that unpacks to more than so many times its size is no document's.
const SMALL_BYTES: u64 = 2_000_000;
const RATIO: u64 = 200;

pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    left_bytes: u64,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        if bytes.len() > FILE_BYTES {
            return Err(Unreadable::TooLarge);
        }
        if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            let name: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
            let encrypted = bytes.windows(name.len()).any(|window| window == name);
            return Err(if encrypted { Unreadable::Encrypted } else { Unreadable::OldWord });
        }
        if !bytes.starts_with(b"PK") {
            return Err(Unreadable::NotDocx);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
        if archive.len() > ENTRIES {
            return Err(Unreadable::TooManyEntries);
        }
        Ok(Self { archive, left_bytes: UNPACKED_BYTES })
    }

    /// The bytes of a file; none if there is none of this name.
    pub(super) fn file(&mut self, name: &str) -> Result<Option<Vec<u8>>, Unreadable> {
        let file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => return Err(Unreadable::Encrypted),
            Err(_) => return Err(Unreadable::Damaged),
        };
        // What a file says of its size may be a lie: it is read up to the bound and no further.
        let may = file.compressed_size().saturating_mul(RATIO).max(SMALL_BYTES).min(self.left_bytes);
        let mut bytes = Vec::new();
        file.take(may + 1).read_to_end(&mut bytes).map_err(|_| Unreadable::Damaged)?;
        let read = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if read > may {
            return Err(Unreadable::Bomb);
        }
        self.left_bytes -= read;
        Ok(Some(bytes))
    }

    /// A file as a tree.
    pub(super) fn xml(&mut self, name: &str) -> Result<Option<Node>, Unreadable> {
        let Some(bytes) = self.file(name)? else { return Ok(None) };
        let text = String::from_utf8(bytes).map_err(|_| Unreadable::Damaged)?;
        Node::read(&text).map(Some)
    }
}
