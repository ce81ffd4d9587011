//! The Files drawer: what the session has written, to download, upload and delete.
//!
//! What it is not: how files are kept (see [`crate::session`]). Start reading at [`Files`].

use crate::dom::size;
use crate::icons::{self, icon};
use crate::session::{KeptFile, Session};
use js_sys::{Array, Date, Uint8Array};
use kindling_protocol::File;
use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, HtmlAnchorElement, Url};

#[component]
pub fn Files() -> impl IntoView {
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
            <For each=move || session.files.get() key=|file| (file.path.clone(), file.modified.to_bits(), file.kept)
                children=|file| view! { <FileRow file=file /> } />
        </ul>
        <Upload />
    }
}

#[component]
fn FileRow(file: KeptFile) -> impl IntoView {
    let session = expect_context::<Session>();
    let path = file.path.clone();
    let facts = format!("{}, {}", size(file.bytes.len()), time(file.modified));
    let unkept = (!file.kept).then_some("only until you leave: no room in this browser");
    let (download_name, delete_name) = (format!("Download {path}"), format!("Delete {path}"));
    let sent = file.clone();
    let (deleted, named) = (path.clone(), path.clone());
    let download = move |_| {
        if download(&sent).is_err() {
            session.tell(&format!("The browser did not take {} for download.", sent.path), false);
        }
    };
    view! {
        <li class="file" data-file=named>
            <span class="file-name">
                <span class="path">{path}</span>
                <span class="facts">{facts}</span>
                {unkept.map(|words| view! { <span class="unkept">{words}</span> })}
            </span>
            <button type="button" aria-label=download_name title="Download" on:click=download>{icon(icons::DOWNLOAD)}</button>
            <button type="button" aria-label=delete_name title="Delete"
                on:click=move |_| session.delete_file(&deleted)>{icon(icons::DELETE)}</button>
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
            {icon(icons::UPLOAD)} "Upload files"
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
        Err(_) => session.tell(&format!("{} could not be read.", file.name()), false),
    }
}

fn download(file: &KeptFile) -> Result<(), JsValue> {
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
