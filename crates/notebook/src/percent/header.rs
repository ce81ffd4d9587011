//! What stands at the head of a program and of its cells: jupytext's front matter, and `# %% [markdown] key=value`.
//!
//! What it is not: the cells' text. Start reading at [`marker`].

use serde_json::{Deserializer, Value, json};

use crate::model::Fields;

/// Where jupytext keeps a cell's title.
const TITLE: &str = "title";

/// The title of the cell that Kindling adds.
pub(super) const SETUP: &str = "setup";

/// The head of a cell: `# %% title [kind] key=value`.
pub(super) struct Head<'a> {
    pub(super) title: &'a str,
    /// `markdown`, `md`, `raw`, or nothing for code.
    pub(super) kind: &'a str,
    metadata: Fields,
}

impl Head<'_> {
    pub(super) fn is_setup(&self) -> bool {
        self.title == SETUP
    }

    /// As an `.ipynb`'s cell has it; jupytext keeps the title there.
    pub(super) fn fields(&self) -> Fields {
        let is_titled = !self.title.is_empty() && !self.is_setup();
        let title = is_titled.then(|| (TITLE.to_owned(), json!(self.title)));
        as_fields(self.metadata.clone().into_iter().chain(title).collect())
    }

    pub(super) fn metadata_fields(self) -> Fields {
        as_fields(self.metadata)
    }
}

fn as_fields(metadata: Fields) -> Fields {
    let mut fields = Fields::new();
    if !metadata.is_empty() {
        fields.insert("metadata".to_owned(), Value::Object(metadata));
    }
    fields
}

/// What follows the marker, if the line begins a cell: `# %%` or `#%%`, but not `# %%time`, which is a magic.
pub(super) fn marker(line: &str) -> Option<&str> {
    let after = line.strip_prefix('#')?.trim_start_matches(' ').strip_prefix("%%")?;
    // More signs are sections in sections, which notebooks do not have.
    let after = after.trim_start_matches('%');
    let begins = after.is_empty() || after.starts_with([' ', '\t', '[']);
    begins.then(|| after.trim())
}

/// Reads what follows the marker.
pub(super) fn read(head: &str) -> Head<'_> {
    let (words, metadata) = match (object(head), first_key(head)) {
        (Some((words, object)), _) => (words, object),
        (None, Some(at)) => (head[..at].trim(), metadata(&head[at..])),
        (None, None) => (head, Fields::new()),
    };
    let kind = words.rsplit_once('[').and_then(|(title, kind)| Some((title.trim(), kind.strip_suffix(']')?)));
    let (title, kind) =
        kind.filter(|(_, kind)| matches!(*kind, "markdown" | "md" | "raw" | "code")).unwrap_or((words, ""));
    Head { title, kind: if kind == "code" { "" } else { kind }, metadata }
}

/// Metadata in one object of JSON, as Kaggle writes it, and the words before it.
fn object(head: &str) -> Option<(&str, Fields)> {
    let (words, _) = head.split_once('{').filter(|(words, _)| !words.contains('='))?;
    let object = serde_json::from_str(&head[words.len()..]).ok()?;
    Some((words.trim(), object))
}

/// A head as jupytext writes it: `# %% title [kind] key=value`.
pub(super) fn written(kind: &str, fields: &Fields) -> String {
    let metadata = fields.get("metadata").and_then(Value::as_object);
    let title = metadata.and_then(|metadata| metadata.get(TITLE)).and_then(Value::as_str);
    // Only one that is read as such.
    let title = title.filter(|title| kind != SETUP && read(title).title == *title && !title.contains('\n'));
    let words = ["# %%", title.unwrap_or_default(), kind].into_iter().filter(|word| !word.is_empty());
    let mut head = words.collect::<Vec<_>>().join(" ");
    for (key, value) in metadata.into_iter().flatten() {
        if is_key(key) && !(key == TITLE && title.is_some()) {
            head.push_str(&format!(" {key}={}", spaced(value)));
        }
    }
    head + "\n"
}

/// JSON as Python writes it, with spaces after commas and colons.
fn spaced(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("[{}]", items.iter().map(spaced).collect::<Vec<_>>().join(", ")),
        Value::Object(pairs) => {
            let pairs = pairs.iter().map(|(key, value)| format!("{}: {}", json!(key), spaced(value)));
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
        }
        value => value.to_string(),
    }
}

/// Where the first `key=` starts.
fn first_key(head: &str) -> Option<usize> {
    let words = head.split_inclusive(' ').scan(0, |at, word| {
        let start = *at;
        *at += word.len();
        Some((start, word))
    });
    words
        .into_iter()
        .find(|(_, word)| word.split_once('=').is_some_and(|(key, _)| is_key(key)))
        .map(|(at, _)| at)
}

/// `key=value` pairs with values in JSON, up to the first that is none.
fn metadata(mut text: &str) -> Fields {
    let mut fields = Fields::new();
    while let Some((key, rest)) = text.split_once('=').filter(|(key, _)| is_key(key)) {
        let mut values = Deserializer::from_str(rest).into_iter::<Value>();
        let Some(Ok(value)) = values.next() else { break };
        fields.insert(key.to_owned(), value);
        text = rest[values.byte_offset()..].trim_start();
    }
    fields
}

/// Names that can be written before `=`.
pub(super) fn is_key(key: &str) -> bool {
    let is_part = |character: char| character.is_ascii_alphanumeric() || "_-.".contains(character);
    key.starts_with(|first: char| first.is_ascii_alphabetic()) && key.chars().all(is_part)
}

/// Takes jupytext's header off: front matter in comments.
pub(super) fn front_matter(text: &str) -> (String, &str) {
    let mut front_matter = String::new();
    let mut end = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let Some(content) = line.strip_prefix('#') else { break };
        end += line.len();
        let content = content.strip_prefix(' ').unwrap_or(content);
        front_matter.push_str(content);
        match (number, content.trim_end()) {
            (0, "---") => {}
            (0, _) => break,
            (_, "---") => return (front_matter, &text[end..]),
            _ => {}
        }
    }
    (String::new(), text)
}

/// Front matter as the header's comment.
pub(super) fn comment(front_matter: &str) -> String {
    let mut out = String::new();
    let last = front_matter.lines().count().saturating_sub(1);
    for (number, line) in front_matter.lines().enumerate() {
        // A deck's may end in `...`, which jupytext does not know.
        let line = if number == last { "---" } else { line };
        out.push_str(format!("# {line}").trim_end());
        out.push('\n');
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_begin_at_markers() {
        for (line, head) in [
            ("# %%", ""),
            ("#%%", ""),
            ("# %% [markdown]", "[markdown]"),
            ("# %%[md]", "[md]"),
            ("#%% a b", "a b"),
        ] {
            assert_eq!(marker(line), Some(head), "{line}");
        }
        for line in ["# %%time", "# % %", "x # %%", "# # %%"] {
            assert_eq!(marker(line), None, "{line}");
        }
    }

    #[test]
    fn a_head_has_a_title_a_kind_and_metadata() {
        let head = read("Plot it [markdown] tags=[\"a b\", \"c\"] slideshow={\"slide_type\": \"slide\"}");
        assert_eq!((head.title, head.kind), ("Plot it", "markdown"));
        assert_eq!(head.metadata["tags"], serde_json::json!(["a b", "c"]));
        assert_eq!(head.metadata["slideshow"]["slide_type"], "slide");
        assert_eq!(read("x[0]").title, "x[0]");
    }

    #[test]
    fn heads_are_written_as_jupytext_writes_them() {
        for head in ["", "A title", "tags=[\"a\", \"b\"] x={\"y\": 1}", "A title [markdown] id=\"a\""] {
            let read = read(head);
            let kind = if read.kind.is_empty() { String::new() } else { format!("[{}]", read.kind) };
            assert_eq!(written(&kind, &read.fields()), format!("# %% {head}").trim_end().to_owned() + "\n");
        }
        let kaggle = read("[code] {\"id\": \"a\", \"n\": {}}");
        assert_eq!((kaggle.title, kaggle.kind, &kaggle.metadata["id"]), ("", "", &json!("a")));
        let inconvenient = Fields::from_iter([("metadata".to_owned(), json!({ "title": "a=1 [raw]" }))]);
        assert_eq!(written("", &inconvenient), "# %% title=\"a=1 [raw]\"\n");
    }

    #[test]
    fn the_header_of_jupytext() {
        let text = "# ---\n# jupyter:\n#   kernelspec:\n#     name: python3\n# ---\n\n# %%\n1\n";
        let (front_matter, rest) = front_matter(text);
        assert_eq!(front_matter, "---\njupyter:\n  kernelspec:\n    name: python3\n---\n");
        assert_eq!(rest, "\n# %%\n1\n");
        assert!(text.starts_with(&comment(&front_matter)));
    }
}
