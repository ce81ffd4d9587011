//! Products of vectors and matrices: `matmul` in all ranks, `mm`, `bmm`, `mv`, `dot`, `addmm`, `outer`.
//!
//! All of them end in [`crate::kernels::gemm`]. The gradient of A·B is G·Bᵀ for A and Aᵀ·G for B.

use smallvec::smallvec;

use super::{Args, Operator, add, mul, reshape, squeeze, sum, t, transpose, unsqueeze};
use crate::{
    Device, Dtype, Result, Scalar, Tensor,
    autograd::{Context, Gradients, Save, record},
    bail, dispatch_compute,
    kernels::gemm::{self, Matrix, add_gemm, gemm, small_gemm},
    tensor::{
        Dims, Layout, common_device,
        device::on_gpu,
        gpu,
        layout::{broadcast, matrix_text, shape_text},
        memory, recycle,
    },
    webgpu,
};

/// The product of two matrices of one dtype, outside the graph. Shapes were checked.
fn product(a: &Tensor, b: &Tensor) -> Result<Tensor> {
    batched_product(&lead(a), &lead(b), &[a.shape()[0], b.shape()[1]], false)
}

/// A matrix as a batch of one.
fn lead(x: &Tensor) -> Tensor {
    let mut layout = x.layout().clone();
    layout.shape.insert(0, 1);
    layout.strides.insert(0, 0);
    x.with_layout(layout)
}

/// With fewer products than this for each matrix of a batch, PyTorch does not ask a library.
const SMALL: usize = 400;

/// The products of two batches of matrices, `[..., m, k]` and `[..., k, n]` of equal leading sizes, as `shape`; small ones
/// as PyTorch has them in a batch, if `takes_small`.
fn batched_product(a: &Tensor, b: &Tensor, shape: &[usize], takes_small: bool) -> Result<Tensor> {
    let (ndim, dtype) = (a.ndim(), a.dtype());
    let compute = dtype.compute();
    let (a, b) = (a.cast(compute)?, b.cast(compute)?);
    on_gpu!(common_device(&[&a, &b])? => gpu_product(&a, &b, shape, dtype));
    let size = [a.shape()[ndim - 2], a.shape()[ndim - 1], b.shape()[ndim - 1]];
    memory::numel(shape)?;
    let block = size[0] * size[2];
    let is_small = takes_small && block * size[1] < SMALL;
    let out = dispatch_compute!(compute, T => {
        let mut out = recycle::stale::<T>(shape.iter().product())?;
        let (x, y) = (a.storage_values::<T>()?, b.storage_values::<T>()?);
        if block > 0 {
            let starts = batch(a.layout()).offsets().zip(batch(b.layout()).offsets());
            for (out, (from_a, from_b)) in out.chunks_exact_mut(block).zip(starts) {
                let (left, right) = (matrix(&x, &a, from_a), matrix(&y, &b, from_b));
                if is_small {
                    small_gemm(left, right, size, out);
                } else {
                    gemm(left, right, size, out)?;
                }
            }
        }
        Tensor::from_vec(out, shape)
    });
    out.cast(dtype)
}

/// As [`batched_product`], on the GPU. Factors are read through their strides: a transposed matrix is not copied.
fn gpu_product(a: &Tensor, b: &Tensor, shape: &[usize], dtype: Dtype) -> Result<Tensor> {
    let stacked = |x: &Tensor| {
        let count: usize = x.shape()[..x.ndim() - 2].iter().product();
        reshape(&x.detach(), &[count, x.shape()[x.ndim() - 2], x.shape()[x.ndim() - 1]])
    };
    let (a, b) = (stacked(a)?, stacked(b)?);
    let factor = |x: &Tensor| x.storage().gpu_value().map_or_else(|| gpu::expr(x), Ok);
    let out = webgpu::matmul((&factor(&a)?, a.layout()), (&factor(&b)?, b.layout()))?;
    Ok(gpu::wrap_as(&out, shape, dtype))
}

/// The layout of the matrices' starts: all dimensions but the last two.
fn batch(layout: &Layout) -> Layout {
    let dims = layout.shape.len() - 2;
    Layout {
        shape: layout.shape[..dims].into(),
        strides: layout.strides[..dims].into(),
        offset: layout.offset,
    }
}

fn matrix<'a, T: Copy>(values: &'a [T], x: &Tensor, start: usize) -> Matrix<'a, T> {
    let strides = x.strides();
    // An empty matrix may start past the end.
    let values = values.get(start..).unwrap_or_default();
    Matrix::strided(values, strides[strides.len() - 2], strides[strides.len() - 1])
}

/// The transpose of the last two dimensions.
fn transposed(x: &Tensor) -> Result<Tensor> {
    transpose(x, -2, -1)
}

fn check_dtypes(operator: &str, a: &Tensor, b: &Tensor) -> Result<()> {
    if a.dtype() != b.dtype() {
        let (a, b) = (a.dtype(), b.dtype());
        match operator {
            "addmm" => bail!(
                Runtime,
                "mat1 and mat2 must have the same dtype, but got {} and {}",
                a.message_name(),
                b.message_name()
            ),
            "dot" => bail!(
                Runtime,
                "dot : expected both vectors to have same dtype, but found {} and {}",
                a.message_name(),
                b.message_name()
            ),
            _ => bail!(
                Runtime,
                "expected m1 and m2 to have the same dtype, but got: {} != {}",
                c_name(a),
                c_name(b)
            ),
        }
    }
    if a.dtype() == Dtype::Bool {
        let kernel = if operator == "dot" { "dot" } else { "addmm_impl_cpu_" };
        bail!(NotImplemented, "\"{kernel}\" not implemented for 'Bool'");
    }
    Ok(())
}

/// The name C++ has for a dtype, which these messages show.
fn c_name(dtype: Dtype) -> &'static str {
    match dtype {
        Dtype::Bool => "bool",
        Dtype::Uint8 => "unsigned char",
        Dtype::Int8 => "signed char",
        Dtype::Int16 => "short",
        Dtype::Int32 => "int",
        Dtype::Int64 => "long",
        Dtype::Float16 => "c10::Half",
        Dtype::Bfloat16 => "c10::BFloat16",
        Dtype::Float32 => "float",
        Dtype::Float64 => "double",
    }
}

fn check_inner(operator: &str, a: &[usize], b: &[usize]) -> Result<()> {
    if a[1] != b[0] {
        bail!(
            Runtime,
            "{operator}: mat1 and mat2 shapes cannot be multiplied ({} and {})",
            matrix_text(a),
            matrix_text(b)
        );
    }
    Ok(())
}

/// The gradients of a product of saved matrices, whatever comes in front of the last two dimensions.
fn product_gradients(ctx: &Context, first: usize) -> Result<Gradients> {
    let a = ctx.when(first, || matmul(ctx.grad(), &transposed(ctx.saved(1))?))?;
    Ok(smallvec![a, ctx.when(first + 1, || matmul(&transposed(ctx.saved(0))?, ctx.grad()))?])
}

/// `[m, k]` times `[k, n]`.
pub fn mm(a: &Tensor, b: &Tensor) -> Result<Tensor> {
    for (name, matrix) in [("self", a), ("mat2", b)] {
        if matrix.ndim() != 2 {
            bail!(Runtime, "mm: {name} must be a matrix, got {}-D tensor", matrix.ndim());
        }
    }
    check_inner("mm", a.shape(), b.shape())?;
    check_dtypes("mm", a, b)?;
    Ok(record("MmBackward0", &[a, b], &[Save::Input(a), Save::Input(b)], product(a, b)?, |ctx| {
        product_gradients(ctx, 0)
    }))
}

/// `[m, k]` times `[k]`.
pub fn mv(a: &Tensor, vector: &Tensor) -> Result<Tensor> {
    if a.ndim() != 2 || vector.ndim() != 1 {
        bail!(Runtime, "vector + matrix @ vector expected, got 1, {}, {}", a.ndim(), vector.ndim());
    }
    let (rows, columns) = (a.shape()[0], a.shape()[1]);
    if columns != vector.numel() {
        bail!(Runtime, "size mismatch, got input ({rows}), mat ({rows}x{columns}), vec ({})", vector.numel());
    }
    check_dtypes("mv", a, vector)?;
    let column = unsqueeze(&vector.detach(), 1)?;
    let output = reshape(&product(&a.detach(), &column)?, &[rows])?;
    Ok(record("MvBackward0", &[a, vector], &[Save::Input(a), Save::Input(vector)], output, |ctx| {
        let a = ctx.when(0, || outer(ctx.grad(), ctx.saved(1)))?;
        Ok(smallvec![a, ctx.when(1, || mv(&t(ctx.saved(0))?, ctx.grad()))?])
    }))
}

/// The sum of the products of two vectors.
pub fn dot(a: &Tensor, b: &Tensor) -> Result<Tensor> {
    if a.ndim() != 1 || b.ndim() != 1 {
        bail!(Runtime, "1D tensors expected, but got {}D and {}D tensors", a.ndim(), b.ndim());
    }
    if a.numel() != b.numel() {
        bail!(
            Runtime,
            "inconsistent tensor size, expected tensor {} and src {} to have the same number of elements, but got {} and {} \
             elements respectively",
            shape_text(a.shape()),
            shape_text(b.shape()),
            a.numel(),
            b.numel()
        );
    }
    check_dtypes("dot", a, b)?;
    let output = dot_values(&a.detach(), &b.detach())?;
    Ok(record("DotBackward0", &[a, b], &[Save::Input(a), Save::Input(b)], output, |ctx| {
        let a = ctx.when(0, || mul(ctx.grad(), ctx.saved(1)))?;
        Ok(smallvec![a, ctx.when(1, || mul(ctx.grad(), ctx.saved(0)))?])
    }))
}

fn dot_values(a: &Tensor, b: &Tensor) -> Result<Tensor> {
    let dtype = a.dtype();
    on_gpu!(common_device(&[a, b])? => reshape(&product(&unsqueeze(a, 0)?, &unsqueeze(b, 1)?)?, &[]));
    let compute = dtype.compute();
    let (a, b) = (a.cast(compute)?.to_contiguous()?, b.cast(compute)?.to_contiguous()?);
    let out = dispatch_compute!(compute, T => {
        Tensor::from_vec(vec![gemm::dot::<T>(&a.contiguous_values()?, &b.contiguous_values()?)], &[])
    });
    out.cast(dtype)
}

/// All products of a value of `a` and one of `b`: a matrix.
pub fn outer(a: &Tensor, b: &Tensor) -> Result<Tensor> {
    for (name, vector) in [("self", a), ("vec2", b)] {
        if vector.ndim() != 1 {
            bail!(Runtime, "outer: Expected 1-D argument {name}, but got {}-D", vector.ndim());
        }
    }
    mul(&reshape(a, &[a.numel(), 1])?, b)
}

/// Matrix by matrix: `[b, m, k]` times `[b, k, n]`.
pub fn bmm(a: &Tensor, b: &Tensor) -> Result<Tensor> {
    for (name, batch) in [("batch1", a), ("batch2", b)] {
        if batch.ndim() != 3 {
            bail!(Runtime, "{name} must be a 3D tensor");
        }
    }
    let (left, right) = (a.shape(), b.shape());
    if left[0] != right[0] || left[2] != right[1] {
        bail!(
            Runtime,
            "Expected size for first two dimensions of batch2 tensor to be: [{}, {}] but got: [{}, {}].",
            left[0],
            left[2],
            right[0],
            right[1]
        );
    }
    check_dtypes("bmm", a, b)?;
    let output = batched_product(a, b, &[left[0], left[1], right[2]], true)?;
    Ok(record("BmmBackward0", &[a, b], &[Save::Input(a), Save::Input(b)], output, |ctx| {
        product_gradients(ctx, 0)
    }))
}

/// Python's `@`: vectors, matrices and batches of matrices, whose leading dimensions broadcast.
pub fn matmul(a: &Tensor, b: &Tensor) -> Result<Tensor> {
    match (a.ndim(), b.ndim()) {
        (0, _) | (_, 0) => bail!(
            Runtime,
            "both arguments to matmul need to be at least 1D, but they are {}D and {}D",
            a.ndim(),
            b.ndim()
        ),
        (1, 1) => dot(a, b),
        (2, 1) => mv(a, b),
        (1, 2) => squeeze(&mm(&unsqueeze(a, 0)?, b)?, &[0]),
        (2, 2) => mm(a, b),
        (1, _) => squeeze(&batched(&unsqueeze(a, 0)?, b)?, &[-2]),
        (_, 1) => squeeze(&batched(a, &unsqueeze(b, 1)?)?, &[-1]),
        _ => batched(a, b),
    }
}

fn batched(a: &Tensor, b: &Tensor) -> Result<Tensor> {
    let (left, right) = (a.shape(), b.shape());
    let (from_a, from_b) = (left.len() - 2, right.len() - 2);
    let lead = broadcast(&left[..from_a], &right[..from_b])?;
    if left[from_a + 1] != right[from_b] {
        // PyTorch folds or expands to matrices or batches first: the message shows what it then has.
        let count: usize = lead.iter().product();
        if from_b == 0 {
            let rows: usize = left[..=from_a].iter().product();
            return check_inner("mm", &[rows, left[from_a + 1]], right).map(|()| a.clone());
        }
        bail!(
            Runtime,
            "Expected size for first two dimensions of batch2 tensor to be: [{count}, {}] but got: [{count}, {}].",
            left[from_a + 1],
            right[from_b]
        );
    }
    check_dtypes("matmul", a, b)?;
    let with = |last: &[usize]| -> Dims { lead.iter().chain(last).copied().collect() };
    let whole_a = a.with_layout(a.layout().expand(&with(&left[from_a..])));
    let whole_b = b.with_layout(b.layout().expand(&with(&right[from_b..])));
    // A single matrix on one side makes it one product of two matrices.
    let is_batch = from_a > 0 && from_b > 0;
    let output = batched_product(&whole_a, &whole_b, &with(&[left[from_a], right[from_b + 1]]), is_batch)?;
    Ok(record("UnsafeViewBackward0", &[a, b], &[Save::Input(a), Save::Input(b)], output, |ctx| {
        product_gradients(ctx, 0)
    }))
}

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
    reshape(&output, &shape)
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
    // [.., 1, i, 1] * [.., 1, 1, j] * [o, i, j], summed over i and j.
    let pairs = mul(&unsqueeze(&unsqueeze(x1, -1)?, -3)?, &unsqueeze(&unsqueeze(x2, -2)?, -3)?)?;
    let output = sum(&mul(&pairs, weight)?, &[-2, -1], false)?;
    bias.map_or(Ok(output.clone()), |bias| add(&output, bias))
}

pub const OPERATORS: &[Operator] = &[
    Operator::new("matmul(Tensor input, Tensor other) -> Tensor", |args| {
        matmul(args.tensor(0)?, args.tensor(1)?).map(Into::into)
    })
    .doc("The matrix product, as Python's @: vectors, matrices, or batches of matrices that broadcast.")
    .method()
    .samples(|| {
        let shapes: [(&[usize], &[usize]); 8] = [
            (&[3], &[3]),
            (&[2, 3], &[3]),
            (&[3], &[3, 2]),
            (&[2, 3], &[3, 2]),
            (&[2, 2, 3], &[3, 2]),
            (&[2, 2, 3], &[2, 3, 1]),
            (&[2, 1, 2, 3], &[2, 3, 2]),
            (&[2, 2, 3], &[3]),
        ];
        shapes.into_iter().map(|(a, b)| Args::new([sample(a).into(), sample(b).into()])).collect()
    }),
    Operator::new("mm(Tensor input, Tensor mat2) -> Tensor", |args| {
        mm(args.tensor(0)?, args.tensor(1)?).map(Into::into)
    })
    .doc("The product of two matrices.")
    .method()
    .samples(|| vec![Args::new([sample(&[2, 3]).into(), sample(&[3, 4]).into()])]),
    Operator::new("bmm(Tensor input, Tensor mat2) -> Tensor", |args| {
        bmm(args.tensor(0)?, args.tensor(1)?).map(Into::into)
    })
    .doc("The products of two batches of matrices.")
    .method()
    .samples(|| vec![Args::new([sample(&[2, 2, 3]).into(), sample(&[2, 3, 2]).into()])]),
    Operator::new("mv(Tensor input, Tensor vec) -> Tensor", |args| {
        mv(args.tensor(0)?, args.tensor(1)?).map(Into::into)
    })
    .doc("A matrix times a vector.")
    .method()
    .samples(|| vec![Args::new([sample(&[2, 3]).into(), sample(&[3]).into()])]),
    Operator::new("dot(Tensor input, Tensor tensor) -> Tensor", |args| {
        dot(args.tensor(0)?, args.tensor(1)?).map(Into::into)
    })
    .doc("The sum of the products of two vectors.")
    .method()
    .samples(|| vec![Args::new([sample(&[3]).into(), sample(&[3]).into()])]),
    Operator::new("inner(Tensor input, Tensor other) -> Tensor", |args| {
        let (a, b) = (args.tensor(0)?, args.tensor(1)?);
        if a.ndim() == 0 || b.ndim() == 0 {
            return mul(a, b).map(Into::into);
        }
        if a.shape()[a.ndim() - 1] != b.shape()[b.ndim() - 1] {
            bail!(
                Runtime,
                "inner() the last dimension must match on both input tensors but got shapes {} and {}",
                shape_text(a.shape()),
                shape_text(b.shape())
            );
        }
        super::linalg::tensordot(a, b, &[-1], &[-1]).map(Into::into)
    })
    .doc("The sums of products over the last dimension of both.")
    .method(),
    Operator::new("outer(Tensor input, Tensor vec2) -> Tensor", |args| {
        outer(args.tensor(0)?, args.tensor(1)?).map(Into::into)
    })
    .doc("All products of a value of input and one of vec2, as a matrix.")
    .method()
    .samples(|| vec![Args::new([sample(&[2]).into(), sample(&[3]).into()])]),
    Operator::new("ger(Tensor input, Tensor vec2) -> Tensor", |args| {
        outer(args.tensor(0)?, args.tensor(1)?).map(Into::into)
    })
    .doc("Another name of outer.")
    .method(),
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

/// Values without symmetry, for the gradient checks.
fn sample(shape: &[usize]) -> Tensor {
    let count = shape.iter().product::<usize>();
    Tensor::from_vec((0..count).map(|i| ((i * i + 3 * i + 1) % 7) as f64 * 0.3 - 0.8).collect(), shape)
}
