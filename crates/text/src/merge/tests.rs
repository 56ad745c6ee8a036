use proptest::prelude::*;

use super::*;

fn section(key: &str, title: &str, words: &str) -> Section {
    Section { key: key.into(), kind: String::new(), title: title.into(), words: words.into() }
}

fn one(words: &str) -> Vec<Section> {
    vec![section("s", "S", words)]
}

/// Lines by their first letters, as paragraphs.
fn paragraphs(letters: &str) -> Vec<Section> {
    one(&letters.chars().map(|letter| format!("{letter}\n\n")).collect::<String>())
}

fn seen(base: &str, ours: &str, theirs: &str) -> String {
    let merged = merge(&paragraphs(base), &paragraphs(ours), &paragraphs(theirs));
    let short = |text: &Option<String>| text.clone().unwrap_or_default().replace('\n', "");
    let say = |it: &Conflict| format!(" {}|{}|{}", short(&it.base), short(&it.ours), short(&it.theirs));
    let conflicts: String = merged.conflicts.iter().map(say).collect();
    merged.sections[0].words.replace('\n', "") + &conflicts
}

#[test]
fn lines_merge_where_edits_do_not_touch() {
    // Each row is what `git merge-file --diff3` makes of it, a letter a line.
    // base, ours, theirs, merged (our words at a conflict) and base|ours|theirs of each conflict.
    let table = [
        ("abcde", "aBcde", "abcDe", "aBcDe"),
        ("abcde", "abcde1", "0abcde", "0abcde1"),
        ("abcde", "acde", "abce", "ace"),
        ("abcde", "aXcde", "aXcde", "aXcde"),
        ("abcde", "aXcde", "aYcde", "aXcde b|X|Y"),
        ("abcde", "acde", "aYcde", "acde b||Y"),
        ("abcde", "abXcde", "abYcde", "abXcde |X|Y"),
        ("abcde", "aXcde", "abYde", "aXcde bc|Xc|bY"),
        ("abcdefg", "aXcdefg", "aYcdeZg", "aXcdeZg b|X|Y"),
        ("abc", "abc1", "abc2", "abc1 |1|2"),
        ("abcdef", "aXcdef", "abcYef", "aXcYef"),
        ("abc", "Xabc", "Yabc", "Xabc |X|Y"),
        ("abcd", "abd", "abXcd", "abd c||Xc"),
    ];
    for (base, ours, theirs, expected) in table {
        assert_eq!(seen(base, ours, theirs), expected, "{base} {ours} {theirs}");
    }
}

#[test]
fn a_list_that_is_numbered_anew_touches_nobody() {
    let base = one("1. one\n2. two\n3. three\n4. four\n");
    let ours = one("1. zero\r\n2. one\r\n3. two\r\n4. three\r\n5. four\r\n");
    let theirs = one("1. one\n2. two\n3. three!\n4. four\n");
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.conflicts, []);
    assert_eq!(merged.sections, one("1. zero\r\n2. one\r\n3. two\r\n3. three!\n5. four\r\n"));
}

#[test]
fn sections_merge_each_on_their_own() {
    let [a, b, c] = [section("a", "A", "a\n"), section("b", "B", "b\n"), section("c", "C", "c\n")];
    let base = [a.clone(), b.clone(), c.clone()];
    let ours = [c.clone(), section("a", "Our A", "a\n"), b.clone(), section("d", "D", "d\n")];
    let theirs = [section("a", "A", "a2\n"), section("e", "E", "e\n"), c.clone()];
    let merged = merge(&base, &ours, &theirs);
    let expected = [c.clone(), section("a", "Our A", "a2\n"), section("e", "E", "e\n"), section("d", "D", "d\n")];
    assert_eq!((&merged.sections[..], merged.conflicts.len()), (&expected[..], 0));
}

#[test]
fn conflicts_are_settled() {
    let base = [section("a", "A", "a\n\nb\n\nc\n"), section("b", "B", "b\n")];
    let ours = [section("a", "Our A", "a\n\nours\n\nc\n")];
    let theirs = [section("a", "Their A", "a\n\ntheirs\n\nc\n"), section("b", "B", "b2\n")];
    let merged = merge(&base, &ours, &theirs);
    let about: Vec<_> = merged.conflicts.iter().map(|it| (it.section, it.about.clone())).collect();
    assert_eq!(about, [(0, About::Title), (0, About::Words(3..9)), (1, About::Section)]);
    assert_eq!(merged.settle(&[Choice::Ours, Choice::Ours, Choice::Ours]), ours);
    assert_eq!(merged.settle(&[Choice::Theirs, Choice::Theirs, Choice::Theirs]), theirs);
    let both = merged.settle(&[Choice::Both, Choice::Both, Choice::Words("new\n".into())]);
    let expected = [section("a", "Our A / Their A", "a\n\nours\n\ntheirs\n\nc\n"), section("b", "B", "new\n")];
    assert_eq!(both, expected);
}

fn texts() -> impl Strategy<Value = Vec<Section>> {
    let section = ("[ABC]", "[a-f]{0,8}");
    prop::collection::btree_map("[p-s]", section, 0..4).prop_map(|sections| {
        let made = sections.into_iter().map(|(key, (title, letters))| section_of(&key, &title, &letters));
        made.collect()
    })
}

fn section_of(key: &str, title: &str, letters: &str) -> Section {
    section(key, title, &paragraphs(letters)[0].words)
}

proptest! {
    #[test]
    fn who_changes_alone_has_it_their_way(base in texts(), other in texts()) {
        let none = |sections: &Vec<Section>| Merged { sections: sections.clone(), conflicts: Vec::new() };
        prop_assert_eq!(merge(&base, &other, &base), none(&other));
        prop_assert_eq!(merge(&base, &base, &other), none(&other));
        prop_assert_eq!(merge(&base, &other, &other), none(&other));
    }

    /// The same without the short way: a section that nobody else has keeps the texts from being equal.
    #[test]
    fn a_section_that_one_changed_alone_is_theirs(base in "[a-f]{0,8}", other in "[a-f]{0,8}") {
        let (base, other) = (&paragraphs(&base)[0].words, &paragraphs(&other)[0].words);
        let added = |words: &str| vec![section("s", "S", words), section("t", "T", "t")];
        let merged = merge(&one(base), &one(other), &added(base));
        prop_assert_eq!((merged.sections, merged.conflicts), (added(other), Vec::new()));
    }

    #[test]
    fn without_conflict_it_is_symmetric(base in "[a-f]{0,9}", ours in "[a-f]{0,9}", theirs in "[a-f]{0,9}") {
        let [base, ours, theirs] = [paragraphs(&base), paragraphs(&ours), paragraphs(&theirs)];
        let (one, two) = (merge(&base, &ours, &theirs), merge(&base, &theirs, &ours));
        prop_assert_eq!(one.conflicts.len(), two.conflicts.len());
        if one.conflicts.is_empty() {
            prop_assert_eq!(one.sections, two.sections);
        }
    }

    #[test]
    fn no_line_disappears(base in "[a-f]{0,9}", ours in "[a-z]{0,9}", theirs in "[a-z]{0,9}") {
        let merged = merge(&paragraphs(&base), &paragraphs(&ours), &paragraphs(&theirs));
        let kept = merged.sections.iter().map(|it| it.words.clone());
        let disputed = merged.conflicts.iter().flat_map(|it| [it.ours.clone(), it.theirs.clone()]).flatten();
        let all: String = kept.chain(disputed).collect();
        for letter in ours.chars().chain(theirs.chars()).filter(|letter| !base.contains(*letter)) {
            prop_assert!(all.contains(letter), "{} of {:?}", letter, merged);
        }
    }
}
