use proptest::prelude::*;

use super::*;
use crate::lines::lines;

fn shown(words: &str) -> String {
    let ways = Ways { picture: &|hash| format!("/pictures/{hash}"), around: &|_| Around::default() };
    html(&lines(words), &ways).replace('\n', "")
}

#[test]
fn lines_become_html() {
    let hash = "0123456789abcdef".repeat(4);
    let table: &[(&str, &str)] = &[
        ("a **b** *c* `d`", "<p>a <strong>b</strong> <em>c</em> <code>d</code></p>"),
        ("# a\n## b", "<h3>a</h3><h4>b</h4>"),
        ("### a", "<h3>a</h3>"),
        ("- a\n- b\n  1. c\n- d", "<ul><li>a</li><li>b<ol><li>c</li></ol></li><li>d</li></ul>"),
        ("3. a\n4. b", "<ol start=\"3\"><li>a</li><li>b</li></ol>"),
        ("- a\n\n  b\n\nc", "<ul><li>a<p>b</p></li></ul><p>c</p>"),
        ("- - a", "<ul><li><ul><li>a</li></ul></li></ul>"),
        ("> a\n>\n> b", "<blockquote><p>a</p><p>b</p></blockquote>"),
        ("a  \nb", "<p>a<br>b</p>"),
        (
            "|a|b|\n|-|-|\n|1|2|",
            "<table><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr><tr><td>1</td><td>2</td></tr></table>",
        ),
        ("[a](javascript:alert(1)) [b](tel:+49)", "<p>a <a href=\"tel:+49\" rel=\"noopener noreferrer\">b</a></p>"),
        ("![a](https://x.example/a.png)", "<p>a</p>"),
        ("<b onclick=x>\n\n<i>", "<p>&lt;b onclick=x&gt;</p><p>&lt;i&gt;</p>"),
        ("***", "<hr>"),
        ("- a\u{1}\n- b", "<ul><li>a\u{1}</li><li>b</li></ul>"),
        ("```\na <b\n```", "<pre><code>a &lt;b</code></pre>"),
    ];
    for (words, expected) in table {
        assert_eq!(shown(words), *expected, "{words:?}");
    }
    let picture = format!("<p><img src=\"/pictures/{hash}\" alt=\"A &quot;gate&quot;\" loading=\"lazy\"></p>");
    assert_eq!(shown(&format!("![A \"gate\"](picture:{hash})")), picture);
}

#[test]
fn a_line_has_an_anchor_and_says_why() {
    let link = Some(("/why?line=1&x=\"".to_owned(), "why?".to_owned()));
    let around = |_| Around { id: "l1".into(), class: String::new(), link: link.clone() };
    let shown = html(&lines("- a"), &Ways { picture: &|_| String::new(), around: &around });
    let why = "<a class=\"line-link\" href=\"/why?line=1&amp;x=&quot;\">why?</a>";
    assert_eq!(shown, format!("<ul><li id=\"l1\">a {why}</li></ul>\n"));
}

#[test]
fn a_letter_has_words() {
    let words = "# Gate\n\n1. Open **early**\n   - see [plan](https://x.example)\n";
    assert_eq!(plain(&lines(words)), "Gate\n1. Open early\n  - see plan (https://x.example)\n");
}

proptest! {
    /// An independent sanitizer with our few tags has nothing to take away.
    #[test]
    fn a_sanitizer_finds_nothing(words in prop::collection::vec(prop::sample::select(HOSTILE), 0..25)) {
        let words = words.concat();
        let shown = shown(&words);
        let lower = shown.to_lowercase();
        for tag in ["<script", "<style", "<iframe", "<svg", "href=\"javascript", "href=\"data"] {
            prop_assert!(!lower.contains(tag), "{}", shown);
        }
        let judge = |html: &str| ammonia::Builder::default()
            .add_tag_attributes("img", ["loading"]).add_tag_attributes("li", ["value"])
            .add_tag_attributes("a", ["rel"]).link_rel(None)
            .url_schemes(["http", "https", "mailto", "tel"].into()).clean(html).to_string();
        // The parser of the judge closes what it is given; what it makes of ours is stable.
        let once = judge(&shown);
        let tags = |html: &str| html.matches('<').count();
        prop_assert!(tags(&once) >= tags(&shown), "{} / {}", shown, once);
    }
}

const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "\n\n",
    "- ",
    "\n",
    "![\"><script>](picture:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef)",
    "> ",
    "1. ",
    "**",
    "<style>*{}</style>",
    "<!--",
    "-->",
    "[a](data:text/html,x)",
    "`",
    "```\n",
    "|a|b|\n|-|-|\n|c|",
    "&#x6a;",
    "    ",
    "[x](JaVaScRiPt:alert(1))",
    "[\"](https://x.example/\"onmouseover=\"alert(1))",
    "<https://x.example/'\"><",
    "\\",
    "</p>",
    "</ul>",
    "<a href='javascript:x'>",
    "]]>",
    "<?x ?>",
    "# ",
    "\u{202e}",
    "word ",
    "![a](",
    ")",
    "*",
    "_x_",
];
