//! What a slide shows: prose, columns, answers to unfold and cells, nested as the Markdown has them.
//!
//! What it is not: it does not know where slides begin or what is a cell; `reader` does.
//! Start reading at [`Layout`]. Unclosed `<div>`s and `<details>` are closed at the slide's end.

mod dressing;
mod tags;

use std::rc::Rc;

use pulldown_cmark::{Event, HeadingLevel, Options, Tag, TagEnd};

use self::dressing::{Dressing, add_class};
use self::tags::Piece;
use crate::deck::directives;
use crate::document::Document;
use crate::model::{Block, Column, Columns, Slide};
use crate::prose::Prose;
use crate::sanitise::{escape, own_classes};

/// The Markdown that decks and notebooks are written in: GitHub's, with math and footnotes.
pub(crate) fn markdown_options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
}

/// The class of a single column that appears as one step.
const FRAGMENT: &str = "fragment";

/// A container that HTML tags have opened and not yet closed.
enum Frame {
    Columns(Columns),
    Column(Column),
    Details {
        summary: String,
        blocks: Vec<Block>,
    },
    /// Any other `<div>`: it stays in the prose, but for one around a cell that no style knows, which would be empty there.
    Div {
        is_shown: bool,
    },
}

/// Lays out one slide.
pub(crate) struct Layout<'a> {
    slide: Slide,
    document: Rc<Document>,
    frames: Vec<Frame>,
    prose: Prose<'a>,
    /// Directives of this slide, then those that hold for the following ones too.
    pub(crate) directives: Vec<(String, String)>,
    in_title: bool,
    /// In a picture, whose description is no title.
    in_image: bool,
    paragraphs: usize,
    pictures: usize,
    dense: bool,
    /// The last cell, as long as nothing has followed it.
    last_cell: Option<usize>,
    has_cells: bool,
}

impl<'a> Layout<'a> {
    pub(crate) fn new(document: Rc<Document>) -> Layout<'a> {
        Layout {
            slide: Slide::default(),
            document: Rc::clone(&document),
            frames: Vec::new(),
            prose: Prose::new(document),
            directives: Vec::new(),
            in_title: false,
            in_image: false,
            paragraphs: 0,
            pictures: 0,
            dense: false,
            last_cell: None,
            has_cells: false,
        }
    }

    /// The cell that nothing but the edges of columns has followed yet.
    pub(crate) fn last_cell(&self) -> Option<usize> {
        self.last_cell
    }

    pub(crate) fn has_cells(&self) -> bool {
        self.has_cells
    }

    pub(crate) fn cell(&mut self, index: usize) {
        self.cut();
        self.push_block(Block::Cell(index));
        self.last_cell = Some(index);
        self.has_cells = true;
    }

    /// More of a cell that is shown already stands here.
    pub(crate) fn continue_cell(&mut self, index: usize) {
        self.last_cell = Some(index);
    }

    /// Any event of the Markdown but HTML blocks and what became a cell.
    pub(crate) fn event(&mut self, event: Event<'a>) {
        match &event {
            Event::InlineHtml(html) if html.starts_with("<!--") => {
                return self.comment(html.clone().as_ref());
            }
            Event::Start(Tag::Heading { level, .. }) if self.slide.level == 0 => {
                self.slide.level = heading_number(*level);
                self.in_title = true;
            }
            Event::End(TagEnd::Heading(_)) => self.in_title = false,
            Event::Start(Tag::Image { .. }) => {
                self.in_image = true;
                self.pictures += 1;
            }
            Event::End(TagEnd::Image) => self.in_image = false,
            _ if self.in_image => {}
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) if self.in_title => {
                self.slide.title.push_str(text);
            }
            Event::SoftBreak | Event::HardBreak if self.in_title => self.slide.title.push(' '),
            Event::Start(Tag::Paragraph) => self.paragraphs += 1,
            Event::Start(Tag::List(_) | Tag::Table(_) | Tag::CodeBlock(_) | Tag::BlockQuote(_))
            | Event::DisplayMath(_) => self.dense = true,
            Event::InlineHtml(html) => self.dense |= tags::is_more_than_words(html),
            _ => {}
        }
        if !matches!(event, Event::End(_)) {
            self.last_cell = None;
        }
        self.prose.push(event);
    }

    /// As [`Layout::event`], of a list that appears step by step.
    pub(crate) fn list_in_steps(&mut self, event: Event<'a>) {
        self.prose.next_list_in_steps();
        self.event(event);
    }

    /// A whole HTML block.
    pub(crate) fn html(&mut self, html: &str) {
        if let Some(class) = self.document.style.scoped(html) {
            add_class(&mut self.slide, &class);
        }
        // As in Marp, comments among other HTML say nothing: they are often names of a drawing's parts.
        let begins_in_comment = html.trim_start().starts_with("<!--");
        for piece in tags::pieces(html) {
            match piece {
                Piece::Comment(comment) if begins_in_comment => self.comment(comment),
                Piece::Comment(_) => {}
                Piece::Open { name: "div", tag } => self.open_div(tag),
                Piece::Close { name: "div", .. } => self.close_div(),
                Piece::Open { name: "details", .. } => self.open_details(""),
                Piece::Close { name: "details", .. } => self.close_details(),
                Piece::Open { name: "summary", .. } => self.cut(),
                Piece::Close { name: "summary", .. } => self.end_summary(),
                Piece::Open { tag, .. } | Piece::Close { tag, .. } => self.raw(tag),
                Piece::Text(text) => self.raw(text),
            }
        }
    }

    /// True while the slide shows nothing.
    pub(crate) fn is_blank(&self) -> bool {
        self.slide.blocks.is_empty() && self.frames.is_empty() && self.prose.is_blank()
    }

    /// True if the slide has a page number of its own, and not that of the one before.
    pub(crate) fn is_counted(&self) -> bool {
        let paginate = directives::of_slide(&self.directives, "paginate").unwrap_or_default();
        !["hold", "skip"].iter().any(|word| paginate.eq_ignore_ascii_case(word))
    }

    /// The finished slide, with that page number; `source` is left to the caller.
    pub(crate) fn finish(mut self, page: usize) -> Slide {
        self.cut();
        while !self.frames.is_empty() {
            self.close();
        }
        let backgrounds = self.prose.take_backgrounds();
        let mut slide = self.slide;
        let title = self.document.formulas.replaced(slide.title.trim(), |formula| formula.latex.clone());
        slide.title = title.into_owned();
        let dressing = Dressing { directives: &self.directives, backgrounds, page, document: &self.document };
        add_class(&mut slide, &own_classes(dressing.directive("class").unwrap_or_default()));
        // A title and a line or two below it, in a deck whose author leaves its look to us.
        let has_pictures = self.pictures > dressing.backgrounds.len();
        let is_title =
            slide.level == 1 && !self.has_cells && !self.dense && !has_pictures && self.paragraphs <= 2;
        let is_text = slide.blocks.iter().all(|block| matches!(block, Block::Html(_)));
        if is_title && is_text && !self.document.style.has_look() {
            add_class(&mut slide, "lead");
        }
        dressing.dress(&mut slide);
        slide
    }

    fn comment(&mut self, comment: &str) {
        let text = comment.trim_start_matches("<!-").trim_start_matches('-').trim_end_matches("-->").trim();
        if text == "fit" && self.in_title {
            return add_class(&mut self.slide, "fit-title");
        }
        match directives::read(text) {
            Some(directives) => self.directives.extend(directives),
            None if directives::is_for_tools(text) => {}
            None => self.note(text),
        }
    }

    /// Adds to what the lecturer says.
    pub(crate) fn note(&mut self, text: &str) {
        if !self.slide.notes.is_empty() {
            self.slide.notes.push_str("\n\n");
        }
        self.slide.notes.push_str(text);
    }

    pub(crate) fn open_details(&mut self, summary: &str) {
        self.open(Frame::Details { summary: summary.to_owned(), blocks: Vec::new() });
    }

    /// What is left open in a notebook's text is open no longer in the next one.
    pub(crate) fn end_text(&mut self) {
        self.cut();
    }

    /// Opens a fragment, and closes the one before: none is in another.
    pub(crate) fn begin_fragment(&mut self) {
        let is_fragment =
            |frame: &Frame| matches!(frame, Frame::Columns(columns) if columns.class == FRAGMENT);
        if let Some(depth) = self.frames.iter().position(is_fragment) {
            self.close_to(depth);
        }
        self.open(Frame::Columns(Columns { class: FRAGMENT.to_owned(), columns: Vec::new() }));
        self.open(Frame::Column(Column::default()));
    }

    fn raw(&mut self, html: &str) {
        if html.trim().is_empty() {
            return;
        }
        self.last_cell = None;
        if self.slide.level == 0
            && let Some((level, title)) = tags::heading(html)
        {
            self.slide.level = level;
            self.slide.title = title;
        }
        self.dense |= tags::is_more_than_words(html);
        self.prose.push(Event::Html(html.to_owned().into()));
    }

    fn open_div(&mut self, tag: &str) {
        let has_cell = self.document.next_div_has_cell();
        let (style, classes) = (&self.document.style, tags::class_of(tag));
        let class = style.known(classes);
        let is_grid = tags::is_grid(classes) && class.is_empty();
        if tags::is_columns(tag) || is_grid || has_cell && style.lays_out_columns(classes) {
            self.open(Frame::Columns(Columns { class, columns: Vec::new() }));
        } else if matches!(self.frames.last(), Some(Frame::Columns(_))) {
            self.open(Frame::Column(Column { class, blocks: Vec::new() }));
        } else {
            let is_shown = !has_cell || !class.is_empty();
            self.frames.push(Frame::Div { is_shown });
            if is_shown {
                self.prose.push(Event::Html(tag.to_owned().into()));
            }
        }
    }

    /// As a `<div>` of these classes, which the Markdown has in other words.
    pub(crate) fn open_box(&mut self, classes: &str) {
        if classes == "columns" {
            self.open(Frame::Columns(Columns::default()));
        } else if matches!(self.frames.last(), Some(Frame::Columns(_))) {
            self.open(Frame::Column(Column::default()));
        } else {
            self.frames.push(Frame::Div { is_shown: true });
            self.prose.push(Event::Html(format!("<div class=\"{}\">\n", escape(classes)).into()));
        }
    }

    /// Closes the innermost `<div>`, and any `<details>` left open in it.
    pub(crate) fn close_div(&mut self) {
        let Some(depth) = self.frames.iter().rposition(|frame| !matches!(frame, Frame::Details { .. }))
        else {
            return;
        };
        if let Frame::Div { is_shown } = self.frames[depth] {
            if is_shown {
                self.prose.push(Event::Html("</div>\n".into()));
            }
            self.frames.remove(depth);
        } else {
            self.close_to(depth);
        }
    }

    pub(crate) fn close_details(&mut self) {
        if let Some(depth) = self.frames.iter().rposition(|frame| matches!(frame, Frame::Details { .. })) {
            self.close_to(depth);
        }
    }

    fn end_summary(&mut self) {
        let html = self.prose.cut();
        match (self.frames.last_mut(), html) {
            (Some(Frame::Details { summary, .. }), Some(html)) => *summary = html,
            (_, Some(html)) => self.push_block(Block::Html(html)),
            (_, None) => {}
        }
    }

    fn open(&mut self, frame: Frame) {
        self.cut();
        self.frames.push(frame);
    }

    fn close_to(&mut self, depth: usize) {
        self.cut();
        while self.frames.len() > depth {
            self.close();
        }
    }

    fn close(&mut self) {
        match self.frames.pop() {
            Some(Frame::Column(column)) => match self.frames.last_mut() {
                Some(Frame::Columns(columns)) => columns.columns.push(column),
                _ => column.blocks.into_iter().for_each(|block| self.push_block(block)),
            },
            Some(Frame::Columns(mut columns)) => {
                columns.columns.retain(|column| !column.blocks.is_empty());
                if columns.columns.len() > 1 || columns.class == FRAGMENT {
                    self.push_block(Block::Columns(columns));
                } else {
                    let blocks = columns.columns.into_iter().flat_map(|column| column.blocks);
                    blocks.for_each(|block| self.push_block(block));
                }
            }
            Some(Frame::Details { summary, blocks }) => self.push_block(Block::Details { summary, blocks }),
            Some(Frame::Div { .. }) | None => {}
        }
    }

    fn cut(&mut self) {
        if let Some(html) = self.prose.cut() {
            self.push_block(Block::Html(html));
        }
    }

    fn push_block(&mut self, block: Block) {
        for frame in self.frames.iter_mut().rev() {
            match frame {
                Frame::Column(Column { blocks, .. }) | Frame::Details { blocks, .. } => {
                    return blocks.push(block);
                }
                // Something between two columns is a column of its own.
                Frame::Columns(columns) => {
                    return columns.columns.push(Column { blocks: vec![block], ..Column::default() });
                }
                Frame::Div { .. } => {}
            }
        }
        self.slide.blocks.push(block);
    }
}

/// The tags of `<div>`s in a block of HTML, in order: whether each opens one.
pub(crate) fn divs(html: &str) -> Vec<bool> {
    let tags = tags::pieces(html).into_iter().filter_map(|piece| match piece {
        Piece::Open { name: "div", .. } => Some(true),
        Piece::Close { name: "div", .. } => Some(false),
        _ => None,
    });
    tags.collect()
}

pub(crate) fn heading_number(level: HeadingLevel) -> u8 {
    level as u8
}
