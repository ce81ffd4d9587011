//! `sys.stdout` and `sys.stderr`: text goes straight to the host. Start reading at [`install`].
//!
//! What it is not: a file. There is no buffer below, and no encoding to choose.

use kindling_protocol::StreamName;
use rustpython_vm::{PyResult, VirtualMachine};

/// Sets `sys.stdout`, `sys.stderr` and their `sys.__stdout__`, `sys.__stderr__`.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    // Importing the module makes its class.
    vm.import("_kindling_stdio", 0)?;
    for (stream, names) in
        [(StreamName::Stdout, ["stdout", "__stdout__"]), (StreamName::Stderr, ["stderr", "__stderr__"])]
    {
        let object = _kindling_stdio::TextStream::object(stream, vm);
        for name in names {
            vm.sys_module.set_attr(name, object.clone(), vm)?;
        }
    }
    Ok(())
}

#[rustpython_vm::pymodule]
pub(crate) mod _kindling_stdio {
    use kindling_protocol::StreamName;
    use rustpython_vm::{
        Py, PyObjectRef, PyPayload, PyResult, VirtualMachine, builtins::PyStrRef, function::ArgIterable,
        pyclass,
    };

    use crate::host;

    #[pyattr]
    #[pyclass(module = "kindling", name = "TextStream")]
    #[derive(Debug, PyPayload)]
    pub(super) struct TextStream(StreamName);

    #[pyclass(flags(HAS_DICT))]
    impl TextStream {
        pub(super) fn object(stream: StreamName, vm: &VirtualMachine) -> PyObjectRef {
            Self(stream).into_pyobject(vm)
        }

        #[pymethod]
        fn write(zelf: &Py<Self>, text: PyStrRef) -> usize {
            if let Some(current) = host::current() {
                current.host.write(zelf.0, &text.to_string_lossy());
            }
            text.char_len()
        }

        #[pymethod]
        fn writelines(zelf: &Py<Self>, lines: ArgIterable<PyStrRef>, vm: &VirtualMachine) -> PyResult<()> {
            for line in lines.iter(vm)? {
                Self::write(zelf, line?);
            }
            Ok(())
        }

        #[pymethod]
        fn flush(_zelf: &Py<Self>) {}

        #[pymethod]
        fn isatty(_zelf: &Py<Self>) -> bool {
            false
        }

        #[pymethod]
        fn writable(_zelf: &Py<Self>) -> bool {
            true
        }

        #[pymethod]
        fn readable(_zelf: &Py<Self>) -> bool {
            false
        }

        #[pygetset]
        fn closed(_zelf: &Py<Self>) -> bool {
            false
        }

        #[pygetset]
        fn encoding(_zelf: &Py<Self>) -> &'static str {
            "utf-8"
        }

        #[pygetset]
        fn errors(_zelf: &Py<Self>) -> &'static str {
            "backslashreplace"
        }

        #[pygetset]
        fn name(zelf: &Py<Self>) -> &'static str {
            match zelf.0 {
                StreamName::Stdout => "<stdout>",
                StreamName::Stderr => "<stderr>",
            }
        }
    }
}
