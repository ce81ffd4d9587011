//! Files that the browser saves. Start reading at [`save`].

use js_sys::Array;
use leptos::prelude::document;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, HtmlAnchorElement, Url};

/// Has the browser save something under a name.
pub fn save(name: &str, content: &Blob) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(content)?;
    from(name, &address)?;
    Url::revoke_object_url(&address)
}

/// Has it save what an address of the page's own holds.
pub fn from(name: &str, address: &str) -> Result<(), JsValue> {
    let anchor: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    anchor.set_href(address);
    anchor.set_download(name);
    anchor.click();
    Ok(())
}

pub fn text(name: &str, text: &str) -> Result<(), JsValue> {
    save(name, &Blob::new_with_str_sequence(&Array::of1(&text.into()))?)
}
