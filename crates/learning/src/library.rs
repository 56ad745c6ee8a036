//! The content that we carry: the folder `content` of the repository, in the binary.

use std::collections::HashMap;
use std::sync::LazyLock;

use curriculum::{Curriculum, Folder, Scenario};
use ground::secret;
use rust_embed::Embed;

#[derive(Embed)]
#[folder = "../../content"]
struct Files;

static FOLDER: LazyLock<Folder> = LazyLock::new(|| {
    let text = |path: &str| Some(String::from_utf8_lossy(&Files::get(path)?.data).into_owned());
    Folder::of(Files::iter().filter_map(|path| Some((path.to_string(), text(&path)?))))
});

// The tests and `rapport content check` hold the folder to its rules; what stands in a binary has passed them.
static CURRICULUM: LazyLock<Curriculum> = LazyLock::new(|| Curriculum::parse(&FOLDER).0);

static DIGEST: LazyLock<String> = LazyLock::new(|| {
    let parts = FOLDER.sources().iter().map(|source| format!("{}\n{}\n", source.path, source.text));
    secret::digest(&parts.collect::<String>())
});

// The digest of each dialogue, by its name, which is that of its file.
static SCENARIOS: LazyLock<HashMap<&str, String>> = LazyLock::new(|| {
    let named = |path: &'static str| path.strip_prefix("scenarios/")?.strip_suffix(".toml");
    let digests = FOLDER.sources().iter().filter_map(|one| Some((named(&one.path)?, secret::digest(&one.text))));
    digests.collect()
});

/// All that is taught.
#[must_use]
pub fn curriculum() -> &'static Curriculum {
    &CURRICULUM
}

/// The digest of all of it, by which one notices that it changed.
#[must_use]
pub fn digest() -> &'static str {
    &DIGEST
}

/// The dialogue of this name, with the digest of its text.
#[must_use]
pub fn scenario(id: &str) -> Option<(&'static Scenario, &'static str)> {
    let scenario = CURRICULUM.scenarios.iter().find(|scenario| scenario.id == id)?;
    Some((scenario, SCENARIOS.get(id)?.as_str()))
}
