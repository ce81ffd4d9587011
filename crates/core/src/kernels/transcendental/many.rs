//! e^x of many values at once, and what is made of it: each product and sum rounded once where the processor can, which
//! gives PyTorch's very bits.
//!
//! What it is not: the formula ([`super::narrow::exp_in_vectors`]). Start reading at [`exp`].

#[cfg(target_arch = "wasm32")]
pub use super::relaxed::exp;

/// e^x of each value, in place.
#[cfg(not(target_arch = "wasm32"))]
pub fn exp(values: &mut [f32]) {
    #[cfg(target_arch = "x86_64")]
    if is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma") {
        // SAFETY: the processor has what the function is compiled for.
        return unsafe { exp_fused(values) };
    }
    values.iter_mut().for_each(|value| *value = super::narrow::exp_in_vectors(*value));
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,fma")]
fn exp_fused(values: &mut [f32]) {
    for value in values {
        *value = super::narrow::exp_by(*value, |a, b, c| a.mul_add(b, c));
    }
}

/// So many values are worked on at a time: they stay in the first-level cache.
const BLOCK: usize = 256;

/// Changes each value by e to the power that `of` says of it.
pub fn with_exp(values: &mut [f32], of: impl Fn(f32) -> f32, change: impl Fn(&mut f32, f32)) {
    let mut powers = [0.0; BLOCK];
    for values in values.chunks_mut(BLOCK) {
        let powers = &mut powers[..values.len()];
        powers.iter_mut().zip(values.iter()).for_each(|(power, value)| *power = of(*value));
        exp(powers);
        values.iter_mut().zip(powers).for_each(|(value, power)| change(value, *power));
    }
}

/// Changes each value by the one beside it in `others` and e to the power that `of` says of that.
pub fn by_exp(
    values: &mut [f32],
    others: &[f32],
    of: impl Fn(f32) -> f32,
    change: impl Fn(&mut f32, f32, f32),
) {
    let mut powers = [0.0; BLOCK];
    for (values, others) in values.chunks_mut(BLOCK).zip(others.chunks(BLOCK)) {
        let powers = &mut powers[..others.len()];
        powers.iter_mut().zip(others).for_each(|(power, other)| *power = of(*other));
        exp(powers);
        let pairs = others.iter().zip(powers);
        values.iter_mut().zip(pairs).for_each(|(value, (other, power))| change(value, *other, *power));
    }
}
