//! Waiting for a future from synchronous code: JSPI in a browser's worker, parking the thread natively.

use std::future::Future;

/// The future's result; `Err` where this browser cannot wait (no JSPI).
#[cfg(target_arch = "wasm32")]
pub fn block_on<T: 'static>(future: impl Future<Output = T> + 'static) -> Result<T, String> {
    use std::{cell::RefCell, rc::Rc};

    use wasm_bindgen::{JsCast, JsValue};

    let suspending = js_sys::Reflect::get(&js_sys::global(), &"WebAssembly".into())
        .and_then(|webassembly| js_sys::Reflect::get(&webassembly, &"Suspending".into()));
    if !suspending.is_ok_and(|function| function.is_instance_of::<js_sys::Function>()) {
        return Err(
            "this browser has no JavaScript Promise Integration (JSPI), which reading from the GPU needs"
                .into(),
        );
    }
    let slot = Rc::new(RefCell::new(None));
    let filled = slot.clone();
    let promise = wasm_bindgen_futures::future_to_promise(async move {
        let value = future.await;
        *filled.borrow_mut() = Some(value);
        Ok(JsValue::UNDEFINED)
    });
    #[expect(deprecated, reason = "wasm-bindgen marks JSPI so while it is experimental")]
    let waited = wasm_bindgen_futures::jspi_block_on_promise(&promise);
    waited.map_err(|error| format!("{error:?}"))?;
    slot.take().ok_or_else(|| "the wait ended without a result".into())
}

/// The future's result.
#[cfg(not(target_arch = "wasm32"))]
pub fn block_on<T: 'static>(future: impl Future<Output = T> + 'static) -> Result<T, String> {
    Ok(pollster::block_on(future))
}
