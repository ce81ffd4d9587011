//! The classes of numpy's numbers by their dtypes, for numbers that are made natively. Start reading at [`Classes`].

use kindling_core::{Dtype, Scalar};
use rustpython_vm::{
    PyObjectRef, PyPayload, PyResult, TryFromObject, VirtualMachine,
    builtins::{PyFloat, PyTypeRef},
};

use super::{Point, Whole, dtype_named};

/// A class for each dtype, and the two truth values.
#[derive(Debug)]
pub(crate) struct Classes {
    of: Vec<(Dtype, PyTypeRef)>,
    truths: Vec<PyObjectRef>,
}

impl TryFromObject for Classes {
    /// Of a pair: the classes, and False and True.
    fn try_from_object(vm: &VirtualMachine, object: PyObjectRef) -> PyResult<Self> {
        let (classes, truths): (Vec<PyTypeRef>, Vec<PyObjectRef>) = {
            let pair: Vec<PyObjectRef> = vm.extract_elements_with(&object, Ok)?;
            let [classes, truths] = &pair[..] else { return Err(vm.new_type_error("not a pair")) };
            (
                vm.extract_elements_with(classes, |class| class.try_into_value(vm))?,
                vm.extract_elements_with(truths, Ok)?,
            )
        };
        Ok(Self { of: classes.into_iter().map(|class| (dtype_named(&class), class)).collect(), truths })
    }
}

impl Classes {
    /// A value of a dtype as numpy's number.
    pub(crate) fn made(&self, value: Scalar, dtype: Dtype, vm: &VirtualMachine) -> PyResult {
        if dtype == Dtype::Bool {
            return Ok(self.truths[usize::from(value.to_f64() != 0.0)].clone());
        }
        let known = self.of.iter().find(|(known, _)| *known == dtype);
        let class = known
            .map(|(_, class)| class.clone())
            .ok_or_else(|| vm.new_type_error("numpy has no such numbers"))?;
        Ok(match dtype {
            Dtype::Float64 => PyFloat::from(value.to_f64()).into_ref_with_type(vm, class)?.into(),
            _ if dtype.is_float() => {
                Point { value: value.to_f64(), dtype }.into_ref_with_type(vm, class)?.into()
            }
            _ => Whole { value: value.to_i64(), dtype }.into_ref_with_type(vm, class)?.into(),
        })
    }
}
