//! Builds a notebook out of Markdown and cells, slide by slide.
//!
//! What it is not: a file format; `deck`, `ipynb` and `percent` call it. Start reading at [`Reader`].
//!
//! The rules about code blocks are here: which become cells, which continue one, which are the output that
//! a cell is expected to print.

mod marks;

use std::rc::Rc;

use pulldown_cmark::{CodeBlockKind, Event, Options, Tag, TagEnd};

use crate::blocks::{Blocks, Code, Item};
use crate::deck::fences::{self, Content, PythonFence};
use crate::deck::{Dialect, Reading, money};
use crate::document::Document;
use crate::ipynb::{attachments::Attachments, cells};
use crate::layout::{self, Layout, heading_number, markdown_options};
use crate::model::{Cell, CellIds, Fence, Fields, Notebook, Part, Slide, Text};
use crate::python::shows_something;
use crate::shortcodes;
use crate::shown;

/// A notebook being read.
pub(crate) struct Reader<'a> {
    pub(crate) notebook: Notebook,
    layout: Layout<'a>,
    source: Vec<Part>,
    ruler: String,
    /// Up to here a deck's text is in `source`.
    read_to: usize,
    /// What a deck says before the text that comes next, and the fields that it gives it.
    before: String,
    /// jupytext's comment has begun a text cell.
    in_region: bool,
    next_fields: Fields,
    /// How many boxes are open: a heading in one is no slide's.
    boxes: usize,
    document: Rc<Document>,
    /// The number that `paginate` shows on the slide before.
    page: usize,
    /// `class` and the like from earlier slides.
    inherited: Vec<(String, String)>,
    /// The previous slide ended in this cell, and it prints: its output may open this slide.
    awaits_output: Option<usize>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(folder: &str) -> Reader<'a> {
        Reader::of_deck(Document::new(folder))
    }

    /// Reads a deck, whose style is known before its slides are.
    pub(crate) fn of_deck(document: Document) -> Reader<'a> {
        let document = Rc::new(document);
        Reader {
            notebook: Notebook::default(),
            layout: Layout::new(Rc::clone(&document)),
            source: Vec::new(),
            ruler: String::new(),
            read_to: 0,
            before: String::new(),
            in_region: false,
            next_fields: Fields::new(),
            boxes: 0,
            document,
            page: 0,
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
        shown::show(&mut cell, &self.document);
        self.show(cell, None);
    }

    /// A cell of a program, and the line that begins it there.
    pub(crate) fn cell_after(&mut self, before: &str, cell: Cell) {
        let fence = Fence { before: before.to_owned(), code: cell.source.clone(), ..Fence::default() };
        self.show(cell, Some(fence));
    }

    fn show(&mut self, cell: Cell, fence: Option<Fence>) {
        let index = self.notebook.cells.len();
        self.layout.cell(index);
        self.source.push(Part::Cell(index, fence));
        self.notebook.cells.push(cell);
        self.awaits_output = None;
    }

    /// Text between cells, as Jupyter shows it: code in it stays text.
    pub(crate) fn text(&mut self, text: &Text) {
        if text.raw {
            self.code_as_text(CodeBlockKind::Fenced("text".into()), text.source.clone());
        } else {
            let document = Rc::clone(&self.document);
            self.markdown(&document.formulas.marked(&text.source), &Attachments::of(&text.fields));
        }
        self.layout.end_text();
        self.source.push(Part::Text(text.clone()));
    }

    /// Text that is the lecturer's.
    pub(crate) fn note(&mut self, text: &Text) {
        self.layout.note(&text.source);
        self.source.push(Part::Text(text.clone()));
    }

    /// What `read` reads is folded under a line.
    pub(crate) fn folded(&mut self, summary: &str, read: impl FnOnce(&mut Self)) {
        self.layout.open_details(summary);
        read(self);
        self.layout.close_details();
    }

    /// What follows, up to the next fragment or the slide's end, appears as one step where slides are shown one at a time.
    pub(crate) fn begin_fragment(&mut self) {
        self.layout.begin_fragment();
    }

    fn markdown(&mut self, markdown: &str, attachments: &Attachments) {
        let mut blocks = Blocks::new(markdown, markdown_options());
        while let Some(block) = blocks.next() {
            match block {
                Item::Html(html, _) => self.layout.html(&attachments.filled(&html)),
                Item::Code(code) => self.code_as_text(code.kind.into_static(), code.text),
                Item::Event(Event::InlineHtml(html), _) => {
                    self.layout.event(Event::InlineHtml(attachments.filled(&html).into()));
                }
                Item::Event(Event::Start(Tag::Image { link_type, dest_url, title, id }), _) => {
                    let dest_url = match attachments.picture(&dest_url) {
                        Some(picture) => picture.to_owned().into(),
                        None => dest_url,
                    };
                    let image = Event::Start(Tag::Image { link_type, dest_url, title, id });
                    self.layout.event(image.into_static());
                }
                Item::Event(event, _) => self.layout.event(event.into_static()),
            }
        }
    }

    /// A whole deck: Python fences are cells, thematic breaks end slides, and so do the headings that divide.
    /// `marked` is the deck as its Markdown is read (see `money` and `marks`).
    pub(crate) fn deck(&mut self, text: &str, marked: &'a str, reading: &Reading) {
        let is_marp = reading.dialect == Dialect::Marp;
        let more = if is_marp { Options::empty() } else { Options::ENABLE_HEADING_ATTRIBUTES };
        let mut blocks = Blocks::new(marked, markdown_options() | more);
        let mut marks = reading.marks.iter().peekable();
        self.read_to = 0;
        loop {
            let is_outside = blocks.depth == 0;
            let Some(block) = blocks.next() else { break };
            while is_outside && let Some(mark) = marks.next_if(|mark| mark.at.start <= block.start()) {
                self.mark(mark, text);
            }
            match block {
                Item::Html(html, _) => self.layout.html(&html),
                Item::Code(code) => {
                    let cell = code.info().and_then(PythonFence::of);
                    let cell = cell.filter(|_| self.may_be_cell(&code, text, reading.dialect));
                    let is_cell = cell.is_some_and(|fence| self.fence(&fence, &code, text));
                    if !is_cell && code.info().is_some_and(|info| info.starts_with("{python")) {
                        self.code_as_text(CodeBlockKind::Fenced("python".into()), code.text);
                    } else if !is_cell {
                        self.code(code);
                    }
                }
                Item::Event(Event::Rule, at) if blocks.depth == 0 && !reading.dialect.is_notebook() => {
                    self.push_source(&text[self.read_to..at.start]);
                    self.ruler = text[at.clone()].to_owned();
                    self.end_slide();
                    self.read_to = at.end;
                }
                Item::Event(event @ Event::Start(Tag::Heading { level, .. }), at) => {
                    // In lists and quotes too, as in Marp.
                    let is_amid = || !text[self.read_to..at.start].trim().is_empty();
                    let begins = self.boxes == 0
                        && reading.dividers.contains(&heading_number(level))
                        && !(reading.dialect.is_notebook() && is_amid());
                    // Even after a ruler, which leaves an empty slide in Marp as well; but no deck begins with one.
                    if begins && !(self.notebook.slides.is_empty() && self.layout.is_blank()) {
                        let before = &text[self.read_to..at.start];
                        if self.before.is_empty() || !before.trim().is_empty() {
                            self.push_source(before);
                        } else {
                            // The mark is of the cell that begins with the heading.
                            self.before.push_str(before);
                        }
                        self.end_slide();
                        self.read_to = at.start;
                    }
                    self.layout.event(event);
                }
                Item::Event(event @ Event::Start(Tag::List(_)), at)
                    if is_marp && appears_in_steps(&text[at.clone()]) =>
                {
                    self.layout.list_in_steps(event);
                }
                // As Marp has it: a line's end is one.
                Item::Event(Event::SoftBreak, _) if is_marp => self.layout.event(Event::HardBreak),
                Item::Event(Event::Text(text), _) => {
                    self.layout.event(Event::Text(shortcodes::shown(money::restored(text))));
                }
                Item::Event(Event::Code(code), _) => self.layout.event(Event::Code(money::restored(code))),
                Item::Event(event, _) => self.layout.event(event),
            }
        }
        marks.for_each(|mark| self.mark(mark, text));
        self.push_source(&text[self.read_to..]);
        self.end_slide();
    }

    pub(crate) fn end_slide(&mut self) {
        self.boxes = 0;
        let layout = std::mem::replace(&mut self.layout, Layout::new(Rc::clone(&self.document)));
        let prints = |index: &usize| {
            let cell = &self.notebook.cells[*index];
            cell.expected.is_none() && cell.source.contains("print(")
        };
        self.awaits_output = layout.last_cell().filter(prints);
        self.inherited =
            layout.directives.iter().filter(|(name, _)| !name.starts_with('_')).cloned().collect();
        self.layout.directives.clone_from(&self.inherited);
        // The first slide has a number, also one that is not counted.
        self.page = (self.page + usize::from(layout.is_counted())).max(1);
        let slide = layout.finish(self.page);
        let (source, ruler) = (std::mem::take(&mut self.source), std::mem::take(&mut self.ruler));
        self.notebook.slides.push(Slide { source, ruler, ..slide });
    }

    /// True while nothing has been read for this slide.
    pub(crate) fn slide_is_empty(&self) -> bool {
        self.source.is_empty()
    }

    /// False for a console without prompts, and for what Quarto is not to run: text.
    fn fence(&mut self, fence: &PythonFence, code: &Code, deck: &str) -> bool {
        let Some(content) = fences::content(fence, &deck[code.start..code.end], &code.text) else {
            return false;
        };
        self.push_source(&deck[self.read_to..code.start]);
        self.read_to = code.end;
        let Content { fence: written, expected, fields, is_hidden } = content;
        let first = written.code.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let continues = first.starts_with([' ', '\t']) && !fence.is_cell && self.layout.has_cells();
        match self.notebook.cells.last_mut() {
            Some(cell) if continues => {
                cell.source = format!("{}\n{}", cell.source, written.code);
                let index = self.notebook.cells.len() - 1;
                self.layout.continue_cell(index);
                self.source.push(Part::Cell(index, Some(written)));
            }
            _ => {
                let source = written.code.clone();
                let folded = if is_hidden { Some("Code".to_owned()) } else { cells::folded_by(&fields) };
                let setup = fence.setup;
                self.show(Cell { source, expected, setup, folded, fields, ..Cell::default() }, Some(written));
            }
        }
        true
    }

    /// A code block that is no cell: the output expected of the cell before it, or text.
    fn code(&mut self, code: Code<'a>) {
        if is_plain(&code.kind) {
            let cell = self.layout.last_cell().or(self.awaits_output.take());
            if let Some(cell) = cell.map(|index| &mut self.notebook.cells[index])
                && cell.expected.is_none()
                && shows_something(&cell.source)
            {
                cell.expected = Some(without_ticks(&dedent(&code.text)));
                return;
            }
        }
        self.code_as_text(code.kind, code.text);
    }

    fn code_as_text(&mut self, kind: CodeBlockKind<'a>, text: String) {
        let diagram = match &kind {
            CodeBlockKind::Fenced(info) => fences::diagram(info),
            CodeBlockKind::Indented => None,
        };
        self.layout.event(Event::Start(Tag::CodeBlock(kind)));
        self.layout.event(Event::Text(text.into()));
        self.layout.event(Event::End(TagEnd::CodeBlock));
        if let Some(name) = diagram {
            let hint =
                format!("<p class=\"hint\">A diagram in the words of {name}: it is shown as its text.</p>");
            self.layout.html(&hint);
        }
    }

    pub(crate) fn finish(mut self) -> Notebook {
        if !self.slide_is_empty() {
            self.end_slide();
        }
        self.notebook.style = self.document.style.take();
        self.notebook.elsewhere = self.document.style.take_elsewhere();
        self.notebook.hints.clone_from(&self.document.style.hints);
        // Only now: a cell may have been put together from several fences.
        let mut ids = CellIds::default();
        for cell in &mut self.notebook.cells {
            let id = std::mem::take(&mut cell.id);
            cell.id = if id.is_empty() { ids.of_source(&cell.source) } else { ids.unique(id) };
        }
        self.notebook
    }
}

/// For each `<div>` of a deck that opens in a block of HTML, in order: whether a cell is in it.
pub(crate) fn divs_with_cells(deck: &str) -> Vec<bool> {
    if !deck.contains("<div") {
        return Vec::new();
    }
    let mut divs = Vec::new();
    let mut open = Vec::new();
    let mut blocks = Blocks::new(deck, markdown_options());
    while let Some(block) = blocks.next() {
        match block {
            Item::Html(html, _) => {
                for opens in layout::divs(&html) {
                    if opens {
                        open.push(divs.len());
                        divs.push(false);
                    } else {
                        open.pop();
                    }
                }
            }
            Item::Code(code) if code.info().and_then(PythonFence::of).is_some() => {
                open.iter().for_each(|index: &usize| divs[*index] = true);
            }
            Item::Event(Event::Rule, _) if blocks.depth == 0 => open.clear(),
            _ => {}
        }
    }
    divs
}

/// A list with `*` or `1)` before its items, as Marp has it; those with `-`, `+` or `1.` are there at once.
fn appears_in_steps(list: &str) -> bool {
    let marker = list.trim_start();
    let after_number = marker.trim_start_matches(|character: char| character.is_ascii_digit());
    marker.starts_with('*') || after_number.len() < marker.len() && after_number.starts_with(')')
}

fn is_plain(kind: &CodeBlockKind) -> bool {
    match kind {
        CodeBlockKind::Indented => true,
        CodeBlockKind::Fenced(info) => info.trim().is_empty(),
    }
}

/// Takes off the indentation that all lines share, and blank lines around.
fn dedent(text: &str) -> String {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let common = text.lines().filter(|line| !line.trim().is_empty()).map(indent).min().unwrap_or_default();
    let lines: Vec<&str> =
        text.lines().map(|line| line.get(common..).unwrap_or_default().trim_end()).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// The text of an indented block that is a fence itself, as some write output.
fn without_ticks(text: &str) -> String {
    let inside = text.strip_prefix("```").and_then(|rest| rest.strip_suffix("```"));
    match inside.and_then(|inside| inside.split_once('\n')) {
        Some((_, inside)) => inside.trim_end_matches('\n').to_owned(),
        None => text.to_owned(),
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
    fn an_indented_fence_is_its_text() {
        assert_eq!(without_ticks("```\n1\n2\n```"), "1\n2");
        assert_eq!(without_ticks("plain"), "plain");
    }
}
