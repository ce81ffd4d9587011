//! The quiet way to a cell of one's own: below each cell, and at the end of a slide that has none.
//!
//! What it is not: the only way; keys and the cell's panel add cells too (see [`crate::views::commands`]). Start reading
//! at [`Below`].

use crate::session::{Cell, Session};
use crate::views::icons::{self, icon};
use crate::words;
use kindling_notebook::edit::{Kind, Side};
use leptos::prelude::*;

#[component]
pub fn Below(cell: Cell) -> impl IntoView {
    let session = expect_context::<Session>();
    let add = move |kind| session.insert(cell, Side::Below, vec![Session::new_content(kind, "")]);
    let name = move |kind| match (kind, cell.kind.get()) {
        (Kind::Code, Kind::Code) => words::add_code_below_cell(cell.number.get()),
        (Kind::Markdown, Kind::Code) => words::add_text_below_cell(cell.number.get()),
        (Kind::Code, Kind::Markdown) => words::add_code_below_text().to_owned(),
        (Kind::Markdown, Kind::Markdown) => words::add_text_below_text().to_owned(),
    };
    view! { <Between name=Callback::new(name) add=Callback::new(add) /> }
}

#[component]
pub fn AtEnd(place: usize) -> impl IntoView {
    let session = expect_context::<Session>();
    let add = move |kind| session.append(place, Session::new_content(kind, ""));
    let name = move |kind| match kind {
        Kind::Code => words::add_code_at_end(place + 1),
        Kind::Markdown => words::add_text_at_end(place + 1),
    };
    view! { <Between name=Callback::new(name) add=Callback::new(add) /> }
}

/// Out of the order of Tab: A and B do the same from the keyboard.
#[component]
fn Between(name: Callback<Kind, String>, add: Callback<Kind, Option<Cell>>) -> impl IntoView {
    let button = move |kind: Kind, word: &'static str| {
        let add = move |_| {
            if let Some(cell) = add.run(kind) {
                cell.edit();
            }
        };
        view! {
            <button type="button" tabindex="-1" aria-label=move || name.run(kind) on:click=add>
                {icon(icons::PLUS)} {word}
            </button>
        }
    };
    view! {
        <div class="between">
            <div>{button(Kind::Code, words::between_code())} {button(Kind::Markdown, words::between_text())}</div>
        </div>
    }
}
