//! Sums in numpy's order along memory: halves of halves, down to blocks that are added in eight lanes.
//!
//! What it is not: PyTorch's order ([`super::sum`]), or which dimensions lie along memory
//! (`ops/pairwise.rs`). The order is that of numpy's `pairwise_sum`, as its results show it (Higham, *The Accuracy of
//! Floating Point Summation*, 1993, has the bound on its error). Start reading at [`sum_in_pairs`].

use std::ops::Add;

const LANES: usize = 8;
const BLOCK: usize = 128;

/// The sum of `count` values from `start`, `stride` apart; there is at least one.
pub fn sum_in_pairs<T: Copy + Add<Output = T>>(values: &[T], start: usize, count: usize, stride: usize) -> T {
    if count > BLOCK {
        let half = count / 2 - count / 2 % LANES;
        return sum_in_pairs(values, start, half, stride)
            + sum_in_pairs(values, start + half * stride, count - half, stride);
    }
    if stride == 1 {
        // Adjacent values, which a SIMD unit adds.
        block(count, |at| values[start..start + count][at])
    } else {
        block(count, |at| values[start + at * stride])
    }
}

#[inline]
fn block<T: Copy + Add<Output = T>>(count: usize, value: impl Fn(usize) -> T) -> T {
    if count < LANES {
        return (1..count).fold(value(0), |sum, at| sum + value(at));
    }
    let mut lanes: [T; LANES] = std::array::from_fn(&value);
    let whole = count - count % LANES;
    for first in (LANES..whole).step_by(LANES) {
        for (lane, sum) in lanes.iter_mut().enumerate() {
            *sum = *sum + value(first + lane);
        }
    }
    let [a, b, c, d, e, f, g, h] = lanes;
    (whole..count).fold(((a + b) + (c + d)) + ((e + f) + (g + h)), |sum, at| sum + value(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As numpy's own text has it: plain loops, no lanes kept in an array.
    fn plain(values: &[f32]) -> f32 {
        let count = values.len();
        if count < 8 {
            return values[1..].iter().fold(values[0], |sum, value| sum + value);
        }
        if count <= 128 {
            let lane = |lane: usize| {
                values[..count / 8 * 8].iter().skip(lane).step_by(8).copied().reduce(|a, b| a + b)
            };
            let [a, b, c, d, e, f, g, h] = [0, 1, 2, 3, 4, 5, 6, 7].map(|at| lane(at).expect("a value"));
            let sum = ((a + b) + (c + d)) + ((e + f) + (g + h));
            return values[count / 8 * 8..].iter().fold(sum, |sum, value| sum + value);
        }
        let half = count / 2 / 8 * 8;
        plain(&values[..half]) + plain(&values[half..])
    }

    #[test]
    fn sums_are_those_of_plain_loops_at_any_length_and_stride() {
        for count in (1..300).chain([1000, 4097]) {
            let values: Vec<f32> =
                (0..count * 3).map(|at| ((at * 7919) % 1013) as f32 * 0.137 - 50.0).collect();
            for stride in [1, 3] {
                let picked: Vec<f32> = values.iter().step_by(stride).take(count).copied().collect();
                let sum = sum_in_pairs(&values, 0, count, stride);
                assert_eq!(sum.to_bits(), plain(&picked).to_bits(), "{count} values, {stride} apart");
            }
        }
    }
}
