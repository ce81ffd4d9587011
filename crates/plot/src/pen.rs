//! The few strokes that plots are made of, in dots, on any plotters surface.
//!
//! plotters' coordinates are whole numbers; rounding happens here and nowhere else. Start reading at [`Pen`].

use std::cell::Cell;

use plotters::coord::Shift;
use plotters::prelude::{Circle, DrawingArea, DrawingBackend, PathElement, Polygon, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{
    Color as _, FontDesc, FontFamily, FontStyle, FontTransform, RGBAColor, ShapeStyle, TextStyle,
};

use crate::clip::{Point, Rect};
use crate::error::DrawError;
use crate::text::{self, LINE_HEIGHT};
use crate::{Align, Color, Label, LineStyle, TextBox, Theme};

/// The page's own sans-serif face, wherever the surface knows it.
const FONT: &str = "ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

/// The size of letters at ticks, in points: matplotlib's default.
pub(crate) const TICK_SIZE: f64 = 10.0;

/// A surface, and the measures of this drawing.
pub(crate) struct Pen<'a, DB: DrawingBackend> {
    pub surface: &'a DrawingArea<DB, Shift>,
    pub theme: Theme,
    /// Dots in a typographic point.
    pub point: f64,
    /// The width in dots of a line that is just seen.
    pub hairline: f64,
    /// What sizes of letters are multiplied with for this surface.
    pub lettering: f64,
    /// Turns the surface.
    pub turner: &'a Turner<'a>,
    /// How many lines of text were drawn so far.
    pub texts: Cell<usize>,
}

/// How a surface is turned for one line of text, and back with `None`: plotters' own surfaces know quarters only.
pub type Turner<'a> = dyn Fn(Option<Turn>) + 'a;

/// The surface is to be turned around a place of its own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Turn {
    /// The place, in dots.
    pub at: (i32, i32),
    /// Counterclockwise.
    pub degrees: f64,
    /// Which line of text is drawn then, counted from 0.
    pub text: usize,
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stroke {
    pub color: Color,
    pub alpha: f64,
    /// In dots.
    pub width: f64,
    pub style: LineStyle,
}

/// How a text is set; `size` is in dots.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lettering {
    pub size: f64,
    pub color: Color,
    pub alpha: f64,
    pub horizontal: Align,
    /// `Start` is the bottom.
    pub vertical: Align,
    /// Degrees counterclockwise; sides are then those of the box around what was turned, as in matplotlib, unless
    /// the text is turned around its place.
    pub turn: f64,
    pub anchored: bool,
    /// Not both: plotters has no letters for that.
    pub bold: bool,
    pub italic: bool,
}

/// Where a text stands that is turned.
pub(crate) struct Standing {
    middle: Point,
    width: f64,
    height: f64,
    sin: f64,
    cos: f64,
}

impl<DB: DrawingBackend> Pen<'_, DB> {
    pub fn tick_lettering(&self, horizontal: Align, vertical: Align) -> Lettering {
        let (size, color) = (TICK_SIZE * self.point, self.theme.soft_ink);
        Lettering {
            size,
            color,
            alpha: 1.0,
            horizontal,
            vertical,
            turn: 0.0,
            anchored: false,
            bold: false,
            italic: false,
        }
    }

    /// How a title or an axis' name is set, where it does not say otherwise itself.
    pub fn name_lettering(&self, label: &Label, size: f64, color: Color) -> Lettering {
        Lettering {
            size: label.size.unwrap_or(size) * self.point,
            color: label.color.unwrap_or(color),
            alpha: 1.0,
            horizontal: Align::Center,
            vertical: Align::Start,
            turn: label.turn.unwrap_or(0.0),
            anchored: false,
            bold: label.bold,
            italic: label.italic && !label.bold,
        }
    }

    pub fn stroke(&self, points: &[Point], stroke: Stroke) -> Result<(), DrawError> {
        let style = outline(stroke);
        for piece in dashes(points, stroke.style, stroke.width) {
            self.surface.draw(&PathElement::new(dots(&piece), style)).map_err(DrawError::surface)?;
        }
        Ok(())
    }

    pub fn fill(&self, points: &[Point], color: Color, alpha: f64) -> Result<(), DrawError> {
        if points.len() < 3 {
            return Ok(());
        }
        self.surface.draw(&Polygon::new(dots(points), paint(color, alpha))).map_err(DrawError::surface)
    }

    pub fn fill_rect(&self, rect: &Rect, color: Color, alpha: f64) -> Result<(), DrawError> {
        let corners = [dot((rect.left, rect.top)), dot((rect.right, rect.bottom))];
        self.surface.draw(&Rectangle::new(corners, paint(color, alpha))).map_err(DrawError::surface)
    }

    /// [`Pen::fill_rect`] with its edges on whole pixels, so that neighbours meet without a seam.
    pub fn fill_cell(&self, rect: &Rect, color: Color, alpha: f64) -> Result<(), DrawError> {
        let snap = |edge: f64| (edge / self.hairline).round() * self.hairline;
        let Rect { left, top, right, bottom } = *rect;
        let snapped = Rect { left: snap(left), top: snap(top), right: snap(right), bottom: snap(bottom) };
        self.fill_rect(&snapped, color, alpha)
    }

    /// A rectangle's edge, drawn inward in whole dots so that it is sharp.
    pub fn frame_rect(&self, rect: &Rect, color: Color, thin: f64) -> Result<(), DrawError> {
        let Rect { left, top, right, bottom } = *rect;
        let sides = [
            Rect { left, top, right, bottom: top + thin },
            Rect { left, top: bottom - thin, right, bottom },
            Rect { left, top, right: left + thin, bottom },
            Rect { left: right - thin, top, right, bottom },
        ];
        sides.iter().try_for_each(|side| self.fill_rect(side, color, 1.0))
    }

    /// A filled circle with `radius` in dots.
    pub fn disc(&self, center: Point, radius: f64, color: Color, alpha: f64) -> Result<(), DrawError> {
        let circle = Circle::new(dot(center), whole(radius.max(1.0)), paint(color, alpha));
        self.surface.draw(&circle).map_err(DrawError::surface)
    }

    /// The line around a circle with `radius` in dots.
    pub fn ring(&self, center: Point, radius: f64, stroke: Stroke) -> Result<(), DrawError> {
        let circle = Circle::new(dot(center), whole(radius.max(1.0)), outline(stroke));
        self.surface.draw(&circle).map_err(DrawError::surface)
    }

    pub fn text(&self, text: &str, at: Point, lettering: Lettering) -> Result<(), DrawError> {
        if lettering.turn != 0.0 {
            return self.turned_text(text, at, lettering);
        }
        let lines: Vec<&str> = text.lines().collect();
        let rest = |index: usize| count(lines.len() - 1 - index) * lettering.size * LINE_HEIGHT;
        for (index, line) in lines.iter().enumerate() {
            let (below, above) = (rest(index), rest(0) - rest(index));
            let down = match lettering.vertical {
                Align::Start => -below,
                Align::Center => (above - below) / 2.0,
                Align::End => above,
            };
            self.line_of_text(line, (at.0, at.1 + down), lettering)?;
        }
        Ok(())
    }

    /// Each line is held at that of its ends whose place hangs least on how wide the letters come out.
    fn turned_text(&self, text: &str, at: Point, lettering: Lettering) -> Result<(), DrawError> {
        let lines: Vec<&str> = text.lines().collect();
        let Standing { middle, width, sin, cos, .. } = Standing::new(text, at, lettering);
        let (along, down) = (-side(lettering.horizontal), side(lettering.vertical));
        let slip =
            |end: &Align| (along * cos.abs() + side(*end) * cos).hypot(down * sin.abs() - side(*end) * sin);
        let ends = [Align::Center, Align::Start, Align::End];
        let best = ends.into_iter().min_by(|a, b| slip(a).total_cmp(&slip(b))).unwrap_or_default();
        let horizontal = if lettering.anchored { lettering.horizontal } else { best };
        let reach = side(horizontal) * width / 2.0;
        for (index, line) in lines.iter().enumerate() {
            let lower = (count(index) - count(lines.len() - 1) / 2.0) * lettering.size * LINE_HEIGHT;
            let place = (middle.0 + reach * cos + lower * sin, middle.1 - reach * sin + lower * cos);
            self.line_of_text(line, place, Lettering { horizontal, vertical: Align::Center, ..lettering })?;
        }
        Ok(())
    }

    /// The box around a text, which is drawn before it.
    pub fn text_box(
        &self,
        text: &str,
        at: Point,
        lettering: Lettering,
        look: &TextBox,
    ) -> Result<(), DrawError> {
        let around = Standing::new(text, at, lettering).outline(look.pad * self.point, look.round);
        if let Some(face) = look.face.filter(|face| face.alpha > 0) {
            self.fill(&around, face, look.alpha)?;
        }
        let Some(edge) = look.edge.filter(|edge| edge.alpha > 0 && look.width > 0.0) else { return Ok(()) };
        let closed: Vec<Point> = around.iter().cycle().take(around.len() + 1).copied().collect();
        let stroke = Stroke {
            color: edge,
            alpha: look.alpha,
            width: look.width * self.point,
            style: LineStyle::Solid,
        };
        self.stroke(&closed, stroke)
    }

    fn line_of_text(&self, line: &str, at: Point, lettering: Lettering) -> Result<(), DrawError> {
        let color = shade(lettering.color, lettering.alpha);
        if color.3 <= 0.0 {
            return Ok(());
        }
        let horizontal = match lettering.horizontal {
            Align::Start => HPos::Left,
            Align::Center => HPos::Center,
            Align::End => HPos::Right,
        };
        let vertical = match lettering.vertical {
            Align::Start => VPos::Bottom,
            Align::Center => VPos::Center,
            Align::End => VPos::Top,
        };
        let quarter = quarter_turn(lettering.turn);
        let face = match lettering {
            Lettering { bold: true, .. } => FontStyle::Bold,
            Lettering { italic: true, .. } => FontStyle::Italic,
            _ => FontStyle::Normal,
        };
        let font = FontDesc::new(FontFamily::Name(FONT), lettering.size * self.lettering, face)
            .transform(quarter.clone().unwrap_or(FontTransform::None));
        let style = TextStyle::from(font).color(&color).pos(Pos::new(horizontal, vertical));
        let (at, text) = (dot(at), self.texts.replace(self.texts.get() + 1));
        if quarter.is_none() {
            (self.turner)(Some(Turn { at, degrees: lettering.turn, text }));
        }
        let drawn = self.surface.draw_text(line, &style, at).map_err(DrawError::surface);
        if quarter.is_none() {
            (self.turner)(None);
        }
        drawn
    }
}

impl Standing {
    fn new(text: &str, at: Point, lettering: Lettering) -> Self {
        let (sin, cos) = lettering.turn.to_radians().sin_cos();
        let width = text::extent(text, lettering.size).0;
        let height = (1.0 + count(text.lines().count().max(1) - 1) * LINE_HEIGHT) * lettering.size;
        let (along, down) = (-side(lettering.horizontal), side(lettering.vertical));
        let (across, below) = (along * width / 2.0, down * height / 2.0);
        let middle = if lettering.anchored {
            (at.0 + across * cos + below * sin, at.1 - across * sin + below * cos)
        } else {
            (
                at.0 + along * (width * cos.abs() + height * sin.abs()) / 2.0,
                at.1 + down * (width * sin.abs() + height * cos.abs()) / 2.0,
            )
        };
        Self { middle, width, height, sin, cos }
    }

    /// The corners around it, `pad` dots away, each a quarter of a circle if they are `round`.
    fn outline(&self, pad: f64, round: bool) -> Vec<Point> {
        let (right, low) = (self.width / 2.0 + pad, self.height / 2.0 + pad);
        let radius = if round { pad.min(low) } else { 0.0 };
        let steps = if round { 6 } else { 0 };
        let corner = |quarter: u32| {
            let (across, down) = [(1.0, 1.0), (-1.0, 1.0), (-1.0, -1.0), (1.0, -1.0)][quarter as usize];
            let middle = (across * (right - radius), down * (low - radius));
            (0..=steps).map(move |step| {
                let share = f64::from(step) / f64::from(steps.max(1));
                let (sin, cos) = ((f64::from(quarter) + share) * std::f64::consts::FRAC_PI_2).sin_cos();
                (middle.0 + radius * cos, middle.1 + radius * sin)
            })
        };
        let turned = |(x, y): Point| {
            (self.middle.0 + x * self.cos + y * self.sin, self.middle.1 - x * self.sin + y * self.cos)
        };
        (0..4).flat_map(corner).map(turned).collect()
    }
}

/// From the middle, -1 for the start and 1 for the end.
fn side(of: Align) -> f64 {
    match of {
        Align::Start => -1.0,
        Align::Center => 0.0,
        Align::End => 1.0,
    }
}

/// What surfaces know by themselves of turning counterclockwise.
fn quarter_turn(degrees: f64) -> Option<FontTransform> {
    let quarters = degrees.rem_euclid(360.0) / 90.0;
    [FontTransform::None, FontTransform::Rotate270, FontTransform::Rotate180, FontTransform::Rotate90]
        .into_iter()
        .zip([0.0, 1.0, 2.0, 3.0])
        .find_map(|(known, turns)| ((quarters - turns).abs() < 1e-9).then_some(known))
}

#[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
fn count(of: usize) -> f64 {
    of as f64
}

fn outline(stroke: Stroke) -> ShapeStyle {
    let color = shade(stroke.color, stroke.alpha);
    ShapeStyle { color, filled: false, stroke_width: whole(stroke.width.max(1.0)) }
}

fn paint(color: Color, alpha: f64) -> ShapeStyle {
    shade(color, alpha).filled()
}

fn shade(color: Color, alpha: f64) -> RGBAColor {
    RGBAColor(color.red, color.green, color.blue, color.opacity() * alpha.clamp(0.0, 1.0))
}

fn dot((x, y): Point) -> (i32, i32) {
    // Saturates: what is that far outside is outside any surface.
    #[expect(clippy::cast_possible_truncation, reason = "surfaces are smaller than 2^31 dots")]
    let near = |length: f64| length.round() as i32;
    (near(x), near(y))
}

fn dots(points: &[Point]) -> Vec<(i32, i32)> {
    points.iter().map(|point| dot(*point)).collect()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "lengths are positive and small")]
fn whole(length: f64) -> u32 {
    length.round() as u32
}

/// The pieces of a polyline that a style leaves visible; matplotlib's patterns, in widths of the line.
fn dashes(points: &[Point], style: LineStyle, width: f64) -> Vec<Vec<Point>> {
    let pattern: &[f64] = match style {
        LineStyle::None => return Vec::new(),
        LineStyle::Solid => return vec![points.to_vec()],
        LineStyle::Dashed => &[3.7, 1.6],
        LineStyle::DashDot => &[6.4, 1.6, 1.0, 1.6],
        LineStyle::Dotted => &[1.0, 1.65],
    };
    let pattern: Vec<f64> = pattern.iter().map(|length| length * width.max(1.0)).collect();
    cut(points, &pattern)
}

/// Follows a polyline and lifts the pen as `pattern` says: drawn, left out, drawn, left out…
fn cut(points: &[Point], pattern: &[f64]) -> Vec<Vec<Point>> {
    let mut pieces = Vec::new();
    let (mut phase, mut left) = (0, pattern[0]);
    let mut piece: Vec<Point> = points.first().copied().into_iter().collect();
    for pair in points.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let length = (to.0 - from.0).hypot(to.1 - from.1);
        let mut done = 0.0;
        while length - done > left {
            done += left;
            let share = done / length;
            let at = (from.0 + share * (to.0 - from.0), from.1 + share * (to.1 - from.1));
            piece.push(at);
            if phase % 2 == 0 {
                pieces.push(std::mem::take(&mut piece));
            }
            piece = vec![at];
            phase = (phase + 1) % pattern.len();
            left = pattern[phase];
        }
        left -= length - done;
        piece.push(to);
    }
    if phase % 2 == 0 && piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_follow_their_pattern_around_corners() {
        let pieces = cut(&[(0.0, 0.0), (3.0, 0.0), (3.0, 4.0)], &[2.0, 2.0]);
        let expected = [vec![(0.0, 0.0), (2.0, 0.0)], vec![(3.0, 1.0), (3.0, 3.0)]];
        assert_eq!(pieces, expected);
        assert!(cut(&[], &[1.0, 1.0]).is_empty());
        assert_eq!(dashes(&[(0.0, 0.0), (9.0, 0.0)], LineStyle::None, 1.0), Vec::<Vec<Point>>::new());
    }
}
