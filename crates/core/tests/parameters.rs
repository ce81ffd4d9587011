//! Every parameter that a signature declares is read: with another value of it, some call has another outcome, be it a
//! value or an error. Those that change nothing are listed with the reason.

use std::{cell::RefCell, rc::Rc};

use kindling_core::{
    Dtype, Scalar, Tensor,
    ops::{self, Arg, Args, Operator, Parameter, Signature, Type, Value},
    random::{Generator, default_generator},
};

/// Parameters that change nothing, of rows by name (`*` for all), and why that is right.
const UNREAD: &[(&str, &str, &str)] = &[
    ("*", "device", "there is one device in this build"),
    ("*", "inplace", "the binding writes the result over the input"),
    ("*", "size_average", "the binding makes a reduction of it"),
    ("*", "reduce", "the binding makes a reduction of it"),
    ("*", "_stacklevel", "it is for warnings"),
    ("embedding", "padding_idx", "only the gradient has to do with it"),
    ("isin", "assume_unique", "it allows a shorter way to the same values"),
    ("sort", "stable", "every sort is stable"),
    ("argsort", "stable", "every sort is stable"),
    ("topk", "sorted", "values come in order, as one may have them"),
    ("unique", "sorted", "values come in order, as one may have them"),
];

/// Arguments for whatever the signature asks for, with tensors of `dtype`; `None` where there is no telling.
fn made(signature: &Signature, dtype: Dtype, shape: &[usize]) -> Option<Args> {
    let mut nth = 0;
    let mut tensor = || {
        nth += 1;
        let count = shape.iter().product::<usize>();
        let values: Vec<f64> = (0..count).map(|i| ((i * 5 + nth) % 4 + nth % 2) as f64 / 4.0).collect();
        let scale = if dtype.is_float() { 1.0 } else { 4.0 };
        Tensor::from_vec(values.iter().map(|value| value * scale).collect::<Vec<f64>>(), shape)
            .cast(dtype)
            .unwrap()
    };
    let mut args = Vec::new();
    for parameter in &signature.parameters {
        args.push(match (&parameter.kind, &parameter.default) {
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

/// Arguments that show what no others do.
fn telling(name: &str) -> Vec<Args> {
    let line = |values: &[f64]| Arg::Tensor(Tensor::from_vec(values.to_vec(), &[values.len()]));
    let image = |shape: &[usize]| {
        let count = shape.iter().product::<usize>();
        Arg::Tensor(Tensor::from_vec((0..count).map(|i| ((i * 5) % 7) as f64).collect::<Vec<f64>>(), shape))
    };
    match name {
        "linspace" | "logspace" => vec![Args::new([0.0.into(), 1.0.into(), 3.into()])],
        "randint" => vec![Args::new([0.into(), 9.into(), [5].into()]), Args::new([9.into(), [5].into()])],
        "randint_like" => vec![Args::new([line(&[0.0; 5]), 9.into()])],
        "randperm" => vec![Args::new([9.into()])],
        "multinomial" => vec![Args::new([line(&[0.2, 0.3, 0.5]), 3.into()])],
        "_best_split" => vec![Args::new([
            line(&[0.3, 0.1, 0.7, 0.5]),
            Arg::Tensor(Tensor::from_vec::<i64>(vec![0, 1, 2, 3], &[4])),
            line(&[0.5, 1.0, 2.0, 0.25]),
            line(&[1.0, 1.0, 2.0, 1.0]),
            "gini".into(),
            1.into(),
        ])],
        "view" => vec![Args::new([line(&[1.0, 2.0]), Arg::Dtype(Dtype::Int32)])],
        "unflatten" => vec![Args::new([image(&[2, 6]), 1.into(), [2, 3].into()])],
        "movedim" => vec![Args::new([image(&[2, 3]), [0].into(), [1].into()])],
        "max_pool1d" | "avg_pool1d" => vec![Args::new([image(&[1, 1, 5]), [2].into()])],
        "max_pool3d" | "avg_pool3d" => vec![Args::new([image(&[1, 1, 5, 5, 5]), [2].into()])],
        "batch_norm" => vec![Args::new([
            image(&[2, 2, 3]),
            line(&[0.0, 0.0]),
            line(&[1.0, 1.0]),
            Arg::None,
            Arg::None,
            true.into(),
        ])],
        "instance_norm" => vec![Args::new([image(&[2, 2, 3]), line(&[0.0, 0.0]), line(&[1.0, 1.0])])],
        "clip" => vec![Args::new([line(&[-1.0, 2.0, 0.3]), 0.1.into(), 0.5.into()])],
        "nan_to_num" => vec![Args::new([line(&[f64::NAN, f64::INFINITY, f64::NEG_INFINITY])])],
        "logical_or" => vec![Args::new([line(&[0.0, 0.0]), line(&[0.0, 1.0])])],
        "isnan" | "isinf" | "isfinite" => vec![Args::new([line(&[1.0, 2.0])])],
        "isclose" | "allclose" => {
            let near = [1.0, f64::NAN];
            vec![Args::new([line(&[1.5]), line(&[1.0])]), Args::new([line(&near), line(&near)])]
        }
        "isin" => vec![Args::new([2.into(), line(&[1.0, 2.0])])],
        "equal" => vec![Args::new([line(&[1.0]), line(&[1.0])])],
        "linalg_cholesky" => {
            vec![Args::new([Arg::Tensor(Tensor::from_vec(vec![2.0, 0.4, 0.5, 1.4], &[2, 2]))])]
        }
        "linalg_matrix_rank" => {
            vec![Args::new([Arg::Tensor(Tensor::from_vec(vec![1.0, 1.0, 0.0, 0.0], &[2, 2]))])]
        }
        _ => Vec::new(),
    }
}

fn bases(operator: &Operator, signature: &Signature) -> Vec<Args> {
    let samples = operator.samples.map_or_else(Vec::new, |samples| samples());
    let samples = samples.into_iter().chain(telling(operator.name()));
    let complete = samples.map(|args| args.with_defaults(signature));
    let kinds = [Dtype::Float32, Dtype::Int64, Dtype::Bool];
    let shapes: [&[usize]; 4] = [&[2, 3], &[6], &[3, 3], &[1, 2, 4]];
    let made = kinds.iter().flat_map(|&dtype| shapes.map(|shape| made(signature, dtype, shape)));
    complete.chain(made.flatten()).collect()
}

fn generator(seed: u64) -> Arg {
    Arg::Generator(Rc::new(RefCell::new(Generator::new(seed))))
}

/// Other values of a parameter.
fn others(parameter: &Parameter, given: &Arg, like: Option<&Tensor>) -> Vec<Arg> {
    let numbers = || [-1.0, 0.0, 0.25, 0.5, 1.0, 2.0, 3.0].map(Arg::from).into_iter().collect::<Vec<_>>();
    let integers = || [-1, 0, 1, 2, 3, 7].map(Arg::from).into_iter().collect::<Vec<_>>();
    let mut others = match parameter.kind {
        Type::Scalar | Type::Float => numbers(),
        Type::Operand => numbers().into_iter().chain(integers()).chain([true.into()]).collect(),
        Type::Int => integers(),
        Type::Ints => {
            let all: [&[i64]; 9] = [&[], &[0], &[1], &[-1], &[2], &[0, 1], &[2, 2], &[3, 2], &[1, 0, 2]];
            all.iter().map(|ints| Arg::Ints(ints.iter().copied().collect())).collect()
        }
        Type::Bool => vec![true.into(), false.into()],
        Type::Str => {
            ["none", "sum", "mean", "floor", "trunc", "max", "replicate", "nonsense"].map(Arg::from).into()
        }
        Type::Dtype => [Dtype::Float32, Dtype::Float64, Dtype::Int64, Dtype::Bool].map(Arg::Dtype).into(),
        Type::Generator => vec![generator(1), generator(2)],
        Type::Device | Type::Tensor | Type::Tensors => Vec::new(),
    };
    match given {
        Arg::Tensor(tensor) => {
            others.extend([changed(tensor), reshaped(tensor), poisoned(tensor)].map(Arg::Tensor))
        }
        Arg::Tensors(tensors) => others.push(Arg::Tensors(tensors.iter().map(changed).collect())),
        _ => {}
    }
    if let (Arg::None, Type::Tensor | Type::Operand, Some(like)) = (given, parameter.kind, like) {
        let last = like.shape().last().copied().unwrap_or(1);
        let channels = like.shape().get(1).copied().unwrap_or(1);
        for shape in [like.shape(), &[last], &[channels], &[]] {
            let tensor = Tensor::full(shape, Scalar::Float(0.5), like.dtype()).unwrap();
            others.push(Arg::Tensor(tensor));
        }
        others.push(Arg::Tensor(Tensor::full(like.shape(), Scalar::Bool(true), Dtype::Bool).unwrap()));
    }
    if parameter.is_optional {
        others.push(Arg::None);
    }
    others
}

/// Other values of the same kind: turned round and less.
fn changed(tensor: &Tensor) -> Tensor {
    let values = tensor.to_vec::<f64>().unwrap().into_iter().map(|value| 1.0 - value).collect::<Vec<f64>>();
    Tensor::from_vec(values, tensor.shape()).cast(tensor.dtype()).unwrap()
}

/// The same values in another shape.
fn reshaped(tensor: &Tensor) -> Tensor {
    let shape = if tensor.ndim() == 1 { vec![1, tensor.numel()] } else { vec![tensor.numel()] };
    ops::reshape(tensor, &shape).unwrap()
}

/// Values that are no numbers, or infinite.
fn poisoned(tensor: &Tensor) -> Tensor {
    let values: Vec<f64> = (0..tensor.numel()).map(|at| [f64::NAN, f64::INFINITY][at % 2]).collect();
    Tensor::from_vec(values, tensor.shape()).cast(tensor.dtype()).unwrap()
}

fn tensors_of(value: Value) -> Vec<Tensor> {
    match value {
        Value::Tensor(tensor) => vec![tensor],
        Value::Tensors(tensors) => tensors,
        Value::Named(_, fields) => fields.into_iter().map(|(_, tensor)| tensor).collect(),
        _ => Vec::new(),
    }
}

/// What a call came to: its values or error, and what was written over.
fn outcome(operator: &Operator, args: &Args) -> (String, Vec<String>) {
    let fresh = |tensor: &Tensor| tensor.copy().unwrap();
    let args = Args::new(args.0.iter().map(|arg| match arg {
        Arg::Tensor(tensor) => Arg::Tensor(fresh(tensor)),
        Arg::Tensors(tensors) => Arg::Tensors(tensors.iter().map(fresh).collect()),
        other => other.clone(),
    }));
    default_generator().borrow_mut().manual_seed(0);
    let result = operator.run(&args);
    let told = |tensor: &Tensor| {
        let values: Vec<u64> = tensor.to_vec::<f64>().unwrap().into_iter().map(f64::to_bits).collect();
        format!("{} {:?} {} {values:?}", tensor.dtype(), tensor.shape(), tensor.requires_grad())
    };
    let written = args.0.iter().filter_map(|arg| match arg {
        Arg::Tensor(tensor) => Some(told(tensor)),
        _ => None,
    });
    let written = written.collect();
    let results = match result {
        Ok(Value::Scalar(value)) => format!("{value:?}"),
        Ok(value) => format!("{:?}", tensors_of(value).iter().map(told).collect::<Vec<_>>()),
        Err(error) => error.to_string(),
    };
    (results, written)
}

/// Whether some call has another outcome with another value of the parameter at `index`.
fn is_read(operator: &Operator, signature: &Signature, index: usize) -> bool {
    bases(operator, signature).into_iter().any(|base| {
        let tensors = base.0.iter().filter_map(|arg| match arg {
            Arg::Tensor(tensor) => Some(tensor),
            _ => None,
        });
        let others = others(&signature.parameters[index], &base.0[index], tensors.clone().next());
        let (results, written) = outcome(operator, &base);
        others.into_iter().any(|other| {
            let mut args = base.clone();
            // A tensor that is given instead of another is no sign that anything was written.
            let is_tensor = [&base.0[index], &other].iter().any(|arg| matches!(arg, Arg::Tensor(_)));
            args.0[index] = other;
            let (other_results, other_written) = outcome(operator, &args);
            results != other_results || (!is_tensor && written != other_written)
        })
    })
}

#[test]
fn every_parameter_changes_something() {
    let mut wrong = Vec::new();
    for operator in ops::operators() {
        let signature = Signature::parse(operator.signature);
        for (index, parameter) in signature.parameters.iter().enumerate() {
            let is_excused = UNREAD
                .iter()
                .any(|(row, name, _)| [operator.name(), "*"].contains(row) && *name == parameter.name);
            if !is_excused && !is_read(operator, &signature, index) {
                wrong.push(format!("{}: {}", operator.name(), parameter.name));
            }
        }
    }
    assert!(wrong.is_empty(), "nothing reads\n{}", wrong.join("\n"));
}
