//! Exponentials, logarithms, angles and the error function for loops over many values: no branches, no calls, so that
//! compilers do several values at once.
//!
//! What it is not: the operators, which choose between these and the platform's (`ops/transcendental.rs`).
//! `tests/transcendental.rs` compares all with the platform's float64. Start reading at [`formulas`], of which [`many`]
//! are what most tensors meet.

pub mod cephes;
pub mod double;
pub mod formulas;
pub mod lane;
pub mod many;
pub mod narrow;
pub mod number;
#[cfg(target_arch = "wasm32")]
pub mod relaxed;
pub mod wide;
