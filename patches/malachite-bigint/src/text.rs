//! To and from text, in any base.
//!
//! What it is not: Python's underscores and prefixes, which RustPython reads. Start reading at [`BigInt::parse_bytes`].

use std::{
    fmt::{self, Binary, Debug, Display, Formatter, LowerHex, Octal, UpperHex},
    str::FromStr,
};

use num_bigint::{BigInt as Wide, ParseBigIntError};
use num_traits::Num;

use crate::{BigInt, Form};

impl BigInt {
    /// Reads digits of `radix`, from 2 to 36, after a sign; nothing if there is another character.
    pub fn parse_bytes(text: &[u8], radix: u32) -> Option<Self> {
        Wide::parse_bytes(text, radix).map(Self::from)
    }

    /// The digits in `radix`, from 2 to 36, in lower case, after a minus of a negative one.
    pub fn to_str_radix(&self, radix: u32) -> String {
        match (&self.0, radix) {
            (Form::Small(value), 10) => value.to_string(),
            _ => self.wide().to_str_radix(radix),
        }
    }

    pub(crate) fn of_text(text: &str, radix: u32) -> Result<Self, ParseBigIntError> {
        Wide::from_str_radix(text, radix).map(Self::from)
    }
}

impl FromStr for BigInt {
    type Err = ParseBigIntError;

    fn from_str(text: &str) -> Result<Self, ParseBigIntError> {
        Self::of_text(text, 10)
    }
}

macro_rules! written {
    ($($form:ident),*) => {$(
        impl $form for BigInt {
            fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
                $form::fmt(self.wide().as_ref(), f)
            }
        }
    )*};
}

// Of a negative integer these write a minus and the absolute value's digits, where Rust's own write two's complement.
written!(Binary, Octal, LowerHex, UpperHex);

impl Display for BigInt {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Form::Small(value) => Display::fmt(value, f),
            Form::Large(wide) => Display::fmt(wide, f),
        }
    }
}

impl Debug for BigInt {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(self, f)
    }
}
