//! Words, and how hard they are to read.

use std::collections::BTreeSet;

/// The words of a text: letters, digits and what holds them together.
pub fn of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '\'')
        .filter(|word| !word.trim_matches('\'').is_empty())
}

/// The words of a text in a language without what changes with grammar, small, and without those that every text has: to see
/// whether two texts are about the same.
#[must_use]
pub fn stems(text: &str, language: &str) -> BTreeSet<String> {
    let small = of(text).map(str::to_lowercase);
    if language == "es" {
        let plain = small.map(|word| word.chars().map(unaccented).collect::<String>());
        return plain.filter(|word| !COMMON_IN_SPANISH.contains(&word.as_str())).map(|word| spanish(&word)).collect();
    }
    small.filter(|word| !COMMON.contains(&word.as_str())).map(|word| english(&word)).collect()
}

/// A Spanish letter without its accent, which many leave out; one with a tilde is another letter, and stays.
const fn unaccented(letter: char) -> char {
    match letter {
        '\u{e1}' => 'a',
        '\u{e9}' => 'e',
        '\u{ed}' => 'i',
        '\u{f3}' => 'o',
        '\u{fa}' | '\u{fc}' => 'u',
        other => other,
    }
}

/// A Spanish word without its plural and its gender. What changes with a verb stays: it is too irregular to be cut.
fn spanish(word: &str) -> String {
    let long = |rest: &&str| rest.chars().count() >= 4;
    let one = word.strip_suffix('s').filter(long).unwrap_or(word);
    one.strip_suffix(['a', 'e', 'o']).filter(long).unwrap_or(one).to_owned()
}

/// An English word without its ending.
fn english(word: &str) -> String {
    let word = word.trim_matches('\'');
    let word = word.strip_suffix("'s").unwrap_or(word);
    let endings = ["ing", "ed", "es", "s", "ly"];
    let cut = endings.iter().find_map(|ending| word.strip_suffix(ending).filter(|rest| rest.chars().count() >= 4));
    cut.unwrap_or(word).to_owned()
}

/// How many parts are spoken in an English word, about: groups of vowels, without a silent e.
fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let vowel = |letter: char| "aeiouy".contains(letter);
    let mut groups = 0;
    let mut before = false;
    for letter in word.chars() {
        groups += usize::from(vowel(letter) && !before);
        before = vowel(letter);
    }
    let silent = word.ends_with('e') && !word.ends_with("le") && groups > 1;
    (groups - usize::from(silent)).max(1)
}

/// The grade of school in which an English text is read with ease: Kincaid, Fishburne, Rogers and Chissom, Derivation of
/// New Readability Formulas for Navy Enlisted Personnel (1975), with syllables counted by groups of vowels.
#[must_use]
#[allow(clippy::cast_precision_loss, reason = "a text has fewer words than a number has digits")]
pub fn grade(text: &str) -> f64 {
    let ends = |(at, letter): (usize, char)| {
        let rest = &text[at + letter.len_utf8()..];
        ".!?".contains(letter)
            && rest.chars().next().is_none_or(|next| !next.is_alphanumeric() && !".!?".contains(next))
    };
    let sentences = text.char_indices().filter(|one| ends(*one)).count().max(1) as f64;
    let words: Vec<&str> = of(text).collect();
    if words.is_empty() {
        return 0.0;
    }
    let count = words.len() as f64;
    let spoken = words.iter().map(|word| syllables(word)).sum::<usize>() as f64;
    0.39 * count / sentences + 11.8 * spoken / count - 15.59
}

/// Words that say nothing of what a text is about.
const COMMON: [&str; 108] = [
    "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "ask", "asked", "asks", "at", "be", "been",
    "before", "best", "but", "by", "can", "could", "did", "do", "does", "done", "first", "for", "from", "had", "has",
    "have", "he", "her", "here", "hers", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "just",
    "more", "most", "next", "no", "not", "now", "of", "off", "on", "one", "only", "or", "our", "out", "over", "own",
    "said", "say", "says", "she", "should", "so", "some", "still", "tell", "tells", "than", "that", "the", "their",
    "them", "then", "there", "these", "they", "this", "those", "three", "to", "told", "two", "up", "us", "very", "was",
    "we", "were", "what", "when", "where", "which", "while", "who", "why", "will", "with", "would", "yes", "you",
    "your", "yours",
];

/// The same in Spanish, without accents.
const COMMON_IN_SPANISH: [&str; 110] = [
    "a", "al", "algo", "ante", "antes", "asi", "aun", "aunque", "bien", "cada", "como", "con", "contra", "conviene",
    "cual", "cuales", "cuando", "cuanto", "de", "debe", "deberia", "decir", "del", "desde", "despues", "dice", "dijo",
    "donde", "dos", "e", "el", "ella", "ellas", "ellos", "en", "entre", "era", "es", "esa", "ese", "eso", "esta",
    "estaba", "estan", "estar", "este", "esto", "estos", "fue", "ha", "haber", "hace", "hacer", "hacia", "han",
    "haria", "hasta", "hay", "la", "las", "le", "les", "lo", "los", "mas", "me", "mejor", "mi", "mientras", "muy",
    "ni", "no", "nos", "o", "otra", "otro", "para", "pero", "poco", "por", "porque", "primero", "que", "quien", "se",
    "sea", "ser", "si", "sin", "sobre", "son", "su", "sus", "tambien", "tan", "te", "tiene", "todo", "tres", "tu",
    "un", "una", "uno", "unos", "usted", "ustedes", "va", "y", "ya", "yo",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_a_child_reads_is_of_a_low_grade_and_a_contract_of_a_high_one() {
        // 6 words, 1 sentence, 6 syllables: 0.39 * 6 + 11.8 * 1 - 15.59 = -1.45.
        assert!((grade("The cat sat on the mat.") + 1.45).abs() < 1e-9);
        let hard = "Notwithstanding anything to the contrary, the aforementioned obligations of the contractor survive \
                    termination of this agreement irrespective of cause.";
        assert!(grade(hard) > 14.0);
        assert_eq!(grade(""), 0.0);
        assert!(grade("\"Wait. 3.5 metres!\"") < grade("Wait 3.5 metres and consider"));
    }

    #[test]
    fn two_texts_about_the_same_have_the_same_stems() {
        assert_eq!(stems("The visitors' doors were opened.", "en"), stems("a visitor's door opening", "en"));
        assert!(stems("What should you do?", "en").is_empty());
    }

    #[test]
    fn two_spanish_texts_about_the_same_have_the_same_stems() {
        let one = stems("Una inquilina nerviosa mira las puertas de los ascensores.", "es");
        assert_eq!(one, stems("El inquilino nervioso mira la puerta del ascensor.", "es"));
        assert_eq!(one.len(), 5, "{one:?}");
        assert!(stems("\u{bf}Qu\u{e9} deber\u{ed}a hacer usted primero?", "es").is_empty());
        assert_eq!(stems("Est\u{e1} en la recepci\u{f3}n.", "es"), stems("Esta en la recepcion.", "es"));
        assert_ne!(stems("casa", "es"), stems("caso", "es"), "a short word keeps its end");
    }
}
