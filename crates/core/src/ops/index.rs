//! Python's `x[...]`: integers, slices, `None`, `...`, and tensors or masks as indices; reading and assigning.
//!
//! Integers, slices and `None` give views, one dimension at a time. Index tensors give copies: they broadcast
//! together, and the dimensions they select stand where the indexed ones stood if those are adjacent, else in front
//! (numpy's rules).

use std::rc::Rc;

use smallvec::smallvec;

use super::{
    Args, Operand, Operator,
    places::{self, Places},
    reshape,
    selection::{Selection, is_mask, wrap_index},
    unsqueeze,
};
use crate::{
    Device, Dtype, Result, Scalar, Tensor,
    autograd::{is_recording, record, refuse_leaf, refuse_part_of_leaf, written},
    bail, guarded,
    tensor::{
        Dims,
        device::on_gpu,
        gpu,
        layout::{shape_text, wrap_dim},
        memory,
    },
};

/// One part of what stands between the brackets.
#[derive(Clone, Debug)]
pub enum Index {
    Int(i64),
    Slice {
        start: Option<i64>,
        stop: Option<i64>,
        step: Option<i64>,
    },
    None,
    Ellipsis,
    /// Integers, or a mask.
    Tensor(Tensor),
}

// --- one dimension at a time -------------------------------------------------------------------------------

/// `x[..., index, ...]` at `dim`: a view without that dimension.
pub fn select(x: &Tensor, dim: i64, index: i64) -> Result<Tensor> {
    if x.ndim() == 0 {
        bail!(Index, "select() cannot be applied to a 0-dim tensor.");
    }
    let dim = wrap_dim(dim, x.ndim())?;
    let at = wrap_index(index, x.shape()[dim], dim)?;
    let mut layout = x.layout().clone();
    layout.offset += at * layout.strides[dim];
    layout.shape.remove(dim);
    layout.strides.remove(dim);
    let window = Window { shape: x.shape().into(), dim, start: at, step: 1 };
    Ok(record("SelectBackward0", &[x], &[], x.view_with(layout), move |ctx| {
        let grad = unsqueeze(ctx.grad(), dim as i64)?;
        Ok(smallvec![Some(window.spread(&grad)?)])
    }))
}

/// `x[..., start:stop:step, ...]` at `dim`: a view. Bounds are cut to the size, as Python does.
pub fn slice(x: &Tensor, dim: i64, start: Option<i64>, stop: Option<i64>, step: i64) -> Result<Tensor> {
    if step == 0 {
        bail!(Value, "slice step cannot be zero");
    }
    if step < 0 {
        bail!(Value, "step must be greater than zero");
    }
    if x.ndim() == 0 {
        bail!(Index, "slice() cannot be applied to a 0-dim tensor.");
    }
    let dim = wrap_dim(dim, x.ndim())?;
    let size = x.shape()[dim] as i64;
    let bound = |given: Option<i64>, default: i64| {
        let value = given.unwrap_or(default);
        (if value < 0 { value + size } else { value }).clamp(0, size)
    };
    let (start, stop) = (bound(start, 0), bound(stop, size));
    let mut layout = x.layout().clone();
    layout.shape[dim] = ((stop - start).max(0) as usize).div_ceil(step as usize);
    layout.offset += start as usize * layout.strides[dim];
    // A step over the end shows one entry at most, whose stride does not matter.
    layout.strides[dim] *= step.min(size.max(1)) as usize;
    let window = Window { shape: x.shape().into(), dim, start: start as usize, step: step as usize };
    Ok(record("SliceBackward0", &[x], &[], x.view_with(layout), move |ctx| {
        Ok(smallvec![Some(window.spread(ctx.grad())?)])
    }))
}

/// `length` entries of `dim` from `start` on: a view.
pub fn narrow(x: &Tensor, dim: i64, start: i64, length: i64) -> Result<Tensor> {
    if x.ndim() == 0 {
        bail!(Runtime, "narrow() cannot be applied to a 0-dim tensor.");
    }
    if length < 0 {
        bail!(Runtime, "narrow(): length must be non-negative.");
    }
    let at = wrap_dim(dim, x.ndim())?;
    let size = x.shape()[at] as i64;
    if start < -size || start > size {
        bail!(Index, "start out of range (expected to be in range of [{}, {size}], but got {start})", -size);
    }
    let from = if start < 0 { start + size } else { start };
    if length > size - from {
        bail!(Runtime, "start ({start}) + length ({length}) exceeds dimension size ({size}).");
    }
    slice(x, at as i64, Some(from), Some(from + length), 1)
}

/// Which part of a dimension a view shows.
struct Window {
    shape: Dims,
    dim: usize,
    start: usize,
    step: usize,
}

impl Window {
    /// Zeros of the whole shape with `grad` in the window. Its own gradient is the window's again.
    fn spread(&self, grad: &Tensor) -> Result<Tensor> {
        if grad.ndim() != self.shape.len() || grad.shape()[self.dim] > self.shape[self.dim] {
            bail!(
                Runtime,
                "Function SliceBackward0 returned an invalid gradient at index 0 - got {} but expected shape compatible with \
                 {}",
                shape_text(grad.shape()),
                shape_text(&self.shape)
            );
        }
        let output = grad.full_like(&self.shape, Scalar::Int(0))?;
        let mut layout = output.layout().clone();
        let count = grad.shape()[self.dim];
        layout.offset = self.start * layout.strides[self.dim];
        layout.shape[self.dim] = count;
        layout.strides[self.dim] *= self.step;
        if grad.numel() > 0 {
            output.with_layout(layout).write(&grad.detach())?;
        }
        let (dim, start, step) = (self.dim as i64, self.start as i64, self.step as i64);
        let stop = if count == 0 { start } else { start + (count as i64 - 1) * step + 1 };
        Ok(record("SliceBackwardBackward0", &[grad], &[], output, move |ctx| {
            Ok(smallvec![Some(slice(ctx.grad(), dim, Some(start), Some(stop), step)?)])
        }))
    }
}

// --- reading -----------------------------------------------------------------------------------------------

/// `x[indices]`.
pub fn index(x: &Tensor, indices: &[Index]) -> Result<Tensor> {
    guarded("index", || read(x, indices))
}

fn read(x: &Tensor, indices: &[Index]) -> Result<Tensor> {
    if let Some(mask) = mask_alone(x, indices) {
        let selection = Selection::by_mask(x, mask)?;
        return places::take(x, &selection.places, &selection.shape, "IndexBackward0");
    }
    let (view, tensors) = basic(x, indices)?;
    if tensors.iter().all(Option::is_none) {
        return Ok(if view.is_same_view(x) && !is_slice(indices) { alias(x) } else { view });
    }
    let selection = Selection::new(&view, &tensors)?;
    places::take(&view, &selection.places, &selection.shape, "IndexBackward0")
}

/// Whether it is a slice alone, which makes a node of its own even where it is the whole.
fn is_slice(indices: &[Index]) -> bool {
    matches!(indices, [Index::Slice { .. }])
}

/// `x[...]`: another tensor that shows the same.
fn alias(x: &Tensor) -> Tensor {
    record("AliasBackward0", &[x], &[], x.view_with(x.layout().clone()), |ctx| {
        Ok(smallvec![Some(ctx.grad().clone())])
    })
}

/// Applies all but the tensors, which come back with the dimensions they index.
fn basic(x: &Tensor, indices: &[Index]) -> Result<(Tensor, Vec<Option<Tensor>>)> {
    let consumed: usize = indices.iter().map(dims_consumed).sum();
    if consumed > x.ndim() {
        if x.ndim() == 0 && matches!(indices, [Index::Int(_)]) {
            bail!(
                Index,
                "invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert \
                 a 0-dim tensor to a number"
            );
        }
        if x.ndim() == 0 && matches!(indices, [Index::Slice { .. }]) {
            bail!(Index, "slice() cannot be applied to a 0-dim tensor.");
        }
        bail!(Index, "too many indices for tensor of dimension {}", x.ndim());
    }
    let (mut view, mut tensors, mut dim) = (x.clone(), Vec::new(), 0);
    // The dimension of `x` that comes next: what messages name.
    let mut own = 0;
    for part in indices {
        // A second `...` may have passed over what is left.
        if dims_consumed(part) > 0 && dim + dims_consumed(part) > view.ndim() {
            match part {
                Index::Int(at) => bail!(Index, "index {at} is out of bounds for dimension {dim} with size 0"),
                _ => bail!(Index, "too many indices for tensor of dimension {}", x.ndim()),
            }
        }
        match part {
            Index::Int(at) => {
                wrap_index(*at, view.shape()[dim], own)?;
                view = select(&view, dim as i64, *at)?;
            }
            Index::Slice { start, stop, step } => {
                let part = slice(&view, dim as i64, *start, *stop, step.unwrap_or(1))?;
                if is_slice(indices) || !part.is_same_view(&view) {
                    view = part;
                }
                dim += 1;
            }
            Index::None => {
                view = unsqueeze(&view, dim as i64)?;
                dim += 1;
            }
            Index::Ellipsis => {
                dim += x.ndim() - consumed;
                own += x.ndim() - consumed;
            }
            Index::Tensor(tensor) if is_single(tensor) => {
                view = select(&view, dim as i64, tensor.item()?.to_i64())?;
            }
            Index::Tensor(tensor) => {
                if tensor.ndim() == 0 {
                    view = unsqueeze(&view, dim as i64)?;
                }
                for tensor in as_integers(tensor, &view, dim)? {
                    tensors.resize(dim, None);
                    tensors.push(Some(tensor));
                    dim += 1;
                }
            }
        }
        own += dims_consumed(part);
    }
    tensors.resize(view.ndim(), None);
    Ok((view, tensors))
}

/// How many dimensions of the tensor an index uses up.
fn dims_consumed(index: &Index) -> usize {
    match index {
        Index::Int(_) | Index::Slice { .. } => 1,
        Index::None | Index::Ellipsis => 0,
        Index::Tensor(tensor) if is_mask(tensor) => tensor.ndim(),
        Index::Tensor(_) => 1,
    }
}

/// A 0-d tensor of an integer indexes as that integer does.
fn is_single(tensor: &Tensor) -> bool {
    tensor.ndim() == 0 && !is_mask(tensor) && !tensor.dtype().is_float()
}

/// An index tensor as int64, one per dimension it indexes: a mask is the places where it holds.
fn as_integers(tensor: &Tensor, view: &Tensor, dim: usize) -> Result<Vec<Tensor>> {
    if !is_mask(tensor) {
        if tensor.dtype().is_float() {
            bail!(Index, "tensors used as indices must be long, int, byte or bool tensors");
        }
        return Ok(vec![tensor.cast(Dtype::Int64)?]);
    }
    // A 0-d mask indexes the dimension that was put in for it.
    let shape: Dims = if tensor.ndim() == 0 { smallvec![1] } else { tensor.shape().into() };
    for (at, &size) in shape.iter().enumerate() {
        if view.shape()[dim + at] != size {
            bail!(
                Index,
                "The shape of the mask {} at index {at} does not match the shape of the indexed tensor {} at index {}",
                shape_text(tensor.shape()),
                shape_text(view.shape()),
                dim + at
            );
        }
    }
    let places = super::nonzero(&tensor.detach().with_layout(tensor.layout().expand(&shape)))?;
    (0..shape.len()).map(|at| select(&places, 1, at as i64)).collect()
}

/// A mask of the first dimensions that is all that is asked for, on the CPU.
fn mask_alone<'a>(x: &Tensor, indices: &'a [Index]) -> Option<&'a Tensor> {
    let [Index::Tensor(mask)] = indices else { return None };
    let is_of_first = mask.ndim() > 0 && x.shape().get(..mask.ndim()) == Some(mask.shape());
    let is_here = [x, mask].iter().all(|tensor| tensor.device() == Device::Cpu);
    (is_mask(mask) && is_of_first && is_here).then_some(mask)
}

// --- assigning ---------------------------------------------------------------------------------------------

/// `x[indices] = value`. In a graph, `x` becomes the result of the assignment.
pub fn index_assign(x: &mut Tensor, indices: &[Index], value: Operand) -> Result<()> {
    guarded("index_put_", || assign(x, indices, value))
}

fn assign(x: &mut Tensor, indices: &[Index], value: Operand) -> Result<()> {
    let value = match value {
        Operand::Tensor(value) => value.clone(),
        Operand::Scalar(value) => x.full_like(&[], value)?,
    };
    let alone = mask_alone(x, indices);
    let (view, tensors) = match alone {
        Some(_) => (x.detach(), vec![]),
        None => basic(&x.detach(), indices)?,
    };
    let is_basic = alone.is_none() && tensors.iter().all(Option::is_none);
    if is_basic && view.layout() != x.layout() {
        refuse_part_of_leaf(x)?
    } else {
        refuse_leaf(x)?
    }
    let places = if is_recording(&[x, &value]) { Some(places_of(x, indices)?) } else { None };
    if let Some(mask) = alone {
        assign_selected(&view, &value, || Selection::by_mask(&view, mask))?;
    } else if is_basic {
        view.write(&fitted(&value, view.shape())?)?;
    } else {
        assign_selected(&view, &value, || Selection::new(&view, &tensors))?;
    }
    match places {
        Some((places, shape)) => rebase(x, &value, places, shape),
        None => Ok(()),
    }
}

/// `value` without leading dimensions of size 1 beyond those of `shape`, if it then broadcasts to it.
fn fitted(value: &Tensor, shape: &[usize]) -> Result<Tensor> {
    let mut value = value.detach();
    while value.ndim() > shape.len() && value.shape()[0] == 1 {
        value = select(&value, 0, 0)?;
    }
    super::expand(&value, shape)
}

fn assign_selected(
    view: &Tensor,
    value: &Tensor,
    selection: impl FnOnce() -> Result<Selection>,
) -> Result<()> {
    if value.dtype() != view.dtype() && value.ndim() > 0 {
        bail!(
            Runtime,
            "Index put requires the source and destination dtypes match, got {} for the destination and {} for the \
             source.",
            view.dtype().message_name(),
            value.dtype().message_name()
        );
    }
    let selection = selection()?;
    let Ok(fitted) = fitted(value, &selection.shape) else {
        bail!(
            Runtime,
            "shape mismatch: value tensor of shape {} cannot be broadcast to indexing result of shape {}",
            shape_text(value.shape()),
            shape_text(&selection.shape)
        );
    };
    view.write(&places::written(&view.detach(), &selection.places, &fitted)?)?;
    Ok(())
}

/// The places of `x` that the indices name, in the order of what they give: by indexing the places themselves.
fn places_of(x: &Tensor, indices: &[Index]) -> Result<(Rc<Places>, Dims)> {
    on_gpu!(x.device() => {
        let named = index(&reshape(&gpu::arange(x.numel()), x.shape())?, indices)?;
        let shape = named.shape().into();
        Ok((Places::on_gpu(named, 1), shape))
    });
    let all = Tensor::from_vec(memory::collect((0..x.numel()).map(|at| at as i64))?, x.shape());
    let named = index(&all, indices)?;
    let starts = memory::collect(named.to_vec::<i64>()?.into_iter().map(|at| at as usize))?;
    Ok((Places::single(starts), named.shape().into()))
}

/// Makes `x` the output of a node: the old value's gradient is cleared where it was overwritten.
fn rebase(x: &mut Tensor, value: &Tensor, places: Rc<Places>, shape: Dims) -> Result<()> {
    let output = record("CopySlices", &[x, value], &[], x.detach(), move |ctx| {
        let old = ctx.when(0, || places::cleared(ctx.grad(), &places))?;
        let new = ctx.when(1, || places::take(ctx.grad(), &places, &shape, "IndexBackward0"))?;
        Ok(smallvec![old, new])
    });
    written(x, &output)
}

pub const OPERATORS: &[Operator] = &[
    Operator::new("select(Tensor input, int dim, int index) -> Tensor", |args| {
        select(args.tensor(0)?, args.int(1)?, args.int(2)?).map(Into::into)
    })
    .doc("The view at one index of a dimension, which goes away.")
    .method()
    .samples(|| vec![Args::new([grid().into(), 1.into(), 2.into()])]),
    Operator::new("narrow(Tensor input, int dim, int start, int length) -> Tensor", |args| {
        narrow(args.tensor(0)?, args.int(1)?, args.int(2)?, args.int(3)?).map(Into::into)
    })
    .doc("The view of length entries of a dimension from start on.")
    .method()
    .samples(|| vec![Args::new([grid().into(), 1.into(), 1.into(), 2.into()])]),
];

fn grid() -> Tensor {
    Tensor::from_vec(vec![0.5, -1.0, 2.0, 0.1, 1.4, -0.7], &[2, 3])
}
