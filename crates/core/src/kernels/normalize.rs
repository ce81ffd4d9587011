//! Rows of adjacent values brought to mean 0 and variance 1, and what comes back through that.
//!
//! What it is not: the layers, and rows that do not lie side by side (`ops/norm.rs`). Sums are added in PyTorch's order
//! ([`super::sum`]), so that these are the bits of the operators that say the same; [`layers`] and [`groups`] have those
//! of PyTorch's layers. Start reading at [`rows`].

use super::{fused, moments::moments, real::Real, sum::sum_contiguous};

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

/// The value of a weight or bias, and what stands for it where there is none.
pub fn given(values: Option<&[f32]>, at: usize, missing: f32) -> f32 {
    values.map_or(missing, |values| values[at])
}

/// What a layer norm gives for each row: (x - μ)/√(σ² + ε)·weight + bias.
pub fn layers(values: &[f32], width: usize, [weight, bias]: [Option<&[f32]>; 2], eps: f32, out: &mut [f32]) {
    for (row, out) in values.chunks_exact(width).zip(out.chunks_exact_mut(width)) {
        let (center, variance) = moments(row);
        let scale = 1.0 / (variance + eps).sqrt();
        out.iter_mut().zip(row).for_each(|(out, value)| *out = (value - center) * scale);
        match (weight, bias) {
            (None, None) => {}
            (Some(weight), Some(bias)) => fused::weighed(out, weight, bias),
            _ => out.iter_mut().enumerate().for_each(|(at, out)| {
                *out = out.fused(given(weight, at, 1.0), given(bias, at, 0.0));
            }),
        }
    }
}

/// What a group norm gives: each row is a group of channels of `inner` values, of which there are as many as weights in a
/// sample.
pub fn groups(
    values: &[f32],
    (width, inner, channels): (usize, usize, usize),
    [weight, bias]: [Option<&[f32]>; 2],
    eps: f64,
    out: &mut [f32],
) {
    let mut channel = 0;
    for (row, out) in values.chunks_exact(width).zip(out.chunks_exact_mut(width)) {
        let (center, variance) = moments(row);
        let scale = (1.0 / (variance as f64 + eps).sqrt()) as f32;
        for (picture, out) in row.chunks_exact(inner).zip(out.chunks_exact_mut(inner)) {
            let factor = scale * given(weight, channel, 1.0);
            let term = (-factor).fused(center, given(bias, channel, 0.0));
            out.copy_from_slice(picture);
            fused::scaled(out, factor, term);
            channel = (channel + 1) % channels;
        }
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
