//! Which sorts of letters there are for whom.

use ground::Fields;
use ground::entry::ActorKind;
use ground::letter::Class;
use ground::words::Words;

/// The sorts of letters that a person can switch off.
pub(super) fn of(kind: ActorKind) -> &'static [Class] {
    match kind {
        ActorKind::Staff => &[Class::Alerts, Class::Orders, Class::Digests, Class::Training],
        ActorKind::Contact => {
            &[Class::Concerns, Class::Questions, Class::Surveys, Class::Orders, Class::Digests, Class::Reports]
        }
        _ => &[],
    }
}

/// The sorts of letters to choose from.
pub(crate) fn choices(w: &Words, kind: ActorKind) -> Vec<(String, String)> {
    of(kind).iter().map(|class| (class.word().to_owned(), w.t(class.key()))).collect()
}

/// What a form shows as wanted: all that is not unwanted.
pub(crate) fn shown(fields: Fields, kind: ActorKind, unwanted: &[Class]) -> Fields {
    let wanted = of(kind).iter().filter(|class| !unwanted.contains(class));
    wanted.fold(fields, |fields, class| fields.set("letters", class.word()))
}

/// What was ticked.
pub(super) fn read(fields: &Fields, kind: ActorKind) -> Vec<Class> {
    of(kind).iter().copied().filter(|class| fields.has("letters", class.word())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_switches_off_what_is_essential_or_not_for_them() {
        let all = Class::ALL.iter().fold(Fields::default(), |fields, class| fields.set("letters", class.word()));
        assert_eq!(read(&all, ActorKind::Staff), [Class::Alerts, Class::Orders, Class::Digests, Class::Training]);
        assert_eq!(
            read(&all, ActorKind::Contact),
            [Class::Concerns, Class::Questions, Class::Surveys, Class::Orders, Class::Digests, Class::Reports]
        );
        assert!(read(&all, ActorKind::Guest).is_empty() && read(&Fields::default(), ActorKind::Staff).is_empty());
    }

    #[test]
    fn what_is_shown_is_what_is_wanted() {
        let fields = shown(Fields::default(), ActorKind::Contact, &[Class::Questions]);
        assert_eq!(
            read(&fields, ActorKind::Contact),
            [Class::Concerns, Class::Surveys, Class::Orders, Class::Digests, Class::Reports]
        );
    }
}
