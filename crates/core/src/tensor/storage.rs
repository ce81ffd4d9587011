//! The memory behind tensors: typed, shared by views, with a count of in-place changes. On the CPU it is a vector of
//! the dtype's values; on the GPU a value of [`crate::webgpu`], which becomes a buffer when it is needed.

use std::{
    cell::{Cell, Ref, RefCell, RefMut},
    rc::Rc,
};

use half::{bf16, f16};

use super::{Attached, Device, Dtype, Element, held, recycle};
use crate::{Error, Result, webgpu::GpuValue};

/// Shared memory; cloning shares. With it may come a count of changes of its own, see [`Storage::uncounted`].
#[derive(Debug, Clone)]
pub struct Storage(Rc<Inner>, Option<Rc<Cell<u32>>>);

#[derive(Debug)]
struct Inner {
    dtype: Dtype,
    values: RefCell<Values>,
    version: Cell<u32>,
    attached: Attached,
    /// The values, where they are not on the CPU.
    on_gpu: Option<RefCell<GpuValue>>,
}

/// What nobody sees any more is used again.
impl Drop for Inner {
    fn drop(&mut self) {
        held::give(self.values.get_mut().capacity_bytes());
        recycle::give_values(std::mem::replace(self.values.get_mut(), Values::Bool(Vec::new())));
    }
}

macro_rules! values {
    ($($name:ident($type:ty)),*) => {
        /// Values of one dtype. A vector per type: aligned, and no cast is ever needed.
        #[derive(Debug, Clone)]
        pub enum Values { $($name(Vec<$type>)),* }

        impl Values {
            pub fn len(&self) -> usize {
                match self { $(Values::$name(values) => values.len()),* }
            }
            pub fn is_empty(&self) -> bool {
                self.len() == 0
            }
            /// How much memory it has, used or not.
            pub(super) fn capacity_bytes(&self) -> usize {
                match self { $(Values::$name(values) => values.capacity() * size_of::<$type>()),* }
            }
        }

        $(impl StoredAs for $type {
            #[inline]
            fn wrap(values: Vec<$type>) -> Values {
                Values::$name(values)
            }
            #[inline]
            fn get(values: &Values) -> Option<&Vec<$type>> {
                if let Values::$name(values) = values { Some(values) } else { None }
            }
            #[inline]
            fn get_mut(values: &mut Values) -> Option<&mut Vec<$type>> {
                if let Values::$name(values) = values { Some(values) } else { None }
            }
        })*
    };
}

/// How an element's vector is found in [`Values`].
pub trait StoredAs: Sized {
    fn wrap(values: Vec<Self>) -> Values;
    fn get(values: &Values) -> Option<&Vec<Self>>;
    fn get_mut(values: &mut Values) -> Option<&mut Vec<Self>>;
}

values!(
    Bool(bool),
    Uint8(u8),
    Int8(i8),
    Int16(i16),
    Int32(i32),
    Int64(i64),
    Float16(f16),
    Bfloat16(bf16),
    Float32(f32),
    Float64(f64)
);

const WRONG_TYPE: &str = "the caller dispatched on the dtype";

impl Storage {
    pub fn new<T: Element>(values: Vec<T>) -> Self {
        let values = T::wrap(values);
        held::take(values.capacity_bytes());
        Storage(
            Rc::new(Inner {
                dtype: T::DTYPE,
                values: RefCell::new(values),
                version: Cell::new(0),
                attached: Attached::default(),
                on_gpu: None,
            }),
            None,
        )
    }
    pub fn dtype(&self) -> Dtype {
        self.0.dtype
    }
    #[inline]
    pub fn device(&self) -> Device {
        if self.0.on_gpu.is_some() {
            return Device::WebGpu;
        }
        Device::Cpu
    }
    /// How many values it holds.
    pub fn len(&self) -> usize {
        if let Some(value) = &self.0.on_gpu {
            return value.borrow().numel();
        }
        self.0.values.borrow().len()
    }
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    pub(super) fn is_unshared(&self) -> bool {
        Rc::strong_count(&self.0) == 1
    }
    pub fn is_same(&self, other: &Storage) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
    /// An address that names this storage while it lives: `data_ptr()`.
    pub fn address(&self) -> usize {
        Rc::as_ptr(&self.0) as usize
    }
    /// How often its values were changed in place: who saved them can tell that they are not theirs any more.
    pub fn version(&self) -> u32 {
        self.count().get()
    }
    fn count(&self) -> &Cell<u32> {
        self.1.as_deref().unwrap_or(&self.0.version)
    }
    /// The same memory, of which others do not count the changes that are made by way of this: `Tensor.data`.
    pub(crate) fn uncounted(&self) -> Self {
        Storage(self.0.clone(), Some(Rc::new(Cell::new(0))))
    }
    /// What the layer above keeps with these values, for all who share them.
    pub(crate) fn attached(&self) -> &Attached {
        &self.0.attached
    }
    pub fn bump_version(&self) {
        self.count().set(self.version().wrapping_add(1));
    }
    /// # Errors
    /// [`Error::NotOnCpu`] if the values are not on the CPU.
    ///
    /// # Panics
    /// If `T` is not the storage's dtype, or it is being written.
    #[inline]
    pub fn values<T: Element>(&self) -> Result<Ref<'_, [T]>> {
        self.check_on_cpu()?;
        Ok(Ref::map(self.0.values.borrow(), |values| T::get(values).expect(WRONG_TYPE).as_slice()))
    }
    /// # Errors
    /// As [`Storage::values`].
    ///
    /// # Panics
    /// If `T` is not the storage's dtype, or it is being read.
    #[inline]
    pub fn values_mut<T: Element>(&self) -> Result<RefMut<'_, [T]>> {
        self.check_on_cpu()?;
        let values = self.0.values.borrow_mut();
        Ok(RefMut::map(values, |values| T::get_mut(values).expect(WRONG_TYPE).as_mut_slice()))
    }
    #[inline]
    fn check_on_cpu(&self) -> Result<()> {
        if self.device() == Device::Cpu { Ok(()) } else { Err(Error::NotOnCpu) }
    }
}

impl Storage {
    pub(crate) fn new_on_gpu(dtype: Dtype, value: GpuValue) -> Self {
        Storage(
            Rc::new(Inner {
                dtype,
                values: RefCell::new(crate::dispatch!(dtype, T => T::wrap(Vec::new()))),
                version: Cell::new(0),
                attached: Attached::default(),
                on_gpu: Some(RefCell::new(value)),
            }),
            None,
        )
    }
    /// The values on the GPU, if they are there.
    pub(crate) fn gpu_value(&self) -> Option<GpuValue> {
        self.0.on_gpu.as_ref().map(|value| value.borrow().clone())
    }
    /// Replaces the values on the GPU: an in-place change.
    pub(crate) fn set_gpu_value(&self, value: GpuValue) {
        if let Some(slot) = &self.0.on_gpu {
            slot.replace(value);
            self.bump_version();
        }
    }
}
