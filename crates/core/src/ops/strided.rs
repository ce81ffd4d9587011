//! Views given by strides: `as_strided`, `diagonal`, and `Tensor.unfold`, the windows along a dimension.
//!
//! What it is not: the columns that convolutions are made of (see [`super::unfold`]). Start reading at [`as_strided`].

use smallvec::smallvec;

use super::{
    Args, Operator, div,
    places::{Places, put, take},
};
use crate::{
    Error, Result, Scalar, Tensor,
    autograd::record,
    bail,
    tensor::{
        Dims, Layout,
        layout::{ints_text, wrap_dim},
        memory,
    },
};

/// The node of a view by strides.
const NODE: &str = "AsStridedBackward0";

/// The storage behind `x` seen in other sizes, with other strides, from another offset (`x`'s own if `None`), all in
/// elements.
pub fn as_strided(x: &Tensor, sizes: &[i64], strides: &[i64], offset: Option<i64>) -> Result<Tensor> {
    if sizes.len() != strides.len() {
        bail!(Runtime, "mismatch in length of strides and shape");
    }
    if strides.iter().any(|&stride| stride < 0) {
        bail!(
            Runtime,
            "as_strided: Negative strides are not supported at the moment, got strides: {}",
            ints_text(strides)
        );
    }
    if sizes.iter().any(|&size| size < 0) {
        return Err(overflowed(sizes, strides));
    }
    let offset = offset.unwrap_or(x.storage_offset() as i64);
    if offset < 0 {
        bail!(Runtime, "Tensor: invalid storage offset {offset}");
    }
    check_bounds(x, sizes, strides, offset)?;
    let addresses =
        |given: &[i64]| given.iter().map(|&size| usize::try_from(size).ok()).collect::<Option<Dims>>();
    let (Some(shape), Some(strides)) = (addresses(sizes), addresses(strides)) else {
        bail!(Runtime, "numel: integer multiplication overflow");
    };
    memory::numel(&shape)?;
    shown_as(x, Layout { shape, strides, offset: offset as usize })
}

fn overflowed(sizes: &[i64], strides: &[i64]) -> Error {
    let (sizes, strides) = (ints_text(sizes), ints_text(strides));
    Error::Runtime(format!("Storage size calculation overflowed with sizes={sizes} and strides={strides}"))
}

/// That the storage has everything that the view shows.
fn check_bounds(x: &Tensor, sizes: &[i64], strides: &[i64], offset: i64) -> Result<()> {
    if sizes.contains(&0) {
        return Ok(());
    }
    let pairs = sizes.iter().zip(strides);
    let last: i128 =
        offset as i128 + pairs.map(|(&size, &stride)| (size as i128 - 1) * stride as i128).sum::<i128>();
    let bytes = x.dtype().bytes() as i128;
    let (needed, available) = ((last + 1) * bytes, x.storage().len() as i128 * bytes);
    if needed > i64::MAX as i128 {
        return Err(overflowed(sizes, strides));
    }
    if needed > available {
        bail!(
            Runtime,
            "setStorage: sizes {}, strides {}, storage offset {offset}, and itemsize {bytes} requiring a storage size of \
             {needed} are out of bounds for storage of size {available}",
            ints_text(sizes),
            ints_text(strides)
        );
    }
    Ok(())
}

/// `x`'s storage in another layout. Gradient: added up in the storage, and there read where `x` lies; a place that `x`
/// shows several times shares it among them.
fn shown_as(x: &Tensor, layout: Layout) -> Result<Tensor> {
    let (own, length) = (x.layout().clone(), x.storage().len());
    let view = x.view_with(layout.clone());
    Ok(record(NODE, &[x], &[], view, move |ctx| {
        let places = Places::of_layout(&own)?;
        let whole = put(ctx.grad(), &Places::of_layout(&layout)?, &[length])?;
        let grad = take(&whole, &places, &own.shape, NODE)?;
        if own.is_contiguous() || own.is_dense() {
            return Ok(smallvec![Some(grad)]);
        }
        let each = ctx.grad().full_like(&own.shape, Scalar::Float(1.0))?;
        let shown = take(&put(&each, &places, &[length])?, &places, &own.shape, NODE)?;
        Ok(smallvec![Some(div(&grad, &shown)?)])
    }))
}

/// All windows of `size` values along a dimension, each `step` after the one before; the window's values come last.
pub fn windows(x: &Tensor, dim: i64, size: i64, step: i64) -> Result<Tensor> {
    let at = wrap_dim(dim, x.ndim())?;
    let length = x.shape().get(at).map_or(1, |&length| length as i64);
    if size < 0 {
        bail!(Runtime, "size is {size} but must be >= 0");
    }
    if size > length {
        bail!(Runtime, "maximum size for tensor at dimension {at} is {length} but size is {size}");
    }
    if step <= 0 {
        bail!(Runtime, "step is {step} but must be > 0");
    }
    let count = ((length - size) / step + 1) as usize;
    let windowed = move |layout: &Layout| {
        let mut layout = layout.clone();
        let stride = layout.strides.get(at).copied().unwrap_or(1);
        if let (Some(size), Some(stride)) = (layout.shape.get_mut(at), layout.strides.get_mut(at)) {
            *size = count;
            // One window has no next: its step may be as long as it likes.
            *stride = stride.saturating_mul(step as usize);
        }
        layout.shape.push(size as usize);
        layout.strides.push(stride);
        layout
    };
    Ok(selected("UnfoldBackward0", x, windowed))
}

/// Some of the values of `x`, of whose layout `view` makes another. Gradient: added up where the values came from.
fn selected(name: &'static str, x: &Tensor, view: impl Fn(&Layout) -> Layout + 'static) -> Tensor {
    let old: Dims = x.shape().into();
    record(name, &[x], &[], x.view_with(view(x.layout())), move |ctx| {
        let places = Places::of_layout(&view(&Layout::contiguous(&old)))?;
        Ok(smallvec![Some(put(ctx.grad(), &places, &old)?)])
    })
}

/// The diagonal of two dimensions as the last one: the main one, or the `offset`th above it.
pub fn diagonal(x: &Tensor, offset: i64, dim1: i64, dim2: i64) -> Result<Tensor> {
    let (first, second) = (wrap_dim(dim1, x.ndim())?, wrap_dim(dim2, x.ndim())?);
    if first == second {
        bail!(Runtime, "diagonal dimensions cannot be identical {dim1}, {dim2}");
    }
    let skipped = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
    let (down, right) = if offset < 0 { (skipped, 0) } else { (0, skipped) };
    let left = |dim: usize, skipped: usize| x.shape()[dim].saturating_sub(skipped);
    let length = left(first, down).min(left(second, right));
    let along = move |layout: &Layout| {
        let mut layout = layout.clone();
        let step = layout.strides[first] + layout.strides[second];
        if length > 0 {
            layout.offset += down * layout.strides[first] + right * layout.strides[second];
        }
        for dim in [first.max(second), first.min(second)] {
            layout.shape.remove(dim);
            layout.strides.remove(dim);
        }
        layout.shape.push(length);
        layout.strides.push(step);
        layout
    };
    Ok(selected("DiagonalBackward0", x, along))
}

pub const OPERATORS: &[Operator] = &[
    Operator::new(
        "as_strided(Tensor input, int[] size, int[] stride, int? storage_offset=None) -> Tensor",
        |args: &Args| {
            as_strided(args.tensor(0)?, args.ints(1)?, args.ints(2)?, args.optional_int(3)?).map(Into::into)
        },
    )
    .doc("The memory behind the tensor in other sizes, with other strides, all counted in elements.")
    .method()
    .samples(|| {
        let apart = sample();
        vec![
            Args::new([sample().into(), [2, 2].into(), [1, 2].into()]),
            Args::new([sample().into(), [2, 2].into(), [3, 0].into(), 1.into()]),
            Args::new([apart.into(), [0, 2].into(), [1, 1].into()]),
        ]
    }),
    Operator::new("diagonal(Tensor input, int offset=0, int dim1=0, int dim2=1) -> Tensor", |args: &Args| {
        diagonal(args.tensor(0)?, args.int(1)?, args.int(2)?, args.int(3)?).map(Into::into)
    })
    .doc("A view of the diagonal of two dimensions, which becomes the last one.")
    .method()
    .samples(|| {
        vec![
            Args::new([sample().into()]),
            Args::new([sample().into(), 1.into()]),
            Args::new([sample().into(), (-1).into(), 1.into(), 0.into()]),
        ]
    }),
    Operator::new(
        "linalg_diagonal(Tensor A, *, int offset=0, int dim1=-2, int dim2=-1) -> Tensor",
        |args: &Args| diagonal(args.tensor(0)?, args.int(1)?, args.int(2)?, args.int(3)?).map(Into::into),
    )
    .doc("A view of the diagonals of matrices.")
    .linalg()
    .samples(|| vec![Args::new([sample().into(), 1.into()])]),
    Operator::new("unfold(Tensor input, int dimension, int size, int step) -> Tensor", |args: &Args| {
        windows(args.tensor(0)?, args.int(1)?, args.int(2)?, args.int(3)?).map(Into::into)
    })
    .doc("All windows of so many values along a dimension; the values of each come last.")
    .only_method()
    .samples(|| {
        vec![
            Args::new([sample().into(), 1.into(), 2.into(), 1.into()]),
            Args::new([sample().into(), 0.into(), 1.into(), 3.into()]),
        ]
    }),
];

fn sample() -> Tensor {
    Tensor::from_vec(vec![0.4, -1.2, 0.7, 2.1, -0.3, 1.5], &[2, 3])
}
