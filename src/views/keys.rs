//! The keys of slide view, as Marp and reveal.js have them, and clicks and taps at the edges.
//!
//! What it is not: what they do (see [`crate::views::deck`]), or the list of them (`www/overlay.js`). Start reading at [`on_key`].

use crate::browser::dom;
use crate::session::Session;
use crate::views::deck::{Deck, Overlay};
use crate::views::{present, presenter};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, KeyboardEvent, MouseEvent};

/// A click within this share of the width turns the slide.
const EDGE: f64 = 0.045;

pub fn listen(deck: Deck, session: Session) {
    let number = StoredValue::new(String::new());
    window_event_listener(leptos::ev::keydown, move |event| on_key(deck, session, number, &event));
    window_event_listener(leptos::ev::click, move |event| on_click(deck, &event));
}

fn on_key(deck: Deck, session: Session, number: StoredValue<String>, event: &KeyboardEvent) {
    let is_combined = event.alt_key() || event.ctrl_key() || event.meta_key();
    if !deck.presenting.get_untracked() || event.default_prevented() || is_combined {
        return;
    }
    let inside = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let key = event.key();
    if key == "Escape" {
        leave_one(deck, inside.as_ref());
        return;
    }
    if inside.as_ref().is_some_and(dom::takes_keys) || key == "Shift" {
        return;
    }
    if deck.overlay.get_untracked() == Some(Overlay::Black) {
        event.prevent_default();
        deck.overlay.set(None);
        return;
    }
    if key.len() == 1 && key.as_bytes()[0].is_ascii_digit() {
        number.update_value(|number| number.push_str(&key));
        return;
    }
    let typed = number.try_update_value(std::mem::take).unwrap_or_default();
    let is_pressed =
        inside.is_some_and(|element| matches!(element.closest("button, a, summary"), Ok(Some(_))));
    let is_taken = match key.as_str() {
        "Enter" if !typed.is_empty() => {
            deck.turn(|deck| deck.go(typed.parse::<usize>().unwrap_or(usize::MAX).saturating_sub(1)));
            true
        }
        "Enter" | " " if is_pressed => false,
        "Enter" if event.shift_key() => {
            deck.step(session);
            true
        }
        "Enter" => deck.close_overlay(),
        "s" | "S" => {
            presenter::open(session);
            true
        }
        other => other_key(deck, other, event.shift_key()),
    };
    if is_taken {
        event.prevent_default();
    }
}

/// Whether the key means something here.
fn other_key(deck: Deck, key: &str, shifted: bool) -> bool {
    match key {
        " " if shifted => deck.turn(Deck::back),
        " " | "ArrowRight" | "PageDown" | "n" | "N" => deck.turn(Deck::forward),
        "ArrowLeft" | "PageUp" | "p" | "P" => deck.turn(Deck::back),
        "ArrowDown" | "ArrowUp" if scrolls(deck, key == "ArrowDown") => return false,
        "ArrowDown" => deck.turn(Deck::forward),
        "ArrowUp" => deck.turn(Deck::back),
        "Home" => deck.turn(|deck| deck.go(0)),
        "End" => deck.turn(|deck| deck.go(usize::MAX)),
        "f" | "F" => present::toggle_full_screen(deck),
        "b" | "B" | "." => deck.toggle_overlay(Overlay::Black),
        "o" | "O" => deck.toggle_overlay(Overlay::Overview),
        "l" | "L" => toggle_pointer(),
        "?" => deck.toggle_overlay(Overlay::Help),
        _ => return false,
    }
    true
}

/// The mouse's pointer becomes a red dot, by a style.
fn toggle_pointer() {
    if let Some(root) = dom::root() {
        // An attribute of the page's own is always taken.
        let _ = root.toggle_attribute("data-pointer");
    }
}

/// Leaves an editor, else what lies over the slide, else slide view.
fn leave_one(deck: Deck, inside: Option<&Element>) {
    if inside.is_some_and(dom::takes_keys) {
        dom::focus_slide(deck.current.get_untracked());
    } else if !deck.close_overlay() {
        deck.presenting.set(false);
    }
}

/// The browser left full screen, which without a lock of the keyboard it does at Escape by itself.
pub fn left_full_screen(deck: Deck) {
    leave_one(deck, document().active_element().as_ref());
}

/// The slide in view is long, and goes on in this direction.
fn scrolls(deck: Deck, down: bool) -> bool {
    let Some(slide) = dom::slide_element(deck.current.get_untracked()) else { return false };
    let top = slide.scroll_top();
    if down { top + slide.client_height() + 1 < slide.scroll_height() } else { top > 0 }
}

fn on_click(deck: Deck, event: &MouseEvent) {
    if !deck.presenting.get_untracked() || deck.overlay.get_untracked().is_some() {
        return;
    }
    let inside = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_on_slide = inside.is_some_and(|element| {
        matches!(element.closest("#deck"), Ok(Some(_)))
            && matches!(
                element.closest("button, a, summary, label, .cell, .scroll, .present-controls"),
                Ok(None)
            )
    });
    let place = f64::from(event.client_x()) / dom::window_width();
    if is_on_slide && place > 1.0 - EDGE {
        deck.turn(Deck::forward);
    } else if is_on_slide && place < EDGE {
        deck.turn(Deck::back);
    }
}
