//! Sums in the order in which PyTorch adds (`SumKernel.cpp` as its results show it), so that the last bit agrees.
//!
//! A *cascade* keeps four levels of partial sums, which bounds the rounding error; a row of vectors is dealt to
//! four *streams*, which is also what keeps SIMD units busy. Start reading at [`sum_2d`].

use std::ops::{Add, AddAssign};

const STREAMS: usize = 4;
const LEVELS: usize = 4;
/// The first level is what is being added up.
const KEPT_LEVELS: usize = LEVELS - 1;

/// A float whose sums have PyTorch's vector width: 8 for float32, 4 for float64.
pub trait Summable: Copy + Default + Add<Output = Self> + AddAssign {}
impl Summable for f32 {}
impl Summable for f64 {}

/// A reduced dimension and a second one that is kept or reduced too.
#[derive(Debug, Clone, Copy)]
pub struct Plane {
    pub offset: usize,
    /// Sizes, and strides in elements, of the reduced and the second dimension.
    pub sizes: [usize; 2],
    pub strides: [usize; 2],
    /// Where results go: `out[out_offset + j * out_stride]`; stride 0 if the second dimension is reduced too.
    pub out_offset: usize,
    pub out_stride: usize,
}

/// Adds the plane's sums onto `out`. `L` is the vector width.
pub fn sum_2d<T: Summable, const L: usize>(values: &[T], plane: Plane, out: &mut [T]) {
    let [rows, columns] = plane.sizes;
    let [down, across] = plane.strides;
    if down == 1 && rows >= L {
        for j in 0..columns {
            let start = plane.offset + j * across;
            out[plane.out_offset + j * plane.out_stride] +=
                sum_contiguous::<T, L>(&values[start..start + rows]);
        }
    } else if across == 1 && columns >= L {
        sum_columns_wide::<T, L>(values, plane, out);
    } else {
        let block = if down < across { 0 } else { columns / STREAMS * STREAMS };
        sum_columns_narrow(values, plane, block, out);
    }
}

/// The sum of adjacent values: whole vectors in streams, then the scalar tail first, then the lanes.
pub fn sum_contiguous<T: Summable, const L: usize>(values: &[T]) -> T {
    if values.len() < L {
        return interleaved::<T, 1>(values, 0, values.len(), 1)[0];
    }
    let vectors = values.len() / L;
    let lanes = interleaved::<T, L>(values, 0, vectors, L);
    let mut total = T::default();
    for &value in &values[vectors * L..] {
        total += value;
    }
    for lane in lanes {
        total += lane;
    }
    total
}

/// Columns that lie side by side: 4·L at a time as cascades, then L at a time in streams, then one by one.
fn sum_columns_wide<T: Summable, const L: usize>(values: &[T], plane: Plane, out: &mut [T]) {
    let ([rows, columns], stride) = (plane.sizes, plane.strides[0]);
    let mut column = 0;
    let mut add = |column: usize, sums: &[T]| {
        for (lane, &sum) in sums.iter().enumerate() {
            out[plane.out_offset + (column + lane) * plane.out_stride] += sum;
        }
    };
    while column + STREAMS * L <= columns {
        for part in cascade::<T, L, STREAMS>(values, plane.offset + column, rows, stride, L) {
            add(column, &part);
            column += L;
        }
    }
    while column + L <= columns {
        add(column, &interleaved::<T, L>(values, plane.offset + column, rows, stride));
        column += L;
    }
    while column < columns {
        add(column, &interleaved::<T, 1>(values, plane.offset + column, rows, stride));
        column += 1;
    }
}

/// Columns of any stride: the first `block` of them in fours as cascades, the rest in streams.
fn sum_columns_narrow<T: Summable>(values: &[T], plane: Plane, block: usize, out: &mut [T]) {
    let ([rows, columns], [down, across]) = (plane.sizes, plane.strides);
    for column in (0..block).step_by(STREAMS) {
        let sums = cascade::<T, 1, STREAMS>(values, plane.offset + column * across, rows, down, across);
        for (lane, sum) in sums.iter().enumerate() {
            out[plane.out_offset + (column + lane) * plane.out_stride] += sum[0];
        }
    }
    for column in block..columns {
        let sum = interleaved::<T, 1>(values, plane.offset + column * across, rows, down);
        out[plane.out_offset + column * plane.out_stride] += sum[0];
    }
}

/// The sum of `rows` vectors, dealt to four streams; leftovers go to the first.
fn interleaved<T: Summable, const L: usize>(
    values: &[T],
    start: usize,
    rows: usize,
    stride: usize,
) -> [T; L] {
    let groups = rows / STREAMS;
    let mut streams = cascade::<T, L, STREAMS>(values, start, groups, stride * STREAMS, stride);
    for row in groups * STREAMS..rows {
        add_row(&mut streams[0], &values[start + row * stride..]);
    }
    let [mut sum, rest @ ..] = streams;
    for stream in rest {
        add_row(&mut sum, &stream);
    }
    sum
}

/// `S` vectors side by side (`apart` elements from each other), each the cascaded sum of `rows` rows.
fn cascade<T: Summable, const L: usize, const S: usize>(
    values: &[T],
    start: usize,
    rows: usize,
    stride: usize,
    apart: usize,
) -> [[T; L]; S] {
    let power = level_power(rows);
    let step = 1 << power;
    let mut levels = [[[T::default(); L]; S]; KEPT_LEVELS];
    let mut row = 0;
    while row + step <= rows {
        // In a variable of its own, which the compiler keeps in registers.
        let mut sums = [[T::default(); L]; S];
        if apart == L && stride == S * L {
            let from = start + row * stride;
            let side_by_side = values[from..from + step * stride].chunks_exact(S * L);
            side_by_side.for_each(|block| add_block(&mut sums, block));
        } else {
            (row..row + step).for_each(|at| add_rows(&mut sums, values, start + at * stride, apart));
        }
        row += step;
        add_all(&mut levels[0], &sums);
        for level in 1..KEPT_LEVELS {
            if row & ((step - 1) << (level as u32 * power)) != 0 {
                break;
            }
            let below = std::mem::replace(&mut levels[level - 1], [[T::default(); L]; S]);
            add_all(&mut levels[level], &below);
        }
    }
    let mut sums = [[T::default(); L]; S];
    for at in row..rows {
        add_rows(&mut sums, values, start + at * stride, apart);
    }
    for level in &levels {
        add_all(&mut sums, level);
    }
    sums
}

/// log2 of how many rows a level takes before it is added to the next.
fn level_power(rows: usize) -> u32 {
    let ceil_log2 = if rows <= 1 { 0 } else { usize::BITS - (rows - 1).leading_zeros() };
    (ceil_log2 / LEVELS as u32).max(4)
}

#[inline(always)]
fn add_rows<T: Summable, const L: usize, const S: usize>(
    sums: &mut [[T; L]; S],
    values: &[T],
    at: usize,
    apart: usize,
) {
    if apart == L {
        add_block(sums, &values[at..at + S * L]);
        return;
    }
    for (stream, sum) in sums.iter_mut().enumerate() {
        add_row(sum, &values[at + stream * apart..]);
    }
}

#[inline(always)]
fn add_block<T: Summable, const L: usize, const S: usize>(sums: &mut [[T; L]; S], block: &[T]) {
    sums.iter_mut().zip(block.chunks_exact(L)).for_each(|(sum, row)| add_row(sum, row));
}

#[inline(always)]
fn add_all<T: Summable, const L: usize, const S: usize>(sums: &mut [[T; L]; S], others: &[[T; L]; S]) {
    sums.iter_mut().zip(others).for_each(|(sum, other)| add_row(sum, other));
}

#[inline(always)]
fn add_row<T: Summable, const L: usize>(sum: &mut [T; L], row: &[T]) {
    for (sum, &value) in sum.iter_mut().zip(&row[..L]) {
        *sum += value;
    }
}

#[cfg(test)]
mod tests;
