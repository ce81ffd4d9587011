//! The part of Python's library that does not travel with the program and comes when one of its modules is imported.
//!
//! What it is not: the importing, which is Python (`lib/_kindling_library.py`), or the choice of modules
//! (`stdlib.txt`). Natively it lies in the program. In the browser it is a file beside it: the compiled module carries
//! it as a custom section, which the build takes out into that file. Start reading at [`code`].

use std::{borrow::Cow, cell::RefCell};

use crate::cell;
use rustpython_vm::{PyRef, PyResult, VirtualMachine, builtins::PyCode, frozen::FrozenLib};

/// Names, a line each; those of packages end in a slash.
static NAMES: &str = include_str!(concat!(env!("OUT_DIR"), "/library.txt"));

#[cfg(not(target_arch = "wasm32"))]
fn bytes() -> Option<Cow<'static, [u8]>> {
    Some(Cow::Borrowed(include_bytes!(concat!(env!("OUT_DIR"), "/library.bin"))))
}

#[cfg(target_arch = "wasm32")]
fn bytes() -> Option<Cow<'static, [u8]>> {
    crate::host::current()?.host.part("library").map(Cow::Owned)
}

#[cfg(target_arch = "wasm32")]
mod section {
    #![expect(dead_code, reason = "the build reads it out of the module's section")]

    const BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/library.bin"));

    #[unsafe(link_section = "kindling.library")]
    static SECTION: [u8; BYTES.len()] = *include_bytes!(concat!(env!("OUT_DIR"), "/library.bin"));
}

thread_local! {
    /// Kept once it is here: who imports one module imports more.
    static LIBRARY: RefCell<Option<Cow<'static, [u8]>>> = const { RefCell::new(None) };
}

/// Our own Python as it lies in a folder that `KINDLING_LIB` names: who changes it need build nothing to see it run.
#[cfg(not(target_arch = "wasm32"))]
mod folder {
    use std::{env, fs, path::PathBuf};

    /// The module's file, and whether it is a package.
    pub(super) fn find(name: &str) -> Option<(PathBuf, bool)> {
        let path = PathBuf::from(env::var_os("KINDLING_LIB")?).join(name.replace('.', "/"));
        let (package, module) = (path.join("__init__.py"), path.with_extension("py"));
        if package.exists() { Some((package, true)) } else { module.exists().then_some((module, false)) }
    }

    /// The module's file and its text.
    pub(super) fn text(name: &str) -> Option<(String, String)> {
        let (file, _) = find(name)?;
        Some((file.display().to_string(), fs::read_to_string(&file).ok()?))
    }
}

/// Whether the module is a package; `None` if the library has no such module.
pub(crate) fn is_package(name: &str) -> Option<bool> {
    #[cfg(not(target_arch = "wasm32"))]
    if let Some((_, is_package)) = folder::find(name) {
        return Some(is_package);
    }
    NAMES.lines().find_map(|line| match line.strip_suffix('/') {
        Some(package) => (package == name).then_some(true),
        None => (line == name).then_some(false),
    })
}

/// The module's code, which ticks.
///
/// # Errors
/// `ImportError` where the library cannot be fetched, or has no such module.
pub(crate) fn code(name: &str, vm: &VirtualMachine) -> PyResult<PyRef<PyCode>> {
    #[cfg(not(target_arch = "wasm32"))]
    if let Some((file, text)) = folder::text(name) {
        return cell::compile_module(vm, &file, &text);
    }
    let code = LIBRARY.with_borrow_mut(|library| {
        if library.is_none() {
            *library = bytes();
        }
        let (_, module) =
            FrozenLib::from_ref(library.as_deref()?).decode().find(|(module, _)| *module == name)?;
        Some(PyCode::new_ref_from_frozen(vm, module.code))
    });
    let code = code.ok_or_else(|| {
        vm.new_import_error(
            format!(
                "the module '{name}' belongs to the part of Python's library that is fetched when it is imported, and it \
                 could not be fetched: is this computer offline?"
            ),
            vm.ctx.new_str(name),
        )
    })?;
    cell::paced_library(vm, &code)
}

/// Gives back the memory that the library takes; the next import fetches it again.
pub(crate) fn forget() {
    LIBRARY.set(None);
}
