//! The kernel's worker as the page sees it: requests go out, events come in, death is told.
//!
//! What it is not: the order of runs or what an event means (see [`crate::session`]). Start reading at [`Kernel::spawn`].

use js_sys::Reflect;
use kindling_protocol::{Event, Request};
use leptos::prelude::window;
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

/// Relative to the page, so that it may live below any path.
const LOADER: &str = "kernel-loader.js";

/// What comes from the worker.
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
    /// Whatever the browser says when it makes no worker.
    pub fn spawn(deliver: impl Fn(Mail) + Clone + 'static) -> Result<Self, JsValue> {
        let worker = match early_worker()? {
            Some(worker) => worker,
            None => {
                let options = WorkerOptions::new();
                options.set_type(WorkerType::Module);
                Worker::new_with_options(LOADER, &options)?
            }
        };
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

/// The worker that `www/early.js` started before this program was here; once.
///
/// # Errors
/// What it failed with meanwhile.
fn early_worker() -> Result<Option<Worker>, JsValue> {
    let (window, name) = (window(), JsValue::from_str("kindlingEarlyKernel"));
    let found = Reflect::get(&window, &name)?;
    Reflect::set(&window, &name, &JsValue::UNDEFINED)?;
    let Ok(worker) = found.dyn_into::<Worker>() else { return Ok(None) };
    let failure = Reflect::get(&worker, &"failure".into())?;
    if failure.is_undefined() { Ok(Some(worker)) } else { Err(failure) }
}

fn read(message: JsValue) -> Mail {
    match serde_wasm_bindgen::from_value(message) {
        Ok(event) => Mail::Event(event),
        Err(error) => Mail::Died(format!("It sent a message that the page cannot read: {error}")),
    }
}

fn reason(event: &web_sys::Event) -> String {
    let told = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message);
    told.filter(|message| !message.is_empty()).unwrap_or_else(|| "It could not be loaded.".to_owned())
}
