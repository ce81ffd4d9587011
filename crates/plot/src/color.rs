//! Colours as they travel: `#rrggbb` or `#rrggbbaa`. Names are matplotlib's affair, resolved in Python.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// An sRGB colour. `alpha` is 255 where it is opaque.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Color {
    pub red: u8,
    pub green: u8,
    pub blue: u8,
    pub alpha: u8,
}

impl Color {
    pub const BLACK: Self = Self::rgb(0, 0, 0);
    /// The first of matplotlib's colour cycle.
    pub const BLUE: Self = Self::rgb(0x1f, 0x77, 0xb4);

    pub const fn rgb(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue, alpha: 255 }
    }

    /// Reads `#rrggbb` or `#rrggbbaa`.
    pub fn from_hex(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.is_ascii())?;
        let byte = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        let alpha = match digits.len() {
            6 => 255,
            8 => byte(6)?,
            _ => return None,
        };
        Some(Self { red: byte(0)?, green: byte(2)?, blue: byte(4)?, alpha })
    }

    /// The colour `share` of the way from `self` to `other`, for `share` in 0..=1.
    pub(crate) fn mix(self, other: Self, share: f64) -> Self {
        // The weighted mean of two bytes is a byte.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "stays in 0..=255")]
        let mean = |from: u8, to: u8| (f64::from(from) * (1.0 - share) + f64::from(to) * share).round() as u8;
        Self {
            red: mean(self.red, other.red),
            green: mean(self.green, other.green),
            blue: mean(self.blue, other.blue),
            alpha: mean(self.alpha, other.alpha),
        }
    }

    /// The colour at `share` of the way along `stops`, which are equally far apart; ends are kept beyond 0..=1.
    pub(crate) fn along(stops: &[Self], share: f64) -> Option<Self> {
        let last = stops.len().checked_sub(1)?;
        #[expect(clippy::cast_precision_loss, reason = "a few hundred stops at most")]
        let place = share.clamp(0.0, 1.0) * last as f64;
        // A NaN becomes 0: callers leave such values out before.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "in 0..=last")]
        let below = (place.floor() as usize).min(last);
        let above = (below + 1).min(last);
        Some(stops[below].mix(stops[above], place.fract()))
    }

    /// Perceived lightness from 0 (black) to 1 (white), by the weights of Rec. 709.
    pub(crate) fn lightness(self) -> f64 {
        (0.2126 * f64::from(self.red) + 0.7152 * f64::from(self.green) + 0.0722 * f64::from(self.blue))
            / 255.0
    }

    /// How far the channels are apart, from 0 (grey) to 1.
    pub(crate) fn chroma(self) -> f64 {
        let most = self.red.max(self.green).max(self.blue);
        let least = self.red.min(self.green).min(self.blue);
        f64::from(most - least) / 255.0
    }

    pub(crate) fn opacity(self) -> f64 {
        f64::from(self.alpha) / 255.0
    }
}

impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)?;
        if self.alpha < 255 {
            write!(f, "{:02x}", self.alpha)?;
        }
        Ok(())
    }
}

impl Serialize for Color {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Color {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::from_hex(&text).ok_or_else(|| de::Error::custom(format!("{text:?} is not a colour as #rrggbb")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_there_and_back() {
        for text in ["#d000d0", "#00000080", "#ffffff"] {
            assert_eq!(Color::from_hex(text).map(|color| color.to_string()).as_deref(), Some(text));
        }
        for text in ["", "d000d0", "#fff", "#gg0000", "#äöü", "#1234567"] {
            assert_eq!(Color::from_hex(text), None, "{text}");
        }
    }

    #[test]
    fn mixing_ends_at_its_ends() {
        let white = Color::rgb(255, 255, 255);
        assert_eq!(Color::BLACK.mix(white, 0.0), Color::BLACK);
        assert_eq!(Color::BLACK.mix(white, 1.0), white);
        assert_eq!(Color::BLACK.mix(white, 0.5), Color::rgb(128, 128, 128));
        let stops = [Color::BLACK, Color::BLUE, white];
        assert_eq!(Color::along(&stops, 0.5), Some(Color::BLUE));
        assert_eq!(Color::along(&stops, 7.0), Some(white));
        assert_eq!(Color::along(&[], 0.5), None);
    }
}
