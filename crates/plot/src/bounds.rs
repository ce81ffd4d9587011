//! What the data of an axes span, and the limits that leave them room.

use crate::{Artist, Axes, Band, Bars, Image, Rule, Scale, Text};

/// matplotlib's `axes.xmargin`.
const MARGIN: f64 = 0.05;

/// The range of the data along one axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Bounds {
    low: f64,
    high: f64,
    /// The least positive value: where a logarithmic axis may begin.
    least_positive: f64,
    /// Values at which the axis may end without a margin, as bars at their foot.
    sticky: [f64; 2],
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            low: f64::INFINITY,
            high: f64::NEG_INFINITY,
            least_positive: f64::INFINITY,
            sticky: [f64::NAN; 2],
        }
    }
}

impl Bounds {
    fn add(&mut self, value: f64) {
        if value.is_finite() {
            self.low = self.low.min(value);
            self.high = self.high.max(value);
            if value > 0.0 {
                self.least_positive = self.least_positive.min(value);
            }
        }
    }

    fn add_all(&mut self, values: &[f64]) {
        values.iter().for_each(|value| self.add(*value));
    }

    /// Where the axis begins and ends by itself.
    pub fn limits(&self, scale: Scale) -> (f64, f64) {
        match scale {
            _ if self.low > self.high => (if scale == Scale::Log { 0.1 } else { 0.0 }, 1.0),
            Scale::Log if self.least_positive > self.high => (0.1, 1.0),
            Scale::Log => {
                let (low, high) = (self.least_positive.log10(), self.high.log10());
                let margin = MARGIN * if high > low { high - low } else { 1.0 };
                (10.0_f64.powf(low - margin), 10.0_f64.powf(high + margin))
            }
            Scale::Linear | Scale::SymLog { .. } if self.low < self.high => {
                let (low, high) = (scale.forward(self.low), scale.forward(self.high));
                let margin = MARGIN * (high - low);
                let room = |end: f64| if self.sticky.contains(&end) { 0.0 } else { margin };
                (scale.back(low - room(self.low)), scale.back(high + room(self.high)))
            }
            Scale::Linear | Scale::SymLog { .. } => apart(self.low, scale),
        }
    }
}

/// The bounds along x and along y.
pub(crate) fn of(axes: &Axes) -> (Bounds, Bounds) {
    let mut both = (Bounds::default(), Bounds::default());
    for artist in &axes.artists {
        add(artist, &mut both.0, &mut both.1);
    }
    both
}

fn add(artist: &Artist, x: &mut Bounds, y: &mut Bounds) {
    match artist {
        Artist::Line(line) => {
            x.add_all(&line.x);
            y.add_all(&line.y);
        }
        Artist::Scatter(scatter) => {
            x.add_all(&scatter.x);
            y.add_all(&scatter.y);
        }
        Artist::Bars(bars) => add_bars(bars, x, y),
        Artist::Rule(Rule { at, vertical, .. }) => (if *vertical { x } else { y }).add(*at),
        Artist::Band(Band { x: along, low, high, .. }) => {
            x.add_all(along);
            y.add_all(low);
            y.add_all(high);
        }
        Artist::Text(Text { .. }) => {}
        Artist::Image(Image { extent: (left, right, bottom, top), .. }) => {
            x.add_all(&[*left, *right]);
            y.add_all(&[*bottom, *top]);
            x.sticky = [left.min(*right), left.max(*right)];
            y.sticky = [bottom.min(*top), bottom.max(*top)];
        }
    }
}

fn add_bars(bars: &Bars, x: &mut Bounds, y: &mut Bounds) {
    for (from, by) in bars.left.iter().zip(&bars.width) {
        x.add_all(&[*from, from + by]);
    }
    for (from, by) in bars.bottom.iter().zip(&bars.height) {
        y.add_all(&[*from, from + by]);
    }
    let (foot, starts) = if bars.horizontal { (x, &bars.left) } else { (y, &bars.bottom) };
    if let Some(start) = starts.first().filter(|first| starts.iter().all(|start| start == *first)) {
        foot.sticky = [*start; 2];
    }
}

/// Room around a single value.
pub(crate) fn apart(value: f64, scale: Scale) -> (f64, f64) {
    match scale {
        Scale::Log => (value / 10.0, value * 10.0),
        _ if value == 0.0 => (-0.055, 0.055),
        _ => (value - 0.055 * value.abs(), value + 0.055 * value.abs()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_stand_on_the_axis() {
        let bars = Bars {
            left: vec![0.0, 1.0],
            width: vec![0.8, 0.8],
            bottom: vec![0.0, 0.0],
            height: vec![2.0, 4.0],
            ..Bars::default()
        };
        let axes = Axes { artists: vec![Artist::Bars(bars)], ..Axes::default() };
        let (x, y) = of(&axes);
        assert_eq!(y.limits(Scale::Linear), (0.0, 4.2));
        assert!(x.limits(Scale::Linear).0 < 0.0);
    }

    #[test]
    fn a_logarithmic_axis_begins_at_the_least_positive_value() {
        let mut bounds = Bounds::default();
        bounds.add_all(&[-1.0, 0.0, 0.01, 100.0]);
        let (low, high) = bounds.limits(Scale::Log);
        assert!(low > 0.005 && low < 0.01 && high > 100.0 && high < 200.0);
    }
}
