//! What a command says when it could not do its work: one sentence.

use ground::Error;
use ground::words::Language;

/// How a command ends.
pub type Outcome<T = ()> = Result<T, Trouble>;

/// Why a command could not do its work, as a sentence for whoever runs it.
#[derive(Debug)]
pub struct Trouble(pub String);

impl Trouble {
    /// Trouble with a file or a folder.
    #[must_use]
    pub fn with(path: &std::path::Path, error: &std::io::Error) -> Self {
        Self(format!("{}: {error}", path.display()))
    }
}

impl From<String> for Trouble {
    fn from(sentence: String) -> Self {
        Self(sentence)
    }
}

impl From<&str> for Trouble {
    fn from(sentence: &str) -> Self {
        Self(sentence.to_owned())
    }
}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        match (&error, crate::slices::catalogue()) {
            // A page hides what is broken; who runs the command has to know it.
            (Error::Broken(cause), _) => Self(cause.to_string()),
            (_, Ok(catalogue)) => Self(error.sentence(&catalogue.speak(Language::English))),
            (_, Err(_)) => Self(error.to_string()),
        }
    }
}
