//! From data to dots: the limits of both axes and the rectangle that they fill.

use crate::clip::{Point, Rect};
use crate::{Axes, Axis, Scale, bounds};

/// One axis' limits, in data.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Span {
    pub low: f64,
    pub high: f64,
    pub scale: Scale,
    pub inverted: bool,
}

impl Span {
    /// Where `value` stands between the axis' beginning (0) and end (1).
    pub fn share(&self, value: f64) -> f64 {
        let place = |value: f64| self.scale.forward(value);
        let share = (place(value) - place(self.low)) / (place(self.high) - place(self.low));
        if self.inverted { 1.0 - share } else { share }
    }
}

/// The window through which an axes' data are seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct View {
    pub area: Rect,
    pub x: Span,
    pub y: Span,
}

impl View {
    pub fn new(axes: &Axes, area: Rect) -> Self {
        let mut view = Self::within(axes, area);
        if axes.equal {
            view.area = view.equal_area();
        }
        view
    }

    /// All of this area, as for the twin of axes that have found theirs.
    pub fn within(axes: &Axes, area: Rect) -> Self {
        let (x, y) = spans(axes);
        Self { area, x, y }
    }

    pub fn point(&self, x: f64, y: f64) -> Point {
        let Rect { left, bottom, .. } = self.area;
        (left + self.x.share(x) * self.area.width(), bottom - self.y.share(y) * self.area.height())
    }

    /// The points of two columns of data; of unequal ones the longer's rest is left out.
    pub fn points(&self, x: &[f64], y: &[f64]) -> Vec<Point> {
        x.iter().zip(y).map(|(&x, &y)| self.point(x, y)).collect()
    }

    /// The largest part of the area, in its middle, in which a unit is as long on both axes.
    fn equal_area(&self) -> Rect {
        let dots = (self.area.width() / (self.x.high - self.x.low).abs())
            .min(self.area.height() / (self.y.high - self.y.low).abs());
        let width = dots * (self.x.high - self.x.low).abs();
        let height = dots * (self.y.high - self.y.low).abs();
        let left = self.area.left + (self.area.width() - width) / 2.0;
        let top = self.area.top + (self.area.height() - height) / 2.0;
        Rect { left, top, right: left + width, bottom: top + height }
    }
}

/// Both axes' limits: what was set, and for the rest the data with a margin.
pub(crate) fn spans(axes: &Axes) -> (Span, Span) {
    let (x, y) = bounds::of(axes);
    (span(&axes.x, x), span(&axes.y, y))
}

fn span(axis: &Axis, data: bounds::Bounds) -> Span {
    let (low, high) = data.limits(axis.scale);
    let positive = |limit: &f64| axis.scale != Scale::Log || *limit > 0.0;
    let set = |limit: Option<f64>| limit.filter(|limit| limit.is_finite()).filter(positive);
    let (low, high) = (set(axis.lower).unwrap_or(low), set(axis.upper).unwrap_or(high));
    // Limits the wrong way round turn the axis, as in matplotlib.
    let turned = low > high;
    let (low, high) = if turned { (high, low) } else { (low, high) };
    let (low, high) = if low < high { (low, high) } else { bounds::apart(low, axis.scale) };
    Span { low, high, scale: axis.scale, inverted: axis.inverted != turned }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Artist, Line};

    const AREA: Rect = Rect { left: 0.0, top: 0.0, right: 100.0, bottom: 50.0 };

    fn axes(x: Vec<f64>, y: Vec<f64>) -> Axes {
        Axes { artists: vec![Artist::Line(Line { x, y, ..Line::default() })], ..Axes::default() }
    }

    #[test]
    fn data_get_a_margin_of_a_twentieth() {
        let view = View::new(&axes(vec![0.0, 100.0], vec![1.0, 3.0]), AREA);
        assert_eq!((view.x.low, view.x.high), (-5.0, 105.0));
        assert_eq!((view.y.low, view.y.high), (0.9, 3.1));
        let (left, bottom) = view.point(-5.0, 0.9);
        assert_eq!((left, bottom), (0.0, 50.0));
    }

    #[test]
    fn limits_that_were_set_hold_and_may_turn_an_axis() {
        let mut axes = axes(vec![0.0, 100.0], vec![1.0, 3.0]);
        axes.x.lower = Some(10.0);
        axes.x.upper = Some(0.0);
        let view = View::new(&axes, AREA);
        assert_eq!((view.x.low, view.x.high, view.x.inverted), (0.0, 10.0, true));
        assert_eq!(view.point(0.0, 2.0).0, 100.0);
    }

    #[test]
    fn nothing_and_single_values_still_have_room() {
        for (x, y) in [(vec![], vec![]), (vec![2.0], vec![0.0]), (vec![f64::NAN], vec![f64::INFINITY])] {
            let view = View::new(&axes(x, y), AREA);
            assert!(view.x.low < view.x.high && view.y.low < view.y.high);
            assert!(view.x.low.is_finite() && view.y.high.is_finite());
        }
    }

    #[test]
    fn equal_units_are_equally_long() {
        let axes = Axes { equal: true, ..axes(vec![0.0, 1.0], vec![0.0, 1.0]) };
        let view = View::new(&axes, AREA);
        assert!((view.area.width() - view.area.height()).abs() < 1e-9);
    }
}
