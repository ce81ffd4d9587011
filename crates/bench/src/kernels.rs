//! Single kernels: matrix products, loops over memory, and what the machine can do at most.

use std::hint::black_box;

use kindling_core::{Result, Tensor, ops};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::*;

use crate::best;

/// Values between -1 and 1 that repeat late.
pub(crate) fn values(shape: &[usize]) -> Tensor {
    let count = shape.iter().product::<usize>();
    Tensor::from_vec((0..count).map(|i| ((i * 7919 + 13) % 2003) as f32 / 1001.5 - 1.0).collect(), shape)
}

/// GFLOP/s of an `[m, k]` by `[k, n]` product, by the core's `matmul`.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn matmul(m: usize, k: usize, n: usize) -> f64 {
    let (a, b) = (values(&[m, k]), values(&[k, n]));
    let seconds = best(|| {
        ops::matmul(&a, &b).expect("shapes that fit");
    });
    2.0 * (m * k * n) as f64 / seconds / 1e9
}

/// The largest difference between values of an `[m, k]` by `[k, n]` product and sums in float64.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn matmul_error(m: usize, k: usize, n: usize) -> f64 {
    let (a, b) = (values(&[m, k]), values(&[k, n]));
    let product = ops::matmul(&a, &b).expect("shapes that fit").to_vec::<f64>().unwrap();
    let [a, b] = [a, b].map(|matrix| matrix.to_vec::<f64>().unwrap());
    let exact = |at: usize| (0..k).map(|inner| a[at / n * k + inner] * b[inner * n + at % n]).sum::<f64>();
    product.iter().enumerate().map(|(at, value)| (value - exact(at)).abs()).fold(0.0, f64::max)
}

/// As [`matmul`] with the second factor the transpose of an `[n, k]` matrix, as in `nn.Linear`.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn matmul_transposed(m: usize, k: usize, n: usize) -> f64 {
    let (a, b) = (values(&[m, k]), ops::t(&values(&[n, k])).expect("a matrix"));
    let seconds = best(|| {
        ops::matmul(&a, &b).expect("shapes that fit");
    });
    2.0 * (m * k * n) as f64 / seconds / 1e9
}

/// GB/s, read and written, of a loop over `count` float32 values that does next to nothing: what memory allows.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn copy_bandwidth(count: usize) -> f64 {
    let from = vec![1.0f32; count];
    let mut to = vec![0.0f32; count];
    let seconds = best(|| copy(black_box(&from), black_box(&mut to)));
    8.0 * count as f64 / seconds / 1e9
}

/// A zero is added, because the compiler would make a call of a plain copy.
#[inline(never)]
fn copy(from: &[f32], to: &mut [f32]) {
    to.iter_mut().zip(from).for_each(|(to, from)| *to = from + 0.0);
}

/// GB/s, read and written, of `((x * 2 + 1).relu() * x).sum()` over `count` values: five operators that read 24 bytes
/// a value and write 16.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn chain_bandwidth(count: usize) -> f64 {
    let x = values(&[count]);
    // As in Python, what was computed in between goes once it is used.
    let step = || -> Result<Tensor> {
        let y = ops::mul(&x, 2i64)?;
        let y = ops::add(&{ y }, 1i64)?;
        let y = ops::relu(&{ y })?;
        let y = ops::mul(&{ y }, &x)?;
        ops::sum(&y, &[], false)
    };
    let seconds = best(|| {
        step().expect("numbers, and equal shapes");
    });
    40.0 * count as f64 / seconds / 1e9
}

/// GB/s read by the sum of `count` values.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn sum_bandwidth(count: usize) -> f64 {
    let x = values(&[count]);
    let seconds = best(|| {
        ops::sum(&x, &[], false).expect("no dimension named");
    });
    4.0 * count as f64 / seconds / 1e9
}

/// GB/s, read and written, of adding a number to `count` values.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn add_bandwidth(count: usize) -> f64 {
    let x = values(&[count]);
    let seconds = best(|| {
        ops::add(&x, 1i64).expect("a number");
    });
    8.0 * count as f64 / seconds / 1e9
}

/// GB/s, read and written, of multiplying `count` values by others.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn mul_bandwidth(count: usize) -> f64 {
    let (x, y) = (values(&[count]), values(&[count]));
    let seconds = best(|| {
        ops::mul(&x, &y).expect("equal shapes");
    });
    12.0 * count as f64 / seconds / 1e9
}

/// GB/s, read and written, of `relu` over `count` values.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn relu_bandwidth(count: usize) -> f64 {
    let x = values(&[count]);
    let seconds = best(|| {
        ops::relu(&x).expect("floats");
    });
    8.0 * count as f64 / seconds / 1e9
}
