//! Where ticks stand and what they say, as matplotlib's `AutoLocator` and `ScalarFormatter` decide.

/// Positions with their labels, and the power of ten that all labels leave out.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Ticks {
    pub at: Vec<f64>,
    pub labels: Vec<String>,
    /// Unlabelled positions between, on logarithmic axes.
    pub minor: Vec<f64>,
    /// What stands at the axis' end, as `1e6`; empty for most.
    pub offset: String,
}

/// Step sizes within a decade that read well.
const STEPS: [f64; 5] = [1.0, 2.0, 2.5, 5.0, 10.0];
/// Labels leave out a power of ten beyond these, matplotlib's `axes.formatter.limits`.
const PLAIN_POWERS: std::ops::RangeInclusive<i32> = -4..=5;

/// Ticks for `low..=high` with about `room` intervals at most.
pub(crate) fn linear(low: f64, high: f64, room: u32) -> Ticks {
    let at = positions(low, high, room);
    let power = left_out_power(&at);
    let unit = 10.0_f64.powi(power);
    let shown: Vec<f64> = at.iter().map(|tick| tick / unit).collect();
    let decimals = decimals(&shown);
    let labels = shown.iter().map(|tick| decimal(*tick, decimals)).collect();
    let offset = if power == 0 { String::new() } else { format!("1e{}", minus(&power.to_string())) };
    Ticks { at, labels, minor: Vec::new(), offset }
}

/// Round borders of at most `bands` intervals that cover `low..=high`, for contours.
pub(crate) fn borders(low: f64, high: f64, bands: u32) -> Vec<f64> {
    let at = positions(low, high, bands.saturating_sub(1));
    let (Some(&first), Some(&last), Some(step)) =
        (at.first(), at.last(), at.get(1).map(|second| second - at[0]))
    else {
        return vec![low, high];
    };
    let before = (first > low).then_some(first - step);
    let after = (last < high).then_some(last + step);
    before.into_iter().chain(at).chain(after).collect()
}

/// Ticks that the student set; labels may be too few.
pub(crate) fn given(at: &[f64], labels: Option<&[String]>) -> Ticks {
    let texts = match labels {
        Some(labels) => labels.to_vec(),
        None => {
            let decimals = decimals(at);
            at.iter().map(|tick| decimal(*tick, decimals)).collect()
        }
    };
    Ticks { at: at.to_vec(), labels: texts, minor: Vec::new(), offset: String::new() }
}

/// Ticks at powers of ten; `low` and `high` are positive.
pub(crate) fn logarithmic(low: f64, high: f64, room: u32) -> Ticks {
    #[expect(clippy::cast_possible_truncation, reason = "exponents of doubles are small")]
    let (first, last) = (low.log10().floor() as i32, high.log10().ceil() as i32);
    let span = (last - first).max(1);
    let step =
        (span + i32::try_from(room.max(1)).unwrap_or(i32::MAX) - 1) / i32::try_from(room.max(1)).unwrap_or(1);
    let inside = |tick: &f64| (low..=high).contains(tick);
    let mut ticks = Ticks::default();
    for power in (first..=last).filter(|power| power.rem_euclid(step.max(1)) == 0) {
        let tick = 10.0_f64.powi(power);
        if inside(&tick) {
            ticks.at.push(tick);
            ticks.labels.push(format!("10{}", superscript(power)));
        }
    }
    let decades = first..=last;
    let between = decades.flat_map(|power| (2..10).map(move |digit| f64::from(digit) * 10.0_f64.powi(power)));
    ticks.minor = if span <= 10 { between.filter(inside).collect() } else { Vec::new() };
    // Less than a decade has hardly a power of ten in it: the ticks between speak for themselves.
    if ticks.at.len() < 2 && !ticks.minor.is_empty() {
        let mut at = std::mem::take(&mut ticks.minor);
        at.extend(&ticks.at);
        at.sort_by(f64::total_cmp);
        ticks.labels = at.iter().map(|tick| short(*tick)).collect();
        ticks.at = at;
    }
    ticks
}

/// Ticks at 0 and at powers of ten from about `threshold` on, on those sides that reach so far.
pub(crate) fn symmetric(low: f64, high: f64, threshold: f64, room: u32) -> Ticks {
    // Whatever a figure says, there are few enough powers.
    let threshold = threshold.max(1e-300);
    let largest = low.abs().max(high.abs());
    #[expect(clippy::cast_possible_truncation, reason = "exponents of doubles are small")]
    let (first, last) = (threshold.log10().floor() as i32, largest.log10().floor() as i32);
    let (below, above) = (low < -threshold, high > threshold);
    let sides = i32::from(below) + i32::from(above);
    let room = i32::try_from(room.max(1)).unwrap_or(i32::MAX);
    let step = ((last - first + 1).max(1) * sides.max(1)).div_euclid(room) + 1;
    let powers = (first..=last).filter(|power| (power - first) % step == 0);
    let mut found: Vec<(f64, String)> = vec![(0.0, "0".to_owned())];
    for power in powers {
        let text = format!("10{}", superscript(power));
        found.push((10.0_f64.powi(power), text.clone()));
        found.push((-10.0_f64.powi(power), format!("\u{2212}{text}")));
    }
    found.retain(|(tick, _)| {
        (low..=high).contains(tick) && (*tick == 0.0 || if *tick < 0.0 { below } else { above })
    });
    found.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (at, labels) = found.into_iter().unzip();
    Ticks { at, labels, minor: Vec::new(), offset: String::new() }
}

/// The multiples of a readable step in `low..=high`.
fn positions(low: f64, high: f64, room: u32) -> Vec<f64> {
    let span = high - low;
    if !(span.is_finite() && span > 0.0) {
        return vec![low];
    }
    let room = f64::from(room.max(1));
    let decade = 10.0_f64.powf((span / room).log10().floor());
    let wanted = span / room;
    let steps = STEPS.iter().chain(&[20.0]).map(|step| step * decade);
    let step = steps.into_iter().find(|step| *step >= wanted * (1.0 - 1e-10)).unwrap_or(span);
    // A hair beyond the ends, for limits that are multiples but for rounding.
    let (first, last) = ((low / step - 1e-10).ceil(), (high / step + 1e-10).floor());
    let mut at = Vec::new();
    let mut multiple = first;
    while multiple <= last && at.len() < 100 {
        at.push(multiple * step);
        multiple += 1.0;
    }
    at
}

/// The power of ten that labels leave out: none unless numbers would get long.
fn left_out_power(at: &[f64]) -> i32 {
    let largest = at.iter().map(|tick| tick.abs()).fold(0.0, f64::max);
    if largest == 0.0 || !largest.is_finite() {
        return 0;
    }
    #[expect(clippy::cast_possible_truncation, reason = "exponents of doubles are small")]
    let power = largest.log10().floor() as i32;
    if PLAIN_POWERS.contains(&power) { 0 } else { power }
}

/// The least number of decimals that tells ticks from what they round to, by a thousandth of their range.
fn decimals(at: &[f64]) -> usize {
    let least = at.iter().copied().fold(f64::INFINITY, f64::min);
    let most = at.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let range = if most > least { most - least } else { most.abs() };
    if !(range.is_finite() && range > 0.0) {
        return 0;
    }
    let tolerance = 1e-3 * 10.0_f64.powf(range.log10().floor());
    let rounds = |decimals: &usize| {
        let unit = 10.0_f64.powi(i32::try_from(*decimals).unwrap_or(0));
        at.iter().all(|tick| (tick - (tick * unit).round() / unit).abs() < tolerance)
    };
    (0..15).find(rounds).unwrap_or(15)
}

fn decimal(number: f64, decimals: usize) -> String {
    let text = format!("{number:.decimals$}");
    let is_zero = text.bytes().all(|byte| matches!(byte, b'-' | b'0' | b'.'));
    if is_zero { text.replace('-', "") } else { minus(&text) }
}

/// A number in as few digits as say it to four places, for descriptions and single values.
pub(crate) fn short(number: f64) -> String {
    if number == 0.0 || !number.is_finite() {
        return format!("{number:.0}").replace("-0", "0");
    }
    #[expect(clippy::cast_possible_truncation, reason = "exponents of doubles are small")]
    let power = number.abs().log10().floor() as i32;
    if !(-5..=6).contains(&power) {
        return minus(&format!("{number:.2e}"));
    }
    let text = format!("{number:.*}", usize::try_from(3 - power).unwrap_or(0));
    let trimmed = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    minus(trimmed)
}

/// With a true minus sign in place of the hyphen.
fn minus(text: &str) -> String {
    text.replace('-', "\u{2212}")
}

fn superscript(power: i32) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let raise = |digit: char| digit.to_digit(10).map_or('⁻', |digit| DIGITS[digit as usize]);
    power.to_string().chars().map(raise).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(low: f64, high: f64, room: u32) -> String {
        let ticks = linear(low, high, room);
        ticks.labels.join(" ") + &ticks.offset
    }

    #[test]
    fn labels_are_those_of_matplotlib() {
        assert_eq!(labels(-0.049, 1.029, 9), "0.0 0.2 0.4 0.6 0.8 1.0");
        assert_eq!(labels(-9.5, 199.5, 9), "0 25 50 75 100 125 150 175");
        assert_eq!(labels(-1.05, 1.05, 9), "−1.00 −0.75 −0.50 −0.25 0.00 0.25 0.50 0.75 1.00");
        assert_eq!(labels(0.0, 3e6, 6), "0.0 0.5 1.0 1.5 2.0 2.5 3.01e6");
        assert_eq!(labels(0.0, 2e-6, 4), "0.0 0.5 1.0 1.5 2.01e−6");
        assert_eq!(labels(1.0, 1.0, 9), "1");
        assert_eq!(labels(f64::NAN, 1.0, 9), "NaN");
    }

    #[test]
    fn borders_cover_the_values() {
        assert_eq!(borders(0.1, 0.9, 5), [0.0, 0.2, 0.4, 0.6000000000000001, 0.8, 1.0]);
        assert_eq!(borders(0.0, 1.0, 3), [0.0, 0.5, 1.0]);
        assert_eq!(borders(2.0, 2.0, 3), [2.0, 2.0]);
    }

    #[test]
    fn logarithmic_ticks_are_powers_of_ten() {
        let ticks = logarithmic(0.005, 200.0, 9);
        assert_eq!(ticks.labels, ["10⁻²", "10⁻¹", "10⁰", "10¹", "10²"]);
        assert!(ticks.minor.contains(&0.5) && !ticks.minor.contains(&0.004));
        let wide = logarithmic(1e-30, 1e30, 6);
        assert!(wide.at.len() <= 7 && wide.at.contains(&1.0));
        assert_eq!(logarithmic(2.0, 5.5, 9).labels, ["2", "3", "4", "5"]);
    }

    #[test]
    fn symmetric_ticks_are_powers_of_ten_on_both_sides() {
        let ticks = symmetric(-2000.0, 103.0, 2.0, 20);
        assert_eq!(ticks.labels.join(" "), "−10³ −10² −10¹ −10⁰ 0 10⁰ 10¹ 10²");
        assert_eq!(symmetric(0.0, 0.5, 2.0, 9).at, [0.0]);
        assert!(symmetric(-1e300, 1e300, 1e-3, 6).at.len() <= 9);
    }

    #[test]
    fn short_numbers() {
        assert_eq!(short(0.312_88), "0.3129");
        assert_eq!(short(-2.5), "−2.5");
        assert_eq!(short(100.0), "100");
        assert_eq!(short(1e-9), "1.00e−9");
        assert_eq!(short(0.0), "0");
    }
}
