//! What a mail server says of a letter of ours that it could not deliver (RFC 3464).

/// What became of a letter, as its last mail server says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The Message-ID of the letter, where the report holds its headers.
    pub message_id: Option<String>,
    /// For each recipient, what became of it.
    pub recipients: Vec<Recipient>,
}

/// One recipient of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// The address, in lower case.
    pub address: String,
    /// Whether nobody tries any more.
    pub failed: bool,
    /// Whether the address takes no mail at all (5.x.x).
    pub permanent: bool,
    /// Why, in the server's words.
    pub why: String,
}

/// The most recipients of one report that are looked at.
const MOST_RECIPIENTS: usize = 100;
/// The most letters of a server's words.
const WHY_LETTERS: usize = 300;

/// Reads a part `message/delivery-status`, and the headers of the letter that was sent back.
#[must_use]
pub(super) fn read(status: &str, sent_back: Option<&str>) -> Report {
    let blocks = status.replace("\r\n", "\n");
    let recipients = blocks.split("\n\n").filter_map(recipient).take(MOST_RECIPIENTS).collect();
    Report { message_id: sent_back.and_then(|head| field(head, "message-id")), recipients }
}

/// One block of fields; those that speak of no recipient, and of nothing that went wrong, are none.
fn recipient(block: &str) -> Option<Recipient> {
    let named = field(block, "final-recipient").or_else(|| field(block, "original-recipient"))?;
    let address = named.rsplit(';').next().unwrap_or(&named).trim().trim_matches(['<', '>']).to_lowercase();
    let action = field(block, "action").unwrap_or_default().to_lowercase();
    let status = field(block, "status").unwrap_or_default();
    let (failed, delayed) = (action.starts_with("failed"), action.starts_with("delayed"));
    if !failed && !delayed {
        return None;
    }
    let said = field(block, "diagnostic-code").unwrap_or_default();
    let why = format!("{status} {}", said.split_once(';').map_or(said.as_str(), |(_, said)| said.trim()));
    let permanent = failed && status.trim_start().starts_with('5');
    Some(Recipient { address, failed, permanent, why: why.trim().chars().take(WHY_LETTERS).collect() })
}

/// A field of a block, with its folded lines.
fn field(block: &str, name: &str) -> Option<String> {
    let mut lines = block
        .lines()
        .skip_while(|line| !line.split_once(':').is_some_and(|(field, _)| field.trim().eq_ignore_ascii_case(name)));
    let mut value = lines.next()?.split_once(':')?.1.trim().to_owned();
    for line in lines.take_while(|line| line.starts_with([' ', '\t'])) {
        value.push(' ');
        value.push_str(line.trim());
    }
    Some(value.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    // The example of RFC 3464, appendix E.1, shortened.
    const STATUS: &str = "Reporting-MTA: dns; cs.utk.edu\r\n\r\n\
        Original-Recipient: rfc822;louisl@larry.slip.umd.edu\r\n\
        Final-Recipient: rfc822;Louisl@larry.slip.umd.edu\r\nAction: failed\r\nStatus: 4.0.0\r\n\
        Diagnostic-Code: smtp; 426 connection timed out\r\nLast-Attempt-Date: Thu, 7 Jul 1994 17:15:49 -0400\r\n";

    #[test]
    fn the_example_of_the_standard_is_read() {
        let report = read(STATUS, Some("Subject: x\r\nMessage-ID:\r\n <199407072116.RAA14128@CS.UTK.EDU>\r\n"));
        assert_eq!(report.message_id.as_deref(), Some("<199407072116.RAA14128@CS.UTK.EDU>"));
        let why = "4.0.0 426 connection timed out".to_owned();
        assert_eq!(
            report.recipients,
            [Recipient { address: "louisl@larry.slip.umd.edu".to_owned(), failed: true, permanent: false, why }]
        );
    }

    #[test]
    fn several_recipients_are_told_apart_and_what_went_well_is_left_out() {
        let block = |address: &str, action: &str, status: &str| {
            format!("Final-Recipient: rfc822; {address}\nAction: {action}\nStatus: {status}\n\n")
        };
        let text = block("a@x.example", "delivered", "2.0.0")
            + &block("b@x.example", "failed", "5.1.1")
            + &block("c@x.example", "delayed", "4.4.7");
        let found = read(&text, None).recipients;
        let found: Vec<_> = found.iter().map(|one| (one.address.as_str(), one.failed, one.permanent)).collect();
        assert_eq!(found, [("b@x.example", true, true), ("c@x.example", false, false)]);
    }
}
