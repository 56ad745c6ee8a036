//! What an officer writes down of what somebody told them.

use agreement::contract::Severity;
use ground::file::Picture;
use ground::words::Language;
use ground::{Fields, Moment, Refusal};
use listening::concern::{Category, Urgency, WORDS_LETTERS, number};
use meeting::interaction::With;

/// What somebody told an officer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What was said.
    pub words: String,
    /// Who said it.
    pub whom: With,
    /// How grave it is taken to be.
    pub severity: Severity,
    /// What it is about, as far as that follows.
    pub category: Category,
    /// In which language it was written down.
    pub language: Language,
    /// The number that the phone drew, and that was told at once.
    pub number: Option<String>,
    /// When it was said, where that was not now.
    pub said_at: Option<Moment>,
    /// What they showed.
    pub photos: Vec<Picture>,
}

impl Told {
    /// Reads what was typed.
    pub fn read(fields: &mut Fields, language: Language) -> Option<Self> {
        let words = fields.prose("words", 2..=WORDS_LETTERS);
        let whom = With::read(fields, ("who", "who_name"));
        let urgency: Option<Urgency> = fields.choice("urgency");
        let number = match fields.given("number") {
            true => fields.checked("number", |typed| number::read(typed).ok_or(Refusal::new("told-number"))).map(Some),
            false => Some(None),
        };
        let (whom, urgency) = (whom?, urgency?);
        Some(Self {
            words: words?,
            whom,
            severity: urgency.severity(),
            category: if urgency == Urgency::Praise { Category::Praise } else { Category::Unsorted },
            language,
            number: number?,
            said_at: None,
            photos: Vec::new(),
        })
    }
}

#[cfg(test)]
mod tests {
    use ground::Id;
    use people::contact::Contact;

    use super::*;

    fn typed() -> Fields {
        Fields::default().set("words", "The lamp is out.").set("who", "unsaid").set("urgency", "shortfall")
    }

    #[test]
    fn who_it_was_is_a_contact_somebody_or_unsaid() {
        let id = Id::<Contact>::fresh();
        for (who, name, whom) in [
            (id.as_str(), "Ignored", With::Contact(id.clone())),
            ("someone", "Ruth of the third floor", With::Someone(Some("Ruth of the third floor".to_owned()))),
            ("someone", "", With::Someone(None)),
            ("unsaid", "Ruth", With::Unsaid),
        ] {
            let mut fields = typed();
            fields.put("who", who);
            fields.put("who_name", name);
            assert_eq!(Told::read(&mut fields, Language::English).unwrap().whom, whom);
        }
    }

    #[test]
    fn what_is_missing_or_mistyped_is_said_beside_its_field() {
        for (field, value) in
            [("words", ""), ("who", "nobody"), ("urgency", ""), ("number", "7K2Q-M4DX"), ("number", "7")]
        {
            let mut fields = typed();
            fields.put(field, value);
            assert!(Told::read(&mut fields, Language::English).is_none(), "{field}");
            assert!(fields.problem(field).is_some(), "{field}");
        }
    }

    #[test]
    fn praise_is_praise() {
        let mut fields = typed();
        fields.put("urgency", "praise");
        let told = Told::read(&mut fields, Language::Spanish).unwrap();
        assert_eq!((told.category, told.severity), (Category::Praise, Severity::P));
    }
}
