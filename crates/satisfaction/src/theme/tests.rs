mod samples;

use proptest::prelude::*;
use samples::SAMPLES;

use super::*;

/// What a person sorts otherwise than we do, because nothing in it is a stem or because a stem means something else.
const KNOWN_WRONG: [&str; 4] = [
    "They refused a parcel that our director needed.",
    "He followed teenagers around because of how they look.",
    "I do not care about the park next door.",
    "Sigui\u{f3} a unos j\u{f3}venes por c\u{f3}mo se ven.",
];

#[test]
fn samples_are_sorted_as_a_person_would() {
    for (language, comment, themes) in SAMPLES {
        let wanted: BTreeSet<Theme> = themes.iter().copied().collect();
        let agrees = of(comment, Some(*language)) == wanted;
        assert_eq!(agrees, !KNOWN_WRONG.contains(comment), "{comment}: {:?}", of(comment, Some(*language)));
    }
}

#[test]
fn without_a_language_both_are_tried() {
    assert_eq!(of("La factura is too high.", None), [Theme::Cost].into());
    assert_eq!(of("Thank you, muy amable.", None), [Theme::People, Theme::Praise].into());
    assert_eq!(of("Thank you, muy amable.", Some(Language::English)), [Theme::Praise].into());
}

#[test]
fn a_praise_that_is_turned_round_is_none() {
    let of = |comment| of(comment, Some(Language::English));
    assert_eq!(of("Great."), [Theme::Praise].into());
    assert_eq!(of("It wasn't a great day."), [Theme::Other].into());
    assert_eq!(of("Nothing was wrong at all today, great."), [Theme::Praise].into(), "more than three words before");
    assert_eq!(of("Not great yesterday. Still, thank you all."), [Theme::Praise].into(), "the second one stands");
}

#[test]
fn a_point_asks_for_a_whole_word_and_accents_count_for_nothing() {
    assert_eq!(
        words("GATE, gateway; isn't ni\u{f1}ez nin\u{303}ez"),
        ["gate", "gateway", "isn", "t", "ninez", "ninez"]
    );
    assert_eq!(of("The gateway.", Some(Language::English)), [Theme::Other].into());
    assert_eq!(of("THE GATE!", Some(Language::English)), [Theme::AccessControl].into());
    assert_eq!(
        of("Un inform\u{e9}, r\u{e1}pido.", Some(Language::Spanish)),
        [Theme::Reports, Theme::ResponseTime].into()
    );
}

#[test]
fn every_stem_is_written_as_words_are_read_and_stands_once() {
    let mut seen = BTreeSet::new();
    for (theme, language, stem) in stems::all() {
        assert_eq!(words(stem).join(" "), stem.replace('.', ""), "{stem}");
        assert!(seen.insert((theme, language, stem)), "{stem}");
    }
    for word in ["not", "didn", "nunca"] {
        assert!(stems::turns(word, 0) || stems::turns(word, 1), "{word}");
    }
}

/// What a comment costs is bounded by its length: each of its words is held against the stems of one letter, none of
/// which is long.
#[test]
fn a_word_is_held_against_few_stems() {
    let most = BY_LETTER.values().map(Vec::len).max().unwrap();
    let longest = BY_LETTER.values().flatten().map(|stem| stem.parts.len()).max().unwrap();
    assert!(most <= 130 && longest <= 4, "{most} stems, of up to {longest} words");
    let long = "<b>gate</b> great ".repeat(1_111);
    assert_eq!(words(&long).len(), 4 * 1_111);
    assert_eq!(of(&long, None), [Theme::AccessControl, Theme::Praise].into());
}

#[test]
fn the_most_frequent_come_first_the_rest_last_and_one_can_be_chosen() {
    let comments = || vec!["A dark gate.", "The gate again.", "Hm.", "Well.", "So so."];
    let all = Sorted::of(comments(), "", 9, |words| (words, None));
    assert_eq!(all.counts, [(Theme::AccessControl, 2), (Theme::Safety, 1), (Theme::Other, 3)]);
    assert_eq!((all.chosen, all.shown.len()), (None, 5));
    let one = Sorted::of(comments(), "safety", 9, |words| (words, None));
    assert_eq!(one.shown.iter().map(|(words, _)| *words).collect::<Vec<_>>(), ["A dark gate."]);
    assert_eq!((one.counts, one.all), (all.counts, 5), "the table stays as it is");
    let few = Sorted::of(comments(), "", 2, |words| (words, None));
    assert_eq!((few.shown.len(), few.left_out, few.all), (2, 3, 5));
    assert_eq!(Sorted::of(comments(), "<b>", 9, |words| (words, None)).chosen, None);
}

proptest! {
    #[test]
    fn any_text_has_a_theme_and_other_stands_alone(comment in "\\PC{0,200}") {
        let themes = of(&comment, None);
        prop_assert!(!themes.is_empty());
        prop_assert!(!themes.contains(&Theme::Other) || themes.len() == 1);
    }

    #[test]
    fn more_words_take_no_theme_away(one in "[a-z ]{0,40}", other in "[a-z ]{0,40}") {
        // A full stop parts nothing, so only what follows can be turned round.
        let themes = of(&one, None);
        let both = of(&format!("{one} , {other}"), None);
        prop_assert!(themes.contains(&Theme::Other) || themes.is_subset(&both), "{themes:?} {both:?}");
    }

    #[test]
    fn letters_large_or_small_are_the_same(at in 0..SAMPLES.len()) {
        let (language, comment, _) = SAMPLES[at];
        prop_assert_eq!(of(comment, Some(language)), of(&comment.to_uppercase(), Some(language)));
    }
}
