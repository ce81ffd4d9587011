//! The Files drawer: what the session has written, to download, upload and delete.
//!
//! What it is not: how files are kept (see [`crate::session`]). Start reading at [`PANEL`].

use super::{Face, Panel, Place};
use crate::browser::dom::{listed, said, size};
use crate::browser::download::save;
use crate::browser::large::{self, Unkept};
use crate::session::{KeptFile, Session};
use crate::views::commands;
use crate::views::icons::{self, icon};
use crate::words;
use js_sys::{Array, Date, Object, Reflect, Uint8Array};
use leptos::html::{Div, Input};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, Element};

#[wasm_bindgen]
extern "C" {
    /// Shows in an element what is in a file; of `www/early.js`, as is the next.
    #[wasm_bindgen(js_name = kindlingPreview, catch)]
    async fn preview(host: &Element, path: &str, bytes: &Uint8Array) -> Result<JsValue, JsValue>;

    /// All files in one archive.
    #[wasm_bindgen(js_name = kindlingZip, catch)]
    async fn zip(files: &Array) -> Result<JsValue, JsValue>;
}

pub const PANEL: Panel = Panel {
    id: commands::FILES,
    title: words::files_title,
    hint: words::files_title,
    place: Place::Tools,
    face: Face::Icon(FOLDER),
    content: |_| view! { <Files /> }.into_any(),
    style: r"
        .files { list-style: none; margin: 0 0 1rem; padding: 0; }
        .file { display: flex; align-items: center; gap: 0.15rem; padding: 0.45rem 0; border-top: 1px solid var(--line); }
        .file-name { display: grid; margin-right: auto; min-width: 0; line-height: 1.4; }
        .file .path { font: 0.8125rem/1.4 var(--code); overflow-wrap: anywhere; }
        .file .facts { font-size: 0.75rem; color: var(--soft); }
        .file .unkept { font-size: 0.75rem; color: var(--bad); }
        .file button { flex: none; width: 2.5rem; height: 2.5rem; display: grid; place-items: center; color: var(--accent); }
        .file button:hover { background: var(--accent-wash); }
        .file .look { text-align: left; height: auto; width: auto; display: grid; justify-content: start; justify-items: start; min-width: 0; margin-right: auto; line-height: 1.4; padding: 0.2rem 0.3rem; color: inherit; }
        .preview:empty { display: none; }
        .preview { padding: 0 0 0.6rem; font-size: 0.8125rem; }
        .preview :is(pre, .scroll) { margin: 0; max-height: 14rem; overflow: auto; padding: 0.5rem 0.6rem; border-radius: 6px; background: var(--inset); font-size: 0.75rem; line-height: 1.5; }
        .preview img { max-width: 100%; max-height: 14rem; border-radius: 6px; }
        .preview table { border-collapse: collapse; font-family: var(--code); }
        .preview :is(th, td) { padding: 0.1rem 0.8rem 0.1rem 0; text-align: left; white-space: nowrap; }
        .room-left { margin: 0 0 0.9rem; font-size: 0.8125rem; color: var(--soft); }
        .all { display: flex; flex-wrap: wrap; gap: 0.5rem; }
        .all > button { min-height: 2.75rem; padding: 0 1rem; border: 1px solid var(--line); font-size: 0.9375rem; }
        .all > button:hover { background: var(--accent-wash); }
        .upload { position: relative; display: inline-flex; align-items: center; gap: 0.5rem; min-height: 2.75rem; padding: 0 1rem; border: 1px dashed color-mix(in srgb, var(--accent) 55%, var(--line)); color: var(--accent); font-size: 0.9375rem; }
        .upload:hover { background: var(--accent-wash); }
        .upload:focus-within { outline: 2px solid var(--accent); outline-offset: 2px; }
    ",
};

const FOLDER: &str = "M4 6.5A1.5 1.5 0 0 1 5.5 5H10l2 2.5h6.5A1.5 1.5 0 0 1 20 9v8.5a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5z";
const UPLOAD: &str = "M12 15.5v-11M7.5 9L12 4.5 16.5 9M5 20h14";
const DELETE: &str = "M5 7h14M9.5 7V4.5h5V7M7 7l.8 12.5h8.400L17 7M10.5 10.5v5.5M13.5 10.5v5.5";

#[component]
fn Files() -> impl IntoView {
    let session = expect_context::<Session>();
    let empty = move || session.files.with(Vec::is_empty);
    view! {
        <Show when=empty>
            <p class="empty">
                {words::files_none()} " " <code>"models/line.pth"</code> {words::files_none_rest()}
            </p>
        </Show>
        <ul class="files">
            <For each=move || session.files.get() key=|kept| (kept.file.path.clone(), kept.file.modified.to_bits(), kept.unkept)
                children=|kept| view! { <FileRow kept=kept /> } />
        </ul>
        <Room />
        <div class="all">
            <Upload />
            <Show when=move || !empty()>
                <button type="button" on:click=move |_| spawn_local(download_all(session))>
                    {words::files_download_all()}
                </button>
            </Show>
        </div>
    }
}

#[component]
fn FileRow(kept: KeptFile) -> impl IntoView {
    let session = expect_context::<Session>();
    let KeptFile { file, unkept } = kept;
    let path = file.path.clone();
    let facts = format!("{}, {}", size(file.bytes.len()), time(file.modified));
    let unkept = unkept.map(|why| match why {
        Unkept::NoRoom => words::file_unkept_no_room(),
        Unkept::Refused => words::file_unkept_refused(),
    });
    let (download_name, delete_name) = (words::file_download_it(&path), words::file_delete_it(&path));
    let (sent, seen) = (file.clone(), file.clone());
    let (deleted, named) = (path.clone(), path.clone());
    let download = move |_| {
        if offer(&sent.path, &large::bytes(&sent)).is_err() {
            session.tell(&words::file_not_taken(&sent.path), None);
        }
    };
    let is_open = RwSignal::new(false);
    let host = NodeRef::<Div>::new();
    Effect::new(move |_| {
        let Some(host) = host.get() else { return };
        if is_open.get() {
            let file = seen.clone();
            spawn_local(async move {
                // Without what shows it the file is as it was.
                let _ = preview(&host, &file.path, &large::bytes(&file)).await;
            });
        } else {
            host.set_text_content(None);
        }
    });
    view! {
        <li data-file=named>
            <div class="file">
                <button type="button" class="look" aria-expanded=move || said(is_open.get()) title=words::file_look()
                    on:click=move |_| is_open.update(|open| *open = !*open)>
                    <span class="path">{path}</span>
                    <span class="facts">{facts}</span>
                    {unkept.map(|words| view! { <span class="unkept">{words}</span> })}
                </button>
                <button type="button" aria-label=download_name title=words::file_download()
                    on:click=download>{icon(icons::DOWNLOAD)}</button>
                <button type="button" aria-label=delete_name title=words::file_delete()
                    on:click=move |_| session.delete_file(&deleted)>{icon(DELETE)}</button>
            </div>
            <div class="preview" data-preview node_ref=host></div>
        </li>
    }
}

/// How much this browser holds for the page, and has room for.
#[component]
fn Room() -> impl IntoView {
    let session = expect_context::<Session>();
    let room = RwSignal::new(None::<(f64, f64)>);
    Effect::new(move |_| {
        session.files.track();
        spawn_local(async move {
            // The drawer may be closed by then.
            let _ = room.try_set(large::room().await);
        });
    });
    move || {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "bytes, a few thousand millions"
        )]
        let shown = |bytes: f64| size(bytes.max(0.0) as usize);
        room.get().map(|(used, left)| {
            view! { <p class="room-left" data-room>{words::files_room(shown(used), shown(left))}</p> }
        })
    }
}

#[component]
fn Upload() -> impl IntoView {
    let session = expect_context::<Session>();
    let input = NodeRef::<Input>::new();
    let chosen = move |_| {
        let Some(input) = input.get() else { return };
        listed(input.files()).into_iter().for_each(|file| spawn_local(session.upload(file)));
        // The same file may be chosen again after a change on disk.
        input.set_value("");
    };
    view! {
        <label class="upload">
            <input class="hear" type="file" multiple node_ref=input on:change=chosen />
            {icon(UPLOAD)} {words::files_upload()}
        </label>
    }
}

async fn download_all(session: Session) {
    let files = session.files.with_untracked(|files| {
        let entry = |kept: &KeptFile| {
            let file = &kept.file;
            let entry = Object::new();
            // A plain object takes all properties.
            let _ = Reflect::set(&entry, &"path".into(), &file.path.as_str().into());
            let _ = Reflect::set(&entry, &"bytes".into(), &large::bytes(file));
            let _ = Reflect::set(&entry, &"modified".into(), &file.modified.into());
            entry
        };
        files.iter().map(entry).collect::<Array>()
    });
    let sent = zip(&files).await.and_then(|blob| save("files.zip", blob.unchecked_ref()));
    if sent.is_err() {
        session.tell(words::files_not_taken(), None);
    }
}

fn offer(path: &str, bytes: &Uint8Array) -> Result<(), JsValue> {
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(bytes))?;
    save(path.rsplit('/').next().unwrap_or(path), &blob)
}

fn time(milliseconds: f64) -> String {
    let date = Date::new(&JsValue::from_f64(milliseconds));
    let today = date.to_date_string() == Date::new_0().to_date_string();
    let shown = if today {
        date.to_locale_time_string("default")
    } else {
        date.to_locale_date_string("default", &JsValue::UNDEFINED)
    };
    shown.into()
}
