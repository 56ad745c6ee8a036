//! What the first draft of orders begins with: good orders for such a place, in our words.

use ground::fields::Choice;
use ground::words::Language;
use ground::{Error, Result};
use people::client::Setting;
use text::Section as Text;

use super::Kind;

/// The template for a kind of place, in a language.
const fn words(setting: Setting, language: Language) -> &'static str {
    macro_rules! template {
        ($name:literal) => {
            match language {
                Language::English => include_str!(concat!("../../templates/", $name, ".en.md")),
                Language::Spanish => include_str!(concat!("../../templates/", $name, ".es.md")),
            }
        };
    }
    match setting {
        Setting::Event => template!("event"),
        Setting::ShoppingCentre => template!("shopping-centre"),
        Setting::Office => template!("office"),
        Setting::Residential => template!("residential"),
        Setting::Hospital => template!("hospital"),
        Setting::Industrial => template!("industrial"),
        Setting::School => template!("school"),
    }
}

/// Its sections: each begins with a line such as `## Access {#access}`.
///
/// # Errors
/// Broken when a template is not written like that.
pub(super) fn sections(setting: Setting, language: Language) -> Result<Vec<Text>> {
    let broken = || Error::broken(format!("the template for {} is not as it should be", setting.word()));
    let mut sections: Vec<Text> = Vec::new();
    for line in words(setting, language).lines() {
        if let Some(title) = line.strip_prefix("## ") {
            let (title, kind) = title.strip_suffix('}').and_then(|title| title.split_once(" {#")).ok_or_else(broken)?;
            Kind::from_word(kind).ok_or_else(broken)?;
            let (title, kind) = (title.to_owned(), kind.to_owned());
            sections.push(Text { key: kind.clone(), kind, title, words: String::new() });
        } else {
            let section = sections.last_mut().ok_or_else(broken)?;
            section.words.push_str(line);
            section.words.push('\n');
        }
    }
    for section in &mut sections {
        section.words = section.words.trim().to_owned();
    }
    Ok(sections)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_has_every_part_in_its_order_in_both_languages() {
        let parts: Vec<&str> = Kind::ALL.iter().filter(|kind| **kind != Kind::Other).map(|kind| kind.word()).collect();
        for setting in Setting::ALL {
            for language in Language::ALL {
                let sections = sections(*setting, language).unwrap();
                let kinds: Vec<&str> = sections.iter().map(|section| section.kind.as_str()).collect();
                assert_eq!(kinds, parts, "{} {}", setting.word(), language.code());
                let thin = sections.iter().find(|section| section.words.len() < 80 || section.title.is_empty());
                assert_eq!(thin, None, "{} {}", setting.word(), language.code());
            }
        }
    }
}
