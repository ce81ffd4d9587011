//! What a session asks of the program around it: a screen, a clock, and whether to stop.
//!
//! Native functions have no way to be handed the session, so the surroundings of the running cell are kept
//! beside the interpreter, one for each thread. Start reading at [`Host`].

use std::{cell::RefCell, rc::Rc};

use kindling_plot::Figure;
use kindling_protocol::{Forms, StreamName};

use crate::files::{Descriptors, FileSystem};

/// The surroundings of a session: the worker of a page, a terminal, or a test.
pub trait Host {
    /// Shows printed text. Called with every `write`, so buffering is the host's to do.
    fn write(&self, stream: StreamName, text: &str);

    /// Shows a finished figure below the running cell, in the place of what was shown under that id.
    fn display(&self, figure: Figure, id: Option<&str>);

    /// Shows a value likewise: in the richest of its forms that the host can show.
    fn show(&self, text: &str, forms: Forms, id: Option<&str>);

    /// Takes away what the cell has shown, or has it taken away by what comes next.
    fn clear_output(&self, wait: bool);

    /// A line of text from the reader; `None` where none will come.
    fn read_line(&self, prompt: &str, is_password: bool) -> Option<String>;

    /// Milliseconds on a clock that never goes back.
    fn monotonic_ms(&self) -> f64;

    /// Milliseconds since 1970.
    fn unix_ms(&self) -> f64;

    /// Waits; at most 50 ms are asked for at once, so that Stop is noticed in between.
    fn sleep_ms(&self, milliseconds: f64);

    /// A part that the program does not carry, `library` or `names`, asked for once. Only where it is a file beside the
    /// program; `None` where that cannot be fetched.
    fn part(&self, name: &str) -> Option<Vec<u8>> {
        let _ = name;
        None
    }

    /// Whether Stop was asked for since the last call. Called at most every 50 ms while a cell runs.
    fn poll_interrupt(&self) -> bool;
}

/// What native functions reach beside the interpreter.
pub(crate) struct Surroundings {
    pub host: Rc<dyn Host>,
    pub files: Rc<dyn FileSystem>,
    pub descriptors: RefCell<Descriptors>,
}

thread_local! {
    static CURRENT: RefCell<Option<Rc<Surroundings>>> = const { RefCell::new(None) };
}

/// Makes `surroundings` the current ones until the guard is dropped.
pub(crate) fn enter(surroundings: Rc<Surroundings>) -> Entered {
    Entered(CURRENT.replace(Some(surroundings)))
}

pub(crate) struct Entered(Option<Rc<Surroundings>>);

impl Drop for Entered {
    fn drop(&mut self) {
        CURRENT.set(self.0.take());
    }
}

/// The surroundings of the session whose code is running; `None` only outside of any.
pub(crate) fn current() -> Option<Rc<Surroundings>> {
    CURRENT.with_borrow(Clone::clone)
}
