//! What can go wrong while drawing.

/// Why a figure could not be drawn.
#[derive(Debug, thiserror::Error)]
pub enum DrawError {
    /// The surface's own words.
    #[error("the drawing surface refused: {0}")]
    Surface(String),
    /// More pixels than there can be.
    #[error("so large a picture does not fit into memory")]
    TooLarge,
}

impl DrawError {
    pub(crate) fn surface(error: impl std::fmt::Display) -> Self {
        Self::Surface(error.to_string())
    }
}
