//! Inputs that require a gradient, and results by their bits.

#![allow(dead_code, reason = "each test file uses its own part")]

use kindling_core::{Dtype, Tensor};

/// float32 values between -3.1 and 3.2 in no order, which require a gradient.
pub fn leaf(shape: &[usize], step: usize) -> Tensor {
    let count: usize = shape.iter().product();
    learning((0..count).map(|at| ((at * step) % 211) as f32 * 0.03 - 3.1).collect(), shape)
}

/// These values, which require a gradient.
pub fn learning(values: Vec<f32>, shape: &[usize]) -> Tensor {
    let mut x = Tensor::from_vec(values, shape);
    x.autograd_mut().set_requires_grad(true);
    x
}

pub fn bits(x: &Tensor) -> Vec<u32> {
    x.to_vec::<f32>().expect("float32").iter().map(|value| value.to_bits()).collect()
}

/// Whether each value is within some units in the last place of its size, or of what terms near 1 leave.
pub fn assert_near(found: &Tensor, expected: &Tensor, what: &str) {
    let values = |x: &Tensor| x.detach().to_vec::<f32>().expect("float32");
    assert_eq!(found.shape(), expected.shape(), "{what}");
    for (at, (one, other)) in values(found).into_iter().zip(values(expected)).enumerate() {
        assert!((one - other).abs() <= 1e-6 * other.abs().max(1.0), "{what} at {at}: {one} and {other}");
    }
}

/// h ← 31·h + bits, over all values.
pub fn fingerprint(x: &Tensor) -> u64 {
    let bits: Vec<u64> = match x.dtype() {
        Dtype::Float32 => {
            x.to_vec::<f32>().unwrap().into_iter().map(|value| value.to_bits() as u64).collect()
        }
        Dtype::Float64 => x.to_vec::<f64>().unwrap().into_iter().map(f64::to_bits).collect(),
        _ => x.to_vec::<i64>().unwrap().into_iter().map(|value| value as u64).collect(),
    };
    bits.into_iter().fold(0, |hash: u64, bits| hash.wrapping_mul(31).wrapping_add(bits))
}
