//! Thin products, where copying would cost more than multiplying.

use super::{COLS, Matrix, Number, Steps};

/// Adds the product of `a` and `b` onto `c`.
pub fn add_product<T: Number>(a: Matrix<T>, b: Matrix<T>, [m, k, n]: [usize; 3], c: &mut [T]) {
    if n == 1 {
        for (row, out) in c.iter_mut().enumerate().take(m) {
            *out = dot(a, row, b, k);
        }
        return;
    }
    for row in 0..m {
        let out = &mut c[row * n..][..n];
        for inner in 0..k {
            let factor = a.at(row, inner);
            if b.cols == Steps::Even(1) {
                let line = &b.values[b.rows.at(inner)..][..n];
                out.iter_mut().zip(line).for_each(|(out, &value)| *out = out.multiply_add(factor, value));
            } else {
                out.iter_mut()
                    .enumerate()
                    .for_each(|(col, out)| *out = out.multiply_add(factor, b.at(inner, col)));
            }
        }
    }
}

/// A row of `a` times the only column of `b`; long contiguous ones in eight sums side by side.
fn dot<T: Number>(a: Matrix<T>, row: usize, b: Matrix<T>, k: usize) -> T {
    if a.cols != Steps::Even(1) || b.rows != Steps::Even(1) || k < 2 * COLS {
        return (0..k).fold(T::default(), |sum, inner| sum.multiply_add(a.at(row, inner), b.at(inner, 0)));
    }
    let (x, y) = (&a.values[a.rows.at(row)..][..k], &b.values[b.cols.at(0)..][..k]);
    let mut sums = [T::default(); COLS];
    let (x_chunks, y_chunks) = (x.chunks_exact(COLS), y.chunks_exact(COLS));
    let rest = x_chunks.remainder().iter().zip(y_chunks.remainder());
    let tail = rest.fold(T::default(), |sum, (&x, &y)| sum.multiply_add(x, y));
    for (x, y) in x_chunks.zip(y_chunks) {
        for lane in 0..COLS {
            sums[lane] = sums[lane].multiply_add(x[lane], y[lane]);
        }
    }
    sums.iter().fold(tail, |total, &sum| total.plus(sum))
}
