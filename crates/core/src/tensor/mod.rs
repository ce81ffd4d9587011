//! The tensor: a view (shape, strides, offset) of shared storage, with its place in the autograd graph.
//!
//! What it is not: arithmetic (see [`crate::ops`]) or the backward pass (see [`crate::autograd`]).
//! Start reading at [`Tensor`]; [`dtype`] has the tables, [`storage`] the memory, [`layout`] the geometry.

mod attached;
mod bytes;
mod convert;
pub(crate) mod device;
pub mod dtype;
pub mod element;
pub(crate) mod gpu;
pub mod held;
pub mod limits;
pub mod memory;
mod print;
pub(crate) mod recycle;
mod scalar;
pub mod storage;

use std::cell::{Ref, RefMut};

pub(crate) use attached::Attached;
pub use device::{Device, common_device, default_device, guarded, set_default_device};
pub use dtype::Dtype;
pub use element::Element;
pub use print::PrintOptions;
pub use scalar::Scalar;
pub use storage::Storage;

use crate::error::Result;
pub use crate::layout::{self, Dims, Layout};

/// A tensor. Cloning shares storage and graph, as assigning a name does in Python.
#[derive(Clone)]
pub struct Tensor {
    storage: Storage,
    layout: Layout,
    attached: Attached,
    /// Whether what is attached to the storage counts for this tensor: not after `detach`.
    follows: bool,
}

impl Tensor {
    pub fn from_parts(storage: Storage, layout: Layout) -> Self {
        Tensor { storage, layout, attached: Attached::default(), follows: true }
    }

    /// A new contiguous tensor; `values` are in row-major order.
    ///
    /// # Panics
    /// If the number of values does not fit the shape: a bug in the caller, never input.
    pub fn from_vec<T: Element>(values: Vec<T>, shape: &[usize]) -> Self {
        assert_eq!(values.len(), shape.iter().product::<usize>(), "values fit the shape");
        Tensor::from_parts(Storage::new(values), Layout::contiguous(shape))
    }

    /// A 0-d tensor.
    pub fn scalar(value: Scalar, dtype: Dtype) -> Self {
        crate::dispatch!(dtype, T => Tensor::from_vec(vec![T::from_scalar(value)], &[]))
    }

    /// # Errors
    /// `RuntimeError` if there is not so much memory.
    pub fn full(shape: &[usize], value: Scalar, dtype: Dtype) -> Result<Self> {
        let count = memory::numel(shape)?;
        let storage =
            crate::dispatch!(dtype, T => Storage::new(recycle::filled(T::from_scalar(value), count)?));
        Ok(Tensor::from_parts(storage, Layout::contiguous(shape)))
    }

    /// # Errors
    /// As [`Tensor::full`].
    pub fn zeros(shape: &[usize], dtype: Dtype) -> Result<Self> {
        Tensor::full(shape, Scalar::Int(0), dtype)
    }

    pub fn shape(&self) -> &[usize] {
        &self.layout.shape
    }
    /// In elements, not bytes.
    pub fn strides(&self) -> &[usize] {
        &self.layout.strides
    }
    /// In elements from the storage's start.
    pub fn storage_offset(&self) -> usize {
        self.layout.offset
    }
    pub fn layout(&self) -> &Layout {
        &self.layout
    }
    pub fn storage(&self) -> &Storage {
        &self.storage
    }
    pub fn dtype(&self) -> Dtype {
        self.storage.dtype()
    }
    pub fn device(&self) -> Device {
        self.storage.device()
    }
    pub fn ndim(&self) -> usize {
        self.layout.shape.len()
    }
    pub fn numel(&self) -> usize {
        self.layout.numel()
    }
    pub fn is_contiguous(&self) -> bool {
        self.layout.is_contiguous()
    }

    /// The same storage seen through another layout, outside any graph.
    pub fn with_layout(&self, layout: Layout) -> Self {
        Tensor { storage: self.storage.clone(), layout, attached: Attached::default(), follows: false }
    }
    /// As [`Tensor::with_layout`]; what is attached to the storage counts for the view as it does for this tensor.
    pub(crate) fn following(&self, layout: Layout) -> Self {
        Tensor { follows: self.follows, ..self.with_layout(layout) }
    }

    /// The whole storage as values of its dtype; index it with the layout.
    ///
    /// # Errors
    /// Here and below: [`crate::Error::NotOnCpu`] if they are not on the CPU.
    ///
    /// # Panics
    /// If `T` is not the tensor's dtype: callers dispatch first.
    #[inline]
    pub fn storage_values<T: Element>(&self) -> Result<Ref<'_, [T]>> {
        self.storage.values()
    }
    /// The whole storage, to write; counts as an in-place change.
    #[inline]
    pub fn storage_values_mut<T: Element>(&self) -> Result<RefMut<'_, [T]>> {
        self.storage.values_mut()
    }

    /// The values of a contiguous tensor, exactly `numel` of them.
    ///
    /// # Panics
    /// As [`Tensor::storage_values`], and if the tensor is not contiguous.
    pub fn contiguous_values<T: Element>(&self) -> Result<Ref<'_, [T]>> {
        assert!(self.is_contiguous(), "made contiguous by the caller");
        Ok(Ref::map(self.storage.values()?, |values| &values[self.layout.span()]))
    }

    /// This tensor's values in row-major order, converted to `T`; of a tensor on the CPU.
    ///
    /// # Errors
    /// `RuntimeError` if there is not so much memory.
    pub fn to_vec<T: Element>(&self) -> Result<Vec<T>> {
        self.cast(T::DTYPE)?.gather()
    }

    /// The one value of a one-element tensor.
    pub fn item(&self) -> Result<Scalar> {
        if self.numel() != 1 {
            crate::bail!(Runtime, "a Tensor with {} elements cannot be converted to Scalar", self.numel());
        }
        let here = self.to_device(Device::Cpu)?;
        here.value_at(here.layout.offset)
    }

    /// The value at a storage index; of a tensor on the CPU.
    pub fn value_at(&self, index: usize) -> Result<Scalar> {
        Ok(crate::dispatch!(self.dtype(), T => self.storage_values::<T>()?[index].to_scalar()))
    }

    /// What the layer above keeps with this tensor and its clones.
    #[inline]
    pub(crate) fn attached(&self) -> &Attached {
        &self.attached
    }
    pub(crate) fn attach(&mut self, attached: Attached) {
        self.attached = attached;
    }
    pub(crate) fn follows_storage(&self) -> bool {
        self.follows
    }
    /// Follows its storage from now on if nobody else shares it yet: an operator made it, whatever it went through
    /// inside.
    pub fn begins_history(mut self) -> Self {
        self.follows = self.follows || self.storage.is_unshared();
        self
    }
    /// The same values outside the graph; storage is shared.
    pub fn detach(&self) -> Tensor {
        self.with_layout(self.layout.clone())
    }
    /// `Tensor.data`: the values outside the graph, which does not count how often they are changed by way of it.
    pub fn data(&self) -> Tensor {
        Tensor { storage: self.storage.uncounted(), ..self.detach() }
    }
    /// Replaces the values (`x.data = y`), keeping this tensor's place in the graph and its gradient.
    pub fn set_data(&mut self, data: &Tensor) {
        // As after `x.data *= 2`: the memory is this tensor's already, and so is its count of changes.
        if !self.storage.is_same(&data.storage) {
            self.storage = data.storage.clone();
        }
        self.layout = data.layout.clone();
    }
    /// Whether this is all of its storage, row by row, and nobody else holds it.
    pub(crate) fn is_alone(&self) -> bool {
        self.is_contiguous() && self.numel() == self.storage.len() && self.storage.is_unshared()
    }
    /// Whether both are the same view of the same storage.
    pub fn is_same_view(&self, other: &Tensor) -> bool {
        self.storage.is_same(&other.storage) && self.layout == other.layout
    }
}

impl std::fmt::Debug for Tensor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text_with(&PrintOptions::default(), None))
    }
}
