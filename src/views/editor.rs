//! The code editor of a cell: CodeMirror, from the bundle of `www/editor`.
//!
//! What it is not: the cell's state, which stays in [`crate::session::Cell`]. Start reading at [`CodeEditor`].

use crate::session::{Cell, Session};
use crate::words;
use js_sys::Promise;
use kindling_notebook::edit::Kind;
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
        is_code: bool,
        on_change: &JsValue,
        on_command: &JsValue,
        on_cursor: &JsValue,
        on_ask: &JsValue,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method)]
    fn focus(this: &Editor);

    #[wasm_bindgen(method, js_name = setText)]
    fn set_text(this: &Editor, text: &str);

    #[wasm_bindgen(method, js_name = setLabel)]
    fn set_label(this: &Editor, label: &str);

    #[wasm_bindgen(method)]
    fn select(this: &Editor, from: usize, to: usize);

    #[wasm_bindgen(method, js_name = markLine)]
    fn mark_line(this: &Editor, number: u32);

    #[wasm_bindgen(method)]
    fn destroy(this: &Editor);
}

/// An editor and the closures that it calls.
struct Mounted {
    editor: Editor,
    _on_change: Closure<dyn FnMut(String)>,
    _on_command: Closure<dyn FnMut(String)>,
    _on_cursor: Closure<dyn FnMut(usize)>,
    _on_ask: Closure<dyn FnMut(String, String, u32) -> Promise>,
}

fn label(cell: Cell) -> String {
    match cell.kind.get() {
        Kind::Code => words::code_of_cell(cell.number.get()),
        Kind::Markdown => words::text_in_markdown().to_owned(),
    }
}

impl Mounted {
    /// # Errors
    /// If the bundle cannot be fetched.
    async fn new(
        parent: &Element,
        session: Session,
        cell: Cell,
        command: Callback<String>,
    ) -> Result<Self, JsValue> {
        let on_change = Closure::new(move |text: String| cell.source.set(text));
        let on_command = Closure::new(move |name: String| command.run(name));
        let on_cursor = Closure::new(move |offset: usize| cell.cursor.set_value(offset));
        let on_ask = Closure::new(move |question: String, code: String, cursor: u32| {
            session.ask(cell, question_of(&question), &code, cursor)
        });
        let (text, label) = (cell.source.get_untracked(), untrack(|| label(cell)));
        let is_code = cell.kind.get_untracked() == Kind::Code;
        let editor = new_editor(
            parent,
            &text,
            &label,
            HELP_ID,
            is_code,
            on_change.as_ref(),
            on_command.as_ref(),
            on_cursor.as_ref(),
            on_ask.as_ref(),
        );
        Ok(Self {
            editor: editor.await?.unchecked_into(),
            _on_change: on_change,
            _on_command: on_command,
            _on_cursor: on_cursor,
            _on_ask: on_ask,
        })
    }
}

fn question_of(name: &str) -> Question {
    match name {
        "complete" => Question::Complete,
        "call" => Question::Call,
        "check" => Question::Check,
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

/// Shows `cell.source`, and writes it as the student types. `command` hears which command a key means.
#[component]
pub fn CodeEditor(cell: Cell, #[prop(into)] command: Callback<String>) -> impl IntoView {
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
        let label = label(cell);
        with(&|editor| editor.set_label(&label));
    });
    Effect::new(move |_| {
        if cell.wants_focus.get() {
            ask_for_editor(host);
            with(&|editor| {
                editor.focus();
                cell.wants_focus.set(false);
            });
        }
    });
    Effect::new(move |_| {
        if let Some((from, to)) = cell.wants_selected.get() {
            with(&|editor| {
                editor.select(from, to);
                cell.wants_selected.set(None);
            });
        }
    });
    on_cleanup(move || {
        mounted.try_with_untracked(|mounted| mounted.as_ref().map(|mounted| mounted.editor.destroy()));
    });
    view! { <div class="editor" node_ref=host><pre tabindex="0">{cell.source.get_untracked()}</pre></div> }
}
