//! `torch.nn.functional.pad`: values put around a tensor's last dimensions, constant ones or its own.
//!
//! Widths come as pairs (before, after), the last dimension's first; negative ones cut off. Start reading at
//! [`constant_pad`].

use smallvec::{SmallVec, smallvec};

use super::{
    Args, Operator, Value,
    places::{Places, take},
};
use crate::{
    Dtype, Result, Scalar, Tensor,
    autograd::record,
    bail,
    tensor::{Dims, Layout, layout::shape_text, limits::fill_check, memory},
};

type Widths = SmallVec<[(i64, i64); 4]>;

/// The widths by dimension, the first dimension's first.
fn widths(x: &Tensor, pad: &[i64]) -> Result<Widths> {
    if !pad.len().is_multiple_of(2) {
        bail!(Runtime, "Padding length must be divisible by 2");
    }
    if pad.len() > 2 * x.ndim() {
        bail!(
            Runtime,
            "Padding length should be less than or equal to two times the input dimension but got padding length {} and \
             input of dimension {}",
            pad.len(),
            x.ndim()
        );
    }
    let given = pad.chunks_exact(2).rev().map(|pair| (pair[0], pair[1]));
    let untouched = x.ndim() - pad.len() / 2;
    Ok(std::iter::repeat_n((0, 0), untouched).chain(given).collect())
}

/// The sizes afterwards: less than 0 where more is cut off than there is.
fn sizes(x: &Tensor, widths: &Widths) -> SmallVec<[i64; 4]> {
    let sizes = x.shape().iter().zip(widths);
    sizes
        .map(|(&size, &(before, after))| (size as i64).saturating_add(before).saturating_add(after))
        .collect()
}

/// One value around. Gradient: the same widths cut off.
pub fn constant_pad(x: &Tensor, pad: &[i64], value: Scalar) -> Result<Tensor> {
    let widths = widths(x, pad)?;
    let (mut source, mut kept) = (x.layout().clone(), SmallVec::<[i64; 4]>::new());
    for (dim, &(before, after)) in widths.iter().enumerate() {
        let left = (x.shape()[dim] as i64).saturating_add(before.min(0)).saturating_add(after.min(0));
        if left < 0 {
            bail!(Runtime, "narrow(): length must be non-negative.");
        }
        kept.push(left);
    }
    fill_check(value, x.dtype())?;
    let shape = memory::sizes(&sizes(x, &widths), x.dtype())?;
    let output = Tensor::full_on(&shape, value, x.dtype(), x.device())?;
    let mut target = output.layout().clone();
    for (dim, &(before, _)) in widths.iter().enumerate() {
        (source.shape[dim], target.shape[dim]) = (kept[dim] as usize, kept[dim] as usize);
        source.offset += (-before).max(0) as usize * source.strides[dim];
        target.offset += before.max(0) as usize * target.strides[dim];
    }
    if target.numel() > 0 {
        output.with_layout(target).write(&x.with_layout(source))?;
    }
    let back: SmallVec<[i64; 4]> = pad.iter().map(|&width| -width).collect();
    Ok(record("ConstantPadNdBackward0", &[x], &[], output, move |ctx| {
        Ok(smallvec![Some(constant_pad(ctx.grad(), &back, Scalar::Int(0))?)])
    }))
}

/// Which of its own values a tensor is continued with.
#[derive(Clone, Copy, PartialEq)]
enum Continuation {
    Reflect,
    Replicate,
    Circular,
}

impl Continuation {
    /// The place of a value from which `at` continues: between 0 and `size`, if the checks hold. What is cut off does
    /// not come round again.
    fn place(self, at: i64, size: i64, (before, after): (i64, i64)) -> usize {
        let (start, end) = ((-before).max(0), size + after.min(0));
        let place = match self {
            Continuation::Reflect if at < 0 => -at,
            Continuation::Reflect if at >= size => 2 * (size - 1) - at,
            Continuation::Reflect => at,
            Continuation::Replicate => at.clamp(0, size - 1),
            Continuation::Circular => start + (at - start).rem_euclid((end - start).max(1)),
        };
        place as usize
    }

    fn name(self, dims: usize) -> &'static str {
        let names = match self {
            Continuation::Reflect => {
                ["ReflectionPad1DBackward0", "ReflectionPad2DBackward0", "ReflectionPad3DBackward0"]
            }
            Continuation::Replicate => {
                ["ReplicationPad1DBackward0", "ReplicationPad2DBackward0", "ReplicationPad3DBackward0"]
            }
            Continuation::Circular => ["CopySlices"; 3],
        };
        names[dims - 1]
    }

    fn check(self, x: &Tensor, dims: usize, widths: &Widths) -> Result<()> {
        if !(1..=3).contains(&dims) || !(dims + 1..=dims + 2).contains(&x.ndim()) {
            bail!(
                NotImplemented,
                "Padding size {} is not supported for {}D input tensor.\n\
                 Supported combinations for non-constant padding:\n  \
                 - 2D or 3D input: padding size = 2 (pads last dimension)\n  \
                 - 3D or 4D input: padding size = 4 (pads last 2 dimensions)\n  \
                 - 4D or 5D input: padding size = 6 (pads last 3 dimensions)",
                2 * dims,
                x.ndim()
            );
        }
        let first = x.ndim() - dims;
        if self == Continuation::Circular {
            return check_circular(x, first, widths);
        }
        let kernel = if self == Continuation::Reflect { "reflection_pad" } else { "replication_pad" };
        if x.dtype() == Dtype::Bool {
            bail!(NotImplemented, "\"{kernel}{dims}d\" not implemented for 'Bool'");
        }
        let batch = usize::from(x.ndim() == dims + 2);
        if x.shape()[batch..].contains(&0) {
            bail!(
                Runtime,
                "Expected {}D or {}D (batch mode) tensor with possibly 0 batch size and other non-zero dimensions for \
                 input, but got: {}",
                dims + 1,
                dims + 2,
                shape_text(x.shape())
            );
        }
        if self == Continuation::Reflect {
            for dim in (first..x.ndim()).rev() {
                let ((before, after), size) = (widths[dim], x.shape()[dim] as i64);
                if before >= size || after >= size {
                    bail!(
                        Runtime,
                        "Argument #{}: Padding size should be less than the corresponding input dimension, but got: padding \
                         ({before}, {after}) at dimension {dim} of input {}",
                        4 + 2 * (x.ndim() - 1 - dim),
                        shape_text(x.shape())
                    );
                }
            }
        }
        check_output(x, first, widths)
    }
}

fn check_circular(x: &Tensor, first: usize, widths: &Widths) -> Result<()> {
    for dim in first..x.ndim() {
        let ((before, after), size) = (widths[dim], x.shape()[dim] as i64);
        if before > size || after > size {
            bail!(Runtime, "Padding value causes wrapping around more than once.");
        }
        if size.saturating_add(before).saturating_add(after) < 0 {
            bail!(Runtime, "Negative padding value is resulting in an empty dimension");
        }
    }
    Ok(())
}

/// That something is left of each dimension.
fn check_output(x: &Tensor, first: usize, widths: &Widths) -> Result<()> {
    let output = sizes(x, widths);
    if output[first..].iter().all(|&size| size >= 1) {
        return Ok(());
    }
    let names = &["D", "H", "W"][3 - (x.ndim() - first)..];
    let told = |sizes: &[i64], between: &str| {
        let each = names.iter().zip(sizes).map(|(name, size)| format!("{name}: {size}"));
        each.collect::<Vec<_>>().join(between)
    };
    let input: SmallVec<[i64; 4]> = x.shape()[first..].iter().map(|&size| size as i64).collect();
    bail!(
        Runtime,
        "input ({}) is too small. Calculated output {}",
        told(&input, ", "),
        told(&output[first..], " ")
    )
}

fn continued(x: &Tensor, pad: &[i64], how: Continuation) -> Result<Tensor> {
    let dims = pad.len() / 2;
    let widths = widths(x, pad)?;
    how.check(x, dims, &widths)?;
    let shape = memory::sizes(&sizes(x, &widths), x.dtype())?;
    let strides = Layout::contiguous(x.shape()).strides;
    let mut starts = vec![0];
    for (dim, &(before, after)) in widths.iter().enumerate() {
        let size = x.shape()[dim] as i64;
        let places =
            (0..shape[dim] as i64).map(|at| how.place(at - before, size, (before, after)) * strides[dim]);
        let places: Dims = places.collect();
        let mut finer = memory::reserve(starts.len() * places.len())?;
        finer.extend(starts.iter().flat_map(|start| places.iter().map(move |place| start + place)));
        starts = finer;
    }
    take(x, &Places::single(starts), &shape, how.name(dims))
}

fn pad_row(args: &Args) -> Result<Value> {
    let (x, pad, mode, value) = (args.tensor(0)?, args.ints(1)?, args.str(2)?, args.optional_float(3)?);
    let how = match &*mode {
        "constant" => {
            let value = Scalar::Float(value.unwrap_or(0.0));
            return constant_pad(x, pad, value).map(Into::into);
        }
        "reflect" => Continuation::Reflect,
        "replicate" => Continuation::Replicate,
        "circular" => Continuation::Circular,
        _ => {
            widths(x, pad)?;
            bail!(NotImplemented, "Unrecognised padding mode {mode}")
        }
    };
    if value.is_some_and(|value| value != 0.0) {
        bail!(Runtime, "Padding mode \"{mode}\" doesn't take in value argument");
    }
    continued(x, pad, how).map(Into::into)
}

pub const OPERATORS: &[Operator] = &[Operator::new(
    "pad(Tensor input, int[] pad, str mode='constant', float? value=None) -> Tensor",
    pad_row,
)
.doc("Values put around: widths (before, after) from the last dimension on; negative widths cut off.")
.functional()
.samples(|| {
    let image = || Tensor::from_vec((1..=12).map(|i| f64::from(i) * 0.3).collect(), &[1, 3, 4]);
    let own = |mode: &str| Args::new([image().into(), [1, 2, -1, 1].into(), mode.into()]);
    vec![
        Args::new([image().into(), [1, 2].into()]),
        Args::new([image().into(), [-1, 1, 2, -2].into(), "constant".into(), 0.5.into()]),
        own("reflect"),
        own("replicate"),
        own("circular"),
    ]
})];
