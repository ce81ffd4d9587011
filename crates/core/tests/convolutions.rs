//! Convolutions and pooling, and their gradients, against loops over windows. Values are small integers, whose sums
//! are exact in any order: results must be equal to the last bit.

use kindling_core::{
    Tensor,
    backward::backward,
    ops::{self, Arg, Args, Signature, Value},
};

/// Numbers that look random (Numerical Recipes' generator), the same every time.
struct Chance(u32);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as usize % limit
    }
    fn integers(&mut self, shape: &[usize]) -> Tensor {
        let count = shape.iter().product::<usize>();
        Tensor::from_vec((0..count).map(|_| self.below(9) as f32 - 4.0).collect(), shape)
    }
}

/// The operator of that name, with defaults for what is not given.
fn call(name: &str, args: impl IntoIterator<Item = Arg>) -> Tensor {
    let operator = ops::operators().find(|operator| operator.name() == name).unwrap();
    let args = Args::new(args).with_defaults(&Signature::parse(operator.signature));
    match operator.run(&args).unwrap() {
        Value::Tensor(tensor) => tensor,
        other => panic!("a tensor, not {other:?}"),
    }
}

fn needs_gradient(mut x: Tensor) -> Tensor {
    x.autograd_mut().set_requires_grad(true);
    x
}

fn gradient(x: &Tensor) -> Vec<f32> {
    x.grad().unwrap().to_vec().unwrap()
}

/// A dimension's numbers.
#[derive(Debug, Clone, Copy)]
struct Dim {
    size: usize,
    kernel: usize,
    stride: usize,
    padding: usize,
    dilation: usize,
}

impl Dim {
    fn any(chance: &mut Chance, strides: usize) -> Self {
        let (kernel, dilation) = (1 + chance.below(3), 1 + chance.below(2));
        let size = (kernel - 1) * dilation + 1 + chance.below(9);
        Dim { size, kernel, stride: 1 + chance.below(strides), padding: chance.below(3), dilation }
    }
    fn count(&self) -> usize {
        (self.size + 2 * self.padding - self.dilation * (self.kernel - 1) - 1) / self.stride + 1
    }
    /// What the window's place in the kernel meets, unless that is padding.
    fn meets(&self, window: usize, at: usize) -> Option<usize> {
        let from_start = window * self.stride + at * self.dilation;
        from_start.checked_sub(self.padding).filter(|&own| own < self.size)
    }
}

/// All pairs of a window and a place in the kernel, with what they meet: each as a number within its block.
fn meetings(dims: &[Dim]) -> Vec<(usize, usize, usize)> {
    let mut all = vec![(0, 0, 0)];
    for dim in dims {
        let mut longer = Vec::new();
        for &(window, at, place) in &all {
            for (w, k) in (0..dim.count()).flat_map(|w| (0..dim.kernel).map(move |k| (w, k))) {
                if let Some(own) = dim.meets(w, k) {
                    longer.push((window * dim.count() + w, at * dim.kernel + k, place * dim.size + own));
                }
            }
        }
        all = longer;
    }
    all
}

fn product(dims: &[Dim], size: fn(&Dim) -> usize) -> usize {
    dims.iter().map(size).product()
}

fn shape(front: [usize; 2], dims: &[Dim], size: fn(&Dim) -> usize) -> Vec<usize> {
    front.into_iter().chain(dims.iter().map(size)).collect()
}

fn ints(dims: &[Dim], size: fn(&Dim) -> usize) -> Arg {
    Arg::Ints(dims.iter().map(|dim| size(dim) as i64).collect())
}

#[test]
fn convolutions_and_their_gradients_are_those_of_loops() {
    let mut chance = Chance(3);
    for round in 0..150 {
        let strides = 1 + round % 2;
        let dims: Vec<Dim> = (0..1 + round % 3).map(|_| Dim::any(&mut chance, strides)).collect();
        let [batch, groups] = [1 + chance.below(3), 1 + chance.below(2)];
        let [channels, filters] = [1 + chance.below(5), 1 + chance.below(9)];
        let [inputs, outputs] = [channels * groups, filters * groups];
        let x = needs_gradient(chance.integers(&shape([batch, inputs], &dims, |dim| dim.size)));
        let weight = needs_gradient(chance.integers(&shape([outputs, channels], &dims, |dim| dim.kernel)));
        let bias = needs_gradient(chance.integers(&[outputs]));
        let numbers = [
            ints(&dims, |dim| dim.stride),
            ints(&dims, |dim| dim.padding),
            ints(&dims, |dim| dim.dilation),
            (groups as i64).into(),
        ];
        let tensors = [&x, &weight, &bias].map(|tensor| Arg::from(tensor.clone()));
        let out = call(&format!("conv{}d", dims.len()), tensors.into_iter().chain(numbers));
        assert_eq!(out.shape(), shape([batch, outputs], &dims, Dim::count));
        let slope = chance.integers(out.shape());
        backward(std::slice::from_ref(&out), &[Some(slope.clone())], false, false).unwrap();

        let [size, windows, kernel] =
            [product(&dims, |dim| dim.size), product(&dims, Dim::count), product(&dims, |dim| dim.kernel)];
        let [xs, ws, bs, slopes] = [&x, &weight, &bias, &slope].map(|x: &Tensor| x.to_vec::<f32>().unwrap());
        let mut expected: Vec<f32> = (0..out.numel()).map(|at| bs[at / windows % outputs]).collect();
        let [mut x_slopes, mut w_slopes] = [&xs, &ws].map(|values| vec![0.0; values.len()]);
        let meetings = meetings(&dims);
        for (sample, output) in (0..batch).flat_map(|b| (0..outputs).map(move |o| (b, o))) {
            for channel in 0..channels {
                let input = sample * inputs + output / filters * channels + channel;
                for &(window, at, place) in &meetings {
                    let to = (sample * outputs + output) * windows + window;
                    let (from, by) = (input * size + place, (output * channels + channel) * kernel + at);
                    expected[to] += xs[from] * ws[by];
                    x_slopes[from] += slopes[to] * ws[by];
                    w_slopes[by] += slopes[to] * xs[from];
                }
            }
        }
        let what = format!("round {round}: {dims:?}, {batch} times {inputs} to {outputs} in {groups} groups");
        assert_eq!(out.to_vec::<f32>().unwrap(), expected, "{what}");
        assert_eq!(gradient(&x), x_slopes, "input's gradient, {what}");
        assert_eq!(gradient(&weight), w_slopes, "weight's gradient, {what}");
        let mut b_slopes = vec![0.0; outputs];
        slopes.iter().enumerate().for_each(|(at, slope)| b_slopes[at / windows % outputs] += slope);
        assert_eq!(gradient(&bias), b_slopes, "bias's gradient, {what}");
    }
}

#[test]
fn the_largest_of_each_window_is_that_of_a_loop() {
    let mut chance = Chance(5);
    for round in 0..100 {
        let mut dims: Vec<Dim> = (0..1 + round % 3).map(|_| Dim::any(&mut chance, 3)).collect();
        dims.iter_mut().for_each(|dim| dim.padding = dim.padding.min(dim.kernel / 2));
        let [batch, channels] = [1 + chance.below(3), 1 + chance.below(4)];
        let x = needs_gradient(chance.integers(&shape([batch, channels], &dims, |dim| dim.size)));
        let numbers = [
            ints(&dims, |dim| dim.kernel),
            ints(&dims, |dim| dim.stride),
            ints(&dims, |dim| dim.padding),
            ints(&dims, |dim| dim.dilation),
        ];
        let out = call(&format!("max_pool{}d", dims.len()), [x.clone().into()].into_iter().chain(numbers));
        let slope = chance.integers(out.shape());
        backward(std::slice::from_ref(&out), &[Some(slope.clone())], false, false).unwrap();

        let [size, windows] = [product(&dims, |dim| dim.size), product(&dims, Dim::count)];
        let (xs, slopes) = (x.to_vec::<f32>().unwrap(), slope.to_vec::<f32>().unwrap());
        let mut best: Vec<Option<usize>> = vec![None; out.numel()];
        for channel in 0..batch * channels {
            for &(window, _, place) in &meetings(&dims) {
                let (to, from) = (channel * windows + window, channel * size + place);
                if best[to].is_none_or(|best| xs[from] > xs[best]) {
                    best[to] = Some(from);
                }
            }
        }
        let best: Vec<usize> =
            best.into_iter().map(|place| place.expect("no window is all padding")).collect();
        let mut x_slopes = vec![0.0; xs.len()];
        best.iter().zip(&slopes).for_each(|(&from, slope)| x_slopes[from] += slope);
        assert_eq!(
            out.to_vec::<f32>().unwrap(),
            best.iter().map(|&at| xs[at]).collect::<Vec<_>>(),
            "{dims:?}"
        );
        assert_eq!(gradient(&x), x_slopes, "{dims:?}");
    }
}

/// More windows than values, as `output_padding` may ask for, have no result here, rather than a wrong one.
#[test]
fn a_transpose_with_more_windows_than_values_is_refused() {
    let operator = ops::operators().find(|operator| operator.name() == "conv_transpose1d").unwrap();
    let mut chance = Chance(9);
    let tensors = [chance.integers(&[1, 1, 3]), chance.integers(&[1, 1, 2])].map(Arg::from);
    let [stride, padding, output_padding, dilation] = [[1], [0], [1], [2]].map(Arg::from);
    let numbers = [Arg::None, stride, padding, output_padding, 1.into(), dilation];
    let args = Args::new(tensors.into_iter().chain(numbers));
    assert!(operator.run(&args).is_err());
}
