//! What a mail may be before a parser looks at it: bounded in every direction, so that no mail
//! takes more time or memory than its size deserves.

/// The largest mail that is taken in, in bytes.
pub const LARGEST_BYTES: usize = 25 * 1024 * 1024;
/// The most bytes of headers before the first empty line.
const HEAD_BYTES: usize = 256 * 1024;
/// The most headers that say what a part is: so many parts a mail may have.
const PARTS: usize = 1_000;
/// The most parts that hold parts: the parser looks for the end of each through all that follows.
const MULTIPARTS: usize = 100;
/// The longest of those headers, in bytes; the parser sorts what they hold.
const PART_HEADER_BYTES: usize = 16 * 1024;

/// A mail that cannot be looked at, for it breaks a bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooMuch;

/// Checks the bounds, and gives the mail with no mail inside of it: `message/rfc822`,
/// `message/global` and `multipart/digest` are called otherwise, letter for letter, so that the
/// parser takes what they hold as a file. A mail in a mail in a mail would be parsed, and dropped,
/// by recursion without end.
///
/// # Errors
/// When a bound is broken.
pub fn bounded(raw: &[u8]) -> Result<Vec<u8>, TooMuch> {
    if raw.len() > LARGEST_BYTES || head_length(raw) > HEAD_BYTES {
        return Err(TooMuch);
    }
    let mut mail = raw.to_vec();
    let (mut parts, mut multiparts, mut at) = (0, 0, 0);
    while let Some(found) = find(&mail[at..], b"content-") {
        let name_at = at + found + b"content-".len();
        at = name_at;
        let rest = &mail[name_at..];
        let is_type = rest.get(..4).is_some_and(|name| name.eq_ignore_ascii_case(b"type"));
        let is_disposition = rest.get(..11).is_some_and(|name| name.eq_ignore_ascii_case(b"disposition"));
        if !is_type && !is_disposition {
            continue;
        }
        let end = name_at + header_length(rest);
        if end - name_at > PART_HEADER_BYTES {
            return Err(TooMuch);
        }
        if is_type {
            parts += 1;
            let value = &mut mail[name_at + 4..end];
            multiparts += usize::from(find(value, b"multipart").is_some());
            for (word, instead) in [(b"rfc822", b"x-mail"), (b"global", b"x-mail"), (b"digest", b"x-list")] {
                put_instead(value, word, instead);
            }
        }
        at = end;
    }
    if parts > PARTS || multiparts > MULTIPARTS { Err(TooMuch) } else { Ok(mail) }
}

/// How long the headers of a mail are.
#[must_use]
pub fn head_length(raw: &[u8]) -> usize {
    let empty = |window: &[u8]| window == b"\n\n" || window == b"\n\r";
    raw.windows(2).position(empty).map_or(raw.len(), |end| end + 1)
}

/// How long a header is from here: to the end of its last folded line.
fn header_length(rest: &[u8]) -> usize {
    let ends = |at: usize| rest[at] == b'\n' && !matches!(rest.get(at + 1), Some(b' ' | b'\t'));
    (0..rest.len().min(PART_HEADER_BYTES + 1)).find(|at| ends(*at)).unwrap_or(rest.len().min(PART_HEADER_BYTES + 1))
}

fn put_instead(value: &mut [u8], word: &[u8; 6], instead: &[u8; 6]) {
    let mut at = 0;
    while let Some(found) = find(&value[at..], word) {
        value[at + found..at + found + word.len()].copy_from_slice(instead);
        at += found + word.len();
    }
}

/// Where words in lower case stand, however they are written there.
fn find(bytes: &[u8], words: &[u8]) -> Option<usize> {
    bytes.windows(words.len()).position(|window| window.eq_ignore_ascii_case(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_in_a_mail_becomes_a_file() {
        let raw = b"From: a@x.example\nContent-Type: Message (a mail) /\n RFC822; name=\"rfc822\"\n\nmessage/rfc822\n";
        let mail = String::from_utf8(bounded(raw).unwrap()).unwrap();
        assert_eq!(mail.len(), raw.len());
        assert!(mail.contains("\n x-mail;") && mail.ends_with("\n\nmessage/rfc822\n"), "{mail}");
    }

    #[test]
    fn what_has_no_bounds_is_not_looked_at() {
        assert!(bounded(&vec![b'x'; LARGEST_BYTES + 1]).is_err());
        assert!(bounded(format!("Subject: {}\n\nx", "x".repeat(HEAD_BYTES)).as_bytes()).is_err());
        assert!(bounded("--b\nContent-Type: text/plain\n\nx\n".repeat(PARTS + 1).as_bytes()).is_err());
        assert!(
            bounded("--b\nContent-Type: multipart/mixed; boundary=b\n\n".repeat(MULTIPARTS + 1).as_bytes()).is_err()
        );
        let long =
            format!("From: a@x.example\n\nContent-Type: text/plain;{}\n\nx", " a=b;\n".repeat(PART_HEADER_BYTES));
        assert!(bounded(long.as_bytes()).is_err());
        assert!(bounded(b"").is_ok() && bounded(b"\n\n").is_ok() && bounded(b"content-type").is_ok());
    }
}
