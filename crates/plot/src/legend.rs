//! The legend: a box of samples and names, where it hides the least.

use plotters::prelude::DrawingBackend;

use crate::clip::{Point, Rect};
use crate::error::DrawError;
use crate::markers;
use crate::pen::{Lettering, Pen, Stroke, TICK_SIZE};
use crate::view::View;
use crate::{Align, Artist, Axes, Legend, LegendPlace, LineStyle, artists, text};

/// The order in which matplotlib tries places.
const PLACES: [LegendPlace; 9] = [
    LegendPlace::UpperRight,
    LegendPlace::UpperLeft,
    LegendPlace::LowerLeft,
    LegendPlace::LowerRight,
    LegendPlace::CenterRight,
    LegendPlace::CenterLeft,
    LegendPlace::LowerCenter,
    LegendPlace::UpperCenter,
    LegendPlace::Center,
];

/// Lengths in multiples of the letters' size.
const SAMPLE: f64 = 2.0;
const SAMPLE_GAP: f64 = 0.7;
const PADDING: f64 = 0.5;
const ROW: f64 = 1.45;
const COLUMN_GAP: f64 = 1.5;
/// The part of the axes' width that a legend may take with letters larger than the ticks'.
const CALM: f64 = 0.4;

/// The part of a figure's width that a legend beside the axes may take.
const BESIDE: f64 = 0.45;

/// The measures of a legend, in dots.
struct Block<'a> {
    entries: Vec<(&'a Artist, &'a str)>,
    title: Option<&'a str>,
    /// The title's letters in sizes of the names'.
    title_scale: f64,
    size: f64,
    columns: usize,
    rows: usize,
    column_width: f64,
    width: f64,
    height: f64,
}

pub(crate) fn draw<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    view: &View,
    cell: &Rect,
    axes: &Axes,
    legend: &Legend,
) -> Result<(), DrawError> {
    let Some((block, frame)) = placed(view, cell, axes, legend, pen.point) else { return Ok(()) };
    if legend.frame {
        pen.fill_rect(&frame, legend.face.unwrap_or(pen.theme.paper), legend.alpha.unwrap_or(0.85))?;
        pen.frame_rect(&frame, legend.edge.unwrap_or(pen.theme.grid), pen.hairline)?;
    }
    block.fill(pen, &frame)
}

/// The box of a legend that has a place of its own; it may stand out of the axes.
pub(crate) fn anchored(view: &View, cell: &Rect, axes: &Axes, point: f64) -> Option<Rect> {
    let legend = axes.legend.as_ref().filter(|legend| legend.anchor.is_some())?;
    placed(view, cell, axes, legend, point).map(|(_, frame)| frame)
}

fn placed<'a>(
    view: &View,
    cell: &Rect,
    axes: &'a Axes,
    legend: &'a Legend,
    point: f64,
) -> Option<(Block<'a>, Rect)> {
    // What is anchored does not change its size with the axes, from which it takes room.
    let block = Block::new(axes, legend, point, if legend.anchor.is_some() { cell } else { &view.area })?;
    let around = legend.anchor.map_or(view.area, |anchor| part_of(&view.area, anchor));
    let gap = legend.gap.unwrap_or(0.5);
    let gap = if legend.gap.is_some() { gap * block.size } else { gap * 10.0 * point };
    let place = match legend.place {
        LegendPlace::Best => emptiest(view, axes, &block, &around, gap),
        place => place,
    };
    let frame = block.rect(place, &around, gap);
    Some((block, frame))
}

/// The box that an anchor means, in dots.
fn part_of(area: &Rect, (left, bottom, width, height): (f64, f64, f64, f64)) -> Rect {
    let (left, bottom) = (area.left + left * area.width(), area.bottom - bottom * area.height());
    Rect { left, bottom, right: left + width * area.width(), top: bottom - height * area.height() }
}

impl<'a> Block<'a> {
    fn new(axes: &'a Axes, legend: &'a Legend, point: f64, area: &Rect) -> Option<Self> {
        let named = |artist: &'a Artist| Some((artist, artists::label(artist)?));
        let entries: Vec<_> = axes.artists.iter().filter_map(named).collect();
        if entries.is_empty() {
            return None;
        }
        let columns = usize::try_from(legend.columns).unwrap_or(1).clamp(1, entries.len());
        let rows = entries.len().div_ceil(columns);
        let title_scale = legend.title_size.map_or(1.0, |size| size / legend.size);
        let mut block = Self {
            entries,
            title: legend.title.as_deref(),
            title_scale,
            size: 1.0,
            columns,
            rows,
            column_width: 0.0,
            width: 0.0,
            height: 0.0,
        };
        block.measure(legend.size * point);
        // On a phone letters of any size would fill the axes: first down to those of ticks, then until it fits.
        let calm = (legend.size.min(TICK_SIZE) / legend.size).max(area.width() * CALM / block.width);
        let is_beside = legend.anchor.is_some_and(|(left, _, width, _)| left + width <= 0.0 || left >= 1.0);
        let share = if is_beside { BESIDE } else { 0.9 };
        let fits = (area.width() * share / block.width).min(area.height() * 0.9 / block.height);
        block.measure(legend.size * point * calm.min(fits).min(1.0));
        Some(block)
    }

    fn measure(&mut self, size: f64) {
        let widest = self.entries.iter().map(|(_, name)| text::extent(name, size).0).fold(0.0, f64::max);
        self.size = size;
        self.column_width = (SAMPLE + SAMPLE_GAP) * size + widest;
        let title = self.title.map_or(0.0, |title| text::width(title, size * self.title_scale));
        let gaps = COLUMN_GAP * size * (count(self.columns) - 1.0);
        self.width = (self.column_width * count(self.columns) + gaps).max(title) + 2.0 * PADDING * size;
        self.height = (count(self.rows) * ROW + self.title_row() + 2.0 * PADDING - 0.3) * size;
    }

    /// How high the title is with what lies around it, in sizes of the names.
    fn title_row(&self) -> f64 {
        self.title.map_or(0.0, |_| ROW * self.title_scale)
    }

    fn rect(&self, place: LegendPlace, area: &Rect, gap: f64) -> Rect {
        let middle = (area.left + area.right - self.width) / 2.0;
        let half = (area.top + area.bottom - self.height) / 2.0;
        let (start, end) = (area.left + gap, area.right - gap - self.width);
        let (top, foot) = (area.top + gap, area.bottom - gap - self.height);
        let (left, top) = match place {
            LegendPlace::Best | LegendPlace::UpperRight => (end, top),
            LegendPlace::UpperLeft => (start, top),
            LegendPlace::LowerLeft => (start, foot),
            LegendPlace::LowerRight => (end, foot),
            LegendPlace::CenterRight => (end, half),
            LegendPlace::CenterLeft => (start, half),
            LegendPlace::LowerCenter => (middle, foot),
            LegendPlace::UpperCenter => (middle, top),
            LegendPlace::Center => (middle, half),
        };
        Rect { left, top, right: left + self.width, bottom: top + self.height }
    }

    fn fill<DB: DrawingBackend>(&self, pen: &Pen<'_, DB>, frame: &Rect) -> Result<(), DrawError> {
        let mut top = frame.top + (PADDING - 0.15) * self.size;
        let left = frame.left + PADDING * self.size;
        if let Some(title) = self.title {
            let height = self.title_row() * self.size;
            let middle = (f64::midpoint(frame.left, frame.right), top + height / 2.0);
            let plain = self.lettering(pen, Align::Center);
            pen.text(title, middle, Lettering { size: plain.size * self.title_scale, ..plain })?;
            top += height;
        }
        for (index, (artist, name)) in self.entries.iter().enumerate() {
            let (column, row) = (count(index / self.rows), count(index % self.rows));
            let x = left + column * (self.column_width + COLUMN_GAP * self.size);
            let y = top + (row + 0.5) * ROW * self.size;
            sample(pen, artist, (x, y), self.size)?;
            let at = (x + (SAMPLE + SAMPLE_GAP) * self.size, y);
            pen.text(name, at, self.lettering(pen, Align::Start))?;
        }
        Ok(())
    }

    fn lettering<DB: DrawingBackend>(&self, pen: &Pen<'_, DB>, horizontal: Align) -> Lettering {
        let (size, color) = (self.size, pen.theme.ink);
        Lettering {
            size,
            color,
            alpha: 1.0,
            horizontal,
            vertical: Align::Center,
            turn: 0.0,
            anchored: false,
            bold: false,
            italic: false,
        }
    }
}

/// A short piece of the artist, from `at` to the right.
fn sample<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    artist: &Artist,
    at: Point,
    size: f64,
) -> Result<(), DrawError> {
    let (end, middle) = ((at.0 + SAMPLE * size, at.1), (at.0 + SAMPLE / 2.0 * size, at.1));
    let color = pen.theme.readable(artists::color(artist));
    let stroke = |width: f64, style: LineStyle, alpha: f64| {
        let stroke = Stroke { color, alpha, width: width * pen.point, style };
        pen.stroke(&[at, end], stroke)
    };
    let block = |alpha: f64| {
        let half = 0.35 * size;
        let rect = Rect { left: at.0, top: at.1 - half, right: end.0, bottom: at.1 + half };
        pen.fill_rect(&rect, color, alpha)
    };
    match artist {
        Artist::Line(line) => {
            stroke(line.width, line.style, line.alpha)?;
            markers::draw(pen, middle, artists::line_look(pen, line))
        }
        Artist::Rule(rule) => stroke(rule.width, rule.style, rule.alpha),
        Artist::Scatter(scatter) => markers::draw(pen, middle, artists::scatter_look(pen, scatter, 0)),
        Artist::Bars(bars) => block(bars.alpha),
        Artist::Band(band) => block(band.alpha),
        Artist::Text(_) | Artist::Image(_) => Ok(()),
    }
}

/// The first place that covers the least of the data.
fn emptiest(view: &View, axes: &Axes, block: &Block<'_>, around: &Rect, gap: f64) -> LegendPlace {
    let marks = landmarks(view, axes, 0.6 * block.size);
    let hidden = |place: &LegendPlace| {
        let frame = block.rect(*place, around, gap).grown(0.2 * block.size);
        marks.iter().filter(|mark| frame.contains(**mark)).count()
    };
    PLACES.into_iter().min_by_key(hidden).unwrap_or(LegendPlace::UpperRight)
}

/// Points that a legend should not hide: the data, and lines and edges every `step` dots.
fn landmarks(view: &View, axes: &Axes, step: f64) -> Vec<Point> {
    let mut marks = Vec::new();
    for artist in &axes.artists {
        match artist {
            Artist::Scatter(scatter) => marks.extend(view.points(&scatter.x, &scatter.y)),
            Artist::Line(line) => {
                let points = view.points(&line.x, &line.y);
                if line.style != LineStyle::None {
                    points.windows(2).for_each(|ends| walk(ends[0], ends[1], step, &mut marks));
                }
                marks.extend(points);
            }
            Artist::Band(band) => {
                for (x, (low, high)) in band.x.iter().zip(band.low.iter().zip(&band.high)) {
                    walk(view.point(*x, *low), view.point(*x, *high), step, &mut marks);
                }
            }
            Artist::Bars(bars) => {
                let across = bars.left.iter().zip(&bars.width);
                for ((left, width), (bottom, height)) in across.zip(bars.bottom.iter().zip(&bars.height)) {
                    let middle = left + width / 2.0;
                    walk(view.point(middle, *bottom), view.point(middle, bottom + height), step, &mut marks);
                }
            }
            Artist::Text(text) if !text.in_axes => marks.push(view.point(text.x, text.y)),
            Artist::Text(_) | Artist::Rule(_) | Artist::Image(_) => {}
        }
    }
    marks
}

/// Points on the way between two, at most a few hundred.
fn walk(from: Point, to: Point, step: f64, marks: &mut Vec<Point>) {
    let length = (to.0 - from.0).hypot(to.1 - from.1);
    if !length.is_finite() {
        return;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a few hundred")]
    let steps = (length / step).clamp(1.0, 300.0) as usize;
    marks.extend((0..steps).map(|index| {
        let share = count(index) / count(steps);
        (from.0 + share * (to.0 - from.0), from.1 + share * (to.1 - from.1))
    }));
}

#[expect(clippy::cast_precision_loss, reason = "a handful")]
fn count(of: usize) -> f64 {
    of as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Line;

    const AREA: Rect = Rect { left: 0.0, top: 0.0, right: 400.0, bottom: 300.0 };

    fn axes(y: Vec<f64>) -> Axes {
        let x = vec![0.0, 1.0];
        let label = Some("loss".to_owned());
        Axes { artists: vec![Artist::Line(Line { x, y, label, ..Line::default() })], ..Axes::default() }
    }

    fn best(axes: &Axes) -> LegendPlace {
        let view = View::new(axes, AREA);
        let legend = Legend::default();
        let Some(block) = Block::new(axes, &legend, 1.0, &AREA) else { panic!("one entry") };
        emptiest(&view, axes, &block, &AREA, 5.0)
    }

    #[test]
    fn the_best_place_is_the_empty_corner() {
        assert_eq!(best(&axes(vec![1.0, 0.0])), LegendPlace::UpperRight);
        assert_eq!(best(&axes(vec![0.0, 1.0])), LegendPlace::UpperLeft);
    }

    #[test]
    fn a_legend_shrinks_into_narrow_axes_and_needs_a_name() {
        let mut axes = axes(vec![0.0, 1.0]);
        let narrow = Rect { right: 60.0, ..AREA };
        let legend = Legend::default();
        let width = Block::new(&axes, &legend, 1.0, &narrow).map(|block| block.width);
        assert!(width.is_some_and(|width| width <= 54.1));
        if let Artist::Line(line) = &mut axes.artists[0] {
            line.label = Some("_hidden".to_owned());
        }
        assert!(Block::new(&axes, &legend, 1.0, &AREA).is_none());
    }
}
