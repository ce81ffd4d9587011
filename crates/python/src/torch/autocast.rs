//! The smaller dtype that `@` computes in while `torch.autocast` is on.
//!
//! What it is not: the functions and methods that decide so, which are Python (`torch/_autocast.py`).

use std::cell::Cell;

use kindling_core::{Dtype, Result, Tensor, ops};

thread_local! {
    static SMALLER: Cell<Option<Dtype>> = const { Cell::new(None) };
}

/// The dtype that products are computed in; `None` where it is the operands' own.
pub(super) fn dtype() -> Option<Dtype> {
    SMALLER.get()
}

/// A product's operand in that dtype; integers and double precision stay as they are.
pub(super) fn lowered(operand: &Tensor, dtype: Dtype) -> Result<Tensor> {
    match operand.dtype() {
        own if !own.is_float() || own == Dtype::Float64 => Ok(operand.clone()),
        _ => ops::to_dtype(operand, dtype),
    }
}

#[rustpython_vm::pymodule(sub, name = "_torch")]
pub(super) mod functions {
    use rustpython_vm::PyRef;

    use super::super::dtype::DtypeObject;

    /// _set_autocast(dtype): has `@` compute in that dtype from now on; None for the operands' own.
    #[pyfunction]
    fn _set_autocast(dtype: Option<PyRef<DtypeObject>>) {
        super::SMALLER.set(dtype.map(|dtype| dtype.0));
    }
}
