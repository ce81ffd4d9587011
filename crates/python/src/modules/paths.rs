//! What functions on files share: what a path names, the file system of now, and Python's errors of it.
//!
//! What it is not: these functions (see [`super::posix`]). Start reading at [`with_files`].

use std::io;

use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine, builtins::PyBaseExceptionRef, function::FsPath};

use crate::{
    files::{FileSystem, errno},
    host,
};

/// What `path` names, as text; bytes and `os.PathLike` are taken too.
pub(crate) fn path_text(path: &PyObjectRef, vm: &VirtualMachine) -> PyResult<String> {
    Ok(FsPath::try_from_path_like(path.clone(), true, vm)?.to_string_lossy().into_owned())
}

/// Calls the current file system; an error becomes an `OSError` that names `path`.
pub(crate) fn with_files<T>(
    path: Option<&PyObjectRef>,
    vm: &VirtualMachine,
    call: impl FnOnce(&dyn FileSystem) -> io::Result<T>,
) -> PyResult<T> {
    let current =
        host::current().ok_or_else(|| vm.new_runtime_error("there are no files here".to_owned()))?;
    call(current.files.as_ref()).map_err(|error| os_error(&error, path, vm))
}

/// The `OSError` subclass that Python raises for an error, with number, text and file name.
pub(crate) fn os_error(
    error: &io::Error,
    path: Option<&PyObjectRef>,
    vm: &VirtualMachine,
) -> PyBaseExceptionRef {
    let exceptions = &vm.ctx.exceptions;
    let number = error.raw_os_error().unwrap_or(5);
    let class = match number {
        1 | 13 => exceptions.permission_error,
        errno::ENOENT => exceptions.file_not_found_error,
        errno::EEXIST => exceptions.file_exists_error,
        errno::ENOTDIR => exceptions.not_a_directory_error,
        errno::EISDIR => exceptions.is_a_directory_error,
        _ => exceptions.os_error,
    };
    let mut arguments = vec![vm.ctx.new_int(number).into(), vm.ctx.new_str(errno::text(number)).into()];
    arguments.extend(path.cloned());
    vm.invoke_exception(class, arguments).unwrap_or_else(|raised| raised)
}
