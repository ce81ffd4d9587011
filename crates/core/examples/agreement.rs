//! The native tests' comparison of the GPU with the CPU, operator by operator, for a browser's worker.
//!
//! What it is not: an example of the core's use. `tests/browser/operators.test.mjs` runs it. Natively there is nothing
//! here.

#[cfg(target_arch = "wasm32")]
#[path = "../tests/webgpu/operators.rs"]
mod operators;

#[cfg(target_arch = "wasm32")]
mod browser {
    #![expect(deprecated, reason = "wasm-bindgen marks JSPI so while it is experimental")]

    use wasm_bindgen::prelude::*;

    use super::operators::{Lie, check_all, check_without_gradients};

    /// Throws what does not agree.
    #[wasm_bindgen(jspi)]
    pub fn check() {
        std::panic::set_hook(Box::new(|panic| wasm_bindgen::throw_str(&panic.to_string())));
        check_all(Lie::Whole);
        check_without_gradients();
    }
}
