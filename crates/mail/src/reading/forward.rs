//! Who wrote what somebody forwards to us.

use super::Sender;

/// The sender that the words of a forwarded mail name, and what they wrote.
#[must_use]
pub fn forwarded(text: &str) -> Option<(Sender, String)> {
    let begins = ["forwarded message", "original message", "mensaje reenviado", "mensaje original"];
    let lines: Vec<&str> = text.lines().collect();
    let start = lines.iter().position(|line| {
        let lower = line.to_lowercase();
        begins.iter().any(|word| lower.contains(word)) && lower.trim().len() < 80
    });
    let from = start.unwrap_or(0);
    let names = |line: &&str| {
        let line = line.trim_start_matches(['>', ' ', '*']);
        ["From:", "De:"].iter().find_map(|name| line.strip_prefix(name)).and_then(sender)
    };
    let near = if start.is_some() { 8 } else { lines.len() };
    let at = lines[from..].iter().take(near).position(|line| names(line).is_some())? + from;
    // Without a line that says so, four headers in a row say so: `From:` and what follows it.
    let headers = lines[at..].iter().take_while(|line| !line.trim().is_empty()).count();
    if start.is_none() && !(3..=12).contains(&headers) {
        return None;
    }
    let words = lines[at..].iter().skip(headers).copied().collect::<Vec<_>>().join("\n");
    Some((names(&lines[at])?, words.trim().to_owned()))
}

/// `Dana Reyes <dana@x.example>`, or the address alone.
fn sender(written: &str) -> Option<Sender> {
    let written = written.trim().trim_matches('*').trim();
    let is_edge = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '[' | ']' | '(' | ')' | ',' | ';' | '"');
    let address = written.split(is_edge).find(|word| word.contains('@'))?;
    let address = super::address(address.trim_start_matches("mailto:"))?;
    let name = written.split(['<', '[']).next().unwrap_or_default().trim().trim_matches('"').trim();
    let name = (!name.is_empty() && !name.contains('@')).then(|| super::line(name, super::NAME_LETTERS));
    Some(Sender { name, address })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_wrote_it_is_found_however_it_is_forwarded() {
        for text in [
            "FYI\n\n---------- Forwarded message ---------\nFrom: Dana Reyes <Dana@x.example>\nDate: Mon\nSubject: Gate\nTo: sam\n\nThe gate is open.",
            "-----Original Message-----\nFrom: Dana Reyes [mailto:dana@x.example]\nSent: Mon\nTo: Sam\nSubject: Gate\n\nThe gate is open.",
            "De: Dana Reyes <dana@x.example>\nEnviado: lunes\nPara: Sam\nAsunto: Gate\n\nThe gate is open.",
            "Begin forwarded message:\n\n> From: Dana Reyes <dana@x.example>\n> Subject: Gate\n> Date: Mon\n\nThe gate is open.",
        ] {
            let (sender, words) = forwarded(text).unwrap();
            assert_eq!(
                (sender.address.as_str(), sender.name.as_deref()),
                ("dana@x.example", Some("Dana Reyes")),
                "{text}"
            );
            assert_eq!(words, "The gate is open.");
        }
    }

    #[test]
    fn what_is_not_forwarded_names_nobody() {
        for text in ["The gate is open.", "From: the desk one sees nothing.", "From: dana@x.example", ""] {
            assert_eq!(forwarded(text), None, "{text}");
        }
    }
}
