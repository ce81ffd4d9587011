//! The kernel's worker as the page sees it: requests go out, events come in, death is told.
//!
//! What it is not: the order of runs or what an event means (see [`crate::session`]). Start reading at [`Kernel::spawn`].

use js_sys::Reflect;
use kindling_protocol::{Event, Request};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker};

#[wasm_bindgen]
extern "C" {
    /// A worker with a kernel, the first of which was started before this program was here; of `www/early.js`.
    #[wasm_bindgen(js_name = kindlingKernel, catch)]
    fn new_worker() -> Result<Worker, JsValue>;
}

/// What comes from the worker.
#[expect(clippy::large_enum_variant, reason = "each is taken apart as it comes, none is kept")]
pub enum Mail {
    Event(Event),
    /// The worker trapped, ran out of memory, could not be loaded or said something unreadable.
    Died(String),
}

/// A running worker; dropping it ends it.
pub struct Kernel {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(web_sys::Event)>,
}

impl Kernel {
    /// Starts a worker. Requests may be posted at once: its loader keeps them until the kernel listens.
    ///
    /// # Errors
    /// Whatever the browser says when it makes no worker, or what the early one failed with.
    pub fn spawn(deliver: impl Fn(Mail) + Clone + 'static) -> Result<Self, JsValue> {
        let worker = new_worker()?;
        let failure = Reflect::get(&worker, &"failure".into())?;
        if !failure.is_undefined() {
            return Err(failure);
        }
        let hear = deliver.clone();
        let on_message = Closure::new(move |message: MessageEvent| hear(read(message.data())));
        let on_error = Closure::new(move |event: web_sys::Event| deliver(Mail::Died(reason(&event))));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self { worker, _on_message: on_message, _on_error: on_error })
    }

    /// Sends a request.
    ///
    /// # Errors
    /// When the request cannot be turned into a message, as when memory for a file's copy is missing.
    pub fn post(&self, request: &Request) -> Result<(), JsValue> {
        let message = request.serialize(&serde_wasm_bindgen::Serializer::new())?;
        self.worker.post_message(&message)
    }
}

impl Drop for Kernel {
    fn drop(&mut self) {
        // The closures go away with this value: a message on its way must not find them.
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.set_onmessageerror(None);
        self.worker.terminate();
    }
}

fn read(message: JsValue) -> Mail {
    match serde_wasm_bindgen::from_value(message) {
        Ok(event) => Mail::Event(event),
        Err(error) => Mail::Died(format!("It sent a message that the page cannot read: {error}")),
    }
}

/// What an error of JavaScript's says.
pub fn words(error: &JsValue) -> String {
    let message = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    message.or_else(|| error.as_string()).unwrap_or_default()
}

fn reason(event: &web_sys::Event) -> String {
    let told = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message);
    told.filter(|message| !message.is_empty()).unwrap_or_else(|| "It could not be loaded.".to_owned())
}
