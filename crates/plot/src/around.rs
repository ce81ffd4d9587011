//! What stands around the data, as values: names, ticks, frames, grids and legends.
//!
//! What it is not: the data themselves (`figure`) or how anything is drawn. Start reading at [`Axis`].

use serde::{Deserialize, Serialize};

use crate::Color;

/// A title or an axis' name.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Label {
    pub text: String,
    /// In points; the place's own size where none is given.
    pub size: Option<f64>,
    /// The theme's ink where none is given.
    pub color: Option<Color>,
    /// At which end of the axes a title stands; in the middle where none is given.
    pub side: Option<Align>,
    pub bold: bool,
    pub italic: bool,
    /// Degrees counterclockwise; as its place wants it where none is given.
    pub turn: Option<f64>,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Axis {
    pub label: Option<Label>,
    pub scale: Scale,
    /// The ends that were set; the others follow the data.
    pub lower: Option<f64>,
    pub upper: Option<f64>,
    /// Positions that were set, in place of the automatic ones.
    pub ticks: Option<Vec<f64>>,
    /// One text a tick, with `ticks`.
    pub tick_labels: Option<Vec<String>>,
    /// Grows to the left or downward.
    pub inverted: bool,
    /// Has the same limits as all axes of the figure that say so: `sharex` and `sharey`.
    pub shared: bool,
    /// Stands at the right or at the top, as those of `twinx` and `twiny`.
    pub opposite: bool,
    /// How its ticks look.
    pub look: TickLook,
}

/// How an axis' ticks look; the theme's way where nothing is said.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TickLook {
    /// Of the marks.
    pub color: Option<Color>,
    /// Of their texts.
    pub label_color: Option<Color>,
    /// Of the texts, in points.
    pub label_size: Option<f64>,
    /// Of the marks, in points; 0 for none.
    pub length: Option<f64>,
    /// How far the texts are turned, in degrees counterclockwise.
    pub turn: f64,
    /// Which side of a text stands at its tick; for x the middle and the top, for y the end and the middle where none
    /// is given.
    pub horizontal: Option<Align>,
    pub vertical: Option<Align>,
    /// The text is aligned first and turned around its tick then: matplotlib's `rotation_mode="anchor"`.
    pub anchored: bool,
}

/// The lines around the data.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Spines {
    pub left: Spine,
    pub right: Spine,
    pub top: Spine,
    pub bottom: Spine,
}

/// One of the four lines. The ticks of its axis stand on it, seen or not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Spine {
    pub visible: bool,
    /// The theme's soft ink where none is given.
    pub color: Option<Color>,
    /// In points; as thin as can be where none is given.
    pub width: Option<f64>,
    pub place: SpinePlace,
}

impl Default for Spine {
    fn default() -> Self {
        Self { visible: true, color: None, width: None, place: SpinePlace::default() }
    }
}

/// Where a spine stands.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpinePlace {
    /// So many points away from its edge.
    Outward(f64),
    /// At a value of the axis that it crosses.
    Data(f64),
    /// At a part of that axis, 0 to 1.
    Axes(f64),
}

impl Default for SpinePlace {
    fn default() -> Self {
        Self::Outward(0.0)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    #[default]
    Linear,
    /// To base 10; values up to 0 are left out.
    Log,
    /// To base 10 on both sides of 0, and linear between: matplotlib's `symlog`.
    SymLog {
        /// How far from 0 it is linear.
        threshold: f64,
    },
}

impl Scale {
    /// Where a value stands on an endless axis. As in matplotlib the linear part is as long as a decade from 0 on, and
    /// grows on into the logarithms without a bend.
    pub(crate) fn forward(self, value: f64) -> f64 {
        match self {
            Self::Linear => value,
            Self::Log => value.log10(),
            Self::SymLog { threshold } if value.abs() <= threshold => value * LINEAR_PART,
            Self::SymLog { threshold } => {
                value.signum() * threshold * (LINEAR_PART + (value.abs() / threshold).log10())
            }
        }
    }

    /// The value that stands there.
    pub(crate) fn back(self, place: f64) -> f64 {
        match self {
            Self::Linear => place,
            Self::Log => 10.0_f64.powf(place),
            Self::SymLog { threshold } if place.abs() <= threshold * LINEAR_PART => place / LINEAR_PART,
            Self::SymLog { threshold } => {
                place.signum() * threshold * 10.0_f64.powf(place.abs() / threshold - LINEAR_PART)
            }
        }
    }
}

/// `linscale / (1 - 1 / base)` of matplotlib's transform.
const LINEAR_PART: f64 = 1.0 / 0.9;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Legend {
    pub title: Option<String>,
    /// In points.
    pub size: f64,
    pub place: LegendPlace,
    pub columns: u32,
    /// Whether there is a box around it.
    pub frame: bool,
    /// The box in which it has its place, in parts of the axes: left, bottom, width and height. All of the axes where
    /// none is given; what lies outside takes room from them.
    pub anchor: Option<(f64, f64, f64, f64)>,
    /// How far it stays away from the sides of that box, in sizes of its letters.
    pub gap: Option<f64>,
    /// How much the box around it hides, 0 to 1.
    pub alpha: Option<f64>,
    /// What that box is filled with, and its line; the theme's where none are given.
    pub face: Option<Color>,
    pub edge: Option<Color>,
    /// Of the title, in points; as the names where none is given.
    pub title_size: Option<f64>,
}

impl Default for Legend {
    fn default() -> Self {
        Self {
            title: None,
            size: 10.0,
            place: LegendPlace::Best,
            columns: 1,
            frame: true,
            anchor: None,
            gap: None,
            alpha: None,
            face: None,
            edge: None,
            title_size: None,
        }
    }
}

/// matplotlib's `loc`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LegendPlace {
    /// Where it covers the fewest points.
    #[default]
    Best,
    UpperRight,
    UpperLeft,
    LowerLeft,
    LowerRight,
    CenterRight,
    CenterLeft,
    LowerCenter,
    UpperCenter,
    Center,
}

/// The lines at the ticks; colour and width are the theme's where none are given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GridLines {
    /// Whether there are lines at the ticks of the x axis.
    pub x: bool,
    pub y: bool,
    pub color: Option<Color>,
    pub alpha: f64,
    pub width: Option<f64>,
    pub style: LineStyle,
}

impl Default for GridLines {
    fn default() -> Self {
        Self { x: true, y: true, color: None, alpha: 1.0, width: None, style: LineStyle::Solid }
    }
}

/// Which part of a text stands at its point; `Start` is the left and the bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    #[default]
    Start,
    Center,
    End,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineStyle {
    #[default]
    Solid,
    Dashed,
    DashDot,
    Dotted,
    None,
}

/// A box around words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TextBox {
    pub face: Option<Color>,
    pub edge: Option<Color>,
    pub alpha: f64,
    /// Of the line around it, in points.
    pub width: f64,
    /// Between the words and the line, in points.
    pub pad: f64,
    pub round: bool,
}

impl Default for TextBox {
    fn default() -> Self {
        Self {
            face: Some(Color::BLUE),
            edge: Some(Color::BLACK),
            alpha: 1.0,
            width: 1.0,
            pad: 4.0,
            round: false,
        }
    }
}

/// The arrow from words to what they are about; lengths are in points.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ArrowLook {
    /// The words' own where none is given.
    pub color: Option<Color>,
    pub width: f64,
    /// How long and how wide its head is.
    pub head: (f64, f64),
    /// Whether there is a head at its end, and one at its beginning.
    pub ends: (bool, bool),
    /// How much is left out at both ends, as a part of the whole.
    pub shrink: f64,
}

impl Default for ArrowLook {
    fn default() -> Self {
        Self { color: None, width: 1.0, head: (5.0, 4.5), ends: (true, false), shrink: 0.0 }
    }
}
