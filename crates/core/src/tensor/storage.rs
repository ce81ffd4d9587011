//! The memory behind tensors: typed, shared by views, with a count of in-place changes. On the CPU it is a vector of
//! the dtype's values; on the GPU an expression that becomes a buffer when it is needed.

use std::{
    cell::{Cell, Ref, RefCell, RefMut},
    rc::Rc,
};

use half::{bf16, f16};

use super::{Dtype, Element};
#[cfg(feature = "webgpu")]
use crate::webgpu;

/// Where values live.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Device {
    #[default]
    Cpu,
    Webgpu,
}

impl Device {
    /// The device that a string such as `cpu` or `webgpu:0` names.
    pub fn from_name(name: &str) -> Option<Device> {
        match name.strip_suffix(":0").unwrap_or(name) {
            "cpu" => Some(Device::Cpu),
            "webgpu" => Some(Device::Webgpu),
            _ => None,
        }
    }
}

impl std::fmt::Display for Device {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Device::Cpu => f.write_str("cpu"),
            Device::Webgpu => f.write_str("webgpu:0"),
        }
    }
}

/// Shared memory; cloning shares.
#[derive(Debug, Clone)]
pub struct Storage(Rc<Inner>);

#[derive(Debug)]
struct Inner {
    dtype: Dtype,
    len: usize,
    memory: RefCell<Memory>,
    version: Cell<u32>,
}

#[derive(Debug)]
enum Memory {
    Cpu(Values),
    #[cfg(feature = "webgpu")]
    Gpu(webgpu::Value),
}

macro_rules! values {
    ($($name:ident($type:ty)),*) => {
        /// Values of one dtype. A vector per type: aligned, and no cast is ever needed.
        #[derive(Debug, Clone)]
        pub enum Values { $($name(Vec<$type>)),* }

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

const WRONG_TYPE: &str = "the caller dispatched on dtype and device";

impl Memory {
    fn values<T: Element>(&self) -> Option<&Vec<T>> {
        match self {
            Memory::Cpu(values) => T::get(values),
            #[cfg(feature = "webgpu")]
            Memory::Gpu(_) => None,
        }
    }
    fn values_mut<T: Element>(&mut self) -> Option<&mut Vec<T>> {
        match self {
            Memory::Cpu(values) => T::get_mut(values),
            #[cfg(feature = "webgpu")]
            Memory::Gpu(_) => None,
        }
    }
}

impl Storage {
    pub fn new<T: Element>(values: Vec<T>) -> Self {
        let len = values.len();
        Storage::of(T::DTYPE, len, Memory::Cpu(T::wrap(values)))
    }
    /// Values on the GPU; see [`crate::webgpu`] for how the dtypes are kept there.
    #[cfg(feature = "webgpu")]
    pub fn on_gpu(dtype: Dtype, value: webgpu::Value) -> Self {
        Storage::of(dtype, value.numel(), Memory::Gpu(value))
    }
    fn of(dtype: Dtype, len: usize, memory: Memory) -> Self {
        Storage(Rc::new(Inner { dtype, len, memory: RefCell::new(memory), version: Cell::new(0) }))
    }
    pub fn dtype(&self) -> Dtype {
        self.0.dtype
    }
    pub fn device(&self) -> Device {
        match &*self.0.memory.borrow() {
            Memory::Cpu(_) => Device::Cpu,
            #[cfg(feature = "webgpu")]
            Memory::Gpu(_) => Device::Webgpu,
        }
    }
    /// The values on the GPU, row-major.
    #[cfg(feature = "webgpu")]
    pub fn gpu_value(&self) -> Option<webgpu::Value> {
        match &*self.0.memory.borrow() {
            Memory::Cpu(_) => None,
            Memory::Gpu(value) => Some(value.clone()),
        }
    }
    /// Replaces the values on the GPU, where buffers are never written twice: an in-place change.
    #[cfg(feature = "webgpu")]
    pub fn set_gpu_value(&self, value: webgpu::Value) {
        *self.0.memory.borrow_mut() = Memory::Gpu(value);
        self.bump_version();
    }
    /// How many values it holds.
    pub fn len(&self) -> usize {
        self.0.len
    }
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    pub fn is_same(&self, other: &Storage) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
    /// An address that names this storage while it lives: `data_ptr()`.
    pub fn address(&self) -> usize {
        Rc::as_ptr(&self.0) as usize
    }
    /// How often its values were changed in place: autograd checks that saved values are still theirs.
    pub fn version(&self) -> u32 {
        self.0.version.get()
    }
    pub fn bump_version(&self) {
        self.0.version.set(self.0.version.get().wrapping_add(1));
    }
    /// # Panics
    /// If `T` is not the storage's dtype, it is being written, or it is not on the CPU.
    #[inline]
    pub fn values<T: Element>(&self) -> Ref<'_, [T]> {
        Ref::map(self.0.memory.borrow(), |memory| memory.values::<T>().expect(WRONG_TYPE).as_slice())
    }
    /// # Panics
    /// If `T` is not the storage's dtype, it is being read, or it is not on the CPU.
    #[inline]
    pub fn values_mut<T: Element>(&self) -> RefMut<'_, [T]> {
        RefMut::map(self.0.memory.borrow_mut(), |memory| {
            memory.values_mut::<T>().expect(WRONG_TYPE).as_mut_slice()
        })
    }
}
