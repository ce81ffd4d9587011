//! The text of a notebook as JSON, mended where Python writes what JSON has no word for.
//!
//! What it is not: what the values mean. Start reading at [`read`].

use serde_json::Value;

use super::Repairs;
use crate::NotebookError;
use crate::model::Repair;

/// What Python's `json` writes for numbers that JSON does not have.
const NO_NUMBERS: [&str; 3] = ["NaN", "-Infinity", "Infinity"];

pub(super) fn read(text: &str, repairs: &mut Repairs) -> Result<Value, NotebookError> {
    let text = text.trim_matches(['\0', '\u{feff}', ' ', '\n', '\t', '\r']);
    if text.is_empty() {
        repairs.add(Repair::EmptyFile);
        return Ok(Value::Object(serde_json::Map::new()));
    }
    if text.starts_with('<') {
        return Err(NotebookError::WebPage);
    }
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(_) => serde_json::from_str(&mended(text, repairs))
            .map_err(|error| NotebookError::Damaged(error.to_string()))?,
    };
    if value.is_object() { Ok(value) } else { Err(NotebookError::NoNotebook) }
}

/// Halves of characters and numbers that are none are replaced.
fn mended(text: &str, repairs: &mut Repairs) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut in_string = false;
    while let Some(at) = rest.find(['"', '\\', 'N', 'I', '-']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let number = NO_NUMBERS.into_iter().find(|word| rest.starts_with(word));
        if let Some(word) = number.filter(|_| !in_string) {
            repairs.add(Repair::NotFinite);
            out.push_str("null");
            rest = &rest[word.len()..];
        } else if in_string && rest.starts_with("\\u") {
            let (character, length) = escaped(rest);
            if character.is_none() {
                repairs.add(Repair::HalfCharacter);
            }
            out.push_str(character.unwrap_or("\\ufffd"));
            rest = &rest[length..];
        } else {
            in_string ^= rest.starts_with('"');
            let escaped = rest.starts_with('\\');
            let length = rest.chars().take(1 + usize::from(escaped)).map(char::len_utf8).sum();
            out.push_str(&rest[..length]);
            rest = &rest[length..];
        }
    }
    out.push_str(rest);
    out
}

/// The escape that `text` starts with, both halves of a pair together, and its length; `None` for half a character.
fn escaped(text: &str) -> (Option<&str>, usize) {
    let unit = |at: usize| {
        let digits = text.get(at..)?.strip_prefix("\\u")?.get(..4)?;
        u32::from_str_radix(digits, 16).ok()
    };
    match (unit(0), unit(6)) {
        (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => (Some(&text[..12]), 12),
        (Some(0xd800..=0xdfff), _) => (None, 6),
        _ => (Some(&text[..2]), 2),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_python_writes_is_mended() {
        let mut repairs = Repairs::default();
        let text = "{\"a\": [NaN, -Infinity, -1], \"NaN\": \"NaN \\ud83d \\ud83d\\ude00 \\\\ud83d \\\"\"}\0";
        let value = read(text, &mut repairs).unwrap();
        let expected = json!({ "a": [null, null, -1], "NaN": "NaN \u{fffd} \u{1f600} \\ud83d \"" });
        assert_eq!(value, expected);
        assert_eq!(repairs.0.len(), 2);
    }

    #[test]
    fn what_is_no_notebook_is_said() {
        let refused = |text: &str| read(text, &mut Repairs::default()).unwrap_err().to_string();
        assert!(refused("<!DOCTYPE html>").contains("web page"));
        assert!(refused("[1]").contains("no notebook"));
        assert!(refused("{").contains("damaged"));
    }
}
