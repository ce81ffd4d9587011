//! The most that the browser's SIMD does: GFLOP/s of multiplying and adding in registers alone.

use js_sys::{Function, Object, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::{JsCast, prelude::*};

use crate::best;

/// GFLOP/s where multiplication and addition are rounded each.
#[wasm_bindgen]
pub fn simd_peak() -> Result<f64, JsValue> {
    peak(include_bytes!(concat!(env!("OUT_DIR"), "/plain.wasm")))
}

/// GFLOP/s of fused multiply-adds; an error where the browser has no relaxed SIMD.
#[wasm_bindgen]
pub fn relaxed_peak() -> Result<f64, JsValue> {
    peak(include_bytes!(concat!(env!("OUT_DIR"), "/relaxed.wasm")))
}

/// A turn of the module's loop is ten vectors of four multiplications and additions.
fn peak(module: &[u8]) -> Result<f64, JsValue> {
    const TURNS: u32 = 100_000;
    const WORK: f64 = 80.0 * TURNS as f64;
    let module = WebAssembly::Module::new(&Uint8Array::from(module))?;
    let instance = WebAssembly::Instance::new(&module, &Object::new())?;
    let run: Function = Reflect::get(&instance.exports(), &"run".into())?.dyn_into()?;
    let number = JsValue::from(1e-9);
    let seconds = best(|| {
        run.call2(&JsValue::UNDEFINED, &TURNS.into(), &number).expect("a function of two numbers");
    });
    Ok(WORK / seconds / 1e9)
}
