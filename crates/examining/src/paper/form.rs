//! The questions of one form, also where there are too few for it.

use psychometrics::{Candidate, TooFew, assemble};
use serde::{Deserialize, Serialize};

use super::Paper;

/// A form that was drawn: the places of its questions among those that may be asked, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The places.
    pub places: Vec<usize>,
    /// What there are too few questions about.
    pub short: Vec<Short>,
}

/// A competency about which there are too few questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Short {
    /// Which.
    pub competency: String,
    /// How many there are.
    pub there: usize,
    /// How many are needed.
    pub needed: usize,
}

impl Paper {
    /// Draws a form by the weights of its blueprint. Where there are too few questions about something, all of them are
    /// taken, and the form is shorter by what lacks: other questions would make it another exam.
    ///
    /// That a question tells most of whoever is just good enough is no reason to draw it. The mark is a number of right
    /// answers of an ordinary form, and a form of the questions that tell most is a harder one.
    #[must_use]
    pub fn draw(&self, pool: &[Candidate<'static>], seed: u64) -> Form {
        let mut filled = pool.to_vec();
        let mut short: Vec<Short> = Vec::new();
        let weights = &self.blueprint.weights;
        loop {
            match assemble(&filled, weights, self.items() as usize, seed) {
                Ok(mut places) => {
                    places.retain(|place| *place < pool.len());
                    return Form { places, short };
                }
                Err(TooFew { competency, there, needed }) => {
                    let Some(named) = weights.keys().find(|name| **name == competency) else {
                        return Form { places: Vec::new(), short };
                    };
                    // What is not there is drawn last, and is taken out of the form again.
                    let lacks = Candidate { competency: named, drawn: u32::MAX };
                    filled.extend(std::iter::repeat_n(lacks, needed - there));
                    short.push(Short { competency, there, needed });
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use learning::library;
    use proptest::prelude::*;

    use super::*;

    fn pool(of_each: usize, drawn: u32) -> Vec<Candidate<'static>> {
        let weights = &Paper::find("company", "").unwrap().blueprint.weights;
        weights.keys().flat_map(|name| vec![Candidate { competency: name, drawn }; of_each]).collect()
    }

    #[test]
    fn what_there_are_too_few_of_is_taken_whole_and_said() {
        let paper = Paper::find("company", "").unwrap();
        let mut few = pool(5, 0);
        few.retain(|one| one.competency != "AL");
        few.push(Candidate { competency: "AL", drawn: 9 });
        let form = paper.draw(&few, 7);
        assert_eq!(form.short, [Short { competency: "AL".to_owned(), there: 1, needed: 4 }]);
        assert_eq!(form.places.len(), 37);
        assert_eq!(form.places.iter().filter(|place| few[**place].competency == "AL").count(), 1);
        let none = paper.draw(&[], 7);
        assert!(none.places.is_empty() && none.short.len() == 14);
    }

    #[test]
    fn our_content_has_questions_enough_for_a_whole_form_of_each_paper() {
        for paper in Paper::all() {
            let weights = &paper.blueprint.weights;
            let named = |about: &str| weights.keys().find(|name| *name == about);
            let items = library::curriculum().items.iter();
            let pool = items.filter_map(|item| Some(Candidate { competency: named(item.competency())?, drawn: 0 }));
            let form = paper.draw(&pool.collect::<Vec<_>>(), 7);
            assert_eq!(form.short, [], "{}", paper.blueprint.id);
        }
    }

    proptest! {
        #[test]
        fn a_form_never_asks_twice_and_is_as_long_as_it_says(of_each in 0_usize..6, seed: u64) {
            let paper = Paper::find("company", "").unwrap();
            let few = pool(of_each, 0);
            let form = paper.draw(&few, seed);
            let distinct: std::collections::BTreeSet<usize> = form.places.iter().copied().collect();
            let lacks: usize = form.short.iter().map(|one| one.needed - one.there).sum();
            prop_assert_eq!(distinct.len(), form.places.len());
            prop_assert_eq!(form.places.len() + lacks, 40);
            prop_assert_eq!(&form, &paper.draw(&few, seed));
        }
    }
}
