//! GIFT as it is found.

use super::{options, part, read, reasons, whats};
use crate::{Format, Part, Taken, Unreadable, What};

fn gift(text: &str) -> Taken {
    read(text, Format::Gift)
}

/// What one question that is left is left for.
fn reason(text: &str) -> What {
    let taken = gift(text);
    assert!(taken.questions.is_empty(), "{text}");
    let [left] = &taken.left[..] else { panic!("{:?}", taken.left) };
    left.what.clone()
}

#[test]
fn a_choice_has_its_name_options_and_reasons() {
    let taken = gift(
        "// [id:q7] [tag:AL] [tag:level:0.5]\n::Greeting:: A visitor\nwaits. {\n=Greet # Seen.\n~Type#\n~%-50%Sigh # Rude.\n####Look up.\n}\n",
    );
    let question = &taken.questions[0];
    assert_eq!((question.name.as_str(), question.ask.as_str()), ("Greeting", "A visitor\nwaits."));
    assert_eq!(options(question), ["Greet", "Type", "Sigh"]);
    assert_eq!(reasons(question), ["Seen.", "", "Rude."]);
    assert_eq!((question.key, question.explanation.as_str()), (0, "Look up."));
    assert_eq!((question.competency.as_str(), question.level), ("AL", Some(0.5)));
    assert_eq!(whats(&taken.left), [part(Part::Weights), part(Part::OtherName("q7".into()))]);
    assert_eq!((taken.left[0].place.number, taken.left[0].place.line), (Some(1), Some(2)));
    assert_eq!(taken.left[0].place.name, "Greeting");
}

#[test]
fn escapes_are_undone_once() {
    let question = &gift(r"::a\:\:b:: 2 \= \{1\+1\} \~ \# C:\\temp\nx {=\=1 ~\~2#\#3}").questions[0];
    assert_eq!(question.name, "a::b");
    assert_eq!(question.ask, "2 = {1\\+1} ~ # C:\\temp\nx");
    assert_eq!(options(question), ["=1", "~2"]);
    assert_eq!(reasons(question), ["", "#3"]);
    assert_eq!(gift(r"A \\n {=a ~b}").questions[0].ask, "A \\n");
}

#[test]
fn truth_says_first_why_it_is_wrong() {
    let taken = gift("Paris is in France. {TRUE#No, it is.#Yes.}\n\nTwo {F}\n\nThree {t}");
    assert_eq!(
        (options(&taken.questions[0]), reasons(&taken.questions[0])),
        (vec!["True", "False"], vec!["Yes.", "No, it is."])
    );
    assert_eq!(taken.questions.iter().map(|question| question.key).collect::<Vec<_>>(), [0, 1, 0]);
}

#[test]
fn a_word_may_be_missing_in_the_middle() {
    let taken = gift("A guard {=observes ~sleeps} and reports.\n\nWho? {=I ~you}\";\n\nWhat? {=this ~that};");
    assert_eq!(taken.questions[0].ask, "A guard _____ and reports.");
    assert_eq!((taken.questions[1].ask.as_str(), taken.questions[2].ask.as_str()), ("Who?", "What?"));
    assert_eq!(taken.left, []);
}

#[test]
fn weights_tell_one_key_from_several() {
    let taken = gift("One {~%100%a ~%-33.33333%b ~%0%c}");
    assert_eq!((taken.questions[0].key, whats(&taken.left)), (0, vec![part(Part::Weights)]));
    assert_eq!(reason("Two {~%50%a ~%50%b ~%-100%c}"), What::SeveralKeys);
    assert_eq!(reason("Two {=a =b ~c}"), What::SeveralKeys);
    assert_eq!(reason("Two {=%100%a ~%33.33333%b ~c}"), What::SeveralKeys);
    assert_eq!(reason("None {~a ~b}"), What::NoKey);
}

#[test]
fn other_kinds_are_left_by_their_name() {
    for (text, kind) in [
        ("Why? {}", "essay"),
        ("Read this.", "description"),
        ("When? {#1822:5}", "numerical"),
        ("When? {#1..5}", "numerical"),
        ("Match {=a -> b =c -> d}", "matching"),
        ("Who? {=Grant =Ulysses Grant}", "short answer"),
    ] {
        assert_eq!(reason(text), What::OtherKind(kind.into()), "{text}");
    }
}

#[test]
fn what_is_ill_formed_ends_with_its_block() {
    let taken = gift("::x:: One {=a ~b\n\nTwo {=a ~b}\n\nThree {=a {b} ~c}\n\nFour {1:MC:=a~b}\n\n::Five {=a ~b}");
    assert_eq!(taken.questions.len(), 1);
    assert_eq!(whats(&taken.left), [What::IllFormed, What::IllFormed, What::IllFormed, What::IllFormed]);
    assert_eq!(taken.left.iter().map(|left| left.place.line).collect::<Vec<_>>(), [Some(1), Some(5), Some(7), Some(9)]);
    assert_eq!(
        taken.left.iter().map(|left| left.place.number).collect::<Vec<_>>(),
        [Some(1), Some(3), Some(4), Some(5)]
    );
    assert_eq!(taken.left[0].place.name, "x");
}

#[test]
fn marks_say_what_a_text_is() {
    let taken = gift(
        "[html]<p>One &amp;<br>two</p> {=<b>a</b> ~[plain]<b> ~[markdown]*c*}\n\n[plain]1 < 2 &amp; {=a ~b}\n\n<i>x</i> & y\nz {=a ~b}",
    );
    assert_eq!(taken.questions[0].ask, "One &\ntwo");
    assert_eq!(options(&taken.questions[0]), ["a", "<b>", "*c*"]);
    assert_eq!(taken.questions[1].ask, "1 < 2 &amp;");
    assert_eq!(taken.questions[2].ask, "x & y\nz");
    assert_eq!(whats(&taken.left), [part(Part::Markup), part(Part::Markup)]);
}

#[test]
fn categories_and_comments_are_kept_or_said() {
    let taken = gift("$CATEGORY: top/DE\n// ask me\nOne {=a ~b}\n\n$CATEGORY: Other/Things\n\nTwo {=a ~b}\n// the end");
    assert_eq!((taken.questions[0].competency.as_str(), taken.questions[1].competency.as_str()), ("DE", ""));
    assert_eq!(
        whats(&taken.left),
        [part(Part::Comment), part(Part::Category("Other/Things".into())), part(Part::Comment)]
    );
}

#[test]
fn what_no_question_may_be_is_left() {
    assert_eq!(reason("Same {=a ~a}"), What::RepeatedOption);
    assert_eq!(reason("{=a ~b}"), What::NoText);
    assert_eq!(reason("Empty {=a ~}"), What::NoText);
    assert_eq!(reason("Nine {=1 ~2 ~3 ~4 ~5 ~6 ~7 ~8 ~9}"), What::TooManyOptions);
    assert_eq!(reason(&format!("Long {{={} ~b}}", "x".repeat(4001))), What::TooLong);
    assert_eq!(gift(&format!("Long {{={} ~b}}", "\u{e9}".repeat(4000))).questions.len(), 1);
}

#[test]
fn more_than_ten_thousand_questions_are_refused() {
    let text = "x {=a ~b}\n\n".repeat(10_001);
    assert_eq!(crate::read(text.as_bytes(), Some(Format::Gift), ""), Err(Unreadable::TooManyQuestions));
}
