//! Stands in for `unicode_names2` 3, which RustPython asks for the names of characters.
//!
//! What it is not: a list of them, which would be half a megabyte of every first visit. There are those here that follow
//! from a rule, which RustPython's build script must find here; all others come from the program's own [`Source`].
#![no_std]

extern crate alloc;

use alloc::string::String;
use core::{
    fmt,
    sync::atomic::{AtomicPtr, Ordering},
};

/// Where names are that no rule gives.
pub struct Source {
    pub character: fn(&str) -> Option<char>,
    pub name: fn(char) -> Option<String>,
}

static SOURCE: AtomicPtr<Source> = AtomicPtr::new(core::ptr::null_mut());

/// From here on, names are looked up there.
pub fn set_source(source: &'static Source) {
    SOURCE.store(core::ptr::from_ref(source).cast_mut(), Ordering::Release);
}

fn source() -> Option<&'static Source> {
    // SAFETY: the pointer is null, or one that `set_source` has made of a reference that lives for ever and through
    // which nobody writes.
    unsafe { SOURCE.load(Ordering::Acquire).as_ref() }
}

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

/// The name of a character.
pub enum Name {
    ByRule(u32),
    Listed(String),
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let point = match self {
            Name::ByRule(point) => *point,
            Name::Listed(name) => return f.write_str(name),
        };
        if !SYLLABLES.contains(&point) {
            return write!(f, "CJK UNIFIED IDEOGRAPH-{point:X}");
        }
        let place = (point - SYLLABLES.start()) as usize;
        let (lead, vowel, tail) = (place / (21 * 28), place / 28 % 21, place % 28);
        write!(f, "HANGUL SYLLABLE {}{}{}", LEADS[lead], VOWELS[vowel], TAILS[tail])
    }
}

/// The name of a CJK ideograph or a Hangul syllable, or one that the source has.
pub fn name(character: char) -> Option<Name> {
    let point = u32::from(character);
    let by_rule = SYLLABLES.contains(&point) || IDEOGRAPHS.iter().any(|range| range.contains(&point));
    if by_rule { Some(Name::ByRule(point)) } else { (source()?.name)(character).map(Name::Listed) }
}

/// The character of a name, as the source has it.
pub fn character(name: &str) -> Option<char> {
    (source()?.character)(name)
}
