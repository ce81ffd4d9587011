//! Metadata as nbformat 4.5 allows it: what is odd in it is written as it was meant, or not at all.
//!
//! What it is not: what it means. Start reading at [`of_notebook`] and [`of_cell`].

use serde_json::{Value, json};

use crate::model::Fields;

/// What of a cell's metadata is true or false.
const SWITCHES: &[&str] = &["collapsed", "deletable", "editable"];

/// Fields that only cells of code have.
const OF_CODE: &[&str] = &["execution_count", "outputs"];

/// The kernel and the language of a whole notebook, which some programs name by a word alone.
pub(super) fn of_notebook(fields: &mut Fields) {
    let Some(Value::Object(metadata)) = fields.get_mut("metadata") else { return };
    named(metadata, "kernelspec", &["name", "display_name"]);
    named(metadata, "language_info", &["name"]);
    retain(metadata, "title", Value::is_string);
    retain(metadata, "authors", Value::is_array);
}

/// An object that has these names: the one that it has stands for the other.
fn named(metadata: &mut Fields, key: &str, names: &[&str]) {
    let object = match metadata.get(key) {
        None => return,
        Some(Value::Object(object)) => object.clone(),
        Some(Value::String(name)) => Fields::from_iter([("name".to_owned(), json!(name))]),
        Some(_) => Fields::new(),
    };
    let name = ["name", "display_name", "language"].iter().find_map(|key| object.get(*key)?.as_str());
    let Some(name) = name.map(str::to_owned) else {
        metadata.remove(key);
        return;
    };
    let mut object = object;
    for key in names {
        if !object.get(*key).is_some_and(Value::is_string) {
            object.insert((*key).to_owned(), json!(name));
        }
    }
    metadata.insert(key.to_owned(), Value::Object(object));
}

fn retain(metadata: &mut Fields, key: &str, is_allowed: impl Fn(&Value) -> bool) {
    if metadata.get(key).is_some_and(|value| !is_allowed(value)) {
        metadata.remove(key);
    }
}

/// A cell's; of one that is no code also what it has of one.
pub(super) fn of_cell(fields: &mut Fields, is_code: bool) {
    if !is_code {
        OF_CODE.iter().for_each(|key| drop(fields.remove(*key)));
    }
    let Some(Value::Object(metadata)) = fields.get_mut("metadata") else { return };
    SWITCHES.iter().for_each(|key| retain(metadata, key, Value::is_boolean));
    retain(metadata, "scrolled", |value| value.is_boolean() || value == "auto");
    retain(metadata, "name", Value::is_string);
    retain(metadata, "format", Value::is_string);
    retain(metadata, "jupyter", Value::is_object);
    if let Some(tags) = metadata.get("tags") {
        match tags_of(tags) {
            Some(tags) => metadata.insert("tags".to_owned(), json!(tags)),
            None => metadata.remove("tags"),
        };
    }
}

/// A list of words without commas, each once; a text is such a list as well.
fn tags_of(value: &Value) -> Option<Vec<String>> {
    let texts: Vec<&str> = match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().filter_map(Value::as_str).collect(),
        _ => return None,
    };
    let mut tags: Vec<String> = Vec::new();
    for tag in texts.into_iter().flat_map(|text| text.split(',')).map(str::trim) {
        if !tag.is_empty() && !tags.iter().any(|known| known == tag) {
            tags.push(tag.to_owned());
        }
    }
    Some(tags)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(value: Value) -> Fields {
        value.as_object().cloned().unwrap()
    }

    #[test]
    fn kernels_are_objects() {
        for (given, allowed) in [
            (
                json!({ "kernelspec": "python3" }),
                json!({ "kernelspec": { "name": "python3", "display_name": "python3" } }),
            ),
            (
                json!({ "kernelspec": { "display_name": "P", "x": 1 }, "language_info": 3 }),
                json!({ "kernelspec": { "name": "P", "display_name": "P", "x": 1 } }),
            ),
            (json!({ "kernelspec": {}, "title": "A" }), json!({ "title": "A" })),
        ] {
            let mut fields = object(json!({ "metadata": given }));
            of_notebook(&mut fields);
            assert_eq!(fields["metadata"], allowed);
        }
    }

    #[test]
    fn tags_are_a_list_and_switches_are_true_or_false() {
        let metadata = json!({ "tags": "a, b,a", "collapsed": "yes", "scrolled": "auto", "mine": "x" });
        let mut fields = object(json!({ "metadata": metadata, "outputs": [], "execution_count": 3 }));
        of_cell(&mut fields, false);
        assert_eq!(
            json!(fields),
            json!({ "metadata": { "tags": ["a", "b"], "scrolled": "auto", "mine": "x" } })
        );
    }
}
