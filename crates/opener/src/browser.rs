//! The opener in the browser, a module of its own: only a lesson that was not opened at build time needs it.

use kindling_notebook::edit::{Mine, written};
use kindling_notebook::{Format, NotebookError};
use kindling_plot::{Figure, INCH, Theme, to_svg};
use serde_json::json;
use wasm_bindgen::prelude::*;

/// A lesson as the page reads it: `kindling_notebook::Notebook` in JSON.
///
/// # Errors
/// Why the file at `path` is no lesson: `kindling_notebook::NotebookError` in JSON, for which www/opened.js has words.
#[wasm_bindgen]
pub fn open(path: &str, text: &str) -> Result<String, String> {
    match kindling_notebook::open(path, text) {
        Ok(notebook) => serde_json::to_string(&notebook)
            .map_err(|error| json!(NotebookError::Damaged(error.to_string())).to_string()),
        Err(refusal) => Err(json!(refusal).to_string()),
    }
}

/// A text of the student's as safe HTML.
#[wasm_bindgen]
pub fn markdown(markdown: &str) -> String {
    kindling_notebook::markdown_html(markdown)
}

/// A lesson, as [`open`] gives it, with the student's slides and cells, written in the format of that extension.
///
/// # Errors
/// One sentence that says what of it cannot be read.
#[wasm_bindgen]
pub fn exported(lesson: &str, mine: &str, extension: &str) -> Result<String, String> {
    let lesson = serde_json::from_str(lesson).map_err(|error| error.to_string())?;
    let mine: Mine = serde_json::from_str(mine).map_err(|error| error.to_string())?;
    let format = Format::of(&format!("notebook.{extension}")).ok_or("this is no format of a notebook")?;
    Ok(kindling_notebook::export(&written(&lesson, &mine), format))
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

/// A figure as an SVG file, as large as the page shows it at most, with what is said of it.
///
/// # Errors
/// One sentence that says what of it cannot be drawn.
#[wasm_bindgen]
pub fn drawn(figure: JsValue, title: &str) -> Result<String, String> {
    let figure: Figure = serde_wasm_bindgen::from_value(figure).map_err(|error| error.to_string())?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped where it is drawn")]
    let width = (figure.size.0 * INCH).round() as u32;
    to_svg(&figure, &Theme::LIGHT.on_paper(), width, title).map_err(|error| error.to_string())
}
