//! `_sorted`: values in order without their places, for numpy, whose sort gives none: half of what they would take to move.
//!
//! What it is not: `torch.sort` (`sort`). Start reading at [`sorted`].

use super::Operator;
use crate::{Dtype, Result, Tensor, bail, tensor::Element};

/// A value as a whole number that is in the order of the values, NaN last; and back.
trait Keyed: Element {
    type Key: Ord + Copy;
    fn key(self) -> Self::Key;
    fn of(key: Self::Key) -> Self;
}

macro_rules! keyed_float {
    ($float:ty, $int:ty, $unsigned:ty) => {
        impl Keyed for $float {
            type Key = $int;
            #[inline(always)]
            fn key(self) -> $int {
                if self.is_nan() {
                    return <$int>::MAX;
                }
                let bits = self.to_bits() as $int;
                // The smaller of two negative numbers has the larger bits.
                bits ^ (((bits >> (<$int>::BITS - 1)) as $unsigned) >> 1) as $int
            }
            #[inline(always)]
            fn of(key: $int) -> Self {
                if key == <$int>::MAX {
                    return <$float>::NAN;
                }
                <$float>::from_bits(
                    (key ^ (((key >> (<$int>::BITS - 1)) as $unsigned) >> 1) as $int) as $unsigned,
                )
            }
        }
    };
}
keyed_float!(f64, i64, u64);
keyed_float!(f32, i32, u32);

impl Keyed for i64 {
    type Key = i64;
    #[inline(always)]
    fn key(self) -> i64 {
        self
    }
    #[inline(always)]
    fn of(key: i64) -> Self {
        key
    }
}

fn in_order<T: Keyed>(x: &Tensor) -> Result<Tensor> {
    let mut values = x.to_contiguous()?.contiguous_values::<T>()?.to_vec();
    let size = x.shape().last().copied().unwrap_or(1);
    let mut keys: Vec<T::Key> = Vec::with_capacity(size);
    for line in values.chunks_exact_mut(size.max(1)) {
        keys.clear();
        keys.extend(line.iter().map(|value| value.key()));
        keys.sort_unstable();
        line.iter_mut().zip(&keys).for_each(|(value, key)| *value = T::of(*key));
    }
    Ok(Tensor::from_vec(values, x.shape()))
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
