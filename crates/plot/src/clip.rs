//! Cutting lines and areas at the edge of the axes: plotters' surfaces do not.

pub(crate) type Point = (f64, f64);

/// A rectangle in dots; y grows downward.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rect {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Rect {
    /// The rectangle with these opposite corners.
    pub fn between(one: Point, other: Point) -> Self {
        Self {
            left: one.0.min(other.0),
            top: one.1.min(other.1),
            right: one.0.max(other.0),
            bottom: one.1.max(other.1),
        }
    }

    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    pub fn contains(&self, (x, y): Point) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }

    /// The part of this rectangle that lies in `other`.
    pub fn within(&self, other: &Self) -> Option<Self> {
        let cut = Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        };
        (cut.left < cut.right && cut.top < cut.bottom).then_some(cut)
    }

    /// The box around both.
    pub fn around(&self, other: &Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    pub fn grown(&self, by: f64) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }
}

/// The pieces of a polyline that lie in `frame`. A point that is no number breaks the line.
pub(crate) fn polyline(points: &[Point], frame: &Rect) -> Vec<Vec<Point>> {
    let mut pieces: Vec<Vec<Point>> = Vec::new();
    let mut open = false;
    for pair in points.windows(2) {
        let Some((from, to)) = segment(pair[0], pair[1], frame) else {
            open = false;
            continue;
        };
        match pieces.last_mut() {
            Some(piece) if open => piece.push(to),
            _ => pieces.push(vec![from, to]),
        }
        open = to == pair[1];
    }
    pieces
}

/// Liang and Barsky's cut of one segment (ACM Transactions on Graphics 3, 1984).
fn segment(from: Point, to: Point, frame: &Rect) -> Option<(Point, Point)> {
    let finite = [from.0, from.1, to.0, to.1].iter().all(|number| number.is_finite());
    if !finite {
        return None;
    }
    let (along, across) = (to.0 - from.0, to.1 - from.1);
    let (mut start, mut end) = (0.0_f64, 1.0_f64);
    let edges = [
        (-along, from.0 - frame.left),
        (along, frame.right - from.0),
        (-across, from.1 - frame.top),
        (across, frame.bottom - from.1),
    ];
    for (speed, room) in edges {
        if speed == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if speed < 0.0 {
            start = start.max(room / speed);
        } else {
            end = end.min(room / speed);
        }
    }
    let at = |share: f64| (from.0 + share * along, from.1 + share * across);
    // The ends themselves, where they are inside: a line must not come apart by rounding.
    let first = if start == 0.0 { from } else { at(start) };
    let last = if end == 1.0 { to } else { at(end) };
    (start <= end).then_some((first, last))
}

/// The part of a closed area that lies in `frame`: Sutherland and Hodgman, edge by edge.
pub(crate) fn polygon(points: &[Point], frame: &Rect) -> Vec<Point> {
    let finite: Vec<Point> = points.iter().copied().filter(|(x, y)| x.is_finite() && y.is_finite()).collect();
    let kept = half_plane(&finite, |(x, _)| x - frame.left);
    let kept = half_plane(&kept, |(x, _)| frame.right - x);
    let kept = half_plane(&kept, |(_, y)| y - frame.top);
    half_plane(&kept, |(_, y)| frame.bottom - y)
}

/// Keeps where `inside` is not negative; `inside` is linear.
fn half_plane(points: &[Point], inside: impl Fn(Point) -> f64) -> Vec<Point> {
    let mut kept = Vec::with_capacity(points.len() + 4);
    for (index, &point) in points.iter().enumerate() {
        let before = points[(index + points.len() - 1) % points.len()];
        let (there, here) = (inside(before), inside(point));
        if (there < 0.0) != (here < 0.0) {
            let share = there / (there - here);
            kept.push((before.0 + share * (point.0 - before.0), before.1 + share * (point.1 - before.1)));
        }
        if here >= 0.0 {
            kept.push(point);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNIT: Rect = Rect { left: 0.0, top: 0.0, right: 1.0, bottom: 1.0 };

    #[test]
    fn a_line_is_cut_at_the_frame_and_broken_at_nan() {
        assert_eq!(polyline(&[(-1.0, 0.5), (2.0, 0.5)], &UNIT), [[(0.0, 0.5), (1.0, 0.5)]]);
        assert_eq!(polyline(&[(0.0, 2.0), (1.0, 3.0)], &UNIT), Vec::<Vec<Point>>::new());
        let broken = [(0.0, 0.0), (0.2, 0.2), (f64::NAN, 0.3), (0.5, 0.5), (0.6, 0.6)];
        assert_eq!(polyline(&broken, &UNIT).len(), 2);
        // Out and in again: two pieces; staying inside: one.
        assert_eq!(polyline(&[(0.5, 0.5), (0.5, 2.0), (0.7, 0.5)], &UNIT).len(), 2);
        assert_eq!(
            polyline(&[(0.1, 0.5), (0.5, 0.6), (0.7, 0.5)], &UNIT),
            [[(0.1, 0.5), (0.5, 0.6), (0.7, 0.5)]]
        );
    }

    #[test]
    fn an_area_is_cut_to_its_part_inside() {
        let area = polygon(&[(-1.0, -1.0), (2.0, -1.0), (2.0, 2.0), (-1.0, 2.0)], &UNIT);
        assert_eq!(area.len(), 4);
        assert!(area.iter().all(|&point| UNIT.contains(point)));
        assert!(polygon(&[(2.0, 2.0), (3.0, 2.0), (3.0, 3.0)], &UNIT).is_empty());
        assert!(polygon(&[], &UNIT).is_empty());
    }
}
