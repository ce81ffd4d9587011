//! Small parts of networks: `embedding`, `one_hot`, `normalize`, `cosine_similarity`, `pairwise_distance`.

use std::rc::Rc;

use smallvec::smallvec;

use super::{Args, Operator, add, div, expand, maximum, mul, ne, norm, places, sub, sum, unsqueeze};
use crate::{
    Dtype, Result, Tensor, bail,
    tensor::{Dims, device::on_gpu, layout::broadcast, memory, recycle},
};

/// The rows of `weight` that `input` names. The row at `padding_idx` gets no gradient.
pub fn embedding(input: &Tensor, weight: &Tensor, padding_idx: Option<i64>) -> Result<Tensor> {
    if weight.ndim() != 2 {
        bail!(Runtime, "'weight' must be 2-D");
    }
    if !matches!(input.dtype(), Dtype::Int64 | Dtype::Int32) {
        bail!(
            Runtime,
            "Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got \
             torch.{}Tensor instead (while checking arguments for embedding)",
            input.dtype().message_name()
        );
    }
    let (rows, width) = (weight.shape()[0], weight.shape()[1]);
    let padding = padding_idx.map(|at| if at < 0 { at + rows as i64 } else { at });
    let mut shape: Dims = input.shape().into();
    shape.push(width);
    on_gpu!(crate::common_device(&[input, weight])? => {
        let is_used = padding.map(|at| ne(input, at)).transpose()?;
        embedded(weight, &places::Places::on_gpu(mul(&crate::tensor::gpu::checked(input, 0, rows)?, width as i64)?, width), &shape, is_used)
    });
    let indices = input.to_vec::<i64>()?;
    if indices.iter().any(|&at| at < 0 || at >= rows as i64) {
        bail!(Index, "index out of range in self");
    }
    let starts = indices.iter().map(|&at| at as usize * width).collect();
    let is_used = padding.map(|padding| {
        Tensor::from_vec(indices.iter().map(|&at| at != padding).collect::<Vec<bool>>(), input.shape())
    });
    embedded(weight, &places::Places::runs(starts, width), &shape, is_used)
}

/// The rows at `places`; those that are not used get no gradient.
fn embedded(
    weight: &Tensor,
    places: &Rc<places::Places>,
    shape: &[usize],
    is_used: Option<Tensor>,
) -> Result<Tensor> {
    let Some(is_used) = is_used else {
        return places::take(weight, places, shape, "EmbeddingBackward0");
    };
    let output = places::take(&weight.detach(), places, shape, "EmbeddingBackward0")?;
    let places = places.clone();
    let from: Dims = weight.shape().into();
    Ok(crate::autograd::record("EmbeddingBackward0", &[weight], &[], output, move |ctx| {
        let grad = super::mul_mask(ctx.grad(), &unsqueeze(&is_used, -1)?)?;
        Ok(smallvec![Some(places::put(&grad, &places, &from)?)])
    }))
}

/// A new last dimension with a 1 at each number's place; as many places as asked for, or as needed (-1).
pub fn one_hot(x: &Tensor, classes: i64) -> Result<Tensor> {
    if x.dtype() != Dtype::Int64 {
        bail!(Runtime, "one_hot is only applicable to index tensor of type LongTensor.");
    }
    on_gpu!(x.device() => gpu_one_hot(x, classes));
    let values = x.to_vec::<i64>()?;
    if values.is_empty() && classes <= 0 {
        bail!(Runtime, "Can not infer total number of classes from empty tensor.");
    }
    if values.iter().any(|&value| value < 0) {
        bail!(Runtime, "Class values must be non-negative.");
    }
    let needed = values.iter().max().map_or(0, |max| max.saturating_add(1));
    if classes != -1 && classes < needed {
        bail!(Runtime, "Class values must be smaller than num_classes.");
    }
    let width = if classes == -1 { needed } else { classes };
    let mut shape: Vec<i64> = x.shape().iter().map(|&size| size as i64).collect();
    shape.push(width);
    let (shape, width) = (memory::sizes(&shape, Dtype::Int64)?, width as usize);
    let mut out = recycle::filled(0i64, values.len() * width)?;
    values.iter().enumerate().for_each(|(at, &value)| out[at * width + value as usize] = 1);
    Ok(Tensor::from_vec(out, &shape))
}

/// As [`one_hot`], on the GPU: only how many classes there are is read from there, if it must be.
fn gpu_one_hot(x: &Tensor, classes: i64) -> Result<Tensor> {
    let width = if classes == -1 { super::max(x)?.item()?.to_i64() + 1 } else { classes };
    let hits = super::eq(&unsqueeze(x, -1)?, &crate::tensor::gpu::arange(width.max(0) as usize))?;
    hits.cast(Dtype::Int64)
}

/// x divided by its p-norm along `dim`, or by `eps` where that is smaller. Composed.
pub fn normalize(x: &Tensor, p: f64, dim: i64, eps: f64) -> Result<Tensor> {
    div(x, &maximum(&norm(x, p, &[dim], true)?, eps)?)
}

/// The cosine of the angle between lines along `dim`. Composed.
pub fn cosine_similarity(x1: &Tensor, x2: &Tensor, dim: i64, eps: f64) -> Result<Tensor> {
    let common = broadcast(x1.shape(), x2.shape())?;
    let unit = |x: &Tensor| normalize(&expand(x, &common)?, 2.0, dim, eps);
    sum(&mul(&unit(x1)?, &unit(x2)?)?, &[dim], false)
}

/// The p-norm of x1 - x2 + eps over the last dimension. Composed.
pub fn pairwise_distance(x1: &Tensor, x2: &Tensor, p: f64, eps: f64, keepdim: bool) -> Result<Tensor> {
    norm(&add(&sub(x1, x2)?, eps)?, p, &[-1], keepdim)
}

pub const OPERATORS: &[Operator] = &[
    Operator::new("embedding(Tensor input, Tensor weight, int? padding_idx=None) -> Tensor", |args| {
        embedding(args.tensor(0)?, args.tensor(1)?, args.optional_int(2)?).map(Into::into)
    })
    .doc("The rows of weight that input names.")
    .functional()
    .samples(|| {
        let rows = Tensor::from_vec::<i64>(vec![1, 0, 1], &[3]);
        vec![Args::new([rows.into(), Tensor::from_vec(vec![0.5, -1.0, 2.0, 0.1], &[2, 2]).into()])]
    }),
    Operator::new("one_hot(Tensor input, int num_classes=-1) -> Tensor", |args| {
        one_hot(args.tensor(0)?, args.int(1)?).map(Into::into)
    })
    .doc("A new last dimension with a 1 at each number's place, zeros elsewhere.")
    .functional(),
    Operator::new("normalize(Tensor input, float p=2.0, int dim=1, float eps=1e-12) -> Tensor", |args| {
        normalize(args.tensor(0)?, args.float(1)?, args.int(2)?, args.float(3)?).map(Into::into)
    })
    .doc("Lines along dim brought to length 1.")
    .functional()
    .samples(|| vec![Args::new([grid().into()])]),
    Operator::new("cosine_similarity(Tensor x1, Tensor x2, int dim=1, float eps=1e-8) -> Tensor", |args| {
        cosine_similarity(args.tensor(0)?, args.tensor(1)?, args.int(2)?, args.float(3)?).map(Into::into)
    })
    .doc("The cosine of the angle between lines along dim.")
    .also_functional()
    .samples(|| vec![Args::new([grid().into(), other().into()])]),
    Operator::new(
        "pairwise_distance(Tensor x1, Tensor x2, float p=2.0, float eps=1e-6, bool keepdim=False) -> Tensor",
        |args| {
            let [x1, x2] = [args.tensor(0)?, args.tensor(1)?];
            pairwise_distance(x1, x2, args.float(2)?, args.float(3)?, args.bool(4)?).map(Into::into)
        },
    )
    .node("NormBackward1")
    .doc("The distance of points along the last dimension.")
    .also_functional()
    .samples(|| vec![Args::new([grid().into(), other().into()])]),
];

fn grid() -> Tensor {
    Tensor::from_vec(vec![0.5, -1.0, 2.0, 0.1, 1.4, -0.7], &[2, 3])
}
fn other() -> Tensor {
    Tensor::from_vec(vec![1.5, 0.4, -0.6, 0.9, 0.3, 1.2], &[2, 3])
}
