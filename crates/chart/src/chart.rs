//! What is drawn: figures, and their words.

/// A chart. Its words are in the reader's language.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// What it is about; not drawn, but said to who does not see it.
    pub title: String,
    /// What there is to see, in a sentence or two.
    pub description: String,
    /// What runs from left to right; may be empty.
    pub across: String,
    /// What runs upwards, or what the bars are; may be empty.
    pub up: String,
    /// How figures are written at the axis.
    pub figures: Figures,
    /// What is drawn.
    pub kind: Kind,
}

/// How figures are written at an axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// Between whole and part.
    pub decimal_mark: char,
    /// After the figure, with the blank before it if there is one: `%`, ` h`.
    pub unit: String,
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// One figure over periods.
    Line(Line),
    /// Figures side by side.
    Bars(Bars),
    /// How many are left after a time.
    Steps(Steps),
}

/// One figure over periods. A period of which nothing is known is a gap.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The periods, from first to last.
    pub points: Vec<Point>,
    /// From where to where the axis runs.
    pub range: Range,
    /// Something to compare with: a promise, a mean.
    pub reference: Option<Reference>,
}

/// Figures side by side, from 0. With nothing known a bar has its words alone.
#[derive(Debug, Clone, PartialEq)]
pub struct Bars {
    /// From top to bottom.
    pub bars: Vec<Point>,
    /// From where to where the axis runs; 0 must lie in it.
    pub range: Range,
}

/// Curves of steps, from left to right.
#[derive(Debug, Clone, PartialEq)]
pub struct Steps {
    /// What the names of the curves are: `Site`. The head of a column, if there are several.
    pub named: String,
    /// The curves.
    pub curves: Vec<Curve>,
    /// From where to where the axis runs.
    pub range: Range,
}

/// A figure with its words.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The period, or what the bar stands for.
    pub label: String,
    /// The figure in words, with how far it may be off; or that nothing is known.
    pub said: String,
    /// The figure; none if nothing is known.
    pub figure: Option<Figure>,
}

/// A figure, and how far it may be off.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// The best guess.
    pub value: f64,
    /// From where to where it may be.
    pub interval: Option<(f64, f64)>,
}

/// A line across, to compare with.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// Where it stands.
    pub value: f64,
    /// What it is.
    pub label: String,
}

/// A curve: what was true from each step to the next.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// Whose it is; may be empty for a single one.
    pub name: String,
    /// The steps, in order; the last one is where the curve ends.
    pub steps: Vec<Step>,
}

/// A step of a curve.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// When, from 0.
    pub at: f64,
    /// When, in words.
    pub at_said: String,
    /// The figure from here on.
    pub figure: Figure,
    /// The figure in words.
    pub said: String,
}

/// From where to where an axis runs.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub enum Range {
    /// So that all is seen; bars begin at 0.
    #[default]
    Automatic,
    /// As said. No value may be beyond it; an interval is cut off at its ends.
    Fixed {
        /// The lower end.
        low: f64,
        /// The upper end.
        high: f64,
    },
}

impl Figure {
    /// A figure of which nobody knows how far it may be off, or that is counted.
    pub fn exact(value: f64) -> Figure {
        Figure { value, interval: None }
    }

    /// A figure between others.
    pub fn between(low: f64, value: f64, high: f64) -> Figure {
        Figure { value, interval: Some((low, high)) }
    }

    /// Its lowest and its highest.
    pub(crate) fn ends(self) -> (f64, f64) {
        self.interval.unwrap_or((self.value, self.value))
    }
}

impl Kind {
    /// All figures.
    pub(crate) fn figures(&self) -> Vec<Figure> {
        match self {
            Kind::Line(line) => line.points.iter().filter_map(|point| point.figure).collect(),
            Kind::Bars(bars) => bars.bars.iter().filter_map(|point| point.figure).collect(),
            Kind::Steps(steps) => steps.curves.iter().flat_map(|curve| &curve.steps).map(|step| step.figure).collect(),
        }
    }

    /// From where to where its axis of figures runs.
    pub(crate) fn range(&self) -> Range {
        match self {
            Kind::Line(line) => line.range,
            Kind::Bars(bars) => bars.range,
            Kind::Steps(steps) => steps.range,
        }
    }

    /// What must lie on the axis beside the figures.
    pub(crate) fn also(&self) -> Option<f64> {
        match self {
            Kind::Line(line) => line.reference.as_ref().map(|reference| reference.value),
            Kind::Bars(_) => Some(0.0),
            Kind::Steps(_) => None,
        }
    }
}
