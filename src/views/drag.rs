//! Cells and slides that are moved by the pointer: a cell taken by its number or by a text's grip, a slide by its entry in the
//! outline, put down above or below another.
//!
//! What it is not: the only way; keys, the cell's panel and the outline's tools move them too (see
//! [`crate::views::commands`]). Start reading at [`begin`].

use crate::session::{Cell, Session};
use crate::views::deck::Deck;
use kindling_notebook::edit::Side;
use leptos::ev::DragEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// What a dragged cell and a dragged slide are among what browsers drag.
const CELL: &str = "application/x-kindling-cell";
const SLIDE: &str = "application/x-kindling-slide";

pub fn begin(event: &DragEvent, cell: Cell) {
    cell.id.with_value(|id| take(event, CELL, id));
}

pub fn begin_slide(event: &DragEvent, slide: usize) {
    take(event, SLIDE, &slide.to_string());
}

fn take(event: &DragEvent, kind: &str, what: &str) {
    if let Some(data) = event.data_transfer() {
        data.set_effect_allowed("move");
        // A browser that takes no data lets nothing be dropped either.
        let _ = data.set_data(kind, what);
    }
}

/// Marks the side of a cell that one which is dragged over it would come to.
pub fn over(event: &DragEvent, deck: Deck, cell: Cell) {
    if let Some(side) = side_of(event, CELL) {
        deck.drop_beside.set(Some((cell.index, side)));
    }
}

/// The side of an entry that a slide which is dragged over it would come to.
pub fn slide_over(event: &DragEvent) -> Option<Side> {
    side_of(event, SLIDE)
}

/// Where what is dragged would come to, if it is of that kind: then it may be put down there.
fn side_of(event: &DragEvent, kind: &str) -> Option<Side> {
    let is_it = event.data_transfer().is_some_and(|data| data.types().includes(&kind.into(), 0));
    is_it.then(|| {
        event.prevent_default();
        side(event)
    })
}

/// What is put down, if it is of that kind.
fn taken(event: &DragEvent, kind: &str) -> Option<String> {
    let taken = event.data_transfer().and_then(|data| data.get_data(kind).ok());
    taken.filter(|taken| !taken.is_empty()).inspect(|_| event.prevent_default())
}

/// What an element says of the cell that is dragged over it: `above`, `below` or nothing.
pub fn mark(deck: Deck, cell: Cell) -> Option<&'static str> {
    let (_, side) = deck.drop_beside.get().filter(|(index, _)| *index == cell.index)?;
    Some(word(side))
}

/// A side as styles know it.
pub fn word(side: Side) -> &'static str {
    if side == Side::Above { "above" } else { "below" }
}

/// Puts down a cell beside another.
pub fn put_down(event: &DragEvent, session: Session, deck: Deck, beside: Cell) {
    deck.drop_beside.set(None);
    let Some(dragged) = taken(event, CELL) else { return };
    let (beside, side) = (beside.id.get_value(), side(event));
    if session.perform(|document| document.bring(&dragged, &beside, side)) {
        session.cell_of(&dragged).into_iter().for_each(|cell| deck.select(cell));
    }
}

/// Puts down a slide beside another; where it is then.
pub fn put_down_slide(event: &DragEvent, session: Session, beside: usize) -> Option<usize> {
    let dragged = taken(event, SLIDE)?.parse().ok()?;
    session.bring_slide(dragged, beside, side(event))
}

/// The nearer side of what the event was told to.
fn side(event: &DragEvent) -> Side {
    let target = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let middle = target.map_or(0.0, |target| {
        let place = target.get_bounding_client_rect();
        place.top() + place.height() / 2.0
    });
    if f64::from(event.client_y()) < middle { Side::Above } else { Side::Below }
}
