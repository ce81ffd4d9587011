//! Python's own library as far as lessons need it.

mod common;

use common::Notebook;

#[test]
fn what_lessons_import_is_there() {
    let mut notebook = Notebook::new();
    for module in "math random time collections itertools functools operator pathlib os sys io copy json re typing \
        dataclasses enum string types contextlib abc datetime statistics textwrap warnings timeit pprint pickle \
        struct tempfile shutil zipfile csv inspect traceback glob base64 heapq bisect decimal fractions calendar"
        .split_whitespace()
    {
        let before = std::time::Instant::now();
        notebook.shown(&format!("import {module}"));
        println!("{module} {:?}", before.elapsed());
    }
}
