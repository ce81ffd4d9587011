//! The code editor of a cell: CodeMirror, from the bundle of `www/editor`.
//!
//! What it is not: the cell's state, which stays in [`crate::session::Cell`]. Start reading at [`CodeEditor`].

use crate::session::Cell;
use leptos::html::Div;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::prelude::*;
use web_sys::Element;

/// The element that tells how to leave the editor, once on the page.
pub const HELP_ID: &str = "editor-help";

#[wasm_bindgen(raw_module = "./editor.js")]
extern "C" {
    type Editor;

    #[wasm_bindgen(constructor)]
    fn new(
        parent: &Element,
        text: &str,
        label: &str,
        described_by: &str,
        on_change: &JsValue,
        on_command: &JsValue,
    ) -> Editor;

    #[wasm_bindgen(method)]
    fn focus(this: &Editor);

    #[wasm_bindgen(method, js_name = setText)]
    fn set_text(this: &Editor, text: &str);

    #[wasm_bindgen(method, js_name = markLine)]
    fn mark_line(this: &Editor, number: u32);

    #[wasm_bindgen(method)]
    fn destroy(this: &Editor);
}

/// What a key in the editor asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    Run,
    RunAndMove,
}

/// An editor and the closures that it calls.
struct Mounted {
    editor: Editor,
    _on_change: Closure<dyn FnMut(String)>,
    _on_command: Closure<dyn FnMut(String)>,
}

impl Mounted {
    fn new(parent: &Element, cell: Cell, command: Callback<Command>) -> Self {
        let on_change = Closure::new(move |text: String| cell.source.set(text));
        let on_command = Closure::new(move |name: String| {
            command.run(if name == "run" { Command::Run } else { Command::RunAndMove });
        });
        let text = cell.source.get_untracked();
        let label = format!("Code of cell {}", cell.number());
        let editor = Editor::new(parent, &text, &label, HELP_ID, on_change.as_ref(), on_command.as_ref());
        Self { editor, _on_change: on_change, _on_command: on_command }
    }
}

/// Shows `cell.source`, and writes it as the student types. `focus` counts the times that it was asked to take it.
#[component]
pub fn CodeEditor(
    cell: Cell,
    focus: RwSignal<u32>,
    #[prop(into)] command: Callback<Command>,
) -> impl IntoView {
    let host = NodeRef::<Div>::new();
    let mounted = StoredValue::new_local(None::<Mounted>);
    let with = move |act: &dyn Fn(&Editor)| {
        mounted.with_value(|mounted| mounted.as_ref().map(|mounted| act(&mounted.editor)));
    };
    Effect::new(move |_| {
        let Some(parent) = host.get() else { return };
        // A turn of the event loop for each: a deck of fifty cells is shown and can be scrolled at once.
        let mount = move || {
            parent.set_inner_html("");
            mounted.try_set_value(Some(Mounted::new(&parent, cell, command)));
        };
        set_timeout(mount, Duration::ZERO);
    });
    Effect::new(move |_| {
        let text = cell.source.get();
        with(&|editor| editor.set_text(&text));
    });
    Effect::new(move |_| {
        let line = cell.failed_line.get().unwrap_or(0);
        with(&|editor| editor.mark_line(line));
    });
    Effect::new(move |_| {
        if focus.get() > 0 {
            with(&|editor| editor.focus());
        }
    });
    on_cleanup(move || with(&|editor| editor.destroy()));
    view! { <div class="editor" node_ref=host><pre>{cell.source.get_untracked()}</pre></div> }
}
