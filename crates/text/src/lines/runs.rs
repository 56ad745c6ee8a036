//! The words of a line, in runs of one style.

/// Words of one style, or something that stands between words.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Run {
    /// The words; of a picture, what it shows in words; otherwise empty.
    pub text: String,
    /// What it is.
    pub piece: Piece,
    /// How it looks.
    pub style: Style,
}

/// What a run is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Piece {
    /// Words.
    Words,
    /// A picture with this address.
    Picture(String),
    /// The end of a line inside of a paragraph.
    Break,
    /// What stands between two cells of a row.
    Cell,
}

/// How a run looks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Style {
    /// It weighs more.
    pub strong: bool,
    /// It is stressed.
    pub emphasis: bool,
    /// It is typed or read from a device.
    pub code: bool,
    /// Where it leads, if anywhere.
    pub link: Option<String>,
}

impl Run {
    /// Words of a style.
    #[must_use]
    pub fn words(text: impl Into<String>, style: Style) -> Self {
        Self { text: text.into(), piece: Piece::Words, style }
    }

    /// Something that is not words.
    #[must_use]
    pub fn mark(piece: Piece) -> Self {
        Self { text: String::new(), piece, style: Style::default() }
    }
}

/// The words alone.
#[must_use]
pub fn plain(runs: &[Run]) -> String {
    let word = |run: &Run| match run.piece {
        Piece::Words | Piece::Picture(_) => run.text.clone(),
        Piece::Break => " ".into(),
        Piece::Cell => " | ".into(),
    };
    runs.iter().map(word).collect()
}

/// Puts words behind others: white space counts once, and not at the beginning of a line.
pub(super) fn append(runs: &mut Vec<Run>, text: &str, style: &Style) {
    let mut open = match runs.last() {
        None => true,
        Some(last) => match last.piece {
            Piece::Words => last.text.ends_with(' '),
            Piece::Picture(_) => false,
            Piece::Break | Piece::Cell => true,
        },
    };
    let mut clean = String::with_capacity(text.len());
    for letter in text.chars() {
        let space = letter.is_whitespace();
        if !(space && open) {
            clean.push(if space { ' ' } else { letter });
        }
        open = space;
    }
    append_exactly(runs, &clean, style);
}

/// Puts words behind others as they are.
pub(super) fn append_exactly(runs: &mut Vec<Run>, text: &str, style: &Style) {
    match runs.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.piece == Piece::Words && last.style == *style => last.text.push_str(text),
        _ => runs.push(Run::words(text, style.clone())),
    }
}

/// Takes away the white space at the end of a line, a cell or what stands before a break.
pub(super) fn trim_end(runs: &mut Vec<Run>) {
    while let Some(last) = runs.last_mut().filter(|last| last.piece == Piece::Words) {
        last.text.truncate(last.text.trim_end().len());
        if !last.text.is_empty() {
            return;
        }
        runs.pop();
    }
}
