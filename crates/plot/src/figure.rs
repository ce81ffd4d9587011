//! A figure as a value: everything a surface needs to draw it, and nothing of how.
//!
//! Every field has matplotlib's default, so that a sender says only what differs. Lengths are in points
//! (1/72 inch) as in matplotlib, sizes of figures in inches. Start reading at [`Figure`].

use serde::{Deserialize, Serialize};

use crate::numbers;
use crate::{Align, ArrowLook, Axis, Color, GridLines, Ground, Label, Legend, LineStyle, Spines, TextBox};

/// What `plt.show()` shows: one or more [`Axes`] under a common title.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Figure {
    /// Width and height in inches, matplotlib's `figsize`.
    pub size: (f64, f64),
    /// The colours around the data, where a style or `facecolor` chose them; else those of the page.
    pub ground: Option<Ground>,
    /// `suptitle`.
    pub title: Option<String>,
    /// How it looks; what it says is `title`.
    pub title_look: Label,
    /// The names of all axes together: `supxlabel` and `supylabel`.
    pub x_label: Option<Label>,
    pub y_label: Option<Label>,
    pub axes: Vec<Axes>,
    /// Words over everything, at parts of the figure.
    pub texts: Vec<Text>,
}

impl Default for Figure {
    fn default() -> Self {
        Self {
            size: (6.4, 4.8),
            ground: None,
            title: None,
            title_look: Label::default(),
            x_label: None,
            y_label: None,
            axes: Vec::new(),
            texts: Vec::new(),
        }
    }
}

/// One plot: its two axes and what is drawn between them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Axes {
    pub place: Place,
    pub title: Option<Label>,
    pub x: Axis,
    pub y: Axis,
    pub grid: bool,
    /// How the grid looks, where there is one.
    pub grid_lines: GridLines,
    pub legend: Option<Legend>,
    /// False after `axis("off")`: no frame, ticks or labels.
    pub frame: bool,
    pub spines: Spines,
    /// What lies behind the data; the figure itself where none is given.
    pub background: Option<Color>,
    /// One unit is as long on both axes, as for images.
    pub equal: bool,
    /// The number in the figure of those axes in whose place these stand with one axis of their own, which is
    /// `opposite`; the other is the same for both: `twinx` and `twiny`.
    pub twin_of: Option<usize>,
    /// In drawing order.
    pub artists: Vec<Artist>,
}

impl Default for Axes {
    fn default() -> Self {
        Self {
            place: Place::default(),
            title: None,
            x: Axis::default(),
            y: Axis::default(),
            grid: false,
            grid_lines: GridLines::default(),
            legend: None,
            frame: true,
            spines: Spines::default(),
            background: None,
            equal: false,
            twin_of: None,
            artists: Vec::new(),
        }
    }
}

/// Where in a grid of `rows` by `columns` the axes stand; counted from the top left, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    pub rows: u32,
    pub columns: u32,
    pub row: u32,
    pub column: u32,
    pub row_span: u32,
    pub column_span: u32,
}

impl Default for Place {
    fn default() -> Self {
        Self { rows: 1, columns: 1, row: 0, column: 0, row_span: 1, column_span: 1 }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Artist {
    Line(Line),
    Scatter(Scatter),
    Bars(Bars),
    Rule(Rule),
    Band(Band),
    Text(Text),
    Image(Image),
}

/// Points joined in their order, `plot`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Line {
    #[serde(deserialize_with = "numbers::list")]
    pub x: Vec<f64>,
    #[serde(deserialize_with = "numbers::list")]
    pub y: Vec<f64>,
    pub label: Option<String>,
    pub color: Color,
    pub alpha: f64,
    pub style: LineStyle,
    pub width: f64,
    pub marker: Marker,
    pub marker_size: f64,
    /// The markers' colour inside; the line's where none is given.
    pub marker_face: Option<Color>,
    pub marker_edge: Option<Color>,
    /// In points.
    pub marker_edge_width: Option<f64>,
}

impl Default for Line {
    fn default() -> Self {
        Self {
            x: Vec::new(),
            y: Vec::new(),
            label: None,
            color: Color::BLUE,
            alpha: 1.0,
            style: LineStyle::Solid,
            width: 1.5,
            marker: Marker::None,
            marker_size: 6.0,
            marker_face: None,
            marker_edge: None,
            marker_edge_width: None,
        }
    }
}

/// Points by themselves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Scatter {
    #[serde(deserialize_with = "numbers::list")]
    pub x: Vec<f64>,
    #[serde(deserialize_with = "numbers::list")]
    pub y: Vec<f64>,
    pub label: Option<String>,
    /// One for all points, or one a point.
    pub colors: Vec<Color>,
    pub alpha: f64,
    pub marker: Marker,
    /// Areas in square points, one for all or one a point: matplotlib's `s`.
    #[serde(deserialize_with = "numbers::list")]
    pub sizes: Vec<f64>,
    /// The edges' colour; each point's own where none is given.
    pub edge: Option<Color>,
    /// The edges' colours, one a point and again from the first, in place of `edge`.
    pub edges: Vec<Color>,
    /// In points.
    pub edge_width: Option<f64>,
}

impl Default for Scatter {
    fn default() -> Self {
        Self {
            x: Vec::new(),
            y: Vec::new(),
            label: None,
            colors: vec![Color::BLUE],
            alpha: 1.0,
            marker: Marker::Circle,
            sizes: vec![36.0],
            edge: None,
            edges: Vec::new(),
            edge_width: None,
        }
    }
}

/// Rectangles: `bar`, `barh` and `hist`. All lists have one entry a bar, but `colors` may have one for all.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Bars {
    #[serde(deserialize_with = "numbers::list")]
    pub left: Vec<f64>,
    #[serde(deserialize_with = "numbers::list")]
    pub bottom: Vec<f64>,
    #[serde(deserialize_with = "numbers::list")]
    pub width: Vec<f64>,
    #[serde(deserialize_with = "numbers::list")]
    pub height: Vec<f64>,
    pub label: Option<String>,
    pub colors: Vec<Color>,
    pub edge: Option<Color>,
    /// In points; as thin as can be where none is given.
    pub edge_width: Option<f64>,
    pub alpha: f64,
    /// True for bars that grow to the right, `barh`.
    pub horizontal: bool,
}

impl Default for Bars {
    fn default() -> Self {
        Self {
            left: Vec::new(),
            bottom: Vec::new(),
            width: Vec::new(),
            height: Vec::new(),
            label: None,
            colors: vec![Color::BLUE],
            edge: None,
            edge_width: None,
            alpha: 1.0,
            horizontal: false,
        }
    }
}

/// A line across the axes: `axhline` (at a y) and `axvline` (at an x).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rule {
    pub at: f64,
    pub vertical: bool,
    /// From where to where along the axes, each 0 to 1.
    pub span: (f64, f64),
    pub label: Option<String>,
    pub color: Color,
    pub alpha: f64,
    pub style: LineStyle,
    pub width: f64,
}

impl Default for Rule {
    fn default() -> Self {
        Self {
            at: 0.0,
            vertical: false,
            span: (0.0, 1.0),
            label: None,
            color: Color::BLUE,
            alpha: 1.0,
            style: LineStyle::Solid,
            width: 1.5,
        }
    }
}

/// The area between two curves, `fill_between`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Band {
    #[serde(deserialize_with = "numbers::list")]
    pub x: Vec<f64>,
    #[serde(deserialize_with = "numbers::list")]
    pub low: Vec<f64>,
    #[serde(deserialize_with = "numbers::list")]
    pub high: Vec<f64>,
    pub label: Option<String>,
    pub color: Color,
    pub alpha: f64,
}

impl Default for Band {
    fn default() -> Self {
        Self { x: Vec::new(), low: Vec::new(), high: Vec::new(), label: None, color: Color::BLUE, alpha: 1.0 }
    }
}

/// Words in the axes: `text` and `annotate`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Text {
    pub x: f64,
    pub y: f64,
    pub text: String,
    /// In points.
    pub size: f64,
    pub color: Color,
    pub alpha: f64,
    pub horizontal: Align,
    pub vertical: Align,
    /// `x` and `y` are fractions of the axes and not data.
    pub in_axes: bool,
    /// How the letters stand.
    pub turn: f64,
    pub anchored: bool,
    pub bold: bool,
    pub italic: bool,
    /// A box around the text.
    pub frame: Option<TextBox>,
    /// Where an arrow from the text points to, in data.
    pub arrow: Option<(f64, f64)>,
    pub arrow_look: ArrowLook,
}

impl Default for Text {
    fn default() -> Self {
        Self {
            x: 0.0,
            y: 0.0,
            text: String::new(),
            size: 10.0,
            color: Color::BLACK,
            alpha: 1.0,
            horizontal: Align::Start,
            vertical: Align::Start,
            in_axes: false,
            turn: 0.0,
            anchored: false,
            bold: false,
            italic: false,
            frame: None,
            arrow: None,
            arrow_look: ArrowLook::default(),
        }
    }
}

/// A table of numbers as colours: `imshow`, `contourf`, `pcolormesh`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Image {
    /// How many values a row has.
    pub columns: usize,
    /// Row after row, the first at the top.
    #[serde(deserialize_with = "numbers::list")]
    pub values: Vec<f64>,
    /// The cells' own colours, in place of `values` through `map`.
    pub colors: Vec<Color>,
    /// The colours from the lowest to the highest value, at equal distances: matplotlib's `cmap`.
    pub map: Vec<Color>,
    /// The values at the ends of `map`; the others follow the data.
    pub lowest: Option<f64>,
    pub highest: Option<f64>,
    /// Left, right, bottom and top, in data.
    pub extent: (f64, f64, f64, f64),
    /// The borders of filled contours: values are then interpolated between the cells' centres, the
    /// outermost of which stand on `extent`.
    pub levels: Vec<f64>,
    /// At most so many bands with borders at round numbers, where `levels` is empty; 0 for an image of cells.
    pub bands: u32,
    pub alpha: f64,
    /// A bar beside the axes that says which colour is which value.
    pub color_bar: bool,
    /// The bar lies below the axes.
    pub color_bar_level: bool,
    /// What the bar's values are.
    pub color_bar_label: Option<Label>,
}

impl Default for Image {
    fn default() -> Self {
        Self {
            columns: 0,
            values: Vec::new(),
            colors: Vec::new(),
            map: vec![Color::BLACK, Color::rgb(255, 255, 255)],
            lowest: None,
            highest: None,
            extent: (0.0, 1.0, 0.0, 1.0),
            levels: Vec::new(),
            bands: 0,
            alpha: 1.0,
            color_bar: false,
            color_bar_level: false,
            color_bar_label: None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Marker {
    #[default]
    None,
    Point,
    Circle,
    Square,
    Diamond,
    TriangleUp,
    TriangleDown,
    TriangleLeft,
    TriangleRight,
    Star,
    Pentagon,
    Hexagon,
    Plus,
    Cross,
    FilledPlus,
    FilledCross,
    VerticalLine,
    HorizontalLine,
}
