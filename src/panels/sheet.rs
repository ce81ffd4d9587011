//! How a panel comes over the page: beside it on a wide screen, from below on a phone.
//!
//! What it is not: what is in it. Start reading at [`Sheet`].

use super::{Opened, Panel};
use crate::browser::dom;
use crate::views::icons::{self, icon};
use crate::words;
use leptos::html::Dialog;
use leptos::prelude::*;

/// Where a sheet covers the page it is modal: the browser keeps the focus inside and closes it on Escape.
const COVERS: &str = "(max-width: 56rem)";

#[component]
pub fn Sheet(panel: &'static Panel) -> impl IntoView {
    let opened = expect_context::<Opened>();
    let is_open = Memo::new(move |_| opened.is(panel));
    let close = move || opened.close(panel);
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let (Some(dialog), open) = (dialog.get(), is_open.get()) else { return };
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
            close();
        }
    };
    let heading = format!("{}-title", panel.id);
    let labelled_by = heading.clone();
    let close_name = words::close((panel.title)());
    view! {
        <dialog class="sheet-panel" id=panel.id tabindex="-1" node_ref=dialog aria-labelledby=labelled_by
            on:close=move |_| close() on:keydown=on_key>
            <div class="sheet-head">
                <h2 id=heading>{(panel.title)()}</h2>
                <button type="button" aria-label=close_name on:click=move |_| close()>{icon(icons::CLOSE)}</button>
            </div>
            <Show when=move || is_open.get()>
                {style(panel)}
                {(panel.content)(Callback::new(move |()| close()))}
            </Show>
        </dialog>
    }
}

fn style(panel: &'static Panel) -> Option<impl IntoView> {
    (!panel.style.is_empty()).then(|| view! { <style>{panel.style}</style> })
}
