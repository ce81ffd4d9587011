//! nbformat's own JSON schemas, and as much of JSON Schema as they use.
//!
//! What it is not: a validator for any schema; a word that is not known here fails the test. Start reading at
//! [`Schema::faults`].

use std::fs;
use std::path::Path;

use serde_json::{Map, Value};

pub struct Schema(Value);

impl Schema {
    /// That of nbformat 4 with this minor number.
    pub fn of_minor(minor: u64) -> Schema {
        let file = format!("../../tests/cases/schema/nbformat.v4.{minor}.schema.json");
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
        Schema(serde_json::from_str(&text).unwrap())
    }

    /// What is wrong with a notebook; nothing if it is valid.
    pub fn faults(&self, notebook: &Value) -> Vec<String> {
        let mut faults = Vec::new();
        self.check(&self.0, notebook, "", &mut faults);
        faults
    }

    fn is_valid(&self, schema: &Value, value: &Value) -> bool {
        let mut faults = Vec::new();
        self.check(schema, value, "", &mut faults);
        faults.is_empty()
    }

    fn check(&self, schema: &Value, value: &Value, at: &str, faults: &mut Vec<String>) {
        let mut fault = |what: String| faults.push(format!("{at}: {what}"));
        for (word, says) in schema.as_object().unwrap() {
            let is_right = match word.as_str() {
                "type" => is_of_type(says, value),
                "enum" => says.as_array().unwrap().contains(value),
                "not" => !self.is_valid(says, value),
                "oneOf" => {
                    says.as_array().unwrap().iter().filter(|each| self.is_valid(each, value)).count() == 1
                }
                "minimum" => value.as_f64().is_none_or(|number| number >= says.as_f64().unwrap()),
                "maximum" => value.as_f64().is_none_or(|number| number <= says.as_f64().unwrap()),
                "minLength" => {
                    value.as_str().is_none_or(|text| text.chars().count() as u64 >= says.as_u64().unwrap())
                }
                "maxLength" => {
                    value.as_str().is_none_or(|text| text.chars().count() as u64 <= says.as_u64().unwrap())
                }
                "pattern" => value.as_str().is_none_or(|text| matches(says.as_str().unwrap(), text)),
                "uniqueItems" => value.as_array().is_none_or(|items| {
                    items.iter().enumerate().all(|(at, item)| !items[..at].contains(item))
                }),
                "required" => value.as_object().is_none_or(|object| {
                    says.as_array().unwrap().iter().all(|name| object.contains_key(name.as_str().unwrap()))
                }),
                "$ref" | "items" | "properties" | "patternProperties" | "additionalProperties" => true,
                "$schema" | "description" | "definitions" => true,
                // The schemas have these where a word of JSON Schema would stand.
                "source_hidden" | "outputs_hidden" | "item" => true,
                unknown => panic!("the schema says {unknown}, which is not known here"),
            };
            if !is_right {
                fault(format!("{word} {says} is not so of {value}"));
            }
        }
        if let Some(name) = schema["$ref"].as_str() {
            let definition = self.0.pointer(name.strip_prefix('#').unwrap()).unwrap();
            self.check(definition, value, at, faults);
        }
        for (number, item) in value.as_array().into_iter().flatten().enumerate() {
            if schema["items"].is_object() {
                self.check(&schema["items"], item, &format!("{at}/{number}"), faults);
            }
        }
        if let Some(object) = value.as_object() {
            self.check_fields(schema, object, at, faults);
        }
    }

    fn check_fields(&self, schema: &Value, object: &Map<String, Value>, at: &str, faults: &mut Vec<String>) {
        let patterns = schema["patternProperties"].as_object();
        for (name, field) in object {
            let at = format!("{at}/{name}");
            let own = schema["properties"].get(name);
            let matching = patterns.into_iter().flatten().filter(|(pattern, _)| matches(pattern, name));
            let schemas: Vec<&Value> = own.into_iter().chain(matching.map(|(_, schema)| schema)).collect();
            match (&schema["additionalProperties"], schemas.is_empty()) {
                (Value::Bool(false), true) => faults.push(format!("{at}: there is no such field")),
                (others @ Value::Object(_), true) => self.check(others, field, &at, faults),
                _ => schemas.into_iter().for_each(|schema| self.check(schema, field, &at, faults)),
            }
        }
    }
}

fn is_of_type(says: &Value, value: &Value) -> bool {
    let is = |name: &Value| match name.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("the schema says type {other}, which is not known here"),
    };
    says.as_array().map_or_else(|| is(says), |names| names.iter().any(is))
}

/// The patterns that the schemas have.
fn matches(pattern: &str, text: &str) -> bool {
    let is_json =
        |text: &str| text.strip_suffix("json").is_some_and(|start| start.is_empty() || start.ends_with('+'));
    match pattern {
        ".*" | "^.*$" => true,
        "^.+$" => !text.is_empty(),
        "^[^,]+$" => !text.is_empty() && !text.contains(','),
        "^application/(.*\\+)?json$" => text.strip_prefix("application/").is_some_and(is_json),
        "^[a-zA-Z0-9-_]+$" => {
            let is_part = |character: char| character.is_ascii_alphanumeric() || "-_".contains(character);
            !text.is_empty() && text.chars().all(is_part)
        }
        other => panic!("the schema has the pattern {other}, which is not known here"),
    }
}
