//! Innermost loops in the browser with fused multiply-adds, in relaxed SIMD, where the browser has it.
//!
//! They are a WebAssembly module of their own, of some eighteen thousand bytes (see `build/main.rs`). Its functions work in this
//! module's memory and take the places of stand-ins in this module's function table, so that Rust calls them like any
//! others, once [`load`] was called. Places are taken and not added, because linkers give the table no room to grow.

use std::{
    mem::transmute_copy,
    sync::atomic::{AtomicUsize, Ordering},
};

use js_sys::{Function, Object, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};

use super::{fused, gemm, moments, normals, transcendental};

const MODULE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/relaxed.wasm"));

/// Where a loop is: until [`Place::put`] was called, a stand-in in plain SIMD. `F` is a type of function.
///
/// The stand-in has to be called before it is put away, so that it counts among what the kernel starts with: the rest of this
/// module, which comes later, fills the places of its own functions in the table, and there the stand-in would take its
/// place back. It is called for no values, and what it does with some is a function of its own: that may come later.
pub(super) struct Place<F> {
    in_table: AtomicUsize,
    stand_in: F,
}

impl<F: Copy> Place<F> {
    pub(super) const fn of(stand_in: F) -> Self {
        const { assert!(size_of::<F>() == size_of::<usize>(), "a function is its place in the table") };
        Self { in_table: AtomicUsize::new(0), stand_in }
    }

    pub(super) fn function(&self) -> F {
        match self.in_table.load(Ordering::Relaxed) {
            0 => self.stand_in,
            // SAFETY: in WebAssembly a function's address is its place in the table, and `put` put one of this type there.
            place => unsafe { transmute_copy::<usize, F>(&place) },
        }
    }

    /// Puts the function of that name, which has to be of this type, into the stand-in's place in the table.
    pub(super) fn put(&self, functions: &Functions, name: &str) -> Result<(), JsValue> {
        // SAFETY: a function's address is a number.
        let stand_in = unsafe { transmute_copy::<F, usize>(&self.stand_in) };
        self.in_table.store(functions.put(name, stand_in)?, Ordering::Relaxed);
        Ok(())
    }
}

/// What the module exports, and the table that it goes to.
pub(super) struct Functions {
    exports: Object,
    table: WebAssembly::Table,
}

impl Functions {
    /// Puts one in the place of a stand-in, and returns the place.
    fn put(&self, name: &str, stand_in: usize) -> Result<usize, JsValue> {
        let function: Function = Reflect::get(&self.exports, &name.into())?.dyn_into()?;
        let place = JsValue::from(stand_in as u32);
        self.table.set(place.unchecked_into_f64() as u32, &function)?;
        // By way of JavaScript, as the compiler would otherwise know whom it calls, and call the stand-in.
        Ok(place.unchecked_into_f64() as usize)
    }
}

/// Has products and sums rounded once from now on, where the browser can: compiles the module and puts its functions into
/// the table. To be called in each browser anew, as memory may come from where it was not there.
///
/// # Errors
/// Where there is no relaxed SIMD; everything stays as it was.
pub fn load() -> Result<(), JsValue> {
    let kernel = Object::new();
    Reflect::set(&kernel, &"memory".into(), &wasm_bindgen::memory())?;
    let imports = Object::new();
    Reflect::set(&imports, &"kernel".into(), &kernel)?;
    let module = WebAssembly::Module::new(&Uint8Array::from(MODULE))?;
    let instance = WebAssembly::Instance::new(&module, &imports)?;
    let table = wasm_bindgen::function_table().dyn_into()?;
    let functions = Functions { exports: instance.exports(), table };
    gemm::relaxed::put(&functions)?;
    fused::put(&functions)?;
    moments::put(&functions)?;
    normals::put(&functions)?;
    transcendental::relaxed::put(&functions)
}
