//! Products of vectors and matrices: `matmul` in all ranks, `mm`, `bmm`, `mv`, `dot`, `outer`.
//!
//! All of them end in [`crate::kernels::gemm`]. The gradient of A·B is G·Bᵀ for A and Aᵀ·G for B.

use smallvec::smallvec;

use super::{Args, Operator, mul, reshape, shape::squeeze_as, t, transpose, unsqueeze};
use crate::{
    Dtype, Result, Tensor,
    autograd::{Context, Gradients, Save, record},
    bail, dispatch_compute,
    kernels::gemm::{self, Matrix, gemm, small_gemm},
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
pub(super) fn product(a: &Tensor, b: &Tensor) -> Result<Tensor> {
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

pub(super) fn matrix<'a, T: Copy>(values: &'a [T], x: &Tensor, start: usize) -> Matrix<'a, T> {
    let strides = x.strides();
    // An empty matrix may start past the end.
    let values = values.get(start..).unwrap_or_default();
    Matrix::strided(values, strides[strides.len() - 2], strides[strides.len() - 1])
}

/// The transpose of the last two dimensions.
fn transposed(x: &Tensor) -> Result<Tensor> {
    transpose(x, -2, -1)
}

pub(super) fn check_dtypes(operator: &str, a: &Tensor, b: &Tensor) -> Result<()> {
    if a.dtype() != b.dtype() {
        let (a, b) = (a.dtype(), b.dtype());
        match operator {
            "addmm" => bail!(
                Runtime,
                "mat1 and mat2 must have the same dtype, but got {} and {}",
                a.message_name(),
                b.message_name()
            ),
            "bmm" => {
                bail!(Runtime, "expected scalar type {} but found {}", a.message_name(), b.message_name())
            }
            "mv" => bail!(
                Runtime,
                "addmv input tensors must have the same dtype, but got {b}, {a}, and {b}",
                a = a.message_name(),
                b = b.message_name()
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
                a.c_name(),
                b.c_name()
            ),
        }
    }
    if a.dtype() == Dtype::Bool {
        let kernel = match operator {
            "dot" | "bmm" => operator,
            _ => "addmm_impl_cpu_",
        };
        bail!(NotImplemented, "\"{kernel}\" not implemented for 'Bool'");
    }
    Ok(())
}

pub(super) fn check_inner(operator: &str, a: &[usize], b: &[usize]) -> Result<()> {
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
        (1, 2) => squeeze_as(&mm(&unsqueeze(a, 0)?, b)?, &[0], "SqueezeBackward4"),
        (2, 2) => mm(a, b),
        (1, _) => squeeze_as(&batched(&unsqueeze(a, 0)?, b)?, &[-2], "UnsafeViewBackward0"),
        (_, 1) => squeeze_as(&batched(a, &unsqueeze(b, 1)?)?, &[-1], "UnsafeViewBackward0"),
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
    let many = a.ndim() > 2 || b.ndim() > 2;
    check_dtypes(if many { "bmm" } else { "matmul" }, a, b)?;
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
];

/// Values without symmetry, for the gradient checks.
pub(super) fn sample(shape: &[usize]) -> Tensor {
    let count = shape.iter().product::<usize>();
    Tensor::from_vec((0..count).map(|i| ((i * i + 3 * i + 1) % 7) as f64 * 0.3 - 0.8).collect(), shape)
}
