//! The bar beside an image that says which colour is which value.

use plotters::prelude::DrawingBackend;

use crate::clip::Rect;
use crate::error::DrawError;
use crate::pen::{Lettering, Pen, TICK_SIZE};
use crate::ticks::{self, Ticks};
use crate::{Align, Image, image, text};

/// Lengths in points.
const GAP: f64 = 10.0;
const WIDTH: f64 = 12.0;
const TICK: f64 = 3.5;

/// The width that the bar and its labels take, in dots, beside axes of this height.
pub(crate) fn room(image: &Image, height: f64, point: f64) -> f64 {
    let labels = bar_ticks(&image::with_levels(image), height, point).labels;
    let widest = labels.iter().map(|label| text::width(label, TICK_SIZE * point)).fold(0.0, f64::max);
    (GAP + WIDTH + 2.0 * TICK) * point + widest + label_room(image, point)
}

/// What the bar's name takes beside its labels.
fn label_room(image: &Image, point: f64) -> f64 {
    image.color_bar_label.as_ref().map_or(0.0, |label| (label.size.unwrap_or(TICK_SIZE) * 1.2 + TICK) * point)
}

pub(crate) fn draw<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    image: &Image,
    axes: &Rect,
) -> Result<(), DrawError> {
    let image = &image::with_levels(image);
    let left = axes.right + GAP * pen.point;
    let bar = Rect { left, right: left + WIDTH * pen.point, ..*axes };
    let (low, high) = image::range(image);
    const STEPS: u32 = 120;
    for step in 0..STEPS {
        let share = |of: f64| of / f64::from(STEPS);
        let value = low + share(f64::from(step) + 0.5) * (high - low);
        let edge = |of: u32| bar.bottom - share(f64::from(of)) * bar.height();
        if let Some(color) = image::color_of(image, value) {
            pen.fill_cell(&Rect { top: edge(step + 1), bottom: edge(step), ..bar }, color, image.alpha)?;
        }
    }
    pen.frame_rect(&bar, pen.theme.soft_ink, pen.hairline)?;
    let ticks = bar_ticks(image, bar.height(), pen.point);
    for (tick, label) in ticks.at.iter().zip(&ticks.labels) {
        let y = bar.bottom - (tick - low) / (high - low).max(f64::MIN_POSITIVE) * bar.height();
        let mark = Rect {
            left: bar.right,
            top: y.round(),
            right: bar.right + TICK * pen.point,
            bottom: y.round() + pen.hairline,
        };
        pen.fill_rect(&mark, pen.theme.soft_ink, 1.0)?;
        let at = (bar.right + 2.0 * TICK * pen.point, y);
        pen.text(label, at, pen.tick_lettering(Align::Start, Align::Center))?;
    }
    if let Some(label) = &image.color_bar_label {
        let right = axes.right + room(image, axes.height(), pen.point);
        let at = (right, f64::midpoint(bar.top, bar.bottom));
        let lettering = pen.name_lettering(label, TICK_SIZE, pen.theme.ink);
        pen.text(
            &label.text,
            at,
            Lettering { turn: 90.0, horizontal: Align::End, vertical: Align::Center, ..lettering },
        )?;
    }
    Ok(())
}

fn bar_ticks(image: &Image, height: f64, point: f64) -> Ticks {
    let (low, high) = image::range(image);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 1..=9")]
    let most = (height / (2.0 * TICK_SIZE * point)).floor().clamp(1.0, 9.0) as u32;
    ticks::linear(low, high, most)
}
