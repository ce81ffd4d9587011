//! Every operator's gradient against central differences in float64, from the operator table.
//!
//! A row either has samples, and each float64 argument's gradient is checked for each of them, or is named below as
//! one that has no gradient or is another name of one that is checked. A new operator without either fails here.

use std::panic::{AssertUnwindSafe, catch_unwind};

use kindling_core::{
    Dtype, Scalar, Tensor, backward,
    ops::{self, Arg, Args, Operator, Value},
};

/// Operators whose results are counts, choices, truth values or fresh tensors.
const WITHOUT_GRADIENT: &[&str] = &[
    "_best_split",
    "_sorted",
    "view",
    "floor_divide",
    "argsort",
    "unique",
    "unique_consecutive",
    "bucketize",
    "searchsorted",
    "linalg_matrix_rank",
    "isin",
    "_sum_in_pairs",
    "histc",
    "count_nonzero",
    "eq",
    "ne",
    "lt",
    "le",
    "gt",
    "ge",
    "bitwise_and",
    "bitwise_or",
    "bitwise_xor",
    "bitwise_left_shift",
    "bitwise_right_shift",
    "logical_and",
    "logical_or",
    "logical_xor",
    "logical_not",
    "bitwise_not",
    "isnan",
    "isinf",
    "isfinite",
    "isclose",
    "allclose",
    "equal",
    "zeros",
    "ones",
    "empty",
    "full",
    "scalar_tensor",
    "zeros_like",
    "ones_like",
    "empty_like",
    "full_like",
    "arange",
    "linspace",
    "logspace",
    "eye",
    "nonzero",
    "argwhere",
    "bincount",
    "one_hot",
    "round",
    "rand",
    "randn",
    "rand_like",
    "randn_like",
    "randint",
    "randint_like",
    "randperm",
    "normal",
    "bernoulli",
    "multinomial",
    "uniform_",
    "normal_",
    "bernoulli_",
    "exponential_",
    "random_",
    "argmax",
    "argmin",
    "all",
    "any",
];

/// Other names of operators that are checked, and forms composed from checked ones.
const CHECKED_ELSEWHERE: &[&str] = &[
    "linalg_cholesky",
    "linalg_eigh",
    "linalg_eigvalsh",
    "lerp",
    "addcmul",
    "addcdiv",
    "concat",
    "column_stack",
    "inner",
    "ger",
    "clip",
    "nan_to_num",
    "absolute",
    "negative",
    "dropout",
    "dropout1d",
    "dropout2d",
    "swapaxes",
    "swapdims",
    "expand_as",
    "view_as",
    "reshape_as",
    "broadcast_to",
    "broadcast_tensors",
    "tile",
    "ravel",
    "unflatten",
    "contiguous",
    "movedim",
    "atleast_1d",
    "atleast_2d",
    "atleast_3d",
];

/// Operators and the number of an argument that has no gradient, though it is of the input's dtype.
const NOT_VARIED: &[(&str, usize)] = &[("nll_loss", 2), ("cross_entropy", 2)];

const STEP: f64 = 1e-5;

/// A sample with the default of each argument it does not name.
fn complete(operator: &Operator, args: Args) -> Args {
    args.with_defaults(&ops::Signature::parse(operator.signature))
}

/// The arguments with `f` applied to each of the float64 tensors among them, which it gets with their number.
fn with_variables(operator: &Operator, args: &Args, mut f: impl FnMut(usize, &Tensor) -> Tensor) -> Args {
    let mut number = 0;
    let mut replace = |tensor: &Tensor| {
        if tensor.dtype() != Dtype::Float64 {
            return tensor.clone();
        }
        number += 1;
        f(number - 1, tensor)
    };
    Args::new(args.0.iter().enumerate().map(|(at, arg)| match arg {
        fixed if NOT_VARIED.contains(&(operator.name(), at)) => fixed.clone(),
        Arg::Tensor(tensor) => Arg::Tensor(replace(tensor)),
        Arg::Tensors(tensors) => Arg::Tensors(tensors.iter().map(&mut replace).collect()),
        other => other.clone(),
    }))
}

/// The float results of a call.
fn results(operator: &Operator, args: &Args) -> Vec<Tensor> {
    let value = (operator.call)(args).unwrap_or_else(|error| panic!("{}: {error}", operator.name()));
    let all = match value {
        Value::Tensor(tensor) => vec![tensor],
        Value::Tensors(tensors) => tensors,
        Value::Named(_, fields) => fields.into_iter().map(|(_, tensor)| tensor).collect(),
        other => panic!("{} returns {other:?}", operator.name()),
    };
    all.into_iter().filter(|tensor| tensor.dtype() == Dtype::Float64).collect()
}

/// A weighted sum of all results, so that every element matters, each by another weight.
fn total(outputs: &[Tensor]) -> Tensor {
    let mut sum = Tensor::scalar(Scalar::Float(0.0), Dtype::Float64);
    for output in outputs {
        let weights = (0..output.numel()).map(|i| 0.5 + ((i * 7 + 3) % 11) as f64 / 7.0).collect();
        let weights = Tensor::from_vec::<f64>(weights, output.shape());
        let product = ops::mul(output, &weights).unwrap();
        sum = ops::add(&sum, &ops::sum(&product, &[], false).unwrap()).unwrap();
    }
    sum
}

fn leaf(tensor: &Tensor) -> Tensor {
    let mut leaf = tensor.copy().unwrap();
    leaf.autograd_mut().set_requires_grad(true);
    leaf
}

fn value_of(operator: &Operator, args: &Args) -> f64 {
    total(&results(operator, args)).item().unwrap().to_f64()
}

/// By how much the total changes with each value of the `which`th variable.
fn differences(operator: &Operator, args: &Args, which: usize, count: usize) -> Vec<f64> {
    let shifted = |at: usize, by: f64| {
        with_variables(operator, args, |number, tensor| {
            if number != which {
                return tensor.copy().unwrap();
            }
            let mut values = tensor.to_vec::<f64>().unwrap();
            values[at] += by;
            Tensor::from_vec(values, tensor.shape())
        })
    };
    let slope = |at| {
        (value_of(operator, &shifted(at, STEP)) - value_of(operator, &shifted(at, -STEP))) / (2.0 * STEP)
    };
    (0..count).map(slope).collect()
}

fn close(got: &[f64], expected: &[f64]) -> bool {
    got.len() == expected.len()
        && got.iter().zip(expected).all(|(a, b)| (a - b).abs() <= 1e-6 + 1e-5 * a.abs().max(b.abs()))
}

/// Compares first gradients, and the gradients of a weighted sum of those where they are themselves in a graph.
fn check(operator: &Operator, sample: usize, args: &Args) {
    let name = format!("{} (sample {sample})", operator.name());
    let mut leaves = Vec::new();
    let args = with_variables(operator, args, |_, tensor| {
        leaves.push(leaf(tensor));
        leaves[leaves.len() - 1].clone()
    });
    assert!(!leaves.is_empty(), "{name} has a float64 argument");
    let outputs = results(operator, &args);
    assert!(outputs.iter().all(Tensor::requires_grad), "{name} is recorded");
    let loss = total(&outputs);
    let grads = backward::grad(&[loss], &leaves, &[None], true, true)
        .unwrap_or_else(|error| panic!("the gradient of {name}: {error}"));
    for (which, (leaf, grad)) in leaves.iter().zip(&grads).enumerate() {
        let expected = differences(operator, &args, which, leaf.numel());
        let got = grad.as_ref().map_or(vec![0.0; leaf.numel()], |x| x.to_vec::<f64>().unwrap());
        assert!(close(&got, &expected), "{name}, argument {which}: {got:?} is not {expected:?}");
        if let Some(grad) = grad {
            assert_eq!(grad.shape(), leaf.shape(), "{name}, argument {which}");
        }
    }
    check_second(operator, &name, &args, &leaves, &grads);
}

/// The gradient of the gradient: differences of first gradients. One that is not in a graph must not change.
fn check_second(operator: &Operator, name: &str, args: &Args, leaves: &[Tensor], grads: &[Option<Tensor>]) {
    let present: Vec<Tensor> = grads.iter().flatten().cloned().collect();
    let sum = total(&present);
    let second = match sum.requires_grad() {
        true => backward::grad(&[sum], leaves, &[None], true, false)
            .unwrap_or_else(|error| panic!("the second gradient of {name}: {error}")),
        false => vec![None; leaves.len()],
    };
    for (which, (leaf, second)) in leaves.iter().zip(&second).enumerate() {
        let first_total = |at: usize, by: f64| {
            let mut moved = Vec::new();
            let args = with_variables(operator, args, |number, tensor| {
                let mut values = tensor.to_vec::<f64>().unwrap();
                if number == which {
                    values[at] += by;
                }
                moved.push(self::leaf(&Tensor::from_vec(values, tensor.shape())));
                moved[moved.len() - 1].clone()
            });
            let loss = total(&results(operator, &args));
            let grads = backward::grad(&[loss], &moved, &[None], true, true).unwrap();
            total(&grads.into_iter().flatten().collect::<Vec<_>>()).item().unwrap().to_f64()
        };
        let slope = |at| (first_total(at, STEP) - first_total(at, -STEP)) / (2.0 * STEP);
        let expected: Vec<f64> = (0..leaf.numel()).map(slope).collect();
        let got = second.as_ref().map_or(vec![0.0; leaf.numel()], |x| x.to_vec::<f64>().unwrap());
        let is_close =
            got.iter().zip(&expected).all(|(a, b)| (a - b).abs() <= 1e-4 + 1e-4 * a.abs().max(b.abs()));
        assert!(is_close, "second gradient of {name}, argument {which}: {got:?} is not {expected:?}");
    }
}

#[test]
fn gradients_are_the_slopes() {
    let mut wrong = Vec::new();
    for operator in ops::operators() {
        let Some(samples) = operator.samples else { continue };
        for (number, args) in samples().into_iter().enumerate() {
            let outcome =
                catch_unwind(AssertUnwindSafe(|| check(operator, number, &complete(operator, args))));
            if let Err(reason) = outcome {
                let text = reason.downcast_ref::<String>().cloned().unwrap_or_default();
                wrong.push(format!("{}: {text}", operator.name()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Of matrices that are not free to change one value alone: x + xᵀ.
#[test]
fn gradients_through_symmetric_matrices() {
    fn symmetric(args: &Args) -> kindling_core::Result<Tensor> {
        ops::add(args.tensor(0)?, &ops::transpose(args.tensor(0)?, 0, 1)?)
    }
    let values = |args: &Args| {
        let [values, vectors] = ops::eigh(&symmetric(args)?, true)?;
        Ok(vec![values, vectors].into())
    };
    let operators = [
        Operator::new("cholesky(Tensor x) -> Tensor", |args| {
            ops::cholesky(&symmetric(args)?).map(Into::into)
        }),
        Operator::new("eigh(Tensor x) -> Tensor[]", values),
    ];
    let x = Tensor::from_vec(vec![1.0, 0.3, -0.2, 0.1, 0.8, 0.2, 0.4, -0.1, 1.3], &[3, 3]);
    for operator in &operators {
        check(operator, 0, &Args::new([x.clone().into()]));
    }
}

#[test]
fn every_operator_is_checked_or_named_as_having_no_gradient() {
    let listed = |name: &str| WITHOUT_GRADIENT.contains(&name) || CHECKED_ELSEWHERE.contains(&name);
    let missing: Vec<&str> = ops::operators()
        .filter(|row| row.samples.is_none() && !listed(row.name()))
        .map(Operator::name)
        .collect();
    assert!(missing.is_empty(), "without samples and not listed: {missing:?}");
    let names: Vec<&str> = ops::operators().map(Operator::name).collect();
    let stale: Vec<&&str> =
        WITHOUT_GRADIENT.iter().chain(CHECKED_ELSEWHERE).filter(|name| !names.contains(name)).collect();
    assert!(stale.is_empty(), "listed, but no operators: {stale:?}");
}

#[test]
fn every_signature_can_be_read() {
    for operator in ops::operators() {
        let signature = ops::Signature::parse(operator.signature);
        assert_eq!(signature.name, operator.name());
        assert!(!operator.doc.is_empty(), "{} has no doc", operator.name());
    }
}
