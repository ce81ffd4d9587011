//! What is done with whole slides: by keys, and by the tools that an entry of the outline unfolds.
//!
//! What it is not: the slides' looks (see [`crate::views::slide`]) or the list of them (see [`crate::views::outline`]). Start
//! reading at [`Tools`].

use crate::browser::dom;
use crate::session::Offer;
use crate::views::commands::Here;
use crate::views::deck::Deck;
use crate::views::icons::{self, icon};
use crate::words::{self, Word};
use kindling_notebook::edit::Side;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The place of the slide that is meant: the one that has the focus, else the one in view.
pub fn place(deck: Deck) -> usize {
    let focused = document().active_element().and_then(|focused| focused.closest("section.slide").ok()?);
    let place = focused.and_then(|slide| dom::place_of_id(&slide.id()));
    place.unwrap_or_else(|| deck.current.get_untracked())
}

/// Adds a slide below the one at a place; what is typed next is its heading.
pub fn add(here: Here, place: usize) {
    let marks = "## ";
    let text = format!("{marks}{}", words::new_slide());
    let Some(cell) = here.session.add_slide(place + 1, &text) else { return };
    here.session.say(words::slide_added());
    // The slide is on the page by then.
    dom::after_paint(move || {
        here.deck.go(place + 1);
        cell.point_at(marks.len()..text.len());
    });
}

pub fn delete(here: Here, place: usize) {
    if !here.session.delete_slide(place) {
        return here.session.say(words::last_slide_stays());
    }
    here.session.tell(&words::slide_deleted(place + 1), [Offer::Undo]);
    dom::after_paint(move || here.deck.go(place));
}

pub fn shift(here: Here, place: usize, side: Side) {
    moved(here, here.session.shift_slide(place, side));
}

/// Says where a slide has gone, and goes there too.
pub fn moved(here: Here, to: Option<usize>) {
    let Some(to) = to else { return here.session.say(words::no_further()) };
    here.session.say(&words::slide_moved(to + 1));
    dom::after_paint(move || here.deck.go(to));
}

/// What can be done with a slide, below its entry in the outline. `leave` is called before a new slide is written.
#[component]
pub fn Tools(slide: usize, leave: Callback<()>) -> impl IntoView {
    let here = Here::now();
    let button = move |name: Word, path: &'static str, act: Callback<usize>| {
        let press = move |_| {
            let Some(place) = untrack(|| here.session.place_of(slide)) else { return };
            let pressed = document().active_element();
            act.run(place);
            dom::after_paint(move || give_back_focus(pressed));
        };
        view! { <button type="button" aria-label=name() title=name() on:click=press>{icon(path)}</button> }
    };
    let add_below = move |place| {
        leave.run(());
        add(here, place);
    };
    let up = move |place| shift(here, place, Side::Above);
    let down = move |place| shift(here, place, Side::Below);
    let delete = move |place| delete(here, place);
    view! {
        <div class="slide-tools" role="group" aria-label=words::slide_tools()>
            {button(words::command_slide_add, icons::PLUS, Callback::new(add_below))}
            {button(words::command_slide_up, icons::UP, Callback::new(up))}
            {button(words::command_slide_down, icons::DOWN, Callback::new(down))}
            {button(words::command_slide_delete, icons::DELETE, Callback::new(delete))}
        </div>
    }
}

/// An entry that moves loses the focus on its way; one that is gone has none to give.
fn give_back_focus(to: Option<Element>) {
    let is_lost = document().active_element().is_none_or(|focused| focused.tag_name() == "BODY");
    if let Some(Ok(element)) = to.filter(|_| is_lost).map(|element| element.dyn_into::<HtmlElement>()) {
        // What is no longer there takes none.
        let _ = element.focus();
    }
}
