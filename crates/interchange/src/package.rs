//! The packed files of a package, within bounds.

use std::io::{Cursor, Read, Seek, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::limits::{ENTRIES, UNPACKED_BYTES};
use crate::{Unreadable, Unwritable};

/// Whether bytes begin as a package does, or as an empty one.
pub(crate) fn is_package(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// A package that is read.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    names: Vec<String>,
    left_bytes: u64,
}

impl<'a> Package<'a> {
    /// Opens a package, and looks at nothing but the names in it. A package in a package is one of its files.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::BrokenPackage)?;
        if archive.len() > ENTRIES {
            return Err(Unreadable::TooManyFiles);
        }
        let mut names = Vec::new();
        for index in 0..archive.len() {
            let file = archive.by_index_raw(index).map_err(|_| Unreadable::BrokenPackage)?;
            if file.encrypted() {
                return Err(Unreadable::Encrypted);
            }
            let name = file.name().map_err(|_| Unreadable::BrokenPackage)?.into_owned();
            if !is_safe(&name) {
                return Err(Unreadable::UnsafePath);
            }
            names.push(name);
        }
        Ok(Self { archive, names, left_bytes: UNPACKED_BYTES })
    }

    /// The names of the files, in their order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str).filter(|name| !name.ends_with('/'))
    }

    /// Whether there is a file of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.names.iter().any(|other| other == name)
    }

    /// The bytes of a file; none if there is none of this name. What a file says of its size may be a lie: it is read up
    /// to the limit and no further.
    pub(crate) fn file(&mut self, name: &str, limit: u64) -> Result<Option<Vec<u8>>, Unreadable> {
        let Some(index) = self.names.iter().position(|other| other == name) else { return Ok(None) };
        let file = self.archive.by_index(index).map_err(|_| Unreadable::BrokenPackage)?;
        let bytes = unpack(file, limit.min(self.left_bytes))?;
        self.left_bytes -= size(&bytes);
        Ok(Some(bytes))
    }
}

/// Reads up to a limit: more is a bomb.
pub(crate) fn unpack(file: impl Read, limit: u64) -> Result<Vec<u8>, Unreadable> {
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes).map_err(|_| Unreadable::BrokenPackage)?;
    if size(&bytes) > limit { Err(Unreadable::Bomb) } else { Ok(bytes) }
}

fn size(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

fn is_safe(name: &str) -> bool {
    let parts = || name.split(['/', '\\']);
    !name.starts_with(['/', '\\']) && !parts().any(|part| part == "..") && !name.contains([':', '\0'])
}

/// Packs files.
pub(crate) fn pack(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, Unwritable> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        add(&mut writer, name, bytes)?;
    }
    Ok(writer.finish().map_err(Unwritable::fault)?.into_inner())
}

fn add<W: Write + Seek>(writer: &mut ZipWriter<W>, name: &str, bytes: &[u8]) -> Result<(), Unwritable> {
    writer.start_file(name, SimpleFileOptions::default()).map_err(Unwritable::fault)?;
    writer.write_all(bytes).map_err(Unwritable::fault)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_out_of_the_folder_are_refused() {
        for name in ["../a", "a/../../b", "/a", "\\a", "c:\\a", "a\\..\\b"] {
            let bytes = pack(&[(name.to_owned(), Vec::new())]).unwrap();
            assert_eq!(Package::open(&bytes).err(), Some(Unreadable::UnsafePath), "{name}");
        }
        assert!(is_safe("a/b..c/d.xml"));
    }

    #[test]
    fn what_unpacks_beyond_its_limit_is_a_bomb() {
        let bytes = pack(&[("a".to_owned(), vec![0; 2_000_000])]).unwrap();
        assert!(bytes.len() < 10_000);
        let mut package = Package::open(&bytes).unwrap();
        assert_eq!(package.file("a", 1_999_999), Err(Unreadable::Bomb));
        assert_eq!(package.file("a", 2_000_000).unwrap().unwrap().len(), 2_000_000);
        assert_eq!(package.file("b", 1), Ok(None));
    }

    #[test]
    fn too_many_files_are_refused() {
        let files: Vec<_> = (0..=ENTRIES).map(|number| (number.to_string(), Vec::new())).collect();
        assert_eq!(Package::open(&pack(&files).unwrap()).err(), Some(Unreadable::TooManyFiles));
    }
}
