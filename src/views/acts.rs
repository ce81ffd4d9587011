//! What commands do with cells, beyond one call.
//!
//! What it is not: the commands (see [`crate::views::commands`]). Start reading at [`on_cell`].

use crate::session::{Cell, Offer, Session};
use crate::views::commands::Here;
use crate::words;
use kindling_notebook::edit::{Content, Document, Kind, Operation, Side};
use leptos::prelude::*;

pub fn on_cell(here: Here, act: impl FnOnce(Here, Cell)) {
    if let Some(cell) = here.cell {
        act(here, cell);
    }
}

/// Adds cells and gives the first the focus as a whole, as Jupyter does.
pub fn put(here: Here, beside: Cell, side: Side, contents: Vec<Content>) {
    let words = words::cells_added(contents.len());
    let new = here.session.insert(beside, side, contents);
    here.session.say(&words);
    new.into_iter().for_each(|new| here.deck.select(new));
}

pub fn add(here: Here, side: Side, kind: Kind) {
    on_cell(here, |here, cell| put(here, cell, side, vec![Session::new_content(kind, "")]));
}

pub fn paste(here: Here, side: Side) {
    let contents = Session::copied();
    if contents.is_empty() {
        return here.session.say(words::nothing_to_paste());
    }
    let cells = here.chosen();
    let beside = if side == Side::Above { cells.first() } else { cells.last() };
    if let Some(beside) = beside {
        put(here, *beside, side, contents);
    }
}

/// Does something to each of the chosen cells, as one operation.
pub fn perform_on(here: Here, cells: &[Cell], act: impl Fn(&Document, &str) -> Option<Operation>) -> bool {
    let ids: Vec<String> = cells.iter().map(|cell| cell.id.get_value()).collect();
    here.session.perform(|document| document.in_turn(&ids, |document, id| act(document, id)))
}

pub fn delete(here: Here) {
    let cells = here.chosen();
    let (Some(first), Some(last)) = (cells.first(), cells.last()) else { return };
    let next = here.session.neighbour(last.index, 1).or_else(|| here.session.neighbour(first.index, -1));
    if perform_on(here, &cells, Document::remove) {
        let words = words::cells_deleted(cells.len());
        here.session.tell(&words, [Offer::Undo]);
        next.into_iter().for_each(|next| here.deck.select(next));
    }
}

/// Moves what is chosen one step; those ahead make way first.
pub fn shift(here: Here, side: Side) {
    on_cell(here, |here, cell| {
        let mut cells = here.chosen();
        if side == Side::Below {
            cells.reverse();
        }
        let has_moved = perform_on(here, &cells, |document, id| document.shift(id, side));
        let words = words::cells_moved(cells.len());
        here.session.say(if has_moved { &words } else { words::no_further() });
        here.deck.give_focus(cell);
    });
}

pub fn convert(here: Here, kind: Kind) {
    on_cell(here, |here, cell| {
        let is_other = |cell: &Cell| cell.kind.get_untracked() != kind;
        let cells: Vec<Cell> = here.chosen().into_iter().filter(is_other).collect();
        perform_on(here, &cells, |document, id| document.set_kind(id, kind));
        here.deck.give_focus(cell);
    });
}

pub fn headed(here: Here, level: usize) {
    on_cell(here, |here, cell| {
        perform_on(here, &here.chosen(), |document, id| document.set_heading(id, level));
        here.deck.give_focus(cell);
    });
}

pub fn go(here: Here, steps: isize) {
    on_cell(here, |here, cell| {
        let next = here.session.neighbour(cell.index, steps);
        next.into_iter().for_each(|next| here.deck.select(next));
    });
}

/// Takes back or does again, and stays with a cell that is there.
pub fn undone(here: Here, act: fn(Session)) {
    act(here.session);
    let is_there = |cell: &Cell| here.session.content(*cell).is_some();
    let cell = here.cell.filter(is_there).or_else(|| here.deck.cell_here(here.session));
    cell.into_iter().for_each(|cell| here.deck.select(cell));
}
