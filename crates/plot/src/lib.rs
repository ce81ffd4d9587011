//! What a plot is ([`Figure`]), and how it is drawn on any plotters backend.
//!
//! What it is not: matplotlib's calls, which are Python and only build a `Figure`.

mod figure;

pub use figure::*;
