//! Losses.
use super::Operator;
pub const OPERATORS: &[Operator] = &[];
