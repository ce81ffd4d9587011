//! Files that the browser saves. Start reading at [`save`].

use js_sys::Array;
use leptos::prelude::document;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, HtmlAnchorElement, Url};

/// Has the browser save something under a name.
pub fn save(name: &str, content: &Blob) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(content)?;
    let anchor: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    Url::revoke_object_url(&address)
}

pub fn text(name: &str, text: &str) -> Result<(), JsValue> {
    save(name, &Blob::new_with_str_sequence(&Array::of1(&text.into()))?)
}
