//! A file as PyTorch wrote it before 1.6: pickles one after the other.
#![no_main]

libfuzzer_sys::fuzz_target!(|file: &[u8]| kindling_fuzz::checkpoint(file));
