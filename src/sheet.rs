//! A panel that comes over the page: beside it on a wide screen, from below on a phone.
//!
//! What it is not: what is in it. Start reading at [`Sheet`].

use crate::dom;
use crate::icons::{self, icon};
use leptos::html::Dialog;
use leptos::prelude::*;

/// Where a sheet covers the page it is modal: the browser keeps the focus inside and closes it on Escape.
const COVERS: &str = "(max-width: 56rem)";

#[component]
pub fn Sheet(
    open: RwSignal<bool>,
    id: &'static str,
    title: &'static str,
    close: &'static str,
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let (Some(dialog), open) = (dialog.get(), open.get()) else { return };
        match (open, dialog.open()) {
            // A dialog that is in the document and closed can always be shown.
            (true, false) if dom::media_matches(COVERS) => drop(dialog.show_modal()),
            (true, false) => dialog.show(),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            open.set(false);
        }
    };
    let heading = format!("{id}-title");
    let labelled_by = heading.clone();
    view! {
        <dialog class="sheet-panel" id=id node_ref=dialog aria-labelledby=labelled_by
            on:close=move |_| open.set(false) on:keydown=on_key>
            <div class="sheet-head">
                <h2 id=heading>{title}</h2>
                <button type="button" aria-label=close on:click=move |_| open.set(false)>{icon(icons::CLOSE)}</button>
            </div>
            <Show when=move || open.get()>{children()}</Show>
        </dialog>
    }
}
