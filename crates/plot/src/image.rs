//! Tables of numbers as colours: cells for `imshow`, smooth bands for `contourf`.

use std::borrow::Cow;

use plotters::prelude::DrawingBackend;

use crate::clip::Rect;
use crate::error::DrawError;
use crate::pen::Pen;
use crate::view::View;
use crate::{Color, Image, ticks};

/// The side of the squares that filled contours are made of, in points.
const GRAIN: f64 = 1.0;

pub(crate) fn draw<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    view: &View,
    image: &Image,
) -> Result<(), DrawError> {
    let image = &with_levels(image);
    let Some(table) = Table::new(image) else { return Ok(()) };
    let (left, right, bottom, top) = image.extent;
    let all = Rect::between(view.point(left, bottom), view.point(right, top));
    let (columns, rows) = if image.levels.is_empty() {
        (table.columns, table.rows)
    } else {
        (grains(all.width(), pen.point), grains(all.height(), pen.point))
    };
    for row in 0..rows {
        let colors = (0..columns).map(|column| table.color(share(column, columns), share(row, rows)));
        for (run, color) in runs(colors) {
            let band = cell(view, image, (run.start, run.end, columns), (row, rows));
            if let Some(seen) = band.within(&view.area) {
                pen.fill_cell(&seen, color, image.alpha)?;
            }
        }
    }
    Ok(())
}

/// The image with the borders of its bands, where it has bands.
pub(crate) fn with_levels(image: &Image) -> Cow<'_, Image> {
    if image.bands == 0 || !image.levels.is_empty() {
        return Cow::Borrowed(image);
    }
    let (low, high) = range(image);
    let levels = ticks::borders(low, high, image.bands);
    Cow::Owned(Image { levels, ..image.clone() })
}

/// The lowest and the highest value that the colours stand for.
pub(crate) fn range(image: &Image) -> (f64, f64) {
    let finite = || image.values.iter().copied().filter(|value| value.is_finite());
    let (first, last) = (image.levels.first().copied(), image.levels.last().copied());
    let low = image.lowest.or(first).unwrap_or_else(|| finite().fold(f64::INFINITY, f64::min));
    let high = image.highest.or(last).unwrap_or_else(|| finite().fold(f64::NEG_INFINITY, f64::max));
    if low <= high { (low, high) } else { (0.0, 1.0) }
}

/// The colour of one value; for contours that of its band.
pub(crate) fn color_of(image: &Image, value: f64) -> Option<Color> {
    if !value.is_finite() {
        return None;
    }
    let shown = match image.levels.windows(2).find(|band| (band[0]..=band[1]).contains(&value)) {
        Some(band) => f64::midpoint(band[0], band[1]),
        None if image.levels.is_empty() => value,
        None => return None,
    };
    let (low, high) = range(image);
    let share = if high > low { (shown - low) / (high - low) } else { 0.0 };
    Color::along(&image.map, share)
}

/// The dots of some of a row's cells.
fn cell(view: &View, image: &Image, columns: (usize, usize, usize), row: (usize, usize)) -> Rect {
    let (left, right, bottom, top) = image.extent;
    let x = |edge: usize| left + (right - left) * part(edge, columns.2);
    let y = |edge: usize| top + (bottom - top) * part(edge, row.1);
    Rect::between(view.point(x(columns.0), y(row.0)), view.point(x(columns.1), y(row.0 + 1)))
}

#[expect(clippy::cast_precision_loss, reason = "counts of cells")]
fn part(of: usize, all: usize) -> f64 {
    of as f64 / all as f64
}

/// Where the middle of a cell stands, 0 to 1.
fn share(index: usize, count: usize) -> f64 {
    part(2 * index + 1, 2 * count)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a surface's dots")]
fn grains(length: f64, point: f64) -> usize {
    ((length / (GRAIN * point)).ceil() as usize).clamp(1, 2000)
}

/// Neighbours of one colour together; cells without one are left out.
fn runs(colors: impl Iterator<Item = Option<Color>>) -> Vec<(std::ops::Range<usize>, Color)> {
    let mut runs: Vec<(std::ops::Range<usize>, Color)> = Vec::new();
    for (index, color) in colors.enumerate() {
        match (color, runs.last_mut()) {
            (Some(color), Some((run, same))) if *same == color && run.end == index => run.end += 1,
            (Some(color), _) => runs.push((index..index + 1, color)),
            (None, _) => {}
        }
    }
    runs
}

/// An image whose values are as many as its rows and columns say.
struct Table<'a> {
    image: &'a Image,
    rows: usize,
    columns: usize,
}

impl<'a> Table<'a> {
    fn new(image: &'a Image) -> Option<Self> {
        let count = image.values.len().max(image.colors.len());
        let rows = count.checked_div(image.columns)?;
        (rows > 0).then_some(Self { image, rows, columns: image.columns })
    }

    /// The colour at a place of the image, each coordinate 0 to 1 from the top left.
    fn color(&self, across: f64, down: f64) -> Option<Color> {
        if !self.image.levels.is_empty() {
            return color_of(self.image, self.interpolated(across, down));
        }
        let index = nearest(down, self.rows) * self.columns + nearest(across, self.columns);
        match self.image.colors.get(index) {
            Some(color) => Some(*color),
            None => color_of(self.image, *self.image.values.get(index)?),
        }
    }

    /// Between the four values around a place, the outermost of which stand on the image's edge.
    fn interpolated(&self, across: f64, down: f64) -> f64 {
        let (left, x) = between(across, self.columns);
        let (above, y) = between(down, self.rows);
        let right = (left + 1).min(self.columns - 1);
        let below = (above + 1).min(self.rows - 1);
        let value = |row: usize, column: usize| {
            self.image.values.get(row * self.columns + column).copied().unwrap_or(f64::NAN)
        };
        let upper = value(above, left) * (1.0 - x) + value(above, right) * x;
        let lower = value(below, left) * (1.0 - x) + value(below, right) * x;
        upper * (1.0 - y) + lower * y
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "in 0..count"
)]
fn nearest(share: f64, count: usize) -> usize {
    ((share * count as f64) as usize).min(count - 1)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "in 0..count"
)]
fn between(share: f64, count: usize) -> (usize, f64) {
    let place = share.clamp(0.0, 1.0) * (count - 1) as f64;
    (place.floor() as usize, place.fract())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_become_colours_and_contours_become_bands() {
        let mut image = Image { columns: 2, values: vec![0.0, 1.0, 2.0, f64::NAN], ..Image::default() };
        assert_eq!(range(&image), (0.0, 2.0));
        assert_eq!(color_of(&image, 1.0), Some(Color::rgb(128, 128, 128)));
        assert_eq!(color_of(&image, f64::NAN), None);
        image.levels = vec![0.0, 1.0, 2.0];
        assert_eq!(color_of(&image, 0.2), color_of(&image, 0.8));
        assert_eq!(color_of(&image, 3.0), None);
    }

    #[test]
    fn contours_interpolate_between_the_corners() {
        let image =
            Image { columns: 2, values: vec![0.0, 1.0, 2.0, 3.0], levels: vec![0.0], ..Image::default() };
        let Some(table) = Table::new(&image) else { panic!("two rows of two") };
        assert_eq!(table.interpolated(0.5, 0.5).to_bits(), 1.5_f64.to_bits());
        assert_eq!(table.interpolated(1.0, 1.0).to_bits(), 3.0_f64.to_bits());
    }

    #[test]
    fn an_image_without_rows_is_none() {
        assert!(Table::new(&Image::default()).is_none());
        assert!(Table::new(&Image { columns: 3, values: vec![1.0], ..Image::default() }).is_none());
    }
}
