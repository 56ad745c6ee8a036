//! What a comment is about, found by its words: a hint where to read first, and no figure of anything.

mod stems;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use ground::choice;
use ground::fields::Choice;
use ground::words::{Language, Words};

choice! {
    /// What a comment is about. Whether it is good or bad is not said, praise excepted.
    pub enum Theme {
        /// How officers behave.
        People = "people", "theme-people",
        /// Officers whom nobody there knows.
        NewFaces = "new-faces", "theme-new-faces",
        /// Whether officers are there, and walk their rounds.
        Presence = "presence", "theme-presence",
        /// Whether they know what to do.
        Skill = "skill", "theme-skill",
        /// What is said to whom, supervision among it.
        Communication = "communication", "theme-communication",
        /// What is written down.
        Reports = "reports", "theme-reports",
        /// How long things take.
        ResponseTime = "response-time", "theme-response-time",
        /// Doors, and who comes in.
        AccessControl = "access-control", "theme-access-control",
        /// Vehicles, and where they stand.
        Parking = "parking", "theme-parking",
        /// Whether people feel safe.
        Safety = "safety", "theme-safety",
        /// What it costs.
        Cost = "cost", "theme-cost",
        /// How officers look.
        Appearance = "appearance", "theme-appearance",
        /// That something is good.
        Praise = "praise", "theme-praise",
        /// None of these.
        Other = "other", "theme-other",
    }
}

/// How many words before a praise can turn it round.
const TURNS_WORDS: usize = 3;

/// One stem: its parts, in which language, and of which theme.
struct Stem {
    parts: Vec<&'static str>,
    language: usize,
    theme: Theme,
}

impl Stem {
    /// Whether it fits the words that begin here.
    fn fits(&self, words: &[String]) -> bool {
        let each = |(part, word): (&&str, &String)| match part.strip_suffix('.') {
            Some(whole) => word == whole,
            None => word.starts_with(*part),
        };
        words.len() >= self.parts.len() && self.parts.iter().zip(words).all(each)
    }
}

/// All stems by their first letter, so that a word is held against few of them.
static BY_LETTER: LazyLock<BTreeMap<u8, Vec<Stem>>> = LazyLock::new(|| {
    let mut by_letter: BTreeMap<u8, Vec<Stem>> = BTreeMap::new();
    for (theme, language, stem) in stems::all() {
        let letter = stem.bytes().next().unwrap_or_default();
        by_letter.entry(letter).or_default().push(Stem { parts: stem.split(' ').collect(), language, theme });
    }
    by_letter
});

/// What a comment is about. Where its language is not known, it is held against the words of all.
pub(crate) fn of(comment: &str, language: Option<Language>) -> BTreeSet<Theme> {
    let words = words(comment);
    let asked = language.and_then(|language| Language::ALL.iter().position(|one| *one == language));
    let mut found = BTreeSet::new();
    for (at, word) in words.iter().enumerate() {
        let stems = word.bytes().next().and_then(|letter| BY_LETTER.get(&letter));
        for stem in stems.into_iter().flatten().filter(|stem| asked.is_none_or(|asked| stem.language == asked)) {
            let is_new = !found.contains(&stem.theme) && stem.fits(&words[at..]);
            if is_new && !(stem.theme == Theme::Praise && is_turned(&words[..at], stem.language)) {
                found.insert(stem.theme);
            }
        }
    }
    if found.is_empty() {
        found.insert(Theme::Other);
    }
    found
}

/// Whether what follows these words is turned round by one of the last of them.
fn is_turned(before: &[String], language: usize) -> bool {
    before.iter().rev().take(TURNS_WORDS).any(|word| stems::turns(word, language))
}

/// The words of a text: small letters without accents, and digits; anything else parts them.
fn words(text: &str) -> Vec<String> {
    let plain = text.chars().flat_map(char::to_lowercase).filter_map(plain);
    let plain: String = plain.collect();
    plain.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// A letter without its accent; a blank for what is no letter, and nothing for an accent that stands by itself.
const fn plain(letter: char) -> Option<char> {
    Some(match letter {
        'a'..='z' | '0'..='9' => letter,
        '\u{e0}'..='\u{e5}' => 'a',
        '\u{e7}' => 'c',
        '\u{e8}'..='\u{eb}' => 'e',
        '\u{ec}'..='\u{ef}' => 'i',
        '\u{f1}' => 'n',
        '\u{f2}'..='\u{f6}' => 'o',
        '\u{f9}'..='\u{fc}' => 'u',
        '\u{fd}' | '\u{ff}' => 'y',
        '\u{300}'..='\u{36f}' => return None,
        _ => ' ',
    })
}

/// Comments put under their themes, for a page that shows all of them or one theme.
#[derive(Debug)]
pub(crate) struct Sorted<T> {
    /// How many comments are about each theme, those with the most first; themes of none are left out.
    pub counts: Vec<(Theme, usize)>,
    /// Which theme is shown alone.
    pub chosen: Option<Theme>,
    /// The comments that are shown, each with what it is about.
    pub shown: Vec<(T, BTreeSet<Theme>)>,
    /// How many comments there are.
    pub all: usize,
    /// How many more there are that are not shown.
    pub left_out: usize,
}

impl<T> Sorted<T> {
    /// Sorts comments, the newest of which come first, and shows at most so many; `word` is the theme that the address asks
    /// for, `said` the words of one and their language.
    pub(crate) fn of(comments: Vec<T>, word: &str, most: usize, said: impl Fn(&T) -> (&str, Option<Language>)) -> Self {
        let about = |comment: T| {
            let (words, language) = said(&comment);
            let themes = of(words, language);
            (comment, themes)
        };
        let sorted: Vec<(T, BTreeSet<Theme>)> = comments.into_iter().map(about).collect();
        let all = sorted.len();
        let count = |theme: &Theme| (*theme, sorted.iter().filter(|(_, themes)| themes.contains(theme)).count());
        let mut counts: Vec<(Theme, usize)> = Theme::ALL.iter().map(count).filter(|(_, count)| *count > 0).collect();
        counts.sort_by_key(|(theme, count)| (*theme == Theme::Other, std::cmp::Reverse(*count)));
        let chosen = Theme::from_word(word);
        let fits = |themes: &BTreeSet<Theme>| chosen.is_none_or(|chosen| themes.contains(&chosen));
        let mut shown: Vec<_> = sorted.into_iter().filter(|(_, themes)| fits(themes)).collect();
        let left_out = shown.len().saturating_sub(most);
        shown.truncate(most);
        Self { counts, chosen, shown, all, left_out }
    }

    /// Whether this theme is shown alone.
    pub(crate) fn is_chosen(&self, theme: &Theme) -> bool {
        self.chosen.as_ref() == Some(theme)
    }
}

/// What a comment is about, in words.
pub(crate) fn names(themes: &BTreeSet<Theme>, w: &Words) -> String {
    themes.iter().map(|theme| w.t(theme.key())).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests;
