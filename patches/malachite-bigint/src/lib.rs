//! Stands in for `malachite-bigint`, Python's integers beyond 64 bits, which has the interface of `num-bigint`.
//!
//! The original multiplies numbers of millions of digits by fast Fourier transforms, whose code and tables every first
//! visit would fetch. Lessons do not need them.

pub use num_bigint::*;
