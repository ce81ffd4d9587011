//! What arrays look like, and the same values in another shape: natively for plain ones. Start reading at [`reshape`].

use kindling_core::{Tensor as Core, ops};
use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyResult, VirtualMachine,
    builtins::{PyInt, PyList, PyTuple},
    convert::ToPyObject,
    function::FuncArgs,
};

use super::{Array, Family, Tensor};

/// The tensor of an array, which kinds of arrays that keep their values otherwise make when they are asked.
fn shown(own: &Py<Array>, vm: &VirtualMachine) -> PyResult<Core> {
    if let Some(core) = own.core() {
        return Ok(core);
    }
    let tensor = own.as_object().get_attr("_kindling_tensor", vm)?;
    let tensor = tensor.downcast_ref::<Tensor>().ok_or_else(|| vm.new_attribute_error("_kindling_tensor"))?;
    Ok(tensor.get().clone())
}

pub(super) fn shape(own: &Py<Array>, vm: &VirtualMachine) -> PyResult {
    let sizes = shown(own, vm)?.shape().iter().map(|size| size.to_pyobject(vm)).collect();
    Ok(vm.ctx.new_tuple(sizes).into())
}

pub(super) fn ndim(own: &Py<Array>, vm: &VirtualMachine) -> PyResult<usize> {
    Ok(shown(own, vm)?.ndim())
}

pub(super) fn size(own: &Py<Array>, vm: &VirtualMachine) -> PyResult<usize> {
    Ok(shown(own, vm)?.numel())
}

pub(super) fn len(own: &Py<Array>, vm: &VirtualMachine) -> PyResult<usize> {
    let core = shown(own, vm)?;
    core.shape().first().copied().ok_or_else(|| vm.new_type_error("len() of unsized object"))
}

/// The array with its dimensions in the other order.
pub(super) fn transposed(own: &Py<Array>, vm: &VirtualMachine) -> PyResult {
    let family = Family::of(own.as_object(), vm)?;
    if let Some(core) = family.plain(own.as_object())
        && core.ndim() > 0
    {
        let dims: Vec<i64> = (0..core.ndim() as i64).rev().collect();
        if let Ok(found) = ops::permute(&core, &dims) {
            return family.wrapped(found, Some(own.as_object()), vm);
        }
    }
    vm.call_method(own.as_object(), "transpose", ())
}

/// Sizes as they are given, one by one or together; at most one is -1 and left open.
fn sizes(args: &[PyObjectRef], count: usize, vm: &VirtualMachine) -> Option<Vec<usize>> {
    let parts = match args {
        [one] => match one.downcast_ref::<PyList>() {
            Some(list) => list.borrow_vec().to_vec(),
            None => {
                one.downcast_ref::<PyTuple>().map_or_else(|| args.to_vec(), |parts| parts.as_slice().to_vec())
            }
        },
        _ => args.to_vec(),
    };
    let mut sizes = parts.iter().map(|part| whole(part, vm)).collect::<Option<Vec<i64>>>()?;
    let open: Vec<usize> = (0..sizes.len()).filter(|&at| sizes[at] < 0).collect();
    if let [at] = open[..] {
        let known: i64 =
            sizes.iter().filter(|&&size| size >= 0).try_fold(1i64, |all, &size| all.checked_mul(size))?;
        let is_open = sizes[at] == -1 && known > 0 && count as i64 % known == 0;
        sizes[at] = is_open.then(|| count as i64 / known)?;
    }
    let sizes = sizes.into_iter().map(|size| usize::try_from(size).ok()).collect::<Option<Vec<usize>>>()?;
    (!sizes.is_empty()).then_some(sizes)
}

fn whole(value: &PyObject, vm: &VirtualMachine) -> Option<i64> {
    value.downcast_ref_if_exact::<PyInt>(vm)?.as_bigint().try_into().ok()
}

/// `reshape(*shape)`. An error is left to Python, which has numpy's words.
pub(super) fn reshape(own: &Py<Array>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let family = Family::of(own.as_object(), vm)?;
    if args.kwargs.is_empty()
        && let Some(core) = family.plain(own.as_object())
        && let Some(sizes) = sizes(&args.args, core.numel(), vm)
        && let Ok(found) = ops::reshape(&core, &sizes)
    {
        return family.wrapped(found, Some(own.as_object()), vm);
    }
    vm.call_method(own.as_object(), "_reshape", args)
}
