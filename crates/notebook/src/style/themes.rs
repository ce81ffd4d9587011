//! Marp's built-in themes, drawn anew: their papers, inks and places of things, without their text.
//!
//! What it is not: Kindling's own look, which a deck without `theme` has. Start reading at [`Theme::named`]. The files
//! say it as an author would.

/// A look.
#[derive(Clone, Copy)]
pub(super) struct Theme {
    name: &'static str,
    pub(super) css: &'static str,
}

const THEMES: [Theme; 3] = [
    Theme { name: "default", css: include_str!("themes/default.css") },
    Theme { name: "gaia", css: include_str!("themes/gaia.css") },
    Theme { name: "uncover", css: include_str!("themes/uncover.css") },
];

impl Theme {
    pub(super) fn named(name: &str) -> Option<Theme> {
        THEMES.into_iter().find(|theme| theme.name == name.trim())
    }
}
