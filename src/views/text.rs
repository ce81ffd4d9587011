//! A text of the student's: read as it is laid out, and written as Markdown with its look below.
//!
//! What it is not: the lesson's own text (see [`crate::views::slide`]), or Markdown, which the opener knows. Start reading
//! at [`TextView`].

use crate::browser::dom;
use crate::session::{Cell, Session};
use crate::views::cell::{MoreButton, keep_edits};
use crate::views::commands::{self, Here};
use crate::views::deck::Deck;
use crate::views::drag;
use crate::views::editor::CodeEditor;
use crate::views::icons::{self, icon};
use crate::views::selection;
use crate::words;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// While it is written, a text is laid out when typing pauses this long.
const PAUSE: Duration = Duration::from_millis(150);

#[wasm_bindgen]
extern "C" {
    /// Markdown as safe HTML; of `www/early.js`, which fetches the opener.
    #[wasm_bindgen(js_name = kindlingMarkdown, catch)]
    async fn laid_out(markdown: &str) -> Result<JsValue, JsValue>;
}

#[component]
pub fn TextView(cell: Cell) -> impl IntoView {
    let session = expect_context::<Session>();
    let deck = expect_context::<Deck>();
    let here = Here::of(cell);
    keep_edits(session, cell);
    let html = follow(cell);
    let is_open = move || cell.is_open.get();
    let close = move |_| {
        cell.is_open.set(false);
        deck.select(cell);
    };
    view! {
        <section class="text-cell" role="group" aria-label=words::text_of_yours() tabindex="-1" data-cell=cell.id.get_value()
            data-kind="markdown" data-open=move || is_open().then_some("")
            on:focusin=move |event| selection::entered(deck, cell, &event)
            data-selected=move || deck.selection.holds(cell).then_some("")
            data-drop=move || drag::mark(deck, cell)
            on:dragover=move |event| drag::over(&event, deck, cell)
            on:dragleave=move |_| deck.drop_beside.set(None)
            on:drop=move |event| drag::put_down(&event, session, deck, cell)
            on:focusout=move |_| dom::after_paint(move || close_if_left(cell))>
            <Show when=is_open>
                <div class="code">
                    <div class="rail">
                        <button type="button" aria-label=words::done_writing()
                            title=words::with_key(words::done_hint(), "Shift+Enter") on:click=close>
                            {icon(icons::DONE)}
                        </button>
                    </div>
                    <CodeEditor cell=cell command=move |id: String| commands::perform(&id, here) />
                </div>
            </Show>
            <div class="prose" on:dblclick=move |_| cell.edit() inner_html=move || html.get()></div>
            <Show when=move || cell.source.with(|source| source.trim().is_empty()) && !is_open()>
                <p class="empty" on:dblclick=move |_| cell.edit()>{words::text_is_empty()}</p>
            </Show>
            <div class="text-tools">
                <span class="grip" draggable="true" title=words::drag_cell() on:dragstart=move |event| drag::begin(&event, cell)>
                    {icon(icons::GRIP)}
                </span>
                <Show when=move || !is_open()>
                    <button type="button" class="edit" aria-label=words::edit_text()
                        title=words::with_key(words::command_edit(), "Enter") on:click=move |_| cell.edit()>
                        {icon(icons::EDIT)}
                    </button>
                </Show>
                <MoreButton cell=cell />
            </div>
        </section>
    }
    .into_any()
}

/// A text that nobody is in is read, unless there is nothing to read yet.
fn close_if_left(cell: Cell) {
    let Some(element) = cell.id.try_with_value(|id| dom::cell_element(id)).flatten() else { return };
    let is_inside = document().active_element().is_some_and(|active| element.contains(Some(&active)));
    let is_empty = cell.source.with_untracked(|source| source.trim().is_empty());
    if !is_inside && !is_empty && !cell.wants_focus.get_untracked() {
        cell.is_open.set(false);
    }
}

/// The HTML of a text, as it changes; its plain words until the opener is there.
fn follow(cell: Cell) -> RwSignal<String> {
    let html = RwSignal::new(String::new());
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let show = move || {
        let Some(markdown) = cell.source.try_get_untracked() else { return };
        spawn_local(async move {
            let made = laid_out(&markdown).await.ok().and_then(|html| html.as_string());
            let made = made.unwrap_or_else(|| format!("<pre>{}</pre>", kindling_notebook::escape(&markdown)));
            // The view may be gone, or the text another by then.
            if cell.source.try_with_untracked(|source| *source == markdown) == Some(true) {
                html.try_set(made);
            }
        });
    };
    Effect::new(move |before: Option<()>| {
        cell.source.track();
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
        if before.is_some() && cell.is_open.get_untracked() {
            timer.set_value(set_timeout_with_handle(show, PAUSE).ok());
        } else {
            show();
        }
    });
    html
}
