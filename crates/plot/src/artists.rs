//! How each kind of artist is drawn in its axes. Areas and edges have the colours that they were given; lines and words are
//! made readable where they would not be seen on the figure's ground.
//!
//! What it is not: the marks' shapes (`markers`) or tables of colours (`image`). Start reading at [`draw`].

use plotters::prelude::DrawingBackend;

use crate::clip::{self, Point, Rect};
use crate::error::DrawError;
use crate::markers::{self, Look};
use crate::pen::{Lettering, Pen, Stroke};
use crate::view::View;
use crate::{Artist, Band, Bars, Color, Line, LineStyle, Marker, Rule, Scatter, Text, image};

/// The edges of markers in points, matplotlib's `lines.markeredgewidth` and, for scatter, `patch.linewidth` or, where
/// they are all that is drawn, `lines.linewidth`.
pub(crate) const LINE_EDGE: f64 = 1.0;
pub(crate) const SCATTER_EDGE: f64 = 1.0;
const SCATTER_STROKE: f64 = 1.5;

pub(crate) fn draw<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    view: &View,
    artist: &Artist,
) -> Result<(), DrawError> {
    match artist {
        Artist::Line(artist) => line(pen, view, artist),
        Artist::Scatter(artist) => scatter(pen, view, artist),
        Artist::Bars(artist) => bars(pen, view, artist),
        Artist::Rule(artist) => rule(pen, view, artist),
        Artist::Band(artist) => band(pen, view, artist),
        Artist::Text(artist) => text(pen, view, artist),
        Artist::Image(artist) => image::draw(pen, view, artist),
    }
}

/// The colour of the artist's sample in a legend.
pub(crate) fn color(artist: &Artist) -> Color {
    let first = |colors: &[Color]| colors.first().copied().unwrap_or(Color::BLUE);
    match artist {
        Artist::Line(Line { color, .. })
        | Artist::Rule(Rule { color, .. })
        | Artist::Band(Band { color, .. })
        | Artist::Text(Text { color, .. }) => *color,
        Artist::Scatter(Scatter { colors, .. }) | Artist::Bars(Bars { colors, .. }) => first(colors),
        Artist::Image(image) => first(&image.map),
    }
}

/// What a legend calls the artist; none for unnamed ones and those that begin with `_`.
pub(crate) fn label(artist: &Artist) -> Option<&str> {
    let label = match artist {
        Artist::Line(Line { label, .. })
        | Artist::Scatter(Scatter { label, .. })
        | Artist::Bars(Bars { label, .. })
        | Artist::Rule(Rule { label, .. })
        | Artist::Band(Band { label, .. }) => label.as_deref(),
        Artist::Text(_) | Artist::Image(_) => None,
    };
    label.filter(|label| !label.is_empty() && !label.starts_with('_'))
}

fn line<DB: DrawingBackend>(pen: &Pen<'_, DB>, view: &View, line: &Line) -> Result<(), DrawError> {
    let points = view.points(&line.x, &line.y);
    let width = line.width * pen.point;
    let stroke =
        Stroke { color: pen.theme.readable(line.color), alpha: line.alpha, width, style: line.style };
    for piece in clip::polyline(&points, &view.area) {
        pen.stroke(&piece, stroke)?;
    }
    let look = line_look(pen, line);
    mark_all(pen, view, &points, |_| look)
}

/// How a line's markers look.
pub(crate) fn line_look<DB: DrawingBackend>(pen: &Pen<'_, DB>, line: &Line) -> Look {
    Look {
        marker: line.marker,
        size: line.marker_size * pen.point,
        edge: line.marker_edge_width.unwrap_or(LINE_EDGE) * pen.point,
        color: line.marker_face.unwrap_or_else(|| pen.theme.readable(line.color)),
        rim: line.marker_edge.or(line.marker_face.map(|_| pen.theme.readable(line.color))),
        alpha: line.alpha,
    }
}

fn scatter<DB: DrawingBackend>(pen: &Pen<'_, DB>, view: &View, scatter: &Scatter) -> Result<(), DrawError> {
    let points = view.points(&scatter.x, &scatter.y);
    mark_all(pen, view, &points, |index| scatter_look(pen, scatter, index))
}

/// How the point of a scatter looks.
pub(crate) fn scatter_look<DB: DrawingBackend>(pen: &Pen<'_, DB>, scatter: &Scatter, index: usize) -> Look {
    let is_strokes = matches!(
        scatter.marker,
        Marker::Plus | Marker::Cross | Marker::VerticalLine | Marker::HorizontalLine
    );
    Look {
        marker: scatter.marker,
        size: one_or_each(&scatter.sizes, index).unwrap_or(36.0).max(0.0).sqrt() * pen.point,
        edge: scatter.edge_width.unwrap_or(if is_strokes { SCATTER_STROKE } else { SCATTER_EDGE })
            * pen.point,
        color: one_or_each(&scatter.colors, index).unwrap_or(Color::BLUE),
        rim: scatter.edges.get(index.checked_rem(scatter.edges.len()).unwrap_or(0)).copied().or(scatter.edge),
        alpha: scatter.alpha,
    }
}

/// Markers at the points that are in the axes; `look` is asked with each point's index.
fn mark_all<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    view: &View,
    points: &[Point],
    look: impl Fn(usize) -> Look,
) -> Result<(), DrawError> {
    // A point on the edge is in, whatever rounding says.
    let seen = view.area.grown(0.5);
    for (index, &point) in points.iter().enumerate().filter(|(_, point)| seen.contains(**point)) {
        let look = look(index);
        if look.marker != Marker::None {
            markers::draw(pen, point, look)?;
        }
    }
    Ok(())
}

fn one_or_each<T: Copy>(list: &[T], index: usize) -> Option<T> {
    list.get(index).or(list.first()).copied()
}

fn bars<DB: DrawingBackend>(pen: &Pen<'_, DB>, view: &View, bars: &Bars) -> Result<(), DrawError> {
    let across = bars.left.iter().zip(&bars.width);
    let along = bars.bottom.iter().zip(&bars.height);
    for (index, ((left, width), (bottom, height))) in across.zip(along).enumerate() {
        let corners = (view.point(*left, *bottom), view.point(left + width, bottom + height));
        let Some(bar) = Rect::between(corners.0, corners.1).within(&view.area) else { continue };
        let color = one_or_each(&bars.colors, index).unwrap_or(Color::BLUE);
        pen.fill_rect(&bar, color, bars.alpha)?;
        if let Some(edge) = bars.edge {
            let width = bars.edge_width.map_or(pen.hairline, |width| width * pen.point);
            pen.frame_rect(&bar, edge, width)?;
        }
    }
    Ok(())
}

fn rule<DB: DrawingBackend>(pen: &Pen<'_, DB>, view: &View, rule: &Rule) -> Result<(), DrawError> {
    let (from, to) = rule.span;
    let area = &view.area;
    let ends = if rule.vertical {
        let x = area.left + view.x.share(rule.at) * area.width();
        [from, to].map(|share| (x, area.bottom - share * area.height()))
    } else {
        let y = area.bottom - view.y.share(rule.at) * area.height();
        [from, to].map(|share| (area.left + share * area.width(), y))
    };
    let width = rule.width * pen.point;
    let stroke =
        Stroke { color: pen.theme.readable(rule.color), alpha: rule.alpha, width, style: rule.style };
    clip::polyline(&ends, area).iter().try_for_each(|piece| pen.stroke(piece, stroke))
}

fn band<DB: DrawingBackend>(pen: &Pen<'_, DB>, view: &View, band: &Band) -> Result<(), DrawError> {
    let mut edge = view.points(&band.x, &band.high);
    edge.extend(view.points(&band.x, &band.low).into_iter().rev());
    pen.fill(&clip::polygon(&edge, &view.area), band.color, band.alpha)
}

fn text<DB: DrawingBackend>(pen: &Pen<'_, DB>, view: &View, text: &Text) -> Result<(), DrawError> {
    let at = if text.in_axes { part_of(&view.area, text) } else { view.point(text.x, text.y) };
    if !(at.0.is_finite() && at.1.is_finite()) {
        return Ok(());
    }
    if let Some((x, y)) = text.arrow {
        arrow(pen, at, view.point(x, y), text)?;
    }
    words(pen, text, at)
}

/// The place of words that stand at parts of `area`.
pub(crate) fn part_of(area: &Rect, text: &Text) -> Point {
    (area.left + text.x * area.width(), area.bottom - text.y * area.height())
}

/// Words in their box, at a place in dots.
pub(crate) fn words<DB: DrawingBackend>(pen: &Pen<'_, DB>, text: &Text, at: Point) -> Result<(), DrawError> {
    let lettering = Lettering {
        size: text.size * pen.point,
        color: pen.theme.readable(text.color),
        alpha: text.alpha,
        horizontal: text.horizontal,
        vertical: text.vertical,
        turn: text.turn,
        anchored: text.anchored,
        bold: text.bold,
        italic: text.italic && !text.bold,
    };
    if let Some(frame) = &text.frame {
        pen.text_box(&text.text, at, lettering, frame)?;
    }
    pen.text(&text.text, at, lettering)
}

fn arrow<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    from: Point,
    to: Point,
    text: &Text,
) -> Result<(), DrawError> {
    let look = &text.arrow_look;
    let (along, across) = (to.0 - from.0, to.1 - from.1);
    let length = along.hypot(across) * (1.0 - 2.0 * look.shrink.clamp(0.0, 0.45));
    if !(length.is_finite() && length > 0.0) {
        return Ok(());
    }
    let unit = (along / along.hypot(across), across / along.hypot(across));
    let left_out = look.shrink.clamp(0.0, 0.45) * along.hypot(across);
    let on_way = |way: f64, aside: f64| {
        (
            from.0 + unit.0 * (left_out + way) - unit.1 * aside,
            from.1 + unit.1 * (left_out + way) + unit.0 * aside,
        )
    };
    let head = (look.head.0 * pen.point).min(length / if look.ends.1 { 2.0 } else { 1.0 });
    let half = look.head.1 / 2.0 * pen.point;
    let (color, alpha) = (pen.theme.readable(look.color.unwrap_or(text.color)), text.alpha);
    let shaft = (if look.ends.1 { head } else { 0.0 }, if look.ends.0 { length - head } else { length });
    let stroke = Stroke { color, alpha, width: look.width * pen.point, style: LineStyle::Solid };
    pen.stroke(&[on_way(shaft.0, 0.0), on_way(shaft.1, 0.0)], stroke)?;
    if look.ends.0 {
        pen.fill(
            &[on_way(length, 0.0), on_way(length - head, half), on_way(length - head, -half)],
            color,
            alpha,
        )?;
    }
    if look.ends.1 {
        pen.fill(&[on_way(0.0, 0.0), on_way(head, half), on_way(head, -half)], color, alpha)?;
    }
    Ok(())
}
