//! Random numbers on the GPU: the values of the CPU's stream, which moves on as far.

use kindling_core::{
    Device, Dtype, Tensor,
    ops::{self, Arg, Args, Type, Value},
    random::default_generator,
};

/// The arguments of a call on `device`.
fn arguments(name: &str, device: Device) -> Vec<Arg> {
    let weights =
        || Tensor::from_vec::<f32>(vec![0.1, 0.5, 0.2, 0.9, 0.4, 0.7], &[2, 3]).to_device(device).unwrap();
    match name {
        "rand" | "randn" => vec![[5, 7].into()],
        "randint" => vec![3.into(), 90.into(), [20].into()],
        "randperm" => vec![12.into()],
        "multinomial" => vec![weights().into(), 2.into()],
        "choices" => vec![weights().into(), 40.into(), true.into()],
        "randint_like" => vec![weights().into(), 9.into()],
        "dropout" => vec![Tensor::from_vec(vec![1.0_f32; 50], &[50]).to_device(device).unwrap().into()],
        _ => vec![weights().into()],
    }
}

/// What the call gives, and what the stream gives next.
fn drawn(name: &str, device: Device) -> (Dtype, Vec<f64>, u32) {
    let generator = default_generator();
    generator.borrow_mut().manual_seed(7);
    let row = if name == "choices" { "multinomial" } else { name };
    let row = ops::operators().find(|operator| operator.name() == row).expect("an operator");
    let signature = ops::Signature::parse(row.signature);
    let mut args = Args::new(arguments(name, device)).with_defaults(&signature);
    for (arg, parameter) in args.0.iter_mut().zip(&signature.parameters) {
        if matches!(parameter.kind, Type::Device) {
            *arg = Arg::Device(device);
        }
    }
    let Ok(Value::Tensor(out)) = row.run(&args) else { panic!("{name} on {device}") };
    assert_eq!(out.device(), device, "{name}");
    let next = generator.borrow_mut().bits32();
    (out.dtype(), out.to_device(Device::Cpu).unwrap().to_vec().unwrap(), next)
}

#[test]
fn the_stream_is_the_cpus() {
    let names = [
        "rand",
        "randn",
        "rand_like",
        "randn_like",
        "randint",
        "randint_like",
        "randperm",
        "bernoulli",
        "multinomial",
        "choices",
        "dropout",
        "uniform_",
        "normal_",
        "bernoulli_",
        "exponential_",
    ];
    for name in names {
        assert_eq!(drawn(name, Device::WebGpu), drawn(name, Device::Cpu), "{name}");
    }
}
