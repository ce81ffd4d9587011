//! Matrix products: C = A·B for matrices with any strides.
//!
//! What it is not: shapes, dtypes or gradients (see `ops::matmul`). Start at [`gemm`].
//!
//! As in Goto and van de Geijn, *Anatomy of High-Performance Matrix Multiplication* (2008): a block of B is copied
//! into panels of [`COLS`] columns, a block of A into panels of [`ROWS`] rows ([`pack`]); a tile of C then stays in
//! registers while two panels stream by ([`tile`]). Each value of C is summed over the inner dimension in order, in
//! runs of at most [`DEPTH`], each product added in one rounding where the processor can: the bits are those of Intel's
//! library, with which PyTorch multiplies.

#[cfg(target_arch = "x86_64")]
mod fused;
mod number;
mod pack;
#[cfg(target_arch = "wasm32")]
pub mod relaxed;
mod thin;
mod tile;

pub use number::Number;
pub use thin::dot;

use crate::{Result, tensor::recycle};

/// The sizes of a tile of C. Eight registers of four float32 hold it, which leaves as many for the factors.
const ROWS: usize = 4;
const COLS: usize = 8;
/// How deep panels are at most: one of B stays in the first-level cache.
const DEPTH: usize = 384;
/// How many rows of A are packed at a time: they stay in the second-level cache.
const HEIGHT: usize = 128;
/// How many columns of B are packed at a time, which bounds the memory.
const WIDTH: usize = 1024;

/// So many products with a vector are many.
const LARGE: usize = 1 << 16;

/// Where rows or columns begin.
#[derive(Clone, Copy, PartialEq)]
pub enum Steps<'a> {
    Even(usize),
    /// Anywhere: what a convolution multiplies lies in its input so.
    Table(&'a [usize]),
}

impl Steps<'_> {
    #[inline(always)]
    fn at(self, index: usize) -> usize {
        match self {
            Steps::Even(step) => index * step,
            Steps::Table(places) => places[index],
        }
    }
}

/// A matrix in memory: row r, column c is `values[rows.at(r) + cols.at(c)]`.
#[derive(Clone, Copy)]
pub struct Matrix<'a, T> {
    pub values: &'a [T],
    pub rows: Steps<'a>,
    pub cols: Steps<'a>,
}

impl<'a, T: Copy> Matrix<'a, T> {
    pub fn strided(values: &'a [T], row_stride: usize, col_stride: usize) -> Self {
        Matrix { values, rows: Steps::Even(row_stride), cols: Steps::Even(col_stride) }
    }
    /// A matrix that lies in memory row by row.
    pub fn dense(values: &'a [T], width: usize) -> Self {
        Matrix::strided(values, width, 1)
    }
    /// Rows as columns.
    pub fn transposed(self) -> Self {
        Matrix { values: self.values, rows: self.cols, cols: self.rows }
    }
    #[inline(always)]
    fn at(&self, row: usize, col: usize) -> T {
        self.values[self.rows.at(row) + self.cols.at(col)]
    }
}

/// Writes the `[m, n]` product of `a` `[m, k]` and `b` `[k, n]` over `c`, row by row.
///
/// # Errors
/// `RuntimeError` if there is no memory for copies of parts of the factors.
pub fn gemm<T: Number>(a: Matrix<T>, b: Matrix<T>, size: [usize; 3], c: &mut [T]) -> Result<()> {
    let [m, k, n] = size;
    if k == 0 {
        c.fill(T::default());
    } else if m == 1 && n == 1 {
        c[0] = T::default();
        thin::add_product(a, b, size, c, T::multiply_add_once);
    } else if m == 1 || n == 1 {
        // Where nothing fuses products and sums by itself, large ones have more from speed.
        let is_large = cfg!(target_arch = "wasm32") && m * k * n > LARGE;
        match is_large {
            true => by_vector(a, b, size, c, T::multiply_add),
            false => by_vector(a, b, size, c, T::multiply_add_once),
        }
    } else if k <= 2 {
        c.fill(T::default());
        thin::add_product(a, b, size, c, T::multiply_add_once);
    } else {
        return packed(a, b, size, c, false, DEPTH);
    }
    Ok(())
}

/// A product of which one side is a vector.
fn by_vector<T: Number>(
    a: Matrix<T>,
    b: Matrix<T>,
    [m, k, n]: [usize; 3],
    c: &mut [T],
    add: impl Fn(T, T, T) -> T,
) {
    if n == 1 {
        thin::by_vector(a, b, [m, k], c, add);
    } else if b.rows == Steps::Even(1) {
        thin::by_vector(b.transposed(), a.transposed(), [n, k], c, add);
    } else {
        c.fill(T::default());
        thin::add_product(a, b, [m, k, n], c, add);
    }
}

/// As [`gemm`], of matrices so small that PyTorch's loop over a batch multiplies them itself: in order, and products are
/// rounded before they are added.
pub fn small_gemm<T: Number>(a: Matrix<T>, b: Matrix<T>, [m, k, n]: [usize; 3], c: &mut [T]) {
    for (at, out) in c.iter_mut().enumerate().take(m * n) {
        let terms = (0..k).map(|inner| (a.at(at / n, inner), b.at(inner, at % n)));
        *out = terms.fold(T::default(), |sum, (a, b)| sum.multiply_add(a, b));
    }
}

/// Adds the product onto `c`.
///
/// # Errors
/// As [`gemm`].
pub fn add_gemm<T: Number>(a: Matrix<T>, b: Matrix<T>, size: [usize; 3], c: &mut [T]) -> Result<()> {
    if size[1] == 1 {
        // A single product is added in one rounding.
        thin::add_product(a, b, size, c, T::multiply_add_once);
        return Ok(());
    }
    packed(a, b, size, c, true, DEPTH)
}

/// As [`gemm`], or added onto `c` if it `adds`, with sums in a single run.
///
/// # Errors
/// As [`gemm`].
pub fn gemm_in_one_run<T: Number>(
    a: Matrix<T>,
    b: Matrix<T>,
    size: [usize; 3],
    c: &mut [T],
    adds: bool,
) -> Result<()> {
    packed(a, b, size, c, adds, usize::MAX)
}

/// How many products the next run sums, of so many that are left; the last two runs are equally long.
fn run(left: usize, longest: usize) -> usize {
    match left {
        _ if left <= longest => left,
        _ if left <= 2 * longest => left.div_ceil(2),
        _ => longest,
    }
}

fn packed<T: Number>(
    a: Matrix<T>,
    b: Matrix<T>,
    [m, k, n]: [usize; 3],
    c: &mut [T],
    adds: bool,
    longest: usize,
) -> Result<()> {
    let depth = k.min(longest);
    let mut panels_a = recycle::stale::<T>(depth * HEIGHT.min(m.next_multiple_of(ROWS)))?;
    let mut panels_b = recycle::stale::<T>(depth * WIDTH.min(n.next_multiple_of(COLS)))?;
    for left in (0..n).step_by(WIDTH) {
        let width = WIDTH.min(n - left);
        let mut start = 0;
        while start < k {
            let depth = run(k - start, longest);
            pack::panels::<T, COLS>(b.transposed(), [left, width], [start, depth], &mut panels_b);
            for top in (0..m).step_by(HEIGHT) {
                let height = HEIGHT.min(m - top);
                pack::panels::<T, ROWS>(a, [top, height], [start, depth], &mut panels_a);
                let block = tile::Block { height, width, depth, stride: n, adds: adds || start > 0 };
                tile::multiply(&panels_a, &panels_b, block, &mut c[top * n + left..]);
            }
            start += depth;
        }
    }
    recycle::give(panels_a);
    recycle::give(panels_b);
    Ok(())
}

#[cfg(test)]
mod tests;
