//! Innermost loops in the browser with fused multiply-adds, in relaxed SIMD, where the browser has it.
//!
//! They are a WebAssembly module of their own, of some two thousand bytes (see `build/main.rs`). Its functions work in this
//! module's memory and take the places of stand-ins in this module's function table, so that Rust calls them like any
//! others, once [`load`] was called. Places are taken and not added, because linkers give the table no room to grow.

use js_sys::{Function, Object, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};

use super::{gemm, transcendental};

const MODULE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/relaxed.wasm"));

/// What the module exports, and the table that it goes to.
pub(super) struct Functions {
    exports: Object,
    table: WebAssembly::Table,
}

impl Functions {
    /// Puts one in the place of a stand-in, and returns the place.
    pub(super) fn put(&self, name: &str, stand_in: usize) -> Result<usize, JsValue> {
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
    transcendental::relaxed::put(&functions)
}
