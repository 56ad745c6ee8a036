//! What something points to: a table of rules that one can read.

use listening::concern::Category;
use satisfaction::facts::low::TREATED;

/// What a concern of a category points to, in tenths.
pub(super) const CATEGORIES: &[(Category, &[(&str, u64)])] = &[
    (Category::Conduct, &[("PB", 5), ("PC", 3), ("FP", 2)]),
    (Category::Manner, &[("EM", 4), ("AP", 3), ("FP", 3)]),
    (Category::Appearance, &[("AP", 10)]),
    (Category::ResponseTime, &[("IR", 6), ("TL", 4)]),
    (Category::Patrol, &[("PC", 8), ("TL", 2)]),
    (Category::Access, &[("PC", 8), ("FP", 2)]),
    (Category::Reporting, &[("RW", 5), ("OC", 3), ("CC", 2)]),
    (Category::Orders, &[("PC", 6), ("TL", 4)]),
    (Category::Confidentiality, &[("CF", 10)]),
    (Category::Fairness, &[("FP", 6), ("IN", 4)]),
    (Category::Safety, &[("IR", 6), ("DE", 4)]),
];

/// What a low answer points to, in tenths, by what the questions of a dimension say. What the office sees to points to nothing,
/// and makes less than ten: that officers are in place on time, and what they are equipped with.
pub(super) const ANSWERS: &[(&str, &[(&str, u64)])] = &[
    // In place at the agreed times; what was agreed gets done.
    ("dimension-reliability", &[("TL", 4), ("PC", 4)]),
    // They know what to do here; I trust them with a difficult situation.
    ("dimension-assurance", &[("PC", 5), ("DE", 3), ("IR", 2)]),
    // Their appearance suits the site; they have the equipment.
    ("dimension-tangibles", &[("AP", 5)]),
    // They understand what matters here; they take my concerns seriously.
    ("dimension-empathy", &[("EM", 4), ("AL", 3), ("CC", 3)]),
    // I get a quick answer; they help readily when asked.
    ("dimension-responsiveness", &[("CC", 5), ("AP", 3), ("OC", 2)]),
    // Pleasant to deal with; I feel at ease; we understand each other well.
    ("dimension-enjoyable", &[("AP", 4), ("EM", 3), ("AL", 3)]),
    // They know who I am; I would like those whom I know to stay.
    ("dimension-connected", &[("AP", 6), ("AL", 4)]),
    // The guards treated me with respect.
    (TREATED, &[("FP", 6), ("IN", 4)]),
];

/// What a category points to, in tenths. Coverage, continuity and billing are the office's; what is said of training names no
/// competency; praise points to nothing that is amiss.
pub(super) fn of_category(category: Category) -> &'static [(&'static str, u64)] {
    CATEGORIES.iter().find(|(of, _)| *of == category).map_or(&[], |(_, weights)| weights)
}

/// What a low answer points to, in tenths, by the key of what was found low.
pub(super) fn of_answers(about: &str) -> &'static [(&'static str, u64)] {
    ANSWERS.iter().find(|(of, _)| *of == about).map_or(&[], |(_, weights)| weights)
}
