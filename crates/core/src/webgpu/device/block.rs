//! Waiting for a future from synchronous code: JSPI in a browser's worker, parking the thread natively.

use std::{cell::Cell, future::Future};

thread_local! {
    static CAN_WAIT: Cell<bool> = const { Cell::new(true) };
}

/// Says whether this browser can wait (has JSPI): without, there is no device. Whoever starts the worker knows.
pub fn set_can_wait(can: bool) {
    CAN_WAIT.set(can);
}

/// # Errors
/// Where this browser cannot wait.
pub fn check_can_wait() -> Result<(), String> {
    if CAN_WAIT.get() {
        return Ok(());
    }
    Err("this browser has no JavaScript Promise Integration (JSPI), which reading from the GPU needs; recent versions of \
         Chrome, Edge and Firefox have it"
        .into())
}

/// The future's result.
///
/// # Errors
/// Where this browser cannot wait.
#[cfg(target_arch = "wasm32")]
pub fn block_on<T: 'static>(future: impl Future<Output = T> + 'static) -> Result<T, String> {
    use std::{cell::RefCell, rc::Rc};

    use wasm_bindgen::JsValue;

    check_can_wait()?;
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
///
/// # Errors
/// Where waiting was forbidden.
#[cfg(not(target_arch = "wasm32"))]
pub fn block_on<T: 'static>(future: impl Future<Output = T> + 'static) -> Result<T, String> {
    check_can_wait()?;
    Ok(pollster::block_on(future))
}
