//! A package, or a question on its own, becomes questions.

use super::manifest::{self, Manifest, Resource};
use super::names::common;
use super::{Version, item};
use crate::package::Package;
use crate::text::decode;
use crate::xml::{self, Node};
use crate::{Left, Part, Place, Taken, Unreadable, What, limits};

/// Reads a package. A file that cannot be read is left, and the others are read.
pub(crate) fn read(package: &mut Package) -> Result<Taken, Unreadable> {
    let mut taken = Taken::of(Version::V30.format());
    let manifest = manifest::read(package, &mut taken)?;
    let mut version = None;
    for resource in &manifest.questions {
        let place = Place { path: resource.path.clone(), number: Some(taken.next()), ..Place::default() };
        match package.file(&resource.path, limits::ENTRY_BYTES)? {
            None => taken.leave(place, What::Missing)?,
            Some(bytes) => match tree(&bytes) {
                Ok(root) => {
                    version = version.or_else(|| Version::of(&root.text));
                    question(&common(root), resource, place, &mut taken)?;
                }
                Err(_) => taken.leave(place, What::IllFormed)?,
            },
        }
    }
    if let Some(version) = version.or(manifest.version) {
        taken.format = version.format();
    }
    leave_files(package, &manifest, &mut taken);
    Ok(taken)
}

fn tree(bytes: &[u8]) -> Result<Node, Unreadable> {
    xml::read(&decode(bytes)?.0)
}

fn question(root: &Node, resource: &Resource, place: Place, taken: &mut Taken) -> Result<(), Unreadable> {
    if root.name != "assessmentItem" {
        return taken.leave(place, What::IllFormed);
    }
    match item::read(root) {
        Ok(mut draft) => {
            resource.describe(&mut draft);
            draft.settle(place, taken)
        }
        Err(what) => {
            let name = crate::text::begins(root.attribute("title").unwrap_or_default());
            taken.leave(Place { name, ..place }, what)
        }
    }
}

/// Files that nothing was said of: pictures, style sheets, whatever somebody packed. Schemas say nothing.
fn leave_files(package: &Package, manifest: &Manifest, taken: &mut Taken) {
    let known: std::collections::HashSet<&str> = manifest.files.iter().map(String::as_str).collect();
    let others = package.names().filter(|name| !known.contains(name) && !name.ends_with(".xsd"));
    taken.left.extend(others.map(|name| Left::at_path(name, What::Part(Part::File))));
}

/// Reads a question that came without a package.
pub(crate) fn bare(root: &Node) -> Result<Taken, Unreadable> {
    let version = Version::of(&root.text);
    let is_third = root.name.starts_with("qti-");
    let root = common(root.clone());
    if root.name != "assessmentItem" {
        return Err(Unreadable::NotKnown);
    }
    let version = version.unwrap_or(if is_third { Version::V30 } else { Version::V21 });
    let mut taken = Taken::of(version.format());
    let resource = Resource { path: String::new(), keywords: Vec::new(), other_languages: false };
    let place = Place { number: Some(1), ..Place::default() };
    question(&root, &resource, place, &mut taken)?;
    Ok(taken)
}
