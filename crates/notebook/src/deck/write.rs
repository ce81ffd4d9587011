//! Writes decks: one that was a deck with its author's own text, all else as a new one.
//!
//! What it is not: what a deck means (see [`super::open`]). Start reading at [`write`].

use super::dialect::Dialect;
use super::fences::needs_mark;
use super::safe::{fenced, in_region, longest_run, needs_region, safe_markdown};
use super::setup;
use crate::Format;
use crate::model::{Cell, Fence, Notebook, Part, Slide};
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
                Part::Text(text) => {
                    [&text.before, &text.source, &text.after].into_iter().for_each(|text| out.push_str(text));
                }
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
        // What another tool's file says of itself holds for a deck no longer.
        front_matter if Dialect::of("", front_matter, "", None) != Dialect::Marp => {
            let rest = front_matter.strip_prefix("---").unwrap_or(front_matter).trim_matches('\n');
            format!("---\nmarp: true\n{rest}\n")
        }
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
            Part::Text(text) if text.source.trim().is_empty() && has_outputs => continue,
            Part::Text(text) if text.raw => {
                begin_block(&mut out);
                *last_cell = None;
                out.push_str(&fenced("raw", &text.source));
            }
            Part::Text(text) => {
                begin_block(&mut out);
                let shows = last_cell.is_some_and(|cell| !has_outputs && shows_something(&cell.source));
                // Tags alone do not part a cell from its output, nor does nothing.
                let start = text.source.trim_start();
                *last_cell = last_cell.filter(|_| start.is_empty() || start.starts_with('<'));
                let safe = safe_markdown(text, shows);
                // A notebook's cell keeps its edges; what was a deck has none.
                let follows_text =
                    matches!(at.checked_sub(1).map(|at| &parts[at]), Some(Part::Text(text)) if !text.raw);
                if !has_outputs && needs_region(&text.source, follows_text) {
                    out.push_str(&in_region(&safe));
                } else {
                    out.push_str(safe.trim_matches('\n'));
                }
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
