//! The files that the rules look at, read once.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// A text file: its path from the workspace's folder, with forward slashes, and what it says.
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// All text files of the workspace, by path.
pub(crate) struct Tree {
    files: BTreeMap<String, File>,
}

impl Tree {
    /// Reads every file that git tracks or would track. Files that are not text are left out.
    pub(crate) fn read(root: &Path) -> Result<Self, String> {
        let output = Command::new("git")
            .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            .current_dir(root)
            .output()
            .map_err(|error| format!("git could not be started: {error}."))?;
        if !output.status.success() {
            return Err(format!("git ls-files: {}", String::from_utf8_lossy(&output.stderr)));
        }
        let names = String::from_utf8_lossy(&output.stdout);
        let paths = names.split('\0').filter(|name| !name.is_empty());
        // A file that was deleted but is still tracked cannot be read, and need not be.
        let read = |path: &str| Some((path.to_string(), std::fs::read_to_string(root.join(path)).ok()?));
        Ok(Self::from_pairs(paths.filter_map(read)))
    }

    /// A tree made up for a test.
    #[cfg(test)]
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        Self::from_pairs(files.iter().map(|(path, text)| (path.to_string(), text.to_string())))
    }

    fn from_pairs(pairs: impl Iterator<Item = (String, String)>) -> Self {
        let files = pairs.map(|(path, text)| (path.clone(), File { path, text }));
        Self { files: files.collect() }
    }

    /// All files, ordered by path.
    pub(crate) fn files(&self) -> impl Iterator<Item = &File> {
        self.files.values()
    }

    /// Whether a file is there.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// What a file says, if it is there.
    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(|file| file.text.as_str())
    }

    /// The names of the folders in `crates/` that hold a `Cargo.toml`.
    pub(crate) fn crates(&self) -> impl Iterator<Item = &str> {
        self.files.keys().filter_map(|path| path.strip_prefix("crates/")?.strip_suffix("/Cargo.toml"))
    }
}

impl File {
    /// The last part of the path.
    pub(crate) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// The part of the name after the last dot.
    pub(crate) fn extension(&self) -> &str {
        self.name().rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    /// The crate that the file lies in.
    pub(crate) fn house_crate(&self) -> Option<&str> {
        self.path.strip_prefix("crates/")?.split('/').next()
    }

    /// The path from the crate's `src` folder.
    pub(crate) fn in_source(&self) -> Option<&str> {
        self.path.strip_prefix("crates/")?.split_once('/')?.1.strip_prefix("src/")
    }

    /// Whether the file is Rust that ships with the product or tests it.
    pub(crate) fn is_house_rust(&self) -> bool {
        self.house_crate().is_some() && self.extension() == "rs"
    }

    /// Whether the file only tests.
    pub(crate) fn is_test(&self) -> bool {
        let folders = ["/tests/", "/benches/"];
        self.name() == "tests.rs"
            || self.house_crate() == Some("stage")
            || folders.iter().any(|folder| self.path.contains(folder))
    }

    /// The lines of Rust, numbered from 1, without comments.
    pub(crate) fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().map(without_comment).enumerate().map(|(index, line)| (index + 1, line))
    }

    /// The same, without the tests at the bottom of the file.
    pub(crate) fn shipped_code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines: Vec<&str> = self.text.lines().collect();
        let opens_tests = |pair: &[&str]| {
            pair[0].trim() == "#[cfg(test)]" && pair[1].trim_start().starts_with("mod ") && pair[1].ends_with('{')
        };
        let end = lines.windows(2).position(opens_tests).unwrap_or(lines.len());
        self.code().take(end)
    }
}

fn without_comment(line: &str) -> &str {
    if line.trim_start().starts_with("//") {
        return "";
    }
    // Two slashes inside a text, such as an address, follow an odd number of quotes.
    let starts = line.match_indices(" //").map(|(start, _)| start);
    let comment = starts.into_iter().find(|start| line[..*start].matches('"').count().is_multiple_of(2));
    comment.map_or(line, |start| &line[..start])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_left_out_and_addresses_stay() {
        assert_eq!(without_comment("    /// uses diesel"), "");
        assert_eq!(without_comment("let a = 1; // uses diesel"), "let a = 1;");
        assert_eq!(without_comment(r#"let a = "see //there";"#), r#"let a = "see //there";"#);
    }

    #[test]
    fn shipped_code_ends_where_the_tests_begin() {
        let tree = Tree::of(&[("a.rs", "fn a() {}\n#[cfg(test)]\nmod tests {\n    use super::*;\n}\n")]);
        let file = tree.files().next().unwrap();
        assert_eq!(file.shipped_code().collect::<Vec<_>>(), [(1, "fn a() {}")]);
        assert_eq!(file.code().count(), 5);
    }

    #[test]
    fn a_file_knows_its_place() {
        let tree = Tree::of(&[("crates/people/src/client/rows.rs", "")]);
        let file = tree.files().next().unwrap();
        assert_eq!(file.name(), "rows.rs");
        assert_eq!(file.house_crate(), Some("people"));
        assert_eq!(file.in_source(), Some("client/rows.rs"));
        assert!(!file.is_test());
    }
}
