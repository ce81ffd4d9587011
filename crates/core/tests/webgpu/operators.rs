//! Each operator with samples, forward and backward, on both devices.

use kindling_core::{
    Device, Dtype, Error, Result, Scalar, Tensor, backward, guarded,
    ops::{self, Arg, Args, Operator, Type, Value},
};

/// How the operands of a call lie in storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", expect(dead_code, reason = "views are the native tests'"))]
pub enum Lie {
    Whole,
    /// As every second of twice as many values, from the second on.
    Strided,
    /// With the first dimension innermost.
    Turned,
}

impl Lie {
    /// A tensor with the values of `x` that is a view of another, which is a leaf if it is to have a gradient.
    fn of(self, x: &Tensor, is_variable: bool, leaves: &mut Vec<Tensor>) -> Result<Tensor> {
        let mut base = match self {
            Lie::Whole => x.clone(),
            Lie::Strided => {
                let other = x.full_like(x.shape(), 1.into()).unwrap();
                ops::stack(&[other, x.clone()], -1)?
            }
            Lie::Turned => ops::movedim(x, &[0], &[-1])?,
        };
        base = base.copy().unwrap();
        if is_variable {
            base.autograd_mut().set_requires_grad(true);
            leaves.push(base.clone());
        }
        match self {
            Lie::Whole => Ok(base),
            Lie::Strided => ops::select(&base, -1, 1),
            Lie::Turned => ops::movedim(&base, &[-1], &[0]),
        }
    }
}

/// The arguments with float64 tensors as float32 leaves, all tensors on `device`.
fn placed(args: &Args, device: Device, lie: Lie, leaves: &mut Vec<Tensor>) -> Result<Args> {
    let mut place = |tensor: &Tensor| -> Result<Tensor> {
        let is_variable = tensor.dtype() == Dtype::Float64;
        let tensor = if is_variable { tensor.cast(Dtype::Float32).unwrap() } else { tensor.clone() };
        let here = tensor.to_device(device)?;
        let lie = if here.ndim() == 0 { Lie::Whole } else { lie };
        lie.of(&here, is_variable, leaves)
    };
    let mut placed = Vec::new();
    for arg in &args.0 {
        placed.push(match arg {
            Arg::Tensor(tensor) => Arg::Tensor(place(tensor)?),
            Arg::Tensors(tensors) => Arg::Tensors(tensors.iter().map(&mut place).collect::<Result<_>>()?),
            other => other.clone(),
        });
    }
    Ok(Args::new(placed))
}

fn tensors_of(value: Value) -> Vec<Tensor> {
    match value {
        Value::Tensor(tensor) => vec![tensor],
        Value::Tensors(tensors) => tensors,
        Value::Named(_, fields) => fields.into_iter().map(|(_, tensor)| tensor).collect(),
        other => panic!("{other:?}"),
    }
}

/// A weighted sum of the float results, so that every element matters.
fn total(outputs: &[Tensor]) -> Result<Tensor> {
    let mut sum = outputs[0].full_like(&[], Scalar::Float(0.0)).unwrap().cast(Dtype::Float32).unwrap();
    for output in outputs.iter().filter(|output| output.dtype().is_float()) {
        let weights = (0..output.numel()).map(|i| 0.5 + ((i * 7 + 3) % 11) as f32 / 7.0).collect();
        let weights = Tensor::from_vec::<f32>(weights, output.shape()).to_device(output.device())?;
        sum = ops::add(&sum, &ops::sum(&ops::mul(output, &weights)?, &[], false)?)?;
    }
    Ok(sum)
}

/// All results, then all gradients, on the CPU.
fn evaluate(operator: &Operator, args: &Args, device: Device, lie: Lie) -> Result<Vec<Tensor>> {
    let mut leaves = Vec::new();
    let args = placed(args, device, lie, &mut leaves)?;
    let outputs = tensors_of(operator.run(&args)?);
    for output in &outputs {
        assert_eq!(output.device(), device, "{} answers where it was asked", operator.name());
    }
    let mut all = outputs.clone();
    let loss = guarded("the sum", || total(&outputs))?;
    if loss.requires_grad() {
        all.extend(backward::grad(&[loss], &leaves, &[None], false, false)?.into_iter().flatten());
    }
    all.iter().map(|tensor| tensor.to_device(Device::Cpu)).collect()
}

fn compare(name: &str, expected: &[Tensor], got: &[Tensor]) -> Vec<String> {
    let mut wrong = Vec::new();
    if expected.len() != got.len() {
        return vec![format!("{name}: {} tensors, not {}", got.len(), expected.len())];
    }
    for (which, (expected, got)) in expected.iter().zip(got).enumerate() {
        let near = |(a, b): (&f64, &f64)| (a - b).abs() <= 1e-5 * a.abs().max(b.abs()).max(1.0) || a == b;
        let (a, b) = (expected.to_vec::<f64>().unwrap(), got.to_vec::<f64>().unwrap());
        let is_alike = expected.shape() == got.shape() && expected.dtype() == got.dtype();
        if !is_alike || !a.iter().zip(&b).all(near) {
            wrong.push(format!(
                "{name}, tensor {which}: {b:?} {:?} is not {a:?} {:?}",
                got.dtype(),
                expected.dtype()
            ));
        }
    }
    wrong
}

/// All operators with samples have a kernel for the GPU.
pub fn check_all(lie: Lie) {
    let mut wrong = Vec::new();
    for operator in ops::operators() {
        let Some(samples) = operator.samples else { continue };
        for (number, args) in samples().into_iter().enumerate() {
            let args = args.with_defaults(&ops::Signature::parse(operator.signature));
            let name = format!("{} (sample {number}, {lie:?})", operator.name());
            let expected = match evaluate(operator, &args, Device::Cpu, lie) {
                Ok(expected) => expected,
                // `view` wants its values side by side.
                Err(_) if lie != Lie::Whole && operator.name().starts_with("view") => continue,
                Err(error) => panic!("{name}: {error}"),
            };
            match evaluate(operator, &args, Device::WebGpu, lie) {
                Ok(got) => wrong.extend(compare(&name, &expected, &got)),
                Err(error) => wrong.push(format!("{name}: {error}")),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn operators_agree_with_the_cpu() {
    check_all(Lie::Whole);
}

#[test]
fn operators_take_strided_views() {
    check_all(Lie::Strided);
}

#[test]
fn operators_take_turned_views() {
    check_all(Lie::Turned);
}

/// numpy's own, whose arrays lie in memory of the CPU.
const ON_CPU: &[&str] = &["_sorted", "_sum_in_pairs"];

/// Of values in no order these promise nothing.
const WANTS_ORDER: &[&str] = &["bucketize", "searchsorted"];

/// Draw from a stream that the other device's call has moved on: only their shape is compared.
const RANDOM: &[&str] = &[
    "rand",
    "randn",
    "rand_like",
    "randn_like",
    "randint",
    "randint_like",
    "randperm",
    "normal",
    "dropout",
    "dropout1d",
    "dropout2d",
    "uniform_",
    "normal_",
    "bernoulli_",
    "exponential_",
    "random_",
    "bernoulli",
    "multinomial",
];

/// Arguments for whatever the signature asks for, with tensors of `dtype`; `None` where there is no telling.
fn arguments(operator: &Operator, dtype: Dtype, shape: &[usize], device: Device) -> Option<Args> {
    let signature = ops::Signature::parse(operator.signature);
    let mut nth = 0;
    let mut tensor = || {
        nth += 1;
        let values: Vec<f64> = (0..6).map(|i| f64::from((i * 5 + nth) % 4 + nth % 2)).collect();
        Tensor::from_vec(values, shape).cast(dtype).unwrap().to_device(device).unwrap()
    };
    let mut args = Vec::new();
    for parameter in &signature.parameters {
        args.push(match (&parameter.kind, &parameter.default) {
            (Type::Device, _) => Arg::Device(device),
            (_, Some(default)) => default.clone(),
            (Type::Tensor | Type::Operand, None) => Arg::Tensor(tensor()),
            (Type::Tensors, None) => Arg::Tensors(vec![tensor(), tensor()]),
            (Type::Int, None) => 1.into(),
            (Type::Ints, None) => [2, 3].into(),
            (Type::Scalar | Type::Float, None) => 2.5.into(),
            _ => return None,
        });
    }
    Some(Args::new(args))
}

fn flat(value: Value) -> Vec<Tensor> {
    let tensors = match value {
        Value::Scalar(value) => vec![Tensor::scalar(value, Dtype::Float64)],
        other => tensors_of(other),
    };
    tensors.iter().map(|tensor| tensor.to_device(Device::Cpu).unwrap()).collect()
}

#[test]
fn operators_without_gradients_agree_too() {
    check_without_gradients();
}

/// All operators without samples, but some that are known, agree where they can be called.
pub fn check_without_gradients() {
    let (mut wrong, mut refused, mut called) = (Vec::new(), Vec::new(), 0);
    for operator in ops::operators().filter(|operator| operator.samples.is_none()) {
        if WANTS_ORDER.contains(&operator.name()) {
            continue;
        }
        let dtypes = [Dtype::Float32, Dtype::Int64, Dtype::Bool];
        for (dtype, shape) in dtypes.into_iter().flat_map(|dtype| [(dtype, &[2, 3][..]), (dtype, &[6][..])]) {
            let name = format!("{} ({dtype})", operator.name());
            let on = |device| arguments(operator, dtype, shape, device);
            let (Some(here), Some(there)) = (on(Device::Cpu), on(Device::WebGpu)) else { continue };
            let Ok(expected) = operator.run(&here).map(flat) else { continue };
            called += 1;
            match operator.run(&there) {
                Ok(_) if RANDOM.contains(&operator.name()) => {}
                Ok(got) => wrong.extend(compare(&name, &expected, &flat(got))),
                Err(Error::NotImplemented(_)) if ON_CPU.contains(&operator.name()) => {}
                Err(Error::NotImplemented(_)) => refused.push(operator.name()),
                // Of all int64.
                Err(Error::Runtime(text)) if operator.name() == "random_" && text.contains("32-bit") => {}
                Err(error) => wrong.push(format!("{name}: {error}")),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(refused.is_empty(), "not on the GPU: {refused:?}");
    assert!(called > 100, "{called} calls");
}

#[test]
fn places_in_a_sorted_sequence() {
    let row = ops::operators().find(|operator| operator.name() == "searchsorted").expect("an operator");
    let signature = ops::Signature::parse(row.signature);
    let right = signature.parameters.iter().position(|parameter| parameter.name == "right").expect("a side");
    for is_right in [false, true] {
        let places = |device| {
            let line = |values: Vec<f32>| {
                let count = values.len();
                Tensor::from_vec(values, &[count]).to_device(device).unwrap()
            };
            let operands = [line(vec![-1.0, 0.5, 0.5, 2.0]).into(), line(vec![0.5, 9.0, -3.0, 1.0]).into()];
            let mut args = Args::new(operands).with_defaults(&signature);
            args.0[right] = is_right.into();
            row.run(&args).map(flat).unwrap()[0].to_vec::<i64>().unwrap()
        };
        assert_eq!(places(Device::WebGpu), places(Device::Cpu), "right: {is_right}");
    }
}
