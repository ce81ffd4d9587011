//! What appears step by step in slide view: items of lists with `*` or `1)`, as Marp has them, and a notebook's fragments.
//!
//! What it is not: how many have appeared, which is [`Deck`]'s. Start reading at [`follow`].

use crate::browser::dom;
use crate::views::deck::Deck;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList};

/// Marks the items that have appeared; styles hide the others.
pub fn follow(deck: Deck) {
    Effect::new(move |_| {
        let (slide, shown) = (deck.current.get(), deck.shown_steps.get());
        if deck.presenting.get() {
            for (index, item) in items(slide).enumerate() {
                // An attribute of the page's own is always taken.
                let _ = item.toggle_attribute_with_force("data-shown", index < shown);
            }
        }
    });
}

/// How many there are on a slide.
pub fn count(slide: usize) -> usize {
    items(slide).count()
}

fn items(slide: usize) -> impl Iterator<Item = Element> {
    let found: Option<NodeList> =
        dom::slide_element(slide).and_then(|slide| slide.query_selector_all(".steps > li, .fragment").ok());
    let length = found.as_ref().map_or(0, NodeList::length);
    (0..length).filter_map(move |index| found.as_ref()?.item(index)).filter_map(|node| node.dyn_into().ok())
}
