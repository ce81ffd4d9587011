//! Small networks of other kinds than the MLP: their losses and gradients on both devices.

use kindling_core::{
    Device, Result, Tensor, backward,
    ops::{self, Arg, Args, CrossEntropy, Reduction, Signature, Value},
    webgpu,
};

fn leaf(shape: &[usize], seed: usize, device: Device) -> Tensor {
    let count = shape.iter().product();
    let values =
        (0..count).map(|i: usize| ((i * 7919 + seed * 104_729) % 2003) as f32 / 4006.0 - 0.25).collect();
    let mut leaf = Tensor::from_vec::<f32>(values, shape).to_device(device).unwrap().copy().unwrap();
    leaf.autograd_mut().set_requires_grad(true);
    leaf
}

/// Calls a row of the table by its name.
fn call(name: &str, args: Vec<Arg>) -> Result<Tensor> {
    let row = ops::operators().find(|row| row.name() == name).expect("an operator");
    match row.run(&Args::new(args).with_defaults(&Signature::parse(row.signature)))? {
        Value::Tensor(tensor) => Ok(tensor),
        other => panic!("{name}: {other:?}"),
    }
}

fn classes(count: i64, device: Device) -> Tensor {
    Tensor::from_vec((0..count).map(|i| i * 3 % 5).collect(), &[count as usize]).to_device(device).unwrap()
}

const OPTIONS: CrossEntropy =
    CrossEntropy { weight: None, ignore_index: -100, reduction: Reduction::Mean, label_smoothing: 0.1 };

/// Convolution, batch norm, pooling, a linear layer.
fn convolutional(p: &[Tensor], device: Device) -> Result<Tensor> {
    let x = leaf(&[4, 2, 8, 8], 9, device).detach();
    let maps =
        call("conv2d", vec![x.into(), p[0].clone().into(), p[1].clone().into(), [1].into(), [1].into()])?;
    let normal = call(
        "batch_norm",
        vec![maps.into(), Arg::None, Arg::None, p[2].clone().into(), p[3].clone().into(), true.into()],
    )?;
    let pooled = call("max_pool2d", vec![ops::relu(&normal)?.into(), [2].into()])?;
    let averaged = call("avg_pool2d", vec![pooled.into(), [2].into()])?;
    let scores = ops::linear(&ops::flatten(&averaged, 1, -1)?, &p[4], None)?;
    ops::cross_entropy(&scores, &classes(4, device), &OPTIONS)
}

/// Embedding, attention that looks back, layer norm.
fn attentive(p: &[Tensor], device: Device) -> Result<Tensor> {
    let rows = Tensor::from_vec((0..6i64).map(|i| i * 5 % 7).collect(), &[6]).to_device(device)?;
    let x = ops::embedding(&rows, &p[0], None)?;
    let (q, k, v) = (ops::matmul(&x, &p[1])?, ops::matmul(&x, &p[2])?, ops::matmul(&x, &p[3])?);
    let scores = ops::div(&ops::matmul(&q, &ops::t(&k)?)?, 8f64.sqrt())?;
    let ones = Tensor::full_on(&[6, 6], 1.into(), x.dtype(), device)?;
    let future = ops::eq(&call("tril", vec![ones.into()])?, 0)?;
    let weights = ops::softmax(&ops::masked_fill(&scores, &future, f64::NEG_INFINITY.into())?, -1)?;
    let mixed = ops::add(&x, &ops::matmul(&weights, &v)?)?;
    let normal = call("layer_norm", vec![mixed.into(), [8].into()])?;
    ops::cross_entropy(&ops::matmul(&ops::gelu(&normal)?, &p[4])?, &classes(6, device), &OPTIONS)
}

type Model = fn(&[Tensor], Device) -> Result<Tensor>;

/// The loss, and the gradients of all parameters.
fn evaluate(model: Model, shapes: &[&[usize]], device: Device) -> Vec<Vec<f64>> {
    let parameters: Vec<Tensor> =
        shapes.iter().zip(1..).map(|(shape, seed)| leaf(shape, seed, device)).collect();
    let loss = model(&parameters, device).unwrap();
    backward::backward(std::slice::from_ref(&loss), &[None], false, false).unwrap();
    let grads = parameters.iter().map(|p| p.grad().expect("a gradient"));
    let all = [loss.detach()].into_iter().chain(grads);
    all.map(|tensor| tensor.to_device(Device::Cpu).unwrap().to_vec().unwrap()).collect()
}

fn check(name: &str, model: Model, shapes: &[&[usize]]) {
    let (here, there) = (evaluate(model, shapes, Device::Cpu), evaluate(model, shapes, Device::WebGpu));
    let warm = webgpu::stats();
    let again = evaluate(model, shapes, Device::WebGpu);
    assert_eq!(webgpu::stats().pipelines_compiled, warm.pipelines_compiled, "{name}");
    let near = |(a, b): (&f64, &f64)| (a - b).abs() <= 1e-5 + 1e-4 * a.abs();
    for (which, expected) in here.iter().enumerate() {
        for got in [&there[which], &again[which]] {
            assert!(expected.iter().zip(got).all(near), "{name}, {which}: {got:?} is not {expected:?}");
        }
    }
}

#[test]
fn a_convolutional_network() {
    check("convolutional", convolutional, &[&[3, 2, 3, 3], &[3], &[3], &[3], &[5, 12]]);
}

#[test]
fn a_network_with_attention() {
    check("attentive", attentive, &[&[7, 8], &[8, 8], &[8, 8], &[8, 8], &[8, 5]]);
}

#[test]
fn a_long_chain_is_cut_into_kernels() {
    let run = |device| {
        let mut x = leaf(&[40], 3, device).detach();
        for nth in 0..2000 {
            x = ops::add(&ops::mul(&x, 0.999).unwrap(), f64::from(nth % 7) * 0.001).unwrap();
        }
        x.to_device(Device::Cpu).unwrap().to_vec::<f64>().unwrap()
    };
    let (here, there) = (run(Device::Cpu), run(Device::WebGpu));
    assert!(here.iter().zip(&there).all(|(a, b)| (a - b).abs() < 1e-5), "{there:?} is not {here:?}");
}
