//! Stands in for `unicode_names2` 1, which Python's parser asks for the character of `\N{NAME}`.
//!
//! The names of all characters are half a megabyte of every first visit, and lessons hardly use them: see
//! `../unicode_names2-3` for where they are.
#![no_std]

pub use names::character;
