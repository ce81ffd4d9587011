//! Convolutions with stride 1 as matrix products, without columns: the values that a place of the kernel meets lie in
//! the (padded) input one behind the other, so that the product's second factor is the input itself, each row
//! beginning elsewhere ("indirect convolution", Dukhan 2019, turned round).
//!
//! Rows of results are as long as padded rows of the input: the places behind a row's last window, which hold sums
//! over two rows, are left out when results are copied. What it is not: strides, batches, groups (see `ops::conv`).
//! Start at [`Plan`].

use super::gemm::{Matrix, Number, Steps, add_gemm, gemm, gemm_in_one_run};
use crate::{
    Result,
    tensor::{Dims, Layout, recycle},
};

/// The geometry of one sample, or of one group of its channels.
pub struct Plan {
    channels: usize,
    filters: usize,
    /// For each place in a filter, where its first window's value is in the padded input.
    places: Vec<usize>,
    /// How many of them belong to one channel.
    kernel: usize,
    /// The order in which products are summed, and how many make a run, see [`Plan::forward`].
    order: Vec<usize>,
    run: usize,
    /// From the first window to behind the last, in a padded channel.
    reach: usize,
    padded: usize,
    input: Lines,
    windows: Lines,
}

/// The rows of a block within a larger one.
struct Lines {
    starts: Vec<usize>,
    width: usize,
}

impl Lines {
    /// A block of `size` whose first value is at `offset` and which has `strides`.
    fn new(size: &[usize], strides: &[usize], offset: usize) -> Self {
        let lead = size.len() - 1;
        let rows = Layout { shape: size[..lead].into(), strides: strides[..lead].into(), offset };
        Lines { starts: rows.offsets().collect(), width: size[lead] }
    }
    fn count(&self) -> usize {
        self.starts.len() * self.width
    }
    /// Copies the block out of the larger one.
    fn take<T: Number>(&self, from: &[T], to: &mut [T]) {
        for (&start, to) in self.starts.iter().zip(to.chunks_exact_mut(self.width)) {
            to.copy_from_slice(&from[start..start + self.width]);
        }
    }
    /// Copies the block into the larger one.
    fn put<T: Number>(&self, from: &[T], to: &mut [T]) {
        for (&start, from) in self.starts.iter().zip(from.chunks_exact(self.width)) {
            to[start..start + self.width].copy_from_slice(from);
        }
    }
}

/// The places of a filter `[channels, area]` in the order in which their products are summed, and how many make a run.
fn summing_order(channels: usize, area: usize) -> (Vec<usize>, usize) {
    let together = if area == 1 { channels.max(1) } else { 16 };
    let block = |first: usize| {
        let of_block = first..channels.min(first + together);
        (0..area).flat_map(move |place| of_block.clone().map(move |channel| channel * area + place))
    };
    ((0..channels).step_by(together).flat_map(block).collect(), (together * area).max(1))
}

impl Plan {
    /// `size`, `padding`, `kernel` and `dilation` go dimension by dimension; at least one window fits.
    pub fn new(
        [channels, filters]: [usize; 2],
        size: &[usize],
        padding: &[usize],
        kernel: &[usize],
        dilation: &[usize],
    ) -> Self {
        let padded: Dims = size.iter().zip(padding).map(|(size, padding)| size + 2 * padding).collect();
        let strides = Layout::contiguous(&padded).strides;
        let along = |steps: &[usize]| -> Dims { steps.iter().zip(&strides).map(|(a, b)| a * b).collect() };
        let counts: Dims =
            (0..size.len()).map(|dim| padded[dim] - dilation[dim] * (kernel[dim] - 1)).collect();
        let channel = padded.iter().product();
        let mut filter = Layout { shape: kernel.into(), strides: along(dilation), offset: 0 };
        filter.shape.insert(0, channels);
        filter.strides.insert(0, channel);
        let area = kernel.iter().product();
        let (order, run) = summing_order(channels, area);
        Plan {
            channels,
            filters,
            places: filter.offsets().collect(),
            kernel: area,
            order,
            run,
            reach: 1 + counts.iter().zip(&strides).map(|(count, stride)| (count - 1) * stride).sum::<usize>(),
            padded: channel,
            input: Lines::new(size, &strides, along(padding).iter().sum()),
            windows: Lines::new(&counts, &strides, 0),
        }
    }

    fn is_padded(&self) -> bool {
        self.input.count() != self.padded
    }

    /// Filters `[filters, channels, ...kernel]` with the values of each in the order in which they are summed.
    pub fn ordered<T: Number>(&self, weight: &[T]) -> Vec<T> {
        let filters = weight.chunks_exact(self.places.len().max(1));
        filters.flat_map(|filter| self.order.iter().map(|&at| filter[at])).collect()
    }

    /// The convolution of `x` `[channels, ...]` with filters that are [`Plan::ordered`], each filter's results plus its
    /// bias. Sums are oneDNN's, with which PyTorch convolves: runs of sixteen channels, place by place and then channel by
    /// channel, and the bias comes to the first run.
    ///
    /// # Errors
    /// Here and below: `RuntimeError` if there is no memory for what is in between.
    pub fn forward<T: Number>(&self, x: &[T], weight: &[T], bias: Option<&[T]>, out: &mut [T]) -> Result<()> {
        let width = self.order.len();
        let places: Vec<usize> = self.order.iter().map(|&at| self.places[at]).collect();
        self.with_padded(x, |x| {
            let mut wide = recycle::stale::<T>(self.filters * self.reach)?;
            for (nth, places) in places.chunks(self.run).enumerate() {
                let filters = Matrix::dense(&weight[nth * self.run..], width);
                let columns = Matrix { values: x, rows: Steps::Table(places), cols: Steps::Even(1) };
                let size = [self.filters, places.len(), self.reach];
                gemm_in_one_run(filters, columns, size, &mut wide, nth > 0)?;
                if let (0, Some(bias)) = (nth, bias) {
                    for (row, &bias) in wide.chunks_exact_mut(self.reach).zip(bias) {
                        row.iter_mut().for_each(|value| *value = value.plus(bias));
                    }
                }
            }
            let rows = wide.chunks_exact(self.reach).zip(out.chunks_exact_mut(self.windows.count()));
            rows.for_each(|(wide, out)| self.windows.take(wide, out));
            recycle::give(wide);
            Ok(())
        })
    }

    /// Adds the gradient of `weight` onto `out`, given that of the results.
    pub fn weight_gradient<T: Number>(&self, x: &[T], gradient: &[T], out: &mut [T]) -> Result<()> {
        self.with_padded(x, |x| {
            let mut wide = recycle::filled(T::default(), self.filters * self.reach)?;
            for (wide, gradient) in
                wide.chunks_exact_mut(self.reach).zip(gradient.chunks_exact(self.windows.count()))
            {
                self.windows.put(gradient, wide);
            }
            let size = [self.filters, self.reach, self.places.len()];
            add_gemm(Matrix::dense(&wide, self.reach), self.columns(x).transposed(), size, out)?;
            recycle::give(wide);
            Ok(())
        })
    }

    /// Writes the gradient of `x` over `out`, given that of the results: each value's is the sum over the filters' places
    /// of the gradient where that place met it.
    pub fn input_gradient<T: Number>(&self, gradient: &[T], weight: &[T], out: &mut [T]) -> Result<()> {
        // Windows that would begin in front of the first have no gradient.
        let front = self.places[self.kernel - 1];
        let length = front + self.padded;
        let mut wide = recycle::filled(T::default(), self.filters * length)?;
        for (wide, gradient) in wide.chunks_exact_mut(length).zip(gradient.chunks_exact(self.windows.count()))
        {
            self.windows.put(gradient, &mut wide[front..]);
        }
        let pairs = || (0..self.filters).flat_map(|filter| (0..self.kernel).map(move |at| (filter, at)));
        let meets: Vec<usize> =
            pairs().map(|(filter, at)| filter * length + front - self.places[at]).collect();
        let weights: Vec<usize> = pairs().map(|(filter, at)| filter * self.places.len() + at).collect();
        let a = Matrix { values: weight, rows: Steps::Even(self.kernel), cols: Steps::Table(&weights) };
        let b = Matrix { values: &wide, rows: Steps::Table(&meets), cols: Steps::Even(1) };
        let size = [self.channels, meets.len(), self.padded];
        if self.is_padded() {
            let mut padded = recycle::stale::<T>(self.channels * self.padded)?;
            gemm(a, b, size, &mut padded)?;
            for (padded, out) in
                padded.chunks_exact(self.padded).zip(out.chunks_exact_mut(self.input.count()))
            {
                self.input.take(padded, out);
            }
            recycle::give(padded);
        } else {
            gemm(a, b, size, out)?;
        }
        recycle::give(wide);
        Ok(())
    }

    /// What each place of a filter meets, window by window.
    fn columns<'a, T>(&'a self, x: &'a [T]) -> Matrix<'a, T> {
        Matrix { values: x, rows: Steps::Table(&self.places), cols: Steps::Even(1) }
    }

    fn with_padded<T: Number>(&self, x: &[T], work: impl FnOnce(&[T]) -> Result<()>) -> Result<()> {
        if !self.is_padded() {
            return work(x);
        }
        let mut padded = recycle::filled(T::default(), self.channels * self.padded)?;
        for (padded, channel) in padded.chunks_exact_mut(self.padded).zip(x.chunks_exact(self.input.count()))
        {
            self.input.put(channel, padded);
        }
        work(&padded)?;
        recycle::give(padded);
        Ok(())
    }
}
