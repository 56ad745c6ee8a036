//! Every charset that real mail brings, and headers that are broken in every way. The bytes come
//! from the codecs of Python.

use mail::reading;

use crate::{concern_of, of_alice, said_about, settled, stage, taken, taken_for};

const CHARSETS: &[(&str, &str, &str)] = &[
    ("gb2312", "b4f3c3c5bfaad7c5", "\u{5927}\u{95e8}\u{5f00}\u{7740}"),
    ("gb18030", "b4f3c3c5bfaad7c58140", "\u{5927}\u{95e8}\u{5f00}\u{7740}\u{4e02}"),
    (
        "iso-2022-jp",
        "1b24424c67242c332b242424462424246b1b2842",
        "\u{9580}\u{304c}\u{958b}\u{3044}\u{3066}\u{3044}\u{308b}",
    ),
    ("shift_jis", "96e582aa", "\u{9580}\u{304c}"),
    ("euc-kr", "b9aec0cc", "\u{bb38}\u{c774}"),
    ("windows-1258", "63f4d26e67", "c\u{f4}\u{309}ng"),
    ("windows-1252", "7075657274612096206d61f1616e61", "puerta \u{2013} ma\u{f1}ana"),
    ("iso-8859-1", "6d61f1616e61", "ma\u{f1}ana"),
    ("iso-8859-15", "313020a4", "10 \u{20ac}"),
    ("koi8-r", "d7cfd2cfd4c1", "\u{432}\u{43e}\u{440}\u{43e}\u{442}\u{430}"),
    ("big5", "a46aaaf9", "\u{5927}\u{9580}"),
    ("utf-16", "fffe6700610074006500", "gate"),
    ("utf-7", "6d612b4150452d616e61", "ma\u{f1}ana"),
    ("utf-8", "6d61c3b1616e61", "ma\u{f1}ana"),
];

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

fn in_charset(charset: &str, body: &[u8]) -> Vec<u8> {
    let mut mail =
        format!("From: a@x.example\nSubject: x\nContent-Type: text/plain; charset=\"{charset}\"\n\n").into_bytes();
    mail.extend_from_slice(body);
    mail
}

#[test]
fn words_are_read_in_every_charset() {
    for (charset, hex, words) in CHARSETS {
        let mail = reading::read(&in_charset(charset, &bytes(hex))).unwrap();
        assert_eq!(mail.text, *words, "{charset}");
    }
}

#[test]
fn a_charset_that_nobody_knows_or_that_is_wrong_loses_no_mail() {
    for (charset, body) in [
        ("x-unknown", &b"plain words"[..]),
        ("", b"plain words"),
        ("us-ascii", b"plain words \xf1"),
        ("utf-8", b"plain words \xff\xfe"),
        ("gb2312", b"plain words \xff"),
    ] {
        let mail = reading::read(&in_charset(charset, body)).unwrap();
        assert!(mail.text.contains("plain words"), "{charset}: {}", mail.text);
    }
    let stage = stage();
    let mut mail = of_alice("nul", "Harbour Gate", "", "a\0b").into_bytes();
    mail.extend_from_slice(b"\0\0");
    let arrival = taken_for(&stage, &mail, &[]);
    let said = said_about(&stage, &concern_of(&stage, &arrival).id).remove(0);
    assert!(said.message.words.ends_with("ab"), "no database takes what is no letter: {:?}", said.message.words);
}

#[test]
fn headers_are_read_however_they_are_written() {
    let subject = |raw: &[u8]| reading::read(raw).unwrap().subject;
    let with = |value: &str| format!("From: a@x.example\nSubject: {value}\n\nx");
    for (written, read) in [
        ("=?utf-8?Q?ma=C3=B1ana?=", "ma\u{f1}ana"),
        ("=?iso-8859-1?B?bWHxYW5h?=", "ma\u{f1}ana"),
        ("=?utf-8?Q?one?=\n =?utf-8?Q?_two?=", "one two"),
        ("folded\n over\n\tlines", "folded over lines"),
        ("=?nonsense", "=?nonsense"),
        ("RE: Fwd: RV: Gate", "Gate"),
    ] {
        assert_eq!(subject(with(written).as_bytes()), read, "{written}");
    }
    assert!(subject(b"From: a@x.example\nSubject: ma\xc3\xb1ana\n\nx").contains("ana"), "raw letters in a header");
    let name = "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: application/pdf\nContent-Disposition: attachment;\n filename*0*=UTF-8''p%C3%B3;\n filename*1*=liza.pdf\n\nx\n--b--\n";
    let mail = reading::read(format!("From: a@x.example\n{name}").as_bytes()).unwrap();
    assert_eq!(mail.parts[0].name, "p\u{f3}liza.pdf", "RFC 2231");
}

#[test]
fn lines_may_end_and_last_as_they_like() {
    let stage = stage();
    let crlf = of_alice("crlf", "Harbour Gate", "", &"long ".repeat(1_000)).replace('\n', "\r\n");
    assert_eq!(settled(&taken(&stage, &crlf)).state, mail::arrival::State::Raised);
}
