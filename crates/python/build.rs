//! Freezes Python: every file below `lib/`, and what `stdlib.txt` lists of Python's own library, as bytecode.
//!
//! The results in `OUT_DIR` are `frozen.bin`, which travels with the program, and `library.bin`, which comes when one of
//! its modules (named in `library.txt`) is imported. Both have the form that RustPython's `FrozenLib` reads. The
//! bytecode is stored, not compressed: on its way to the page it is compressed as Brotli, which does better on plain
//! bytes.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
};

use rustpython_compiler::{CompileOpts, Mode, compile};
use rustpython_compiler_core::{
    frozen::{FrozenCodeObject, FrozenLib, FrozenModule},
    marshal,
};

type Modules = BTreeMap<String, FrozenModule<Vec<u8>>>;

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let (mut frozen, mut library) = (Modules::new(), Modules::new());
    println!("cargo::rerun-if-changed=stdlib.txt");
    let list = fs::read_to_string(root.join("stdlib.txt")).expect("stdlib.txt is beside build.rs");
    for line in list.lines().map(|line| line.split('#').next().unwrap_or("").trim()) {
        let (name, modules) = match line.strip_suffix(ON_DEMAND) {
            Some(name) => (name.trim(), &mut library),
            None => (line, &mut frozen),
        };
        // Nobody reads the standard library's docstrings here, and they weigh as much as its code.
        for path in library_files(name) {
            freeze(Path::new(rustpython_pylib::LIB_PATH), &path, 2, modules);
        }
    }
    println!("cargo::rerun-if-changed=lib");
    for path in python_files(&root.join("lib")) {
        freeze(&root.join("lib"), &path, 0, &mut frozen);
    }
    write("frozen.bin", &encoded(&frozen));
    write("library.bin", &encoded(&library));
    write("library.txt", names(&library).as_bytes());
}

/// What follows the name of a module that comes when it is imported.
const ON_DEMAND: &str = "on demand";

fn encoded(modules: &Modules) -> Vec<u8> {
    FrozenLib::encode(modules.iter().map(|(name, module)| (name.as_str(), module_ref(module)))).bytes
}

/// The modules' names, a line each; those of packages end in a slash.
fn names(modules: &Modules) -> String {
    modules
        .iter()
        .map(|(name, module)| format!("{name}{}\n", if module.package { "/" } else { "" }))
        .collect()
}

fn write(name: &str, bytes: &[u8]) {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    fs::write(out.join(name), bytes).expect("OUT_DIR can be written");
}

fn module_ref(module: &FrozenModule<Vec<u8>>) -> FrozenModule<&[u8]> {
    FrozenModule { code: FrozenCodeObject { bytes: &module.code.bytes }, package: module.package }
}

/// The file or the folder's files of that name in Python's library; none for an empty name.
fn library_files(name: &str) -> Vec<PathBuf> {
    let path = Path::new(rustpython_pylib::LIB_PATH).join(name);
    match name {
        "" => Vec::new(),
        _ if path.is_dir() => python_files(&path),
        _ => vec![path],
    }
}

fn python_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files = Vec::new();
    for path in entries.map(|entry| entry.expect("a readable folder").path()) {
        if path.is_dir() {
            files.extend(python_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "py") {
            files.push(path);
        }
    }
    files
}

/// Compiles the file at `path`, a module below `root`, under the name that Python imports it by.
fn freeze(root: &Path, path: &Path, optimize: u8, modules: &mut Modules) {
    let relative = path.strip_prefix(root).expect("below its root");
    let mut parts: Vec<&str> = relative.iter().map(|part| part.to_str().expect("ASCII names")).collect();
    let file_name = parts.pop().expect("a file").trim_end_matches(".py");
    let package = file_name == "__init__";
    if !package {
        parts.push(file_name);
    }
    let source = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    // Columns would only place carets below source lines, and these sources do not travel along.
    let options = CompileOpts { optimize, debug_ranges: false, ..CompileOpts::default() };
    let shown_path = relative.to_str().expect("ASCII names");
    let code = compile(&source, Mode::Exec, shown_path, options)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut bytes = Vec::new();
    marshal::serialize_code(&mut bytes, &code);
    let code = FrozenCodeObject { bytes: lz4_stored(&bytes) };
    modules.insert(parts.join("."), FrozenModule { code, package });
}

/// An LZ4 block with its size in front, made of one run of literals: what RustPython expects, uncompressed.
fn lz4_stored(bytes: &[u8]) -> Vec<u8> {
    let size = u32::try_from(bytes.len()).expect("a module is small");
    let mut block = size.to_le_bytes().to_vec();
    match bytes.len().checked_sub(15) {
        None => block.push((bytes.len() as u8) << 4),
        Some(more) => {
            block.push(0xf0);
            block.extend(std::iter::repeat_n(0xff, more / 255));
            block.push((more % 255) as u8);
        }
    }
    block.extend_from_slice(bytes);
    block
}
