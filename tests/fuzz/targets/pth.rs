//! The pickle of an archive, in an archive around it whose sums are right; and the same bytes as an archive.
#![no_main]

use std::io::{Cursor, Write};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

libfuzzer_sys::fuzz_target!(|pickle: &[u8]| {
    kindling_fuzz::checkpoint(pickle);
    kindling_fuzz::checkpoint(&archive(pickle));
});

/// An archive with this pickle and one storage of 64 bytes.
fn archive(pickle: &[u8]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in
        [("fuzz/data.pkl", pickle), ("fuzz/byteorder", b"little"), ("fuzz/data/0", &[0; 64])]
    {
        writer.start_file(name, stored).expect("memory takes what is written");
        writer.write_all(content).expect("memory takes what is written");
    }
    writer.finish().expect("memory takes what is written").into_inner()
}
