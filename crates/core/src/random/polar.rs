//! Numbers as numpy's `RandomState` makes them of the words that PyTorch's generator draws, too.
//!
//! What it is not: PyTorch's own (see [`super::normal`](super::normal())). Start reading at [`double`].

use super::Generator;
use crate::{Result, Tensor, tensor::recycle};

/// Uniform in [0, 1) with 53 bits: 27 of the first word, 26 of the second (Matsumoto and Nishimura's `genrand_res53`).
#[inline(always)]
fn res53([high, low]: [u32; 2]) -> f64 {
    (f64::from(high >> 5) * 67_108_864.0 + f64::from(low >> 6)) / 9_007_199_254_740_992.0
}

/// One number, uniform in [0, 1).
pub fn double(generator: &mut Generator) -> f64 {
    res53([generator.bits32(), generator.bits32()])
}

/// So many of them.
///
/// # Errors
/// Here and below: `RuntimeError` if there is not so much memory.
pub fn doubles(count: usize, generator: &mut Generator) -> Result<Tensor> {
    let mut values = recycle::stale(count)?;
    generator.fill(&mut values, res53);
    Ok(Tensor::from_vec(values, &[count]))
}

/// Two standard normals by Marsaglia's polar method (1964), the one of the second number first.
pub fn normal_pair(generator: &mut Generator) -> [f64; 2] {
    loop {
        let (x, y) = (2.0 * double(generator) - 1.0, 2.0 * double(generator) - 1.0);
        let square = x * x + y * y;
        if 0.0 < square && square < 1.0 {
            let factor = (-2.0 * square.ln() / square).sqrt();
            return [factor * y, factor * x];
        }
    }
}

/// So many pairs, one behind the other.
pub fn normal_pairs(pairs: usize, generator: &mut Generator) -> Result<Tensor> {
    let count = pairs.saturating_mul(2);
    let mut values = recycle::empty(count)?;
    (0..pairs).for_each(|_| values.extend(normal_pair(generator)));
    Ok(Tensor::from_vec(values, &[count]))
}
