#![no_main]

libfuzzer_sys::fuzz_target!(|file: &[u8]| kindling_fuzz::notebook("fuzz.py", file));
