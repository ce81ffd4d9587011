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

/// The height that a level bar and its words take below the axes, in dots.
pub(crate) fn room_below(image: &Image, point: f64) -> f64 {
    (GAP + WIDTH + 2.0 * TICK + TICK_SIZE * text::LINE_HEIGHT) * point + label_room(image, point)
}

/// Draws the bar beside or below `axes`, words at its sides included.
pub(crate) fn draw<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    image: &Image,
    axes: &Rect,
    area: &Rect,
) -> Result<(), DrawError> {
    let image = &image::with_levels(image);
    let (gap, width) = (GAP * pen.point, WIDTH * pen.point);
    let bar = if image.color_bar_level {
        Rect { left: area.left, right: area.right, top: axes.bottom + gap, bottom: axes.bottom + gap + width }
    } else {
        Rect { left: axes.right + gap, right: axes.right + gap + width, top: area.top, bottom: area.bottom }
    };
    colors(pen, image, &bar)?;
    pen.frame_rect(&bar, pen.theme.soft_ink, pen.hairline)?;
    if image.color_bar_level { level_words(pen, image, &bar) } else { upright_words(pen, image, &bar) }
}

fn colors<DB: DrawingBackend>(pen: &Pen<'_, DB>, image: &Image, bar: &Rect) -> Result<(), DrawError> {
    const STEPS: u32 = 120;
    let (low, high) = image::range(image);
    let share = |of: f64| of / f64::from(STEPS);
    for step in 0..STEPS {
        let value = low + share(f64::from(step) + 0.5) * (high - low);
        let (from, to) = (share(f64::from(step)), share(f64::from(step + 1)));
        let cell = if image.color_bar_level {
            Rect { left: bar.left + from * bar.width(), right: bar.left + to * bar.width(), ..*bar }
        } else {
            Rect { top: bar.bottom - to * bar.height(), bottom: bar.bottom - from * bar.height(), ..*bar }
        };
        if let Some(color) = image::color_of(image, value) {
            pen.fill_cell(&cell, color, image.alpha)?;
        }
    }
    Ok(())
}

/// The ticks of a bar, each at its part of the bar.
fn shares(image: &Image, length: f64, point: f64) -> Vec<(f64, String)> {
    let (low, high) = image::range(image);
    let ticks = bar_ticks(image, length, point);
    let share = |tick: f64| (tick - low) / (high - low).max(f64::MIN_POSITIVE);
    ticks.at.iter().map(|tick| share(*tick)).zip(ticks.labels).collect()
}

fn upright_words<DB: DrawingBackend>(pen: &Pen<'_, DB>, image: &Image, bar: &Rect) -> Result<(), DrawError> {
    let tick = TICK * pen.point;
    for (share, label) in shares(image, bar.height(), pen.point) {
        let y = bar.bottom - share * bar.height();
        let (left, top) = (bar.right, y.round());
        pen.fill_rect(
            &Rect { left, top, right: left + tick, bottom: top + pen.hairline },
            pen.theme.soft_ink,
            1.0,
        )?;
        pen.text(&label, (left + 2.0 * tick, y), pen.tick_lettering(Align::Start, Align::Center))?;
    }
    let Some(label) = &image.color_bar_label else { return Ok(()) };
    let right = bar.left - GAP * pen.point + room(image, bar.height(), pen.point);
    let lettering = pen.name_lettering(label, TICK_SIZE, pen.theme.ink);
    let upward = Lettering { turn: 90.0, horizontal: Align::End, vertical: Align::Center, ..lettering };
    pen.text(&label.text, (right, f64::midpoint(bar.top, bar.bottom)), upward)
}

fn level_words<DB: DrawingBackend>(pen: &Pen<'_, DB>, image: &Image, bar: &Rect) -> Result<(), DrawError> {
    let tick = TICK * pen.point;
    // Texts side by side need more room than texts above each other.
    for (share, label) in shares(image, bar.width() / 2.0, pen.point) {
        let x = bar.left + share * bar.width();
        let (left, top) = (x.round(), bar.bottom);
        pen.fill_rect(
            &Rect { left, top, right: left + pen.hairline, bottom: top + tick },
            pen.theme.soft_ink,
            1.0,
        )?;
        pen.text(&label, (x, top + 2.0 * tick), pen.tick_lettering(Align::Center, Align::End))?;
    }
    let Some(label) = &image.color_bar_label else { return Ok(()) };
    let bottom = bar.top - GAP * pen.point + room_below(image, pen.point);
    let lettering = pen.name_lettering(label, TICK_SIZE, pen.theme.ink);
    pen.text(&label.text, (f64::midpoint(bar.left, bar.right), bottom), lettering)
}

fn bar_ticks(image: &Image, height: f64, point: f64) -> Ticks {
    let (low, high) = image::range(image);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 1..=9")]
    let most = (height / (2.0 * TICK_SIZE * point)).floor().clamp(1.0, 9.0) as u32;
    ticks::linear(low, high, most)
}
