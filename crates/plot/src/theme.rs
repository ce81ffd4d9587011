//! The colours around the data: ink for text and frames, and what lies behind.

use serde::{Deserialize, Serialize};

use crate::Color;

/// A figure's own colours around the data: matplotlib's `figure.facecolor`, `text.color`, `xtick.color`, `grid.color`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ground {
    /// What the figure lies on; none leaves what is below it visible.
    pub face: Option<Color>,
    pub ink: Color,
    pub soft_ink: Color,
    pub grid: Color,
}

impl Default for Ground {
    fn default() -> Self {
        let Theme { ink, soft_ink, grid, .. } = Theme::LIGHT;
        Self { face: None, ink, soft_ink, grid }
    }
}

/// What a surface's surroundings ask for. Data keep the colours they were given; see [`Theme::readable`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Painted first; none leaves what is below the figure visible.
    pub background: Option<Color>,
    /// What the figure stands on, painted or not: colours must be told from it.
    pub paper: Color,
    pub ink: Color,
    /// Tick labels and frames.
    pub soft_ink: Color,
    pub grid: Color,
}

impl Theme {
    /// For dark text on a light page.
    pub const LIGHT: Self = Self {
        background: None,
        paper: Color::rgb(0xff, 0xfe, 0xfc),
        ink: Color::rgb(0x1d, 0x1d, 0x1f),
        soft_ink: Color::rgb(0x5b, 0x5c, 0x62),
        grid: Color::rgb(0xe5, 0xe1, 0xd9),
    };

    /// For light text on a dark page.
    pub const DARK: Self = Self {
        background: None,
        paper: Color::rgb(0x17, 0x19, 0x1b),
        ink: Color::rgb(0xe9, 0xe6, 0xe0),
        soft_ink: Color::rgb(0xa6, 0xa7, 0xac),
        grid: Color::rgb(0x30, 0x33, 0x38),
    };

    /// On a sheet of its own, as for a downloaded file.
    #[must_use]
    pub fn on_paper(self) -> Self {
        Self { background: Some(self.paper), ..self }
    }

    /// The colours that a figure chose, else these.
    pub(crate) fn of(self, ground: Option<Ground>) -> Self {
        let Some(Ground { face, ink, soft_ink, grid }) = ground else { return self };
        Self { background: face, paper: face.unwrap_or(self.paper), ink, soft_ink, grid }
    }

    /// Black on a dark page and white on a light one would not be seen: such greys become ink.
    pub(crate) fn readable(self, color: Color) -> Color {
        let grey = color.chroma() < 0.08;
        let unseen = (color.lightness() - self.paper.lightness()).abs() < 0.12;
        if grey && unseen { Color { alpha: color.alpha, ..self.ink } } else { color }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_may_choose_its_ground() {
        let night = Ground { face: Some(Color::BLACK), ink: Color::rgb(255, 255, 255), ..Ground::default() };
        let theme = Theme::LIGHT.of(Some(night));
        assert_eq!((theme.background, theme.paper), (Some(Color::BLACK), Color::BLACK));
        assert_eq!(theme.readable(Color::BLACK), night.ink, "a text without a colour is seen");
        assert_eq!(Theme::LIGHT.of(None), Theme::LIGHT);
    }

    #[test]
    fn black_and_white_stay_visible_and_colours_stay_themselves() {
        let white = Color::rgb(255, 255, 255);
        assert_eq!(Theme::DARK.readable(Color::BLACK), Theme::DARK.ink);
        assert_eq!(Theme::LIGHT.readable(white), Theme::LIGHT.ink);
        assert_eq!(Theme::DARK.readable(white), white);
        assert_eq!(Theme::LIGHT.readable(Color::BLACK), Color::BLACK);
        let navy = Color::rgb(0, 0, 0x80);
        assert_eq!(Theme::DARK.readable(navy), navy);
    }
}
