//! Freezes Python: every file below `lib/`, and what `stdlib.txt` lists of Python's own library, as bytecode.
//!
//! The result is `frozen.bin` in `OUT_DIR`, in the form that RustPython's `FrozenLib` reads. The bytecode is
//! stored, not compressed: the page's wasm travels as brotli, which does better on plain bytes.

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
    let mut modules = Modules::new();
    for path in listed_files(&root.join("stdlib.txt")) {
        // Nobody reads the standard library's docstrings here, and they weigh as much as its code.
        freeze(Path::new(rustpython_pylib::LIB_PATH), &path, 2, &mut modules);
    }
    println!("cargo::rerun-if-changed=lib");
    for path in python_files(&root.join("lib")) {
        freeze(&root.join("lib"), &path, 0, &mut modules);
    }
    let library = FrozenLib::encode(modules.iter().map(|(name, module)| (name.as_str(), module_ref(module))));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    fs::write(out.join("frozen.bin"), library.bytes).expect("OUT_DIR can be written");
}

fn module_ref(module: &FrozenModule<Vec<u8>>) -> FrozenModule<&[u8]> {
    FrozenModule { code: FrozenCodeObject { bytes: &module.code.bytes }, package: module.package }
}

/// The files that `list` names, a file or folder a line, as found in Python's library.
fn listed_files(list: &Path) -> Vec<PathBuf> {
    println!("cargo::rerun-if-changed={}", list.display());
    let text = fs::read_to_string(list).expect("stdlib.txt is beside build.rs");
    let names = text.lines().map(|line| line.split('#').next().unwrap_or("").trim());
    let paths =
        names.filter(|name| !name.is_empty()).map(|name| Path::new(rustpython_pylib::LIB_PATH).join(name));
    paths.flat_map(|path| if path.is_dir() { python_files(&path) } else { vec![path] }).collect()
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
