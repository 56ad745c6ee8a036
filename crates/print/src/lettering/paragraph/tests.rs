use super::*;

const LOOK: Look = Look { size: 10.0, strong: false, emphasis: false, code: false };

fn set(runs: &[Run]) -> Paragraph {
    Paragraph::new(Fonts::all().unwrap(), runs, LOOK, &mut Tags::new(), Tags::ROOT)
}

fn said(paragraph: &Paragraph, width: f32) -> Vec<String> {
    let bytes = |index: usize| paragraph.glyphs[index].0.bytes.clone();
    let words = |line: Line| paragraph.text[bytes(line.glyphs.start).start..bytes(line.glyphs.end - 1).end].to_owned();
    paragraph.lines(width).into_iter().map(words).collect()
}

#[test]
fn lines_end_between_words_and_where_they_must() {
    let paragraph = set(&[Run::plain("Close the gate at night.\nAlways, even-handedly.  ")]);
    assert_eq!(said(&paragraph, 1_000.0), ["Close the gate at night. ", "Always, even-handedly."]);
    assert_eq!(said(&paragraph, 60.0), ["Close the ", "gate at ", "night. ", "Always, ", "even-", "handedly."]);
}

#[test]
fn no_line_is_wider_than_it_may_be() {
    let paragraph = set(&[Run::plain("Incomprehensibilities, and Donaudampfschifffahrtsgesellschaft")]);
    for width in [20.0, 33.0, 80.0, 200.0] {
        let lines = paragraph.lines(width);
        assert!(lines.iter().all(|line| line.width <= width + ROUNDING), "{lines:?}");
        let together: usize = lines.iter().map(|line| line.glyphs.len()).sum();
        assert_eq!(together, paragraph.glyphs.len());
    }
    assert_eq!(paragraph.lines(1.0).len(), paragraph.text.replace(' ', "").len());
}

#[test]
fn a_style_within_a_word_does_not_end_a_line() {
    let runs = [Run::plain("un"), Run::strong("believ"), Run::plain("able story")];
    assert_eq!(said(&set(&runs), 65.0), ["unbelievable ", "story"]);
}

#[test]
fn what_is_gone_or_new_is_marked_once_for_words_in_a_row() {
    let gone = |text: &str| Run { gone: true, ..Run::plain(text) };
    let new = Run { new: true, ..Run::plain("red") };
    let paragraph = set(&[Run::plain("The "), gone("blue "), gone("green"), new, Run::plain(" door")]);
    assert_eq!(paragraph.text, "The [\u{2212}blue green\u{2212}][+red+] door");
}

#[test]
fn paper_says_where_a_link_leads() {
    let link = |text: &str, to: &str| set(&[Run { link: Some(to.to_owned()), ..Run::plain(text) }]);
    assert_eq!(link("the rules", "https://example.org/r").text, "the rules (https://example.org/r)");
    assert_eq!(link("+34 600 000 000", "tel:+34600000000").text.replace('\u{A0}', " "), "+34 600 000 000");
    assert_eq!(link("a@example.org", "mailto:a@example.org").text, "a@example.org");
    let refused = link("here", "javascript:alert(1)");
    assert_eq!((refused.text.as_str(), &refused.spans[0].link), ("here", &None));
}

#[test]
fn a_paragraph_of_nothing_has_no_lines() {
    for text in ["", "  \n ", "\u{200B}"] {
        assert!(set(&[Run::plain(text)]).lines(100.0).is_empty(), "{text:?}");
    }
}
