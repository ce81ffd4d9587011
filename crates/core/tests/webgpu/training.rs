//! Training: the same losses as on the CPU, and steps that make nothing new once they are warm.

use kindling_core::{
    Device, Dtype, Result, Tensor, backward,
    ops::{self, CrossEntropy, Reduction},
    optim::{Adam, Moments, Sgd},
    webgpu::{self, Stats},
};

fn leaf(values: Vec<f32>, shape: &[usize], device: Device) -> Tensor {
    let mut leaf = Tensor::from_vec(values, shape).to_device(device).unwrap().copy().unwrap();
    leaf.autograd_mut().set_requires_grad(true);
    leaf
}

/// Numbers that look random enough.
fn noise(count: usize, seed: usize) -> Vec<f32> {
    (0..count).map(|i| ((i * 7919 + seed * 104_729) % 2003) as f32 / 1001.5 - 1.0).collect()
}

enum Optimizer {
    Sgd(Sgd, Vec<Option<Tensor>>),
    Adam(Adam, Vec<[Tensor; 3]>),
}

impl Optimizer {
    fn sgd(momentum: f64) -> Self {
        let sgd =
            Sgd { lr: 0.005, momentum, dampening: 0.0, weight_decay: 0.0, nesterov: false, maximize: false };
        Optimizer::Sgd(sgd, vec![None; 4])
    }
    fn adam(parameters: &[Tensor]) -> Self {
        let adam = Adam {
            lr: 0.001,
            betas: (0.9, 0.999),
            eps: 1e-8,
            weight_decay: 0.01,
            decoupled_weight_decay: true,
            maximize: false,
        };
        let state = |p: &Tensor| {
            [
                Tensor::zeros(&[], Dtype::Float32).unwrap(),
                ops::zeros_like(p).unwrap(),
                ops::zeros_like(p).unwrap(),
            ]
        };
        Optimizer::Adam(adam, parameters.iter().map(state).collect())
    }
    fn step(&mut self, parameters: &[Tensor]) -> Result<()> {
        for (at, p) in parameters.iter().enumerate() {
            let g = p.grad().expect("a gradient");
            match self {
                Optimizer::Sgd(sgd, buffers) => sgd.step(&p.detach(), &g, &mut buffers[at])?,
                Optimizer::Adam(adam, state) => {
                    let [step, exp_avg, exp_avg_sq] = &state[at];
                    adam.step(&p.detach(), &g, Moments { step, exp_avg, exp_avg_sq }, None)?;
                }
            }
        }
        Ok(())
    }
}

/// 784-128-10 on batches of 64.
struct Mlp {
    parameters: Vec<Tensor>,
    x: Tensor,
    y: Tensor,
}

impl Mlp {
    fn new(device: Device) -> Self {
        let scaled = |count, seed, by: f32| noise(count, seed).into_iter().map(|value| value * by).collect();
        let parameters = vec![
            leaf(scaled(784 * 128, 1, 0.05), &[128, 784], device),
            leaf(scaled(128, 2, 0.05), &[128], device),
            leaf(scaled(128 * 10, 3, 0.1), &[10, 128], device),
            leaf(scaled(10, 4, 0.1), &[10], device),
        ];
        let x = Tensor::from_vec(noise(64 * 784, 5), &[64, 784]).to_device(device).unwrap();
        let y = Tensor::from_vec((0..64).map(|i| i * 7 % 10).collect::<Vec<i64>>(), &[64]);
        Mlp { parameters, x, y: y.to_device(device).unwrap() }
    }

    /// One step; the loss, unread.
    fn step(&mut self, optimizer: &mut Optimizer) -> Result<Tensor> {
        let [w1, b1, w2, b2] = &self.parameters[..] else { unreachable!("four parameters") };
        let hidden = ops::relu(&ops::linear(&self.x, w1, Some(b1))?)?;
        let options = CrossEntropy {
            weight: None,
            ignore_index: -100,
            reduction: Reduction::Mean,
            label_smoothing: 0.0,
        };
        let loss = ops::cross_entropy(&ops::linear(&hidden, w2, Some(b2))?, &self.y, &options)?;
        self.parameters.iter_mut().for_each(|p| p.set_grad(None));
        backward::backward(std::slice::from_ref(&loss), &[None], false, false)?;
        optimizer.step(&self.parameters)?;
        Ok(loss.detach())
    }
}

fn losses(device: Device, optimizer: fn(&[Tensor]) -> Optimizer) -> Vec<f64> {
    let mut mlp = Mlp::new(device);
    let mut optimizer = optimizer(&mlp.parameters);
    (0..20).map(|_| mlp.step(&mut optimizer).unwrap().item().unwrap().to_f64()).collect()
}

#[test]
fn losses_are_those_of_the_cpu() {
    let optimizers: [fn(&[Tensor]) -> Optimizer; 3] =
        [|_| Optimizer::sgd(0.0), |_| Optimizer::sgd(0.9), |parameters| Optimizer::adam(parameters)];
    for (which, optimizer) in optimizers.into_iter().enumerate() {
        let (here, there) = (losses(Device::Cpu, optimizer), losses(Device::WebGpu, optimizer));
        assert!(there[19] < there[0], "{which}: it learns {there:?}");
        let near = |(a, b): (&f64, &f64)| (a - b).abs() <= 1e-4 * a.abs() + 1e-5;
        assert!(here.iter().zip(&there).all(near), "{which}: {there:?} are not {here:?}");
    }
}

/// What 10 steps do; the losses of all are read, or that of the last alone.
fn ten_steps(mlp: &mut Mlp, optimizer: &mut Optimizer, reads_each: bool) -> Stats {
    let before = webgpu::stats();
    for nth in 0..10 {
        // A batch comes from the CPU, as from a data loader.
        mlp.x = Tensor::from_vec(noise(64 * 784, nth), &[64, 784]).to_device(Device::WebGpu).unwrap();
        let loss = mlp.step(optimizer).unwrap();
        if reads_each || nth == 9 {
            loss.item().unwrap();
        }
    }
    let after = webgpu::stats();
    Stats {
        dispatches: after.dispatches - before.dispatches,
        submissions: after.submissions - before.submissions,
        buffers_created: after.buffers_created - before.buffers_created,
        pipelines_compiled: after.pipelines_compiled - before.pipelines_compiled,
        bytes_uploaded: after.bytes_uploaded - before.bytes_uploaded,
        bytes_read: after.bytes_read - before.bytes_read,
    }
}

/// Of a batch of 64 images.
const BATCH_BYTES: u64 = 64 * 784 * 4;

#[test]
fn a_warm_step_makes_nothing_new() {
    let sgd: fn(&[Tensor]) -> Optimizer = |_| Optimizer::sgd(0.0);
    for (optimizer, dispatches) in [(sgd, 18), (|parameters| Optimizer::adam(parameters), 18)] {
        let mut mlp = Mlp::new(Device::WebGpu);
        let mut optimizer = optimizer(&mlp.parameters);
        for reads_each in [false, true] {
            ten_steps(&mut mlp, &mut optimizer, reads_each);
            let warm = ten_steps(&mut mlp, &mut optimizer, reads_each);
            println!("{warm:?}");
            assert_eq!((warm.buffers_created, warm.pipelines_compiled), (0, 0), "{warm:?}");
            assert_eq!(warm.bytes_uploaded, 10 * BATCH_BYTES, "{warm:?}");
            let reads = if reads_each { 10 } else { 1 };
            assert_eq!((warm.submissions, warm.bytes_read), (reads, reads * 4), "{warm:?}");
            // A loss that nobody reads is not computed.
            assert_eq!(warm.dispatches, 10 * dispatches + reads, "{warm:?}");
        }
    }
}

#[test]
fn a_step_of_a_line_is_one_kernel() {
    let mut parameters = [leaf(vec![0.0], &[1, 1], Device::WebGpu), leaf(vec![0.0], &[1], Device::WebGpu)];
    let line = |slope: f32, start: f32| {
        let values = (0..40).map(|i| i as f32 * 0.02 * slope + start).collect();
        Tensor::from_vec(values, &[40, 1]).to_device(Device::WebGpu).unwrap()
    };
    let (x, y) = (line(1.0, 0.0), line(0.7, 0.3));
    let mut optimizer = Optimizer::sgd(0.0);
    let mut step = || -> Result<Tensor> {
        let predicted = ops::linear(&x, &parameters[0], Some(&parameters[1]))?;
        let loss = ops::l1_loss(&predicted, &y, Reduction::Mean)?;
        parameters.iter_mut().for_each(|p| p.set_grad(None));
        backward::backward(std::slice::from_ref(&loss), &[None], false, false)?;
        optimizer.step(&parameters)?;
        Ok(loss.detach())
    };
    let first = step().unwrap().item().unwrap().to_f64();
    (0..5).for_each(|_| drop(step().unwrap()));
    step().unwrap().item().unwrap();
    let before = webgpu::stats();
    (0..9).for_each(|_| drop(step().unwrap()));
    let last = step().unwrap().item().unwrap().to_f64();
    let after = webgpu::stats();
    assert!(last < first, "{last} after {first}");
    // The update with both gradients in it; the loss once, where it is read.
    assert_eq!((after.dispatches - before.dispatches, after.submissions - before.submissions), (10 + 1, 1));
    assert_eq!(
        (after.buffers_created, after.pipelines_compiled),
        (before.buffers_created, before.pipelines_compiled)
    );
}

#[test]
fn memory_is_flat_over_ten_thousand_steps() {
    let mut weight = leaf(vec![0.0], &[1], Device::WebGpu);
    let mut bias = leaf(vec![0.0], &[1], Device::WebGpu);
    let x = Tensor::from_vec((0..50).map(|i| i as f32 * 0.02).collect(), &[50, 1])
        .to_device(Device::WebGpu)
        .unwrap();
    let y = ops::add(&ops::mul(&x, 0.7).unwrap(), 0.3).unwrap();
    let sgd =
        Sgd { lr: 0.1, momentum: 0.0, dampening: 0.0, weight_decay: 0.0, nesterov: false, maximize: false };
    let mut step = || -> Result<Tensor> {
        let loss = ops::mse_loss(&ops::add(&ops::mul(&x, &weight)?, &bias)?, &y, Reduction::Mean)?;
        [&mut weight, &mut bias].into_iter().for_each(|p| p.set_grad(None));
        backward::backward(std::slice::from_ref(&loss), &[None], false, false)?;
        for p in [&weight, &bias] {
            sgd.step(&p.detach(), &p.grad().expect("a gradient"), &mut None)?;
        }
        Ok(loss.detach())
    };
    for _ in 0..100 {
        step().unwrap();
    }
    step().unwrap().item().unwrap();
    let (before, stats) = (webgpu::memory(), webgpu::stats());
    for nth in 0..10_000 {
        let loss = step().unwrap();
        if nth % 500 == 0 {
            loss.item().unwrap();
        }
    }
    let last = step().unwrap().item().unwrap().to_f64();
    assert!(last < 1e-5, "it learns the line: {last}");
    assert_eq!(webgpu::memory(), before);
    assert_eq!(webgpu::stats().pipelines_compiled, stats.pipelines_compiled);
    assert_eq!(
        weight.to_device(Device::Cpu).unwrap().item().unwrap().to_f64().mul_add(10.0, 0.5).floor(),
        7.0
    );
}
