//! What holds whatever the numbers are.

use proptest::prelude::*;

use crate::{Correlation, Direction, Interval, Mean, Score, Share, Span, Survival, Trend};

/// A hair, for what rounding may miss.
const HAIR: f64 = 1e-9;

fn width(interval: Interval) -> f64 {
    interval.high - interval.low
}

fn lies_in(inner: Interval, outer: Interval) -> bool {
    let hair = HAIR * (1.0 + outer.low.abs() + outer.high.abs());
    inner.low >= outer.low - hair && inner.high <= outer.high + hair
}

fn share() -> impl Strategy<Value = Share> {
    (1_u64..5000).prop_flat_map(|of| (0..=of).prop_map(move |count| Share::new(count, of).unwrap()))
}

fn levels() -> impl Strategy<Value = (f64, f64)> {
    (0.01..0.9999, 0.01..0.9999).prop_map(|(one, other): (f64, f64)| (one.min(other), one.max(other)))
}

fn spans() -> impl Strategy<Value = Vec<Span>> {
    let span = (0_u32..30, any::<bool>()).prop_map(|(days, ended)| Span { days: f64::from(days), ended });
    proptest::collection::vec(span, 0..60)
}

fn row() -> impl Strategy<Value = Vec<f64>> {
    proptest::collection::vec((-20_i32..20).prop_map(f64::from), 6..40)
}

proptest! {
    #[test]
    fn a_share_lies_in_its_interval(share in share(), (low, high) in levels()) {
        let (value, narrow, wide) = (share.value().unwrap(), share.interval(low).unwrap(), share.interval(high).unwrap());
        prop_assert!(narrow.contains(value) && wide.contains(value));
        prop_assert!(wide.low >= 0.0 && wide.high <= 1.0);
        prop_assert!(lies_in(narrow, wide));
    }

    #[test]
    fn more_of_the_same_says_more(share in share(), times in 2_u64..100, level in 0.01..0.9999) {
        let more = Share::new(share.count() * times, share.of() * times).unwrap();
        prop_assert!(width(more.interval(level).unwrap()) < width(share.interval(level).unwrap()));
    }

    #[test]
    fn a_correlation_knows_no_order_and_no_unit(one in row(), other in row(), scale in 0.01..100.0_f64, level in 0.01..0.9999) {
        let pairs: Vec<(f64, f64)> = one.into_iter().zip(other).collect();
        let turned: Vec<(f64, f64)> = pairs.iter().map(|(one, other)| (other * scale - 3.0, -one)).collect();
        if let (Some(there), Some(back)) = (Correlation::of(&pairs), Correlation::of(&turned)) {
            prop_assert!((there.value() + back.value()).abs() < HAIR);
            if let (Some(there_lies), Some(back_lies)) = (there.interval(level), back.interval(level)) {
                prop_assert!(there_lies.contains(there.value()) && there_lies.low >= -1.0 && there_lies.high <= 1.0);
                prop_assert!((there_lies.low + back_lies.high).abs() < 1e-6);
            }
        }
    }

    #[test]
    fn a_difference_turns_round_with_its_shares(one in share(), other in share(), (low, high) in levels()) {
        let (there, back) = (one.difference(other, high).unwrap(), other.difference(one, high).unwrap());
        prop_assert!((there.value + back.value).abs() < HAIR);
        prop_assert!((there.interval.low + back.interval.high).abs() < HAIR);
        prop_assert!(there.interval.contains(there.value));
        prop_assert!(there.interval.low >= -1.0 && there.interval.high <= 1.0);
        prop_assert!(lies_in(one.difference(other, low).unwrap().interval, there.interval));
    }

    #[test]
    fn a_change_less_another_turns_round_and_knows_less_than_either(
        (one, two, three, four) in (share(), share(), share(), share()),
        level in 0.01..0.9999,
    ) {
        let (here, there) = (one.difference(two, level).unwrap(), three.difference(four, level).unwrap());
        let (more, less) = (here.less(there), there.less(here));
        prop_assert!((more.value + less.value).abs() < HAIR);
        prop_assert!((more.interval.low + less.interval.high).abs() < HAIR);
        prop_assert!(more.interval.contains(more.value));
        prop_assert!(more.interval.low >= -2.0 && more.interval.high <= 2.0);
        prop_assert!(width(more.interval) >= width(here.interval).max(width(there.interval)) - HAIR);
    }

    #[test]
    fn a_share_of_any_count_does_not_panic(count: u64, of: u64, other: u64, level: f64) {
        if let (Some(one), Some(other)) = (Share::new(count, of), Share::new(other.min(of), of)) {
            let _ = (one.value(), one.interval(level), one.difference(other, level));
            if let Some(interval) = one.interval(0.95) {
                prop_assert!(interval.contains(one.value().unwrap()));
            }
        }
    }

    #[test]
    fn a_mean_lies_in_its_interval(values in row(), (low, high) in levels()) {
        let mean = Mean::of(&values).unwrap();
        if let (Some(narrow), Some(wide)) = (mean.interval(low), mean.interval(high)) {
            prop_assert!(narrow.contains(mean.value()) && lies_in(narrow, wide));
            let twice = Mean::of(&values.repeat(2)).unwrap();
            prop_assert!(width(twice.interval(high).unwrap()) < width(wide));
        }
    }

    #[test]
    fn means_are_as_far_apart_either_way(one in row(), other in row(), level in 0.01..0.9999) {
        let (one, other) = (Mean::of(&one).unwrap(), Mean::of(&other).unwrap());
        if let (Some(there), Some(back)) = (one.difference(other, level), other.difference(one, level)) {
            prop_assert_eq!(there.value, -back.value);
            prop_assert!((there.p - back.p).abs() < HAIR && (0.0..=1.0).contains(&there.p));
            prop_assert!((there.interval.low + back.interval.high).abs() < 1e-6);
            // The interval leaves nought out exactly where the test says so.
            let decided = (there.p - (1.0 - level)).abs() > HAIR;
            prop_assert!(!decided || there.interval.contains(0.0) == (there.p > 1.0 - level));
        }
    }

    #[test]
    fn numbers_of_any_kind_do_not_panic(one in proptest::collection::vec(any::<f64>(), 0..8), other: [f64; 3], level: f64) {
        if let (Some(one), Some(other)) = (Mean::of(&one), Mean::of(&other)) {
            let _ = (one.interval(level), one.interval(0.95), one.difference(other, 0.95));
        }
        let row: Vec<f64> = one.iter().chain(&other).chain(&other).copied().collect();
        let _ = (Trend::of(&row, level), Trend::of(&row, 0.01));
        let spans: Vec<Span> = row.iter().map(|days| Span { days: days.abs(), ended: *days > 0.0 }).collect();
        if let Some(survival) = Survival::of(&spans, 0.95) {
            let _ = (survival.at(level), survival.median());
        }
    }

    #[test]
    fn a_score_lies_in_its_interval(promoters in 0_u64..500, passives in 0_u64..500, detractors in 0_u64..500, (low, high) in levels()) {
        let score = Score::new(promoters, passives, detractors).unwrap();
        if let (Some(narrow), Some(wide)) = (score.interval(low), score.interval(high)) {
            prop_assert!(narrow.contains(score.value().unwrap()) && lies_in(narrow, wide));
            prop_assert!(wide.low >= -100.0 && wide.high <= 100.0);
            let more = Score::new(promoters * 4, passives * 4, detractors * 4).unwrap();
            prop_assert!(width(more.interval(high).unwrap()) < width(wide));
            let turned = Score::new(detractors, passives, promoters).unwrap();
            prop_assert_eq!(turned.value().unwrap(), -score.value().unwrap());
        }
    }

    #[test]
    fn a_row_turned_round_falls_as_it_rose(values in row(), significance in 0.001..0.5) {
        let there = Trend::of(&values, significance).unwrap();
        let reversed: Vec<f64> = values.iter().rev().copied().collect();
        let negative: Vec<f64> = values.iter().map(|value| -value).collect();
        for turned in [reversed, negative] {
            let back = Trend::of(&turned, significance).unwrap();
            prop_assert_eq!((back.p, back.slope), (there.p, -there.slope));
            prop_assert_eq!(back.direction == Direction::Falling, there.direction == Direction::Rising);
        }
        prop_assert!((0.0..=1.0).contains(&there.p));
        prop_assert_eq!(there.direction != Direction::Unclear, there.p < significance);
    }

    #[test]
    fn what_survives_never_becomes_more(spans in spans(), (low, high) in levels()) {
        let (narrow, wide) = (Survival::of(&spans, low).unwrap(), Survival::of(&spans, high).unwrap());
        let mut before = 1.0;
        for (narrow, wide) in narrow.steps().iter().zip(wide.steps()) {
            prop_assert!(wide.survival <= before && wide.survival >= 0.0);
            before = wide.survival;
            prop_assert_eq!(narrow.interval.is_some(), wide.interval.is_some());
            if let (Some(inner), Some(outer)) = (narrow.interval, wide.interval) {
                prop_assert!(inner.contains(wide.survival) && lies_in(inner, outer));
                prop_assert!(outer.low >= 0.0 && outer.high <= 1.0);
            }
        }
        let counted: u64 = wide.steps().iter().map(|step| step.ended + step.censored).sum();
        prop_assert_eq!(counted, spans.len() as u64);
    }

    #[test]
    fn where_nothing_was_censored_survival_is_the_share_that_is_left(days in proptest::collection::vec(0_u32..30, 1..60), at in 0_u32..30) {
        let spans: Vec<Span> = days.iter().map(|days| Span { days: f64::from(*days), ended: true }).collect();
        let left = days.iter().filter(|days| **days > at).count() as f64 / days.len() as f64;
        let survival = Survival::of(&spans, 0.95).unwrap().at(f64::from(at)).unwrap();
        prop_assert!((survival - left).abs() < HAIR);
    }
}
