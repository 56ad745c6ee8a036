//! What a letter looks like to a program that was written by others.

use mail_parser::{HeaderValue, Message, MessageParser};
use proptest::prelude::*;

use super::*;
use crate::Fields;

fn message(app: &App, letter: &Letter) -> Vec<u8> {
    message::of(app, letter).unwrap()
}

fn parsed(bytes: &[u8]) -> Message<'_> {
    MessageParser::default().parse(bytes).unwrap()
}

fn raw<'a>(message: &'a Message<'_>, name: &'static str) -> Option<&'a str> {
    message.header_raw(name).map(str::trim)
}

fn ids(value: &HeaderValue<'_>) -> Vec<String> {
    let ids = value.as_text_list().map(|list| list.iter().map(ToString::to_string).collect());
    ids.or_else(|| value.as_text().map(|id| vec![id.to_owned()])).unwrap_or_default()
}

#[test]
fn every_header_is_right() {
    let (_folder, app) = house(replying());
    let letter = written(&app, draft(), at(1_795_348_800)).unwrap();
    let bytes = message(&app, &letter);
    let message = parsed(&bytes);
    let from = message.from().unwrap().first().unwrap();
    assert_eq!((from.name(), from.address()), (Some("Northgate Guards"), Some("rapport@guards.example")));
    let to = message.to().unwrap().first().unwrap();
    assert_eq!((to.name(), to.address()), (Some("Dana"), Some("dana@harbour.example")));
    let reply_to = message.reply_to().unwrap().first().unwrap();
    assert_eq!(reply_to.address(), thread::reply_address(&app, THING).as_deref());
    assert_eq!(reply_to.name(), Some("Northgate Guards"));
    assert_eq!(message.subject(), Some("[N-1] The gate"));
    assert_eq!(message.date().unwrap().to_timestamp(), 1_795_348_800);
    assert_eq!(message.message_id().map(|id| format!("<{id}>")), Some(letter.message_id.clone()));
    assert_eq!(raw(&message, "Auto-Submitted"), Some("auto-generated"));
    assert_eq!(raw(&message, "X-Auto-Response-Suppress"), Some("DR, RN, NRN, OOF, AutoReply"));
    let off = format!("https://rapport.example/letters/off/{}", unwanted::token(&app.keys, &letter.id));
    assert_eq!(raw(&message, "List-Unsubscribe").map(str::to_owned), Some(format!("<{off}>")));
    assert_eq!(raw(&message, "List-Unsubscribe-Post"), Some("List-Unsubscribe=One-Click"));
    assert!(message.html_body_count() == 1 && message.text_body_count() == 1 && message.attachment_count() == 0);
    let text = message.body_text(0).unwrap().replace("\r\n", "\n");
    let why = "You get this letter because you told Northgate Guards something and left this address.";
    let end = format!("-- \nNorthgate Guards\n{why}\nHere you can switch off such letters:\n{off}\n");
    assert_eq!(text, format!("Hello Dana,\n\nit is mended.\n\n{end}"));
    let html = message.body_html(0).unwrap();
    assert!(
        html.contains("<html lang=\"en\">") && html.contains(&format!("href=\"{off}\"")) && html.contains(why),
        "{html}"
    );
    assert!(!html.contains("<img") && !html.contains("<script") && !html.contains("<link"), "{html}");
    assert!(bytes.split(|byte| *byte == b'\n').all(|line| line.len() <= 998), "RFC 5322 2.1.1");
}

#[test]
fn what_a_person_wrote_and_what_is_essential_look_different() {
    let (_folder, app) = house(Said::default());
    let of = |draft| message(&app, &written(&app, draft, at(1)).unwrap());
    let bytes = of(Draft { automatic: Automatic::Person, ..draft() });
    let answer = parsed(&bytes);
    assert_eq!((raw(&answer, "Auto-Submitted"), raw(&answer, "X-Auto-Response-Suppress")), (None, None));
    assert!(raw(&answer, "List-Unsubscribe").is_some() && answer.reply_to().is_none(), "no mail comes in here");
    let bytes = of(Draft { automatic: Automatic::Replied, ..draft() });
    assert_eq!(raw(&parsed(&bytes), "Auto-Submitted"), Some("auto-replied"));
    let bytes = of(Draft { class: Class::Essential, in_thread: false, to_name: "", ..draft() });
    let link = parsed(&bytes);
    assert_eq!((raw(&link, "List-Unsubscribe"), raw(&link, "List-Unsubscribe-Post")), (None, None));
    assert!(link.in_reply_to().is_empty() && link.references().is_empty());
    assert_eq!(link.to().unwrap().first().unwrap().name(), None);
    assert!(!String::from_utf8_lossy(&bytes).contains("/letters/off/"));
}

#[test]
fn letters_about_one_thing_are_one_conversation() {
    let (_folder, app) = house(Said::default());
    let threads = |letter: &Letter| {
        let bytes = message(&app, letter);
        let message = parsed(&bytes);
        (ids(message.in_reply_to()), ids(message.references()))
    };
    let bare = |letter: &Letter| letter.message_id.trim_matches(['<', '>']).to_owned();
    let begin = |id: &'static str| {
        app.db.write_here(move |connection| thread::began_with(connection, THING, id)).unwrap();
    };
    let first = written(&app, draft(), at(1)).unwrap();
    let (answers, before) = threads(&first);
    let root = before[0].clone();
    assert_eq!((answers, before.len()), (vec![root.clone()], 1));
    let second = written(&app, draft(), at(2)).unwrap();
    assert_eq!(threads(&second), (vec![bare(&first)], vec![root.clone(), bare(&first)]));
    let other = written(&app, Draft { to_address: "olaf@mill.example", ..draft() }, at(3)).unwrap();
    assert_eq!(threads(&other), (vec![root.clone()], vec![root.clone()]), "what others got is not theirs");
    let apart = Draft { about_id: "01934b5e-7f3a-7c5e-9a52-0123456789ac", ..draft() };
    assert_ne!(threads(&written(&app, apart, at(4)).unwrap()).1[0], root, "another thing, another conversation");

    begin("<mail-1@dana.example>");
    let third = written(&app, draft(), at(5)).unwrap();
    let expected = [&root, "mail-1@dana.example", &bare(&second)].map(ToString::to_string).to_vec();
    assert_eq!(threads(&third), (vec![bare(&second)], expected));
    begin("<mail-2@dana.example>");
    let (answers, before) = threads(&written(&app, draft(), at(6)).unwrap());
    assert_eq!(answers, ["mail-2@dana.example"]);
    assert_eq!(before[1..], ["mail-1@dana.example", &bare(&third), "mail-2@dana.example"]);
}

/// The words of a letter as a mail program shows them, down to the line above the signature.
fn words_of(message: &Message<'_>) -> String {
    let text = message.body_text(0).unwrap().replace("\r\n", "\n");
    text.split_once("\n-- \n").unwrap().0.trim_end().to_owned()
}

fn unescaped(html: &str) -> String {
    let table = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")];
    table.iter().fold(html.to_owned(), |text, (escape, plain)| text.replace(escape, plain))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever the types let in, a mail program reads it as it was written, and the page holds no markup of it.
    #[test]
    fn any_words_come_back_as_they_were(
        typed in "[ -~\u{e1}\u{f1}\u{bf}\u{2019}\u{20ac}\u{1f6a8}\n\t]{1,400}|(<script>|&amp;|\\.\n|From |--? \n|[a-z]{1,1200})+",
        name in "[ -~\u{e1}\u{f1}\u{4e2d}]{1,80}",
        subject in "[ -~\u{e1}\u{f1}\u{1f6a8}]{1,200}",
        local in "[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,20}(\\.[a-z0-9]{1,10})?",
    ) {
        let mut fields = Fields::default().set("words", typed).set("name", name).set("subject", subject)
            .set("email", format!("{local}@harbour.example"));
        let read = (fields.prose("words", 1..=10_000), fields.line("name", 1..=100), fields.line("subject", 1..=300), fields.email("email"));
        let (Some(words), Some(name), Some(subject), Some(email)) = read else { return Ok(()) };
        prop_assume!(!words.contains("\n-- \n") && !words.starts_with("-- \n"));
        let (_folder, app) = shared();
        let letter = Letter { words: format!("{words}\n"), to_name: name.clone(), from_name: name.clone(), subject: subject.clone(), to_address: email.clone(), ..sample(&app) };
        let bytes = message(&app, &letter);
        let message = parsed(&bytes);
        let same = |text: Option<&str>| text.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(words_of(&message), words.trim_end());
        prop_assert_eq!(same(message.subject()), same(Some(&subject)));
        let to = message.to().unwrap().first().unwrap();
        prop_assert_eq!(to.address(), Some(email.as_str()));
        prop_assert_eq!(same(to.name()), same(Some(&name)));
        let html = message.body_html(0).unwrap();
        prop_assert!(!html.contains("<script"));
        for line in words.lines().filter(|line| !line.trim().is_empty()) {
            prop_assert!(unescaped(&html).contains(line), "{} is not in {}", line, html);
        }
        prop_assert!(bytes.split(|byte| *byte == b'\n').all(|line| line.len() <= 998));
    }
}

thread_local! {
    static HOUSE: (tempfile::TempDir, App) = house(replying());
}

/// One house for all cases: a database for each would take its time.
fn shared() -> ((), App) {
    ((), HOUSE.with(|(_, app)| app.clone()))
}

fn sample(app: &App) -> Letter {
    let now = at(1);
    let writing = app.clone();
    app.db.write_here(move |connection| drafted(&writing, connection, draft(), now)).unwrap()
}
