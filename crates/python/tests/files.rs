//! Python's own file library over the files in memory, and the same files from outside.

mod common;

use common::Notebook;
use kindling_python::File;

#[test]
fn files_are_written_read_and_listed() {
    let mut notebook = Notebook::new();
    let before = notebook.files.changes();
    notebook.shown(
        "from pathlib import Path\nimport os, shutil\n\
         models = Path('models')\nmodels.mkdir(parents=True, exist_ok=True)\n\
         with open(models / 'a.pth', 'wb') as file:\n    file.write(b'abc' * 100000)",
    );
    assert!(notebook.files.changes() > before);
    assert_eq!(
        notebook.shown("(models / 'a.pth').stat().st_size, os.listdir('models')"),
        "(300000, ['a.pth'])"
    );
    assert_eq!(notebook.shown("open('models/a.pth', 'rb').read() == b'abc' * 100000"), "True");
    let files = notebook.files.all();
    assert_eq!(files.iter().map(|file| file.path.as_str()).collect::<Vec<_>>(), ["models/a.pth"]);
    assert_eq!(files[0].bytes.len(), 300_000);
    assert_eq!(notebook.shown("shutil.rmtree('models'); models.exists()"), "False");
    assert!(notebook.files.all().is_empty());
}

#[test]
fn files_put_from_outside_are_there() {
    let mut notebook = Notebook::new();
    let file = File { path: "data/points.csv".to_owned(), bytes: b"x,y\n1,2\n".to_vec(), modified: 5000.0 };
    notebook.files.put(file).expect("nothing is in the way");
    assert_eq!(
        notebook.shown("import csv\nlist(csv.DictReader(open('data/points.csv')))"),
        "[{'x': '1', 'y': '2'}]"
    );
    assert_eq!(notebook.shown("import os\nos.path.getmtime('data/points.csv')"), "5.0");
    notebook.files.delete("data/points.csv").expect("it is a file");
    notebook.files.delete("data/points.csv").expect("a missing one is no error");
    assert_eq!(notebook.shown("os.path.exists('data/points.csv'), os.path.isdir('data')"), "(False, True)");
}

#[test]
fn modules_among_the_files_are_imported() {
    let mut notebook = Notebook::new();
    let put = |path: &str, text: &str| {
        let file = File { path: path.to_owned(), bytes: text.into(), modified: 0.0 };
        notebook.files.put(file).expect("nothing is in the way");
    };
    put("helper.py", "import math\n\ndef half(x):\n    return x / 2\n\ndef fails():\n    return half('a')\n");
    put("nets/__init__.py", "from .small import Net\n");
    put("nets/small.py", "class Net:\n    size = 3\n");
    put("loose/part.py", "value = __name__\n");
    put("wrong.py", "def f(:\n    pass\n");
    assert_eq!(notebook.shown("import helper\nhelper.half(3), helper.__file__"), "(1.5, 'helper.py')");
    assert_eq!(notebook.shown("from nets import Net, small\nNet.size, small.__package__"), "(3, 'nets')");
    assert_eq!(notebook.shown("from loose import part\npart.value"), "'loose.part'");
    assert_eq!(notebook.shown("import importlib\nimportlib.reload(helper) is helper"), "True");
    let error = notebook.error("helper.fails()");
    assert!(error.traceback.contains("File \"helper.py\", line 7, in fails"), "{}", error.traceback);
    assert_eq!(notebook.error("import wrong").name, "SyntaxError");
    assert_eq!(notebook.error("import missing").value, "No module named 'missing'");
}

#[test]
fn text_files_append_seek_and_go_line_by_line() {
    let mut notebook = Notebook::new();
    let source = "with open('log.txt', 'w') as file:\n    print('one', file=file)\n\
                  with open('log.txt', 'a') as file:\n    file.write('zwei ü\\n')\n\
                  with open('log.txt', 'r+') as file:\n    file.seek(0, 2)\n    file.write('three')\n\
                  [line.strip() for line in open('log.txt')]";
    assert_eq!(notebook.shown(source), "['one', 'zwei ü', 'three']");
    assert_eq!(
        notebook.shown("file = open('log.txt', 'rb'); file.seek(4); file.read(4), file.tell()"),
        "(b'zwei', 8)"
    );
    assert_eq!(notebook.shown("import os; os.rename('log.txt', 'old.txt'); os.listdir()"), "['old.txt']");
}

#[test]
fn other_encodings_are_found() {
    let mut notebook = Notebook::new();
    notebook.shown("open('excel.csv', 'w', encoding='utf-8-sig').write('ä');");
    assert_eq!(notebook.shown("open('excel.csv', 'rb').read()[:3]"), "b'\\xef\\xbb\\xbf'");
    assert_eq!(
        notebook.shown("open('excel.csv', encoding='utf-8-sig').read(), b'\\x80'.decode('cp1252')"),
        "('ä', '€')"
    );
    assert_eq!(notebook.error("'a'.encode('nope')").value, "unknown encoding: nope");
}

#[test]
fn errors_are_pythons() {
    let mut notebook = Notebook::new();
    notebook.shown("import os\nos.mkdir('folder')\nopen('file', 'w').close()");
    for (source, expected) in [
        ("open('nope.pth')", "FileNotFoundError: [Errno 2] No such file or directory: 'nope.pth'"),
        ("open('folder')", "IsADirectoryError: [Errno 21] Is a directory: 'folder'"),
        ("os.mkdir('folder')", "FileExistsError: [Errno 17] File exists: 'folder'"),
        ("open('file', 'x')", "FileExistsError: [Errno 17] File exists: 'file'"),
        ("os.listdir('file')", "NotADirectoryError: [Errno 20] Not a directory: 'file'"),
        ("open('file/below')", "NotADirectoryError: [Errno 20] Not a directory: 'file/below'"),
        ("open('no/folder', 'w')", "FileNotFoundError: [Errno 2] No such file or directory: 'no/folder'"),
        ("open('file', 'rw')", "ValueError: must have exactly one of create/read/write/append mode"),
    ] {
        let error = notebook.error(source);
        assert!(error.traceback.ends_with(expected), "{source}: {error:#?}");
    }
    let error = notebook.error("open('file').write('x')");
    assert!(error.traceback.ends_with("UnsupportedOperation: not writable"), "{error:#?}");
}

#[test]
fn archives_and_temporary_folders_work() {
    let mut notebook = Notebook::new();
    let source = "import io, os, tempfile, zipfile\n\
                  with zipfile.ZipFile('a.zip', 'w') as archive:\n    archive.writestr('in/a.txt', 'hello')\n\
                  with tempfile.TemporaryDirectory() as folder:\n    \
                      zipfile.ZipFile('a.zip').extractall(folder)\n    \
                      text = open(os.path.join(folder, 'in', 'a.txt')).read()\n\
                  text, os.path.exists(folder)";
    assert_eq!(notebook.shown(source), "('hello', False)");
}
