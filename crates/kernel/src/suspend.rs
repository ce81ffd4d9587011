//! Waiting for the browser in the middle of a call, by WebAssembly's JavaScript Promise Integration.
//!
//! Where a browser has none, nothing here waits: [`turn`] does nothing and [`sleep`] counts the time away.
//! Python's objects may be borrowed nowhere while this waits, since the worker's mail is read meanwhile.

use std::cell::{Cell, RefCell};

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use web_sys::{MessageChannel, MessagePort};

use crate::post::{now, scope};

thread_local! {
    static CAN_SUSPEND: Cell<bool> = const { Cell::new(false) };
    static TURNS: RefCell<Option<Turns>> = const { RefCell::new(None) };
}

/// A channel of the worker to itself: a message through it takes microseconds where a timer takes milliseconds.
struct Turns {
    port: MessagePort,
    end_turn: Option<Function>,
    _on_message: Closure<dyn FnMut()>,
}

/// Says whether the browser can suspend.
pub fn set_can_suspend(can: bool) {
    CAN_SUSPEND.set(can);
}

pub fn can_suspend() -> bool {
    CAN_SUSPEND.get()
}

/// Takes one turn of the worker's event loop, so that its mail is read.
pub fn turn() {
    if can_suspend() {
        wait_for(&next_turn());
    }
}

/// Waits `milliseconds`.
pub fn sleep(milliseconds: f64) {
    if can_suspend() {
        let whole = milliseconds.ceil() as i32;
        wait_for(&Promise::new(&mut |resolve, _| {
            scope()
                .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, whole)
                .expect_throw("workers have timers");
        }));
        return;
    }
    let end = now() + milliseconds;
    while now() < end {}
}

#[expect(deprecated, reason = "wasm-bindgen marks JSPI so while it is experimental")]
fn wait_for(promise: &Promise) {
    // The promises here are never rejected.
    let _ = wasm_bindgen_futures::jspi_block_on_promise(promise);
}

fn next_turn() -> Promise {
    Promise::new(&mut |resolve, _| {
        TURNS.with_borrow_mut(|turns| {
            let turns = turns.get_or_insert_with(Turns::new);
            turns.end_turn = Some(resolve);
            turns.port.post_message(&JsValue::NULL).expect_throw("the channel is open");
        });
    })
}

impl Turns {
    fn new() -> Self {
        let channel = MessageChannel::new().expect_throw("workers have channels");
        let on_message = Closure::new(|| {
            let end_turn =
                TURNS.with_borrow_mut(|turns| turns.as_mut().and_then(|turns| turns.end_turn.take()));
            if let Some(end_turn) = end_turn {
                let _ = end_turn.call0(&JsValue::UNDEFINED);
            }
        });
        channel.port1().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        Self { port: channel.port2(), end_turn: None, _on_message: on_message }
    }
}
