//! A folder of content: the texts of its files.

use std::path::Path;
use std::{fs, io};

use serde::de::DeserializeOwned;

use crate::Finding;

/// More than this is no text that somebody wrote to be learnt.
const MOST_BYTES: u64 = 1 << 20;
/// Folders lie no deeper than this in one another: `items/en`.
const MOST_DEEP: usize = 3;

/// One file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Where it lies in the folder, with `/` between its parts: `items/en/AL.toml`.
    pub path: String,
    /// What stands in it.
    pub text: String,
}

/// The files, in the order of their paths.
#[derive(Debug, Clone, Default)]
pub struct Folder {
    sources: Vec<Source>,
}

impl Folder {
    /// These files.
    #[must_use]
    pub fn of(sources: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut sources: Vec<Source> = sources.into_iter().map(|(path, text)| Source { path, text }).collect();
        sources.sort_by(|one, other| one.path.cmp(&other.path));
        Self { sources }
    }

    /// The texts below a folder: `.toml` and `.md`; whatever else lies there is passed over.
    ///
    /// # Errors
    /// When a file cannot be read, is no UTF-8, or is too large to be a text.
    pub fn open(root: &Path) -> io::Result<Self> {
        let mut sources = Vec::new();
        walk(root, "", MOST_DEEP, &mut sources)?;
        Ok(Self::of(sources))
    }

    /// The files.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The files in a folder of this one that end so.
    pub(crate) fn files<'a>(&'a self, folder: &'a str, ending: &'a str) -> impl Iterator<Item = &'a Source> {
        let inside =
            move |source: &&Source| source.path.strip_prefix(folder).is_some_and(|rest| rest.ends_with(ending));
        self.sources.iter().filter(inside)
    }
}

fn walk(root: &Path, path: &str, deep: usize, found: &mut Vec<(String, String)>) -> io::Result<()> {
    for entry in fs::read_dir(root.join(path))? {
        let entry = entry?;
        let Some(name) = entry.file_name().to_str().map(|name| format!("{path}{name}")) else { continue };
        let kind = entry.metadata()?;
        if kind.is_dir() && deep > 1 {
            walk(root, &format!("{name}/"), deep - 1, found)?;
        } else if kind.is_file() && [".toml", ".md"].iter().any(|ending| name.ends_with(ending)) {
            if kind.len() > MOST_BYTES {
                return Err(io::Error::other(format!("{name} is larger than {MOST_BYTES} bytes")));
            }
            let text = fs::read_to_string(entry.path());
            let text = text.map_err(|error| io::Error::new(error.kind(), format!("{name}: {error}")))?;
            found.push((name, text));
        }
    }
    Ok(())
}

/// What a file says, or why it cannot be read.
pub(crate) fn parse<T: DeserializeOwned>(source: &Source, findings: &mut Vec<Finding>) -> Option<T> {
    toml::from_str(&source.text)
        .map_err(|error| {
            let line = error.span().map_or(1, |span| source.text[..span.start.min(source.text.len())].lines().count());
            findings.push(Finding::of(format!("{} line {line}", source.path), "unreadable", error.message()));
        })
        .ok()
}

/// The things of a folder in which each has a file of its own, called as it is.
pub(crate) fn named<T: DeserializeOwned>(
    folder: &Folder,
    inside: &str,
    id: impl Fn(&T) -> &str,
    findings: &mut Vec<Finding>,
) -> Vec<T> {
    let mut found = Vec::new();
    for source in folder.files(&format!("{inside}/"), ".toml") {
        let Some(thing) = parse::<T>(source, findings) else { continue };
        if source.path != format!("{inside}/{}.toml", id(&thing)) {
            let says = format!("its name {} must be that of its file", id(&thing));
            findings.push(Finding::of(&source.path, "name", says));
        }
        found.push(thing);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_found_in_order_and_all_else_is_passed_over() {
        let root = std::env::temp_dir().join(format!("curriculum-{}", std::process::id()));
        fs::create_dir_all(root.join("items/en/deeper")).unwrap();
        for name in ["items/en/B.toml", "items/en/A.toml", "items/en/A.toml.bak", "a.md", "items/en/deeper/C.toml"] {
            fs::write(root.join(name), name).unwrap();
        }
        let folder = Folder::open(&root).unwrap();
        let paths: Vec<&str> = folder.files("items/en/", ".toml").map(|source| source.path.as_str()).collect();
        assert_eq!(paths, ["items/en/A.toml", "items/en/B.toml"], "and nothing that lies too deep");
        fs::write(root.join("a.md"), [0xff]).unwrap();
        assert!(Folder::open(&root).unwrap_err().to_string().contains("a.md"));
        fs::remove_dir_all(&root).unwrap();
        assert!(Folder::open(&root).is_err());
    }

    #[test]
    fn what_is_no_toml_is_said_with_its_line() {
        let mut findings = Vec::new();
        let source = Source { path: "a.toml".to_owned(), text: "a = 1\nb = \"open\nc = 2\n".to_owned() };
        assert!(parse::<toml::Table>(&source, &mut findings).is_none());
        assert!(findings[0].place.contains("a.toml line 2"), "{findings:?}");
    }
}
