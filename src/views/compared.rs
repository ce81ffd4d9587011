//! A cell's code as the student has it, beside the author's.
//!
//! What it is not: the finding of lines that are the same (`kindling_notebook::beside`). Start reading at [`Compared`].

use crate::session::Cell;
use crate::words;
use kindling_notebook::{Row, beside};
use leptos::prelude::*;

#[component]
pub fn Compared(cell: Cell) -> impl IntoView {
    let rows = move || {
        let original = cell.original.get_value();
        cell.source.with(|source| beside(&original, source).into_iter().map(row).collect::<Vec<AnyView>>())
    };
    view! {
        <div class="compared scroll" tabindex="0" data-compared>
            <table>
                <thead><tr><th scope="col">{words::of_deck()}</th><th scope="col">{words::of_mine()}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row((first, second): Row) -> AnyView {
    let is_same = first == second;
    let side = |line: Option<&str>| {
        let class = if is_same {
            "same"
        } else if line.is_some() {
            "other"
        } else {
            "none"
        };
        view! { <td class=class><code>{line.unwrap_or_default().to_owned()}</code></td> }
    };
    view! { <tr>{side(first)} {side(second)}</tr> }.into_any()
}
