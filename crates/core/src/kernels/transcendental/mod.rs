//! Exponentials, logarithms, angles and the error function for loops over many values: no branches, no calls, so that
//! compilers do several values at once.
//!
//! What it is not: the operators, which choose between these and the platform's (`ops/transcendental.rs`). Polynomials
//! interpolate their function at Chebyshev's nodes, worked out with 40 digits; `tests/transcendental.rs` compares all
//! with the platform's float64. Start reading at [`narrow`], which most tensors meet.

mod exp_numbers;
pub mod many;
pub mod narrow;
#[cfg(target_arch = "wasm32")]
pub mod relaxed;
pub mod wide;

/// c₀ + c₁x + c₂x² + …, by Horner's rule.
macro_rules! polynomial {
    ($name:ident, $float:ty) => {
        #[inline(always)]
        fn $name<const N: usize>(x: $float, coefficients: [$float; N]) -> $float {
            let mut value = coefficients[N - 1];
            let mut at = N - 1;
            while at > 0 {
                at -= 1;
                value = value * x + coefficients[at];
            }
            value
        }
    };
}
use polynomial;
