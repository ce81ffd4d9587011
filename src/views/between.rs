//! The quiet way to a cell of one's own: below each cell, and at the end of a slide that has none.
//!
//! What it is not: the only way; keys and the cell's panel add cells too (see [`crate::views::commands`]). Start reading
//! at [`Below`].

use crate::session::{Cell, Session};
use crate::views::icons::{self, icon};
use kindling_notebook::edit::{Kind, Side};
use leptos::prelude::*;

#[component]
pub fn Below(cell: Cell) -> impl IntoView {
    let session = expect_context::<Session>();
    let add = move |kind| session.insert(cell, Side::Below, vec![Session::new_content(kind, "")]);
    let place = move || format!("below {}", cell.name().to_lowercase());
    view! { <Between place=Signal::derive(place) add=Callback::new(add) /> }
}

#[component]
pub fn AtEnd(slide: usize) -> impl IntoView {
    let session = expect_context::<Session>();
    let add = move |kind| session.append(slide, Session::new_content(kind, ""));
    let place = move || format!("at the end of slide {}", slide + 1);
    view! { <Between place=Signal::derive(place) add=Callback::new(add) /> }
}

/// Out of the order of Tab: A and B do the same from the keyboard.
#[component]
fn Between(place: Signal<String>, add: Callback<Kind, Option<Cell>>) -> impl IntoView {
    let button = move |kind: Kind, word: &'static str, what: &'static str| {
        let add = move |_| {
            if let Some(cell) = add.run(kind) {
                cell.edit();
            }
        };
        view! {
            <button type="button" tabindex="-1" aria-label=move || format!("Add {what} {}", place.get()) on:click=add>
                {icon(icons::PLUS)} {word}
            </button>
        }
    };
    view! {
        <div class="between">
            <div>{button(Kind::Code, "Code", "code")} {button(Kind::Markdown, "Text", "text")}</div>
        </div>
    }
}
