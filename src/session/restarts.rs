//! What becomes of a kernel that ends, asked to or not: another one starts, and what is lost is said and offered anew.
//!
//! What it is not: how the kernel is started ([`Session::start`]). A kernel that breaks down in a cell is started again
//! at once, but only once for each cell that the student has run: one that breaks down by itself waits for Restart.
//! Start reading at [`Session::die`].

use super::{Cell, KernelState, OnError, Outcome, Session};
use crate::words::{self, Word};
use leptos::prelude::*;

/// What a notice's button does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    Restart,
    RestartAndRunAll,
    /// Runs the cells again that had run before the kernel ended.
    RunAgain,
    /// Runs the cells from this one on, also after errors.
    RunRest(usize),
    /// Reloads the page in its new version.
    Renew,
    /// Writes the file again that was deleted last.
    Undelete,
    /// Takes back what was done last to the cells.
    Undo,
    /// Opens the file that was dropped as a notebook.
    OpenBrought,
    /// Takes it among the files.
    KeepBrought,
    /// Fetches the pictures of other sites that the deck's style shows, or not; it is remembered.
    Pictures(bool),
}

impl Offer {
    pub fn name(self) -> &'static str {
        match self {
            Self::Restart => words::offer_restart(),
            Self::RestartAndRunAll => words::offer_restart_and_run_all(),
            Self::RunAgain => words::offer_run_again(),
            Self::RunRest(_) => words::offer_run_rest(),
            Self::Renew => words::offer_renew(),
            Self::Undelete | Self::Undo => words::offer_undo(),
            Self::OpenBrought => words::offer_open(),
            Self::KeepBrought => words::offer_keep(),
            Self::Pictures(true) => words::offer_pictures(),
            Self::Pictures(false) => words::offer_no_pictures(),
        }
    }
}

/// Why a kernel broke down, in plain words and with what to try. Browsers say it each in its own; a panic says it in ours.
struct Cause {
    /// Parts of what browsers and the kernel say.
    signs: &'static [&'static str],
    what: Word,
    advice: Word,
}

const CAUSES: [Cause; 4] = [
    Cause {
        signs: &["Maximum call stack", "too much recursion", "out of bounds", "call stack size exceeded"],
        what: words::broke_too_deep,
        advice: words::broke_too_deep_advice,
    },
    // A failed allocation ends in an instruction that cannot be reached; a panic throws its message before.
    Cause {
        signs: &[
            "memory allocation",
            "capacity overflow",
            "Out of memory",
            "out of memory",
            "unreachable",
            "Unreachable",
        ],
        what: words::broke_memory,
        advice: words::broke_memory_advice,
    },
    Cause { signs: &["could not be fetched"], what: words::broke_part, advice: words::broke_part_advice },
    Cause { signs: &[""], what: words::broke_itself, advice: words::broke_itself_advice },
];

fn cause(reason: &str) -> &'static Cause {
    // Panics tell of places in our own code and may quote anything.
    let is_panic = reason.contains("panicked at") && !reason.contains("capacity overflow");
    let fits = |cause: &&Cause| !is_panic && cause.signs.iter().any(|sign| reason.contains(sign));
    CAUSES.iter().find(fits).unwrap_or(&CAUSES[CAUSES.len() - 1])
}

/// What is said of a kernel that ended and is not started again.
fn ended_words(reason: &str) -> String {
    let is_not_there =
        ["could not be loaded", "Failed to fetch", "NetworkError", "Load failed", "did not come whole"];
    if is_not_there.iter().any(|sign| reason.contains(sign)) {
        words::python_not_loaded(without_kind(reason))
    } else {
        words::python_stopped_working(without_kind(reason))
    }
}

/// What a browser says of an error, without what programmers call that kind of it.
fn without_kind(reason: &str) -> &str {
    let reason = reason.trim_start_matches("Uncaught ");
    match reason.split_once("Error: ") {
        Some((kind, rest)) if kind.chars().all(char::is_alphabetic) => rest,
        _ => reason,
    }
}

impl Session {
    /// The kernel is gone: say so, keep everything else, and start another where that may help.
    pub(super) fn die(self, reason: &str) {
        self.read_inbox();
        self.forget_waiting();
        let ended = self.end();
        let starts_again = self.may_restart.try_update_value(std::mem::take).unwrap_or(false);
        if !starts_again {
            self.kernel.set(KernelState::Dead);
            self.tell(&ended_words(reason), Some(Offer::Restart));
            return;
        }
        let Cause { what, advice, .. } = cause(reason);
        let told = match ended {
            Some(cell) => words::cell_broke_python(cell.number(), what(), advice()),
            None => words::python_broke(what()),
        };
        leptos::logging::warn!("The kernel ended: {reason}");
        self.start_again(&told);
    }

    /// A fresh kernel: variables go, text, outputs and files stay. Cells that wait will run in it.
    pub fn restart(self) {
        match self.end() {
            Some(cell) => self.start_again(&words::cell_was_ended(cell.number())),
            None => {
                self.outdate();
                self.notice.set(None);
                self.say(words::python_restarts());
                self.start();
            }
        }
    }

    /// Does what a notice offers.
    pub fn accept(self, offer: Offer) {
        match offer {
            Offer::Restart => self.restart(),
            Offer::RestartAndRunAll => self.restart_and_run_all(),
            Offer::Renew => self.renew(),
            Offer::Undelete => self.undelete(),
            Offer::Undo => {
                self.notice.set(None);
                self.undo();
            }
            Offer::OpenBrought => self.open_brought(),
            Offer::KeepBrought => self.keep_brought(),
            Offer::Pictures(wanted) => self.answer_pictures(wanted),
            Offer::RunRest(first) => self.run_from(first, OnError::GoOn),
            Offer::RunAgain => {
                self.notice.set(None);
                let indices = self.again.try_update_value(std::mem::take).unwrap_or_default();
                indices.into_iter().for_each(|index| self.run(index));
            }
        }
    }

    /// Starts another kernel, says what is lost, and offers to run again what had run.
    fn start_again(self, told: &str) {
        let ran = |cell: &&Cell| matches!(cell.outcome.get_untracked(), Outcome::Done | Outcome::Failed);
        let again: Vec<usize> = self.code_cells().iter().filter(ran).map(|cell| cell.index).collect();
        let offer = (!again.is_empty()).then_some(Offer::RunAgain);
        let last = again.last().and_then(|last| self.cell(*last));
        let rest = last.map(|last| words::ran_before(again.len(), last.number()));
        let text = format!("{told} {} {}", words::python_starts_afresh(), rest.unwrap_or_default());
        self.outdate();
        self.again.set_value(again);
        self.tell(text.trim_end(), offer);
        self.start();
    }

    /// Ends the kernel; the cell that was running, if one was.
    fn end(self) -> Option<Cell> {
        let ended = self.running.get_untracked().and_then(|index| self.cell(index));
        if let Some(cell) = ended {
            cell.abandon();
        }
        self.running.set(None);
        self.stopping.set(false);
        self.worker.set_value(None);
        ended
    }

    fn outdate(self) {
        self.cells.with_value(|cells| cells.iter().for_each(Cell::outdate));
        self.last_run.set(None);
    }
}

#[cfg(test)]
mod tests {
    use super::{cause, ended_words, without_kind};

    #[test]
    fn a_kernel_that_did_not_come_is_no_kernel_that_broke() {
        for said in
            ["kindling-kernel_bg.wasm could not be loaded: 503 ", "Uncaught TypeError: Failed to fetch"]
        {
            assert!(ended_words(said).contains("online"), "{said}");
        }
        assert!(ended_words("Uncaught RuntimeError: unreachable").contains("stopped working"));
        assert_eq!(without_kind("Uncaught TypeError: Failed to fetch"), "Failed to fetch");
        assert_eq!(without_kind("It sent: Error: x"), "It sent: Error: x");
    }

    #[test]
    fn what_browsers_say_becomes_plain() {
        for (said, plain) in [
            ("Uncaught RangeError: Maximum call stack size exceeded", "deeper"),
            ("InternalError: too much recursion", "deeper"),
            ("Uncaught RuntimeError: memory access out of bounds", "deeper"),
            ("Uncaught RuntimeError: unreachable", "memory"),
            ("RuntimeError: Unreachable code should not be executed", "memory"),
            ("Uncaught panicked at library/alloc/src/raw_vec.rs:28:5:\ncapacity overflow", "memory"),
            (
                "Uncaught panicked at crates/core/src/ops/index.rs:3:9:\nindex out of bounds: the len is 1",
                "Kindling itself",
            ),
            (
                "Uncaught Error: A part of Kindling could not be fetched: kindling-kernel-rest.wasm 0",
                "could not be fetched",
            ),
            ("It sent a message that the page cannot read", "Kindling itself"),
        ] {
            assert!((cause(said).what)().contains(plain), "{said}");
        }
    }
}
