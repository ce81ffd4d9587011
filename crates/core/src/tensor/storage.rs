//! The memory behind tensors: typed, shared by views, with a count of in-place changes.

use std::{
    cell::{Cell, Ref, RefCell, RefMut},
    rc::Rc,
};

use half::{bf16, f16};

use super::{Dtype, Element};

/// Where values live.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Device {
    #[default]
    Cpu,
}

impl std::fmt::Display for Device {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Device::Cpu => f.write_str("cpu"),
        }
    }
}

/// Shared memory; cloning shares.
#[derive(Debug, Clone)]
pub struct Storage(Rc<Inner>);

#[derive(Debug)]
struct Inner {
    dtype: Dtype,
    values: RefCell<Values>,
    version: Cell<u32>,
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
        let inner = Inner { dtype: T::DTYPE, values: RefCell::new(T::wrap(values)), version: Cell::new(0) };
        Storage(Rc::new(inner))
    }
    pub fn dtype(&self) -> Dtype {
        self.0.dtype
    }
    pub fn device(&self) -> Device {
        Device::Cpu
    }
    /// How many values it holds.
    pub fn len(&self) -> usize {
        self.0.values.borrow().len()
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
    /// If `T` is not the storage's dtype, or it is being written.
    #[inline]
    pub fn values<T: Element>(&self) -> Ref<'_, [T]> {
        Ref::map(self.0.values.borrow(), |values| T::get(values).expect(WRONG_TYPE).as_slice())
    }
    /// # Panics
    /// If `T` is not the storage's dtype, or it is being read.
    #[inline]
    pub fn values_mut<T: Element>(&self) -> RefMut<'_, [T]> {
        RefMut::map(self.0.values.borrow_mut(), |values| T::get_mut(values).expect(WRONG_TYPE).as_mut_slice())
    }
}
