//! The host of the kernel's session: printed text in batches, figures, the clock, and whether Stop was pressed.

use std::cell::{Cell, RefCell};

use kindling_plot::Figure;
use kindling_protocol::{CellId, Event, StreamName};
use kindling_python::Host;

use crate::{
    fetch,
    post::{now, post},
    suspend,
};

const BATCH_BYTES: usize = 8 << 10;
const BATCH_MS: f64 = 30.0;
/// What a cell may print before the rest is left out: a page cannot show more.
const MOST_BYTES: usize = 1 << 20;
const CUT: &str = "\n[The rest of this cell's output is left out: it printed more than 1 MB.]\n";

#[derive(Default)]
pub struct Screen {
    cell: RefCell<CellId>,
    waiting: RefCell<Option<(StreamName, String)>>,
    last_sent: Cell<f64>,
    printed: Cell<usize>,
    stop_asked: Cell<bool>,
}

impl Screen {
    /// From here on, output belongs to `cell`.
    pub fn begin(&self, cell: &str) {
        self.cell.replace(cell.to_owned());
        self.printed.set(0);
        self.stop_asked.set(false);
        // The first print of a cell is to be seen at once.
        self.last_sent.set(f64::NEG_INFINITY);
    }

    /// Ends the running cell with `KeyboardInterrupt` at its next tick.
    pub fn ask_to_stop(&self) {
        self.stop_asked.set(true);
    }

    /// Sends the text that waits for more.
    pub fn flush(&self) {
        let Some((name, text)) = self.waiting.take() else { return };
        post(&Event::Stream { cell: self.cell.borrow().clone(), name, text });
        self.last_sent.set(now());
    }

    /// What of `text` may still be printed.
    fn within_limit<'a>(&self, text: &'a str) -> &'a str {
        let printed = self.printed.replace(self.printed.get().saturating_add(text.len()));
        if printed > MOST_BYTES {
            return "";
        }
        if self.printed.get() > MOST_BYTES { CUT } else { text }
    }
}

impl Host for Screen {
    fn write(&self, stream: StreamName, text: &str) {
        let text = self.within_limit(text);
        if text.is_empty() {
            return;
        }
        if self.waiting.borrow().as_ref().is_some_and(|(waiting, _)| *waiting != stream) {
            self.flush();
        }
        let bytes = {
            let mut waiting = self.waiting.borrow_mut();
            let (_, waiting) = waiting.get_or_insert_with(|| (stream, String::new()));
            waiting.push_str(text);
            waiting.len()
        };
        // A line is sent whole, also when it is printed in pieces; what has no end yet goes at the next tick.
        let line_ends = text.ends_with(['\n', '\r']);
        if bytes >= BATCH_BYTES || (line_ends && now() - self.last_sent.get() >= BATCH_MS) {
            self.flush();
        }
    }

    fn display(&self, figure: Figure) {
        self.flush();
        post(&Event::DisplayData { cell: self.cell.borrow().clone(), figure });
    }

    fn monotonic_ms(&self) -> f64 {
        now()
    }

    fn unix_ms(&self) -> f64 {
        js_sys::Date::now()
    }

    fn sleep_ms(&self, milliseconds: f64) {
        self.flush();
        suspend::sleep(milliseconds);
    }

    fn library(&self) -> Option<Vec<u8>> {
        fetch::whole_file("kindling-library.bin").ok()
    }

    fn poll_interrupt(&self) -> bool {
        self.flush();
        suspend::turn();
        self.stop_asked.take()
    }
}
