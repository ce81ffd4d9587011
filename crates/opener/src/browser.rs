//! The opener in the browser, a module of its own: only a lesson that was not opened at build time needs it.

use wasm_bindgen::prelude::*;

/// A lesson as the page reads it: `kindling_notebook::Notebook` in JSON.
///
/// # Errors
/// One sentence that says why the file at `path` is no lesson.
#[wasm_bindgen]
pub fn open(path: &str, text: &str) -> Result<String, String> {
    let notebook = kindling_notebook::open(path, text).map_err(|error| error.to_string())?;
    serde_json::to_string(&notebook).map_err(|error| error.to_string())
}

/// An output of a cell, as nbformat has it in JSON, as safe HTML.
///
/// # Errors
/// One sentence that says why it is none.
#[wasm_bindgen]
pub fn show(output: &str) -> Result<String, String> {
    let output = serde_json::from_str(output).map_err(|error| error.to_string())?;
    Ok(kindling_notebook::output_html(&output))
}
