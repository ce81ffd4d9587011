//! `_sorted`: values in order without their places, for numpy, whose sort gives none: half of what they would take to move.
//!
//! What it is not: `torch.sort` (`sort`). Start reading at [`sorted`].

use std::cmp::Ordering;

use super::Operator;
use crate::{Dtype, Result, Tensor, bail, tensor::Element};

fn in_order<T: Element + PartialOrd>(x: &Tensor) -> Result<Tensor> {
    let mut values = x.to_contiguous()?.contiguous_values::<T>()?.to_vec();
    let size = x.shape().last().copied().unwrap_or(1);
    for line in values.chunks_exact_mut(size.max(1)) {
        let numbers = nan_to_the_end(line);
        line[..numbers].sort_unstable_by(|a, b| a.partial_cmp(b).unwrap_or(Ordering::Equal));
    }
    Ok(Tensor::from_vec(values, x.shape()))
}

/// Brings what is not equal to itself to the end of a line; how many other values there are.
fn nan_to_the_end<T: Copy + PartialEq>(line: &mut [T]) -> usize {
    let mut count = 0;
    for at in 0..line.len() {
        #[expect(clippy::eq_op, reason = "NaN is not equal to itself")]
        if line[at] == line[at] {
            line.swap(count, at);
            count += 1;
        }
    }
    count
}

/// The values in order along the last dimension, NaN last. Outside of the graph, as numpy's arrays are.
///
/// # Errors
/// `RuntimeError` for a dtype other than float32, float64 and int64, and for values that are not on the CPU.
pub fn sorted(x: &Tensor) -> Result<Tensor> {
    match x.dtype() {
        Dtype::Float32 => in_order::<f32>(x),
        Dtype::Float64 => in_order::<f64>(x),
        Dtype::Int64 => in_order::<i64>(x),
        other => bail!(Runtime, "_sorted(): expected float32, float64 or int64, but got {}", other.name()),
    }
}

pub const OPERATORS: &[Operator] =
    &[Operator::new("_sorted(Tensor input) -> Tensor", |args| sorted(args.tensor(0)?).map(Into::into))
        .doc("The values in order along the last dim, without their indices.")];

#[cfg(test)]
mod tests {
    use super::sorted;
    use crate::Tensor;

    #[test]
    fn lines_are_in_order_and_nan_is_last() {
        let given = vec![2.0, f64::NAN, -1.0, f64::INFINITY, -0.5, f64::NEG_INFINITY, 0.0, 3.5];
        let found = sorted(&Tensor::from_vec(given, &[2, 4])).unwrap().to_vec::<f64>().unwrap();
        assert_eq!(found[..3], [-1.0, 2.0, f64::INFINITY]);
        assert!(found[3].is_nan());
        assert_eq!(found[4..], [f64::NEG_INFINITY, -0.5, 0.0, 3.5]);
        let whole = sorted(&Tensor::from_vec(vec![3_i64, i64::MIN, i64::MAX, -7], &[4])).unwrap();
        assert_eq!(whole.to_vec::<i64>().unwrap(), [i64::MIN, -7, 3, i64::MAX]);
        let narrow = sorted(&Tensor::from_vec(vec![1.5_f32, -2.0, -3.0], &[3])).unwrap();
        assert_eq!(narrow.to_vec::<f32>().unwrap(), [-3.0, -2.0, 1.5]);
    }
}
