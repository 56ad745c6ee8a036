//! What a question is, and how those of others become ours.

use curriculum::Item;
use ground::words::Language;
use ground::{Error, Id, Moment, Result, choice};
use orders::facts::AskedOfOfficers;
use orders::revision::Revision;
use people::site::Site;
use serde::{Deserialize, Serialize};

use crate::parts::{of_thousandths, thousandths};

/// The competency that is asked about by the questions of post orders: that one knows them.
const OF_ORDERS: &str = "PC";
/// They were read and confirmed before they are asked, so most answers are right: about four of five.
const OF_ORDERS_LEVEL_THOUSANDTHS: i64 = -1_400;

choice! {
    /// Where a question comes from.
    pub enum Origin {
        /// From the content that we carry.
        Content = "content", "question-of-content",
        /// A trainer brought it in.
        Brought = "brought", "question-brought",
        /// From post orders: about a change that is in force at a site.
        Orders = "orders", "question-of-orders",
    }
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Its name where it comes from: `AL-003`.
    pub name: String,
    /// Where it comes from.
    pub origin: Origin,
    /// About which competency.
    pub competency: String,
    /// In what kind of place it happens.
    pub setting: String,
    /// What it rests on.
    pub source: String,
    /// How hard its author takes it to be, in thousandths of a logit.
    pub level_thousandths: i64,
    /// The site of whose orders it is; nobody else is asked.
    pub site_id: Option<Id<Site>>,
    /// The revision of whose change it is.
    pub revision_id: Option<Id<Revision>>,
    /// When it was taken in.
    pub taken_at: Moment,
    /// Since when it has the words that it has, but for a language that was added: what was fitted before was fitted to others.
    pub worded_at: Moment,
    /// Since when it is asked no more.
    pub retired_at: Option<Moment>,
    /// Whether that is because its source has it no more, and not because a trainer said so: then it may come back.
    pub is_gone: bool,
    /// Grows with each change.
    pub version: i64,
}

/// An option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What may be chosen.
    pub text: String,
    /// Why it is right, or is not; empty where nobody said.
    pub why: String,
}

/// A question in the words of one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Worded {
    /// What is asked.
    pub ask: String,
    /// What may be chosen, in the order of its author; each officer sees it in another.
    pub options: Vec<Choice>,
    /// Which of them is right.
    pub key: usize,
    /// What there is to say of the whole; empty where nobody said anything.
    pub explanation: String,
}

/// Why words cannot be asked beside those of another language: answers are counted by the places of options.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Misfit {
    /// The others have so many options.
    Options(usize),
    /// Of the others the right option has this place, counted from 0.
    Key(usize),
}

impl Worded {
    /// Why it cannot be asked beside other words; none where it can.
    #[must_use]
    pub const fn misfit(&self, other: &Self) -> Option<Misfit> {
        if self.options.len() != other.options.len() {
            Some(Misfit::Options(other.options.len()))
        } else if self.key != other.key {
            Some(Misfit::Key(other.key))
        } else {
            None
        }
    }
}

/// The words of a question as they are kept; they are never changed, only others take their place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Wording {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Of which question.
    pub question_id: Id<Question>,
    /// In which language.
    pub language: Language,
    /// The words.
    pub worded: Worded,
    /// Since when others are asked instead.
    pub ended_at: Option<Moment>,
}

/// A question to take in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewQuestion {
    /// Its name where it comes from.
    pub name: String,
    /// About which competency.
    pub competency: String,
    /// In what kind of place it happens.
    pub setting: String,
    /// What it rests on.
    pub source: String,
    /// How hard its author takes it to be, in thousandths of a logit.
    pub level_thousandths: i64,
    /// Of which change of which site's orders.
    pub of: Option<(Id<Site>, Id<Revision>)>,
    /// Its words, in each language that it has.
    pub words: Vec<(Language, Worded)>,
}

/// What becomes of the words of a question when words come for it.
#[derive(Debug, PartialEq, Eq)]
pub struct Rewording<'a> {
    /// Those that are asked from now on.
    pub begin: Vec<(Language, &'a Worded)>,
    /// Those that are asked no more.
    pub end: Vec<&'a Wording>,
    /// Those in a language that did not come, which are asked on beside new ones: somebody should see that they say the same.
    pub beside: Vec<&'a Wording>,
    /// Whether some that are asked no more are in a language that did not come.
    pub ends_another: bool,
}

impl<'a> Rewording<'a> {
    /// Holds the words that came against those that are asked. A language that did not come is asked on, unless all that there
    /// is came, or it cannot be asked beside words that replace others.
    ///
    /// # Errors
    /// A misfit where words of a further language cannot be asked beside those that are: then none of them is taken, since
    /// nobody said that the others are wrong.
    pub fn of(asked: &'a [Wording], came: &'a [(Language, Worded)], is_all: bool) -> std::result::Result<Self, Misfit> {
        let in_use = |language: Language| asked.iter().find(|one| one.language == language).map(|one| &one.worded);
        let is_new = |(language, worded): &&(Language, Worded)| in_use(*language) != Some(worded);
        let begin: Vec<(Language, &Worded)> = came.iter().filter(is_new).map(|(of, worded)| (*of, worded)).collect();
        let replaces = begin.iter().any(|(language, _)| in_use(*language).is_some());
        let misfit = |there: &Wording| begin.iter().find_map(|(_, new)| new.misfit(&there.worded));
        if let Some(misfit) = asked.iter().find_map(misfit).filter(|_| !replaces && !is_all) {
            return Err(misfit);
        }
        let coming = |there: &Wording| came.iter().find(|(language, _)| *language == there.language);
        let ends = |there: &&Wording| match coming(there) {
            Some((_, worded)) => *worded != there.worded,
            None => is_all || misfit(there).is_some(),
        };
        let (end, goes_on): (Vec<&Wording>, Vec<&Wording>) = asked.iter().partition(ends);
        let ends_another = end.iter().any(|there| coming(there).is_none());
        let beside = goes_on.into_iter().filter(|there| replaces && coming(there).is_none()).collect();
        Ok(Self { begin, end, beside, ends_another })
    }

    /// Whether nothing becomes of them.
    #[must_use]
    pub const fn is_nothing(&self) -> bool {
        self.begin.is_empty() && self.end.is_empty()
    }
}

/// What came of taking questions in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Taken {
    /// So many are new.
    pub added: usize,
    /// So many have other words, or are described otherwise.
    pub reworded: usize,
    /// So many are asked no more.
    pub retired: usize,
    /// So many are as they were.
    pub same: usize,
    /// The names of those whose words in a language that did not come are asked no more: they cannot be asked beside what came.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ended: Vec<String>,
    /// The names of those with new words that are asked on in a language that did not come.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<String>,
    /// The names of those of which nothing was taken, since their words cannot be asked beside those of another language.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unfit: Vec<(String, Misfit)>,
}

impl Taken {
    /// Whether anything is other than before.
    #[must_use]
    pub const fn is_change(&self) -> bool {
        self.added + self.reworded + self.retired > 0
    }
}

impl Question {
    /// One that is taken in now.
    #[must_use]
    pub fn taken(new: &NewQuestion, origin: Origin, now: Moment) -> Self {
        let NewQuestion { name, competency, setting, source, level_thousandths, of, .. } = new.clone();
        let (site_id, revision_id) = of.unzip();
        Self {
            id: Id::fresh(),
            name,
            origin,
            competency,
            setting,
            source,
            level_thousandths,
            site_id,
            revision_id,
            taken_at: now,
            worded_at: now,
            retired_at: None,
            is_gone: false,
            version: 0,
        }
    }

    /// The same question as it is described now. One that was gone is there again; one that a trainer retired stays so.
    #[must_use]
    pub fn described(self, new: &NewQuestion) -> Self {
        let NewQuestion { competency, setting, source, level_thousandths, .. } = new.clone();
        let retired_at = self.retired_at.filter(|_| !self.is_gone);
        Self { competency, setting, source, level_thousandths, retired_at, is_gone: false, ..self }
    }

    /// It is asked no more.
    ///
    /// # Errors
    /// Refused when that was done before.
    pub fn retired(self, now: Moment) -> Result<Self> {
        match self.retired_at {
            Some(_) => Err(Error::refused("question-retired-before")),
            None => Ok(Self { retired_at: Some(now), ..self }),
        }
    }

    /// It is asked again.
    ///
    /// # Errors
    /// Refused when it is asked.
    pub fn restored(self) -> Result<Self> {
        match self.retired_at {
            Some(_) => Ok(Self { retired_at: None, is_gone: false, ..self }),
            None => Err(Error::refused("question-is-asked")),
        }
    }

    /// How hard its author takes it to be, in logits.
    #[must_use]
    pub fn level(&self) -> f64 {
        of_thousandths(self.level_thousandths)
    }
}

/// A question of the content that we carry.
#[must_use]
pub fn of_content(item: &Item) -> NewQuestion {
    let choice = |choice: &curriculum::item::Choice| Choice { text: choice.text.clone(), why: choice.why.clone() };
    let words = item.wordings().filter_map(|(code, wording)| {
        let options = wording.options.iter().map(choice).collect();
        let (ask, key, explanation) = (wording.ask.clone(), item.key, String::new());
        Some((Language::parse(code)?, Worded { ask, options, key, explanation }))
    });
    NewQuestion {
        name: item.id.clone(),
        competency: item.competency().to_owned(),
        setting: item.setting.clone(),
        source: item.source.clone(),
        level_thousandths: thousandths(item.level),
        of: None,
        words: words.collect(),
    }
}

/// What officers are asked about a change of orders.
#[must_use]
pub fn of_orders(asked: AskedOfOfficers) -> NewQuestion {
    let AskedOfOfficers { revision_id, site_id, language, question, summary } = asked;
    let texts = std::iter::once(question.right).chain(question.wrong);
    let options = texts.map(|text| Choice { text, why: String::new() }).collect();
    let worded = Worded { ask: question.asked, options, key: 0, explanation: summary.clone() };
    NewQuestion {
        name: format!("orders {revision_id}"),
        competency: OF_ORDERS.to_owned(),
        setting: "any".to_owned(),
        source: summary,
        level_thousandths: OF_ORDERS_LEVEL_THOUSANDTHS,
        of: Some((site_id, revision_id)),
        words: vec![(language, worded)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library;

    #[test]
    fn all_content_becomes_questions_with_their_reasons() {
        let items = &library::curriculum().items;
        assert!(items.len() >= 300, "{} questions are carried", items.len());
        let taken: Vec<NewQuestion> = items.iter().map(of_content).collect();
        for (item, question) in items.iter().zip(&taken) {
            assert_eq!(question.name, item.id);
            let (language, first) = &question.words[0];
            assert_eq!((*language, first.key, first.options.len()), (Language::English, item.key, 4));
            assert!(first.options.iter().all(|option| !option.why.is_empty()), "{}", item.id);
        }
        let spanish = taken.iter().filter(|question| question.words.len() == 2).count();
        assert!(spanish >= 100, "{spanish} questions are there in Spanish");
    }

    #[test]
    fn words_begin_end_and_go_on_as_they_fit_each_other() {
        let worded = |ask: &str, key: usize, options: usize| {
            let option = |place| Choice { text: format!("{place}"), why: String::new() };
            Worded { ask: ask.to_owned(), options: (0..options).map(option).collect(), key, explanation: String::new() }
        };
        let (english, spanish) = (Language::English, Language::Spanish);
        let asked = |language, worded| {
            let (id, question_id) = (Id::known("wording"), Id::known("question"));
            Wording { id, question_id, language, worded, ended_at: None }
        };
        let of = |asked: &[Wording], came: (Language, Worded), is_all| {
            let came = [came];
            Rewording::of(asked, &came, is_all)
                .map(|found| (found.begin.len(), found.end.len(), found.beside.len(), found.ends_another))
        };
        let both = [asked(english, worded("Open?", 0, 3)), asked(spanish, worded("Abierto?", 0, 3))];
        assert_eq!(of(&both, (spanish, worded("Abierto?", 0, 3)), false), Ok((0, 0, 0, false)));
        assert_eq!(of(&both, (spanish, worded("Abierta?", 0, 3)), false), Ok((1, 1, 1, false)), "a word was mended");
        assert_eq!(of(&both, (spanish, worded("Abierta?", 1, 3)), false), Ok((1, 2, 0, true)), "the key was wrong");
        assert_eq!(of(&both, (spanish, worded("Abierto?", 0, 3)), true), Ok((0, 1, 0, true)), "English is gone");
        assert_eq!(of(&both[..1], (spanish, worded("Abierto?", 0, 3)), false), Ok((1, 0, 0, false)));
        assert_eq!(of(&both[..1], (spanish, worded("Abierto?", 1, 3)), false), Err(Misfit::Key(0)));
        assert_eq!(of(&both[..1], (spanish, worded("Abierto?", 0, 4)), false), Err(Misfit::Options(3)));
        assert_eq!(of(&both[..1], (spanish, worded("Abierto?", 1, 3)), true), Ok((1, 1, 0, true)));
        assert_eq!(of(&[], (spanish, worded("Abierto?", 1, 3)), false), Ok((1, 0, 0, false)));
    }

    #[test]
    fn a_question_is_retired_once_and_comes_back() {
        let now = Moment::from_millis(1);
        let question = Question::taken(&of_content(&library::curriculum().items[0]), Origin::Content, now);
        let retired = question.clone().retired(now).unwrap();
        assert!(retired.clone().retired(now).is_err());
        assert!(question.clone().restored().is_err());
        assert_eq!(retired.restored().unwrap(), question);
    }
}
