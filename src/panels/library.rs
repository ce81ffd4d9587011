//! The library: the notebooks that this browser holds, and the site's lessons.
//!
//! What it is not: the list, which `www/library.js` makes. Start reading at [`PANEL`].

use super::{Face, Panel, Place};
use crate::session::Session;
use crate::views::{commands, icons};
use crate::words;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

pub const PANEL: Panel = Panel {
    id: commands::LIBRARY,
    title: words::library_title,
    hint: words::library_hint,
    place: Place::Wide,
    face: Face::Icon(icons::LIBRARY),
    content: |_| view! { <Library /> }.into_any(),
    style: r"
        #library h3 { margin: 1.2rem 0 0.3rem; font: 600 0.8125rem/1.4 var(--text); color: var(--soft); }
        .library { list-style: none; margin: 0; padding: 0; }
        .library li { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.3rem; padding: 0.3rem 0; border-top: 1px solid var(--line); }
        .library a { display: grid; flex: 1 1 9rem; min-width: 0; padding: 0.35rem 0.3rem; border-radius: 7px; line-height: 1.4; color: var(--ink); text-decoration: none; }
        .library a:hover { background: var(--accent-wash); }
        .library span { flex: 1 1 8rem; overflow-wrap: anywhere; }
        .by-address { display: flex; gap: 0.4rem; margin-top: 0.9rem; }
        .by-address textarea { flex: 1; min-width: 0; min-height: 2.6rem; padding: 0.55rem 0.7rem; font: inherit; color: var(--ink); background: var(--inset); border: 1px solid var(--line); border-radius: 7px; resize: vertical; }
        .by-address button { min-height: 2.6rem; padding: 0 0.9rem; color: var(--accent); border: 1px solid var(--line); border-radius: 7px; }
        #library .said:not(:empty) { margin: 0.6rem 0 0; padding: 0.6rem 0.8rem; color: var(--bad); background: var(--inset); border-radius: 7px; overflow-wrap: anywhere; }
        .library small { font-size: 0.8125rem; color: var(--soft); }
        .library button { min-height: 2.5rem; padding: 0 0.5rem; font-size: 0.8125rem; color: var(--accent); }
        .library button:hover { background: var(--accent-wash); }
        .library .sure { color: var(--bad); }
        .library input { flex: 1 1 8rem; min-width: 0; min-height: 2.5rem; padding: 0 0.6rem; font: inherit; color: var(--ink); background: var(--inset); border: 1px solid var(--line); border-radius: 7px; }
    ",
};

#[wasm_bindgen]
extern "C" {
    /// Lists what there is in an element; of `www/early.js`, which fetches the list.
    #[wasm_bindgen(js_name = kindlingLibrary, catch)]
    async fn list(host: &Element, here: &str, title: &str) -> Result<JsValue, JsValue>;
}

#[component]
fn Library() -> impl IntoView {
    let session = expect_context::<Session>();
    let host = NodeRef::<Div>::new();
    Effect::new(move |_| {
        let Some(host) = host.get() else { return };
        session.note_visit();
        let title = session.notebook.with_value(|notebook| notebook.title.clone());
        spawn_local(async move {
            if list(&host, &session.name(), &title).await.is_err() {
                session.tell(words::library_did_not_come(), None);
            }
        });
    });
    view! { <div node_ref=host></div> }
}
