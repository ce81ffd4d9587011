//! The code editor of a cell: CodeMirror, from the bundle of `www/editor`.
//!
//! What it is not: the cell's state, which stays in [`crate::session::Cell`]. Start reading at [`CodeEditor`].

use crate::session::{Cell, Session};
use js_sys::Promise;
use kindling_protocol::Question;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

/// The element that tells how to leave the editor, once on the page.
pub const HELP_ID: &str = "editor-help";

#[wasm_bindgen]
extern "C" {
    type Editor;

    /// Puts an editor in place of what is in `parent`; of `www/early.js`, which fetches the bundle for the first.
    #[wasm_bindgen(js_name = kindlingEditor, catch)]
    async fn new_editor(
        parent: &Element,
        text: &str,
        label: &str,
        described_by: &str,
        on_change: &JsValue,
        on_command: &JsValue,
        on_ask: &JsValue,
    ) -> Result<JsValue, JsValue>;

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
    _on_ask: Closure<dyn FnMut(String, String, u32) -> Promise>,
}

impl Mounted {
    /// # Errors
    /// If the bundle cannot be fetched.
    async fn new(
        parent: &Element,
        session: Session,
        cell: Cell,
        command: Callback<Command>,
    ) -> Result<Self, JsValue> {
        let on_change = Closure::new(move |text: String| cell.source.set(text));
        let on_command = Closure::new(move |name: String| {
            command.run(if name == "run" { Command::Run } else { Command::RunAndMove });
        });
        let on_ask = Closure::new(move |question: String, code: String, cursor: u32| {
            session.ask(question_of(&question), &code, cursor)
        });
        let text = cell.source.get_untracked();
        let label = format!("Code of cell {}", cell.number());
        let (change, command, ask) = (on_change.as_ref(), on_command.as_ref(), on_ask.as_ref());
        let editor = new_editor(parent, &text, &label, HELP_ID, change, command, ask).await?;
        let editor = editor.unchecked_into();
        Ok(Self { editor, _on_change: on_change, _on_command: on_command, _on_ask: on_ask })
    }
}

fn question_of(name: &str) -> Question {
    match name {
        "complete" => Question::Complete,
        "call" => Question::Call,
        _ => Question::Inspect,
    }
}

/// Has a cell's editor come although the cell is not near; one that is there hears nothing.
fn ask_for_editor(host: NodeRef<Div>) {
    if let (Some(host), Ok(event)) = (host.get_untracked(), web_sys::Event::new("wanted")) {
        // An event that nobody cancels is always delivered.
        let _ = host.dispatch_event(&event);
    }
}

/// Shows `cell.source`, and writes it as the student types. `focus` counts the times that it was asked to take it.
#[component]
pub fn CodeEditor(
    cell: Cell,
    focus: RwSignal<u32>,
    #[prop(into)] command: Callback<Command>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let host = NodeRef::<Div>::new();
    let mounted = RwSignal::new_local(None::<Mounted>);
    let with = move |act: &dyn Fn(&Editor)| {
        // An effect that calls this is called again when the editor is there.
        mounted.with(|mounted| mounted.as_ref().map(|mounted| act(&mounted.editor)));
    };
    Effect::new(move |_| {
        let Some(parent) = host.get() else { return };
        spawn_local(async move {
            // Without the bundle the code stays as it is shown: it can be read and run.
            let Ok(new) = Mounted::new(&parent, session, cell, command).await else { return };
            if let Some(Some(late)) = mounted.try_set(Some(new)) {
                late.editor.destroy();
            }
        });
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
            ask_for_editor(host);
        }
    });
    on_cleanup(move || {
        mounted.try_with_untracked(|mounted| mounted.as_ref().map(|mounted| mounted.editor.destroy()));
    });
    view! { <div class="editor" node_ref=host><pre tabindex="0">{cell.source.get_untracked()}</pre></div> }
}
