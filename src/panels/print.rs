//! The deck on paper.
//!
//! What it is not: how it is laid out there (see [`crate::views::print`]). Start reading at [`PANEL`].

use super::{Face, Panel, Place};
use crate::views::deck::Deck;
use crate::views::print::print;
use crate::words;
use leptos::prelude::*;

pub const PANEL: Panel = Panel {
    id: "print",
    title: words::print_title,
    hint: words::print_hint,
    place: Place::Wide,
    face: Face::Icon("M7 8V4h10v4M7 16H4V8h16v8h-3M7 13h10v7H7z"),
    content: |leave| view! { <Forms leave=leave /> }.into_any(),
    style: "",
};

#[component]
fn Forms(leave: Callback<()>) -> impl IntoView {
    let deck = expect_context::<Deck>();
    let form = move |name: &'static str, what: &'static str, is_handout: bool| {
        let run = move |_| {
            leave.run(());
            print(deck, is_handout);
        };
        view! {
            <button type="button" on:click=run><span>{name}</span> <small>{what}</small></button>
        }
    };
    view! {
        <div class="choices">
            {form(words::print_slides(), words::print_slides_what(), false)}
            {form(words::print_handout(), words::print_handout_what(), true)}
        </div>
    }
}
