//! Whether a machine wrote: then nobody is answered, and no clock is moved.

use super::Mail;
use crate::arrival::Reason;

/// Names that nobody reads, before the `@`.
const NOBODY: &[&str] = &[
    "mailer-daemon",
    "postmaster",
    "noreply",
    "no-reply",
    "no_reply",
    "donotreply",
    "do-not-reply",
    "bounce",
    "bounces",
];

/// Why a mail is a machine's, if it is. `null_sender` says that its envelope named no sender.
#[must_use]
pub fn machine(mail: &Mail, null_sender: bool) -> Option<Reason> {
    let head = &mail.head;
    let auto_submitted = head.word("auto-submitted");
    let precedence = head.word("precedence");
    let automatic = ["x-autoreply", "x-autorespond", "x-auto-reply-from", "x-vacation", "x-boxbe-challenge"];
    if !auto_submitted.is_empty() && auto_submitted != "no" {
        return Some(Reason::AutoSubmitted);
    }
    if automatic.iter().any(|name| head.has(name)) {
        return Some(Reason::AutoSubmitted);
    }
    if head.has("x-auto-response-suppress") {
        return Some(Reason::Suppress);
    }
    if head.has("list-id") {
        return Some(Reason::List);
    }
    if matches!(precedence.as_str(), "bulk" | "junk" | "list" | "auto_reply") {
        return Some(Reason::Bulk);
    }
    if mail.is_report {
        return Some(Reason::Report);
    }
    if mail.is_calendar {
        return Some(Reason::Calendar);
    }
    let name = mail.from.as_ref().map(|from| from.address.split('@').next().unwrap_or_default().to_owned());
    if name.is_some_and(|name| NOBODY.contains(&name.as_str())) {
        return Some(Reason::Nobody);
    }
    let returned = head.first("return-path").is_some_and(|path| path.replace([' ', '\t'], "") == "<>");
    (null_sender || returned).then_some(Reason::NullSender)
}
