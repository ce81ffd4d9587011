//! Files that lie beside the worker's, fetched while Python waits.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use web_sys::{XmlHttpRequest, XmlHttpRequestResponseType};

/// A file by its address relative to the worker's. A worker may wait for it, in every browser.
///
/// # Errors
/// Whatever the browser says when it cannot be had.
pub fn whole_file(address: &str) -> Result<Vec<u8>, JsValue> {
    let request = XmlHttpRequest::new()?;
    request.open_with_async("GET", address, false)?;
    request.set_response_type(XmlHttpRequestResponseType::Arraybuffer);
    request.send()?;
    if request.status()? != 200 {
        return Err(request.status_text()?.into());
    }
    Ok(Uint8Array::new(&request.response()?).to_vec())
}
