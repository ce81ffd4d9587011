//! Comparison, logic and choice: `eq`, `lt`, `logical_and`, `bitwise_and`, `isnan`, `where`, `isclose`.
//!
//! Comparisons give bool tensors and have no gradient.

use smallvec::smallvec;

use super::{
    Args, Operand, Operator, abs, add,
    elementwise::{map_loop, of_operands, result_type, zip_loop},
    mul, sub,
};
use crate::{
    Device, Dtype, Result, Scalar, Tensor,
    autograd::{Save, record},
    bail,
    tensor::{Element, common_device, device::on_gpu, dtype::Kind, gpu, layout, recycle},
    webgpu::Expr,
};

fn compare_as<T: Element>(a: &Tensor, b: &Tensor, f: impl Fn(T, T) -> bool) -> Result<Tensor> {
    let shape = layout::broadcast(a.shape(), b.shape())?;
    zip_loop(&a.cast(T::DTYPE)?, &b.cast(T::DTYPE)?, &shape, f)
}

/// A comparison on the GPU, in `dtype`.
fn gpu_compare(wgsl: &'static str, a: &Tensor, b: &Tensor, dtype: Dtype) -> Result<Tensor> {
    let shape = layout::broadcast(a.shape(), b.shape())?;
    gpu::apply(wgsl, &[a, b], dtype, &shape, Dtype::Bool)
}

/// Declares comparisons: a function and its row.
macro_rules! comparisons {
    ($($(#[doc = $doc:literal])+ $name:ident: $method:ident, $wgsl:literal;)+) => {
        $(of_operands! {
            $(#[doc = $doc])+
            $name(a, b) {
                let dtype = result_type(a, b);
                let (a, b) = (a.to_tensor(dtype), b.to_tensor(dtype));
                on_gpu!(common_device(&[&a, &b])? => gpu_compare($wgsl, &a, &b, dtype.compute()));
                match dtype.compute() {
                    Dtype::Float32 => compare_as(&a, &b, |x: f32, y: f32| x.$method(&y)),
                    Dtype::Float64 => compare_as(&a, &b, |x: f64, y: f64| x.$method(&y)),
                    _ => compare_as(&a, &b, |x: i64, y: i64| x.$method(&y)),
                }
            }
        })+
        const COMPARISONS: &[Operator] = &[$(
            Operator::new(concat!(stringify!($name), "(Operand input, Operand other) -> Tensor"), |args| {
                $name(args.operand(0)?, args.operand(1)?).map(Into::into)
            })
            .doc(concat!($($doc),+).trim_ascii_start())
            .method(),
        )+];
    };
}

comparisons! {
    /// Whether both are equal, element by element.
    eq: eq, "a == b";
    /// Whether both differ, element by element.
    ne: ne, "a != b";
    /// Whether the first is smaller.
    lt: lt, "a < b";
    /// Whether the first is smaller or equal.
    le: le, "a <= b";
    /// Whether the first is larger.
    gt: gt, "a > b";
    /// Whether the first is larger or equal.
    ge: ge, "a >= b";
}

fn logic(a: &Tensor, b: &Tensor, wgsl: &'static str, f: fn(bool, bool) -> bool) -> Result<Tensor> {
    on_gpu!(common_device(&[a, b])? => gpu_compare(wgsl, a, b, Dtype::Bool));
    let shape = layout::broadcast(a.shape(), b.shape())?;
    zip_loop(&a.cast(Dtype::Bool)?, &b.cast(Dtype::Bool)?, &shape, f)
}

/// Whether both are true (not zero).
pub fn logical_and(a: &Tensor, b: &Tensor) -> Result<Tensor> {
    logic(a, b, "a && b", |x, y| x && y)
}
/// Whether one or both are true.
pub fn logical_or(a: &Tensor, b: &Tensor) -> Result<Tensor> {
    logic(a, b, "a || b", |x, y| x || y)
}
/// Whether exactly one is true.
pub fn logical_xor(a: &Tensor, b: &Tensor) -> Result<Tensor> {
    logic(a, b, "a != b", |x, y| x != y)
}
/// Whether the value is false (zero).
pub fn logical_not(x: &Tensor) -> Result<Tensor> {
    on_gpu!(x.device() => gpu::apply("!a", &[x], Dtype::Bool, x.shape(), Dtype::Bool));
    map_loop(&x.cast(Dtype::Bool)?, |x: bool| !x)
}

/// Bit by bit on integers, as logic on bools.
fn bitwise(name: &str, a: Operand, b: Operand, wgsl: &'static str, f: fn(i64, i64) -> i64) -> Result<Tensor> {
    let dtype = result_type(a, b);
    if dtype.is_float() {
        bail!(NotImplemented, "\"{name}_cpu\" not implemented for '{}'", dtype.message_name());
    }
    let (a, b) = (a.to_tensor(dtype).cast(Dtype::Int64)?, b.to_tensor(dtype).cast(Dtype::Int64)?);
    let shape = layout::broadcast(a.shape(), b.shape())?;
    on_gpu!(common_device(&[&a, &b])? => {
        gpu::apply(wgsl, &[&a, &b], Dtype::Int64, &shape, Dtype::Int64)?.cast(dtype)
    });
    zip_loop(&a, &b, &shape, f)?.cast(dtype)
}

/// a & b.
pub fn bitwise_and(a: Operand, b: Operand) -> Result<Tensor> {
    bitwise("bitwise_and", a, b, "a & b", |x, y| x & y)
}
/// a | b.
pub fn bitwise_or(a: Operand, b: Operand) -> Result<Tensor> {
    bitwise("bitwise_or", a, b, "a | b", |x, y| x | y)
}
/// a ^ b.
pub fn bitwise_xor(a: Operand, b: Operand) -> Result<Tensor> {
    bitwise("bitwise_xor", a, b, "a ^ b", |x, y| x ^ y)
}
/// a << b.
pub fn bitwise_left_shift(a: Operand, b: Operand) -> Result<Tensor> {
    bitwise("lshift", a, b, "select(0, a << u32(b & 31), b < 32)", |x, y| {
        x.checked_shl(y as u32).unwrap_or(0)
    })
}
/// a >> b.
pub fn bitwise_right_shift(a: Operand, b: Operand) -> Result<Tensor> {
    bitwise("rshift", a, b, "a >> u32(min(b, 31))", |x, y| {
        x.checked_shr(y as u32).unwrap_or(if x < 0 { -1 } else { 0 })
    })
}
/// ~x; `not` on bools.
pub fn bitwise_not(x: &Tensor) -> Result<Tensor> {
    match x.dtype().kind() {
        Kind::Bool => logical_not(x),
        Kind::Integer if x.device() == crate::Device::WebGpu => {
            gpu::apply("~a", &[x], Dtype::Int64, x.shape(), Dtype::Int64)?.cast(x.dtype())
        }
        Kind::Integer => map_loop(&x.cast(Dtype::Int64)?, |x: i64| !x)?.cast(x.dtype()),
        Kind::Float => {
            bail!(NotImplemented, "\"bitwise_not_cpu\" not implemented for '{}'", x.dtype().message_name())
        }
    }
}

fn classify(x: &Tensor, wgsl: &'static str, f: fn(f64) -> bool) -> Result<Tensor> {
    on_gpu!(x.device() => gpu::apply(wgsl, &[x], Dtype::Float32, x.shape(), Dtype::Bool));
    map_loop(&x.cast(Dtype::Float64)?, f)
}
/// Whether the value is NaN.
pub fn isnan(x: &Tensor) -> Result<Tensor> {
    classify(x, "is_nan(a)", f64::is_nan)
}
/// Whether the value is plus or minus infinity.
pub fn isinf(x: &Tensor) -> Result<Tensor> {
    classify(x, "is_inf(a)", f64::is_infinite)
}
/// Whether the value is neither NaN nor infinite.
pub fn isfinite(x: &Tensor) -> Result<Tensor> {
    classify(x, "!is_nan(a) && !is_inf(a)", f64::is_finite)
}
/// Whether all values are finite, in one pass without a tensor; integers are.
#[expect(clippy::eq_op, reason = "NaN and infinity less themselves are not 0")]
pub fn all_finite(x: &Tensor) -> Result<bool> {
    // A value less itself has no bits but where it is not finite. No end at the first that is not: without one the loop
    // takes several at once.
    match x.dtype() {
        dtype if !dtype.is_float() => Ok(true),
        Dtype::Float32 if x.device() == Device::Cpu => x.with_values(|values: &[f32]| {
            Ok(values.iter().fold(0, |bits, value| bits | (value - value).to_bits()) == 0)
        }),
        _ => x.cast(Dtype::Float64)?.with_values(|values: &[f64]| {
            Ok(values.iter().fold(0, |bits, value| bits | (value - value).to_bits()) == 0)
        }),
    }
}

/// `a` where `condition` holds, else `b`; all three broadcast.
#[inline]
pub fn where_<'a>(
    condition: &Tensor,
    a: impl Into<Operand<'a>>,
    b: impl Into<Operand<'a>>,
) -> Result<Tensor> {
    where_operands(condition, a.into(), b.into())
}

fn where_operands(condition: &Tensor, a: Operand, b: Operand) -> Result<Tensor> {
    if condition.dtype() != Dtype::Bool {
        bail!(
            Runtime,
            "where expected condition to be a boolean tensor, but got a tensor with dtype {}",
            condition.dtype().message_name()
        );
    }
    let dtype = result_type(a, b);
    let (a, b) = (a.to_tensor(dtype), b.to_tensor(dtype));
    let shape = layout::broadcast(&layout::broadcast(condition.shape(), a.shape())?, b.shape())?;
    on_gpu!(common_device(&[condition, &a, &b])? => {
        let values = [gpu::expr(&a.cast(dtype)?)?, gpu::expr(&b.cast(dtype)?)?, gpu::expr(condition)?];
        let chosen = Expr::apply("select(b, a, c)", &values.each_ref(), &shape, gpu::gpu_type(dtype));
        Ok(where_recorded(condition, &a, &b, gpu::wrap(chosen, dtype)))
    });
    let output =
        crate::dispatch!(dtype, T => choose::<T>(condition, &a.cast(dtype)?, &b.cast(dtype)?, &shape)?);
    Ok(where_recorded(condition, &a, &b, output))
}

fn where_recorded(condition: &Tensor, a: &Tensor, b: &Tensor, output: Tensor) -> Tensor {
    record("WhereBackward0", &[a, b], &[Save::Input(condition)], output, |ctx| {
        let condition = ctx.saved(0);
        let first = ctx.when(0, || mul_mask(ctx.grad(), condition))?;
        Ok(smallvec![first, ctx.when(1, || mul_mask(ctx.grad(), &logical_not(condition)?))?])
    })
}

fn choose<T: Element>(condition: &Tensor, a: &Tensor, b: &Tensor, shape: &[usize]) -> Result<Tensor> {
    let expanded = |tensor: &Tensor| tensor.with_layout(tensor.layout().expand(shape));
    let values = expanded(condition).with_values(|mask: &[bool]| {
        expanded(a).with_values(|x: &[T]| {
            let pairs = mask.iter().zip(x);
            if b.numel() == 1 {
                let other = b.storage_values::<T>()?[b.storage_offset()];
                return recycle::collect(pairs.map(|(&holds, &x)| if holds { x } else { other }));
            }
            expanded(b).with_values(|y: &[T]| {
                recycle::collect(pairs.zip(y).map(|((&holds, &x), &y)| if holds { x } else { y }))
            })
        })
    })?;
    Ok(Tensor::from_vec(values, shape))
}

/// `x` where `mask` holds, else 0, also where `x` is NaN or infinite.
pub fn mul_mask(x: &Tensor, mask: &Tensor) -> Result<Tensor> {
    // False is zero in every dtype, and promotes none.
    where_(mask, x, Scalar::Bool(false))
}

/// |a - b| ≤ atol + rtol·|b|, with equal infinities close and NaN close only if asked.
pub fn isclose(a: &Tensor, b: &Tensor, rtol: f64, atol: f64, equal_nan: bool) -> Result<Tensor> {
    if a.dtype() != b.dtype() {
        bail!(Runtime, "{} did not match {}", a.dtype().message_name(), b.dtype().message_name());
    }
    let (a, b) = (a.detach().cast(Dtype::Float64)?, b.detach().cast(Dtype::Float64)?);
    let allowed = add(&mul(&abs(&b)?, rtol)?, atol)?;
    let near = logical_and(&le(&abs(&sub(&a, &b)?)?, &allowed)?, &isfinite(&b)?)?;
    let close = logical_or(&near, &eq(&a, &b)?)?;
    if equal_nan { logical_or(&close, &logical_and(&isnan(&a)?, &isnan(&b)?)?) } else { Ok(close) }
}

/// Whether all values are close.
pub fn allclose(a: &Tensor, b: &Tensor, rtol: f64, atol: f64, equal_nan: bool) -> Result<bool> {
    Ok(super::all(&isclose(a, b, rtol, atol, equal_nan)?, &[], false)?.item()?.to_bool())
}

/// Whether shapes and all values are equal.
pub fn equal(a: &Tensor, b: &Tensor) -> Result<bool> {
    Ok(a.shape() == b.shape() && super::all(&eq(a, b)?, &[], false)?.item()?.to_bool())
}

macro_rules! two_operands {
    ($($name:ident: $doc:literal),*) => {
        &[$(Operator::new(concat!(stringify!($name), "(Operand input, Operand other) -> Tensor"), |args| {
            $name(args.operand(0)?, args.operand(1)?).map(Into::into)
        }).doc($doc).method().in_place()),*]
    };
}
const BITWISE: &[Operator] = two_operands!(
    bitwise_and: "Bit by bit and; logical on bools.",
    bitwise_or: "Bit by bit or; logical on bools.",
    bitwise_xor: "Bit by bit exclusive or; logical on bools.",
    bitwise_left_shift: "The bits moved up.",
    bitwise_right_shift: "The bits moved down."
);

const OTHERS: &[Operator] = &[
    Operator::new("logical_and(Tensor input, Tensor other) -> Tensor", |args| {
        logical_and(args.tensor(0)?, args.tensor(1)?).map(Into::into)
    })
    .doc("Whether both are true.")
    .method(),
    Operator::new("logical_or(Tensor input, Tensor other) -> Tensor", |args| {
        logical_or(args.tensor(0)?, args.tensor(1)?).map(Into::into)
    })
    .doc("Whether one or both are true.")
    .method(),
    Operator::new("logical_xor(Tensor input, Tensor other) -> Tensor", |args| {
        logical_xor(args.tensor(0)?, args.tensor(1)?).map(Into::into)
    })
    .doc("Whether exactly one is true.")
    .method(),
    Operator::new("logical_not(Tensor input) -> Tensor", |args| logical_not(args.tensor(0)?).map(Into::into))
        .doc("Whether the value is false.")
        .method(),
    Operator::new("bitwise_not(Tensor input) -> Tensor", |args| bitwise_not(args.tensor(0)?).map(Into::into))
        .doc("All bits turned; logical not on bools.")
        .method(),
    Operator::new("isnan(Tensor input) -> Tensor", |args| isnan(args.tensor(0)?).map(Into::into))
        .doc("Whether the value is NaN.")
        .method(),
    Operator::new("isinf(Tensor input) -> Tensor", |args| isinf(args.tensor(0)?).map(Into::into))
        .doc("Whether the value is infinite.")
        .method(),
    Operator::new("isfinite(Tensor input) -> Tensor", |args| isfinite(args.tensor(0)?).map(Into::into))
        .doc("Whether the value is a finite number.")
        .method(),
    Operator::new(
        "isclose(Tensor input, Tensor other, float rtol=1e-5, float atol=1e-8, bool equal_nan=False) -> Tensor",
        |args| {
            let (a, b) = (args.tensor(0)?, args.tensor(1)?);
            isclose(a, b, args.float(2)?, args.float(3)?, args.bool(4)?).map(Into::into)
        },
    )
    .doc("Whether values differ by no more than atol + rtol * |other|.")
    .method(),
    Operator::new(
        "allclose(Tensor input, Tensor other, float rtol=1e-5, float atol=1e-8, bool equal_nan=False) -> bool",
        |args| {
            let (a, b) = (args.tensor(0)?, args.tensor(1)?);
            allclose(a, b, args.float(2)?, args.float(3)?, args.bool(4)?).map(Into::into)
        },
    )
    .doc("Whether all values are close, see isclose.")
    .method(),
    Operator::new("equal(Tensor input, Tensor other) -> bool", |args| {
        equal(args.tensor(0)?, args.tensor(1)?).map(Into::into)
    })
    .doc("Whether shapes and values are equal.")
    .method(),
    Operator::new("where(Tensor condition, Operand? input=None, Operand? other=None) -> Tensor", |args| {
        match (&args.0[1], &args.0[2]) {
            (super::Arg::None, super::Arg::None) => super::nonzero_tuple(args.tensor(0)?).map(Into::into),
            _ => where_(args.tensor(0)?, args.operand(1)?, args.operand(2)?).map(Into::into),
        }
    })
    .doc("input where condition holds, else other; with the condition alone, the indices where it holds.")
    .samples(|| {
        let mask = Tensor::from_vec(vec![true, false, true], &[3]);
        let values = |start: f64| Tensor::from_vec(vec![start, 2.0 * start, 0.5], &[3]);
        vec![Args::new([mask.into(), values(0.4).into(), values(1.7).into()])]
    }),
];

/// The rows of this file.
pub const OPERATORS: [&[Operator]; 3] = [COMPARISONS, BITWISE, OTHERS];
