//! Arguments and results of operators, as the table's functions take and give them.

use smallvec::SmallVec;

use super::{Operand, Signature};
use crate::{Device, Dtype, Error, Result, Scalar, Tensor, random::SharedGenerator};

/// One argument, already of its parameter's type.
#[derive(Clone, Debug)]
pub enum Arg {
    None,
    Tensor(Tensor),
    Tensors(Vec<Tensor>),
    /// Numbers and bools.
    Scalar(Scalar),
    Ints(SmallVec<[i64; 4]>),
    Str(String),
    Dtype(Dtype),
    Device(Device),
    Generator(SharedGenerator),
}

/// The arguments of one call, one per parameter of the signature, defaults filled in.
#[derive(Clone, Debug, Default)]
pub struct Args(pub SmallVec<[Arg; 4]>);

macro_rules! getters {
    ($($(#[$doc:meta])* $name:ident, $optional:ident: $variant:ident => $type:ty, $copy:expr;)*) => {$(
        $(#[$doc])*
        pub fn $name(&self, index: usize) -> Result<$type> {
            self.$optional(index)?.ok_or_else(|| missing(index))
        }
        $(#[$doc])*
        /// `None` where Python's `None` was given.
        pub fn $optional(&self, index: usize) -> Result<Option<$type>> {
            match &self.0[index] {
                Arg::None => Ok(None),
                Arg::$variant(value) => Ok(Some($copy(value))),
                other => Err(mismatch(index, other)),
            }
        }
    )*};
}

impl Args {
    pub fn new(args: impl IntoIterator<Item = Arg>) -> Self {
        Args(args.into_iter().collect())
    }

    /// Fills the missing places at the end with the signature's defaults.
    pub fn with_defaults(mut self, signature: &Signature) -> Self {
        for parameter in signature.parameters.iter().skip(self.0.len()) {
            self.0.push(parameter.default.clone().unwrap_or(Arg::None));
        }
        self
    }

    pub fn tensor(&self, index: usize) -> Result<&Tensor> {
        self.optional_tensor(index)?.ok_or_else(|| missing(index))
    }
    pub fn optional_tensor(&self, index: usize) -> Result<Option<&Tensor>> {
        match &self.0[index] {
            Arg::None => Ok(None),
            Arg::Tensor(tensor) => Ok(Some(tensor)),
            other => Err(mismatch(index, other)),
        }
    }
    /// A tensor or a number.
    pub fn operand(&self, index: usize) -> Result<Operand<'_>> {
        match &self.0[index] {
            Arg::Tensor(tensor) => Ok(Operand::Tensor(tensor)),
            Arg::Scalar(value) => Ok(Operand::Scalar(*value)),
            other => Err(mismatch(index, other)),
        }
    }
    pub fn tensors(&self, index: usize) -> Result<&[Tensor]> {
        match &self.0[index] {
            Arg::Tensors(tensors) => Ok(tensors),
            other => Err(mismatch(index, other)),
        }
    }
    /// Sizes, dimensions: an empty slice for `None`.
    pub fn ints(&self, index: usize) -> Result<&[i64]> {
        Ok(self.optional_ints(index)?.unwrap_or_default())
    }
    pub fn optional_ints(&self, index: usize) -> Result<Option<&[i64]>> {
        match &self.0[index] {
            Arg::None => Ok(None),
            Arg::Ints(ints) => Ok(Some(ints)),
            other => Err(mismatch(index, other)),
        }
    }
    pub fn bool(&self, index: usize) -> Result<bool> {
        self.scalar(index).map(Scalar::to_bool)
    }
    pub fn int(&self, index: usize) -> Result<i64> {
        self.scalar(index).map(Scalar::to_i64)
    }
    pub fn optional_int(&self, index: usize) -> Result<Option<i64>> {
        Ok(self.optional_scalar(index)?.map(Scalar::to_i64))
    }
    pub fn float(&self, index: usize) -> Result<f64> {
        self.scalar(index).map(Scalar::to_f64)
    }
    pub fn optional_float(&self, index: usize) -> Result<Option<f64>> {
        Ok(self.optional_scalar(index)?.map(Scalar::to_f64))
    }

    getters! {
        /// A number or bool.
        scalar, optional_scalar: Scalar => Scalar, |value: &Scalar| *value;
        /// A `torch.dtype`.
        dtype, optional_dtype: Dtype => Dtype, |value: &Dtype| *value;
        /// A `torch.device`.
        device, optional_device: Device => Device, |value: &Device| *value;
        /// A string.
        str, optional_str: Str => String, String::clone;
        /// A `torch.Generator`.
        generator, optional_generator: Generator => SharedGenerator, SharedGenerator::clone;
    }
}

/// The binding checks types against the signature: these speak of a mistake in an operator file.
fn missing(index: usize) -> Error {
    Error::Type(format!("argument {index} must not be None"))
}
fn mismatch(index: usize, given: &Arg) -> Error {
    Error::Type(format!("argument {index} has an unexpected type: {given:?}"))
}

/// What an operator returns to Python.
#[derive(Clone, Debug)]
pub enum Value {
    None,
    Tensor(Tensor),
    /// A tuple of tensors.
    Tensors(Vec<Tensor>),
    /// A named tuple of `torch.return_types`: its fields' names with their tensors.
    Named(&'static str, Vec<(&'static str, Tensor)>),
    Scalar(Scalar),
    /// A `torch.Size` or a tuple of ints.
    Ints(Vec<i64>),
    Dtype(Dtype),
}

impl Value {
    /// All tensors that it holds.
    pub fn tensors(&self) -> impl Iterator<Item = &Tensor> {
        let (one, several, named): (_, &[Tensor], &[(&str, Tensor)]) = match self {
            Self::Tensor(tensor) => (Some(tensor), &[], &[]),
            Self::Tensors(tensors) => (None, tensors, &[]),
            Self::Named(_, fields) => (None, &[], fields),
            _ => (None, &[], &[]),
        };
        one.into_iter().chain(several).chain(named.iter().map(|(_, tensor)| tensor))
    }

    /// The named tuple of operators that say where their values were found.
    pub(super) fn values_and_indices(name: &'static str, (values, indices): (Tensor, Tensor)) -> Self {
        Value::Named(name, vec![("values", values), ("indices", indices)])
    }
}

impl From<Tensor> for Value {
    fn from(tensor: Tensor) -> Self {
        Value::Tensor(tensor)
    }
}
impl From<Vec<Tensor>> for Value {
    fn from(tensors: Vec<Tensor>) -> Self {
        Value::Tensors(tensors)
    }
}
impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Value::Scalar(Scalar::Bool(value))
    }
}

impl From<Tensor> for Arg {
    fn from(tensor: Tensor) -> Self {
        Arg::Tensor(tensor)
    }
}
impl From<Scalar> for Arg {
    fn from(scalar: Scalar) -> Self {
        Arg::Scalar(scalar)
    }
}
impl From<f64> for Arg {
    fn from(value: f64) -> Self {
        Arg::Scalar(Scalar::Float(value))
    }
}
impl From<i64> for Arg {
    fn from(value: i64) -> Self {
        Arg::Scalar(Scalar::Int(value))
    }
}
impl From<bool> for Arg {
    fn from(value: bool) -> Self {
        Arg::Scalar(Scalar::Bool(value))
    }
}
impl From<&str> for Arg {
    fn from(value: &str) -> Self {
        Arg::Str(value.into())
    }
}
impl<const N: usize> From<[i64; N]> for Arg {
    fn from(value: [i64; N]) -> Self {
        Arg::Ints(value.into_iter().collect())
    }
}
impl From<Vec<Tensor>> for Arg {
    fn from(tensors: Vec<Tensor>) -> Self {
        Arg::Tensors(tensors)
    }
}
