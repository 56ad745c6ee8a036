//! What is asked of the people of a client every quarter, in our own words.
//!
//! Two questions for each dimension of SERVPERF (Cronin and Taylor 1992, after Parasuraman, Zeithaml and Berry 1988), three
//! and two for the two of rapport (Gremler and Gwinner 2000), effort, satisfaction, recommendation, and what matters how
//! much. These are not the published scales, and no figure of theirs holds for them.

use std::ops::RangeInclusive;

use ground::{Fields, Id, Refusal};

use crate::own_question::{self, OwnAnswer, OwnQuestion};

/// How something is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// 1, strongly disagree, to 7, strongly agree.
    Agreement,
    /// 1, very dissatisfied, to 5, very satisfied.
    Satisfaction,
    /// 0, not at all likely, to 10, extremely likely.
    Likelihood,
}

impl Scale {
    /// Its steps.
    #[must_use]
    pub const fn steps(self) -> RangeInclusive<i64> {
        match self {
            Self::Agreement => 1..=7,
            Self::Satisfaction => 1..=5,
            Self::Likelihood => 0..=10,
        }
    }

    /// The keys of what its ends mean.
    #[must_use]
    pub const fn ends(self) -> [&'static str; 2] {
        match self {
            Self::Agreement => ["scale-7-low", "scale-7-high"],
            Self::Satisfaction => ["scale-5-low", "scale-5-high"],
            Self::Likelihood => ["scale-10-low", "scale-10-high"],
        }
    }
}

/// One question. A changed sentence is a new question, with a new name: answers to the old one are not answers to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// Its name in forms and rows.
    pub name: &'static str,
    /// The key of its sentence.
    pub key: &'static str,
    /// How it is answered.
    pub scale: Scale,
}

const fn agreement(name: &'static str, key: &'static str) -> Question {
    Question { name, key, scale: Scale::Agreement }
}

/// How satisfied somebody is with all of it.
pub const OVERALL: Question = Question { name: "overall", key: "item-overall", scale: Scale::Satisfaction };
/// How likely somebody would recommend us.
pub const RECOMMEND: Question = Question { name: "recommend", key: "item-recommend", scale: Scale::Likelihood };

/// The questions, in the order in which they are asked.
pub const ALL: [Question; 18] = [
    OVERALL,
    agreement("reliable_1", "item-reliable-1"),
    agreement("reliable_2", "item-reliable-2"),
    agreement("assured_1", "item-assured-1"),
    agreement("assured_2", "item-assured-2"),
    agreement("tangible_1", "item-tangible-1"),
    agreement("tangible_2", "item-tangible-2"),
    agreement("empathy_1", "item-empathy-1"),
    agreement("empathy_2", "item-empathy-2"),
    agreement("responsive_1", "item-responsive-1"),
    agreement("responsive_2", "item-responsive-2"),
    agreement("enjoy_1", "item-rapport-enjoy-1"),
    agreement("enjoy_2", "item-rapport-enjoy-2"),
    agreement("enjoy_3", "item-rapport-enjoy-3"),
    agreement("connect_1", "item-rapport-connect-1"),
    agreement("connect_2", "item-rapport-connect-2"),
    agreement("effort", "item-effort"),
    RECOMMEND,
];

/// What is made of several questions: the key of what it is called, and their names.
pub type Dimension = (&'static str, &'static [&'static str]);

/// The five of service, and the two of rapport.
pub const DIMENSIONS: [Dimension; 7] = [
    ("dimension-reliability", &["reliable_1", "reliable_2"]),
    ("dimension-assurance", &["assured_1", "assured_2"]),
    ("dimension-tangibles", &["tangible_1", "tangible_2"]),
    ("dimension-empathy", &["empathy_1", "empathy_2"]),
    ("dimension-responsiveness", &["responsive_1", "responsive_2"]),
    ("dimension-enjoyable", &["enjoy_1", "enjoy_2", "enjoy_3"]),
    ("dimension-connected", &["connect_1", "connect_2"]),
];

/// Among what 100 points are shared out: names of fields, and keys.
pub const IMPORTANCE: [(&str, &str); 5] = [
    ("points_reliability", "dimension-reliability"),
    ("points_assurance", "dimension-assurance"),
    ("points_tangibles", "dimension-tangibles"),
    ("points_empathy", "dimension-empathy"),
    ("points_responsiveness", "dimension-responsiveness"),
];
/// How many points are shared out.
pub const POINTS: i64 = 100;
/// How long the comment may be, in letters.
pub const COMMENT_LETTERS: usize = 20_000;

/// The name of a question or a share of points, as we write it; none for one that is asked no more.
#[must_use]
pub fn known(name: &str) -> Option<&'static str> {
    let questions = ALL.iter().map(|question| question.name);
    questions.chain(IMPORTANCE.iter().map(|(points, _)| *points)).find(|known| *known == name)
}

/// What somebody answered. What they left out is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    /// To the questions, and the points that were shared out, by name.
    pub values: Vec<(&'static str, i64)>,
    /// To the organization's own questions.
    pub own: Vec<(Id<OwnQuestion>, OwnAnswer)>,
    /// In their own words.
    pub comment: Option<String>,
}

impl Answers {
    /// Reads what was answered to our questions and to the organization's own that were asked; what is wrong stands beside its
    /// field. None when nothing at all was.
    pub fn read(fields: &mut Fields, asked: &[OwnQuestion]) -> Option<Self> {
        let mut values = Vec::new();
        for question in ALL {
            if let Some(value) = fields.optional_number(question.name, question.scale.steps())? {
                values.push((question.name, value));
            }
        }
        values.extend(points(fields)?);
        let own = own_question::rules::read(fields, asked)?;
        let comment = fields.optional_prose("comment", COMMENT_LETTERS)?;
        if values.is_empty() && own.is_empty() && comment.is_none() {
            fields.refuse("", Refusal::new("survey-nothing"));
            return None;
        }
        Some(Self { values, own, comment })
    }
}

/// The points that were shared out: all of them, or none at all. A field that was left empty is no points.
fn points(fields: &mut Fields) -> Option<Vec<(&'static str, i64)>> {
    if IMPORTANCE.iter().all(|(name, _)| !fields.given(name)) {
        return Some(Vec::new());
    }
    let mut values = Vec::new();
    for (name, _) in IMPORTANCE {
        values.push((name, fields.optional_number(name, 0..=POINTS)?.unwrap_or(0)));
    }
    let sum: i64 = values.iter().map(|(_, points)| points).sum();
    if sum == POINTS {
        return Some(values);
    }
    fields.refuse(IMPORTANCE[0].0, Refusal::new("survey-points").with("sum", sum.to_string()));
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Fields {
        pairs.iter().fold(Fields::default(), |fields, (name, value)| fields.set(name, *value))
    }

    #[test]
    fn what_is_left_out_is_no_answer_and_nothing_at_all_is_refused() {
        let answers = Answers::read(&mut typed(&[("overall", "5"), ("recommend", "0"), ("enjoy_1", "")]), &[]).unwrap();
        assert_eq!((answers.values, answers.comment), (vec![("overall", 5), ("recommend", 0)], None));
        let mut nothing = typed(&[("overall", ""), ("comment", "  ")]);
        assert_eq!(Answers::read(&mut nothing, &[]), None);
        assert_eq!(nothing.problem("").unwrap().key, "survey-nothing");
        let mut wrong = typed(&[("overall", "6")]);
        assert!(Answers::read(&mut wrong, &[]).is_none() && wrong.problem("overall").is_some());
    }

    #[test]
    fn a_hundred_points_are_shared_out_or_none() {
        let five = |points: [&str; 5]| {
            let pairs: Vec<_> = IMPORTANCE.iter().map(|(name, _)| *name).zip(points).collect();
            typed(&pairs)
        };
        let answers = Answers::read(&mut five(["50", "50", "", "0", ""]), &[]).unwrap();
        assert_eq!(answers.values.iter().map(|(_, points)| *points).collect::<Vec<_>>(), [50, 50, 0, 0, 0]);
        let mut over = five(["50", "51", "", "", ""]);
        assert!(Answers::read(&mut over, &[]).is_none());
        assert_eq!(over.problem("points_reliability").unwrap().key, "survey-points");
        assert!(Answers::read(&mut five(["-1", "101", "", "", ""]), &[]).is_none());
    }

    #[test]
    fn every_question_has_a_name_of_its_own_and_every_dimension_asks_some() {
        let names: std::collections::BTreeSet<_> = ALL.iter().map(|question| question.name).collect();
        assert_eq!(names.len(), ALL.len());
        for (key, of) in DIMENSIONS {
            assert!(of.iter().all(|name| names.contains(name)), "{key}");
        }
    }
}
