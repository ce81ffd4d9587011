//! One axes and its twins: grids, artists, frames, ticks and names, then legends. Start reading at [`draw`].

use plotters::prelude::DrawingBackend;

use crate::clip::{Point, Rect};
use crate::error::DrawError;
use crate::layout::{self, LABEL_GAP, LABEL_SIZE, Layout, TICK_GAP, TITLE_GAP, TITLE_SIZE};
use crate::pen::{Lettering, Pen, Stroke};
use crate::ticks::Ticks;
use crate::view::{Span, View};
use crate::{Align, Axes, Axis, GridLines, LineStyle, TickLook, artists, color_bar, legend, spines, text};

/// Draws axes that share a place. What lies around the data comes after all data, so that twins hide none of it.
pub(crate) fn draw<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    group: &[&Axes],
    cell: &Rect,
) -> Result<(), DrawError> {
    let layouts = layout::lay_out(group, cell, pen.point);
    let all = || group.iter().copied().zip(&layouts);
    for (axes, layout) in all() {
        data(pen, axes, layout)?;
    }
    for (axes, layout) in all() {
        around(pen, axes, layout)?;
    }
    for (axes, layout) in all() {
        axes.legend.as_ref().map_or(Ok(()), |asked| legend::draw(pen, &layout.view, cell, axes, asked))?;
    }
    Ok(())
}

fn data<DB: DrawingBackend>(pen: &Pen<'_, DB>, axes: &Axes, layout: &Layout) -> Result<(), DrawError> {
    if let Some(color) = axes.background {
        pen.fill_rect(&layout.view.area, color, 1.0)?;
    }
    if axes.grid && axes.frame {
        grid(pen, layout, &axes.grid_lines)?;
    }
    axes.artists.iter().try_for_each(|artist| artists::draw(pen, &layout.view, artist))
}

fn around<DB: DrawingBackend>(pen: &Pen<'_, DB>, axes: &Axes, layout: &Layout) -> Result<(), DrawError> {
    let area = &layout.view.area;
    if axes.frame {
        spines::draw(pen, axes, &layout.view)?;
    }
    let (has_x, has_y) = layout::seen(axes);
    if has_x {
        x_ticks(pen, layout, axes)?;
        x_name(pen, layout, axes)?;
    }
    if has_y {
        y_ticks(pen, layout, axes)?;
        y_name(pen, layout, axes)?;
    }
    if let Some(image) = layout::with_color_bar(axes) {
        let words = Rect { right: area.right + layout.beside, bottom: area.bottom + layout.below, ..*area };
        color_bar::draw(pen, image, &words, area)?;
    }
    title(pen, axes, layout)
}

/// The ticks that are seen, each with its place in dots along the axis and its label.
fn seen<'a>(ticks: &'a Ticks, span: &Span, start: f64, end: f64) -> Vec<(f64, &'a str)> {
    let place = |tick: f64| start + span.share(tick) * (end - start);
    let (low, high) = (start.min(end) - 0.5, start.max(end) + 0.5);
    let labels = ticks.labels.iter().map(String::as_str).chain(std::iter::repeat(""));
    ticks
        .at
        .iter()
        .zip(labels)
        .map(|(tick, label)| (place(*tick), label))
        .filter(|(at, _)| (low..=high).contains(at))
        .collect()
}

fn grid<DB: DrawingBackend>(pen: &Pen<'_, DB>, layout: &Layout, lines: &GridLines) -> Result<(), DrawError> {
    let View { area, x, y } = &layout.view;
    let color = lines.color.unwrap_or(pen.theme.grid);
    let width = lines.width.map_or(pen.hairline, |width| width * pen.point);
    let line = |bar: &Rect, ends: [Point; 2]| match lines.style {
        LineStyle::Solid => pen.fill_rect(bar, color, lines.alpha),
        style => pen.stroke(&ends, Stroke { color, alpha: lines.alpha, width, style }),
    };
    if lines.x {
        for (at, _) in seen(&layout.x.ticks, x, area.left, area.right) {
            line(&upright(at, area.top, area.bottom, width), [(at, area.top), (at, area.bottom)])?;
        }
    }
    if lines.y {
        for (at, _) in seen(&layout.y.ticks, y, area.bottom, area.top) {
            line(&level(at, area.left, area.right, width), [(area.left, at), (area.right, at)])?;
        }
    }
    Ok(())
}

/// A thin upright bar around `x`, on whole dots.
fn upright(x: f64, top: f64, bottom: f64, width: f64) -> Rect {
    let left = (x - width / 2.0).round();
    Rect { left, top, right: left + width, bottom }
}

/// A thin level bar around `y`, on whole dots.
fn level(y: f64, left: f64, right: f64, width: f64) -> Rect {
    let top = (y - width / 2.0).round();
    Rect { left, top, right, bottom: top + width }
}

/// How an axis' texts are set.
fn lettering<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    axis: &Axis,
    horizontal: Align,
    vertical: Align,
) -> Lettering {
    let plain = pen.tick_lettering(horizontal, vertical);
    let color = axis.look.label_color.map_or(plain.color, |color| pen.theme.readable(color));
    let TickLook { turn, anchored, .. } = axis.look;
    Lettering {
        size: layout::label_size(&axis.look, pen.point),
        color,
        turn,
        anchored,
        horizontal: axis.look.horizontal.unwrap_or(horizontal),
        vertical: axis.look.vertical.unwrap_or(vertical),
        ..plain
    }
}

fn x_ticks<DB: DrawingBackend>(pen: &Pen<'_, DB>, layout: &Layout, axes: &Axes) -> Result<(), DrawError> {
    let axis = &axes.x;
    let View { area, x, .. } = &layout.view;
    // From the axis away, which is down or up.
    let from = spines::level(axes, &layout.view, axis.opposite, pen.point);
    let (away, side) = if axis.opposite { (-1.0, Align::Start) } else { (1.0, Align::End) };
    let length = away * layout::mark_length(&axis.look, pen.point);
    let color = axis.look.color.map_or(pen.theme.soft_ink, |color| pen.theme.readable(color));
    let mark = |at: f64, length: f64| {
        let (top, bottom) = (from.min(from + length), from.max(from + length));
        pen.fill_rect(&upright(at, top, bottom, pen.hairline), color, 1.0)
    };
    let lettering = lettering(pen, axis, Align::Center, side);
    let foot = from + length + away * TICK_GAP * pen.point;
    let mut taken = f64::NEG_INFINITY;
    for (at, label) in seen(&layout.x.ticks, x, area.left, area.right) {
        mark(at, length)?;
        let half = layout::spacing(label, &axis.look, pen.point) / 2.0;
        // Labels that the student gave may be too many: those that would run together are left out.
        if at - half > taken {
            pen.text(label, (at, foot), lettering)?;
            taken = at + half;
        }
    }
    for tick in &layout.x.ticks.minor {
        mark(area.left + x.share(*tick) * area.width(), 0.6 * length)?;
    }
    let corner = (area.right, foot + away * lettering.size * text::LINE_HEIGHT);
    let plain = pen.tick_lettering(Align::End, side);
    pen.text(&layout.x.ticks.offset, corner, plain)
}

fn y_ticks<DB: DrawingBackend>(pen: &Pen<'_, DB>, layout: &Layout, axes: &Axes) -> Result<(), DrawError> {
    let axis = &axes.y;
    let View { area, y, .. } = &layout.view;
    let from = spines::upright(axes, &layout.view, axis.opposite, pen.point);
    let (away, side, other) =
        if axis.opposite { (1.0, Align::Start, Align::End) } else { (-1.0, Align::End, Align::Start) };
    let length = away * layout::mark_length(&axis.look, pen.point);
    let color = axis.look.color.map_or(pen.theme.soft_ink, |color| pen.theme.readable(color));
    let mark = |at: f64, length: f64| {
        let (left, right) = (from.min(from + length), from.max(from + length));
        pen.fill_rect(&level(at, left, right, pen.hairline), color, 1.0)
    };
    let lettering = lettering(pen, axis, side, Align::Center);
    for (at, label) in seen(&layout.y.ticks, y, area.bottom, area.top) {
        mark(at, length)?;
        pen.text(label, (from + length + away * TICK_GAP * pen.point, at), lettering)?;
    }
    for tick in &layout.y.ticks.minor {
        mark(area.bottom - y.share(*tick) * area.height(), 0.6 * length)?;
    }
    let corner = (from, area.top - TICK_GAP * pen.point);
    pen.text(&layout.y.ticks.offset, corner, pen.tick_lettering(other, Align::Start))
}

/// How far an axis' name stands from it, in dots.
fn name_distance(axis: &Axis, reach: f64, point: f64) -> f64 {
    layout::mark_length(&axis.look, point) + (TICK_GAP + LABEL_GAP) * point + reach
}

fn x_name<DB: DrawingBackend>(pen: &Pen<'_, DB>, layout: &Layout, axes: &Axes) -> Result<(), DrawError> {
    let axis = &axes.x;
    let Some(label) = &axis.label else { return Ok(()) };
    let area = &layout.view.area;
    let from = spines::level(axes, &layout.view, axis.opposite, pen.point);
    let distance = name_distance(axis, layout.x.reach, pen.point);
    let (y, vertical) =
        if axis.opposite { (from - distance, Align::Start) } else { (from + distance, Align::End) };
    let lettering = pen.name_lettering(label, LABEL_SIZE, pen.theme.ink);
    pen.text(&label.text, (f64::midpoint(area.left, area.right), y), Lettering { vertical, ..lettering })
}

fn y_name<DB: DrawingBackend>(pen: &Pen<'_, DB>, layout: &Layout, axes: &Axes) -> Result<(), DrawError> {
    let axis = &axes.y;
    let Some(label) = &axis.label else { return Ok(()) };
    let area = &layout.view.area;
    let from = spines::upright(axes, &layout.view, axis.opposite, pen.point);
    let distance = name_distance(axis, layout.y.reach, pen.point);
    let (x, horizontal) =
        if axis.opposite { (from + distance, Align::Start) } else { (from - distance, Align::End) };
    let lettering = pen.name_lettering(label, LABEL_SIZE, pen.theme.ink);
    let upward =
        Lettering { turn: layout::name_turn(label, false), horizontal, vertical: Align::Center, ..lettering };
    pen.text(&label.text, (x, f64::midpoint(area.top, area.bottom)), upward)
}

fn title<DB: DrawingBackend>(pen: &Pen<'_, DB>, axes: &Axes, layout: &Layout) -> Result<(), DrawError> {
    let Some(label) = &axes.title else { return Ok(()) };
    let area = &layout.view.area;
    let (x, horizontal) = match label.side {
        Some(Align::Start) => (area.left, Align::Start),
        Some(Align::End) => (area.right, Align::End),
        _ => (f64::midpoint(area.left, area.right), Align::Center),
    };
    let lettering = pen.name_lettering(label, TITLE_SIZE, pen.theme.ink);
    let y = area.top - layout.above - TITLE_GAP * pen.point;
    pen.text(&label.text, (x, y), Lettering { horizontal, ..lettering })
}
