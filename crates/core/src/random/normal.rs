//! Normals sixteen at a time, as PyTorch's vector code makes them.
//!
//! Sixteen uniforms become sixteen normals by Box and Muller's transform: the first eight give the radii, the
//! last eight the angles; cosines go to the first eight places, sines to the last.
//!
//! What it is not: the formulas in float32 (see `kernels::normals`). Start reading at [`fill32`].

use super::{
    Generator,
    generator::{unit32, unit64},
};
use crate::kernels::normals::normals;

/// From how many values on PyTorch takes this path.
pub(super) use crate::kernels::normals::BLOCK;

/// Fills at least sixteen values with normals.
pub(super) fn fill32(values: &mut [f32], mean: f32, std: f32, generator: &mut Generator) {
    fill_blocks(values, generator, unit32, |blocks| normals(blocks, mean, std));
}

/// As [`fill32`], with the platform's logarithm, sine and cosine.
pub(super) fn fill64(values: &mut [f64], mean: f64, std: f64, generator: &mut Generator) {
    fill_blocks(values, generator, unit64, |blocks| transform64(blocks, mean, std));
}

/// All uniforms are drawn first. Where the blocks do not come out even, the last sixteen are drawn anew.
fn fill_blocks<T, const DRAWS: usize>(
    values: &mut [T],
    generator: &mut Generator,
    uniform: impl Fn([u32; DRAWS]) -> T,
    transform: impl Fn(&mut [T]),
) {
    generator.fill(values, &uniform);
    let whole = values.len() / BLOCK * BLOCK;
    transform(&mut values[..whole]);
    if !values.len().is_multiple_of(BLOCK) {
        let last = values.len() - BLOCK;
        generator.fill(&mut values[last..], &uniform);
        transform(&mut values[last..]);
    }
}

fn transform64(blocks: &mut [f64], mean: f64, std: f64) {
    for block in blocks.as_chunks_mut::<BLOCK>().0 {
        for at in 0..BLOCK / 2 {
            let radius = (-2.0 * (1.0 - block[at]).ln()).sqrt();
            let (sin, cos) = (std::f64::consts::TAU * block[at + BLOCK / 2]).sin_cos();
            block[at] = radius * cos * std + mean;
            block[at + BLOCK / 2] = radius * sin * std + mean;
        }
    }
}
