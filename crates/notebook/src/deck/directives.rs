//! Marp's directives: `key: value` lines in front matter and comments.
//!
//! What it is not: all of YAML's types; a value is its text, and a list its texts with spaces between. What is no YAML,
//! as `title: Lesson 1: tensors`, is read line by line. Start reading at [`read`].

use super::yaml::{self, Yaml};

/// How a directive's values are written.
#[derive(Clone, Copy, PartialEq)]
enum Values {
    Yaml,
    /// Also without quotes where YAML asks for some: `_backgroundColor: #abc`, `header: Part 1: data`.
    Loose,
}

/// What Marp knows, and how values are written; `_name` is for one slide alone. Any other comment is a note to the lecturer.
const NAMES: &[(&str, Values)] = &[
    ("auto-scaling", Values::Yaml),
    ("author", Values::Yaml),
    ("backgroundColor", Values::Loose),
    ("backgroundImage", Values::Loose),
    ("backgroundPosition", Values::Loose),
    ("backgroundRepeat", Values::Loose),
    ("backgroundSize", Values::Loose),
    ("class", Values::Loose),
    ("color", Values::Loose),
    ("description", Values::Yaml),
    ("footer", Values::Loose),
    ("header", Values::Loose),
    ("headingDivider", Values::Yaml),
    ("image", Values::Yaml),
    ("keywords", Values::Yaml),
    ("lang", Values::Yaml),
    ("marp", Values::Yaml),
    ("math", Values::Yaml),
    ("paginate", Values::Yaml),
    ("size", Values::Yaml),
    ("style", Values::Yaml),
    ("theme", Values::Yaml),
    ("title", Values::Loose),
    ("transition", Values::Yaml),
    ("url", Values::Yaml),
];

/// How the values of a directive of that name are written; none if there is none.
fn values_of(name: &str) -> Option<Values> {
    let own = name.trim_start_matches('_');
    NAMES.iter().find(|(known, _)| *known == own).map(|(_, values)| *values)
}

/// What tools say to each other in comments: no notes of the lecturer's.
const TOOLS: &[&str] = &[
    "#endregion",
    "#region",
    "cspell",
    "eslint",
    "fit",
    "markdownlint",
    "prettier",
    "region",
    "endregion",
    "textlint",
    "vale",
    "spell-checker",
    "toc",
    "TOC",
    "/TOC",
];

/// True for a comment that is meant for a tool.
pub(crate) fn is_for_tools(comment: &str) -> bool {
    let word = comment.trim().split([' ', ':', '\n', '-', '=']).next().unwrap_or_default();
    comment.is_empty() || TOOLS.contains(&word)
}

/// The directives in a comment's text; `None` where a line of it is none.
pub(crate) fn read(comment: &str) -> Option<Vec<(String, String)>> {
    let comment = comment.trim();
    if comment.starts_with('{') {
        return yaml(comment).filter(|pairs| pairs.iter().any(|(name, _)| values_of(name).is_some()));
    }
    let (name, _) = comment.lines().next()?.split_once(':')?;
    values_of(name.trim())?;
    yaml(comment).or_else(|| {
        // Indented lines are no YAML after a first one that is not.
        let flush = comment.lines().map(str::trim).collect::<Vec<_>>().join("\n");
        let are_pairs = flush.lines().all(|line| line.is_empty() || line.contains(':'));
        are_pairs.then(|| pairs(&flush))
    })
}

/// All `key: value` pairs at the top level.
pub(crate) fn pairs(text: &str) -> Vec<(String, String)> {
    yaml(text).unwrap_or_else(|| lines(text))
}

/// The pairs of a mapping; `None` if the text is none, or no YAML.
fn yaml(text: &str) -> Option<Vec<(String, String)>> {
    let pairs = match yaml::read(&quoted(text)) {
        Some(Yaml::Pairs(pairs)) => pairs,
        Some(_) => return None,
        None => return text.trim().is_empty().then(Vec::new),
    };
    let pairs = pairs.into_iter().map(|(key, value)| {
        let words = value.texts().join(" ");
        let text = match value {
            Yaml::Text { .. } => words.trim_end().to_owned(),
            // A list of one is a list still: `[2]` divides at level 2 alone.
            _ if value.texts().len() == 1 && key == "headingDivider" => format!("{words} ,"),
            _ => words,
        };
        (key, text)
    });
    Some(pairs.collect())
}

/// The text with quotes around values that need some (see [`Values::Loose`]).
fn quoted(text: &str) -> String {
    let line = |line: &str| {
        let (key, value) = line.split_once(':')?;
        let value = value.trim();
        let value = value.split(" #").next().unwrap_or_default().trim_end();
        // As in Marp, no value of its own directives goes on in the next line.
        let needs_quotes = key != "title" || value.starts_with('#') || value.contains(": ");
        let is_plain =
            !value.is_empty() && !value.starts_with(['[', '{', '"', '\'', '|', '>', '&', '*', '~', '`']);
        (values_of(key) == Some(Values::Loose) && needs_quotes && is_plain)
            .then(|| format!("{key}: '{}'", value.replace('\'', "''")))
    };
    text.lines().map(|each| line(each).unwrap_or_else(|| each.to_owned()) + "\n").collect()
}

/// One pair a line; indented lines below a key belong to it and are skipped.
fn lines(text: &str) -> Vec<(String, String)> {
    let lines = text.lines().filter(|line| !line.starts_with([' ', '\t', '#']));
    lines
        .filter_map(|line| line.split_once(':'))
        .map(|(key, value)| (key.trim().to_owned(), plain(value)))
        .collect()
}

/// The value that counts on a slide: `_name` is for it alone and stands above `name`.
pub(crate) fn of_slide<'a>(directives: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let of = |scoped: bool| {
        let named = move |(key, _): &&(String, String)| {
            if scoped { key.strip_prefix('_') == Some(name) } else { key == name }
        };
        directives.iter().rfind(named).map(|(_, value)| value.as_str())
    };
    of(true).or_else(|| of(false))
}

/// The heading levels that begin a slide: one number stands for all up to it, a list for those in it. A level that no
/// heading has says nothing.
pub(crate) fn dividers(value: &str) -> Vec<u8> {
    let words = value.split([' ', ',']).filter(|word| !word.is_empty());
    let levels: Vec<u8> = words
        .clone()
        .filter_map(|level| level.parse().ok())
        .filter(|level| (1..=6).contains(level))
        .collect();
    match levels.as_slice() {
        [level] if words.count() == 1 && !value.contains(',') => (1..=*level).collect(),
        _ => levels,
    }
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
    let value = value.split(" #").next().unwrap_or_default().trim();
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
        assert_eq!(read("paginate: true\nAnd a word to the class."), None);
        assert_eq!(
            read("_color: red\n     _backgroundColor: #abc"),
            Some(vec![pair("_color", "red"), pair("_backgroundColor", "#abc")])
        );
        assert_eq!(read("_footer: |\n  one\n  two"), Some(vec![pair("_footer", "one\ntwo")]));
        assert_eq!(read("header: Part 1: it's data"), Some(vec![pair("header", "Part 1: it's data")]));
    }

    #[test]
    fn front_matter_is_yaml_where_it_can_be() {
        let block =
            pairs("title: >-\n  Folded\n  title\nclass:\n  - lead\n  - invert\npaginate: true # all\n");
        assert_eq!(
            block,
            [pair("title", "Folded title"), pair("class", "lead invert"), pair("paginate", "true")]
        );
        let loose = pairs("marp: true\ntitle: Lesson 1: tensors # comment");
        assert_eq!(loose, [pair("marp", "true"), pair("title", "Lesson 1: tensors")]);
        assert_eq!(pairs("jupyter:\n  kernelspec:\n    name: python3\n").len(), 1);
        assert_eq!(
            pairs("header: &a 'One text'\nfooter: *a"),
            [pair("header", "One text"), pair("footer", "One text")]
        );
    }

    #[test]
    fn headings_that_divide() {
        let of = |text: &str| dividers(&pairs(text)[0].1);
        assert_eq!(of("headingDivider: 2"), [1, 2]);
        assert_eq!(of("headingDivider: [2, 3]"), [2, 3]);
        assert_eq!(of("headingDivider:\n  - 2"), [2]);
        assert_eq!(of("headingDivider: [2, 7]"), [2]);
        for none in ["headingDivider: no", "headingDivider: 7", "headingDivider: 0", "headingDivider: [7]"] {
            assert_eq!(of(none), [] as [u8; 0], "{none}");
        }
    }

    #[test]
    fn front_matter_is_split_off() {
        let (front_matter, rest) =
            split_front_matter("--- \ntitle: \"A line\"\nstyle: |\n  h1 { color: red }\n---\n# One");
        assert_eq!(
            pairs(inside(front_matter)),
            [pair("title", "A line"), pair("style", "h1 { color: red }")]
        );
        assert_eq!(rest, "# One");
        assert_eq!(split_front_matter("---\n# No end"), ("", "---\n# No end"));
        assert_eq!(split_front_matter("# None\n\n---\n"), ("", "# None\n\n---\n"));
    }
}
