//! Stop without threads or shared memory: whatever may take long ticks, and now and then a tick asks the host.
//!
//! A tick is also where it comes to an error that memory nears its end.
//!
//! Loops of the student's cells tick by what is put into their code (`cell`), native functions by calling
//! [`poll`] or [`poll_work`]. The host is asked at most every 50 ms, because asking costs the browser a turn
//! of its event loop. Start reading at [`poll`].

use std::cell::Cell;

use kindling_core::tensor::memory;
use rustpython_vm::{PyResult, VirtualMachine};

use crate::host;

const ASK_EVERY_MS: f64 = 50.0;
/// A clock read costs about as much as twenty ticks; reads this far apart cost nothing that matters.
const READ_CLOCK_EVERY_MS: f64 = 5.0;
const MOST_TICKS_BETWEEN_READS: u32 = 4096;

struct Ticker {
    /// Ticks left until the clock is read.
    left: Cell<u32>,
    /// Ticks between two reads: follows how long the loop's body takes.
    between: Cell<u32>,
    last_read: Cell<f64>,
    last_asked: Cell<f64>,
    memory_is_low: Cell<bool>,
    /// The largest value that has grown since the last tick, in bytes.
    grown: Cell<usize>,
}

thread_local! {
    static TICKER: Ticker = const {
        Ticker {
            left: Cell::new(1),
            between: Cell::new(1),
            last_read: Cell::new(0.0),
            last_asked: Cell::new(0.0),
            memory_is_low: Cell::new(false),
            grown: Cell::new(0),
        }
    };
}

/// To be called wherever time may pass: in loop bodies and in native functions that work or wait.
///
/// # Errors
/// `KeyboardInterrupt` when the student asked to stop, `MemoryError` when memory nears its end.
pub fn poll(vm: &VirtualMachine) -> PyResult<()> {
    tick(1, vm)
}

/// As [`poll`], for a native function that is about to compute `elements` numbers: a thousand count as a tick.
///
/// # Errors
/// `KeyboardInterrupt` when the student asked to stop.
pub fn poll_work(vm: &VirtualMachine, elements: usize) -> PyResult<()> {
    tick(u32::try_from(elements / 1024).unwrap_or(u32::MAX).saturating_add(1), vm)
}

/// As [`poll`], but reads the clock at once: for functions that wait.
///
/// # Errors
/// `KeyboardInterrupt` when the student asked to stop.
pub fn poll_now(vm: &VirtualMachine) -> PyResult<()> {
    TICKER.with(|ticker| ticker.read_clock(vm))
}

/// Ends the running cell with `MemoryError` at its next tick: for the program's allocator, when what small values take
/// nears its end, because the interpreter asks for their memory without being ready to be refused.
pub fn memory_is_low() {
    TICKER.with(|ticker| {
        ticker.memory_is_low.set(true);
        ticker.left.set(0);
    });
}

/// Has the next tick see to it that a value which has grown to so many bytes may grow to twice as many, and end the cell
/// with `MemoryError` if not.
pub fn has_grown(bytes: usize) {
    TICKER.with(|ticker| {
        ticker.grown.set(ticker.grown.get().max(bytes));
        ticker.left.set(0);
    });
}

/// Starts the clock afresh, so that a cell's first ticks do not ask at once.
pub(crate) fn cell_begins() {
    let now = host::current().map_or(0.0, |current| current.host.monotonic_ms());
    TICKER.with(|ticker| {
        ticker.left.set(1);
        ticker.between.set(1);
        ticker.memory_is_low.set(false);
        ticker.grown.set(0);
        ticker.last_read.set(now);
        ticker.last_asked.set(now);
    });
}

fn tick(ticks: u32, vm: &VirtualMachine) -> PyResult<()> {
    tick_or_read(ticks, vm).map(drop)
}

/// As [`poll`], for a loop of a cell: true when the clock was read, as is done every few milliseconds.
pub(crate) fn tick_of_loop(vm: &VirtualMachine) -> PyResult<bool> {
    tick_or_read(1, vm)
}

#[inline]
fn tick_or_read(ticks: u32, vm: &VirtualMachine) -> PyResult<bool> {
    TICKER.with(|ticker| {
        let left = ticker.left.get();
        if left > ticks {
            ticker.left.set(left - ticks);
            return Ok(false);
        }
        ticker.read_clock(vm).map(|()| true)
    })
}

impl Ticker {
    fn can_grow(&self) -> bool {
        let grown = self.grown.take();
        let can = grown == 0 || memory::reserve::<u8>(grown.saturating_mul(2)).is_ok();
        // Asking is an allocation, too.
        self.grown.set(0);
        can
    }

    #[cold]
    fn read_clock(&self, vm: &VirtualMachine) -> PyResult<()> {
        if self.memory_is_low.take() || !self.can_grow() {
            return Err(vm.no_memory_error());
        }
        let Some(current) = host::current() else { return Ok(()) };
        let host = &current.host;
        let now = host.monotonic_ms();
        let passed = now - self.last_read.replace(now);
        let between = self.between.get();
        self.between.set(match passed {
            slow if slow > READ_CLOCK_EVERY_MS => (between / 2).max(1),
            fast if fast < READ_CLOCK_EVERY_MS / 2.0 => (between * 2).min(MOST_TICKS_BETWEEN_READS),
            _ => between,
        });
        self.left.set(self.between.get());
        if now - self.last_asked.get() < ASK_EVERY_MS {
            return Ok(());
        }
        let stop = host.poll_interrupt();
        // Asking may have waited for the page: the next question is due only after more work.
        self.last_asked.set(host.monotonic_ms());
        self.last_read.set(self.last_asked.get());
        if stop {
            Err(vm.new_exception_empty(vm.ctx.exceptions.keyboard_interrupt.to_owned()))
        } else {
            Ok(())
        }
    }
}
