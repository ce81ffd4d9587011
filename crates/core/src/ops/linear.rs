//! Products that something is added to: `addmm`, `linear`, which is what `nn.Linear` computes, and `bilinear`.
//!
//! What it is not: the products (`matmul`). Start reading at [`linear`].

use smallvec::smallvec;

use super::{
    Args, Operator, add,
    matmul::{check_dtypes, check_inner, matmul, matrix, mm, product, sample},
    mul, permute, reshape, squeeze, t, unsqueeze,
};
use crate::{
    Device, Dtype, Result, Scalar, Tensor,
    autograd::{Save, name_node, record},
    bail, dispatch_compute,
    kernels::gemm::add_gemm,
    tensor::Dims,
};

/// beta·input + alpha·product.
fn scaled_sum(input: &Tensor, product: Tensor, beta: f64, alpha: f64) -> Result<Tensor> {
    let product = if alpha == 1.0 { product } else { mul(&product, number(alpha, product.dtype()))? };
    match beta {
        0.0 => Ok(product),
        1.0 => add(&product, &input.detach()),
        _ => add(&product, &mul(&input.detach(), number(beta, input.dtype()))?),
    }
}

/// Whether both are on the CPU and none is a vector, whose products have their own order.
fn are_matrices_here(a: &Tensor, b: &Tensor) -> bool {
    let is_here = a.device() == Device::Cpu && b.device() == Device::Cpu;
    is_here && a.shape()[0] > 1 && b.shape()[1] > 1
}

/// input + a·b, where each run of products is added onto what is there.
fn product_onto(input: &Tensor, a: &Tensor, b: &Tensor) -> Result<Tensor> {
    let (size, dtype) = ([a.shape()[0], a.shape()[1], b.shape()[1]], a.dtype());
    let compute = dtype.compute();
    let shape = [size[0], size[2]];
    let whole = super::expand(&input.detach().cast(compute)?, &shape)?;
    let (a, b) = (a.detach().cast(compute)?, b.detach().cast(compute)?);
    let out = dispatch_compute!(compute, T => {
        let mut out = whole.gather::<T>()?;
        let (x, y) = (a.storage_values::<T>()?, b.storage_values::<T>()?);
        let (left, right) = (matrix(&x, &a, a.storage_offset()), matrix(&y, &b, b.storage_offset()));
        add_gemm(left, right, size, &mut out)?;
        Tensor::from_vec(out, &shape)
    });
    out.cast(dtype)
}

/// beta·input + alpha·(mat1·mat2).
pub fn addmm(input: &Tensor, mat1: &Tensor, mat2: &Tensor, beta: f64, alpha: f64) -> Result<Tensor> {
    for (name, matrix) in [("mat1", mat1), ("mat2", mat2)] {
        if matrix.ndim() != 2 {
            bail!(Runtime, "{name} must be a matrix, got {}-D tensor", matrix.ndim());
        }
    }
    check_inner("addmm", mat1.shape(), mat2.shape())?;
    check_dtypes("addmm", mat1, mat2)?;
    if input.dtype() != mat2.dtype() {
        let (own, other) = (input.dtype().message_name(), mat2.dtype().message_name());
        bail!(Runtime, "self and mat2 must have the same dtype, but got {own} and {other}");
    }
    let output = match (alpha, beta) {
        (1.0, 1.0) if are_matrices_here(mat1, mat2) => product_onto(input, mat1, mat2)?,
        _ => scaled_sum(input, product(mat1, mat2)?, beta, alpha)?,
    };
    let save = [Save::Input(mat1), Save::Input(mat2)];
    Ok(record("AddmmBackward0", &[input, mat1, mat2], &save, output, move |ctx| {
        let scaled = |grad: &Tensor, by: f64| if by == 1.0 { Ok(grad.clone()) } else { mul(grad, by) };
        let input = ctx.when(0, || scaled(ctx.grad(), beta))?;
        let grad = scaled(ctx.grad(), alpha)?;
        let first = ctx.when(1, || mm(&grad, &t(ctx.saved(1))?))?;
        Ok(smallvec![input, first, ctx.when(2, || mm(&t(ctx.saved(0))?, &grad))?])
    }))
}

fn number(value: f64, dtype: Dtype) -> Scalar {
    if dtype.is_float() { Scalar::Float(value) } else { Scalar::Int(value as i64) }
}

/// input·weightᵀ + bias over the last dimension: what `nn.Linear` computes.
pub fn linear(input: &Tensor, weight: &Tensor, bias: Option<&Tensor>) -> Result<Tensor> {
    let Some(bias) = bias else {
        return matmul(input, &t(weight)?);
    };
    if weight.ndim() != 2 {
        bail!(Runtime, "addmm: mat2 must be a matrix, got {}-D tensor", weight.ndim());
    }
    if input.ndim() == 2 && weight.ndim() == 2 {
        return linear_matrix(input, weight, bias);
    }
    if input.ndim() == 0 {
        return add(&matmul(input, &t(weight)?)?, bias);
    }
    // PyTorch flattens the leading dimensions, computes as above and views the result.
    let mut shape: Dims = input.shape().into();
    let width = shape.pop().unwrap_or(1);
    let rows = shape.iter().product();
    let output = linear_matrix(&reshape(input, &[rows, width])?, weight, bias)?;
    shape.push(weight.shape()[0]);
    let output = reshape(&output, &shape)?;
    name_node(&output, "UnsafeViewBackward0");
    Ok(output)
}

/// As `addmm(bias, input, weightᵀ)`, with one node and no transpose in the graph.
fn linear_matrix(input: &Tensor, weight: &Tensor, bias: &Tensor) -> Result<Tensor> {
    let transposed = t(&weight.detach())?;
    let rows = input.shape()[0];
    super::expand(&bias.detach(), &[rows, weight.shape()[0]])?;
    let output = addmm(&bias.detach(), &input.detach(), &transposed, 1.0, 1.0)?;
    let save = [Save::Input(input), Save::Transposed(weight)];
    Ok(record("AddmmBackward0", &[bias, input, weight], &save, output, |ctx| {
        let bias = ctx.when(0, || Ok(ctx.grad().clone()))?;
        let input = ctx.when(1, || mm(ctx.grad(), ctx.saved(1)))?;
        Ok(smallvec![bias, input, ctx.when(2, || mm(&t(ctx.grad())?, ctx.saved(0)))?])
    }))
}

/// x₁ᵀ·A·x₂ + b for each output: `[.., i]`, `[.., j]` and weights `[o, i, j]` give `[.., o]`.
pub fn bilinear(x1: &Tensor, x2: &Tensor, weight: &Tensor, bias: Option<&Tensor>) -> Result<Tensor> {
    let &[outputs, rows, columns] = weight.shape() else {
        bail!(Runtime, "bilinear(): weight must have 3 dimensions, but has {}", weight.ndim());
    };
    // [.., i] times [i, o·j], and then each [o, j] times [j].
    let side_by_side = reshape(&permute(weight, &[1, 0, 2])?, &[rows, outputs * columns])?;
    let product = matmul(x1, &side_by_side)?;
    let mut shape: Dims = x1.shape().into();
    shape.pop();
    shape.extend([outputs, columns]);
    let output = squeeze(&matmul(&reshape(&product, &shape)?, &unsqueeze(x2, -1)?)?, &[-1])?;
    bias.map_or(Ok(output.clone()), |bias| add(&output, bias))
}

pub const OPERATORS: &[Operator] = &[
    Operator::new(
        "addmm(Tensor input, Tensor mat1, Tensor mat2, *, float beta=1, float alpha=1) -> Tensor",
        |args| {
            let [input, mat1, mat2] = [args.tensor(0)?, args.tensor(1)?, args.tensor(2)?];
            addmm(input, mat1, mat2, args.float(3)?, args.float(4)?).map(Into::into)
        },
    )
    .doc("beta * input + alpha * (mat1 @ mat2).")
    .method()
    .in_place()
    .samples(|| {
        let tensors = || [sample(&[2]).into(), sample(&[2, 3]).into(), sample(&[3, 2]).into()];
        let scaled = tensors().into_iter().chain([0.5.into(), 2.0.into()]);
        vec![Args::new(tensors()), Args::new(scaled)]
    }),
    Operator::new("linear(Tensor input, Tensor weight, Tensor? bias=None) -> Tensor", |args| {
        linear(args.tensor(0)?, args.tensor(1)?, args.optional_tensor(2)?).map(Into::into)
    })
    .doc("input @ weight.T + bias, over the last dimension of input.")
    .functional()
    .samples(|| {
        let rest = || [sample(&[2, 3]).into(), sample(&[2]).into()];
        let inputs: [&[usize]; 3] = [&[4, 3], &[3], &[2, 2, 3]];
        inputs.iter().map(|shape| Args::new([sample(shape).into()].into_iter().chain(rest()))).collect()
    }),
    Operator::new(
        "bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias=None) -> Tensor",
        |args| {
            bilinear(args.tensor(0)?, args.tensor(1)?, args.tensor(2)?, args.optional_tensor(3)?)
                .map(Into::into)
        },
    )
    .doc("input1 @ A @ input2 + bias for each matrix A of weight.")
    .functional()
    .samples(|| {
        let shapes: [&[usize]; 4] = [&[4, 2], &[4, 3], &[2, 2, 3], &[2]];
        vec![Args::new(shapes.map(|shape| sample(shape).into()))]
    }),
];
