//! `posix.scandir`, with which Python walks folders: what is in one, entry by entry.
//!
//! What it is not: the rest of `posix` (see [`super::posix`]), of which this is a part.

#[rustpython_vm::pymodule(sub)]
pub(crate) mod decl {
    use std::cell::Cell;

    use rustpython_vm::{
        AsObject, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
        builtins::PyStrRef,
        function::{FuncArgs, OptionalArg},
        protocol::PyIterReturn,
        pyclass,
        types::{IterNext, Iterable, Representable, SelfIter},
    };

    use crate::{
        files::Metadata,
        modules::{
            paths::{path_text, with_files},
            posix::decl::stat_result,
        },
    };

    #[pyfunction]
    fn scandir(path: OptionalArg<Option<PyObjectRef>>, vm: &VirtualMachine) -> PyResult<ScandirIterator> {
        let path = path.flatten().unwrap_or_else(|| vm.ctx.new_str(".").into());
        let directory = path_text(&path, vm)?;
        let names = with_files(Some(&path), vm, |files| files.list(&directory))?;
        let joined = |name: &str| match directory.as_str() {
            ends if ends.ends_with('/') => format!("{ends}{name}"),
            other => format!("{other}/{name}"),
        };
        let entries = names.into_iter().map(|name| DirEntry { path: joined(&name), name }.into_ref(&vm.ctx));
        Ok(ScandirIterator { entries: entries.collect(), next: Cell::new(0) })
    }

    #[pyattr]
    #[pyclass(module = "posix", name = "ScandirIterator")]
    #[derive(Debug, PyPayload)]
    struct ScandirIterator {
        entries: Vec<PyRef<DirEntry>>,
        next: Cell<usize>,
    }

    #[pyclass(with(IterNext, Iterable))]
    impl ScandirIterator {
        #[pymethod]
        fn close(zelf: &Py<Self>) {
            zelf.next.set(zelf.entries.len());
        }

        #[pymethod]
        fn __enter__(zelf: PyRef<Self>) -> PyRef<Self> {
            zelf
        }

        #[pymethod]
        fn __exit__(zelf: &Py<Self>, _raised: FuncArgs) {
            Self::close(zelf);
        }
    }

    impl SelfIter for ScandirIterator {}

    impl IterNext for ScandirIterator {
        fn next(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<PyIterReturn> {
            let at = zelf.next.get();
            Ok(match zelf.entries.get(at) {
                Some(entry) => {
                    zelf.next.set(at + 1);
                    PyIterReturn::Return(entry.clone().into())
                }
                None => PyIterReturn::StopIteration(None),
            })
        }
    }

    #[pyattr]
    #[pyclass(module = "posix", name = "DirEntry")]
    #[derive(Debug, PyPayload)]
    struct DirEntry {
        name: String,
        path: String,
    }

    #[pyclass(with(Representable))]
    impl DirEntry {
        #[pygetset]
        fn name(zelf: &Py<Self>) -> String {
            zelf.name.clone()
        }

        #[pygetset]
        fn path(zelf: &Py<Self>) -> String {
            zelf.path.clone()
        }

        #[pymethod]
        fn __fspath__(zelf: &Py<Self>) -> String {
            zelf.path.clone()
        }

        #[pymethod]
        fn is_dir(zelf: &Py<Self>, _args: FuncArgs, vm: &VirtualMachine) -> bool {
            zelf.metadata(vm).is_ok_and(|metadata| metadata.directory)
        }

        #[pymethod]
        fn is_file(zelf: &Py<Self>, _args: FuncArgs, vm: &VirtualMachine) -> bool {
            zelf.metadata(vm).is_ok_and(|metadata| !metadata.directory)
        }

        #[pymethod]
        fn is_symlink(_zelf: &Py<Self>) -> bool {
            false
        }

        #[pymethod]
        fn is_junction(_zelf: &Py<Self>) -> bool {
            false
        }

        #[pymethod]
        fn inode(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<u64> {
            Ok(zelf.metadata(vm)?.inode)
        }

        #[pymethod]
        fn stat(zelf: &Py<Self>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult {
            Ok(stat_result(zelf.metadata(vm)?, vm))
        }
    }

    impl DirEntry {
        fn metadata(&self, vm: &VirtualMachine) -> PyResult<Metadata> {
            let path: PyObjectRef = vm.ctx.new_str(self.path.as_str()).into();
            with_files(Some(&path), vm, |files| files.metadata(&self.path))
        }
    }

    impl Representable for DirEntry {
        fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
            let name: PyStrRef = vm.ctx.new_str(zelf.name.as_str());
            Ok(format!("<DirEntry {}>", name.as_object().repr(vm)?))
        }
    }
}
