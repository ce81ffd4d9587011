//! One axes: room for its words, grid, ticks and frame, then its artists. Start reading at [`draw`].

use plotters::prelude::DrawingBackend;

use crate::clip::{Point, Rect};
use crate::error::DrawError;
use crate::pen::{Lettering, Pen, Stroke, TICK_SIZE};
use crate::ticks::{self, Ticks};
use crate::view::{self, Span, View};
use crate::{
    Align, Artist, Axes, Axis, GridLines, Image, Label, LineStyle, Scale, artists, color_bar, legend, text,
};

/// Sizes in points, matplotlib's defaults.
const LABEL_SIZE: f64 = 10.0;
const TITLE_SIZE: f64 = 12.0;
const TICK_LENGTH: f64 = 3.5;
const TICK_GAP: f64 = 3.5;
const LABEL_GAP: f64 = 4.0;
const TITLE_GAP: f64 = 6.0;

/// Where everything of an axes stands.
struct Layout {
    view: View,
    x: Ticks,
    y: Ticks,
    /// The room of the y axis' tick labels, in dots.
    y_room: f64,
}

pub(crate) fn draw<DB: DrawingBackend>(pen: &Pen<'_, DB>, axes: &Axes, cell: &Rect) -> Result<(), DrawError> {
    let layout = Layout::new(axes, cell, pen.point);
    let view = &layout.view;
    if axes.grid && axes.frame {
        grid(pen, &layout, &axes.grid_lines)?;
    }
    axes.artists.iter().try_for_each(|artist| artists::draw(pen, view, artist))?;
    if axes.frame {
        pen.frame_rect(&view.area.grown(pen.hairline / 2.0), pen.theme.soft_ink, pen.hairline)?;
        x_ticks(pen, &layout)?;
        y_ticks(pen, &layout)?;
        names(pen, axes, &layout)?;
    }
    if let Some(image) = with_color_bar(axes) {
        color_bar::draw(pen, image, &view.area)?;
    }
    title(pen, axes, &view.area)?;
    axes.legend.as_ref().map_or(Ok(()), |asked| legend::draw(pen, view, axes, asked))
}

fn with_color_bar(axes: &Axes) -> Option<&Image> {
    axes.artists.iter().find_map(|artist| match artist {
        Artist::Image(image) if image.color_bar => Some(image),
        _ => None,
    })
}

impl Layout {
    fn new(axes: &Axes, cell: &Rect, point: f64) -> Self {
        let (x_span, y_span) = view::spans(axes);
        let mut area = Rect { top: cell.top + title_height(axes, point), ..*cell };
        area.bottom -= if axes.frame { words_below(axes, point) } else { 0.0 };
        let y = axis_ticks(&axes.y, &y_span, area.height(), 2.0, point);
        let y_room = widest(&y, point);
        if axes.frame {
            area.left +=
                (TICK_LENGTH + TICK_GAP) * point + y_room + label_height(axes.y.label.as_ref(), point);
            // The first and last labels of the x axis stand out at the sides, the top one of y above.
            area.right -= 1.5 * TICK_SIZE * point;
            area.top += (0.4 * TICK_SIZE + offset_height(&y)) * point;
        }
        if let Some(image) = with_color_bar(axes) {
            area.right -= color_bar::room(image, area.height(), point);
        }
        // However small the surface, there is something to draw in.
        area.right = area.right.max(area.left + 10.0 * point);
        area.bottom = area.bottom.max(area.top + 10.0 * point);
        let view = View::new(axes, area);
        let x = axis_ticks(&axes.x, &x_span, view.area.width(), 3.0, point);
        Self { view, x, y, y_room }
    }
}

/// Ticks for an axis `length` dots long, each with the room of `letters` letters, and for x no overlap.
fn axis_ticks(axis: &Axis, span: &Span, length: f64, letters: f64, point: f64) -> Ticks {
    if let Some(at) = &axis.ticks {
        return ticks::given(at, axis.tick_labels.as_deref());
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 1..=9")]
    let most = (length / (letters * TICK_SIZE * point)).floor().clamp(1.0, 9.0) as u32;
    let make = |room: u32| match span.scale {
        Scale::Linear => ticks::linear(span.low, span.high, room),
        Scale::Log => ticks::logarithmic(span.low, span.high, room),
    };
    let along_x = letters > 2.5;
    let fits = |ticks: &Ticks| {
        #[expect(clippy::cast_precision_loss, reason = "a handful of ticks")]
        let needed = ticks.at.len() as f64 * (widest(ticks, point) + TICK_SIZE * point);
        !along_x || needed <= length + TICK_SIZE * point
    };
    (1..=most).rev().map(make).find(fits).unwrap_or_else(|| make(1))
}

fn widest(ticks: &Ticks, point: f64) -> f64 {
    ticks.labels.iter().map(|label| text::extent(label, TICK_SIZE * point).0).fold(0.0, f64::max)
}

fn offset_height(ticks: &Ticks) -> f64 {
    if ticks.offset.is_empty() { 0.0 } else { TICK_SIZE * 1.2 }
}

fn label_height(label: Option<&Label>, point: f64) -> f64 {
    label.filter(|label| !label.text.is_empty()).map_or(0.0, |label| {
        let size = label.size.unwrap_or(LABEL_SIZE) * point;
        text::extent(&label.text, size).1 + LABEL_GAP * point
    })
}

fn title_height(axes: &Axes, point: f64) -> f64 {
    axes.title.as_ref().map_or(0.0, |title| {
        text::extent(&title.text, title.size.unwrap_or(TITLE_SIZE) * point).1 + TITLE_GAP * point
    })
}

fn words_below(axes: &Axes, point: f64) -> f64 {
    let lines =
        axes.x.tick_labels.iter().flatten().map(|label| label.lines().count().max(1)).max().unwrap_or(1);
    #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
    let ticks = TICK_LENGTH + TICK_GAP + lines as f64 * TICK_SIZE * text::LINE_HEIGHT;
    ticks * point + label_height(axes.x.label.as_ref(), point)
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
        for (at, _) in seen(&layout.x, x, area.left, area.right) {
            line(&upright(at, area.top, area.bottom, width), [(at, area.top), (at, area.bottom)])?;
        }
    }
    if lines.y {
        for (at, _) in seen(&layout.y, y, area.bottom, area.top) {
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

fn x_ticks<DB: DrawingBackend>(pen: &Pen<'_, DB>, layout: &Layout) -> Result<(), DrawError> {
    let View { area, x, .. } = &layout.view;
    let foot = area.bottom + TICK_LENGTH * pen.point;
    let lettering = pen.tick_lettering(Align::Center, Align::End);
    let mut taken = f64::NEG_INFINITY;
    for (at, label) in seen(&layout.x, x, area.left, area.right) {
        pen.fill_rect(&upright(at, area.bottom, foot, pen.hairline), pen.theme.soft_ink, 1.0)?;
        let half = text::extent(label, lettering.size).0 / 2.0;
        // Labels that the student gave may be too many: those that would run together are left out.
        if at - half > taken {
            pen.text(label, (at, foot + TICK_GAP * pen.point), lettering)?;
            taken = at + half;
        }
    }
    for tick in &layout.x.minor {
        let at = area.left + x.share(*tick) * area.width();
        let foot = area.bottom + TICK_LENGTH * 0.6 * pen.point;
        pen.fill_rect(&upright(at, area.bottom, foot, pen.hairline), pen.theme.soft_ink, 1.0)?;
    }
    let corner = (area.right, foot + (TICK_GAP + TICK_SIZE * text::LINE_HEIGHT) * pen.point);
    pen.text(&layout.x.offset, corner, Lettering { horizontal: Align::End, ..lettering })
}

fn y_ticks<DB: DrawingBackend>(pen: &Pen<'_, DB>, layout: &Layout) -> Result<(), DrawError> {
    let View { area, y, .. } = &layout.view;
    let end = area.left - TICK_LENGTH * pen.point;
    let lettering = pen.tick_lettering(Align::End, Align::Center);
    for (at, label) in seen(&layout.y, y, area.bottom, area.top) {
        pen.fill_rect(&level(at, end, area.left, pen.hairline), pen.theme.soft_ink, 1.0)?;
        pen.text(label, (end - TICK_GAP * pen.point, at), lettering)?;
    }
    for tick in &layout.y.minor {
        let at = area.bottom - y.share(*tick) * area.height();
        let end = area.left - TICK_LENGTH * 0.6 * pen.point;
        pen.fill_rect(&level(at, end, area.left, pen.hairline), pen.theme.soft_ink, 1.0)?;
    }
    let corner = (area.left, area.top - TICK_GAP * pen.point);
    let above = Lettering { horizontal: Align::Start, vertical: Align::Start, ..lettering };
    pen.text(&layout.y.offset, corner, above)
}

/// What the axes are called, beside them.
fn names<DB: DrawingBackend>(pen: &Pen<'_, DB>, axes: &Axes, layout: &Layout) -> Result<(), DrawError> {
    let area = &layout.view.area;
    if let Some(label) = &axes.x.label {
        let at = (f64::midpoint(area.left, area.right), area.bottom + words_below(axes, pen.point));
        pen.text(&label.text, at, pen.name_lettering(label, LABEL_SIZE, pen.theme.ink))?;
    }
    if let Some(label) = &axes.y.label {
        let beside = (TICK_LENGTH + TICK_GAP + LABEL_GAP) * pen.point + layout.y_room;
        let at = (area.left - beside, f64::midpoint(area.top, area.bottom));
        let lettering = pen.name_lettering(label, LABEL_SIZE, pen.theme.ink);
        pen.text(&label.text, at, Lettering { upward: true, ..lettering })?;
    }
    Ok(())
}

fn title<DB: DrawingBackend>(pen: &Pen<'_, DB>, axes: &Axes, area: &Rect) -> Result<(), DrawError> {
    let Some(label) = &axes.title else { return Ok(()) };
    let (x, horizontal) = match label.side {
        Some(Align::Start) => (area.left, Align::Start),
        Some(Align::End) => (area.right, Align::End),
        _ => (f64::midpoint(area.left, area.right), Align::Center),
    };
    let lettering = pen.name_lettering(label, TITLE_SIZE, pen.theme.ink);
    pen.text(&label.text, (x, area.top - TITLE_GAP * pen.point), Lettering { horizontal, ..lettering })
}
