//! How a tensor is printed, character for character as PyTorch prints it.
//!
//! What it is not: the text of a Python number (Python's own business) or of `Parameter` (a class in Python).
//! Start at [`Tensor::text_with`]; [`Formatter`] decides how all numbers of one tensor look.

use std::borrow::Cow;

use super::{Dtype, Layout, Scalar, Tensor, dtype::default_float};
use crate::{Device, Result};

/// `torch.set_printoptions`.
#[derive(Debug, Clone, PartialEq)]
pub struct PrintOptions {
    /// Digits after the decimal point.
    pub precision: usize,
    /// More elements than this are summarised.
    pub threshold: usize,
    /// How many elements a summary shows at each end of a dimension.
    pub edgeitems: usize,
    /// Characters per line.
    pub linewidth: usize,
    /// `None` decides by the values.
    pub sci_mode: Option<bool>,
    /// What stands before the parenthesis.
    pub class: Cow<'static, str>,
}

impl Default for PrintOptions {
    fn default() -> Self {
        PrintOptions {
            precision: 4,
            threshold: 1000,
            edgeitems: 3,
            linewidth: 80,
            sci_mode: None,
            class: Cow::Borrowed("tensor"),
        }
    }
}

impl PrintOptions {
    /// How far the values are indented.
    fn indent(&self) -> usize {
        self.class.chars().count() + 1
    }
}

impl Tensor {
    /// `repr(tensor)`, with what a layer above has to say of it, such as `requires_grad=True`.
    pub(crate) fn text_with(&self, options: &PrintOptions, more: Option<String>) -> String {
        let mut suffixes = Vec::new();
        if self.device() != Device::Cpu {
            suffixes.push(format!("device='{}'", self.device()));
        }
        let is_empty = self.numel() == 0;
        if is_empty && self.ndim() != 1 {
            suffixes.push(format!("size={}", tuple_text(self.shape())));
        }
        // Without elements, int64 and bool cannot be told from the digits.
        let is_evident = self.dtype() == default_float()
            || (!is_empty && matches!(self.dtype(), Dtype::Int64 | Dtype::Bool));
        if !is_evident {
            suffixes.push(format!("dtype={}", self.dtype()));
        }
        suffixes.extend(more);
        let values = match self.to_device(Device::Cpu) {
            _ if is_empty => Ok("[]".into()),
            here => here.and_then(|here| Page::new(&here, options)?.text()),
        };
        // Printing cannot fail: what is lost says so in the values' place.
        let values = values.unwrap_or_else(|error| format!("<{error}>"));
        with_suffixes(format!("{}({values}", options.class), &suffixes, options)
    }
}

/// `(2,)`, `(2, 3)`.
fn tuple_text(shape: &[usize]) -> String {
    let sizes: Vec<String> = shape.iter().map(usize::to_string).collect();
    let comma = if shape.len() == 1 { "," } else { "" };
    format!("({}{comma})", sizes.join(", "))
}

/// Appends the suffixes, each on a line of its own where it would pass the line width.
fn with_suffixes(mut text: String, suffixes: &[String], options: &PrintOptions) -> String {
    let mut width = match text.rfind('\n') {
        Some(at) => text.len() - at + 1,
        None => text.len() + 2,
    };
    for suffix in suffixes {
        if width + suffix.len() + 2 > options.linewidth {
            text += &format!(",\n{}{suffix}", " ".repeat(options.indent()));
            width = options.indent() + suffix.len();
        } else {
            text += &format!(", {suffix}");
            width += suffix.len() + 2;
        }
    }
    text + ")"
}

/// The values of a tensor on their way onto lines.
struct Page<'a> {
    tensor: &'a Tensor,
    options: &'a PrintOptions,
    is_summary: bool,
    formatter: Formatter,
}

impl<'a> Page<'a> {
    fn new(tensor: &'a Tensor, options: &'a PrintOptions) -> Result<Self> {
        let is_summary = tensor.numel() > options.threshold;
        let mut shown = Vec::new();
        let mut page = Page { tensor, options, is_summary, formatter: Formatter::default() };
        page.collect(tensor.layout(), 0, &mut shown)?;
        page.formatter = Formatter::new(&shown, tensor.dtype(), options);
        Ok(page)
    }

    fn text(&self) -> Result<String> {
        self.dim_text(self.tensor.layout(), 0, self.options.indent())
    }

    /// The indices shown of a dimension, in order; `None` stands for the dots.
    fn shown(&self, size: usize) -> Vec<Option<usize>> {
        let edge = self.options.edgeitems;
        if self.is_summary && size > 2 * edge {
            (0..edge).map(Some).chain([None]).chain((size - edge..size).map(Some)).collect()
        } else {
            (0..size).map(Some).collect()
        }
    }

    /// The values that will be shown: only they decide the format.
    fn collect(&self, layout: &Layout, dim: usize, values: &mut Vec<Scalar>) -> Result<()> {
        if dim == layout.shape.len() {
            values.push(self.tensor.value_at(layout.offset)?);
            return Ok(());
        }
        for index in self.shown(layout.shape[dim]).into_iter().flatten() {
            self.collect(&at(layout, dim, index), dim + 1, values)?;
        }
        Ok(())
    }

    fn dim_text(&self, layout: &Layout, dim: usize, indent: usize) -> Result<String> {
        let dims_left = layout.shape.len() - dim;
        if dims_left == 0 {
            return Ok(self.formatter.text(self.tensor.value_at(layout.offset)?));
        }
        if dims_left == 1 {
            return self.vector_text(layout, dim, indent);
        }
        let parts = self.shown(layout.shape[dim]).into_iter().map(|index| match index {
            Some(index) => self.dim_text(&at(layout, dim, index), dim + 1, indent + 1),
            None => Ok("...".into()),
        });
        let between = format!(",{}{}", "\n".repeat(dims_left - 1), " ".repeat(indent + 1));
        Ok(format!("[{}]", parts.collect::<Result<Vec<_>>>()?.join(&between)))
    }

    fn vector_text(&self, layout: &Layout, dim: usize, indent: usize) -> Result<String> {
        let parts = self
            .shown(layout.shape[dim])
            .into_iter()
            .map(|index| match index {
                Some(index) => Ok(self.formatter.text(self.tensor.value_at(at(layout, dim, index).offset)?)),
                None => Ok(" ...".into()),
            })
            .collect::<Result<Vec<String>>>()?;
        let room = self.options.linewidth.saturating_sub(indent);
        let per_line = (room / (self.formatter.width + 2)).max(1);
        let lines: Vec<String> = parts.chunks(per_line).map(|line| line.join(", ")).collect();
        Ok(format!("[{}]", lines.join(&format!(",\n{}", " ".repeat(indent + 1)))))
    }
}

/// The layout with `dim` fixed at `index`: its place moves, its shape stays.
fn at(layout: &Layout, dim: usize, index: usize) -> Layout {
    Layout { offset: layout.offset + index * layout.strides[dim], ..layout.clone() }
}

/// One look for all numbers of a tensor: as wide as the widest, with a point only where one has a fraction, with
/// an exponent where they lie too far apart.
#[derive(Default)]
struct Formatter {
    is_float: bool,
    /// All finite values are whole: `1.` instead of `1.0000`.
    is_whole: bool,
    is_scientific: bool,
    precision: usize,
    width: usize,
}

impl Formatter {
    fn new(values: &[Scalar], dtype: Dtype, options: &PrintOptions) -> Self {
        let is_float = dtype.is_float();
        let mut formatter = Formatter {
            is_float,
            is_whole: true,
            is_scientific: false,
            precision: options.precision,
            width: 1,
        };
        if !is_float {
            formatter.width = values.iter().map(|&value| plain_text(value).len()).max().unwrap_or(1);
            return formatter;
        }
        let finite = values.iter().map(|value| value.to_f64());
        let finite: Vec<f64> = finite.filter(|value| value.is_finite() && *value != 0.0).collect();
        if !finite.is_empty() {
            formatter.fit(&finite, options.sci_mode);
        }
        formatter
    }

    fn fit(&mut self, finite: &[f64], sci_mode: Option<bool>) {
        let magnitudes = finite.iter().map(|value| value.abs());
        let largest = magnitudes.clone().fold(0.0, f64::max);
        let smallest = magnitudes.fold(f64::INFINITY, f64::min);
        self.is_whole = finite.iter().all(|value| value.fract() == 0.0);
        let is_wide = largest / smallest > 1000.0 || largest > 1e8 || (!self.is_whole && smallest < 1e-4);
        self.is_scientific = sci_mode.unwrap_or(is_wide);
        self.width = finite.iter().map(|&value| self.float_text(value).len()).fold(1, usize::max);
    }

    fn float_text(&self, value: f64) -> String {
        if !value.is_finite() {
            return if value.is_nan() { "nan".into() } else { format!("{value}") };
        }
        match (self.is_scientific, self.is_whole) {
            (true, _) => scientific_text(value, self.precision),
            (false, true) => format!("{value:.0}."),
            (false, false) => format!("{value:.*}", self.precision),
        }
    }

    fn text(&self, value: Scalar) -> String {
        let text = if self.is_float { self.float_text(value.to_f64()) } else { plain_text(value) };
        format!("{text:>width$}", width = self.width)
    }
}

fn plain_text(value: Scalar) -> String {
    match value {
        Scalar::Bool(true) => "True".into(),
        Scalar::Bool(false) => "False".into(),
        _ => value.to_i64().to_string(),
    }
}

/// `1.0000e+05`: the exponent has a sign and at least two digits.
fn scientific_text(value: f64, precision: usize) -> String {
    let text = format!("{value:.precision$e}");
    let (mantissa, exponent) = text.split_once('e').expect("an exponent");
    let exponent: i32 = exponent.parse().expect("an integer");
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{mantissa}e{sign}{:02}", exponent.abs())
}
