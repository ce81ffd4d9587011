//! Formulas that Jupyter sets and Markdown does not know: `$ x $` with spaces inside, `\\(x\\)`, and bare `\begin{align}`.
//!
//! What it is not: a reader of LaTeX (see `prose`). Start reading at [`marked`].

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use crate::layout::markdown_options;

/// The Markdown with both kinds as `$x$` and `$$…$$`.
pub(crate) fn marked(markdown: &str) -> Cow<'_, str> {
    let has = |sign: &str| markdown.contains(sign);
    if !has("$ ") && !has("\\begin{") && !has("\\\\(") && !has("\\\\[") {
        return Cow::Borrowed(markdown);
    }
    let mut out = String::new();
    let mut start = 0;
    for literal in literals(markdown) {
        if literal.start >= start {
            out.push_str(&mark(&markdown[start..literal.start]));
            out.push_str(&markdown[literal.clone()]);
            start = literal.end;
        }
    }
    out.push_str(&mark(&markdown[start..]));
    Cow::Owned(out)
}

/// Code, HTML and the formulas that Markdown finds itself: nothing is looked for in them.
fn literals(markdown: &str) -> Vec<Range<usize>> {
    let events = Parser::new_ext(markdown, markdown_options()).into_offset_iter();
    let literals = events.filter(|(event, _)| {
        matches!(
            event,
            Event::Code(_)
                | Event::InlineMath(_)
                | Event::DisplayMath(_)
                | Event::InlineHtml(_)
                | Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock)
        )
    });
    literals.map(|(_, at)| at).collect()
}

fn mark(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['$', '\\']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (formula, length) =
            environment(rest).or_else(|| spaced(rest)).or_else(|| bracketed(rest)).unwrap_or_else(|| {
                // An escaped character is none of these.
                let length =
                    rest.chars().take(1 + usize::from(rest.starts_with('\\'))).map(char::len_utf8).sum();
                (rest[..length].to_owned(), length)
            });
        out.push_str(&formula);
        rest = &rest[length..];
    }
    out.push_str(rest);
    out
}

/// `\begin{name}` to its end, without blank lines, which would end the paragraph.
fn environment(text: &str) -> Option<(String, usize)> {
    let (name, _) = text.strip_prefix("\\begin{")?.split_once('}')?;
    let end = format!("\\end{{{name}}}");
    let length = text.find(&end)? + end.len();
    let lines: Vec<&str> = text[..length].lines().filter(|line| !line.trim().is_empty()).collect();
    Some((format!("$${}$$", lines.join("\n")), length))
}

/// `\\(x\\)` and `\\[x\\]`, with two backslashes, as Markdown makes one of them.
fn bracketed(text: &str) -> Option<(String, usize)> {
    [("\\\\(", "\\\\)", "$"), ("\\\\[", "\\\\]", "$$")].into_iter().find_map(|(open, close, sign)| {
        let inside = text.strip_prefix(open)?;
        let end = inside.find(close)?;
        let formula = inside[..end].trim();
        let is_one = !formula.is_empty() && !formula.contains("\n\n");
        is_one.then(|| (format!("{sign}{formula}{sign}"), open.len() + end + close.len()))
    })
}

/// `$ x $`: a space after the first sign and before the second, and nothing that ends a paragraph between.
fn spaced(text: &str) -> Option<(String, usize)> {
    let inside = text.strip_prefix("$ ")?;
    let end = inside.find('$')?;
    let formula = inside[..end].strip_suffix(' ')?.trim();
    (!formula.is_empty() && !formula.contains("\n\n")).then(|| (format!("${formula}$"), end + 3))
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn formulas_as_jupyter_knows_them() {
        for (text, formula) in [
            ("Let $ x^2 $ be.", "Let $x^2$ be."),
            (
                "a\n\\begin{align}\nx &= 1\n\ny &= 2\n\\end{align}\nb",
                "a\n$$\\begin{align}\nx &= 1\ny &= 2\n\\end{align}$$\nb",
            ),
            ("`$ x $` and $ y $", "`$ x $` and $y$"),
            ("```\n$ ls $\n```\n", "```\n$ ls $\n```\n"),
            ("It costs $ 5 or 6$.", "It costs $ 5 or 6$."),
            (r"Let \\( x_1 \\) be \\[y\\].", "Let $x_1$ be $$y$$."),
            (r"\(x\) `\\(y\\)` \\(", r"\(x\) `\\(y\\)` \\("),
            ("$$\n\\begin{aligned}\nx\n\\end{aligned}\n$$", "$$\n\\begin{aligned}\nx\n\\end{aligned}\n$$"),
            ("\\$ 5 and \\$ 6", "\\$ 5 and \\$ 6"),
        ] {
            assert_eq!(marked(text), formula);
        }
    }
}
