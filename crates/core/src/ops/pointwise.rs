//! Functions of one value, applied to each: `abs`, `exp`, `sqrt`, `sigmoid`, `round`, `clamp` and their kin.
//!
//! Functions that integers do not have (`exp`, `sin`, …) take integers as the default float. float32
//! transcendentals are computed in float64 and rounded, which is right to the last bit in all but rare ties.

use smallvec::smallvec;

use super::{
    Args, Operand, Operator, div,
    elementwise::{Map, Zip, in_dtype, map, zip},
    eq, gt, le, logical_and, logical_not, lt, mul, mul_mask, pow, smooth, sub, where_, zeros_like,
};
use crate::{
    Dtype, Result, Scalar, Tensor,
    autograd::{Context, Save, is_recording, record},
    bail,
};

/// What a gradient is made from.
pub(super) enum Needs {
    Nothing,
    Input,
    Output,
}

/// The dtypes that an operator is for.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Takes {
    All,
    /// All but bools.
    Numbers,
    /// Integers become the default float.
    Floats,
}

/// A pointwise operator: values, name of its node, gradient. The gradient gets the saved tensor.
pub(super) struct Pointwise {
    pub map: Map,
    pub node: &'static str,
    pub needs: Needs,
    pub gradient: fn(&Context) -> Result<Tensor>,
    pub takes: Takes,
}

impl Pointwise {
    pub fn call(&'static self, x: &Tensor) -> Result<Tensor> {
        if x.dtype() == Dtype::Bool && self.takes == Takes::Numbers {
            // Negation is the only one that has no meaning for bools.
            bail!(
                NotImplemented,
                "Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use \
                 the `~` or `logical_not()` operator instead."
            );
        }
        let dtype = if self.takes == Takes::Floats { x.dtype().to_float() } else { x.dtype() };
        let output = self.map.apply(x, dtype)?;
        let save: &[Save] = match self.needs {
            Needs::Nothing => &[],
            Needs::Input => &[Save::Input(x)],
            Needs::Output => &[Save::Output],
        };
        Ok(record(self.node, &[x], save, output, |ctx| Ok(smallvec![Some((self.gradient)(ctx)?)])))
    }
}

/// Declares pointwise operators: a function, its row for Python, its kernel and gradient in one place.
macro_rules! pointwise {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident($($flag:ident)?) = map!($($map:tt)+),
        $node:literal($needs:ident) |$ctx:ident| $gradient:expr,
        at [$($sample:expr),*];
    )+) => {
        $(
            $(#[doc = $doc])+
            pub fn $name(x: &Tensor) -> Result<Tensor> {
                static OPERATOR: Pointwise = Pointwise {
                    map: map!($($map)+),
                    node: $node,
                    needs: Needs::$needs,
                    gradient: |$ctx| $gradient,
                    takes: pointwise!(@takes $($flag)?),
                };
                OPERATOR.call(x)
            }
        )+
        const POINTWISE: &[Operator] = &[$(
            Operator::new(concat!(stringify!($name), "(Tensor input) -> Tensor"), |args| {
                $name(args.tensor(0)?).map(Into::into)
            })
            .doc(concat!($($doc),+).trim_ascii_start())
            .method()
            .in_place()
            .samples(|| vec![Args::new([Tensor::from_vec(vec![$($sample),*], &[[$($sample),*].len()]).into()])]),
        )+];
    };
    (@takes float) => { Takes::Floats };
    (@takes numbers) => { Takes::Numbers };
    (@takes) => { Takes::All };
}

pub(super) use pointwise;

pointwise! {
    /// The absolute value.
    abs() = map!("abs(a)", float |x| x.abs(), int |x| x.wrapping_abs()),
        "AbsBackward0"(Input) |ctx| mul(ctx.grad(), &sign(ctx.saved(0))?), at [-1.5, 0.4, 2.0];
    /// The value with its sign changed.
    neg(numbers) = map!("-a", float |x| -x, int |x| x.wrapping_neg()),
        "NegBackward0"(Nothing) |ctx| neg(ctx.grad()), at [-1.5, 0.4, 2.0];
    /// -1, 0 or 1 by the sign.
    sign() = map!("sign(a)", float |x| if x > 0.0 { 1.0 } else if x < 0.0 { -1.0 } else { 0.0 }, int |x| x.signum()),
        "SignBackward0"(Nothing) |ctx| zeros(ctx), at [-1.5, 0.4, 2.0];
    /// The largest integer not above.
    floor() = map!("floor(a)" / "a", float |x| x.floor(), int |x| x),
        "FloorBackward0"(Nothing) |ctx| zeros(ctx), at [-1.5, 0.4, 2.2];
    /// The smallest integer not below.
    ceil() = map!("ceil(a)" / "a", float |x| x.ceil(), int |x| x),
        "CeilBackward0"(Nothing) |ctx| zeros(ctx), at [-1.5, 0.4, 2.2];
    /// The integer part.
    trunc() = map!("trunc(a)" / "a", float |x| x.trunc(), int |x| x),
        "TruncBackward0"(Nothing) |ctx| zeros(ctx), at [-1.5, 0.4, 2.2];
    /// The part behind the point, with the sign of the value.
    frac() = map!("a - trunc(a)" / "0", float |x| x - x.trunc(), int |_x| 0),
        "FracBackward0"(Nothing) |ctx| Ok(ctx.grad().clone()), at [-1.5, 0.4, 2.2];
    /// The square.
    square() = map!("a * a", float |x| x * x, int |x| x.wrapping_mul(x)),
        "PowBackward0"(Input) |ctx| mul(ctx.grad(), &mul(ctx.saved(0), 2.0)?), at [-1.5, 0.4, 2.0];
    /// The square root.
    sqrt(float) = map!("sqrt(a)", float |x| x.sqrt()),
        "SqrtBackward0"(Output) |ctx| div(ctx.grad(), &mul(ctx.saved(0), 2.0)?), at [0.3, 1.4, 2.0];
    /// One over the square root.
    rsqrt(float) = map!("1.0 / sqrt(a)", float |x| 1.0 / x.sqrt()),
        "RsqrtBackward0"(Output) |ctx| mul(&mul(ctx.grad(), -0.5)?, &pow(ctx.saved(0), 3)?), at [0.3, 1.4, 2.0];
    /// One over the value.
    reciprocal(float) = map!("1.0 / a", float |x| 1.0 / x),
        "ReciprocalBackward0"(Output) |ctx| neg(&mul(ctx.grad(), &mul(ctx.saved(0), ctx.saved(0))?)?), at [0.3, -1.4, 2.0];
    /// The value where it is positive, else 0.
    relu() = map!("larger(a, 0.0)" / "max(a, 0)", float |x| if x > 0.0 || x.is_nan() { x } else { 0.0 }, int |x| x.max(0)),
        "ReluBackward0"(Output) |ctx| relu_gradient(ctx.grad(), ctx.saved(0)), at [0.3, -1.4, 2.0];
}

/// The gradient where the output is positive or no number, else 0: in one pass unless the pass itself is differentiated.
pub(super) fn relu_gradient(grad: &Tensor, output: &Tensor) -> Result<Tensor> {
    static PASS: Zip = zip! {
        "select(a, 0.0, b <= 0.0)" / "select(0, a, b > 0)",
        float |grad, output| if output <= 0.0 { 0.0 } else { grad },
        int |grad, output| if output > 0 { grad } else { 0 }
    };
    if is_recording(&[grad]) || grad.dtype() != output.dtype() {
        return mul_mask(grad, &logical_not(&le(output, 0)?)?);
    }
    in_dtype(PASS.apply(grad, output, grad.dtype())?, grad.dtype())
}

fn zeros(ctx: &Context) -> Result<Tensor> {
    zeros_like(ctx.grad())
}

/// Rounds half to even, to `decimals` places behind the point.
pub fn round(x: &Tensor, decimals: i64) -> Result<Tensor> {
    static ROUND: Map = map! { "round(a)" / "a", float |x| x.round_ties_even(), int |x| x };
    let scale = 10f64.powi(decimals as i32);
    let output = if decimals == 0 {
        ROUND.apply(x, x.dtype())?
    } else {
        div(&ROUND.apply(&mul(&x.detach(), scale)?, x.dtype())?, scale)?
    };
    Ok(record("RoundBackward0", &[x], &[], output, |ctx| Ok(smallvec![Some(zeros(ctx)?)])))
}

/// `x` with all below `min` and above `max` brought to them; NaN stays.
pub fn clamp(x: &Tensor, min: Option<Scalar>, max: Option<Scalar>) -> Result<Tensor> {
    if min.is_none() && max.is_none() {
        bail!(Runtime, "torch.clamp: At least one of 'min' or 'max' must not be None");
    }
    let bounds = [min, max].into_iter().flatten();
    let dtype = bounds.fold(x.dtype(), |dtype, bound| dtype.promote_scalar(bound));
    let value = x.detach().cast(dtype)?;
    let [low, high] = [(min, f64::NEG_INFINITY), (max, f64::INFINITY)]
        .map(|(bound, open)| bound.map_or(open, |bound| bound.to_f64()) as f32);
    let by_bounds = |x: &Tensor| between(x, min.map(Operand::Scalar), max.map(Operand::Scalar));
    let output = if low.is_nan() || high.is_nan() {
        by_bounds(&value)?
    } else {
        let raised = move |x: f32| if x < low { low } else { x };
        smooth::mapped(&value, move |x| if raised(x) > high { high } else { raised(x) }, by_bounds)?
    };
    Ok(record("ClampBackward1", &[x], &[Save::Input(x)], output, move |ctx| {
        let (grad, x) = (ctx.grad(), ctx.saved(0));
        // At a bound the smallest of the subgradients, 0, as PyTorch has it (and `relu` at 0).
        Ok(smallvec![Some(match (min, max) {
            (Some(min), Some(max)) => smooth::zipped(
                grad,
                x,
                move |grad, x| if low < x && x < high { grad } else { 0.0 },
                |grad, x| mul_mask(grad, &logical_and(&gt(x, min)?, &lt(x, max)?)?),
            )?,
            (Some(min), None) => mul_mask(grad, &gt(x, min)?)?,
            (None, Some(max)) => mul_mask(grad, &lt(x, max)?)?,
            (None, None) => grad.clone(),
        })])
    }))
}

/// The larger of `x` and `min` and the smaller of that and `max`.
fn between(x: &Tensor, min: Option<Operand>, max: Option<Operand>) -> Result<Tensor> {
    let raised = match min {
        Some(min) => super::maximum(x, min)?,
        None => x.clone(),
    };
    match max {
        Some(max) => super::minimum(&raised, max),
        None => Ok(raised),
    }
}

/// NaN, infinity and minus infinity replaced; by 0 and the largest and smallest numbers unless told.
pub fn nan_to_num(x: &Tensor, nan: Option<f64>, posinf: Option<f64>, neginf: Option<f64>) -> Result<Tensor> {
    if !x.dtype().is_float() {
        return super::clone(x);
    }
    let (low, high) = match x.dtype() {
        Dtype::Float64 => (f64::MIN, f64::MAX),
        Dtype::Float16 => (-65504.0, 65504.0),
        Dtype::Bfloat16 => (half::bf16::MIN.to_f64(), half::bf16::MAX.to_f64()),
        _ => (f32::MIN as f64, f32::MAX as f64),
    };
    let out = where_(&super::isnan(x)?, nan.unwrap_or(0.0), x)?;
    let out = where_(&eq(x, f64::INFINITY)?, posinf.unwrap_or(high), &out)?;
    where_(&eq(x, f64::NEG_INFINITY)?, neginf.unwrap_or(low), &out)
}

/// log(x / (1 - x)), of x brought to eps at least and 1 - eps at most if there is an eps.
pub fn logit(x: &Tensor, eps: Option<f64>) -> Result<Tensor> {
    let x = super::to_dtype(x, x.dtype().to_float())?;
    let x = match eps {
        Some(eps) => clamp(&x, Some(eps.into()), Some((1.0 - eps).into()))?,
        None => x,
    };
    sub(&super::log(&x)?, &super::log1p(&neg(&x)?)?)
}

fn clamp_row(args: &Args) -> Result<super::Value> {
    let x = args.tensor(0)?;
    let bound = |index: usize| -> Result<Option<Operand>> {
        if matches!(args.0[index], super::Arg::None) { Ok(None) } else { args.operand(index).map(Some) }
    };
    let scalar = |bound: Option<Operand>| match bound {
        Some(Operand::Scalar(value)) => Some(value),
        _ => None,
    };
    let (min, max) = (bound(1)?, bound(2)?);
    if !matches!((min, max), (Some(Operand::Tensor(_)), _) | (_, Some(Operand::Tensor(_)))) {
        return clamp(x, scalar(min), scalar(max)).map(Into::into);
    }
    between(x, min, max).map(Into::into)
}

const OTHERS: &[Operator] = &[
    Operator::new("round(Tensor input, *, int decimals=0) -> Tensor", |args| {
        round(args.tensor(0)?, args.int(1)?).map(Into::into)
    })
    .doc("The nearest integer, halves to even; with decimals, that many places behind the point.")
    .method()
    .in_place(),
    Operator::new("clamp(Tensor input, Operand? min=None, Operand? max=None) -> Tensor", clamp_row)
        .doc("The values brought between min and max.")
        .method()
        .in_place()
        .samples(|| {
            vec![Args::new([Tensor::from_vec(vec![-2.0, 0.1, 3.0], &[3]).into(), (-1.0).into(), 1.0.into()])]
        }),
    Operator::new("clip(Tensor input, Operand? min=None, Operand? max=None) -> Tensor", clamp_row)
        .doc("The values brought between min and max; another name of clamp.")
        .method()
        .in_place(),
    Operator::new(
        "nan_to_num(Tensor input, float? nan=None, float? posinf=None, float? neginf=None) -> Tensor",
        |args| {
            nan_to_num(
                args.tensor(0)?,
                args.optional_float(1)?,
                args.optional_float(2)?,
                args.optional_float(3)?,
            )
            .map(Into::into)
        },
    )
    .node("NanToNumBackward0")
    .doc("NaN as 0, infinities as the largest numbers there are, unless told otherwise.")
    .method()
    .in_place(),
    Operator::new("logit(Tensor input, float? eps=None) -> Tensor", |args| {
        logit(args.tensor(0)?, args.optional_float(1)?).map(Into::into)
    })
    .node("LogitBackward0")
    .doc("log(x / (1 - x)), the inverse of sigmoid.")
    .method()
    .samples(|| vec![Args::new([Tensor::from_vec(vec![0.2, 0.5, 0.9], &[3]).into()])]),
    Operator::new("absolute(Tensor input) -> Tensor", |args| abs(args.tensor(0)?).map(Into::into))
        .doc("Another name of abs.")
        .method(),
    Operator::new("negative(Tensor input) -> Tensor", |args| neg(args.tensor(0)?).map(Into::into))
        .doc("Another name of neg.")
        .method(),
];

/// The rows of this file.
pub const OPERATORS: [&[Operator]; 2] = [POINTWISE, OTHERS];
