//! Several cells asked for at once: whether an error ends them, and what is said when they have run.
//!
//! What it is not: how one cell is run (see [`Session::run`]). Start reading at [`Session::run_many`].

use super::{Cell, KernelState, Offer, Outcome, Session};
use crate::words;
use leptos::prelude::*;
use std::collections::VecDeque;

/// What becomes of the cells that wait when one has failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnError {
    /// As in Jupyter: they do not run.
    Stop,
    GoOn,
}

#[derive(Debug, Clone)]
pub struct Batch {
    cells: Vec<usize>,
    on_error: OnError,
}

/// A message offers the way to so many failures.
const WAYS: usize = 4;

impl Session {
    /// Runs all cells from the first.
    pub fn run_all(self, on_error: OnError) {
        self.run_many(self.order.get_untracked(), on_error);
    }

    /// Runs the cells before one, which may be a text.
    pub fn run_above(self, cell: usize) {
        let above = self.all_cells().into_iter().map(|cell| cell.index).take_while(|index| *index != cell);
        self.run_many(self.code_among(above), OnError::Stop);
    }

    /// Runs the cells from one on.
    pub fn run_from(self, cell: usize, on_error: OnError) {
        let rest = self.all_cells().into_iter().map(|cell| cell.index).skip_while(|index| *index != cell);
        self.run_many(self.code_among(rest), on_error);
    }

    /// Runs these cells, whatever others there are.
    pub fn run_these(self, cells: &[Cell]) {
        self.run_many(self.code_among(cells.iter().map(|cell| cell.index)), OnError::Stop);
    }

    fn code_among(self, cells: impl Iterator<Item = usize>) -> Vec<usize> {
        self.order.with_untracked(|order| cells.filter(|index| order.contains(index)).collect())
    }

    /// Runs these cells, and says at the end which have failed.
    fn run_many(self, cells: Vec<usize>, on_error: OnError) {
        self.queue.update(VecDeque::clear);
        self.notice.set(None);
        self.batch.set_value(Some(Batch { cells: cells.clone(), on_error }));
        cells.into_iter().for_each(|index| self.run(index));
    }

    pub fn restart_and_run_all(self) {
        self.restart();
        self.run_all(OnError::Stop);
    }

    /// Does what cannot be undone at once where Python holds nothing yet, and asks before it otherwise.
    pub fn ask_before(self, offer: Offer) {
        let has_run = |cell: &Cell| cell.outcome.get_untracked() != Outcome::New;
        let holds = self.cells.with_value(|cells| cells.iter().any(has_run)) || self.is_running();
        if holds && self.kernel.get_untracked() != KernelState::Dead {
            self.tell(words::restart_sure(), [offer]);
        } else {
            self.accept(offer);
        }
    }

    /// A cell has ended: those that wait for it go on or do not.
    pub(super) fn batch_went_on(self, cell: Cell) {
        let Some(Batch { cells, on_error }) = self.batch.get_value() else { return };
        if on_error == OnError::Stop && cell.outcome.get_untracked() != Outcome::Done {
            self.queue.update(VecDeque::clear);
        }
        if self.queue.with_untracked(VecDeque::is_empty) {
            self.batch.set_value(None);
            self.sum_up(&cells, cell.index);
        }
    }

    fn sum_up(self, cells: &[usize], last: usize) {
        let has_failed = |cell: &Cell| cell.outcome.get_untracked() == Outcome::Failed;
        let failed: Vec<Cell> =
            cells.iter().filter_map(|index| self.cell(*index)).filter(has_failed).collect();
        let rest = cells.iter().skip_while(|index| **index != last).skip(1);
        let left = rest.clone().count();
        let Some(first) = failed.first() else {
            self.say(&words::batch_done(cells.len()));
            return;
        };
        let ways = failed.iter().take(WAYS).map(|cell| cell.index).collect();
        if let Some(next) = rest.copied().next() {
            self.tell_of(ways, &stopped_words(first, left), [Offer::RunRest(next)]);
        } else if cells.len() > 1 {
            let numbers: Vec<usize> = failed.iter().map(Cell::number).collect();
            self.tell_of(ways, &failed_words(&numbers, cells.len()), None);
        }
    }
}

fn stopped_words(failed: &Cell, left: usize) -> String {
    let error = failed.outputs.with_untracked(|outputs| outputs.error().map(|error| error.name.clone()));
    match error {
        Some(error) => words::not_run_after_error(left, failed.number(), error),
        None => words::not_run_after(left, failed.number()),
    }
}

fn failed_words(numbers: &[usize], all: usize) -> String {
    match numbers {
        [one] => words::batch_done_but_one(all - 1, all, one),
        [first @ .., last] => {
            let first: Vec<String> = first.iter().map(ToString::to_string).collect();
            let done = all - numbers.len();
            words::batch_done_but(done, all, first.join(", "), last)
        }
        [] => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::failed_words;

    #[test]
    fn failures_are_named() {
        assert_eq!(failed_words(&[3], 9), "8 of 9 cells are done; cell 3 ended with an error.");
        assert_eq!(
            failed_words(&[3, 5, 7], 9),
            "6 of 9 cells are done; cells 3, 5 and 7 ended with an error."
        );
    }
}
