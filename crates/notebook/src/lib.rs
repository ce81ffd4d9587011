//! Decks and notebooks as one value: slides that hold text and cells. Marp decks, `.ipynb` and `.py` in and out.
//!
//! What it is not: it runs nothing (see `kindling-python`) and draws nothing (see `kindling-page`).

mod model;

pub use model::*;
