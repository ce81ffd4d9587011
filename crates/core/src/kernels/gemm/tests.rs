//! Products of random shapes and strides against sums in float64.

use super::{Matrix, add_gemm, gemm};

/// Numbers that look random (Numerical Recipes' generator), the same every time.
struct Chance(u32);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as usize % limit
    }
    fn values(&mut self, count: usize) -> Vec<f32> {
        (0..count).map(|_| self.below(2001) as f32 / 1000.0 - 1.0).collect()
    }
    /// Mostly small, at times past a block's edge.
    fn size(&mut self) -> usize {
        let limit = [3, 20, 140, 600][self.below(4)];
        1 + self.below(limit)
    }
    /// Strides of a matrix that lies by rows, by columns, or with gaps; and how many values it spans.
    fn strides(&mut self, rows: usize, cols: usize) -> (usize, usize, usize) {
        let (row_stride, col_stride) = match self.below(3) {
            0 => (cols + self.below(3), 1),
            1 => (1, rows + self.below(3)),
            _ => (2 * cols + 1, 2),
        };
        (row_stride, col_stride, (rows - 1) * row_stride + (cols - 1) * col_stride + 1)
    }
}

#[test]
fn products_of_any_strides_are_sums_of_products() {
    let mut chance = Chance(1);
    for round in 0..120 {
        let [m, mut k, n] = [chance.size(), chance.size(), chance.size()];
        if m * k * n > 4_000_000 {
            k = 1 + k % 20;
        }
        let [left, right] = [[m, k], [k, n]].map(|[rows, cols]| chance.strides(rows, cols));
        let (x, y) = (chance.values(left.2), chance.values(right.2));
        let a = Matrix::strided(&x, left.0, left.1);
        let b = Matrix::strided(&y, right.0, right.1);
        let before = chance.values(m * n);
        let (mut written, mut added) = (before.clone(), before.clone());
        gemm(a, b, [m, k, n], &mut written).unwrap();
        add_gemm(a, b, [m, k, n], &mut added).unwrap();
        for row in 0..m {
            for col in 0..n {
                let terms = (0..k).map(|inner| a.at(row, inner) as f64 * b.at(inner, col) as f64);
                let (sum, at) = (terms.sum::<f64>(), row * n + col);
                let near = |value: f32, exact: f64| (value as f64 - exact).abs() < 1e-6 * (k as f64 + 4.0);
                assert!(near(written[at], sum), "round {round}, [{m}, {k}, {n}] at {row}, {col}");
                assert!(near(added[at], before[at] as f64 + sum), "added, [{m}, {k}, {n}]");
            }
        }
    }
}

#[test]
fn nothing_to_sum_gives_zeros() {
    let nothing = Matrix::<f32>::dense(&[], 0);
    let mut c = [1.0; 6];
    gemm(nothing, nothing, [2, 0, 3], &mut c).unwrap();
    assert_eq!(c, [0.0; 6]);
}

/// Products are not promised bit by bit, but integers leave no choice.
#[test]
fn products_of_small_integers_are_exact() {
    let mut chance = Chance(7);
    for [m, k, n] in [[5, 7, 9], [17, 300, 33], [64, 64, 64]] {
        let whole = |chance: &mut Chance, count| -> Vec<f32> {
            (0..count).map(|_| chance.below(9) as f32 - 4.0).collect()
        };
        let (x, y) = (whole(&mut chance, m * k), whole(&mut chance, k * n));
        let mut c = vec![f32::NAN; m * n];
        gemm(Matrix::dense(&x, k), Matrix::dense(&y, n), [m, k, n], &mut c).unwrap();
        for (at, &value) in c.iter().enumerate() {
            let terms = (0..k).map(|inner| x[at / n * k + inner] * y[inner * n + at % n]);
            assert_eq!(value, terms.sum::<f32>());
        }
    }
}
