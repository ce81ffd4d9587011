//! What a layer above keeps with a tensor or a storage: a place for one value, into which this layer does not look.

use std::{any::Any, cell::OnceCell, rc::Rc};

/// One value of a type that only its owner knows, or none: the common, cheap case. Clones share it.
#[derive(Debug, Clone, Default)]
pub struct Attached(OnceCell<Rc<dyn Any>>);

impl Attached {
    #[inline]
    pub fn get<T: 'static>(&self) -> Option<&T> {
        self.0.get()?.downcast_ref()
    }
    /// The value as its owners share it.
    pub fn shared<T: 'static>(&self) -> Option<Rc<T>> {
        self.0.get()?.clone().downcast().ok()
    }
    /// The value, made on first use.
    ///
    /// # Panics
    /// If a value of another type is attached: a layer keeps one type with tensors and one with storages.
    pub fn get_or_attach<T: Default + 'static>(&self) -> &T {
        self.0.get_or_init(|| Rc::new(T::default())).downcast_ref().expect("one type is attached")
    }
}
