//! Inputs that require a gradient, and results by their bits.

#![allow(dead_code, reason = "each test file uses its own part")]

use kindling_core::Tensor;

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
