//! Linear algebra on (batches of) small matrices: `inv`, `det`, `solve`, and `kron`, `cross`.
//!
//! Elimination with partial pivoting, in float64 and rounded once. Singular values are in [`super::svd`].

use smallvec::smallvec;

use super::{
    Args, Operator, matmul, mul, neg, permute, reshape, select, squeeze, stack, sub, transpose, unsqueeze,
};
use crate::{
    Device, Dtype, Error, Result, Tensor,
    autograd::{Save, record},
    bail,
    tensor::{
        Dims, Element, common_device,
        device::on_gpu,
        gpu,
        layout::{self, wrap_dim},
        memory,
    },
    webgpu::{Eliminated, eliminate},
};

/// A square matrix with right-hand sides, brought to the identity by row operations.
struct Elimination {
    size: usize,
    /// Rows of the matrix, each followed by its right-hand sides.
    rows: Vec<Vec<f64>>,
    determinant: f64,
}

impl Elimination {
    fn new(matrix: &[f64], right: &[f64], size: usize) -> Self {
        let width = right.len().checked_div(size).unwrap_or(0);
        let row = |at: usize| [&matrix[at * size..][..size], &right[at * width..][..width]].concat();
        Elimination { size, rows: (0..size).map(row).collect(), determinant: 1.0 }
    }

    /// Eliminates column by column.
    ///
    /// # Errors
    /// The column that has no pivot, counted from 1: the matrix is singular.
    fn run(&mut self) -> Result<(), usize> {
        for column in 0..self.size {
            let pivot = (column..self.size)
                .max_by(|&a, &b| self.rows[a][column].abs().total_cmp(&self.rows[b][column].abs()))
                .unwrap_or(column);
            if pivot != column {
                self.rows.swap(pivot, column);
                self.determinant = -self.determinant;
            }
            let scale = self.rows[column][column];
            self.determinant *= scale;
            if scale == 0.0 {
                return Err(column + 1);
            }
            self.rows[column].iter_mut().for_each(|value| *value /= scale);
            let pivot_row = self.rows[column].clone();
            for (_, row) in self.rows.iter_mut().enumerate().filter(|(at, _)| *at != column) {
                let factor = row[column];
                row.iter_mut().zip(&pivot_row).for_each(|(value, pivot)| *value -= factor * pivot);
            }
        }
        Ok(())
    }

    fn solution(&self) -> impl Iterator<Item = f64> + '_ {
        self.rows.iter().flat_map(|row| row[self.size..].iter().copied())
    }
}

pub(super) fn check_square(x: &Tensor, name: &str) -> Result<usize> {
    if !x.dtype().is_float() {
        bail!(
            NotImplemented,
            "{name}: Expected a floating point or complex tensor as input. Got {}",
            x.dtype().message_name()
        );
    }
    match *x.shape() {
        [.., rows, columns] if rows == columns => Ok(rows),
        [.., rows, columns] => bail!(
            Runtime,
            "{name}: A must be batches of square matrices, but they are {rows} by {columns} matrices"
        ),
        _ => bail!(Runtime, "{name}: The input tensor A must have at least 2 dimensions."),
    }
}

fn singular(name: &str, column: usize) -> Error {
    Error::LinAlg(match name {
        "linalg.solve" => {
            "torch.linalg.solve: The solver failed because the input matrix is singular.".into()
        }
        _ => format!(
            "{name}: The diagonal element {column} is zero, the inversion could not be completed because the input \
             matrix is singular."
        ),
    })
}

/// A⁻¹·B for each matrix of the batch, outside the graph; `width` columns in B.
fn solve_values(a: &Tensor, b: &[f64], size: usize, width: usize, name: &str) -> Result<Vec<f64>> {
    let matrices = a.to_vec::<f64>()?;
    let mut out = memory::reserve(b.len())?;
    for (matrix, right) in
        matrices.chunks_exact((size * size).max(1)).zip(b.chunks_exact((size * width).max(1)))
    {
        let mut elimination = Elimination::new(matrix, right, size);
        elimination.run().map_err(|column| singular(name, column))?;
        out.extend(elimination.solution());
    }
    Ok(out)
}

/// As [`Elimination`], on the GPU: `a` with the right-hand sides `b`, `[..., size, width]`, beside it.
fn gpu_eliminate(a: &Tensor, b: &Tensor) -> Result<Eliminated> {
    let (size, width) = (a.shape()[a.ndim() - 1], b.shape()[b.ndim() - 1]);
    let batch = a.numel() / (size * size).max(1);
    let systems = super::cat(&[a.detach(), b.detach()], -1)?;
    eliminate(&gpu::expr(&systems)?, [batch, size, width])
}

/// A⁻¹·B on the GPU, outside the graph. Whether there is one is waited for.
fn gpu_solve(a: &Tensor, b: &Tensor, name: &str) -> Result<Tensor> {
    if a.numel() == 0 || b.numel() == 0 {
        return super::zeros_like(b);
    }
    let found = gpu_eliminate(a, b)?;
    let singular = gpu::wrap(found.singular, Dtype::Int64).to_device(Device::Cpu)?;
    if let Some(&column) = singular.to_vec::<i64>()?.iter().find(|&&column| column > 0) {
        return Err(self::singular(name, column as usize));
    }
    Ok(gpu::wrap_as(&found.solutions, b.shape(), a.dtype()))
}

fn adjoint(x: &Tensor) -> Result<Tensor> {
    transpose(x, -2, -1)
}

fn inverse_values(a: &Tensor, size: usize) -> Result<Tensor> {
    on_gpu!(a.device() => {
        let numbers = gpu::arange(size);
        let identity = super::eq(&numbers, &unsqueeze(&numbers, 1)?)?.cast(a.dtype())?;
        gpu_solve(a, &super::expand(&identity, a.shape())?, "linalg.inv")
    });
    let batch = a.numel() / (size * size).max(1);
    let mut identity = vec![0.0; size * size];
    (0..size).for_each(|at| identity[at * size + at] = 1.0);
    let values = solve_values(a, &identity.repeat(batch), size, size, "linalg.inv")?;
    Tensor::from_vec(values, a.shape()).cast(a.dtype())
}

/// The inverse.
pub fn inv(a: &Tensor) -> Result<Tensor> {
    let size = check_square(a, "linalg.inv")?;
    let output = inverse_values(a, size)?;
    Ok(record("LinalgInvExBackward0", &[a], &[Save::Output], output, |ctx| {
        let turned = adjoint(ctx.saved(0))?;
        Ok(smallvec![Some(neg(&matmul(&matmul(&turned, ctx.grad())?, &turned)?)?)])
    }))
}

/// The determinant.
pub fn det(a: &Tensor) -> Result<Tensor> {
    let size = check_square(a, "linalg.det")?;
    let output = determinants(a, size)?;
    Ok(record("LinalgDetBackward0", &[a], &[Save::Input(a)], output, |ctx| {
        let a = ctx.saved(0);
        let scale = unsqueeze(&unsqueeze(&mul(ctx.grad(), &det(a)?)?, -1)?, -1)?;
        Ok(smallvec![Some(mul(&scale, &adjoint(&inv(a)?)?)?)])
    }))
}

fn determinants(a: &Tensor, size: usize) -> Result<Tensor> {
    let batch = &a.shape()[..a.ndim() - 2];
    on_gpu!(a.device() => {
        if a.numel() == 0 {
            return a.full_like(batch, 1.into());
        }
        let found = gpu_eliminate(a, &super::narrow(a, -1, 0, 0)?)?;
        Ok(gpu::wrap_as(&found.determinants, batch, a.dtype()))
    });
    let determinant = |matrix: &[f64]| {
        let mut elimination = Elimination::new(matrix, &[], size);
        if elimination.run().is_ok() { elimination.determinant } else { 0.0 }
    };
    per_matrix(a, batch, determinant, 1.0)?.cast(a.dtype())
}

/// A number for each matrix of a batch; `of_nothing` for matrices without values.
fn per_matrix<T: Element>(
    x: &Tensor,
    batch: &[usize],
    number: impl Fn(&[f64]) -> T,
    of_nothing: T,
) -> Result<Tensor> {
    let count = memory::numel(batch)?;
    let values = x.to_vec::<f64>()?;
    match values.len().checked_div(count) {
        Some(0) => Ok(Tensor::from_vec(memory::filled(of_nothing, count)?, batch)),
        Some(size) => Ok(Tensor::from_vec(values.chunks_exact(size).map(number).collect(), batch)),
        None => Ok(Tensor::from_vec(Vec::<T>::new(), batch)),
    }
}

/// The x with A·x = b, for matrices or (if `b` has one dimension less) vectors b.
pub fn solve(a: &Tensor, b: &Tensor) -> Result<Tensor> {
    let size = check_square(a, "linalg.solve")?;
    if b.ndim() == 1 || (b.ndim() + 1 == a.ndim() && b.shape() == &a.shape()[..b.ndim()]) {
        return squeeze(&solve(a, &unsqueeze(b, -1)?)?, &[-1]);
    }
    let &[ref batch @ .., height, width] = b.shape() else {
        bail!(Runtime, "linalg.solve: The input tensor B must have at least 2 dimensions.");
    };
    if height != size {
        bail!(
            Runtime,
            "linalg.solve: Incompatible shapes of A and B for the equation AX = B ({size}x{size} and {height}x{width})"
        );
    }
    if a.dtype() != b.dtype() {
        bail!(
            Runtime,
            "linalg.solve: Expected A and B to have the same dtype, but found A of type {} and B of type {} instead",
            a.dtype().message_name(),
            b.dtype().message_name()
        );
    }
    let batch = layout::broadcast(&a.shape()[..a.ndim() - 2], batch)?;
    let whole = |x: &Tensor, last: [usize; 2]| super::expand(x, &[&batch[..], &last].concat());
    let (a, b) = (&whole(a, [size, size])?, &whole(b, [size, width])?);
    let output = solutions(a, b, size, width)?;
    let save = [Save::Input(a), Save::Output];
    Ok(record("LinalgSolveExBackward0", &[a, b], &save, output, |ctx| {
        let right = solve(&adjoint(ctx.saved(0))?, ctx.grad())?;
        let first = ctx.when(0, || neg(&matmul(&right, &adjoint(ctx.saved(1))?)?))?;
        Ok(smallvec![first, Some(right)])
    }))
}

fn solutions(a: &Tensor, b: &Tensor, size: usize, width: usize) -> Result<Tensor> {
    on_gpu!(common_device(&[a, b])? => gpu_solve(a, b, "linalg.solve"));
    let values = solve_values(a, &b.to_vec::<f64>()?, size, width, "linalg.solve")?;
    Tensor::from_vec(values, b.shape()).cast(a.dtype())
}

/// Every value of `a` times the whole of `b`, in blocks. Composed.
pub fn kron(a: &Tensor, b: &Tensor) -> Result<Tensor> {
    let ndim = a.ndim().max(b.ndim());
    let padded = |x: &Tensor| -> Dims {
        std::iter::repeat_n(1, ndim - x.ndim()).chain(x.shape().iter().copied()).collect()
    };
    let (outer, inner) = (padded(a), padded(b));
    let shape = outer.iter().zip(&inner).map(|(a, b)| a.saturating_mul(*b)).collect::<Dims>();
    memory::numel(&shape)?;
    let pairs = |sizes: &Dims, first: bool| -> Dims {
        sizes.iter().flat_map(|&size| if first { [size, 1] } else { [1, size] }).collect()
    };
    let product = mul(&reshape(a, &pairs(&outer, true))?, &reshape(b, &pairs(&inner, false))?)?;
    reshape(&product, &shape)
}

/// The vector at right angles to both, along a dimension of size 3. Composed.
pub fn cross(a: &Tensor, b: &Tensor, dim: i64) -> Result<Tensor> {
    if a.ndim() != b.ndim() {
        bail!(Runtime, "linalg.cross: inputs must have the same number of dimensions.");
    }
    if a.ndim() == 0 {
        bail!(Index, "Dimension specified as {dim} but tensor has no dimensions");
    }
    let at = wrap_dim(dim, a.ndim())?;
    if a.shape()[at] != 3 || b.shape()[at] != 3 {
        bail!(
            Runtime,
            "linalg.cross: inputs dimension {dim} must have length 3. Got {} and {}",
            a.shape()[at],
            b.shape()[at]
        );
    }
    let part = |x: &Tensor, nth: i64| select(x, at as i64, nth % 3);
    let component = |nth: i64| {
        let forward = mul(&part(a, nth + 1)?, &part(b, nth + 2)?)?;
        sub(&forward, &mul(&part(a, nth + 2)?, &part(b, nth + 1)?)?)
    };
    stack(&[component(0)?, component(1)?, component(2)?], at as i64)
}

/// The sum of products over `dims_a` of `a` and `dims_b` of `b`. Composed.
pub fn tensordot(a: &Tensor, b: &Tensor, dims_a: &[i64], dims_b: &[i64]) -> Result<Tensor> {
    let wrap = |x: &Tensor, dims: &[i64]| {
        dims.iter().map(|&dim| wrap_dim(dim, x.ndim())).collect::<Result<Vec<_>>>()
    };
    let (over_a, over_b) = (wrap(a, dims_a)?, wrap(b, dims_b)?);
    for over in [&over_a, &over_b] {
        if let Some(twice) = (0..over.len()).find(|&nth| over[..nth].contains(&over[nth])) {
            bail!(Runtime, "dim {} appears multiple times in the list of dims", over[twice]);
        }
    }
    if over_a.len() != over_b.len() {
        bail!(Runtime, "both dimension lists should have same length");
    }
    for (&i, &j) in over_a.iter().zip(&over_b) {
        if a.shape()[i] != b.shape()[j] {
            bail!(
                Runtime,
                "contracted dimensions need to match, but first has size {} in dim {i} and second has size {} in dim {j}",
                a.shape()[i],
                b.shape()[j]
            );
        }
    }
    let free =
        |x: &Tensor, over: &[usize]| (0..x.ndim()).filter(|dim| !over.contains(dim)).collect::<Vec<_>>();
    let (free_a, free_b) = (free(a, &over_a), free(b, &over_b));
    let count = |x: &Tensor, dims: &[usize]| dims.iter().map(|&dim| x.shape()[dim]).product::<usize>();
    let ordered =
        |x: &Tensor, dims: Vec<usize>| permute(x, &dims.iter().map(|&dim| dim as i64).collect::<Vec<_>>());
    let inner = count(a, &over_a);
    let left = reshape(&ordered(a, [&free_a[..], &over_a].concat())?, &[count(a, &free_a), inner])?;
    let right = reshape(&ordered(b, [&over_b[..], &free_b].concat())?, &[inner, count(b, &free_b)])?;
    let sizes = free_a.iter().map(|&dim| a.shape()[dim]).chain(free_b.iter().map(|&dim| b.shape()[dim]));
    reshape(&matmul(&left, &right)?, &sizes.collect::<Dims>())
}

pub const OPERATORS: &[Operator] = &[
    Operator::new("inverse(Tensor input) -> Tensor", |args| inv(args.tensor(0)?).map(Into::into))
        .doc("The inverse of a square matrix.")
        .method()
        .samples(|| vec![Args::new([square().into()])]),
    Operator::new("linalg_inv(Tensor A) -> Tensor", |args| inv(args.tensor(0)?).map(Into::into))
        .doc("The inverse of a square matrix.")
        .linalg()
        .samples(|| vec![Args::new([square().into()])]),
    Operator::new("det(Tensor input) -> Tensor", |args| det(args.tensor(0)?).map(Into::into))
        .doc("The determinant of a square matrix.")
        .method()
        .samples(|| vec![Args::new([square().into()])]),
    Operator::new("linalg_det(Tensor A) -> Tensor", |args| det(args.tensor(0)?).map(Into::into))
        .doc("The determinant of a square matrix.")
        .linalg()
        .samples(|| vec![Args::new([square().into()])]),
    Operator::new("linalg_solve(Tensor A, Tensor B, *, bool left=True) -> Tensor", |args| {
        let (a, b) = (args.tensor(0)?, args.tensor(1)?);
        if args.bool(2)? {
            return solve(a, b).map(Into::into);
        }
        // X A = B is Aᵀ Xᵀ = Bᵀ.
        adjoint(&solve(&adjoint(a)?, &adjoint(b)?)?).map(Into::into)
    })
    .node("LinalgSolveExBackward0")
    .doc("The X with A @ X = B, or with X @ A = B if A is not on the left.")
    .linalg()
    .samples(|| {
        let b = Tensor::from_vec(vec![1.0, -0.5], &[2]);
        vec![Args::new([square().into(), b.into()]), Args::new([square().into(), other().into()])]
    }),
    Operator::new("trace(Tensor input) -> Tensor", |args| {
        let x = args.tensor(0)?;
        if x.ndim() != 2 {
            bail!(Runtime, "trace: expected a matrix, but got tensor with dim {}", x.ndim());
        }
        super::sum(&super::diag(x, 0)?, &[], false).map(Into::into)
    })
    .node("TraceBackward0")
    .doc("The sum of the diagonal.")
    .method()
    .samples(|| vec![Args::new([Tensor::from_vec(vec![0.4, -1.2, 0.7, 2.1, -0.3, 1.5], &[2, 3]).into()])]),
    Operator::new("kron(Tensor input, Tensor other) -> Tensor", |args| {
        kron(args.tensor(0)?, args.tensor(1)?).map(Into::into)
    })
    .node("UnsafeViewBackward0")
    .doc("Each value of input times the whole of other, in blocks.")
    .method()
    .samples(|| vec![Args::new([square().into(), other().into()])]),
    Operator::new("cross(Tensor input, Tensor other, int? dim=None) -> Tensor", |args| {
        let (a, b) = (args.tensor(0)?, args.tensor(1)?);
        let dim = match args.optional_int(2)? {
            Some(dim) => dim,
            // `torch.cross` takes the first that fits, `torch.linalg.cross` the last one.
            None if a.ndim() != b.ndim() => -1,
            None => match a.shape().iter().position(|&size| size == 3) {
                Some(at) => at as i64,
                None => bail!(Runtime, "no dimension of size 3 in input"),
            },
        };
        cross(a, b, dim).map(Into::into)
    })
    .node("LinalgCrossBackward0")
    .doc("The vectors at right angles to both, along the first dimension that has three values.")
    .method()
    .samples(vectors),
    Operator::new("linalg_cross(Tensor input, Tensor other, *, int dim=-1) -> Tensor", |args| {
        cross(args.tensor(0)?, args.tensor(1)?, args.int(2)?).map(Into::into)
    })
    .doc("The vectors at right angles to both.")
    .linalg()
    .samples(vectors),
];

pub(super) fn square() -> Tensor {
    Tensor::from_vec(vec![2.0, 0.5, -0.3, 1.4], &[2, 2])
}
fn vectors() -> Vec<Args> {
    let vector = |values: [f64; 3]| Tensor::from_vec(values.to_vec(), &[3]);
    vec![Args::new([vector([1.0, 0.5, -0.3]).into(), vector([0.2, -1.0, 0.7]).into()])]
}
pub(super) fn other() -> Tensor {
    Tensor::from_vec(vec![0.4, -1.1, 0.9, 0.2], &[2, 2])
}
