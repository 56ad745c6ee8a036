//! Whether a sender is who they say: what our own mail server wrote down, and nobody else
//! (Authentication-Results, RFC 8601).

use listening::conversation::Trust;

use super::head::Head;

/// One method and its result, with what was found by it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Finding {
    method: String,
    result: String,
    properties: Vec<(String, String)>,
}

/// What our mail server says of a sender in this domain. Only the topmost header counts, and only
/// when it is our server's: what stands below it, came with the mail.
#[must_use]
pub fn verdict(head: &Head, authserv_id: Option<&str>, domain: &str) -> Trust {
    let (Some(ours), Some(top)) = (authserv_id, head.first("authentication-results")) else {
        return Trust::Unchecked;
    };
    match read(top) {
        Some((id, findings)) if id == ours => judge(&findings, domain),
        _ => Trust::Unchecked,
    }
}

fn judge(findings: &[Finding], domain: &str) -> Trust {
    let results = |method: &'static str| findings.iter().filter(move |finding| finding.method == method);
    let of_domain = |finding: &Finding, property: &str| {
        let named = finding.properties.iter().find(|(name, _)| name == property).map(|(_, value)| value.as_str());
        named.map(|value| value.rsplit('@').next().unwrap_or(value).to_lowercase())
    };
    for finding in results("dmarc") {
        let other = of_domain(finding, "header.from").is_some_and(|from| from != domain);
        match finding.result.as_str() {
            "fail" => return Trust::Failed,
            "pass" if !other => return Trust::Verified,
            _ => {}
        }
    }
    let aligned = |value: Option<String>| value.is_some_and(|value| is_aligned(&value, domain));
    let dkim =
        results("dkim").any(|f| f.result == "pass" && aligned(of_domain(f, "header.d").or(of_domain(f, "header.i"))));
    let spf = results("spf").any(|f| f.result == "pass" && aligned(of_domain(f, "smtp.mailfrom")));
    if dkim || spf {
        return Trust::Verified;
    }
    let fails = |method: &'static str| {
        let mut of_method = results(method).peekable();
        of_method.peek().is_some() && of_method.all(|finding| matches!(finding.result.as_str(), "fail" | "softfail"))
    };
    if fails("dkim") && fails("spf") { Trust::Failed } else { Trust::Unchecked }
}

/// Whether a domain stands for another: the same, or one below the other. Without the list of all
/// public suffixes we ask for more than RFC 7489 does, never for less.
fn is_aligned(checked: &str, domain: &str) -> bool {
    let below =
        |one: &str, other: &str| other.contains('.') && one.strip_suffix(other).is_some_and(|left| left.ends_with('.'));
    checked == domain || below(domain, checked)
}

/// Reads a value: the name of the server, and what it found. `None` when it is not written as it must be.
fn read(value: &str) -> Option<(String, Vec<Finding>)> {
    let plain = without_comments(value)?;
    let mut parts = split(&plain, |c| c == ';');
    let mut words = parts.first()?.split_whitespace();
    let id = unquoted(words.next()?).to_lowercase();
    if words.next().is_some_and(|version| version != "1") {
        return None;
    }
    let findings = parts.split_off(1);
    Some((id, findings.iter().filter_map(|part| finding(part)).collect()))
}

fn finding(part: &str) -> Option<Finding> {
    let joined = joined(part);
    let mut words = split(&joined, char::is_whitespace).into_iter().filter(|word| !word.is_empty());
    let (method, result) = words.next().and_then(|word| pair(&word))?;
    let method = method.split('/').next().unwrap_or_default().to_lowercase();
    let properties = words.filter_map(|word| pair(&word)).map(|(name, value)| (name.to_lowercase(), value));
    Some(Finding { method, result: result.to_lowercase(), properties: properties.collect() })
}

fn pair(word: &str) -> Option<(String, String)> {
    let (name, value) = word.split_once('=')?;
    Some((name.to_owned(), unquoted(value)))
}

/// The text with no space around its signs of equality.
fn joined(part: &str) -> String {
    let mut text = String::with_capacity(part.len());
    let mut after_sign = false;
    let mut quoted = false;
    for c in part.chars() {
        if c == '"' {
            quoted = !quoted;
        }
        if !quoted && c == '=' {
            text.truncate(text.trim_end().len());
            after_sign = true;
        } else if !quoted && after_sign && c.is_whitespace() {
            continue;
        } else {
            after_sign = false;
        }
        text.push(c);
    }
    text
}

/// The text without what stands in round brackets, which may stand in each other. `None` when one is not closed.
fn without_comments(value: &str) -> Option<String> {
    let (mut text, mut depth, mut quoted, mut escaped) = (String::with_capacity(value.len()), 0_usize, false, false);
    for c in value.chars() {
        let plain = !escaped;
        escaped = plain && c == '\\' && (quoted || depth > 0);
        match c {
            '"' if plain && depth == 0 => quoted = !quoted,
            '(' if plain && !quoted => {
                depth += 1;
                continue;
            }
            ')' if plain && !quoted => {
                depth = depth.checked_sub(1)?;
                text.push(' ');
                continue;
            }
            _ => {}
        }
        if depth == 0 {
            text.push(c);
        }
    }
    (depth == 0 && !quoted).then_some(text)
}

/// The pieces between separators that stand outside of quotes.
fn split(text: &str, is_separator: impl Fn(char) -> bool) -> Vec<String> {
    let (mut pieces, mut quoted, mut escaped) = (vec![String::new()], false, false);
    for c in text.chars() {
        if c == '"' && !escaped {
            quoted = !quoted;
        }
        escaped = c == '\\' && quoted && !escaped;
        if !quoted && is_separator(c) {
            pieces.push(String::new());
        } else if let Some(last) = pieces.last_mut() {
            last.push(c);
        }
    }
    pieces
}

fn unquoted(word: &str) -> String {
    match word.strip_prefix('"').and_then(|word| word.strip_suffix('"')) {
        Some(inside) => inside.replace('\\', ""),
        None => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(values: &[&str]) -> Trust {
        let raw: String = values.iter().map(|value| format!("Authentication-Results: {value}\r\n")).collect();
        verdict(&Head::read(raw.as_bytes()), Some("example.com"), "example.net")
    }

    // The examples of RFC 8601, appendix B, with the domains as they stand there.
    #[test]
    fn the_examples_of_the_standard_are_read() {
        assert_eq!(of(&["example.org 1; none"]), Trust::Unchecked, "B.2: another server's");
        assert_eq!(of(&["example.com 1; none"]), Trust::Unchecked);
        assert_eq!(of(&["example.com;\r\n spf=pass smtp.mailfrom=example.net"]), Trust::Verified, "B.3");
        let several = "example.com;\r\n auth=pass (cram-md5) smtp.auth=sender@example.net;\r\n spf=pass smtp.mailfrom=example.net";
        assert_eq!(of(&[several]), Trust::Verified, "B.4");
        let foreign = "example.com; dkim=pass (good signature) header.d=example.com";
        assert_eq!(of(&[foreign]), Trust::Unchecked, "B.5: a list signed it, and the sender is another's");
        let commented = "foo.example.net (foobar) 1 (baz);\r\n dkim (Because I like it) / 1 (One yay) = (wait for it) fail\r\n policy (A dot can go here) . (like that) expired\r\n (this surprised me) = (as I wasn't expecting it) 1362471462";
        let (id, findings) = read(Head::read(format!("X: {commented}\r\n").as_bytes()).first("x").unwrap()).unwrap();
        assert_eq!((id.as_str(), findings.len()), ("foo.example.net", 0), "B.7: so strange that nothing is believed");
    }

    #[test]
    fn only_the_topmost_of_our_own_is_believed() {
        let (pass, fail) =
            ("example.com; dmarc=pass header.from=example.net", "example.com; dmarc=fail header.from=example.net");
        assert_eq!(of(&[pass]), Trust::Verified);
        assert_eq!(of(&[fail, pass]), Trust::Failed);
        assert_eq!(of(&["mx.elsewhere.example; dmarc=fail", pass]), Trust::Unchecked);
        assert_eq!(of(&[]), Trust::Unchecked);
        let raw = Head::read(format!("Authentication-Results: {pass}\r\n").as_bytes());
        assert_eq!(verdict(&raw, None, "example.net"), Trust::Unchecked, "without the setting nobody is believed");
    }

    #[test]
    fn a_pass_is_for_the_domain_that_the_reader_sees() {
        assert_eq!(of(&["example.com; dmarc=pass header.from=other.example"]), Trust::Unchecked);
        assert_eq!(of(&["example.com; spf=pass smtp.mailfrom=bounce@other.example; dkim=fail"]), Trust::Unchecked);
        assert_eq!(
            of(&["example.com; spf=fail smtp.mailfrom=example.net; dkim=fail header.d=example.net"]),
            Trust::Failed
        );
        assert_eq!(of(&["example.com; spf=none; dkim=none; dmarc=none"]), Trust::Unchecked);
        assert_eq!(of(&["example.com; dkim=pass header.d=\"example.net\""]), Trust::Verified);
        assert_eq!(of(&["example.com; dkim=pass header.d=net"]), Trust::Unchecked);
    }

    #[test]
    fn what_is_not_written_as_it_must_be_is_not_believed() {
        for value in [
            "",
            ";",
            "example.com (open; dmarc=pass",
            "example.com \"open; dmarc=pass",
            "example.com 2; dmarc=pass",
            "example.com; dmarc",
        ] {
            assert_eq!(of(&[value]), Trust::Unchecked, "{value}");
        }
    }
}
