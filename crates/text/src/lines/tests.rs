use proptest::prelude::*;

use super::*;

/// What a reader sees, one line below the other.
fn seen(words: &str) -> Vec<String> {
    lines(words).iter().map(see).collect()
}

fn see(line: &Line) -> String {
    let mark = match line.item {
        Item::No => String::new(),
        Item::Bullet => "* ".into(),
        Item::Number(number) => format!("{number}. "),
    };
    let quote = if line.within.contains(&Within::Quote) { "> " } else { "" };
    let kind = match line.kind {
        Kind::Paragraph => String::new(),
        kind => format!("{kind:?}: "),
    };
    format!("{}{quote}{mark}{kind}{}", "  ".repeat(line.depth().saturating_sub(1)), plain(&line.runs))
}

#[test]
fn markdown_becomes_lines() {
    let table: &[(&str, &[&str])] = &[
        ("", &[]),
        ("One\ntwo.\n\nThree.", &["One two.", "Three."]),
        ("# Gate\ntext", &["Heading(1): Gate", "text"]),
        ("Gate\n====\r\ntext", &["Heading(1): Gate", "text"]),
        ("- a\n- b\n  - c\n\n    more\n- d", &["* a", "* b", "  * c", "  more", "* d"]),
        ("3. a\n4. b", &["3. a", "4. b"]),
        ("- - deep", &["  * deep"]),
        ("-\n- b", &["* ", "* b"]),
        ("- [ ] task", &["* [ ] task"]),
        ("> quoted\n> - item", &["> quoted", "> * item"]),
        ("| a | b |\n|---|---|\n| 1 | |\n", &["Head: a | b", "Row: 1 | "]),
        ("| | b |\n|---|---|\n", &["Head:  | b"]),
        ("one  \ntwo\\\nthree", &["one two three"]),
        ("    code\n\n***\n", &["Code: code", "Rule: "]),
        ("![A gate](picture:ab)", &["Picture: A gate"]),
        ("See ![A gate](picture:ab).", &["See A gate."]),
        ("<script>alert(1)</script>\n\nx <b>y</b>", &["<script>alert(1)</script>", "x <b>y</b>"]),
        ("a\r\n\r\nb\r\n", &["a", "b"]),
        ("- a **b\n  c** `d`", &["* a b c d"]),
        ("[gate]: http://x.example\n", &[""]),
    ];
    for (words, expected) in table {
        assert_eq!(seen(words), *expected, "{words:?}");
    }
}

#[test]
fn runs_carry_their_style() {
    let read = lines("a **b *c*** [d](https://x.example) `e`");
    let styles: Vec<_> = read[0].runs.iter().map(|run| (run.text.as_str(), run.style.clone())).collect();
    let strong = Style { strong: true, ..Style::default() };
    assert_eq!(styles[1], ("b ", strong.clone()));
    assert_eq!(styles[2], ("c", Style { emphasis: true, ..strong }));
    assert_eq!(styles[4].1.link.as_deref(), Some("https://x.example"));
    assert!(styles[6].1.code);
}

proptest! {
    #[test]
    fn the_sources_joined_are_the_words(
        words in "([-*+>#|`_!\\[\\]()<> .:~=1a\u{e9}\u{5d0}\u{1f6a8}\t\r\n]|- |\n\n|1\\. |\\| |\\|-\\|\n|    ){0,60}"
    ) {
        let joined: String = lines(&words).iter().map(|line| line.source.as_str()).collect();
        prop_assert_eq!(joined, words);
    }
}
