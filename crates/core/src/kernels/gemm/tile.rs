//! Products of packed blocks, tile by tile.

use super::{COLS, Number, ROWS};

/// A block of C, and the depth of the panels it is the product of.
#[derive(Clone, Copy)]
pub struct Block {
    pub height: usize,
    pub width: usize,
    pub depth: usize,
    /// How far apart rows of C are.
    pub stride: usize,
    /// Whether the product is added to what C holds.
    pub adds: bool,
}

/// A column of whole tiles of C: the product of panels of A, one below the other, and one panel of B.
#[derive(Clone, Copy)]
pub struct Tiles<'a, T> {
    pub a: &'a [T],
    pub b: &'a [T],
    pub depth: usize,
    pub stride: usize,
    pub adds: bool,
}

/// Writes the product of packed panels to the block that begins at `c`, or adds it.
pub fn multiply<T: Number>(panels_a: &[T], panels_b: &[T], block: Block, c: &mut [T]) {
    let Block { height, width, depth, stride, adds } = block;
    let (whole, below) = panels_a.split_at(height / ROWS * ROWS * depth);
    for (col, b) in (0..width).step_by(COLS).zip(panels_b.chunks_exact(COLS * depth)) {
        let width = COLS.min(width - col);
        if width == COLS && !whole.is_empty() {
            T::multiply_tiles(Tiles { a: whole, b, depth, stride, adds }, &mut c[col..]);
        }
        // What is no whole tile goes through one of its own.
        let (first, ragged) = if width == COLS { (height / ROWS * ROWS, below) } else { (0, panels_a) };
        for (row, a) in (first..height).step_by(ROWS).zip(ragged.chunks_exact(ROWS * depth)) {
            let mut tile = [T::default(); ROWS * COLS];
            T::multiply_tiles(Tiles { a, b, depth, stride: COLS, adds: false }, &mut tile);
            let rows = tile.chunks_exact(COLS).take(height - row);
            for (line, sums) in c[row * stride + col..].chunks_mut(stride).zip(rows) {
                put(&mut line[..width], sums, adds);
            }
        }
    }
}

/// The innermost loops, over fixed numbers of adjacent values, which the compiler turns into SIMD.
pub fn multiply_plain<T: Number>(tiles: Tiles<T>, c: &mut [T]) {
    multiply_by(tiles, c, T::multiply_add);
}

/// As [`multiply_plain`], with `add(sum, a, b)` for sum + a·b.
#[inline(always)]
pub fn multiply_by<T: Number>(tiles: Tiles<T>, c: &mut [T], add: impl Fn(T, T, T) -> T) {
    let Tiles { a, b, depth, stride, adds } = tiles;
    for (block, a) in a.chunks_exact(ROWS * depth).enumerate() {
        let tile = product(a, b, &add);
        for (row, sums) in tile.iter().enumerate() {
            put(&mut c[(block * ROWS + row) * stride..][..COLS], sums, adds);
        }
    }
}

#[inline(always)]
fn product<T: Number>(a: &[T], b: &[T], add: impl Fn(T, T, T) -> T) -> [[T; COLS]; ROWS] {
    let mut tile = [[T::default(); COLS]; ROWS];
    for (a, b) in a.chunks_exact(ROWS).zip(b.chunks_exact(COLS)) {
        for row in 0..ROWS {
            for col in 0..COLS {
                tile[row][col] = add(tile[row][col], a[row], b[col]);
            }
        }
    }
    tile
}

#[inline(always)]
fn put<T: Number>(line: &mut [T], sums: &[T], adds: bool) {
    if adds {
        line.iter_mut().zip(sums).for_each(|(value, &sum)| *value = value.plus(sum));
    } else {
        line.iter_mut().zip(sums).for_each(|(value, &sum)| *value = sum);
    }
}
