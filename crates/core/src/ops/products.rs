//! Products: `prod` and `cumprod`, whose gradients must not divide by zero.

use smallvec::{SmallVec, smallvec};

use super::{
    Args, Operator, any, cumsum, div, eq, mul,
    reduce::{
        PRODUCT, cube, fold, gpu_reduce, gpu_running, input, reduced_dims, reduced_shape, restore, running,
    },
    sum,
};
use crate::{
    Device, Dtype, Result, Tensor,
    autograd::{Save, record},
    tensor::{device::on_gpu, layout::wrap_dim},
};

fn product_plain(x: &Tensor, is_reduced: &[bool], shape: &[usize]) -> Result<Tensor> {
    let compute = x.cast(x.dtype().compute())?;
    on_gpu!(x.device() => gpu_reduce(&compute, is_reduced, shape, PRODUCT));
    let out = match compute.dtype() {
        Dtype::Float32 => Tensor::from_vec(fold(&compute, is_reduced, 1.0, |p, x: f32| p * x)?, shape),
        Dtype::Float64 => Tensor::from_vec(fold(&compute, is_reduced, 1.0, |p, x: f64| p * x)?, shape),
        _ => Tensor::from_vec(fold(&compute, is_reduced, 1i64, |p, x: i64| p.wrapping_mul(x))?, shape),
    };
    Ok(if x.dtype().is_float() { out.cast(x.dtype())? } else { out })
}

/// The product of all values, or along one dimension.
pub fn prod(x: &Tensor, dim: Option<i64>, keepdim: bool) -> Result<Tensor> {
    let dims: SmallVec<[i64; 1]> = dim.into_iter().collect();
    let is_reduced = reduced_dims(x, &dims)?;
    let shape = reduced_shape(x.shape(), &is_reduced, keepdim);
    let out = product_plain(x, &is_reduced, &shape)?;
    let at = dim.map(|dim| wrap_dim(dim, x.ndim())).transpose()?;
    Ok(record("ProdBackward0", &[x], &[Save::Input(x), Save::Output], out, move |ctx| {
        let x = ctx.saved(0);
        let spread = |t: &Tensor| restore(t, x.shape(), &is_reduced, keepdim);
        if !has_zero(x)? {
            return Ok(smallvec![Some(div(&spread(&mul(ctx.grad(), ctx.saved(1))?)?, x)?)]);
        }
        let others = match at {
            Some(at) if x.ndim() > 0 => product_of_others(x, at)?,
            _ => super::reshape(&product_of_others(&super::reshape(x, &[x.numel()])?, 0)?, x.shape())?,
        };
        Ok(smallvec![Some(mul(&spread(ctx.grad())?, &others)?)])
    }))
}

/// Whether a value is zero, which nothing can be divided by. Waited for on any device.
fn has_zero(x: &Tensor) -> Result<bool> {
    Ok(any(&eq(&x.detach(), 0)?, &[], false)?.item()?.to_bool())
}

/// For each value the product of the others along `dim`: of those before it and of those behind it.
fn product_of_others(x: &Tensor, dim: usize) -> Result<Tensor> {
    let (at, size) = (dim as i64, x.shape()[dim] as i64);
    let before = |x: &Tensor| -> Result<Tensor> {
        let one = super::narrow(x, at, 0, 1)?.detach();
        let products = cumprod(&super::narrow(x, at, 0, size - 1)?, at)?;
        super::cat(&[one.full_like(one.shape(), 1.into())?, products], at)
    };
    let behind = super::flip(&before(&super::flip(x, &[at])?)?, &[at])?;
    mul(&before(x)?, &behind)
}

/// The running product along `dim`.
pub fn cumprod(x: &Tensor, dim: i64) -> Result<Tensor> {
    let at = wrap_dim(dim, x.ndim())?;
    let compute = x.cast(x.dtype().compute())?;
    let out = match compute.dtype() {
        _ if x.device() == Device::WebGpu => gpu_running(&compute, at, PRODUCT)?,
        Dtype::Float32 => running(&compute, at, |a: f32, b| a * b)?,
        Dtype::Float64 => running(&compute, at, |a: f64, b| a * b)?,
        _ => running(&compute, at, |a: i64, b| a.wrapping_mul(b))?,
    };
    let out = if x.dtype().is_float() { out.cast(x.dtype())? } else { out };
    Ok(record("CumprodBackward0", &[x], &[Save::Input(x), Save::Output], out, move |ctx| {
        let x = ctx.saved(0);
        if x.ndim() > 0 && has_zero(x)? {
            return Ok(smallvec![Some(cumprod_gradient(ctx.grad(), x, at)?)]);
        }
        // Σ over later places of grad·out, divided by the value: right wherever it is not zero.
        let weighted = super::flip(&mul(ctx.grad(), ctx.saved(1))?, &[at as i64])?;
        let later = super::flip(&cumsum(&weighted, at as i64)?, &[at as i64])?;
        Ok(smallvec![Some(div(&later, ctx.saved(0))?)])
    }))
}

/// The gradient of [`cumprod`] where values may be zero: for each place, the running products with a 1 in that place,
/// from there on, times the gradient.
fn cumprod_gradient(grad: &Tensor, x: &Tensor, dim: usize) -> Result<Tensor> {
    let (at, size) = (dim as i64, x.shape()[dim] as i64);
    let column = |place: i64| -> Result<Tensor> {
        let one = super::narrow(x, at, place, 1)?.detach();
        let parts = [
            super::narrow(x, at, 0, place)?,
            one.full_like(one.shape(), 1.into())?,
            super::narrow(x, at, place + 1, size - place - 1)?,
        ];
        let products = cumprod(&super::cat(&parts, at)?, at)?;
        let later = |t: &Tensor| super::narrow(t, at, place, size - place);
        sum(&mul(&later(&products)?, &later(grad)?)?, &[at], true)
    };
    super::cat(&(0..size).map(column).collect::<Result<Vec<_>>>()?, at)
}

pub const OPERATORS: &[Operator] = &[
    Operator::new(
        "prod(Tensor input, int? dim=None, bool keepdim=False, *, dtype? dtype=None) -> Tensor",
        |args| prod(&input(args, 3)?, args.optional_int(1)?, args.bool(2)?).map(Into::into),
    )
    .doc("The product of all values, or along dim.")
    .method()
    .samples(|| {
        let whole = [Args::new([cube().into()]), Args::new([cube().into(), 1.into()])];
        whole.into_iter().chain(with_zeros().map(|x| Args::new([x.into(), 1.into()]))).collect()
    }),
    Operator::new("cumprod(Tensor input, int dim, *, dtype? dtype=None) -> Tensor", |args| {
        cumprod(&input(args, 2)?, args.int(1)?).map(Into::into)
    })
    .doc("The running product along dim.")
    .method()
    .samples(|| [cube()].into_iter().chain(with_zeros()).map(|x| Args::new([x.into(), 1.into()])).collect()),
];

/// One zero in a line, and two.
fn with_zeros() -> [Tensor; 2] {
    [vec![0.5, 0.0, 2.0, 0.1, 1.4, -0.7], vec![0.0, -1.0, 0.0, 0.1, 0.0, 0.0]]
        .map(|values| Tensor::from_vec(values, &[2, 3]))
}
