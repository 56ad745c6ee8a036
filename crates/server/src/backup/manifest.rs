//! What an archive says of itself, in its last part.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The name of the manifest in the archive.
pub(super) const NAME: &str = "manifest.json";
/// The shape of the archive; a program that does not know it refuses.
pub(super) const FORMAT: u32 = 1;

/// What an archive says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// The shape of the archive.
    pub format: u32,
    /// The version of Rapport that wrote it.
    pub version: String,
    /// The newest migration of the database that it came from.
    pub migration: String,
    /// When it was begun (RFC 3339).
    pub made_at: String,
    /// The tables, each after those that it refers to.
    pub tables: Vec<Table>,
    /// SHA-256 of the installation's key file, in hex.
    pub key_sha256: String,
    /// The pictures, and other files that came in.
    pub pictures: Pictures,
    /// The mails, as they came in.
    #[serde(default)]
    pub mails: Pictures,
}

/// One table of an archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Table {
    pub name: String,
    pub rows: u64,
    /// SHA-256 of its lines, in hex.
    pub sha256: String,
}

/// The pictures of an archive. Each is named by its own digest, so that the names prove them all.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Pictures {
    pub count: u64,
    /// SHA-256 of their names in order, in hex.
    pub names_sha256: String,
}

/// Counts pictures as they go by.
#[derive(Default)]
pub(super) struct PictureCount {
    count: u64,
    names: Sha256,
}

impl PictureCount {
    pub(super) fn add(&mut self, name: &str) {
        self.count += 1;
        self.names.update(name);
    }

    pub(super) fn finish(self) -> Pictures {
        Pictures { count: self.count, names_sha256: ground::secret::hex(&self.names.finalize()) }
    }
}
