//! Words, and how hard they are to read.

/// The words of a text: letters, digits and what holds them together.
pub fn of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '\'')
        .filter(|word| !word.trim_matches('\'').is_empty())
}

/// The words without what changes with grammar, small, and without those that every text has: to see whether two texts
/// are about the same.
#[must_use]
pub fn stems(text: &str) -> std::collections::BTreeSet<String> {
    let small = of(text).map(str::to_lowercase).filter(|word| !COMMON.contains(&word.as_str()));
    small.map(|word| stem(&word)).collect()
}

fn stem(word: &str) -> String {
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
const COMMON: [&str; 118] = [
    "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "ask", "asked", "asks", "at", "be", "been",
    "before", "best", "but", "by", "can", "could", "did", "do", "does", "done", "first", "for", "from", "had", "has",
    "have", "he", "her", "here", "hers", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "just",
    "more", "most", "next", "no", "not", "now", "of", "off", "on", "one", "only", "or", "our", "out", "over", "own",
    "said", "say", "says", "she", "should", "so", "some", "still", "tell", "tells", "than", "that", "the", "their",
    "them", "then", "there", "these", "they", "this", "those", "three", "to", "told", "two", "up", "us", "very", "was",
    "we", "were", "what", "when", "where", "which", "while", "who", "why", "will", "with", "would", "yes", "you",
    "your", "yours", "que", "de", "la", "el", "un", "una", "y", "en", "se", "usted",
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
        assert_eq!(stems("The visitors' doors were opened."), stems("a visitor's door opening"));
        assert!(stems("What should you do?").is_empty());
    }
}
