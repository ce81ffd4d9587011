//! A figure as a PNG file: for `savefig`.
//!
//! What it is not: how strokes and letters become pixels, which is [`crate::raster`]. Start reading at [`to_png`].

use plotters::prelude::IntoDrawingArea;
use tiny_skia::{Color, Pixmap};

use crate::draw::{INCH, draw_lettered};
use crate::raster::{FINENESS, Raster};
use crate::{DrawError, Figure, Theme};

/// No side of a picture is longer: 64 million pixels take 256 MB.
const LONGEST: f64 = 8000.0;

/// The figure at its own size, with so many dots to an inch; what the theme does not paint stays transparent.
pub fn to_png(figure: &Figure, theme: &Theme, dpi: f64) -> Result<Vec<u8>, DrawError> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
    let dots = |inches: f64| (inches * dpi).floor().clamp(1.0, LONGEST) as u32;
    let (width, height) = (dots(figure.size.0), dots(figure.size.1));
    let mut pixels = Pixmap::new(width, height).ok_or(DrawError::TooLarge)?;
    let mut theme = *theme;
    if let Some(paper) = theme.background.take() {
        // Every pixel of it, also where the size is no whole number of dots.
        pixels.fill(Color::from_rgba8(
            paper.red,
            paper.green,
            paper.blue,
            (paper.opacity() * 255.0).round() as u8,
        ));
    }
    let raster = Raster::new(&mut pixels);
    let turner = raster.turner();
    let surface = raster.into_drawing_area();
    draw_lettered(figure, &surface, &theme, f64::from(FINENESS) * dpi / INCH, 1.0, &turner)?;
    drop(surface);
    pixels.encode_png().map_err(|error| DrawError::Surface(error.to_string()))
}
