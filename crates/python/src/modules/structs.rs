//! `_struct`, from which Python's `struct` is made: the formats are RustPython's own.

#[rustpython_vm::pymodule]
pub(crate) mod _struct {
    use rustpython_vm::{
        AsObject, Py, PyObjectRef, PyPayload, PyResult, VirtualMachine,
        buffer::{FormatSpec, new_struct_error, struct_error_type},
        builtins::{PyListRef, PyTupleRef, PyType, PyTypeRef},
        function::{ArgBytesLike, ArgMemoryBuffer, FsPath, OptionalArg, PosArgs},
        pyclass,
        types::Constructor,
    };

    #[pyattr]
    fn error(vm: &VirtualMachine) -> PyTypeRef {
        struct_error_type(vm).to_owned()
    }

    #[pyattr]
    fn __doc__(vm: &VirtualMachine) -> PyObjectRef {
        vm.ctx.new_str("Converts between Python values and C structs as bytes.").into()
    }

    /// A format is text or bytes.
    fn parsed(format: PyObjectRef, vm: &VirtualMachine) -> PyResult<FormatSpec> {
        let format =
            FsPath::try_from(format, false, "Struct() argument 1 must be a str or bytes object", vm)?;
        FormatSpec::parse(format.as_bytes(), vm)
    }

    /// The `size` bytes at `offset`, counted from the end where negative.
    fn place(
        length: usize,
        offset: isize,
        size: usize,
        vm: &VirtualMachine,
    ) -> PyResult<std::ops::Range<usize>> {
        let start =
            if offset < 0 { length.checked_sub(offset.unsigned_abs()) } else { Some(offset as usize) };
        start
            .and_then(|start| Some(start..start.checked_add(size)?))
            .filter(|range| range.end <= length)
            .ok_or_else(|| {
                new_struct_error(vm, format!("requires a buffer of at least {size} bytes at offset {offset}"))
            })
    }

    fn unpack_at(
        spec: &FormatSpec,
        data: &ArgBytesLike,
        offset: isize,
        vm: &VirtualMachine,
    ) -> PyResult<PyTupleRef> {
        data.with_ref(|bytes| spec.unpack(&bytes[place(bytes.len(), offset, spec.size, vm)?], vm))
    }

    /// Every whole struct in `data`. CPython's is an iterator over the same; a list iterates alike.
    fn unpack_each(spec: &FormatSpec, data: &ArgBytesLike, vm: &VirtualMachine) -> PyResult<PyListRef> {
        data.with_ref(|bytes| {
            if spec.size == 0 || bytes.len() % spec.size != 0 {
                let message =
                    format!("iterative unpacking requires a buffer of a multiple of {} bytes", spec.size);
                return Err(new_struct_error(vm, message));
            }
            let structs = bytes.chunks_exact(spec.size).map(|bytes| spec.unpack(bytes, vm).map(Into::into));
            Ok(vm.ctx.new_list(structs.collect::<PyResult<_>>()?))
        })
    }

    fn pack_at(
        spec: &FormatSpec,
        buffer: &ArgMemoryBuffer,
        offset: isize,
        values: PosArgs,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        buffer.with_ref(|bytes| {
            let place = place(bytes.len(), offset, spec.size, vm)?;
            spec.pack_into(&mut bytes[place], values.into_vec(), vm)
        })
    }

    #[pyfunction]
    fn calcsize(format: PyObjectRef, vm: &VirtualMachine) -> PyResult<usize> {
        Ok(parsed(format, vm)?.size)
    }

    #[pyfunction]
    fn pack(format: PyObjectRef, values: PosArgs, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
        parsed(format, vm)?.pack(values.into_vec(), vm)
    }

    #[pyfunction]
    fn pack_into(
        format: PyObjectRef,
        buffer: ArgMemoryBuffer,
        offset: isize,
        values: PosArgs,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        pack_at(&parsed(format, vm)?, &buffer, offset, values, vm)
    }

    #[pyfunction]
    fn unpack(format: PyObjectRef, buffer: ArgBytesLike, vm: &VirtualMachine) -> PyResult<PyTupleRef> {
        let spec = parsed(format, vm)?;
        buffer.with_ref(|bytes| spec.unpack(bytes, vm))
    }

    #[pyfunction]
    fn unpack_from(
        format: PyObjectRef,
        buffer: ArgBytesLike,
        offset: OptionalArg<isize>,
        vm: &VirtualMachine,
    ) -> PyResult<PyTupleRef> {
        unpack_at(&parsed(format, vm)?, &buffer, offset.unwrap_or(0), vm)
    }

    #[pyfunction]
    fn iter_unpack(format: PyObjectRef, buffer: ArgBytesLike, vm: &VirtualMachine) -> PyResult {
        let structs = unpack_each(&parsed(format, vm)?, &buffer, vm)?;
        Ok(structs.as_object().get_iter(vm)?.into())
    }

    /// Formats are not kept, so there is nothing to clear.
    #[pyfunction]
    fn _clearcache() {}

    #[pyattr]
    #[pyclass(module = "_struct", name = "Struct")]
    #[derive(Debug, PyPayload)]
    struct Struct {
        spec: FormatSpec,
        format: PyObjectRef,
    }

    impl Constructor for Struct {
        type Args = PyObjectRef;

        fn py_new(_class: &Py<PyType>, format: PyObjectRef, vm: &VirtualMachine) -> PyResult<Self> {
            Ok(Self { spec: parsed(format.clone(), vm)?, format })
        }
    }

    #[pyclass(with(Constructor), flags(BASETYPE))]
    impl Struct {
        #[pygetset]
        fn format(zelf: &Py<Self>) -> PyObjectRef {
            zelf.format.clone()
        }

        #[pygetset]
        fn size(zelf: &Py<Self>) -> usize {
            zelf.spec.size
        }

        #[pymethod]
        fn pack(zelf: &Py<Self>, values: PosArgs, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
            zelf.spec.pack(values.into_vec(), vm)
        }

        #[pymethod]
        fn pack_into(
            zelf: &Py<Self>,
            buffer: ArgMemoryBuffer,
            offset: isize,
            values: PosArgs,
            vm: &VirtualMachine,
        ) -> PyResult<()> {
            pack_at(&zelf.spec, &buffer, offset, values, vm)
        }

        #[pymethod]
        fn unpack(zelf: &Py<Self>, buffer: ArgBytesLike, vm: &VirtualMachine) -> PyResult<PyTupleRef> {
            buffer.with_ref(|bytes| zelf.spec.unpack(bytes, vm))
        }

        #[pymethod]
        fn unpack_from(
            zelf: &Py<Self>,
            buffer: ArgBytesLike,
            offset: OptionalArg<isize>,
            vm: &VirtualMachine,
        ) -> PyResult<PyTupleRef> {
            unpack_at(&zelf.spec, &buffer, offset.unwrap_or(0), vm)
        }

        #[pymethod]
        fn iter_unpack(zelf: &Py<Self>, buffer: ArgBytesLike, vm: &VirtualMachine) -> PyResult {
            Ok(unpack_each(&zelf.spec, &buffer, vm)?.as_object().get_iter(vm)?.into())
        }
    }
}
