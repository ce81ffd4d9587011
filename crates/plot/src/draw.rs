//! A whole figure on a surface. Start reading at [`draw`].

use std::cell::Cell;

use plotters::coord::Shift;
use plotters::prelude::{DrawingArea, DrawingBackend};

use crate::clip::Rect;
use crate::error::DrawError;
use crate::pen::{Lettering, Pen, Turner};
use crate::view::{self, Span};
use crate::{Align, Axes, Axis, Figure, Place, Theme, artists, axes, text};

/// CSS pixels in an inch of a figure, so that a default one is 640 wide: matplotlib's dots at its default `dpi`.
pub const INCH: f64 = 100.0;
/// Letters shrink with the figure, but not below this part of their size: a phone is read too.
const SMALLEST: f64 = 0.85;
/// Between cells of a grid and around everything, in points.
const GAP: f64 = 10.0;
const SUPTITLE_SIZE: f64 = 13.0;
/// Of the names of all axes together, matplotlib's `figure.labelsize`.
const NAME_SIZE: f64 = 12.0;

/// Draws `figure` over all of `surface`, whose dots are `scale` to a CSS pixel (the device pixel ratio of a
/// canvas) and which `turner` turns. Letters and lines keep a readable size on narrow surfaces. The surface is not
/// cleared before.
pub fn draw<DB: DrawingBackend>(
    figure: &Figure,
    surface: &DrawingArea<DB, Shift>,
    theme: &Theme,
    scale: f64,
    turner: &Turner<'_>,
) -> Result<(), DrawError> {
    draw_lettered(figure, surface, theme, scale, 1.0, turner)
}

/// [`draw`] for a surface whose letters come out smaller than they were asked for, by the factor `lettering`.
pub(crate) fn draw_lettered<DB: DrawingBackend>(
    figure: &Figure,
    surface: &DrawingArea<DB, Shift>,
    theme: &Theme,
    scale: f64,
    lettering: f64,
    turner: &Turner<'_>,
) -> Result<(), DrawError> {
    let (width, height) = surface.dim_in_pixel();
    let all = Rect { left: 0.0, top: 0.0, right: f64::from(width), bottom: f64::from(height) };
    let natural = figure.size.0.max(1.0) * INCH * scale;
    let point = scale * INCH / 72.0 * (all.width() / natural).clamp(SMALLEST, 1.0);
    let theme = theme.of(figure.ground);
    let pen = Pen {
        surface,
        theme,
        point,
        hairline: scale.round().max(1.0),
        lettering,
        turner,
        texts: Cell::new(0),
    };
    if let Some(background) = theme.background {
        pen.fill_rect(&all, background, 1.0)?;
    }
    let inside = words_around(&pen, figure, all.grown(-GAP / 2.0 * point))?;
    let shown = with_shared_limits(&figure.axes);
    for (number, axes) in shown.iter().enumerate().filter(|(_, axes)| axes.twin_of.is_none()) {
        // What shares a place is laid out together, as one takes room from the other.
        let twins = shown.iter().filter(|other| other.twin_of == Some(number));
        let group: Vec<&Axes> = std::iter::once(axes).chain(twins).collect();
        axes::draw(&pen, &group, &cell(&axes.place, &inside, GAP * point))?;
    }
    for text in &figure.texts {
        artists::words(&pen, text, artists::part_of(&all, text))?;
    }
    surface.present().map_err(DrawError::surface)
}

/// The axes with the limits that those have in common which share them.
fn with_shared_limits(all: &[Axes]) -> Vec<Axes> {
    let mut shown = all.to_vec();
    share(&mut shown, |axes| &mut axes.x, |axes| view::spans(axes).0);
    share(&mut shown, |axes| &mut axes.y, |axes| view::spans(axes).1);
    shown
}

fn share(all: &mut [Axes], axis: impl Fn(&mut Axes) -> &mut Axis, span: impl Fn(&Axes) -> Span) {
    let spans: Vec<Span> = all.iter_mut().filter_map(|axes| axis(axes).shared.then(|| span(axes))).collect();
    let low = spans.iter().map(|span| span.low).fold(f64::INFINITY, f64::min);
    let high = spans.iter().map(|span| span.high).fold(f64::NEG_INFINITY, f64::max);
    for axis in all.iter_mut().map(axis).filter(|axis| axis.shared) {
        (axis.lower, axis.upper) = (Some(low), Some(high));
    }
}

/// Draws the title over all axes and the names of all together, and returns what is left between them.
fn words_around<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    figure: &Figure,
    all: Rect,
) -> Result<Rect, DrawError> {
    let mut left = all;
    let gap = GAP / 2.0 * pen.point;
    let middle = (f64::midpoint(all.left, all.right), f64::midpoint(all.top, all.bottom));
    if let Some(title) = &figure.title {
        let lettering = pen.name_lettering(&figure.title_look, SUPTITLE_SIZE, pen.theme.ink);
        pen.text(title, (middle.0, all.top), Lettering { vertical: Align::End, ..lettering })?;
        left.top += text::extent(title, lettering.size).1 + gap;
    }
    if let Some(name) = &figure.x_label {
        let lettering = pen.name_lettering(name, NAME_SIZE, pen.theme.ink);
        pen.text(&name.text, (middle.0, all.bottom), lettering)?;
        left.bottom -= text::extent(&name.text, lettering.size).1 + gap;
    }
    if let Some(name) = &figure.y_label {
        let lettering = pen.name_lettering(name, NAME_SIZE, pen.theme.ink);
        let upward = Lettering { turn: 90.0, horizontal: Align::Start, vertical: Align::Center, ..lettering };
        pen.text(&name.text, (all.left, middle.1), upward)?;
        left.left += text::extent(&name.text, lettering.size).1 + gap;
    }
    Ok(left)
}

/// The part of `all` that a place in the grid of axes has.
fn cell(place: &Place, all: &Rect, gap: f64) -> Rect {
    let columns = f64::from(place.columns.max(1));
    let rows = f64::from(place.rows.max(1));
    let width = (all.width() - gap * (columns - 1.0)) / columns;
    let height = (all.height() - gap * (rows - 1.0)) / rows;
    let left = all.left + f64::from(place.column) * (width + gap);
    let top = all.top + f64::from(place.row) * (height + gap);
    let spans = (f64::from(place.column_span.max(1)), f64::from(place.row_span.max(1)));
    let right = left + spans.0 * (width + gap) - gap;
    Rect { left, top, right, bottom: top + spans.1 * (height + gap) - gap }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Artist, Line};

    #[test]
    fn shared_axes_have_the_widest_limits() {
        let line = |x: Vec<f64>| Artist::Line(Line { y: x.clone(), x, ..Line::default() });
        let mut both =
            [vec![0.0, 10.0], vec![5.0, 100.0]].map(|x| Axes { artists: vec![line(x)], ..Axes::default() });
        both.iter_mut().for_each(|axes| axes.x.shared = true);
        let shown = with_shared_limits(&both);
        let limits: Vec<_> = shown.iter().map(|axes| (axes.x.lower, axes.x.upper)).collect();
        assert_eq!(limits, [(Some(-0.5), Some(104.75)); 2]);
        assert_eq!(shown[0].y.lower, None);
    }

    #[test]
    fn cells_share_the_figure() {
        let all = Rect { left: 0.0, top: 0.0, right: 210.0, bottom: 100.0 };
        let place = Place { columns: 2, column: 1, ..Place::default() };
        assert_eq!(cell(&place, &all, 10.0), Rect { left: 110.0, top: 0.0, right: 210.0, bottom: 100.0 });
        let wide = Place { columns: 2, column_span: 2, ..Place::default() };
        assert_eq!(cell(&wide, &all, 10.0), all);
    }
}
