//! A matrix as a product: `cholesky`, `qr`, `eigh`; and `slogdet`, the determinant's sign and logarithm.
//!
//! In float64 and rounded once; values of the GPU are brought to the CPU for it. What it is not: singular values (see
//! [`super::svd`]) or elimination (see [`super::linalg`]).

use smallvec::smallvec;

use super::{
    Args, Operator, Value, abs, add,
    create::triangle,
    div, eye,
    linalg::{check_square, det, inv},
    log, matmul, mul, sign, sub, transpose, unsqueeze,
};
use crate::{
    Device, Error, Result, Scalar, Tensor,
    autograd::{Save, record, record_many},
    bail,
    tensor::{Dims, memory},
};

fn adjoint(x: &Tensor) -> Result<Tensor> {
    transpose(x, -2, -1)
}

/// The values of a batch of matrices, and how many there are.
fn matrices(a: &Tensor) -> Result<(Vec<f64>, usize)> {
    Ok((a.to_device(Device::Cpu)?.to_vec::<f64>()?, memory::numel(&a.shape()[..a.ndim() - 2])?))
}

/// A result of values in float64, in the dtype and on the device of `like`, with these sizes for each matrix.
fn result(values: Vec<f64>, like: &Tensor, own: &[usize]) -> Result<Tensor> {
    let shape: Dims = like.shape()[..like.ndim() - 2].iter().chain(own).copied().collect();
    Tensor::from_vec(values, &shape).cast(like.dtype())?.to_device(like.device())
}

/// Writes the lower triangle L with A = L·Lᵀ over a matrix; an error with the order of the first leading minor that is
/// not positive.
fn cholesky_values(matrix: &mut [f64], size: usize) -> Result<(), usize> {
    for row in 0..size {
        for column in 0..=row {
            let before: f64 =
                (0..column).map(|at| matrix[row * size + at] * matrix[column * size + at]).sum();
            let left = matrix[row * size + column] - before;
            matrix[row * size + column] = if row > column {
                left / matrix[column * size + column]
            } else if left > 0.0 {
                left.sqrt()
            } else {
                return Err(row + 1);
            };
        }
        matrix[row * size + row + 1..(row + 1) * size].fill(0.0);
    }
    Ok(())
}

/// The lower triangle L with A = L·Lᵀ, of a symmetric positive definite matrix of which the lower triangle is read.
/// Gradient: I. Murray, "Differentiation of the Cholesky decomposition", 2016.
pub fn cholesky(a: &Tensor) -> Result<Tensor> {
    let size = check_square(a, "linalg.cholesky")?;
    let (mut values, count) = matrices(a)?;
    for at in 0..count {
        let matrix = &mut values[at * size * size..][..size * size];
        cholesky_values(matrix, size).map_err(|order| {
            let which = if a.ndim() > 2 { format!("(Batch element {at}): ") } else { String::new() };
            Error::LinAlg(format!(
                "linalg.cholesky: {which}The factorization could not be completed because the input is not \
                 positive-definite (the leading minor of order {order} is not positive-definite)."
            ))
        })?;
    }
    let output = result(values, a, &[size, size])?;
    Ok(record("LinalgCholeskyExBackward0", &[a], &[Save::Output], output, move |ctx| {
        let l = ctx.saved(0);
        let inner = matmul(&adjoint(l)?, ctx.grad())?;
        // The lower triangle with half of the diagonal.
        let half = mul(&triangle(&inner, 0, true)?, &half_diagonal(&inner, size)?)?;
        let back = inv(l)?;
        let grad = matmul(&matmul(&adjoint(&back)?, &half)?, &back)?;
        Ok(smallvec![Some(mul(&add(&grad, &adjoint(&grad)?)?, 0.5)?)])
    }))
}

/// Ones, and halves on the diagonal.
fn half_diagonal(like: &Tensor, size: usize) -> Result<Tensor> {
    let halves = mul(&eye(size, size, like.dtype())?.to_device(like.device())?, 0.5)?;
    sub(1.0, &halves)
}

/// What Householder's reflections make of a matrix: Q, of `width` columns, and R, of as many rows.
fn qr_values(matrix: &[f64], [rows, columns]: [usize; 2], width: usize) -> Result<(Vec<f64>, Vec<f64>)> {
    let mut r = matrix.to_vec();
    let mut reflections: Vec<(Vec<f64>, f64)> = Vec::new();
    for at in 0..rows.min(columns) {
        let mut axis: Vec<f64> = (at..rows).map(|row| r[row * columns + at]).collect();
        let below = axis[1..].iter().map(|value| value * value).sum::<f64>();
        if below == 0.0 {
            reflections.push((axis, 0.0));
            continue;
        }
        let length = (axis[0] * axis[0] + below).sqrt();
        // Away from the first value, so that nothing cancels (as LAPACK's dlarfg).
        axis[0] += if axis[0] < 0.0 { -length } else { length };
        let scale = 2.0 / axis.iter().map(|value| value * value).sum::<f64>();
        reflect(&mut r, columns, at, &axis, scale);
        reflections.push((axis, scale));
    }
    let mut q = memory::filled(0.0, rows.saturating_mul(width))?;
    (0..rows.min(width)).for_each(|at| q[at * width + at] = 1.0);
    for (at, (axis, scale)) in reflections.iter().enumerate().rev() {
        reflect(&mut q, width, at, axis, *scale);
    }
    r.truncate(width * columns);
    for row in 1..width {
        r[row * columns..][..row.min(columns)].fill(0.0);
    }
    Ok((q, r))
}

/// Mirrors the rows of a matrix from `first` on in the plane at right angles to `axis`.
fn reflect(matrix: &mut [f64], columns: usize, first: usize, axis: &[f64], scale: f64) {
    for column in 0..columns {
        let places = (first..first + axis.len()).map(|row| row * columns + column);
        let along: f64 = places.clone().zip(axis).map(|(place, value)| matrix[place] * value).sum();
        places.zip(axis).for_each(|(place, value)| matrix[place] -= scale * along * value);
    }
}

/// Orthonormal columns and an upper triangle with A = Q·R. Gradient: S. Walter and L. Lehmann, "Algorithmic
/// differentiation of linear algebra functions", 2010.
pub fn qr(a: &Tensor, complete: bool) -> Result<[Tensor; 2]> {
    let &[.., rows, columns] = a.shape() else {
        bail!(Runtime, "linalg.qr: The input tensor A must have at least 2 dimensions.");
    };
    if !a.dtype().is_float() {
        let name = a.dtype().message_name();
        bail!(NotImplemented, "linalg.qr: Expected a floating point or complex tensor as input. Got {name}");
    }
    let width = if complete { rows } else { rows.min(columns) };
    let (values, count) = matrices(a)?;
    let (mut q, mut r) = (memory::reserve(0)?, memory::reserve(0)?);
    for at in 0..count {
        let (own_q, own_r) =
            qr_values(&values[at * rows * columns..][..rows * columns], [rows, columns], width)?;
        q.extend(own_q);
        r.extend(own_r);
    }
    let outputs = vec![result(q, a, &[rows, width])?, result(r, a, &[width, columns])?];
    let outputs = record_many("LinalgQrBackward0", &[a], &[Save::Input(a)], outputs, move |ctx| {
        if rows < columns || (complete && rows > columns) {
            let which = if complete {
                "mode='complete' with more rows than columns"
            } else {
                "more columns than rows"
            };
            bail!(NotImplemented, "linalg.qr: the gradient for {which} is not built into this torch");
        }
        // Computed again: so they are part of the graph if there is one.
        let [q, r] = &qr(ctx.saved(0), false)?;
        let zeros = |like: &Tensor| like.full_like(like.shape(), Scalar::Int(0));
        let of_q = ctx.grads[0].clone().map_or_else(|| zeros(q), Ok)?;
        let of_r = ctx.grads[1].clone().map_or_else(|| zeros(r), Ok)?;
        let inner = sub(&matmul(r, &adjoint(&of_r)?)?, &matmul(&adjoint(&of_q)?, q)?)?;
        // The lower triangle mirrored.
        let lower = triangle(&inner, 0, true)?;
        let mirrored = add(&lower, &adjoint(&triangle(&inner, -1, true)?)?)?;
        let grad = matmul(&add(&of_q, &matmul(q, &mirrored)?)?, &adjoint(&inv(r)?)?)?;
        Ok(smallvec![Some(grad)])
    });
    let Ok(outputs) = <[Tensor; 2]>::try_from(outputs) else { unreachable!("as many as were given") };
    Ok(outputs)
}

/// As many sweeps as have ever been needed, and some.
const SWEEPS: usize = 40;

/// Eigenvalues in rising order and eigenvectors as columns, by Jacobi's rotations (C. G. J. Jacobi, 1846).
fn eigh_values(matrix: &mut [f64], size: usize) -> (Vec<f64>, Vec<f64>) {
    let mut vectors = vec![0.0; size * size];
    (0..size).for_each(|at| vectors[at * size + at] = 1.0);
    for _ in 0..SWEEPS {
        let mut is_done = true;
        for first in 0..size {
            for second in first + 1..size {
                let (x, y) = (matrix[first * size + first], matrix[second * size + second]);
                let between = matrix[first * size + second];
                if between.abs() <= f64::EPSILON * 0.5 * (x.abs() * y.abs()).sqrt() || between == 0.0 {
                    continue;
                }
                is_done = false;
                let slope = (y - x) / (2.0 * between);
                let tangent = slope.signum() / (slope.abs() + (slope * slope + 1.0).sqrt());
                let cos = 1.0 / (tangent * tangent + 1.0).sqrt();
                rotate(matrix, &mut vectors, size, [first, second], [cos, tangent * cos]);
            }
        }
        if is_done {
            break;
        }
    }
    let mut order: Vec<usize> = (0..size).collect();
    order.sort_by(|&a, &b| matrix[a * size + a].total_cmp(&matrix[b * size + b]));
    let values = order.iter().map(|&at| matrix[at * size + at]).collect();
    let mut sorted = vec![0.0; size * size];
    for (to, &from) in order.iter().enumerate() {
        // The sign is free: the last value is not negative.
        let sign = if vectors[(size - 1) * size + from] < 0.0 { -1.0 } else { 1.0 };
        (0..size).for_each(|row| sorted[row * size + to] = sign * vectors[row * size + from]);
    }
    (values, sorted)
}

fn rotate(
    matrix: &mut [f64],
    vectors: &mut [f64],
    size: usize,
    [first, second]: [usize; 2],
    [cos, sin]: [f64; 2],
) {
    let turn = |values: &mut [f64], one: usize, other: usize| {
        let (x, y) = (values[one], values[other]);
        values[one] = cos * x - sin * y;
        values[other] = sin * x + cos * y;
    };
    for at in 0..size {
        turn(matrix, at * size + first, at * size + second);
        turn(vectors, at * size + first, at * size + second);
    }
    (0..size).for_each(|at| turn(matrix, first * size + at, second * size + at));
}

/// Eigenvalues, in rising order, and eigenvectors, as columns, of the symmetric matrix that one triangle stands for.
/// The gradient is that of the whole matrix, as if it were free to change both triangles alike.
pub fn eigh(a: &Tensor, lower: bool) -> Result<[Tensor; 2]> {
    let size = check_square(a, "linalg.eigh")?;
    let triangle_of = |x: &Tensor| {
        let (own, beside) = (triangle(x, 0, lower)?, triangle(x, if lower { -1 } else { 1 }, lower)?);
        add(&own, &adjoint(&beside)?)
    };
    let (mut values, count) = matrices(&triangle_of(&a.detach())?)?;
    if values.iter().any(|value| !value.is_finite()) {
        return Err(Error::LinAlg(
            "linalg.eigh: The algorithm failed to converge because the input matrix contained non-finite values.".into(),
        ));
    }
    let (mut found, mut vectors) = (memory::reserve(count * size)?, memory::reserve(values.len())?);
    for at in 0..count {
        let (own, own_vectors) = eigh_values(&mut values[at * size * size..][..size * size], size);
        found.extend(own);
        vectors.extend(own_vectors);
    }
    let outputs = vec![result(found, a, &[size])?, result(vectors, a, &[size, size])?];
    let outputs = record_many("LinalgEighBackward0", &[a], &[Save::Input(a)], outputs, move |ctx| {
        let [values, vectors] = &eigh(ctx.saved(0), lower)?;
        let same = eye(size, size, values.dtype())?.to_device(values.device())?;
        let mut inner = match &ctx.grads[0] {
            Some(grad) => mul(&unsqueeze(grad, -1)?, &same)?,
            None => values.full_like(&[size, size], Scalar::Int(0))?,
        };
        if let Some(grad) = &ctx.grads[1] {
            let apart = add(&sub(&unsqueeze(values, -2)?, &unsqueeze(values, -1)?)?, &same)?;
            let turned = mul(&matmul(&adjoint(vectors)?, grad)?, &sub(1.0, &same)?)?;
            inner = add(&inner, &div(&turned, &apart)?)?;
        }
        Ok(smallvec![Some(matmul(&matmul(vectors, &inner)?, &adjoint(vectors)?)?)])
    });
    let Ok(outputs) = <[Tensor; 2]>::try_from(outputs) else { unreachable!("as many as were given") };
    Ok(outputs)
}

/// The determinant's sign, and the logarithm of its absolute value. Composed.
fn slogdet(a: &Tensor) -> Result<[Tensor; 2]> {
    check_square(a, "linalg.slogdet")?;
    let value = det(a)?;
    Ok([sign(&value)?, log(&abs(&value)?)?])
}

fn signs(args: &Args, name: &'static str) -> Result<Value> {
    let [sign, logarithm] = slogdet(args.tensor(0)?)?;
    Ok(Value::Named(name, vec![("sign", sign), ("logabsdet", logarithm)]))
}

fn is_lower(uplo: &str) -> Result<bool> {
    match uplo {
        "L" | "l" => Ok(true),
        "U" | "u" => Ok(false),
        _ => bail!(Runtime, "Expected UPLO argument to be 'L' or 'U', but got {uplo}"),
    }
}

pub const OPERATORS: &[Operator] = &[
    Operator::new("linalg_cholesky(Tensor A, *, bool upper=False) -> Tensor", |args| {
        let a = args.tensor(0)?;
        // The upper triangle is read for an upper triangle.
        let found = if args.bool(1)? { adjoint(&cholesky(&adjoint(a)?)?)? } else { cholesky(a)? };
        Ok(found.into())
    })
    .doc("The lower triangle L with A = L @ L.T, or the upper one; A is symmetric and positive definite.")
    .linalg(),
    Operator::new("linalg_qr(Tensor A, str mode='reduced') -> Tensor[]", |args| {
        let (a, mode) = (args.tensor(0)?, args.str(1)?);
        if !["reduced", "complete", "r"].contains(&&*mode) {
            bail!(Runtime, "qr received unrecognized mode '{mode}' but expected one of 'reduced' (default), 'r', or 'complete'");
        }
        let [q, r] = qr(a, mode == "complete")?;
        let q = if mode == "r" { q.full_like(&[0], Scalar::Int(0))? } else { q };
        Ok(Value::Named("linalg_qr", vec![("Q", q), ("R", r)]))
    })
    .doc("Orthonormal columns Q and an upper triangle R with A = Q @ R.")
    .linalg()
    .samples(|| {
        let tall = Tensor::from_vec(vec![1.2, 0.5, -0.3, 1.4, 0.8, -1.1], &[3, 2]);
        vec![Args::new([tall.into()]), Args::new([symmetric().into()])]
    }),
    Operator::new("linalg_eigh(Tensor A, str UPLO='L') -> Tensor[]", |args| {
        let [values, vectors] = eigh(args.tensor(0)?, is_lower(&args.str(1)?)?)?;
        Ok(Value::Named("linalg_eigh", vec![("eigenvalues", values), ("eigenvectors", vectors)]))
    })
    .doc("Eigenvalues in rising order and eigenvectors, as columns, of a symmetric matrix.")
    .linalg(),
    Operator::new("linalg_eigvalsh(Tensor A, str UPLO='L') -> Tensor", |args| {
        let [values, _] = eigh(args.tensor(0)?, is_lower(&args.str(1)?)?)?;
        Ok(values.into())
    })
    .doc("The eigenvalues of a symmetric matrix, in rising order.")
    .linalg(),
    Operator::new("linalg_slogdet(Tensor A) -> Tensor[]", |args| signs(args, "linalg_slogdet"))
        .node("LinalgSlogdetBackward0")
        .doc("The determinant's sign, and the logarithm of its absolute value.")
        .linalg()
        .samples(|| vec![Args::new([symmetric().into()])]),
    Operator::new("slogdet(Tensor input) -> Tensor[]", |args| signs(args, "slogdet"))
        .node("LinalgSlogdetBackward0")
        .doc("The determinant's sign, and the logarithm of its absolute value.")
        .method()
        .samples(|| vec![Args::new([symmetric().into()])]),
    Operator::new("logdet(Tensor input) -> Tensor", |args| {
        check_square(args.tensor(0)?, "logdet")?;
        log(&det(args.tensor(0)?)?).map(Into::into)
    })
    .node("WhereBackward0")
    .doc("The logarithm of the determinant; nan where that is negative.")
    .method()
    .samples(|| vec![Args::new([symmetric().into()])]),
];

fn symmetric() -> Tensor {
    Tensor::from_vec(vec![2.0, 0.5, 0.5, 1.4], &[2, 2])
}
