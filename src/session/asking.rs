//! What editors ask Python about the code that is being written.
//!
//! What it is not: how answers are shown (`www/editor/assistance.js`) or found (`_kindling_completion.py`). While a cell
//! runs, Python answers nobody. Start reading at [`Session::ask`].

use super::{Cell, KernelState, Session};
use js_sys::{Function, Promise};
use kindling_protocol::{Answer, Question, Request};
use leptos::prelude::*;
use std::collections::BTreeMap;
use wasm_bindgen::JsValue;

/// Who waits for an answer, by tickets.
#[derive(Default)]
pub(super) struct Asked {
    last: u32,
    waiting: BTreeMap<u32, Function>,
}

impl Session {
    /// A promise of the answer to a cell's editor; of `undefined` where Python has something else to do.
    pub fn ask(self, cell: Cell, question: Question, code: &str, cursor: u32) -> Promise {
        let is_free = self.kernel.get_untracked() == KernelState::Ready
            && self.running.get_untracked().is_none()
            && self.queue.with_untracked(std::collections::VecDeque::is_empty);
        if !is_free {
            return Promise::resolve(&JsValue::UNDEFINED);
        }
        let mut ticket = 0;
        let promise = Promise::new(&mut |resolve, _| {
            self.asked.update_value(|asked| {
                asked.last = asked.last.wrapping_add(1);
                ticket = asked.last;
                asked.waiting.insert(ticket, resolve);
            });
        });
        let beside = if question == Question::Check { self.code_beside(cell) } else { String::new() };
        self.post(&Request::Ask { ticket, question, code: code.to_owned(), cursor, beside });
        promise
    }

    /// What the other cells hold.
    fn code_beside(self, cell: Cell) -> String {
        let cells = self.all_cells();
        let others = cells.iter().filter(|other| other.index != cell.index);
        others.map(|other| other.source.get_untracked() + "\n").collect()
    }

    pub(super) fn answered(self, ticket: u32, answer: &Answer) {
        let waiting = self.asked.try_update_value(|asked| asked.waiting.remove(&ticket)).flatten();
        if let Some(resolve) = waiting {
            let answer = serde_wasm_bindgen::to_value(answer).unwrap_or(JsValue::UNDEFINED);
            // A promise's own function does not fail.
            let _ = resolve.call1(&JsValue::UNDEFINED, &answer);
        }
    }

    /// A kernel that has ended answers nothing more.
    pub(super) fn ask_no_more(self) {
        let waiting =
            self.asked.try_update_value(|asked| std::mem::take(&mut asked.waiting)).unwrap_or_default();
        for resolve in waiting.into_values() {
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    }
}
