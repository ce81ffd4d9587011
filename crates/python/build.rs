//! Freezes Python: every file below `lib/`, and what `stdlib.txt` lists of Python's own library, as bytecode.
//!
//! The results in `OUT_DIR` are `frozen.bin`, which travels with the program, and `library.bin`, which comes when one of
//! its modules (named in `library.txt`) is imported. The browser's kernel holds the packages that lessons start with
//! imported already: there they belong to the latter, should they be imported anew; and they know no lines but functions'
//! first, as lines would be a tenth of that memory. Both files have the form that RustPython's `FrozenLib` reads, with
//! plain bytecode: on its way to the page it is compressed as Brotli.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
};

use rustpython_compiler::{CompileOpts, Mode, compile};
use rustpython_compiler_core::{
    bytecode::{CodeObject, ConstantData},
    frozen::{FrozenCodeObject, FrozenLib, FrozenModule},
    marshal,
};

type Modules = BTreeMap<String, Module>;

struct Module {
    code: CodeObject,
    package: bool,
}

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let (mut frozen, mut apart, mut library) = (Modules::new(), Modules::new(), Modules::new());
    let standard = Path::new(rustpython_pylib::LIB_PATH);
    for (name, file) in CORE {
        let mut code = compiled(&standard.join(file), name, WITHOUT_DOCS);
        forget_lines(&mut code);
        frozen.insert(name.to_owned(), Module { code, package: false });
    }
    for name in EMPTY {
        let code = compile("", Mode::Exec, name, CompileOpts::default()).expect("an empty module");
        frozen.insert(name.to_owned(), Module { code, package: false });
    }
    println!("cargo::rerun-if-changed=stdlib.txt");
    let list = fs::read_to_string(root.join("stdlib.txt")).expect("stdlib.txt is beside build.rs");
    for name in list.lines().map(|line| line.split('#').next().unwrap_or("").trim()) {
        for path in library_files(name) {
            freeze(standard, &path, WITHOUT_DOCS, &mut library);
        }
    }
    println!("cargo::rerun-if-changed=lib");
    let lib = root.join("lib");
    for path in python_files(&lib) {
        let is_carried = CARRIED.iter().any(|name| path.starts_with(lib.join(name)));
        freeze(&lib, &path, 0, if is_carried { &mut frozen } else { &mut apart });
    }
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|architecture| architecture == "wasm32") {
        apart.values_mut().for_each(|module| forget_lines(&mut module.code));
    }
    library.append(&mut apart);
    write("frozen.bin", &encoded(&frozen));
    write("library.bin", &encoded(&library));
    write("library.txt", names(&library).as_bytes());
    write("names.bin", character_names().as_bytes());
}

/// The names of all characters that no rule names, a line each: number, space, name.
fn character_names() -> String {
    let is_by_rule =
        |name: &str| name.starts_with("CJK UNIFIED IDEOGRAPH-") || name.starts_with("HANGUL SYLLABLE ");
    let named = ('\0'..=char::MAX)
        .filter_map(|character| Some((character, unicode_names2::name(character)?.to_string())));
    let listed = named.filter(|(_, name)| !is_by_rule(name));
    listed.map(|(character, name)| format!("{:X} {name}\n", u32::from(character))).collect()
}

/// Nobody reads the standard library's docstrings here, and they weigh as much as its code.
const WITHOUT_DOCS: u8 = 2;
/// What RustPython itself starts with, and where it lies in the standard library. It carries these modules too, but
/// with docstrings and lines, which the browser's kernel would hold; `patches/lz4_flex` leaves them out of it.
const CORE: [(&str, &str); 8] = [
    ("_frozen_importlib", "importlib/_bootstrap.py"),
    ("_frozen_importlib_external", "importlib/_bootstrap_external.py"),
    ("_thread", "_dummy_thread.py"),
    ("codecs", "codecs.py"),
    ("copyreg", "copyreg.py"),
    ("encodings_ascii", "encodings/ascii.py"),
    ("encodings_latin_1", "encodings/latin_1.py"),
    ("encodings_utf_8", "encodings/utf_8.py"),
];
/// What RustPython carries besides, for CPython's own tests.
const EMPTY: [&str; 11] = [
    "__hello__",
    "__hello_alias__",
    "__hello_only__",
    "__phello__",
    "__phello__.__init__",
    "__phello__.ham",
    "__phello__.ham.__init__",
    "__phello__.ham.eggs",
    "__phello__.spam",
    "__phello_alias__",
    "__phello_alias__.spam",
];
/// What of `lib` the browser's kernel carries; its loops do not tick. All else is imported when the kernel is built, or only
/// when somebody asks for it: that the kernel need not carry, and its loops tick, as what is imported so is given ticks.
const CARRIED: [&str; 14] = [
    "_contextvars.py",
    "_kindling_codecs.py",
    "_kindling_completion.py",
    "_kindling_files.py",
    "_kindling_layout.py",
    "_kindling_library.py",
    "_kindling_looking.py",
    "_kindling_modules.py",
    "_kindling_pretty.py",
    "_kindling_problems.py",
    "_kindling_scan.py",
    "_kindling_shell.py",
    "_kindling_signature.py",
    "_kindling_variables.py",
];

fn encoded(modules: &Modules) -> Vec<u8> {
    let coded: Vec<_> =
        modules.iter().map(|(name, module)| (name.as_str(), packed(&module.code), module.package)).collect();
    let modules = coded.iter().map(|(name, bytes, package)| {
        (*name, FrozenModule { code: FrozenCodeObject { bytes: bytes.as_slice() }, package: *package })
    });
    FrozenLib::encode(modules).bytes
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

/// Bytecode as `patches/lz4_flex` unpacks it.
fn packed(code: &CodeObject) -> Vec<u8> {
    let mut bytes = Vec::new();
    marshal::serialize_code(&mut bytes, code);
    let size = u32::try_from(bytes.len()).expect("a module is small");
    [&size.to_le_bytes(), bytes.as_slice()].concat()
}

/// Leaves functions no line but their first.
fn forget_lines(code: &mut CodeObject) {
    code.linetable = Box::default();
    for constant in code.constants.iter_mut() {
        if let ConstantData::Code { code } = constant {
            forget_lines(code);
        }
    }
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
    let code = compiled(path, relative.to_str().expect("ASCII names"), optimize);
    modules.insert(parts.join("."), Module { code, package });
}

fn compiled(path: &Path, shown_path: &str, optimize: u8) -> CodeObject {
    let source = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    // Columns would only place carets below source lines, and these sources do not travel along.
    let options = CompileOpts { optimize, debug_ranges: false, ..CompileOpts::default() };
    compile(&source, Mode::Exec, shown_path, options)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
