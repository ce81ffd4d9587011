//! Matrix products: C = A·B for matrices with any strides.
//!
//! What it is not: shapes, dtypes or gradients (see `ops::matmul`). Start at [`gemm`].
//!
//! B is copied once into panels of [`COLS`] columns, A into panels of [`ROWS`] rows; a block of C then stays in
//! registers while both panels stream by, and every inner loop is over a fixed number of adjacent values, which the
//! compiler turns into SIMD. Each value of C is summed over the inner dimension in order, without fused
//! multiply-adds, in runs of [`DEPTH`].

use crate::tensor::Element;

const ROWS: usize = 4;
const COLS: usize = 8;
/// How deep a panel is: as much of B as stays in the second-level cache.
const DEPTH: usize = 512;

/// What is multiplied: floats, and integers that wrap.
pub trait Number: Element {
    fn plus(self, other: Self) -> Self;
    fn multiply_add(self, a: Self, b: Self) -> Self;
}

macro_rules! float_number {
    ($($type:ty),*) => {$(
        impl Number for $type {
            #[inline(always)]
            fn plus(self, other: Self) -> Self {
                self + other
            }
            #[inline(always)]
            fn multiply_add(self, a: Self, b: Self) -> Self {
                self + a * b
            }
        }
    )*};
}
float_number!(f32, f64);

impl Number for i64 {
    #[inline(always)]
    fn plus(self, other: Self) -> Self {
        self.wrapping_add(other)
    }
    #[inline(always)]
    fn multiply_add(self, a: Self, b: Self) -> Self {
        self.wrapping_add(a.wrapping_mul(b))
    }
}

/// A matrix in memory: row r, column c is `values[r * row_stride + c * col_stride]`.
#[derive(Clone, Copy)]
pub struct Matrix<'a, T> {
    pub values: &'a [T],
    pub row_stride: usize,
    pub col_stride: usize,
}

impl<T: Copy> Matrix<'_, T> {
    #[inline(always)]
    fn at(&self, row: usize, col: usize) -> T {
        self.values[row * self.row_stride + col * self.col_stride]
    }
}

/// Writes the `[m, n]` product of `a` `[m, k]` and `b` `[k, n]` over `c`, row by row.
pub fn gemm<T: Number>(a: Matrix<T>, b: Matrix<T>, [m, k, n]: [usize; 3], c: &mut [T]) {
    c.fill(T::default());
    if m == 1 || n == 1 || k <= 2 {
        return small(a, b, [m, k, n], c);
    }
    let mut panel_a = vec![T::default(); DEPTH.min(k) * ROWS * m.div_ceil(ROWS)];
    let mut panel_b = vec![T::default(); DEPTH.min(k) * COLS];
    for start in (0..k).step_by(DEPTH) {
        let depth = DEPTH.min(k - start);
        pack_a(a, m, start, depth, &mut panel_a);
        for col in (0..n).step_by(COLS) {
            let width = COLS.min(n - col);
            pack_b(b, col, width, start, depth, &mut panel_b);
            for row in (0..m).step_by(ROWS) {
                let rows = &panel_a[row * depth..][..ROWS * depth];
                let block = multiply_block(rows, &panel_b[..COLS * depth]);
                add_block(&block, &mut c[row * n..], n, [ROWS.min(m - row), col, width]);
            }
        }
    }
}

/// Thin products, where copying would cost more than multiplying.
fn small<T: Number>(a: Matrix<T>, b: Matrix<T>, [m, k, n]: [usize; 3], c: &mut [T]) {
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
            if b.col_stride == 1 {
                let line = &b.values[inner * b.row_stride..][..n];
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
    if a.col_stride != 1 || b.row_stride != 1 || k < 2 * COLS {
        return (0..k).fold(T::default(), |sum, inner| sum.multiply_add(a.at(row, inner), b.at(inner, 0)));
    }
    let (x, y) = (&a.values[row * a.row_stride..][..k], &b.values[..k]);
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

/// Groups of [`ROWS`] rows, each group column by column; rows past the end stay zero.
fn pack_a<T: Number>(a: Matrix<T>, m: usize, start: usize, depth: usize, panel: &mut [T]) {
    for (group, out) in panel.chunks_exact_mut(ROWS * depth).enumerate().take(m.div_ceil(ROWS)) {
        for (inner, out) in out.chunks_exact_mut(ROWS).enumerate() {
            for (at, out) in out.iter_mut().enumerate() {
                let row = group * ROWS + at;
                *out = if row < m { a.at(row, start + inner) } else { T::default() };
            }
        }
    }
}

/// [`COLS`] columns, row by row; columns past the end stay zero.
fn pack_b<T: Number>(b: Matrix<T>, col: usize, width: usize, start: usize, depth: usize, panel: &mut [T]) {
    for (inner, out) in panel.chunks_exact_mut(COLS).enumerate().take(depth) {
        if b.col_stride == 1 {
            out[..width].copy_from_slice(&b.values[(start + inner) * b.row_stride + col..][..width]);
        } else {
            for (at, out) in out[..width].iter_mut().enumerate() {
                *out = b.at(start + inner, col + at);
            }
        }
        out[width..].fill(T::default());
    }
}

#[inline]
fn multiply_block<T: Number>(rows: &[T], cols: &[T]) -> [[T; COLS]; ROWS] {
    let mut block = [[T::default(); COLS]; ROWS];
    for (a, b) in rows.chunks_exact(ROWS).zip(cols.chunks_exact(COLS)) {
        for row in 0..ROWS {
            for col in 0..COLS {
                block[row][col] = block[row][col].multiply_add(a[row], b[col]);
            }
        }
    }
    block
}

fn add_block<T: Number>(block: &[[T; COLS]; ROWS], c: &mut [T], n: usize, [height, col, width]: [usize; 3]) {
    for (row, sums) in block.iter().enumerate().take(height) {
        let out = &mut c[row * n + col..][..width];
        out.iter_mut().zip(sums).for_each(|(out, &sum)| *out = out.plus(sum));
    }
}
