//! Packages that are none, or too much.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::package::pack;
use crate::{Format, Unreadable, read};

fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let files: Vec<(String, Vec<u8>)> =
        files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    pack(&files).unwrap()
}

fn refused(bytes: &[u8]) -> Unreadable {
    read(bytes, None, "x.zip").unwrap_err()
}

#[test]
fn a_package_needs_one_manifest() {
    assert_eq!(refused(&zip(&[("a.xml", "<a/>")])), Unreadable::NoManifest);
    assert_eq!(
        refused(&zip(&[("imsmanifest.xml", "<manifest/>"), ("sub/imsmanifest.xml", "<manifest/>")])),
        Unreadable::TwoManifests
    );
    assert_eq!(refused(&zip(&[("a.txt", "a")])), Unreadable::NotKnown);
    assert_eq!(refused(&zip(&[("imsmanifest.xml", "<manifest>")])), Unreadable::IllFormed { line: 1 });
    assert_eq!(refused(&zip(&[])), Unreadable::NotKnown);
    assert_eq!(refused(b"PK\x03\x04 and nothing else"), Unreadable::BrokenPackage);
}

#[test]
fn paths_out_of_the_package_are_refused() {
    assert_eq!(refused(&zip(&[("../imsmanifest.xml", "<manifest/>")])), Unreadable::UnsafePath);
}

/// A file of zeros packs to a thousandth: whatever it says of its size, no more is unpacked than may be.
#[test]
fn a_bomb_is_refused_while_it_unpacks() {
    let bomb = |name: &str| {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        for _ in 0..70 {
            writer.write_all(&vec![b' '; 1 << 20]).unwrap();
        }
        let mut bytes = writer.finish().unwrap().into_inner();
        // It says that it has one byte, in the header and in the list.
        for mark in [&b"PK\x03\x04"[..], b"PK\x01\x02"] {
            let at = bytes.windows(4).rposition(|window| window == mark).unwrap();
            let at = at + if mark == b"PK\x03\x04" { 22 } else { 24 };
            bytes[at..at + 4].copy_from_slice(&[1, 0, 0, 0]);
        }
        bytes
    };
    let bytes = bomb("imsmanifest.xml");
    assert!(bytes.len() < 200_000);
    assert!(matches!(refused(&bytes), Unreadable::Bomb | Unreadable::BrokenPackage));
    assert!(matches!(refused(&bomb("collection.anki2")), Unreadable::Bomb | Unreadable::BrokenPackage));
}

/// Each file may be unpacked, and all of them together may not.
#[test]
fn many_large_files_are_a_bomb_together() {
    let item = " ".repeat(9 << 20);
    let resources: String = (0..12).map(|n| format!("<resource type='imsqti_item_xmlv2p1' href='{n}.xml'/>")).collect();
    let manifest = format!("<manifest><resources>{resources}</resources></manifest>");
    let mut files = vec![("imsmanifest.xml".to_owned(), manifest.into_bytes())];
    files.extend((0..12).map(|n| (format!("{n}.xml"), item.clone().into_bytes())));
    assert_eq!(refused(&pack(&files).unwrap()), Unreadable::Bomb);
}

#[test]
fn a_package_that_asks_for_a_password_is_refused() {
    let mut bytes = zip(&[("imsmanifest.xml", "<manifest/>")]);
    for (mark, at) in [(&b"PK\x03\x04"[..], 6), (b"PK\x01\x02", 8)] {
        let found = bytes.windows(4).position(|window| window == mark).unwrap();
        bytes[found + at] |= 1;
    }
    assert_eq!(refused(&bytes), Unreadable::Encrypted);
}

#[test]
fn a_package_is_not_read_as_a_text() {
    let bytes = zip(&[("imsmanifest.xml", "<manifest/>")]);
    for format in [Format::Gift, Format::Aiken, Format::Csv, Format::MoodleXml] {
        assert_eq!(read(&bytes, Some(format), ""), Err(Unreadable::NotKnown));
    }
    assert_eq!(read(b"x", Some(Format::Anki), ""), Err(Unreadable::BrokenPackage));
}
