//! What a plot is ([`Figure`]), and how it is drawn ([`draw`]) on any plotters surface.
//!
//! What it is not: matplotlib's calls, which are Python and only build a `Figure`. Start reading at
//! [`Figure`]; drawing starts at [`draw`] and reads downward: layout, axes, artists, markers.

mod around;
mod artists;
mod axes;
mod bounds;
mod clip;
mod color;
mod color_bar;
mod draw;
mod error;
mod facts;
mod figure;
mod image;
mod layout;
mod legend;
mod markers;
mod numbers;
mod pen;
mod png;
mod raster;
mod spines;
mod svg;
mod text;
mod theme;
mod ticks;
mod view;

pub use around::*;
pub use color::Color;
pub use draw::{INCH, draw};
pub use error::DrawError;
pub use facts::{Course, Fact, Range, Series, Shape, facts};
pub use figure::*;
pub use pen::{Turn, Turner};
pub use png::to_png;
pub use svg::to_svg;
pub use theme::{Ground, Theme};
