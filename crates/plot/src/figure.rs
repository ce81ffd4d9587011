//! A figure as a value: everything a surface needs to draw it, and nothing of how.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Figure {
    /// Width and height in inches, matplotlib's `figsize`.
    pub size: (f64, f64),
    pub title: Option<String>,
    pub axes: Vec<Axes>,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Axes {
    pub title: Option<String>,
    pub x_label: Option<String>,
    pub y_label: Option<String>,
}
