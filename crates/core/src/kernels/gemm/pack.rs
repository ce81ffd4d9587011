//! Copies of blocks of a matrix in the order in which tiles read them.

use super::{Matrix, Number, Steps};

/// Rows `[first, count]`, columns `[start, depth]` of `matrix` as panels of `SIDE` rows, each panel column by column;
/// rows past the end are zeros.
pub fn panels<T: Number, const SIDE: usize>(
    matrix: Matrix<T>,
    [first, count]: [usize; 2],
    [start, depth]: [usize; 2],
    out: &mut [T],
) {
    for (row, out) in (0..count).step_by(SIDE).zip(out.chunks_exact_mut(SIDE * depth)) {
        let (from, side) = ([first + row, start], SIDE.min(count - row));
        if side == SIDE && matrix.rows == Steps::Even(1) {
            columns::<T, SIDE>(matrix, from, out);
        } else if side == SIDE && matrix.cols == Steps::Even(1) {
            rows::<T, SIDE>(matrix, from, depth, out);
        } else {
            ragged::<T, SIDE>(matrix, from, side, out);
        }
    }
}

/// Columns lie in memory as they are wanted.
fn columns<T: Number, const SIDE: usize>(matrix: Matrix<T>, [row, col]: [usize; 2], out: &mut [T]) {
    for (at, out) in out.chunks_exact_mut(SIDE).enumerate() {
        out.copy_from_slice(&matrix.values[matrix.cols.at(col + at) + row..][..SIDE]);
    }
}

/// Rows lie in memory.
fn rows<T: Number, const SIDE: usize>(
    matrix: Matrix<T>,
    [row, col]: [usize; 2],
    depth: usize,
    out: &mut [T],
) {
    let rows: [&[T]; SIDE] =
        std::array::from_fn(|nth| &matrix.values[matrix.rows.at(row + nth) + col..][..depth]);
    for (at, out) in out.chunks_exact_mut(SIDE).enumerate().take(depth) {
        for nth in 0..SIDE {
            out[nth] = rows[nth][at];
        }
    }
}

/// Any strides, and fewer rows than a panel has.
fn ragged<T: Number, const SIDE: usize>(
    matrix: Matrix<T>,
    [row, col]: [usize; 2],
    side: usize,
    out: &mut [T],
) {
    for (at, out) in out.chunks_exact_mut(SIDE).enumerate() {
        for (nth, out) in out[..side].iter_mut().enumerate() {
            *out = matrix.at(row + nth, col + at);
        }
        out[side..].fill(T::default());
    }
}
