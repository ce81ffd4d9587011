//! The focus is never lost: where what had it goes away or is switched off, what is around takes it, and the next Tab goes
//! on from there.
//!
//! What it is not: where the focus goes by itself (see [`crate::views::deck`]). Start reading at [`keep`].

use crate::browser::dom;
use crate::views::deck::Deck;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, FocusOptions, HtmlElement};

const LATER: [u64; 3] = [150, 600, 2000];

/// Looks after each click and key whether the focus has fallen to the page's body.
pub fn keep(deck: Deck) {
    let last = StoredValue::new_local(None::<HtmlElement>);
    window_event_listener(leptos::ev::focusin, move |event: FocusEvent| {
        last.set_value(event.target().and_then(|target| target.dyn_into().ok()));
    });
    let look = move || {
        let is_gone = last.with_value(|last| last.as_ref().is_some_and(is_gone));
        let is_lost = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
        if is_gone && is_lost {
            give_to_surroundings(deck);
        }
    };
    // At once, and when the kernel has answered.
    let look_soon = move || {
        dom::after_paint(look);
        LATER.iter().for_each(|after| set_timeout(look, Duration::from_millis(*after)));
    };
    window_event_listener(leptos::ev::click, move |_| look_soon());
    window_event_listener(leptos::ev::keydown, move |_| look_soon());
}

fn is_gone(element: &HtmlElement) -> bool {
    !element.is_connected() || element.matches(":disabled").unwrap_or(false)
}

/// To the open panel, else to the slide in view, else to the deck.
fn give_to_surroundings(deck: Deck) {
    let place = if deck.presenting.get_untracked() { "section[data-current]" } else { "#deck" };
    let found = |selector| document().query_selector(selector).ok().flatten();
    let Some(around) = ["dialog[open]", ".overlay", place].into_iter().find_map(found) else { return };
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // What cannot take the focus leaves it where it was.
    let _ = around.unchecked_into::<HtmlElement>().focus_with_options(&options);
}
