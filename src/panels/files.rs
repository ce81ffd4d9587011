//! The Files drawer: what the session has written, to download, upload and delete.
//!
//! What it is not: how files are kept (see [`crate::session`]). Start reading at [`PANEL`].

use super::{Face, Panel, Place};
use crate::browser::dom::size;
use crate::session::{KeptFile, Session};
use crate::views::icons::icon;
use js_sys::{Array, Date, Uint8Array};
use kindling_protocol::File;
use leptos::html::Input;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, HtmlAnchorElement, Url};

pub const PANEL: Panel = Panel {
    id: "files",
    title: "Files",
    hint: "Files",
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
        .upload { position: relative; display: inline-flex; align-items: center; gap: 0.5rem; min-height: 2.75rem; padding: 0 1rem; border: 1px dashed color-mix(in srgb, var(--accent) 55%, var(--line)); color: var(--accent); font-size: 0.9375rem; }
        .upload:hover { background: var(--accent-wash); }
        .upload:focus-within { outline: 2px solid var(--accent); outline-offset: 2px; }
    ",
};

const FOLDER: &str = "M4 6.5A1.5 1.5 0 0 1 5.5 5H10l2 2.5h6.5A1.5 1.5 0 0 1 20 9v8.5a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5z";
const DOWNLOAD: &str = "M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14";
const UPLOAD: &str = "M12 15.5v-11M7.5 9L12 4.5 16.5 9M5 20h14";
const DELETE: &str = "M5 7h14M9.5 7V4.5h5V7M7 7l.8 12.5h8.400L17 7M10.5 10.5v5.5M13.5 10.5v5.5";

#[component]
fn Files() -> impl IntoView {
    let session = expect_context::<Session>();
    let empty = move || session.files.with(Vec::is_empty);
    view! {
        <Show when=empty>
            <p class="empty">
                "No files yet. What your code saves, such as " <code>"models/line.pth"</code>
                ", appears here and stays in this browser."
            </p>
        </Show>
        <ul class="files">
            <For each=move || session.files.get() key=|kept| (kept.file.path.clone(), kept.file.modified.to_bits(), kept.kept)
                children=|KeptFile { file, kept }| view! { <FileRow file=file kept=kept /> } />
        </ul>
        <Upload />
    }
}

#[component]
fn FileRow(file: Arc<File>, kept: bool) -> impl IntoView {
    let session = expect_context::<Session>();
    let path = file.path.clone();
    let facts = format!("{}, {}", size(file.bytes.len()), time(file.modified));
    let unkept = (!kept).then_some("only until you leave: no room in this browser");
    let (download_name, delete_name) = (format!("Download {path}"), format!("Delete {path}"));
    let sent = file.clone();
    let (deleted, named) = (path.clone(), path.clone());
    let download = move |_| {
        if download(&sent).is_err() {
            session.tell(&format!("The browser did not take {} for download.", sent.path), None);
        }
    };
    view! {
        <li class="file" data-file=named>
            <span class="file-name">
                <span class="path">{path}</span>
                <span class="facts">{facts}</span>
                {unkept.map(|words| view! { <span class="unkept">{words}</span> })}
            </span>
            <button type="button" aria-label=download_name title="Download" on:click=download>{icon(DOWNLOAD)}</button>
            <button type="button" aria-label=delete_name title="Delete"
                on:click=move |_| session.delete_file(&deleted)>{icon(DELETE)}</button>
        </li>
    }
}

#[component]
fn Upload() -> impl IntoView {
    let session = expect_context::<Session>();
    let input = NodeRef::<Input>::new();
    let chosen = move |_| {
        let Some(input) = input.get() else { return };
        let files = input.files();
        let chosen =
            (0..files.as_ref().map_or(0, web_sys::FileList::length)).filter_map(|at| files.as_ref()?.get(at));
        chosen.for_each(|file| spawn_local(upload(session, file)));
        // The same file may be chosen again after a change on disk.
        input.set_value("");
    };
    view! {
        <label class="upload">
            <input class="hear" type="file" multiple node_ref=input on:change=chosen />
            {icon(UPLOAD)} "Upload files"
        </label>
    }
}

async fn upload(session: Session, file: web_sys::File) {
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => session.write_file(File {
            path: file.name(),
            bytes: Uint8Array::new(&buffer).to_vec(),
            modified: file.last_modified(),
        }),
        Err(_) => session.tell(&format!("{} could not be read.", file.name()), None),
    }
}

fn download(file: &File) -> Result<(), JsValue> {
    let bytes = Uint8Array::from(file.bytes.as_slice());
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&bytes))?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let anchor: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    anchor.set_href(&address);
    anchor.set_download(file.path.rsplit('/').next().unwrap_or(&file.path));
    anchor.click();
    Url::revoke_object_url(&address)
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
