//! A notebook's text so that it stays text in a deck, and back.
//!
//! What it is not: the deck (see `write`). Start reading at [`safe_markdown`] and [`original`].
//!
//! Python fences in it are marked `python {text}`, a plain one that it begins with is one of `text`, where it could be a
//! cell's output, rulers, which would end the slide, are `<hr>`, and what is left open is closed, so that it does not
//! swallow the rest. Where it would run into the text before it, or blank lines at its edges count, it stands between the
//! comments that jupytext has for that.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use super::fences::PythonFence;
use crate::layout::markdown_options;
use crate::model::Text;

/// Python that is shown and not run.
const TEXT: &str = " {text}";

/// A fence without a language, and an indented block.
const PLAIN: &str = "text {plain}";
const INDENTED: &str = "text {indented}";

const REGION: [&str; 2] = ["<!-- #region -->", "<!-- #endregion -->"];

pub(super) fn longest_run(text: &str, tick: char) -> usize {
    text.split(|character| character != tick).map(str::len).max().unwrap_or_default()
}

pub(super) fn fenced(info: &str, text: &str) -> String {
    let fence = "`".repeat(longest_run(text, '`').max(2) + 1);
    format!("{fence}{info}\n{text}\n{fence}")
}

/// True for a text cell that a deck would not keep as it is.
pub(super) fn needs_region(text: &str, follows_text: bool) -> bool {
    let has_edges = text.trim().is_empty() || text.starts_with('\n') || text.ends_with('\n');
    (follows_text || has_edges) && !REGION.iter().any(|mark| text.contains(mark))
}

pub(super) fn in_region(text: &str) -> String {
    let [begin, end] = REGION;
    if text.is_empty() { format!("{begin}\n{end}") } else { format!("{begin}\n{text}\n{end}") }
}

pub(crate) fn safe_markdown(text: &Text, follows_output: bool) -> String {
    let mut markdown = text.source.clone();
    let mut depth = 0;
    let mut begins = follows_output;
    let mut changes: Vec<(Range<usize>, String)> = Vec::new();
    for (event, at) in Parser::new_ext(&text.source, markdown_options()).into_offset_iter() {
        let end_of_line =
            text.source[at.start..].find('\n').map_or(text.source.len(), |line| at.start + line);
        match &event {
            Event::Rule if depth == 0 => {
                let ruler = text.source[at.clone()].trim_end();
                let kind = if ruler == "---" { String::new() } else { format!(" data-as=\"{ruler}\"") };
                let end = if at.end == text.source.len() && !text.source.ends_with('\n') { "" } else { "\n" };
                changes.push((at, format!("<hr{kind}>{end}")));
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if PythonFence::of(info).is_some() => {
                changes.push((end_of_line..end_of_line, TEXT.to_owned()));
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if begins && info.trim().is_empty() => {
                changes.push((end_of_line..end_of_line, PLAIN.to_owned()));
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) if begins => {
                let start = text.source[..at.start].rfind('\n').map_or(0, |end| end + 1);
                let lines = text.source[start..at.end].lines();
                let code =
                    lines.map(|line| line.strip_prefix("    ").or(line.strip_prefix('\t')).unwrap_or(line));
                let code = code.collect::<Vec<_>>().join("\n");
                changes.push((start..at.end, fenced(INDENTED, code.trim_end_matches('\n'))));
            }
            _ => {}
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        begins &=
            matches!(event, Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) | Event::Html(_));
    }
    for (at, new) in changes.into_iter().rev() {
        let kept_line = if markdown[at.clone()].ends_with('\n') { "\n" } else { "" };
        markdown.replace_range(at, &format!("{new}{kept_line}"));
    }
    markdown.push_str(&closing(&markdown));
    markdown
}

/// What has to follow the text so that a new block can: the end of an open fence or comment.
fn closing(markdown: &str) -> String {
    // A heading that is none after a blank line is inside of something.
    let probe = format!("{markdown}\n\n# x");
    let ends_open = |text: &str| {
        let starts =
            Parser::new_ext(text, markdown_options()).filter(|event| matches!(event, Event::Start(_)));
        !matches!(starts.last(), Some(Event::Start(Tag::Heading { .. })))
    };
    if !ends_open(&probe) {
        return String::new();
    }
    let mut candidates = vec!["\n-->".to_owned()];
    for tick in ['`', '~'] {
        let ticks = longest_run(markdown, tick).max(3);
        candidates.extend((3..=ticks).map(|length| format!("\n{}", tick.to_string().repeat(length))));
    }
    candidates.extend(["script", "pre", "style", "textarea"].map(|name| format!("\n</{name}>")));
    candidates
        .into_iter()
        .find(|candidate| !ends_open(&format!("{markdown}{candidate}\n\n# x")))
        .unwrap_or_default()
}

/// The text of a deck as it stood in a notebook, if it comes from one: without the marks of [`safe_markdown`].
pub(crate) fn original(markdown: &str) -> String {
    let mut out = markdown.to_owned();
    if ![TEXT, PLAIN, INDENTED, "<hr"].iter().any(|mark| markdown.contains(mark)) {
        return out;
    }
    let mut depth = 0;
    let mut changes: Vec<(Range<usize>, String)> = Vec::new();
    for (event, at) in Parser::new_ext(markdown, markdown_options()).into_offset_iter() {
        match &event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                changes.extend(original_fence(markdown, &at, info));
            }
            Event::Start(Tag::HtmlBlock) if depth == 0 => changes.extend(original_ruler(markdown, &at)),
            _ => {}
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    for (at, new) in changes.into_iter().rev() {
        out.replace_range(at, &new);
    }
    out
}

fn original_fence(markdown: &str, at: &Range<usize>, info: &str) -> Option<(Range<usize>, String)> {
    let written = &markdown[at.clone()];
    let first = written.lines().next()?;
    let end = at.start + first.len();
    match info {
        PLAIN => Some((at.start + first.find(PLAIN)?..end, String::new())),
        INDENTED => {
            let lines: Vec<&str> = written.lines().collect();
            let code = lines.get(1..lines.len().checked_sub(1)?)?.iter();
            let indented =
                code.map(|line| if line.is_empty() { String::new() } else { format!("    {line}") });
            Some((at.clone(), indented.collect::<Vec<_>>().join("\n")))
        }
        _ => info
            .ends_with(TEXT)
            .then(|| (at.start + first.rfind(TEXT).unwrap_or(first.len())..end, String::new())),
    }
}

fn original_ruler(markdown: &str, at: &Range<usize>) -> Option<(Range<usize>, String)> {
    let written = &markdown[at.clone()];
    let tag = written.trim_end_matches('\n');
    let ruler = match tag {
        "<hr>" => "---",
        _ => tag.strip_prefix("<hr data-as=\"")?.strip_suffix("\">")?,
    };
    // One line's end was added to it.
    let end = at.start + tag.len();
    let added = usize::from(markdown[end..].starts_with("\n\n"));
    Some((at.start..end + added, ruler.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_marked_in_a_deck_comes_back() {
        for text in [
            "```python\nx\n```",
            "- a\n\n  ```python\n  x\n  ```",
            "```\nplain\n```\n\ntext",
            "    indented\n\n      more\n\ntext",
            "a\n\n---\n\nb",
            "a\n\n***\nb",
            "---",
            "# A\n* * *\n",
            "```python title=\"a\"\nx\n```",
        ] {
            for follows_output in [true, false] {
                let markdown = Text { source: text.to_owned(), ..Text::default() };
                let safe = safe_markdown(&markdown, follows_output);
                assert_eq!(original(&safe).trim_end(), text.trim_end(), "{safe}");
            }
        }
    }
}
