//! The manifest of a package: which files are questions, and what it says of them.

use super::Version;
use super::names::common;
use crate::draft::Draft;
use crate::package::Package;
use crate::text::{begins, decode};
use crate::xml::{self, Node};
use crate::{Left, Part, Taken, Unreadable, What, limits, tags};

/// The name of the manifest.
pub(super) const NAME: &str = "imsmanifest.xml";

/// A question of the package.
pub(super) struct Resource {
    pub(super) path: String,
    /// What the manifest says of it.
    pub(super) keywords: Vec<String>,
    /// Its texts in other languages than its first are not read.
    pub(super) other_languages: bool,
}

/// What a manifest says.
pub(super) struct Manifest {
    pub(super) questions: Vec<Resource>,
    pub(super) version: Option<Version>,
    /// Every file that is spoken of.
    pub(super) files: Vec<String>,
}

/// Reads the manifest: the only one, at the root or, where somebody packed the folder around it, in that folder.
pub(super) fn read(package: &mut Package, taken: &mut Taken) -> Result<Manifest, Unreadable> {
    let is_manifest = |name: &&str| name.rsplit('/').next() == Some(NAME);
    let names: Vec<String> = package.names().filter(is_manifest).map(str::to_owned).collect();
    let name = match &names[..] {
        [] => return Err(Unreadable::NoManifest),
        [name] => name,
        _ => return Err(Unreadable::TwoManifests),
    };
    let bytes = package.file(name, limits::ENTRY_BYTES)?.ok_or(Unreadable::NoManifest)?;
    let root = common(xml::read(&decode(&bytes)?.0)?);
    let folder = name.strip_suffix(NAME).unwrap_or_default();
    let mut manifest = Manifest { questions: Vec::new(), version: None, files: vec![name.clone()] };
    if let Some(title) = title(&root) {
        taken.part(Part::Title(begins(&title)));
    }
    for resource in root.child("resources").into_iter().flat_map(|resources| resources.all("resource")) {
        take(resource, folder, &mut manifest, taken)?;
    }
    Ok(manifest)
}

/// What the package is called, in the first language that it says it in.
fn title(root: &Node) -> Option<String> {
    let metadata = root.child("metadata")?.inside();
    let title = metadata.into_iter().find(|node| node.name == "title")?;
    let text = title.elements().find(|text| matches!(text.name.as_str(), "string" | "langstring"));
    Some(text.unwrap_or(title).words().trim().to_owned()).filter(|title| !title.is_empty())
}

fn take(resource: &Node, folder: &str, manifest: &mut Manifest, taken: &mut Taken) -> Result<(), Unreadable> {
    let kind = resource.attribute("type").unwrap_or_default();
    let href = resource.attribute("href").or_else(|| resource.child("file")?.attribute("href")).unwrap_or_default();
    let path = join(folder, href);
    manifest.files.push(path.clone());
    let leave = |part: Part| Left::at_path(&path, What::Part(part));
    if kind.contains("_item_") || kind.contains("qtiitem") {
        manifest.version = manifest.version.or_else(|| Version::of(kind));
        let metadata = resource.child("metadata");
        let (keywords, other_languages) = metadata.map(keywords).unwrap_or_default();
        manifest.questions.push(Resource { path, keywords, other_languages });
    } else if kind.contains("_test_") || kind.contains("qtitest") || kind.contains("_section_") {
        taken.left.push(leave(Part::Test));
    } else if kind.contains("stimulus") {
        taken.left.push(leave(Part::Stimulus));
    } else if kind.starts_with("imsqti_xmlv1p") {
        let place = crate::Place { number: Some(taken.next()), path, ..crate::Place::default() };
        taken.leave(place, What::OtherKind("QTI 1.2".to_owned()))?;
    } else {
        taken.left.push(leave(Part::File));
    }
    Ok(())
}

/// The keywords of the metadata, and whether some are in more than one language.
fn keywords(metadata: &Node) -> (Vec<String>, bool) {
    let keywords = metadata.inside().into_iter().filter(|node| node.name == "keyword");
    let mut several = false;
    let mut found = Vec::new();
    for keyword in keywords {
        let mut texts = keyword.elements().filter(|text| matches!(text.name.as_str(), "string" | "langstring"));
        found.extend(texts.next().map(|text| text.words().trim().to_owned()));
        several |= texts.next().is_some();
    }
    (found, several)
}

impl Resource {
    /// Adds what the manifest says of a question.
    pub(super) fn describe(&self, draft: &mut Draft) {
        for keyword in &self.keywords {
            tags::take(draft, keyword);
        }
        if self.other_languages {
            draft.leave(Part::OtherLanguage);
        }
    }
}

/// A path from the folder of the manifest, with its escapes undone.
fn join(folder: &str, href: &str) -> String {
    let href = href.split(['?', '#']).next().unwrap_or_default();
    let href = href.strip_prefix("./").unwrap_or(href);
    let mut bytes = Vec::with_capacity(href.len());
    let mut rest = href.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let escaped = after.get(..2).filter(|_| *first == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        if let Some(byte) = escaped.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    format!("{folder}{}", String::from_utf8_lossy(&bytes))
}
