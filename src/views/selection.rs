//! Several cells at once: all from the one where the reader began to the one that has the focus, as Shift and an arrow go.
//!
//! What it is not: what is done with them (see [`crate::views::commands`]). Start reading at [`Selection`].

use crate::session::{Cell, Session};
use crate::views::deck::Deck;
use crate::words;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent};

#[derive(Clone, Copy)]
pub struct Selection {
    /// Where it began.
    from: StoredValue<Option<usize>>,
    /// In reading order; none where only the cell with the focus is meant.
    cells: RwSignal<Vec<usize>>,
}

impl Selection {
    pub fn new() -> Self {
        Self { from: StoredValue::new(None), cells: RwSignal::new(Vec::new()) }
    }

    pub fn holds(self, cell: Cell) -> bool {
        self.cells.with(|cells| cells.contains(&cell.index))
    }

    pub fn end(self) {
        self.from.set_value(None);
        if !self.cells.with_untracked(Vec::is_empty) {
            self.cells.set(Vec::new());
        }
    }

    /// Takes in, or leaves out again, the cell so many places after the one that has the focus.
    pub fn extend(self, deck: Deck, session: Session, cell: Cell, steps: isize) {
        let Some(next) = session.neighbour(cell.index, steps) else { return };
        let from = self.from.get_value().unwrap_or(cell.index);
        self.from.set_value(Some(from));
        let all: Vec<usize> = session.all_cells().iter().map(|cell| cell.index).collect();
        let at = |index: usize| all.iter().position(|other| *other == index);
        let (Some(first), Some(last)) = (at(from), at(next.index)) else { return };
        let cells = all[first.min(last)..=first.max(last)].to_vec();
        session.say(&words::cells_selected(cells.len()));
        self.cells.set(cells);
        deck.give_focus(next);
    }

    /// What is meant where a cell has the focus: all that are chosen with it, or the cell alone.
    pub fn with(self, session: Session, cell: Cell) -> Vec<Cell> {
        let chosen = self.cells.get_untracked();
        if chosen.contains(&cell.index) {
            session.all_cells().into_iter().filter(|cell| chosen.contains(&cell.index)).collect()
        } else {
            vec![cell]
        }
    }
}

/// A cell, or something in it, has the focus now; elsewhere than in a chosen cell as a whole that ends the choice.
pub fn entered(deck: Deck, cell: Cell, event: &FocusEvent) {
    deck.focused.set_value(Some(cell.index));
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_whole = target.is_some_and(|target| target.has_attribute("data-cell"));
    if !is_whole || !untrack(|| deck.selection.holds(cell)) {
        deck.selection.end();
    }
}
