//! Values of arrays brought together: natively of floats, all of them or along one axis. Start reading at [`reduced`].

use kindling_core::{
    Result, Tensor as Core, guarded,
    ops::{self, Arg},
};
use rustpython_vm::{AsObject, Py, PyObject, PyResult, VirtualMachine, builtins::PyInt, function::FuncArgs};

use super::{super::operators, Array, Family, signs::is_float};
use crate::interrupt;

#[derive(Clone, Copy)]
pub(super) enum Reduction {
    Sum,
    Mean,
    Max,
    Min,
    Std,
    Var,
    ArgMax,
    ArgMin,
}

impl Reduction {
    /// The method of Python's that does all else.
    fn asked(self) -> &'static str {
        match self {
            Self::Sum => "_sum",
            Self::Mean => "_mean",
            Self::Max => "_max",
            Self::Min => "_min",
            Self::Std => "_std",
            Self::Var => "_var",
            Self::ArgMax => "_argmax",
            Self::ArgMin => "_argmin",
        }
    }

    fn apply(self, x: &Core, axis: Option<i64>) -> Result<Core> {
        let dims: &[i64] = axis.as_slice();
        let extreme = |name| operators::call(name, vec![Arg::Tensor(x.clone()), Arg::Ints(dims.into())]);
        match self {
            Self::Sum => ops::sum_in_pairs(x, dims, false),
            Self::Mean => mean(x, dims, false),
            Self::Max => extreme("amax"),
            Self::Min => extreme("amin"),
            Self::Std => ops::sqrt(&variance(x, dims)?),
            Self::Var => variance(x, dims),
            Self::ArgMax => ops::argmax(x, axis, false),
            Self::ArgMin => ops::argmin(x, axis, false),
        }
    }
}

fn mean(x: &Core, dims: &[i64], keepdim: bool) -> Result<Core> {
    let sum = ops::sum_in_pairs(x, dims, keepdim)?;
    let count = x.numel() / sum.numel().max(1);
    ops::div(&sum, count as f64)
}

/// The mean square of how far values are from their mean.
fn variance(x: &Core, dims: &[i64]) -> Result<Core> {
    let away = ops::sub(x, &mean(x, dims, true)?)?;
    mean(&ops::mul(&away, &away)?, dims, false)
}

/// The axis that is asked for, by its place or by its name: none for all of them.
fn axis(args: &FuncArgs, ndim: usize, vm: &VirtualMachine) -> Option<Option<i64>> {
    let given = match (&args.args[..], args.kwargs.len()) {
        ([], 0) => return Some(None),
        ([one], 0) => one,
        ([], 1) => args.kwargs.get("axis")?,
        _ => return None,
    };
    if vm.is_none(given) {
        return Some(None);
    }
    let axis: i64 = given.downcast_ref_if_exact::<PyInt>(vm)?.as_bigint().try_into().ok()?;
    (-(ndim as i64)..ndim as i64).contains(&axis).then_some(Some(axis))
}

/// `sum(axis=None)` and its kin. What is not finite, and errors, are left to Python, which has numpy's words.
pub(super) fn reduced(what: Reduction, own: &Py<Array>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let own: &PyObject = own.as_object();
    let family = Family::of(own, vm)?;
    if let Some(core) = family.plain(own)
        && is_float(&core)
        && core.numel() > 0
        && core.ndim() > 0
        && let Some(axis) = axis(&args, core.ndim(), vm)
    {
        interrupt::poll_work(vm, core.numel())?;
        let found = guarded("a reduction of numpy's", || what.apply(&core, axis));
        if let Ok(found) = found
            && ops::all_finite(&found).unwrap_or(false)
        {
            return family.wrapped(found, None, vm);
        }
    }
    vm.call_method(own, what.asked(), args)
}
