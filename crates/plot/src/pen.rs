//! The few strokes that plots are made of, in dots, on any plotters surface.
//!
//! plotters' coordinates are whole numbers; rounding happens here and nowhere else. Start reading at [`Pen`].

use plotters::coord::Shift;
use plotters::prelude::{Circle, DrawingArea, DrawingBackend, PathElement, Polygon, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{
    Color as _, FontDesc, FontFamily, FontStyle, FontTransform, RGBAColor, ShapeStyle, TextStyle,
};

use crate::clip::{Point, Rect};
use crate::error::DrawError;
use crate::text::LINE_HEIGHT;
use crate::{Align, Color, Label, LineStyle, Theme};

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
    /// Reads upward, as the names of y axes.
    pub upward: bool,
}

impl<DB: DrawingBackend> Pen<'_, DB> {
    pub fn tick_lettering(&self, horizontal: Align, vertical: Align) -> Lettering {
        let (size, color) = (TICK_SIZE * self.point, self.theme.soft_ink);
        Lettering { size, color, alpha: 1.0, horizontal, vertical, upward: false }
    }

    /// How a title or an axis' name is set, where it does not say otherwise itself.
    pub fn name_lettering(&self, label: &Label, size: f64, color: Color) -> Lettering {
        Lettering {
            size: label.size.unwrap_or(size) * self.point,
            color: label.color.unwrap_or(color),
            alpha: 1.0,
            horizontal: Align::Center,
            vertical: Align::Start,
            upward: false,
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

    pub fn text(&self, text: &str, at: Point, lettering: Lettering) -> Result<(), DrawError> {
        let lines: Vec<&str> = text.lines().collect();
        #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
        let rest = |index: usize| (lines.len() - 1 - index) as f64 * lettering.size * LINE_HEIGHT;
        for (index, line) in lines.iter().enumerate() {
            let (below, above) = (rest(index), rest(0) - rest(index));
            let down = match lettering.vertical {
                Align::Start => -below,
                Align::Center => (above - below) / 2.0,
                Align::End => above,
            };
            let place = if lettering.upward { (at.0 + down, at.1) } else { (at.0, at.1 + down) };
            self.line_of_text(line, place, lettering)?;
        }
        Ok(())
    }

    fn line_of_text(&self, line: &str, at: Point, lettering: Lettering) -> Result<(), DrawError> {
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
        let turn = if lettering.upward { FontTransform::Rotate270 } else { FontTransform::None };
        let font = FontDesc::new(FontFamily::Name(FONT), lettering.size * self.lettering, FontStyle::Normal)
            .transform(turn);
        let color = shade(lettering.color, lettering.alpha);
        let style = TextStyle::from(font).color(&color).pos(Pos::new(horizontal, vertical));
        self.surface.draw_text(line, &style, dot(at)).map_err(DrawError::surface)
    }
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
