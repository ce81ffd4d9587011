//! Channels of a batch brought to mean 0 and variance 1, and the gradients of that, in float32 as PyTorch computes them on
//! a CPU: sums over pictures in float64, sums over plain rows in float32 with products that are added in one rounding.
//!
//! What it is not: the layer (`ops/batch_norm.rs`), or other layouts than adjacent (samples, channels, inner). Start reading at
//! [`statistics`].

use super::{fused, lanes::fold, normalize::given, real::Real};

const LANES: usize = 8;

/// The sizes of what is normalised: `inner` is that of a picture, or 1.
#[derive(Clone, Copy)]
pub struct Sizes {
    pub samples: usize,
    pub channels: usize,
    pub inner: usize,
}

impl Sizes {
    /// How many values a channel has.
    pub fn count(self) -> f32 {
        (self.samples * self.inner) as f32
    }

    /// Each picture of each channel, with the channel's number.
    fn pictures(self, values: &[f32]) -> impl Iterator<Item = (usize, &[f32])> {
        values.chunks_exact(self.inner).enumerate().map(move |(at, picture)| (at % self.channels, picture))
    }
}

/// The mean of each channel, and the sum of the squared distances from it.
pub fn statistics(values: &[f32], sizes: Sizes) -> (Vec<f32>, Vec<f32>) {
    if sizes.inner == 1 { of_rows(values, sizes) } else { of_pictures(values, sizes) }
}

fn of_pictures(values: &[f32], sizes: Sizes) -> (Vec<f32>, Vec<f32>) {
    let count = sizes.samples * sizes.inner;
    let mut sums = vec![0.0_f64; sizes.channels];
    for (channel, picture) in sizes.pictures(values) {
        sums[channel] += picture.iter().map(|&value| value as f64).sum::<f64>();
    }
    let means: Vec<f32> = sums.iter().map(|sum| (sum / count as f64) as f32).collect();
    sums.fill(0.0);
    for (channel, picture) in sizes.pictures(values) {
        let square = |value: &f32| ((value - means[channel]) * (value - means[channel])) as f64;
        sums[channel] += picture.iter().map(square).sum::<f64>();
    }
    (means, sums.into_iter().map(|sum| sum as f32).collect())
}

fn of_rows(values: &[f32], sizes: Sizes) -> (Vec<f32>, Vec<f32>) {
    let mut means = vec![0.0_f32; sizes.channels];
    for row in values.chunks_exact(sizes.channels) {
        means.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
    }
    means.iter_mut().for_each(|mean| *mean /= sizes.samples as f32);
    let mut squares = vec![0.0_f32; sizes.channels];
    for row in values.chunks_exact(sizes.channels) {
        for ((square, value), mean) in squares.iter_mut().zip(row).zip(&means) {
            let away = value - mean;
            *square = away.fused(away, *square);
        }
    }
    (means, squares)
}

/// One over the standard deviation of a channel, from the sum of its squared distances.
pub fn scale(squares: f32, count: f32, eps: f64) -> f32 {
    (1.0 / ((squares / count) as f64 + eps).sqrt()) as f32
}

/// value·factor + term for each channel, into `out`.
pub fn apply(values: &[f32], sizes: Sizes, factors: &[f32], terms: &[f32], out: &mut [f32]) {
    if sizes.inner == 1 {
        let rows = values.chunks_exact(sizes.channels).zip(out.chunks_exact_mut(sizes.channels));
        for (row, out) in rows {
            out.copy_from_slice(row);
            fused::weighed(out, factors, terms);
        }
        return;
    }
    for ((channel, picture), out) in sizes.pictures(values).zip(out.chunks_exact_mut(sizes.inner)) {
        let (factor, term) = (factors[channel], terms[channel]);
        out.copy_from_slice(picture);
        fused::scaled(out, factor, term);
    }
}

/// What a backward pass starts from: the values, the gradient of the result, and each channel's mean and scale.
#[derive(Clone, Copy)]
pub struct Saved<'a> {
    pub values: &'a [f32],
    pub grad: &'a [f32],
    pub means: &'a [f32],
    pub scales: &'a [f32],
}

/// For each channel the sum of the gradients, and that of their products with the distances from the mean.
pub fn gradient_sums(saved: Saved, sizes: Sizes) -> (Vec<f64>, Vec<f64>) {
    let (mut sums, mut products) = (vec![0.0; sizes.channels], vec![0.0; sizes.channels]);
    if sizes.inner > 1 {
        for ((channel, grad), (_, values)) in sizes.pictures(saved.grad).zip(sizes.pictures(saved.values)) {
            let mean = saved.means[channel];
            sums[channel] += folded(grad) as f64;
            products[channel] += folded_products(values, grad, mean) as f64;
        }
        return (sums, products);
    }
    let (mut narrow, mut along) = (vec![0.0_f32; sizes.channels], vec![0.0_f32; sizes.channels]);
    let rows = saved.grad.chunks_exact(sizes.channels).zip(saved.values.chunks_exact(sizes.channels));
    for (grad, values) in rows {
        for channel in 0..sizes.channels {
            narrow[channel] += grad[channel];
            along[channel] = (values[channel] - saved.means[channel]).fused(grad[channel], along[channel]);
        }
    }
    let wide = |values: Vec<f32>| values.into_iter().map(f64::from).collect();
    (wide(narrow), wide(along))
}

/// A sum in eight lanes, which are then added in halves; fewer than eight values are added in turn.
fn folded(values: &[f32]) -> f32 {
    fold::<LANES>(values.len(), |at| values[at], |at, sum| sum + values[at])
}

/// The sum of products with the distances from the mean; those behind the last full lanes are added in one rounding.
fn folded_products(values: &[f32], grad: &[f32], mean: f32) -> f32 {
    let away = |at: usize| values[at] - mean;
    fold::<LANES>(values.len(), |at| away(at) * grad[at], |at, sum| away(at).fused(grad[at], sum))
}

/// A channel's mean, k, mean(g), scale and weight, see [`gradient`].
type Channel = (f32, f32, f32, f32, f32);

/// The gradient of the values, (g - mean(g) - (x - μ)·k)·scale·weight with k = Σ g(x - μ)·scale²/n, into `out`.
pub fn gradient(
    saved: Saved,
    sizes: Sizes,
    (sums, products): (&[f64], &[f64]),
    weights: Option<&[f32]>,
    out: &mut [f32],
) {
    let count = sizes.count();
    let channel = |at: usize| {
        let scale = saved.scales[at];
        let along = products[at] as f32 * scale * scale / count;
        let mean = (sums[at] / count as f64) as f32;
        (saved.means[at], along, mean, scale, given(weights, at, 1.0))
    };
    let channels: Vec<Channel> = (0..sizes.channels).map(channel).collect();
    let one = |value: f32, grad: f32, (center, along, mean, scale, weight): Channel| {
        (center - value).fused(along, grad - mean) * scale * weight
    };
    if sizes.inner == 1 {
        // Behind the last full eight channels the product is rounded, too.
        let in_lanes = sizes.channels / LANES * LANES;
        for (at, out) in out.iter_mut().enumerate() {
            let (value, grad, channel) = (saved.values[at], saved.grad[at], at % sizes.channels);
            let (center, along, mean, scale, weight) = channels[channel];
            *out = match channel < in_lanes {
                true => one(value, grad, channels[channel]),
                false => (grad - mean - (value - center) * along) * scale * weight,
            };
        }
        return;
    }
    let pictures = sizes.pictures(saved.values).zip(sizes.pictures(saved.grad));
    for (((at, values), (_, grad)), out) in pictures.zip(out.chunks_exact_mut(sizes.inner)) {
        let channel = channels[at];
        for ((out, value), grad) in out.iter_mut().zip(values).zip(grad) {
            *out = one(*value, *grad, channel);
        }
    }
}
