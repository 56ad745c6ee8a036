//! Packages for Anki that are not what they say.

use crate::package::{Package, pack};
use crate::{Format, Unreadable, read};

const MODERN: &[u8] = include_bytes!("../../reference/modern.apkg");

/// A package with some of the files of another, and with others besides.
fn packed(bytes: &[u8], keeps: &[&str], adds: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut package = Package::open(bytes).unwrap();
    let keep = |name: &&str| ((*name).to_owned(), package.file(name, 1 << 20).unwrap().unwrap());
    let mut files: Vec<(String, Vec<u8>)> = keeps.iter().map(keep).collect();
    files.extend(adds.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.clone())));
    pack(&files).unwrap()
}

fn refused(bytes: &[u8]) -> Unreadable {
    read(bytes, Some(Format::Anki), "").unwrap_err()
}

#[test]
fn a_stub_alone_is_outdated() {
    assert_eq!(refused(&packed(MODERN, &["meta", "collection.anki2"], &[])), Unreadable::Outdated);
    assert_eq!(refused(&packed(MODERN, &["collection.anki2"], &[])), Unreadable::Outdated);
}

#[test]
fn a_newer_package_is_refused() {
    let newer = packed(MODERN, &["collection.anki21b"], &[("meta", vec![8, 4])]);
    assert_eq!(refused(&newer), Unreadable::TooNew);
}

#[test]
fn what_is_no_database_is_broken() {
    assert_eq!(refused(&packed(MODERN, &["meta"], &[])), Unreadable::BrokenPackage);
    for name in ["collection.anki2", "collection.anki21", "collection.anki21b"] {
        assert_eq!(refused(&packed(MODERN, &[], &[(name, b"no database".to_vec())])), Unreadable::BrokenPackage);
        assert_eq!(refused(&packed(MODERN, &[], &[(name, Vec::new())])), Unreadable::BrokenPackage);
    }
}

#[test]
fn files_besides_are_said() {
    let taken = read(&packed(MODERN, &["meta", "collection.anki21b"], &[("0", vec![1])]), None, "").unwrap();
    assert!(taken.left.iter().any(|left| left.place.path == "0"));
}

/// A frame of Zstandard that repeats one byte: nine bytes for each 128 KiB, and none of them a lie.
#[test]
fn a_bomb_of_zstandard_is_refused() {
    let mut frame = vec![0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58];
    for _ in 0..600 {
        // A block of one byte that is repeated 131 072 times, and not the last.
        let header: u32 = 131_072 << 3 | 1 << 1;
        frame.extend(&header.to_le_bytes()[..3]);
        frame.push(0);
    }
    frame.extend([1, 0, 0]);
    assert!(frame.len() < 4_000);
    assert_eq!(refused(&packed(MODERN, &[], &[("collection.anki21b", frame)])), Unreadable::Bomb);
}
