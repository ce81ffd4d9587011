//! Native modules of ours, beside those that RustPython brings. Start reading at [`definitions`].
//!
//! Most are here because RustPython's own need an operating system, or come only with its whole library.

mod binascii;
mod clock;
mod errno;
mod hashes;
mod image;
mod kindling;
mod math;
mod paths;
mod posix;
mod random;
mod scandir;
mod structs;
mod unicodedata;
mod zlib;

use rustpython_vm::{Context, PyResult, VirtualMachine, builtins::PyModuleDef};

/// Every native module of ours; where RustPython has one of the same name, ours takes its place.
pub(crate) fn definitions(context: &Context) -> Vec<&'static PyModuleDef> {
    vec![
        binascii::binascii::module_def(context),
        clock::_kindling_clock::module_def(context),
        errno::decl::module_def(context),
        hashes::_hashes::module_def(context),
        image::_kindling_image::module_def(context),
        kindling::_kindling::module_def(context),
        math::decl::module_def(context),
        posix::decl::module_def(context),
        random::_random::module_def(context),
        structs::_struct::module_def(context),
        unicodedata::unicodedata::module_def(context),
        zlib::zlib::module_def(context),
        crate::scalars::_scalars::module_def(context),
        crate::stdio::_kindling_stdio::module_def(context),
        crate::torch::_torch::module_def(context),
    ]
}

/// Puts what only we can do into modules that RustPython brings: files into `io`, the host's clock into `time`.
pub(crate) fn complete(vm: &VirtualMachine) -> PyResult<()> {
    let time = vm.import("time", 0)?;
    for (name, kept) in clock::ASKED {
        time.set_attr(kept, time.get_attr(name, vm)?, vm)?;
    }
    for (to, from, names) in [
        ("_io", "_kindling_files", &["open", "FileIO"][..]),
        ("builtins", "_kindling_files", &["open"]),
        ("time", "_kindling_clock", clock::NAMES),
    ] {
        let (to, from) = (vm.import(to, 0)?, vm.import(from, 0)?);
        for name in names {
            to.set_attr(*name, from.get_attr(*name, vm)?, vm)?;
        }
    }
    Ok(())
}
