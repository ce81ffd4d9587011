//! Functions value by value (`np.exp`, `np.maximum`): natively of floats, with nothing else asked for. Start reading at
//! [`Universal`].

use std::cell::OnceCell;

use kindling_core::{Dtype, Scalar, Tensor as Core, guarded, ops::Arg};
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
    signs::{self, Named, is_float, quick},
};
use crate::{
    interrupt,
    scalars::{self, Number},
};

/// The base of `ufunc`: functions that work value by value.
#[pyclass(module = "_torch", name = "_Universal")]
#[derive(Debug, Default, PyPayload)]
pub(crate) struct Universal {
    /// The function that it is of one array of floats, if it is one of the core's.
    of_one: OnceCell<OfOne>,
    /// Or the sign that it is of two.
    of_two: OnceCell<Named>,
}

#[derive(Debug)]
struct OfOne {
    function: String,
    /// Whether Python's whole numbers count as floats.
    takes_whole: bool,
    /// What numpy calls it in its warnings, if it warns.
    told: Option<String>,
}

#[pyclass(with(Constructor, Callable), flags(BASETYPE, HAS_DICT))]
impl Universal {
    /// Tells once what it is natively: the core's function of one array, by name.
    #[pymethod]
    fn _is_of_one(zelf: &Py<Self>, name: PyStrRef, takes_whole: bool, told: Option<PyStrRef>) {
        let told = told.map(|told| told.to_string());
        let _ = zelf.of_one.set(OfOne { function: name.to_string(), takes_whole, told });
    }
    /// Tells once what it is natively: a function of two arrays of one dtype.
    #[pymethod]
    fn _is_of_two(zelf: &Py<Self>, name: PyStrRef) {
        if let Some(named) = signs::of_numpy(&name.to_string_lossy()) {
            let _ = zelf.of_two.set(named);
        }
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
                let Some(&named) = self.of_two.get() else { return Ok(None) };
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
        let Some(own) = self.of_one.get() else { return Ok(None) };
        let given = match family.plain(x) {
            Some(core) => core,
            None => match scalars::read(x, vm) {
                Some(Number::Float(value) | Number::Double(value)) => {
                    Core::scalar(Scalar::Float(value), Dtype::Float64)
                }
                Some(Number::Int(value)) if own.takes_whole => {
                    Core::scalar(Scalar::Int(value), Dtype::Float64)
                }
                _ => return Ok(None),
            },
        };
        if !is_float(&given) {
            return Ok(None);
        }
        interrupt::poll_work(vm, given.numel())?;
        let found = guarded("a function of numpy", || {
            operators::call(&own.function, vec![Arg::Tensor(given.clone())])
        });
        let Ok(found) = found else { return Ok(None) };
        family.tell(own.told.as_deref(), &found, &[&given], vm)?;
        Ok(Some(found))
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
