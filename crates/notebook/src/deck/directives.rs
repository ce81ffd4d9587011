//! Marp's directives: `key: value` lines in front matter and comments.
//!
//! What it is not: YAML. One pair a line, quotes around the value allowed, `[a, b]` read as `a b`; indented
//! lines below a key (`style: |`) belong to it and are skipped. Start reading at [`read`].

/// What Marp knows; `_name` is for one slide alone. Any other comment is a note to the lecturer.
const NAMES: &[&str] = &[
    "auto-scaling",
    "author",
    "backgroundColor",
    "backgroundImage",
    "backgroundPosition",
    "backgroundRepeat",
    "backgroundSize",
    "class",
    "color",
    "description",
    "footer",
    "header",
    "headingDivider",
    "image",
    "keywords",
    "lang",
    "marp",
    "math",
    "paginate",
    "size",
    "style",
    "theme",
    "title",
    "transition",
    "url",
];

/// The directives in a comment's text; `None` where its first line is none.
pub(crate) fn read(comment: &str) -> Option<Vec<(String, String)>> {
    let lines: Vec<&str> = comment.trim().lines().map(str::trim).collect();
    let (name, _) = lines.first()?.split_once(':')?;
    NAMES.contains(&name.trim().trim_start_matches('_')).then(|| pairs(&lines.join("\n")))
}

/// All `key: value` lines.
pub(crate) fn pairs(text: &str) -> Vec<(String, String)> {
    let lines = text.lines().filter(|line| !line.starts_with([' ', '\t', '#']));
    lines
        .filter_map(|line| line.split_once(':'))
        .map(|(key, value)| (key.trim().to_owned(), plain(value)))
        .collect()
}

/// Splits a deck into the front matter's lines, `---` and all, and the rest.
pub(crate) fn split_front_matter(deck: &str) -> (&str, &str) {
    let mut end = 0;
    for (number, line) in deck.split_inclusive('\n').enumerate() {
        end += line.len();
        match (number, line.trim_end()) {
            (0, "---") => {}
            (0, _) => break,
            (_, "---" | "...") => return deck.split_at(end),
            _ => {}
        }
    }
    ("", deck)
}

/// The lines between the two `---`.
pub(crate) fn inside(front_matter: &str) -> &str {
    let after = front_matter.split_once('\n').map_or("", |(_, after)| after);
    let end = after.trim_end_matches('\n').rfind('\n').map_or(0, |end| end + 1);
    &after[..end]
}

fn plain(value: &str) -> String {
    let value = value.trim();
    let quoted = |quote| value.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
    if let Some(text) = quoted('"').or_else(|| quoted('\'')) {
        return text.to_owned();
    }
    match value.strip_prefix('[').and_then(|list| list.strip_suffix(']')) {
        Some(list) => list.split(',').map(str::trim).collect::<Vec<_>>().join(" "),
        None => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(name: &str, value: &str) -> (String, String) {
        (name.to_owned(), value.to_owned())
    }

    #[test]
    fn directives_and_notes() {
        assert_eq!(read("_class: lead"), Some(vec![pair("_class", "lead")]));
        assert_eq!(read("class: [lead, invert]"), Some(vec![pair("class", "lead invert")]));
        let image = Some(vec![pair("_backgroundImage", "url('a.png')"), pair("_paginate", "skip")]);
        assert_eq!(read("_backgroundImage: \"url('a.png')\"\n_paginate: skip"), image);
        assert_eq!(read("Remember: breathe."), None);
        assert_eq!(read("say hello first\nclass: not a directive"), None);
    }

    #[test]
    fn front_matter_is_split_off() {
        let (front_matter, rest) =
            split_front_matter("--- \ntitle: \"A line\"\nstyle: |\n  h1 { color: red }\n---\n# One");
        assert_eq!(pairs(inside(front_matter)), [pair("title", "A line"), pair("style", "|")]);
        assert_eq!(rest, "# One");
        assert_eq!(split_front_matter("---\n# No end"), ("", "---\n# No end"));
        assert_eq!(split_front_matter("# None\n\n---\n"), ("", "# None\n\n---\n"));
    }
}
