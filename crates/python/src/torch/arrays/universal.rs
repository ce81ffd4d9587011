//! Functions value by value (`np.exp`, `np.maximum`): natively of floats, with nothing else asked for. Start reading at
//! [`Universal`].

use std::cell::RefCell;

use kindling_core::{
    Dtype, Scalar, Tensor as Core, guarded,
    ops::{self, Arg},
};
use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine,
    builtins::{PyStrRef, PyType, PyTypeRef},
    function::FuncArgs,
    pyclass,
    types::{Callable, Constructor},
};

use super::{
    super::operators,
    FAMILY, Family,
    signs::{self, Named, quick},
};
use crate::{
    interrupt,
    scalars::{self, Number},
};

/// The base of `ufunc`: functions that work value by value.
#[pyclass(module = "_torch", name = "_Universal")]
#[derive(Debug, Default, PyPayload)]
pub(crate) struct Universal {
    /// The core's function of one array of floats that it is, if it is one, and whether Python's whole numbers count as such.
    of_one: RefCell<Option<(String, bool)>>,
    /// Or the sign that it is of two.
    of_two: RefCell<Option<Named>>,
}

#[pyclass(with(Constructor, Callable), flags(BASETYPE, HAS_DICT))]
impl Universal {
    /// Tells what it is natively: the core's function of one array, by name.
    #[pymethod]
    fn _is_of_one(zelf: &Py<Self>, name: PyStrRef, takes_whole: bool) {
        zelf.of_one.replace(Some((name.to_string(), takes_whole)));
    }
    /// Tells what it is natively: a function of two arrays of one dtype.
    #[pymethod]
    fn _is_of_two(zelf: &Py<Self>, name: PyStrRef) {
        zelf.of_two.replace(signs::of_numpy(&name.to_string_lossy()));
    }
}

impl Constructor for Universal {
    type Args = FuncArgs;

    fn slot_new(class: PyTypeRef, _args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        Self::default().into_ref_with_type(vm, class).map(Into::into)
    }

    fn py_new(_class: &Py<PyType>, _args: FuncArgs, _vm: &VirtualMachine) -> PyResult<Self> {
        Ok(Self::default())
    }
}

impl Universal {
    fn quick(&self, args: &FuncArgs, family: &Family, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        let found = match &args.args[..] {
            [x] => self.of_number_or_array(x, family, vm)?,
            [a, b] => {
                let Some(named) = *self.of_two.borrow() else { return Ok(None) };
                quick(named, a, b, family, vm)?
            }
            _ => None,
        };
        found.map(|found| family.wrapped(found, None, vm)).transpose()
    }

    fn of_number_or_array(
        &self,
        x: &PyObject,
        family: &Family,
        vm: &VirtualMachine,
    ) -> PyResult<Option<Core>> {
        let name = self.of_one.borrow();
        let Some((name, takes_whole)) = &*name else { return Ok(None) };
        let given = match family.plain(x) {
            Some(core) => core,
            None => match scalars::read(x, vm) {
                Some(Number::Float(value) | Number::Double(value)) => {
                    Core::scalar(Scalar::Float(value), Dtype::Float64)
                }
                Some(Number::Int(value)) if *takes_whole => Core::scalar(Scalar::Int(value), Dtype::Float64),
                _ => return Ok(None),
            },
        };
        if !matches!(given.dtype(), Dtype::Float64 | Dtype::Float32) {
            return Ok(None);
        }
        interrupt::poll_work(vm, given.numel())?;
        let found = guarded("a function of numpy", || operators::call(name, vec![Arg::Tensor(given)]));
        Ok(found.ok().filter(|found| ops::all_finite(found).unwrap_or(false)))
    }
}

impl Callable for Universal {
    type Args = FuncArgs;

    fn call(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        if args.kwargs.is_empty()
            && let Some(family) = scalars::carried::<Family>(zelf.as_object(), FAMILY, vm)
            && let Some(found) = zelf.quick(&args, &family, vm)?
        {
            return Ok(found);
        }
        vm.call_method(zelf.as_object(), "_call", args)
    }
}
