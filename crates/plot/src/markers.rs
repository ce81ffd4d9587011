//! Markers: one small shape at each point.

use plotters::prelude::DrawingBackend;

use crate::clip::Point;
use crate::error::DrawError;
use crate::pen::{Pen, Stroke};
use crate::{Color, LineStyle, Marker};

/// What all markers of a series share. As in matplotlib a marker has an edge of its own colour around its
/// size, both in dots; markers made of strokes are as thick as that edge.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    pub marker: Marker,
    pub size: f64,
    pub edge: f64,
    pub color: Color,
    /// The colour of the edge, where it is another; a marker whose own colour is all transparent is hollow.
    pub rim: Option<Color>,
    pub alpha: f64,
}

/// A marker as it is drawn, in units of its size around its point; y grows downward.
enum Shape {
    Disc(f64),
    Area(Vec<Point>),
    Strokes(Vec<[Point; 2]>),
}

pub(crate) fn draw<DB: DrawingBackend>(pen: &Pen<'_, DB>, at: Point, look: Look) -> Result<(), DrawError> {
    let Some(shape) = shape(look.marker) else { return Ok(()) };
    let place = |(x, y): Point, size: f64| (at.0 + x * size, at.1 + y * size);
    // An edge of the marker's own colour is part of its area.
    let filled = if look.rim.is_none() { look.size + look.edge } else { look.size };
    let (color, alpha) = (look.rim.unwrap_or(look.color), look.alpha);
    let edge = Stroke { color, alpha, width: look.edge, style: LineStyle::Solid };
    let has_rim = look.rim.is_some_and(|rim| rim.alpha > 0) && look.edge > 0.0;
    match shape {
        Shape::Disc(radius) => {
            if look.color.alpha > 0 {
                // The edge lies around the size, whatever part of that the disc has.
                let grown = (filled - look.size) / 2.0;
                pen.disc(at, radius * look.size + grown, look.color, look.alpha)?;
            }
            if has_rim { pen.ring(at, radius * look.size, edge) } else { Ok(()) }
        }
        Shape::Area(corners) => {
            if look.color.alpha > 0 {
                let corners: Vec<Point> = corners.iter().map(|corner| place(*corner, filled)).collect();
                pen.fill(&corners, look.color, look.alpha)?;
            }
            // Once around, and on to the second corner, so that the first is as round as the others.
            let around = corners.iter().cycle().take(corners.len() + 2);
            let around: Vec<Point> = around.map(|corner| place(*corner, look.size)).collect();
            if has_rim { pen.stroke(&around, edge) } else { Ok(()) }
        }
        Shape::Strokes(strokes) => {
            strokes.into_iter().try_for_each(|ends| pen.stroke(&ends.map(|end| place(end, look.size)), edge))
        }
    }
}

fn shape(marker: Marker) -> Option<Shape> {
    Some(match marker {
        Marker::None => return None,
        Marker::Point => Shape::Disc(0.25),
        Marker::Circle => Shape::Disc(0.5),
        Marker::Square => Shape::Area(vec![(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)]),
        Marker::Diamond => Shape::Area(ring(4, 0.7, 0.0)),
        Marker::TriangleUp => Shape::Area(vec![(0.0, -0.5), (0.5, 0.5), (-0.5, 0.5)]),
        Marker::TriangleDown => Shape::Area(vec![(0.0, 0.5), (0.5, -0.5), (-0.5, -0.5)]),
        Marker::TriangleLeft => Shape::Area(vec![(-0.5, 0.0), (0.5, -0.5), (0.5, 0.5)]),
        Marker::TriangleRight => Shape::Area(vec![(0.5, 0.0), (-0.5, -0.5), (-0.5, 0.5)]),
        Marker::Star => Shape::Area(star()),
        Marker::Pentagon => Shape::Area(ring(5, 0.5, 0.0)),
        Marker::Hexagon => Shape::Area(ring(6, 0.5, 0.0)),
        Marker::FilledPlus => Shape::Area(thick_plus(0.0)),
        Marker::FilledCross => Shape::Area(thick_plus(std::f64::consts::FRAC_PI_4)),
        Marker::Plus => Shape::Strokes(vec![[(-0.5, 0.0), (0.5, 0.0)], [(0.0, -0.5), (0.0, 0.5)]]),
        Marker::Cross => Shape::Strokes(vec![[(-0.5, -0.5), (0.5, 0.5)], [(-0.5, 0.5), (0.5, -0.5)]]),
        Marker::VerticalLine => Shape::Strokes(vec![[(0.0, -0.5), (0.0, 0.5)]]),
        Marker::HorizontalLine => Shape::Strokes(vec![[(-0.5, 0.0), (0.5, 0.0)]]),
    })
}

/// `count` corners on a circle, the first straight up and turned by `turn` radians.
fn ring(count: u32, radius: f64, turn: f64) -> Vec<Point> {
    let corner = |index: u32| {
        let angle = turn + std::f64::consts::TAU * f64::from(index) / f64::from(count);
        (radius * angle.sin(), -radius * angle.cos())
    };
    (0..count).map(corner).collect()
}

/// Five points: outer and inner corners in turn, the inner at the pentagram's own radius.
fn star() -> Vec<Point> {
    const INNER: f64 = 0.381_966;
    let inner = ring(5, 0.5 * INNER, std::f64::consts::PI / 5.0);
    ring(5, 0.5, 0.0).into_iter().zip(inner).flat_map(|(outer, inner)| [outer, inner]).collect()
}

fn thick_plus(turn: f64) -> Vec<Point> {
    const ARM: f64 = 1.0 / 6.0;
    let quarter = [(-ARM, -0.5), (ARM, -0.5), (ARM, -ARM)];
    let rotate =
        |(x, y): Point, angle: f64| (x * angle.cos() - y * angle.sin(), x * angle.sin() + y * angle.cos());
    (0..4)
        .flat_map(|quarters| {
            let angle = turn + f64::from(quarters) * std::f64::consts::FRAC_PI_2;
            quarter.map(|point| rotate(point, angle))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_as_large_as_their_size() {
        for marker in [Marker::Star, Marker::Pentagon, Marker::FilledPlus, Marker::Square, Marker::TriangleUp]
        {
            let Some(Shape::Area(corners)) = shape(marker) else { panic!("{marker:?} is an area") };
            let reach = corners.iter().map(|(x, y)| x.abs().max(y.abs())).fold(0.0, f64::max);
            assert!((reach - 0.5).abs() < 1e-9, "{marker:?} reaches {reach}");
        }
        assert_eq!(star().len(), 10);
        assert!(shape(Marker::None).is_none());
    }
}
