//! Views: `reshape`, `unsqueeze`, `transpose`, `expand`, `flatten` and their kin.
//!
//! Views share storage and are differentiable; what cannot be a view copies and says so. What it is not: values in
//! another order (see `rearrange`), or copies of all (see `copy`).

use smallvec::{SmallVec, smallvec};

use super::{Args, Operator, Value};
use crate::{
    Result, Tensor,
    autograd::record,
    bail,
    tensor::{
        Dims, Layout,
        layout::{self, ints_text, shape_text, wrap_dim},
        memory,
    },
};

/// Sizes from Python: one -1 is worked out from the rest.
fn infer_shape(x: &Tensor, sizes: &[i64]) -> Result<Dims> {
    let invalid = || format!("shape '{}' is invalid for input of size {}", ints_text(sizes), x.numel());
    // A product that overflows is none that fits.
    let known: i64 = sizes.iter().filter(|&&size| size != -1).fold(1, |all, &size| all.saturating_mul(size));
    let unknown = sizes.iter().filter(|&&size| size == -1).count();
    if unknown > 1 {
        bail!(Runtime, "only one dimension can be inferred");
    }
    if let Some(at) = sizes.iter().position(|&size| size < -1) {
        bail!(Runtime, "invalid shape dimension {} at index {at} of shape {}", sizes[at], ints_text(sizes));
    }
    let count = x.numel() as i64;
    if unknown == 1 && known == 0 {
        bail!(
            Runtime,
            "cannot reshape tensor of 0 elements into shape {} because the unspecified dimension size -1 can be any \
             value and is ambiguous",
            ints_text(sizes)
        );
    }
    if (unknown == 0 && known != count) || (unknown == 1 && count % known != 0) {
        bail!(Runtime, "{}", invalid());
    }
    let shape: Dims =
        sizes.iter().map(|&size| if size == -1 { count / known } else { size } as usize).collect();
    memory::numel(&shape)?;
    Ok(shape)
}

/// A view in the graph whose gradient is brought back by `back`.
fn view_of(
    x: &Tensor,
    layout: Layout,
    name: &'static str,
    back: impl Fn(&Tensor) -> Result<Tensor> + 'static,
) -> Tensor {
    record(name, &[x], &[], x.view_with(layout), move |ctx| Ok(smallvec![Some(back(ctx.grad())?)]))
}

/// The same values in another shape: a view where strides allow it, else a copy.
pub fn reshape(x: &Tensor, shape: &[usize]) -> Result<Tensor> {
    if x.shape() == shape {
        return Ok(x.clone());
    }
    reshape_named(x, shape)
}

fn reshape_named(x: &Tensor, shape: &[usize]) -> Result<Tensor> {
    if memory::numel(shape)? != x.numel() {
        bail!(Runtime, "shape '{}' is invalid for input of size {}", shape_text(shape), x.numel());
    }
    let old: Dims = x.shape().into();
    match x.layout().view(shape) {
        Some(layout) => Ok(view_of(x, layout, "ViewBackward0", move |grad| reshape(grad, &old))),
        None => {
            let copy = x.copy()?.with_layout(Layout::contiguous(shape));
            Ok(record("UnsafeViewBackward0", &[x], &[], copy, move |ctx| {
                Ok(smallvec![Some(reshape(ctx.grad(), &old)?)])
            }))
        }
    }
}

/// The same storage in another shape; an error where strides do not allow it.
pub fn view(x: &Tensor, shape: &[usize]) -> Result<Tensor> {
    if x.layout().view(shape).is_none() {
        bail!(
            Runtime,
            "view size is not compatible with input tensor's size and stride (at least one dimension spans across two \
             contiguous subspaces). Use .reshape(...) instead."
        );
    }
    reshape_named(x, shape)
}

/// A dimension of size 1 put in at `dim`.
pub fn unsqueeze(x: &Tensor, dim: i64) -> Result<Tensor> {
    let at = wrap_dim(dim, x.ndim() + 1)?;
    let mut layout = x.layout().clone();
    let stride = layout.shape.get(at).map_or(1, |size| size * layout.strides[at]);
    layout.shape.insert(at, 1);
    layout.strides.insert(at, stride);
    Ok(view_of(x, layout, "UnsqueezeBackward0", move |grad| squeeze(grad, &[at as i64])))
}

/// Without the dimensions of size 1: all of them, or those named.
pub fn squeeze(x: &Tensor, dims: &[i64]) -> Result<Tensor> {
    let name = if dims.is_empty() { "SqueezeBackward0" } else { "SqueezeBackward1" };
    squeeze_as(x, dims, name)
}

/// [`squeeze`] as a node of that name: PyTorch counts its forms.
pub(super) fn squeeze_as(x: &Tensor, dims: &[i64], name: &'static str) -> Result<Tensor> {
    let wrapped = dims.iter().map(|&dim| wrap_dim(dim, x.ndim())).collect::<Result<Dims>>()?;
    let goes = |dim: usize| x.shape()[dim] == 1 && (dims.is_empty() || wrapped.contains(&dim));
    let kept: SmallVec<[usize; 4]> = (0..x.ndim()).filter(|&dim| !goes(dim)).collect();
    let layout = Layout {
        shape: kept.iter().map(|&dim| x.shape()[dim]).collect(),
        strides: kept.iter().map(|&dim| x.strides()[dim]).collect(),
        offset: x.storage_offset(),
    };
    let old: Dims = x.shape().into();
    Ok(view_of(x, layout, name, move |grad| reshape(grad, &old)))
}

/// The dimensions in the order named.
pub fn permute(x: &Tensor, dims: &[i64]) -> Result<Tensor> {
    if dims.len() != x.ndim() {
        bail!(
            Runtime,
            "permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired \
             ordering of dimensions i.e. input.dim() = {} is not equal to len(dims) = {}",
            x.ndim(),
            dims.len()
        );
    }
    let order = dims.iter().map(|&dim| wrap_dim(dim, x.ndim())).collect::<Result<Dims>>()?;
    let mut inverse: SmallVec<[i64; 4]> = smallvec![-1; order.len()];
    for (to, &from) in order.iter().enumerate() {
        if inverse[from] != -1 {
            bail!(Runtime, "permute(): duplicate dims are not allowed.");
        }
        inverse[from] = to as i64;
    }
    Ok(view_of(x, permuted(x.layout(), &order), "PermuteBackward0", move |grad| permute(grad, &inverse)))
}

fn permuted(layout: &Layout, order: &[usize]) -> Layout {
    Layout {
        shape: order.iter().map(|&dim| layout.shape[dim]).collect(),
        strides: order.iter().map(|&dim| layout.strides[dim]).collect(),
        offset: layout.offset,
    }
}

/// Two dimensions exchanged.
pub fn transpose(x: &Tensor, dim0: i64, dim1: i64) -> Result<Tensor> {
    transpose_named(x, dim0, dim1, "TransposeBackward0")
}

fn transpose_named(x: &Tensor, dim0: i64, dim1: i64, name: &'static str) -> Result<Tensor> {
    let (a, b) = (wrap_dim(dim0, x.ndim())?, wrap_dim(dim1, x.ndim())?);
    let mut layout = x.layout().clone();
    if x.ndim() > 0 {
        layout.shape.swap(a, b);
        layout.strides.swap(a, b);
    }
    Ok(view_of(x, layout, name, move |grad| transpose(grad, a as i64, b as i64)))
}

/// The transpose of a matrix; vectors stay.
pub fn t(x: &Tensor) -> Result<Tensor> {
    match x.ndim() {
        0 | 1 => Ok(x.clone()),
        2 => transpose_named(x, 0, 1, "TBackward0"),
        n => bail!(Runtime, "t() expects a tensor with <= 2 dimensions, but self is {n}D"),
    }
}

/// `Tensor.T`: all dimensions in reverse.
pub fn reverse_dims(x: &Tensor) -> Result<Tensor> {
    let order: SmallVec<[i64; 4]> = (0..x.ndim() as i64).rev().collect();
    permute(x, &order)
}

/// Repeated without copying where a size is 1; the stride there is 0.
pub fn expand(x: &Tensor, shape: &[usize]) -> Result<Tensor> {
    let sizes: SmallVec<[i64; 4]> = shape.iter().map(|&size| size as i64).collect();
    expand_sizes(x, &sizes)
}

/// As [`expand`]; -1 keeps a size.
fn expand_sizes(x: &Tensor, sizes: &[i64]) -> Result<Tensor> {
    if sizes.len() < x.ndim() {
        bail!(
            Runtime,
            "expand(torch.{}Tensor{{{}}}, size={}): the number of sizes provided ({}) must be greater or equal to the number of \
             dimensions in the tensor ({})",
            x.dtype().message_name(),
            shape_text(x.shape()),
            ints_text(sizes),
            sizes.len(),
            x.ndim()
        );
    }
    let lead = sizes.len() - x.ndim();
    let mut target = Dims::new();
    // From the last one on, which is the first that PyTorch complains of.
    for (dim, &size) in sizes.iter().enumerate().rev() {
        let own = dim.checked_sub(lead).map(|dim| x.shape()[dim]);
        match own {
            Some(own) if size == -1 || size == own as i64 => target.push(own),
            Some(1) | None if size >= 0 => target.push(size as usize),
            Some(own) => bail!(
                Runtime,
                "The expanded size of the tensor ({size}) must match the existing size ({own}) at non-singleton dimension \
                 {dim}.  Target sizes: {}.  Tensor sizes: {}",
                ints_text(sizes),
                shape_text(x.shape())
            ),
            None => bail!(
                Runtime,
                "The expanded size of the tensor ({size}) isn't allowed in a leading, non-existing dimension {dim}"
            ),
        }
    }
    target.reverse();
    memory::numel(&target)?;
    // The engine sums the gradient down to the input's shape.
    Ok(view_of(x, x.layout().expand(&target), "ExpandBackward0", |grad| Ok(grad.clone())))
}

/// The dimensions `start` to `end` merged into one.
pub fn flatten(x: &Tensor, start: i64, end: i64) -> Result<Tensor> {
    if x.ndim() == 0 {
        return reshape_named(x, &[1]);
    }
    let (start, end) = (wrap_dim(start, x.ndim())?, wrap_dim(end, x.ndim())?);
    if start > end {
        bail!(Runtime, "flatten() has invalid args: start_dim cannot come after end_dim");
    }
    let mut shape: Dims = x.shape()[..start].into();
    shape.push(x.shape()[start..=end].iter().product());
    shape.extend_from_slice(&x.shape()[end + 1..]);
    reshape(x, &shape)
}

/// One dimension split into several.
pub fn unflatten(x: &Tensor, dim: i64, sizes: &[i64]) -> Result<Tensor> {
    if sizes.is_empty() {
        bail!(Runtime, "unflatten: sizes must be non-empty");
    }
    if x.ndim() == 0 {
        bail!(Index, "Dimension specified as {dim} but tensor has no dimensions");
    }
    let at = wrap_dim(dim, x.ndim())?;
    let line = Tensor::from_vec(vec![false], &[1]).broadcast(&[x.shape()[at]]);
    let Ok(inner) = infer_shape(&line, sizes) else {
        bail!(
            Runtime,
            "unflatten: Provided sizes {} don't multiply up to the size of dim {at} ({}) in the input tensor",
            ints_text(sizes),
            x.shape()[at]
        );
    };
    let mut shape: Dims = x.shape()[..at].into();
    shape.extend(inner);
    shape.extend_from_slice(&x.shape()[at + 1..]);
    view(x, &shape)
}

/// Dimensions moved from `source` to `destination`, the others keeping their order.
pub fn movedim(x: &Tensor, source: &[i64], destination: &[i64]) -> Result<Tensor> {
    if source.len() != destination.len() {
        bail!(
            Runtime,
            "movedim: Invalid source or destination dims: source ({} dims) should contain the same number of dims as \
             destination ({} dims)",
            ints_text(source),
            ints_text(destination)
        );
    }
    let wrap = |dims: &[i64]| dims.iter().map(|&dim| wrap_dim(dim, x.ndim())).collect::<Result<Dims>>();
    let (from, to) = (wrap(source)?, wrap(destination)?);
    let mut rest = (0..x.ndim()).filter(|dim| !from.contains(dim));
    let order: SmallVec<[i64; 4]> = (0..x.ndim())
        .filter_map(|at| to.iter().position(|&place| place == at).map(|i| from[i]).or_else(|| rest.next()))
        .map(|dim| dim as i64)
        .collect();
    permute(x, &order)
}

/// Broadcasts tensors to their common shape.
pub fn broadcast_tensors(tensors: &[Tensor]) -> Result<Vec<Tensor>> {
    let mut shape = Dims::new();
    for tensor in tensors {
        shape = layout::broadcast(&shape, tensor.shape())?;
    }
    tensors.iter().map(|tensor| expand(tensor, &shape)).collect()
}

pub(super) fn dims_row(args: &Args, f: fn(&Tensor, &[i64]) -> Result<Tensor>) -> Result<Value> {
    f(args.tensor(0)?, args.ints(1)?).map(Into::into)
}

fn at_least(x: &Tensor, ndim: usize) -> Result<Tensor> {
    let mut out = x.clone();
    while out.ndim() < ndim {
        out = unsqueeze(&out, if ndim == 3 && out.ndim() == 2 { -1 } else { 0 })?;
    }
    Ok(out)
}

fn transpose_row(args: &Args) -> Result<Value> {
    transpose(args.tensor(0)?, args.int(1)?, args.int(2)?).map(Into::into)
}

fn shaped_as(args: &Args, shaped: fn(&Tensor, &[usize]) -> Result<Tensor>) -> Result<Value> {
    let x = args.tensor(0)?;
    let sizes: SmallVec<[i64; 4]> = args.tensor(1)?.shape().iter().map(|&size| size as i64).collect();
    shaped(x, &infer_shape(x, &sizes)?).map(Into::into)
}

pub const OPERATORS: &[Operator] = &[
    Operator::new("reshape(Tensor input, int[] shape) -> Tensor", |args| {
        let x = args.tensor(0)?;
        reshape(x, &infer_shape(x, args.ints(1)?)?).map(Into::into)
    })
    .doc("The same values in another shape; one size may be -1. A view where possible, else a copy.")
    .method()
    .samples(|| vec![Args::new([grid().into(), [3, -1].into()])]),
    Operator::new("view(Tensor input, int[] size) -> Tensor", |args| {
        let x = args.tensor(0)?;
        view(x, &infer_shape(x, args.ints(1)?)?).map(Into::into)
    })
    .doc("The same storage in another shape.")
    .only_method()
    .samples(|| vec![Args::new([grid().into(), [6].into()])]),
    Operator::new("view_as(Tensor input, Tensor other) -> Tensor", |args| shaped_as(args, view))
        .doc("The same storage in the shape of other.")
        .only_method(),
    Operator::new("reshape_as(Tensor input, Tensor other) -> Tensor", |args| shaped_as(args, reshape))
        .doc("The same values in the shape of other.")
        .only_method(),
    Operator::new("unsqueeze(Tensor input, int dim) -> Tensor", |args| {
        unsqueeze(args.tensor(0)?, args.int(1)?).map(Into::into)
    })
    .doc("A view with a dimension of size 1 put in at dim.")
    .method()
    .samples(|| vec![Args::new([grid().into(), 1.into()])]),
    Operator::new("squeeze(Tensor input, int[]? dim=None) -> Tensor", |args| dims_row(args, squeeze))
        .doc("A view without dimensions of size 1.")
        .method()
        .samples(|| vec![Args::new([grid().into()])]),
    Operator::new("permute(Tensor input, int[] dims) -> Tensor", |args| dims_row(args, permute))
        .doc("A view with the dimensions in another order.")
        .method()
        .samples(|| vec![Args::new([grid().into(), [1, 0].into()])]),
    Operator::new("transpose(Tensor input, int dim0, int dim1) -> Tensor", transpose_row)
        .doc("A view with two dimensions exchanged.")
        .method()
        .samples(|| vec![Args::new([grid().into(), 0.into(), 1.into()])]),
    Operator::new("swapaxes(Tensor input, int axis0, int axis1) -> Tensor", transpose_row)
        .doc("Another name of transpose.")
        .method(),
    Operator::new("swapdims(Tensor input, int dim0, int dim1) -> Tensor", transpose_row)
        .doc("Another name of transpose.")
        .method(),
    Operator::new("t(Tensor input) -> Tensor", |args| t(args.tensor(0)?).map(Into::into))
        .doc("The transpose of a matrix.")
        .method()
        .samples(|| vec![Args::new([grid().into()])]),
    Operator::new("expand(Tensor input, int[] size) -> Tensor", |args| dims_row(args, expand_sizes))
        .doc("A view repeated along dimensions of size 1, without copying.")
        .only_method()
        .samples(|| vec![Args::new([Tensor::from_vec(vec![0.5, 1.5], &[2, 1]).into(), [3, 2, 2].into()])]),
    Operator::new("expand_as(Tensor input, Tensor other) -> Tensor", |args| {
        expand(args.tensor(0)?, args.tensor(1)?.shape()).map(Into::into)
    })
    .doc("A view repeated to the shape of other.")
    .only_method(),
    Operator::new("broadcast_to(Tensor input, int[] size) -> Tensor", |args| dims_row(args, expand_sizes))
        .doc("A view repeated to this size.")
        .method(),
    Operator::new("broadcast_tensors(Tensor[] tensors) -> Tensor[]", |args| {
        broadcast_tensors(args.tensors(0)?).map(Into::into)
    })
    .doc("The tensors repeated to their common shape."),
    Operator::new("flatten(Tensor input, int start_dim=0, int end_dim=-1) -> Tensor", |args| {
        flatten(args.tensor(0)?, args.int(1)?, args.int(2)?).map(Into::into)
    })
    .doc("The dimensions from start_dim to end_dim as one.")
    .method()
    .samples(|| vec![Args::new([grid().into()])]),
    Operator::new("ravel(Tensor input) -> Tensor", |args| flatten(args.tensor(0)?, 0, -1).map(Into::into))
        .doc("All values in one dimension.")
        .method(),
    Operator::new("unflatten(Tensor input, int dim, int[] sizes) -> Tensor", |args| {
        unflatten(args.tensor(0)?, args.int(1)?, args.ints(2)?).map(Into::into)
    })
    .doc("One dimension split into several.")
    .method(),
    Operator::new("movedim(Tensor input, int[] source, int[] destination) -> Tensor", |args| {
        movedim(args.tensor(0)?, args.ints(1)?, args.ints(2)?).map(Into::into)
    })
    .doc("A view with dimensions moved to new places.")
    .method(),
    Operator::new("atleast_1d(Tensor input) -> Tensor", |args| at_least(args.tensor(0)?, 1).map(Into::into))
        .doc("A view with at least one dimension."),
    Operator::new("atleast_2d(Tensor input) -> Tensor", |args| at_least(args.tensor(0)?, 2).map(Into::into))
        .doc("A view with at least two dimensions."),
    Operator::new("atleast_3d(Tensor input) -> Tensor", |args| at_least(args.tensor(0)?, 3).map(Into::into))
        .doc("A view with at least three dimensions."),
];

pub(super) fn grid() -> Tensor {
    Tensor::from_vec(vec![0.5, -1.0, 2.0, 0.1, 1.4, -0.7], &[2, 3])
}
