//! What stands at the head of a program and of its cells: jupytext's front matter, and `# %% [markdown] key=value`.
//!
//! What it is not: the cells' text. Start reading at [`marker`].

use serde_json::{Deserializer, Value};

use crate::model::Fields;

/// The head of a cell: `# %% title [kind] key=value`.
pub(super) struct Head<'a> {
    pub(super) title: &'a str,
    /// `markdown`, `md`, `raw`, or nothing for code.
    pub(super) kind: &'a str,
    metadata: Fields,
}

impl Head<'_> {
    /// As an `.ipynb`'s cell has it.
    pub(super) fn fields(&self) -> Fields {
        let mut fields = Fields::new();
        if !self.metadata.is_empty() {
            fields.insert("metadata".to_owned(), Value::Object(self.metadata.clone()));
        }
        fields
    }
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
    let (words, metadata) = match first_key(head) {
        Some(at) => (head[..at].trim(), metadata(&head[at..])),
        None => (head, Fields::new()),
    };
    let kind = words.rsplit_once('[').and_then(|(title, kind)| Some((title.trim(), kind.strip_suffix(']')?)));
    let (title, kind) =
        kind.filter(|(_, kind)| matches!(*kind, "markdown" | "md" | "raw")).unwrap_or((words, ""));
    Head { title, kind, metadata }
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
    fn the_header_of_jupytext() {
        let text = "# ---\n# jupyter:\n#   kernelspec:\n#     name: python3\n# ---\n\n# %%\n1\n";
        let (front_matter, rest) = front_matter(text);
        assert_eq!(front_matter, "---\njupyter:\n  kernelspec:\n    name: python3\n---\n");
        assert_eq!(rest, "\n# %%\n1\n");
        assert!(text.starts_with(&comment(&front_matter)));
    }
}
