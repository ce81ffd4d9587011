//! Strokes, areas and letters as pixels: a plotters surface over tiny-skia.
//!
//! What it is not: a drawing of figures, which is the same on every surface. Letters are DejaVu Sans, matplotlib's own
//! face, of which `letters/` has what figures are written with. Start reading at [`Raster`].

use std::{cell::Cell, convert::Infallible, rc::Rc};

use plotters::prelude::DrawingBackend;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind, FontStyle, FontTransform,
    text_anchor::{HPos, VPos},
};
use tiny_skia::{FillRule, LineJoin, Paint, Path, PathBuilder, Pixmap, Rect, Stroke, Transform};
use ttf_parser::{Face, OutlineBuilder};

use crate::Turn;

/// Places in a pixel, each way: plotters' coordinates are whole numbers.
pub(crate) const FINENESS: u32 = 4;
#[expect(clippy::cast_precision_loss, reason = "a small number")]
const TO_PIXELS: f32 = 1.0 / FINENESS as f32;

static LETTERS: &[u8] = include_bytes!("../letters/DejaVuSans.ttf");

pub(crate) struct Raster<'a> {
    pixels: &'a mut Pixmap,
    letters: Option<Face<'static>>,
    /// What texts go through after all else.
    turn: Rc<Cell<Transform>>,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl<'a> Raster<'a> {
    pub fn new(pixels: &'a mut Pixmap) -> Self {
        Self { pixels, letters: Face::parse(LETTERS, 0).ok(), turn: Rc::default() }
    }

    /// Turns what is written from then on.
    pub fn turner(&self) -> impl Fn(Option<Turn>) + use<> {
        let turn = Rc::clone(&self.turn);
        move |asked| {
            turn.set(asked.map_or(Transform::identity(), |asked| {
                let (x, y) = at(asked.at);
                // Clockwise here.
                Transform::from_rotate_at(-asked.degrees as f32, x, y)
            }));
        }
    }

    fn fill(&mut self, path: Option<Path>, color: BackendColor, turn: Transform, is_smooth: bool) {
        let Some(path) = path else { return };
        let paint = paint(color, is_smooth);
        self.pixels.fill_path(&path, &paint, FillRule::Winding, turn.post_scale(TO_PIXELS, TO_PIXELS), None);
    }

    fn stroke(&mut self, path: Option<Path>, style: &impl BackendStyle) {
        let Some(path) = path else { return };
        let stroke =
            Stroke { width: style.stroke_width() as f32, line_join: LineJoin::Round, ..Stroke::default() };
        let scale = Transform::from_scale(TO_PIXELS, TO_PIXELS);
        self.pixels.stroke_path(&path, &paint(style.color(), true), &stroke, scale, None);
    }

    /// The outlines of a line of text that begins at 0, its base line at 0, and how long it is; letters stand `apart` by
    /// more than they do by themselves.
    fn outlines(&self, text: &str, size: f32, apart: f32) -> (Option<Path>, f32) {
        let Some(face) = &self.letters else { return (None, 0.0) };
        let mut outline =
            Outline { path: PathBuilder::new(), left: 0.0, scale: size / f32::from(face.units_per_em()) };
        for letter in text.chars() {
            // What the face lacks is shown as its empty box.
            let glyph = face.glyph_index(letter).unwrap_or_default();
            face.outline_glyph(glyph, &mut outline);
            outline.left +=
                outline.scale * f32::from(face.glyph_hor_advance(glyph).unwrap_or_default()) + apart;
        }
        let width = outline.left;
        (outline.path.finish(), width)
    }
}

impl DrawingBackend for Raster<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.pixels.width() * FINENESS, self.pixels.height() * FINENESS)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.fill(rectangle(point, (point.0 + 1, point.1 + 1)), color, Transform::identity(), true);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        if fill {
            // On whole pixels, as bars and frames are sharp.
            let ((left, right), (top, bottom)) = (seen(from.0, to.0), seen(from.1, to.1));
            self.fill(rectangle((left, top), (right, bottom)), style.color(), Transform::identity(), false);
        } else {
            self.stroke(rectangle(from, to), style);
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.stroke(polyline(path, false), style);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (x, y) = at(center);
        let circle = PathBuilder::from_circle(x, y, radius as f32);
        if fill {
            self.fill(circle, style.color(), Transform::identity(), true);
        } else {
            self.stroke(circle, style);
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        self.fill(polyline(corners, true), style.color(), Transform::identity(), true);
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, place: BackendCoord) -> Drawn {
        let size = style.size() as f32;
        let (outlines, width) = self.outlines(text, size, apart(style, size));
        let left = match style.anchor().h_pos {
            HPos::Left => 0.0,
            HPos::Center => -width / 2.0,
            HPos::Right => -width,
        };
        // The base line, by the heights of capitals and of small letters.
        let down = match style.anchor().v_pos {
            VPos::Top => 0.76 * size,
            VPos::Center => 0.27 * size,
            VPos::Bottom => -0.27 * size,
        };
        let quarters = match style.transform() {
            FontTransform::Rotate90 => 90.0,
            FontTransform::Rotate180 => 180.0,
            FontTransform::Rotate270 => 270.0,
            _ => 0.0,
        };
        let (x, y) = at(place);
        // Of upright letters alone: bold ones get an edge, and italic ones lean.
        let lean = match style.style() {
            FontStyle::Italic | FontStyle::Oblique => Transform::from_skew(-0.2, 0.0),
            _ => Transform::identity(),
        };
        let turn = lean.post_translate(left, down).post_concat(Transform::from_rotate(quarters));
        let place = turn.post_translate(x, y).post_concat(self.turn.get());
        if let (FontStyle::Bold, Some(outlines)) = (style.style(), &outlines) {
            let edge = Stroke { width: BOLD * size, line_join: LineJoin::Round, ..Stroke::default() };
            let scaled = place.post_scale(TO_PIXELS, TO_PIXELS);
            self.pixels.stroke_path(outlines, &paint(style.color(), true), &edge, scaled, None);
        }
        self.fill(outlines, style.color(), place, true);
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = style.size();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "lengths are positive and small"
        )]
        Ok((self.outlines(text, size as f32, apart(style, size as f32)).1.ceil() as u32, size.ceil() as u32))
    }
}

/// Collects glyphs one after the other; their y grows upward.
struct Outline {
    path: PathBuilder,
    left: f32,
    scale: f32,
}

impl Outline {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.left + x * self.scale, -y * self.scale)
    }
}

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

/// How thick the edge is that makes letters bold, in sizes: they stand apart by as much.
const BOLD: f32 = 0.07;

fn apart<S: BackendTextStyle>(style: &S, size: f32) -> f32 {
    if matches!(style.style(), FontStyle::Bold) { BOLD * size } else { 0.0 }
}

fn paint(color: BackendColor, is_smooth: bool) -> Paint<'static> {
    let (red, green, blue) = color.rgb;
    let mut paint = Paint { anti_alias: is_smooth, ..Paint::default() };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of 255")]
    paint.set_color_rgba8(red, green, blue, (color.alpha.clamp(0.0, 1.0) * 255.0).round() as u8);
    paint
}

#[expect(
    clippy::cast_precision_loss,
    reason = "surfaces are smaller than 2^24 dots, and what is outside is not seen"
)]
fn at((x, y): BackendCoord) -> (f32, f32) {
    (x as f32, y as f32)
}

/// A side of a rectangle; one that is thinner than a pixel, which may lie between the middles of two, as that pixel.
fn seen(from: i32, to: i32) -> (i32, i32) {
    let pixel = FINENESS as i32;
    if from == to || (to - from).abs() >= pixel {
        return (from, to);
    }
    let start = ((from + to) / 2).div_euclid(pixel) * pixel;
    (start, start + pixel)
}

fn rectangle(from: BackendCoord, to: BackendCoord) -> Option<Path> {
    let ((left, top), (right, bottom)) = (at(from), at(to));
    Rect::from_ltrb(left.min(right), top.min(bottom), left.max(right), top.max(bottom))
        .map(PathBuilder::from_rect)
}

fn polyline(points: impl IntoIterator<Item = BackendCoord>, is_closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    for point in points {
        let (x, y) = at(point);
        if path.is_empty() { path.move_to(x, y) } else { path.line_to(x, y) }
    }
    if is_closed {
        path.close();
    }
    path.finish()
}
