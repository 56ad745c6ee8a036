//! A DOCX file becomes Markdown, and that becomes sections.

mod body;
mod package;
mod styles;
mod words;
mod xml;

use super::{Imported, LeftOut, Unreadable, markdown::split};
use package::Package;

/// The sections of a DOCX file. Tracked changes are taken as accepted; what is left out is said.
///
/// # Errors
///
/// It is no DOCX file, is protected or broken, or passes a bound.
pub fn docx(bytes: &[u8]) -> Result<Imported, Unreadable> {
    let mut package = Package::open(bytes)?;
    let document = package.xml("word/document.xml")?.ok_or(Unreadable::NotDocx)?;
    let relations = package.xml("word/_rels/document.xml.rels")?.unwrap_or_default();
    let styles = package.xml("word/styles.xml")?.unwrap_or_default();
    let numbering = package.xml("word/numbering.xml")?.unwrap_or_default();
    let mut writer = body::Writer::new(&styles, &numbering, &relations);
    let body = document.child("body").ok_or(Unreadable::NotDocx)?;
    writer.blocks(body);
    let mut imported = split(&writer.out);
    imported.left_out = writer.left_out.into_iter().collect();
    for (index, target) in writer.pictures.iter().enumerate() {
        // An address is seen from the document, or from the root of the package.
        let name = target.strip_prefix('/').map_or_else(|| format!("word/{target}"), str::to_owned);
        match package.file(&name)?.filter(|bytes| is_picture(bytes)) {
            Some(bytes) => imported.pictures.push((body::placeholder(index), bytes)),
            None => add(&mut imported.left_out, LeftOut::Picture),
        }
    }
    Ok(imported)
}

fn add(left_out: &mut Vec<(LeftOut, usize)>, what: LeftOut) {
    match left_out.iter_mut().find(|(other, _)| *other == what) {
        Some((_, count)) => *count += 1,
        None => left_out.push((what, 1)),
    }
}

/// Whether the bytes begin as JPEG, PNG, GIF or WebP do.
fn is_picture(bytes: &[u8]) -> bool {
    let starts: [&[u8]; 4] = [b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"RIFF"];
    starts.iter().any(|start| bytes.starts_with(start))
}
