//! YAML as a value: front matter, directives, the options of MyST's cells.
//!
//! What it is not: lenient (see `directives`, which is). Start reading at [`read`].

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle};
use serde_json::{Value, json};

/// More than a deck says: what lies deeper, or is larger where it is repeated by its name, is no YAML here.
const DEPTH: usize = 32;
const REPEATED: usize = 1000;

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Yaml {
    /// With quotes around it, a text in any case.
    Text {
        text: String,
        is_quoted: bool,
    },
    List(Vec<Yaml>),
    Pairs(Vec<(String, Yaml)>),
}

impl Yaml {
    /// All that is said in it, in its order.
    pub(super) fn texts(&self) -> Vec<&str> {
        match self {
            Yaml::Text { text, .. } => vec![text],
            Yaml::List(items) => items.iter().flat_map(Yaml::texts).collect(),
            Yaml::Pairs(pairs) => {
                pairs.iter().flat_map(|(key, value)| [vec![key.as_str()], value.texts()].concat()).collect()
            }
        }
    }

    /// As JSON, as Jupyter keeps it: words and numbers are what they are in YAML.
    pub(super) fn json(&self) -> Value {
        match self {
            Yaml::Text { text, is_quoted: true } => json!(text),
            Yaml::Text { text, .. } => match text.as_str() {
                "" | "~" | "null" | "Null" | "NULL" => Value::Null,
                "true" | "True" | "TRUE" => json!(true),
                "false" | "False" | "FALSE" => json!(false),
                number => serde_json::from_str(number).ok().filter(Value::is_number).unwrap_or(json!(text)),
            },
            Yaml::List(items) => items.iter().map(Yaml::json).collect(),
            Yaml::Pairs(pairs) => {
                Value::Object(pairs.iter().map(|(key, value)| (key.clone(), value.json())).collect())
            }
        }
    }

    fn size(&self) -> usize {
        1 + match self {
            Yaml::Text { .. } => 0,
            Yaml::List(items) => items.iter().map(Yaml::size).sum(),
            Yaml::Pairs(pairs) => pairs.iter().map(|(_, value)| value.size()).sum(),
        }
    }
}

/// A list or a mapping that is being read, with the key that waits for its value.
struct Open {
    is_list: bool,
    anchor: usize,
    items: Vec<(String, Yaml)>,
    key: Option<String>,
}

/// The text's value; `None` if it is no YAML, or has none.
pub(super) fn read(text: &str) -> Option<Yaml> {
    let mut open: Vec<Open> = Vec::new();
    let mut anchors: HashMap<usize, Yaml> = HashMap::new();
    let mut whole = None;
    for event in Parser::new_from_str(text) {
        let (anchor, value) = match event.ok()?.0 {
            Event::Scalar(text, style, anchor, _) => {
                let is_quoted = style != ScalarStyle::Plain;
                (anchor, Yaml::Text { text: text.into_owned(), is_quoted })
            }
            Event::Alias(anchor) => {
                (0, anchors.get(&anchor).filter(|value| value.size() <= REPEATED)?.clone())
            }
            event @ (Event::SequenceStart(anchor, _) | Event::MappingStart(anchor, _)) => {
                let is_list = matches!(event, Event::SequenceStart(..));
                open.push(Open { is_list, anchor, items: Vec::new(), key: None });
                if open.len() > DEPTH {
                    return None;
                }
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let closed = open.pop()?;
                let value = if closed.is_list {
                    Yaml::List(closed.items.into_iter().map(|(_, item)| item).collect())
                } else {
                    Yaml::Pairs(closed.items)
                };
                (closed.anchor, value)
            }
            _ => continue,
        };
        if anchor > 0 {
            anchors.insert(anchor, value.clone());
        }
        match open.last_mut() {
            None => whole = Some(value),
            Some(outer) if outer.is_list => outer.items.push((String::new(), value)),
            Some(outer) => match outer.key.take() {
                None => outer.key = Some(value.texts().join(" ")),
                Some(key) => outer.items.push((key, value)),
            },
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_as_json() {
        let json = |text: &str| read(text).map(|value| value.json());
        assert_eq!(
            json("tags: [hide-input, \"1\"]\njupyter:\n  source_hidden: true\nn: 3\n"),
            Some(json!({ "tags": ["hide-input", "1"], "jupyter": { "source_hidden": true }, "n": 3 }))
        );
        assert_eq!(json("a: &x one\nb: *x"), Some(json!({ "a": "one", "b": "one" })));
        assert_eq!(json("a: [1"), None);
        assert_eq!(json(""), None);
    }

    #[test]
    fn what_is_too_deep_or_grows_without_end_is_none() {
        assert_eq!(read(&"[".repeat(100_000)), None);
        let levels = (1..30).map(|level| {
            let below = vec![format!("*a{}", level - 1); 10].join(", ");
            format!("b{level}: &a{level} [{below}]\n")
        });
        assert_eq!(read(&format!("b0: &a0 x\n{}", levels.collect::<String>())), None);
    }
}
