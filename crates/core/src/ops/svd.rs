//! Singular values: `svd`, `svdvals`, and what follows from them, `matrix_rank` and `pinv`.
//!
//! One-sided Jacobi rotations (M. R. Hestenes, "Inversion of matrices by biorthogonalization and related results",
//! 1958), in float64 and rounded once; values of the GPU are brought to the CPU for it. What it is not: elimination (see [`super::linalg`]). Start reading at [`svd`].

use smallvec::smallvec;

use super::{
    Args, Operand, Operator, Value, add, create::triangle, div, eye, gt, linalg, matmul, mul, narrow, neg,
    reciprocal, square, sub, sum, transpose, unsqueeze, where_,
};
use crate::{
    Device, Dtype, Error, Result, Scalar, Tensor,
    autograd::{Context, Save, record, record_many},
    bail,
    tensor::{Dims, layout::shape_text, memory},
};

/// A matrix as columns at right angles, and the turns that brought it there.
struct Turned {
    columns: Vec<Vec<f64>>,
    turns: Vec<Vec<f64>>,
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn length(x: &[f64]) -> f64 {
    dot(x, x).sqrt()
}

/// As many as have ever been needed, and some.
const SWEEPS: usize = 40;

impl Turned {
    /// Turns the columns, no more than there are rows, in pairs until all are at right angles, longest first.
    fn new(columns: Vec<Vec<f64>>) -> Self {
        let count = columns.len();
        let unit = |at: usize| (0..count).map(|other| f64::from(other == at)).collect();
        let mut turned = Turned { columns, turns: (0..count).map(unit).collect() };
        // Below this there is only what rounding left.
        let noise = f64::EPSILON * turned.columns.iter().map(|x| dot(x, x)).sum::<f64>().sqrt();
        for _ in 0..SWEEPS {
            let mut is_done = true;
            for first in 0..count {
                for second in first + 1..count {
                    is_done &= !turned.turn(first, second, noise);
                }
            }
            if is_done {
                break;
            }
        }
        turned.sort();
        turned
    }

    /// Brings two columns to right angles; whether they were not.
    fn turn(&mut self, first: usize, second: usize, noise: f64) -> bool {
        let (left, right) = self.columns.split_at_mut(second);
        let (x, y) = (&mut left[first], &mut right[0]);
        let (along, between, across) = (dot(x, x), dot(x, y), dot(y, y));
        let tolerance = f64::EPSILON * x.len().max(4) as f64;
        if between.abs() <= tolerance * (along * across).sqrt() || along.min(across) <= noise * noise {
            return false;
        }
        let (sin, cos) = (0.5 * (2.0 * between).atan2(along - across)).sin_cos();
        let rotate = |x: &mut [f64], y: &mut [f64]| {
            for (x, y) in x.iter_mut().zip(y) {
                (*x, *y) = (cos * *x + sin * *y, cos * *y - sin * *x);
            }
        };
        rotate(x, y);
        let (left, right) = self.turns.split_at_mut(second);
        rotate(&mut left[first], &mut right[0]);
        true
    }

    fn sort(&mut self) {
        let mut order: Vec<usize> = (0..self.columns.len()).collect();
        let lengths: Vec<f64> = self.columns.iter().map(|column| length(column)).collect();
        order.sort_by(|&a, &b| lengths[b].total_cmp(&lengths[a]));
        let ordered = |all: &mut Vec<Vec<f64>>| {
            *all = order.iter().map(|&at| std::mem::take(&mut all[at])).collect();
        };
        ordered(&mut self.columns);
        ordered(&mut self.turns);
    }
}

/// `count` orthonormal columns of which the first are `columns`, made one long where they are not nothing.
fn completed(mut columns: Vec<Vec<f64>>, rows: usize, count: usize) -> Result<Vec<Vec<f64>>> {
    let longest = columns.first().map_or(0.0, |column| length(column));
    columns.retain_mut(|column| {
        let size = length(column);
        column.iter_mut().for_each(|value| *value /= size);
        size > f64::EPSILON * longest
    });
    // How much of each axis the columns do not reach.
    let mut left = memory::filled(1.0, rows)?;
    let reach = |left: &mut Vec<f64>, column: &[f64]| {
        left.iter_mut().zip(column).for_each(|(left, value)| *left -= value * value);
    };
    columns.iter().for_each(|column| reach(&mut left, column));
    while columns.len() < count {
        // The first of those that are left most.
        let axis = (0..rows).rev().max_by(|&a, &b| left[a].total_cmp(&left[b])).unwrap_or(0);
        let mut fresh = memory::filled(0.0, rows)?;
        fresh[axis] = 1.0;
        // Twice is enough (W. Kahan, in B. Parlett, "The symmetric eigenvalue problem", 6.9).
        for _ in 0..2 {
            for column in &columns {
                let along = dot(&fresh, column);
                fresh.iter_mut().zip(column).for_each(|(value, own)| *value -= along * own);
            }
        }
        let size = length(&fresh);
        fresh.iter_mut().for_each(|value| *value /= size);
        reach(&mut left, &fresh);
        columns.push(fresh);
    }
    Ok(columns)
}

/// U, S and Vh of one matrix, appended; U and V with as many columns as asked for.
struct Factors {
    u: Vec<f64>,
    s: Vec<f64>,
    vh: Vec<f64>,
}

impl Factors {
    fn push(&mut self, matrix: &[f64], [rows, columns]: [usize; 2], full: bool) -> Result<()> {
        let is_wide = columns > rows;
        let column = |at: usize| matrix.iter().skip(at).step_by(columns).copied().collect();
        let row = |at: usize| matrix[at * columns..][..columns].to_vec();
        let turned = Turned::new(if is_wide {
            (0..rows).map(row).collect()
        } else {
            (0..columns).map(column).collect()
        });
        self.s.extend(turned.columns.iter().map(|column| length(column)));
        let small = rows.min(columns);
        let long = rows.max(columns);
        let left = completed(turned.columns, long, if full { long } else { small })?;
        let (u, v) = if is_wide { (turned.turns, left) } else { (left, turned.turns) };
        for row in 0..rows {
            self.u.extend(u.iter().map(|column| column[row]));
        }
        v.iter().for_each(|column| self.vh.extend_from_slice(column));
        Ok(())
    }
}

fn check(x: &Tensor) -> Result<[usize; 2]> {
    let [.., rows, columns] = x.shape() else {
        bail!(Runtime, "linalg.svd: The input tensor A must have at least 2 dimensions.");
    };
    if !x.dtype().is_float() {
        bail!(
            NotImplemented,
            "linalg.svd: Expected a floating point or complex tensor as input. Got {}",
            x.dtype().message_name()
        );
    }
    Ok([*rows, *columns])
}

fn factors(x: &Tensor, size: [usize; 2], full: bool) -> Result<[Tensor; 3]> {
    let [rows, columns] = size;
    let small = rows.min(columns);
    let batch = &x.shape()[..x.ndim() - 2];
    let shape = |own: &[usize]| -> Dims { batch.iter().chain(own).copied().collect() };
    let (height, width) = if full { (rows, columns) } else { (small, small) };
    let shapes = [shape(&[rows, height]), shape(&[small]), shape(&[width, columns])];
    let [u, s, vh] =
        [&shapes[0], &shapes[1], &shapes[2]].map(|shape| memory::numel(shape).and_then(memory::reserve));
    let mut all = Factors { u: u?, s: s?, vh: vh? };
    let values = x.to_device(Device::Cpu)?.to_vec::<f64>()?;
    if values.iter().any(|value| !value.is_finite()) {
        return Err(Error::LinAlg(
            "linalg.svd: The algorithm failed to converge because the input matrix contained non-finite values.".into(),
        ));
    }
    for at in 0..memory::numel(batch)? {
        all.push(&values[at * rows * columns..][..rows * columns], size, full)?;
    }
    let of = |values: Vec<f64>, shape: &Dims| {
        Tensor::from_vec(values, shape).cast(x.dtype())?.to_device(x.device())
    };
    Ok([of(all.u, &shapes[0])?, of(all.s, &shapes[1])?, of(all.vh, &shapes[2])?])
}

/// U, S and Vh with A = U · diag(S) · Vh: orthonormal columns, singular values in falling order, orthonormal rows; `full`
/// completes U and Vh to square matrices.
pub fn svd(a: &Tensor, full: bool) -> Result<[Tensor; 3]> {
    let size = check(a)?;
    let small = size[0].min(size[1]) as i64;
    let factors = factors(a, size, full)?;
    let save = [Save::Input(a)];
    let outputs = record_many("LinalgSvdBackward0", &[a], &save, factors.into(), move |ctx| {
        // What completes the bases was chosen freely: nothing of it reaches A.
        let grad = |at: usize| ctx.grads[at].clone();
        let narrowed = |at: usize, dim: i64| grad(at).map(|grad| narrow(&grad, dim, 0, small)).transpose();
        svd_gradient(ctx, narrowed(0, -1)?, grad(1), narrowed(2, -2)?).map(|grad| smallvec![Some(grad)])
    });
    let Ok(outputs) = <[Tensor; 3]>::try_from(outputs) else { unreachable!("as many as were given") };
    Ok(outputs)
}

fn adjoint(x: &Tensor) -> Result<Tensor> {
    transpose(x, -2, -1)
}

/// The gradient as J. Townsend derives it ("Differentiating the singular value decomposition", 2016). The factors are
/// computed again: so they are part of the graph if there is one.
fn svd_gradient(
    ctx: &Context,
    of_u: Option<Tensor>,
    of_s: Option<Tensor>,
    of_vh: Option<Tensor>,
) -> Result<Tensor> {
    let a = ctx.saved(0);
    let [u, s, vh] = &svd(a, false)?;
    let (row, column) = (unsqueeze(s, -2)?, unsqueeze(s, -1)?);
    // By pairs of singular values: the differences of their squares, and 1 on the diagonal.
    let count = s.shape()[s.ndim() - 1];
    let same = eye(count, count, s.dtype())?.to_device(s.device())?;
    let apart = add(&sub(&square(&row)?, &square(&column)?)?, &same)?;
    let skew = |x: &Tensor| sub(x, &adjoint(x)?);
    let mut inner = match of_s {
        Some(grad) => mul(&unsqueeze(&grad, -1)?, &same)?,
        None => a.full_like(&[count, count], Scalar::Int(0))?,
    };
    let mut outer = None;
    if let Some(grad) = of_u {
        let turned = matmul(&adjoint(u)?, &grad)?;
        inner = add(&inner, &mul(&div(&skew(&turned)?, &apart)?, &row)?)?;
        if a.shape()[a.ndim() - 2] > count {
            let rest = div(&sub(&grad, &matmul(u, &turned)?)?, &row)?;
            outer = Some(matmul(&rest, vh)?);
        }
    }
    if let Some(grad) = of_vh {
        let turned = matmul(vh, &adjoint(&grad)?)?;
        inner = add(&inner, &mul(&column, &div(&skew(&turned)?, &apart)?)?)?;
        if a.shape()[a.ndim() - 1] > count {
            let rest = div(&sub(&grad, &matmul(&adjoint(&turned)?, vh)?)?, &column)?;
            outer = Some(matmul(u, &rest)?);
        }
    }
    let grad = matmul(&matmul(u, &inner)?, vh)?;
    outer.map_or(Ok(grad.clone()), |outer| add(&grad, &outer))
}

/// What counts as nothing beside the largest singular value: the larger of `atol` and `rtol` times that; by default
/// `max(m, n)` roundings of it.
struct Tolerance<'a> {
    atol: Option<Operand<'a>>,
    rtol: Option<Operand<'a>>,
}

impl Tolerance<'_> {
    /// `[..., 1]`, for singular values `s` of matrices of `size`.
    fn bound(&self, s: &Tensor, size: [usize; 2]) -> Result<Tensor> {
        let default = match s.dtype() {
            Dtype::Float64 => f64::EPSILON,
            _ => f32::EPSILON as f64,
        } * size[0].max(size[1]) as f64;
        let whole = |given: &Option<Operand>| match given {
            Some(Operand::Tensor(x)) => unsqueeze(x, -1),
            Some(Operand::Scalar(value)) => Ok(Tensor::scalar(*value, Dtype::Float64)),
            None => Ok(Tensor::scalar(Scalar::Float(0.0), Dtype::Float64)),
        };
        let atol = whole(&self.atol)?;
        let rtol = match self.rtol {
            // An absolute tolerance above 0 takes the default's place.
            None => {
                let usual = Tensor::scalar(Scalar::Float(default), Dtype::Float64);
                where_(&gt(&atol, 0.0)?, 0.0, &usual)?
            }
            _ => whole(&self.rtol)?,
        };
        super::maximum(&atol, &mul(&rtol, &narrow(&s.detach(), -1, 0, 1)?)?)
    }
}

/// The matrix that the lower triangle stands for, if it is to be read so.
fn mirrored(a: &Tensor, hermitian: bool) -> Result<Tensor> {
    if !hermitian {
        return Ok(a.clone());
    }
    linalg::check_square(a, "linalg.eigh")?;
    add(&triangle(a, 0, true)?, &adjoint(&triangle(a, -1, true)?)?)
}

/// How many singular values are more than the tolerance.
fn matrix_rank(a: &Tensor, tolerance: &Tolerance, hermitian: bool) -> Result<Tensor> {
    let &[ref batch @ .., rows, columns] = a.shape() else {
        bail!(Runtime, "torch.linalg.matrix_rank: The input tensor input must have at least 2 dimensions.");
    };
    if !a.dtype().is_float() {
        bail!(Runtime, "This function doesn't handle types other than float and double");
    }
    let size = [rows, columns];
    let [_, s, _] = svd(&mirrored(&a.detach(), hermitian)?, false)?;
    if size.contains(&0) {
        return Tensor::zeros(batch, Dtype::Int64);
    }
    sum(&gt(&s, &tolerance.bound(&s, size)?)?, &[-1], false)
}

/// The pseudoinverse (Moore and Penrose). Gradient: G. Golub and V. Pereyra, "The differentiation of pseudo-inverses and
/// nonlinear least squares problems whose variables separate", 1973.
fn pinv(a: &Tensor, tolerance: &Tolerance, hermitian: bool) -> Result<Tensor> {
    let (&[.., rows, columns], true) = (a.shape(), a.dtype().is_float()) else {
        bail!(
            Runtime,
            "linalg.pinv({}{{{}}}): expected a tensor with 2 or more dimensions of float, double, cfloat or cdouble types",
            a.dtype().message_name(),
            shape_text(a.shape())
        );
    };
    let size = [rows, columns];
    let a = &mirrored(a, hermitian)?;
    let output = if a.numel() == 0 {
        adjoint(&a.detach())?.copy()?
    } else {
        let [u, s, vh] = svd(&a.detach(), false)?;
        let inverse = where_(&gt(&s, &tolerance.bound(&s, size)?)?, &reciprocal(&s)?, 0.0)?;
        matmul(&mul(&adjoint(&vh)?, &unsqueeze(&inverse, -2)?)?, &adjoint(&u)?)?
    };
    Ok(record("LinalgPinvBackward0", &[a], &[Save::Input(a), Save::Output], output, |ctx| {
        let (a, p, grad) = (ctx.saved(0), ctx.saved(1), ctx.grad());
        let (turned, back) = (adjoint(p)?, adjoint(grad)?);
        let through = neg(&matmul(&matmul(&turned, grad)?, &turned)?)?;
        let beside = matmul(&matmul(&back, p)?, &turned)?;
        let beside = sub(&beside, &matmul(a, &matmul(p, &beside)?)?)?;
        let below = matmul(&matmul(&turned, p)?, &back)?;
        let below = sub(&below, &matmul(&matmul(&below, p)?, a)?)?;
        Ok(smallvec![Some(add(&through, &add(&beside, &below)?)?)])
    }))
}

fn tolerance(args: &Args, atol: usize, rtol: usize) -> Result<Tolerance<'_>> {
    let given = |index: usize| match args.0[index] {
        super::Arg::None => Ok(None),
        _ => args.operand(index).map(Some),
    };
    Ok(Tolerance { atol: given(atol)?, rtol: given(rtol)? })
}

pub const OPERATORS: &[Operator] = &[
    Operator::new("linalg_svd(Tensor A, bool full_matrices=True, *, str? driver=None) -> Tensor[]", |args| {
        if args.optional_str(2)?.is_some() {
            bail!(Runtime, "torch.linalg.svd: keyword argument `driver=` is only supported on CUDA inputs with cuSOLVER backend.");
        }
        let [u, s, vh] = svd(args.tensor(0)?, args.bool(1)?)?;
        Ok(Value::Named("linalg_svd", vec![("U", u), ("S", s), ("Vh", vh)]))
    })
    .doc("U, S and Vh with A = U @ diag(S) @ Vh: the singular values in falling order between orthonormal bases.")
    .linalg()
    .samples(|| {
        let thin = |x: Tensor| Args::new([x.into(), false.into()]);
        vec![thin(tall()), thin(adjoint(&tall()).expect("a matrix")), Args::new([sample().into()])]
    }),
    Operator::new("svd(Tensor input, bool some=True, bool compute_uv=True) -> Tensor[]", |args| {
        let x = args.tensor(0)?;
        let [mut u, s, vh] = svd(x, !args.bool(1)?)?;
        let mut v = adjoint(&vh)?;
        if !args.bool(2)? {
            let square = |size: usize| x.full_like(&[size, size], Scalar::Int(0));
            (u, v) = (square(x.shape()[x.ndim() - 2])?, square(x.shape()[x.ndim() - 1])?);
        }
        Ok(Value::Named("svd", vec![("U", u), ("S", s), ("V", v)]))
    })
    .doc("U, S and V with input = U @ diag(S) @ V.T, see torch.linalg.svd.")
    .method()
    .samples(|| vec![Args::new([tall().into()])]),
    Operator::new("linalg_svdvals(Tensor A, *, str? driver=None) -> Tensor", |args| {
        if args.optional_str(1)?.is_some() {
            bail!(Runtime, "torch.linalg.svd: keyword argument `driver=` is only supported on CUDA inputs with cuSOLVER backend.");
        }
        let [_, s, _] = svd(args.tensor(0)?, false)?;
        Ok(s.into())
    })
    .doc("The singular values, in falling order.")
    .linalg()
    .samples(|| vec![Args::new([tall().into()]), Args::new([sample().into()])]),
    Operator::new(
        "linalg_matrix_rank(Tensor A, Operand? tol=None, bool hermitian=False, *, Operand? atol=None, Operand? rtol=None) \
         -> Tensor",
        |args| {
            let hermitian = args.bool(2)?;
            // The former spelling: one absolute tolerance.
            let tolerance = match args.0[1] {
                super::Arg::None => tolerance(args, 3, 4)?,
                _ => Tolerance { atol: Some(args.operand(1)?), rtol: Some(Operand::Scalar(Scalar::Float(0.0))) },
            };
            matrix_rank(args.tensor(0)?, &tolerance, hermitian).map(Into::into)
        },
    )
    .doc("How many of a matrix's rows are independent: its singular values above a tolerance.")
    .linalg(),
    Operator::new(
        "linalg_pinv(Tensor A, *, Operand? atol=None, Operand? rtol=None, bool hermitian=False) -> Tensor",
        |args| pinv(args.tensor(0)?, &tolerance(args, 1, 2)?, args.bool(3)?).map(Into::into),
    )
    .doc("The pseudoinverse: of least squares, the shortest.")
    .linalg()
    .samples(|| {
        let hermitian = [sample().into(), super::Arg::None, super::Arg::None, true.into()];
        vec![Args::new([tall().into()]), Args::new([sample().into()]), Args::new(hermitian)]
    }),
    Operator::new("pinverse(Tensor input, float rcond=1e-15) -> Tensor", |args| {
        let rtol = Some(Operand::Scalar(args.scalar(1)?));
        pinv(args.tensor(0)?, &Tolerance { atol: None, rtol }, false).map(Into::into)
    })
    .doc("The pseudoinverse.")
    .method()
    .samples(|| vec![Args::new([tall().into()])]),
];

fn tall() -> Tensor {
    Tensor::from_vec(vec![1.2, 0.5, -0.3, 1.4, 0.8, -1.1], &[3, 2])
}
fn sample() -> Tensor {
    Tensor::from_vec(vec![2.0, 0.5, -0.3, 1.4], &[2, 2])
}
