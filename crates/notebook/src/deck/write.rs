//! Writes decks: one that was a deck with its author's own text, all else as a new one.
//!
//! What it is not: what a deck means (see [`super::open`]). Start reading at [`write`].

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use super::fences::{PythonFence, needs_mark};
use super::setup;
use crate::Format;
use crate::layout::markdown_options;
use crate::model::{Cell, Fence, Notebook, Part, Slide, Text};
use crate::python::shows_something;

pub(crate) fn write(notebook: &Notebook) -> String {
    if notebook.origin == Some(Format::Md) { as_written(notebook) } else { anew(notebook) }
}

/// The author's text, byte for byte outside cells that were changed.
fn as_written(notebook: &Notebook) -> String {
    let mut out = notebook.front_matter.clone();
    for slide in &notebook.slides {
        // Opening the deck adds it again.
        if setup::is_added(slide, &notebook.cells) {
            continue;
        }
        for (at, part) in slide.source.iter().enumerate() {
            match part {
                Part::Text(text) => out.push_str(&text.source),
                Part::Cell(index, Some(fence)) => {
                    write_fence(&mut out, fence, &code_of_piece(slide, at, &notebook.cells[*index]));
                }
                Part::Cell(index, None) => {
                    begin_block(&mut out);
                    write_cell(&mut out, &notebook.cells[*index]);
                    out.push_str("\n\n");
                }
            }
        }
        out.push_str(&slide.ruler);
    }
    out
}

/// What of a cell's code stands in its fence that is the slide's part `at`; `None` if none is left for it.
///
/// Pieces that still end the cell stay where they are; the first one has all the rest.
fn code_of_piece(slide: &Slide, at: usize, cell: &Cell) -> Option<String> {
    let Part::Cell(cell_index, _) = &slide.source[at] else { return None };
    let pieces = slide.source.iter().enumerate().filter_map(|(place, part)| match part {
        Part::Cell(index, Some(fence)) if index == cell_index => Some((place, fence.code.as_str())),
        _ => None,
    });
    let mut pieces: Vec<(usize, &str)> = pieces.collect();
    let first = pieces.first()?.0;
    let mut rest = cell.source.as_str();
    while let Some((place, code)) = pieces.pop().filter(|(place, _)| *place != first) {
        let before = rest.strip_suffix(code).and_then(|before| before.strip_suffix('\n'));
        match before {
            Some(_) if place == at => return Some(code.to_owned()),
            Some(before) => rest = before,
            None if place == at => return None,
            None => {}
        }
    }
    (at == first).then(|| rest.to_owned())
}

fn write_fence(out: &mut String, fence: &Fence, code: &Option<String>) {
    match code {
        Some(code) if *code == fence.code => {
            [&fence.before, &fence.inside, &fence.after].into_iter().for_each(|text| out.push_str(text));
        }
        Some(code) => rewrite_fence(out, fence, code),
        None => {}
    }
}

/// The same fence around other code; longer ticks where the code has as many.
fn rewrite_fence(out: &mut String, fence: &Fence, code: &str) {
    let prefix = prefix_of_line(out);
    let tick = if fence.before.starts_with('~') { '~' } else { '`' };
    let length = fence.before.len() - fence.before.trim_start_matches(tick).len();
    let (opening, options) = fence.before.split_once('\n').unwrap_or((&fence.before, ""));
    // Code that was changed has no prompts.
    let shows_prompts = fence.inside.contains(">>>") && !fence.code.contains(">>>");
    let info = if shows_prompts { "python" } else { &opening[length..] };
    let ticks = tick.to_string().repeat(length.max(longest_run(code, tick) + 1));
    // What is written anew begins its cell.
    let mark = if needs_mark(code) && !info.contains("{cell}") { " {cell}" } else { "" };
    out.push_str(&format!("{ticks}{info}{mark}\n{options}"));
    push_lines(out, code, &prefix);
    out.push_str(&format!("{prefix}{ticks}"));
    if fence.after.ends_with('\n') {
        out.push('\n');
    }
}

fn anew(notebook: &Notebook) -> String {
    let front_matter = match notebook.front_matter.as_str() {
        // A string of JSON is one of YAML.
        "" => format!("---\nmarp: true\ntitle: {}\n---\n", serde_json::json!(notebook.title)),
        front_matter => format!("{}\n", front_matter.trim_end_matches('\n')),
    };
    // What was a deck has outputs in its texts.
    let was_deck = !notebook.front_matter.is_empty();
    let mut last_cell = None;
    let slides = notebook
        .slides
        .iter()
        .map(|slide| new_slide(&slide.source, &notebook.cells, was_deck, &mut last_cell));
    let slides: Vec<String> = slides.map(|slide| slide.trim_matches('\n').to_owned()).collect();
    format!("{front_matter}\n{}\n", slides.join("\n\n---\n\n"))
}

/// `last_cell` is the one that nothing has followed yet.
fn new_slide<'a>(
    parts: &[Part],
    cells: &'a [Cell],
    has_outputs: bool,
    last_cell: &mut Option<&'a Cell>,
) -> String {
    let mut out = String::new();
    for (at, part) in parts.iter().enumerate() {
        match part {
            Part::Text(text) if text.source.trim().is_empty() => continue,
            Part::Text(text) if text.raw => {
                begin_block(&mut out);
                *last_cell = None;
                out.push_str(&fenced("raw", &text.source));
            }
            Part::Text(text) => {
                begin_block(&mut out);
                let shows = last_cell.is_some_and(|cell| !has_outputs && shows_something(&cell.source));
                // Tags alone do not part a cell from its output.
                *last_cell = last_cell.filter(|_| text.source.trim_start().starts_with('<'));
                out.push_str(safe_markdown(text, shows).trim_matches('\n'));
            }
            Part::Cell(index, _) if is_first_piece(parts, at) => {
                begin_block(&mut out);
                *last_cell = Some(&cells[*index]);
                write_cell(&mut out, &cells[*index]);
            }
            Part::Cell(..) => {}
        }
        if out.ends_with('\n') {
            continue;
        }
        out.push_str("\n\n");
    }
    out
}

/// True for the part that shows a cell; a cell in several fences has more.
pub(crate) fn is_first_piece(parts: &[Part], at: usize) -> bool {
    let Part::Cell(cell, _) = &parts[at] else { return false };
    !parts[..at].iter().any(|part| matches!(part, Part::Cell(index, _) if index == cell))
}

/// A blank line, unless a block may start here: after nothing but the markers of list items and quotes.
fn begin_block(out: &mut String) {
    let is_marker = |word: &str| {
        let number = word.strip_suffix(['.', ')']).unwrap_or_default();
        matches!(word, "-" | "*" | "+" | ">") || number.parse::<u32>().is_ok()
    };
    if !out.rsplit('\n').next().unwrap_or_default().split_whitespace().all(is_marker) {
        out.push_str("\n\n");
    }
}

/// A fence longer than any in the cell, indented or quoted as the line is on which it starts.
fn write_cell(out: &mut String, cell: &Cell) {
    let prefix = prefix_of_line(out);
    let fence = "`".repeat(longest_run(&cell.source, '`').max(2) + 1);
    let mark = match (cell.setup, needs_mark(&cell.source)) {
        (true, _) => " {setup}",
        (false, true) => " {cell}",
        (false, false) => "",
    };
    out.push_str(&format!("{fence}python{mark}\n"));
    push_lines(out, &cell.source, &prefix);
    out.push_str(&format!("{prefix}{fence}"));
}

/// What stands before each line of a fence that starts here: white space, and the marks of quotes.
fn prefix_of_line(out: &str) -> String {
    let line = out.rsplit('\n').next().unwrap_or_default();
    line.chars().map(|character| if matches!(character, '>' | '\t') { character } else { ' ' }).collect()
}

fn push_lines(out: &mut String, code: &str, prefix: &str) {
    if code.is_empty() {
        return;
    }
    for line in code.split('\n') {
        out.push_str(if line.is_empty() { prefix.trim_end() } else { prefix });
        out.push_str(line);
        out.push('\n');
    }
}

fn longest_run(text: &str, tick: char) -> usize {
    text.split(|character| character != tick).map(str::len).max().unwrap_or_default()
}

fn fenced(info: &str, text: &str) -> String {
    let fence = "`".repeat(longest_run(text, '`').max(2) + 1);
    format!("{fence}{info}\n{text}\n{fence}")
}

/// A notebook's text so that it stays text in a deck: Python fences in it are marked `python {text}`, a plain one that it
/// begins with is one of `text`, where it could be a cell's output, rulers, which would end the slide, are `<hr>`, and what is
/// left open is closed, so that it does not swallow the rest.
pub(crate) fn safe_markdown(text: &Text, follows_output: bool) -> String {
    let mut markdown = text.source.clone();
    let mut depth = 0;
    let mut begins = follows_output;
    let mut changes: Vec<(Range<usize>, String)> = Vec::new();
    for (event, at) in Parser::new_ext(&text.source, markdown_options()).into_offset_iter() {
        let end_of_line =
            text.source[at.start..].find('\n').map_or(text.source.len(), |line| at.start + line);
        match &event {
            Event::Rule if depth == 0 => changes.push((at, "<hr>\n".to_owned())),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if PythonFence::of(info).is_some() => {
                changes.push((end_of_line..end_of_line, " {text}".to_owned()));
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if begins && info.trim().is_empty() => {
                changes.push((end_of_line..end_of_line, "text".to_owned()));
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) if begins => {
                let start = text.source[..at.start].rfind('\n').map_or(0, |end| end + 1);
                let lines = text.source[start..at.end].lines();
                let code =
                    lines.map(|line| line.strip_prefix("    ").or(line.strip_prefix('\t')).unwrap_or(line));
                let code = code.collect::<Vec<_>>().join("\n");
                changes.push((start..at.end, fenced("text", code.trim_end_matches('\n'))));
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
