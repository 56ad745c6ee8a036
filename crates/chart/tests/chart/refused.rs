//! What cannot be drawn is refused, and what looks odd is drawn all the same.

use chart::{Bars, Chart, Error, Figure, Kind, Line, Point, Range, Steps, to_svg};

use crate::charts::{chart, curve, line, point, steps};

fn of_points(points: Vec<Point>, range: Range) -> Chart {
    chart(Kind::Line(Line { points, range, reference: None }))
}

fn of_values(values: &[f64]) -> Chart {
    let points = values.iter().map(|value| point("x", Some(Figure::exact(*value)))).collect();
    of_points(points, Range::Automatic)
}

fn refusal(chart: &Chart) -> Option<Error> {
    to_svg(chart, "a").err()
}

#[test]
fn nothing_is_refused_and_one_is_drawn() {
    assert_eq!(refusal(&of_values(&[])), Some(Error::NoFigure));
    assert_eq!(refusal(&of_points(vec![point("x", None); 3], Range::Automatic)), Some(Error::NoFigure));
    let no_curve = Steps { named: String::new(), curves: Vec::new(), range: Range::Automatic };
    assert_eq!(refusal(&chart(Kind::Steps(no_curve))), Some(Error::NoFigure));
    let drawn = [vec![5.0], vec![0.0], vec![-3.0, -3.0], vec![1e9, -1e9], vec![1e-9, 2e-9], vec![0.1 + 0.2, 0.3]];
    for values in drawn {
        assert_eq!(refusal(&of_values(&values)), None, "{values:?}");
    }
}

#[test]
fn what_is_no_number_is_refused() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300] {
        assert_eq!(refusal(&of_values(&[1.0, value])), Some(Error::NotFinite), "{value}");
        let figure = Figure { value: 1.0, interval: Some((0.0, value)) };
        assert_eq!(refusal(&of_points(vec![point("x", Some(figure))], Range::Automatic)), Some(Error::NotFinite));
        let mut far = steps(1);
        let Kind::Steps(steps) = &mut far.kind else { unreachable!() };
        steps.curves[0].steps[2].at = value;
        assert_eq!(refusal(&far), Some(Error::NotFinite));
    }
}

#[test]
fn an_interval_holds_its_value() {
    let beside = point("x", Some(Figure::between(2.0, 1.0, 3.0)));
    assert_eq!(refusal(&of_points(vec![beside], Range::Automatic)), Some(Error::Interval));
}

#[test]
fn a_range_holds_its_values() {
    let within =
        |low, high| of_points(vec![point("x", Some(Figure::between(0.0, 50.0, 100.0)))], Range::Fixed { low, high });
    assert_eq!(refusal(&within(40.0, 60.0)), None, "an interval is cut off");
    for (low, high) in [(60.0, 80.0), (50.0, 50.0), (60.0, 40.0), (50.0, 50.000_000_1)] {
        assert_eq!(refusal(&within(low, high)), Some(Error::Range), "{low} {high}");
    }
    let bars = vec![point("x", Some(Figure::exact(50.0)))];
    let without_zero = Bars { bars, range: Range::Fixed { low: 40.0, high: 60.0 } };
    assert_eq!(refusal(&chart(Kind::Bars(without_zero))), Some(Error::Range), "a bar begins at 0");
}

#[test]
fn too_many_are_refused() {
    let bars = |count| {
        chart(Kind::Bars(Bars { bars: vec![point("x", Some(Figure::exact(1.0))); count], range: Range::Automatic }))
    };
    assert_eq!(refusal(&bars(chart::MOST_BARS)), None);
    assert_eq!(refusal(&bars(400)), Some(Error::TooMany { most: chart::MOST_BARS }));
    assert_eq!(refusal(&of_values(&[1.0; 121])), Some(Error::TooMany { most: chart::MOST_POINTS }));
    let curves = vec![curve("x", &[0.0, 1.0]); 5];
    let many = Steps { named: String::new(), curves, range: Range::Automatic };
    assert_eq!(refusal(&chart(Kind::Steps(many))), Some(Error::TooMany { most: chart::MOST_CURVES }));
}

#[test]
fn steps_are_in_order() {
    for times in [[3.0, 2.0], [-1.0, 2.0]] {
        let back = Steps { named: String::new(), curves: vec![curve("x", &times)], range: Range::Automatic };
        assert_eq!(refusal(&chart(Kind::Steps(back))), Some(Error::Order));
    }
}

#[test]
fn a_picture_has_words_and_an_id() {
    assert_eq!(refusal(&Chart { title: " ".to_owned(), ..line() }), Some(Error::NoWords));
    assert_eq!(refusal(&Chart { description: String::new(), ..line() }), Some(Error::NoWords));
    for id in ["", "1", "a b", "a\"", "\u{E9}"] {
        assert_eq!(to_svg(&line(), id), Err(Error::Id), "{id}");
    }
    for width in [0.0, f32::NAN, 100.0, 1e9] {
        assert_eq!(chart::draw(&line(), width, &chart::rough_width).err(), Some(Error::Width));
    }
}
