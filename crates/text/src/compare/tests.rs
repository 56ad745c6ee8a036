use proptest::prelude::*;

use super::*;

fn section(key: &str, title: &str, words: &str) -> Section {
    Section { key: key.into(), kind: String::new(), title: title.into(), words: words.into() }
}

fn one(words: &str) -> Vec<Section> {
    vec![section("s", "S", words)]
}

/// What a reader sees: signs before lines, [-gone-] and {+new+} words.
fn seen(old: &str, new: &str) -> String {
    let comparison = compare(&one(old), &one(new));
    let view = fold(&comparison.sections[0].lines);
    let say = |line: &Folded| match line {
        Folded::Unchanged(count) => format!("...{count}"),
        Folded::Line(LineChange::Changed { words, .. }) => format!("~{}", seen_words(words)),
        Folded::Line(change) => {
            let sign = match change {
                LineChange::Same { .. } => " ",
                LineChange::Moved { .. } => ">",
                LineChange::Added { .. } => "+",
                _ => "-",
            };
            format!("{sign}{}", crate::lines::plain(&change.line().runs))
        }
    };
    view.iter().map(say).collect::<Vec<_>>().join("/")
}

fn seen_words(words: &[WordChange]) -> String {
    let say = |word: &WordChange| match word {
        WordChange::Kept(runs) => crate::lines::plain(runs),
        WordChange::Gone(runs) => format!("[-{}-]", crate::lines::plain(runs)),
        WordChange::New(runs) => format!("{{+{}+}}", crate::lines::plain(runs)),
    };
    words.iter().map(say).collect()
}

#[test]
fn a_reader_sees_what_changed() {
    let table = [
        ("Open at 08:00.", "Open at 09:00.", "~Open at [-08-] {+09+}:00."),
        ("Greet the visitor.", "Greet each visitor warmly.", "~Greet [-the-] {+each+} visitor {+warmly+}."),
        ("- a b c\n", "* a  b c", " a b c"),
        ("a **b** c", "a b c", "~a [-b-] {+b+} c"),
        ("1. one two\n2. three four", "1. zero\n2. one two\n3. three four", "+zero/ one two/ three four"),
        ("Old words entirely.", "Something else now.", "-Old words entirely./+Something else now."),
        (
            "The first long line.\n\nSecond.\n\nThird.",
            "Second.\n\nThird.\n\nThe first long line.",
            " Second./ Third./>The first long line.",
        ),
        ("a\n\nb\n\nc\n\nd\n\ne\n\nf", "a\n\nb\n\nc\n\nd\n\ne\n\nf\n\ng", "...5/ f/+g"),
        ("a\n\nb\n\nc\n\nd", "a\n\nb\n\nc\n\nd", "...4"),
        ("|a|b|\n|-|-|\n|gate one|open|", "|a|b|\n|-|-|\n|gate one|shut|", " a | b/~gate one | [-open-]{+shut+}"),
        ("a, b, c d e f", "x, y, c d e f", "~[-a, b-]{+x, y+}, c d e f"),
        ("a\r\nb\r\n", "a\nb\n", " a b"),
        ("", "new", "+new"),
    ];
    for (old, new, expected) in table {
        assert_eq!(seen(old, new), expected, "{old:?} -> {new:?}");
    }
}

#[test]
fn sections_are_found_again() {
    let long = "Walk along the fence every hour and look at each lock.";
    let old = [section("a", "A", "one"), section("b", "B", "two"), section("c", "C", long), section("d", "D", "x")];
    let new = [section("c2", "C", long), section("a", "A", "one"), section("b", "The B", "two"), section("e", "E", "")];
    let comparison = compare(&old, &new);
    let seen: Vec<_> =
        comparison.sections.iter().map(|it| (it.head.key.as_str(), it.what, it.moved, seen_words(&it.title))).collect();
    let expected = [
        ("c2", What::Unchanged, true, "C".to_owned()),
        ("a", What::Unchanged, false, "A".into()),
        ("b", What::Unchanged, false, "{+The+} B".into()),
        ("e", What::Added, false, "E".into()),
        ("d", What::Removed, false, "D".into()),
    ];
    assert_eq!(seen, expected);
    let summary = comparison.summary();
    assert_eq!((summary.sections_added, summary.sections_removed), (1, 1));
    assert_eq!((summary.sections_moved, summary.sections_retitled, summary.lines_removed), (1, 1, 1));
    assert_eq!(apply(&comparison, &old), new);
}

#[test]
fn changes_are_said_without_colour() {
    let sayings = Sayings {
        added: "added:",
        removed: "removed:",
        changed: "changed:",
        moved: &|line| format!("moved from line {line}:"),
        unchanged: &|count| format!("{count} lines unchanged"),
        picture: &|hash| hash.to_owned(),
    };
    let comparison =
        compare(&one("- a\n- b\n- c\n- d\n- Open at 8\n"), &one("- a\n- b\n- c\n- d\n- Open at 9\n- <i>\n"));
    let shown = html(&fold(&comparison.sections[0].lines), &sayings);
    let expected = "<p class=\"lines-unchanged\">3 lines unchanged</p>\n<ul><li>d</li>\n\
        <li class=\"line-changed\"><span class=\"mark\" aria-hidden=\"true\">~</span>\
        <span class=\"unseen\">changed: </span>Open at <del><span class=\"unseen\">removed: </span>8</del> \
        <ins><span class=\"unseen\">added: </span>9</ins></li>\n\
        <li class=\"line-added\"><span class=\"mark\" aria-hidden=\"true\">+</span>\
        <span class=\"unseen\">added: </span><ins>&lt;i&gt;</ins></li></ul>\n";
    assert_eq!(shown, expected);
}

#[test]
fn hostile_texts_are_compared_in_time() {
    let begun = std::time::Instant::now();
    let lines = |step: usize| (0..60_000).map(|n| format!("{}\n\n", n * step % 10)).collect::<String>();
    let table = [
        ("a ".repeat(100_000), "b ".repeat(100_000)),
        ("a ".repeat(100_000), "a b ".repeat(50_000)),
        ("- a\n".repeat(50_000), "- b\n".repeat(50_000)),
        (lines(7), lines(3)),
        ("a ".repeat(3_900), "a b ".repeat(1_950)),
    ];
    for (old, new) in table {
        let comparison = compare(&one(&old), &one(&new));
        assert_eq!(apply(&comparison, &one(&old)), one(&new));
    }
    // Each is done in a tenth of a second as it ships; without bounds, each takes minutes here.
    assert!(begun.elapsed().as_secs() < 30, "{:?}", begun.elapsed());
}

fn texts() -> impl Strategy<Value = Vec<Section>> {
    let words = prop::collection::vec(prop::sample::select(PIECES), 0..12).prop_map(|pieces| pieces.concat());
    let section = ("[a-e]", prop::sample::select(&["Gate", "Keys", "Rounds by night"][..]), words)
        .prop_map(|(key, title, words)| section(&key, title, &words));
    prop::collection::vec(section, 0..6)
}

const PIECES: &[&str] = &[
    "Open the gate at 06:00.\n\n",
    "Open the gate at **05:30**.\n\n",
    "- Greet everybody.\n",
    "- Greet nobody.\n",
    "1. Take the key.\n2. Sign for it.\n",
    "> Quote\n",
    "|a|b|\n|-|-|\n|1|2|\n",
    "\r\n",
    "word ",
    "![x](picture:1)",
    "    code\n",
    "# Head\n",
    "\u{5d0}\u{5d1} \u{1f6a8} ",
    "[a](http://b)",
    "Walk around the whole building once.\n\n",
];

proptest! {
    #[test]
    fn the_old_text_and_the_changes_give_the_new(old in texts(), new in texts()) {
        let comparison = compare(&old, &new);
        prop_assert_eq!(apply(&comparison, &old), new.clone());
        prop_assert_eq!(compare(&old, &new), comparison);
        prop_assert_eq!(compare(&new, &new).sections.len(), new.len());
    }

    #[test]
    fn nothing_changed_is_nothing(text in texts()) {
        // Keys that are unique, as a text's are.
        let text: Vec<_> = text.into_iter().enumerate().map(|(n, it)| Section { key: n.to_string(), ..it }).collect();
        prop_assert!(compare(&text, &text).is_empty());
    }
}
