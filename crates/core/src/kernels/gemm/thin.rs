//! Thin products, where copying would cost more than multiplying: those with a vector, and of few columns and rows.
//!
//! Floats are added in the order of Intel's library, with which PyTorch multiplies, so that the bits are PyTorch's; it is
//! not known for sums of many rows over sixteen columns and more. Start reading at [`by_vector`].

use super::{Matrix, Number, Steps};

const LANES: usize = 16;
/// Rows that the library takes together; what is left has sums of another order.
const TOGETHER: usize = 4;

/// Adds the product of `a` and `b` onto `c`, by `add(sum, a, b)` for sum + a·b, term by term.
pub fn add_product<T: Number>(
    a: Matrix<T>,
    b: Matrix<T>,
    [m, k, n]: [usize; 3],
    c: &mut [T],
    add: impl Fn(T, T, T) -> T,
) {
    for row in 0..m {
        let out = &mut c[row * n..][..n];
        for inner in 0..k {
            let factor = a.at(row, inner);
            if b.cols == Steps::Even(1) {
                let line = &b.values[b.rows.at(inner)..][..n];
                out.iter_mut().zip(line).for_each(|(out, &value)| *out = add(*out, factor, value));
            } else {
                out.iter_mut().enumerate().for_each(|(col, out)| *out = add(*out, factor, b.at(inner, col)));
            }
        }
    }
}

/// Writes the product of `a` `[m, k]` and the only column of `b` over `c`.
pub fn by_vector<T: Number>(
    a: Matrix<T>,
    b: Matrix<T>,
    [m, k]: [usize; 2],
    c: &mut [T],
    add: impl Fn(T, T, T) -> T,
) {
    if a.cols != Steps::Even(1) || b.rows != Steps::Even(1) {
        for (row, out) in c.iter_mut().enumerate().take(m) {
            *out = (0..k).fold(T::default(), |sum, inner| add(sum, a.at(row, inner), b.at(inner, 0)));
        }
        return;
    }
    let y = &b.values[b.cols.at(0)..][..k];
    for (row, out) in c.iter_mut().enumerate().take(m) {
        let x = &a.values[a.rows.at(row)..][..k];
        let first = add(T::default(), x[0], y[0]);
        *out = match row < m / TOGETHER * TOGETHER {
            true => led_by(first, &x[1..], &y[1..], &add),
            false => sum_of_lanes(T::default(), &x[1..], &y[1..], &add).plus(first),
        };
    }
}

/// The first product in the first lane; what fills no sixteen lanes comes after the others were summed.
fn led_by<T: Number>(first: T, x: &[T], y: &[T], add: impl Fn(T, T, T) -> T) -> T {
    let whole = x.len() / LANES * LANES;
    let sum = if whole > 0 { sum_of_lanes(first, &x[..whole], &y[..whole], &add) } else { first };
    if whole < x.len() { sum_of_lanes(sum, &x[whole..], &y[whole..], &add) } else { sum }
}

/// `first` and the products, in sixteen sums side by side that are then added in halves.
fn sum_of_lanes<T: Number>(first: T, x: &[T], y: &[T], add: impl Fn(T, T, T) -> T) -> T {
    let mut lanes = [T::default(); LANES];
    lanes[0] = first;
    for (x, y) in x.chunks(LANES).zip(y.chunks(LANES)) {
        lanes.iter_mut().zip(x).zip(y).for_each(|((sum, &x), &y)| *sum = add(*sum, x, y));
    }
    let mut count = LANES / 2;
    while count > 0 {
        for lane in 0..count {
            lanes[lane] = lanes[lane].plus(lanes[lane + count]);
        }
        count /= 2;
    }
    lanes[0]
}

/// The sum of the products of two vectors, in eight sums side by side.
pub fn dot<T: Number>(x: &[T], y: &[T]) -> T {
    const LANES: usize = 8;
    let (x_chunks, y_chunks) = (x.chunks_exact(LANES), y.chunks_exact(LANES));
    let rest = x_chunks.remainder().iter().zip(y_chunks.remainder());
    let tail = rest.fold(T::default(), |sum, (&x, &y)| sum.multiply_add(x, y));
    if x.len() < 2 * LANES {
        return x.iter().zip(y).fold(T::default(), |sum, (&x, &y)| sum.multiply_add(x, y));
    }
    let mut sums = [T::default(); LANES];
    for (x, y) in x_chunks.zip(y_chunks) {
        for lane in 0..LANES {
            sums[lane] = sums[lane].multiply_add(x[lane], y[lane]);
        }
    }
    sums.iter().fold(tail, |total, &sum| total.plus(sum))
}
