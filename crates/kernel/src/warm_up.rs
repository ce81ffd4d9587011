//! When the kernel warms itself up: after it has started and while nobody waits, in short slices with pauses, so that a
//! Run is answered at once and the browser's compiler has time to take up what it learned.
//!
//! What it is not: what is run then (`Session::warm_up`). Start reading at [`WarmUp::go_on`].

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use js_sys::Function;
use kindling_python::Session;
use wasm_bindgen::prelude::*;

use crate::post::{now, scope};

/// Of the processor, in all, in milliseconds.
const AT_MOST: f64 = 2000.0;
/// A Run that comes meanwhile waits no longer.
const SLICE: f64 = 15.0;
const PAUSE: i32 = 30;
/// What was asked for at once, or asks for more, goes before.
const FIRST_PAUSE: i32 = 200;

#[derive(Default)]
pub struct WarmUp {
    /// Calls the worker's `work`; nothing where the device is to be spared, or when all is done.
    call: RefCell<Option<Closure<dyn FnMut()>>>,
    /// The timer that runs.
    timer: Cell<Option<i32>>,
    /// The timer has run out.
    due: Cell<bool>,
    spent: Cell<f64>,
}

impl WarmUp {
    /// Allows slices, each in a call of `work`.
    pub fn allow(this: &Rc<Self>, work: Function) {
        let warm_up = this.clone();
        this.call.replace(Some(Closure::new(move || {
            warm_up.timer.set(None);
            warm_up.due.set(true);
            work.call0(&JsValue::UNDEFINED).expect_throw("work returns");
        })));
    }

    /// Something was asked of the kernel: more may follow.
    pub fn put_off(&self) {
        self.due.set(false);
        if let Some(timer) = self.timer.take() {
            scope().clear_timeout_with_handle(timer);
        }
    }

    /// Takes a slice if one is due, and sees to the next one. To be called when nothing waits.
    pub fn go_on(&self, session: &mut Session) {
        let call = self.call.borrow();
        let Some(call) = &*call else { return };
        let mut pause = FIRST_PAUSE;
        if self.due.take() {
            let began = now();
            let goes_on = session.warm_up(SLICE);
            self.spent.set(self.spent.get() + now() - began);
            if !goes_on || self.spent.get() >= AT_MOST {
                return;
            }
            pause = PAUSE;
        }
        if self.timer.get().is_none() {
            let callback = call.as_ref().unchecked_ref();
            let timer = scope().set_timeout_with_callback_and_timeout_and_arguments_0(callback, pause);
            self.timer.set(Some(timer.expect_throw("workers have timers")));
        }
    }
}
