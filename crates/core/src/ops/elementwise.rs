//! How element-by-element operators run: promotion, broadcasting, loops over any strides.
//!
//! What it is not: any operator. Families declare theirs with [`map!`] and [`zip!`] and call [`Map::apply`]
//! and [`Zip::apply`].

use std::borrow::Cow;

use crate::{
    Device, Dtype, Result, Scalar, Tensor,
    kernels::transcendental::many::BLOCK,
    tensor::{Element, Layout, Storage, common_device, device::on_gpu, gpu, layout, recycle},
};

/// A tensor or a Python number.
#[derive(Clone, Copy)]
pub enum Operand<'a> {
    Tensor(&'a Tensor),
    Scalar(Scalar),
}

impl<'a> From<&'a Tensor> for Operand<'a> {
    fn from(tensor: &'a Tensor) -> Self {
        Operand::Tensor(tensor)
    }
}
impl From<Scalar> for Operand<'_> {
    fn from(value: Scalar) -> Self {
        Operand::Scalar(value)
    }
}
impl From<f64> for Operand<'_> {
    fn from(value: f64) -> Self {
        Operand::Scalar(Scalar::Float(value))
    }
}
impl From<i64> for Operand<'_> {
    fn from(value: i64) -> Self {
        Operand::Scalar(Scalar::Int(value))
    }
}

impl Operand<'_> {
    pub(super) fn is_bool_tensor(&self) -> bool {
        matches!(self, Operand::Tensor(tensor) if tensor.dtype() == Dtype::Bool)
    }
    /// As a tensor: a number becomes a 0-d one of its own dtype's kind, in `dtype`.
    pub fn to_tensor(self, dtype: Dtype) -> Tensor {
        match self {
            Operand::Tensor(tensor) => tensor.clone(),
            Operand::Scalar(value) => Tensor::scalar(value, dtype),
        }
    }
}

/// Declares a function of two operands. Each may be a tensor or a number; only their conversion is compiled anew for
/// each pair of types, the body once.
macro_rules! of_operands {
    ($(#[$doc:meta])* $name:ident($a:ident, $b:ident) $body:block) => {
        $(#[$doc])*
        #[inline]
        pub fn $name<'a>(
            $a: impl Into<$crate::ops::Operand<'a>>,
            $b: impl Into<$crate::ops::Operand<'a>>,
        ) -> $crate::Result<$crate::Tensor> {
            fn once($a: $crate::ops::Operand, $b: $crate::ops::Operand) -> $crate::Result<$crate::Tensor> $body
            once($a.into(), $b.into())
        }
    };
}
pub(crate) use of_operands;

/// The dtype of a result, `torch.result_type`: tensors with dimensions decide before 0-d tensors, those before
/// numbers; a later one only counts by a higher kind.
pub fn result_type(a: Operand, b: Operand) -> Dtype {
    match (a, b) {
        (Operand::Tensor(a), Operand::Tensor(b)) => match (a.ndim() == 0, b.ndim() == 0) {
            (false, true) => promote_lower(a.dtype(), b.dtype()),
            (true, false) => promote_lower(b.dtype(), a.dtype()),
            _ => a.dtype().promote(b.dtype()),
        },
        (Operand::Tensor(tensor), Operand::Scalar(value))
        | (Operand::Scalar(value), Operand::Tensor(tensor)) => tensor.dtype().promote_scalar(value),
        (Operand::Scalar(a), Operand::Scalar(b)) => a.dtype().promote(b.dtype()),
    }
}

fn promote_lower(high: Dtype, low: Dtype) -> Dtype {
    if low.kind() > high.kind() { high.promote(low) } else { high }
}

/// An operator of one argument: loops for each dtype that kernels compute in, and its WGSL in `a`.
pub struct Map {
    pub cpu: fn(&Tensor) -> Result<Tensor>,
    pub wgsl: Wgsl,
}

/// An operator's text for floats and for integers.
pub struct Wgsl(pub &'static str, pub &'static str);

impl Wgsl {
    fn of(&self, dtype: Dtype) -> &'static str {
        if dtype.is_float() { self.0 } else { self.1 }
    }
}

impl Map {
    /// The values for `x`, computed as `dtype`; nothing is recorded.
    ///
    /// # Errors
    /// Here and below: `RuntimeError` if there is not so much memory, or the devices' own.
    pub fn apply(&self, x: &Tensor, dtype: Dtype) -> Result<Tensor> {
        on_gpu!(x.device() => gpu::apply(self.wgsl.of(dtype), &[x], dtype.compute(), x.shape(), dtype.compute())?.cast(dtype));
        in_dtype((self.cpu)(&*in_compute(x, dtype)?)?, dtype)
    }
}

/// An operator of two arguments, likewise, with its WGSL in `a` and `b`.
pub struct Zip {
    pub cpu: fn(&Tensor, &Tensor, &[usize]) -> Result<Tensor>,
    pub wgsl: Wgsl,
}

impl Zip {
    /// The values for `a` and `b`, broadcast and computed as `dtype`; nothing is recorded.
    pub fn apply(&self, a: &Tensor, b: &Tensor, dtype: Dtype) -> Result<Tensor> {
        let shape = layout::broadcast(a.shape(), b.shape())?;
        on_gpu!(common_device(&[a, b])? => {
            let compute = dtype.compute();
            gpu::apply(self.wgsl.of(dtype), &[a, b], compute, &shape, compute)
        });
        (self.cpu)(&*in_compute(a, dtype)?, &*in_compute(b, dtype)?, &shape)
    }
}

/// `x` in the dtype that kernels compute `dtype` in: itself, for the most part.
pub(super) fn in_compute(x: &Tensor, dtype: Dtype) -> Result<Cow<'_, Tensor>> {
    let compute = dtype.compute();
    Ok(if x.dtype() == compute { Cow::Borrowed(x) } else { Cow::Owned(x.cast(compute)?) })
}

/// A kernel's result in the dtype that was asked for.
pub fn in_dtype(x: Tensor, dtype: Dtype) -> Result<Tensor> {
    if x.dtype() == dtype { Ok(x) } else { x.cast(dtype) }
}

/// From how many values on float64 is computed two at a time: fewer are worth the platform's last digit.
pub const MANY: usize = 32;

/// `map!("wgsl", float |x| …, int |x| …)`: a [`Map`], with a second text after `/` where integers need another;
/// without `int` for operators on floats alone, and `wide` instead of `float` where float32 is computed in float64 and
/// rounded, or, before it, the formula for float32 after `many`, with the largest number that it is for after `up to`;
/// after `doubles` the one for many values of float64.
/// In brackets behind a text the functions ([`wgsl_fn!`]) that it calls besides WGSL's own and the library's.
macro_rules! map {
    (
        $wgsl:literal $([$($function:ident),+])? $(/ $int_wgsl:literal)?,
        float |$x:ident| $float:expr,
        int |$y:ident| $int:expr
    ) => {
        $crate::ops::elementwise::Map {
            wgsl: $crate::ops::elementwise::wgsl!($wgsl $([$($function),+])? $(/ $int_wgsl)?),
            cpu: |tensor| match tensor.dtype() {
                $crate::Dtype::Float32 => $crate::ops::elementwise::map_loop(tensor, |$x: f32| $float),
                $crate::Dtype::Float64 => $crate::ops::elementwise::map_loop(tensor, |$x: f64| $float),
                _ => $crate::ops::elementwise::map_loop(tensor, |$y: i64| $int),
            },
        }
    };
    (
        $wgsl:literal $([$($function:ident),+])?,
        many $formula:path $(, up to $limit:path)?,
        $(doubles $double:path,)?
        wide |$x:ident| $float:expr
    ) => {
        $crate::ops::elementwise::Map {
            wgsl: $crate::ops::elementwise::wgsl!($wgsl $([$($function),+])?),
            cpu: |tensor| {
                let wide = |$x: f64| -> f64 { $float };
                if tensor.dtype() == $crate::Dtype::Float64 {
                    $(if tensor.numel() >= $crate::ops::elementwise::MANY {
                        return $crate::ops::elementwise::map_blocks(tensor, $double);
                    })?
                    return $crate::ops::elementwise::map_loop(tensor, wide);
                }
                let tensor = tensor.cast($crate::Dtype::Float32)?;
                $(if $crate::ops::elementwise::exceeds(&tensor, $limit)? {
                    return $crate::ops::elementwise::map_loop(&tensor, |x: f32| wide(x as f64) as f32);
                })?
                $crate::ops::elementwise::map_blocks(&tensor, $formula)
            },
        }
    };
    (
        $wgsl:literal $([$($function:ident),+])?,
        in_vectors $narrow:ty,
        doubles $double:path,
        wide |$x:ident| $float:expr
    ) => {
        $crate::ops::elementwise::Map {
            wgsl: $crate::ops::elementwise::wgsl!($wgsl $([$($function),+])?),
            cpu: |tensor| match tensor.dtype() {
                $crate::Dtype::Float64 if tensor.numel() >= $crate::ops::elementwise::MANY => {
                    $crate::ops::elementwise::map_blocks(tensor, $double)
                }
                $crate::Dtype::Float64 => $crate::ops::elementwise::map_loop(tensor, |$x: f64| -> f64 { $float }),
                _ => {
                    let over = <$narrow as $crate::kernels::transcendental::narrow::InVectors>::over;
                    $crate::ops::elementwise::map_blocks(&tensor.cast($crate::Dtype::Float32)?, over)
                }
            },
        }
    };
    ($wgsl:literal $([$($function:ident),+])?, wide |$x:ident| $float:expr) => {
        $crate::ops::elementwise::Map {
            wgsl: $crate::ops::elementwise::wgsl!($wgsl $([$($function),+])?),
            cpu: |tensor| {
                let wide = |$x: f64| -> f64 { $float };
                match tensor.dtype() {
                    $crate::Dtype::Float64 => $crate::ops::elementwise::map_loop(tensor, wide),
                    _ => {
                        $crate::ops::elementwise::map_loop(&tensor.cast($crate::Dtype::Float32)?, |x: f32| {
                            wide(x as f64) as f32
                        })
                    }
                }
            },
        }
    };
    ($wgsl:literal $([$($function:ident),+])?, float |$x:ident| $float:expr) => {
        $crate::ops::elementwise::Map {
            wgsl: $crate::ops::elementwise::wgsl!($wgsl $([$($function),+])?),
            cpu: |tensor| match tensor.dtype() {
                $crate::Dtype::Float64 => $crate::ops::elementwise::map_loop(tensor, |$x: f64| $float),
                _ => {
                    $crate::ops::elementwise::map_loop(&tensor.cast($crate::Dtype::Float32)?, |$x: f32| $float)
                }
            },
        }
    };
}
pub(crate) use map;

/// `zip! { "wgsl", float |a, b| …, int |a, b| … }`: a [`Zip`], with a second text after `/` where integers need another.
/// In braces, which rustfmt leaves alone: in parentheses it takes the bars for operators.
macro_rules! zip {
    (
        $wgsl:literal $([$($function:ident),+])? $(/ $int_wgsl:literal $([$($int_function:ident),+])?)?,
        float |$a:ident, $b:ident| $float:expr,
        int |$c:ident, $d:ident| $int:expr
    ) => {
        $crate::ops::elementwise::Zip {
            wgsl: $crate::ops::elementwise::wgsl!(
                $wgsl $([$($function),+])? $(/ $int_wgsl $([$($int_function),+])?)?
            ),
            cpu: |x, y, shape| match x.dtype() {
                $crate::Dtype::Float32 => {
                    $crate::ops::elementwise::zip_loop(x, y, shape, |$a: f32, $b: f32| $float)
                }
                $crate::Dtype::Float64 => {
                    $crate::ops::elementwise::zip_loop(x, y, shape, |$a: f64, $b: f64| $float)
                }
                _ => $crate::ops::elementwise::zip_loop(x, y, shape, |$c: i64, $d: i64| $int),
            },
        }
    };
}
pub(crate) use zip;

/// `wgsl_fn! { name, "fn name(…) …" }`: a function for operators' WGSL, which [`map!`] and [`zip!`] call by its name.
macro_rules! wgsl_fn {
    ($name:ident, $text:literal) => {
        macro_rules! $name {
            () => {
                concat!("\n", $text)
            };
        }
    };
}
pub(crate) use wgsl_fn;

macro_rules! wgsl {
    ($both:literal $([$($function:ident),+])?) => {
        $crate::ops::elementwise::Wgsl(concat!($both $($(, $function!())+)?), concat!($both $($(, $function!())+)?))
    };
    ($float:literal $([$($function:ident),+])? / $int:literal $([$($int_function:ident),+])?) => {
        $crate::ops::elementwise::Wgsl(
            concat!($float $($(, $function!())+)?),
            concat!($int $($(, $int_function!())+)?),
        )
    };
}
pub(crate) use wgsl;

/// Whether loops of our own may run over the values: float32 in memory of the CPU.
pub(super) fn is_plain(x: &Tensor) -> bool {
    x.dtype() == Dtype::Float32 && x.device() == Device::Cpu
}

/// A new tensor of `f` of each value, in the operand's order in memory where that has no gaps, as in PyTorch; there is
/// one loop for each `f`, whatever the order.
pub fn map_loop<T: Element, U: Element>(x: &Tensor, f: impl Fn(T) -> U) -> Result<Tensor> {
    let layout = x.layout().for_new();
    let copied = if layout.strides == x.layout().strides { None } else { Some(x.gather::<T>()?) };
    let stored = x.storage_values::<T>()?;
    let values = copied.as_deref().unwrap_or_else(|| &stored[x.layout().span()]);
    let mapped = recycle::collect(values.iter().map(|&x| f(x)))?;
    copied.into_iter().for_each(recycle::give);
    Ok(Tensor::from_parts(Storage::new(mapped), layout))
}

/// As [`map_loop`], by what changes so many values at a time, in place.
pub fn map_blocks<T: Element>(x: &Tensor, change: impl Fn(&mut [T])) -> Result<Tensor> {
    let layout = x.layout().for_new();
    let copied = if layout.strides == x.layout().strides { None } else { Some(x.gather::<T>()?) };
    let stored = x.storage_values::<T>()?;
    let values = copied.as_deref().unwrap_or_else(|| &stored[x.layout().span()]);
    let mut mapped = recycle::empty(values.len())?;
    for block in values.chunks(BLOCK) {
        mapped.extend_from_slice(block);
        let start = mapped.len() - block.len();
        change(&mut mapped[start..]);
    }
    copied.into_iter().for_each(recycle::give);
    Ok(Tensor::from_parts(Storage::new(mapped), layout))
}

/// Whether float32 values are farther from 0 than `limit`.
pub fn exceeds(x: &Tensor, limit: f32) -> Result<bool> {
    Ok(!all_stored(x, |value| value.abs() <= limit || value.is_nan())?)
}

/// Whether float32 values lie between the bounds, which they do not reach; NaN does not.
pub fn lies_within(x: &Tensor, low: f32, high: f32) -> Result<bool> {
    all_stored(x, |value| low < value && value < high)
}

/// Whether all values of a float32 tensor are so. Of a view, all of its storage is looked at: the answer may only decide
/// how values are computed.
fn all_stored(x: &Tensor, is_so: impl Fn(f32) -> bool) -> Result<bool> {
    let stored = x.storage_values::<f32>()?;
    let values = if x.is_contiguous() { &stored[x.layout().span()] } else { &stored[..] };
    // Without a way out in between, several values are looked at at once.
    Ok(values.iter().fold(true, |so_far, &value| so_far & is_so(value)))
}

/// Values next to each other by a step, which is 0 for one value that stands for all.
#[derive(Clone, Copy)]
pub struct Row<'a, T> {
    values: &'a [T],
    step: usize,
}

/// A new contiguous tensor of `f` of each pair of values, both broadcast to `shape`.
pub fn zip_loop<T: Element, U: Element>(
    a: &Tensor,
    b: &Tensor,
    shape: &[usize],
    f: impl Fn(T, T) -> U,
) -> Result<Tensor> {
    zip_rows(a, b, shape, &|a: Row<T>, b: Row<T>, width, out: &mut Vec<U>| match (a.step, b.step) {
        (1, 1) => out.extend(a.values[..width].iter().zip(&b.values[..width]).map(|(&x, &y)| f(x, y))),
        (1, 0) => {
            let y = b.values[0];
            out.extend(a.values[..width].iter().map(|&x| f(x, y)));
        }
        (0, 1) => {
            let x = a.values[0];
            out.extend(b.values[..width].iter().map(|&y| f(x, y)));
        }
        _ => out.extend((0..width).map(|i| f(a.values[i * a.step], b.values[i * b.step]))),
    })
}

/// What appends the results for two rows of so many values.
type ZipRow<'a, T, U> = &'a dyn Fn(Row<T>, Row<T>, usize, &mut Vec<U>);

/// Calls `row` for all values at once where they lie in one row, else for each row. It is compiled once for a pair of
/// types, whatever the operator.
fn zip_rows<T: Element, U: Element>(
    a: &Tensor,
    b: &Tensor,
    shape: &[usize],
    row: ZipRow<T, U>,
) -> Result<Tensor> {
    let (x, y) = (a.storage_values::<T>()?, b.storage_values::<T>()?);
    let count = shape.iter().product();
    let mut out = recycle::empty(count)?;
    if count == 0 {
        return Ok(Tensor::from_vec(out, shape));
    }
    if let Some(layout) = common_order(a, b, shape) {
        let step_of = |tensor: &Tensor| usize::from(tensor.numel() != 1);
        let a = Row { values: &x[a.storage_offset()..], step: step_of(a) };
        row(a, Row { values: &y[b.storage_offset()..], step: step_of(b) }, count, &mut out);
        return Ok(Tensor::from_parts(Storage::new(out), layout));
    }
    let step_of = |tensor: &Tensor| match tensor.numel() {
        1 => Some(0),
        _ => (tensor.shape() == shape && tensor.is_contiguous()).then_some(1),
    };
    if let (Some(step_a), Some(step_b)) = (step_of(a), step_of(b)) {
        let a = Row { values: &x[a.storage_offset()..], step: step_a };
        row(a, Row { values: &y[b.storage_offset()..], step: step_b }, count, &mut out);
        return Ok(Tensor::from_vec(out, shape));
    }
    let (a, b) = (a.layout().expand(shape), b.layout().expand(shape));
    let (width, step) = (shape[shape.len() - 1], |layout: &Layout| layout.strides[shape.len() - 1]);
    for (at_a, at_b) in a.rows().offsets().zip(b.rows().offsets()) {
        let a = Row { values: &x[at_a..], step: step(&a) };
        row(a, Row { values: &y[at_b..], step: step(&b) }, width, &mut out);
    }
    Ok(Tensor::from_vec(out, shape))
}

/// The order in memory that both operands have other than row by row, if it is one; a number goes with any.
fn common_order(a: &Tensor, b: &Tensor, shape: &[usize]) -> Option<Layout> {
    let (model, other) = if a.numel() == 1 { (b, a) } else { (a, b) };
    let is_order = model.shape() == shape && !model.is_contiguous() && model.layout().is_dense();
    let goes_along = other.numel() == 1 || (other.shape() == shape && other.strides() == model.strides());
    (is_order && goes_along).then(|| model.layout().at_start())
}
