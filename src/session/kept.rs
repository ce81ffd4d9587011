//! What cells showed, kept for the next visit, and shown there as what it is: from an earlier run.
//!
//! What it is not: the students' text and files (see [`crate::browser::store`]). Start reading at [`Session::keep_run`].

use super::outputs::{Output, Outputs, Value};
use super::{Age, Cell, Outcome, Session};
use crate::browser::large;
use kindling_protocol::Event;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use wasm_bindgen_futures::spawn_local;

/// What the kernel told of a run, but for its end.
#[derive(Serialize, Deserialize)]
struct Kept {
    cell: String,
    events: Vec<Event>,
}

impl Session {
    /// Keeps what a cell shows. A browser that keeps nothing loses nothing that cannot be run again.
    pub(super) fn keep_run(self, cell: Cell) {
        let id = cell.id.get_value();
        let events = cell.outputs.with_untracked(|outputs| events(&id, outputs));
        let value = Kept { cell: id.clone(), events }.serialize(&serde_wasm_bindgen::Serializer::new());
        let Ok(value) = value else { return };
        let lesson = self.shelf.with_value(|shelf| {
            shelf.note_runs();
            shelf.name().to_owned()
        });
        spawn_local(async move {
            let _ = large::keep_shown(&lesson, &id, value).await;
        });
    }

    /// Shows what is kept of an earlier visit in the cells that have not run in this one.
    pub async fn show_kept(self) {
        let (lesson, has_run) = self.shelf.with_value(|shelf| (shelf.name().to_owned(), shelf.has_runs()));
        if !has_run {
            return;
        }
        let found = large::shown(&lesson).await;
        // What another version of the page has kept may be unreadable: it is left out.
        let found = found.iter().filter_map(|value| serde_wasm_bindgen::from_value::<Kept>(value).ok());
        found.for_each(|kept| self.show_one(kept));
    }

    fn show_one(self, Kept { cell, events }: Kept) {
        self.with_cell(&cell, |cell| {
            let is_new = cell.outcome.get_untracked() == Outcome::New
                && cell.outputs.with_untracked(|outputs| outputs.shown.is_empty());
            if is_new && !events.is_empty() && !self.is_asked_for(cell) {
                events.into_iter().for_each(|event| cell.take(event));
                cell.age.set(Some(Age::EarlierVisit));
            }
        });
    }
}

fn events(id: &str, outputs: &Outputs) -> Vec<Event> {
    let mut events = Vec::new();
    for (_, output) in &outputs.shown {
        let cell = id.to_owned();
        match output {
            Output::Stream(stream) => {
                let text = stream.text.get_untracked();
                events.push(Event::Stream { cell: cell.clone(), name: stream.name, text });
                events.extend(stream.end.get_untracked().map(|end| Event::StreamEnd { cell, end }));
            }
            Output::Result(Value { text, forms }) => {
                let (text, forms) = (text.clone(), forms.clone());
                events.push(Event::ExecuteResult { cell, execution_count: 0, text, forms });
            }
            Output::Value(Value { text, forms }) => {
                let (text, forms) = (text.clone(), forms.clone());
                events.push(Event::DisplayData { cell, id: None, text, forms });
            }
            Output::Figure(figure) => {
                events.push(Event::DisplayFigure { cell, id: None, figure: (**figure).clone() });
            }
            Output::Error(error) => events.push(Event::Error { cell, error: error.clone() }),
            // The file has it.
            Output::Stored(_) => {}
        }
    }
    events
}

#[cfg(test)]
mod tests {
    use super::*;
    use kindling_protocol::{Forms, LeftOut, StreamEnd, StreamName};

    #[test]
    fn what_is_kept_is_what_the_kernel_told() {
        let owner = Owner::new();
        owner.set();
        let name = Some(StreamName::Stdout);
        let cell = "a".to_owned();
        let left_out = LeftOut { lines: 3, characters: 9 };
        let told = vec![
            Event::Stream { cell: cell.clone(), name, text: "1\n".to_owned() },
            Event::StreamEnd { cell: cell.clone(), end: StreamEnd { left_out, text: "5\n".to_owned() } },
            Event::ExecuteResult { cell, execution_count: 0, text: "6".to_owned(), forms: Forms::new() },
        ];
        let shown = Cell::new(0, &kindling_notebook::Cell::default());
        told.iter().cloned().for_each(|event| shown.take(event));
        assert_eq!(shown.outputs.with_untracked(|outputs| events("a", outputs)), told);
    }
}
