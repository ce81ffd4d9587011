//! The host of the kernel's session: printed text in batches, figures, the clock, and whether Stop was pressed.

use std::cell::{Cell, RefCell};

use kindling_plot::Figure;
use kindling_protocol::{CellId, Event, Forms, StreamName};
use kindling_python::Host;

use crate::{
    fetch,
    post::{now, post},
    printing::{Piece, Printing, shortened},
    suspend,
};

const BATCH_BYTES: usize = 8 << 10;
const BATCH_MS: f64 = 30.0;
/// The end of what is too long is sent whole each time, so less often.
const END_MS: f64 = 100.0;
/// How often it is asked whether the reader has answered.
const INPUT_MS: f64 = 30.0;

#[derive(Default)]
pub struct Screen {
    cell: RefCell<CellId>,
    printing: RefCell<Printing>,
    last_sent: Cell<f64>,
    stop_asked: Cell<bool>,
    /// What the reader has answered to `input()`.
    input: Cell<Option<Option<String>>>,
}

impl Screen {
    /// From here on, output belongs to `cell`.
    pub fn begin(&self, cell: &str) {
        self.cell.replace(cell.to_owned());
        self.printing.replace(Printing::default());
        // The first print of a cell is to be seen at once.
        self.last_sent.set(f64::NEG_INFINITY);
    }

    /// Ends the running cell, or the one that is about to run, with `KeyboardInterrupt` at its next tick.
    pub fn ask_to_stop(&self) {
        self.stop_asked.set(true);
    }

    /// What was asked so far was meant for a cell that is over: called when a cell is handed in, which may be long before it
    /// begins, and when one ends.
    pub fn forget_stop(&self) {
        self.stop_asked.set(false);
    }

    /// Takes the reader's answer to `input()`.
    pub fn reply(&self, text: Option<String>) {
        self.input.set(Some(text));
    }

    fn cell(&self) -> CellId {
        self.cell.borrow().clone()
    }

    /// What is printed from here on stands below what is shown now.
    fn part(&self) {
        self.flush();
        self.printing.borrow_mut().part();
    }

    /// Sends the text that waits for more.
    pub fn flush(&self) {
        // Taken first: posting may not happen while the printing is borrowed.
        let pieces = self.printing.borrow_mut().take();
        for piece in pieces {
            let cell = self.cell.borrow().clone();
            post(&match piece {
                Piece::Next(name, text) => Event::Stream { cell, name, text },
                Piece::End(end) => Event::StreamEnd { cell, end },
            });
            self.last_sent.set(now());
        }
    }

    /// Sends it unless something was sent a moment ago.
    fn flush_in_time(&self) {
        let pause = if self.printing.borrow().is_long() { END_MS } else { BATCH_MS };
        if now() - self.last_sent.get() >= pause {
            self.flush();
        }
    }
}

impl Host for Screen {
    fn write(&self, stream: StreamName, text: &str) {
        self.printing.borrow_mut().add(stream, text);
        // A line is sent whole, also when it is printed in pieces; what has no end yet goes at the next tick.
        if self.printing.borrow().waiting() >= BATCH_BYTES {
            self.flush();
        } else if text.ends_with(['\n', '\r']) {
            self.flush_in_time();
        }
    }

    fn display(&self, figure: Figure, id: Option<&str>) {
        self.part();
        post(&Event::DisplayFigure { cell: self.cell(), id: id.map(str::to_owned), figure });
    }

    fn show(&self, text: &str, forms: Forms, id: Option<&str>) {
        self.part();
        let text = shortened(text.to_owned());
        post(&Event::DisplayData { cell: self.cell(), id: id.map(str::to_owned), text, forms });
    }

    fn clear_output(&self, wait: bool) {
        self.part();
        post(&Event::ClearOutput { cell: self.cell(), wait });
    }

    fn read_line(&self, prompt: &str, is_password: bool) -> Option<String> {
        if !suspend::can_suspend() {
            return None;
        }
        self.part();
        self.input.replace(None);
        post(&Event::InputRequest { cell: self.cell(), prompt: prompt.to_owned(), is_password });
        loop {
            if let Some(reply) = self.input.take() {
                let typed = reply.as_deref().map(|line| if is_password { "········" } else { line });
                self.write(StreamName::Stdout, &format!("{prompt}{}\n", typed.unwrap_or_default()));
                return reply;
            }
            if self.stop_asked.get() {
                return None;
            }
            suspend::sleep(INPUT_MS);
        }
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

    fn part(&self, name: &str) -> Option<Vec<u8>> {
        fetch::whole_file(&format!("kindling-{name}.bin")).ok()
    }

    fn poll_interrupt(&self) -> bool {
        self.flush_in_time();
        suspend::turn();
        self.stop_asked.take()
    }
}
