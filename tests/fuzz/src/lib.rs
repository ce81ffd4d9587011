//! What the targets do with a file that a student brings: read it, and write it again.
//!
//! What it is not: the fuzzer, which is libFuzzer. Start reading at [`checkpoint`] and [`notebook`].

use kindling_core::checkpoint::Checkpoint;
use kindling_notebook::{Format, export, open};

/// A checkpoint that can be read can be written, and what was written reads as the same, but for what nothing in the
/// file refers to: that is gone at the second reading.
pub fn checkpoint(file: &[u8]) {
    let Ok(read) = Checkpoint::read(file) else { return };
    let Ok(written) = read.write("fuzz") else { return };
    let again = reread(&written);
    let rewritten = again.write("fuzz").expect("what was read can be written");
    assert_eq!(reread(&rewritten).write("fuzz").ok(), Some(rewritten));
}

fn reread(written: &[u8]) -> Checkpoint {
    Checkpoint::read(written).expect("what was written can be read")
}

/// What opens as a notebook is written in each format, and what was written opens.
pub fn notebook(name: &str, text: &[u8]) {
    let Ok(text) = std::str::from_utf8(text) else { return };
    let Ok(notebook) = open(name, text) else { return };
    for (format, name) in [(Format::Ipynb, "a.ipynb"), (Format::Py, "a.py"), (Format::Md, "a.md")] {
        let again = open(name, &export(&notebook, format)).expect("what was written can be read");
        if format == Format::Ipynb {
            let sources = |notebook: &kindling_notebook::Notebook| {
                notebook.cells.iter().map(|cell| cell.source.clone()).collect::<Vec<_>>()
            };
            assert_eq!(sources(&again), sources(&notebook));
        }
    }
}
