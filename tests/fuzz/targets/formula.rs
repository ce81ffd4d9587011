//! A formula of a slide, in a line and on its own.
#![no_main]

libfuzzer_sys::fuzz_target!(|formula: &str| {
    kindling_fuzz::notebook("fuzz.md", format!("Here ${formula}$ and\n\n$$\n{formula}\n$$\n").as_bytes());
});
