//! Builds a notebook out of Markdown and cells, slide by slide.
//!
//! What it is not: a file format; `deck`, `ipynb` and `percent` call it. Start reading at [`Reader`].
//!
//! The rules about code blocks are here: which become cells, which continue one, which are the output that
//! a cell is expected to print.

use std::rc::Rc;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Parser, Tag, TagEnd};

use crate::layout::{Layout, heading_number, markdown_options};
use crate::model::{Cell, CellIds, Notebook, Part, Slide, tidy_source};
use crate::sanitise::Sanitiser;

/// A notebook being read.
pub(crate) struct Reader<'a> {
    pub(crate) notebook: Notebook,
    layout: Layout<'a>,
    source: Vec<Part>,
    sanitiser: Rc<Sanitiser>,
    /// `class` and the like from earlier slides.
    inherited: Vec<(String, String)>,
    /// The previous slide ended in this cell, and it prints: its output may open this slide.
    awaits_output: Option<usize>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(folder: &str) -> Reader<'a> {
        let sanitiser = Rc::new(Sanitiser::new(folder));
        Reader {
            notebook: Notebook::default(),
            layout: Layout::new(Rc::clone(&sanitiser)),
            source: Vec::new(),
            sanitiser,
            inherited: Vec::new(),
            awaits_output: None,
        }
    }

    /// Directives that hold from the first slide on.
    pub(crate) fn inherit(&mut self, directives: Vec<(String, String)>) {
        self.inherited = directives;
        self.layout.directives = self.inherited.clone();
    }

    /// A cell as its file has it; `finish` makes its id where it has none.
    pub(crate) fn cell(&mut self, mut cell: Cell) {
        cell.source = tidy_source(&cell.source);
        let index = self.notebook.cells.len();
        self.layout.cell(index);
        self.source.push(Part::Cell(index));
        self.notebook.cells.push(cell);
        self.awaits_output = None;
    }

    /// Text between cells; code in it stays text.
    pub(crate) fn markdown(&mut self, text: &'a str) {
        let mut blocks = Blocks::new(text);
        while let Some(block) = blocks.next() {
            match block {
                Item::Html(html) => self.layout.html(&html),
                Item::Code(code) => self.code(code),
                Item::Event(event, _) => self.layout.event(event),
            }
        }
        self.source.push(Part::Markdown(text.to_owned()));
    }

    /// A whole deck: Python fences are cells, thematic breaks end slides, and so do headings down to
    /// `heading_divider`.
    pub(crate) fn deck(&mut self, text: &'a str, heading_divider: u8) {
        let mut blocks = Blocks::new(text);
        // Where the Markdown begins that is not in `source` yet.
        let mut start = 0;
        while let Some(block) = blocks.next() {
            match block {
                Item::Html(html) => self.layout.html(&html),
                Item::Code(code) => match Fence::of(&code) {
                    Some(fence) => {
                        self.push_source(&text[start..code.start]);
                        self.fence(&fence, &code.text);
                        start = code.end;
                    }
                    None => self.code(code),
                },
                Item::Event(Event::Rule, at) if blocks.depth == 0 => {
                    self.push_source(&text[start..at.start]);
                    self.end_slide();
                    start = at.end;
                }
                Item::Event(event @ Event::Start(Tag::Heading { level, .. }), at) => {
                    if blocks.depth == 1 && self.divides(level, heading_divider, &text[start..at.start]) {
                        self.push_source(&text[start..at.start]);
                        self.end_slide();
                        start = at.start;
                    }
                    self.layout.event(event);
                }
                Item::Event(event, _) => self.layout.event(event),
            }
        }
        self.push_source(&text[start..]);
        self.end_slide();
    }

    pub(crate) fn end_slide(&mut self) {
        let layout = std::mem::replace(&mut self.layout, Layout::new(Rc::clone(&self.sanitiser)));
        let prints = |index: &usize| {
            let cell = &self.notebook.cells[*index];
            cell.expected.is_none() && cell.source.contains("print(")
        };
        self.awaits_output = layout.last_cell().filter(prints);
        self.inherited =
            layout.directives.iter().filter(|(name, _)| !name.starts_with('_')).cloned().collect();
        self.layout.directives.clone_from(&self.inherited);
        let slide = layout.finish();
        self.notebook.slides.push(Slide { source: std::mem::take(&mut self.source), ..slide });
    }

    /// True while nothing has been read for this slide.
    pub(crate) fn slide_is_empty(&self) -> bool {
        self.source.is_empty()
    }

    fn divides(&self, level: HeadingLevel, divider: u8, before: &str) -> bool {
        heading_number(level) <= divider && !(self.slide_is_empty() && before.trim().is_empty())
    }

    fn push_source(&mut self, text: &str) {
        if !text.is_empty() {
            self.source.push(Part::Markdown(text.to_owned()));
        }
    }

    fn fence(&mut self, fence: &Fence, code: &str) {
        let first = code.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let continues = first.starts_with([' ', '\t']) && !fence.is_cell && self.layout.has_cells();
        match self.notebook.cells.last_mut() {
            Some(cell) if continues => {
                cell.source = format!("{}\n{}", cell.source, tidy_source(code));
                self.layout.continue_cell(self.notebook.cells.len() - 1);
            }
            _ => self.cell(Cell { source: code.to_owned(), setup: fence.setup, ..Cell::default() }),
        }
    }

    /// A code block that is no cell: the output expected of the cell before it, or text.
    fn code(&mut self, code: Code<'a>) {
        if is_plain(&code.kind) {
            let cell = self.layout.last_cell().or(self.awaits_output.take());
            if let Some(cell) = cell.map(|index| &mut self.notebook.cells[index])
                && cell.expected.is_none()
            {
                cell.expected = Some(dedent(&code.text));
                return;
            }
        }
        self.layout.event(Event::Start(Tag::CodeBlock(code.kind)));
        self.layout.event(Event::Text(code.text.into()));
        self.layout.event(Event::End(TagEnd::CodeBlock));
    }

    pub(crate) fn finish(mut self) -> Notebook {
        if !self.slide_is_empty() {
            self.end_slide();
        }
        // Only now: a cell may have been put together from several fences.
        let mut ids = CellIds::default();
        for cell in &mut self.notebook.cells {
            let id = std::mem::take(&mut cell.id);
            cell.id = if id.is_empty() { ids.of_source(&cell.source) } else { ids.unique(id) };
        }
        self.notebook
    }
}

fn is_plain(kind: &CodeBlockKind) -> bool {
    match kind {
        CodeBlockKind::Indented => true,
        CodeBlockKind::Fenced(info) => info.trim().is_empty(),
    }
}

/// What the info string of a Python fence says: the language, and `{setup}`, `{cell}` or `{text}` after it.
struct Fence {
    setup: bool,
    /// Not a continuation, though it starts indented.
    is_cell: bool,
}

impl Fence {
    /// `None` for other languages and for `python {text}`, which is shown and not run.
    fn of(code: &Code) -> Option<Fence> {
        let CodeBlockKind::Fenced(info) = &code.kind else { return None };
        is_python(info).then(|| Fence { setup: info.contains("{setup}"), is_cell: info.contains("{cell}") })
    }
}

/// True if a fence with this info string is a cell.
pub(crate) fn is_python(info: &str) -> bool {
    let language = info.trim().split([' ', '\t', '{', ',', ':']).next().unwrap_or_default();
    matches!(language.to_ascii_lowercase().as_str(), "python" | "python3" | "py") && !info.contains("{text}")
}

/// Takes off the indentation that all lines share, and blank lines around.
fn dedent(text: &str) -> String {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let common = text.lines().filter(|line| !line.trim().is_empty()).map(indent).min().unwrap_or_default();
    let lines: Vec<&str> =
        text.lines().map(|line| line.get(common..).unwrap_or_default().trim_end()).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// A whole code block, and where it stands in the Markdown.
struct Code<'a> {
    kind: CodeBlockKind<'a>,
    text: String,
    start: usize,
    end: usize,
}

enum Item<'a> {
    Html(String),
    Code(Code<'a>),
    Event(Event<'a>, std::ops::Range<usize>),
}

/// Markdown events, HTML and code blocks in one piece each.
struct Blocks<'a> {
    events: pulldown_cmark::OffsetIter<'a>,
    /// How many containers are open.
    depth: usize,
}

impl<'a> Blocks<'a> {
    fn new(text: &'a str) -> Blocks<'a> {
        Blocks { events: Parser::new_ext(text, markdown_options()).into_offset_iter(), depth: 0 }
    }

    fn next(&mut self) -> Option<Item<'a>> {
        let (event, at) = self.events.next()?;
        Some(match event {
            Event::Start(Tag::HtmlBlock) => Item::Html(self.text_of_block()),
            Event::Start(Tag::CodeBlock(kind)) => {
                let text = self.text_of_block();
                Item::Code(Code { kind, text, start: at.start, end: at.end })
            }
            Event::Start(_) => {
                self.depth += 1;
                Item::Event(event, at)
            }
            Event::End(_) => {
                self.depth -= 1;
                Item::Event(event, at)
            }
            event => Item::Event(event, at),
        })
    }

    /// Reads to the end of a block that holds nothing but text.
    fn text_of_block(&mut self) -> String {
        let mut text = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Text(piece) | Event::Html(piece) => text.push_str(&piece),
                Event::End(_) => break,
                _ => {}
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn output_is_dedented() {
        assert_eq!(dedent("\n  (1,\n     2)\n\n"), "(1,\n   2)");
        assert_eq!(dedent(""), "");
    }

    #[test]
    fn python_fences() {
        for info in ["python", " python ", "py", "Python3", "python {.line-numbers}", "python{1,3}"] {
            assert!(is_python(info), "{info}");
        }
        for info in ["", "pycon", "text", "python {text}", "bash"] {
            assert!(!is_python(info), "{info}");
        }
    }
}
