//! The file: written in one pass over one state of the database, and read back.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;

use ground::db::DbConnection;
use ground::{App, secret};
use sha2::{Digest, Sha256};
use tar::{Archive, Builder, Header};

use super::manifest::{self, FORMAT, Manifest, PictureCount};
use super::rows::{self, TABLES};
use crate::command::KEY;
use crate::{Outcome, Trouble};

/// The manifest and the key are small; what claims to be larger is neither.
const SMALL_BYTES: u64 = 1024 * 1024;

/// Writes a whole archive. The rows are of one moment; the pictures follow, for a picture is on
/// disk before the row that names it.
pub(super) fn write(app: &App, file: &Path) -> Outcome {
    let made_at = app.clock.now();
    let mut tar = Builder::new(create_private(file).map_err(|error| Trouble::with(file, &error))?);
    let (migration, tables) = app.db.read_here(|connection| {
        let migration = rows::newest_migration(connection)?;
        let tables = TABLES.iter().map(|table| write_table(&mut tar, connection, table));
        Ok((migration, tables.collect::<ground::Result<Vec<_>>>()?))
    })?;
    let key = std::fs::read(app.settings.data.join(KEY))?;
    append(&mut tar, KEY, &key)?;
    let mut pictures = PictureCount::default();
    for name in app.files.names()? {
        let name = name?;
        let picture = app.files.read(&name)?;
        if secret::hex(&Sha256::digest(&picture)) != name {
            return Err(format!("The picture {name} is damaged on disk: put it back from an earlier backup.").into());
        }
        append(&mut tar, &format!("files/{name}"), &picture)?;
        pictures.add(&name);
    }
    // A mail is on disk before the row that names it, too.
    let mut mails = PictureCount::default();
    for hash in app.db.read_here(mail::arrival::rows::hashes)? {
        let mail = mail::arrival::read(app, &hash)
            .map_err(|error| format!("The mail {hash} cannot be read: {error}; put it back from an earlier backup."))?;
        if secret::digest(&mail) != hash {
            return Err(format!("The mail {hash} is damaged on disk: put it back from an earlier backup.").into());
        }
        append(&mut tar, &format!("mail-in/{hash}"), &mail)?;
        mails.add(&hash);
    }
    let manifest = Manifest {
        format: FORMAT,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        migration,
        made_at: made_at.to_string(),
        tables,
        key_sha256: secret::hex(&Sha256::digest(&key)),
        pictures: pictures.finish(),
        mails: mails.finish(),
    };
    append(&mut tar, manifest::NAME, &serde_json::to_vec_pretty(&manifest).map_err(ground::Error::from)?)?;
    Ok(tar.into_inner()?.sync_all()?)
}

/// Whoever has the file has everything, so only its owner may read it.
fn create_private(file: &Path) -> std::io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    File::options().write(true).create(true).truncate(true).mode(0o600).open(file)
}

fn header() -> Header {
    let mut header = Header::new_gnu();
    header.set_mode(0o600);
    header
}

fn append(tar: &mut Builder<File>, name: &str, content: &[u8]) -> std::io::Result<()> {
    let mut header = header();
    header.set_size(content.len() as u64);
    tar.append_data(&mut header, name, content)
}

fn write_table(
    tar: &mut Builder<File>,
    connection: &mut DbConnection,
    name: &'static str,
) -> ground::Result<manifest::Table> {
    let table = rows::Table::of(connection, name)?;
    let (mut header, mut digest, mut count) = (header(), Sha256::new(), 0);
    let mut part = tar.append_writer(&mut header, format!("tables/{name}.jsonl"))?;
    let mut last = None;
    loop {
        let mut page = table.page(connection, last.as_deref())?;
        if page.is_empty() {
            break;
        }
        count += page.len() as u64;
        let text = page.join("\n") + "\n";
        digest.update(&text);
        part.write_all(text.as_bytes())?;
        last = page.pop();
    }
    part.finish()?;
    Ok(manifest::Table { name: name.to_owned(), rows: count, sha256: secret::hex(&digest.finalize()) })
}

/// What a part of an archive is, by its name.
pub(super) enum Part<'a> {
    Table(&'a str),
    Key,
    Picture(&'a str),
    Mail(&'a str),
    Manifest,
}

impl<'a> Part<'a> {
    fn named(name: &'a str) -> Option<Self> {
        match name {
            KEY => Some(Self::Key),
            manifest::NAME => Some(Self::Manifest),
            name => match name.split_once('/')? {
                ("tables", table) => table.strip_suffix(".jsonl").map(Part::Table),
                ("files", hash) => secret::from_hex::<32>(hash).map(|_| Self::Picture(hash)),
                ("mail-in", hash) => secret::from_hex::<32>(hash).map(|_| Self::Mail(hash)),
                _ => None,
            },
        }
    }
}

/// Goes through an archive, part by part.
pub(super) fn walk(file: &Path, mut each: impl FnMut(Part<'_>, &mut dyn Read) -> Outcome) -> Outcome {
    let opened = File::open(file).map_err(|error| Trouble::with(file, &error))?;
    let damaged = |error: std::io::Error| Trouble(format!("{} is no archive of ours: {error}", file.display()));
    let mut archive = Archive::new(BufReader::new(opened));
    for entry in archive.entries().map_err(damaged)? {
        let mut entry = entry.map_err(damaged)?;
        let path = entry.path().map_err(damaged)?.into_owned();
        let part = path.to_str().and_then(Part::named);
        let part =
            part.ok_or_else(|| format!("{} holds {}, which is none of ours.", file.display(), path.display()))?;
        each(part, &mut entry)?;
    }
    Ok(())
}

/// Reads a whole archive and holds every part against the manifest.
pub(super) fn check(file: &Path) -> Outcome<Manifest> {
    let (mut found, mut pictures, mut mails) = (Vec::new(), PictureCount::default(), PictureCount::default());
    let (mut key_sha256, mut manifest) = (String::new(), None::<Manifest>);
    walk(file, |part, content| {
        match part {
            Part::Table(name) => found.push(digest_of_lines(name, content)?),
            Part::Key => key_sha256 = secret::hex(&Sha256::digest(small(content)?)),
            Part::Picture(name) => {
                check_digest(file, name, content)?;
                pictures.add(name);
            }
            Part::Mail(name) => {
                check_digest(file, name, content)?;
                mails.add(name);
            }
            Part::Manifest => {
                let read = serde_json::from_slice(&small(content)?);
                manifest = Some(read.map_err(|error| format!("{}: its manifest: {error}", file.display()))?);
            }
        }
        Ok(())
    })?;
    let manifest = manifest.ok_or_else(|| format!("{} is cut off: its manifest is missing.", file.display()))?;
    if manifest.format != FORMAT {
        return Err(format!(
            "{} was written by Rapport {}, which this one cannot read.",
            file.display(),
            manifest.version
        )
        .into());
    }
    let fault = fault(&manifest, &found).or((manifest.key_sha256 != key_sha256).then(|| "the key".to_owned()));
    let fault = fault.or((manifest.pictures != pictures.finish()).then(|| "the list of pictures".to_owned()));
    let fault = fault.or((manifest.mails != mails.finish()).then(|| "the list of mails".to_owned()));
    match fault {
        Some(part) => {
            Err(format!("{}: {part} is not what the manifest says; the file was changed.", file.display()).into())
        }
        None => Ok(manifest),
    }
}

/// A part that is named by its own digest is what its name says.
fn check_digest(file: &Path, name: &str, content: &mut dyn Read) -> Outcome {
    let mut digest = Sha256::new();
    std::io::copy(content, &mut digest)?;
    if secret::hex(&digest.finalize()) == name {
        return Ok(());
    }
    Err(format!("{}: the file {name} was changed.", file.display()).into())
}

/// The first table that is not what the manifest says.
fn fault(manifest: &Manifest, found: &[manifest::Table]) -> Option<String> {
    let missing = manifest.tables.iter().find(|table| !found.contains(table));
    let missing = missing.map(|table| format!("the table {}", table.name));
    missing.or((manifest.tables != found).then(|| "the list of tables".to_owned()))
}

fn digest_of_lines(name: &str, content: &mut dyn Read) -> Outcome<manifest::Table> {
    let (mut reader, mut digest, mut rows) = (BufReader::new(content), Sha256::new(), 0);
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line)? > 0 {
        digest.update(&line);
        rows += 1;
        line.clear();
    }
    Ok(manifest::Table { name: name.to_owned(), rows, sha256: secret::hex(&digest.finalize()) })
}

/// A part that is small, whole.
pub(super) fn small(content: &mut dyn Read) -> Outcome<Vec<u8>> {
    let mut bytes = Vec::new();
    content.take(SMALL_BYTES).read_to_end(&mut bytes)?;
    Ok(bytes)
}
