//! What a cell shows: printed text, echo, and nothing else.

mod common;

use common::Notebook;
use kindling_python::Outcome;

#[test]
fn the_last_expression_is_echoed() {
    let mut notebook = Notebook::new();
    assert_eq!(notebook.shown("x = 1\nx + 1"), "2");
    assert_eq!(notebook.shown("'text'"), "'text'");
    assert_eq!(notebook.shown("1\n2\nprint('three')"), "three\n");
    assert_eq!(notebook.shown("print('before')\n[i for i in range(3)]"), "before\n[0, 1, 2]");
}

#[test]
fn none_semicolons_and_statements_echo_nothing() {
    let mut notebook = Notebook::new();
    for source in ["None", "1;", "1 ;  # a comment", "x = 3", "if True:\n    5", "# nothing", ""] {
        assert_eq!(notebook.shown(source), "", "{source}");
    }
    assert_eq!(notebook.shown("1; 2"), "2");
}
