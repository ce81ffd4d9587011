//! Rows of adjacent values brought to mean 0 and variance 1, and what comes back through that.
//!
//! What it is not: the layers, and rows that do not lie side by side (`ops/norm.rs`). Sums are added in PyTorch's order
//! ([`super::sum`]), so that these are the bits of the operators that say the same. Start reading at [`rows`].

use super::sum::sum_contiguous;

/// Shorter rows are added in another order.
pub const SHORTEST: usize = LANES;
const LANES: usize = 8;

fn mean(row: &[f32]) -> f32 {
    (0.0 + sum_contiguous::<f32, LANES>(row)) / row.len() as f32
}

/// (x - μ)/√(σ² + ε) of each row, `width` long, into `hat`, and 1/√(σ² + ε) into `scales`.
pub fn rows(values: &[f32], width: usize, eps: f32, hat: &mut [f32], scales: &mut [f32]) {
    let mut squares = vec![0.0; width];
    let rows = values.chunks_exact(width).zip(hat.chunks_exact_mut(width));
    for ((row, hat), scale) in rows.zip(scales) {
        let center = mean(row);
        for ((value, away), square) in row.iter().zip(&mut *hat).zip(&mut squares) {
            *away = value - center;
            *square = *away * *away;
        }
        *scale = 1.0 / (mean(&squares) + eps).sqrt();
        hat.iter_mut().for_each(|away| *away *= *scale);
    }
}

/// (g - mean(g) - x̂·mean(g·x̂))/√(σ² + ε) of each row, into `out`.
pub fn rows_gradient(grad: &[f32], hat: &[f32], scales: &[f32], width: usize, out: &mut [f32]) {
    let mut products = vec![0.0; width];
    let rows = grad.chunks_exact(width).zip(hat.chunks_exact(width));
    for (((grad, hat), out), scale) in rows.zip(out.chunks_exact_mut(width)).zip(scales) {
        for ((product, grad), hat) in products.iter_mut().zip(grad).zip(hat) {
            *product = grad * hat;
        }
        let (center, along) = (mean(grad), mean(&products));
        for ((out, grad), hat) in out.iter_mut().zip(grad).zip(hat) {
            *out = ((grad - center) - hat * along) * scale;
        }
    }
}
