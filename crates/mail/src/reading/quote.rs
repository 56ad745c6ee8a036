//! New words, and what is quoted below them: history and signatures are folded, never dropped.

/// Words, and what was folded away from them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    /// The new words.
    pub words: String,
    /// What was quoted, or signed; the reader can open it.
    pub rest: Option<String>,
}

/// Lines that begin what was said before, in any of the ways in which mail programs write them.
const SEPARATORS: &[&str] = &[
    "original message",
    "original appointment",
    "forwarded message",
    "mensaje original",
    "mensaje reenviado",
    "begin forwarded message:",
    "inicio del mensaje reenviado:",
];
/// How a line ends that names who wrote what is quoted.
const WROTE: &[&str] = &["wrote:", "escribi\u{f3}:", "escribio:"];
/// How such a line begins.
const ON: &[&str] = &["on ", "el "];
/// The first and a later line of the headers that Outlook puts above what was said before.
const FROM: &[&str] = &["from:", "de:", "*from:*", "*de:*"];
const SENT: &[&str] =
    &["sent:", "date:", "enviado:", "enviado el:", "fecha:", "*sent:*", "*date:*", "*enviado:*", "*fecha:*"];
/// What telephones sign.
const SENT_FROM: &[&str] = &["sent from my ", "enviado desde mi ", "get outlook for ", "obtener outlook para "];
/// A signature is not longer than this, in lines.
const SIGNATURE_LINES: usize = 12;

/// Folds a text.
#[must_use]
pub fn fold(text: &str) -> Folded {
    let lines: Vec<&str> = text.lines().collect();
    let (mut kept, mut rest): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < lines.len() {
        if is_separator(&lines, at) || is_unquoted_history(&lines, at) {
            rest.extend(&lines[at..]);
            break;
        }
        let quoted = attribution(&lines, at).unwrap_or(0);
        let until = at + quoted + lines[at + quoted..].iter().take_while(is_quoted).count();
        if until > at {
            rest.extend(&lines[at..until]);
            at = until;
        } else {
            kept.push(lines[at]);
            at += 1;
        }
    }
    let signed = signature(&kept);
    let signature = kept.split_off(signed);
    rest.splice(0..0, signature);
    let (words, rest) = (joined(&kept), joined(&rest));
    if words.is_empty() {
        return Folded { words: text.trim().to_owned(), rest: None };
    }
    Folded { words, rest: (!rest.is_empty()).then_some(rest) }
}

fn joined(lines: &[&str]) -> String {
    lines.join("\n").trim().to_owned()
}

fn lower(line: &str) -> String {
    line.trim().to_lowercase()
}

fn is_quoted(line: &&&str) -> bool {
    line.trim_start().starts_with('>')
}

/// `-----Original Message-----`, or the headers that Outlook writes there.
fn is_separator(lines: &[&str], at: usize) -> bool {
    let line = lower(lines[at]);
    let bare = line.trim_matches(|c: char| matches!(c, '-' | '_' | ' ' | '='));
    let dashed = bare.len() < line.len() || line.ends_with(':');
    if dashed && SEPARATORS.contains(&bare) {
        return true;
    }
    let starts = |line: &str, any: &[&str]| any.iter().any(|word| line.starts_with(word));
    starts(&line, FROM) && lines[at + 1..].iter().take(3).any(|next| starts(&lower(next), SENT))
}

/// How many lines name who wrote what is quoted below: `On Monday, Dana wrote:`, which may be broken.
fn attribution(lines: &[&str], at: usize) -> Option<usize> {
    if !ON.iter().any(|word| lower(lines[at]).starts_with(word)) {
        return None;
    }
    let ends = lines[at..].iter().take(4).position(|line| WROTE.iter().any(|word| lower(line).ends_with(word)))?;
    let blank = lines[at + ends + 1..].iter().take_while(|line| line.trim().is_empty()).count();
    Some(ends + 1 + blank)
}

/// The same, with what was said before standing below without a mark, as it comes out of HTML.
fn is_unquoted_history(lines: &[&str], at: usize) -> bool {
    attribution(lines, at).is_some_and(|count| lines.get(at + count).is_none_or(|next| !is_quoted(&next)))
}

/// Where a signature begins; at the end where there is none.
fn signature(lines: &[&str]) -> usize {
    let last_of = |is: &dyn Fn(&str) -> bool| lines.iter().rposition(|line| is(line));
    let marked = last_of(&|line| line.trim_end() == "--" || line == "-- ");
    let telephone = last_of(&|line| SENT_FROM.iter().any(|word| lower(line).starts_with(word)));
    let short = |at: &usize| lines.len() - at <= SIGNATURE_LINES;
    let found = [marked, telephone].into_iter().flatten().filter(short);
    found.min().unwrap_or(lines.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        fold(text).words
    }

    #[test]
    fn words_begin_with_their_first_letter() {
        assert_eq!(fold(" It opens again.\n"), Folded { words: "It opens again.".to_owned(), rest: None });
    }

    #[test]
    fn what_is_quoted_is_folded_however_it_is_written() {
        for history in [
            "On Mon, 23 Nov 2026 at 09:12, Sam Okonjo <sam@x.example> wrote:\n> The lock is mended.\n",
            "On Mon, 23 Nov 2026 at 09:12, Sam Okonjo\n<sam@x.example> wrote:\n\n> The lock is mended.\n",
            "El lun, 23 nov 2026 a las 9:12, Sam (<sam@x.example>) escribi\u{f3}:\n> La cerradura.\n",
            "On Monday Sam wrote:\nThe lock is mended.\n",
            "-----Original Message-----\nFrom: Sam\nThe lock is mended.\n",
            "-----Mensaje original-----\nDe: Sam\n",
            "---------- Forwarded message ---------\nFrom: Sam <sam@x.example>\n",
            "________________________________\nFrom: Sam <sam@x.example>\nSent: Monday\nTo: Alice\nSubject: Gate\n\nThe lock.",
            "De: Sam <sam@x.example>\nEnviado el: lunes\nPara: Alice\nAsunto: Portal\n",
            "> The lock is mended.\n> Sam\n",
            "Begin forwarded message:\n\nFrom: Sam\n",
            "-- \nAlice Hale\nHarbour Lofts\n",
            "Sent from my iPhone\n",
            "Enviado desde mi iPhone",
        ] {
            let folded = fold(&format!("It opens again.\n\n{history}"));
            assert!(folded.words.starts_with("It opens again."), "{history}");
            assert!(!folded.words.contains("lock") && !folded.words.contains("Sam"), "{history}: {folded:?}");
            let rest = folded.rest.unwrap();
            assert!(history.trim().lines().all(|line| rest.contains(line) || folded.words.contains(line)), "{rest}");
        }
    }

    #[test]
    fn an_answer_below_or_between_what_is_quoted_is_new() {
        let between = "On Monday Sam wrote:\n> Is the gate shut?\nYes.\n> And the roof?\nNo.\n";
        assert_eq!(words(between), "Yes.\nNo.");
        assert!(fold(between).rest.unwrap().contains("> And the roof?"));
    }

    #[test]
    fn nothing_is_lost_when_all_of_it_looks_quoted() {
        for text in ["> The gate is open.", "-- \nAlice", "From: x\nSent: y", ""] {
            assert_eq!(fold(text), Folded { words: text.to_owned(), rest: None });
        }
    }

    #[test]
    fn what_only_looks_like_history_stays() {
        for text in [
            "On the roof a man wrote:\u{20}help",
            "From: the desk you see nothing.",
            "The original message was lost.",
            "el portal",
        ] {
            assert_eq!(fold(text), Folded { words: text.to_owned(), rest: None }, "{text}");
        }
    }
}
