//! Order: `sort`, `argsort`, `topk`, `kthvalue`, `median`.
//!
//! NaN counts as larger than everything. Sorting is stable; values are taken by the sorted indices, so that
//! gradients flow back to where each value came from.

use smallvec::smallvec;

use super::{
    Args, Operator, Value, add,
    elementwise::wgsl_fn,
    gather::gather_named,
    mul,
    places::{Places, written},
    reshape, squeeze, sum,
};
use crate::{
    Dtype, Result, Scalar, Tensor,
    autograd::{Save, name_node, record},
    bail,
    tensor::{Dims, device::on_gpu, gpu, layout::wrap_dim, memory},
    webgpu::{Expr, GpuType},
};

// Whether b comes before a (-1), after it (1), or neither (0): ascending, NaN last.
wgsl_fn! { sorting, "fn sorting(a: f32, b: f32) -> i32 {
  if (is_nan(a) || is_nan(b)) { return select(1, select(-1, 0, is_nan(b)), is_nan(a)); }
  return select(select(1, 0, a == b), -1, b < a);
}" }

/// Numbers that are in the order of the values, NaN last. Sorting these is one loop for all dtypes.
fn keys(x: &Tensor) -> Result<Vec<u64>> {
    const SIGN: u64 = 1 << 63;
    if !x.dtype().is_float() {
        return Ok(x.to_vec::<i64>()?.into_iter().map(|value| value as u64 ^ SIGN).collect());
    }
    let key = |value: f64| match value.to_bits() {
        _ if value.is_nan() => u64::MAX,
        // Zeros are equal, whatever their sign.
        _ if value == 0.0 => SIGN,
        bits if bits & SIGN == 0 => bits | SIGN,
        bits => !bits,
    };
    Ok(x.to_vec::<f64>()?.into_iter().map(key).collect())
}

/// For every line along `dim`, the positions of its values in order; `[..., count]` of them, as `[..., count]` indices.
pub(super) fn order(x: &Tensor, dim: usize, descending: bool, count: usize) -> Result<Tensor> {
    on_gpu!(x.device() => gpu_order(x, dim, descending, count));
    let mut shape: Dims = x.shape().into();
    let size = shape.get(dim).copied().unwrap_or(1);
    if let Some(own) = shape.get_mut(dim) {
        *own = count;
    }
    let inner: usize = x.shape().iter().skip(dim + 1).product();
    let indices = order_lines(&keys(x)?, size, inner, descending, count)?;
    Ok(Tensor::from_vec(indices, &shape))
}

/// More comparisons than this are not made at once.
const MOST_COMPARED: usize = 1 << 30;

/// As [`order`], on the GPU: each value's place is how many of its line come before it, which is known by comparing
/// it with all of them, at once for all values.
fn gpu_order(x: &Tensor, dim: usize, descending: bool, count: usize) -> Result<Tensor> {
    let shape: Dims = if x.ndim() == 0 { [1].into_iter().collect() } else { x.shape().into() };
    let whole = reshape(&x.detach().cast(x.dtype().compute())?, &shape)?;
    let turned = super::movedim(&whole, &[dim as i64], &[-1])?;
    let size = shape[dim];
    let rows = turned.numel() / size.max(1);
    if rows * size * size > MOST_COMPARED {
        bail!(
            NotImplemented,
            "sorting lines of {size} values is not currently implemented for the WebGPU device"
        );
    }
    let lines = reshape(&turned, &[rows, size])?;
    let places = gpu_places_in_order(&lines, descending)?;
    let numbers = super::expand(&gpu::arange(size), &[rows, size])?;
    let ordered =
        written(&numbers.full_like(&[rows, size], 0.into())?, &Places::on_gpu(places, 1), &numbers)?;
    let mut first: Dims = turned.shape().into();
    first[shape.len() - 1] = count;
    let ordered = reshape(&super::narrow(&ordered, 1, 0, count as i64)?, &first)?;
    let back = super::movedim(&ordered, &[-1], &[dim as i64])?;
    Ok(if x.ndim() == 0 { reshape(&back, &[])? } else { back.copy()? })
}

/// For each value of `[rows, size]` its place among all, if its row is put in order.
fn gpu_places_in_order(lines: &Tensor, descending: bool) -> Result<Tensor> {
    let &[rows, size] = lines.shape() else { unreachable!("the caller brings two dimensions") };
    let cube = [rows, size, size];
    let viewed = |x: &Tensor, shape: [usize; 3]| gpu::expr(&reshape(x, &shape)?);
    let (own, other) = (viewed(lines, [rows, size, 1])?, viewed(lines, [rows, 1, size])?);
    let text = match (lines.dtype().is_float(), descending) {
        (true, false) => concat!("sorting(a, b)", sorting!()),
        (true, true) => concat!("sorting(b, a)", sorting!()),
        (false, false) => "select(select(1, 0, a == b), -1, b < a)",
        (false, true) => "select(select(1, 0, a == b), -1, b > a)",
    };
    let compared = Expr::apply(text, &[&own, &other], &cube, GpuType::I32);
    let numbers = gpu::arange(size);
    let (at, other_at) = (viewed(&numbers, [1, size, 1])?, viewed(&numbers, [1, 1, size])?);
    // Of equal values the first stays first.
    let earlier = "select(0, 1, a < 0 || (a == 0 && c < b))";
    let before = Expr::apply(earlier, &[&compared, &at, &other_at], &cube, GpuType::I32);
    let places = sum(&gpu::wrap(before, Dtype::Int64), &[2], false)?;
    add(&places, &reshape(&mul(&gpu::arange(rows), size as i64)?, &[rows, 1])?)
}

fn order_lines(keys: &[u64], size: usize, inner: usize, descending: bool, count: usize) -> Result<Vec<i64>> {
    // Turned, keys put the largest first and leave equal values in their order.
    let turn = if descending { u64::MAX } else { 0 };
    let blocks = keys.len().checked_div(size * inner).unwrap_or(0);
    let mut out = memory::filled(0, blocks * count * inner)?;
    // A position tells equal keys apart, so that a sort that is not stable is one here.
    let mut line: Vec<(u64, u32)> = memory::reserve(size)?;
    for block in 0..blocks {
        let lines = &keys[block * size * inner..][..size * inner];
        for at in 0..inner {
            line.clear();
            line.extend((0..size).map(|position| (lines[position * inner + at] ^ turn, position as u32)));
            if count < size {
                line.select_nth_unstable(count);
            }
            line[..count].sort_unstable();
            for (nth, (_, position)) in line[..count].iter().enumerate() {
                out[(block * count + nth) * inner + at] = i64::from(*position);
            }
        }
    }
    Ok(out)
}

/// The values in order along `dim`, with where each was.
pub fn sort(x: &Tensor, dim: i64, descending: bool) -> Result<(Tensor, Tensor)> {
    let at = wrap_dim(dim, x.ndim())?;
    let indices = order(x, at, descending, x.shape().get(at).copied().unwrap_or(1))?;
    Ok((gather_named(x, dim, &indices, "SortBackward0")?, indices))
}

/// Where the values are, in order along `dim`.
pub fn argsort(x: &Tensor, dim: i64, descending: bool) -> Result<Tensor> {
    let at = wrap_dim(dim, x.ndim())?;
    order(x, at, descending, x.shape().get(at).copied().unwrap_or(1))
}

/// The `k` largest (or smallest) values along `dim`, best first, with where they are.
pub fn topk(x: &Tensor, k: i64, dim: i64, largest: bool) -> Result<(Tensor, Tensor)> {
    let at = wrap_dim(dim, x.ndim())?;
    let size = x.shape().get(at).copied().unwrap_or(1);
    if k < 0 || k as usize > size {
        bail!(Runtime, "selected index k out of range");
    }
    // A 0-d tensor is its one value, even if none is asked for.
    let k = if x.ndim() == 0 { 1 } else { k as usize };
    let indices = order(x, at, largest, k)?;
    Ok((gather_named(x, dim, &indices, "TopkBackward0")?, indices))
}

/// The `k`th smallest value along `dim`, counted from 1, with where it is.
pub fn kthvalue(x: &Tensor, k: i64, dim: i64, keepdim: bool) -> Result<(Tensor, Tensor)> {
    let at = wrap_dim(dim, x.ndim())?;
    let size = x.shape().get(at).copied().unwrap_or(1) as i64;
    if size == 0 {
        bail!(Index, "kthvalue(): Expected reduction dim {at} to have non-zero size.");
    }
    if k < 1 || k > size {
        bail!(Runtime, "kthvalue(): selected number k out of range for dimension {at}");
    }
    nth_in_order(x, at, k as usize - 1, keepdim, "KthvalueBackward0")
}

/// The middle value along `dim` (the lower of two), with where it is; NaN where there is one.
pub fn median_dim(x: &Tensor, dim: i64, keepdim: bool) -> Result<(Tensor, Tensor)> {
    let at = wrap_dim(dim, x.ndim())?;
    let size = x.shape().get(at).copied().unwrap_or(1);
    if size == 0 {
        bail!(Index, "median(): Expected reduction dim {at} to have non-zero size.");
    }
    let (values, indices) = nth_in_order(x, at, (size - 1) / 2, true, "MedianBackward1")?;
    let (values, indices) = if x.dtype().is_float() && x.ndim() > 0 {
        // Where there is a NaN, it is the median.
        let is_nan = super::isnan(&x.detach())?;
        let has_nan = super::any(&is_nan, &[at as i64], true)?;
        let first = super::argmax(&is_nan.cast(Dtype::Int64)?, Some(at as i64), true)?;
        let indices = super::where_(&has_nan, &first, &indices)?;
        (gather_named(x, at as i64, &indices, "MedianBackward1")?, indices)
    } else {
        (values, indices)
    };
    if keepdim || x.ndim() == 0 {
        return Ok((values, indices));
    }
    Ok((squeeze(&values, &[at as i64])?, squeeze(&indices, &[at as i64])?))
}

fn nth_in_order(
    x: &Tensor,
    dim: usize,
    nth: usize,
    keepdim: bool,
    name: &'static str,
) -> Result<(Tensor, Tensor)> {
    let ordered = order(x, dim, false, x.shape().get(dim).copied().unwrap_or(1))?;
    let indices =
        if x.ndim() == 0 { ordered } else { super::narrow(&ordered, dim as i64, nth as i64, 1)?.copy()? };
    let values = gather_named(x, dim as i64, &indices, name)?;
    if keepdim || x.ndim() == 0 {
        return Ok((values, indices));
    }
    Ok((squeeze(&values, &[dim as i64])?, squeeze(&indices, &[dim as i64])?))
}

/// The middle of all values, the lower of two.
pub fn median(x: &Tensor) -> Result<Tensor> {
    if x.numel() == 0 {
        return Ok(Tensor::scalar(Scalar::Float(f64::NAN), x.dtype()));
    }
    let (output, _) = median_dim(&reshape(&x.detach(), &[x.numel()])?, 0, false)?;
    Ok(record("MedianBackward0", &[x], &[Save::Input(x), Save::Output], output, |ctx| {
        Ok(smallvec![Some(super::extremes::shared_by_equals(ctx.grad(), ctx.saved(0), ctx.saved(1))?)])
    }))
}

pub const OPERATORS: &[Operator] = &[
    Operator::new(
        "sort(Tensor input, int dim=-1, bool descending=False, bool stable=False) -> Tensor[]",
        |args| Ok(Value::values_and_indices("sort", sort(args.tensor(0)?, args.int(1)?, args.bool(2)?)?)),
    )
    .doc("The values in order along dim, with their indices.")
    .method()
    .samples(|| vec![Args::new([grid().into()]), Args::new([grid().into(), 0.into(), true.into()])]),
    Operator::new(
        "argsort(Tensor input, int dim=-1, bool descending=False, bool stable=False) -> Tensor",
        |args| argsort(args.tensor(0)?, args.int(1)?, args.bool(2)?).map(Into::into),
    )
    .doc("The indices that put the values in order along dim.")
    .method(),
    Operator::new(
        "topk(Tensor input, int k, int dim=-1, bool largest=True, bool sorted=True) -> Tensor[]",
        |args| {
            Ok(Value::values_and_indices(
                "topk",
                topk(args.tensor(0)?, args.int(1)?, args.int(2)?, args.bool(3)?)?,
            ))
        },
    )
    .doc("The k largest values along dim, with their indices.")
    .method()
    .samples(|| vec![Args::new([grid().into(), 2.into()])]),
    Operator::new("kthvalue(Tensor input, int k, int dim=-1, bool keepdim=False) -> Tensor[]", |args| {
        Ok(Value::values_and_indices(
            "kthvalue",
            kthvalue(args.tensor(0)?, args.int(1)?, args.int(2)?, args.bool(3)?)?,
        ))
    })
    .node("KthvalueBackward0")
    .doc("The kth smallest value along dim, with its index.")
    .method()
    .samples(|| vec![Args::new([grid().into(), 2.into()])]),
    Operator::new("median(Tensor input, int? dim=None, bool keepdim=False) -> Tensor", |args| {
        match args.optional_int(1)? {
            None if args.bool(2)? => {
                bail!(Type, "median() missing 1 required positional arguments: \"dim\"")
            }
            None => median(args.tensor(0)?).map(Into::into),
            Some(dim) => {
                let found = median_dim(args.tensor(0)?, dim, args.bool(2)?)?;
                name_node(&found.0, "MedianBackward1");
                Ok(Value::values_and_indices("median", found))
            }
        }
    })
    .doc("The middle value, the lower of two; with dim along it, with its index.")
    .method()
    .samples(|| vec![Args::new([grid().into()]), Args::new([grid().into(), 1.into()])]),
];

fn grid() -> Tensor {
    Tensor::from_vec(vec![0.5, -1.0, 2.0, 0.1, 1.4, -0.7], &[2, 3])
}
