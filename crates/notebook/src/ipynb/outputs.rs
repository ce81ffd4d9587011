//! The outputs that a notebook keeps.
//!
//! What it is not: what the page shows of them. Start reading at [`read`].

use serde_json::{Value, json};

use super::Repairs;
use super::cells::{count, text};
use crate::model::{Fields, Output, Repair};

pub(super) fn read(outputs: Option<Value>, repairs: &mut Repairs) -> Vec<Output> {
    let outputs = match outputs {
        Some(Value::Array(outputs)) => outputs,
        None | Some(Value::Null) => return Vec::new(),
        Some(_) => {
            repairs.add(Repair::NoOutputs);
            return Vec::new();
        }
    };
    outputs
        .into_iter()
        .filter_map(|output| Some(Output { nbformat: mended(output, repairs)?, html: String::new() }))
        .collect()
}

/// An output that nbformat 4.5 allows; `None` if there is nothing in it.
fn mended(output: Value, repairs: &mut Repairs) -> Option<Fields> {
    let Value::Object(mut output) = output else {
        repairs.add(Repair::NoOutput);
        return None;
    };
    // Between a kernel and Jupyter alone.
    output.remove("transient");
    let kind = output.get("output_type").and_then(Value::as_str).unwrap_or_default().to_owned();
    match kind.as_str() {
        "stream" => stream(&mut output, repairs),
        "error" => error(&mut output, repairs),
        "execute_result" => {
            let count = count(output.remove("execution_count"), repairs);
            output.insert("execution_count".to_owned(), json!(count));
            bundle(&mut output);
        }
        "display_data" => bundle(&mut output),
        unknown => {
            repairs.add(Repair::OutputKind(unknown.to_owned()));
            output.insert("output_type".to_owned(), json!("display_data"));
            bundle(&mut output);
        }
    }
    Some(output)
}

fn stream(output: &mut Fields, repairs: &mut Repairs) {
    if !output.get("name").is_some_and(Value::is_string) {
        repairs.add(Repair::NamelessStream);
        output.insert("name".to_owned(), json!("stdout"));
    }
    let text = text(output.get("text")).unwrap_or_default();
    output.insert("text".to_owned(), json!(text));
}

fn error(output: &mut Fields, repairs: &mut Repairs) {
    for name in ["ename", "evalue"] {
        if !output.get(name).is_some_and(Value::is_string) {
            repairs.add(Repair::NamelessError);
            output.insert(name.to_owned(), json!(""));
        }
    }
    let traceback: Vec<&str> = match output.get("traceback") {
        Some(Value::Array(lines)) => lines.iter().filter_map(Value::as_str).collect(),
        Some(Value::String(text)) => vec![text],
        _ => Vec::new(),
    };
    let traceback = json!(traceback);
    output.insert("traceback".to_owned(), traceback);
}

/// Lists of lines become one string; JSON stays as it is.
fn bundle(output: &mut Fields) {
    for name in ["data", "metadata"] {
        if !output.get(name).is_some_and(Value::is_object) {
            output.insert(name.to_owned(), json!({}));
        }
    }
    let Some(Value::Object(data)) = output.get_mut("data") else { return };
    for (_, value) in data.iter_mut().filter(|(mime, _)| !is_json(mime)) {
        if let Some(text) = text(Some(value)) {
            *value = Value::String(text);
        } else {
            // Only JSON may be anything.
            *value = Value::String(value.to_string());
        }
    }
}

/// `application/json` and `application/vnd.….+json`: any value, as nbformat has it.
pub(super) fn is_json(mime: &str) -> bool {
    mime == "application/json" || mime.starts_with("application/") && mime.ends_with("+json")
}
