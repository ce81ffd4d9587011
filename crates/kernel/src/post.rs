//! Messages out of the worker.

use kindling_protocol::Event;
use serde::Serialize;
use wasm_bindgen::{JsCast, UnwrapThrowExt};
use web_sys::DedicatedWorkerGlobalScope;

/// The worker that this code runs in.
pub fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// Sends an event to the page. Failing to, as when memory for the copy is missing, ends the worker: the page is
/// told so, and knows no other way to learn of it.
pub fn post(event: &Event) {
    let message =
        event.serialize(&serde_wasm_bindgen::Serializer::new()).expect_throw("events are plain values");
    scope().post_message(&message).expect_throw("the page takes messages");
}

/// Milliseconds since the worker started.
pub fn now() -> f64 {
    scope().performance().map_or(0.0, |performance| performance.now())
}
