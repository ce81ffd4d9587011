//! The examples that `help` and `name?` show print what stands below them.
//!
//! What they are held to is PyTorch: `python crates/python/tests/examples.py` runs the same examples there.

mod common;

use common::Notebook;

#[test]
fn every_example_prints_what_stands_below_it() {
    // Debug builds of the interpreter need more stack than a test's thread has.
    let running = std::thread::Builder::new().stack_size(256 << 20).spawn(|| {
        let mut notebook = Notebook::new();
        let shown = notebook.shown(include_str!("examples.py"));
        assert_eq!(shown, "the examples hold\n", "{}", notebook.host.stderr.borrow());
    });
    running.expect("a thread starts").join().expect("the examples hold");
}
