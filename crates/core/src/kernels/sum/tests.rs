//! Sums of random planes, bit by bit those of one value after the other in the order that the numerics promise.

use super::{LEVELS, Plane, STREAMS, Summable, sum_2d};
use crate::random::Generator;

const ROUNDS: u64 = 300;

fn below(chance: &mut Generator, bound: usize) -> usize {
    chance.bits32() as usize % bound
}

/// Mostly small, at times past what a level takes.
fn size(chance: &mut Generator) -> usize {
    let limit = [4, 20, 140, 5000][below(chance, 4)];
    1 + below(chance, limit)
}

/// Rows and columns in either order in memory, close together or with gaps; reduced to one value, or to one a column.
fn plane(chance: &mut Generator) -> Plane {
    let mut sizes = [size(chance), size(chance)];
    if sizes[0] * sizes[1] > 100_000 {
        sizes[below(chance, 2)] = 1 + below(chance, 20);
    }
    let near = 1 + below(chance, 3) / 2;
    let far = |inner: usize, chance: &mut Generator| near * inner + below(chance, 3);
    let strides = match below(chance, 2) {
        0 => [far(sizes[1], chance), near],
        _ => [near, far(sizes[0], chance)],
    };
    let [offset, out_offset, out_stride] = [3, 2, 3].map(|bound| below(chance, bound));
    Plane { offset, sizes, strides, out_offset, out_stride }
}

/// Where a plane's last value lies, and its last result.
fn last(plane: &Plane) -> [usize; 2] {
    let [down, across] = [0, 1].map(|dim| (plane.sizes[dim] - 1) * plane.strides[dim]);
    [plane.offset + down + across, plane.out_offset + (plane.sizes[1] - 1) * plane.out_stride]
}

/// The plainest cascade: a level is added to the next each time that it has taken `step` of what is below it.
fn cascade<T: Summable>(values: &[T]) -> T {
    let step = 1usize << (values.len().next_power_of_two().ilog2() as usize / LEVELS).max(4);
    let mut levels = [T::default(); LEVELS];
    for (at, &value) in values.iter().enumerate() {
        levels[0] += value;
        for level in 1..LEVELS {
            if (at + 1) % step.pow(level as u32) == 0 {
                let full = std::mem::take(&mut levels[level - 1]);
                levels[level] += full;
            }
        }
    }
    levels.into_iter().reduce(|sum, level| sum + level).expect("there are levels")
}

fn streams<T: Summable>(values: &[T]) -> T {
    let (whole, rest) = values.split_at(values.len() / STREAMS * STREAMS);
    let each = |stream| cascade(&whole.iter().skip(stream).step_by(STREAMS).copied().collect::<Vec<T>>());
    let first = rest.iter().fold(each(0), |sum, &value| sum + value);
    (1..STREAMS).fold(first, |sum, stream| sum + each(stream))
}

fn contiguous<T: Summable>(values: &[T], width: usize) -> T {
    let (whole, tail) = values.split_at(values.len() / width * width);
    let lane = |lane| streams(&whole.iter().skip(lane).step_by(width).copied().collect::<Vec<T>>());
    let tail = tail.iter().fold(T::default(), |sum, &value| sum + value);
    (0..width).fold(tail, |sum, at| sum + lane(at))
}

/// As [`sum_2d`], one column after the other.
fn sum_plainly<T: Summable>(values: &[T], plane: &Plane, width: usize, out: &mut [T]) {
    let ([rows, columns], [down, across]) = (plane.sizes, plane.strides);
    let wide = STREAMS * width;
    for column in 0..columns {
        let start = plane.offset + column * across;
        let own: Vec<T> = (0..rows).map(|row| values[start + row * down]).collect();
        out[plane.out_offset + column * plane.out_stride] += if down == 1 && rows >= width {
            contiguous(&own, width)
        } else if across == 1 && columns >= width {
            if column < columns / wide * wide { cascade(&own) } else { streams(&own) }
        } else if down >= across && column < columns / STREAMS * STREAMS {
            cascade(&own)
        } else {
            streams(&own)
        };
    }
}

fn check<T: Summable, const L: usize>(number: fn(u32) -> T, bits: fn(T) -> u64) {
    for round in 0..ROUNDS {
        let chance = &mut Generator::new(round);
        let plane = plane(chance);
        let [values, before]: [Vec<T>; 2] =
            last(&plane).map(|last| (0..=last).map(|_| number(chance.bits32())).collect());
        let (mut fast, mut plain) = (before.clone(), before);
        sum_2d::<T, L>(&values, plane, &mut fast);
        sum_plainly(&values, &plane, L, &mut plain);
        let as_bits = |sums: Vec<T>| -> Vec<u64> { sums.into_iter().map(bits).collect() };
        assert_eq!(as_bits(fast), as_bits(plain), "round {round}: {plane:?}");
    }
}

#[test]
fn sums_of_float32_have_the_bits_of_the_plain_order() {
    check::<f32, 8>(|bits| bits as f32 / 2f32.powi(31) - 0.6, |sum| sum.to_bits().into());
}

#[test]
fn sums_of_float64_have_the_bits_of_the_plain_order() {
    check::<f64, 4>(|bits| f64::from(bits) / 3f64.powi(20) - 0.6, f64::to_bits);
}
