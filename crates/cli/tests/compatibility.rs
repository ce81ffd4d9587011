//! `www/compatibility.html` says what of PyTorch and numpy is here; not what that does, which the tables of calls hold.
//!
//! Start reading at the only test.

use std::{fs, path::Path, process::Command};

#[test]
fn the_page_of_what_is_here_is_as_its_script_writes_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let script = "crates/python/tests/calls/sweep/compatibility.py";
    let run = Command::new(env!("CARGO_BIN_EXE_kindling")).args(["run", script]).current_dir(&root).output();
    let written = run.expect("the CLI runs");
    assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
    let page = fs::read_to_string(root.join("www/compatibility.html")).expect("the page");
    let is_current = page == String::from_utf8_lossy(&written.stdout);
    assert!(is_current, "out of date: kindling run {script} > www/compatibility.html");
}
