//! Whatever comes in: a drawing that can be read, or a refusal.

use chart::{
    Bars, Chart, Curve, Figure, Figures, Kind, Line, Mark, Point, Range, Reference, Step, Steps, draw, rough_width,
    to_svg,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        200 => -1000.0f64..1000.0,
        60 => (-20i32..20).prop_map(f64::from),
        40 => -1e-6f64..1e-6,
        4 => -1e9f64..1e9,
        1 => prop::num::f64::ANY,
    ]
}

fn figure() -> impl Strategy<Value = Figure> {
    prop_oneof![
        number().prop_map(Figure::exact),
        (number(), 0.0f64..50.0, 0.0f64..50.0).prop_map(|(value, less, more)| Figure::between(
            value - less,
            value,
            value + more
        )),
    ]
}

fn point() -> impl Strategy<Value = Point> {
    (".{0,30}", ".{0,12}", option::of(figure())).prop_map(|(label, said, figure)| Point { label, said, figure })
}

fn range() -> impl Strategy<Value = Range> {
    prop_oneof![
        8 => Just(Range::Automatic),
        1 => (number(), number()).prop_map(|(low, high)| Range::Fixed { low, high }),
        1 => Just(Range::Fixed { low: -2e3, high: 2e3 }),
    ]
}

fn curve() -> impl Strategy<Value = Curve> {
    let step = (0.0f64..50.0, figure(), ".{0,5}");
    (".{0,30}", vec(step, 0..8)).prop_map(|(name, steps)| {
        let mut now = 0.0;
        let step = |(after, figure, said): (f64, Figure, String)| {
            now += after;
            Step { at: now, at_said: String::new(), figure, said }
        };
        Curve { name, steps: steps.into_iter().map(step).collect() }
    })
}

fn kind() -> impl Strategy<Value = Kind> {
    let reference = option::of((number(), ".{0,40}").prop_map(|(value, label)| Reference { value, label }));
    prop_oneof![
        (vec(point(), 0..130), range(), reference).prop_map(|(points, range, reference)| Kind::Line(Line {
            points,
            range,
            reference
        })),
        (vec(point(), 0..26), range()).prop_map(|(bars, range)| Kind::Bars(Bars { bars, range })),
        (vec(curve(), 0..6), range(), ".{0,9}").prop_map(|(curves, range, named)| Kind::Steps(Steps {
            named,
            curves,
            range
        })),
    ]
}

fn any_chart() -> impl Strategy<Value = Chart> {
    (".{1,20}", ".{1,40}", ".{0,60}", ".{0,60}", (any::<char>(), ".{0,9}"), kind()).prop_map(
        |(title, description, across, up, (decimal_mark, unit), kind)| {
            let figures = Figures { decimal_mark, unit };
            Chart { title, description, across, up, figures, kind }
        },
    )
}

proptest! {
    #[test]
    fn it_is_drawn_or_refused(chart in any_chart(), width in 200.0f32..900.0) {
        if let Ok(svg) = to_svg(&chart, "a") {
            prop_assert!(roxmltree::Document::parse(&svg).is_ok(), "{}", svg);
        }
        let Ok(drawing) = draw(&chart, width, &rough_width) else { return Ok(()) };
        for mark in &drawing.marks {
            let places = match mark {
                Mark::Line { places, .. } | Mark::Area { places, .. } => places.clone(),
                Mark::Dot { place, .. } | Mark::Words { place, .. } => vec![*place],
            };
            for (left, top) in places {
                let within = (-1.0..=drawing.width + 1.0).contains(&left) && (-1.0..=drawing.height + 1.0).contains(&top);
                prop_assert!(within, "{:?} in {} by {}", mark, drawing.width, drawing.height);
            }
        }
    }
}
