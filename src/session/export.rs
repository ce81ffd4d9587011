//! The notebook as the student has it, to take home: with their cells, texts and outputs.
//!
//! What it is not: the file formats, which the opener knows. Start reading at [`Session::download`].

use super::outputs::{Output, Value};
use super::{Cell, Session};
use crate::browser::{dom, download};
use crate::words;
use kindling_notebook::Format;
use kindling_notebook::edit::{Kind, Mine, MyCell};
use kindling_protocol::StreamName;
use leptos::prelude::*;
use serde_json::{Map, Value as Json, json};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlCanvasElement;

#[wasm_bindgen]
extern "C" {
    /// A lesson with what is the student's, in the format of that extension; of `www/early.js`, which fetches the opener.
    #[wasm_bindgen(js_name = kindlingExport, catch)]
    async fn exported(lesson: &str, mine: &str, extension: &str) -> Result<JsValue, JsValue>;

    /// Has the browser save the deck as it is shown; of `www/standalone.js`.
    #[wasm_bindgen(js_name = kindlingStandalone, catch)]
    async fn standalone(title: &str, file: &str) -> Result<JsValue, JsValue>;

    /// Copies a link to the notebook and says what came of it; of `www/share.js`.
    #[wasm_bindgen(js_name = kindlingLink, catch)]
    async fn link(name: &str, notebook: &str) -> Result<JsValue, JsValue>;
}

impl Session {
    /// Has the browser save the notebook as a file.
    pub fn download(self, format: Format) {
        let extension = match format {
            Format::Ipynb => "ipynb",
            Format::Py => "py",
            Format::Md => "md",
        };
        let file = self.file_name(extension);
        let (lesson, mine) = (self.json.get_value(), serde_json::to_string(&self.mine()).unwrap_or_default());
        spawn_local(async move {
            let text = exported(&lesson, &mine, extension).await.ok().and_then(|text| text.as_string());
            let is_saved = text.is_some_and(|text| download::text(&file, &text).is_ok());
            if !is_saved {
                self.tell(words::export_failed(), None);
            }
        });
    }

    /// Has the browser save the notebook as one page that needs nothing else and runs nothing.
    pub fn download_page(self) {
        let title = self.notebook.with_value(|notebook| notebook.title.clone());
        let file = self.file_name("html");
        spawn_local(async move {
            if standalone(&title, &file).await.is_err() {
                self.tell(words::export_failed(), None);
            }
        });
    }

    /// Copies a link that holds what the student has changed.
    pub fn share(self) {
        let notebook = self.version(js_sys::Date::now()).to_string();
        spawn_local(async move {
            let said = link(&self.name(), &notebook).await.ok().and_then(|said| said.as_string());
            self.tell(&said.unwrap_or_else(|| words::export_failed().to_owned()), None);
        });
    }

    /// The notebook's name with another extension; what is the student's own is called by its title.
    fn file_name(self, extension: &str) -> String {
        if self.shelf.with_value(|shelf| shelf.own().is_some()) {
            let title = self.notebook.with_value(|notebook| notebook.title.replace(['/', '\\', ':'], "-"));
            return format!("{title}.{extension}");
        }
        let name = self.name();
        let stem = name.rsplit_once('.').filter(|_| Format::of(&name).is_some());
        format!("{}.{extension}", stem.map_or(name.as_str(), |(stem, _)| stem))
    }

    fn mine(self) -> Mine {
        let cells = self.all_cells();
        cells.iter().for_each(|cell| self.take_text(*cell));
        self.editing.with_untracked(|editing| {
            let document = editing.document();
            let contents = document.cells().into_iter().zip(&cells);
            let mine = contents.map(|((slide, content), cell)| MyCell {
                content: content.clone(),
                slide,
                follows_text: document.follows_text(&content.id),
                execution_count: cell.execution_count.get_untracked(),
                outputs: (content.kind == Kind::Code).then(|| outputs(cell)).flatten(),
            });
            Mine { slides: document.of_lesson_each(), cells: mine.collect() }
        })
    }
}

/// What a cell shows, as nbformat has it; none where that is what the file has.
fn outputs(cell: &Cell) -> Option<Vec<Map<String, Json>>> {
    let count = cell.execution_count.get_untracked();
    let mut figures = figures(cell).into_iter();
    cell.outputs.with_untracked(|outputs| {
        if outputs.are_stored() {
            return None;
        }
        let values = outputs.shown.iter().map(|(_, output)| nbformat(output, count, &mut figures));
        Some(values.filter_map(|value| value.as_object().cloned()).collect())
    })
}

fn nbformat(output: &Output, count: Option<u32>, figures: &mut impl Iterator<Item = String>) -> Json {
    match output {
        Output::Stream(stream) => {
            let name = if stream.name == Some(StreamName::Stderr) { "stderr" } else { "stdout" };
            let end = stream.end.get_untracked().map(|end| format!("\n{}\n{}", end.left_out, end.text));
            let text = stream.text.get_untracked() + &end.unwrap_or_default();
            json!({ "output_type": "stream", "name": name, "text": text })
        }
        Output::Result(value) => json!({
            "output_type": "execute_result", "data": data(value), "metadata": {}, "execution_count": count,
        }),
        Output::Value(value) => json!({ "output_type": "display_data", "data": data(value), "metadata": {} }),
        Output::Figure(figure) => {
            let mut data = json!({ "text/plain": words::described(figure) });
            if let Some(picture) = figures.next() {
                data["image/png"] = picture.into();
            }
            json!({ "output_type": "display_data", "data": data, "metadata": {} })
        }
        Output::Error(error) => json!({
            "output_type": "error", "ename": error.name, "evalue": error.value,
            "traceback": error.traceback.lines().collect::<Vec<_>>(),
        }),
        // Among outputs of a run there is none.
        Output::Stored(_) => Json::Null,
    }
}

/// A value in all its forms.
fn data(value: &Value) -> Json {
    let mut data = serde_json::to_value(&value.forms).unwrap_or_default();
    data["text/plain"] = value.text.clone().into();
    data
}

/// The figures that a cell shows, as they are drawn, in base64.
fn figures(cell: &Cell) -> Vec<String> {
    let found = dom::cell_element(&cell.id.get_value())
        .and_then(|element| element.query_selector_all("canvas[data-figure]").ok());
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    let canvases = (0..count).filter_map(|at| found.as_ref()?.item(at)?.dyn_into::<HtmlCanvasElement>().ok());
    let addresses = canvases.map(|canvas| canvas.to_data_url().unwrap_or_default());
    addresses
        .map(|address| address.rsplit_once(',').map(|(_, data)| data.to_owned()).unwrap_or_default())
        .collect()
}
