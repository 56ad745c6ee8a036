//! Why a letter did not arrive, in plain words.

/// The key of a sentence for what a mail server said, by its enhanced status code (RFC 3463), or else
/// by the code of its reply (RFC 5321 4.2.2).
#[must_use]
pub fn key(why: &str) -> &'static str {
    let code = why.split(|c: char| c.is_whitespace() || c == '-').find_map(status);
    match code {
        Some((5, 1, 2) | (5, 4, 4)) => "letter-failed-domain",
        Some((5, 1, _)) => "letter-failed-unknown",
        Some((_, 2, 1)) => "letter-failed-disabled",
        Some((_, 2, 2)) => "letter-failed-full",
        Some((_, 3, 4) | (_, 2, 3)) => "letter-failed-large",
        Some((5, 7, _)) => "letter-failed-policy",
        Some((4, ..)) => "letter-failed-late",
        Some(_) => "letter-failed-refused",
        None => match why.split_whitespace().next().unwrap_or_default() {
            "550" | "551" | "553" => "letter-failed-unknown",
            "552" => "letter-failed-full",
            reply if reply.len() == 3 && reply.starts_with('5') => "letter-failed-refused",
            _ => "letter-failed-late",
        },
    }
}

/// An enhanced status code: class, subject, detail.
pub(super) fn status(word: &str) -> Option<(u16, u16, u16)> {
    let word = word.trim_matches(|c: char| !c.is_ascii_digit());
    let mut numbers = word.split('.').map(|number| number.parse().ok());
    match (numbers.next()??, numbers.next()??, numbers.next()??, numbers.next()) {
        (class @ (2 | 4 | 5), subject, detail, None) => Some((class, subject, detail)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::key;

    // What servers say: Postfix, Exchange, Gmail, Exim and our own runner.
    #[test]
    fn what_servers_say_is_understood() {
        let table = [
            ("550 5.1.1 <dana@x.example>: Recipient address rejected: User unknown", "letter-failed-unknown"),
            ("550-5.1.1 The email account that you tried to reach does not exist.", "letter-failed-unknown"),
            ("550 Unrouteable address", "letter-failed-unknown"),
            ("550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found by SMTP address lookup", "letter-failed-unknown"),
            ("550 5.1.2 Host or domain name not found", "letter-failed-domain"),
            ("552 5.2.2 The email account is over quota", "letter-failed-full"),
            ("452-4.2.2 The recipient's inbox is out of storage space.", "letter-failed-full"),
            ("550 5.7.1 Message rejected due to content restrictions", "letter-failed-policy"),
            ("554 Transaction failed", "letter-failed-refused"),
            ("5.0.0", "letter-failed-refused"),
            ("451 4.7.1 Greylisted, please come back later", "letter-failed-late"),
            ("broken: the mail server mail.example.com:587 cannot be reached", "letter-failed-late"),
        ];
        for (why, expected) in table {
            assert_eq!(key(why), expected, "{why}");
        }
    }
}
