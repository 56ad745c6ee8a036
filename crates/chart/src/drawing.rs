//! A drawing: lines, areas, dots and words in their places, without colours.

use plotters::style::RGBColor;

/// A drawing. Lengths are units, from its upper left corner; letters are
/// [`LETTER_SIZE`](crate::LETTER_SIZE) units.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// How wide it is.
    pub width: f32,
    /// How tall it is.
    pub height: f32,
    /// What is drawn, from what lies below to what lies above.
    pub marks: Vec<Mark>,
}

/// A place: how far right, how far down.
pub type Place = (f32, f32);

/// Something drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A line from place to place.
    Line {
        /// Two places at least.
        places: Vec<Place>,
        /// With what.
        ink: Ink,
    },
    /// A filled area.
    Area {
        /// Its corners.
        places: Vec<Place>,
        /// With what.
        ink: Ink,
    },
    /// A filled circle.
    Dot {
        /// Its centre.
        place: Place,
        /// Its radius.
        radius: f32,
        /// With what.
        ink: Ink,
    },
    /// A line of words.
    Words {
        /// The words, not escaped.
        words: String,
        /// Where the line stands: on its baseline.
        place: Place,
        /// What of the words stands at the place.
        align: Align,
        /// With what.
        ink: Ink,
    },
}

/// What of some words stands at their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Where they begin.
    Start,
    /// Their middle.
    Middle,
    /// Where they end.
    End,
}

/// What something is drawn with; what it looks like is decided where it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// The lines behind the figures.
    Grid,
    /// The line that figures stand on.
    Axis,
    /// How far figures may be off, as an area; the number is that of the series, from 1.
    Band(u8),
    /// A series, from 1.
    Series(u8),
    /// A bar.
    Bar,
    /// How far a figure may be off, as a line.
    Whisker,
    /// Something to compare with.
    Reference,
    /// Words at the axes.
    Label,
    /// Words that say a figure.
    Said,
}

impl Ink {
    /// The lengths of dashes and gaps, in units; none for a whole line.
    pub fn dashes(self) -> &'static [f32] {
        match self {
            Ink::Reference => &[2.0, 4.0],
            Ink::Series(2) => &[9.0, 4.0],
            Ink::Series(3) => &[2.5, 3.5],
            Ink::Series(4) => &[10.0, 3.0, 2.0, 3.0],
            _ => &[],
        }
    }

    /// How wide its lines are, in units.
    pub fn line_width(self) -> f32 {
        match self {
            Ink::Series(_) => 2.0,
            Ink::Whisker | Ink::Reference => 1.5,
            _ => 1.0,
        }
    }

    /// The colour that the library draws with: a number for each ink, and no colour that anybody
    /// sees.
    pub(crate) fn colour(self) -> RGBColor {
        let (kind, series) = match self {
            Ink::Grid => (1, 0),
            Ink::Axis => (2, 0),
            Ink::Band(series) => (3, series),
            Ink::Series(series) => (4, series),
            Ink::Bar => (5, 0),
            Ink::Whisker => (6, 0),
            Ink::Reference => (7, 0),
            Ink::Label => (8, 0),
            Ink::Said => (9, 0),
        };
        RGBColor(kind, series, 0)
    }

    /// The ink of a colour; none for a colour that is not one of [`Ink::colour`].
    pub(crate) fn of((kind, series, _): (u8, u8, u8)) -> Option<Ink> {
        Some(match kind {
            1 => Ink::Grid,
            2 => Ink::Axis,
            3 => Ink::Band(series),
            4 => Ink::Series(series),
            5 => Ink::Bar,
            6 => Ink::Whisker,
            7 => Ink::Reference,
            8 => Ink::Label,
            9 => Ink::Said,
            _ => return None,
        })
    }
}
