//! Against published data and independent programs: the five questions of section 6 of the Law School Admission Test that
//! Bock and Lieberman published (Psychometrika 35, 1970), answered by 1 000 people.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use psychometrics::{
    Answer, Curve, Fit, Parameters, Posterior, Prior, at_least, fit, item_rest, reliability, scores, standard_error,
};

/// How many people gave each pattern of answers, from 00000 to 11111.
const PEOPLE: [usize; 32] = [
    3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298,
];

/// The parameters that R's package ltm published for them: discrimination and difficulty.
const PUBLISHED: [(f64, f64); 5] =
    [(0.8254, -3.3597), (0.7229, -1.3696), (0.8905, -0.2799), (0.6886, -1.8659), (0.6575, -3.1236)];

fn forms() -> Vec<Vec<bool>> {
    let form = |pattern: usize| (0..5).map(|item| pattern >> (4 - item) & 1 == 1).collect::<Vec<bool>>();
    PEOPLE.iter().enumerate().flat_map(|(pattern, people)| vec![form(pattern); *people]).collect()
}

fn fitted() -> Fit {
    let mut answers = Vec::new();
    for (person, form) in forms().into_iter().enumerate() {
        answers.extend(form.into_iter().enumerate().map(|(item, right)| Answer { person, item, right }));
    }
    fit(&answers, &[Prior::NONE; 5]).unwrap()
}

fn curves() -> Vec<Curve> {
    let curve = |(discrimination, difficulty): &(f64, f64)| {
        Curve::of(Parameters { discrimination: *discrimination, difficulty: *difficulty })
    };
    PUBLISHED.iter().map(curve).collect()
}

fn near(found: f64, expected: f64, by: f64) {
    assert!((found - expected).abs() < by, "{found} is not {expected}");
}

#[test]
fn the_classical_figures_are_those_of_the_published_data() {
    let forms = forms();
    assert_eq!(forms.len(), 1_000);
    let right: Vec<usize> = (0..5).map(|item| forms.iter().filter(|form| form[item]).count()).collect();
    assert_eq!(right, [924, 709, 553, 763, 870]);
    for (item, expected) in [0.11283, 0.15318, 0.17278, 0.14443, 0.12160].into_iter().enumerate() {
        near(item_rest(&forms, item).unwrap(), expected, 5e-6);
    }
    let alpha = reliability(&forms).unwrap();
    near(alpha, 0.294_997_2, 5e-8);
    let totals: Vec<f64> = forms.iter().map(|form| form.iter().filter(|right| **right).count() as f64).collect();
    let mean = totals.iter().sum::<f64>() / 1_000.0;
    let variance = totals.iter().map(|total| (total - mean).powi(2)).sum::<f64>() / 1_000.0;
    near(standard_error(&forms).unwrap(), (variance * (1.0 - alpha)).sqrt(), 1e-12);
}

#[test]
fn the_questions_are_as_hard_as_ltm_and_girth_say() {
    let Fit { parameters, answers, log_likelihood } = fitted();
    assert_eq!(answers, [1_000; 5]);
    near(log_likelihood, -2_466.653, 2e-3);
    for (found, (discrimination, difficulty)) in parameters.iter().zip(PUBLISHED) {
        near(found.discrimination, discrimination, 3e-3);
        near(found.difficulty, difficulty, 1e-2);
    }
}

#[test]
fn abilities_are_those_that_girth_finds() {
    let curves = curves();
    // girth 0.8.0, ability_eap with 121 points from -6 to 6, at the published parameters.
    let cases = [
        ([0, 0, 0, 0, 0], -1.896_943),
        ([1, 1, 0, 0, 0], -0.897_047),
        ([1, 1, 0, 1, 1], 0.008_413),
        ([1; 5], 0.645_597),
    ];
    for (answers, expected) in cases {
        let known = Posterior::of(curves.iter().zip(answers.map(|right| right == 1)));
        near(known.ability(), expected, 2e-6);
    }
    near(Posterior::of(curves.iter().zip([false; 5])).error(), 0.801_237, 2e-6);
    near(Posterior::of(curves.iter().zip([true; 5])).error(), 0.859_010, 2e-6);
}

#[test]
fn information_and_scores_are_those_that_catsim_finds() {
    let items = PUBLISHED.map(|(discrimination, difficulty)| Parameters { discrimination, difficulty });
    // catsim 0.21.0, irt.test_info.
    let expected = [(-2.0, 0.579_073), (-1.0, 0.559_301), (0.0, 0.460_166), (1.0, 0.306_974), (2.0, 0.170_832)];
    for (ability, information) in expected {
        near(items.iter().map(|item| item.information(ability)).sum(), information, 5e-7);
    }
    let chances: Vec<f64> = items.iter().map(|item| item.right(0.0)).collect();
    let expected = [0.000_171_87, 0.005_395_56, 0.055_562_14, 0.237_836_84, 0.433_293_75, 0.267_739_84];
    for (found, expected) in scores(&chances).into_iter().zip(expected) {
        near(found, expected, 5e-8);
    }
    near(at_least(&chances, 4), 0.701_033_6, 5e-8);
}

#[test]
fn an_interval_holds_what_it_says_and_grows_narrower_with_answers() {
    let nothing = Posterior::of([]);
    let (low, high) = nothing.interval(0.95);
    near(low, -1.959_964, 2e-2);
    near(high, 1.959_964, 2e-2);
    let curves = curves();
    let (low, high) = Posterior::of(curves.iter().map(|curve| (curve, true))).interval(0.95);
    assert!(low > -1.5 && high < 2.5 && low < 0.65 && high > 0.65, "{low} {high}");
}

#[test]
fn what_an_author_thinks_holds_until_people_answer() {
    let priors = [Prior::of_author(1.0), Prior::of_author(-1.0)];
    let nobody = fit(&[], &priors).unwrap();
    assert_eq!(nobody.parameters, [Parameters::rasch(1.0), Parameters::rasch(-1.0)]);
    let answers: Vec<Answer> = (0..60).map(|person| Answer { person, item: 0, right: person % 10 != 0 }).collect();
    let found = fit(&answers, &priors).unwrap();
    assert!(found.parameters[0].difficulty < 0.0, "nine of ten are right: it is not hard");
    assert_eq!(found.parameters[0].discrimination, 1.0, "of 60 answers no discrimination is told");
    assert_eq!(found.parameters[1].difficulty, -1.0);
    let all_right: Vec<Answer> = (0..500).map(|person| Answer { person, item: 0, right: true }).collect();
    let found = fit(&all_right, &priors).unwrap().parameters[0];
    assert!(found.difficulty.is_finite() && found.difficulty > -6.0, "an author's prior keeps it in bounds: {found:?}");
    assert!(fit(&[Answer { person: 0, item: 9, right: true }], &priors).is_err());
}
