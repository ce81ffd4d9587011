//! Stands in for `unicode_names2` 3, which RustPython asks for the names of characters; see `../unicode_names2-1` for
//! why there are none here but those that follow from a rule.
//!
//! RustPython's build script asks which ranges of characters are named by rule, and must find them here.
#![no_std]

use core::fmt;

const IDEOGRAPHS: [core::ops::RangeInclusive<u32>; 3] = [0x3400..=0x4DBF, 0x4E00..=0x9FFF, 0x20000..=0x3347F];
const SYLLABLES: core::ops::RangeInclusive<u32> = 0xAC00..=0xD7A3;

/// The parts of a syllable's name, from the Unicode Standard, section 3.12.
const LEADS: [&str; 19] =
    ["G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"];
const VOWELS: [&str; 21] = [
    "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU",
    "EU", "YI", "I",
];
const TAILS: [&str; 28] = [
    "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S",
    "SS", "NG", "J", "C", "K", "T", "P", "H",
];

/// The name of a character that is named by rule.
pub struct Name(u32);

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !SYLLABLES.contains(&self.0) {
            return write!(f, "CJK UNIFIED IDEOGRAPH-{:X}", self.0);
        }
        let place = (self.0 - SYLLABLES.start()) as usize;
        let (lead, vowel, tail) = (place / (21 * 28), place / 28 % 21, place % 28);
        write!(f, "HANGUL SYLLABLE {}{}{}", LEADS[lead], VOWELS[vowel], TAILS[tail])
    }
}

/// The name of a CJK ideograph or a Hangul syllable; no other name is known.
pub fn name(character: char) -> Option<Name> {
    let point = u32::from(character);
    let by_rule = SYLLABLES.contains(&point) || IDEOGRAPHS.iter().any(|range| range.contains(&point));
    by_rule.then_some(Name(point))
}

/// The character of a name: none is known.
pub fn character(_name: &str) -> Option<char> {
    None
}
