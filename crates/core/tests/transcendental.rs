//! Functions of float32 beside the platform's in float64: at most one unit in the last place off, and mostly not at all.

use kindling_core::{Result, Tensor, ops};

struct Function {
    name: &'static str,
    computed: fn(&Tensor) -> Result<Tensor>,
    exact: fn(f64) -> f64,
    /// How many of a thousand may be the second nearest number.
    per_mille: usize,
}

const FUNCTIONS: [Function; 11] = [
    Function { name: "exp", computed: ops::exp, exact: f64::exp, per_mille: 25 },
    Function { name: "expm1", computed: ops::expm1, exact: f64::exp_m1, per_mille: 60 },
    Function { name: "log", computed: ops::log, exact: f64::ln, per_mille: 3 },
    Function { name: "log2", computed: ops::log2, exact: f64::log2, per_mille: 0 },
    Function { name: "log10", computed: ops::log10, exact: f64::log10, per_mille: 0 },
    Function { name: "log1p", computed: ops::log1p, exact: f64::ln_1p, per_mille: 10 },
    Function { name: "sin", computed: ops::sin, exact: f64::sin, per_mille: 45 },
    Function { name: "cos", computed: ops::cos, exact: f64::cos, per_mille: 45 },
    Function { name: "tanh", computed: ops::tanh, exact: f64::tanh, per_mille: 40 },
    // Of its formula, which PyTorch computes in float32, step by step.
    Function { name: "sigmoid", computed: ops::sigmoid, exact: |x| 1.0 / (1.0 + (-x).exp()), per_mille: 400 },
    Function { name: "erf", computed: ops::erf, exact: libm::erf, per_mille: 90 },
];

/// How many numbers of float32 lie between two.
fn apart(a: f32, b: f32) -> u64 {
    let place = |x: f32| {
        let bits = x.to_bits() as i32;
        i64::from(if bits < 0 { i32::MIN.wrapping_sub(bits) } else { bits })
    };
    if a.is_nan() && b.is_nan() { 0 } else { place(a).abs_diff(place(b)) }
}

fn compare(function: &Function, values: Vec<f32>) -> (usize, u64) {
    let count = values.len();
    let input = Tensor::from_vec(values.clone(), &[count]);
    let computed = (function.computed)(&input).unwrap().to_vec::<f32>().unwrap();
    let off = values.iter().zip(computed).map(|(&x, value)| apart(value, (function.exact)(x as f64) as f32));
    off.fold((0, 0), |(count, most), off| (count + usize::from(off > 0), most.max(off)))
}

#[test]
fn values_are_the_nearest_or_next_to_it() {
    const COUNT: usize = 100_000;
    for function in &FUNCTIONS {
        for range in [1e-6_f32, 0.3, 2.0, 10.0, 80.0, 500.0, 2e5, 3e7] {
            let values: Vec<f32> =
                (0..COUNT).map(|at| (at as f32 / COUNT as f32 * 2.0 - 1.0 + 3e-7) * range).collect();
            // PyTorch's sigmoid is 0 where float32 cannot hold exp(-x), though the quotient could be told from 0.
            let values = values.into_iter().filter(|&x| function.name != "sigmoid" || x > -88.7).collect();
            let (count, most) = compare(function, values);
            let allowed = if function.name == "sigmoid" { 3 } else { 1 };
            assert!(most <= allowed, "{} is {most} units off up to {range}", function.name);
            assert!(
                count <= COUNT * function.per_mille / 1000,
                "{} of {COUNT} of {} up to {range}",
                count,
                function.name
            );
        }
    }
}

#[test]
fn the_ends_are_exact() {
    let ends =
        [0.0, -0.0, f32::INFINITY, f32::NEG_INFINITY, f32::NAN, f32::MAX, f32::MIN, 1e-45, -1e-45, 1.0, -1.0];
    for function in &FUNCTIONS {
        let input = Tensor::from_vec(ends.to_vec(), &[ends.len()]);
        let computed = (function.computed)(&input).unwrap().to_vec::<f32>().unwrap();
        for (x, value) in ends.into_iter().zip(computed) {
            let exact = (function.exact)(x as f64) as f32;
            let same = if exact.is_nan() {
                value.is_nan()
            } else {
                apart(value, exact) <= 1
                    && (value == 0.0) == (exact == 0.0)
                    && value.is_sign_negative() == exact.is_sign_negative()
            };
            assert!(same, "{}({x}) is {exact}, not {value}", function.name);
        }
    }
}

#[test]
fn sigmoid_is_0_where_exp_overflows() {
    let input = Tensor::from_vec(vec![-88.0_f32, -89.0, -1e9], &[3]);
    let values = ops::sigmoid(&input).unwrap().to_vec::<f32>().unwrap();
    assert!(values[0] > 0.0);
    assert_eq!(values[1..], [0.0, 0.0]);
}

#[test]
fn powers_are_the_nearest_or_next_to_it() {
    let bases: Vec<f32> = (1..20_000).map(|at| at as f32 * 0.013).collect();
    for exponent in [1.7_f64, -0.3, 12.0, 0.1, -7.5] {
        let input = Tensor::from_vec(bases.clone(), &[bases.len()]);
        let computed = ops::pow(&input, exponent).unwrap().to_vec::<f32>().unwrap();
        for (&base, value) in bases.iter().zip(computed) {
            let exact = (base as f64).powf(exponent as f32 as f64) as f32;
            assert!(apart(value, exact) <= 1, "{base} to the {exponent} is {exact}, not {value}");
        }
    }
}

#[test]
fn probabilities_sum_to_1() {
    let values: Vec<f32> = (0..640).map(|at| ((at * 37) % 101) as f32 * 0.3 - 15.0).collect();
    for shape in [[10, 64], [64, 10], [640, 1], [1, 640]] {
        for dim in [0, 1] {
            let x = Tensor::from_vec(values.clone(), &shape);
            let shares = ops::softmax(&x, dim).unwrap();
            let logs = ops::exp(&ops::log_softmax(&x, dim).unwrap()).unwrap();
            let sums = ops::sum(&shares, &[dim], false).unwrap().to_vec::<f32>().unwrap();
            assert!(sums.iter().all(|sum| (sum - 1.0).abs() < 1e-6), "{shape:?}, {dim}: {sums:?}");
            let pairs = shares.to_vec::<f32>().unwrap().into_iter().zip(logs.to_vec::<f32>().unwrap());
            assert!(pairs.into_iter().all(|(a, b)| (a - b).abs() <= 3e-6 * a.max(1e-6)));
        }
    }
}

/// A function of float64 beside the platform's.
struct Wide {
    name: &'static str,
    computed: fn(&Tensor) -> Result<Tensor>,
    platform: fn(f64) -> f64,
    /// How far they may be apart: the platform's hyperbolic tangent is itself up to two units off.
    units: u64,
    /// How many of a thousand may be so at all.
    per_mille: usize,
}

const OF_FLOAT64: [Wide; 4] = [
    Wide { name: "exp", computed: ops::exp, platform: f64::exp, units: 1, per_mille: 25 },
    Wide { name: "log", computed: ops::log, platform: f64::ln, units: 1, per_mille: 50 },
    Wide { name: "tanh", computed: ops::tanh, platform: f64::tanh, units: 3, per_mille: 700 },
    Wide {
        name: "sigmoid",
        computed: ops::sigmoid,
        platform: |x| 1.0 / (1.0 + (-x).exp()),
        units: 4,
        per_mille: 25,
    },
];

fn wide_apart(a: f64, b: f64) -> u64 {
    let place = |x: f64| {
        let bits = x.to_bits() as i64;
        if bits < 0 { i64::MIN.wrapping_sub(bits) } else { bits }
    };
    if a.is_nan() && b.is_nan() { 0 } else { place(a).abs_diff(place(b)) }
}

#[test]
fn wide_values_are_those_of_the_platform_or_next_to_them() {
    const COUNT: usize = 100_000;
    let ends = [
        0.0,
        -0.0,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NAN,
        f64::MAX,
        f64::MIN,
        5e-324,
        -5e-324,
        1.0,
        -1.0,
    ];
    for Wide { name, computed: compute, platform: exact, units: allowed, per_mille } in OF_FLOAT64 {
        for range in [1e-300, 1e-9, 0.01, 0.3, 2.0, 10.0, 80.0, 750.0, 1e9, 1e300] {
            let spread = (0..COUNT).map(|at| (at as f64 / COUNT as f64 * 2.0 - 1.0 + 3e-9) * range);
            let values: Vec<f64> = spread.chain(ends).collect();
            let computed =
                compute(&Tensor::from_vec(values.clone(), &[values.len()])).unwrap().to_vec::<f64>().unwrap();
            let mut off = 0;
            for (&x, value) in values.iter().zip(computed) {
                let apart = wide_apart(value, exact(x));
                assert!(apart <= allowed, "{name}({x:e}) is {value:e}, {apart} units from {:e}", exact(x));
                off += usize::from(apart > 0);
            }
            assert!(off <= COUNT * per_mille / 1000, "{off} of {COUNT} of {name} up to {range}");
        }
    }
}
