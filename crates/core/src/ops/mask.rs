//! Reading and writing where a mask holds (`masked_select`, `masked_fill`), and where values are not zero (`nonzero`).

use smallvec::smallvec;

use super::{
    Args, Operand, Operator,
    gather::grid,
    places::{self, Places},
    reshape, where_,
};
use crate::{
    Dtype, Result, Tensor,
    autograd::{Save, record},
    bail,
    tensor::{Layout, common_device, device::on_gpu, gpu, layout::broadcast, memory},
};

/// Where a mask on the CPU holds, in row-major order.
pub(super) fn places_of_true(mask: &Tensor) -> Result<Vec<usize>> {
    mask.cast(Dtype::Bool)?.with_values(|holds: &[bool]| {
        let count = holds.iter().filter(|holds| **holds).count();
        // One more, as each place is written and only then kept or not: without a branch, which no processor could foresee.
        let mut places = memory::filled(0, count + 1)?;
        let mut found = 0;
        for (at, &holds) in holds.iter().enumerate() {
            places[found] = at;
            found += usize::from(holds);
        }
        places.truncate(count);
        Ok(places)
    })
}

/// The coordinates of all values that are not zero, one row each.
pub fn nonzero(x: &Tensor) -> Result<Tensor> {
    on_gpu!(x.device() => gpu_nonzero(x));
    let shape = x.shape();
    let places = places_of_true(x)?;
    let mut rows = memory::reserve(places.len().saturating_mul(shape.len()))?;
    for &at in &places {
        let mut inner = x.numel();
        let mut rest = at;
        for &size in shape {
            inner /= size;
            rows.push((rest / inner) as i64);
            rest %= inner;
        }
    }
    Ok(Tensor::from_vec(rows, &[places.len(), shape.len()]))
}

/// As [`nonzero`], on the GPU.
fn gpu_nonzero(x: &Tensor) -> Result<Tensor> {
    let found = gpu_places_of_true(&x.cast(Dtype::Bool)?)?;
    let strides = Layout::contiguous(x.shape()).strides;
    let coordinate = |dim: usize| {
        super::remainder(&super::floor_divide(&found, strides[dim] as i64)?, x.shape()[dim] as i64)
    };
    let columns = (0..x.ndim()).map(coordinate).collect::<Result<Vec<_>>>()?;
    if columns.is_empty() {
        return found.full_like(&[found.numel(), 0], 0.into());
    }
    super::stack(&columns, 1)
}

/// Where a mask holds, in row-major order. How often it does is waited for: it is the result's size.
fn gpu_places_of_true(mask: &Tensor) -> Result<Tensor> {
    let mask = reshape(&mask.detach(), &[mask.numel()])?;
    let numbers = gpu::arange(mask.numel());
    if mask.numel() == 0 {
        return Ok(numbers);
    }
    let nth = super::cumsum(&mask, 0)?;
    let count = super::select(&nth, 0, -1)?.item()?.to_i64();
    // A place past the end is not written to.
    let targets = Places::on_gpu(where_(&mask, &super::sub(&nth, 1)?, count)?, 1);
    places::written(&numbers.full_like(&[count as usize], 0.into())?, &targets, &numbers)
}

/// The coordinates of all values that are not zero, one vector per dimension.
pub fn nonzero_tuple(x: &Tensor) -> Result<Vec<Tensor>> {
    let x = if x.ndim() == 0 { reshape(&x.detach(), &[1])? } else { x.detach() };
    let rows = nonzero(&x)?;
    (0..x.ndim()).map(|dim| super::select(&rows, 1, dim as i64)?.copy()).collect()
}

/// The values where `mask` holds, in order.
pub fn masked_select(x: &Tensor, mask: &Tensor) -> Result<Tensor> {
    if mask.dtype() != Dtype::Bool {
        bail!(Runtime, "masked_select: expected BoolTensor for mask");
    }
    let shape = broadcast(mask.shape(), x.shape())?;
    let x = super::expand(x, &shape)?;
    on_gpu!(common_device(&[&x, mask])? => {
        let found = gpu_places_of_true(&super::expand(mask, &shape)?)?;
        let count = found.numel();
        places::take(&x, &Places::on_gpu(found, 1), &[count], "MaskedSelectBackward0")
    });
    let starts = places_of_true(&super::expand(mask, &shape)?)?;
    let count = starts.len();
    places::take(&x, &Places::single(starts), &[count], "MaskedSelectBackward0")
}

/// `value` where `mask` holds, else `x`.
pub fn masked_fill(x: &Tensor, mask: &Tensor, value: Operand) -> Result<Tensor> {
    if mask.dtype() != Dtype::Bool {
        bail!(
            Runtime,
            "masked_fill_ only supports boolean masks, but got mask with dtype {}",
            mask.dtype().c_name()
        );
    }
    let value = value.to_tensor(x.dtype());
    if value.ndim() > 0 {
        bail!(
            Runtime,
            "masked_fill_ only supports a 0-dimensional value tensor, but got tensor with {} dimension(s).",
            value.ndim()
        );
    }
    let output = where_(mask, &value.detach().cast(x.dtype())?, &x.detach())?;
    Ok(record("MaskedFillBackward0", &[x, &value], &[Save::Input(mask)], output, |ctx| {
        let mask = ctx.saved(0);
        let x = ctx.when(0, || where_(mask, 0.0, ctx.grad()))?;
        Ok(smallvec![x, ctx.when(1, || super::mul_mask(ctx.grad(), mask))?])
    }))
}

pub const OPERATORS: &[Operator] = &[
    Operator::new("nonzero(Tensor input, *, bool as_tuple=False) -> Tensor", |args| {
        let x = args.tensor(0)?;
        if args.bool(1)? { nonzero_tuple(x).map(Into::into) } else { nonzero(x).map(Into::into) }
    })
    .doc("The coordinates of all values that are not zero, one row each; as_tuple: one vector per dimension.")
    .method(),
    Operator::new("argwhere(Tensor input) -> Tensor", |args| nonzero(args.tensor(0)?).map(Into::into))
        .doc("The coordinates of all values that are not zero, one row each.")
        .method(),
    Operator::new("masked_select(Tensor input, Tensor mask) -> Tensor", |args| {
        masked_select(args.tensor(0)?, args.tensor(1)?).map(Into::into)
    })
    .doc("The values where mask holds, as a vector.")
    .method()
    .samples(|| vec![Args::new([grid().into(), mask().into()])]),
    Operator::new("masked_fill(Tensor input, Tensor mask, Operand value) -> Tensor", |args| {
        masked_fill(args.tensor(0)?, args.tensor(1)?, args.operand(2)?).map(Into::into)
    })
    .doc("input with value where mask holds.")
    .method()
    .in_place()
    .samples(|| vec![Args::new([grid().into(), mask().into(), 0.5.into()])]),
];

fn mask() -> Tensor {
    Tensor::from_vec(vec![true, false, true, false, true, false], &[2, 3])
}
