//! How wide a text will be, without a font: surfaces have different ones, and layout must come first.

/// The width of one line in a sans-serif face, in the unit of `size`. Errs to the wide side, by the widths of
/// DejaVu Sans, the widest of the usual faces.
pub(crate) fn width(line: &str, size: f64) -> f64 {
    line.chars().map(advance).sum::<f64>() * size
}

/// The widest line and the number of lines.
pub(crate) fn extent(text: &str, size: f64) -> (f64, f64) {
    let widest = text.lines().map(|line| width(line, size)).fold(0.0, f64::max);
    let lines = text.lines().count().max(1);
    #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
    let height = lines as f64 * size * LINE_HEIGHT;
    (widest, height)
}

/// From one line's top to the next one's, in sizes.
pub(crate) const LINE_HEIGHT: f64 = 1.25;

fn advance(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | '\'' | '|' | '.' | ',' | ':' | ';' | ' ' | 'I' | '!' => 0.32,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' => 0.41,
        '⁰'..='⁹' | '¹' | '²' | '³' | '⁻' => 0.42,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.95,
        '\u{2212}' | '+' | '=' | '<' | '>' => 0.84,
        'A'..='Z' => 0.72,
        'a'..='z' | '0'..='9' => 0.62,
        wide if u32::from(wide) >= 0x2e80 => 1.0,
        _ => 0.65,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longer_texts_are_wider_and_lines_are_counted() {
        assert!(width("0.25", 10.0) < width("0.250", 10.0));
        let (wide, high) = extent("two\nlines of text", 10.0);
        assert_eq!(wide.to_bits(), width("lines of text", 10.0).to_bits());
        assert_eq!(high.to_bits(), 25.0_f64.to_bits());
    }
}
