//! Names of elements and attributes: `choiceInteraction` in versions 2, `qti-choice-interaction` in version 3.

use crate::xml::Node;

/// A tree in the names of versions 2.
pub(super) fn common(node: Node) -> Node {
    let name = match node.name.strip_prefix("qti-") {
        Some(rest) => camel(rest),
        None => node.name,
    };
    let attributes = node.attributes.into_iter().map(|(name, value)| (camel(&name), value)).collect();
    Node { name, attributes, text: node.text, children: node.children.into_iter().map(common).collect() }
}

fn camel(name: &str) -> String {
    let mut camel = String::with_capacity(name.len());
    let mut is_first = false;
    for letter in name.chars() {
        if letter == '-' {
            is_first = true;
        } else {
            camel.push(if is_first { letter.to_ascii_uppercase() } else { letter });
            is_first = false;
        }
    }
    camel
}

/// A name of versions 2 as version 3 has it, without the `qti-` of elements.
pub(super) fn kebab(name: &str) -> String {
    let mut kebab = String::with_capacity(name.len() + 4);
    for letter in name.chars() {
        if letter.is_ascii_uppercase() {
            kebab.push('-');
        }
        kebab.push(letter.to_ascii_lowercase());
    }
    kebab
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_both_ways() {
        for (two, three) in
            [("choiceInteraction", "choice-interaction"), ("value", "value"), ("modalFeedback", "modal-feedback")]
        {
            assert_eq!(camel(three), two);
            assert_eq!(kebab(two), three);
        }
    }
}
