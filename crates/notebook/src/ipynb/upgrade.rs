//! Old notebooks as nbformat 4 writes them.
//!
//! What it is not: repairs of single cells (see `cells`). Start reading at [`to_latest`].

use serde_json::{Map, Value, json};

use super::Repairs;
use crate::model::{Fields, Repair};

/// Formats of outputs by their names in nbformat 3.
const MEDIA: [(&str, &str); 9] = [
    ("text", "text/plain"),
    ("html", "text/html"),
    ("latex", "text/latex"),
    ("json", "application/json"),
    ("javascript", "application/javascript"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("jpeg", "image/jpeg"),
    ("pdf", "application/pdf"),
];

/// The file's fields; cells of nbformat 2 and 3 are turned into those of 4.
pub(super) fn to_latest(file: Value, repairs: &mut Repairs) -> Fields {
    let Value::Object(mut fields) = file else { return Fields::new() };
    let version = fields.get("nbformat").and_then(Value::as_u64);
    if version.is_some_and(|version| version > 4) {
        repairs.add(Repair::NewerFormat);
    }
    if version.is_none_or(|version| version < 4)
        && let Some(Value::Array(worksheets)) = fields.remove("worksheets")
    {
        repairs.add(Repair::OlderFormat);
        let cells = worksheets.into_iter().flat_map(|mut sheet| match sheet["cells"].take() {
            Value::Array(cells) => cells,
            _ => Vec::new(),
        });
        fields.insert("cells".to_owned(), cells.map(cell).collect());
    }
    if !fields.get("metadata").is_some_and(Value::is_object) {
        fields.insert("metadata".to_owned(), json!({}));
    }
    fields
}

fn cell(old: Value) -> Value {
    let Value::Object(mut cell) = old else { return old };
    if let Some(source) = cell.remove("input") {
        cell.insert("source".to_owned(), source);
    }
    if let Some(count) = cell.remove("prompt_number") {
        cell.insert("execution_count".to_owned(), count);
    }
    cell.remove("language");
    if let Some(collapsed) = cell.remove("collapsed") {
        let metadata = cell.entry("metadata").or_insert_with(|| json!({}));
        if let Value::Object(metadata) = metadata {
            metadata.insert("collapsed".to_owned(), collapsed);
        }
    }
    if let Some(Value::Array(outputs)) = cell.get_mut("outputs") {
        outputs.iter_mut().for_each(output);
    }
    Value::Object(cell)
}

fn output(old: &mut Value) {
    let Value::Object(output) = old else { return };
    let kind = output.get("output_type").and_then(Value::as_str).unwrap_or_default();
    let kind = match kind {
        "pyout" => "execute_result",
        "pyerr" => "error",
        kind => kind,
    }
    .to_owned();
    if let Some(count) = output.remove("prompt_number") {
        output.insert("execution_count".to_owned(), count);
    }
    match kind.as_str() {
        "stream" => {
            let name = output.remove("stream").unwrap_or_else(|| json!("stdout"));
            output.entry("name").or_insert(name);
        }
        "execute_result" | "display_data" => bundle(output),
        _ => {}
    }
    output.insert("output_type".to_owned(), json!(kind));
}

/// What stands beside each other in nbformat 3 stands in `data`.
fn bundle(output: &mut Map<String, Value>) {
    let mut data = Map::new();
    for (name, mime) in MEDIA {
        if let Some(value) = output.remove(name) {
            data.insert(mime.to_owned(), value);
        }
    }
    output.insert("data".to_owned(), Value::Object(data));
}
