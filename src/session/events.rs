//! What the kernel answers, and what it changes.

use super::cell::Took;
use super::outputs::coalesce;
use super::{Cell, KernelState, Outcome, Session};
use crate::words;
use kindling_protocol::{Event, Status};
use leptos::prelude::*;
use std::time::Duration;

/// Events are read together once a frame; a page in the background gets no frames, so a timer and not a frame asks.
const FRAME: Duration = Duration::from_millis(16);

impl Session {
    /// Keeps an event until the next reading, which is now if the kernel has nothing to do from here on, or if
    /// somebody types.
    pub(super) fn post_in(self, event: Event) {
        let is_idle = matches!(event, Event::Ready { .. } | Event::Finished { .. } | Event::Answer { .. });
        let first = self.inbox.try_update_value(|inbox| {
            inbox.push(event);
            inbox.len() == 1
        });
        if is_idle {
            self.read_inbox();
        } else if first == Some(true) {
            set_timeout(move || self.read_inbox(), FRAME);
        }
    }

    pub(super) fn read_inbox(self) {
        let events = self.inbox.try_update_value(std::mem::take).unwrap_or_default();
        coalesce(events).into_iter().for_each(|event| self.apply(event));
    }

    fn apply(self, event: Event) {
        match event {
            Event::Accelerator(accelerator) => self.accelerator.set(Some(accelerator)),
            Event::Ready { can_interrupt } => self.ready(can_interrupt),
            Event::Started { cell, execution_count } => {
                self.with_cell(&cell, |cell| cell.execution_count.set(Some(execution_count)));
            }
            Event::Stream { ref cell, .. }
            | Event::StreamEnd { ref cell, .. }
            | Event::ExecuteResult { ref cell, .. }
            | Event::DisplayData { ref cell, .. }
            | Event::DisplayFigure { ref cell, .. }
            | Event::ClearOutput { ref cell, .. }
            | Event::InputRequest { ref cell, .. }
            | Event::Error { ref cell, .. } => {
                let id = cell.clone();
                self.with_cell(&id, |cell| cell.take(event));
            }
            Event::Finished { cell, status, milliseconds, held } => {
                self.with_cell(&cell, |cell| self.finished(cell, status, Took { milliseconds, held }));
            }
            Event::Variables { variables } => self.variables.set(variables),
            Event::Inside { name, inside } => self.looked_into(name, inside),
            Event::Answer { ticket, answer } => self.answered(ticket, &answer),
            Event::Files { files } => self.take_files(files),
        }
    }

    fn ready(self, can_interrupt: bool) {
        self.can_interrupt.set(can_interrupt);
        self.kernel.set(KernelState::Ready);
        self.say(words::python_is_ready());
        self.advance();
    }

    fn finished(self, cell: Cell, status: Status, took: Took) {
        let outcome = match status {
            Status::Ok => Outcome::Done,
            Status::Error => Outcome::Failed,
            Status::Interrupted => Outcome::Stopped,
        };
        cell.end(outcome, took);
        self.keep_run(cell);
        self.note_visit();
        self.running.set(None);
        self.stopping.set(false);
        self.kernel.set(KernelState::Ready);
        let number = cell.number();
        self.say(&match status {
            Status::Ok => words::cell_is_done(number),
            Status::Error => words::cell_failed(number),
            Status::Interrupted => words::cell_was_stopped(number),
        });
        self.batch_went_on(cell);
        self.advance();
    }

    pub(super) fn with_cell(self, id: &str, change: impl FnOnce(Cell)) {
        if let Some(cell) = self.cell_of(id) {
            change(cell);
        }
    }
}
