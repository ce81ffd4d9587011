//! Cells that are moved by the pointer: taken by their number or by a text's grip, put down above or below another.
//!
//! What it is not: the only way; keys and the cell's panel move cells too (see [`crate::views::commands`]). Start reading
//! at [`begin`].

use crate::session::{Cell, Session};
use crate::views::deck::Deck;
use kindling_notebook::edit::Side;
use leptos::ev::DragEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// What a dragged cell is among what browsers drag.
const KIND: &str = "application/x-kindling-cell";

pub fn begin(event: &DragEvent, cell: Cell) {
    if let Some(data) = event.data_transfer() {
        data.set_effect_allowed("move");
        // A browser that takes no data lets nothing be dropped either.
        let _ = cell.id.with_value(|id| data.set_data(KIND, id));
    }
}

/// Marks the side of a cell that one which is dragged over it would come to.
pub fn over(event: &DragEvent, deck: Deck, cell: Cell) {
    let is_cell = event.data_transfer().is_some_and(|data| data.types().includes(&KIND.into(), 0));
    if is_cell {
        event.prevent_default();
        deck.drop_beside.set(Some((cell.index, side(event))));
    }
}

/// What an element says of the cell that is dragged over it: `above`, `below` or nothing.
pub fn mark(deck: Deck, cell: Cell) -> Option<&'static str> {
    let (_, side) = deck.drop_beside.get().filter(|(index, _)| *index == cell.index)?;
    Some(if side == Side::Above { "above" } else { "below" })
}

/// Puts down a cell beside another.
pub fn put_down(event: &DragEvent, session: Session, deck: Deck, beside: Cell) {
    let dragged = event.data_transfer().and_then(|data| data.get_data(KIND).ok()).unwrap_or_default();
    deck.drop_beside.set(None);
    if dragged.is_empty() {
        return;
    }
    event.prevent_default();
    let (beside, side) = (beside.id.get_value(), side(event));
    if session.perform(|document| document.bring(&dragged, &beside, side)) {
        session.cell_of(&dragged).into_iter().for_each(|cell| deck.select(cell));
    }
}

/// The nearer side of the cell that the event was told to.
fn side(event: &DragEvent) -> Side {
    let target = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let middle = target.map_or(0.0, |target| {
        let place = target.get_bounding_client_rect();
        place.top() + place.height() / 2.0
    });
    if f64::from(event.client_y()) < middle { Side::Above } else { Side::Below }
}
