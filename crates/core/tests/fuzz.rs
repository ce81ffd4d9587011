//! Every row of the operator table with arguments that make no sense: empty and 0-d tensors, views of all kinds, every
//! dtype, integers at the edges, `None`. An operator answers with a value or an error, soon; it never panics.
//!
//! `KINDLING_FUZZ_CALLS` is the number of calls (200,000 without it), `KINDLING_FUZZ_SEED` the first seed, and
//! `KINDLING_FUZZ_ROW` the only row to call. A call is known by its row and seed: both are in the message.

use std::{
    cell::RefCell,
    env,
    panic::{self, AssertUnwindSafe, catch_unwind},
    sync::atomic::{AtomicU64, Ordering},
    time::{Duration, Instant},
};

use kindling_core::{
    Device, Dtype, Scalar, Tensor, backward,
    ops::{self, Arg, Args, Operator, Parameter, Signature, Type, Value},
    random::default_generator,
    tensor::memory,
};
use kindling_testing::memory::Watched;

/// No call may take longer, on tensors of a few dozen values.
const LONGEST: Duration = Duration::from_secs(5);

/// What values may take in one tensor, in bytes: large enough for what makes sense, and soon filled.
const MOST_BYTES: usize = 1 << 24;

/// The call being made, for whoever ends the process.
static CALL: AtomicU64 = AtomicU64::new(0);

#[global_allocator]
static WATCHED: Watched = Watched {
    most: 8 * MOST_BYTES,
    refused: |bytes| {
        eprintln!("{bytes} bytes are taken without asking, seed {}", CALL.load(Ordering::Relaxed))
    },
};

/// A small generator of its own: the one under test must not decide what is tested (xorshift, Marsaglia 2003).
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Self {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as usize % sides.max(1)
    }
    fn one_in(&mut self, times: usize) -> bool {
        self.roll(times) == 0
    }
    fn of<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.roll(items.len())]
    }

    fn int(&mut self) -> i64 {
        const EDGES: [i64; 14] = [
            i64::MIN,
            i64::MIN + 1,
            i32::MIN as i64,
            -1_000_000,
            -4,
            255,
            1 << 20,
            i32::MAX as i64,
            1 << 31,
            1 << 32,
            1 << 40,
            1 << 62,
            i64::MAX - 1,
            i64::MAX,
        ];
        if self.one_in(6) { *self.of(&EDGES) } else { self.roll(8) as i64 - 3 }
    }
    fn float(&mut self) -> f64 {
        const EDGES: [f64; 10] =
            [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, -1e300, 1e-300, -0.0, 1e6, 0.0, 1e10];
        if self.one_in(4) { *self.of(&EDGES) } else { self.roll(41) as f64 / 10.0 - 2.0 }
    }
    fn scalar(&mut self) -> Scalar {
        match self.roll(5) {
            0 => Scalar::Bool(self.one_in(2)),
            1 | 2 => Scalar::Int(self.int()),
            _ => Scalar::Float(self.float()),
        }
    }
    fn ints(&mut self) -> Vec<i64> {
        let small = self.one_in(2);
        (0..self.roll(5)).map(|_| if small { self.roll(4) as i64 } else { self.int() }).collect()
    }

    fn dtype(&mut self) -> Dtype {
        let all: Vec<Dtype> = Dtype::all().collect();
        match self.roll(4) {
            0 => Dtype::Int64,
            1 => *self.of(&all),
            _ => Dtype::Float32,
        }
    }
    fn shape(&mut self) -> Vec<usize> {
        // Square ones often, because operators want sizes that agree.
        let usual = 1 + self.roll(4);
        (0..self.roll(5)).map(|_| if self.one_in(3) { self.roll(4) } else { usual }).collect()
    }

    fn tensor(&mut self) -> Tensor {
        let (shape, dtype) = (self.shape(), self.dtype());
        let dense = self.dense(&shape, dtype);
        let mut viewed = self.view(&dense).unwrap_or(dense);
        if viewed.dtype().is_float() && self.one_in(3) {
            viewed = viewed.detach();
            viewed.autograd_mut().set_requires_grad(true);
        }
        viewed
    }
    fn dense(&mut self, shape: &[usize], dtype: Dtype) -> Tensor {
        let count = shape.iter().product();
        let small = self.one_in(2);
        let values: Vec<f64> =
            (0..count).map(|_| if small { self.roll(3) as f64 } else { self.float() }).collect();
        let ints: Vec<i64> =
            (0..count).map(|_| if small { self.roll(3) as i64 } else { self.int() }).collect();
        let made = if dtype.is_float() {
            Tensor::from_vec(values, shape).cast(dtype)
        } else {
            Tensor::from_vec(ints, shape).cast(dtype)
        };
        made.expect("a small tensor")
    }
    /// Turned, cut or repeated without copying; not always possible.
    fn view(&mut self, x: &Tensor) -> Option<Tensor> {
        match self.roll(8) {
            0 => ops::reverse_dims(x).ok(),
            1 => {
                ops::unsqueeze(x, 0).and_then(|x| ops::expand(&x, &[&[3][..], &x.shape()[1..]].concat())).ok()
            }
            2 => ops::slice(x, 0, Some(1), None, 2).ok(),
            3 => ops::slice(x, -1, None, Some(1), 1).ok(),
            4 => ops::transpose(x, 0, -1).ok(),
            _ => None,
        }
    }

    fn word(&mut self) -> String {
        const WORDS: [&str; 16] = [
            "mean",
            "sum",
            "none",
            "batchmean",
            "floor",
            "trunc",
            "ij",
            "xy",
            "fro",
            "nuc",
            "left",
            "linear",
            "ij,jk->ik",
            "ii",
            "constant",
            "",
        ];
        (*self.of(&WORDS)).to_owned()
    }

    /// An argument of the parameter's kind, as the binding would hand it on.
    fn argument(&mut self, parameter: &Parameter) -> Arg {
        if let Some(default) = &parameter.default
            && self.one_in(2)
        {
            return default.clone();
        }
        if (parameter.is_optional || matches!(parameter.default, Some(Arg::None))) && self.one_in(3) {
            return Arg::None;
        }
        match parameter.kind {
            Type::Tensor => self.tensor().into(),
            Type::Tensors => (0..self.roll(4)).map(|_| self.tensor()).collect::<Vec<_>>().into(),
            Type::Operand if self.one_in(2) => self.tensor().into(),
            Type::Scalar | Type::Operand | Type::Float => self.scalar().into(),
            Type::Int => self.int().into(),
            Type::Ints => Arg::Ints(self.ints().into_iter().collect()),
            Type::Bool => self.one_in(2).into(),
            Type::Str => Arg::Str(self.word()),
            Type::Dtype => Arg::Dtype(self.dtype()),
            Type::Device => Arg::Device(Device::Cpu),
            Type::Generator => Arg::Generator(default_generator()),
        }
    }
}

/// The whole life of a result: its gradient, once more differentiated, and how it prints.
fn live(value: Value) {
    let results = match value {
        Value::Tensor(tensor) => vec![tensor],
        Value::Tensors(tensors) => tensors,
        Value::Named(_, fields) => fields.into_iter().map(|(_, tensor)| tensor).collect(),
        Value::None | Value::Scalar(_) | Value::Ints(_) | Value::Dtype(_) => Vec::new(),
    };
    for result in results.into_iter().filter(|result| result.numel() < 10_000) {
        let _ = format!("{result:?}");
        if result.requires_grad()
            && let Ok(total) = ops::sum(&result, &[], false)
        {
            let _ = backward::backward(&[total], &[None], false, true);
        }
    }
}

thread_local! {
    static PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// What went wrong with a call, if anything.
fn complaint(operator: &Operator, signature: &Signature, seed: u64) -> Option<String> {
    CALL.store(seed, Ordering::Relaxed);
    let mut dice = Dice::new(seed);
    let args = Args::new(signature.parameters.iter().map(|parameter| dice.argument(parameter)));
    let began = Instant::now();
    let run = || operator.run(&args).map(live).is_ok();
    let outcome = catch_unwind(AssertUnwindSafe(run));
    let took = began.elapsed();
    let described = || {
        let texts: Vec<String> = args.0.iter().map(describe).collect();
        format!("{}({}), seed {seed}", operator.name(), texts.join(", "))
    };
    match outcome {
        Err(_) => Some(format!("{}\n    in {}", PANIC.take(), described())),
        Ok(_) if took > LONGEST => Some(format!("took {took:?}\n    in {}", described())),
        Ok(_) => None,
    }
}

fn describe(arg: &Arg) -> String {
    match arg {
        Arg::Tensor(tensor) => format!("{}{:?}{:?}", tensor.dtype().name(), tensor.shape(), tensor.strides()),
        Arg::Tensors(tensors) => {
            let all: Vec<String> = tensors.iter().map(|tensor| describe(&tensor.clone().into())).collect();
            format!("[{}]", all.join(", "))
        }
        other => format!("{other:?}").chars().take(80).collect(),
    }
}

fn number_from(variable: &str, otherwise: u64) -> u64 {
    env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

#[test]
fn no_arguments_make_an_operator_panic() {
    memory::set_most_bytes(MOST_BYTES);
    panic::set_hook(Box::new(|info| {
        PANIC.set(format!("{info}").replace('\n', " "));
    }));
    let only = env::var("KINDLING_FUZZ_ROW").ok();
    let rows: Vec<(&Operator, Signature)> = ops::operators()
        .filter(|operator| only.as_ref().is_none_or(|name| name == operator.name()))
        .map(|operator| (operator, Signature::parse(operator.signature)))
        .collect();
    let calls = number_from("KINDLING_FUZZ_CALLS", 200_000);
    let first = number_from("KINDLING_FUZZ_SEED", 0);
    let mut complaints: Vec<String> = Vec::new();
    for call in 0..calls {
        let (operator, signature) = &rows[call as usize % rows.len()];
        complaints.extend(complaint(operator, signature, first + call));
    }
    let _ = panic::take_hook();
    // One of each kind says enough.
    let place = |text: &String| text.split('\n').next().unwrap_or_default().to_owned();
    complaints.sort_by_key(place);
    let count = complaints.len();
    complaints.dedup_by_key(|text| place(text));
    assert!(complaints.is_empty(), "{count} of {calls} calls:\n{}", complaints.join("\n"));
}
