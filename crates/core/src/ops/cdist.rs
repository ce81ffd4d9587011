//! `cdist`: the distances of all pairs of rows.
//!
//! Many rows have their euclidean distances from one matrix product, |a|² - 2ab + |b|², as in PyTorch, with that way's
//! rounding; few have them from their differences. Start reading at [`cdist`].

use smallvec::smallvec;

use super::{
    Args, Operator, cat, clamp, div, eq, expand, linalg, matmul, mul, norm, sqrt, square, sub, sum,
    transpose, unsqueeze, view, where_, zeros_like,
};
use crate::{
    Result, Scalar, Tensor,
    autograd::{Gradients, Save, name_node, record},
    bail,
    tensor::{common_device, layout, memory},
};

/// More rows than that, on either side, are many.
const FEW: usize = 25;

/// How euclidean distances are computed.
#[derive(Clone, Copy, PartialEq)]
pub enum ComputeMode {
    /// By a matrix product where there are many rows.
    IfNecessary,
    ByProduct,
    ByDifferences,
}

impl ComputeMode {
    fn from_name(name: &str) -> Result<Self> {
        Ok(match name {
            "use_mm_for_euclid_dist_if_necessary" => Self::IfNecessary,
            "use_mm_for_euclid_dist" => Self::ByProduct,
            "donot_use_mm_for_euclid_dist" => Self::ByDifferences,
            other => bail!(Value, "{other} is not a valid value for compute_mode"),
        })
    }
}

/// The p-norm distances of all pairs of rows, `[…, m, n]` of `[…, m, k]` and `[…, n, k]`.
///
/// # Errors
/// `RuntimeError` for matrices that do not fit, and a negative p.
pub fn cdist(a: &Tensor, b: &Tensor, p: f64, mode: ComputeMode) -> Result<Tensor> {
    let shape = shape_of_distances(a, b, p)?;
    let [.., rows, others] = shape[..] else { unreachable!("distances are of pairs") };
    let by_product = match mode {
        ComputeMode::IfNecessary => rows > FEW || others > FEW,
        ComputeMode::ByProduct => true,
        ComputeMode::ByDifferences => false,
    };
    if p == 2.0 && by_product && a.shape().last() != Some(&0) && rows * others > 0 {
        return view(&euclidean(a, b, &shape)?, &shape);
    }
    let apart = |a: &Tensor, b: &Tensor| norm(&sub(&unsqueeze(a, -2)?, &unsqueeze(b, -3)?)?, p, &[-1], false);
    if p != 0.0 {
        let distances = apart(a, b)?;
        name_node(&distances, "CdistBackward0");
        return Ok(distances);
    }
    // How many values differ does not change with them a little.
    let counts = apart(&a.detach(), &b.detach())?;
    Ok(record("CdistBackward0", &[a, b], &[Save::Input(a), Save::Input(b)], counts, |ctx| {
        Ok(smallvec![Some(zeros_like(ctx.saved(0))?), Some(zeros_like(ctx.saved(1))?)])
    }))
}

/// The shape of the result, once it is known that there is one, and before what is needed in between is asked for.
fn shape_of_distances(a: &Tensor, b: &Tensor, p: f64) -> Result<Vec<usize>> {
    common_device(&[a, b])?;
    for (name, x) in [("X1", a), ("X2", b)] {
        if x.ndim() < 2 {
            bail!(Runtime, "cdist only supports at least 2D tensors, {name} got: {}D", x.ndim());
        }
    }
    for (name, x) in [("X1", a), ("X2", b)] {
        if !x.dtype().is_float() {
            bail!(
                Runtime,
                "cdist only supports floating-point dtypes, {name} got: {}",
                x.dtype().message_name()
            );
        }
    }
    if a.dtype() != b.dtype() {
        let [expected, found] = [a, b].map(|x| x.dtype().message_name());
        bail!(Runtime, "expected scalar type {expected} but found {found}");
    }
    let (&[ref batch_a @ .., rows, columns], &[ref batch_b @ .., others, width]) = (a.shape(), b.shape())
    else {
        unreachable!("checked above");
    };
    if columns != width {
        bail!(Runtime, "X1 and X2 must have the same number of columns. X1: {columns} X2: {width}");
    }
    if p < 0.0 {
        bail!(Runtime, "cdist only supports non-negative p values");
    }
    let shape = [&layout::broadcast(batch_a, batch_b)?[..], &[rows, others]].concat();
    memory::check::<f32>(memory::numel(&shape)?)?;
    Ok(shape)
}

/// Euclidean distances by a product of the rows, each with its square and a one beside it.
fn euclidean(a: &Tensor, b: &Tensor, shape: &[usize]) -> Result<Tensor> {
    let batch = &shape[..shape.len() - 2];
    let whole = |x: &Tensor| {
        let shape = [batch, &x.shape()[x.ndim() - 2..]].concat();
        if x.shape() == shape { Ok(x.clone()) } else { expand(x, &shape) }
    };
    let (a, b) = (&whole(a)?, &whole(b)?);
    let (left, right) = (a.detach(), b.detach());
    let squares = |x: &Tensor| sum(&square(x)?, &[-1], true);
    let (of_left, of_right) = (squares(&left)?, squares(&right)?);
    let one = |squares: &Tensor| squares.full_like(squares.shape(), Scalar::Int(1));
    let left = cat(&[mul(&left, -2)?, of_left.clone(), one(&of_left)?], -1)?;
    let right = cat(&[right, one(&of_right)?, of_right], -1)?;
    let squared = matmul(&left, &transpose(&right, -2, -1)?)?;
    let output = sqrt(&clamp(&squared, Some(Scalar::Int(0)), None)?)?;
    let save = [Save::Input(a), Save::Input(b), Save::Output];
    Ok(record("EuclideanDistBackward0", &[a, b], &save, output, |ctx| {
        euclidean_gradients(ctx.grad(), [ctx.saved(0), ctx.saved(1)], ctx.saved(2))
    }))
}

/// Rows at the same place have no gradient.
fn euclidean_gradients(grad: &Tensor, [a, b]: [&Tensor; 2], distances: &Tensor) -> Result<Gradients> {
    let ratio = where_(&eq(distances, 0)?, 0.0, &div(grad, distances)?)?;
    let first = sub(&mul(a, &sum(&ratio, &[-1], true)?)?, &matmul(&ratio, b)?)?;
    let turned = transpose(&ratio, -2, -1)?;
    let second = sub(&mul(b, &sum(&turned, &[-1], true)?)?, &matmul(&turned, a)?)?;
    Ok(smallvec![Some(first), Some(second)])
}

pub const OPERATORS: &[Operator] = &[Operator::new(
    "cdist(Tensor x1, Tensor x2, float p=2.0, str compute_mode='use_mm_for_euclid_dist_if_necessary') -> Tensor",
    |args| {
        let mode = ComputeMode::from_name(&args.str(3)?)?;
        cdist(args.tensor(0)?, args.tensor(1)?, args.float(2)?, mode).map(Into::into)
    },
)
.doc("The distances of all pairs of rows.")
.samples(|| {
    let given = || [linalg::square().into(), linalg::other().into()];
    vec![Args::new(given()), Args::new(given().into_iter().chain([2.0.into(), "use_mm_for_euclid_dist".into()]))]
})];
